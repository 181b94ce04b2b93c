/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/steppe-map-view-private.h"
#include "paint/steppe-map-words.h"

/* Where the map goes: to the first view, to what is selected, into a cluster. */

/* Pixels. */
#define HOME_MARGIN 48.0
#define VISIBLE_MARGIN 36.0
#define CLUSTER_MARGIN 72.0
/* The scale to see an event in its surroundings: pixels to the kilometre, at least and at most. */
#define LEAST_EVENT_SCALE 0.12
#define MOST_EVENT_SCALE 0.6
/* From farther than this what is read about cannot be told apart. */
#define FAR 6.0

/* Finds the first view of the dossier, for the size that @camera has. */
void
_steppe_map_view_get_home (SteppeMapView *self,
                           SteppeCamera *camera)
{
  SteppeBox box = STEPPE_BOX_REGION;

  if (self->scene != NULL)
    steppe_map_scene_get_home (self->scene, &box);
  steppe_camera_fit (camera, &box, HOME_MARGIN);
}

/* Goes to the first view of the dossier. */
void
_steppe_map_view_go_home (SteppeMapView *self)
{
  SteppeProjection region;
  SteppeCamera home;

  if (!_steppe_map_view_has_size (self))
    return;
  steppe_projection_init_region (&region);
  _steppe_map_view_set_projection (self, &region);
  home = self->camera;
  _steppe_map_view_get_home (self, &home);
  steppe_map_motion_fly (self->motion, &self->camera, &home);
}

/* Goes to a part of the map, no further in than @most_scale. */
void
_steppe_map_view_fly_to_box (SteppeMapView *self,
                             const SteppeBox *box,
                             double most_scale)
{
  SteppeCamera there = self->camera;

  if (!_steppe_map_view_has_size (self) || steppe_box_is_empty (box))
    return;
  steppe_camera_fit (&there, box, CLUSTER_MARGIN);
  there.scale = MIN (there.scale, most_scale);
  steppe_camera_clamp (&there);
  steppe_map_motion_fly (self->motion, &self->camera, &there);
}

static void
extend_by_tracks (SteppeBox *box,
                  GPtrArray *tracks,
                  SteppeItem *item)
{
  for (guint i = 0; i < tracks->len; i++)
    {
      const SteppeMapTrack *track = g_ptr_array_index (tracks, i);

      if (track->item != item || steppe_box_is_empty (&track->box))
        continue;
      steppe_box_extend (box, track->box.x_min, track->box.y_min);
      steppe_box_extend (box, track->box.x_max, track->box.y_max);
    }
}

/* What holds all that is lit because it is selected: events, places, lines, and the arcs of an actor; empty where nothing is. */
void
_steppe_map_view_get_selection_box (SteppeMapView *self,
                                    SteppeBox *box)
{
  SteppeItem *selected = self->focus != NULL ? steppe_focus_get_selected (self->focus) : NULL;
  GPtrArray *arcs = steppe_map_relations_get_arcs (self->relations);

  *box = STEPPE_BOX_EMPTY;
  if (self->scene == NULL || selected == NULL)
    return;
  extend_by_tracks (box, steppe_map_scene_get_tracks (self->scene), selected);
  for (guint i = 0; i < arcs->len; i++)
    extend_by_tracks (box, arcs, ((const SteppeMapTrack *) g_ptr_array_index (arcs, i))->item);
  _steppe_map_view_extend_by_lit (self, selected, box);
}

/* What holds all events of the span of time that the reader has chosen; empty where none is chosen. */
void
_steppe_map_view_get_span_box (SteppeMapView *self,
                               SteppeBox *box)
{
  const SteppeMapSpot *spots;
  guint n_spots;

  *box = STEPPE_BOX_EMPTY;
  if (self->scene == NULL || !steppe_focus_get_span (self->focus, NULL, NULL))
    return;
  spots = steppe_map_scene_get_spots (self->scene, &n_spots);
  for (guint i = 0; i < n_spots; i++)
    steppe_box_extend (box, spots[i].x, spots[i].y);
}

/* Goes to where all of a box is seen, and its surroundings where it is small. */
void
_steppe_map_view_fit (SteppeMapView *self,
                      const SteppeBox *box)
{
  _steppe_map_view_fly_to_box (self, box, MOST_EVENT_SCALE);
}

/* Whether the cluster falls apart when it is zoomed into. */
static gboolean
can_open (SteppeMapView *self,
          const SteppeCluster *cluster)
{
  SteppeCamera closest = self->camera;
  const SteppeClusters *clusters = steppe_map_scene_get_clusters (self->scene);
  const guint *members = steppe_clusters_get_members (clusters, cluster);
  guint level;

  closest.scale = steppe_camera_get_max_scale (&closest);
  level = steppe_map_markers_find_level (self->scene, &closest, &self->look);
  return steppe_clusters_find_point (clusters, level, members[0])->n_points < cluster->n_points;
}

/* Zooms in until the events of the cluster part; lists them where they cannot. */
void
_steppe_map_view_open_cluster (SteppeMapView *self,
                               const SteppeMapMarker *marker,
                               gboolean by_keyboard)
{
  const SteppeCluster *cluster = marker->cluster;
  g_autoptr (GPtrArray) events = steppe_map_scene_get_cluster_events (self->scene, cluster);
  graphene_rect_t area = GRAPHENE_RECT_INIT (marker->x - marker->radius, marker->y - marker->radius,
                                             2 * marker->radius, 2 * marker->radius);

  if (can_open (self, cluster))
    {
      SteppeCamera there = self->camera;

      if (by_keyboard)
        g_set_object (&self->come_back, g_ptr_array_index (events, 0));
      steppe_camera_fit (&there, &cluster->extent, CLUSTER_MARGIN);
      /* Where two spots are close and a third is far, the fit alone may not be enough to part them. */
      there.scale = MAX (there.scale, MIN (self->camera.scale * 1.5, steppe_camera_get_max_scale (&there)));
      steppe_camera_clamp (&there);
      steppe_map_motion_fly (self->motion, &self->camera, &there);
    }
  else
    {
      SteppeMapMarker badge = *marker;
      g_autofree char *title = NULL;

      badge.spot = NULL;
      title = steppe_map_words_describe_marker (self->scene, &badge);
      _steppe_map_view_show_list (self, title, events, &area, marker->y < self->camera.height / 2 ? GTK_POS_BOTTOM : GTK_POS_TOP);
    }
}

static gboolean
is_visible (SteppeMapView *self,
            double x,
            double y)
{
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  double px, py;

  steppe_camera_project (&self->camera, x, y, &px, &py);
  if (px < VISIBLE_MARGIN || py < VISIBLE_MARGIN || px > self->camera.width - VISIBLE_MARGIN || py > self->camera.height - VISIBLE_MARGIN)
    return FALSE;
  steppe_map_controls_get_areas (self->controls, areas);
  for (guint i = 0; i < areas->len; i++)
    {
      const cairo_rectangle_t *area = &g_array_index (areas, cairo_rectangle_t, i);

      if (px >= area->x && px <= area->x + area->width && py >= area->y && py <= area->y + area->height)
        return FALSE;
    }
  return TRUE;
}

/* Brings a point into view, and if @closer, no further out than to tell it from its surroundings. */
static void
show_point (SteppeMapView *self,
            double x,
            double y,
            gboolean closer)
{
  SteppeCamera there = self->camera;

  if (is_visible (self, x, y) && !(closer && there.scale < LEAST_EVENT_SCALE))
    return;
  there.x = x;
  there.y = y;
  there.scale = CLAMP (there.scale, LEAST_EVENT_SCALE, MOST_EVENT_SCALE);
  steppe_camera_clamp (&there);
  steppe_map_motion_fly (self->motion, &self->camera, &there);
}

static void
show_tracks (SteppeMapView *self,
             GPtrArray *tracks,
             SteppeItem *item)
{
  SteppeBox box = STEPPE_BOX_EMPTY;

  extend_by_tracks (&box, tracks, item);
  if (steppe_box_is_empty (&box) || (is_visible (self, box.x_min, box.y_min) && is_visible (self, box.x_max, box.y_max)))
    return;
  _steppe_map_view_fit (self, &box);
}

/* Where an item is on the map: an event that is filtered out is still somewhere. */
static gboolean
locate (SteppeMapView *self,
        SteppeItem *item,
        SteppePoint *point)
{
  const SteppeMapSpot *spot = steppe_map_scene_find_spot (self->scene, item);
  g_autoptr (GPtrArray) places = NULL;

  if (spot != NULL)
    {
      *point = (SteppePoint) { spot->x, spot->y };
      return TRUE;
    }
  if (STEPPE_IS_PLACE (item))
    return steppe_map_scene_locate (self->scene, STEPPE_PLACE (item), point);
  if (!STEPPE_IS_EVENT (item))
    return FALSE;
  places = steppe_map_scene_get_event_places (self->scene, STEPPE_EVENT (item));
  return places->len > 0 && steppe_map_scene_locate (self->scene, g_ptr_array_index (places, 0), point);
}

static void
show_item (SteppeMapView *self,
           SteppeItem *item,
           gboolean closer)
{
  SteppePoint point;

  if (self->scene == NULL || item == NULL)
    return;
  _steppe_map_view_go_where (self, item);
  if (locate (self, item, &point))
    show_point (self, point.x, point.y, closer);
  else if (STEPPE_IS_JOURNEY (item))
    show_tracks (self, steppe_map_scene_get_tracks (self->scene), item);
  else if (STEPPE_IS_RELATION (item))
    show_tracks (self, steppe_map_relations_get_arcs (self->relations), item);
}

/* Brings what is selected into view, if it is not. */
void
_steppe_map_view_show_selected (SteppeMapView *self)
{
  if (_steppe_map_view_has_size (self))
    show_item (self, steppe_focus_get_selected (self->focus), FALSE);
}

/* Brings the places of what is read into view, unless they are and can be told apart. */
void
_steppe_map_view_show_passage (SteppeMapView *self)
{
  GPtrArray *passage = steppe_focus_get_passage (self->focus);
  SteppeCamera there = self->camera;
  SteppeBox box = STEPPE_BOX_EMPTY;
  gboolean all_visible = TRUE;

  if (self->scene == NULL || passage == NULL || !_steppe_map_view_has_size (self))
    return;
  for (guint i = 0; i < passage->len; i++)
    {
      SteppePoint point;

      if (!locate (self, g_ptr_array_index (passage, i), &point))
        continue;
      steppe_box_extend (&box, point.x, point.y);
      all_visible = all_visible && is_visible (self, point.x, point.y);
    }
  if (steppe_box_is_empty (&box))
    return;
  steppe_camera_fit (&there, &box, CLUSTER_MARGIN);
  if (!all_visible || self->camera.scale * FAR < MIN (there.scale, MOST_EVENT_SCALE))
    _steppe_map_view_fit (self, &box);
}

/* Brings what was to be shown into view, now that there is one. */
void
_steppe_map_view_show_waiting (SteppeMapView *self)
{
  g_autoptr (SteppeItem) item = NULL;

  if (!_steppe_map_view_has_size (self))
    return;
  item = g_steal_pointer (&self->to_show);
  show_item (self, item, TRUE);
}

/**
 * steppe_map_view_show_item:
 * @self: the pane
 * @item: an event, a place or a journey of the focus' dossier
 *
 * Brings an item that is on the map into view, and close enough to tell it from what is around it. Where the pane is
 * not laid out yet, it does so when it is.
 */
void
steppe_map_view_show_item (SteppeMapView *self,
                           SteppeItem *item)
{
  g_return_if_fail (STEPPE_IS_MAP_VIEW (self) && STEPPE_IS_ITEM (item));

  g_set_object (&self->to_show, item);
  _steppe_map_view_show_waiting (self);
}

/**
 * steppe_map_view_dup_place:
 * @self: the pane
 *
 * Returns: (transfer full): what it shows, to come back to: longitude and latitude of its middle in degrees, and how many
 *   pixels a kilometre has, `(ddd)`
 */
GVariant *
steppe_map_view_dup_place (SteppeMapView *self)
{
  double longitude = 0, latitude = 0;

  g_return_val_if_fail (STEPPE_IS_MAP_VIEW (self), NULL);

  steppe_projection_inverse (&self->projection, self->camera.x, self->camera.y, &longitude, &latitude);
  return g_variant_ref_sink (g_variant_new ("(ddd)", longitude, latitude, self->camera.scale));
}

/**
 * steppe_map_view_set_place:
 * @self: the pane
 * @place: what [method@MapView.dup_place] gave
 *
 * Shows again what it showed then, at once.
 */
void
steppe_map_view_set_place (SteppeMapView *self,
                           GVariant *place)
{
  SteppeProjection projection;
  SteppeCamera there;
  double longitude, latitude, scale;

  g_return_if_fail (STEPPE_IS_MAP_VIEW (self) && g_variant_is_of_type (place, G_VARIANT_TYPE ("(ddd)")));

  if (self->scene == NULL)
    return;
  g_variant_get (place, "(ddd)", &longitude, &latitude, &scale);
  steppe_projection_init_region (&projection);
  if (!steppe_projection_includes (&projection, longitude, latitude))
    steppe_projection_init_elsewhere (&projection, longitude, latitude);
  steppe_map_motion_stop (self->motion);
  _steppe_map_view_set_projection (self, &projection);
  there = self->camera;
  steppe_projection_forward (&self->projection, longitude, latitude, &there.x, &there.y);
  there.scale = scale;
  _steppe_map_view_set_camera (self, &there, FALSE);
}
