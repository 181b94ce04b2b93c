/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*SteppeMentionFunc) (const char *id,
                                   gpointer user_data);

void _steppe_foreach_mention (const char *commonmark,
                              SteppeMentionFunc func,
                              gpointer user_data);

G_END_DECLS
