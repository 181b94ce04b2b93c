/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/steppe-map-view-private.h"

#include <math.h>

/* The card beside the event that the pointer rests on or that the keyboard is on. */

static void
get_area (const SteppeMapMarker *marker,
          GdkRectangle *area)
{
  int size = (int) ceil (2 * marker->radius);

  *area = (GdkRectangle) { (int) floor (marker->x - marker->radius), (int) floor (marker->y - marker->radius), size, size };
}

/* The pointer is on a marker, or, where that is NULL or stands for several events, on none. */
void
_steppe_map_view_hover_card (SteppeMapView *self,
                             const SteppeMapMarker *marker)
{
  GdkRectangle area;

  if (marker == NULL || marker->spot == NULL)
    {
      if (!steppe_hover_card_is_by_key (self->card))
        steppe_hover_card_leave (self->card);
      return;
    }
  get_area (marker, &area);
  steppe_hover_card_set_by_key (self->card, FALSE);
  steppe_hover_card_hover (self->card, STEPPE_ITEM (marker->spot->event), steppe_focus_get_dossier (self->focus), &area);
}

/* The event that the card is for, or is to be for. */
static const SteppeMapMarker *
find_marker (SteppeMapView *self)
{
  SteppeMark *mark = steppe_mark_list_get_focused (self->marks);
  SteppeItem *item = mark != NULL ? steppe_mark_get_item (mark) : NULL;
  const SteppeMapMarker *marker;

  if (!steppe_hover_card_is_by_key (self->card))
    item = steppe_hover_card_get_item (self->card);
  if (self->scene == NULL || !STEPPE_IS_EVENT (item))
    return NULL;
  marker = steppe_map_markers_find_event (self->markers, self->scene, item);
  return marker != NULL && marker->spot != NULL ? marker : NULL;
}

/* The card goes where its marker has gone; @moving says that it is still on its way. */
void
_steppe_map_view_place_card (SteppeMapView *self,
                             gboolean moving)
{
  gboolean by_key = steppe_hover_card_is_by_key (self->card);
  const SteppeMapMarker *marker = moving ? NULL : find_marker (self);
  GdkRectangle area;

  if (!by_key && steppe_hover_card_get_item (self->card) == NULL)
    return;
  if (marker == NULL || (by_key && !gtk_widget_is_focus (GTK_WIDGET (self))))
    {
      steppe_hover_card_dismiss (self->card);
      steppe_hover_card_set_by_key (self->card, by_key && moving);
      return;
    }
  get_area (marker, &area);
  steppe_hover_card_show (self->card, STEPPE_ITEM (marker->spot->event), steppe_focus_get_dossier (self->focus), &area);
}

/* The keyboard goes to another mark; whoever goes there by keys is to see where that is. */
void
_steppe_map_view_show_focused_card (SteppeMapView *self)
{
  gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), TRUE);
  steppe_hover_card_set_by_key (self->card, TRUE);
  _steppe_map_view_place_card (self, FALSE);
}
