/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "model/steppe-account.h"
#include "model/steppe-event.h"
#include "sheets/steppe-page-breaker.h"

G_BEGIN_DECLS

/* Families for texts and for what stands beside them, the most wanted first. */
#define STEPPE_SHEET_SERIF "Source Serif 4,Noto Serif,serif"
#define STEPPE_SHEET_SANS "Adwaita Sans,Cantarell,Noto Sans,sans-serif"

/**
 * SteppeFace:
 * @family: the families, the most wanted first, with commas between them
 * @size: points
 * @weight: how bold
 * @leading: the height of a line, in heights of the font
 * @gray: 0 for black, 1 for white
 *
 * What a text is set in.
 */
typedef struct
{
  const char *family;
  double size;
  PangoWeight weight;
  float leading;
  double gray;
} SteppeFace;

/**
 * SteppeColumns:
 * @label_left: where labels begin, points from the left of the page
 * @label_width: how wide they may be; 0 where there is no room beside the text
 * @text_left: where the text begins, points from the left of the page
 * @text_width: how wide it may be
 * @sign_x: the middle of the signs between both, points from the left of the page
 *
 * Where a sheet has its columns. On a sheet that is read from right to left, labels are on the right.
 */
typedef struct
{
  double label_left;
  double label_width;
  double text_left;
  double text_width;
  double sign_x;
} SteppeColumns;

/**
 * SteppeSheetText:
 * @layout: (nullable): the text
 * @line: which line of it
 * @x: where it begins, points from the left of the page
 * @baseline: points from the top of the line on the page
 * @gray: 0 for black, 1 for white
 *
 * A line of a text, where it is drawn.
 */
typedef struct
{
  PangoLayout *layout;
  int line;
  double x;
  double baseline;
  double gray;
} SteppeSheetText;

/**
 * SteppeSheetLine:
 * @text: the text
 * @label: its layout, all lines of it, is beside the text; %NULL for none
 * @rule_above: whether a rule is drawn in the space before it
 * @sign: (nullable): the event whose sign is beside the text
 * @sign_size: how large, points
 * @sign_y: the middle of the sign, points from the top of the line
 *
 * A line of a sheet, with all that stands beside it.
 */
typedef struct
{
  SteppeSheetText text;
  SteppeSheetText label;
  gboolean rule_above;
  SteppeEvent *sign;
  double sign_size;
  double sign_y;
} SteppeSheetLine;

/**
 * SteppeSheetLayout:
 * @lines: (element-type SteppeSheetLine): what is drawn
 * @breaks: (element-type SteppePageLine): how it is shared among pages, as many
 *
 * Blocks as lines, one below the other.
 */
typedef struct
{
  GArray *lines;
  GArray *breaks;
} SteppeSheetLayout;

void steppe_sheet_align_text (PangoLayout *layout,
                              gboolean at_end);
PangoLayout *steppe_sheet_create_text (PangoContext *context,
                                       const char *text,
                                       const SteppeFace *face,
                                       double width);

SteppeSheetLayout *steppe_sheet_layout_new (const SteppeAccount *account,
                                            PangoContext *context,
                                            const SteppeColumns *columns);
void steppe_sheet_layout_free (SteppeSheetLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeSheetLayout, steppe_sheet_layout_free)

G_END_DECLS
