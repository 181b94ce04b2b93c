/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/steppe-date.h"
#include "time/steppe-time-range.h"

static const struct
{
  const char *earliest; /* dates: the first instant of one, the last of the other */
  const char *latest;
  const char *words;
} ranges[] = {
  { "2024-08-02", "2024-09-05", "from 2 August 2024 to 5 September 2024" },
  { "1921", "2025", "from 1 January 1921 to 31 December 2025" },
  { "0001", "9999", "from 1 January 1 CE to 31 December 9999" },
  { "2024-09-02T10:00:00", "2024-09-02T14:30:59", "from 2 September 2024, 10:00 to 2 September 2024, 14:30" },
  { "2024-09-02", "2024-09-02", "from 2 September 2024, 00:00 to 2 September 2024, 23:59" },
  { "-0209-07", "0220", "from 1 July 210 BCE to 31 December 220" },
  { "Y-12000", "2025", "12001 BCE – 2025" },
  { "Y-138E8", "2025", "13.8 billion years ago – 2025" },
  { "1950", "Y12000", "1950 – year 12000" },
  { "Y12000", "Y12000", "year 12000" },
};

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autoptr (SteppeDate) first = steppe_date_new (ranges[i].earliest, NULL);
      g_autoptr (SteppeDate) last = steppe_date_new (ranges[i].latest, NULL);
      g_autofree char *words = steppe_time_range_format (steppe_date_get_earliest (first), steppe_date_get_latest (last));

      g_assert_cmpstr (words, ==, ranges[i].words);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-range/words", test_words);
  return g_test_run ();
}
