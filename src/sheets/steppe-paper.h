/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SteppePaper:
 * @width: width of a page, points
 * @height: height of a page, points
 * @top: margin above, points
 * @right: margin on the right, points
 * @bottom: margin below, points
 * @left: margin on the left, points
 *
 * What is printed on. Nothing is drawn in the margins.
 */
typedef struct
{
  double width;
  double height;
  double top;
  double right;
  double bottom;
  double left;
} SteppePaper;

gboolean steppe_paper_from_name (SteppePaper *paper,
                                 const char *name,
                                 gboolean landscape);

const char *steppe_paper_get_default_name (void);
const char *const *steppe_paper_get_names (void);
const char *steppe_paper_get_label (const char *name);

G_END_DECLS
