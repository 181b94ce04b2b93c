/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheets/steppe-page-breaker.h"

#define N_ROUNDS 5000
#define MAX_LINES 80
#define ROUNDING 0.1

static GArray *
break_pages (const SteppePageLine *lines,
             guint n_lines,
             double height)
{
  GArray *pages = g_array_new (FALSE, FALSE, sizeof (guint));

  steppe_break_pages (lines, n_lines, height, pages);
  return pages;
}

static guint
first_of (GArray *pages,
          guint page)
{
  return g_array_index (pages, guint, page);
}

static guint
end_of (GArray *pages,
        guint page,
        guint n_lines)
{
  return page + 1 < pages->len ? first_of (pages, page + 1) : n_lines;
}

static SteppeBreak
read_break (char c)
{
  return c == '.' ? STEPPE_BREAK_GOOD : c == 'p' ? STEPPE_BREAK_POOR
                                                 : STEPPE_BREAK_LAST_RESORT;
}

static void
test_cases (void)
{
  static const struct
  {
    const char *lines; /* each 10 high; how well a page may begin with it: “.” good, “p” poor, “x” last resort */
    double repeated; /* above each page that begins with one */
    const char *pages; /* how many lines each page of 30 has */
  } cases[] = {
    { "", 0, "" },
    { ".", 0, "1" },
    { "...", 0, "3" },
    { "....", 0, "31" },
    { ".......", 0, "331" },
    { "...x", 0, "22" },
    { "..xx", 0, "13" },
    { "..xx..xx", 0, "1313" },
    { ".xxx", 0, "31" },
    { ".pxx", 0, "13" },
    { ".xpx", 0, "22" },
    { ".p.x", 0, "22" },
    { "..px.", 0, "131" },
    { "xxxx", 0, "31" },
    { "......", 10, "222" },
    { "......", 9, "222" },
    { "....", 20, "1111" },
    { "...", 25, "111" },
    { "...", 40, "111" },
    { ".x.x", 10, "22" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SteppePageLine));
      g_autoptr (GArray) pages = NULL;
      g_autoptr (GString) counts = g_string_new (NULL);

      for (const char *c = cases[i].lines; *c != '\0'; c++)
        g_array_append_vals (lines, &(SteppePageLine) { 0, 10, read_break (*c), cases[i].repeated }, 1);
      pages = break_pages ((const SteppePageLine *) (gpointer) lines->data, lines->len, 30);
      for (guint j = 0; j < pages->len; j++)
        g_string_append_printf (counts, "%u", end_of (pages, j, lines->len) - first_of (pages, j));
      g_test_message ("%s", cases[i].lines);
      g_assert_cmpstr (counts->str, ==, cases[i].pages);
    }
}

/* The height of a page with the lines from @first to @last: space falls away above, what is repeated is added. */
static double
measure (const SteppePageLine *lines,
         guint first,
         guint last)
{
  double height = lines[first].repeated + lines[first].height;

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
    g_assert_cmpfloat (measure (lines, first, next - 1), <=, height + ROUNDING);
  if (next == n_lines)
    return;
  /* The next page begins no worse than it could, and no sooner than it must. */
  for (guint i = first + 1; i < next; i++)
    g_assert_cmpint (lines[next].before, <=, lines[i].before);
  for (guint i = next; i < n_lines && measure (lines, first, i) <= height; i++)
    if (i + 1 < n_lines)
      g_assert_cmpint (lines[next].before, <, lines[i + 1].before);
}

/* Lines, some of them rows of a table. Returns how many. */
static guint
fill (SteppePageLine *lines)
{
  guint n_lines = g_test_rand_int_range (1, MAX_LINES);
  double repeated = g_test_rand_double_range (1, 30);

  for (guint i = 0; i < n_lines; i++)
    lines[i] = (SteppePageLine) { g_test_rand_bit () ? 0 : g_test_rand_double_range (0, 20),
                                  g_test_rand_double_range (1, 20),
                                  g_test_rand_int_range (STEPPE_BREAK_GOOD, STEPPE_BREAK_LAST_RESORT + 1),
                                  g_test_rand_bit () ? 0 : repeated };
  return n_lines;
}

/* Each line is on one page, in order, and pages begin where they should. */
static void
test_random (void)
{
  SteppePageLine lines[MAX_LINES];

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      guint n_lines = fill (lines);
      double height = g_test_rand_double_range (5, 200);
      g_autoptr (GArray) pages = break_pages (lines, n_lines, height);

      g_assert_cmpuint (first_of (pages, 0), ==, 0);
      for (guint i = 0; i < pages->len; i++)
        assert_page (lines, n_lines, first_of (pages, i), end_of (pages, i, n_lines), height);
    }
}

/* Lines that come step by step are shared as those that come at once; what was on a page but the last stays there. */
static void
test_steps (void)
{
  SteppePageLine lines[MAX_LINES];

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      guint n_lines = fill (lines);
      double height = g_test_rand_double_range (5, 200);
      g_autoptr (GArray) whole = break_pages (lines, n_lines, height);
      g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint n = g_test_rand_int_range (0, 3); n < n_lines; n += g_test_rand_int_range (0, 9))
        {
          steppe_break_pages (lines, n, height, pages);
          g_assert_cmpuint (pages->len, <=, whole->len);
          g_assert_cmpmem (pages->data, pages->len * sizeof (guint), whole->data, pages->len * sizeof (guint));
        }
      steppe_break_pages (lines, n_lines, height, pages);
      g_assert_cmpmem (pages->data, pages->len * sizeof (guint), whole->data, whole->len * sizeof (guint));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/page-breaker/cases", test_cases);
  g_test_add_func ("/page-breaker/random", test_random);
  g_test_add_func ("/page-breaker/steps", test_steps);
  return g_test_run ();
}
