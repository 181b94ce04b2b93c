/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-timeline-groups.h"

#include "model/steppe-facet.h"

/* A group has so many lanes, where it has so many events and there is no room for more. */
#define USUAL_LANES 3
/* Pixels between groups. */
#define SPACING 6

struct _SteppeTimelineGroups
{
  GPtrArray *groups; /* of SteppeTimelineGroup */
  gboolean have_names;
};

G_DEFINE_ENUM_TYPE (SteppeTimelineLanes, steppe_timeline_lanes, G_DEFINE_ENUM_VALUE (STEPPE_TIMELINE_LANES_NONE, "none"), G_DEFINE_ENUM_VALUE (STEPPE_TIMELINE_LANES_KIND, "kind"), G_DEFINE_ENUM_VALUE (STEPPE_TIMELINE_LANES_ACTOR, "actor"), G_DEFINE_ENUM_VALUE (STEPPE_TIMELINE_LANES_PLACE, "place"))

static void
group_free (gpointer data)
{
  SteppeTimelineGroup *group = data;

  steppe_timeline_track_free (group->track);
  g_free (group->key);
  g_free (group->name);
  g_free (group);
}

/* Sorting events into groups: value of the facet → GArray of their numbers. */
typedef struct
{
  SteppeDossier *dossier;
  SteppeFacet facet;
  GHashTable *numbers;
} Sorting;

static void
add_number (Sorting *sorting,
            const char *key,
            guint number)
{
  GArray *numbers = g_hash_table_lookup (sorting->numbers, key);

  if (numbers == NULL)
    {
      numbers = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (sorting->numbers, g_strdup (key), numbers);
    }
  g_array_append_val (numbers, number);
}

static SteppeFacet
get_facet (SteppeTimelineLanes lanes)
{
  switch (lanes)
    {
    case STEPPE_TIMELINE_LANES_ACTOR:
      return STEPPE_FACET_ACTOR;
    case STEPPE_TIMELINE_LANES_PLACE:
      return STEPPE_FACET_PLACE;
    case STEPPE_TIMELINE_LANES_KIND:
    case STEPPE_TIMELINE_LANES_NONE:
    default:
      return STEPPE_FACET_KIND;
    }
}

/* The greater first, those without a kind, an actor or a place last. */
static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const SteppeTimelineGroup *first = a, *second = b;
  guint n_first = steppe_timeline_track_get_n_events (first->track), n_second = steppe_timeline_track_get_n_events (second->track);

  if ((*first->key == '\0') != (*second->key == '\0'))
    return *first->key == '\0' ? 1 : -1;
  if (n_first != n_second)
    return n_first > n_second ? -1 : 1;
  return g_utf8_collate (first->name, second->name);
}

static void
add_sorted (SteppeTimelineGroups *self,
            const SteppeTimelineEvents *events,
            Sorting *sorting)
{
  GHashTableIter iter;
  gpointer key, numbers;

  g_hash_table_iter_init (&iter, sorting->numbers);
  while (g_hash_table_iter_next (&iter, &key, &numbers))
    {
      SteppeTimelineGroup *group = g_new0 (SteppeTimelineGroup, 1);

      group->key = g_strdup (key);
      group->name = steppe_facet_dup_label (sorting->facet, key, sorting->dossier);
      group->track = steppe_timeline_track_new (events, numbers);
      g_ptr_array_add (self->groups, group);
    }
  g_ptr_array_sort_values (self->groups, compare_groups);
}

static void
add_all (SteppeTimelineGroups *self,
         const SteppeTimelineEvents *events)
{
  SteppeTimelineGroup *group = g_new0 (SteppeTimelineGroup, 1);

  group->key = g_strdup ("");
  group->track = steppe_timeline_track_new_all (events);
  g_ptr_array_add (self->groups, group);
}

/**
 * steppe_timeline_groups_new:
 * @events: events, to outlive the groups
 * @dossier: (nullable): the dossier that they are of
 * @lanes: by what they are put together
 *
 * Returns: (transfer full): the groups, the one with most events first; one group without a name where @lanes is
 *   %STEPPE_TIMELINE_LANES_NONE or there is nothing
 */
SteppeTimelineGroups *
steppe_timeline_groups_new (const SteppeTimelineEvents *events,
                            SteppeDossier *dossier,
                            SteppeTimelineLanes lanes)
{
  SteppeTimelineGroups *self = g_new0 (SteppeTimelineGroups, 1);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  Sorting sorting = { dossier, get_facet (lanes), numbers };

  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->have_names = lanes != STEPPE_TIMELINE_LANES_NONE && dossier != NULL && steppe_timeline_events_get_n_events (events) > 0;
  if (!self->have_names)
    {
      add_all (self, events);
      return self;
    }
  for (guint i = 0; i < steppe_timeline_events_get_n_events (events); i++)
    {
      steppe_facet_collect (sorting.facet, steppe_timeline_events_get_event (events, i)->event, dossier, values);
      for (guint k = 0; k < values->len; k++)
        add_number (&sorting, g_ptr_array_index (values, k), i);
    }
  add_sorted (self, events, &sorting);
  return self;
}

/**
 * steppe_timeline_groups_free:
 * @self: (transfer full): groups
 */
void
steppe_timeline_groups_free (SteppeTimelineGroups *self)
{
  g_ptr_array_unref (self->groups);
  g_free (self);
}

/**
 * steppe_timeline_groups_get_n_groups:
 * @self: groups
 *
 * Returns: how many there are
 */
guint
steppe_timeline_groups_get_n_groups (const SteppeTimelineGroups *self)
{
  return self->groups->len;
}

/**
 * steppe_timeline_groups_get_group:
 * @self: groups
 * @n: which, from the top
 *
 * Returns: (transfer none): the group
 */
SteppeTimelineGroup *
steppe_timeline_groups_get_group (const SteppeTimelineGroups *self,
                                  guint n)
{
  g_return_val_if_fail (n < self->groups->len, NULL);

  return g_ptr_array_index (self->groups, n);
}

/**
 * steppe_timeline_groups_have_names:
 * @self: groups
 *
 * Returns: whether they have names, and can be collapsed
 */
gboolean
steppe_timeline_groups_have_names (const SteppeTimelineGroups *self)
{
  return self->have_names;
}

/**
 * steppe_timeline_groups_find_at:
 * @self: groups that are arranged
 * @y: pixels from the top of the first
 *
 * Returns: the number of the group there; the first or the last beyond the ends
 */
guint
steppe_timeline_groups_find_at (const SteppeTimelineGroups *self,
                                double y)
{
  guint low = 0, high = self->groups->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (steppe_timeline_groups_get_group (self, middle)->y <= y)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/**
 * steppe_timeline_groups_has_event:
 * @self: groups
 * @n: which group
 * @number: the number of an event, or %STEPPE_TIMELINE_NONE
 *
 * Returns: whether the event is in that group
 */
gboolean
steppe_timeline_groups_has_event (const SteppeTimelineGroups *self,
                                  guint n,
                                  guint number)
{
  return steppe_timeline_track_find_number (steppe_timeline_groups_get_group (self, n)->track, number) != STEPPE_TIMELINE_NONE;
}

/**
 * steppe_timeline_groups_find_event:
 * @self: groups
 * @number: the number of an event
 *
 * Returns: the number of the first group that has the event, one that is not collapsed if there is any; else
 *   %STEPPE_TIMELINE_NONE
 */
guint
steppe_timeline_groups_find_event (const SteppeTimelineGroups *self,
                                   guint number)
{
  guint found = STEPPE_TIMELINE_NONE;

  for (guint i = 0; i < self->groups->len; i++)
    {
      if (!steppe_timeline_groups_has_event (self, i, number))
        continue;
      if (!steppe_timeline_groups_get_group (self, i)->collapsed)
        return i;
      if (found == STEPPE_TIMELINE_NONE)
        found = i;
    }
  return found;
}

/* Where all events have a lane, nothing needs to be counted. */
static double
get_height (const SteppeTimelineGroup *group,
            double lane,
            double counts)
{
  guint n_events = steppe_timeline_track_get_n_events (group->track);

  if (group->collapsed)
    return lane + SPACING;
  return group->n_lanes * lane + (n_events > group->n_lanes ? counts : 0) + SPACING;
}

/* Gives the lanes that there is room for to the groups with most events to a lane. */
static void
share_out (SteppeTimelineGroups *self,
           double lane,
           double room)
{
  while (room >= lane)
    {
      SteppeTimelineGroup *fullest = NULL;
      double most = 1;

      for (guint i = 0; i < self->groups->len; i++)
        {
          SteppeTimelineGroup *group = steppe_timeline_groups_get_group (self, i);
          double events = steppe_timeline_track_get_n_events (group->track) / (double) MAX (1, group->n_lanes);

          if (group->collapsed || events <= most)
            continue;
          most = events;
          fullest = group;
        }
      if (fullest == NULL)
        return;
      fullest->n_lanes++;
      room -= lane;
    }
}

/**
 * steppe_timeline_groups_arrange:
 * @self: groups
 * @lane: the height of a lane in pixels
 * @counts: the height of the row of counts below lanes
 * @room: how many pixels there are for all
 *
 * Sets the lanes, the top and the height of each group. They do not depend on what part of time is seen, so that
 * nothing moves up or down when that changes.
 *
 * Returns: the height of all, which may be more than @room
 */
double
steppe_timeline_groups_arrange (SteppeTimelineGroups *self,
                                double lane,
                                double counts,
                                double room)
{
  double total = 0;

  if (!self->have_names)
    {
      SteppeTimelineGroup *all = steppe_timeline_groups_get_group (self, 0);

      all->n_lanes = (guint) MAX (1, (room - counts) / lane);
      all->height = room;
      return room;
    }
  for (guint i = 0; i < self->groups->len; i++)
    {
      SteppeTimelineGroup *group = steppe_timeline_groups_get_group (self, i);

      group->n_lanes = MIN (steppe_timeline_track_get_n_events (group->track), USUAL_LANES);
      total += get_height (group, lane, counts);
    }
  share_out (self, lane, room - total);
  total = 0;
  for (guint i = 0; i < self->groups->len; i++)
    {
      SteppeTimelineGroup *group = steppe_timeline_groups_get_group (self, i);

      group->y = total;
      group->height = get_height (group, lane, counts);
      total += group->height;
    }
  return total;
}
