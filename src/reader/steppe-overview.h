/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/steppe-focus.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_OVERVIEW (steppe_overview_get_type ())
G_DECLARE_FINAL_TYPE (SteppeOverview, steppe_overview, STEPPE, OVERVIEW, GtkWidget)

SteppeFocus *steppe_overview_get_focus (SteppeOverview *self);
void steppe_overview_set_focus (SteppeOverview *self,
                                SteppeFocus *focus);

G_END_DECLS
