/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/steppe-focus.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_FILTER_BAR (steppe_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (SteppeFilterBar, steppe_filter_bar, STEPPE, FILTER_BAR, GtkWidget)

SteppeFocus *steppe_filter_bar_get_focus (SteppeFilterBar *self);
void steppe_filter_bar_set_focus (SteppeFilterBar *self,
                                  SteppeFocus *focus);

G_END_DECLS
