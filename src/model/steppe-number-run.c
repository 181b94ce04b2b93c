/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/steppe-number-run.h"

#include <stdlib.h>

/* So many in a row are a range; fewer are written out. */
#define LEAST_RANGE 3

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return (first > second) - (first < second);
}

static void
append (GString *text,
        guint first,
        guint last)
{
  const char *before = text->len > 0 ? ", " : "";

  if (last - first + 1 >= LEAST_RANGE)
    {
      g_string_append_printf (text, "%s%u–%u", before, first, last);
      return;
    }
  g_string_append_printf (text, "%s%u", before, first);
  if (last > first)
    g_string_append_printf (text, ", %u", last);
}

/**
 * steppe_number_runs_dup:
 * @numbers: (array length=n) (nullable): numbers in any order; what is there twice counts once
 * @n: how many there are
 *
 * Writes numbers shortly, in ascending order, three or more in a row as a range.
 *
 * Returns: (transfer full): such as “1–3, 7”; "" for none
 */
char *
steppe_number_runs_dup (const guint *numbers,
                        guint n)
{
  g_autofree guint *sorted = g_memdup2 (numbers, n * sizeof (guint));
  GString *text = g_string_new (NULL);
  guint first = 0;

  if (n > 0)
    qsort (sorted, n, sizeof (guint), compare_numbers);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && sorted[i] > sorted[i - 1] + 1)
        first = i;
      if (i + 1 == n || sorted[i + 1] > sorted[i] + 1)
        append (text, sorted[first], sorted[i]);
    }
  return g_string_free_and_steal (text);
}
