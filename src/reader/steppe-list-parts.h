/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkListItemFactory *steppe_list_factory_new (gpointer owner,
                                             GCallback setup,
                                             GCallback bind);
void steppe_list_header_setup (GtkListHeader *header);
void steppe_list_header_show (GtkListHeader *header,
                              const char *heading,
                              guint n_items);
void steppe_list_view_show_top (GtkListView *list_view);

G_END_DECLS
