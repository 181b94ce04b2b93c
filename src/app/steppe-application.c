/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "app/steppe-application.h"

#include <glib/gi18n.h>

#include "app/steppe-about.h"
#include "app/steppe-command-line.h"
#include "app/steppe-help-window.h"
#include "app/steppe-preferences-dialog.h"
#include "app/steppe-reading-state.h"
#include "app/steppe-recent.h"

/**
 * SteppeApplication:
 *
 * The program: its windows, one a dossier, and what does not belong to any of them.
 */
struct _SteppeApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (SteppeApplication, steppe_application, ADW_TYPE_APPLICATION)

static void
new_window_cb (GSimpleAction *action,
               GVariant *parameter,
               gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (steppe_window_new (ADW_APPLICATION (user_data))));
}

static void
about_cb (GSimpleAction *action,
          GVariant *parameter,
          gpointer user_data)
{
  adw_dialog_present (steppe_about_dialog_new (),
                      GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (user_data))));
}

/* Keeps which dossiers are open, for the next start. */
static void
save_session (SteppeApplication *self)
{
  g_autoptr (GSettings) settings = g_settings_new (STEPPE_APP_ID);
  g_autoptr (GStrvBuilder) uris = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      GFile *file = STEPPE_IS_WINDOW (l->data) ? steppe_window_get_file (l->data) : NULL;

      if (file != NULL)
        g_strv_builder_take (uris, g_file_get_uri (file));
    }
  all = g_strv_builder_end (uris);
  g_settings_set_strv (settings, "open-dossiers", (const char *const *) all);
}

/* Opens what was open when the program was quit. Returns whether anything was. */
static gboolean
restore_session (SteppeApplication *self)
{
  g_autoptr (GSettings) settings = g_settings_new (STEPPE_APP_ID);
  g_auto (GStrv) uris = g_settings_get_strv (settings, "open-dossiers");
  gboolean restored = FALSE;

  g_settings_reset (settings, "open-dossiers");
  if (!g_settings_get_boolean (settings, "restore-session"))
    return FALSE;
  /* The list begins with the window that was used last; that is opened last. */
  for (guint i = g_strv_length (uris); i > 0; i--)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uris[i - 1]);

      if (!g_file_query_exists (file, NULL))
        continue;
      steppe_application_open_file (self, file, NULL);
      restored = TRUE;
    }
  return restored;
}

static void
forget_history_cb (GSimpleAction *action,
                   GVariant *parameter,
                   gpointer user_data)
{
  g_autoptr (GSettings) settings = g_settings_new (STEPPE_APP_ID);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  steppe_recent_forget_all ();
  steppe_reading_state_forget_all ();
  g_settings_reset (settings, "open-dossiers");
  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.notify", "s", _ ("Forgotten"));
}

static void
quit_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  save_session (STEPPE_APPLICATION (user_data));
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
preferences_cb (GSimpleAction *action,
                GVariant *parameter,
                gpointer user_data)
{
  adw_dialog_present (steppe_preferences_dialog_new (),
                      GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (user_data))));
}

/* The help is in one window, whatever asks for it. */
static SteppeHelpWindow *
get_help_window (SteppeApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (STEPPE_IS_HELP_WINDOW (l->data))
      return l->data;
  return steppe_help_window_new (GTK_APPLICATION (self));
}

static void
help_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (get_help_window (user_data)));
}

static void
help_about_cb (GSimpleAction *action,
               GVariant *parameter,
               gpointer user_data)
{
  SteppeHelpWindow *window = get_help_window (user_data);

  steppe_help_window_show_page (window, g_variant_get_string (parameter, NULL));
  gtk_window_present (GTK_WINDOW (window));
}

static const GActionEntry actions[] = {
  { "new-window", new_window_cb },
  { "preferences", preferences_cb },
  { "about", about_cb },
  { "help", help_cb },
  { "help-about", help_about_cb, "s" },
  { "forget-history", forget_history_cb },
  { "quit", quit_cb },
};

static const struct
{
  const char *action;
  const char *accelerators[2];
} accelerators[] = {
  { "app.help", { "F1" } },
  { "app.new-window", { "<Ctrl>n" } },
  { "app.preferences", { "<Ctrl>comma" } },
  { "app.quit", { "<Ctrl>q" } },
};

static SteppeWindow *
find_window (SteppeApplication *self,
             GFile *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      GFile *open = STEPPE_IS_WINDOW (l->data) ? steppe_window_get_file (l->data) : NULL;

      if (open != NULL && g_file_equal (open, file))
        return l->data;
    }
  return NULL;
}

/**
 * steppe_application_open_file:
 * @self: the program
 * @file: a dossier
 * @window: (nullable): the window that asks for it
 *
 * Opens a dossier: in the window that has it already, else in @window where that shows none, else
 * in a new one.
 */
void
steppe_application_open_file (SteppeApplication *self,
                              GFile *file,
                              SteppeWindow *window)
{
  SteppeWindow *shown;

  g_return_if_fail (STEPPE_IS_APPLICATION (self) && G_IS_FILE (file));

  shown = find_window (self, file);
  if (shown == NULL)
    {
      shown = window != NULL && steppe_window_get_file (window) == NULL ? window : steppe_window_new (ADW_APPLICATION (self));
      steppe_window_open (shown, file);
    }
  gtk_window_present (GTK_WINDOW (shown));
}

static void
steppe_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL && restore_session (STEPPE_APPLICATION (application)))
    return;
  if (window == NULL)
    window = GTK_WINDOW (steppe_window_new (ADW_APPLICATION (application)));
  gtk_window_present (window);
}

static void
steppe_application_open (GApplication *application,
                         GFile **files,
                         int n_files,
                         const char *hint)
{
  for (int i = 0; i < n_files; i++)
    steppe_application_open_file (STEPPE_APPLICATION (application), files[i], NULL);
}

static void
steppe_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (steppe_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (STEPPE_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accelerators[i].action, accelerators[i].accelerators);
}

/* Before anything that needs a display or a bus. */
static gboolean
steppe_application_local_command_line (GApplication *application,
                                       char ***arguments,
                                       int *exit_status)
{
  if (steppe_command_line_run ((const char *const *) *arguments, exit_status))
    return TRUE;
  return G_APPLICATION_CLASS (steppe_application_parent_class)->local_command_line (application, arguments, exit_status);
}

static void
steppe_application_class_init (SteppeApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = steppe_application_activate;
  application_class->open = steppe_application_open;
  application_class->startup = steppe_application_startup;
  application_class->local_command_line = steppe_application_local_command_line;
}

static void
steppe_application_init (SteppeApplication *self)
{
}

/**
 * steppe_application_new:
 *
 * Returns: (transfer full): the program
 */
SteppeApplication *
steppe_application_new (void)
{
  return g_object_new (STEPPE_TYPE_APPLICATION,
                       "application-id", STEPPE_APP_ID,
                       "resource-base-path", STEPPE_RESOURCE_BASE,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
