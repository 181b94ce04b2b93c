/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/steppe-number-run.h"

static void
test_runs (void)
{
  static const struct
  {
    const char *text;
    guint n;
    guint numbers[8];
  } cases[] = {
    { "", 0, { 0 } },
    { "7", 1, { 7 } },
    { "1, 2", 2, { 1, 2 } },
    { "1–3", 3, { 1, 2, 3 } },
    { "1–3, 7", 4, { 1, 2, 3, 7 } },
    { "1–3, 7", 5, { 7, 3, 1, 2, 3 } },
    { "1, 3, 5–8", 6, { 8, 7, 6, 5, 3, 1 } },
    { "9, 10, 12, 13", 4, { 9, 10, 12, 13 } },
    { "4, 5", 4, { 4, 5, 4, 5 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = steppe_number_runs_dup (cases[i].n > 0 ? cases[i].numbers : NULL, cases[i].n);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number-run/runs", test_runs);
  return g_test_run ();
}
