/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void steppe_link_dialog_open (GtkWidget *parent,
                              const char *uri);

G_END_DECLS
