/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-map-tracks.h"

#include "geo/steppe-geodesy.h"

#include <math.h>

/* A great circle is drawn through points this far apart, in metres. */
#define STEP 100000.0

typedef struct
{
  SteppeDossier *dossier;
  const SteppeProjection *projection;
  GPtrArray *tracks;
} Tracing;

/**
 * steppe_map_track_new:
 * @item: what the line is of
 * @leg: (nullable): the leg of a journey
 *
 * Returns: (transfer full): a line without points; it keeps neither @item nor @leg
 */
SteppeMapTrack *
steppe_map_track_new (SteppeItem *item,
                      const SteppeLeg *leg)
{
  SteppeMapTrack *track = g_new0 (SteppeMapTrack, 1);

  track->item = item;
  track->leg = leg;
  track->points = g_array_new (FALSE, FALSE, sizeof (SteppePoint));
  track->box = STEPPE_BOX_EMPTY;
  return track;
}

/**
 * steppe_map_track_free:
 * @self: (transfer full): a line
 */
void
steppe_map_track_free (SteppeMapTrack *self)
{
  g_array_unref (self->points);
  g_free (self);
}

/**
 * steppe_map_track_add_point:
 * @self: a line
 * @x: metres east on the map
 * @y: metres north
 *
 * Makes it longer.
 */
void
steppe_map_track_add_point (SteppeMapTrack *self,
                            double x,
                            double y)
{
  SteppePoint point = { x, y };

  g_array_append_val (self->points, point);
  steppe_box_extend (&self->box, x, y);
}

/**
 * steppe_map_tracks_lookup_place:
 * @dossier: a dossier
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the place of that id
 */
SteppePlace *
steppe_map_tracks_lookup_place (SteppeDossier *dossier,
                                const char *id)
{
  SteppeItem *item = id != NULL ? steppe_dossier_lookup (dossier, id) : NULL;

  return STEPPE_IS_PLACE (item) ? STEPPE_PLACE (item) : NULL;
}

static gboolean
locate (const Tracing *self,
        const char *id,
        SteppePosition *position)
{
  SteppePlace *place = steppe_map_tracks_lookup_place (self->dossier, id);

  return place != NULL && steppe_place_get_center (place, position);
}

static SteppeMapTrack *
add_track (const Tracing *self,
           SteppeItem *item,
           const SteppeLeg *leg)
{
  SteppeMapTrack *track = steppe_map_track_new (item, leg);

  g_ptr_array_add (self->tracks, track);
  return track;
}

static void
track_add_places (const Tracing *self,
                  SteppeMapTrack *track,
                  GArray *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      const SteppeLonLat *place = &g_array_index (places, SteppeLonLat, i);
      double x, y;

      if (!steppe_projection_includes (self->projection, place->longitude, place->latitude))
        continue;
      steppe_projection_forward (self->projection, place->longitude, place->latitude, &x, &y);
      steppe_map_track_add_point (track, x, y);
    }
}

/* A great circle from one position to the next. */
static void
track_add_line (const Tracing *self,
                SteppeMapTrack *track,
                const SteppePosition *from,
                const SteppePosition *to)
{
  const SteppeLonLat first = { from->longitude, from->latitude }, last = { to->longitude, to->latitude };
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (SteppeLonLat));

  if (track->points->len == 0)
    g_array_append_val (places, first);
  steppe_geodesy_densify (&first, &last, STEP, places);
  track_add_places (self, track, places);
}

static void
add_geometry (const Tracing *self,
              SteppeItem *item,
              const SteppeLeg *leg,
              SteppeGeometry *geometry,
              gboolean sure)
{
  SteppeGeometryType type = steppe_geometry_get_kind (geometry);
  gboolean closed = type == STEPPE_GEOMETRY_POLYGON || type == STEPPE_GEOMETRY_MULTI_POLYGON;

  if (!closed && type != STEPPE_GEOMETRY_LINE_STRING)
    return;
  for (guint i = 0; i < steppe_geometry_get_n_parts (geometry); i++)
    {
      guint n_positions;
      const SteppePosition *positions = steppe_geometry_get_part (geometry, i, &n_positions, NULL);
      SteppeMapTrack *track = add_track (self, item, leg);

      track->sure = sure;
      track->closed = closed;
      for (guint k = 1; k < n_positions; k++)
        track_add_line (self, track, &positions[k - 1], &positions[k]);
    }
}

static void
add_leg (const Tracing *self,
         SteppeJourney *journey,
         const SteppeLeg *leg)
{
  SteppeStatus status = leg->status != NULL ? steppe_status_from_string (leg->status) : steppe_journey_get_status (journey);
  gboolean sure = leg->certain && (status == STEPPE_STATUS_CONFIRMED || status == STEPPE_STATUS_REPORTED);
  SteppePosition from, to;

  if (leg->geometry != NULL)
    {
      add_geometry (self, STEPPE_ITEM (journey), leg, leg->geometry, sure);
    }
  else if (locate (self, leg->from, &from) && locate (self, leg->to, &to))
    {
      SteppeMapTrack *track = add_track (self, STEPPE_ITEM (journey), leg);

      track->sure = sure;
      track_add_line (self, track, &from, &to);
    }
}

static void
add_journeys (const Tracing *self)
{
  GListModel *journeys = steppe_dossier_get_items (self->dossier, STEPPE_ITEM_JOURNEY);

  for (guint i = 0; i < g_list_model_get_n_items (journeys); i++)
    {
      g_autoptr (SteppeJourney) journey = g_list_model_get_item (journeys, i);
      SteppeGeometry *geometry = steppe_journey_get_geometry (journey);
      SteppeStatus status = steppe_journey_get_status (journey);
      GPtrArray *legs = steppe_journey_get_legs (journey);

      if (geometry != NULL)
        add_geometry (self, STEPPE_ITEM (journey), NULL, geometry,
                      status == STEPPE_STATUS_CONFIRMED || status == STEPPE_STATUS_REPORTED);
      for (guint k = 0; legs != NULL && k < legs->len; k++)
        add_leg (self, journey, g_ptr_array_index (legs, k));
    }
}

/* Lines and areas that are places. Those with a since or until are historical and shown only in their time,
 * by SteppeMapHistory. */
static void
add_areas (const Tracing *self)
{
  GListModel *places = steppe_dossier_get_items (self->dossier, STEPPE_ITEM_PLACE);

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (SteppePlace) place = g_list_model_get_item (places, i);
      SteppeGeometry *geometry = steppe_place_get_geometry (place);

      if (geometry != NULL && steppe_place_get_since (place) == NULL && steppe_place_get_until (place) == NULL)
        add_geometry (self, STEPPE_ITEM (place), NULL, geometry, TRUE);
    }
}

/**
 * steppe_map_tracks_new:
 * @dossier: a dossier
 * @projection: what the map stands in
 *
 * Traces the journeys of the dossier and its places that are lines or areas, as far as they are on the map.
 *
 * Returns: (transfer full) (element-type SteppeMapTrack): the lines, areas first
 */
GPtrArray *
steppe_map_tracks_new (SteppeDossier *dossier,
                       const SteppeProjection *projection)
{
  const Tracing tracing = { dossier, projection, g_ptr_array_new_with_free_func ((GDestroyNotify) steppe_map_track_free) };

  add_areas (&tracing);
  add_journeys (&tracing);
  return tracing.tracks;
}

/**
 * steppe_map_tracks_new_areas:
 * @places: (element-type SteppePlace): places that are areas
 * @projection: what the map stands in
 *
 * Traces areas, as far as they are on the map.
 *
 * Returns: (transfer full) (element-type SteppeMapTrack): their rings, those of a place one after the other
 */
GPtrArray *
steppe_map_tracks_new_areas (GPtrArray *places,
                             const SteppeProjection *projection)
{
  const Tracing tracing = { NULL, projection, g_ptr_array_new_with_free_func ((GDestroyNotify) steppe_map_track_free) };

  for (guint i = 0; i < places->len; i++)
    {
      SteppePlace *place = g_ptr_array_index (places, i);

      add_geometry (&tracing, STEPPE_ITEM (place), NULL, steppe_place_get_geometry (place), TRUE);
    }
  return tracing.tracks;
}

static double
segment_distance (double x,
                  double y,
                  double x_0,
                  double y_0,
                  double x_1,
                  double y_1)
{
  double dx = x_1 - x_0, dy = y_1 - y_0;
  double square = dx * dx + dy * dy;
  double t = square > 0 ? CLAMP (((x - x_0) * dx + (y - y_0) * dy) / square, 0, 1) : 0;

  return hypot (x - x_0 - t * dx, y - y_0 - t * dy);
}

static double
get_distance (const SteppeMapTrack *track,
              double x,
              double y)
{
  double least = G_MAXDOUBLE;

  for (guint i = 1; i < track->points->len; i++)
    {
      const SteppePoint *a = &g_array_index (track->points, SteppePoint, i - 1);
      const SteppePoint *b = &g_array_index (track->points, SteppePoint, i);

      least = MIN (least, segment_distance (x, y, a->x, a->y, b->x, b->y));
    }
  return least;
}

/**
 * steppe_map_tracks_pick:
 * @tracks: (element-type SteppeMapTrack): lines
 * @camera: what the view shows
 * @x: pixels from the left of the view
 * @y: pixels from its top
 * @reach: how far from a line still means it, in pixels
 *
 * Returns: (transfer none) (nullable): the line that is there
 */
const SteppeMapTrack *
steppe_map_tracks_pick (GPtrArray *tracks,
                        const SteppeCamera *camera,
                        double x,
                        double y,
                        double reach)
{
  double least = reach * 1000.0 / camera->scale;
  const SteppeMapTrack *nearest = NULL;
  double east, north;

  steppe_camera_unproject (camera, x, y, &east, &north);
  for (guint i = 0; i < tracks->len; i++)
    {
      const SteppeMapTrack *track = g_ptr_array_index (tracks, i);
      double distance = get_distance (track, east, north);

      if (distance < least)
        {
          least = distance;
          nearest = track;
        }
    }
  return nearest;
}
