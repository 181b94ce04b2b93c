/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "testing.h"

#include "widgets/steppe-link-dialog.h"

static AdwAlertDialog *
open_link (AdwWindow *window,
           const char *uri)
{
  AdwDialog *dialog;

  steppe_link_dialog_open (adw_window_get_content (window), uri);
  dialog = adw_window_get_visible_dialog (window);
  return dialog != NULL ? ADW_ALERT_DIALOG (dialog) : NULL;
}

static AdwWindow *
create_window (void)
{
  AdwWindow *window = ADW_WINDOW (adw_window_new ());

  gtk_window_set_default_size (GTK_WINDOW (window), 800, 600);
  adw_window_set_content (window, gtk_label_new ("Text"));
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static const struct
{
  const char *uri;
  const char *heading; /* NULL for what is no link */
} links[] = {
  { "https://www.example.org/a?b#c", "Open www.example.org?" },
  { "http://example.org:8080/", "Open example.org?" },
  { "https://www.example.com@example.org/", "Open example.org?" },
  { "https://пример.example/", "Open xn--e1afmkfd.example?" },
  { "javascript:alert(1)", NULL },
  { "file:///etc/passwd", NULL },
  { "https:///a", NULL },
  { "www.example.org", NULL },
};

static void
test_host (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      AdwWindow *window = create_window ();
      AdwAlertDialog *dialog = open_link (window, links[i].uri);

      g_assert_true ((dialog != NULL) == (links[i].heading != NULL));
      if (dialog != NULL)
        {
          g_assert_cmpstr (adw_alert_dialog_get_heading (dialog), ==, links[i].heading);
          g_assert_cmpstr (adw_alert_dialog_get_body (dialog), ==, links[i].uri);
          g_assert_cmpstr (adw_alert_dialog_get_close_response (dialog), ==, "cancel");
        }
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

/* A file may have an address of a million characters; a label that long would stop everything. */
static void
test_long (void)
{
  AdwWindow *window = create_window ();
  g_autofree char *rest = g_strnfill (1000000, 'a');
  g_autofree char *uri = g_strconcat ("https://example.org/", rest, "/end", NULL);
  AdwAlertDialog *dialog = open_link (window, uri);
  const char *body = adw_alert_dialog_get_body (dialog);

  g_assert_cmpint (g_utf8_strlen (body, -1), <=, 500);
  g_assert_true (g_str_has_prefix (body, "https://example.org/"));
  g_assert_true (g_str_has_suffix (body, "/end"));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc,
      char **argv)
{
  init_ui_test (&argc, &argv);
  g_test_add_func ("/link-dialog/host", test_host);
  g_test_add_func ("/link-dialog/long", test_long);
  return g_test_run ();
}
