/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier-testing.h"
#include "sheets/steppe-sheet-private.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <string.h>

/* What is too long, too small or not where one thinks. */

#define LONG 4000

static const SteppePaper a4 = { 595.28, 841.89, 57, 57, 57, 57 };

static char *
create_long_word (void)
{
  char *word = g_malloc (LONG + 1);

  memset (word, 'W', LONG);
  word[LONG] = '\0';
  return word;
}

/* A row is not broken: what is in one cell must not reach beyond the page. */
static void
test_long_cells (void)
{
  static const double shares[] = { 0.1, 0.9 };
  static const char *const heads[] = { "Narrow", "Wide" };
  g_autoptr (SteppeAccount) account = steppe_account_new ("");
  SteppeAccountTable *table = steppe_account_block_begin_table (steppe_account_add (account, STEPPE_ACCOUNT_TABLE, NULL), 2, shares, heads);
  const SteppeSheetOptions options = { a4, .text_size = 1 };
  g_autoptr (SteppeSheet) sheet = NULL;
  double room = a4.height - a4.top - a4.bottom;

  steppe_account_table_add (table, create_long_word ());
  steppe_account_table_add (table, g_strdup ("short"));
  sheet = _steppe_sheet_new_for_account (account, &options, PANGO_DIRECTION_LTR);
  steppe_sheet_finish (sheet);
  g_assert_cmpuint (sheet->lines->len, ==, 2);
  for (guint i = 0; i < sheet->lines->len; i++)
    g_assert_cmpfloat (g_array_index (sheet->lines, SteppePageLine, i).height, <, room / 2);
}

/* Labels for parcels are paper, too. */
static void
test_small_paper (void)
{
  g_autoptr (SteppeDossier) dossier = read_members ("'places': [{'id': 'kyzyl', 'name': 'Kyzyl', 'geometry': {'type': 'Point', 'coordinates': [94.45, 51.72]}}],"
                                                    "'events': [{'id': 'one', 'title': 'One', 'date': '2001', 'places': ['kyzyl']},"
                                                    " {'id': 'two', 'title': 'Two', 'date': '2002', 'places': ['kyzyl']}]");
  g_autoptr (SteppeTopic) topic = steppe_topic_new_dossier (dossier);

  for (double side = 1; side < 200; side *= 2)
    {
      const SteppeSheetOptions options = { { side, side * 0.7, 51, 51, 51, 51 }, STEPPE_SECTIONS_ALL, .text_size = 1 };
      g_autoptr (SteppeSheet) sheet = steppe_sheet_new (topic, &options);

      steppe_sheet_finish (sheet);
      g_assert_cmpuint (steppe_sheet_get_n_pages (sheet), >, 0);
    }
}

/* Where a link to a block leads is where that is on the page, also in the second column of text. */
static void
test_place_in_column (void)
{
  SteppeAccountBlock block = { STEPPE_ACCOUNT_ENTRY, .anchor = (char *) "item-here" };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (SteppeSheetTags) tags = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;
  gsize length;
  int descriptor = g_file_open_tmp ("steppe-XXXXXX.pdf", &path, &error);

  g_assert_no_error (error);
  g_close (descriptor, NULL);
  surface = cairo_pdf_surface_create (path, 400, 300);
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4); /* without compressed objects */
  cr = cairo_create (surface);
  tags = _steppe_sheet_tags_new (cr, NULL, NULL);
  cairo_translate (cr, 200, 0);
  cairo_move_to (cr, 17, 30);
  _steppe_sheet_tags_begin_block (tags, &block, FALSE);
  _steppe_sheet_tags_end_block (tags);
  _steppe_sheet_tags_end_page (tags);
  _steppe_sheet_tags_finish (tags);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < length; i++)
    contents[i] = contents[i] != '\0' ? contents[i] : ' ';
  g_assert_nonnull (strstr (contents, "/XYZ 217 270 0"));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_remove (path);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sheet-limits/long-cells", test_long_cells);
  g_test_add_func ("/sheet-limits/small-paper", test_small_paper);
  g_test_add_func ("/sheet-limits/place-in-column", test_place_in_column);

  return g_test_run ();
}
