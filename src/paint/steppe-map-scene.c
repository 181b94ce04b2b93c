/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-map-scene.h"

#include "model/steppe-chronology.h"
#include "model/steppe-local-date.h"
#include "model/steppe-ties.h"

#include <math.h>
#include <stdlib.h>

/* A dossier of one town is shown with its surroundings, this wide, in metres. */
#define LEAST_HOME 1.2e6

/**
 * SteppeMapScene:
 *
 * What there is to show of a dossier on the map, in map coordinates: where each event is marked,
 * how they cluster, the lines of journeys, and what cannot be marked. It does not follow changes;
 * a new one is made.
 */
struct _SteppeMapScene
{
  SteppeDossier *dossier;
  SteppeProjection projection;
  GArray *sites; /* of Site: all events, first to last in time */
  GArray *spots; /* SteppeMapSpot, first to last in time */
  GHashTable *spot_of; /* event → index in spots, +1 */
  SteppeClusters *clusters;
  SteppeClusters *faded;
  GPtrArray *tracks;
  GPtrArray *groups;
  GPtrArray *elsewhere;
  GPtrArray *unplaced;
  guint n_hidden;
  guint n_hidden_undated;
};

/* What is known of an event whatever the span of time is. */
typedef struct
{
  SteppeMapSpot spot; /* without a place if none has a position */
  SteppeSpan span;
  gboolean is_on_map;
} Site;

static void
group_free (gpointer data)
{
  SteppeMapGroup *group = data;

  g_ptr_array_unref (group->events);
  g_free (group);
}

static gboolean
get_position (SteppePlace *place,
              SteppePosition *position)
{
  return place != NULL && steppe_place_get_center (place, position);
}

static gboolean
is_on_map (const SteppeMapScene *self,
           const SteppePosition *position)
{
  return steppe_projection_includes (&self->projection, position->longitude, position->latitude);
}

/* The first place of the event that has a position: on the map, if one is. */
static SteppePlace *
find_marking_place (const SteppeMapScene *self,
                    SteppeEvent *event,
                    SteppePosition *position)
{
  const char *const *ids = steppe_event_get_places (event);
  SteppePlace *first = NULL;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      SteppePlace *place = steppe_map_tracks_lookup_place (self->dossier, ids[i]);
      SteppePosition here;

      if (!get_position (place, &here))
        continue;
      if (first == NULL || is_on_map (self, &here))
        {
          first = place;
          *position = here;
        }
      if (is_on_map (self, &here))
        break;
    }
  return first;
}

static void
add_to_group (GPtrArray *groups,
              GHashTable *by_place,
              const SteppeMapSpot *spot)
{
  SteppeMapGroup *group = g_hash_table_lookup (by_place, spot->place);

  if (group == NULL)
    {
      group = g_new0 (SteppeMapGroup, 1);
      group->place = spot->place;
      group->x = spot->x;
      group->y = spot->y;
      group->events = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (groups, group);
      g_hash_table_insert (by_place, spot->place, group);
    }
  g_ptr_array_add (group->events, g_object_ref (spot->event));
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const SteppeMapGroup *first = *(SteppeMapGroup *const *) a, *second = *(SteppeMapGroup *const *) b;

  return (int) second->events->len - (int) first->events->len;
}

static void
find_sites (SteppeMapScene *self)
{
  g_autoptr (GPtrArray) events = steppe_chronology_new (self->dossier);

  for (guint i = 0; i < events->len; i++)
    {
      SteppeEvent *event = g_ptr_array_index (events, i);
      Site site = { { event }, steppe_event_get_span (event, self->dossier) };
      SteppePosition position;

      site.spot.place = find_marking_place (self, event, &position);
      site.is_on_map = site.spot.place != NULL && is_on_map (self, &position);
      if (site.is_on_map)
        steppe_projection_forward (&self->projection, position.longitude, position.latitude, &site.spot.x, &site.spot.y);
      g_array_append_val (self->sites, site);
    }
}

/* Keeps where an event is that is not shown, once for each place. */
static void
fade_site (SteppeMapScene *self,
           const Site *site,
           GArray *faded,
           GHashTable *seen)
{
  SteppePoint point = { site->spot.x, site->spot.y };

  self->n_hidden++;
  self->n_hidden_undated += !steppe_event_is_dated (site->spot.event);
  if (site->is_on_map && g_hash_table_add (seen, site->spot.place))
    g_array_append_val (faded, point);
}

static void
place_event (SteppeMapScene *self,
             const Site *site,
             GHashTable *by_place)
{
  if (site->spot.place == NULL)
    {
      g_ptr_array_add (self->unplaced, g_object_ref (site->spot.event));
    }
  else if (!site->is_on_map)
    {
      add_to_group (self->elsewhere, by_place, &site->spot);
    }
  else
    {
      g_array_append_val (self->spots, site->spot);
      g_hash_table_insert (self->spot_of, site->spot.event, GUINT_TO_POINTER (self->spots->len));
      add_to_group (self->groups, by_place, &site->spot);
    }
}

/* @chosen, if not NULL, holds the events that there are; otherwise the focus says which it includes. */
static void
place_events (SteppeMapScene *self,
              SteppeFocus *focus,
              GHashTable *chosen)
{
  g_autoptr (GHashTable) by_place = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) faded = g_array_new (FALSE, FALSE, sizeof (SteppePoint));

  for (guint i = 0; i < self->sites->len; i++)
    {
      const Site *site = &g_array_index (self->sites, Site, i);

      if (chosen == NULL ? steppe_focus_includes (focus, site->spot.event, &site->span)
                         : g_hash_table_contains (chosen, site->spot.event))
        place_event (self, site, by_place);
      else if (chosen == NULL)
        fade_site (self, site, faded, seen);
    }
  g_ptr_array_sort (self->groups, compare_groups);
  g_ptr_array_sort (self->elsewhere, compare_groups);
  self->faded = steppe_clusters_new ((const SteppePoint *) faded->data, faded->len);
}

static void
build_clusters (SteppeMapScene *self)
{
  g_autofree SteppePoint *points = g_new (SteppePoint, MAX (self->spots->len, 1));

  for (guint i = 0; i < self->spots->len; i++)
    {
      const SteppeMapSpot *spot = &g_array_index (self->spots, SteppeMapSpot, i);

      points[i] = (SteppePoint) { spot->x, spot->y };
    }
  self->clusters = steppe_clusters_new (points, self->spots->len);
}

static SteppeMapScene *
create_scene (SteppeDossier *dossier,
              const SteppeProjection *projection,
              GArray *sites,
              GPtrArray *tracks)
{
  SteppeMapScene *self = g_new0 (SteppeMapScene, 1);

  self->dossier = g_object_ref (dossier);
  self->projection = *projection;
  self->sites = g_array_ref (sites);
  self->tracks = g_ptr_array_ref (tracks);
  self->spots = g_array_new (FALSE, FALSE, sizeof (SteppeMapSpot));
  self->spot_of = g_hash_table_new (NULL, NULL);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->elsewhere = g_ptr_array_new_with_free_func (group_free);
  self->unplaced = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

/**
 * steppe_map_scene_new:
 * @focus: what the reader looks at; it has a dossier
 * @projection: what the map stands in
 *
 * Works out where everything of the focus' dossier is on the map, and leaves out events that are
 * not in its span of time.
 *
 * Returns: (transfer full): the scene
 */
SteppeMapScene *
steppe_map_scene_new (SteppeFocus *focus,
                      const SteppeProjection *projection)
{
  g_autoptr (GArray) sites = g_array_new (FALSE, FALSE, sizeof (Site));
  g_autoptr (GPtrArray) tracks = steppe_map_tracks_new (steppe_focus_get_dossier (focus), projection);
  SteppeMapScene *self = create_scene (steppe_focus_get_dossier (focus), projection, sites, tracks);

  find_sites (self);
  place_events (self, focus, NULL);
  build_clusters (self);
  return self;
}

/**
 * steppe_map_scene_new_chosen:
 * @dossier: a dossier
 * @projection: what the map stands in
 * @events: (nullable) (element-type SteppeEvent): the events to mark; %NULL for all
 * @lines: (nullable) (element-type SteppeItem): the journeys and places whose lines are drawn, among others; %NULL for all
 *
 * Works out where some of a dossier is on the map, whatever the reader looks at.
 *
 * Returns: (transfer full): the scene
 */
SteppeMapScene *
steppe_map_scene_new_chosen (SteppeDossier *dossier,
                             const SteppeProjection *projection,
                             GPtrArray *events,
                             GPtrArray *lines)
{
  g_autoptr (GArray) sites = g_array_new (FALSE, FALSE, sizeof (Site));
  g_autoptr (GPtrArray) tracks = steppe_map_tracks_new (dossier, projection);
  g_autoptr (GPtrArray) all = events == NULL ? steppe_chronology_new (dossier) : g_ptr_array_ref (events);
  g_autoptr (GHashTable) chosen = g_hash_table_new (NULL, NULL);
  SteppeMapScene *self;

  for (guint i = tracks->len; lines != NULL && i > 0; i--)
    if (!g_ptr_array_find (lines, ((const SteppeMapTrack *) g_ptr_array_index (tracks, i - 1))->item, NULL))
      g_ptr_array_remove_index (tracks, i - 1);
  for (guint i = 0; i < all->len; i++)
    g_hash_table_add (chosen, g_ptr_array_index (all, i));
  self = create_scene (dossier, projection, sites, tracks);
  find_sites (self);
  place_events (self, NULL, chosen);
  build_clusters (self);
  return self;
}

/**
 * steppe_map_scene_new_span:
 * @scene: a scene
 * @focus: the focus it was made from, with the same dossier as then
 *
 * The same for another span of time. Only what depends on that is worked out anew.
 *
 * Returns: (transfer full): the scene
 */
SteppeMapScene *
steppe_map_scene_new_span (const SteppeMapScene *scene,
                           SteppeFocus *focus)
{
  SteppeMapScene *self = create_scene (scene->dossier, &scene->projection, scene->sites, scene->tracks);

  place_events (self, focus, NULL);
  build_clusters (self);
  return self;
}

/**
 * steppe_map_scene_free:
 * @self: (transfer full): a scene
 */
void
steppe_map_scene_free (SteppeMapScene *self)
{
  g_array_unref (self->sites);
  g_array_unref (self->spots);
  g_hash_table_unref (self->spot_of);
  steppe_clusters_free (self->clusters);
  steppe_clusters_free (self->faded);
  g_ptr_array_unref (self->tracks);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->elsewhere);
  g_ptr_array_unref (self->unplaced);
  g_object_unref (self->dossier);
  g_free (self);
}

/**
 * steppe_map_scene_get_dossier:
 * @self: a scene
 *
 * Returns: (transfer none): the dossier it is of
 */
SteppeDossier *
steppe_map_scene_get_dossier (const SteppeMapScene *self)
{
  return self->dossier;
}

/**
 * steppe_map_scene_get_projection:
 * @self: a scene
 *
 * Returns: (transfer none): what its map stands in
 */
const SteppeProjection *
steppe_map_scene_get_projection (const SteppeMapScene *self)
{
  return &self->projection;
}

/**
 * steppe_map_scene_get_spots:
 * @self: a scene
 * @n_spots: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_spots): the events that are marked, first to last in
 *   time; the points of the clusters are these
 */
const SteppeMapSpot *
steppe_map_scene_get_spots (const SteppeMapScene *self,
                            guint *n_spots)
{
  *n_spots = self->spots->len;
  return (const SteppeMapSpot *) self->spots->data;
}

/**
 * steppe_map_scene_find_spot:
 * @self: a scene
 * @event: (nullable): any item
 *
 * Returns: (transfer none) (nullable): where it is marked, if it is an event that is
 */
const SteppeMapSpot *
steppe_map_scene_find_spot (const SteppeMapScene *self,
                            SteppeItem *event)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->spot_of, event));

  return n > 0 ? &g_array_index (self->spots, SteppeMapSpot, n - 1) : NULL;
}

/**
 * steppe_map_scene_get_index:
 * @self: a scene
 * @spot: one of its spots
 *
 * Returns: the number of the spot, which is that of the point in the clusters
 */
guint
steppe_map_scene_get_index (const SteppeMapScene *self,
                            const SteppeMapSpot *spot)
{
  return spot - (const SteppeMapSpot *) self->spots->data;
}

/**
 * steppe_map_scene_get_clusters:
 * @self: a scene
 *
 * Returns: (transfer none): the clusters of its spots
 */
const SteppeClusters *
steppe_map_scene_get_clusters (const SteppeMapScene *self)
{
  return self->clusters;
}

/**
 * steppe_map_scene_get_faded:
 * @self: a scene
 *
 * Returns: (transfer none): the clusters of the places of events that are left out because they are not in the span of time
 */
const SteppeClusters *
steppe_map_scene_get_faded (const SteppeMapScene *self)
{
  return self->faded;
}

static int
compare_indexes (gconstpointer a,
                 gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return (first > second) - (first < second);
}

/**
 * steppe_map_scene_get_cluster_events:
 * @self: a scene
 * @cluster: one of its clusters
 *
 * Returns: (transfer container) (element-type SteppeEvent): its events, first to last
 */
GPtrArray *
steppe_map_scene_get_cluster_events (const SteppeMapScene *self,
                                     const SteppeCluster *cluster)
{
  g_autofree guint *members = g_memdup2 (steppe_clusters_get_members (self->clusters, cluster),
                                         cluster->n_points * sizeof (guint));
  GPtrArray *events = g_ptr_array_new_full (cluster->n_points, g_object_unref);

  qsort (members, cluster->n_points, sizeof (guint), compare_indexes);
  for (guint i = 0; i < cluster->n_points; i++)
    g_ptr_array_add (events, g_object_ref (g_array_index (self->spots, SteppeMapSpot, members[i]).event));
  return events;
}

/**
 * steppe_map_scene_get_tracks:
 * @self: a scene
 *
 * Returns: (transfer none) (element-type SteppeMapTrack): its lines, areas first
 */
GPtrArray *
steppe_map_scene_get_tracks (const SteppeMapScene *self)
{
  return self->tracks;
}

/**
 * steppe_map_scene_get_groups:
 * @self: a scene
 *
 * Returns: (transfer none) (element-type SteppeMapGroup): the places of the spots, those with the
 *   most events first
 */
GPtrArray *
steppe_map_scene_get_groups (const SteppeMapScene *self)
{
  return self->groups;
}

/**
 * steppe_map_scene_get_elsewhere:
 * @self: a scene
 *
 * Returns: (transfer none) (element-type SteppeMapGroup): places of events that are too far from
 *   the region to be on its map, those with the most events first
 */
GPtrArray *
steppe_map_scene_get_elsewhere (const SteppeMapScene *self)
{
  return self->elsewhere;
}

/**
 * steppe_map_scene_get_unplaced:
 * @self: a scene
 *
 * Returns: (transfer none) (element-type SteppeEvent): the events that have no place whose position
 *   is known, first to last
 */
GPtrArray *
steppe_map_scene_get_unplaced (const SteppeMapScene *self)
{
  return self->unplaced;
}

/**
 * steppe_map_scene_get_n_hidden:
 * @self: a scene
 * @n_undated: (out): how many of them have no place in time
 *
 * Returns: how many events are left out because they are not in the span of time
 */
guint
steppe_map_scene_get_n_hidden (const SteppeMapScene *self,
                               guint *n_undated)
{
  *n_undated = self->n_hidden_undated;
  return self->n_hidden;
}

/**
 * steppe_map_group_append_events:
 * @self: a place and its events
 * @events: (element-type SteppeEvent): gets the events added, with a reference to each
 */
void
steppe_map_group_append_events (const SteppeMapGroup *self,
                                GPtrArray *events)
{
  for (guint i = 0; i < self->events->len; i++)
    g_ptr_array_add (events, g_object_ref (g_ptr_array_index (self->events, i)));
}

/**
 * steppe_map_scene_locate:
 * @self: a scene
 * @place: a place
 * @point: (out): where it is on the map
 *
 * Returns: whether it is on the map
 */
gboolean
steppe_map_scene_locate (const SteppeMapScene *self,
                         SteppePlace *place,
                         SteppePoint *point)
{
  SteppePosition position;

  if (!get_position (place, &position) || !is_on_map (self, &position))
    return FALSE;
  steppe_projection_forward (&self->projection, position.longitude, position.latitude, &point->x, &point->y);
  return TRUE;
}

/**
 * steppe_map_scene_get_event_places:
 * @self: a scene
 * @event: an event
 *
 * Returns: (transfer container) (element-type SteppePlace): the places of the event that are on the
 *   map, in the order of the file
 */
GPtrArray *
steppe_map_scene_get_event_places (const SteppeMapScene *self,
                                   SteppeEvent *event)
{
  const char *const *ids = steppe_event_get_places (event);
  GPtrArray *places = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      SteppePlace *place = steppe_map_tracks_lookup_place (self->dossier, ids[i]);
      SteppePoint point;

      if (place != NULL && steppe_map_scene_locate (self, place, &point))
        g_ptr_array_add (places, g_object_ref (place));
    }
  return places;
}

/**
 * steppe_map_scene_get_events_of:
 * @self: a scene
 * @item: an item
 *
 * Returns: (transfer full) (element-type SteppeEvent): the marked events that it is tied to
 */
GPtrArray *
steppe_map_scene_get_events_of (const SteppeMapScene *self,
                                SteppeItem *item)
{
  GPtrArray *events = steppe_item_find_events (item, self->dossier);

  for (guint i = events->len; i > 0; i--)
    if (steppe_map_scene_find_spot (self, g_ptr_array_index (events, i - 1)) == NULL)
      g_ptr_array_remove_index (events, i - 1);
  return events;
}

static void
widen (double *least,
       double *most)
{
  double missing = LEAST_HOME - (*most - *least);

  if (missing > 0)
    {
      *least -= missing / 2;
      *most += missing / 2;
    }
}

/**
 * steppe_map_scene_get_home:
 * @self: a scene
 * @box: (out): what to show of the map at first
 *
 * What is marked within the region, and if nothing is, what is marked at all, and if nothing is,
 * the region.
 */
void
steppe_map_scene_get_home (const SteppeMapScene *self,
                           SteppeBox *box)
{
  SteppeBox all = STEPPE_BOX_EMPTY;

  *box = STEPPE_BOX_EMPTY;
  for (guint i = 0; i < self->spots->len; i++)
    {
      const SteppeMapSpot *spot = &g_array_index (self->spots, SteppeMapSpot, i);

      steppe_box_extend (&all, spot->x, spot->y);
      if (steppe_box_contains (&STEPPE_BOX_REGION, spot->x, spot->y))
        steppe_box_extend (box, spot->x, spot->y);
    }
  if (steppe_box_is_empty (box))
    *box = all;
  if (steppe_box_is_empty (box))
    {
      *box = STEPPE_BOX_REGION;
      return;
    }
  widen (&box->x_min, &box->x_max);
  widen (&box->y_min, &box->y_max);
}
