/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "dossier-testing.h"
#include "model/steppe-filter.h"
#include "model/steppe-focus.h"
#include "model/steppe-local-date.h"
#include "model/steppe-ties.h"

static SteppeDossier *
create_dossier (void)
{
  return read_members (
      "'events': ["
      " {'id': 'a', 'title': 'A', 'date': '2020', 'kind': 'summit', 'actors': [{'actor': 'x', 'role': 'host'}, {'actor': 'x'}], 'places': ['p'], 'sources': ['s1', 's2']},"
      " {'id': 'b', 'title': 'B', 'date': '2021', 'kind': 'summit', 'status': 'planned', 'actors': [{'actor': 'y'}], 'sources': ['s1']},"
      " {'id': 'c', 'title': 'C', 'kind': 'vote', 'status': 'rumoured', 'actors': [{'actor': 'x'}, {'actor': 'y'}], 'places': ['p', 'q']},"
      " {'id': 'd', 'title': 'D', 'date': '2023', 'actors': [{'actor': 'nobody'}]}],"
      "'places': [{'id': 'p', 'name': 'P'}, {'id': 'q', 'name': 'Q'}],"
      "'actors': [{'id': 'x', 'name': 'X'}, {'id': 'y', 'name': 'Y'}],"
      "'statements': [{'id': 'st', 'speaker': 'x', 'text': 'T', 'about': ['j', 'c', 'a']}, {'id': 'su', 'speaker': 'y', 'text': 'U', 'about': ['j', 'a']}],"
      "'journeys': [{'id': 'j', 'name': 'J'}],"
      "'sources': [{'id': 's1', 'publisher': 'S'}, {'id': 's2', 'publisher': 'T'}]");
}

static char *
join_matching (SteppeFilter *filter,
               SteppeDossier *dossier)
{
  GString *ids = g_string_new (NULL);
  GListModel *events = steppe_dossier_get_items (dossier, STEPPE_ITEM_EVENT);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (SteppeEvent) event = g_list_model_get_item (events, i);

      if (steppe_filter_matches (filter, event))
        g_string_append (ids, steppe_item_get_id (STEPPE_ITEM (event)));
    }
  return g_string_free (ids, FALSE);
}

static SteppeFacet
find_facet (const char *name)
{
  for (SteppeFacet facet = 0; facet < STEPPE_N_FACETS; facet++)
    if (g_str_equal (steppe_facet_get_name (facet), name))
      return facet;
  g_assert_not_reached ();
}

/* Wants what is written as “facet=value facet=value”. */
static void
want (SteppeFilter *filter,
      const char *wanted)
{
  g_auto (GStrv) pairs = g_strsplit (wanted, " ", -1);

  steppe_filter_clear (filter);
  for (guint i = 0; pairs[i] != NULL && *pairs[i] != '\0'; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);

      steppe_filter_set (filter, find_facet (pair[0]), pair[1], TRUE);
    }
}

static void
test_matches (void)
{
  static const struct
  {
    const char *wanted;
    const char *matching;
  } cases[] = {
    { "", "abcd" },
    { "kind=summit", "ab" },
    { "kind=summit kind=vote", "abc" },
    { "kind=", "d" },
    { "status=reported", "ad" },
    { "status=planned status=rumoured", "bc" },
    { "actor=x", "ac" },
    { "actor=x actor=y", "abc" },
    { "actor=", "d" },
    { "place=q", "c" },
    { "place=", "bd" },
    { "source=s1", "ab" },
    { "source=", "cd" },
    { "kind=summit actor=x", "a" },
    { "kind=vote source=s1", "" },
  };
  g_autoptr (SteppeDossier) dossier = create_dossier ();
  g_autoptr (SteppeFilter) filter = steppe_filter_new ();

  steppe_filter_set_dossier (filter, dossier);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *matching = NULL;

      want (filter, cases[i].wanted);
      g_assert_true (steppe_filter_is_empty (filter) == (*cases[i].wanted == '\0'));
      matching = join_matching (filter, dossier);
      g_assert_cmpstr (matching, ==, cases[i].matching);
    }
}

static void
count_cb (SteppeFilter *filter,
          gpointer user_data)
{
  (*(guint *) user_data)++;
}

static void
test_change (void)
{
  g_autoptr (SteppeDossier) dossier = create_dossier (), other = create_dossier ();
  g_autoptr (SteppeFilter) filter = steppe_filter_new ();
  guint n_changes = 0;

  steppe_filter_set_dossier (filter, dossier);
  g_signal_connect (filter, "changed", G_CALLBACK (count_cb), &n_changes);
  steppe_filter_set (filter, STEPPE_FACET_KIND, "summit", TRUE);
  steppe_filter_set (filter, STEPPE_FACET_KIND, "summit", TRUE);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_true (steppe_filter_has (filter, STEPPE_FACET_KIND, "summit"));
  g_assert_false (steppe_filter_has (filter, STEPPE_FACET_STATUS, "summit"));
  steppe_filter_set (filter, STEPPE_FACET_KIND, "vote", FALSE);
  g_assert_cmpuint (n_changes, ==, 1);
  steppe_filter_set (filter, STEPPE_FACET_KIND, "summit", FALSE);
  g_assert_cmpuint (n_changes, ==, 2);
  steppe_filter_clear (filter);
  g_assert_cmpuint (n_changes, ==, 2);
  /* Another dossier has other kinds and actors. */
  steppe_filter_set (filter, STEPPE_FACET_ACTOR, "x", TRUE);
  steppe_filter_set_dossier (filter, other);
  g_assert_true (steppe_filter_is_empty (filter));
}

static void
test_keep (void)
{
  g_autoptr (SteppeDossier) dossier = create_dossier ();
  g_autoptr (SteppeFilter) filter = steppe_filter_new (), again = steppe_filter_new ();
  g_autoptr (GVariant) kept = NULL, stale = NULL;
  g_autofree char *matching = NULL;

  steppe_filter_set_dossier (filter, dossier);
  want (filter, "kind=summit actor=x actor=y");
  kept = g_variant_ref_sink (steppe_filter_to_variant (filter));
  steppe_filter_set_dossier (again, dossier);
  want (again, "place=q");
  steppe_filter_set_variant (again, kept);
  matching = join_matching (again, dossier);
  g_assert_cmpstr (matching, ==, "ab");
  g_assert_cmpuint (steppe_filter_get_n_values (again, STEPPE_FACET_ACTOR), ==, 2);
  /* What the dossier does not have any more must not hide all there is. */
  stale = g_variant_ref_sink (g_variant_new_parsed ("[('kind', 'coronation'), ('colour', 'red'), ('actor', 'y')]"));
  steppe_filter_set_variant (again, stale);
  g_assert_cmpuint (steppe_filter_get_n_values (again, STEPPE_FACET_KIND), ==, 0);
  g_assert_true (steppe_filter_has (again, STEPPE_FACET_ACTOR, "y"));
}

static void
test_list_values (void)
{
  static const char *const expected[STEPPE_N_FACETS] = {
    [STEPPE_FACET_KIND] = "summit 2, vote 1,  1",
    [STEPPE_FACET_STATUS] = "reported 2, planned 1, rumoured 1",
    [STEPPE_FACET_ACTOR] = "x 2, y 2,  1",
    [STEPPE_FACET_PLACE] = "p 2, q 1,  2",
    [STEPPE_FACET_SOURCE] = "s1 2, s2 1,  2",
  };
  g_autoptr (SteppeDossier) dossier = create_dossier ();

  for (SteppeFacet facet = 0; facet < STEPPE_N_FACETS; facet++)
    {
      g_autoptr (GArray) values = steppe_facet_list_values (facet, dossier);
      g_autoptr (GString) list = g_string_new (NULL);

      for (guint i = 0; i < values->len; i++)
        {
          const SteppeFacetValue *value = &g_array_index (values, SteppeFacetValue, i);

          g_assert_cmpstr (value->label, !=, "");
          g_string_append_printf (list, "%s%s %u", i > 0 ? ", " : "", value->value, value->n_events);
        }
      g_assert_cmpstr (list->str, ==, expected[facet]);
    }
}

/* The focus lets an event through that is in its span and matches its filter. */
static void
test_focus (void)
{
  g_autoptr (SteppeDossier) dossier = create_dossier ();
  g_autoptr (SteppeFocus) focus = steppe_focus_new ();
  SteppeFilter *filter = steppe_focus_get_filter (focus);
  SteppeEvent *event = STEPPE_EVENT (steppe_dossier_lookup (dossier, "a"));
  SteppeSpan span = steppe_event_get_span (event, dossier);
  guint n_changes = 0;

  steppe_focus_set_dossier (focus, dossier);
  g_signal_connect (focus, "scope-changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_true (steppe_focus_includes (focus, event, &span));
  steppe_filter_set (filter, STEPPE_FACET_KIND, "vote", TRUE);
  g_assert_false (steppe_focus_includes (focus, event, &span));
  steppe_filter_set (filter, STEPPE_FACET_KIND, "summit", TRUE);
  g_assert_true (steppe_focus_includes (focus, event, &span));
  steppe_focus_set_span (focus, span.latest + 1, span.latest + 2);
  g_assert_false (steppe_focus_includes (focus, event, &span));
  g_assert_cmpuint (n_changes, ==, 3);
  steppe_focus_include_all (focus);
  g_assert_true (steppe_filter_is_empty (filter));
  g_assert_false (steppe_focus_get_span (focus, NULL, NULL));
}

static void
test_ties (void)
{
  static const struct
  {
    const char *id;
    const char *events;
  } cases[] = {
    { "a", "a" },
    { "x", "ac" },
    { "p", "ac" },
    { "s1", "ab" },
    { "st", "ca" },
    { "j", "ca" },
  };
  g_autoptr (SteppeDossier) dossier = create_dossier ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) events = steppe_item_find_events (steppe_dossier_lookup (dossier, cases[i].id), dossier);
      g_autoptr (GString) ids = g_string_new (NULL);

      for (guint k = 0; k < events->len; k++)
        g_string_append (ids, steppe_item_get_id (g_ptr_array_index (events, k)));
      g_assert_cmpstr (ids->str, ==, cases[i].events);
    }
}

int
main (int argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter/matches", test_matches);
  g_test_add_func ("/filter/change", test_change);
  g_test_add_func ("/filter/keep", test_keep);
  g_test_add_func ("/filter/list-values", test_list_values);
  g_test_add_func ("/filter/focus", test_focus);
  g_test_add_func ("/filter/ties", test_ties);
  return g_test_run ();
}
