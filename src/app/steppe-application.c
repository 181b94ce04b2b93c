/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "app/steppe-application.h"

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

static void
steppe_application_class_init (SteppeApplicationClass *klass)
{
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
