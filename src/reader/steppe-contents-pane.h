/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "reader/steppe-contents-model.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_CONTENTS_PANE (steppe_contents_pane_get_type ())
G_DECLARE_FINAL_TYPE (SteppeContentsPane, steppe_contents_pane, STEPPE, CONTENTS_PANE, GtkWidget)

SteppeFocus *steppe_contents_pane_get_focus (SteppeContentsPane *self);
void steppe_contents_pane_set_focus (SteppeContentsPane *self,
                                     SteppeFocus *focus);
SteppeContentsGrouping steppe_contents_pane_get_grouping (SteppeContentsPane *self);
void steppe_contents_pane_set_grouping (SteppeContentsPane *self,
                                        SteppeContentsGrouping grouping);
gboolean steppe_contents_pane_get_searching (SteppeContentsPane *self);
void steppe_contents_pane_set_searching (SteppeContentsPane *self,
                                         gboolean searching);
void steppe_contents_pane_begin_search (SteppeContentsPane *self);

G_END_DECLS
