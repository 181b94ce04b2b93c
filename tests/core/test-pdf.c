/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheets/steppe-pdf.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <qpdf/qpdf-c.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#define RUSSIAN "Карта: бои у реки Халхин-Гол"
#define CHINESE "时间轴：1939年5月至9月"
#define LATIN "Map “one”"

#define N_PAGES 300
#define N_ROWS 50 /* on each page, of two cells */
#define DEPTH 20000

typedef struct
{
  char *folder;
  char *made; /* by cairo */
  char *finished; /* by what is tested */
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("steppe-pdf-XXXXXX", NULL);
  self->made = g_build_filename (self->folder, "made.pdf", NULL);
  self->finished = g_build_filename (self->folder, "finished.pdf", NULL);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  g_unlink (self->made);
  g_unlink (self->finished);
  /* Fails where anything else was left there. */
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->made);
  g_free (self->finished);
}

/* Draws a text within an element of its own. */
static void
draw (cairo_t *cr,
      const char *tag,
      const char *text)
{
  cairo_tag_begin (cr, tag, NULL);
  cairo_show_text (cr, text);
  cairo_tag_end (cr, tag);
}

static void
draw_row (cairo_t *cr,
          const char *first,
          const char *second)
{
  cairo_tag_begin (cr, "TR", NULL);
  draw (cr, first, "first");
  draw (cr, second, "second");
  cairo_tag_end (cr, "TR");
}

static void
draw_sheet (cairo_t *cr)
{
  cairo_move_to (cr, 50, 50);
  cairo_tag_begin (cr, "Document", NULL);
  draw (cr, "H1", "Heading");
  draw (cr, "Figure", "one");
  cairo_tag_begin (cr, "Sect", NULL);
  draw (cr, "P", "Paragraph");
  cairo_tag_begin (cr, "Div", NULL);
  draw (cr, "Figure", "two");
  cairo_tag_end (cr, "Div");
  cairo_tag_end (cr, "Sect");
  cairo_tag_begin (cr, "Table", NULL);
  draw_row (cr, "TH", "TH");
  draw_row (cr, "TH", "TD");
  cairo_tag_end (cr, "Table");
  draw (cr, "Figure", "three");
  cairo_tag_end (cr, "Document");
}

static void
draw_many_pages (cairo_t *cr)
{
  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < N_PAGES; i++)
    {
      cairo_move_to (cr, 50, 50);
      for (guint j = 0; j < N_ROWS; j++)
        draw_row (cr, "TH", "TD");
      draw (cr, "Figure", "figure");
      cairo_show_page (cr);
    }
  cairo_tag_end (cr, "Document");
}

static void
draw_deep (cairo_t *cr)
{
  cairo_move_to (cr, 50, 50);
  for (guint i = 0; i < DEPTH; i++)
    cairo_tag_begin (cr, "Div", NULL);
  draw (cr, "Figure", "figure");
  for (guint i = 0; i < DEPTH; i++)
    cairo_tag_end (cr, "Div");
}

static void
draw_untagged (cairo_t *cr)
{
  cairo_move_to (cr, 50, 50);
  cairo_show_text (cr, "text");
}

static void
make (const Fixture *self,
      void (*paint) (cairo_t *cr))
{
  cairo_surface_t *surface = cairo_pdf_surface_create (self->made, 500, 500);
  cairo_t *cr = cairo_create (surface);

  paint (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

static GPtrArray *
list_words (const char *const *words)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (list, g_strdup (words[i]));
  return list;
}

static void
finish (const Fixture *self,
        const char *language,
        const char *const *words)
{
  g_autoptr (GPtrArray) list = list_words (words);
  g_autoptr (GError) error = NULL;
  gboolean is_finished = steppe_pdf_finish (self->made, self->finished, language, list, &error);

  g_assert_no_error (error);
  g_assert_true (is_finished);
}

/* What a program says about the finished file; it must find no fault. */
static char *
ask (const Fixture *self,
     const char *const *command)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  g_autofree char *complaints = NULL;
  int status;

  g_strv_builder_addv (builder, (const char **) command);
  g_strv_builder_add (builder, self->finished);
  arguments = g_strv_builder_end (builder);
  g_spawn_sync (NULL, arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &complaints, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (complaints, ==, "");
  return output;
}

static void
assert_valid (const Fixture *self)
{
  g_autofree char *output = ask (self, (const char *[]) { "qpdf", "--check", NULL });

  g_assert_nonnull (strstr (output, "No syntax or stream encoding errors found"));
}

/* The elements as a reader of the file sees them: a line for each, “TYPE SCOPE ALT”. */
static void
add_elements (qpdf_data pdf,
              qpdf_oh element,
              GString *lines)
{
  qpdf_oh children = qpdf_oh_get_key (pdf, element, "/K");
  qpdf_oh attributes = qpdf_oh_get_key (pdf, element, "/A");

  if (qpdf_oh_has_key (pdf, element, "/S"))
    g_string_append (lines, qpdf_oh_get_name (pdf, qpdf_oh_get_key (pdf, element, "/S")) + 1);
  if (qpdf_oh_is_dictionary (pdf, attributes))
    {
      g_string_append_printf (lines, " %s", qpdf_oh_get_name (pdf, qpdf_oh_get_key (pdf, attributes, "/O")));
      g_string_append_printf (lines, " %s", qpdf_oh_get_name (pdf, qpdf_oh_get_key (pdf, attributes, "/Scope")));
    }
  if (qpdf_oh_has_key (pdf, element, "/Alt"))
    g_string_append_printf (lines, " %s", qpdf_oh_get_utf8_value (pdf, qpdf_oh_get_key (pdf, element, "/Alt")));
  g_string_append_c (lines, '\n');

  if (!qpdf_oh_is_array (pdf, children))
    children = qpdf_oh_wrap_in_array (pdf, children);
  for (int i = 0; i < qpdf_oh_get_array_n_items (pdf, children); i++)
    {
      qpdf_oh child = qpdf_oh_get_array_item (pdf, children, i);

      if (qpdf_oh_is_dictionary (pdf, child) && qpdf_oh_has_key (pdf, child, "/S"))
        add_elements (pdf, child, lines);
    }
}

static char *
describe (const Fixture *self)
{
  qpdf_data pdf = qpdf_init ();
  GString *lines = g_string_new (NULL);
  qpdf_oh catalog, preferences;

  g_assert_cmpint (qpdf_read (pdf, self->finished, NULL), ==, QPDF_SUCCESS);
  catalog = qpdf_get_root (pdf);
  preferences = qpdf_oh_get_key (pdf, catalog, "/ViewerPreferences");
  g_string_append (lines, qpdf_oh_get_utf8_value (pdf, qpdf_oh_get_key (pdf, catalog, "/Lang")));
  if (qpdf_oh_get_bool_value (pdf, qpdf_oh_get_key (pdf, preferences, "/DisplayDocTitle")))
    g_string_append (lines, " titled");
  if (qpdf_oh_has_key (pdf, catalog, "/StructTreeRoot"))
    {
      qpdf_oh mark = qpdf_oh_get_key (pdf, catalog, "/MarkInfo");

      if (qpdf_oh_get_bool_value (pdf, qpdf_oh_get_key (pdf, mark, "/Marked")))
        g_string_append (lines, " marked");
      add_elements (pdf, qpdf_oh_get_key (pdf, catalog, "/StructTreeRoot"), lines);
    }
  g_assert_false (qpdf_has_error (pdf));
  qpdf_cleanup (&pdf);
  return g_string_free_and_steal (lines);
}

static void
test_structure (Fixture *self,
                gconstpointer data)
{
  g_autofree char *description = NULL, *structure = NULL, *text = NULL;

  make (self, draw_sheet);
  finish (self, "zh-CN", (const char *[]) { RUSSIAN, CHINESE, LATIN, NULL });
  assert_valid (self);
  description = describe (self);
  g_assert_cmpstr (description, ==,
                   "zh-CN titled marked\nDocument\nH1\nFigure " RUSSIAN "\nSect\nP\nDiv\nFigure " CHINESE "\nTable\n"
                   "TR\nTH /Table /Column\nTH /Table /Column\nTR\nTH /Table /Row\nTD\nFigure " LATIN "\n");

  structure = ask (self, (const char *[]) { "pdfinfo", "-struct", NULL });
  g_assert_nonnull (strstr (structure, "/Scope /Column"));
  g_assert_nonnull (strstr (structure, "/Scope /Row"));
  text = ask (self, (const char *[]) { "pdfinfo", "-struct-text", NULL });
  g_assert_nonnull (strstr (text, "\"Paragraph\""));
}

static void
test_no_words (Fixture *self,
               gconstpointer data)
{
  g_autofree char *description = NULL;

  make (self, draw_sheet);
  finish (self, "en", (const char *[]) { "", "two", NULL });
  assert_valid (self);
  description = describe (self);
  g_assert_nonnull (strstr (description, "H1\nFigure\n"));
  g_assert_nonnull (strstr (description, "Div\nFigure two\n"));
  g_assert_true (g_str_has_suffix (description, "Figure\n"));
}

static void
test_untagged (Fixture *self,
               gconstpointer data)
{
  g_autofree char *description = NULL;

  make (self, draw_untagged);
  finish (self, "mn", (const char *[]) { "none", NULL });
  assert_valid (self);
  description = describe (self);
  g_assert_cmpstr (description, ==, "mn titled");
}

static gsize
measure (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return (gsize) status.st_size;
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *found = strstr (text, part); found != NULL; found = strstr (found + strlen (part), part))
    n++;
  return n;
}

static void
test_large (Fixture *self,
            gconstpointer data)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autofree char *description = NULL;

  for (guint i = 0; i < N_PAGES; i++)
    g_strv_builder_take (builder, g_strdup_printf ("figure %u.", i));
  words = g_strv_builder_end (builder);
  make (self, draw_many_pages);
  finish (self, "en", (const char *const *) words);
  assert_valid (self);
  description = describe (self);
  g_assert_cmpuint (count (description, "\nTH /Table /Row\n"), ==, N_PAGES * N_ROWS);
  for (guint i = 0; i < N_PAGES; i++)
    {
      g_autofree char *line = g_strdup_printf ("\nFigure %s\n", words[i]);

      g_assert_cmpuint (count (description, line), ==, 1);
    }
  /* Objects are as well compressed as those of cairo. */
  g_assert_cmpuint (measure (self->finished), <, measure (self->made) * 11 / 10);
}

static void
test_deep (Fixture *self,
           gconstpointer data)
{
  qpdf_data pdf = qpdf_init ();
  qpdf_oh element;

  make (self, draw_deep);
  finish (self, "en", (const char *[]) { "deep", NULL });
  qpdf_read (pdf, self->finished, NULL);
  element = qpdf_oh_get_key (pdf, qpdf_get_root (pdf), "/StructTreeRoot");
  while (!qpdf_oh_has_key (pdf, element, "/Alt"))
    {
      qpdf_oh children = qpdf_oh_get_key (pdf, element, "/K");

      element = qpdf_oh_is_array (pdf, children) ? qpdf_oh_get_array_item (pdf, children, 0) : children;
      g_assert_true (qpdf_oh_is_dictionary (pdf, element));
    }
  g_assert_cmpstr (qpdf_oh_get_utf8_value (pdf, qpdf_oh_get_key (pdf, element, "/Alt")), ==, "deep");
  qpdf_cleanup (&pdf);
}

/* A file may be finished in its place. */
static void
test_in_place (Fixture *self,
               gconstpointer data)
{
  g_autofree char *description = NULL;
  g_autoptr (GError) error = NULL;

  make (self, draw_untagged);
  g_assert_true (steppe_pdf_finish (self->made, self->made, "ru", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_rename (self->made, self->finished), ==, 0);
  description = describe (self);
  g_assert_cmpstr (description, ==, "ru titled");
}

static void
test_damaged (Fixture *self,
              gconstpointer data)
{
  static const double shares[] = { 0, 0.1, 0.5, 0.9, 0.99 };
  g_autofree char *contents = NULL;
  gsize size;

  make (self, draw_sheet);
  g_assert_true (g_file_get_contents (self->made, &contents, &size, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (self->made, contents, (gssize) (shares[i] * (double) size), NULL));
      g_assert_false (steppe_pdf_finish (self->made, self->finished, "en", NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_nonnull (strstr (error->message, self->made));
      g_assert_false (g_file_test (self->finished, G_FILE_TEST_EXISTS));
    }
}

static void
test_missing (Fixture *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (steppe_pdf_finish (self->made, self->finished, "en", NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_false (g_file_test (self->finished, G_FILE_TEST_EXISTS));
}

static void
test_unwritable (Fixture *self,
                 gconstpointer data)
{
  g_autofree char *target = g_build_filename (self->folder, "none", "finished.pdf", NULL);
  g_autoptr (GError) error = NULL;

  make (self, draw_sheet);
  g_assert_false (steppe_pdf_finish (self->made, target, "en", NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

/* A bound on the size of files stands for a disk that is full. What was there before is kept. */
static void
test_full (Fixture *self,
           gconstpointer data)
{
  struct rlimit limit, old_limit;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gboolean is_finished;

  make (self, draw_many_pages);
  g_assert_true (g_file_set_contents (self->finished, "before", -1, NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old_limit), ==, 0);
  limit = old_limit;
  limit.rlim_cur = 1000;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  is_finished = steppe_pdf_finish (self->made, self->finished, "en", NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old_limit), ==, 0);

  g_assert_false (is_finished);
  g_assert_nonnull (error);
  g_assert_true (error->domain == G_FILE_ERROR);
  g_assert_true (g_file_get_contents (self->finished, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "before");
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/pdf/structure", test_structure);
  ADD ("/pdf/no-words", test_no_words);
  ADD ("/pdf/untagged", test_untagged);
  ADD ("/pdf/large", test_large);
  ADD ("/pdf/deep", test_deep);
  ADD ("/pdf/in-place", test_in_place);
  ADD ("/pdf/damaged", test_damaged);
  ADD ("/pdf/missing", test_missing);
  ADD ("/pdf/unwritable", test_unwritable);
  ADD ("/pdf/full", test_full);
  return g_test_run ();
}
