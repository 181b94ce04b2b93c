/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "paint/steppe-map-words.h"

#include <glib/gi18n.h>
#include <math.h>

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
 * steppe_map_words_describe_line:
 * @dossier: the dossier
 * @item: one of its journeys or relations
 *
 * Returns: (transfer full): what it is, and the status of a journey, for people who hear the map
 */
char *
steppe_map_words_describe_line (SteppeDossier *dossier,
                                SteppeItem *item)
{
  if (!STEPPE_IS_JOURNEY (item))
    return steppe_item_dup_title (item, dossier);
  /* Translators: a journey on the map: name, status. */
  return g_strdup_printf (_ ("%s, %s"), steppe_dossier_resolve_name (dossier, item),
                          steppe_status_get_label (steppe_journey_get_status (STEPPE_JOURNEY (item)),
                                                   steppe_journey_get_status_text (STEPPE_JOURNEY (item))));
}

/**
 * steppe_map_words_name_line:
 * @dossier: the dossier
 * @item: one of its journeys, or a place that is a line or an area
 *
 * Returns: (transfer full): what is written at its line
 */
char *
steppe_map_words_name_line (SteppeDossier *dossier,
                            SteppeItem *item)
{
  const char *name = steppe_dossier_resolve_name (dossier, item);

  if (STEPPE_IS_JOURNEY (item) && steppe_journey_is_schematic (STEPPE_JOURNEY (item)))
    /* Translators: the name of a journey on the map whose line shows only roughly how it goes. */
    return g_strdup_printf (_ ("%s, schematic"), name);
  return g_strdup (name);
}

/* Where a leg goes from and to, NULL where it does not say. */
static char *
describe_way (SteppeDossier *dossier,
              const SteppeLeg *leg)
{
  SteppePlace *from = leg != NULL ? steppe_map_tracks_lookup_place (dossier, leg->from) : NULL;
  SteppePlace *to = leg != NULL ? steppe_map_tracks_lookup_place (dossier, leg->to) : NULL;

  if (from == NULL || to == NULL)
    return NULL;
  /* Translators: a leg of a journey: the place where it begins, the place where it ends. */
  return g_strdup_printf (_ ("%1$s → %2$s"), steppe_dossier_resolve_name (dossier, STEPPE_ITEM (from)),
                          steppe_dossier_resolve_name (dossier, STEPPE_ITEM (to)));
}

/* When and how sure: “2 September 2024 · planned · schematic”. */
static char *
describe_standing (SteppeDossier *dossier,
                   const SteppeMapTrack *track)
{
  g_autofree char *when = track->leg != NULL ? steppe_leg_dup_when (track->leg, dossier, STEPPE_DATE_STYLE_LONG)
                                             : steppe_item_dup_when (track->item, dossier, STEPPE_DATE_STYLE_LONG);
  const char *own = track->leg != NULL ? track->leg->status : NULL;
  GString *words = g_string_new (when);

  if (STEPPE_IS_JOURNEY (track->item))
    {
      if (own != NULL)
        steppe_words_append (words, steppe_status_get_label (steppe_status_from_string (own), own));
      else if (track->leg != NULL && !track->leg->certain)
        steppe_words_append (words, _ ("uncertain"));
      else
        steppe_words_append (words, steppe_item_get_status_label (track->item));
      if (steppe_journey_is_schematic (STEPPE_JOURNEY (track->item)))
        steppe_words_append (words, _ ("schematic"));
    }
  return g_string_free (words, FALSE);
}

/**
 * steppe_map_words_mark_up_line:
 * @dossier: the dossier
 * @track: a line of it
 *
 * Returns: (transfer full): Pango markup for the tooltip of the line: what it is, where from and to, when, how sure
 */
char *
steppe_map_words_mark_up_line (SteppeDossier *dossier,
                               const SteppeMapTrack *track)
{
  g_autofree char *title = steppe_item_dup_title (track->item, dossier);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *way = describe_way (dossier, track->leg);
  g_autofree char *standing = describe_standing (dossier, track);
  GString *markup = g_string_new (NULL);

  g_string_append_printf (markup, "<b>%s</b>", escaped);
  for (guint i = 0; i < 2; i++)
    {
      const char *line = i == 0 ? way : standing;
      g_autofree char *words = line != NULL ? g_markup_escape_text (line, -1) : NULL;

      if (words != NULL && *words != '\0')
        g_string_append_printf (markup, "\n<small>%s</small>", words);
    }
  return g_string_free (markup, FALSE);
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

/**
 * steppe_map_words_describe_position:
 * @longitude: degrees east
 * @latitude: degrees north
 * @precision: how exact it is, in metres; so many digits are given
 *
 * Returns: (transfer full): the coordinates in the user's language: “47.92° N, 106.91° E”
 */
char *
steppe_map_words_describe_position (double longitude,
                                    double latitude,
                                    double precision)
{
  /* A degree of latitude is about 111 kilometres. */
  int digits = CLAMP ((int) ceil (log10 (111000.0 / precision)), 0, 5);
  g_autofree char *north = g_strdup_printf (latitude < 0 ? _ ("%.*f° S") : _ ("%.*f° N"), digits, fabs (latitude));
  g_autofree char *east = g_strdup_printf (longitude < 0 ? _ ("%.*f° W") : _ ("%.*f° E"), digits, fabs (longitude));

  /* Translators: latitude and longitude */
  return g_strdup_printf (_ ("%1$s, %2$s"), north, east);
}
