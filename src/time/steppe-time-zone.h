/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GTimeZone *steppe_time_zone_new (const char *name);
gboolean steppe_time_zone_find_offset (GTimeZone *zone,
                                       gint64 instant,
                                       int *seconds);

G_END_DECLS
