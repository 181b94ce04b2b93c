/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "model/steppe-account.h"

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

typedef struct _SteppeSheet SteppeSheet;

SteppeSheet *steppe_sheet_new (const SteppeAccount *account,
                               const SteppePaper *paper,
                               PangoDirection direction);
void steppe_sheet_free (SteppeSheet *self);

guint steppe_sheet_get_n_pages (const SteppeSheet *self);
void steppe_sheet_draw_page (const SteppeSheet *self,
                             guint page,
                             cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeSheet, steppe_sheet_free)

G_END_DECLS
