/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/steppe-date.h"

G_BEGIN_DECLS

/**
 * SteppeDateStyle:
 * @STEPPE_DATE_STYLE_LONG: for reading: “11 May – 16 September 1939”, “about 1984”
 * @STEPPE_DATE_STYLE_SHORT: for list rows and axes: “11 May – 16 Sep 1939”, “~1984”
 *
 * How much room the words for a date may take.
 */
typedef enum
{
  STEPPE_DATE_STYLE_LONG,
  STEPPE_DATE_STYLE_SHORT,
} SteppeDateStyle;

char *steppe_date_format (const SteppeDate *date, SteppeDateStyle style) G_GNUC_MALLOC;
char *steppe_date_format_with_clock (const SteppeDate *date, SteppeDateStyle style, const char *place_name) G_GNUC_MALLOC;

G_END_DECLS
