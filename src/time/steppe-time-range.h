/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/steppe-calendar.h"

G_BEGIN_DECLS

char *steppe_time_range_format (gint64 earliest,
                                gint64 latest) G_GNUC_MALLOC;

G_END_DECLS
