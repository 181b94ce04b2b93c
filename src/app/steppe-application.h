/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/steppe-window.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_APPLICATION (steppe_application_get_type ())
G_DECLARE_FINAL_TYPE (SteppeApplication, steppe_application, STEPPE, APPLICATION, AdwApplication)

SteppeApplication *steppe_application_new (void);

void steppe_application_open_file (SteppeApplication *self,
                                   GFile *file,
                                   SteppeWindow *window);

G_END_DECLS
