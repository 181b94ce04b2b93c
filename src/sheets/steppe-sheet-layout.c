/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "sheets/steppe-sheet-private.h"

#include <string.h>

#define MAX_LABEL_LINES 4 /* beside the text; a longer one stands above it */
#define TITLE_SIGN_SIZE 20 /* points */
#define SIGN_SIZE 12 /* points */
#define PARAGRAPH_SPACE 5 /* points */
#define REMARK_SPACE 1.5 /* points */
#define NOTES_SCALE 0.72 /* of the size of the text */
#define NOTES_RISE 0.3 /* of the size of the text */
#define NOTES_GRAY 0.35
#define NO_BREAK_SPACE "\302\240"
#define X_HEIGHT 0.5 /* of the size, about, of most fonts */

/* How the blocks of each role are set. */
typedef struct
{
  SteppeFace lead;
  SteppeFace text;
  SteppeFace remark;
  double space; /* before it, after a block of another role; points */
  double list_space; /* before it, after one of the same role; points */
  gboolean ruled;
  double sign_size; /* 0 for no sign; points */
} BlockStyle;

static const SteppeFace label_face = { STEPPE_SHEET_SANS, 8.5, PANGO_WEIGHT_NORMAL, 1.25f, 0.35 };

#define LEAD { STEPPE_SHEET_SERIF, 10.5, PANGO_WEIGHT_BOLD, 1.25f, 0 }
#define BODY { STEPPE_SHEET_SERIF, 10.5, PANGO_WEIGHT_NORMAL, 1.25f, 0 }
#define SMALL { STEPPE_SHEET_SANS, 8.5, PANGO_WEIGHT_NORMAL, 1.25f, 0.3 }
#define FINE { STEPPE_SHEET_SANS, 8, PANGO_WEIGHT_NORMAL, 1.2f, 0.35 }

static const BlockStyle styles[] = {
  [STEPPE_BLOCK_TITLE] = { LEAD, { STEPPE_SHEET_SERIF, 21, PANGO_WEIGHT_BOLD, 1.1f, 0 }, SMALL, 0, 0, FALSE, TITLE_SIGN_SIZE },
  [STEPPE_BLOCK_FACT] = { LEAD, BODY, SMALL, 14, 3 },
  [STEPPE_BLOCK_SUMMARY] = { LEAD, { STEPPE_SHEET_SERIF, 12, PANGO_WEIGHT_NORMAL, 1.3f, 0 }, SMALL, 14, 6 },
  [STEPPE_BLOCK_HEADING] = { LEAD, { STEPPE_SHEET_SANS, 12, PANGO_WEIGHT_BOLD, 1.2f, 0 }, SMALL, 28, 28, TRUE },
  [STEPPE_BLOCK_STATEMENT] = { LEAD, BODY, SMALL, 7, 9 },
  [STEPPE_BLOCK_ENTRY] = { LEAD, BODY, SMALL, 7, 6, FALSE, SIGN_SIZE },
  [STEPPE_BLOCK_SOURCE] = { LEAD, { STEPPE_SHEET_SERIF, 9.5, PANGO_WEIGHT_NORMAL, 1.2f, 0 }, FINE, 7, 5 },
  [STEPPE_BLOCK_REMARK] = { LEAD, FINE, FINE, 8, 2 },
};

typedef struct
{
  SteppeSheetLayout *sheet;
  PangoContext *context;
  const SteppeColumns *columns;
} Composer;

static PangoFontDescription *
describe_face (const SteppeFace *face)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, face->family);
  pango_font_description_set_absolute_size (font, face->size * PANGO_SCALE);
  pango_font_description_set_weight (font, face->weight);
  return font;
}

/**
 * steppe_sheet_align_text:
 * @layout: a text
 * @at_end: whether it stands at the end of its room, in the direction in which the sheet is read,
 *   instead of the start
 *
 * Aligns a text. Pango turns a paragraph over that runs against the direction of the sheet; a
 * single line stays beside its label.
 */
void
steppe_sheet_align_text (PangoLayout *layout,
                         gboolean at_end)
{
  PangoDirection direction = pango_context_get_base_dir (pango_layout_get_context (layout));
  PangoLayoutLine *first = pango_layout_get_line_readonly (layout, 0);
  gboolean turned = pango_layout_get_line_count (layout) == 1 && pango_layout_line_get_resolved_direction (first) != direction;
  gboolean right = (direction == PANGO_DIRECTION_RTL) != at_end;

  pango_layout_set_alignment (layout, right != turned ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

/**
 * steppe_sheet_create_text:
 * @context: what texts are set with
 * @text: a text
 * @face: what it is set in
 * @width: how wide it may be, points
 *
 * Returns: (transfer full): the text in lines
 */
PangoLayout *
steppe_sheet_create_text (PangoContext *context,
                          const char *text,
                          const SteppeFace *face,
                          double width)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = describe_face (face);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_line_spacing (layout, face->leading);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  steppe_sheet_align_text (layout, FALSE);
  return layout;
}

static void
insert_attribute (PangoAttrList *attributes,
                  PangoAttribute *attribute,
                  guint start,
                  guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

/* Numbers of sources are small and raised. */
static void
raise_notes (PangoAttrList *attributes,
             const SteppeFace *face,
             guint start,
             guint end)
{
  const guint16 gray = NOTES_GRAY * G_MAXUINT16;

  insert_attribute (attributes, pango_attr_size_new_absolute (face->size * NOTES_SCALE * PANGO_SCALE), start, end);
  insert_attribute (attributes, pango_attr_rise_new (face->size * NOTES_RISE * PANGO_SCALE), start, end);
  insert_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_NORMAL), start, end);
  insert_attribute (attributes, pango_attr_foreground_new (gray, gray, gray), start, end);
}

/* A line of the text of a block, in which the numbers of sources stay with the last word. */
static PangoLayout *
create_noted_text (Composer *self,
                   const char *text,
                   const char *notes,
                   const SteppeFace *face)
{
  g_auto (GStrv) words = notes != NULL ? g_strsplit (notes, " ", -1) : NULL;
  g_autofree char *joined = words != NULL ? g_strjoinv (NO_BREAK_SPACE, words) : NULL;
  g_autofree char *noted = joined != NULL ? g_strconcat (text, NO_BREAK_SPACE, joined, NULL) : g_strdup (text);
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoLayout *layout = steppe_sheet_create_text (self->context, noted, face, self->columns->text_width);

  raise_notes (attributes, face, strlen (text), strlen (noted));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  steppe_sheet_align_text (layout, FALSE);
  return layout;
}

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
               double space,
               SteppeBreak before,
               gboolean whole)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int n_lines = pango_layout_get_line_count (layout);

  for (int i = 0; i < n_lines; i++)
    {
      SteppeSheetLine line = { .text = { g_object_ref (layout), i, .gray = face->gray } };
      PangoRectangle logical;
      int top, bottom;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      line.text.x = self->columns->text_left + (double) logical.x / PANGO_SCALE;
      line.text.baseline = (double) (pango_layout_iter_get_baseline (iter) - top) / PANGO_SCALE;
      g_array_append_val (self->sheet->lines, line);
      g_array_append_vals (self->sheet->breaks, &(SteppePageLine) { i == 0 ? space : 0, (double) (bottom - top) / PANGO_SCALE, i == 0 ? before : rate_break (i, n_lines, whole) },
                           1);
      pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);
  g_object_unref (layout);
}

static SteppeSheetLine *
nth_line (Composer *self,
          guint n)
{
  return &g_array_index (self->sheet->lines, SteppeSheetLine, n);
}

/* Puts a label beside the lines from @first on, which stay on one page as far as it reaches. */
static void
add_label (Composer *self,
           PangoLayout *label,
           guint first)
{
  SteppeSheetLine *line = nth_line (self, first);
  double label_baseline = (double) pango_layout_get_baseline (label) / PANGO_SCALE;
  double below = line->text.baseline - label_baseline;
  PangoRectangle logical;

  pango_layout_get_extents (label, NULL, &logical);
  line->label = (SteppeSheetText) { label, 0, self->columns->label_left, MAX (line->text.baseline, label_baseline), label_face.gray };
  below = MAX (below, 0) + (double) (logical.y + logical.height) / PANGO_SCALE;
  for (guint i = first; i < self->sheet->breaks->len; i++)
    {
      SteppePageLine *page_line = &g_array_index (self->sheet->breaks, SteppePageLine, i);

      if (i > first && below > 0)
        page_line->before = STEPPE_BREAK_LAST_RESORT;
      below -= page_line->height + (i > first ? page_line->space : 0);
    }
  if (below > 0)
    g_array_index (self->sheet->breaks, SteppePageLine, self->sheet->breaks->len - 1).height += below;
}

static void
add_sign (Composer *self,
          const SteppeBlock *block,
          const BlockStyle *style,
          guint first)
{
  SteppeSheetLine *line = nth_line (self, first);

  if (style->sign_size <= 0 || !STEPPE_IS_EVENT (block->item) || self->columns->label_width <= 0)
    return;
  line->sign = g_object_ref (STEPPE_EVENT (block->item));
  line->sign_size = style->sign_size;
  line->sign_y = line->text.baseline - style->text.size * X_HEIGHT * 0.6;
}

/* A label beside the text, or NULL where it has no room there. */
static PangoLayout *
create_label (Composer *self,
              const SteppeBlock *block)
{
  PangoLayout *label;

  if (block->label == NULL || self->columns->label_width <= 0)
    return NULL;
  label = steppe_sheet_create_text (self->context, block->label, &label_face, self->columns->label_width);
  if (pango_layout_get_line_count (label) > MAX_LABEL_LINES)
    g_clear_object (&label);
  else if (block->role == STEPPE_BLOCK_SOURCE)
    steppe_sheet_align_text (label, TRUE);
  return label;
}

/* Whether a block is nothing without the next one. */
static gboolean
leads (const SteppeBlock *block)
{
  return block->role == STEPPE_BLOCK_TITLE || block->role == STEPPE_BLOCK_HEADING;
}

static SteppeBreak
rate_block (const SteppeBlock *block,
            const SteppeBlock *previous)
{
  if (previous != NULL && leads (previous))
    return STEPPE_BREAK_LAST_RESORT;
  return block->role == STEPPE_BLOCK_REMARK ? STEPPE_BREAK_POOR : STEPPE_BREAK_GOOD;
}

/* Adds a text that leads to the next one, on the same page. */
static void
add_lead (Composer *self,
          const char *text,
          const SteppeFace *face,
          double *space,
          SteppeBreak *before)
{
  add_paragraph (self, steppe_sheet_create_text (self->context, text, face, self->columns->text_width), face, *space, *before, TRUE);
  *space = 0;
  *before = STEPPE_BREAK_LAST_RESORT;
}

/* Each line of the text is a paragraph. The things that a fact lists stand close together. */
static void
add_text (Composer *self,
          const SteppeBlock *block,
          const SteppeFace *face,
          double space,
          SteppeBreak before)
{
  g_auto (GStrv) lines = g_strsplit (block->text, "\n", -1);
  gboolean lists = block->role == STEPPE_BLOCK_FACT;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean blank = *g_strstrip (lines[i]) == '\0';

      if (blank && lines[i + 1] != NULL)
        continue;
      add_paragraph (self, create_noted_text (self, lines[i], blank ? NULL : block->notes, face), face, space, before, leads (block));
      space = lists ? 0 : PARAGRAPH_SPACE;
      before = lists || leads (block) ? STEPPE_BREAK_POOR : STEPPE_BREAK_GOOD;
    }
}

static void
add_remark (Composer *self,
            const char *remark,
            const SteppeFace *face)
{
  add_paragraph (self, steppe_sheet_create_text (self->context, remark, face, self->columns->text_width), face,
                 REMARK_SPACE, STEPPE_BREAK_POOR, FALSE);
}

static void
add_block (Composer *self,
           const SteppeBlock *block,
           const SteppeBlock *previous)
{
  const BlockStyle *style = &styles[block->role];
  double space = previous != NULL && previous->role == block->role ? style->list_space : style->space;
  SteppeBreak before = rate_block (block, previous);
  guint first = self->sheet->lines->len;
  PangoLayout *label = create_label (self, block);

  if (block->label != NULL && label == NULL)
    add_lead (self, block->label, &label_face, &space, &before);
  if (block->lead != NULL)
    add_lead (self, block->lead, &style->lead, &space, &before);
  add_text (self, block, &style->text, space, before);
  for (guint i = 0; i < block->remarks->len; i++)
    add_remark (self, g_ptr_array_index (block->remarks, i), &style->remark);
  if (label != NULL)
    add_label (self, label, first);
  add_sign (self, block, style, first);
  nth_line (self, first)->rule_above = style->ruled;
}

static void
clear_line (gpointer data)
{
  SteppeSheetLine *line = data;

  g_clear_object (&line->text.layout);
  g_clear_object (&line->label.layout);
  g_clear_object (&line->sign);
}

/**
 * steppe_sheet_layout_new:
 * @account: what is told
 * @context: what texts are set with
 * @columns: where the text and its labels are
 *
 * Returns: (transfer full): all of the account in lines
 */
SteppeSheetLayout *
steppe_sheet_layout_new (const SteppeAccount *account,
                         PangoContext *context,
                         const SteppeColumns *columns)
{
  SteppeSheetLayout *sheet = g_new0 (SteppeSheetLayout, 1);
  Composer composer = { sheet, context, columns };
  const SteppeBlock *previous = NULL;

  sheet->lines = g_array_new (FALSE, FALSE, sizeof (SteppeSheetLine));
  g_array_set_clear_func (sheet->lines, clear_line);
  sheet->breaks = g_array_new (FALSE, FALSE, sizeof (SteppePageLine));
  for (guint i = 0; i < account->blocks->len; i++)
    {
      const SteppeBlock *block = g_ptr_array_index (account->blocks, i);

      add_block (&composer, block, previous);
      previous = block;
    }
  return sheet;
}

/**
 * steppe_sheet_layout_free:
 * @self: (transfer full): an account in lines
 */
void
steppe_sheet_layout_free (SteppeSheetLayout *self)
{
  g_array_unref (self->lines);
  g_array_unref (self->breaks);
  g_free (self);
}
