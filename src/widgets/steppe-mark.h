/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/steppe-item.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_MARK (steppe_mark_get_type ())
G_DECLARE_FINAL_TYPE (SteppeMark, steppe_mark, STEPPE, MARK, GObject)

SteppeMark *steppe_mark_new (GtkWidget *widget,
                             SteppeItem *item,
                             GtkAccessibleRole role);

SteppeItem *steppe_mark_get_item (SteppeMark *self);
const char *steppe_mark_get_label (SteppeMark *self);
void steppe_mark_set_label (SteppeMark *self,
                            const char *label);
void steppe_mark_set_position (SteppeMark *self,
                               guint position,
                               guint size);
const graphene_rect_t *steppe_mark_get_bounds (SteppeMark *self);
void steppe_mark_set_bounds (SteppeMark *self,
                             const graphene_rect_t *bounds);
void steppe_mark_set_focused (SteppeMark *self,
                              gboolean focused);
void steppe_mark_set_selected (SteppeMark *self,
                               gboolean selected);
void steppe_mark_set_next (SteppeMark *self,
                           GtkAccessible *next);

G_END_DECLS
