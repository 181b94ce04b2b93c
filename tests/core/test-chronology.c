/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier-testing.h"
#include "model/steppe-chronology.h"

static void
test_order (void)
{
  g_autoptr (SteppeDossier) dossier = read_members ("'events': [{'id': 'undated', 'title': 'T'}, "
                                                    "{'id': 'utc', 'title': 'T', 'date': '2024-09-02T09:00:00Z'}, "
                                                    "{'id': 'b', 'title': 'T', 'date': '2024-09-02'}, "
                                                    "{'id': 'a', 'title': 'T', 'date': '2024-09'}, "
                                                    "{'id': 'east', 'title': 'T', 'date': '2024-09-02T10:00:00+08:00'}, "
                                                    "{'id': 'c', 'title': 'T', 'date': '2024-09-01/..'}, "
                                                    "{'id': 'open', 'title': 'T', 'date': '../1985'}, "
                                                    "{'id': 'bce', 'title': 'T', 'date': '-0209'}]");
  g_autoptr (GPtrArray) chronology = steppe_chronology_new (dossier);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < chronology->len; i++)
    g_string_append_printf (ids, "%s ", steppe_item_get_id (g_ptr_array_index (chronology, i)));
  g_assert_cmpstr (ids->str, ==, "open bce a c b east utc undated ");
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
      words = steppe_chronology_describe (chronology);
      g_assert_cmpstr (words, ==, descriptions[i].words);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chronology/order", test_order);
  g_test_add_func ("/chronology/describe", test_describe);
  return g_test_run ();
}
