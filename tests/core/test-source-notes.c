/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "dossier-testing.h"
#include "model/steppe-narrative.h"
#include "model/steppe-source-notes.h"

static SteppeDossier *
create_dossier (void)
{
  return read_members (
      "'events': [{'id': 'one', 'title': 'One', 'sources': ['a', 'b']}, {'id': 'two', 'title': 'Two', 'sources': ['b']},"
      " {'id': 'same', 'title': 'Same', 'sources': ['a', 'b']}, {'id': 'none', 'title': 'None'},"
      " {'id': 'many', 'title': 'Many', 'sources': ['a', 'b', 'c', 'd']}],"
      "'places': [{'id': 'p', 'name': 'P', 'sources': ['a']}],"
      "'sources': [{'id': 'a', 'publisher': 'A', 'title': 'On a', 'date': '2024', 'url': 'https://a.example/'},"
      " {'id': 'b', 'publisher': 'B'}, {'id': 'c', 'publisher': 'C'}, {'id': 'd', 'publisher': 'D'}]");
}

/* The text with its marks: invisible joiners are left out, gaps between marks are blanks. */
static char *
get_words (const SteppeNarrativeText *text)
{
  GString *words = g_string_new (steppe_narrative_text_get_plain (text));

  g_string_replace (words, "\u2060", "", 0);
  g_string_replace (words, "\u202f", " ", 0);
  g_string_replace (words, "\n", "|", 0);
  return g_string_free (words, FALSE);
}

static void
test_insert (void)
{
  static const struct
  {
    const char *source;
    const char *noted;
    const char *sources;
  } cases[] = {
    { "Nothing.", "Nothing.", "" },
    { "It was [one](#one) day.", "It was one¹ ² day.", "ab" },
    /* Marks stand behind punctuation, but an apostrophe is part of the word. */
    { "[One](#two), and “[two](#one)”.", "One,¹ and “two”.² ¹", "ba" },
    { "[one](#two)’s day", "one¹’s day", "b" },
    /* A source has one number. */
    { "[one](#two) [two](#one)", "one¹ two² ¹", "ba" },
    /* Of mentions that rest on the same, only the last of a block has marks. */
    { "[one](#one) and [same](#same).\n\n[one](#one)", "one and same.¹ ²|one¹ ²", "ab" },
    { "[one](#one) [none](#none) [p](#p) [same](#same)", "one none p same¹ ²", "ab" },
    /* No more than three. */
    { "[many](#many)", "many¹ ² ³", "abc" },
    /* Sources that are mentioned are cited; unknown and external ones are not. */
    { "[A](#a) and [x](#nobody) and [y](https://e.org/)", "A¹ and x and y", "a" },
    /* The mark never goes into what comes next. */
    { "[one](#two)[. two](#p)", "one¹. two", "b" },
    { "# [One](#two)\n\n> [two](#two)\n\n- [three](#one)", "One¹|two¹|•\tthree² ¹", "ba" },
  };
  g_autoptr (SteppeDossier) dossier = create_dossier ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SteppeNarrativeText) text = steppe_narrative_text_new (cases[i].source);
      g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (SteppeNarrativeText) noted = steppe_source_notes_insert (text, dossier, sources);
      g_autofree char *words = get_words (noted);
      g_autoptr (GString) ids = g_string_new (NULL);

      for (guint k = 0; k < sources->len; k++)
        g_string_append (ids, steppe_item_get_id (g_ptr_array_index (sources, k)));
      g_assert_cmpstr (words, ==, cases[i].noted);
      g_assert_cmpstr (ids->str, ==, cases[i].sources);
    }
}

/* Without the marks, each block, run and link of the sample has the words that it had before. */
static void
test_nothing_moves (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "dossiers", "mongolia-2024.dossier", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SteppeDossier) dossier = steppe_dossier_read (file, NULL, NULL);
  g_autoptr (SteppeItem) narrative = g_list_model_get_item (steppe_dossier_get_items (dossier, STEPPE_ITEM_NARRATIVE), 0);
  SteppeText *written = steppe_narrative_get_text (STEPPE_NARRATIVE (narrative));

  for (guint language = 0; language < steppe_text_get_n_texts (written); language++)
    {
      g_autoptr (SteppeNarrativeText) text = steppe_narrative_text_new (steppe_text_get_nth (written, language, NULL));
      g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (SteppeNarrativeText) noted = steppe_source_notes_insert (text, dossier, sources);
      const char *plain = steppe_narrative_text_get_plain (text), *noted_plain = steppe_narrative_text_get_plain (noted);
      guint n_links, n_noted_links, n_blocks, n_noted_blocks, k = 0, n_notes = 0;
      const SteppeLink *links = steppe_narrative_text_get_links (text, &n_links), *noted_links = steppe_narrative_text_get_links (noted, &n_noted_links);
      const SteppeBlock *blocks = steppe_narrative_text_get_blocks (text, &n_blocks), *noted_blocks = steppe_narrative_text_get_blocks (noted, &n_noted_blocks);

      for (guint i = 0; i < n_noted_links; i++)
        {
          g_autofree char *words = g_utf8_substring (noted_plain, noted_links[i].start, noted_links[i].end);
          g_autofree char *before = NULL;

          if (noted_links[i].type == STEPPE_LINK_NOTE)
            {
              guint number = 0;

              g_assert_true (g_ptr_array_find (sources, steppe_dossier_lookup (dossier, noted_links[i].target), &number));
              before = steppe_source_notes_dup_mark (number + 1);
              n_notes++;
            }
          else
            {
              before = g_utf8_substring (plain, links[k].start, links[k].end);
              k++;
            }
          g_assert_cmpstr (words, ==, before);
        }
      g_assert_cmpuint (k, ==, n_links);
      g_assert_cmpuint (n_notes, >, 50);
      g_assert_cmpuint (n_blocks, ==, n_noted_blocks);
      for (guint i = 0; i < n_blocks; i++)
        {
          g_autofree char *before = g_utf8_substring (plain, blocks[i].start, MIN (blocks[i].end, blocks[i].start + 3));
          g_autofree char *after = g_utf8_substring (noted_plain, noted_blocks[i].start, noted_blocks[i].start + g_utf8_strlen (before, -1));

          g_assert_cmpstr (after, ==, before);
        }
    }
}

static void
test_reference (void)
{
  g_autoptr (SteppeDossier) dossier = create_dossier ();
  g_autofree char *full = steppe_source_dup_reference (steppe_dossier_lookup (dossier, "a"), dossier);
  g_autofree char *bare = steppe_source_dup_reference (steppe_dossier_lookup (dossier, "b"), dossier);
  g_autofree char *mark = steppe_source_notes_dup_mark (1024);

  g_assert_cmpstr (full, ==, "A, On a, 2024, https://a.example/");
  g_assert_cmpstr (bare, ==, "B");
  g_assert_cmpstr (mark, ==, "¹⁰²⁴");
}

int
main (int argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source-notes/insert", test_insert);
  g_test_add_func ("/source-notes/nothing-moves", test_nothing_moves);
  g_test_add_func ("/source-notes/reference", test_reference);
  return g_test_run ();
}
