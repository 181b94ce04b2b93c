/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"
#include "time/steppe-date-format.h"
#include "time/steppe-date-words-private.h"

#include <glib/gi18n.h>

/* Words for qualified dates, intervals and sets, around those for one date. Every pattern is whole, for translators. */

/* The parts of a date as a set of bits. */
#define YEAR_BIT 1
#define MONTH_BIT 2
#define DAY_BIT 4
#define ALL_BITS (YEAR_BIT | MONTH_BIT | DAY_BIT)

/* The parts that have @qualifier. */
static guint
find_qualified_parts (const SteppeEdtfPoint *point,
                      SteppeQualifier qualifier)
{
  guint parts = 0;

  for (guint i = 0; i < G_N_ELEMENTS (point->qualifiers); i++)
    if ((point->qualifiers[i] & qualifier) != 0)
      parts |= 1u << i;
  return parts;
}

static guint
find_written_parts (const SteppeEdtfPoint *point)
{
  switch ((SteppeEdtfForm) point->form)
    {
    case STEPPE_EDTF_YEAR:
      return YEAR_BIT;
    case STEPPE_EDTF_MONTH:
    case STEPPE_EDTF_SEASON:
      return YEAR_BIT | MONTH_BIT;
    case STEPPE_EDTF_DAY:
    case STEPPE_EDTF_TIME:
    default:
      return ALL_BITS;
    }
}

static const char *
name_uncertain_parts (guint parts)
{
  static const char *const names[] = {
    [YEAR_BIT] = N_ ("year uncertain"),
    [MONTH_BIT] = N_ ("month uncertain"),
    [YEAR_BIT |
        MONTH_BIT] = N_ ("year and month uncertain"),
    [DAY_BIT] = N_ ("day uncertain"),
    [YEAR_BIT |
        DAY_BIT] = N_ ("year and day uncertain"),
    [MONTH_BIT |
        DAY_BIT] = N_ ("month and day uncertain"),
    [YEAR_BIT | MONTH_BIT |
        DAY_BIT] = N_ ("uncertain"),
  };

  return _ (names[parts]);
}

static const char *
name_approximate_parts (guint parts)
{
  static const char *const names[] = {
    [YEAR_BIT] = N_ ("year approximate"),
    [MONTH_BIT] = N_ ("month approximate"),
    [YEAR_BIT |
        MONTH_BIT] = N_ ("year and month approximate"),
    [DAY_BIT] = N_ ("day approximate"),
    [YEAR_BIT |
        DAY_BIT] = N_ ("year and day approximate"),
    [MONTH_BIT |
        DAY_BIT] = N_ ("month and day approximate"),
    [YEAR_BIT | MONTH_BIT |
        DAY_BIT] = N_ ("approximate"),
  };

  return _ (names[parts]);
}

static char *
qualify_short (const SteppeEdtfPoint *point,
               gboolean uncertain,
               gboolean approximate)
{
  g_autofree char *words = _steppe_words_for_unqualified (point, STEPPE_DATE_STYLE_SHORT, STEPPE_WORDS_ALONE);

  return g_strconcat (approximate ? "~" : "", words, uncertain ? "?" : "", NULL);
}

/* @doubts and @estimates are notes on parts of the date, NULL if there are none; @about is whether the date as a whole
 * is an estimate. */
static char *
qualify_long (const SteppeEdtfPoint *point,
              SteppeWordsPlace place,
              gboolean about,
              const char *doubts,
              const char *estimates)
{
  g_autofree char *words = _steppe_words_for_unqualified (point, STEPPE_DATE_STYLE_LONG,
                                                          about ? STEPPE_WORDS_IN_PHRASE : place);

  if (about && doubts != NULL)
    /* Translators: an estimated date that is also in doubt: %1$s is the date, %2$s such as “uncertain” or “year uncertain”. */
    return g_strdup_printf (_ ("about %1$s (%2$s)"), words, doubts);
  if (about)
    /* Translators: an estimated date. %s is a date. */
    return g_strdup_printf (_ ("about %s"), words);
  if (doubts != NULL && estimates != NULL)
    /* Translators: a date with doubts about parts of it: %1$s is the date, %2$s such as “year uncertain”, %3$s such as
     * “month approximate”. */
    return g_strdup_printf (_ ("%1$s (%2$s, %3$s)"), words, doubts, estimates);
  /* Translators: a date with a doubt about it: %1$s is the date, %2$s such as “uncertain” or “year uncertain”. */
  return g_strdup_printf (_ ("%1$s (%2$s)"), words, doubts != NULL ? doubts : estimates);
}

static char *
qualify (const SteppeEdtfPoint *point,
         SteppeDateStyle style,
         SteppeWordsPlace place)
{
  guint written = find_written_parts (point);
  guint finest = 1u << (g_bit_storage (written) - 1);
  guint uncertain = find_qualified_parts (point, STEPPE_QUALIFIER_UNCERTAIN);
  guint approximate = find_qualified_parts (point, STEPPE_QUALIFIER_APPROXIMATE);
  gboolean about;
  gint64 first, last;

  /* A year with significant digits is an estimate. */
  _steppe_edtf_point_get_years (point, &first, &last);
  if (point->significant > 0 && first != last)
    approximate = written;
  if (uncertain == 0 && approximate == 0)
    return _steppe_words_for_unqualified (point, style, place);
  if (style == STEPPE_DATE_STYLE_SHORT)
    return qualify_short (point, uncertain != 0, approximate != 0);

  /* An estimate of the day alone makes the date an estimate; one of the year alone does not. */
  about = approximate == written || approximate == finest;
  if (uncertain == written || (point->form == STEPPE_EDTF_SEASON && uncertain != 0))
    uncertain = ALL_BITS;
  return qualify_long (point, place, about, uncertain != 0 ? name_uncertain_parts (uncertain) : NULL,
                       approximate != 0 ? name_approximate_parts (approximate) : NULL);
}

/* A date in words. */
char *
_steppe_words_for_point (const SteppeEdtfPoint *point,
                         SteppeDateStyle style,
                         SteppeWordsPlace place)
{
  g_autofree char *words = qualify (point, style, place);
  g_autofree char *first_year = NULL, *last_year = NULL;
  gint64 first, last;

  _steppe_edtf_point_get_years (point, &first, &last);
  if (style == STEPPE_DATE_STYLE_SHORT || point->significant == 0 || first == last || first < 0 || last > 9999)
    return g_steal_pointer (&words);

  first_year = _steppe_words_for_year (first);
  last_year = _steppe_words_for_year (last);
  /* Translators: an estimated year and what it may be: %1$s is such as “about 1950”, %2$s and %3$s are years. */
  return g_strdup_printf (_ ("%1$s (between %2$s and %3$s)"), words, first_year, last_year);
}

/* What two dates have in common, which need not be said twice. */
typedef enum
{
  SHARE_NOTHING,
  SHARE_ERA,
  SHARE_ERA_BEFORE, /* before the common era */
  SHARE_YEAR_MONTHS,
  SHARE_YEAR_DAYS,
  SHARE_MONTH,
} Share;

static gboolean
is_plain (const SteppeEdtfPoint *point)
{
  return (point->year_unknown | point->month_unknown | point->day_unknown | point->significant) == 0 &&
         (point->qualifiers[0] | point->qualifiers[1] | point->qualifiers[2]) == 0;
}

static Share
find_share (const SteppeEdtfPoint *first,
            const SteppeEdtfPoint *last)
{
  if (!is_plain (first) || !is_plain (last) || first->form != last->form)
    return SHARE_NOTHING;
  if (first->form == STEPPE_EDTF_YEAR && first->year >= 100 && last->year <= 9999)
    return SHARE_ERA;
  if (first->form == STEPPE_EDTF_YEAR && first->year > -9999 && last->year <= 0 && first->year < last->year)
    return SHARE_ERA_BEFORE;
  if (first->year != last->year)
    return SHARE_NOTHING;
  if (first->form == STEPPE_EDTF_MONTH)
    return SHARE_YEAR_MONTHS;
  if (first->form != STEPPE_EDTF_DAY)
    return SHARE_NOTHING;
  return first->month == last->month ? SHARE_MONTH : SHARE_YEAR_DAYS;
}

static char *
name_month (const SteppeEdtfPoint *point,
            SteppeDateStyle style,
            SteppeWordsPlace place)
{
  return point->form == STEPPE_EDTF_DAY ? _steppe_words_for_month_of_day (point->month, style)
                                        : _steppe_words_for_month (point->month, style, place);
}

/* What lasts from @first to @last. */
char *
_steppe_words_for_span (const SteppeEdtfPoint *first,
                        const SteppeEdtfPoint *last,
                        SteppeDateStyle style)
{
  Share share = find_share (first, last);
  g_autofree char *from = NULL, *to = NULL, *year = NULL;

  if (share == SHARE_NOTHING || share == SHARE_ERA)
    {
      from = _steppe_words_for_point (first, style, STEPPE_WORDS_ALONE);
      to = _steppe_words_for_point (last, style, STEPPE_WORDS_ALONE);
      if (g_str_equal (from, to))
        return g_steal_pointer (&from);
      if (share == SHARE_ERA)
        /* Translators: a span of years, as in “1964–2008”. */
        return g_strdup_printf (C_ ("span of years", "%1$s–%2$s"), from, to);
      /* Translators: a span of time, as in “December 2023 – 2 September 2024”. */
      return g_strdup_printf (C_ ("span of time", "%1$s – %2$s"), from, to);
    }
  if (share == SHARE_ERA_BEFORE)
    /* Translators: a span of years before the common era, as in “200–101 BCE”. */
    return g_strdup_printf (_ ("%1$d–%2$d BCE"), (int) (1 - first->year), (int) (1 - last->year));
  if (first->month == last->month && first->day == last->day)
    return _steppe_words_for_point (first, style, STEPPE_WORDS_ALONE);

  from = name_month (first, style, STEPPE_WORDS_ALONE);
  to = name_month (last, style, STEPPE_WORDS_ALONE);
  year = _steppe_words_for_year (first->year);
  if (share == SHARE_YEAR_MONTHS)
    /* Translators: a span of months, as in “May–September 1939”: months, then the year. */
    return g_strdup_printf (C_ ("span of months", "%1$s–%2$s %3$s"), from, to, year);
  if (share == SHARE_MONTH)
    /* Translators: a span of days in one month, as in “2–3 September 2024”: first and last day, month, year. */
    return g_strdup_printf (C_ ("span of days", "%1$d–%2$d %3$s %4$s"), first->day, last->day, to, year);
  /* Translators: a span of days in one year, as in “11 May – 16 September 1939”: first day, its month, last day, its
   * month, year. */
  return g_strdup_printf (C_ ("span of days", "%1$d %2$s – %3$d %4$s %5$s"), first->day, from, last->day, to, year);
}

/* A moment from @first to @last. */
char *
_steppe_words_between (const SteppeEdtfPoint *first,
                       const SteppeEdtfPoint *last,
                       SteppeDateStyle style)
{
  Share share = find_share (first, last);
  g_autofree char *from = NULL, *to = NULL, *year = NULL;

  if (share == SHARE_NOTHING || share == SHARE_ERA || style == STEPPE_DATE_STYLE_SHORT)
    {
      from = _steppe_words_for_point (first, style, STEPPE_WORDS_IN_PHRASE);
      to = _steppe_words_for_point (last, style, STEPPE_WORDS_IN_PHRASE);
      if (style == STEPPE_DATE_STYLE_SHORT)
        /* Translators: some time from one date to another, in little room. */
        return g_strdup_printf (C_ ("some time between", "%1$s … %2$s"), from, to);
      /* Translators: %1$s and %2$s are dates. */
      return g_strdup_printf (_ ("some time between %1$s and %2$s"), from, to);
    }
  if (share == SHARE_ERA_BEFORE)
    /* Translators: years before the common era. */
    return g_strdup_printf (_ ("some time between %1$d and %2$d BCE"), (int) (1 - first->year), (int) (1 - last->year));

  from = name_month (first, style, STEPPE_WORDS_IN_PHRASE);
  to = name_month (last, style, STEPPE_WORDS_IN_PHRASE);
  year = _steppe_words_for_year (first->year);
  if (share == SHARE_YEAR_MONTHS)
    /* Translators: as in “some time between May and September 1939”: months, then the year. */
    return g_strdup_printf (C_ ("months", "some time between %1$s and %2$s %3$s"), from, to, year);
  if (share == SHARE_MONTH)
    /* Translators: as in “some time between 2 and 3 September 2024”: first and last day, month, year. */
    return g_strdup_printf (_ ("some time between %1$d and %2$d %3$s %4$s"), first->day, last->day, to, year);
  /* Translators: as in “some time between 11 May and 16 September 1939”: first day, its month, last day, its month,
   * year. */
  return g_strdup_printf (_ ("some time between %1$d %2$s and %3$d %4$s %5$s"), first->day, from, last->day, to, year);
}

/* An interval of which one side, or neither, is a date. */
static char *
format_half_interval (const SteppeDate *date,
                      SteppeDateStyle style)
{
  g_autofree char *words = NULL;

  if (date->n_points > 0)
    words = _steppe_words_for_point (&date->points[0], style, STEPPE_WORDS_IN_PHRASE);

  if (words == NULL && date->start_edge == STEPPE_EDGE_UNKNOWN)
    return g_strdup (_ ("since an unknown date"));
  if (words == NULL && date->end_edge == STEPPE_EDGE_UNKNOWN)
    return g_strdup (_ ("until an unknown date"));
  if (words == NULL)
    return g_strdup (_ ("at all times"));
  if (date->end_edge == STEPPE_EDGE_OPEN)
    /* Translators: what began then and has no end. %s is a date. */
    return g_strdup_printf (_ ("since %s"), words);
  if (date->end_edge == STEPPE_EDGE_UNKNOWN)
    /* Translators: what began then and ended nobody knows when. %s is a date. */
    return g_strdup_printf (_ ("from %s, end unknown"), words);
  if (date->start_edge == STEPPE_EDGE_UNKNOWN)
    /* Translators: what ended then and began nobody knows when. %s is a date. */
    return g_strdup_printf (_ ("until %s, start unknown"), words);
  /* Translators: what has no beginning and ended then. %s is a date. */
  return g_strdup_printf (_ ("until %s"), words);
}

/* One of all dates up to a date, or from it on. */
static char *
format_one_of_open (const SteppeDate *date,
                    SteppeDateStyle style)
{
  const SteppeEdtfPoint *point = &date->points[0];
  g_autofree char *words = _steppe_words_for_point (point, style, STEPPE_WORDS_IN_PHRASE);

  if (date->start_edge == STEPPE_EDGE_OPEN && point->form == STEPPE_EDTF_DAY)
    /* Translators: %s is a day. */
    return g_strdup_printf (_ ("on %s or before"), words);
  if (date->start_edge == STEPPE_EDGE_OPEN)
    /* Translators: %s is a month, season or year. */
    return g_strdup_printf (_ ("in %s or before"), words);
  if (point->form == STEPPE_EDTF_DAY)
    /* Translators: %s is a day. */
    return g_strdup_printf (_ ("on %s or later"), words);
  /* Translators: %s is a month, season or year. */
  return g_strdup_printf (_ ("in %s or later"), words);
}

/* The member of a set that begins at @position; the first may be open before, the last open after. */
static char *
format_member (const SteppeDate *date,
               guint position,
               SteppeDateStyle style)
{
  const SteppeEdtfPoint *point = &date->points[position];
  gboolean one_of = date->kind == STEPPE_DATE_ONE_OF;
  g_autofree char *words = NULL;

  if (point->starts_range)
    return _steppe_words_for_span (point, point + 1, style);

  words = _steppe_words_for_point (point, style, STEPPE_WORDS_ALONE);
  if (position == 0 && date->start_edge == STEPPE_EDGE_OPEN)
    /* Translators: a member of a set of dates. %s is a date. */
    return one_of ? g_strdup_printf (_ ("%s or before"), words) : g_strdup_printf (_ ("%s and all before"), words);
  if (position + 1 == date->n_points && date->end_edge == STEPPE_EDGE_OPEN)
    /* Translators: a member of a set of dates. %s is a date. */
    return one_of ? g_strdup_printf (_ ("%s or later"), words) : g_strdup_printf (_ ("%s and all later"), words);
  return g_steal_pointer (&words);
}

static char *
join_members (const SteppeDate *date,
              const char *list,
              const char *last)
{
  /* Translators: the last two members of a list of dates, in “1667, 1668 or 1670”: %1$s is what comes before. */
  if (date->kind == STEPPE_DATE_ONE_OF)
    return g_strdup_printf (C_ ("list of dates", "%1$s or %2$s"), list, last);
  /* Translators: the last two members of a list of dates, in “1667, 1668 and 1670”: %1$s is what comes before. */
  return g_strdup_printf (C_ ("list of dates", "%1$s and %2$s"), list, last);
}

/* Two dates of a set that have a month or a year in common, which is said once; NULL if they have none. */
static char *
format_pair (const SteppeDate *date,
             SteppeDateStyle style)
{
  const SteppeEdtfPoint *first = &date->points[0], *last = &date->points[1];
  Share share = find_share (first, last);
  gboolean one_of = date->kind == STEPPE_DATE_ONE_OF;
  g_autofree char *first_month = NULL, *last_month = NULL, *year = NULL;

  if (share != SHARE_MONTH && share != SHARE_YEAR_DAYS)
    return NULL;

  first_month = name_month (first, style, STEPPE_WORDS_ALONE);
  last_month = name_month (last, style, STEPPE_WORDS_ALONE);
  year = _steppe_words_for_year (first->year);
  if (share == SHARE_MONTH)
    /* Translators: one of two days, or two days, of a month: the days, the month, the year. */
    return one_of ? g_strdup_printf (_ ("%1$d or %2$d %3$s %4$s"), first->day, last->day, last_month, year)
                  : g_strdup_printf (_ ("%1$d and %2$d %3$s %4$s"), first->day, last->day, last_month, year);
  /* Translators: one of two days, or two days, of a year: day and month, day and month, year. */
  return one_of ? g_strdup_printf (_ ("%1$d %2$s or %3$d %4$s %5$s"), first->day, first_month, last->day, last_month, year)
                : g_strdup_printf (_ ("%1$d %2$s and %3$d %4$s %5$s"), first->day, first_month, last->day, last_month, year);
}

static char *
format_set (const SteppeDate *date,
            SteppeDateStyle style)
{
  guint n_members = steppe_date_get_n_members (date);
  g_autofree char *list = NULL;

  if (date->kind == STEPPE_DATE_ONE_OF && n_members == 1)
    {
      if (date->start_edge == STEPPE_EDGE_OPEN || date->end_edge == STEPPE_EDGE_OPEN)
        return format_one_of_open (date, style);
      if (date->points[0].starts_range)
        return _steppe_words_between (&date->points[0], &date->points[1], style);
    }

  if (n_members == 2 && date->n_points == 2 && date->start_edge == STEPPE_EDGE_KNOWN &&
      date->end_edge == STEPPE_EDGE_KNOWN)
    list = format_pair (date, style);
  if (list != NULL)
    return g_steal_pointer (&list);

  for (guint i = 0, position = 0; i < n_members; i++)
    {
      g_autofree char *before = g_steal_pointer (&list);
      g_autofree char *member = format_member (date, position, style);

      if (before == NULL)
        list = g_steal_pointer (&member);
      else if (i == n_members - 1)
        list = join_members (date, before, member);
      else
        /* Translators: members of a list of dates, in “1667, 1668 or 1670”: %1$s is what comes before. */
        list = g_strdup_printf (C_ ("list of dates", "%1$s, %2$s"), before, member);
      position += date->points[position].starts_range ? 2 : 1;
    }
  return g_steal_pointer (&list);
}

/**
 * steppe_date_format:
 * @date: a date
 * @style: how much room there is
 *
 * Says a date in the user's language. A time of day is given in the date's own offset, which is named.
 *
 * Returns: (transfer full): words for people, plain text
 */
char *
steppe_date_format (const SteppeDate *date,
                    SteppeDateStyle style)
{
  g_return_val_if_fail (date != NULL, NULL);

  switch ((SteppeDateKind) date->kind)
    {
    case STEPPE_DATE_INTERVAL:
      if (date->n_points < 2)
        return format_half_interval (date, style);
      return _steppe_words_for_span (&date->points[0], &date->points[1], style);
    case STEPPE_DATE_ONE_OF:
    case STEPPE_DATE_ALL_OF:
      return format_set (date, style);
    case STEPPE_DATE_MOMENT:
    default:
      return _steppe_words_for_point (&date->points[0], style, STEPPE_WORDS_ALONE);
    }
}

/**
 * steppe_date_format_with_clock:
 * @date: a date
 * @style: how much room there is
 * @place_name: (nullable): the place whose clocks show the date, in the user's language
 *
 * Says a date as [method@Date.format] does; the long style says whose clocks show the time of day.
 *
 * Returns: (transfer full): words for people, plain text
 */
char *
steppe_date_format_with_clock (const SteppeDate *date,
                               SteppeDateStyle style,
                               const char *place_name)
{
  if (place_name == NULL || !steppe_date_get_offset (date, NULL))
    return steppe_date_format (date, style);
  return _steppe_words_for_time (&date->points[0], style, place_name);
}
