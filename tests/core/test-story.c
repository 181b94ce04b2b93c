/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>

#include "dossier-testing.h"
#include "model/steppe-story.h"
#include "model/steppe-whereabouts.h"

static SteppeDossier *
create_dossier (void)
{
  return read_members (
      "'language': 'en',"
      "'events': [{'id': 'late', 'title': 'Late', 'date': '2024', 'summary': 'It came late.', 'places': ['p']},"
      " {'id': 'early', 'title': 'Early', 'date': '1921'}, {'id': 'undated', 'title': 'Undated', 'kind': 'vote'}],"
      "'places': [{'id': 'p', 'name': 'Port', 'geometry': {'type': 'Point', 'coordinates': [10, 50]}},"
      " {'id': 'q', 'name': 'Quay', 'geometry': {'type': 'Point', 'coordinates': [12, 52]}}],"
      "'actors': [{'id': 'x', 'name': 'X'}],"
      "'journeys': [{'id': 'j', 'name': 'J', 'legs': [{'from': 'p', 'to': 'q'}]}],"
      "'narratives': [{'id': 'n', 'title': 'The story', 'text':"
      " 'First [late](#late), then [early](#early) and [late](#late).\\n\\n## Then\\n\\n[X](#x) was in [Port](#p).\\n\\n***\\n\\n- End'}]");
}

static char *
describe (const SteppeStory *story)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < steppe_story_get_n_steps (story); i++)
    {
      const SteppeStoryStep *step = steppe_story_get_step (story, i);

      g_string_append_printf (words, "%s/%s/%s:", step->title, step->caption, step->text);
      for (guint k = 0; k < step->items->len; k++)
        g_string_append_printf (words, " %s", steppe_item_get_id (g_ptr_array_index (step->items, k)));
      g_string_append_c (words, '\n');
    }
  return g_string_free (words, FALSE);
}

static void
test_events (void)
{
  g_autoptr (SteppeDossier) dossier = create_dossier ();
  g_autoptr (SteppeFocus) focus = steppe_focus_new ();
  g_autoptr (SteppeStory) all = NULL, filtered = NULL;
  g_autofree char *told = NULL, *rest = NULL;

  steppe_focus_set_dossier (focus, dossier);
  all = steppe_story_new_events (focus);
  told = describe (all);
  g_assert_cmpstr (told, ==, "Early/1921/: early\nLate/2024 · Port/It came late.: late\nUndated/no date/: undated\n");
  g_assert_cmpuint (steppe_story_find (all, steppe_dossier_lookup (dossier, "late")), ==, 1);
  g_assert_cmpuint (steppe_story_find (all, steppe_dossier_lookup (dossier, "x")), ==, 0);
  g_assert_cmpuint (steppe_story_find (all, NULL), ==, 0);
  /* What is filtered out is not told. */
  steppe_filter_set (steppe_focus_get_filter (focus), STEPPE_FACET_KIND, "vote", TRUE);
  filtered = steppe_story_new_events (focus);
  rest = describe (filtered);
  g_assert_cmpstr (rest, ==, "Undated/no date/: undated\n");
}

static void
test_narrative (void)
{
  g_autoptr (SteppeDossier) dossier = create_dossier ();
  g_autoptr (SteppeStory) story = steppe_story_new_narrative (STEPPE_NARRATIVE (steppe_dossier_lookup (dossier, "n")), dossier);
  g_autofree char *told = describe (story);

  g_assert_cmpstr (told, ==, "The story//First late, then early and late.: late early\nThen//X was in Port.: p\nThen//•\tEnd:\n");
  g_assert_cmpuint (steppe_story_find (story, steppe_dossier_lookup (dossier, "p")), ==, 1);
}

/* More words take longer, within reason. */
static void
test_seconds (void)
{
  g_autofree char *long_text = g_strnfill (10000, 'x');
  SteppeStoryStep steps[] = { { .title = (char *) "", .text = (char *) "" }, { .title = (char *) "Some", .text = (char *) "words to read that take a while to read aloud" }, { .title = (char *) "", .text = long_text } };

  g_assert_cmpuint (steppe_story_step_get_seconds (&steps[0]), >=, 3);
  g_assert_cmpuint (steppe_story_step_get_seconds (&steps[1]), >, steppe_story_step_get_seconds (&steps[0]));
  g_assert_cmpuint (steppe_story_step_get_seconds (&steps[2]), <=, 60);
}

static void
test_whereabouts (void)
{
  g_autoptr (SteppeDossier) dossier = create_dossier ();
  g_autoptr (SteppeWhereabouts) event = steppe_whereabouts_new (), journey = steppe_whereabouts_new (), nowhere = steppe_whereabouts_new ();
  g_autoptr (SteppeWhereabouts) all = steppe_whereabouts_new_for_dossier (dossier);
  GArray *line;

  steppe_whereabouts_add (event, steppe_dossier_lookup (dossier, "late"), dossier);
  g_assert_cmpuint (event->spots->len, ==, 1);
  g_assert_cmpfloat (g_array_index (event->spots, SteppeLonLat, 0).longitude, ==, 10);
  steppe_whereabouts_add (journey, steppe_dossier_lookup (dossier, "j"), dossier);
  g_assert_cmpuint (journey->spots->len, ==, 2);
  g_assert_cmpuint (journey->lines->len, ==, 1);
  line = g_ptr_array_index (journey->lines, 0);
  g_assert_cmpfloat (g_array_index (line, SteppeLonLat, 0).longitude, ==, 10);
  g_assert_cmpfloat_with_epsilon (g_array_index (line, SteppeLonLat, line->len - 1).longitude, 12, 1e-9);
  steppe_whereabouts_add (nowhere, steppe_dossier_lookup (dossier, "early"), dossier);
  steppe_whereabouts_add (nowhere, steppe_dossier_lookup (dossier, "x"), dossier);
  g_assert_true (steppe_whereabouts_is_empty (nowhere));
  g_assert_cmpuint (all->spots->len, ==, 4);
}

int
main (int argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/story/events", test_events);
  g_test_add_func ("/story/narrative", test_narrative);
  g_test_add_func ("/story/seconds", test_seconds);
  g_test_add_func ("/story/whereabouts", test_whereabouts);
  return g_test_run ();
}
