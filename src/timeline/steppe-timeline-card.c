/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"
#include "timeline/steppe-timeline-canvas-private.h"

#include <math.h>

/* The card beside the event that the pointer rests on or that the keyboard is on. */

/* A body longer than so many signs is pointed at where the pointer is, not in its middle. */
#define LONG_BODY 4

static SteppeEvent *
get_event (SteppeTimelineCanvas *self,
           const SteppeTimelineBox *box)
{
  return steppe_timeline_events_get_event (self->events, box->event)->event;
}

/* Where the event that the keyboard is on is shown, or NULL. */
const SteppeTimelineBox *
_steppe_timeline_canvas_find_cursor_box (SteppeTimelineCanvas *self)
{
  for (guint i = 0; self->layout != NULL && i < steppe_timeline_layout_get_n_boxes (self->layout); i++)
    {
      const SteppeTimelineBox *box = steppe_timeline_layout_get_box (self->layout, i);

      if (box->event == self->cursor && box->group == self->cursor_group)
        return box;
    }
  return NULL;
}

/* What is seen of a sign or bar, as high as its label. Returns whether anything is. */
gboolean
_steppe_timeline_canvas_get_seen_body (SteppeTimelineCanvas *self,
                                       const SteppeTimelineBox *box,
                                       graphene_rect_t *seen)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self)), height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  float names = (float) self->metrics.names, header = (float) self->metrics.header;
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const graphene_rect_t lanes = GRAPHENE_RECT_INIT (is_rtl ? 0 : names, header, MAX (0, width - names), MAX (0, height - header));
  graphene_rect_t area;

  _steppe_timeline_canvas_get_area (self, box, &area);
  _steppe_timeline_canvas_get_body (self, box, seen);
  seen->origin.y = area.origin.y;
  seen->size.height = area.size.height;
  return graphene_rect_intersection (&lanes, seen, seen);
}

/* What the card for an event points at. Returns whether it is seen. */
static gboolean
get_target (SteppeTimelineCanvas *self,
            const SteppeTimelineBox *box,
            GdkRectangle *target)
{
  graphene_rect_t seen;

  if (!_steppe_timeline_canvas_get_seen_body (self, box, &seen))
    return FALSE;
  if (!steppe_hover_card_is_by_key (self->card) && seen.size.width > LONG_BODY * self->metrics.sign)
    {
      seen.origin.x = CLAMP ((float) self->card_x, seen.origin.x, seen.origin.x + seen.size.width);
      seen.size.width = 1;
    }
  *target = (GdkRectangle) { (int) seen.origin.x, (int) seen.origin.y, (int) ceilf (seen.size.width), (int) ceilf (seen.size.height) };
  return TRUE;
}

/* Shows the card at once, or moves it, where the event is seen; hides it where @box is NULL. */
static void
show (SteppeTimelineCanvas *self,
      const SteppeTimelineBox *box)
{
  GdkRectangle target;

  if (box != NULL && get_target (self, box, &target))
    steppe_hover_card_show (self->card, STEPPE_ITEM (get_event (self, box)), steppe_focus_get_dossier (self->focus), &target);
  else
    steppe_hover_card_dismiss (self->card);
}

/* The pointer is on an event, or, if @box is NULL, on none. */
void
_steppe_timeline_canvas_hover_card (SteppeTimelineCanvas *self,
                                    const SteppeTimelineBox *box)
{
  GdkRectangle target;
  SteppeEvent *event;

  if (box == NULL)
    {
      if (!steppe_hover_card_is_by_key (self->card))
        steppe_hover_card_leave (self->card);
      return;
    }
  event = get_event (self, box);
  steppe_hover_card_set_by_key (self->card, FALSE);
  /* The card stays where it came, wherever on the event the pointer goes. */
  if (STEPPE_ITEM (event) != steppe_hover_card_get_item (self->card))
    self->card_x = self->pointer_x;
  if (get_target (self, box, &target))
    steppe_hover_card_hover (self->card, STEPPE_ITEM (event), steppe_focus_get_dossier (self->focus), &target);
}

/* The keyboard goes to an event; whoever goes there by keys is to see where that is. */
void
_steppe_timeline_canvas_show_cursor_card (SteppeTimelineCanvas *self)
{
  gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), TRUE);
  steppe_hover_card_set_by_key (self->card, TRUE);
  _steppe_timeline_canvas_place_card (self);
}

static void
place_cursor_card (SteppeTimelineCanvas *self)
{
  if (!gtk_widget_is_focus (GTK_WIDGET (self)))
    {
      steppe_hover_card_set_by_key (self->card, FALSE);
      steppe_hover_card_dismiss (self->card);
    }
  else if (self->layout == NULL || adw_animation_get_state (self->animation) == ADW_ANIMATION_PLAYING)
    {
      /* Until all is where it stays. */
      steppe_hover_card_dismiss (self->card);
      steppe_hover_card_set_by_key (self->card, TRUE);
    }
  else
    {
      show (self, _steppe_timeline_canvas_find_cursor_box (self));
    }
}

/* The card goes where its event has gone. */
void
_steppe_timeline_canvas_place_card (SteppeTimelineCanvas *self)
{
  SteppeItem *shown = steppe_hover_card_get_item (self->card);
  const SteppeTimelineBox *box;

  if (steppe_hover_card_is_by_key (self->card))
    {
      place_cursor_card (self);
    }
  else if (shown != NULL)
    {
      box = _steppe_timeline_canvas_pick_box (self, self->pointer_x, self->pointer_y);
      show (self, box != NULL && STEPPE_ITEM (get_event (self, box)) == shown ? box : NULL);
    }
}

/* Gives the canvas its card. */
void
_steppe_timeline_canvas_add_card (SteppeTimelineCanvas *self)
{
  self->card = STEPPE_HOVER_CARD (steppe_hover_card_new ());
  steppe_hover_card_attach (self->card, GTK_WIDGET (self));
  g_signal_connect_object (self->animation, "done", G_CALLBACK (_steppe_timeline_canvas_place_card), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "events-changed", G_CALLBACK (steppe_hover_card_dismiss), self->card, G_CONNECT_SWAPPED);
}
