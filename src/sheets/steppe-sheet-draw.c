/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheets/steppe-sheet-private.h"

#include <hb.h>

/* Draws lines of a sheet, run by run where parts of them lead somewhere. */

#define RULE_HEIGHT 12 /* of a rule above its line, points */
#define ROW_RULE_HEIGHT 2 /* of a rule below the row of a table, points */
#define RULE_WIDTH 0.5 /* points */
#define RULE_GRAY 0.6
#define FAINT_RULE_GRAY 0.8

static void
set_gray (cairo_t *cr,
          double gray)
{
  cairo_set_source_rgb (cr, gray, gray, gray);
}

static void
draw_rule (const SteppeSheetPen *pen,
           double y,
           double gray)
{
  set_gray (pen->cr, gray);
  cairo_rectangle (pen->cr, pen->setting->columns.left, y, pen->setting->columns.width, RULE_WIDTH);
  cairo_fill (pen->cr);
}

/* Where the run leads, or NULL. */
static const char *
find_target (GArray *spans,
             const PangoGlyphItem *run)
{
  guint start = (guint) run->item->offset;

  for (guint i = 0; i < spans->len; i++)
    {
      const SteppePhraseSpan *span = &g_array_index (spans, SteppePhraseSpan, i);

      if (start >= span->start && start < span->end)
        return span->target;
    }
  return NULL;
}

/* Numbers of sources have a gray of their own. */
static void
set_run_color (cairo_t *cr,
               const PangoGlyphItem *run,
               double gray)
{
  set_gray (cr, gray);
  for (GSList *l = run->item->analysis.extra_attrs; l != NULL; l = l->next)
    {
      PangoAttrColor *color = pango_attribute_as_color (l->data);

      if (color != NULL && ((PangoAttribute *) l->data)->klass->type == PANGO_ATTR_FOREGROUND)
        cairo_set_source_rgb (cr, color->color.red / 65535.0, color->color.green / 65535.0, color->color.blue / 65535.0);
    }
}

/* Pango leaves out the space at the end of a line. It is drawn all the same, so that the words of two lines are not one word
 * to those who read the structure of the document. */
static void
restore_spaces (PangoGlyphItem *run,
                const char *words)
{
  hb_codepoint_t space;

  if (!hb_font_get_nominal_glyph (pango_font_get_hb_font (run->item->analysis.font), ' ', &space))
    return;
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    if (run->glyphs->glyphs[i].glyph == PANGO_GLYPH_EMPTY && words[run->item->offset + run->glyphs->log_clusters[i]] == ' ')
      run->glyphs->glyphs[i].glyph = space;
}

/* A link must have an extent. */
static gboolean
has_ink (const PangoGlyphItem *run)
{
  PangoRectangle ink;

  pango_glyph_string_extents (run->glyphs, run->item->analysis.font, &ink, NULL);
  return ink.width > 0 && ink.height > 0;
}

static void
draw_run (const SteppeSheetPen *pen,
          const char *words,
          const PangoGlyphItem *run,
          GArray *spans,
          double x,
          double baseline,
          double gray)
{
  const char *target = spans != NULL ? find_target (spans, run) : NULL;
  gboolean linked = target != NULL && has_ink (run) && _steppe_sheet_tags_begin_link (pen->tags, target);
  PangoGlyphItem *copy = pango_glyph_item_copy ((PangoGlyphItem *) run);

  restore_spaces (copy, words);
  set_run_color (pen->cr, run, gray);
  cairo_move_to (pen->cr, x + (double) run->start_x_offset / PANGO_SCALE, baseline - (double) run->y_offset / PANGO_SCALE);
  pango_cairo_show_glyph_item (pen->cr, words, copy);
  pango_glyph_item_free (copy);
  if (linked)
    _steppe_sheet_tags_end_link (pen->tags);
}

static void
draw_runs (const SteppeSheetPen *pen,
           PangoLayoutLine *line,
           const char *words,
           GArray *spans,
           double x,
           double baseline,
           double gray)
{
  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      const PangoGlyphItem *run = l->data;

      draw_run (pen, words, run, spans, x, baseline, gray);
      x += (double) (pango_glyph_string_get_width (run->glyphs) + run->start_x_offset + run->end_x_offset) / PANGO_SCALE;
    }
}

static void
draw_layout_line (const SteppeSheetPen *pen,
                  PangoLayout *layout,
                  PangoLayoutLine *line,
                  double x,
                  double baseline,
                  double gray)
{
  if (pen->tags != NULL)
    {
      draw_runs (pen, line, pango_layout_get_text (layout), _steppe_sheet_get_spans (layout), x, baseline, gray);
      return;
    }
  set_gray (pen->cr, gray);
  cairo_move_to (pen->cr, x, baseline);
  pango_cairo_show_layout_line (pen->cr, line);
}

/**
 * _steppe_sheet_draw_text:
 * @pen: what pages are drawn with
 * @text: a text
 * @y: the top of its line, points from the top of the page
 */
void
_steppe_sheet_draw_text (const SteppeSheetPen *pen,
                         const SteppeSetText *text,
                         double y)
{
  PangoLayoutIter *iter;
  double top;

  if (text->line >= 0)
    {
      draw_layout_line (pen, text->layout, pango_layout_get_line_readonly (text->layout, text->line), text->x, y + text->baseline, text->gray);
      return;
    }
  iter = pango_layout_get_iter (text->layout);
  top = y + text->baseline - (double) pango_layout_get_baseline (text->layout) / PANGO_SCALE;
  do
    {
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      draw_layout_line (pen, text->layout, pango_layout_iter_get_line_readonly (iter), text->x + (double) logical.x / PANGO_SCALE,
                        top + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE, text->gray);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
draw_label (const SteppeSheetPen *pen,
            const SteppeSetLine *line,
            double y)
{
  if (pen->tags != NULL)
    _steppe_sheet_tags_begin_label (pen->tags);
  _steppe_sheet_draw_text (pen, &line->label, y);
  if (pen->tags != NULL)
    _steppe_sheet_tags_end_label (pen->tags);
}

static void
draw_cells (const SteppeSheetPen *pen,
            const SteppeSetLine *line,
            double y)
{
  for (guint i = 0; i < line->cells->len; i++)
    {
      if (pen->tags != NULL)
        _steppe_sheet_tags_begin_cell (pen->tags, line->tag == STEPPE_SHEET_TAG_HEAD);
      _steppe_sheet_draw_text (pen, &g_array_index (line->cells, SteppeSetText, i), y);
      if (pen->tags != NULL)
        _steppe_sheet_tags_end_cell (pen->tags);
    }
}

static void
draw_sign (const SteppeSheetPen *pen,
           const SteppeSetLine *line,
           double y)
{
  steppe_sign_paint (pen->cr, steppe_event_get_kind (line->sign), steppe_event_get_status (line->sign), pen->scheme,
                     pen->setting->columns.sign_x, y + line->sign_y, line->sign_size);
}

static gconstpointer
get_paragraph (const SteppeSetLine *line)
{
  if (line->cells != NULL)
    return line->cells;
  return line->drawing != NULL ? (gconstpointer) line->drawing : line->text.layout;
}

static void
draw_drawing (const SteppeSheetPen *pen,
              const SteppeSetLine *line,
              double y)
{
  if (pen->tags != NULL)
    _steppe_sheet_tags_add_figure (pen->tags, steppe_drawing_get_words (line->drawing));
  steppe_drawing_draw (line->drawing, pen->cr, pen->setting->columns.left, y);
}

/**
 * _steppe_sheet_draw_line:
 * @pen: what pages are drawn with
 * @block: the block it is of
 * @line: a line
 * @first_on_page: whether the page begins with it
 * @y: its top, points from the top of the page
 *
 * Draws a line with all that stands beside it, in reading order.
 */
void
_steppe_sheet_draw_line (const SteppeSheetPen *pen,
                         const SteppeAccountBlock *block,
                         const SteppeSetLine *line,
                         gboolean first_on_page,
                         double y)
{
  if (line->rule_above && !first_on_page)
    draw_rule (pen, y - RULE_HEIGHT, RULE_GRAY);
  if (line->sign != NULL)
    draw_sign (pen, line, y);
  if (line->label.layout != NULL)
    draw_label (pen, line, y);
  if (pen->tags != NULL)
    _steppe_sheet_tags_begin_line (pen->tags, line->tag, get_paragraph (line));
  if (line->cells != NULL)
    draw_cells (pen, line, y);
  else if (line->drawing != NULL)
    draw_drawing (pen, line, y);
  else
    _steppe_sheet_draw_text (pen, &line->text, y);
  if (line->rule_below)
    draw_rule (pen, y + line->breaks.height - ROW_RULE_HEIGHT, line->tag == STEPPE_SHEET_TAG_HEAD ? RULE_GRAY : FAINT_RULE_GRAY);
}
