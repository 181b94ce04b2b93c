/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "map/steppe-map-words.h"

#include <glib/gi18n.h>

#include "model/steppe-item-words.h"

/* How many events of a cluster its tooltip names. */
#define MAX_NAMED 4

/**
 * steppe_map_words_get_place_name:
 * @scene: what there is to show
 * @marker: a marker
 *
 * Returns: (transfer none): the name of the place where the marker stands
 */
const char *
steppe_map_words_get_place_name (const SteppeMapScene *scene,
                                 const SteppeMapMarker *marker)
{
  const SteppeMapSpot *spot = steppe_map_marker_get_place_spot (marker, scene);

  return steppe_dossier_resolve_name (steppe_map_scene_get_dossier (scene), STEPPE_ITEM (spot->place));
}

/**
 * steppe_map_words_describe_marker:
 * @scene: what there is to show
 * @marker: a marker
 *
 * Returns: (transfer full): what it stands for, for people who hear the map
 */
char *
steppe_map_words_describe_marker (const SteppeMapScene *scene,
                                  const SteppeMapMarker *marker)
{
  guint n = marker->cluster->n_points;
  const char *place = steppe_map_words_get_place_name (scene, marker);
  g_autofree char *event = NULL;

  if (marker->spot == NULL)
    /* Translators: %u is a number of events, %s the name of a place. */
    return g_strdup_printf (ngettext ("%'u event near %s", "%'u events near %s", n), n, place);
  event = steppe_event_dup_label (marker->spot->event, steppe_map_scene_get_dossier (scene));
  if (n == 1)
    return g_steal_pointer (&event);
  /* Translators: %s is an event with its date, %u the number of other events at the same place. */
  return g_strdup_printf (ngettext ("%s, and %'u more event here", "%s, and %'u more events here", n - 1), event, n - 1);
}

/**
 * steppe_map_words_describe_journey:
 * @dossier: the dossier
 * @journey: one of its journeys
 *
 * Returns: (transfer full): name and status, for people who hear the map
 */
char *
steppe_map_words_describe_journey (SteppeDossier *dossier,
                                   SteppeJourney *journey)
{
  /* Translators: a journey on the map: name, status. */
  return g_strdup_printf (_ ("%s, %s"), steppe_dossier_resolve_name (dossier, STEPPE_ITEM (journey)),
                          steppe_status_get_label (steppe_journey_get_status (journey),
                                                   steppe_journey_get_status_text (journey)));
}

/**
 * steppe_map_words_mark_up_badge:
 * @scene: what there is to show
 * @badge: a marker that stands for several events
 *
 * Returns: (transfer full): Pango markup for the tooltip of the marker: how many events there are, and the first of them
 */
char *
steppe_map_words_mark_up_badge (const SteppeMapScene *scene,
                                const SteppeMapMarker *badge)
{
  SteppeDossier *dossier = steppe_map_scene_get_dossier (scene);
  g_autofree char *heading = steppe_map_words_describe_marker (scene, badge);
  g_autofree char *escaped = g_markup_escape_text (heading, -1);
  g_autoptr (GPtrArray) events = steppe_map_scene_get_cluster_events (scene, badge->cluster);
  GString *markup = g_string_new (NULL);

  g_string_append_printf (markup, "<b>%s</b>", escaped);
  for (guint i = 0; i < events->len && i < MAX_NAMED; i++)
    {
      g_autofree char *title = g_markup_escape_text (steppe_dossier_resolve_name (dossier, g_ptr_array_index (events, i)), -1);

      g_string_append_printf (markup, "\n<small>%s</small>", title);
    }
  if (events->len > MAX_NAMED)
    g_string_append (markup, "\n<small>…</small>");
  return g_string_free (markup, FALSE);
}

/**
 * steppe_map_words_describe_group:
 * @dossier: the dossier
 * @group: a place and its events
 *
 * Returns: (transfer full): its name and how many events there are
 */
char *
steppe_map_words_describe_group (SteppeDossier *dossier,
                                 const SteppeMapGroup *group)
{
  /* Translators: the name of a place and the number of events there. */
  return g_strdup_printf (_ ("%s · %'u"), steppe_dossier_resolve_name (dossier, STEPPE_ITEM (group->place)),
                          group->events->len);
}

/**
 * steppe_map_words_offer_group:
 * @dossier: the dossier
 * @group: a place and its events
 *
 * Returns: (transfer full): what a button does that leads there
 */
char *
steppe_map_words_offer_group (SteppeDossier *dossier,
                              const SteppeMapGroup *group)
{
  return g_strdup_printf (ngettext ("Show %s, %'u event", "Show %s, %'u events", group->events->len),
                          steppe_dossier_resolve_name (dossier, STEPPE_ITEM (group->place)), group->events->len);
}
