/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"
#include "time/steppe-date-words-private.h"

#include <glib/gi18n.h>

/* Words for one date: a year, a season, a month, a day or a time of day. */

/* Years from here back that are round numbers are told as “million years ago”. */
#define DEEP_TIME G_GINT64_CONSTANT (1000000)
#define DEEP_TIME_ROUND G_GINT64_CONSTANT (100000)
/* Significant digits of an age in little room. */
#define AGE_DIGITS 3

/* @format may be a translator's, so it may be wrong: then the number stands for the name. */
static char *
format_month (int month,
              const char *format)
{
  g_autoptr (GDateTime) first = g_date_time_new_utc (2001, month, 1, 0, 0, 0);
  char *name = g_date_time_format (first, format);

  return name != NULL ? name : g_strdup_printf ("%d", month);
}

/* The name of a month in a date without a day. Some locales capitalize it as for the head of a calendar, where the name
 * beside a day is written small, as both are in running text. */
static char *
format_month_without_day (int month,
                          const char *format)
{
  g_autofree char *name = format_month (month, format);
  g_autofree char *beside_day = format_month (month, "%B");
  g_autofree char *initial = NULL;

  if (!g_unichar_isupper (g_utf8_get_char (name)) || !g_unichar_islower (g_utf8_get_char (beside_day)))
    return g_steal_pointer (&name);

  initial = g_utf8_strdown (name, g_utf8_next_char (name) - name);
  return g_strconcat (initial, g_utf8_next_char (name), NULL);
}

/* The name of a month that follows or precedes a day: in some languages, a genitive. */
char *
_steppe_words_for_month_of_day (int month,
                                SteppeDateStyle style)
{
  if (style == STEPPE_DATE_STYLE_SHORT)
    /* Translators: a short month in a date with a day, as in “2 Sep 2024”. %b is the short name, %-m the number. */
    /* xgettext:no-c-format */
    return format_month (month, C_ ("short month with a day", "%b"));
  /* Translators: a month in a date with a day, as in “2 September 2024”. A format of g_date_time_format: %B is the name
   * (in the genitive, where the language has one), %-m the number. */
  /* xgettext:no-c-format */
  return format_month (month, C_ ("month with a day", "%B"));
}

/* The name of a month in a date without a day. */
char *
_steppe_words_for_month (int month,
                         SteppeDateStyle style,
                         SteppeWordsPlace place)
{
  if (style == STEPPE_DATE_STYLE_SHORT)
    /* Translators: a short month in a date without a day, as in “Sep 2024”. %Ob is the nominative. */
    /* xgettext:no-c-format */
    return format_month_without_day (month, C_ ("short month without a day", "%Ob"));
  if (place == STEPPE_WORDS_IN_PHRASE)
    /* Translators: a month in a date without a day, after words such as “about”, “until” and “between”. A format of
     * g_date_time_format: %OB is the nominative, %B the genitive, %-m the number. */
    /* xgettext:no-c-format */
    return format_month_without_day (month, C_ ("month without a day, in a phrase", "%OB"));
  /* Translators: a month in a date without a day, as in “September 2024”. A format of g_date_time_format: %OB is the
   * nominative, %B the genitive, %-m the number. */
  /* xgettext:no-c-format */
  return format_month_without_day (month, C_ ("month without a day", "%OB"));
}

/* The number that a translator gave, @otherwise where it is none. */
static double
get_unit (const char *number,
          double otherwise)
{
  double unit = g_ascii_strtod (number, NULL);

  return unit >= 1 ? unit : otherwise;
}

/* The number of units of a million years or more that are @years, with @digits significant digits. Sets @is_billions to
 * which unit the language counts such a time in. */
static char *
count_long_time (double years,
                 int digits,
                 gboolean *is_billions)
{
  /* Translators: how many years your words for “billion years” stand for, in digits only: 1000000000, or for one 100000000
   * in Chinese, which counts in 亿. */
  double billion = get_unit (C_ ("unit of billion years", "1000000000"), 1e9);
  /* Translators: how many years your words for “million years” stand for, in digits only: 1000000, or for one 10000 in
   * Chinese, which counts in 万. */
  double million = get_unit (C_ ("unit of million years", "1000000"), 1e6);
  g_autofree char *rounded = NULL;

  *is_billions = years >= billion;
  /* Rounded first: %g alone with two digits would write 6600 as a power of ten. */
  rounded = g_strdup_printf ("%.*e", digits - 1, years / (*is_billions ? billion : million));
  return g_strdup_printf ("%.15g", g_strtod (rounded, NULL));
}

/* @years, a million or more, with @digits significant digits, in the unit that the language counts in: as a length of
 * time, or as how long ago something was. */
char *
_steppe_words_for_long_time (double years,
                             int digits,
                             gboolean is_ago)
{
  gboolean is_billions;
  g_autofree char *number = count_long_time (years, digits, &is_billions);

  if (is_ago && is_billions)
    /* Translators: %s is a number such as 13.8 */
    return g_strdup_printf (_ ("%s billion years ago"), number);
  if (is_ago)
    /* Translators: %s is a number such as 66 or 4.5 */
    return g_strdup_printf (_ ("%s million years ago"), number);
  if (is_billions)
    /* Translators: a length of time; %s is a number such as 13.8 */
    return g_strdup_printf (_ ("%s billion years"), number);
  /* Translators: a length of time; %s is a number such as 66 */
  return g_strdup_printf (_ ("%s million years"), number);
}

/* How long ago something was, a million @years or more, in few letters. */
char *
_steppe_words_for_age (double years)
{
  gboolean is_billions;
  g_autofree char *number = count_long_time (years, AGE_DIGITS, &is_billions);

  if (is_billions)
    /* Translators: “13.8 billion years ago” in few letters, as geologists write it */
    return g_strdup_printf (_ ("%s Ga"), number);
  /* Translators: “66 million years ago” in few letters, as geologists write it */
  return g_strdup_printf (_ ("%s Ma"), number);
}

/* A year of long ago, @digits significant digits of it, or all for 0. */
static char *
format_deep_time (gint64 year,
                  int digits)
{
  return _steppe_words_for_long_time (-(double) year, digits > 0 ? MIN (digits, 15) : 15, TRUE);
}

/* Whether a year is told by how long ago it was. */
static gboolean
is_deep_time (gint64 year)
{
  return year <= -DEEP_TIME && year % DEEP_TIME_ROUND == 0;
}

/* @year is astronomical: 0 is 1 BCE. */
char *
_steppe_words_for_year (gint64 year)
{
  g_autofree char *number = NULL;

  if (is_deep_time (year))
    return format_deep_time (year, 0);
  if (year > 9999)
    {
      number = g_strdup_printf ("%'" G_GINT64_FORMAT, year);
      /* Translators: a year beyond 9999, with separators, as in “year 170,000,002”. */
      return g_strdup_printf (_ ("year %s"), number);
    }
  if (year <= 0)
    {
      number = g_strdup_printf (year > -9999 ? "%" G_GINT64_FORMAT : "%'" G_GINT64_FORMAT, 1 - year);
      /* Translators: a year before the common era, as in “44 BCE”. */
      return g_strdup_printf (_ ("%s BCE"), number);
    }
  number = g_strdup_printf ("%" G_GINT64_FORMAT, year);
  if (year < 100)
    /* Translators: a year from 1 to 99, as in “14 CE”. */
    return g_strdup_printf (_ ("%s CE"), number);
  return g_steal_pointer (&number);
}

/* The century of which only the hundreds are written, NULL when it has no name here. */
static char *
format_century (gint64 year,
                SteppeWordsPlace place)
{
  static const char *const ordinals[] = {
    NC_ ("ordinal of a century", "1st"), NC_ ("ordinal of a century", "2nd"), NC_ ("ordinal of a century", "3rd"),
    NC_ ("ordinal of a century", "4th"), NC_ ("ordinal of a century", "5th"), NC_ ("ordinal of a century", "6th"),
    NC_ ("ordinal of a century", "7th"), NC_ ("ordinal of a century", "8th"), NC_ ("ordinal of a century", "9th"),
    NC_ ("ordinal of a century", "10th"), NC_ ("ordinal of a century", "11th"), NC_ ("ordinal of a century", "12th"),
    NC_ ("ordinal of a century", "13th"), NC_ ("ordinal of a century", "14th"), NC_ ("ordinal of a century", "15th"),
    NC_ ("ordinal of a century", "16th"), NC_ ("ordinal of a century", "17th"), NC_ ("ordinal of a century", "18th"),
    NC_ ("ordinal of a century", "19th"), NC_ ("ordinal of a century", "20th"), NC_ ("ordinal of a century", "21st")
  };
  const char *ordinal;

  if (year / 100 >= (gint64) G_N_ELEMENTS (ordinals))
    return NULL;

  ordinal = g_dpgettext2 (NULL, "ordinal of a century", ordinals[year / 100]);
  if (place == STEPPE_WORDS_IN_PHRASE)
    /* Translators: a century after words such as “about”, “until” and “since”. %s is such as “19th”. */
    return g_strdup_printf (C_ ("in a phrase", "%s century"), ordinal);
  /* Translators: a century. %s is such as “19th”. */
  return g_strdup_printf (_ ("%s century"), ordinal);
}

static char *
format_decade (gint64 year,
               SteppeWordsPlace place)
{
  if (place == STEPPE_WORDS_IN_PHRASE)
    /* Translators: a decade after words such as “about”, “until” and “since”, as in “until 1990s”. */
    return g_strdup_printf (C_ ("in a phrase", "%ds"), (int) year);
  /* Translators: a decade, as in “1990s”. */
  return g_strdup_printf (_ ("%ds"), (int) year);
}

/* The bounds of a date in words, for whatever has none of its own. */
static char *
describe_bounds (const SteppeEdtfPoint *point,
                 SteppeDateStyle style)
{
  SteppeEdtfPoint ends[2] = { 0 };
  SteppeEdtfForm form = point->form == STEPPE_EDTF_SEASON ? STEPPE_EDTF_MONTH : (SteppeEdtfForm) point->form;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      SteppeCivil civil;

      steppe_instant_to_civil (i == 0 ? point->earliest : point->latest, &civil);
      ends[i].form = (guint8) form;
      ends[i].year = civil.year;
      ends[i].month = (guint8) civil.month;
      ends[i].day = (guint8) civil.day;
    }
  return _steppe_words_between (&ends[0], &ends[1], style);
}

static char *
format_whole_year (gint64 year)
{
  g_autofree char *words = _steppe_words_for_year (year);

  if (year > 9999 || is_deep_time (year))
    return g_steal_pointer (&words);
  /* Translators: a year that stands without month and day. %s is such as “1984” or “44 BCE”. */
  return g_strdup_printf (C_ ("year", "%s"), words);
}

static char *
format_year (const SteppeEdtfPoint *point,
             SteppeDateStyle style,
             SteppeWordsPlace place)
{
  gint64 first, last;

  if (point->year_unknown == 0x1 && !point->negative && point->year >= 10)
    return format_decade (point->year, place);
  if (point->year_unknown == 0x3 && !point->negative)
    {
      g_autofree char *century = format_century (point->year, place);

      if (century != NULL)
        return g_steal_pointer (&century);
    }
  if (point->year_unknown == STEPPE_EDTF_WHOLE_YEAR && !point->negative)
    return g_strdup (_ ("an unknown year"));
  if (point->year_unknown != 0)
    return describe_bounds (point, style);

  _steppe_edtf_point_get_years (point, &first, &last);
  if (first != last && point->year <= -DEEP_TIME)
    return format_deep_time (point->year, point->significant);
  return format_whole_year (point->year);
}

static const struct
{
  const char *alone;
  const char *in_phrase;
} season_names[] = {
  { N_ ("spring"), NC_ ("in a phrase", "spring") },
  { N_ ("summer"), NC_ ("in a phrase", "summer") },
  { N_ ("autumn"), NC_ ("in a phrase", "autumn") },
  { N_ ("winter"), NC_ ("in a phrase", "winter") },
};

static const struct
{
  const char *alone;
  const char *in_phrase;
} division_names[] = {
  { N_ ("first quarter"), NC_ ("in a phrase", "first quarter") },
  { N_ ("second quarter"), NC_ ("in a phrase", "second quarter") },
  { N_ ("third quarter"), NC_ ("in a phrase", "third quarter") },
  { N_ ("fourth quarter"), NC_ ("in a phrase", "fourth quarter") },
  { N_ ("first four months"), NC_ ("in a phrase", "first four months") },
  { N_ ("second four months"), NC_ ("in a phrase", "second four months") },
  { N_ ("last four months"), NC_ ("in a phrase", "last four months") },
  { N_ ("first half"), NC_ ("in a phrase", "first half") },
  { N_ ("second half"), NC_ ("in a phrase", "second half") },
};

static const char *
translate_name (const char *alone,
                const char *in_phrase,
                SteppeWordsPlace place)
{
  return place == STEPPE_WORDS_IN_PHRASE ? g_dpgettext2 (NULL, "in a phrase", in_phrase) : _ (alone);
}

static char *
format_season (const SteppeEdtfPoint *point,
               SteppeDateStyle style,
               SteppeWordsPlace place)
{
  guint i;
  g_autofree char *year = NULL;
  const char *name;

  if (point->year_unknown != 0)
    return describe_bounds (point, style);

  year = _steppe_words_for_year (point->year);
  if (point->month >= STEPPE_EDTF_FIRST_QUARTER)
    {
      i = point->month - STEPPE_EDTF_FIRST_QUARTER;
      name = translate_name (division_names[i].alone, division_names[i].in_phrase, place);
      /* Translators: a part of a year, as in “first quarter of 2001”. */
      return g_strdup_printf (C_ ("part of a year", "%1$s of %2$s"), name, year);
    }

  i = (point->month - STEPPE_EDTF_FIRST_SEASON) % G_N_ELEMENTS (season_names);
  name = translate_name (season_names[i].alone, season_names[i].in_phrase, place);
  if (point->month >= STEPPE_EDTF_FIRST_SOUTHERN_SEASON)
    /* Translators: a season, as in “spring 2001 (southern hemisphere)”. */
    return g_strdup_printf (_ ("%1$s %2$s (southern hemisphere)"), name, year);
  /* Translators: a season, as in “spring 2001”. */
  return g_strdup_printf (C_ ("season", "%1$s %2$s"), name, year);
}

/* “25 December” or “December” of a year that is not wholly known. */
static char *
format_in_unknown_year (const SteppeEdtfPoint *point,
                        SteppeDateStyle style)
{
  gboolean has_day = point->form == STEPPE_EDTF_DAY && point->day_unknown == 0;
  g_autofree char *month = has_day ? _steppe_words_for_month_of_day (point->month, style)
                                   : _steppe_words_for_month (point->month, style, STEPPE_WORDS_ALONE);
  g_autofree char *first_year = NULL, *last_year = NULL;
  gint64 first, last;

  if (point->year_unknown == STEPPE_EDTF_WHOLE_YEAR && has_day)
    /* Translators: %1$d is a day of the month, %2$s a month. */
    return g_strdup_printf (_ ("%1$d %2$s of an unknown year"), point->day, month);
  if (point->year_unknown == STEPPE_EDTF_WHOLE_YEAR)
    /* Translators: %s is a month. */
    return g_strdup_printf (_ ("%s of an unknown year"), month);

  _steppe_edtf_point_get_years (point, &first, &last);
  first_year = _steppe_words_for_year (first);
  last_year = _steppe_words_for_year (last);
  if (has_day)
    /* Translators: %1$d is a day of the month, %2$s a month, %3$s and %4$s are years. */
    return g_strdup_printf (_ ("%1$d %2$s of a year from %3$s to %4$s"), point->day, month, first_year, last_year);
  /* Translators: %1$s is a month, %2$s and %3$s are years. */
  return g_strdup_printf (_ ("%1$s of a year from %2$s to %3$s"), month, first_year, last_year);
}

static char *
format_month_and_year (const SteppeEdtfPoint *point,
                       SteppeDateStyle style,
                       SteppeWordsPlace place)
{
  g_autofree char *month = _steppe_words_for_month (point->month, style, place);
  g_autofree char *year = _steppe_words_for_year (point->year);

  /* Translators: a month, as in “September 2024”: %1$s is its name, %2$s the year. */
  return g_strdup_printf (C_ ("month", "%1$s %2$s"), month, year);
}

static char *
format_day (const SteppeEdtfPoint *point,
            SteppeDateStyle style)
{
  g_autofree char *month = _steppe_words_for_month_of_day (point->month, style);
  g_autofree char *year = _steppe_words_for_year (point->year);

  /* Translators: a day, as in “2 September 2024”: %1$d is the day, %2$s the month, %3$s the year. */
  return g_strdup_printf (C_ ("day", "%1$d %2$s %3$s"), point->day, month, year);
}

/* A month or day, some digits of which are not known. */
static char *
format_partly_unknown (const SteppeEdtfPoint *point,
                       SteppeDateStyle style)
{
  gboolean month_is_unknown = point->month_unknown == STEPPE_EDTF_WHOLE_PART;
  gboolean day_is_unknown = point->form == STEPPE_EDTF_MONTH || point->day_unknown == STEPPE_EDTF_WHOLE_PART;
  g_autofree char *rest = NULL;

  if (point->year_unknown != 0)
    {
      if (point->month_unknown == 0 && (day_is_unknown || point->day_unknown == 0))
        return format_in_unknown_year (point, style);
      return describe_bounds (point, style);
    }
  if (!day_is_unknown || (point->month_unknown != 0 && !month_is_unknown))
    return describe_bounds (point, style);

  rest = month_is_unknown ? format_whole_year (point->year)
                          : format_month_and_year (point, style, STEPPE_WORDS_IN_PHRASE);
  /* Translators: some day of a month, or some month of a year. %s is a month or year. */
  return g_strdup_printf (_ ("some time in %s"), rest);
}

/* Offsets from before standard time are not whole minutes. */
static char *
format_offset (int offset,
               SteppeDateStyle style)
{
  int seconds = ABS (offset);
  const char *sign = offset < 0 ? "−" : "+";

  if (offset == 0)
    return g_strdup ("UTC");
  if (seconds % 60 != 0)
    return g_strdup_printf ("UTC%s%02d:%02d:%02d", sign, seconds / 3600, seconds / 60 % 60, seconds % 60);
  if (style == STEPPE_DATE_STYLE_LONG)
    return g_strdup_printf ("UTC%s%02d:%02d", sign, seconds / 3600, seconds / 60 % 60);
  if (seconds % 3600 == 0)
    return g_strdup_printf ("UTC%s%d", sign, seconds / 3600);
  return g_strdup_printf ("UTC%s%d:%02d", sign, seconds / 3600, seconds / 60 % 60);
}

/* A day and a time of day, and by whose clock: that of @place_name, where it is not NULL. */
char *
_steppe_words_for_time (const SteppeEdtfPoint *point,
                        SteppeDateStyle style,
                        const char *place_name)
{
  g_autofree char *day = format_day (point, style);
  g_autofree char *time = NULL, *offset = NULL;

  if (point->second != 0)
    /* Translators: a time of day with seconds: hour, minute, second. */
    time = g_strdup_printf (C_ ("time of day", "%1$02d:%2$02d:%3$02d"), point->hour, point->minute, point->second);
  else
    /* Translators: a time of day: hour, minute. */
    time = g_strdup_printf (C_ ("time of day", "%1$02d:%2$02d"), point->hour, point->minute);
  if (!point->has_offset)
    /* Translators: %1$s is a day, %2$s a time of day. */
    return g_strdup_printf (C_ ("day and time", "%1$s, %2$s"), day, time);

  offset = format_offset (point->offset, style);
  if (style == STEPPE_DATE_STYLE_SHORT)
    /* Translators: %1$s is a day, %2$s a time of day, %3$s an offset such as “UTC+8”. */
    return g_strdup_printf (C_ ("day and time", "%1$s, %2$s %3$s"), day, time, offset);
  if (place_name != NULL)
    /* Translators: %1$s is a day, %2$s a time of day, %3$s the place by whose clocks it is told, %4$s an offset such as
     * “UTC+08:00”. */
    return g_strdup_printf (C_ ("day and time", "%1$s, %2$s, %3$s time (%4$s)"), day, time, place_name, offset);
  /* Translators: %1$s is a day, %2$s a time of day, %3$s an offset such as “UTC+08:00”. */
  return g_strdup_printf (C_ ("day and time", "%1$s, %2$s (%3$s)"), day, time, offset);
}

/* The date as if it had no qualifiers. */
char *
_steppe_words_for_unqualified (const SteppeEdtfPoint *point,
                               SteppeDateStyle style,
                               SteppeWordsPlace place)
{
  switch ((SteppeEdtfForm) point->form)
    {
    case STEPPE_EDTF_YEAR:
      return format_year (point, style, place);
    case STEPPE_EDTF_SEASON:
      return format_season (point, style, place);
    case STEPPE_EDTF_TIME:
      return _steppe_words_for_time (point, style, NULL);
    case STEPPE_EDTF_MONTH:
    case STEPPE_EDTF_DAY:
    default:
      if ((point->year_unknown | point->month_unknown | point->day_unknown) != 0)
        return format_partly_unknown (point, style);
      return point->form == STEPPE_EDTF_DAY ? format_day (point, style) : format_month_and_year (point, style, place);
    }
}
