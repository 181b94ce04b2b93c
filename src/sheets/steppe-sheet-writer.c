/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "sheets/steppe-sheet-writer.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "model/steppe-narrative.h"
#include "sheets/steppe-language.h"
#include "sheets/steppe-pdf.h"
#include "sheets/steppe-sheet-private.h"

#define LAYOUT_SHARE 0.5 /* of the time that it takes, about */
#define STEP_TIME 8000 /* microseconds, about */

/**
 * SteppeSheetWriter:
 *
 * Writes a fact sheet into a PDF file, step by step. The file is there only when it is done: what
 * was there before stays until then.
 */
struct _SteppeSheetWriter
{
  SteppeSheet *sheet; /* NULL when all is drawn */
  GFile *file;
  char *language;
  char *drawn; /* the path of what cairo writes */
  char *finished; /* the path of what qpdf makes of it */
  cairo_t *cr;
  SteppeSheetTags *tags;
  GPtrArray *figures; /* what they show, when all is drawn */
  guint n_drawn;
  gboolean done;
};

/**
 * steppe_sheet_writer_new:
 * @topic: what is told
 * @options: how
 * @file: the file to write; replaced where it exists
 *
 * Returns: (transfer full): what writes the file
 */
SteppeSheetWriter *
steppe_sheet_writer_new (SteppeTopic *topic,
                         const SteppeSheetOptions *options,
                         GFile *file)
{
  SteppeSheetWriter *self = g_new0 (SteppeSheetWriter, 1);

  self->sheet = steppe_sheet_new (topic, options);
  self->file = g_object_ref (file);
  self->language = options->language != NULL ? g_strdup (options->language) : steppe_language_dup_current ();
  return self;
}

static void
remove_temporary (char **path)
{
  if (*path != NULL)
    g_unlink (*path);
  g_clear_pointer (path, g_free);
}

static void
close_surface (SteppeSheetWriter *self)
{
  g_clear_pointer (&self->tags, _steppe_sheet_tags_free);
  g_clear_pointer (&self->cr, cairo_destroy);
}

/**
 * steppe_sheet_writer_free:
 * @self: (transfer full): a writer; where it is not done, nothing is written
 */
void
steppe_sheet_writer_free (SteppeSheetWriter *self)
{
  close_surface (self);
  remove_temporary (&self->drawn);
  remove_temporary (&self->finished);
  g_clear_pointer (&self->sheet, steppe_sheet_free);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_object_unref (self->file);
  g_free (self->language);
  g_free (self);
}

static char *
create_temporary (GError **error)
{
  char *path = NULL;
  int fd = g_file_open_tmp ("steppe-sheet-XXXXXX.pdf", &path, error);

  if (fd >= 0)
    g_close (fd, NULL);
  return path;
}

/* Who wrote the dossier, as far as that is known. */
static const char *
find_author (SteppeDossier *dossier)
{
  GListModel *narratives = steppe_dossier_get_items (dossier, STEPPE_ITEM_NARRATIVE);
  g_autoptr (SteppeNarrative) first = g_list_model_get_item (narratives, 0);

  return first != NULL ? steppe_dossier_resolve (dossier, steppe_narrative_get_byline (first)) : "";
}

static void
describe (SteppeSheetWriter *self,
          cairo_surface_t *surface)
{
  SteppeTopic *topic = steppe_sheet_get_topic (self->sheet);
  SteppeDossier *dossier = steppe_topic_get_dossier (topic);
  g_autofree char *title = steppe_topic_dup_title (topic);
  const char *author = find_author (dossier);
  g_autoptr (GDateTime) time = _steppe_sheet_dup_time ();
  g_autofree char *created = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S%:z");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  if (*author != '\0')
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, steppe_dossier_resolve (dossier, steppe_dossier_get_title (dossier)));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Steppe " STEPPE_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
}

static gboolean
has_anchor (const char *anchor,
            gpointer user_data)
{
  return steppe_telling_has_anchor (user_data, anchor);
}

static gboolean
open_surface (SteppeSheetWriter *self,
              GError **error)
{
  const SteppePaper *paper = steppe_sheet_get_paper (self->sheet);
  g_autoptr (SteppeLanguage) language = steppe_language_enter (self->language);
  cairo_surface_t *surface;

  self->drawn = create_temporary (error);
  if (self->drawn == NULL)
    return FALSE;
  surface = cairo_pdf_surface_create (self->drawn, paper->width, paper->height);
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_7);
  describe (self, surface);
  self->cr = cairo_create (surface);
  self->tags = _steppe_sheet_tags_new (self->cr, has_anchor, (gpointer) _steppe_sheet_get_telling (self->sheet));
  cairo_surface_destroy (surface);
  return TRUE;
}

static gboolean
check_surface (cairo_status_t status,
               GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               /* Translators: %s is what went wrong */
               _ ("The pages could not be drawn: %s"), cairo_status_to_string (status));
  return FALSE;
}

static gboolean
draw_pages (SteppeSheetWriter *self,
            GError **error)
{
  gint64 end = g_get_monotonic_time () + STEP_TIME;

  if (self->cr == NULL && !open_surface (self, error))
    return FALSE;
  while (self->n_drawn < steppe_sheet_get_n_pages (self->sheet) && g_get_monotonic_time () < end)
    {
      /* The last page is shown when the document ends, or what ends its structure would be on another one. */
      if (self->n_drawn > 0)
        cairo_show_page (self->cr);
      _steppe_sheet_draw_tagged_page (self->sheet, self->n_drawn, self->cr, self->tags);
      self->n_drawn++;
    }
  return check_surface (cairo_status (self->cr), error);
}

/* What was drawn, and what it was drawn from, goes before the file is read again: of a long sheet both are large. */
static gboolean
finish_drawing (SteppeSheetWriter *self,
                GError **error)
{
  cairo_surface_t *surface = cairo_surface_reference (cairo_get_target (self->cr));
  cairo_status_t status;

  _steppe_sheet_tags_finish (self->tags);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  self->figures = g_ptr_array_ref (_steppe_sheet_tags_get_figures (self->tags));
  close_surface (self);
  cairo_surface_destroy (surface);
  g_clear_pointer (&self->sheet, steppe_sheet_free);
  return check_surface (status, error);
}

static gboolean
write_file (SteppeSheetWriter *self,
            GError **error)
{
  g_autoptr (GFile) finished = NULL;

  self->finished = create_temporary (error);
  if (self->finished == NULL || !steppe_pdf_finish (self->drawn, self->finished, self->language, self->figures, error))
    return FALSE;
  finished = g_file_new_for_path (self->finished);
  return g_file_copy (finished, self->file, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, error);
}

/**
 * steppe_sheet_writer_step:
 * @self: a writer
 * @done: (out): whether the file is written
 * @error: return location for an error
 *
 * Goes on for some milliseconds; the last step, which writes the file, may take longer.
 *
 * Returns: whether that went well; if not, nothing is written
 */
gboolean
steppe_sheet_writer_step (SteppeSheetWriter *self,
                          gboolean *done,
                          GError **error)
{
  gboolean good = TRUE;

  if (self->sheet == NULL)
    self->done = self->done || (good = write_file (self, error));
  else if (!steppe_sheet_is_complete (self->sheet))
    steppe_sheet_step (self->sheet);
  else if (self->n_drawn < steppe_sheet_get_n_pages (self->sheet))
    good = draw_pages (self, error);
  else
    good = finish_drawing (self, error);
  *done = self->done;
  return good;
}

/**
 * steppe_sheet_writer_get_progress:
 * @self: a writer
 *
 * Returns: how much is done, about, from 0 to 1
 */
double
steppe_sheet_writer_get_progress (const SteppeSheetWriter *self)
{
  guint n_pages;

  if (self->sheet == NULL)
    return 1;
  n_pages = steppe_sheet_get_n_pages (self->sheet);
  return steppe_sheet_get_progress (self->sheet) * LAYOUT_SHARE + (n_pages > 0 ? (1 - LAYOUT_SHARE) * self->n_drawn / n_pages : 0);
}

/**
 * steppe_sheet_write:
 * @topic: what is told
 * @options: how
 * @file: the file to write; replaced where it exists
 * @error: return location for an error
 *
 * Writes a fact sheet into a PDF file at once.
 *
 * Returns: whether it was written
 */
gboolean
steppe_sheet_write (SteppeTopic *topic,
                    const SteppeSheetOptions *options,
                    GFile *file,
                    GError **error)
{
  g_autoptr (SteppeSheetWriter) writer = steppe_sheet_writer_new (topic, options, file);
  gboolean done = FALSE;

  while (!done)
    if (!steppe_sheet_writer_step (writer, &done, error))
      return FALSE;
  return TRUE;
}
