/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "app/steppe-export.h"

#include "map/steppe-map-export.h"

#include <glib/gi18n.h>

/* An export until its file is written. */
typedef struct
{
  SteppeMapView *view;
  AdwToastOverlay *overlay;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->view);
  g_object_unref (job->overlay);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static void
show_error (Job *job,
            const char *advice)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("The Map Was Not Exported"), advice);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (job->overlay));
}

static void
written_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *advice = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      adw_toast_overlay_add_toast (job->overlay, adw_toast_new (_ ("Map exported")));
      return;
    }
  /* Translators: %s is what went wrong. */
  advice = g_strdup_printf (_ ("%s\nChoose another folder or another name."), error->message);
  show_error (job, advice);
}

static void
file_chosen_cb (GObject *source,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  SteppeMapFormat format;

  if (file == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        show_error (job, error->message);
      return;
    }
  if (!steppe_map_format_from_name (name, &format))
    {
      show_error (job, _ ("Let the name of the file end in .pdf, .svg or .png."));
      return;
    }
  bytes = steppe_map_view_export (job->view, format, &error);
  if (bytes == NULL)
    {
      show_error (job, error->message);
      return;
    }
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, written_cb, g_steal_pointer (&job));
}

static void
add_filter (GListStore *filters,
            const char *name,
            const char *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  g_list_store_append (filters, filter);
}

/**
 * steppe_export_map:
 * @view: the map
 * @title: what the file is called at first, without its ending
 * @overlay: where to say that it is done
 *
 * Lets the reader choose a file and writes what the map shows into it.
 */
void
steppe_export_map (SteppeMapView *view,
                   const char *title,
                   AdwToastOverlay *overlay)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autofree char *name = g_strdup_printf ("%s.pdf", title);
  Job *job = g_new0 (Job, 1);

  job->view = g_object_ref (view);
  job->overlay = g_object_ref (overlay);
  /* A name with a separator would be a path. */
  g_strdelimit (name, G_DIR_SEPARATOR_S, '-');
  add_filter (filters, _ ("PDF: a Page to Print"), "pdf");
  add_filter (filters, _ ("SVG: a Drawing to Edit"), "svg");
  add_filter (filters, _ ("PNG: a Picture"), "png");
  gtk_file_dialog_set_title (dialog, _ ("Export the Map"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view))), NULL, file_chosen_cb, job);
}
