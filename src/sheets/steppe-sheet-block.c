/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheets/steppe-sheet-private.h"

/* Blocks as lines: labels beside the text, signs of events between both. All lengths but widths of
 * columns grow with the text. */

#define MAX_LABEL_LINES 4 /* beside the text; a longer one stands above it */
#define TITLE_SIGN_SIZE 20 /* points */
#define SIGN_SIZE 12 /* points */
#define MIN_TITLE_SCALE 0.84 /* of a title that would begin another line */
#define TITLE_STEP 0.02
#define TABLE_TITLE_SPACE 3 /* points */
#define PARAGRAPH_SPACE 5 /* points */
#define REMARK_SPACE 1.5 /* points */
#define CAPTION_SPACE 4 /* points */
#define NUMBER_WIDTH 20 /* of the column of the numbers of sources, points */
#define NUMBER_GAP 7 /* points */
#define X_HEIGHT 0.5 /* of the size, about, of most fonts */

/* How a role is set; all in points. */
typedef struct
{
  SteppeFace lead;
  SteppeFace text;
  SteppeFace remark;
  double space; /* before it, after another role */
  double list_space; /* before it, after the same */
  gboolean ruled; /* whether a rule is in that space */
  double sign_size; /* 0 for none */
} BlockStyle;

static const SteppeFace label_face = { STEPPE_SHEET_SANS, 8.5, PANGO_WEIGHT_NORMAL, 1.25f, 0.35 };

#define LEAD { STEPPE_SHEET_SERIF, 10.5, PANGO_WEIGHT_BOLD, 1.25f, 0 }
#define BODY { STEPPE_SHEET_SERIF, 10.5, PANGO_WEIGHT_NORMAL, 1.25f, 0 }
#define SMALL { STEPPE_SHEET_SANS, 8.5, PANGO_WEIGHT_NORMAL, 1.25f, 0.3 }
#define FINE { STEPPE_SHEET_SANS, 8, PANGO_WEIGHT_NORMAL, 1.2f, 0.35 }

static const BlockStyle styles[] = {
  [STEPPE_ACCOUNT_TITLE] = { LEAD, { STEPPE_SHEET_SERIF, 21, PANGO_WEIGHT_BOLD, 1.1f, 0 }, SMALL, 0, 0, FALSE, TITLE_SIGN_SIZE },
  [STEPPE_ACCOUNT_FACT] = { LEAD, BODY, SMALL, 14, 3 },
  [STEPPE_ACCOUNT_SUMMARY] = { LEAD, { STEPPE_SHEET_SERIF, 12, PANGO_WEIGHT_NORMAL, 1.3f, 0 }, SMALL, 14, 6 },
  [STEPPE_ACCOUNT_PARAGRAPH] = { LEAD, { STEPPE_SHEET_SERIF, 11, PANGO_WEIGHT_NORMAL, 1.3f, 0 }, SMALL, 10, 7 },
  [STEPPE_ACCOUNT_HEADING] = { LEAD, { STEPPE_SHEET_SANS, 12, PANGO_WEIGHT_BOLD, 1.2f, 0 }, SMALL, 28, 28, TRUE },
  [STEPPE_ACCOUNT_STATEMENT] = { LEAD, BODY, SMALL, 7, 9 },
  [STEPPE_ACCOUNT_ENTRY] = { LEAD, BODY, SMALL, 7, 6, FALSE, SIGN_SIZE },
  [STEPPE_ACCOUNT_SOURCE] = { LEAD, { STEPPE_SHEET_SERIF, 9, PANGO_WEIGHT_NORMAL, 1.2f, 0 }, FINE, 7, 4 },
  [STEPPE_ACCOUNT_REMARK] = { LEAD, FINE, FINE, 8, 2 },
  [STEPPE_ACCOUNT_FIGURE] = { LEAD, FINE, FINE, 16, 14 },
  [STEPPE_ACCOUNT_TABLE] = { { STEPPE_SHEET_SANS, 10.5, PANGO_WEIGHT_BOLD, 1.2f, 0 }, SMALL, SMALL, 16, 12 },
};

typedef struct
{
  SteppeSetBlock *set;
  const SteppeSetting *setting;
} Composer;

/* Neither the first nor the last line of a paragraph is left alone on a page; what leads to the next
 * one stays whole where it can. */
static SteppeBreak
rate_break (int line,
            int n_lines,
            gboolean whole)
{
  if (line == 1 || line == n_lines - 1)
    return STEPPE_BREAK_LAST_RESORT;
  return whole ? STEPPE_BREAK_POOR : STEPPE_BREAK_GOOD;
}

/* @layout is taken over. @whole: whether it is better not to break it */
static void
add_paragraph (Composer *self,
               PangoLayout *layout,
               const SteppeFace *face,
               SteppeSheetTag tag,
               double left,
               double space,
               SteppeBreak before,
               gboolean whole)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int n_lines = pango_layout_get_line_count (layout);

  for (int i = 0; i < n_lines; i++)
    {
      SteppeSetLine line = { .tag = tag, .text = { g_object_ref (layout), i, .gray = face->gray } };
      PangoRectangle logical;
      int top, bottom;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      line.text.x = left + (double) logical.x / PANGO_SCALE;
      line.text.baseline = (double) (pango_layout_iter_get_baseline (iter) - top) / PANGO_SCALE;
      line.breaks = (SteppePageLine) { i == 0 ? space * self->setting->text_size : 0, (double) (bottom - top) / PANGO_SCALE,
                                       i == 0 ? before : rate_break (i, n_lines, whole) };
      g_array_append_val (self->set->lines, line);
      pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);
  g_object_unref (layout);
}

static SteppeSetLine *
nth_line (Composer *self,
          guint n)
{
  return &g_array_index (self->set->lines, SteppeSetLine, n);
}

/* Puts a label beside the lines from @first on, which stay on one page as far as it reaches. */
static void
add_label (Composer *self,
           PangoLayout *label,
           guint first)
{
  SteppeSetLine *line = nth_line (self, first);
  double label_baseline = (double) pango_layout_get_baseline (label) / PANGO_SCALE;
  double below = line->text.baseline - label_baseline;
  PangoRectangle logical;

  pango_layout_get_extents (label, NULL, &logical);
  line->label = (SteppeSetText) { label, -1, self->setting->columns.label_left, MAX (line->text.baseline, label_baseline), label_face.gray };
  below = MAX (below, 0) + (double) (logical.y + logical.height) / PANGO_SCALE;
  for (guint i = first; i < self->set->lines->len; i++)
    {
      SteppePageLine *breaks = &nth_line (self, i)->breaks;

      if (i > first && below > 0)
        breaks->before = STEPPE_BREAK_LAST_RESORT;
      below -= breaks->height + (i > first ? breaks->space : 0);
    }
  if (below > 0)
    nth_line (self, self->set->lines->len - 1)->breaks.height += below;
}

static void
add_sign (Composer *self,
          const SteppeAccountBlock *block,
          const BlockStyle *style,
          guint first)
{
  SteppeSetLine *line = nth_line (self, first);

  if (style->sign_size <= 0 || !STEPPE_IS_EVENT (block->item) || self->setting->columns.label_width <= 0)
    return;
  line->sign = g_object_ref (STEPPE_EVENT (block->item));
  line->sign_size = style->sign_size;
  line->sign_y = line->text.baseline - style->text.size * self->setting->text_size * X_HEIGHT * 0.6;
}

/* A label beside the text, or NULL where it has no room there. */
static PangoLayout *
create_label (Composer *self,
              const SteppeAccountBlock *block)
{
  PangoLayout *label;

  if (block->label == NULL || self->setting->columns.label_width <= 0 || block->role == STEPPE_ACCOUNT_TABLE)
    return NULL;
  label = _steppe_sheet_create_text (self->setting, block->label, &label_face, self->setting->columns.label_width);
  if (pango_layout_get_line_count (label) > MAX_LABEL_LINES)
    g_clear_object (&label);
  else if (block->role == STEPPE_ACCOUNT_SOURCE)
    _steppe_sheet_align_text (label, TRUE);
  return label;
}

/* Whether a block is nothing without the next one. */
static gboolean
leads (const SteppeAccountBlock *block)
{
  return block->role == STEPPE_ACCOUNT_TITLE || block->role == STEPPE_ACCOUNT_HEADING;
}

static SteppeBreak
rate_block (const SteppeAccountBlock *block,
            const SteppeAccountBlock *previous)
{
  if (previous != NULL && leads (previous))
    return STEPPE_BREAK_LAST_RESORT;
  return block->role == STEPPE_ACCOUNT_REMARK ? STEPPE_BREAK_POOR : STEPPE_BREAK_GOOD;
}

/* Adds a text that leads to the next one, on the same page. @text is taken over. */
static void
add_lead (Composer *self,
          PangoLayout *text,
          const SteppeFace *face,
          SteppeSheetTag tag,
          double left,
          double *space,
          SteppeBreak *before)
{
  add_paragraph (self, text, face, tag, left, *space, *before, TRUE);
  *space = 0;
  *before = STEPPE_BREAK_LAST_RESORT;
}

static SteppeSheetTag
choose_tag (const SteppeAccountBlock *block)
{
  switch (block->role)
    {
    case STEPPE_ACCOUNT_TITLE:
      return STEPPE_SHEET_TAG_TITLE;
    case STEPPE_ACCOUNT_HEADING:
      return STEPPE_SHEET_TAG_HEADING;
    case STEPPE_ACCOUNT_FACT:
    case STEPPE_ACCOUNT_SUMMARY:
    case STEPPE_ACCOUNT_PARAGRAPH:
    case STEPPE_ACCOUNT_STATEMENT:
    case STEPPE_ACCOUNT_ENTRY:
    case STEPPE_ACCOUNT_SOURCE:
    case STEPPE_ACCOUNT_REMARK:
    case STEPPE_ACCOUNT_FIGURE:
    case STEPPE_ACCOUNT_TABLE:
    default:
      return STEPPE_SHEET_TAG_PARAGRAPH;
    }
}

/* The number that the item has on the map stands before the first words of the block. */
static PangoLayout *
create_numbered (Composer *self,
                 const SteppeAccountBlock *block,
                 const SteppePhrase *phrase,
                 const SteppeFace *face)
{
  g_autoptr (SteppePhrase) numbered = NULL;
  g_autofree char *number = NULL;

  if (block->number == 0 || self->set->lines->len > 0)
    return _steppe_sheet_create_phrase (self->setting, phrase, face, self->setting->columns.text_width, 0);
  number = g_strdup_printf ("%u", block->number);
  numbered = steppe_phrase_new_before (phrase, number);
  return _steppe_sheet_create_phrase (self->setting, numbered, face, self->setting->columns.text_width, 0);
}

/* A title is somewhat smaller where that saves a line. */
static PangoLayout *
create_title (Composer *self,
              const SteppePhrase *phrase,
              const SteppeFace *face)
{
  double width = self->setting->columns.text_width;
  PangoLayout *layout = _steppe_sheet_create_phrase (self->setting, phrase, face, width, 0);
  int n_lines = pango_layout_get_line_count (layout);

  for (double scale = 1 - TITLE_STEP; n_lines > 1 && scale > MIN_TITLE_SCALE; scale -= TITLE_STEP)
    {
      SteppeFace smaller = *face;
      g_autoptr (PangoLayout) fitted = NULL;

      smaller.size *= scale;
      fitted = _steppe_sheet_create_phrase (self->setting, phrase, &smaller, width, 0);
      if (pango_layout_get_line_count (fitted) < n_lines)
        {
          g_object_unref (layout);
          return g_steal_pointer (&fitted);
        }
    }
  return layout;
}

/* Each phrase is a paragraph. The things that a fact lists stand close together. */
static void
add_text (Composer *self,
          const SteppeAccountBlock *block,
          const SteppeFace *face,
          double space,
          SteppeBreak before)
{
  gboolean lists = block->role == STEPPE_ACCOUNT_FACT;

  for (guint i = 0; block->phrases != NULL && i < block->phrases->len; i++)
    {
      const SteppePhrase *phrase = g_ptr_array_index (block->phrases, i);
      PangoLayout *layout = block->role == STEPPE_ACCOUNT_TITLE ? create_title (self, phrase, face)
                                                                : create_numbered (self, block, phrase, face);

      add_paragraph (self, layout, face, choose_tag (block),
                     self->setting->columns.text_left, space, before, leads (block));
      space = lists ? 0 : PARAGRAPH_SPACE;
      before = lists || leads (block) ? STEPPE_BREAK_POOR : STEPPE_BREAK_GOOD;
    }
}

static void
add_remarks (Composer *self,
             GPtrArray *remarks,
             const SteppeFace *face)
{
  const SteppeColumns *columns = &self->setting->columns;

  for (guint i = 0; remarks != NULL && i < remarks->len; i++)
    add_paragraph (self, _steppe_sheet_create_phrase (self->setting, g_ptr_array_index (remarks, i), face, columns->text_width, 0), face,
                   STEPPE_SHEET_TAG_PARAGRAPH, columns->text_left, REMARK_SPACE, STEPPE_BREAK_POOR, FALSE);
}

static void
add_figure (Composer *self,
            const SteppeAccountBlock *block,
            const SteppeFace *face,
            double space,
            SteppeBreak before)
{
  const SteppeColumns *columns = &self->setting->columns;
  GPtrArray *captions;
  SteppeSetLine line = { .tag = STEPPE_SHEET_TAG_FIGURE };

  self->set->drawing = steppe_drawing_new (block->figure, &self->setting->figures);
  if (self->set->drawing == NULL)
    return;
  line.drawing = self->set->drawing;
  line.breaks = (SteppePageLine) { space * self->setting->text_size, steppe_drawing_get_height (line.drawing), before };
  g_array_append_val (self->set->lines, line);
  captions = steppe_drawing_get_captions (self->set->drawing);
  for (guint i = 0; captions != NULL && i < captions->len; i++)
    add_paragraph (self, _steppe_sheet_create_text (self->setting, g_ptr_array_index (captions, i), face, columns->width), face,
                   STEPPE_SHEET_TAG_PARAGRAPH, columns->left, i == 0 ? CAPTION_SPACE : 0, STEPPE_BREAK_LAST_RESORT, TRUE);
}

static void
clear_line (gpointer data)
{
  SteppeSetLine *line = data;

  g_clear_object (&line->text.layout);
  g_clear_object (&line->label.layout);
  g_clear_object (&line->sign);
  g_clear_pointer (&line->cells, g_array_unref);
}

static void
add_block (Composer *self,
           const SteppeAccountBlock *block,
           const SteppeAccountBlock *previous)
{
  const BlockStyle *style = &styles[block->role];
  const SteppeColumns *columns = &self->setting->columns;
  double space = previous != NULL && previous->role == block->role ? style->list_space : style->space;
  SteppeBreak before = rate_block (block, previous);
  PangoLayout *label = create_label (self, block);
  gboolean is_table = block->role == STEPPE_ACCOUNT_TABLE;

  if (block->label != NULL && is_table)
    {
      add_lead (self, _steppe_sheet_create_text (self->setting, block->label, &style->lead, columns->width), &style->lead,
                STEPPE_SHEET_TAG_CAPTION, columns->left, &space, &before);
      space = TABLE_TITLE_SPACE;
    }
  else if (block->label != NULL && label == NULL)
    add_lead (self, _steppe_sheet_create_text (self->setting, block->label, &label_face, columns->text_width), &label_face,
              STEPPE_SHEET_TAG_PARAGRAPH, columns->text_left, &space, &before);
  if (block->lead != NULL)
    add_lead (self, create_numbered (self, block, block->lead, &style->lead), &style->lead, STEPPE_SHEET_TAG_PARAGRAPH,
              columns->text_left, &space, &before);
  if (is_table)
    _steppe_set_block_add_table (self->set, self->setting, block->table, space, before);
  else if (block->figure != NULL)
    add_figure (self, block, &style->text, space, before);
  else
    add_text (self, block, &style->text, space, before);
  add_remarks (self, block->remarks, &style->remark);
  if (label != NULL)
    add_label (self, label, 0);
  if (self->set->lines->len > 0)
    {
      add_sign (self, block, style, 0);
      nth_line (self, 0)->rule_above = style->ruled;
    }
}

/* Headings stand above all columns. The list of sources is set closer than what is read in full: it has all the width, and a
 * narrow column for its numbers. */
static void
widen_text (SteppeColumns *columns,
            SteppeAccountRole role,
            const SteppeSetting *setting)
{
  double beside = role == STEPPE_ACCOUNT_HEADING ? 0 : (NUMBER_WIDTH + NUMBER_GAP) * setting->text_size;

  columns->text_width = columns->width - beside;
  columns->label_width = MAX (0, beside - NUMBER_GAP * setting->text_size);
  if (pango_context_get_base_dir (setting->context) == PANGO_DIRECTION_RTL)
    {
      columns->text_left = columns->left;
      columns->label_left = columns->left + columns->width - columns->label_width;
    }
  else
    {
      columns->text_left = columns->left + beside;
      columns->label_left = columns->left;
    }
}

/**
 * _steppe_set_block_new:
 * @setting: what it is set with
 * @block: a block
 * @previous: (nullable): the one before it
 *
 * Returns: (transfer full): the block in lines; none for a figure that has nothing to show
 */
SteppeSetBlock *
_steppe_set_block_new (const SteppeSetting *setting,
                       const SteppeAccountBlock *block,
                       const SteppeAccountBlock *previous)
{
  SteppeSetBlock *self = g_new0 (SteppeSetBlock, 1);
  SteppeSetting own = *setting;
  Composer composer = { self, &own };

  if (block->role == STEPPE_ACCOUNT_HEADING || block->role == STEPPE_ACCOUNT_SOURCE ||
      (block->role == STEPPE_ACCOUNT_REMARK && previous != NULL && previous->role == STEPPE_ACCOUNT_SOURCE))
    widen_text (&own.columns, block->role, setting);
  self->lines = g_array_new (FALSE, FALSE, sizeof (SteppeSetLine));
  g_array_set_clear_func (self->lines, clear_line);
  add_block (&composer, block, previous);
  return self;
}

/**
 * _steppe_set_block_free:
 * @self: (transfer full): a block in lines
 */
void
_steppe_set_block_free (SteppeSetBlock *self)
{
  g_array_unref (self->lines);
  g_clear_pointer (&self->drawing, steppe_drawing_free);
  g_free (self);
}
