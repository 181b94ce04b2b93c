/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/steppe-focus.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_SEARCH_LIST (steppe_search_list_get_type ())
G_DECLARE_FINAL_TYPE (SteppeSearchList, steppe_search_list, STEPPE, SEARCH_LIST, GtkWidget)

SteppeFocus *steppe_search_list_get_focus (SteppeSearchList *self);
void steppe_search_list_set_focus (SteppeSearchList *self,
                                   SteppeFocus *focus);
void steppe_search_list_prepare (SteppeSearchList *self);
void steppe_search_list_search (SteppeSearchList *self,
                                const char *query);
void steppe_search_list_activate_first (SteppeSearchList *self);

G_END_DECLS
