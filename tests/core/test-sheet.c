/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier-testing.h"
#include "sheets/steppe-sheet-private.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <string.h>

#define N_ROUNDS 10
#define RUNNING 15 /* the height of head and foot, at most, points */
#define OVERHANG 2 /* of glyphs beyond the room that their line takes, points */

static const SteppePaper papers[] = {
  { 595.28, 841.89, 57, 57, 57, 57 }, /* A4 */
  { 612, 792, 72, 36, 54, 90 }, /* Letter, uneven margins */
  { 419.53, 595.28, 40, 40, 40, 40 }, /* A5 */
  { 841.89, 595.28, 57, 57, 57, 57 }, /* A4, landscape */
  { 240, 300, 20, 20, 20, 20 }, /* narrow: labels stand above the text */
};

static const char *const vocabulary[] = {
  "a", "steppe", "Улаанбаатар", "Халхин-Гол", "international", "蒙古国首都乌兰巴托", "مرحبا", "بالعالم",
  "https://www.example.org/a-very-long-address-without-any-space-at-all/that-goes-on-and-on-and-on/index.html",
  "неприкосновенность", "“quoted”", "2024", "\n"
};

#define N_SHORT_WORDS 8

/* A text in which the words of @mark come first, so that it can be found again. */
static char *
create_words (const char *mark,
              guint n_vocabulary,
              guint max_words)
{
  GString *text = g_string_new (mark);

  for (guint n = g_test_rand_int_range (0, max_words); n > 0; n--)
    g_string_append_printf (text, " %s", vocabulary[g_test_rand_int_range (0, n_vocabulary)]);
  return g_string_free (text, FALSE);
}

/* Roles of blocks of words, as often as they are to come. */
static const SteppeAccountRole roles[] = { STEPPE_ACCOUNT_FACT, STEPPE_ACCOUNT_SUMMARY, STEPPE_ACCOUNT_HEADING, STEPPE_ACCOUNT_STATEMENT,
                                           STEPPE_ACCOUNT_ENTRY, STEPPE_ACCOUNT_SOURCE, STEPPE_ACCOUNT_REMARK, STEPPE_ACCOUNT_TABLE };

static gboolean
is_heading (SteppeAccountRole role)
{
  return role == STEPPE_ACCOUNT_TITLE || role == STEPPE_ACCOUNT_HEADING;
}

static void
add_notes (SteppePhrase *phrase)
{
  const guint numbers[] = { 7, 1, 2, 3 };
  GArray *notes = NULL;

  if (g_test_rand_bit ())
    {
      notes = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_vals (notes, numbers, G_N_ELEMENTS (numbers));
    }
  steppe_phrase_take_notes (phrase, notes);
}

/* The first row begins with @mark, the others with “R1x”, where 1 is the number of the row. */
static void
fill_table (SteppeAccountBlock *block,
            const char *mark,
            guint n_rows,
            guint max_words)
{
  static const double shares[] = { 0.5, 0.3, 0.2 };
  static const char *const heads[] = { "Head", "Second", "Third" };
  SteppeAccountTable *table = steppe_account_block_begin_table (block, G_N_ELEMENTS (heads), shares, heads);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *row = i == 0 ? g_strdup (mark) : g_strdup_printf ("R%ux", i);

      add_notes (steppe_account_table_add (table, create_words (row, N_SHORT_WORDS, max_words)));
      steppe_account_table_add (table, create_words ("cell", N_SHORT_WORDS, max_words));
      steppe_account_table_add (table, NULL);
    }
}

static void
fill_block (SteppeAccountBlock *block,
            const char *mark)
{
  gboolean heads = is_heading (block->role);

  if (block->role == STEPPE_ACCOUNT_ENTRY && g_test_rand_bit ())
    block->lead = steppe_phrase_take (create_words ("lead", N_SHORT_WORDS, 3));
  for (guint i = 0; i == 0 || (!heads && i < 3 && g_test_rand_bit ()); i++)
    add_notes (steppe_account_block_add (block, create_words (i == 0 ? mark : "more", heads ? N_SHORT_WORDS : G_N_ELEMENTS (vocabulary), heads ? 4 : 80)));
  for (guint i = heads ? 0 : g_test_rand_int_range (0, 4); i > 0; i--)
    steppe_account_block_remark (block, create_words ("remark", G_N_ELEMENTS (vocabulary), 30));
}

/* Each block begins with “Q17”, a heading with “H17”, where 17 is its number. */
static SteppeAccount *
create_account (guint n_blocks)
{
  SteppeAccount *account = steppe_account_new ("Context");
  SteppeAccountRole role = STEPPE_ACCOUNT_TITLE;

  for (guint i = 0; i < n_blocks; i++)
    {
      g_autofree char *mark = g_strdup_printf ("%c%u", role == STEPPE_ACCOUNT_HEADING ? 'H' : 'Q', i);
      g_autofree char *label = !is_heading (role) && g_test_rand_bit () ? create_words ("label", N_SHORT_WORDS, 14) : NULL;
      SteppeAccountBlock *block = steppe_account_add (account, role, label);

      if (role == STEPPE_ACCOUNT_TABLE)
        fill_table (block, mark, g_test_rand_int_range (1, 60), 6);
      else
        fill_block (block, mark);
      /* What heads something is followed by it. */
      role = is_heading (role) || i + 2 >= n_blocks ? STEPPE_ACCOUNT_STATEMENT : roles[g_test_rand_int_range (0, G_N_ELEMENTS (roles))];
    }
  return account;
}

static SteppeSheet *
create_sheet (const SteppeAccount *account,
              const SteppePaper *paper,
              PangoDirection direction)
{
  const SteppeSheetOptions options = { .paper = *paper, .text_size = 1 };
  SteppeSheet *sheet = _steppe_sheet_new_for_account (account, &options, direction);

  steppe_sheet_finish (sheet);
  return sheet;
}

static void
assert_within_margins (SteppeSheet *sheet,
                       const SteppePaper *paper)
{
  for (guint i = 0; i < steppe_sheet_get_n_pages (sheet); i++)
    {
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      double x, y, width, height;

      steppe_sheet_draw_page (sheet, i, cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      g_assert_cmpfloat (width, >, 0);
      g_assert_cmpfloat (x, >=, paper->left - OVERHANG);
      g_assert_cmpfloat (y, >=, paper->top - OVERHANG);
      g_assert_cmpfloat (x + width, <=, paper->width - paper->right + OVERHANG);
      g_assert_cmpfloat (y + height, <=, paper->height - paper->bottom + OVERHANG);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

static void
test_margins (void)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      const SteppePaper *paper = &papers[i % G_N_ELEMENTS (papers)];
      g_autoptr (SteppeAccount) account = create_account (g_test_rand_int_range (1, 25));
      g_autoptr (SteppeSheet) sheet = create_sheet (account, paper, g_test_rand_bit () ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);

      assert_within_margins (sheet, paper);
    }
}

/* Where what is drawn between head and foot begins, in the direction in which the sheet is read. */
static double
measure_start (SteppeAccountRole role,
               const char *label,
               const char *text,
               PangoDirection direction)
{
  g_autoptr (SteppeAccount) account = steppe_account_new ("");
  g_autoptr (SteppeSheet) sheet = NULL;
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double x, width;

  steppe_account_block_add (steppe_account_add (account, role, label), g_strdup (text));
  sheet = create_sheet (account, &papers[0], direction);
  cairo_rectangle (cr, 0, papers[0].top + RUNNING, papers[0].width, papers[0].height - papers[0].top - papers[0].bottom - 2 * RUNNING);
  cairo_clip (cr);
  steppe_sheet_draw_page (sheet, 0, cr);
  cairo_recording_surface_ink_extents (surface, &x, NULL, &width, NULL);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return direction == PANGO_DIRECTION_RTL ? papers[0].width - x - width : x;
}

/* What is short stands at the start of its column, whichever way its words run, and a sheet that
 * is read from right to left is mirrored. */
static void
test_columns (void)
{
  static const char *const texts[] = { "word", "كلمة", "1", "[1]" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint role = STEPPE_ACCOUNT_FACT; role <= STEPPE_ACCOUNT_SOURCE; role++)
      {
        double text = measure_start (role, NULL, texts[i], PANGO_DIRECTION_LTR);
        double label = measure_start (role, texts[i], "word", PANGO_DIRECTION_LTR);

        if (role == STEPPE_ACCOUNT_HEADING)
          continue;
        g_assert_cmpfloat (label + 5, <, text);
        g_assert_cmpfloat_with_epsilon (measure_start (role, NULL, texts[i], PANGO_DIRECTION_RTL), text, 4);
        g_assert_cmpfloat_with_epsilon (measure_start (role, texts[i], "word", PANGO_DIRECTION_RTL), label, 4);
        g_assert_cmpfloat_with_epsilon (measure_start (role, NULL, texts[0], PANGO_DIRECTION_LTR), text, 4);
      }
}

static cairo_status_t
append_cb (void *closure,
           const unsigned char *data,
           unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The text of each page of its PDF, or NULL where the tool for it is missing. */
static GStrv
read_pdf (SteppeSheet *sheet,
          const SteppePaper *paper)
{
  g_autoptr (GByteArray) pdf = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, pdf, paper->width, paper->height);
  cairo_t *cr = cairo_create (surface);
  g_autofree char *path = NULL, *text = NULL;
  g_autoptr (GError) error = NULL;
  GStrv pages;
  int status;

  for (guint i = 0; i < steppe_sheet_get_n_pages (sheet); i++)
    {
      steppe_sheet_draw_page (sheet, i, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);

  g_close (g_file_open_tmp ("steppe-sheet-XXXXXX.pdf", &path, &error), NULL);
  g_assert_no_error (error);
  g_file_set_contents (path, (const char *) pdf->data, pdf->len, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char *[]) { (char *) "pdftotext", (char *) "-raw", path, (char *) "-", NULL }, NULL,
                G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status, &error);
  g_unlink (path);
  if (g_error_matches (error, G_SPAWN_ERROR, G_SPAWN_ERROR_NOENT))
    return NULL;
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  pages = g_strsplit (text, "\f", -1);
  g_assert_cmpuint (g_strv_length (pages), ==, steppe_sheet_get_n_pages (sheet) + 1);
  return pages;
}

static gboolean
skip_without_reader (void)
{
  g_autofree char *path = g_find_program_in_path ("pdftotext");

  if (path == NULL)
    g_test_skip ("pdftotext is missing");
  return path == NULL;
}

/* The marks of the blocks on all pages are in order, each once; no page ends with a heading. */
static void
assert_blocks (const char *const *pages,
               guint n_blocks)
{
  g_autoptr (GRegex) mark = g_regex_new ("\\b([HQ])(\\d+)\\b", 0, 0, NULL);
  guint next = 0;

  for (guint i = 0; pages[i] != NULL; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      gboolean headed = FALSE;

      for (g_regex_match (mark, pages[i], 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          g_autofree char *role = g_match_info_fetch (match, 1);
          g_autofree char *number = g_match_info_fetch (match, 2);

          g_assert_cmpuint (g_ascii_strtoull (number, NULL, 10), ==, next);
          next++;
          headed = *role == 'H';
        }
      if (headed)
        g_error ("a heading is the last on a page: “%s”", pages[i]);
    }
  g_assert_cmpuint (next, ==, n_blocks);
}

static void
test_blocks (void)
{
  if (skip_without_reader ())
    return;
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      const SteppePaper *paper = &papers[i % G_N_ELEMENTS (papers)];
      guint n_blocks = g_test_rand_int_range (1, 25);
      g_autoptr (SteppeAccount) account = create_account (n_blocks);
      g_autoptr (SteppeSheet) sheet = create_sheet (account, paper, PANGO_DIRECTION_LTR);
      g_auto (GStrv) pages = read_pdf (sheet, paper);

      assert_blocks ((const char *const *) pages, n_blocks);
    }
}

/* Each page is numbered, and says of which dossier it is and when it was printed. */
static void
test_numbers (void)
{
  g_autoptr (SteppeAccount) account = steppe_account_new ("The dossier");
  const SteppePaper *paper = &papers[0];

  if (skip_without_reader ())
    return;
  g_setenv ("SOURCE_DATE_EPOCH", "1725321599", TRUE);
  for (guint n_pages = 1; n_pages <= 3;)
    {
      g_autoptr (SteppeSheet) sheet = NULL;
      g_auto (GStrv) pages = NULL;

      steppe_account_block_add (steppe_account_add (account, STEPPE_ACCOUNT_SUMMARY, NULL), g_strdup ("Some words\nthat take\nmore than one line"));
      sheet = create_sheet (account, paper, PANGO_DIRECTION_LTR);
      if (steppe_sheet_get_n_pages (sheet) < n_pages)
        continue;
      g_assert_cmpuint (steppe_sheet_get_n_pages (sheet), ==, n_pages);
      pages = read_pdf (sheet, paper);
      for (guint i = 0; i < n_pages; i++)
        {
          g_autofree char *number = g_strdup_printf ("\\bPage %u of %u$", i + 1, n_pages);

          g_assert_true (g_regex_match_simple (number, pages[i], G_REGEX_MULTILINE, 0));
          g_assert_nonnull (strstr (pages[i], "The dossier"));
          g_assert_nonnull (strstr (pages[i], "Printed 2 September 2024"));
        }
      n_pages++;
    }
  g_unsetenv ("SOURCE_DATE_EPOCH");
}

/* Whether rows come after a head, which is there once in each column of text. Returns the number of the row to come next. */
static guint
assert_rows (const char *page,
             guint n_columns,
             guint next)
{
  g_autoptr (GRegex) row = g_regex_new ("^(?:Head|R(\\d+)x)\\b", G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  gboolean headed = FALSE;
  guint n_heads = 0, first = next;

  for (g_regex_match (row, page, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *number = g_match_info_fetch (match, 1);
      gboolean is_head = number == NULL || *number == '\0';

      g_assert_true (is_head ? !headed : n_heads > 0);
      n_heads += is_head;
      if (!is_head)
        g_assert_cmpuint (g_ascii_strtoull (number, NULL, 10), ==, next++);
      headed = is_head;
    }
  g_assert_false (headed);
  g_assert_true (n_heads <= n_columns && (n_heads > 0) == (next > first));
  return next;
}

static void
test_table (void)
{
  static const guint max_words[] = { 1, 3, 5 };

  if (skip_without_reader ())
    return;
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      const SteppePaper *paper = &papers[i % G_N_ELEMENTS (papers)];
      guint n_rows = g_test_rand_int_range (1, 100), next = 0;
      g_autoptr (SteppeAccount) account = steppe_account_new ("");
      g_autoptr (SteppeSheet) sheet = NULL;
      g_auto (GStrv) pages = NULL;

      fill_table (steppe_account_add (account, STEPPE_ACCOUNT_TABLE, g_test_rand_bit () ? "Label" : NULL), "R0x", n_rows,
                  max_words[g_test_rand_int_range (0, G_N_ELEMENTS (max_words))]);
      sheet = create_sheet (account, paper, PANGO_DIRECTION_LTR);
      pages = read_pdf (sheet, paper);
      for (guint j = 0; pages[j] != NULL; j++)
        next = assert_rows (pages[j], paper->width > paper->height ? 2 : 1, next);
      g_assert_cmpuint (next, ==, n_rows);
    }
}

/* What an event is told by can be read back, in the order of the account. */
static void
test_event (void)
{
  static const char *const expected[] = {
    "The file", "Event", "Визит", "When", "2 September 2024 (uncertain)", "[1]", "Status", "alleged", "How sure", "low confidence",
    "Who", "习近平 (guest)", "They met.", "Who Says What", "It was nice.", "Sources", "A report", "https://example.org/a"
  };
  g_autoptr (SteppeDossier) dossier = read_members (
      "'title': 'The file', 'actors': [{'id': 'guest', 'name': '习近平'}],"
      "'events': [{'id': 'visit', 'title': 'Визит', 'date': '2024-09-02?', 'status': 'alleged', 'confidence': 'low',"
      "  'summary': 'They met.', 'actors': [{'actor': 'guest', 'role': 'guest'}], 'sources': ['report']}],"
      "'statements': [{'id': 's', 'text': 'It was nice.', 'about': ['visit']}],"
      "'sources': [{'id': 'report', 'title': 'A report', 'url': 'https://example.org/a'}]");
  g_autoptr (SteppeTopic) topic = steppe_topic_new_named (dossier, "visit", NULL);
  const SteppeSheetOptions options = { .paper = papers[0], .sections = STEPPE_SECTIONS_ALL, .text_size = 1 };
  g_autoptr (SteppeSheet) sheet = steppe_sheet_new (topic, &options);
  g_auto (GStrv) pages = NULL;
  const char *rest;

  if (skip_without_reader ())
    return;
  steppe_sheet_finish (sheet);
  pages = read_pdf (sheet, &papers[0]);
  g_assert_cmpuint (steppe_sheet_get_n_pages (sheet), ==, 1);
  rest = pages[0];
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const char *found = strstr (rest, expected[i]);

      if (found == NULL)
        g_error ("“%s” is not in “%s”", expected[i], rest);
      rest = found + strlen (expected[i]);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sheet/margins", test_margins);
  g_test_add_func ("/sheet/columns", test_columns);
  g_test_add_func ("/sheet/blocks", test_blocks);
  g_test_add_func ("/sheet/numbers", test_numbers);
  g_test_add_func ("/sheet/table", test_table);
  g_test_add_func ("/sheet/event", test_event);
  return g_test_run ();
}
