/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *steppe_time_length_format (gint64 start,
                                 gint64 end) G_GNUC_MALLOC;

G_END_DECLS
