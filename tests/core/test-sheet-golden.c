/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "golden-testing.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <pango/pangocairo.h>

#include "formats/steppe-dossier-reader.h"
#include "sheets/steppe-sheet-private.h"
#include "sheets/steppe-sheet-writer.h"

/* First pages of fact sheets, as a reader of PDF shows them. */

#define RESOLUTION "50" /* pixels by inch */
#define MAX_DIFFERENT 10

/* The fonts of the pictures: others have other letters. */
static const char *const fonts[][2] = { { STEPPE_SHEET_SANS, "Inter Variable" }, { STEPPE_SHEET_SERIF, "Noto Serif" } };

typedef struct
{
  const char *name;
  const char *topic;
  const char *language;
  const char *paper;
  gboolean landscape;
  gboolean gray;
} Page;

static const Page pages[] = {
  { "sheet-arrival", "arrival", "en", "A4" },
  { "sheet-dossier", "dossier", "en", "A4" },
  { "sheet-actor", "putin", "en", "Letter", TRUE, TRUE },
  { "sheet-mirrored", "ulaanbaatar", "ar", "A5" },
};

static SteppeDossier *sample;

static gboolean
has_fonts (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  gboolean all = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (fonts); i++)
    {
      PangoFontDescription *wanted = pango_font_description_from_string (fonts[i][0]), *found;
      g_autoptr (PangoFont) font = pango_context_load_font (context, wanted);

      found = pango_font_describe (font);
      g_test_message ("%s is %s", fonts[i][0], pango_font_description_get_family (found));
      all &= g_str_equal (pango_font_description_get_family (found), fonts[i][1]);
      pango_font_description_free (wanted);
      pango_font_description_free (found);
    }
  g_object_unref (context);
  return all;
}

static void
write_page (const Page *page,
            const char *path)
{
  SteppeSheetOptions options = { .sections = STEPPE_SECTIONS_ALL, .language = page->language, .text_size = 1, .gray = page->gray };
  g_autoptr (GError) error = NULL;
  g_autoptr (SteppeTopic) topic = steppe_topic_new_named (sample, page->topic, &error);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_no_error (error);
  steppe_paper_from_name (&options.paper, page->paper, page->landscape);
  steppe_sheet_write (topic, &options, file, &error);
  g_assert_no_error (error);
}

/* The first page of @path, as a picture beside it. */
static cairo_surface_t *
render (const char *program,
        const char *path)
{
  g_autofree char *picture = g_strconcat (path, ".png", NULL);
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface;
  int status;

  g_spawn_sync (NULL, (char *[]) { (char *) program, (char *) "-r", (char *) RESOLUTION, (char *) "-l", (char *) "1", (char *) "-singlefile", (char *) "-png", (char *) path, (char *) path, NULL },
                NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  surface = cairo_image_surface_create_from_png (picture);
  g_unlink (picture);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

static void
test_page (gconstpointer data)
{
  const Page *page = data;
  g_autofree char *program = g_find_program_in_path ("pdftoppm");
  g_autofree char *folder = NULL, *path = NULL;
  cairo_surface_t *rendered;

  if (program == NULL || !has_fonts ())
    {
      g_test_skip ("pdftoppm is missing, or the fonts of the pictures");
      return;
    }
  folder = g_dir_make_tmp ("steppe-golden-XXXXXX", NULL);
  path = g_build_filename (folder, "sheet.pdf", NULL);
  write_page (page, path);
  rendered = render (program, path);
  assert_is_golden (rendered, page->name, MAX_DIFFERENT);
  cairo_surface_destroy (rendered);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  setlocale (LC_ALL, "C.UTF-8");
  g_setenv ("SOURCE_DATE_EPOCH", "1725321599", TRUE);
  g_test_init (&argc, &argv, NULL);
  path = g_test_build_filename (G_TEST_DIST, "..", "data", "dossiers", "mongolia-2024.dossier", NULL);
  file = g_file_new_for_path (path);
  sample = steppe_dossier_read (file, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *name = g_strdup_printf ("/sheet-golden/%s", pages[i].name);

      g_test_add_data_func (name, &pages[i], test_page);
    }
  status = g_test_run ();
  g_object_unref (sample);
  return status;
}
