/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/steppe-date-format.h"
#include "time/steppe-date-private.h"

G_BEGIN_DECLS

/* Where a month without a day stands, which decides its form in some languages. */
typedef enum
{
  STEPPE_WORDS_ALONE,
  STEPPE_WORDS_IN_PHRASE,
} SteppeWordsPlace;

char *_steppe_words_for_point (const SteppeEdtfPoint *point, SteppeDateStyle style, SteppeWordsPlace place);
char *_steppe_words_for_span (const SteppeEdtfPoint *first, const SteppeEdtfPoint *last, SteppeDateStyle style);
char *_steppe_words_between (const SteppeEdtfPoint *first, const SteppeEdtfPoint *last, SteppeDateStyle style);

char *_steppe_words_for_unqualified (const SteppeEdtfPoint *point, SteppeDateStyle style, SteppeWordsPlace place);
char *_steppe_words_for_time (const SteppeEdtfPoint *point, SteppeDateStyle style, const char *place_name);
char *_steppe_words_for_year (gint64 year);
char *_steppe_words_for_long_time (double years, int digits, gboolean is_ago);
char *_steppe_words_for_age (double years);
char *_steppe_words_for_month (int month, SteppeDateStyle style, SteppeWordsPlace place);
char *_steppe_words_for_month_of_day (int month, SteppeDateStyle style);

G_END_DECLS
