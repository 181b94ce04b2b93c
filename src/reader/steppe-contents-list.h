/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/steppe-focus.h"
#include "reader/steppe-contents-model.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_CONTENTS_LIST (steppe_contents_list_get_type ())
G_DECLARE_FINAL_TYPE (SteppeContentsList, steppe_contents_list, STEPPE, CONTENTS_LIST, GtkWidget)

SteppeFocus *steppe_contents_list_get_focus (SteppeContentsList *self);
void steppe_contents_list_set_focus (SteppeContentsList *self,
                                     SteppeFocus *focus);
SteppeContentsGrouping steppe_contents_list_get_grouping (SteppeContentsList *self);
void steppe_contents_list_set_grouping (SteppeContentsList *self,
                                        SteppeContentsGrouping grouping);

G_END_DECLS
