/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "app/steppe-application.h"

#include "app/steppe-command-line.h"
#include "app/steppe-window.h"

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
steppe_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (steppe_window_new (ADW_APPLICATION (application))));
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
  G_APPLICATION_CLASS (klass)->local_command_line = steppe_application_local_command_line;
  G_APPLICATION_CLASS (klass)->activate = steppe_application_activate;
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
