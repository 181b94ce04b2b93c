/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/steppe-date.h"

G_BEGIN_DECLS

/* The parts of a year, month or day that are written X: bit n stands for the digit of 10ⁿ. */
#define STEPPE_EDTF_WHOLE_PART 0x3
#define STEPPE_EDTF_WHOLE_YEAR 0xf

/* Codes in the place of the month, from ISO 8601-2: seasons, quarters, thirds and halves of a year. */
#define STEPPE_EDTF_FIRST_SEASON 21
#define STEPPE_EDTF_FIRST_NORTHERN_SEASON 25
#define STEPPE_EDTF_FIRST_SOUTHERN_SEASON 29
#define STEPPE_EDTF_FIRST_QUARTER 33
#define STEPPE_EDTF_FIRST_THIRD 37
#define STEPPE_EDTF_FIRST_HALF 40
#define STEPPE_EDTF_LAST_SEASON 41

/* What is written of a point in time. */
typedef enum
{
  STEPPE_EDTF_YEAR,
  STEPPE_EDTF_SEASON,
  STEPPE_EDTF_MONTH,
  STEPPE_EDTF_DAY,
  STEPPE_EDTF_TIME,
} SteppeEdtfForm;

/* One date inside a text: all of a moment, an end of an interval, a member of a set. A dossier may have 100,000 of
 * them, hence the narrow fields. */
typedef struct
{
  gint64 year; /* as written, X read as 0; with significant digits, the estimate */
  gint64 earliest; /* bounds in the written time, without the offset */
  gint64 latest;
  gint32 offset; /* seconds east of UTC, of a date-time */
  guint8 form; /* SteppeEdtfForm */
  guint8 precision; /* SteppePrecision */
  guint8 month; /* month, X read as 0, or season code */
  guint8 day; /* X read as 0 */
  guint8 hour;
  guint8 minute;
  guint8 second;
  guint8 significant; /* significant digits of the year, 0 for all */
  guint8 year_unknown; /* digits of the year written X */
  guint8 month_unknown;
  guint8 day_unknown;
  guint8 qualifiers[3]; /* SteppeQualifier by SteppeDatePart */
  guint8 negative : 1; /* the year has a minus sign, which X read as 0 would lose */
  guint8 has_offset : 1;
  guint8 starts_range : 1; /* of a set: all dates from this one to the next are members */
} SteppeEdtfPoint;

struct _SteppeDate
{
  gatomicrefcount ref_count;
  guint8 kind; /* SteppeDateKind */
  guint8 start_edge; /* SteppeEdge */
  guint8 end_edge;
  guint8 n_points;
  gint64 earliest; /* in UTC */
  gint64 latest;
  const char *text; /* behind the points, in the same block */
  SteppeEdtfPoint points[];
};

/* What a text says, while it is read. */
typedef struct
{
  SteppeDateKind kind;
  SteppeEdge start_edge;
  SteppeEdge end_edge;
  guint n_points;
  SteppeEdtfPoint points[2 * STEPPE_DATE_MAX_MEMBERS];
} SteppeEdtfExpression;

gboolean _steppe_edtf_parse (const char *text, SteppeEdtfExpression *expression, GError **error);
gboolean _steppe_edtf_point_get_years (const SteppeEdtfPoint *point, gint64 *first, gint64 *last);
gboolean _steppe_edtf_point_find_bounds (SteppeEdtfPoint *point);
gboolean _steppe_edtf_part_fits (gint64 value, gint64 written, guint unknown);

G_END_DECLS
