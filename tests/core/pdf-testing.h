/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo-pdf.h>
#include <glib/gstdio.h>

G_BEGIN_DECLS

typedef void (*DrawFunc) (cairo_t *cr,
                          gpointer user_data);

/* Draws one page into a new PDF file. Returns its path; whoever asked for it removes it. */
static inline char *
write_pdf (double width,
           double height,
           DrawFunc draw,
           gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int descriptor = g_file_open_tmp ("steppe-XXXXXX.pdf", &path, &error);
  cairo_surface_t *surface;
  cairo_t *cr;

  g_assert_no_error (error);
  g_close (descriptor, NULL);
  surface = cairo_pdf_surface_create (path, width, height);
  cr = cairo_create (surface);
  draw (cr, user_data);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return g_steal_pointer (&path);
}

/* What a program of poppler says about a file, such as `pdftotext FILE -`; NULL when the program is not there. */
static inline char *
read_pdf (const char *program,
          const char *option,
          const char *path,
          const char *output)
{
  const char *arguments[] = { program, option, path, output, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *found = g_find_program_in_path (program);
  g_autofree char *text = NULL;
  int status;

  if (found == NULL)
    return NULL;
  g_spawn_sync (NULL, (char **) (gpointer) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&text);
}

/* The text of a PDF as it is laid out; NULL when there is no pdftotext. */
static inline char *
read_pdf_text (const char *path)
{
  return read_pdf ("pdftotext", "-layout", path, "-");
}

/* A list of the pictures in a PDF, two lines when there are none; NULL when there is no pdfimages. */
static inline char *
read_pdf_images (const char *path)
{
  return read_pdf ("pdfimages", "-list", path, NULL);
}

G_END_DECLS
