/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/steppe-date.h"
#include "time/steppe-date-private.h"

#include <string.h>

G_DEFINE_QUARK (steppe - date - error - quark, steppe_date_error)
G_DEFINE_BOXED_TYPE (SteppeDate, steppe_date, steppe_date_ref, steppe_date_unref)

/* The bounds of the whole: from the start to the end of an interval, over all members of a set; none at an edge that is
 * not known. A date-time is always alone, so offsets play no part in the comparison. */
static void
find_bounds (SteppeDate *date)
{
  gboolean interval = date->kind == STEPPE_DATE_INTERVAL;

  date->earliest = STEPPE_INSTANT_MAX;
  date->latest = STEPPE_INSTANT_MIN;
  for (guint i = 0; i < date->n_points; i++)
    {
      if (!interval || i == 0)
        date->earliest = MIN (date->earliest, date->points[i].earliest - date->points[i].offset);
      if (!interval || i + 1 == date->n_points)
        date->latest = MAX (date->latest, date->points[i].latest - date->points[i].offset);
    }
  if (date->start_edge != STEPPE_EDGE_KNOWN)
    date->earliest = STEPPE_INSTANT_MIN;
  if (date->end_edge != STEPPE_EDGE_KNOWN)
    date->latest = STEPPE_INSTANT_MAX;
}

/**
 * steppe_date_new:
 * @edtf: a text in the Extended Date/Time Format, ISO 8601-2 levels 0, 1 and 2
 * @error: return location for a %STEPPE_DATE_ERROR
 *
 * Reads a date. Seasons 21 to 24, whose hemisphere is not said, are the northern meteorological ones; winter begins
 * in December of its year. As EDTF has it, intervals and sets have no times of day.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL with @error set
 */
SteppeDate *
steppe_date_new (const char *edtf,
                 GError **error)
{
  SteppeEdtfExpression expression;
  SteppeDate *date;
  gsize points_size, text_size;
  char *text;

  g_return_val_if_fail (edtf != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!_steppe_edtf_parse (edtf, &expression, error))
    return NULL;

  points_size = expression.n_points * sizeof (SteppeEdtfPoint);
  text_size = strlen (edtf) + 1;
  date = g_malloc (sizeof (SteppeDate) + points_size + text_size);
  g_atomic_ref_count_init (&date->ref_count);
  date->kind = (guint8) expression.kind;
  date->start_edge = (guint8) expression.start_edge;
  date->end_edge = (guint8) expression.end_edge;
  date->n_points = (guint8) expression.n_points;
  memcpy (date->points, expression.points, points_size);
  text = (char *) date->points + points_size;
  memcpy (text, edtf, text_size);
  date->text = text;
  find_bounds (date);
  return date;
}

/**
 * steppe_date_new_at_offset:
 * @date: a date that has an offset, as [method@Date.get_offset] says
 * @seconds: seconds east of UTC, at most a day
 *
 * The same instant by another clock: its day and its time of day are those at that offset. Its text stays as it was
 * written.
 *
 * Returns: (transfer full): a date whose offset is @seconds
 */
SteppeDate *
steppe_date_new_at_offset (const SteppeDate *date,
                           int seconds)
{
  SteppeDate *moved;
  SteppeEdtfPoint *point;
  SteppeCivil civil;

  g_return_val_if_fail (steppe_date_get_offset (date, NULL), NULL);
  g_return_val_if_fail (ABS (seconds) <= STEPPE_SECONDS_PER_DAY, NULL);

  moved = g_memdup2 (date, sizeof (SteppeDate) + sizeof (SteppeEdtfPoint) + strlen (date->text) + 1);
  g_atomic_ref_count_init (&moved->ref_count);
  point = &moved->points[0];
  moved->text = (const char *) (point + 1);

  point->earliest += seconds - point->offset;
  point->latest = point->earliest;
  point->offset = seconds;
  steppe_instant_to_civil (point->earliest, &civil);
  point->year = civil.year;
  point->negative = civil.year < 0;
  point->month = (guint8) civil.month;
  point->day = (guint8) civil.day;
  point->hour = (guint8) civil.hour;
  point->minute = (guint8) civil.minute;
  point->second = (guint8) civil.second;
  return moved;
}

/**
 * steppe_date_ref:
 * @date: a date
 *
 * Returns: (transfer full): @date, with one more reference
 */
SteppeDate *
steppe_date_ref (SteppeDate *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  g_atomic_ref_count_inc (&date->ref_count);
  return date;
}

/**
 * steppe_date_unref:
 * @date: (transfer full): a date
 *
 * Drops a reference, and the date with the last one.
 */
void
steppe_date_unref (SteppeDate *date)
{
  g_return_if_fail (date != NULL);

  if (g_atomic_ref_count_dec (&date->ref_count))
    g_free (date);
}

/**
 * steppe_date_equal:
 * @a: (nullable): a date
 * @b: (nullable): another date
 *
 * Returns: whether both are written in the same way, or both are missing
 */
gboolean
steppe_date_equal (const SteppeDate *a,
                   const SteppeDate *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a == b || strcmp (a->text, b->text) == 0;
}

/**
 * steppe_date_get_text:
 * @date: a date
 *
 * Returns: (transfer none): the text it was read from, verbatim
 */
const char *
steppe_date_get_text (const SteppeDate *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  return date->text;
}

/**
 * steppe_date_get_kind:
 * @date: a date
 *
 * Returns: whether the date is a moment, an interval or a set
 */
SteppeDateKind
steppe_date_get_kind (const SteppeDate *date)
{
  g_return_val_if_fail (date != NULL, STEPPE_DATE_MOMENT);

  return (SteppeDateKind) date->kind;
}

/**
 * steppe_date_lasts:
 * @date: a date
 *
 * Returns: %TRUE for an interval, which lasts from its start to its end; %FALSE for a moment or moments somewhere
 *   inside the bounds
 */
gboolean
steppe_date_lasts (const SteppeDate *date)
{
  g_return_val_if_fail (date != NULL, FALSE);

  return date->kind == STEPPE_DATE_INTERVAL;
}

/**
 * steppe_date_get_precision:
 * @date: a date
 *
 * Returns: how finely the date is known; of an interval or set, that of its coarsest date
 */
SteppePrecision
steppe_date_get_precision (const SteppeDate *date)
{
  guint8 precision = STEPPE_PRECISION_SECOND;

  g_return_val_if_fail (date != NULL, STEPPE_PRECISION_AGE);

  for (guint i = 0; i < date->n_points; i++)
    precision = MAX (precision, date->points[i].precision);
  return date->n_points > 0 ? (SteppePrecision) precision : STEPPE_PRECISION_AGE;
}

/**
 * steppe_date_get_qualifier:
 * @date: a date
 *
 * Returns: all that is said about the worth of the date or of any part of it
 */
SteppeQualifier
steppe_date_get_qualifier (const SteppeDate *date)
{
  return steppe_date_get_part_qualifier (date, STEPPE_DATE_PART_YEAR) |
         steppe_date_get_part_qualifier (date, STEPPE_DATE_PART_MONTH) |
         steppe_date_get_part_qualifier (date, STEPPE_DATE_PART_DAY);
}

/**
 * steppe_date_get_part_qualifier:
 * @date: a date
 * @part: which part
 *
 * Returns: what is said about the worth of the years, the months or the days in @date
 */
SteppeQualifier
steppe_date_get_part_qualifier (const SteppeDate *date,
                                SteppeDatePart part)
{
  guint qualifier = STEPPE_QUALIFIER_NONE;

  g_return_val_if_fail (date != NULL, STEPPE_QUALIFIER_NONE);
  g_return_val_if_fail (part <= STEPPE_DATE_PART_DAY, STEPPE_QUALIFIER_NONE);

  for (guint i = 0; i < date->n_points; i++)
    qualifier |= date->points[i].qualifiers[part];
  return (SteppeQualifier) qualifier;
}

static SteppeQualifier
get_point_qualifier (const SteppeDate *date,
                     guint position)
{
  const guint8 *qualifiers = date->points[position].qualifiers;

  return (SteppeQualifier) (qualifiers[STEPPE_DATE_PART_YEAR] | qualifiers[STEPPE_DATE_PART_MONTH] | qualifiers[STEPPE_DATE_PART_DAY]);
}

/**
 * steppe_date_get_start_qualifier:
 * @date: a date
 *
 * Returns: what is said about the worth of the start of an interval, nothing where that is open or unknown; for what is
 *   no interval, the same as [method@Date.get_qualifier]
 */
SteppeQualifier
steppe_date_get_start_qualifier (const SteppeDate *date)
{
  g_return_val_if_fail (date != NULL, STEPPE_QUALIFIER_NONE);

  if (date->kind != STEPPE_DATE_INTERVAL)
    return steppe_date_get_qualifier (date);
  return date->start_edge == STEPPE_EDGE_KNOWN ? get_point_qualifier (date, 0) : STEPPE_QUALIFIER_NONE;
}

/**
 * steppe_date_get_end_qualifier:
 * @date: a date
 *
 * Returns: what is said about the worth of the end of an interval, as [method@Date.get_start_qualifier] has the start
 */
SteppeQualifier
steppe_date_get_end_qualifier (const SteppeDate *date)
{
  g_return_val_if_fail (date != NULL, STEPPE_QUALIFIER_NONE);

  if (date->kind != STEPPE_DATE_INTERVAL)
    return steppe_date_get_qualifier (date);
  return date->end_edge == STEPPE_EDGE_KNOWN ? get_point_qualifier (date, date->n_points - 1) : STEPPE_QUALIFIER_NONE;
}

/**
 * steppe_date_get_earliest:
 * @date: a date
 *
 * The earliest instant that the date may mean. If the date has an offset from UTC, this is in UTC; else it is in
 * whatever time the date is written in.
 *
 * Returns: whole seconds from 1970-01-01T00:00:00 in the proleptic Gregorian calendar, or %STEPPE_INSTANT_MIN when
 *   the start is open or unknown
 */
gint64
steppe_date_get_earliest (const SteppeDate *date)
{
  g_return_val_if_fail (date != NULL, STEPPE_INSTANT_MIN);

  return date->earliest;
}

/**
 * steppe_date_get_latest:
 * @date: a date
 *
 * The last second that the date may mean: of a day, 23:59:59. In UTC if the date has an offset.
 *
 * Returns: whole seconds from 1970-01-01T00:00:00, or %STEPPE_INSTANT_MAX when the end is open or unknown
 */
gint64
steppe_date_get_latest (const SteppeDate *date)
{
  g_return_val_if_fail (date != NULL, STEPPE_INSTANT_MAX);

  return date->latest;
}

/**
 * steppe_date_get_local_earliest:
 * @date: a date
 *
 * The earliest instant as written: `2024-09-02T23:00:00+08:00` has 23:00 here, and 15:00 in
 * [method@Date.get_earliest].
 *
 * Returns: whole seconds from 1970-01-01T00:00:00 in the date's own offset, or %STEPPE_INSTANT_MIN
 */
gint64
steppe_date_get_local_earliest (const SteppeDate *date)
{
  int offset = 0;

  g_return_val_if_fail (date != NULL, STEPPE_INSTANT_MIN);

  steppe_date_get_offset (date, &offset);
  return date->earliest == STEPPE_INSTANT_MIN ? STEPPE_INSTANT_MIN : date->earliest + offset;
}

/**
 * steppe_date_get_local_latest:
 * @date: a date
 *
 * The latest instant as written, as [method@Date.get_local_earliest] has the earliest.
 *
 * Returns: whole seconds from 1970-01-01T00:00:00 in the date's own offset, or %STEPPE_INSTANT_MAX
 */
gint64
steppe_date_get_local_latest (const SteppeDate *date)
{
  int offset = 0;

  g_return_val_if_fail (date != NULL, STEPPE_INSTANT_MAX);

  steppe_date_get_offset (date, &offset);
  return date->latest == STEPPE_INSTANT_MAX ? STEPPE_INSTANT_MAX : date->latest + offset;
}

/**
 * steppe_date_get_sort_key:
 * @date: a date
 *
 * What lists are sorted by: the earliest instant in UTC, where a date without an offset counts as UTC.
 *
 * Returns: whole seconds from 1970-01-01T00:00:00Z; %STEPPE_INSTANT_MIN, which comes first, when the start is open or
 *   unknown
 */
gint64
steppe_date_get_sort_key (const SteppeDate *date)
{
  return steppe_date_get_earliest (date);
}

/**
 * steppe_date_get_offset:
 * @date: a date
 * @seconds: (out) (optional): seconds east of UTC; not touched if there is no offset
 *
 * The date-time's own offset from UTC.
 *
 * Returns: whether an offset is written in the date; `Z` is one, of 0
 */
gboolean
steppe_date_get_offset (const SteppeDate *date,
                        int *seconds)
{
  g_return_val_if_fail (date != NULL, FALSE);

  if (date->kind != STEPPE_DATE_MOMENT || !date->points[0].has_offset)
    return FALSE;
  if (seconds != NULL)
    *seconds = date->points[0].offset;
  return TRUE;
}

/**
 * steppe_date_get_start_edge:
 * @date: a date
 *
 * Returns: whether the start of the interval or set is given, open or unknown; given for a moment
 */
SteppeEdge
steppe_date_get_start_edge (const SteppeDate *date)
{
  g_return_val_if_fail (date != NULL, STEPPE_EDGE_KNOWN);

  return (SteppeEdge) date->start_edge;
}

/**
 * steppe_date_get_end_edge:
 * @date: a date
 *
 * Returns: whether the end of the interval or set is given, open or unknown; given for a moment
 */
SteppeEdge
steppe_date_get_end_edge (const SteppeDate *date)
{
  g_return_val_if_fail (date != NULL, STEPPE_EDGE_KNOWN);

  return (SteppeEdge) date->end_edge;
}

/**
 * steppe_date_get_start:
 * @date: a date
 * @earliest: (out) (optional): the earliest instant of the start
 * @latest: (out) (optional): the latest instant of the start
 *
 * When an interval starts. An open start is %STEPPE_INSTANT_MIN throughout; an unknown one may be any instant up to the
 * latest of the end. For what is no interval, the bounds of the date.
 */
void
steppe_date_get_start (const SteppeDate *date,
                       gint64 *earliest,
                       gint64 *latest)
{
  gint64 last;

  g_return_if_fail (date != NULL);

  last = date->latest;
  if (date->kind == STEPPE_DATE_INTERVAL && date->start_edge == STEPPE_EDGE_OPEN)
    last = STEPPE_INSTANT_MIN;
  else if (date->kind == STEPPE_DATE_INTERVAL && date->start_edge == STEPPE_EDGE_KNOWN)
    last = date->points[0].latest;
  if (earliest != NULL)
    *earliest = date->earliest;
  if (latest != NULL)
    *latest = last;
}

/**
 * steppe_date_get_end:
 * @date: a date
 * @earliest: (out) (optional): the earliest instant of the end
 * @latest: (out) (optional): the latest instant of the end
 *
 * When an interval ends. An open end is %STEPPE_INSTANT_MAX throughout; an unknown one may be any instant from the
 * earliest of the start. For what is no interval, the bounds of the date.
 */
void
steppe_date_get_end (const SteppeDate *date,
                     gint64 *earliest,
                     gint64 *latest)
{
  gint64 first;

  g_return_if_fail (date != NULL);

  first = date->earliest;
  if (date->kind == STEPPE_DATE_INTERVAL && date->end_edge == STEPPE_EDGE_OPEN)
    first = STEPPE_INSTANT_MAX;
  else if (date->kind == STEPPE_DATE_INTERVAL && date->end_edge == STEPPE_EDGE_KNOWN)
    first = date->points[date->n_points - 1].earliest;
  if (earliest != NULL)
    *earliest = first;
  if (latest != NULL)
    *latest = date->latest;
}

/* The position in @date->points of a member. */
static guint
find_member (const SteppeDate *date,
             guint position)
{
  guint i = 0;

  for (; position > 0 && i < date->n_points; position--)
    i += date->points[i].starts_range ? 2 : 1;
  return i;
}

/**
 * steppe_date_get_n_members:
 * @date: a date
 *
 * Returns: how many dates or ranges of dates a set lists; 1 for a moment and an interval
 */
guint
steppe_date_get_n_members (const SteppeDate *date)
{
  guint n_members = 0;

  g_return_val_if_fail (date != NULL, 0);

  if (date->kind == STEPPE_DATE_INTERVAL)
    return 1;
  for (guint i = 0; i < date->n_points; i++)
    n_members += date->points[i].starts_range ? 0 : 1;
  return n_members;
}

/**
 * steppe_date_get_member:
 * @date: a date
 * @position: which member, less than [method@Date.get_n_members]
 * @earliest: (out) (optional): its earliest instant; %STEPPE_INSTANT_MIN for the first of a set with an open start
 * @latest: (out) (optional): its latest instant; %STEPPE_INSTANT_MAX for the last of a set with an open end
 *
 * The bounds of one member of a set, in the order they are written. A moment or interval is its own only member.
 */
void
steppe_date_get_member (const SteppeDate *date,
                        guint position,
                        gint64 *earliest,
                        gint64 *latest)
{
  guint n_members, i;
  gint64 first, last;

  g_return_if_fail (date != NULL);
  n_members = steppe_date_get_n_members (date);
  g_return_if_fail (position < n_members);

  i = find_member (date, position);
  first = date->earliest;
  last = date->latest;
  if (n_members > 1 && (position > 0 || date->start_edge == STEPPE_EDGE_KNOWN))
    first = date->points[i].earliest;
  if (n_members > 1 && (position < n_members - 1 || date->end_edge == STEPPE_EDGE_KNOWN))
    last = date->points[i + (date->points[i].starts_range ? 1 : 0)].latest;
  if (earliest != NULL)
    *earliest = first;
  if (latest != NULL)
    *latest = last;
}
