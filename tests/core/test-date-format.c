/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/steppe-date-format.h"

#include <locale.h>

static const struct
{
  const char *edtf;
  const char *words;
  const char *short_words;
} cases[] = {
  { "2024-09-02", "2 September 2024", "2 Sep 2024" },
  { "2024-09", "September 2024", "Sep 2024" },
  { "2024", "2024", "2024" },
  { "2024-09-02/2024-09-03", "2–3 September 2024", "2–3 Sep 2024" },
  { "1939-05-11/1939-09-16", "11 May – 16 September 1939", "11 May – 16 Sep 1939" },
  { "1939-05/1939-09", "May–September 1939", "May–Sep 1939" },
  { "1964/2008", "1964–2008", "1964–2008" },
  { "2023-12-31/2024-01-01", "31 December 2023 – 1 January 2024", "31 Dec 2023 – 1 Jan 2024" },
  { "1939-05/1940-02-03", "May 1939 – 3 February 1940", "May 1939 – 3 Feb 1940" },
  { "2024-09-02/2024-09-02", "2 September 2024", "2 Sep 2024" },
  { "2024-09/2024-09", "September 2024", "Sep 2024" },
  { "2001-21/2001-23", "spring 2001 – autumn 2001", "spring 2001 – autumn 2001" },
  { "1984~", "about 1984", "~1984" },
  { "1984?", "1984 (uncertain)", "1984?" },
  { "1984%", "about 1984 (uncertain)", "~1984?" },
  { "2004-06~", "about June 2004", "~Jun 2004" },
  { "2004-06-11%", "about 11 June 2004 (uncertain)", "~11 Jun 2004?" },
  { "2004-06-~11", "about 11 June 2004", "~11 Jun 2004" },
  { "?2004-06-~11", "about 11 June 2004 (year uncertain)", "~11 Jun 2004?" },
  { "2004?-06-11", "11 June 2004 (year uncertain)", "11 Jun 2004?" },
  { "2004-?06-11", "11 June 2004 (month uncertain)", "11 Jun 2004?" },
  { "2004-06-?11", "11 June 2004 (day uncertain)", "11 Jun 2004?" },
  { "2004-?06-?11", "11 June 2004 (month and day uncertain)", "11 Jun 2004?" },
  { "?2004-06-?11", "11 June 2004 (year and day uncertain)", "11 Jun 2004?" },
  { "2004-06?-11", "11 June 2004 (year and month uncertain)", "11 Jun 2004?" },
  { "2004-06~-11", "11 June 2004 (year and month approximate)", "~11 Jun 2004" },
  { "~2004-06", "June 2004 (year approximate)", "~Jun 2004" },
  { "2004-%06-11", "11 June 2004 (month uncertain, month approximate)", "~11 Jun 2004?" },
  { "2001-~21", "about spring 2001", "~spring 2001" },
  { "2001?-21", "spring 2001 (uncertain)", "spring 2001?" },
  { "1964~/2008", "about 1964 – 2008", "~1964 – 2008" },
  { "2004-06-~01/2004-06-~20", "about 1 June 2004 – about 20 June 2004", "~1 Jun 2004 – ~20 Jun 2004" },
  { "2001-21", "spring 2001", "spring 2001" },
  { "2001-22", "summer 2001", "summer 2001" },
  { "2001-27", "autumn 2001", "autumn 2001" },
  { "2001-24", "winter 2001", "winter 2001" },
  { "2001-29", "spring 2001 (southern hemisphere)", "spring 2001 (southern hemisphere)" },
  { "2001-32", "winter 2001 (southern hemisphere)", "winter 2001 (southern hemisphere)" },
  { "2001-33", "first quarter of 2001", "first quarter of 2001" },
  { "2001-36", "fourth quarter of 2001", "fourth quarter of 2001" },
  { "2001-37", "first four months of 2001", "first four months of 2001" },
  { "2001-39", "last four months of 2001", "last four months of 2001" },
  { "2001-40", "first half of 2001", "first half of 2001" },
  { "2001-41", "second half of 2001", "second half of 2001" },
  { "../1985", "until 1985", "until 1985" },
  { "../1985-04-12", "until 12 April 1985", "until 12 Apr 1985" },
  { "1985/..", "since 1985", "since 1985" },
  { "1985/", "from 1985, end unknown", "from 1985, end unknown" },
  { "/1985", "until 1985, start unknown", "until 1985, start unknown" },
  { "../..", "at all times", "at all times" },
  { "/..", "since an unknown date", "since an unknown date" },
  { "../", "until an unknown date", "until an unknown date" },
  { "[..1984]", "in 1984 or before", "in 1984 or before" },
  { "[..1760-12-03]", "on 3 December 1760 or before", "on 3 Dec 1760 or before" },
  { "[1760-12..]", "in December 1760 or later", "in Dec 1760 or later" },
  { "[1760-12-03..]", "on 3 December 1760 or later", "on 3 Dec 1760 or later" },
  { "[1939-05-11..1939-09-16]", "some time between 11 May and 16 September 1939", "11 May 1939 … 16 Sep 1939" },
  { "[2024-09-02..2024-09-03]", "some time between 2 and 3 September 2024", "2 Sep 2024 … 3 Sep 2024" },
  { "[1939-05..1939-09]", "some time between May and September 1939", "May 1939 … Sep 1939" },
  { "[1939..1945]", "some time between 1939 and 1945", "1939 … 1945" },
  { "[1938-12-30..1939-01-02]", "some time between 30 December 1938 and 2 January 1939", "30 Dec 1938 … 2 Jan 1939" },
  { "[1984]", "1984", "1984" },
  { "[1667,1668,1670..1672]", "1667, 1668 or 1670–1672", "1667, 1668 or 1670–1672" },
  { "{1667,1668,1670..1672}", "1667, 1668 and 1670–1672", "1667, 1668 and 1670–1672" },
  { "{1960,1961-12}", "1960 and December 1961", "1960 and Dec 1961" },
  { "[2024-09-03,2024-09-04]", "3 or 4 September 2024", "3 or 4 Sep 2024" },
  { "{2024-09-03,2024-09-05}", "3 and 5 September 2024", "3 and 5 Sep 2024" },
  { "[2024-08-30,2024-09-02]", "30 August or 2 September 2024", "30 Aug or 2 Sep 2024" },
  { "{2024-08-30,2024-09-02}", "30 August and 2 September 2024", "30 Aug and 2 Sep 2024" },
  { "[2024-09-03~,2024-09-04]", "about 3 September 2024 or 4 September 2024", "~3 Sep 2024 or 4 Sep 2024" },
  { "[..2024-09-03,2024-09-04]", "3 September 2024 or before or 4 September 2024", "3 Sep 2024 or before or 4 Sep 2024" },
  { "[1760-01,1760-02,1760-12..]", "January 1760, February 1760 or December 1760 or later", "Jan 1760, Feb 1760 or Dec 1760 or later" },
  { "[..1984,1990]", "1984 or before or 1990", "1984 or before or 1990" },
  { "{..1984}", "1984 and all before", "1984 and all before" },
  { "{1984..1990}", "1984–1990", "1984–1990" },
  { "{1760-12..}", "December 1760 and all later", "Dec 1760 and all later" },
  { "199X", "1990s", "1990s" },
  { "199X~", "about 1990s", "~1990s" },
  { "18XX", "19th century", "19th century" },
  { "20XX", "21st century", "21st century" },
  { "21XX", "some time between 2100 and 2199", "2100 … 2199" },
  { "1XXX", "some time between 1000 and 1999", "1000 … 1999" },
  { "XXXX", "an unknown year", "an unknown year" },
  { "-01XX", "some time between 200 and 101 BCE", "200 BCE … 101 BCE" },
  { "1999-XX", "some time in 1999", "some time in 1999" },
  { "1985-04-XX", "some time in April 1985", "some time in Apr 1985" },
  { "1985-XX-XX", "some time in 1985", "some time in 1985" },
  { "1984-1X", "some time between October and December 1984", "Oct 1984 … Dec 1984" },
  { "1985-04-1X", "some time between 10 and 19 April 1985", "10 Apr 1985 … 19 Apr 1985" },
  { "1560-XX-25", "some time between 25 January and 25 December 1560", "25 Jan 1560 … 25 Dec 1560" },
  { "156X-12-25", "25 December of a year from 1560 to 1569", "25 Dec of a year from 1560 to 1569" },
  { "XXXX-12-25", "25 December of an unknown year", "25 Dec of an unknown year" },
  { "XXXX-12-XX", "December of an unknown year", "Dec of an unknown year" },
  { "1XXX-12", "December of a year from 1000 to 1999", "Dec of a year from 1000 to 1999" },
  { "199X-21", "some time between March 1990 and May 1999", "Mar 1990 … May 1999" },
  { "0000", "1 BCE", "1 BCE" },
  { "-0043", "44 BCE", "44 BCE" },
  { "-0043-03-15", "15 March 44 BCE", "15 Mar 44 BCE" },
  { "-0199/-0100", "200–101 BCE", "200–101 BCE" },
  { "-0026/0014", "27 BCE – 14 CE", "27 BCE – 14 CE" },
  { "0014", "14 CE", "14 CE" },
  { "0476", "476", "476" },
  { "Y12000", "year 12000", "year 12000" },
  { "Y-12345", "12346 BCE", "12346 BCE" },
  { "Y-138E8", "13.8 billion years ago", "13.8 billion years ago" },
  { "Y-138E8S3", "about 13.8 billion years ago", "~13.8 billion years ago" },
  { "Y-66E6~", "about 66 million years ago", "~66 million years ago" },
  { "Y-252E6/Y-66E6", "252 million years ago – 66 million years ago", "252 million years ago – 66 million years ago" },
  { "1950S2", "about 1950 (between 1900 and 1999)", "~1950" },
  { "1950S4", "1950", "1950" },
  { "2024-09-02T23:00:00", "2 September 2024, 23:00", "2 Sep 2024, 23:00" },
  { "2024-09-02T23:00:00+08:00", "2 September 2024, 23:00 (UTC+08:00)", "2 Sep 2024, 23:00 UTC+8" },
  { "2024-09-02T09:05:30Z", "2 September 2024, 09:05:30 (UTC)", "2 Sep 2024, 09:05:30 UTC" },
  { "2024-09-02T23:00:00-04:30", "2 September 2024, 23:00 (UTC−04:30)", "2 Sep 2024, 23:00 UTC−4:30" },
};

static char *
format (const char *edtf,
        SteppeDateStyle style)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SteppeDate) date = steppe_date_new (edtf, &error);

  g_assert_no_error (error);
  return steppe_date_format (date, style);
}

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = format (cases[i].edtf, STEPPE_DATE_STYLE_LONG);
      g_autofree char *short_words = format (cases[i].edtf, STEPPE_DATE_STYLE_SHORT);

      g_test_message ("%s", cases[i].edtf);
      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpstr (short_words, ==, cases[i].short_words);
    }
}

/* Month names are the locale's, in the case that a day, or none, asks for. */
static void
test_locale (void)
{
  g_autofree char *day = NULL, *month = NULL, *span = NULL;

  if (setlocale (LC_TIME, "ru_RU.UTF-8") == NULL)
    {
      g_test_skip ("no Russian locale");
      return;
    }
  day = format ("2024-09-02", STEPPE_DATE_STYLE_LONG);
  month = format ("2024-09", STEPPE_DATE_STYLE_LONG);
  span = format ("1939-05-11/1939-09-16", STEPPE_DATE_STYLE_LONG);
  setlocale (LC_TIME, "C.UTF-8");
  g_assert_cmpstr (day, ==, "2 сентября 2024");
  g_assert_cmpstr (month, ==, "сентябрь 2024");
  g_assert_cmpstr (span, ==, "11 мая – 16 сентября 1939");
}

int
main (int argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-format/words", test_words);
  g_test_add_func ("/date-format/locale", test_locale);
  return g_test_run ();
}
