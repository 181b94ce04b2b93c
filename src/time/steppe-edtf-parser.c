/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"
#include "time/steppe-date-private.h"
#include "time/steppe-edtf-scanner-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* The grammar of EDTF, levels 0, 1 and 2, after ISO 8601-2:2019, annex A, and
 * https://www.loc.gov/standards/datetime/. Nothing here calls itself, so hostile text cannot exhaust the stack.
 *
 *   text      = point | interval | set
 *   interval  = [point | ".."] "/" [point | ".."]        no time of day, a date on one side or a ".."
 *   set       = ("[" members "]") | ("{" members "}")
 *   members   = member {"," member}                      ".." before the first and after the last
 *   member    = point | point ".." point                 no time of day
 *   point     = part(year) ["-" part(month) ["-" part(day) ["T" time]]]
 *   part(x)   = [qualifier] x [qualifier]
 *   year      = (["-"] 4(digit | "X") | "Y" ["-"] number ["E" number]) ["S" number]
 */

/* A significant-digit count above this says the same as this: all digits. */
#define MOST_SIGNIFICANT_DIGITS 99
#define MOST_EXPONENT 99

static SteppeQualifier
read_qualifier (SteppeEdtfScanner *scanner)
{
  if (_steppe_edtf_accept (scanner, "?"))
    return STEPPE_QUALIFIER_UNCERTAIN;
  if (_steppe_edtf_accept (scanner, "~"))
    return STEPPE_QUALIFIER_APPROXIMATE;
  if (_steppe_edtf_accept (scanner, "%"))
    return STEPPE_QUALIFIER_UNCERTAIN | STEPPE_QUALIFIER_APPROXIMATE;
  return STEPPE_QUALIFIER_NONE;
}

/* Left of a part: that part alone. */
static void
read_left_qualifier (SteppeEdtfScanner *scanner,
                     SteppeEdtfPoint *point,
                     SteppeDatePart part)
{
  point->qualifiers[part] |= read_qualifier (scanner);
}

/* Right of a part: that part and all before it. */
static void
read_right_qualifier (SteppeEdtfScanner *scanner,
                      SteppeEdtfPoint *point,
                      SteppeDatePart part)
{
  SteppeQualifier qualifier = read_qualifier (scanner);

  for (guint i = 0; i <= part; i++)
    point->qualifiers[i] |= qualifier;
}

/* What follows the Y: a year of more than four digits, or with an exponent. */
static gboolean
read_long_year (SteppeEdtfScanner *scanner,
                SteppeEdtfPoint *point)
{
  const char *start = scanner->cursor;
  gint64 year, exponent = 0;

  point->negative = _steppe_edtf_accept (scanner, "-");
  if (!_steppe_edtf_expect_number (scanner, STEPPE_YEAR_LIMIT, &year,
                                   _ ("a year was expected, which after Y does not begin with 0")))
    return FALSE;
  if (_steppe_edtf_accept (scanner, "E"))
    {
      if (!_steppe_edtf_expect_number (scanner, MOST_EXPONENT, &exponent,
                                       _ ("a power of ten of 1 or more was expected")))
        return FALSE;
    }
  else if (year <= 9999)
    return _steppe_edtf_fail (scanner, start, STEPPE_DATE_ERROR_SYNTAX,
                              _ ("after Y, a year of more than four digits was expected"));

  for (; exponent > 0 && year <= STEPPE_YEAR_LIMIT; exponent--)
    year *= 10;
  if (year > STEPPE_YEAR_LIMIT)
    return _steppe_edtf_fail (scanner, start, STEPPE_DATE_ERROR_LIMIT,
                              _ ("a year within 290,000,000,000 of year 0 was expected"));
  point->year = point->negative ? -year : year;
  return TRUE;
}

static gboolean
read_short_year (SteppeEdtfScanner *scanner,
                 SteppeEdtfPoint *point)
{
  const char *start = scanner->cursor;
  int year;

  point->negative = _steppe_edtf_accept (scanner, "-");
  if (!_steppe_edtf_expect_part (scanner, 4, &year, &point->year_unknown,
                                 scanner->cursor == start
                                     ? _ ("a year of four digits, with X for an unknown one, was expected")
                                     : _ ("four digits of a year, with X for an unknown one, were expected")))
    return FALSE;
  if (point->negative && year == 0 && point->year_unknown == 0)
    return _steppe_edtf_fail (scanner, start, STEPPE_DATE_ERROR_VALUE,
                              _ ("a year was expected, and there is no year −0000: 1 BCE is 0000"));
  if (g_ascii_isdigit (*scanner->cursor))
    return _steppe_edtf_fail (scanner, scanner->cursor, STEPPE_DATE_ERROR_SYNTAX,
                              _ ("the end of a year of four digits was expected; a longer one begins with Y"));
  point->year = point->negative ? -year : year;
  return TRUE;
}

static gboolean
read_significant_digits (SteppeEdtfScanner *scanner,
                         SteppeEdtfPoint *point)
{
  const char *start = scanner->cursor;
  gint64 count, first, last;

  if (!_steppe_edtf_accept (scanner, "S"))
    return TRUE;
  if (point->year_unknown != 0)
    return _steppe_edtf_fail (scanner, start, STEPPE_DATE_ERROR_SYNTAX,
                              _ ("a year with X has no significant digits: its end was expected"));
  if (!_steppe_edtf_expect_number (scanner, MOST_SIGNIFICANT_DIGITS - 1, &count,
                                   _ ("the number of significant digits, 1 or more, was expected")))
    return FALSE;

  point->significant = (guint8) count;
  _steppe_edtf_point_get_years (point, &first, &last);
  if (first < -STEPPE_YEAR_LIMIT || last > STEPPE_YEAR_LIMIT)
    return _steppe_edtf_fail (scanner, start, STEPPE_DATE_ERROR_LIMIT,
                              _ ("more significant digits were expected: these years reach beyond 290,000,000,000"));
  return TRUE;
}

/* Reads a year; @complete is whether a month may follow. */
static gboolean
read_year (SteppeEdtfScanner *scanner,
           SteppeEdtfPoint *point,
           gboolean *complete)
{
  gboolean is_long;

  read_left_qualifier (scanner, point, STEPPE_DATE_PART_YEAR);
  is_long = _steppe_edtf_accept (scanner, "Y");
  if (!(is_long ? read_long_year (scanner, point) : read_short_year (scanner, point)) ||
      !read_significant_digits (scanner, point))
    return FALSE;
  read_right_qualifier (scanner, point, STEPPE_DATE_PART_YEAR);
  point->form = STEPPE_EDTF_YEAR;
  *complete = is_long || point->significant > 0;
  return TRUE;
}

/* Whether any number from 1 to @last has these digits. */
static gboolean
any_fits (int last,
          int written,
          guint unknown)
{
  for (int i = 1; i <= last; i++)
    if (_steppe_edtf_part_fits (i, written, unknown))
      return TRUE;
  return FALSE;
}

static gboolean
read_month (SteppeEdtfScanner *scanner,
            SteppeEdtfPoint *point)
{
  const char *message = _ ("a month from 01 to 12, a season from 21 to 41 or X was expected");
  const char *start;
  int month;

  read_left_qualifier (scanner, point, STEPPE_DATE_PART_MONTH);
  start = scanner->cursor;
  if (!_steppe_edtf_expect_part (scanner, 2, &month, &point->month_unknown, message))
    return FALSE;

  point->month = (guint8) month;
  if (point->month_unknown == 0 && month >= STEPPE_EDTF_FIRST_SEASON && month <= STEPPE_EDTF_LAST_SEASON)
    point->form = STEPPE_EDTF_SEASON;
  else if (any_fits (12, month, point->month_unknown))
    point->form = STEPPE_EDTF_MONTH;
  else
    return _steppe_edtf_fail (scanner, start, STEPPE_DATE_ERROR_VALUE, message);
  read_right_qualifier (scanner, point, STEPPE_DATE_PART_MONTH);
  return TRUE;
}

static gboolean
read_day (SteppeEdtfScanner *scanner,
          SteppeEdtfPoint *point,
          const char **start)
{
  const char *message = _ ("a day from 01 to 31 or X was expected");
  int day;

  read_left_qualifier (scanner, point, STEPPE_DATE_PART_DAY);
  *start = scanner->cursor;
  if (!_steppe_edtf_expect_part (scanner, 2, &day, &point->day_unknown, message))
    return FALSE;
  if (!any_fits (31, day, point->day_unknown))
    return _steppe_edtf_fail (scanner, *start, STEPPE_DATE_ERROR_VALUE, message);

  point->day = (guint8) day;
  point->form = STEPPE_EDTF_DAY;
  read_right_qualifier (scanner, point, STEPPE_DATE_PART_DAY);
  return TRUE;
}

/* Reads two digits from 00 to @last. */
static gboolean
read_clock (SteppeEdtfScanner *scanner,
            int last,
            int *value,
            const char *message)
{
  const char *start = scanner->cursor;

  if (!_steppe_edtf_expect_digits (scanner, 2, value, message))
    return FALSE;
  return *value <= last || _steppe_edtf_fail (scanner, start, STEPPE_DATE_ERROR_VALUE, message);
}

static gboolean
expect_colon (SteppeEdtfScanner *scanner,
              const char *message)
{
  return _steppe_edtf_accept (scanner, ":") ||
         _steppe_edtf_fail (scanner, scanner->cursor, STEPPE_DATE_ERROR_SYNTAX, message);
}

static gboolean
read_offset (SteppeEdtfScanner *scanner,
             SteppeEdtfPoint *point)
{
  const char *start = scanner->cursor;
  gboolean west;
  int hours, minutes = 0;

  point->has_offset = TRUE;
  if (_steppe_edtf_accept (scanner, "Z"))
    return TRUE;

  west = _steppe_edtf_accept (scanner, "-");
  if (!west && !_steppe_edtf_accept (scanner, "+"))
    {
      point->has_offset = FALSE;
      return TRUE;
    }
  if (!read_clock (scanner, 23, &hours, _ ("the hours of an offset from UTC, 00 to 23, were expected")))
    return FALSE;
  if (_steppe_edtf_accept (scanner, ":") &&
      !read_clock (scanner, 59, &minutes, _ ("the minutes of an offset from UTC, 00 to 59, were expected")))
    return FALSE;
  if (west && hours == 0 && minutes == 0)
    return _steppe_edtf_fail (scanner, start, STEPPE_DATE_ERROR_VALUE,
                              _ ("an offset from UTC was expected; that of UTC itself is Z or +00:00"));
  point->offset = (west ? -1 : 1) * (hours * 3600 + minutes * 60);
  return TRUE;
}

static gboolean
read_time (SteppeEdtfScanner *scanner,
           SteppeEdtfPoint *point)
{
  const char *colon = _ ("a colon was expected: a time of day is hh:mm:ss");
  int hour, minute, second;

  if (point->form != STEPPE_EDTF_DAY || (point->year_unknown | point->month_unknown | point->day_unknown) != 0 ||
      (point->qualifiers[0] | point->qualifiers[1] | point->qualifiers[2]) != 0)
    return _steppe_edtf_fail (scanner, scanner->cursor - 1, STEPPE_DATE_ERROR_SYNTAX,
                              _ ("the end was expected: a time of day needs a whole date without X, ?, ~ and %"));
  if (!read_clock (scanner, 23, &hour, _ ("an hour from 00 to 23 was expected")) ||
      !expect_colon (scanner, colon) ||
      !read_clock (scanner, 59, &minute, _ ("a minute from 00 to 59 was expected")) ||
      !expect_colon (scanner, colon) ||
      !read_clock (scanner, 59, &second, _ ("a second from 00 to 59 was expected")))
    return FALSE;

  point->hour = (guint8) hour;
  point->minute = (guint8) minute;
  point->second = (guint8) second;
  point->form = STEPPE_EDTF_TIME;
  return read_offset (scanner, point);
}

static gboolean
read_point (SteppeEdtfScanner *scanner,
            SteppeEdtfPoint *point)
{
  const char *day = NULL;
  gboolean complete;

  *point = (SteppeEdtfPoint) { 0 };
  if (!read_year (scanner, point, &complete))
    return FALSE;
  if (!complete && _steppe_edtf_accept (scanner, "-") && !read_month (scanner, point))
    return FALSE;
  if (point->form == STEPPE_EDTF_MONTH && _steppe_edtf_accept (scanner, "-") && !read_day (scanner, point, &day))
    return FALSE;
  if (!_steppe_edtf_point_find_bounds (point))
    return _steppe_edtf_fail (scanner, day, STEPPE_DATE_ERROR_VALUE,
                              _ ("a day of this month was expected, and the month has no such day"));
  if (_steppe_edtf_accept (scanner, "T"))
    return read_time (scanner, point) && _steppe_edtf_point_find_bounds (point);
  return TRUE;
}

/* Reads a date that is no date-time. */
static gboolean
read_day_point (SteppeEdtfScanner *scanner,
                SteppeEdtfPoint *point)
{
  const char *start = scanner->cursor;

  if (!read_point (scanner, point))
    return FALSE;
  if (point->form == STEPPE_EDTF_TIME)
    return _steppe_edtf_fail (scanner, start + strcspn (start, "T"), STEPPE_DATE_ERROR_SYNTAX,
                              _ ("the end of the date was expected: intervals and sets have no time of day"));
  return TRUE;
}

static gboolean
check_order (SteppeEdtfScanner *scanner,
             const char *where,
             const SteppeEdtfPoint *first,
             const SteppeEdtfPoint *last)
{
  return last->latest >= first->earliest ||
         _steppe_edtf_fail (scanner, where, STEPPE_DATE_ERROR_ORDER, _ ("an end that is not before the start was expected"));
}

/* Reads the rest of an interval, from the slash. */
static gboolean
read_interval (SteppeEdtfScanner *scanner,
               SteppeEdtfExpression *expression)
{
  const char *end;

  expression->kind = STEPPE_DATE_INTERVAL;
  if (expression->n_points == 1 && expression->points[0].form == STEPPE_EDTF_TIME)
    return _steppe_edtf_fail (scanner, scanner->cursor, STEPPE_DATE_ERROR_SYNTAX,
                              _ ("the end was expected: intervals have no time of day"));
  if (!_steppe_edtf_accept (scanner, "/"))
    return _steppe_edtf_fail (scanner, scanner->cursor, STEPPE_DATE_ERROR_SYNTAX,
                              _ ("a slash and the end of the interval were expected"));

  end = scanner->cursor;
  if (*end == '\0')
    {
      expression->end_edge = STEPPE_EDGE_UNKNOWN;
      return expression->start_edge != STEPPE_EDGE_UNKNOWN ||
             _steppe_edtf_fail (scanner, end, STEPPE_DATE_ERROR_SYNTAX,
                                _ ("a date or .. was expected on one side of the slash"));
    }
  if (_steppe_edtf_accept (scanner, ".."))
    {
      expression->end_edge = STEPPE_EDGE_OPEN;
      return TRUE;
    }
  if (!read_day_point (scanner, &expression->points[expression->n_points++]))
    return FALSE;
  return check_order (scanner, end, &expression->points[0], &expression->points[expression->n_points - 1]);
}

/* Reads a date, and the range that starts with it. */
static gboolean
read_member (SteppeEdtfScanner *scanner,
             SteppeEdtfExpression *expression,
             const char *close)
{
  SteppeEdtfPoint *first = &expression->points[expression->n_points++];
  SteppeEdtfPoint *last;
  const char *end;

  if (!read_day_point (scanner, first))
    return FALSE;
  if (expression->n_points == 1 && expression->start_edge == STEPPE_EDGE_OPEN)
    return TRUE;
  if (!_steppe_edtf_accept (scanner, ".."))
    return TRUE;
  if (*scanner->cursor == *close)
    {
      expression->end_edge = STEPPE_EDGE_OPEN;
      return TRUE;
    }

  end = scanner->cursor;
  last = &expression->points[expression->n_points++];
  first->starts_range = TRUE;
  if (!read_day_point (scanner, last))
    return FALSE;
  if (last->form != first->form || last->precision != first->precision)
    return _steppe_edtf_fail (scanner, end, STEPPE_DATE_ERROR_SYNTAX,
                              _ ("a date as precise as the start of the range was expected"));
  return check_order (scanner, end, first, last);
}

/* Reads the rest of a set, from behind the bracket. */
static gboolean
read_set (SteppeEdtfScanner *scanner,
          SteppeEdtfExpression *expression,
          const char *close)
{
  if (_steppe_edtf_accept (scanner, ".."))
    expression->start_edge = STEPPE_EDGE_OPEN;

  for (guint i = 0; i < STEPPE_DATE_MAX_MEMBERS; i++)
    {
      if (!read_member (scanner, expression, close))
        return FALSE;
      if (_steppe_edtf_accept (scanner, close))
        return TRUE;
      if (!_steppe_edtf_accept (scanner, ","))
        return _steppe_edtf_fail (scanner, scanner->cursor, STEPPE_DATE_ERROR_SYNTAX,
                                  _ ("a comma or the end of the set was expected"));
    }
  return _steppe_edtf_fail (scanner, scanner->cursor, STEPPE_DATE_ERROR_LIMIT,
                            _ ("the end of the set was expected: it may have 100 members"));
}

static gboolean
read_expression (SteppeEdtfScanner *scanner,
                 SteppeEdtfExpression *expression)
{
  if (_steppe_edtf_accept (scanner, "["))
    {
      expression->kind = STEPPE_DATE_ONE_OF;
      return read_set (scanner, expression, "]");
    }
  if (_steppe_edtf_accept (scanner, "{"))
    {
      expression->kind = STEPPE_DATE_ALL_OF;
      return read_set (scanner, expression, "}");
    }
  if (*scanner->cursor == '/')
    {
      expression->start_edge = STEPPE_EDGE_UNKNOWN;
      return read_interval (scanner, expression);
    }
  if (_steppe_edtf_accept (scanner, ".."))
    {
      expression->start_edge = STEPPE_EDGE_OPEN;
      return read_interval (scanner, expression);
    }
  if (!read_point (scanner, &expression->points[expression->n_points++]))
    return FALSE;
  return *scanner->cursor != '/' || read_interval (scanner, expression);
}

/* Reads @text whole into @expression, which is undefined after a failure. */
gboolean
_steppe_edtf_parse (const char *text,
                    SteppeEdtfExpression *expression,
                    GError **error)
{
  SteppeEdtfScanner scanner = { text, text, error };

  expression->kind = STEPPE_DATE_MOMENT;
  expression->start_edge = STEPPE_EDGE_KNOWN;
  expression->end_edge = STEPPE_EDGE_KNOWN;
  expression->n_points = 0;

  if (strnlen (text, STEPPE_DATE_MAX_LENGTH + 1) > STEPPE_DATE_MAX_LENGTH)
    return _steppe_edtf_fail (&scanner, text + STEPPE_DATE_MAX_LENGTH, STEPPE_DATE_ERROR_LIMIT,
                              _ ("the end of the date was expected: it may have 1,000 characters"));
  if (!read_expression (&scanner, expression))
    return FALSE;
  return *scanner.cursor == '\0' ||
         _steppe_edtf_fail (&scanner, scanner.cursor, STEPPE_DATE_ERROR_SYNTAX, _ ("the end of the date was expected"));
}
