/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheets/steppe-page-breaker.h"

#define N_ROUNDS 5000
#define MAX_LINES 80

static void
test_cases (void)
{
  static const struct
  {
    const char *lines; /* each 10 high; how well a page may begin with it: “.” good, “p” poor, “x” last resort */
    const char *pages; /* how many lines each page of 30 has */
  } cases[] = {
    { "", "" },
    { ".", "1" },
    { "...", "3" },
    { "....", "31" },
    { ".......", "331" },
    { "...x", "22" },
    { "..xx", "13" },
    { "..xx..xx", "1313" },
    { ".xxx", "31" },
    { ".pxx", "13" },
    { ".xpx", "22" },
    { ".p.x", "22" },
    { "..px.", "131" },
    { "xxxx", "31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SteppePageLine));
      g_autoptr (GArray) pages = NULL;
      g_autoptr (GString) counts = g_string_new (NULL);

      for (const char *c = cases[i].lines; *c != '\0'; c++)
        {
          SteppePageLine line = { 0, 10, *c == '.' ? STEPPE_BREAK_GOOD : STEPPE_BREAK_LAST_RESORT };

          if (*c == 'p')
            line.before = STEPPE_BREAK_POOR;
          g_array_append_val (lines, line);
        }
      pages = steppe_break_pages ((const SteppePageLine *) (gpointer) lines->data, lines->len, 30);
      for (guint j = 0; j < pages->len; j++)
        {
          guint end = j + 1 < pages->len ? g_array_index (pages, guint, j + 1) : lines->len;

          g_string_append_printf (counts, "%u", end - g_array_index (pages, guint, j));
        }
      g_test_message ("%s", cases[i].lines);
      g_assert_cmpstr (counts->str, ==, cases[i].pages);
    }
}

/* The height of the lines from @first to @last. */
static double
measure (const SteppePageLine *lines,
         guint first,
         guint last)
{
  double height = lines[first].height;

  for (guint i = first + 1; i <= last; i++)
    height += lines[i].space + lines[i].height;
  return height;
}

static void
assert_page (const SteppePageLine *lines,
             guint n_lines,
             guint first,
             guint next,
             double height)
{
  g_assert_cmpuint (first, <, next);
  if (next - first > 1)
    g_assert_cmpfloat (measure (lines, first, next - 1), <=, height + 0.1);
  if (next == n_lines)
    return;
  /* The next page begins no worse than it could, and no sooner than it must. */
  for (guint i = first + 1; i < next; i++)
    g_assert_cmpint (lines[next].before, <=, lines[i].before);
  for (guint i = next; i < n_lines && measure (lines, first, i) <= height; i++)
    if (i + 1 < n_lines)
      g_assert_cmpint (lines[next].before, <, lines[i + 1].before);
}

static void
test_random (void)
{
  SteppePageLine lines[MAX_LINES];

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      guint n_lines = g_test_rand_int_range (1, MAX_LINES);
      double height = g_test_rand_double_range (5, 200);
      g_autoptr (GArray) pages = NULL;

      for (guint i = 0; i < n_lines; i++)
        lines[i] = (SteppePageLine) { g_test_rand_bit () ? 0 : g_test_rand_double_range (0, 20),
                                      g_test_rand_double_range (1, 20),
                                      g_test_rand_int_range (STEPPE_BREAK_GOOD, STEPPE_BREAK_LAST_RESORT + 1) };
      pages = steppe_break_pages (lines, n_lines, height);
      g_assert_cmpuint (g_array_index (pages, guint, 0), ==, 0);
      for (guint i = 0; i < pages->len; i++)
        assert_page (lines, n_lines, g_array_index (pages, guint, i),
                     i + 1 < pages->len ? g_array_index (pages, guint, i + 1) : n_lines, height);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/page-breaker/cases", test_cases);
  g_test_add_func ("/page-breaker/random", test_random);
  return g_test_run ();
}
