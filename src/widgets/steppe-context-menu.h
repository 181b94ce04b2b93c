/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SteppeContextMenuFunc:
 * @widget: the widget that has the menu
 * @x: pixels from its left
 * @y: pixels from its top
 *
 * Opens the menu for what is there.
 */
typedef void (*SteppeContextMenuFunc) (GtkWidget *widget, double x, double y);

GtkWidget *steppe_context_menu_new (GtkWidget *widget,
                                    SteppeContextMenuFunc open_at);
void steppe_context_menu_open (GtkWidget *menu,
                               GMenuModel *model,
                               const GdkRectangle *area);
void steppe_context_menu_append (GMenu *model,
                                 const char *label,
                                 const char *action,
                                 GVariant *target);
void steppe_context_menu_append_copies (GMenu *model,
                                        const char *id);

G_END_DECLS
