/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier-testing.h"
#include "sheets/steppe-telling.h"

/* What is printed of a narrative. */

static const char story[] =
    "'events': [{'id': 'late', 'title': 'Late', 'date': '2024', 'sources': ['a', 'b']}, {'id': 'early', 'title': 'Early', 'date': '1939', 'sources': ['b']},"
    "  {'id': 'other', 'title': 'Other', 'date': '1990'}],"
    "'sources': [{'id': 'a', 'title': 'A'}, {'id': 'b', 'title': 'B'}, {'id': 'c', 'title': 'C'}],"
    "'narratives': [{'id': 'story', 'title': 'Story', 'byline': 'Somebody', 'text': "
    "  '# Улаанбаатар\\n\\n[Late](#late), it was.\\n\\n- Before that [early](#early) and [nothing](#none), see [there](https://example.org/x).\\n\\n***\\n'}]";

static SteppeTelling *
tell_story (SteppeDossier *dossier)
{
  g_autoptr (SteppeTopic) topic = steppe_topic_new_named (dossier, "story", NULL);
  SteppeTelling *telling = steppe_telling_new (topic, STEPPE_SECTIONS_ALL);

  while (steppe_telling_step (telling))
    ;
  return telling;
}

static const SteppePhrase *
get_phrase (const SteppeTelling *telling,
            SteppeAccountRole role,
            guint n)
{
  GPtrArray *blocks = steppe_telling_get_account (telling)->blocks;

  for (guint i = 0; i < blocks->len; i++)
    {
      const SteppeAccountBlock *block = g_ptr_array_index (blocks, i);

      if (block->role == role && n-- == 0)
        return block->phrases != NULL ? g_ptr_array_index (block->phrases, 0) : NULL;
    }
  return NULL;
}

static char *
describe_spans (const SteppePhrase *phrase)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; phrase->spans != NULL && i < phrase->spans->len; i++)
    {
      const SteppePhraseSpan *span = &g_array_index (phrase->spans, SteppePhraseSpan, i);

      g_string_append_printf (words, "%.*s→%s ", (int) (span->end - span->start), phrase->text + span->start, span->target);
    }
  return g_string_free (words, FALSE);
}

/* Its blocks are told in order, with headings as headings, and pauses as nothing. */
static void
test_blocks (void)
{
  g_autoptr (SteppeDossier) dossier = read_members (story);
  g_autoptr (SteppeTelling) telling = tell_story (dossier);

  g_assert_cmpstr (get_phrase (telling, STEPPE_ACCOUNT_TITLE, 0)->text, ==, "Story");
  g_assert_cmpstr (get_phrase (telling, STEPPE_ACCOUNT_HEADING, 0)->text, ==, "Улаанбаатар");
  g_assert_true (g_str_has_prefix (get_phrase (telling, STEPPE_ACCOUNT_PARAGRAPH, 0)->text, "Late"));
  g_assert_true (g_str_has_prefix (get_phrase (telling, STEPPE_ACCOUNT_PARAGRAPH, 1)->text, "• Before that early"));
  g_assert_null (get_phrase (telling, STEPPE_ACCOUNT_PARAGRAPH, 2));
}

/* Marks lead to their sources, which are listed with these numbers and no others; what is not told is no link. */
static void
test_links (void)
{
  g_autoptr (SteppeDossier) dossier = read_members (story);
  g_autoptr (SteppeTelling) telling = tell_story (dossier);
  g_autofree char *first = describe_spans (get_phrase (telling, STEPPE_ACCOUNT_PARAGRAPH, 0));
  g_autofree char *second = describe_spans (get_phrase (telling, STEPPE_ACCOUNT_PARAGRAPH, 1));

  g_assert_cmpstr (first, ==, "Late→item-late ¹→source-1 ²→source-2 ");
  g_assert_cmpstr (second, ==, "early→item-early ²→source-2 there→https://example.org/x ");
  g_assert_cmpstr (get_phrase (telling, STEPPE_ACCOUNT_SOURCE, 0)->text, ==, "A");
  g_assert_cmpstr (get_phrase (telling, STEPPE_ACCOUNT_SOURCE, 1)->text, ==, "B");
  g_assert_null (get_phrase (telling, STEPPE_ACCOUNT_SOURCE, 2));
  g_assert_true (steppe_telling_has_anchor (telling, "source-2"));
  g_assert_false (steppe_telling_has_anchor (telling, "item-early"));
}

/* The clipboard gets the same words, and who wrote them. */
static void
test_text (void)
{
  g_autoptr (SteppeDossier) dossier = read_members (story);
  g_autoptr (SteppeTopic) topic = steppe_topic_new_named (dossier, "story", NULL);
  g_autofree char *text = steppe_topic_dup_text (topic);

  g_assert_true (g_str_has_prefix (text, "Story\nSomebody\n\nУлаанбаатар\nLate"));
  g_assert_nonnull (strstr (text, "\n\nSources\n[1] A\n[2] B\n"));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/telling-narrative/blocks", test_blocks);
  g_test_add_func ("/telling-narrative/links", test_links);
  g_test_add_func ("/telling-narrative/text", test_text);
  return g_test_run ();
}
