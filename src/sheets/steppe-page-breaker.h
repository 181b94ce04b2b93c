/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SteppeBreak:
 * @STEPPE_BREAK_GOOD: a page may begin here
 * @STEPPE_BREAK_POOR: a page begins here only where no good place is on the page
 * @STEPPE_BREAK_LAST_RESORT: a page begins here only where there is no other place
 *
 * How well a page may begin with a line.
 */
typedef enum
{
  STEPPE_BREAK_GOOD,
  STEPPE_BREAK_POOR,
  STEPPE_BREAK_LAST_RESORT,
} SteppeBreak;

/**
 * SteppePageLine:
 * @space: empty space before it, points, which falls away where a page begins with it
 * @height: its height, points
 * @before: how well a page may begin with it
 * @repeated: the height of what is drawn once more above it where a page begins with it, such as the head of a table, points
 *
 * What is drawn whole on one page.
 */
typedef struct
{
  double space;
  double height;
  SteppeBreak before;
  double repeated;
} SteppePageLine;

void steppe_break_pages (const SteppePageLine *lines,
                         guint n_lines,
                         double height,
                         GArray *pages);

G_END_DECLS
