/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier-testing.h"
#include "model/steppe-event.h"
#include "model/steppe-item-account.h"
#include "model/steppe-item-words.h"
#include "model/steppe-source.h"
#include "model/steppe-statement.h"

#include <string.h>

static const char everything[] =
    "'language': 'en', 'title': 'The file',"
    "'places': [{'id': 'square', 'name': 'The square'}, {'id': 'bank', 'name': 'The bank', 'confidence': 'low'}],"
    "'actors': [{'id': 'guest', 'name': 'The guest'}, {'id': 'host', 'name': 'The host', 'confidence': 'medium'},"
    "  {'id': 'critic', 'name': 'The critic'}],"
    "'events': [{'id': 'visit', 'title': 'The visit', 'kind': 'visit', 'date': '2024-09-02?', 'places': ['square', 'bank', 'nowhere'],"
    "    'actors': [{'actor': 'guest', 'role': 'guest'}, {'actor': 'host', 'role': 'godfather'}, {'actor': 'critic'}],"
    "    'status': 'alleged', 'confidence': 'low', 'note': 'Nobody saw it.', 'summary': 'They met.',"
    "    'related': [{'event': 'letter', 'as': 'cause'}, {'event': 'nothing'}, {'event': 'dinner', 'as': 'dessert'}],"
    "    'sources': ['report', 'absent', 'book', 'report']},"
    "  {'id': 'letter', 'title': 'The letter', 'date': '1984~', 'places': ['bank'], 'status': 'disputed', 'confidence': 'low',"
    "    'note': 'A copy only.', 'sources': ['book', 'paper']},"
    "  {'id': 'dinner', 'title': 'The dinner', 'status': 'called off'},"
    "  {'id': 'bare', 'title': 'Something'}],"
    "'statements': [{'id': 'answer', 'speaker': 'critic', 'date': '2024-09-04', 'text': 'It was not.', 'about': ['visit'],"
    "    'disputes': ['claim'], 'sources': ['paper'], 'confidence': 'medium', 'note': 'By telephone.'},"
    "  {'id': 'claim', 'speaker': 'host', 'date': '2024-09-03', 'text': 'It was nice.', 'about': ['visit'], 'supports': ['rumour']},"
    "  {'id': 'rumour', 'text': 'They sang.', 'about': ['visit'], 'confidence': 'low'},"
    "  {'id': 'other', 'speaker': 'guest', 'text': 'I am old.', 'about': ['guest'], 'disputes': ['rumour']}],"
    "'sources': [{'id': 'unused', 'title': 'Never seen'},"
    "  {'id': 'report', 'title': '[Report]', 'publisher': 'A paper', 'date': '2024-09-05', 'url': 'https://example.org/a',"
    "    'accessed': '2025-01-02', 'archive': 'https://archive.example.org/a', 'note': 'A reprint.', 'confidence': 'low'},"
    "  {'id': 'book', 'publisher': 'A publisher'}, {'id': 'paper', 'title': 'Paper'}]";

static const char everything_text[] =
    "The visit\n"
    "\n"
    "When: 2 September 2024 (uncertain) [1, 2]\n"
    "Where:\n"
    "• The square [1, 2]\n"
    "• The bank (low confidence) [1, 2]\n"
    "Kind: visit\n"
    "Status: alleged\n"
    "How sure: low confidence\n"
    "Note: Nobody saw it.\n"
    "Who:\n"
    "• The guest (guest) [1, 2]\n"
    "• The host (godfather, medium confidence) [1, 2]\n"
    "• The critic [1, 2]\n"
    "\n"
    "They met. [1, 2]\n"
    "\n"
    "Who Says What\n"
    "• The host · 3 September 2024: It was nice.\n"
    "  Supports: They sang.\n"
    "  Disputed by: The critic\n"
    "• The critic · 4 September 2024: It was not. [3]\n"
    "  medium confidence\n"
    "  Disputes: The host\n"
    "  By telephone.\n"
    "• They sang.\n"
    "  low confidence\n"
    "  Disputed by: The guest\n"
    "\n"
    "Related Events\n"
    "• cause: The letter [2, 3]\n"
    "  about 1984 · The bank · disputed\n"
    "  low confidence\n"
    "  A copy only.\n"
    "• dessert: The dinner\n"
    "  no date · called off\n"
    "\n"
    "Sources\n"
    "[1] [Report]\n"
    "    A paper · 5 September 2024 · Accessed: 2 January 2025\n"
    "    https://example.org/a\n"
    "    Archived copy: https://archive.example.org/a\n"
    "    low confidence\n"
    "    A reprint.\n"
    "[2] A publisher\n"
    "[3] Paper\n"
    "\n"
    "A title in square brackets describes the source; it is not its own.\n"
    "\n"
    "From the dossier “The file”\n";

static void
test_text (void)
{
  static const struct
  {
    const char *id;
    const char *text;
  } cases[] = {
    { "visit", everything_text },
    { "bare", "Something\n\nWhen: no date\nStatus: reported\n\nFrom the dossier “The file”\n" },
  };
  g_autoptr (SteppeDossier) dossier = read_members (everything);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = steppe_item_dup_text (steppe_dossier_lookup (dossier, cases[i].id), dossier);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* No line is empty but between the parts, and a dossier without a title is not named. */
static void
test_lines (void)
{
  g_autoptr (SteppeDossier) dossier = read_members ("'events': [{'id': 'e', 'title': 'Two\\nlines', 'summary': 'One\\nTwo'}]");
  g_autofree char *text = steppe_item_dup_text (steppe_dossier_lookup (dossier, "e"), dossier);

  g_assert_cmpstr (text, ==, "Two\nlines\n\nWhen: no date\nStatus: reported\n\nOne\nTwo\n");
}

static void
test_kinds (void)
{
  g_autoptr (SteppeDossier) dossier = read_members (everything);

  g_assert_true (steppe_item_has_account (steppe_dossier_lookup (dossier, "visit")));
  g_assert_false (steppe_item_has_account (steppe_dossier_lookup (dossier, "guest")));
  g_assert_false (steppe_item_has_account (NULL));
}

static void
test_notes (void)
{
  static const struct
  {
    const char *sources;
    const char *notes;
  } cases[] = {
    { "", NULL },
    { "'a'", "[1]" },
    { "'a', 'b'", "[1, 2]" },
    { "'a', 'b', 'c'", "[1–3]" },
    { "'c', 'a', 'b', 'a'", "[1–3]" },
    { "'nobody', 'e'", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *members = g_strdup_printf ("'events': [{'id': 'e', 'title': 'E', 'summary': 'S', 'sources': [%s]}],"
                                                  "'sources': [{'id': 'a', 'title': 'A'}, {'id': 'b', 'title': 'B'}, {'id': 'c', 'title': 'C'}]",
                                                  cases[i].sources);
      g_autoptr (SteppeDossier) dossier = read_members (members);
      g_autoptr (SteppeAccount) account = steppe_item_account_new (steppe_dossier_lookup (dossier, "e"), dossier);
      guint n_summaries = 0;

      for (guint j = 0; j < account->blocks->len; j++)
        {
          const SteppeBlock *block = g_ptr_array_index (account->blocks, j);

          if (block->role != STEPPE_BLOCK_SUMMARY)
            continue;
          g_assert_cmpstr (block->notes, ==, cases[i].notes);
          n_summaries++;
        }
      g_assert_cmpuint (n_summaries, ==, 1);
    }
}

static SteppeDossier *
read_sample (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "dossiers", "mongolia-2024.dossier", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  SteppeDossier *dossier;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (contents, length);
  dossier = steppe_dossier_read_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  return dossier;
}

static guint
count_words (const char *text,
             const char *words)
{
  guint n = 0;

  for (const char *found = strstr (text, words); found != NULL; found = strstr (found + 1, words))
    n++;
  return n;
}

static void
assert_sources_told (SteppeDossier *dossier,
                     SteppeItem *item,
                     const char *text)
{
  const char *const *ids = steppe_item_get_sources (item);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      SteppeItem *source = steppe_dossier_lookup (dossier, ids[i]);
      g_autofree char *title = steppe_item_dup_title (source, dossier);
      const char *url = steppe_source_get_url (STEPPE_SOURCE (source));

      g_assert_nonnull (strstr (text, title));
      g_assert_true (url == NULL || strstr (text, url) != NULL);
    }
}

/* Whatever the sample says of an event, of those who speak of it and of what both rest on is told,
 * each source once, and what is not sure is said to be so. */
static void
test_sample (void)
{
  g_autoptr (SteppeDossier) dossier = read_sample ();
  GListModel *events = steppe_dossier_get_items (dossier, STEPPE_ITEM_EVENT);
  GListModel *statements = steppe_dossier_get_items (dossier, STEPPE_ITEM_STATEMENT);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (SteppeItem) event = g_list_model_get_item (events, i);
      const char *confidence = steppe_confidence_get_label (steppe_item_get_confidence (event));
      g_autofree char *text = steppe_item_dup_text (event, dossier);
      g_autofree char *status = g_strdup_printf ("\nStatus: %s\n", steppe_status_get_label (steppe_event_get_status (STEPPE_EVENT (event)), NULL));
      guint n_low = steppe_item_get_confidence (event) == STEPPE_CONFIDENCE_LOW;

      g_test_message ("%s", steppe_item_get_id (event));
      g_assert_true (g_str_has_prefix (text, steppe_dossier_resolve_name (dossier, event)));
      g_assert_nonnull (strstr (text, steppe_dossier_resolve (dossier, steppe_item_get_summary (event))));
      g_assert_nonnull (strstr (text, status));
      g_assert_true (confidence == NULL || strstr (text, confidence) != NULL);
      g_assert_cmpuint (count_words (text, "\n[1] "), ==, 1);
      assert_sources_told (dossier, event, text);
      for (guint j = 0; j < g_list_model_get_n_items (statements); j++)
        {
          g_autoptr (SteppeItem) statement = g_list_model_get_item (statements, j);
          const char *const *about = steppe_statement_get_about (STEPPE_STATEMENT (statement));

          if (about == NULL || !g_strv_contains (about, steppe_item_get_id (event)))
            continue;
          g_assert_nonnull (strstr (text, steppe_dossier_resolve_name (dossier, statement)));
          assert_sources_told (dossier, statement, text);
          n_low += steppe_item_get_confidence (statement) == STEPPE_CONFIDENCE_LOW;
        }
      g_assert_cmpuint (count_words (text, "low confidence"), >=, n_low);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/item-account/text", test_text);
  g_test_add_func ("/item-account/lines", test_lines);
  g_test_add_func ("/item-account/kinds", test_kinds);
  g_test_add_func ("/item-account/notes", test_notes);
  g_test_add_func ("/item-account/sample", test_sample);
  return g_test_run ();
}
