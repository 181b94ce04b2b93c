/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void steppe_label_mark_words (GtkLabel *label,
                              const char *const *words);

G_END_DECLS
