/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/steppe-focus.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_WINDOW (steppe_window_get_type ())
G_DECLARE_FINAL_TYPE (SteppeWindow, steppe_window, STEPPE, WINDOW, AdwApplicationWindow)

SteppeWindow *steppe_window_new (AdwApplication *application);

SteppeFocus *steppe_window_get_reading_focus (SteppeWindow *self);
GFile *steppe_window_get_file (SteppeWindow *self);
void steppe_window_open (SteppeWindow *self,
                         GFile *file);

G_END_DECLS
