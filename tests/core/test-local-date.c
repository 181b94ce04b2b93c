/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/steppe-local-date.h"

#include <locale.h>

#include "dossier-testing.h"
#include "model/steppe-chronology.h"
#include "model/steppe-item-words.h"
#include "paint/steppe-timeline-events.h"
#include "time/steppe-time-zone.h"

#define PLACES                                                                                        \
  "'places': ["                                                                                       \
  "{'id': 'ub', 'name': {'en': 'Ulaanbaatar', 'ru': 'Улан-Батор'}, 'timezone': 'Asia/Ulaanbaatar'}, " \
  "{'id': 'ktm', 'name': 'Kathmandu', 'timezone': 'Asia/Kathmandu'}, "                                \
  "{'id': 'berlin', 'name': 'Berlin', 'timezone': 'Europe/Berlin'}, "                                 \
  "{'id': 'ny', 'name': 'New York', 'timezone': 'America/New_York'}, "                                \
  "{'id': 'nowhere', 'name': 'Nowhere', 'timezone': 'Asia/Nowhere'}, "                                \
  "{'id': 'unzoned', 'name': 'Unzoned'}]"

static SteppeDossier *
read_event (const char *date,
            const char *places)
{
  g_autofree char *members = g_strdup_printf (PLACES ", 'events': [{'id': 'e', 'title': 'T', 'date': '%s', 'places': [%s]}]", date, places);

  return read_members (members);
}

/* What is shown is the time where it was, and whose time that is. */
static void
test_words (void)
{
  static const struct
  {
    const char *date, *places, *long_words, *short_words, *local;
  } cases[] = {
    { "2024-09-02T13:40:00Z", "'ub'", "2 September 2024, 21:40, Ulaanbaatar time (UTC+08:00)", "2 Sep 2024, 21:40 UTC+8", "2024-09-02T21:40:00" },
    /* written by another clock */
    { "2024-09-02T16:40:00+03:00", "'ub'", "2 September 2024, 21:40, Ulaanbaatar time (UTC+08:00)", "2 Sep 2024, 21:40 UTC+8", "2024-09-02T21:40:00" },
    { "2024-09-02T21:40:30+08:00", "'ub'", "2 September 2024, 21:40:30, Ulaanbaatar time (UTC+08:00)", "2 Sep 2024, 21:40:30 UTC+8", "2024-09-02T21:40:30" },
    /* another day, another year */
    { "2023-12-31T20:00:00Z", "'ub'", "1 January 2024, 04:00, Ulaanbaatar time (UTC+08:00)", "1 Jan 2024, 04:00 UTC+8", "2024-01-01T04:00:00" },
    { "2024-03-01T03:00:00Z", "'ny'", "29 February 2024, 22:00, New York time (UTC−05:00)", "29 Feb 2024, 22:00 UTC−5", "2024-02-29T22:00:00" },
    /* not whole hours */
    { "2024-09-02T18:30:00Z", "'ktm'", "3 September 2024, 00:15, Kathmandu time (UTC+05:45)", "3 Sep 2024, 00:15 UTC+5:45", "2024-09-03T00:15:00" },
    /* the hour before and after clocks were set back, and set forward */
    { "2024-10-27T00:30:00Z", "'berlin'", "27 October 2024, 02:30, Berlin time (UTC+02:00)", "27 Oct 2024, 02:30 UTC+2", "2024-10-27T02:30:00" },
    { "2024-10-27T01:30:00Z", "'berlin'", "27 October 2024, 02:30, Berlin time (UTC+01:00)", "27 Oct 2024, 02:30 UTC+1", "2024-10-27T02:30:00" },
    { "2024-03-31T00:59:59Z", "'berlin'", "31 March 2024, 01:59:59, Berlin time (UTC+01:00)", "31 Mar 2024, 01:59:59 UTC+1", "2024-03-31T01:59:59" },
    { "2024-03-31T01:00:00Z", "'berlin'", "31 March 2024, 03:00, Berlin time (UTC+02:00)", "31 Mar 2024, 03:00 UTC+2", "2024-03-31T03:00:00" },
    /* the offset of another age */
    { "1939-08-20T00:00:00Z", "'ub'", "20 August 1939, 07:00, Ulaanbaatar time (UTC+07:00)", "20 Aug 1939, 07:00 UTC+7", "1939-08-20T07:00:00" },
    { "1900-01-01T00:00:00Z", "'ub'", "1 January 1900, 07:07:32, Ulaanbaatar time (UTC+07:07:32)", "1 Jan 1900, 07:07:32 UTC+07:07:32", "1900-01-01T07:07:32" },
    /* the first place that has a zone */
    { "2024-09-02T13:40:00Z", "'unzoned', 'missing', 'nowhere', 'ub', 'ktm'", "2 September 2024, 21:40, Ulaanbaatar time (UTC+08:00)", "2 Sep 2024, 21:40 UTC+8", "2024-09-02T21:40:00" },
    /* no zone, no known zone, no place */
    { "2024-09-02T21:40:00+08:00", "'unzoned'", "2 September 2024, 21:40 (UTC+08:00)", "2 Sep 2024, 21:40 UTC+8", "2024-09-02T21:40:00" },
    { "2024-09-02T21:40:00+08:00", "'nowhere'", "2 September 2024, 21:40 (UTC+08:00)", "2 Sep 2024, 21:40 UTC+8", "2024-09-02T21:40:00" },
    { "2024-09-02T21:40:00+05:30", "", "2 September 2024, 21:40 (UTC+05:30)", "2 Sep 2024, 21:40 UTC+5:30", "2024-09-02T21:40:00" },
    { "2024-09-02T21:40:00Z", "", "2 September 2024, 21:40 (UTC)", "2 Sep 2024, 21:40 UTC", "2024-09-02T21:40:00" },
    /* no offset: the time is somebody's, and nobody says whose; no time of day: the day is the day */
    { "2024-09-02T21:40:00", "'ub'", "2 September 2024, 21:40", "2 Sep 2024, 21:40", "2024-09-02T21:40:00" },
    { "2024-09-02", "'ub'", "2 September 2024", "2 Sep 2024", "2024-09-02T00:00:00" },
    { "1939-05-11/1939-09-16", "'ub'", "11 May – 16 September 1939", "11 May – 16 Sep 1939", "1939-05-11T00:00:00" },
    /* years that time zones do not reach */
    { "-0043-03-15T12:00:00Z", "'ub'", "15 March 44 BCE, 12:00 (UTC)", "15 Mar 44 BCE, 12:00 UTC", "-0043-03-15T12:00:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SteppeDossier) dossier = read_event (cases[i].date, cases[i].places);
      SteppeItem *event = steppe_dossier_lookup (dossier, "e");
      g_autofree char *long_words = steppe_item_dup_when (event, dossier, STEPPE_DATE_STYLE_LONG);
      g_autofree char *short_words = steppe_item_dup_when (event, dossier, STEPPE_DATE_STYLE_SHORT);
      g_autoptr (SteppeDate) date = steppe_event_dup_local_date (STEPPE_EVENT (event), dossier);
      g_autofree char *local = steppe_instant_to_iso (steppe_date_get_local_earliest (date));

      g_assert_cmpstr (long_words, ==, cases[i].long_words);
      g_assert_cmpstr (short_words, ==, cases[i].short_words);
      g_assert_cmpstr (local, ==, cases[i].local);
      g_assert_cmpint (steppe_date_get_earliest (date), ==, steppe_date_get_earliest (steppe_event_get_date (STEPPE_EVENT (event))));
      g_assert_cmpstr (steppe_date_get_text (date), ==, cases[i].date);
    }
}

/* The timeline and the span of time go by the clocks that the words name: in the order of their hours, whatever the
 * instants are. */
static void
test_timeline (void)
{
  g_autoptr (SteppeDossier) dossier = read_members (PLACES ", 'events': ["
                                                           "{'id': 'west', 'title': 'T', 'date': '2024-01-01T01:00:00Z', 'places': ['ny']}, "
                                                           "{'id': 'east', 'title': 'T', 'date': '2024-01-01T00:00:00Z', 'places': ['ub']}, "
                                                           "{'id': 'own', 'title': 'T', 'date': '2024-01-01T05:00:00+05:30'}]");
  static const struct
  {
    const char *id, *local;
  } events[] = { { "west", "2023-12-31T20:00:00" }, { "own", "2024-01-01T05:00:00" }, { "east", "2024-01-01T08:00:00" } };
  g_autoptr (SteppeTimelineEvents) timeline = steppe_timeline_events_new (dossier, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      const SteppeTimelineEvent *placed = steppe_timeline_events_get_event (timeline, i);
      SteppeSpan span = steppe_event_get_span (placed->event, dossier);
      g_autofree char *anchor = steppe_instant_to_iso (placed->anchor);

      g_assert_cmpstr (steppe_item_get_id (STEPPE_ITEM (placed->event)), ==, events[i].id);
      g_assert_cmpstr (anchor, ==, events[i].local);
      g_assert_cmpint (span.earliest, ==, placed->start_earliest);
      g_assert_cmpint (span.latest, ==, placed->end_latest);
    }
}

/* The zone of a place is the one that it has now. */
static void
test_changed_zone (void)
{
  g_autoptr (SteppeDossier) dossier = read_event ("2024-09-02T13:40:00Z", "'ub'");
  SteppeItem *place = steppe_dossier_lookup (dossier, "ub");
  g_autofree char *before = steppe_item_dup_when (steppe_dossier_lookup (dossier, "e"), dossier, STEPPE_DATE_STYLE_SHORT);
  g_autofree char *after = NULL, *without = NULL;

  g_object_set (place, "timezone", "Asia/Tokyo", NULL);
  after = steppe_item_dup_when (steppe_dossier_lookup (dossier, "e"), dossier, STEPPE_DATE_STYLE_SHORT);
  g_object_set (place, "timezone", NULL, NULL);
  without = steppe_item_dup_when (steppe_dossier_lookup (dossier, "e"), dossier, STEPPE_DATE_STYLE_SHORT);
  g_assert_cmpstr (before, ==, "2 Sep 2024, 21:40 UTC+8");
  g_assert_cmpstr (after, ==, "2 Sep 2024, 22:40 UTC+9");
  g_assert_cmpstr (without, ==, "2 Sep 2024, 13:40 UTC");
}

/* A leg is told by the clocks of where it begins, a journey by those of its first leg. */
static void
test_legs (void)
{
  g_autoptr (SteppeDossier) dossier = read_members (PLACES ", 'journeys': [{'id': 'j', 'name': 'J', 'legs': ["
                                                           "{'from': 'unzoned', 'to': 'ktm'}, "
                                                           "{'from': 'ub', 'to': 'ktm', 'date': '2024-09-03T16:30:00Z'}]}]");
  SteppeItem *journey = steppe_dossier_lookup (dossier, "j");
  g_autofree char *when = steppe_item_dup_when (journey, dossier, STEPPE_DATE_STYLE_LONG);
  g_autofree char *undated = steppe_leg_dup_when (g_ptr_array_index (steppe_journey_get_legs (STEPPE_JOURNEY (journey)), 0), dossier, STEPPE_DATE_STYLE_LONG);

  g_assert_cmpstr (when, ==, "4 September 2024, 00:30, Ulaanbaatar time (UTC+08:00)");
  g_assert_null (undated);
}

/* Events are in the order of their instants, whatever their clocks show, and the years are those that the clocks show. */
static void
test_order (void)
{
  g_autoptr (SteppeDossier) dossier = read_members (PLACES ", 'events': ["
                                                           "{'id': 'late', 'title': 'T', 'date': '2023-12-31T19:00:00Z', 'places': ['ny']}, "
                                                           "{'id': 'early', 'title': 'T', 'date': '2023-12-31T18:00:00Z', 'places': ['ub']}]");
  g_autoptr (GPtrArray) chronology = steppe_chronology_new (dossier);
  g_autofree char *words = steppe_chronology_describe (chronology, dossier);

  g_assert_cmpstr (steppe_item_get_id (g_ptr_array_index (chronology, 0)), ==, "early");
  g_assert_cmpstr (words, ==, "2 events · 2023–2024");
}

/* Only names of the IANA database are zones: no offset, no rule of POSIX, no file. */
static void
test_names (void)
{
  static const char *const known[] = { "Asia/Ulaanbaatar", "America/Argentina/Buenos_Aires", "Etc/GMT+8", "UTC" };
  static const char *const unknown[] = {
    NULL,
    "",
    "/",
    "Asia",
    "Asia/",
    "/Asia/Tokyo",
    "asia/tokyo",
    "Asia/Nowhere",
    "+08:00",
    "UTC+8",
    "MSK-3",
    "Z8",
    "leapseconds",
    "tzdata.zi",
    "Asia/../Asia/Tokyo",
    "../zoneinfo/Asia/Tokyo",
    "/etc/passwd",
    "Asia/Tokyo ",
    "Азия/Токио",
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autoptr (GTimeZone) zone = steppe_time_zone_new (known[i]);

      g_assert_nonnull (zone);
    }
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_null (steppe_time_zone_new (unknown[i]));
}

/* The years that zones are known for end at both ends at a year. */
static void
test_reach (void)
{
  static const struct
  {
    const char *date;
    gboolean known;
  } cases[] = {
    { "0000-12-31T23:59:59Z", FALSE },
    { "0001-01-01T00:00:00Z", TRUE },
    { "9999-12-31T23:59:59Z", TRUE },
  };
  g_autoptr (GTimeZone) zone = steppe_time_zone_new ("Asia/Ulaanbaatar");
  int seconds = -1;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SteppeDate) date = steppe_date_new (cases[i].date, NULL);

      g_assert_true (steppe_time_zone_find_offset (zone, steppe_date_get_earliest (date), &seconds) == cases[i].known);
    }
  g_assert_false (steppe_time_zone_find_offset (zone, STEPPE_INSTANT_MIN, &seconds));
  g_assert_false (steppe_time_zone_find_offset (zone, STEPPE_INSTANT_MAX, &seconds));
}

int
main (int argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/local-date/words", test_words);
  g_test_add_func ("/local-date/timeline", test_timeline);
  g_test_add_func ("/local-date/changed-zone", test_changed_zone);
  g_test_add_func ("/local-date/legs", test_legs);
  g_test_add_func ("/local-date/order", test_order);
  g_test_add_func ("/local-date/names", test_names);
  g_test_add_func ("/local-date/reach", test_reach);
  return g_test_run ();
}
