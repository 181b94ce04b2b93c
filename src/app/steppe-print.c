/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "app/steppe-print.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "model/steppe-item-account.h"
#include "model/steppe-item-words.h"
#include "sheets/steppe-sheet.h"

#define MARGIN 18 /* millimetres, unless the reader sets another */

/* What is chosen in the dialog for printing is kept with the program, for the next time. */
#define SETTINGS_KEY "steppe-print-settings"
#define PAGE_SETUP_KEY "steppe-print-page-setup"

typedef struct
{
  GtkWindow *window;
  SteppeAccount *account;
  SteppeSheet *sheet; /* while pages are drawn */
} Job;

static void
free_job (gpointer data,
          GClosure *closure)
{
  Job *job = data;

  g_clear_pointer (&job->sheet, steppe_sheet_free);
  steppe_account_free (job->account);
  g_object_unref (job->window);
  g_free (job);
}

static GObject *
get_keeper (GtkWindow *window)
{
  GtkApplication *application = gtk_window_get_application (window);

  return application != NULL ? G_OBJECT (application) : G_OBJECT (window);
}

static void
restore_choices (GtkPrintOperation *operation,
                 GtkWindow *window)
{
  GtkPageSetup *page_setup = g_object_get_data (get_keeper (window), PAGE_SETUP_KEY);
  g_autoptr (GtkPageSetup) usual = gtk_page_setup_new ();

  gtk_page_setup_set_top_margin (usual, MARGIN, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (usual, MARGIN, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (usual, MARGIN, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (usual, MARGIN, GTK_UNIT_MM);
  gtk_print_operation_set_default_page_setup (operation, page_setup != NULL ? page_setup : usual);
  gtk_print_operation_set_print_settings (operation, g_object_get_data (get_keeper (window), SETTINGS_KEY));
}

static void
keep_choices (GtkPrintOperation *operation,
              GtkWindow *window)
{
  GtkPageSetup *page_setup = gtk_print_operation_get_default_page_setup (operation);
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);

  if (settings != NULL)
    g_object_set_data_full (get_keeper (window), SETTINGS_KEY, g_object_ref (settings), g_object_unref);
  if (page_setup != NULL)
    g_object_set_data_full (get_keeper (window), PAGE_SETUP_KEY, g_object_ref (page_setup), g_object_unref);
}

static void
show_error (GtkWindow *window,
            const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Printing Failed"), NULL);

  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog),
                                /* Translators: %s is what went wrong */
                                _ ("%s\nPrint again with another printer, or print to a file."),
                                error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (window));
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext *context,
                Job *job)
{
  /* The margins of the page setup are outside of what the context measures. */
  SteppePaper paper = {
    .width = gtk_print_context_get_width (context),
    .height = gtk_print_context_get_height (context),
  };
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (job->window)) == GTK_TEXT_DIR_RTL;

  g_clear_pointer (&job->sheet, steppe_sheet_free);
  job->sheet = steppe_sheet_new (job->account, &paper, mirrored ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  gtk_print_operation_set_n_pages (operation, steppe_sheet_get_n_pages (job->sheet));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext *context,
              int page,
              Job *job)
{
  steppe_sheet_draw_page (job->sheet, page, gtk_print_context_get_cairo_context (context));
}

static void
done_cb (GtkPrintOperation *operation,
         GtkPrintOperationResult result,
         Job *job)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      keep_choices (operation, job->window);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      show_error (job->window, error);
    }
}

/**
 * steppe_print_operation_new:
 * @window: the window that prints
 * @item: an item of @dossier of which there is an account
 * @dossier: the dossier
 *
 * Returns: (transfer full): what prints what the dossier says of @item, set as the reader chose
 *   the last time
 */
GtkPrintOperation *
steppe_print_operation_new (GtkWindow *window,
                            SteppeItem *item,
                            SteppeDossier *dossier)
{
  GtkPrintOperation *operation;
  g_autofree char *title = NULL;
  Job *job;

  g_return_val_if_fail (GTK_IS_WINDOW (window) && steppe_item_has_account (item) && STEPPE_IS_DOSSIER (dossier), NULL);

  operation = gtk_print_operation_new ();
  title = steppe_item_dup_title (item, dossier);
  job = g_new0 (Job, 1);
  job->window = g_object_ref (window);
  job->account = steppe_item_account_new (item, dossier);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, FALSE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  restore_choices (operation, window);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_print_cb), job, free_job, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), job);
  return operation;
}

/**
 * steppe_print_item:
 * @window: the window that prints
 * @item: an item of @dossier of which there is an account
 * @dossier: the dossier
 *
 * Asks how to print what the dossier says of @item, and prints it.
 */
void
steppe_print_item (GtkWindow *window,
                   SteppeItem *item,
                   SteppeDossier *dossier)
{
  g_autoptr (GtkPrintOperation) operation = steppe_print_operation_new (window, item, dossier);

  g_return_if_fail (operation != NULL);

  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window, NULL);
}
