/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "app/steppe-print.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

/* What is chosen in the dialog for printing is kept with the program, for the next time. */
#define MAX_MARGIN_SHARE 0.125 /* of a side of the paper, unless the printer needs more */
#define SETTINGS_KEY "steppe-print-settings"

/* How long pages are laid out before the dialog with the progress is looked after again, microseconds. */
#define PAGINATE_TIME 20000

typedef struct
{
  GtkWindow *window;
  SteppeTopic *topic;
  SteppeSheetOptions options;
  char *language;
  SteppeSheet *sheet; /* while pages are drawn */
} Job;

static void
free_job (gpointer data,
          GClosure *closure)
{
  Job *job = data;

  g_clear_pointer (&job->sheet, steppe_sheet_free);
  g_clear_object (&job->options.basemap);
  steppe_topic_unref (job->topic);
  g_object_unref (job->window);
  g_free (job->language);
  g_free (job);
}

static Job *
job_new (GtkWindow *window,
         SteppeTopic *topic,
         const SteppeSheetOptions *options)
{
  Job *job = g_new0 (Job, 1);

  job->window = g_object_ref (window);
  job->topic = steppe_topic_ref (topic);
  job->options = *options;
  job->options.language = job->language = g_strdup (options->language);
  if (options->basemap != NULL)
    g_object_ref (options->basemap);
  return job;
}

static GObject *
get_keeper (GtkWindow *window)
{
  GtkApplication *application = gtk_window_get_application (window);

  return application != NULL ? G_OBJECT (application) : G_OBJECT (window);
}

/* The paper of that size that printers know by name, or else one of its own. */
static GtkPaperSize *
create_paper_size (double width,
                   double height)
{
  GList *sizes = gtk_paper_size_get_paper_sizes (FALSE);
  GtkPaperSize *found = NULL;

  for (GList *l = sizes; l != NULL && found == NULL; l = l->next)
    if (fabs (gtk_paper_size_get_width (l->data, GTK_UNIT_POINTS) - width) < 1 &&
        fabs (gtk_paper_size_get_height (l->data, GTK_UNIT_POINTS) - height) < 1)
      found = gtk_paper_size_copy (l->data);
  g_list_free_full (sizes, (GDestroyNotify) gtk_paper_size_free);
  return found != NULL ? found : gtk_paper_size_new_custom ("steppe-sheet", _ ("Fact Sheet"), width, height, GTK_UNIT_POINTS);
}

static GtkPageSetup *
create_page_setup (const SteppePaper *paper)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  gboolean landscape = paper->width > paper->height;
  GtkPaperSize *size = create_paper_size (MIN (paper->width, paper->height), MAX (paper->width, paper->height));

  gtk_page_setup_set_paper_size (setup, size);
  gtk_paper_size_free (size);
  gtk_page_setup_set_orientation (setup, landscape ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_page_setup_set_top_margin (setup, paper->top, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, paper->right, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, paper->bottom, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, paper->left, GTK_UNIT_POINTS);
  return setup;
}

/* What is printed on is what was chosen for the sheet; all else is as it was the last time. */
static void
set_choices (GtkPrintOperation *operation,
             Job *job)
{
  GtkPrintSettings *kept = g_object_get_data (get_keeper (job->window), SETTINGS_KEY);
  g_autoptr (GtkPrintSettings) settings = kept != NULL ? gtk_print_settings_copy (kept) : gtk_print_settings_new ();
  g_autoptr (GtkPageSetup) setup = create_page_setup (&job->options.paper);

  gtk_print_settings_set_paper_size (settings, gtk_page_setup_get_paper_size (setup));
  gtk_print_settings_set_orientation (settings, gtk_page_setup_get_orientation (setup));
  if (job->options.gray)
    gtk_print_settings_set_use_color (settings, FALSE);
  else
    gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_USE_COLOR);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_print_settings (operation, settings);
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

/* What a printer can just reach does not look well, unless somebody made a paper size with such margins; a label has
 * no room for those of a page. */
static double
choose_margin (double margin,
               double usual,
               double side,
               gboolean own)
{
  return own ? margin : MAX (margin, MIN (usual, side * MAX_MARGIN_SHARE));
}

/* What a page of the setup is like. */
static SteppePaper
get_paper (GtkPageSetup *setup,
           const SteppePaper *usual)
{
  gboolean own = gtk_paper_size_is_custom (gtk_page_setup_get_paper_size (setup));
  double width = gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS);
  double height = gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS);

  return (SteppePaper) {
    .width = width,
    .height = height,
    .top = choose_margin (gtk_page_setup_get_top_margin (setup, GTK_UNIT_POINTS), usual->top, height, own),
    .right = choose_margin (gtk_page_setup_get_right_margin (setup, GTK_UNIT_POINTS), usual->right, width, own),
    .bottom = choose_margin (gtk_page_setup_get_bottom_margin (setup, GTK_UNIT_POINTS), usual->bottom, height, own),
    .left = choose_margin (gtk_page_setup_get_left_margin (setup, GTK_UNIT_POINTS), usual->left, width, own),
  };
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext *context,
                Job *job)
{
  SteppeSheetOptions options = job->options;

  options.paper = get_paper (gtk_print_context_get_page_setup (context), &job->options.paper);
  g_clear_pointer (&job->sheet, steppe_sheet_free);
  job->sheet = steppe_sheet_new (job->topic, &options);
}

static gboolean
paginate_cb (GtkPrintOperation *operation,
             GtkPrintContext *context,
             Job *job)
{
  gint64 end = g_get_monotonic_time () + PAGINATE_TIME;
  gboolean more;

  do
    more = steppe_sheet_step (job->sheet);
  while (more && g_get_monotonic_time () < end);
  if (!more)
    gtk_print_operation_set_n_pages (operation, steppe_sheet_get_n_pages (job->sheet));
  return !more;
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
end_print_cb (GtkPrintOperation *operation,
              GtkPrintContext *context,
              Job *job)
{
  g_clear_pointer (&job->sheet, steppe_sheet_free);
}

static void
done_cb (GtkPrintOperation *operation,
         GtkPrintOperationResult result,
         Job *job)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);

      if (settings != NULL)
        g_object_set_data_full (get_keeper (job->window), SETTINGS_KEY, g_object_ref (settings), g_object_unref);
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
 * @topic: what is printed
 * @options: how
 *
 * Makes what prints a fact sheet. The paper is at first that of @options, everything else that can be
 * chosen for printing is as it was the last time. Pages are laid out step by step, so that the
 * program goes on and the reader can cancel.
 *
 * Returns: (transfer full): the print operation, which is to be run
 */
GtkPrintOperation *
steppe_print_operation_new (GtkWindow *window,
                            SteppeTopic *topic,
                            const SteppeSheetOptions *options)
{
  GtkPrintOperation *operation;
  g_autofree char *title = NULL;
  Job *job;

  g_return_val_if_fail (GTK_IS_WINDOW (window) && topic != NULL && options != NULL, NULL);

  operation = gtk_print_operation_new ();
  title = steppe_topic_dup_title (topic);
  job = job_new (window, topic, options);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  set_choices (operation, job);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_print_cb), job, free_job, 0);
  g_signal_connect (operation, "paginate", G_CALLBACK (paginate_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  g_signal_connect (operation, "end-print", G_CALLBACK (end_print_cb), job);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), job);
  return operation;
}
