/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheets/steppe-sheet-writer.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <pango/pangocairo.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "dossier-testing.h"
#include "sheets/steppe-language.h"
#include "sheets/steppe-sheet-private.h"

#define N_EVENTS 3000
#define SCALE 2 /* pixels by point */
#define FOOT 75 /* the foot and the margin below it, at most, points */

static SteppeDossier *sample;
static char *temporary; /* where the program puts its files meanwhile */

typedef struct
{
  char *folder;
  GFile *file; /* in it */
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  self->folder = g_mkdtemp (g_strdup_printf ("%s-target-XXXXXX", temporary));
  self->file = g_file_new_build_filename (self->folder, "sheet.pdf", NULL);
}

/* Nothing but the sheet was left in its folder, and nothing at all elsewhere. */
static void
tear_down (Fixture *self,
           gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;

  g_file_delete (self->file, NULL, NULL);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  dir = g_dir_open (temporary, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
  g_object_unref (self->file);
  g_free (self->folder);
}

static SteppeSheetOptions
create_options (const char *language)
{
  SteppeSheetOptions options = { .sections = STEPPE_SECTIONS_ALL, .language = language, .text_size = 1 };

  steppe_paper_from_name (&options.paper, "A4", FALSE);
  return options;
}

static SteppeTopic *
find_topic (const char *name)
{
  g_autoptr (GError) error = NULL;
  SteppeTopic *topic = steppe_topic_new_named (sample, name, &error);

  g_assert_no_error (error);
  return topic;
}

static gboolean
write_sheet (const char *name,
             GFile *file,
             GError **error)
{
  g_autoptr (SteppeTopic) topic = find_topic (name);
  const SteppeSheetOptions options = create_options ("en");

  return steppe_sheet_write (topic, &options, file, error);
}

static void
assert_is_pdf (GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  g_file_load_contents (file, NULL, &contents, &length, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, >, 10000);
  g_assert_true (g_str_has_prefix (contents, "%PDF-1."));
}

/* Steps up to @n_steps; whether it was done before. */
static gboolean
step (SteppeSheetWriter *writer,
      guint n_steps)
{
  g_autoptr (GError) error = NULL;
  double progress = 0;
  gboolean done = FALSE;

  for (guint i = 0; i < n_steps && !done; i++)
    {
      g_assert_true (steppe_sheet_writer_step (writer, &done, &error));
      g_assert_no_error (error);
      g_assert_cmpfloat (steppe_sheet_writer_get_progress (writer), >=, progress);
      progress = steppe_sheet_writer_get_progress (writer);
      g_assert_true (progress <= 1 && (progress == 1 || !done));
    }
  return done;
}

/* One that is given up after any number of steps leaves nothing, and what was there. */
static void
test_cancelled (Fixture *self,
                gconstpointer data)
{
  g_autoptr (SteppeTopic) topic = find_topic ("2024-09");
  const SteppeSheetOptions options = create_options ("en");
  gboolean done = FALSE;

  for (guint n_steps = 0; !done; n_steps += 1 + n_steps / 2)
    {
      gboolean overwrites = n_steps % 2 == 1;
      g_autoptr (SteppeSheetWriter) writer = steppe_sheet_writer_new (topic, &options, self->file);

      if (overwrites)
        g_assert_true (g_file_replace_contents (self->file, "old", 3, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL));
      else
        g_file_delete (self->file, NULL, NULL);
      done = step (writer, n_steps);
      g_clear_pointer (&writer, steppe_sheet_writer_free);
      if (!done && overwrites)
        {
          g_autofree char *contents = NULL;

          g_assert_true (g_file_load_contents (self->file, NULL, &contents, NULL, NULL, NULL));
          g_assert_cmpstr (contents, ==, "old");
        }
      g_assert_true (g_file_query_exists (self->file, NULL) == (done || overwrites));
    }
  assert_is_pdf (self->file);
}

/* Where the file cannot be: an error, and nothing is left. */
static void
test_places (Fixture *self,
             gconstpointer data)
{
  static const char *const places[] = { "missing/sheet.pdf", "sheet.pdf/sheet.pdf", "sheet.pdf/../missing/sheet.pdf", "" };

  g_assert_true (g_file_replace_contents (self->file, "old", 3, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, places[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", places[i]);
      g_assert_false (write_sheet ("arrival", file, &error));
      g_assert_nonnull (error);
      g_assert_cmpstr (error->message, !=, "");
    }
}

/* Where there is no more room, be it at the first byte or the last, what was there stays. */
static void
test_full (Fixture *self,
           gconstpointer data)
{
  static const rlim_t sizes[] = { 0, 4096, 40000 };
  struct rlimit before, limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_true (g_file_replace_contents (self->file, "old", 3, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *contents = NULL;
      gboolean written;

      limit = (struct rlimit) { sizes[i], before.rlim_max };
      setrlimit (RLIMIT_FSIZE, &limit);
      written = write_sheet ("dossier", self->file, &error);
      setrlimit (RLIMIT_FSIZE, &before);
      g_assert_false (written);
      g_assert_nonnull (error);
      g_assert_true (g_file_load_contents (self->file, NULL, &contents, NULL, NULL, NULL));
      g_assert_cmpstr (contents, ==, "old");
    }
  signal (SIGXFSZ, SIG_DFL);
  g_assert_true (write_sheet ("arrival", self->file, NULL));
  assert_is_pdf (self->file);
}

static SteppeDossier *
create_long_dossier (void)
{
  GString *members = g_string_new ("'title': 'Many', 'sources': [{'id': 's', 'title': 'A source'}], 'events': [");

  for (guint i = 0; i < N_EVENTS; i++)
    g_string_append_printf (members, "%s{'id': 'e%u', 'title': 'Event %u', 'date': '%04u-%02u', 'sources': ['s'], 'summary': 'What happened.'}",
                            i > 0 ? "," : "", i, i, 1000 + i / 12, i % 12 + 1);
  g_string_append (members, "]");
  {
    g_autofree char *text = g_string_free_and_steal (members);

    return read_members (text);
  }
}

/* The pixels of a page but for its foot. */
static GBytes *
draw (SteppeSheet *sheet,
      guint page)
{
  const SteppePaper *paper = steppe_sheet_get_paper (sheet);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) paper->width * SCALE, (int) (paper->height - FOOT) * SCALE);
  cairo_t *cr = cairo_create (surface);
  GBytes *pixels;

  cairo_scale (cr, SCALE, SCALE);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  steppe_sheet_draw_page (sheet, page, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = g_bytes_new (cairo_image_surface_get_data (surface),
                        (gsize) cairo_image_surface_get_stride (surface) * (gsize) cairo_image_surface_get_height (surface));
  cairo_surface_destroy (surface);
  return pixels;
}

/* Pages can be drawn long before all are there, and are the same then, whatever was drawn meanwhile. */
static void
test_long (void)
{
  g_autoptr (SteppeDossier) dossier = create_long_dossier ();
  g_autoptr (SteppeTopic) topic = steppe_topic_new_dossier (dossier);
  const SteppeSheetOptions options = create_options ("en");
  g_autoptr (SteppeSheet) sheet = steppe_sheet_new (topic, &options);
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *last = NULL;
  double progress = 0;

  while (steppe_sheet_step (sheet))
    {
      g_assert_false (steppe_sheet_is_complete (sheet));
      g_assert_cmpfloat (steppe_sheet_get_progress (sheet), >=, progress);
      progress = steppe_sheet_get_progress (sheet);
      /* The last one may not be full yet. */
      if (pictures->len < 5 && steppe_sheet_get_n_pages (sheet) > pictures->len + 1)
        {
          g_ptr_array_add (texts, steppe_sheet_dup_page_text (sheet, pictures->len));
          g_ptr_array_add (pictures, draw (sheet, pictures->len));
        }
    }
  g_assert_true (steppe_sheet_is_complete (sheet));
  g_assert_cmpfloat (steppe_sheet_get_progress (sheet), ==, 1);
  g_assert_cmpuint (pictures->len, ==, 5);
  g_assert_cmpuint (steppe_sheet_get_n_pages (sheet), >, N_EVENTS / 30);
  for (guint i = 0; i < pictures->len; i++)
    {
      g_autoptr (GBytes) picture = draw (sheet, i);
      g_autofree char *text = steppe_sheet_dup_page_text (sheet, i);

      g_assert_cmpstr (text, ==, g_ptr_array_index (texts, i));
      g_assert_true (g_bytes_equal (picture, g_ptr_array_index (pictures, i)));
    }
  last = steppe_sheet_dup_page_text (sheet, steppe_sheet_get_n_pages (sheet) - 1);
  g_assert_nonnull (strstr (last, "A source"));
}

/* Languages */

/* What pdftotext makes of a file, without spaces, or NULL where it is missing. */
static char *
read_back (GFile *file,
           const char *option)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (program == NULL)
    return NULL;
  g_spawn_sync (NULL, (char *[]) { program, (char *) option, (char *) g_file_peek_path (file), (char *) "-", NULL }, NULL,
                G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static char *
dup_joined (const char *text)
{
  g_autoptr (GRegex) space = g_regex_new ("[\\s\\x{A0}]+", 0, 0, NULL);

  return g_regex_replace_literal (space, text, -1, 0, "", 0, NULL);
}

static int
count_unknown_glyphs (const char *text)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_from_string (STEPPE_SHEET_SERIF " 10");

  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  g_object_unref (context);
  return pango_layout_get_unknown_glyphs_count (layout);
}

/* The words of a sheet are in its language, whatever that of the program, and so is what the dossier tells. */
static void
test_languages (Fixture *self,
                gconstpointer data)
{
  static const struct
  {
    const char *tag;
    const char *words[9]; /* in order */
  } cases[] = {
    { "en", { "Fact Sheet", "Arrival in Mongolia", "When", "2 September 2024", "Where", "Who Says What", "Sources", "Page 1 of" } },
    { "mn", { "Баримтын хуудас", "Монголд ирэв", "2024 оны 9-р сарын 2", "Хаана", "Хэн юу хэлсэн" } },
    { "ru", { "Справка", "Прибытие в Монголию", "2 сентября 2024", "Где", "Кто что говорит" } },
    { "zh-CN", { "资料页", "抵达蒙古国", "2024年9月2日", "地点", "各方说法" } },
  };
  static const char *const others[] = { "Page 1 of", "Where", "Who Says What" };
  g_autoptr (SteppeTopic) topic = find_topic ("arrival");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SteppeSheetOptions options = create_options (cases[i].tag);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL, *joined = NULL;
      const char *rest;

      g_test_message ("%s", cases[i].tag);
      steppe_sheet_write (topic, &options, self->file, &error);
      g_assert_no_error (error);
      text = read_back (self->file, "-raw");
      if (text == NULL)
        {
          g_test_skip ("pdftotext is missing");
          return;
        }
      joined = dup_joined (text);
      rest = joined;
      for (guint j = 0; cases[i].words[j] != NULL; j++)
        {
          g_autofree char *words = dup_joined (cases[i].words[j]);
          const char *found = strstr (j == 7 ? joined : rest, words);

          if (found == NULL)
            g_error ("“%s” is not in “%s”", words, rest);
          rest = found;
          g_assert_cmpint (count_unknown_glyphs (cases[i].words[j]), ==, 0);
        }
      for (guint j = 0; i > 0 && j < G_N_ELEMENTS (others); j++)
        g_assert_null (strstr (text, others[j]));
    }
  g_assert_cmpstr (setlocale (LC_TIME, NULL), ==, "C.UTF-8");
}

/* How far from the left a word begins, in widths of the page. */
static double
find_word (const char *boxes,
           const char *word)
{
  g_autofree char *pattern = g_strdup_printf ("<word xMin=\"([\\d.]+)\"[^>]*>%s</word>", word);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *x = NULL;

  g_assert_true (g_regex_match (regex, boxes, 0, &match));
  x = g_match_info_fetch (match, 1);
  return g_ascii_strtod (x, NULL) / 595.28;
}

/* On a sheet in a language that is written from right to left, labels are on the right. */
static void
test_directions (Fixture *self,
                 gconstpointer data)
{
  static const struct
  {
    const char *tag;
    gboolean mirrored;
  } cases[] = { { "en", FALSE }, { "ar", TRUE }, { "he", TRUE }, { "ru-Latn", FALSE } };
  g_autoptr (SteppeDossier) dossier = read_members (
      "'title': {'ar': 'ملف'}, 'events': [{'id': 'e', 'title': {'en': 'E', 'ar': 'حدث'}, 'kind': 'visitation'}]");
  g_autoptr (SteppeTopic) topic = steppe_topic_new_named (dossier, "e", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SteppeSheetOptions options = create_options (cases[i].tag);
      g_autofree char *boxes = NULL;
      double label, text;

      g_assert_true (steppe_sheet_write (topic, &options, self->file, NULL));
      boxes = read_back (self->file, "-bbox");
      if (boxes == NULL)
        {
          g_test_skip ("pdftotext is missing");
          return;
        }
      label = find_word (boxes, i == 3 ? "Вид" : "Kind");
      text = find_word (boxes, "visitation");
      g_test_message ("%s: label at %g, text at %g", cases[i].tag, label, text);
      if (cases[i].mirrored)
        g_assert_cmpfloat (label, >, MAX (text, 0.7));
      else
        g_assert_cmpfloat (label, <, MIN (text, 0.3));
    }
}

static SteppeDossier *
read_sample (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "dossiers", "mongolia-2024.dossier", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  SteppeDossier *dossier = steppe_dossier_read (file, NULL, &error);

  g_assert_no_error (error);
  return dossier;
}

static void
add (const char *path,
     void (*test) (Fixture *self, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *translations = NULL;
  int status;

  /* A folder of its own, before GLib looks for one, so that what is left there is seen. */
  temporary = g_mkdtemp (g_strdup ("/tmp/steppe-sheet-writer-XXXXXX"));
  g_assert_nonnull (temporary);
  g_setenv ("TMPDIR", temporary, TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  translations = g_test_build_filename (G_TEST_BUILT, "..", "po", NULL);
  steppe_language_init (translations);
  sample = read_sample ();

  add ("/sheet-writer/cancelled", test_cancelled);
  add ("/sheet-writer/places", test_places);
  add ("/sheet-writer/full", test_full);
  add ("/sheet-writer/languages", test_languages);
  add ("/sheet-writer/directions", test_directions);
  g_test_add_func ("/sheet-writer/long", test_long);
  status = g_test_run ();

  g_object_unref (sample);
  g_rmdir (temporary);
  g_free (temporary);
  return status;
}
