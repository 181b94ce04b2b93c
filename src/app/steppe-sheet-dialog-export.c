/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "app/steppe-sheet-dialog-private.h"

#include <glib/gi18n.h>

#include "app/steppe-file.h"

/* Of the name of a file without its ending, in characters: with four bytes each, file systems take it. */
#define MAX_NAME_LENGTH 60

/* How long a file is written between two frames, microseconds */
#define STEP_TIME 8000

static void
show_error (SteppeSheetDialog *self,
            const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("The Fact Sheet Was Not Exported"), NULL);

  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog),
                                /* Translators: %s is what went wrong. */
                                _ ("%s\nChoose another folder or another name."),
                                error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* Writing */

static void
show_exporting (SteppeSheetDialog *self,
                gboolean exporting)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_progress_bar_set_fraction (self->export_bar, 0);
  gtk_stack_set_visible_child_name (self->foot, exporting ? "exporting" : "buttons");
  gtk_widget_action_set_enabled (widget, "sheet.export", !exporting);
  gtk_widget_action_set_enabled (widget, "sheet.print", !exporting);
  gtk_widget_action_set_enabled (widget, "sheet.cancel-export", exporting);
  /* Escape ends the export first, and only then the dialog. */
  adw_dialog_set_can_close (ADW_DIALOG (self), !exporting);
}

/**
 * steppe_sheet_dialog_end_export:
 * @self: a dialog
 *
 * Stops writing a file. Where it is not complete, there is none.
 */
void
steppe_sheet_dialog_end_export (SteppeSheetDialog *self)
{
  gboolean has_focus = gtk_widget_has_focus (self->cancel_button);

  g_clear_handle_id (&self->export_source, g_source_remove);
  g_clear_pointer (&self->writer, steppe_sheet_writer_free);
  show_exporting (self, FALSE);
  if (has_focus)
    gtk_widget_grab_focus (self->export_button);
}

static void
show_exported (SteppeSheetDialog *self)
{
  AdwToast *toast = adw_toast_new (_ ("Exported"));

  adw_toast_set_button_label (toast, _ ("_Show"));
  adw_toast_set_action_name (toast, "sheet.show-exported");
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static gboolean
write_cb (gpointer user_data)
{
  SteppeSheetDialog *self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 end = g_get_monotonic_time () + STEP_TIME;
  gboolean done = FALSE, written;

  do
    written = steppe_sheet_writer_step (self->writer, &done, &error);
  while (written && !done && g_get_monotonic_time () < end);
  if (written && !done)
    {
      gtk_progress_bar_set_fraction (self->export_bar, steppe_sheet_writer_get_progress (self->writer));
      return G_SOURCE_CONTINUE;
    }
  self->export_source = 0;
  steppe_sheet_dialog_end_export (self);
  if (written)
    show_exported (self);
  else
    show_error (self, error);
  return G_SOURCE_REMOVE;
}

/**
 * steppe_sheet_dialog_export:
 * @self: a dialog that is shown
 * @file: the file to write, which is replaced if it is there
 *
 * Writes what is chosen as PDF, a little between every two frames, and shows how far that is.
 */
void
steppe_sheet_dialog_export (SteppeSheetDialog *self,
                            GFile *file)
{
  SteppeSheetOptions options;

  g_return_if_fail (STEPPE_IS_SHEET_DIALOG (self) && G_IS_FILE (file));

  steppe_sheet_dialog_end_export (self);
  options = steppe_sheet_dialog_get_options (self);
  g_set_object (&self->exported, file);
  self->writer = steppe_sheet_writer_new (steppe_sheet_dialog_get_topic (self), &options, file);
  self->export_source = g_idle_add (write_cb, self);
  show_exporting (self, TRUE);
  gtk_widget_grab_focus (self->cancel_button);
}

/* Choosing the file */

/* The file with the ending of a PDF. Where that would be another file that nobody has agreed to replace, or
 * one that cannot be written, it stays as it is. */
static GFile *
add_ending (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autofree char *longer = g_strconcat (name, ".pdf", NULL);
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autoptr (GFile) other = parent != NULL ? g_file_get_child (parent, longer) : NULL;

  if (g_str_has_suffix (folded, ".pdf") || other == NULL || steppe_file_is_from_portal (file) || g_file_query_exists (other, NULL))
    return g_object_ref (file);
  return g_steal_pointer (&other);
}

static void
save_folder (SteppeSheetDialog *self,
             GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (uri != NULL)
    g_settings_set_string (self->settings, "sheet-folder", uri);
}

static void
file_chosen_cb (GObject *source,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (SteppeSheetDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) chosen = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (GFile) file = chosen != NULL ? add_ending (chosen) : NULL;

  if (file == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        show_error (self, error);
      return;
    }
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  save_folder (self, file);
  steppe_sheet_dialog_export (self, file);
}

/* The title of the sheet as a file name: without what file systems do not take, and not too long. */
static char *
dup_file_name (SteppeSheetDialog *self)
{
  SteppeSheet *sheet = steppe_sheet_preview_get_sheet (self->preview);
  g_autofree char *title = steppe_topic_dup_title (steppe_sheet_get_topic (sheet));
  g_autofree char *name = g_utf8_truncate_middle (title, MAX_NAME_LENGTH);

  g_strdelimit (name, "/\\:*?\"<>|", '-');
  for (char *p = name; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  if (*g_strstrip (name) == '\0')
    return g_strconcat (_ ("Fact Sheet"), ".pdf", NULL);
  return g_strconcat (*name == '.' ? "-" : "", name, ".pdf", NULL);
}

static void
export_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  SteppeSheetDialog *self = STEPPE_SHEET_DIALOG (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *folder = g_settings_get_string (self->settings, "sheet-folder");
  g_autofree char *file_name = dup_file_name (self);

  gtk_file_filter_set_name (filter, _ ("PDF Documents"));
  gtk_file_filter_add_suffix (filter, "pdf");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Export the Fact Sheet"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_initial_name (dialog, file_name);
  if (*folder != '\0')
    {
      g_autoptr (GFile) last = g_file_new_for_uri (folder);

      gtk_file_dialog_set_initial_folder (dialog, last);
    }
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, file_chosen_cb, g_object_ref (self));
}

static void
cancel_export_cb (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  steppe_sheet_dialog_end_export (STEPPE_SHEET_DIALOG (widget));
}

static void
show_exported_cb (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (STEPPE_SHEET_DIALOG (widget)->exported);

  gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, NULL, NULL);
}

/**
 * steppe_sheet_dialog_class_install_exports:
 * @widget_class: the class of dialogs
 *
 * Installs the actions for exporting.
 */
void
steppe_sheet_dialog_class_install_exports (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sheet.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "sheet.cancel-export", NULL, cancel_export_cb);
  gtk_widget_class_install_action (widget_class, "sheet.show-exported", NULL, show_exported_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "sheet.export", NULL);
}
