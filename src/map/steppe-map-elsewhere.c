/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/steppe-map-view-private.h"
#include "paint/steppe-map-where.h"

/* The map of the region does not reach everywhere. What lies far off is shown on a map of its own, about the place where
 * it is, and the map of the region comes back as it was left. */

/* Milliseconds. */
#define FADE 250
/* Pixels to the kilometre, to see a place in its surroundings: the world is drawn coarsely. */
#define ELSEWHERE_SCALE 0.25

/* The change from one map to the other. */

static void
fade_cb (double value,
         gpointer user_data)
{
  gtk_widget_queue_draw (GTK_WIDGET (user_data));
}

/* Ends a change at once. */
void
_steppe_map_view_drop_fade (SteppeMapView *self)
{
  if (self->fade != NULL)
    adw_animation_reset (self->fade);
  g_clear_object (&self->fade);
  g_clear_pointer (&self->faded, gsk_render_node_unref);
}

/* Keeps what is shown now, to fade over what comes. */
static void
begin_fade (SteppeMapView *self)
{
  GtkSnapshot *snapshot;

  _steppe_map_view_drop_fade (self);
  if (!_steppe_map_view_has_size (self) || self->style == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  snapshot = gtk_snapshot_new ();
  _steppe_map_view_snapshot_map (self, snapshot);
  self->faded = gtk_snapshot_free_to_node (snapshot);
  self->fade = adw_timed_animation_new (GTK_WIDGET (self), 1, 0, FADE, adw_callback_animation_target_new (fade_cb, self, NULL));
  g_signal_connect_object (self->fade, "done", G_CALLBACK (_steppe_map_view_drop_fade), self, G_CONNECT_SWAPPED);
}

/* Draws what was shown before over what is shown now. */
void
_steppe_map_view_snapshot_fade (SteppeMapView *self,
                                GtkSnapshot *snapshot)
{
  if (self->faded == NULL)
    return;
  gtk_snapshot_push_opacity (snapshot, adw_animation_get_value (self->fade));
  gtk_snapshot_append_node (snapshot, self->faded);
  gtk_snapshot_pop (snapshot);
}

/* Lets the map stand in another projection: in the middle of it, or where the region was left. */
void
_steppe_map_view_set_projection (SteppeMapView *self,
                                 const SteppeProjection *projection)
{
  SteppeCamera camera = { 0, 0, ELSEWHERE_SCALE };

  if (steppe_projection_equal (&self->projection, projection))
    return;
  steppe_map_motion_stop (self->motion);
  begin_fade (self);
  if (self->projection.kind == STEPPE_PROJECTION_REGION)
    self->region_camera = self->camera;
  if (projection->kind == STEPPE_PROJECTION_REGION)
    camera = self->region_camera;
  self->projection = *projection;
  if (self->tiles != NULL)
    steppe_map_tiles_set_projection (self->tiles, projection);
  _steppe_map_view_set_scene (self, self->scene != NULL ? steppe_map_scene_new (self->focus, projection) : NULL);
  _steppe_map_view_set_camera (self, &camera, FALSE);
  if (self->fade != NULL)
    adw_animation_play (self->fade);
}

/* Lets the map stand in a projection in which an item can be shown: that of the region where it is there. What has no
 * position changes nothing. Returns whether there is another map now. */
gboolean
_steppe_map_view_go_where (SteppeMapView *self,
                           SteppeItem *item)
{
  SteppePosition position;
  SteppeProjection projection;

  if (!steppe_map_find_position (steppe_map_scene_get_dossier (self->scene), item, &position))
    return FALSE;
  steppe_projection_init_region (&projection);
  if (!steppe_projection_includes (&projection, position.longitude, position.latitude))
    {
      if (steppe_projection_includes (&self->projection, position.longitude, position.latitude))
        return FALSE;
      steppe_projection_init_elsewhere (&projection, position.longitude, position.latitude);
    }
  if (steppe_projection_equal (&projection, &self->projection))
    return FALSE;
  _steppe_map_view_set_projection (self, &projection);
  return TRUE;
}
