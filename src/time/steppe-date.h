/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "time/steppe-calendar.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_DATE (steppe_date_get_type ())
#define STEPPE_DATE_ERROR (steppe_date_error_quark ())

/**
 * STEPPE_DATE_MAX_LENGTH:
 *
 * The longest text that is read as a date, in bytes.
 */
#define STEPPE_DATE_MAX_LENGTH 1000

/**
 * STEPPE_DATE_MAX_MEMBERS:
 *
 * The most members a set of dates may have; a range counts as one.
 */
#define STEPPE_DATE_MAX_MEMBERS 100

/**
 * SteppeDate:
 *
 * When something happened: a date in the Extended Date/Time Format (EDTF), levels 0, 1 and 2 of ISO 8601-2, kept as
 * written, with the earliest and the latest instant it may mean. Immutable, so it may be shared between threads.
 */
typedef struct _SteppeDate SteppeDate;

/**
 * SteppeDateError:
 * @STEPPE_DATE_ERROR_SYNTAX: the text is not EDTF
 * @STEPPE_DATE_ERROR_VALUE: the text has the form of EDTF, but no such day, time or year exists
 * @STEPPE_DATE_ERROR_ORDER: an interval or range ends before it starts
 * @STEPPE_DATE_ERROR_LIMIT: the text is too long, has too many members or lies beyond %STEPPE_YEAR_LIMIT
 *
 * Why a text is not a date. Every message names the position, as the number of a character counted from 1, and what
 * was expected there.
 */
typedef enum
{
  STEPPE_DATE_ERROR_SYNTAX,
  STEPPE_DATE_ERROR_VALUE,
  STEPPE_DATE_ERROR_ORDER,
  STEPPE_DATE_ERROR_LIMIT,
} SteppeDateError;

/**
 * SteppeEdge:
 * @STEPPE_EDGE_KNOWN: a date is given
 * @STEPPE_EDGE_OPEN: written `..`: no bound on that side
 * @STEPPE_EDGE_UNKNOWN: written as nothing: there is an end, and nobody says when
 *
 * What is known of an interval's or a set's start or end.
 */
typedef enum
{
  STEPPE_EDGE_KNOWN,
  STEPPE_EDGE_OPEN,
  STEPPE_EDGE_UNKNOWN,
} SteppeEdge;

/**
 * SteppeDateKind:
 * @STEPPE_DATE_MOMENT: one date: a moment somewhere inside its bounds
 * @STEPPE_DATE_INTERVAL: `start/end`: lasts from somewhere in the start to somewhere in the end
 * @STEPPE_DATE_ONE_OF: `[…]`: one of these dates
 * @STEPPE_DATE_ALL_OF: `{…}`: all of these dates
 *
 * What a date says.
 */
typedef enum
{
  STEPPE_DATE_MOMENT,
  STEPPE_DATE_INTERVAL,
  STEPPE_DATE_ONE_OF,
  STEPPE_DATE_ALL_OF,
} SteppeDateKind;

/**
 * SteppePrecision:
 * @STEPPE_PRECISION_SECOND: a date-time
 * @STEPPE_PRECISION_MINUTE: finer than an hour; no EDTF date has it
 * @STEPPE_PRECISION_HOUR: finer than a day; no EDTF date has it
 * @STEPPE_PRECISION_DAY: a day
 * @STEPPE_PRECISION_MONTH: a month, or an unspecified day of it
 * @STEPPE_PRECISION_SEASON: a season, quarter, third or half of a year
 * @STEPPE_PRECISION_YEAR: a year, or an unspecified month or day of it
 * @STEPPE_PRECISION_DECADE: ten years, `199X` or `1990S3`
 * @STEPPE_PRECISION_CENTURY: a hundred years, `19XX` or `1950S2`
 * @STEPPE_PRECISION_MILLENNIUM: a thousand years, `1XXX` or `1950S1`
 * @STEPPE_PRECISION_AGE: more than a thousand years, or no date at all (`../..`)
 *
 * How finely a date is known, from fine to coarse.
 */
typedef enum
{
  STEPPE_PRECISION_SECOND,
  STEPPE_PRECISION_MINUTE,
  STEPPE_PRECISION_HOUR,
  STEPPE_PRECISION_DAY,
  STEPPE_PRECISION_MONTH,
  STEPPE_PRECISION_SEASON,
  STEPPE_PRECISION_YEAR,
  STEPPE_PRECISION_DECADE,
  STEPPE_PRECISION_CENTURY,
  STEPPE_PRECISION_MILLENNIUM,
  STEPPE_PRECISION_AGE,
} SteppePrecision;

/**
 * SteppeQualifier:
 * @STEPPE_QUALIFIER_NONE: given without reserve
 * @STEPPE_QUALIFIER_UNCERTAIN: `?`: the source may be wrong
 * @STEPPE_QUALIFIER_APPROXIMATE: `~`: an estimate; `%` is both
 *
 * What a date, or a part of it, says about its own worth. It never moves the bounds.
 */
typedef enum /*< flags >*/
{
  STEPPE_QUALIFIER_NONE = 0,
  STEPPE_QUALIFIER_UNCERTAIN = 1,
  STEPPE_QUALIFIER_APPROXIMATE = 2,
} SteppeQualifier;

/**
 * SteppeDatePart:
 * @STEPPE_DATE_PART_YEAR: the year
 * @STEPPE_DATE_PART_MONTH: the month or season
 * @STEPPE_DATE_PART_DAY: the day
 *
 * A part of a date that may be qualified on its own.
 */
typedef enum
{
  STEPPE_DATE_PART_YEAR,
  STEPPE_DATE_PART_MONTH,
  STEPPE_DATE_PART_DAY,
} SteppeDatePart;

GType steppe_date_get_type (void) G_GNUC_CONST;
GQuark steppe_date_error_quark (void);

SteppeDate *steppe_date_new (const char *edtf, GError **error) G_GNUC_WARN_UNUSED_RESULT;
SteppeDate *steppe_date_new_at_offset (const SteppeDate *date, int seconds);
SteppeDate *steppe_date_ref (SteppeDate *date);
void steppe_date_unref (SteppeDate *date);
gboolean steppe_date_equal (const SteppeDate *a, const SteppeDate *b);

const char *steppe_date_get_text (const SteppeDate *date);
SteppeDateKind steppe_date_get_kind (const SteppeDate *date);
gboolean steppe_date_lasts (const SteppeDate *date);
SteppePrecision steppe_date_get_precision (const SteppeDate *date);
SteppeQualifier steppe_date_get_qualifier (const SteppeDate *date);
SteppeQualifier steppe_date_get_part_qualifier (const SteppeDate *date, SteppeDatePart part);
SteppeQualifier steppe_date_get_start_qualifier (const SteppeDate *date);
SteppeQualifier steppe_date_get_end_qualifier (const SteppeDate *date);

gint64 steppe_date_get_earliest (const SteppeDate *date);
gint64 steppe_date_get_latest (const SteppeDate *date);
gint64 steppe_date_get_local_earliest (const SteppeDate *date);
gint64 steppe_date_get_local_latest (const SteppeDate *date);
gint64 steppe_date_get_sort_key (const SteppeDate *date);
gboolean steppe_date_get_offset (const SteppeDate *date, int *seconds);

SteppeEdge steppe_date_get_start_edge (const SteppeDate *date);
SteppeEdge steppe_date_get_end_edge (const SteppeDate *date);
void steppe_date_get_start (const SteppeDate *date, gint64 *earliest, gint64 *latest);
void steppe_date_get_end (const SteppeDate *date, gint64 *earliest, gint64 *latest);

guint steppe_date_get_n_members (const SteppeDate *date);
void steppe_date_get_member (const SteppeDate *date, guint position, gint64 *earliest, gint64 *latest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeDate, steppe_date_unref)

G_END_DECLS
