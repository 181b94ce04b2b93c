/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/steppe-map-view-private.h"

/* What of the map stands out because it is selected or hovered, here or in another pane. */

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

/* Makes an item stand out: an event at all its places, an actor or a statement by its events. */
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
  else if (STEPPE_IS_ACTOR (item) || STEPPE_IS_STATEMENT (item))
    {
      found = steppe_map_scene_get_events_of (self->scene, item);
      for (guint i = 0; i < found->len; i++)
        light_event (self, g_ptr_array_index (found, i));
    }
}

/* Takes over what is selected and hovered: which markers and places are to stand out. */
void
_steppe_map_view_update_lit (SteppeMapView *self)
{
  SteppeItem *selected = self->focus != NULL ? steppe_focus_get_selected (self->focus) : NULL;
  SteppeItem *hovered = self->focus != NULL ? steppe_focus_get_hovered (self->focus) : NULL;

  g_array_set_size (self->lit, 0);
  g_array_set_size (self->lit_points, 0);
  if (self->scene == NULL)
    return;
  light_item (self, selected);
  if (hovered != selected)
    light_item (self, hovered);
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

/* Draws how far what is marked may be from where the marker is: quietly, and the selected in the accent colour. A badge
 * has a halo when all its events are at one place. */
static void
snapshot_halo (SteppeMapView *self,
               GtkSnapshot *snapshot,
               const SteppeMapMarker *marker)
{
  const SteppeMapSpot *spot = steppe_map_marker_get_place_spot (marker, self->scene);
  const SteppeBox *extent = &marker->cluster->extent;
  double radius = steppe_place_get_precision_m (spot->place) / 1000.0 * self->camera.scale;
  gboolean stands_out = marker->selected || marker->lit;
  GdkRGBA fill = stands_out ? self->look.accent : self->look.ink, edge = fill;
  GskRoundedRect circle;
  double x, y;

  if (!(radius > marker->radius) || (marker->spot == NULL && (extent->x_min < extent->x_max || extent->y_min < extent->y_max)))
    return;
  steppe_camera_project (&self->camera, spot->x, spot->y, &x, &y);
  gsk_rounded_rect_init_from_rect (&circle, &GRAPHENE_RECT_INIT (x - radius, y - radius, 2 * radius, 2 * radius), radius);
  fill.alpha = stands_out ? 0.14f : 0.05f;
  edge.alpha = stands_out ? 0.5f : 0.25f;
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, &fill, &circle.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &circle, (float[]) { 1, 1, 1, 1 }, (GdkRGBA[]) { edge, edge, edge, edge });
}

/* Draws the halos of the markers in the view. */
void
_steppe_map_view_snapshot_halos (SteppeMapView *self,
                                 GtkSnapshot *snapshot)
{
  guint n_markers;
  const SteppeMapMarker *markers = steppe_map_markers_get (self->markers, &n_markers);

  for (guint i = 0; i < n_markers; i++)
    snapshot_halo (self, snapshot, &markers[i]);
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
        steppe_map_marker_snapshot_ring (marker, snapshot, &self->look.accent, MAX (2.0, 0.17 * self->look.em));
    }
}
