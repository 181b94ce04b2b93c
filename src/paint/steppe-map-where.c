/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-map-where.h"

#include "geo/steppe-projection.h"
#include "paint/steppe-map-tracks.h"
#include "model/steppe-actor.h"
#include "model/steppe-event.h"
#include "model/steppe-journey.h"

/* Takes over the position of a place, unless there is one already; returns whether it is in the region. */
static gboolean
take_position (SteppePlace *place,
               SteppePosition *position,
               gboolean *found)
{
  SteppeProjection region;
  SteppePosition here;
  gboolean in_region;

  if (place == NULL || !steppe_place_get_center (place, &here))
    return FALSE;
  steppe_projection_init_region (&region);
  in_region = steppe_projection_includes (&region, here.longitude, here.latitude);
  if (!*found || in_region)
    *position = here;
  *found = TRUE;
  return in_region;
}

static gboolean
find_position_of_event (SteppeDossier *dossier,
                        SteppeEvent *event,
                        SteppePosition *position)
{
  const char *const *ids = steppe_event_get_places (event);
  gboolean found = FALSE;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (take_position (steppe_map_tracks_lookup_place (dossier, ids[i]), position, &found))
      break;
  return found;
}

static gboolean
find_position_of_journey (SteppeDossier *dossier,
                          SteppeJourney *journey,
                          SteppePosition *position)
{
  GPtrArray *legs = steppe_journey_get_legs (journey);
  gboolean found = FALSE;

  for (guint i = 0; legs != NULL && i < legs->len; i++)
    {
      const SteppeLeg *leg = g_ptr_array_index (legs, i);

      if (take_position (steppe_map_tracks_lookup_place (dossier, leg->from), position, &found) ||
          take_position (steppe_map_tracks_lookup_place (dossier, leg->to), position, &found))
        break;
    }
  return found;
}

/**
 * steppe_map_find_position:
 * @dossier: a dossier
 * @item: (nullable): an item of it
 * @position: (out): where it is on earth, in the region if it is there and elsewhere; set only if %TRUE is returned
 *
 * Looks for where a place or event is, where a journey goes, or where an actor has its place.
 *
 * Returns: whether that is known
 */
gboolean
steppe_map_find_position (SteppeDossier *dossier,
                          SteppeItem *item,
                          SteppePosition *position)
{
  gboolean found = FALSE;

  if (STEPPE_IS_PLACE (item))
    take_position (STEPPE_PLACE (item), position, &found);
  else if (STEPPE_IS_ACTOR (item))
    take_position (steppe_map_tracks_lookup_place (dossier, steppe_actor_get_place (STEPPE_ACTOR (item))), position, &found);
  else if (STEPPE_IS_EVENT (item))
    found = find_position_of_event (dossier, STEPPE_EVENT (item), position);
  else if (STEPPE_IS_JOURNEY (item))
    found = find_position_of_journey (dossier, STEPPE_JOURNEY (item), position);
  return found;
}
