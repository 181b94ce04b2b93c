/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier-testing.h"
#include "model/steppe-chronology.h"
#include "model/steppe-local-date.h"

static void
test_order (void)
{
  g_autoptr (SteppeDossier) dossier = read_members ("'events': [{'id': 'undated', 'title': 'T'}, "
                                                    "{'id': 'utc', 'title': 'T', 'date': '2024-09-02T09:00:00Z'}, "
                                                    "{'id': 'b', 'title': 'T', 'date': '2024-09-02'}, "
                                                    "{'id': 'a', 'title': 'T', 'date': '2024-09'}, "
                                                    "{'id': 'east', 'title': 'T', 'date': '2024-09-02T10:00:00+08:00'}, "
                                                    "{'id': 'c', 'title': 'T', 'date': '2024-09-01/..'}, "
                                                    "{'id': 'always', 'title': 'T', 'date': '../..'}, "
                                                    "{'id': 'open', 'title': 'T', 'date': '../1985'}, "
                                                    "{'id': 'bce', 'title': 'T', 'date': '-0209'}]");
  g_autoptr (GPtrArray) chronology = steppe_chronology_new (dossier);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < chronology->len; i++)
    g_string_append_printf (ids, "%s ", steppe_item_get_id (g_ptr_array_index (chronology, i)));
  g_assert_cmpstr (ids->str, ==, "open bce a c b east utc always undated ");
}

static const struct
{
  const char *dates; /* with spaces between them; - for none */
  const char *words;
} descriptions[] = {
  { "", "0 events" },
  { "-", "1 event" },
  { "- -", "2 events" },
  { "2024-09-02", "1 event · 2024" },
  { "2024-09 -", "2 events · 2024" },
  { "1921 2024-09-02 1985/2025", "3 events · 1921–2025" },
  { "../1985 1990/..", "2 events" },
  { "../1985", "1 event" },
  { "-0209 1939", "2 events" },
  { "../.. 1939", "2 events · 1939" },
  { "Y17000 1939", "2 events · 1939–17000" },
  /* Where it was, it was 2024 already, and 2025 not yet. */
  { "2024-01-01T01:00:00+08:00 2024-12-31T23:00:00-05:00", "2 events · 2024" },
};

static void
test_describe (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (descriptions); i++)
    {
      g_auto (GStrv) dates = g_strsplit (descriptions[i].dates, " ", -1);
      g_autoptr (GString) members = g_string_new ("'events': [");
      g_autoptr (SteppeDossier) dossier = NULL;
      g_autoptr (GPtrArray) chronology = NULL;
      g_autofree char *words = NULL;

      for (guint k = 0; dates[k] != NULL; k++)
        {
          g_string_append_printf (members, "%s{'id': 'e%u', 'title': 'T'", k > 0 ? ", " : "", k);
          if (!g_str_equal (dates[k], "-"))
            g_string_append_printf (members, ", 'date': '%s'", dates[k]);
          g_string_append_c (members, '}');
        }
      g_string_append_c (members, ']');
      dossier = read_members (members->str);
      chronology = steppe_chronology_new (dossier);
      words = steppe_chronology_describe (chronology, dossier);
      g_assert_cmpstr (words, ==, descriptions[i].words);
    }
}

static const struct
{
  const char *date;
  const char *words; /* its span, or "undated" */
} spans[] = {
  { NULL, "undated" },
  { "../..", "undated" },
  { "/", "undated" },
  { "/..", "undated" },
  { "2024-09-02", "2024-09-02T00:00:00 2024-09-02T23:59:59" },
  { "1939-05/1939-09", "1939-05-01T00:00:00 1939-09-30T23:59:59" },
  { "[1921,1924]", "1921-01-01T00:00:00 1924-12-31T23:59:59" },
  { "../1985", ".. 1985-12-31T23:59:59" },
  { "/1985", ".. 1985-12-31T23:59:59" },
  { "1985/..", "1985-01-01T00:00:00 .." },
  { "[..1985]", ".. 1985-12-31T23:59:59" },
  /* By the clock where it was. */
  { "2024-09-02T23:00:00+08:00", "2024-09-02T23:00:00 2024-09-02T23:00:00" },
};

static void
test_spans (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autoptr (SteppeItem) item = steppe_item_new (STEPPE_ITEM_EVENT, "e");
      g_autoptr (SteppeDate) date = spans[i].date != NULL ? steppe_date_new (spans[i].date, NULL) : NULL;
      g_autofree char *earliest = NULL, *latest = NULL, *words = NULL;
      g_autoptr (SteppeDossier) dossier = steppe_dossier_new ();
      SteppeSpan span;

      g_object_set (item, "date", date, NULL);
      span = steppe_event_get_span (STEPPE_EVENT (item), dossier);
      g_assert_true (steppe_event_is_dated (STEPPE_EVENT (item)) == (span.earliest <= span.latest));
      earliest = span.earliest == STEPPE_INSTANT_MIN ? g_strdup ("..") : steppe_instant_to_iso (span.earliest);
      latest = span.latest == STEPPE_INSTANT_MAX ? g_strdup ("..") : steppe_instant_to_iso (span.latest);
      words = span.earliest <= span.latest ? g_strdup_printf ("%s %s", earliest, latest) : g_strdup ("undated");
      g_assert_cmpstr (words, ==, spans[i].words);
    }
}

static void
test_describe_hidden (void)
{
  static const struct
  {
    guint n_events, n_undated;
    const char *words;
  } cases[] = {
    { 1, 0, "1 event hidden" },
    { 96, 0, "96 events hidden" },
    { 1, 1, "1 event hidden, 1 of them undated" },
    { 96, 3, "96 events hidden, 3 of them undated" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = steppe_chronology_describe_hidden (cases[i].n_events, cases[i].n_undated);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* An event is somewhere as soon as it is known of one of its places where that is. */
static void
test_placed (void)
{
  g_autoptr (SteppeDossier) dossier = read_members ("'places': [{'id': 'known', 'name': 'N', 'geometry': {'type': 'Point', 'coordinates': [106.9, 47.9]}},"
                                                    " {'id': 'unknown', 'name': 'N'}],"
                                                    "'events': [{'id': 'nowhere', 'title': 'T'}, "
                                                    "{'id': 'somewhere', 'title': 'T', 'places': ['unknown', 'missing']}, "
                                                    "{'id': 'there', 'title': 'T', 'places': ['unknown', 'known']}]");

  g_assert_false (steppe_event_is_placed (STEPPE_EVENT (steppe_dossier_lookup (dossier, "nowhere")), dossier));
  g_assert_false (steppe_event_is_placed (STEPPE_EVENT (steppe_dossier_lookup (dossier, "somewhere")), dossier));
  g_assert_true (steppe_event_is_placed (STEPPE_EVENT (steppe_dossier_lookup (dossier, "there")), dossier));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chronology/order", test_order);
  g_test_add_func ("/chronology/describe", test_describe);
  g_test_add_func ("/chronology/spans", test_spans);
  g_test_add_func ("/chronology/describe-hidden", test_describe_hidden);
  g_test_add_func ("/chronology/placed", test_placed);
  return g_test_run ();
}
