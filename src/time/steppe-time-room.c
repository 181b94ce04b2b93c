/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/steppe-time-room.h"

static gboolean
is_free (const SteppeTimeRoom *row,
         const SteppeTimeRoom *taken,
         gsize n_taken,
         double from,
         double to)
{
  if (from < row->from || to > row->to)
    return FALSE;
  for (gsize i = 0; i < n_taken; i++)
    if (from < taken[i].to && to > taken[i].from)
      return FALSE;
  return TRUE;
}

/**
 * steppe_time_room_find:
 * @row: the row
 * @taken: (array length=n_taken): what is taken of it, in any order, with the space that is to be around labels
 * @n_taken: how many there are
 * @pixel: what the label is for
 * @width: its width in pixels
 * @position: (out): where the label begins; not touched if there is no room
 *
 * Finds room for one more label in a row of labels: across @pixel, or as near to that as it gets while it still touches
 * it.
 *
 * Returns: whether there is room
 */
gboolean
steppe_time_room_find (const SteppeTimeRoom *row,
                       const SteppeTimeRoom *taken,
                       gsize n_taken,
                       double pixel,
                       double width,
                       double *position)
{
  double middle = pixel - width / 2, best = 0;
  gboolean found = FALSE;

  g_return_val_if_fail (row != NULL && (taken != NULL || n_taken == 0) && position != NULL, FALSE);

  /* What is nearest is in the middle or touches something that is taken, or an end of the row. */
  for (gsize i = 0; i < 2 * n_taken + 3; i++)
    {
      double from = middle;

      if (i == 0)
        from = row->from;
      else if (i == 1)
        from = row->to - width;
      else if (i > 2)
        from = i % 2 == 1 ? taken[(i - 3) / 2].to : taken[(i - 3) / 2].from - width;
      if (ABS (from - middle) > width / 2 || (found && ABS (from - middle) >= ABS (best - middle)) ||
          !is_free (row, taken, n_taken, from, from + width))
        continue;
      found = TRUE;
      best = from;
    }
  if (found)
    *position = best;
  return found;
}
