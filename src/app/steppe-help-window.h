/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define STEPPE_TYPE_HELP_WINDOW (steppe_help_window_get_type ())
G_DECLARE_FINAL_TYPE (SteppeHelpWindow, steppe_help_window, STEPPE, HELP_WINDOW, AdwWindow)

SteppeHelpWindow *steppe_help_window_new (GtkApplication *application);
void steppe_help_window_show_page (SteppeHelpWindow *self,
                                   const char *name);
const char *steppe_help_window_get_page (SteppeHelpWindow *self);

G_END_DECLS
