/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "widgets/steppe-link-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "model/steppe-link.h"

/* How much of an address is shown, in characters. */
#define MAX_SHOWN 400

static void
launched_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;

  if (gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  adw_dialog_present (adw_alert_dialog_new (_ ("The Page Cannot Be Opened"), error->message), parent);
}

static void
chosen_cb (AdwAlertDialog *dialog,
           const char *response,
           GtkWidget *parent)
{
  g_autoptr (GtkUriLauncher) launcher = NULL;

  if (!g_str_equal (response, "open"))
    return;
  launcher = gtk_uri_launcher_new (g_object_get_data (G_OBJECT (dialog), "uri"));
  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, launched_cb, g_object_ref (parent));
}

/**
 * steppe_link_dialog_open:
 * @parent: the widget that has the link
 * @uri: an http or https address; others are no links and are not opened
 *
 * Says which site an address leads to, and opens it in the browser when the reader agrees.
 */
void
steppe_link_dialog_open (GtkWidget *parent,
                         const char *uri)
{
  g_autofree char *host = steppe_link_dup_host (uri);
  g_autofree char *heading = NULL;
  g_autofree char *shown = NULL;
  AdwDialog *dialog;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  if (host == NULL)
    return;
  /* Translators: %s is the name of a web site, such as www.example.org */
  heading = g_strdup_printf (_ ("Open %s?"), host);
  dialog = adw_alert_dialog_new (heading, NULL);
  shown = g_utf8_truncate_middle (uri, MAX_SHOWN);
  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog), "%s", shown);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog),
                                  "cancel", _ ("_Cancel"),
                                  "open", _ ("_Open in Browser"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "open", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "open");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "uri", g_strdup (uri), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen_cb), parent, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, parent);
}
