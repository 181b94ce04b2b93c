/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sheets/steppe-account.h"
#include "sheets/steppe-page-breaker.h"
#include "sheets/steppe-sheet-tags.h"
#include "sheets/steppe-sheet.h"
#include "sheets/steppe-telling.h"

G_BEGIN_DECLS

/* Families for texts and for what stands beside them, the most wanted first. */
#define STEPPE_SHEET_SERIF "Source Serif 4,Noto Serif,serif"
#define STEPPE_SHEET_SANS "Adwaita Sans,Cantarell,Noto Sans,sans-serif"

/* What stands above and below the text on each page is as gray. */
#define STEPPE_SHEET_RUNNING_GRAY 0.35

/**
 * SteppeFace:
 * @family: the families, the most wanted first, with commas between them
 * @size: points, at the usual size of text
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
 * @left: where all columns begin, points from the left of the page
 * @width: of all of them
 * @label_left: where labels begin
 * @label_width: how wide they may be; 0 where there is no room beside the text
 * @text_left: where the text begins
 * @text_width: how wide it may be
 * @sign_x: the middle of the signs between both
 *
 * Where a sheet has its columns. On a sheet that is read from right to left, labels are on the right.
 */
typedef struct
{
  double left;
  double width;
  double label_left;
  double label_width;
  double text_left;
  double text_width;
  double sign_x;
} SteppeColumns;

/**
 * SteppeSetting:
 * @context: what texts are set with
 * @text_size: how large they are, 1 for the usual size
 * @columns: where things stand
 * @figures: how figures are drawn
 *
 * What blocks are set with.
 */
typedef struct
{
  PangoContext *context;
  double text_size;
  SteppeColumns columns;
  SteppeFigureLook figures;
} SteppeSetting;

/**
 * SteppeSetText:
 * @layout: (nullable): the text
 * @line: which line of it; -1 for all of them
 * @x: where it begins, points from the left of the page
 * @baseline: of its first line, points from the top of the line on the page
 * @gray: 0 for black, 1 for white
 *
 * A text, where it is drawn.
 */
typedef struct
{
  PangoLayout *layout;
  int line;
  double x;
  double baseline;
  double gray;
} SteppeSetText;

/**
 * SteppeSetLine:
 * @breaks: how it is shared among pages
 * @tag: what it is in the structure of the document
 * @text: the text
 * @label: what is beside the text
 * @cells: (nullable) (element-type SteppeSetText): the row of a table instead
 * @drawing: (nullable): a figure instead; it belongs to the block
 * @rule_above: whether a rule is drawn in the space before it
 * @rule_below: likewise below
 * @sign: (nullable): the event whose sign is beside the text
 * @sign_size: how large, points
 * @sign_y: the middle of the sign, points from the top of the line
 *
 * A line of a block, with all that stands beside it.
 */
typedef struct
{
  SteppePageLine breaks;
  SteppeSheetTag tag;
  SteppeSetText text;
  SteppeSetText label;
  GArray *cells;
  SteppeDrawing *drawing;
  gboolean rule_above;
  gboolean rule_below;
  SteppeEvent *sign;
  double sign_size;
  double sign_y;
} SteppeSetLine;

/**
 * SteppeSetBlock:
 * @lines: (element-type SteppeSetLine): its lines, one below the other
 * @head: which of these is repeated above those that say so
 * @drawing: (nullable): what is drawn in it
 *
 * A block as lines.
 */
typedef struct
{
  GArray *lines;
  guint head;
  SteppeDrawing *drawing;
} SteppeSetBlock;

/* Texts */

PangoLayout *_steppe_sheet_create_text (const SteppeSetting *setting,
                                        const char *text,
                                        const SteppeFace *face,
                                        double width);
PangoLayout *_steppe_sheet_create_phrase (const SteppeSetting *setting,
                                          const SteppePhrase *phrase,
                                          const SteppeFace *face,
                                          double width,
                                          guint max_lines);
void _steppe_sheet_align_text (PangoLayout *layout,
                               gboolean at_end);
double _steppe_sheet_measure_height (PangoLayout *layout);
GArray *_steppe_sheet_get_spans (PangoLayout *layout);

/* Blocks */

SteppeSetBlock *_steppe_set_block_new (const SteppeSetting *setting,
                                       const SteppeAccountBlock *block,
                                       const SteppeAccountBlock *previous);
void _steppe_set_block_free (SteppeSetBlock *self);
void _steppe_set_block_add_table (SteppeSetBlock *self,
                                  const SteppeSetting *setting,
                                  const SteppeAccountTable *table,
                                  double space,
                                  SteppeBreak before);

/* Pages */

/**
 * SteppeSheet:
 *
 * What is told of a topic, laid out on pages: a fact sheet. Labels are beside the text, signs of
 * events between both. Lengths are points. All texts are set with metrics that are not rounded to
 * pixels, so that a sheet is the same on a screen and on paper.
 *
 * It is laid out step by step. The first pages can be drawn long before the last are there. What is
 * set is not kept but for the last blocks, so that a long sheet needs little more than its words.
 */
struct _SteppeSheet
{
  SteppeTopic *topic; /* NULL for the sheet of an account */
  SteppeTelling *telling; /* likewise */
  const SteppeAccount *account;
  SteppePaper paper;
  char *language; /* NULL for that of the program */
  SteppeScheme scheme;
  SteppeBasemap *basemap;
  PangoFontDescription *figure_font;
  SteppeSetting setting;
  PangoLayout *head; /* of which dossier it is */
  PangoLayout *title; /* that it is a fact sheet */
  double foot_height;
  double top; /* where columns of text begin */
  double width; /* of all columns of text beside each other */
  double column_step; /* from one column of text to the next */
  guint n_columns; /* on a page */
  GPtrArray *blocks; /* SteppeSetBlock or NULL, for each block that is set */
  GQueue kept; /* the numbers of those that are there */
  GArray *first_lines; /* guint, for each block that is set */
  GArray *lines; /* SteppePageLine */
  GArray *starts; /* guint, the first line of each column of text */
  gboolean complete;
};

PangoLayout *_steppe_sheet_create_running_text (const SteppeSheet *self,
                                                const char *text,
                                                gboolean at_end);
SteppeSetBlock *_steppe_sheet_get_block (SteppeSheet *self,
                                         guint n);

/**
 * SteppeSheetPen:
 * @cr: where to draw, in points from the top left corner of the page
 * @setting: how the sheet is set
 * @scheme: what it is drawn on
 * @tags: (nullable): the structure of the document, %NULL where it is of no use
 *
 * What pages are drawn with.
 */
typedef struct
{
  cairo_t *cr;
  const SteppeSetting *setting;
  SteppeScheme scheme;
  SteppeSheetTags *tags;
} SteppeSheetPen;

void _steppe_sheet_draw_text (const SteppeSheetPen *pen,
                              const SteppeSetText *text,
                              double y);
void _steppe_sheet_draw_line (const SteppeSheetPen *pen,
                              const SteppeAccountBlock *block,
                              const SteppeSetLine *line,
                              gboolean first_on_page,
                              double y);

void _steppe_sheet_draw_tagged_page (SteppeSheet *self,
                                     guint page,
                                     cairo_t *cr,
                                     SteppeSheetTags *tags);
GDateTime *_steppe_sheet_dup_time (void);
const SteppeTelling *_steppe_sheet_get_telling (const SteppeSheet *self);
SteppeSheet *_steppe_sheet_new_for_account (const SteppeAccount *account,
                                            const SteppeSheetOptions *options,
                                            PangoDirection direction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeSetBlock, _steppe_set_block_free)

G_END_DECLS
