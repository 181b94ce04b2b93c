/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier-testing.h"
#include "sheets/steppe-telling.h"

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
    "'relations': [{'id': 'friends', 'subject': 'guest', 'object': 'host', 'predicate': 'knows', 'since': '2001', 'confidence': 'low', 'sources': ['book']}],"
    "'journeys': [{'id': 'ride', 'name': 'The ride', 'kind': 'ride', 'status': 'alleged', 'sources': ['report'], 'legs': ["
    "  {'from': 'square', 'to': 'bank', 'date': '2024-09-02', 'certain': false},"
    "  {'from': 'bank', 'to': 'moon', 'date': '2024-09-03', 'certain': true, 'status': 'planned'}]}],"
    "'statements': [{'id': 'answer', 'speaker': 'critic', 'date': '2024-09-04', 'text': 'It was not.', 'about': ['visit'],"
    "    'disputes': ['claim'], 'sources': ['paper'], 'confidence': 'medium', 'note': 'By telephone.'},"
    "  {'id': 'claim', 'speaker': 'host', 'date': '2024-09-03', 'text': 'It was nice.', 'about': ['visit'], 'supports': ['rumour']},"
    "  {'id': 'rumour', 'text': 'They sang.', 'about': ['visit'], 'confidence': 'low'},"
    "  {'id': 'other', 'speaker': 'guest', 'text': 'I am old.', 'about': ['guest'], 'disputes': ['rumour']}],"
    "'sources': [{'id': 'unused', 'title': 'Never seen'},"
    "  {'id': 'report', 'title': '[Report]', 'publisher': 'A paper', 'date': '2024-09-05', 'url': 'https://example.org/a',"
    "    'accessed': '2025-01-02', 'archive': 'https://archive.example.org/a', 'note': 'A reprint.', 'confidence': 'low'},"
    "  {'id': 'book', 'publisher': 'A publisher'}, {'id': 'paper', 'title': 'Paper'}]";

static const struct
{
  const char *name;
  const char *text;
} texts[] = {
  { "visit",
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
    "  Disputes: The host\n"
    "  medium confidence · By telephone.\n"
    "• They sang.\n"
    "  Supported by: The host\n"
    "  Disputed by: The guest\n"
    "  low confidence\n"
    "\n"
    "Related Events\n"
    "• cause: The letter [2, 3]\n"
    "  about 1984 · The bank · disputed · low confidence\n"
    "  A copy only.\n"
    "• dessert: The dinner\n"
    "  no date · called off\n"
    "\n"
    "Sources\n"
    "[1] [Report]\n"
    "    A paper · 5 September 2024 · https://example.org/a · Accessed: 2 January 2025\n"
    "    Archived copy: https://archive.example.org/a\n"
    "    low confidence · A reprint.\n"
    "[2] A publisher\n"
    "[3] Paper\n"
    "\n"
    "A title in square brackets describes the source; it is not its own.\n"
    "\n"
    "From the dossier “The file”\n" },
  { "letter",
    "The letter\n"
    "\n"
    "When: about 1984 [1, 2]\n"
    "Where: The bank (low confidence) [1, 2]\n"
    "Status: disputed\n"
    "How sure: low confidence\n"
    "Note: A copy only.\n"
    "\n"
    "Related Events\n"
    "• consequence: The visit [1, 3]\n"
    "  2 September 2024 (uncertain) · The square · The bank · alleged · low confidence\n"
    "  Nobody saw it.\n"
    "\n"
    "Sources\n"
    "[1] A publisher\n"
    "[2] Paper\n"
    "[3] [Report]\n"
    "    A paper · 5 September 2024 · https://example.org/a · Accessed: 2 January 2025\n"
    "    Archived copy: https://archive.example.org/a\n"
    "    low confidence · A reprint.\n"
    "\n"
    "A title in square brackets describes the source; it is not its own.\n"
    "\n"
    "From the dossier “The file”\n" },
  { "host",
    "The host\n"
    "\n"
    "How sure: medium confidence\n"
    "\n"
    "Events\n"
    "• 2 September 2024 (uncertain): The visit [1, 2]\n"
    "  godfather · The square, The bank · alleged · low confidence\n"
    "  Nobody saw it.\n"
    "\n"
    "Says\n"
    "• 3 September 2024: It was nice.\n"
    "  Supports: They sang.\n"
    "  Disputed by: The critic\n"
    "\n"
    "Relations\n"
    "• since 2001: The guest – knows – The host [2]\n"
    "  low confidence\n"
    "\n"
    "Sources\n"
    "[1] [Report]\n"
    "    A paper · 5 September 2024 · https://example.org/a · Accessed: 2 January 2025\n"
    "    Archived copy: https://archive.example.org/a\n"
    "    low confidence · A reprint.\n"
    "[2] A publisher\n"
    "\n"
    "A title in square brackets describes the source; it is not its own.\n"
    "\n"
    "From the dossier “The file”\n" },
  { "claim",
    "It was nice.\n"
    "\n"
    "Said By: The host (medium confidence)\n"
    "When: 3 September 2024\n"
    "About: The visit (low confidence)\n"
    "Supports: They sang. (low confidence)\n"
    "\n"
    "Who Says What\n"
    "• The critic · 4 September 2024: It was not. [1]\n"
    "  Disputes: The host\n"
    "  medium confidence · By telephone.\n"
    "\n"
    "Events\n"
    "• 2 September 2024 (uncertain): The visit [2, 3]\n"
    "  The square, The bank · alleged · low confidence\n"
    "  Nobody saw it.\n"
    "\n"
    "Sources\n"
    "[1] Paper\n"
    "[2] [Report]\n"
    "    A paper · 5 September 2024 · https://example.org/a · Accessed: 2 January 2025\n"
    "    Archived copy: https://archive.example.org/a\n"
    "    low confidence · A reprint.\n"
    "[3] A publisher\n"
    "\n"
    "A title in square brackets describes the source; it is not its own.\n"
    "\n"
    "From the dossier “The file”\n" },
  { "ride",
    "The ride\n"
    "\n"
    "Kind: ride\n"
    "Status: alleged\n"
    "\n"
    "Legs\n"
    "From\tTo\tWhen\tStatus\n"
    "The square [1]\tThe bank\t2 September 2024 (uncertain)\talleged\n"
    "The bank [1]\t…\t3 September 2024\tplanned\n"
    "\n"
    "Sources\n"
    "[1] [Report]\n"
    "    A paper · 5 September 2024 · https://example.org/a · Accessed: 2 January 2025\n"
    "    Archived copy: https://archive.example.org/a\n"
    "    low confidence · A reprint.\n"
    "\n"
    "A title in square brackets describes the source; it is not its own.\n"
    "\n"
    "From the dossier “The file”\n" },
  { "friends",
    "The guest – knows – The host\n"
    "\n"
    "When: since 2001 [1]\n"
    "Between:\n"
    "• The guest [1]\n"
    "• The host (medium confidence) [1]\n"
    "How sure: low confidence\n"
    "\n"
    "Sources\n"
    "[1] A publisher\n"
    "\n"
    "From the dossier “The file”\n" },
  { "2024-09-03",
    "3 September 2024\n"
    "\n"
    "Extent: 0 events\n"
    "\n"
    "Who Says What\n"
    "• The host · 3 September 2024: It was nice.\n"
    "  Supports: They sang.\n"
    "  Disputed by: The critic\n"
    "\n"
    "From the dossier “The file”\n" },
  { "bare",
    "Something\n"
    "\n"
    "When: no date\n"
    "Status: reported\n"
    "\n"
    "From the dossier “The file”\n" },
};

static char *
dup_text (SteppeDossier *dossier,
          const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SteppeTopic) topic = steppe_topic_new_named (dossier, name, &error);

  g_assert_no_error (error);
  return steppe_topic_dup_text (topic);
}

static void
test_text (void)
{
  g_autoptr (SteppeDossier) dossier = read_members (everything);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = dup_text (dossier, texts[i].name);

      g_test_message ("%s", texts[i].name);
      g_assert_cmpstr (text, ==, texts[i].text);
    }
}

/* No line is empty but between the parts, and a dossier without a title is not named. */
static void
test_lines (void)
{
  g_autoptr (SteppeDossier) dossier = read_members ("'events': [{'id': 'e', 'title': 'Two\\nlines', 'summary': 'One\\nTwo\\n\\n Three'}]");
  g_autofree char *text = dup_text (dossier, "e");

  g_assert_cmpstr (text, ==, "Two\nlines\n\nWhen: no date\nStatus: reported\n\nOne\n\nTwo\n\nThree\n");
}

static void
test_empty (void)
{
  static const struct
  {
    const char *members;
    const char *name;
    const char *text;
  } cases[] = {
    { "", "dossier", "Dossier\n" },
    { "'title': 'T'", "dossier", "T\n\nFrom the dossier “T”\n" },
    { "", "statements", "Who Says What\n" },
    { "", "2024", "2024\n\nExtent: 0 events\n" },
    { "'actors': [{'id': 'a', 'name': 'A'}]", "a", "A\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SteppeDossier) dossier = read_members (cases[i].members);
      g_autofree char *text = dup_text (dossier, cases[i].name);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_notes (void)
{
  static const struct
  {
    const char *sources;
    const char *text;
  } cases[] = {
    { "", "\nS\n" },
    { "'a'", "\nS [1]\n" },
    { "'a', 'b'", "\nS [1, 2]\n" },
    { "'a', 'b', 'c'", "\nS [1–3]\n" },
    { "'c', 'a', 'b', 'a'", "\nS [1–3]\n" },
    { "'nobody', 'e'", "\nS\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *members = g_strdup_printf ("'events': [{'id': 'e', 'title': 'E', 'summary': 'S', 'sources': [%s]}],"
                                                  "'sources': [{'id': 'a', 'title': 'A'}, {'id': 'b', 'title': 'B'}, {'id': 'c', 'title': 'C'}]",
                                                  cases[i].sources);
      g_autoptr (SteppeDossier) dossier = read_members (members);
      g_autofree char *text = dup_text (dossier, "e");

      g_assert_nonnull (strstr (text, cases[i].text));
    }
}

static void
test_named (void)
{
  static const struct
  {
    const char *name;
    SteppeTopicKind kind;
    const char *title;
  } cases[] = {
    { "visit", STEPPE_TOPIC_ITEM, "The visit" },
    { "report", STEPPE_TOPIC_ITEM, "[Report]" },
    { "dossier", STEPPE_TOPIC_DOSSIER, "The file" },
    { "statements", STEPPE_TOPIC_STATEMENTS, "Who Says What" },
    { "2024-09", STEPPE_TOPIC_SPAN, "September 2024" },
    { "2024-09-02", STEPPE_TOPIC_SPAN, "2 September 2024" },
    { "1939/1990", STEPPE_TOPIC_SPAN, "1939–1990" },
    { "2024-08/2024-09", STEPPE_TOPIC_SPAN, "August–September 2024" },
    { "2024-01-01/2024-12-31", STEPPE_TOPIC_SPAN, "2024" },
    { "2024-01-01/2024-12-30", STEPPE_TOPIC_SPAN, "1 January – 30 December 2024" },
    { "2024-02", STEPPE_TOPIC_SPAN, "February 2024" },
    { "2023-02-01/2023-02-27", STEPPE_TOPIC_SPAN, "1–27 February 2023" },
  };
  g_autoptr (SteppeDossier) dossier = read_members (everything);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SteppeTopic) topic = steppe_topic_new_named (dossier, cases[i].name, &error);
      g_autofree char *title = NULL;

      g_assert_no_error (error);
      title = steppe_topic_dup_title (topic);
      g_assert_cmpint (steppe_topic_get_kind (topic), ==, cases[i].kind);
      g_assert_cmpstr (title, ==, cases[i].title);
      g_assert_true ((steppe_topic_get_item (topic) != NULL) == (cases[i].kind == STEPPE_TOPIC_ITEM));
      g_assert_true (steppe_topic_get_dossier (topic) == dossier);
    }
}

/* What is neither an id nor a date is named in the error; an id goes before a date. */
static void
test_unknown (void)
{
  static const char *const names[] = { "", "nothing", "Visit", "visit ", "2024-13", "1984/1983", "..", "/", "[..]", "“", "item-visit" };
  g_autoptr (SteppeDossier) dossier = read_members (everything);
  g_autoptr (SteppeDossier) dated = read_members ("'events': [{'id': '1984', 'title': 'A novel'}]");
  g_autoptr (SteppeTopic) novel = steppe_topic_new_named (dated, "1984", NULL);

  g_assert_cmpint (steppe_topic_get_kind (novel), ==, STEPPE_TOPIC_ITEM);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *quoted = g_strdup_printf ("“%s”", names[i]);

      g_assert_null (steppe_topic_new_named (dossier, names[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
      g_assert_nonnull (strstr (error->message, quoted));
    }
}

/* What happened or was said in part of a span is in it, by the clocks of where it was. */
static void
test_span (void)
{
  static const struct
  {
    const char *name;
    const char *told; /* the first letters of what is told */
  } cases[] = {
    { "2024-09-02", "AU" },
    { "2024-09-03", "BV" },
    { "2024-09-02/2024-09-03", "ABUV" },
    { "2024-09", "ABUV" },
    { "2024-08", "" },
    { "2024", "ABUV" },
    { "1939-05", "C" },
    { "1939-04", "" },
    { "../1939-06", "C" },
    { "2024-09-03/..", "BV" },
  };
  g_autoptr (SteppeDossier) dossier = read_members (
      "'places': [{'id': 'p', 'name': 'P', 'timezone': 'Asia/Ulaanbaatar'}],"
      "'events': [{'id': 'b', 'title': 'B', 'date': '2024-09-02T23:30:00Z', 'places': ['p']}, {'id': 'a', 'title': 'A', 'date': '2024-09-02'},"
      "  {'id': 'c', 'title': 'C', 'date': '1939-05-11/1939-09-16'}, {'id': 'd', 'title': 'D'}],"
      "'statements': [{'id': 'v', 'text': 'V', 'date': '2024-09-03'}, {'id': 'u', 'text': 'U', 'date': '2024-09-02'}, {'id': 'w', 'text': 'W'}]");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SteppeTopic) topic = steppe_topic_new_named (dossier, cases[i].name, NULL);
      g_autoptr (SteppeTelling) telling = steppe_telling_new (topic, STEPPE_SECTIONS_ALL);
      g_autoptr (GString) told = g_string_new (NULL);
      GPtrArray *blocks = steppe_telling_get_account (telling)->blocks;

      while (steppe_telling_step (telling))
        ;
      for (guint j = 0; j < blocks->len; j++)
        {
          const SteppeAccountBlock *block = g_ptr_array_index (blocks, j);

          if (block->role == STEPPE_ACCOUNT_ENTRY || block->role == STEPPE_ACCOUNT_STATEMENT)
            g_string_append_c (told, *((const SteppePhrase *) g_ptr_array_index (block->phrases, 0))->text);
        }
      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (told->str, ==, cases[i].told);
    }
}

/* Of a dossier, from the first event to the last, not more exact than these are known. */
static void
test_period (void)
{
  static const struct
  {
    const char *first;
    const char *last;
    const char *period; /* NULL for none */
  } cases[] = {
    { "1921-07", "2025-09-02", "July 1921 – 2 September 2025" },
    { "1921", "2025", "1921–2025" },
    { "1939-05-11/1939-09-16", "1990-03", "11 May 1939 – March 1990" },
    { "2024-09-02", "2024-09-03", "2–3 September 2024" },
    { "2024-09-02T10:00:00Z", "2024-09-02T12:00:00Z", "2 September 2024" },
    { "2024-09", "2024-09", "September 2024" },
    { "../1985", "2024", "2024" },
    { "1985", "2024/..", "1985" },
    { "1985/..", "../1990", "1985–1990" },
    { "../1985", "1990/..", NULL },
    { "-0043", "Y12000", "44 BCE – year 12000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *members = g_strdup_printf ("'events': [{'id': 'a', 'title': 'A', 'date': '%s'}, {'id': 'b', 'title': 'B', 'date': '%s'},"
                                                  "{'id': 'c', 'title': 'C'}]",
                                                  cases[i].first, cases[i].last);
      g_autoptr (SteppeDossier) dossier = read_members (members);
      g_autofree char *text = dup_text (dossier, "dossier");
      g_autofree char *line = g_strdup_printf ("\nPeriod: %s\n", cases[i].period);

      g_test_message ("%s", text);
      g_assert_nonnull (strstr (text, "\nExtent: 3 events\n"));
      g_assert_true (cases[i].period != NULL ? strstr (text, line) != NULL : strstr (text, "Period") == NULL);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/topic/text", test_text);
  g_test_add_func ("/topic/lines", test_lines);
  g_test_add_func ("/topic/empty", test_empty);
  g_test_add_func ("/topic/notes", test_notes);
  g_test_add_func ("/topic/named", test_named);
  g_test_add_func ("/topic/unknown", test_unknown);
  g_test_add_func ("/topic/span", test_span);
  g_test_add_func ("/topic/period", test_period);
  return g_test_run ();
}
