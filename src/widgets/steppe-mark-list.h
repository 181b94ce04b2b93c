/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/steppe-mark.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_MARK_LIST (steppe_mark_list_get_type ())
G_DECLARE_FINAL_TYPE (SteppeMarkList, steppe_mark_list, STEPPE, MARK_LIST, GObject)

SteppeMarkList *steppe_mark_list_new (GtkWidget *widget,
                                      GtkAccessibleRole role);

void steppe_mark_list_set_after (SteppeMarkList *self,
                                 GtkAccessible *after);
void steppe_mark_list_begin (SteppeMarkList *self);
SteppeMark *steppe_mark_list_add (SteppeMarkList *self,
                                  const char *key,
                                  SteppeItem *item);
void steppe_mark_list_end (SteppeMarkList *self);

SteppeMark *steppe_mark_list_get_nth (SteppeMarkList *self,
                                      guint n);
SteppeMark *steppe_mark_list_find_item (SteppeMarkList *self,
                                        SteppeItem *item);
SteppeMark *steppe_mark_list_get_focused (SteppeMarkList *self);
void steppe_mark_list_set_focused (SteppeMarkList *self,
                                   SteppeMark *mark);
gboolean steppe_mark_list_move_focus (SteppeMarkList *self,
                                      int step);
void steppe_mark_list_set_selected (SteppeMarkList *self,
                                    SteppeItem *item);

G_END_DECLS
