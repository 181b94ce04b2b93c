/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/steppe-local-date.h"

#include "model/steppe-place.h"
#include "time/steppe-time-zone.h"

/* What the clocks showed where something happened. A date-time that has an offset is an instant, whatever the offset is:
 * a report in UTC of what happened in Ulaanbaatar. It is shown by the clocks of the first of the places that has a time
 * zone, or else as it is written. */

/* The place whose clocks show @date, and how far they are ahead of UTC. */
static SteppePlace *
find_clock (SteppeDate *date,
            const char *const *places,
            SteppeDossier *dossier,
            int *seconds)
{
  if (date == NULL || !steppe_date_get_offset (date, NULL))
    return NULL;
  for (guint i = 0; places != NULL && places[i] != NULL; i++)
    {
      SteppeItem *place = steppe_dossier_lookup (dossier, places[i]);
      GTimeZone *zone = STEPPE_IS_PLACE (place) ? steppe_place_get_zone (STEPPE_PLACE (place)) : NULL;

      if (zone != NULL)
        return steppe_time_zone_find_offset (zone, steppe_date_get_earliest (date), seconds) ? STEPPE_PLACE (place) : NULL;
    }
  return NULL;
}

/**
 * steppe_event_dup_local_date:
 * @event: an event of @dossier
 * @dossier: the dossier
 *
 * When the event was by the clocks of where it was: the instants that [method@Date.get_local_earliest] and
 * [method@Date.get_local_latest] give of it are those that its words say.
 *
 * Returns: (transfer full) (nullable): the date of @event, in the time zone of its first place that has one
 */
SteppeDate *
steppe_event_dup_local_date (SteppeEvent *event,
                             SteppeDossier *dossier)
{
  SteppeDate *date;
  int seconds;

  g_return_val_if_fail (STEPPE_IS_EVENT (event) && STEPPE_IS_DOSSIER (dossier), NULL);

  date = steppe_event_get_date (event);
  if (find_clock (date, steppe_event_get_places (event), dossier, &seconds) != NULL)
    return steppe_date_new_at_offset (date, seconds);
  return date != NULL ? steppe_date_ref (date) : NULL;
}

/**
 * steppe_event_get_span:
 * @event: an event of @dossier
 * @dossier: the dossier
 *
 * When it may have been, by the clocks of where it was, as the timeline has it.
 *
 * Returns: from its earliest instant to its latest; %STEPPE_SPAN_EMPTY where [method@Event.is_dated] is not so
 */
SteppeSpan
steppe_event_get_span (SteppeEvent *event,
                       SteppeDossier *dossier)
{
  g_autoptr (SteppeDate) date = steppe_event_dup_local_date (event, dossier);

  if (!steppe_event_is_dated (event))
    return STEPPE_SPAN_EMPTY;
  return (SteppeSpan) { steppe_date_get_local_earliest (date), steppe_date_get_local_latest (date) };
}

/**
 * steppe_local_date_dup_words:
 * @date: a date
 * @places: (nullable) (array zero-terminated=1): ids of the places that it is about
 * @dossier: the dossier of @places
 * @style: how much room there is
 *
 * Returns: (transfer full): @date by the clocks of the first of @places that has a time zone, in the user's language
 */
char *
steppe_local_date_dup_words (SteppeDate *date,
                             const char *const *places,
                             SteppeDossier *dossier,
                             SteppeDateStyle style)
{
  g_autoptr (SteppeDate) local = NULL;
  SteppePlace *place;
  int seconds;

  g_return_val_if_fail (date != NULL && STEPPE_IS_DOSSIER (dossier), NULL);

  place = find_clock (date, places, dossier, &seconds);
  if (place == NULL)
    return steppe_date_format (date, style);
  local = steppe_date_new_at_offset (date, seconds);
  return steppe_date_format_with_clock (local, style, steppe_dossier_resolve_name (dossier, STEPPE_ITEM (place)));
}
