/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/steppe-calendar.h"

#include <locale.h>

/* Days counted from 1970-01-01, from published tables: the Modified Julian Day of 1970-01-01 is 40,587, that of
 * 1858-11-17 is 0, of 2000-01-01 is 51,544 and of 1582-10-15 is −100,840; Julian Day Number 0 is −4713-11-24. */
static const struct
{
  gint64 year;
  int month;
  int day;
  gint64 days;
} known_days[] = {
  { 1970, 1, 1, 0 },
  { 1969, 12, 31, -1 },
  { 1858, 11, 17, -40587 },
  { 2000, 1, 1, 51544 - 40587 },
  { 1582, 10, 15, -100840 - 40587 },
  { -4713, 11, 24, -2440588 },
  { 0, 3, 1, -719468 },
  { 0, 1, 1, -719528 },
  { 2038, 1, 19, 24855 },
  { 400, 3, 1, -719468 + 146097 },
  { STEPPE_YEAR_LIMIT, 3, 1, -719468 + STEPPE_YEAR_LIMIT / 400 * 146097 },
  { -STEPPE_YEAR_LIMIT, 3, 1, -719468 - STEPPE_YEAR_LIMIT / 400 * 146097 },
};

static void
test_known_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (known_days); i++)
    {
      gint64 year;
      int month, day;

      g_assert_cmpint (steppe_calendar_days_from_civil (known_days[i].year, known_days[i].month, known_days[i].day), ==,
                       known_days[i].days);
      steppe_calendar_civil_from_days (known_days[i].days, &year, &month, &day);
      g_assert_cmpint (year, ==, known_days[i].year);
      g_assert_cmpint (month, ==, known_days[i].month);
      g_assert_cmpint (day, ==, known_days[i].day);
    }
}

static const struct
{
  gint64 year;
  gboolean leap;
} leap_years[] = {
  { 2024, TRUE }, { 2023, FALSE }, { 1900, FALSE }, { 2000, TRUE }, { 2100, FALSE }, { 4, TRUE }, { 0, TRUE }, { -1, FALSE }, { -4, TRUE }, { -100, FALSE }, { -400, TRUE }, { -13800000000, TRUE }, { -13800000001, FALSE }
};

static void
test_leap_years (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (leap_years); i++)
    {
      g_assert_cmpint (steppe_calendar_is_leap_year (leap_years[i].year), ==, leap_years[i].leap);
      g_assert_cmpint (steppe_calendar_days_in_month (leap_years[i].year, 2), ==, leap_years[i].leap ? 29 : 28);
    }
}

/* Every day of a cycle of 400 years and more, before and after year 0, follows the one before. */
static void
test_every_day (void)
{
  gint64 days = steppe_calendar_days_from_civil (-410, 1, 1);

  for (gint64 year = -410; year <= 410; year++)
    for (int month = 1; month <= 12; month++)
      for (int day = 1; day <= steppe_calendar_days_in_month (year, month); day++)
        {
          gint64 read_year;
          int read_month, read_day;

          g_assert_cmpint (steppe_calendar_days_from_civil (year, month, day), ==, days);
          steppe_calendar_civil_from_days (days, &read_year, &read_month, &read_day);
          g_assert_cmpint (read_year, ==, year);
          g_assert_cmpint (read_month, ==, month);
          g_assert_cmpint (read_day, ==, day);
          days++;
        }
}

/* Where both have dates, GLib's calendar is the same. */
static void
test_like_glib (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      int year = g_test_rand_int_range (1, 10000);
      int month = g_test_rand_int_range (1, 13);
      int day = g_test_rand_int_range (1, steppe_calendar_days_in_month (year, month) + 1);
      int hour = g_test_rand_int_range (0, 24);
      int minute = g_test_rand_int_range (0, 60);
      int second = g_test_rand_int_range (0, 60);
      g_autoptr (GDateTime) expected = g_date_time_new_utc (year, month, day, hour, minute, second);
      SteppeCivil civil = { year, month, day, hour, minute, second };
      gint64 instant = steppe_instant_from_civil (&civil);

      g_assert_cmpint (instant, ==, g_date_time_to_unix (expected));
    }
}

static void
assert_round_trip (gint64 instant)
{
  SteppeCivil civil;

  steppe_instant_to_civil (instant, &civil);
  g_assert_cmpint (civil.month, >=, 1);
  g_assert_cmpint (civil.month, <=, 12);
  g_assert_cmpint (civil.day, >=, 1);
  g_assert_cmpint (civil.day, <=, steppe_calendar_days_in_month (civil.year, civil.month));
  g_assert_cmpint (civil.hour, >=, 0);
  g_assert_cmpint (civil.hour, <=, 23);
  g_assert_cmpint (steppe_instant_from_civil (&civil), ==, instant);
}

/* Any instant inside the limit comes back, over all magnitudes. */
static void
test_round_trip (void)
{
  const SteppeCivil last = { STEPPE_YEAR_LIMIT, 12, 31, 23, 59, 59 };
  const SteppeCivil first = { -STEPPE_YEAR_LIMIT, 1, 1, 0, 0, 0 };
  gint64 limit = steppe_instant_from_civil (&last);

  assert_round_trip (limit);
  assert_round_trip (steppe_instant_from_civil (&first));
  for (guint i = 0; i < 100000; i++)
    {
      gint64 random = (gint64) ((guint64) g_test_rand_int () << 32 | (guint32) g_test_rand_int ());
      gint64 instant = random >> g_test_rand_int_range (0, 63);

      if (instant <= limit && instant >= -limit)
        assert_round_trip (instant);
    }
}

static const struct
{
  gint64 instant;
  const char *iso;
} iso[] = {
  { 0, "1970-01-01T00:00:00" },
  { -1, "1969-12-31T23:59:59" },
  { 86399, "1970-01-01T23:59:59" },
  { 951782400, "2000-02-29T00:00:00" },
  { 253402300799, "9999-12-31T23:59:59" },
  { 253402300800, "+10000-01-01T00:00:00" },
  { -62135596800, "0001-01-01T00:00:00" },
  { -62167219200, "0000-01-01T00:00:00" },
  { -62167219201, "-0001-12-31T23:59:59" },
  /* The ends of 64 bits: 106,751,991,167,300 days, 15 h 30 min 7 or 8 s on either side of 1970. */
  { G_MAXINT64, "+292277026596-12-04T15:30:07" },
  { G_MININT64, "-292277022657-01-27T08:29:52" },
};

static void
test_iso (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (iso); i++)
    {
      g_autofree char *written = steppe_instant_to_iso (iso[i].instant);

      g_assert_cmpstr (written, ==, iso[i].iso);
    }
}

static void
test_iso_of_years (void)
{
  const SteppeCivil ides = { -44, 3, 15, 0, 0, 0 };
  const SteppeCivil far = { 12000, 1, 1, 0, 0, 0 };
  const SteppeCivil bang = { -13800000000, 12, 31, 23, 59, 59 };
  g_autofree char *ides_iso = steppe_instant_to_iso (steppe_instant_from_civil (&ides));
  g_autofree char *far_iso = steppe_instant_to_iso (steppe_instant_from_civil (&far));
  g_autofree char *bang_iso = steppe_instant_to_iso (steppe_instant_from_civil (&bang));

  g_assert_cmpstr (ides_iso, ==, "-0044-03-15T00:00:00");
  g_assert_cmpstr (far_iso, ==, "+12000-01-01T00:00:00");
  g_assert_cmpstr (bang_iso, ==, "-13800000000-12-31T23:59:59");
}

/* Weeks begin as the user's locale has it. */
static void
test_week_start (void)
{
  static const struct
  {
    const char *locale;
    GDateWeekday week_start;
  } cases[] = {
    { "en_US.UTF-8", G_DATE_SUNDAY },
    { "ru_RU.UTF-8", G_DATE_MONDAY },
    { "ar_EG.UTF-8", G_DATE_SATURDAY },
  };
  guint n_tested = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (setlocale (LC_TIME, cases[i].locale) == NULL)
        continue;
      n_tested++;
      g_assert_cmpint (steppe_calendar_get_week_start (), ==, cases[i].week_start);
    }
  setlocale (LC_TIME, "C");
  if (n_tested == 0)
    g_test_skip ("none of the locales");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/known-days", test_known_days);
  g_test_add_func ("/calendar/leap-years", test_leap_years);
  g_test_add_func ("/calendar/every-day", test_every_day);
  g_test_add_func ("/calendar/like-glib", test_like_glib);
  g_test_add_func ("/calendar/round-trip", test_round_trip);
  g_test_add_func ("/calendar/iso", test_iso);
  g_test_add_func ("/calendar/iso-of-years", test_iso_of_years);
  g_test_add_func ("/calendar/week-start", test_week_start);
  return g_test_run ();
}
