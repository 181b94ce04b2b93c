/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a boundary is written. The first ones stand at ticks, the last ones above them. */
typedef enum
{
  STEPPE_TICK_FORMAT_SECOND, /* 14:05:30 */
  STEPPE_TICK_FORMAT_MINUTE, /* 14:05 */
  STEPPE_TICK_FORMAT_WEEKDAY, /* Fri 30 Aug */
  STEPPE_TICK_FORMAT_DAY, /* 30 Aug */
  STEPPE_TICK_FORMAT_DAY_NUMBER, /* 30 */
  STEPPE_TICK_FORMAT_MONTH, /* Aug */
  STEPPE_TICK_FORMAT_YEAR, /* 2024 */
  STEPPE_TICK_FORMAT_MONTH_OF_YEAR, /* August 2024 */
  STEPPE_TICK_FORMAT_DAY_OF_YEAR, /* 30 August 2024 */
} SteppeTickFormat;

#define STEPPE_N_TICK_FORMATS (STEPPE_TICK_FORMAT_DAY_OF_YEAR + 1)

char *_steppe_tick_format (SteppeTickFormat format, gint64 boundary);
char *_steppe_tick_format_short (SteppeTickFormat format, gint64 boundary);

G_END_DECLS
