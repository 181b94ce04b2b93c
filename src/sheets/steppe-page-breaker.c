/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheets/steppe-page-breaker.h"

/* Room for what rounding adds up to on a page, points. */
#define TOLERANCE 0.01

/* The first line after @first that is not on the page that begins with it. */
static guint
find_overflow (const SteppePageLine *lines,
               guint n_lines,
               guint first,
               double height)
{
  double used = lines[first].repeated + lines[first].height;
  guint n = first + 1;

  while (n < n_lines && used + lines[n].space + lines[n].height <= height + TOLERANCE)
    {
      used += lines[n].space + lines[n].height;
      n++;
    }
  return n;
}

/* The last of the best places between @first and @overflow. */
static guint
find_break (const SteppePageLine *lines,
            guint first,
            guint overflow)
{
  guint best = overflow;

  for (guint n = overflow; n > first; n--)
    if (lines[n].before < lines[best].before)
      best = n;
  return best;
}

/**
 * steppe_break_pages:
 * @lines: (array length=n_lines): what is to be drawn, in order
 * @n_lines: how many
 * @height: how high a page is, points
 * @pages: (inout) (element-type guint): the first line of each page, empty at first
 *
 * Shares lines among pages: as many as fit on each, but so that a page begins at a good place. A
 * line that is higher than a page has one for itself.
 *
 * Lines may be given step by step, those of a block all at once: what is on pages but the last does
 * not change when more lines are added at the end.
 */
void
steppe_break_pages (const SteppePageLine *lines,
                    guint n_lines,
                    double height,
                    GArray *pages)
{
  guint first = pages->len > 0 ? g_array_index (pages, guint, pages->len - 1) : 0;

  if (pages->len == 0 && n_lines > 0)
    g_array_append_val (pages, first);
  while (first < n_lines)
    {
      guint overflow = find_overflow (lines, n_lines, first, height);

      if (overflow >= n_lines)
        return;
      first = find_break (lines, first, overflow);
      g_array_append_val (pages, first);
    }
}
