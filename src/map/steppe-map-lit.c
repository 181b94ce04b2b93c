/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/steppe-map-view-private.h"

/* What of the map stands out because it is selected, hovered or read, here or in another pane. */

static void
light_place (SteppeMapView *self,
             SteppePlace *place)
{
  SteppePoint point;

  if (steppe_map_scene_locate (self->scene, place, &point))
    g_array_append_val (self->lit_points, point);
}

static void
light_event (SteppeMapView *self,
             SteppeItem *event)
{
  const SteppeMapSpot *spot = steppe_map_scene_find_spot (self->scene, event);
  guint index;

  if (spot == NULL)
    return;
  index = steppe_map_scene_get_index (self->scene, spot);
  g_array_append_val (self->lit, index);
}

/* Makes an item stand out: an event at all its places, what is neither event nor place by its events. */
static void
light_item (SteppeMapView *self,
            SteppeItem *item)
{
  g_autoptr (GPtrArray) found = NULL;

  if (STEPPE_IS_PLACE (item))
    {
      light_place (self, STEPPE_PLACE (item));
    }
  else if (STEPPE_IS_EVENT (item))
    {
      light_event (self, item);
      found = steppe_map_scene_get_event_places (self->scene, STEPPE_EVENT (item));
      /* One that is not in the span of time has no marker, and a ring where it would be. */
      for (guint i = steppe_map_scene_find_spot (self->scene, item) != NULL && found->len == 1; i < found->len; i++)
        light_place (self, g_ptr_array_index (found, i));
    }
  else if (item != NULL)
    {
      found = steppe_map_scene_get_events_of (self->scene, item);
      for (guint i = 0; i < found->len; i++)
        light_event (self, g_ptr_array_index (found, i));
    }
}

/* Takes over what is selected, hovered and read: which markers and places are to stand out. */
void
_steppe_map_view_update_lit (SteppeMapView *self)
{
  SteppeItem *selected = self->focus != NULL ? steppe_focus_get_selected (self->focus) : NULL;
  SteppeItem *hovered = self->focus != NULL ? steppe_focus_get_hovered (self->focus) : NULL;
  GPtrArray *passage = self->focus != NULL ? steppe_focus_get_passage (self->focus) : NULL;

  g_array_set_size (self->lit, 0);
  g_array_set_size (self->lit_points, 0);
  if (self->scene == NULL)
    return;
  light_item (self, selected);
  if (hovered != selected)
    light_item (self, hovered);
  for (guint i = 0; passage != NULL && i < passage->len; i++)
    if (g_ptr_array_index (passage, i) != (gpointer) selected && g_ptr_array_index (passage, i) != (gpointer) hovered)
      light_item (self, g_ptr_array_index (passage, i));
}

/* Makes a box hold what stands out because an item is selected. */
void
_steppe_map_view_extend_by_lit (SteppeMapView *self,
                                SteppeItem *selected,
                                SteppeBox *box)
{
  guint n_spots;
  const SteppeMapSpot *spots = steppe_map_scene_get_spots (self->scene, &n_spots);

  g_array_set_size (self->lit, 0);
  g_array_set_size (self->lit_points, 0);
  light_item (self, selected);
  for (guint i = 0; i < self->lit->len; i++)
    {
      const SteppeMapSpot *spot = &spots[g_array_index (self->lit, guint, i)];

      steppe_box_extend (box, spot->x, spot->y);
    }
  for (guint i = 0; i < self->lit_points->len; i++)
    {
      const SteppePoint *point = &g_array_index (self->lit_points, SteppePoint, i);

      steppe_box_extend (box, point->x, point->y);
    }
  _steppe_map_view_update_lit (self);
}

/* Draws rings at lit places: around the marker that is there, or where none is. */
void
_steppe_map_view_snapshot_lit (SteppeMapView *self,
                               GtkSnapshot *snapshot)
{
  for (guint i = 0; i < self->lit_points->len; i++)
    {
      const SteppePoint *point = &g_array_index (self->lit_points, SteppePoint, i);
      SteppeMapMarker here = { .radius = 0.3 * self->look.em };
      const SteppeMapMarker *marker;

      steppe_camera_project (&self->camera, point->x, point->y, &here.x, &here.y);
      marker = steppe_map_markers_pick (self->markers, here.x, here.y);
      if (marker == NULL)
        marker = &here;
      if (!marker->selected && !marker->lit)
        steppe_map_pictures_snapshot_ring (snapshot, marker, &self->look);
    }
}
