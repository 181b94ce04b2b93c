/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "sheets/steppe-sheet.h"

#include <glib/gi18n.h>

#include "paint/steppe-sign.h"
#include "sheets/steppe-sheet-private.h"

#define MAX_WIDTH 470 /* of all columns, points: about 65 characters of text */
#define LABEL_SHARE 0.21 /* of the width */
#define MIN_LABEL_WIDTH 58 /* points; with less, labels stand above the text */
#define GUTTER 24 /* between labels and text, points */
#define SIGN_DISTANCE 14 /* of the middle of signs from the text, points */
#define HEAD_SPACE 20 /* below the head, points */
#define FOOT_SPACE 14 /* above the foot, points */
#define RULE_HEIGHT 12 /* of a rule above its line, points */
#define RULE_WIDTH 0.5 /* points */
#define RULE_GRAY 0.6

static const SteppeFace running_face = { STEPPE_SHEET_SANS, 8, PANGO_WEIGHT_NORMAL, 1.2f, 0.35 };

/**
 * SteppeSheet:
 *
 * An account laid out on pages: a fact sheet. Labels are beside the text, signs of events between
 * both. Lengths are points. All texts are set with metrics that are not rounded to pixels, so that
 * a sheet is the same on a screen and on paper.
 */
struct _SteppeSheet
{
  SteppePaper paper;
  PangoContext *context;
  PangoDirection direction;
  SteppeColumns columns;
  double left; /* of all columns */
  double width;
  PangoLayout *head; /* NULL for none */
  SteppeSheetLayout *layout;
  GArray *pages; /* the first line of each */
};

static PangoContext *
create_context (PangoDirection direction)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, direction);
  return context;
}

static void
place_columns (SteppeSheet *self)
{
  double room = self->paper.width - self->paper.left - self->paper.right;
  SteppeColumns *columns = &self->columns;
  double beside;

  self->width = CLAMP (room, 1, MAX_WIDTH);
  self->left = self->paper.left + (room - self->width) / 2;
  columns->label_width = self->width * LABEL_SHARE;
  if (columns->label_width < MIN_LABEL_WIDTH)
    columns->label_width = 0;
  beside = columns->label_width > 0 ? columns->label_width + GUTTER : 0;
  columns->text_width = self->width - beside;
  if (self->direction == PANGO_DIRECTION_RTL)
    {
      columns->text_left = self->left;
      columns->label_left = self->left + self->width - columns->label_width;
      columns->sign_x = columns->text_left + columns->text_width + SIGN_DISTANCE;
    }
  else
    {
      columns->label_left = self->left;
      columns->text_left = self->left + beside;
      columns->sign_x = columns->text_left - SIGN_DISTANCE;
    }
}

static double
text_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

static PangoLayout *
create_running_text (const SteppeSheet *self,
                     const char *text)
{
  PangoLayout *layout = steppe_sheet_create_text (self->context, text, &running_face, self->width);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  steppe_sheet_align_text (layout, FALSE);
  return layout;
}

static PangoLayout *
create_foot (const SteppeSheet *self,
             guint page)
{
  g_autofree char *words = g_strdup_printf (_ ("Page %1$u of %2$u"), page + 1, self->pages->len);
  PangoLayout *foot = create_running_text (self, words);

  steppe_sheet_align_text (foot, TRUE);
  return foot;
}

static double
body_top (const SteppeSheet *self)
{
  return self->paper.top + (self->head != NULL ? text_height (self->head) + HEAD_SPACE : 0);
}

/* What is told is numbered only where it needs more than one page. */
static void
break_pages (SteppeSheet *self)
{
  const SteppePageLine *lines = (const SteppePageLine *) (gpointer) self->layout->breaks->data;
  guint n_lines = self->layout->breaks->len;
  double height = self->paper.height - self->paper.bottom - body_top (self);

  self->pages = steppe_break_pages (lines, n_lines, height);
  if (self->pages->len > 1)
    {
      PangoLayout *foot = create_foot (self, 0);

      g_array_unref (self->pages);
      self->pages = steppe_break_pages (lines, n_lines, height - text_height (foot) - FOOT_SPACE);
      g_object_unref (foot);
    }
}

/**
 * steppe_sheet_new:
 * @account: what is told; it is not needed later
 * @paper: what it is printed on
 * @direction: %PANGO_DIRECTION_RTL for a reader who reads from right to left
 *
 * Returns: (transfer full): the account on pages
 */
SteppeSheet *
steppe_sheet_new (const SteppeAccount *account,
                  const SteppePaper *paper,
                  PangoDirection direction)
{
  SteppeSheet *self = g_new0 (SteppeSheet, 1);

  self->paper = *paper;
  self->direction = direction;
  self->context = create_context (direction);
  place_columns (self);
  if (*account->context != '\0')
    self->head = create_running_text (self, account->context);
  self->layout = steppe_sheet_layout_new (account, self->context, &self->columns);
  break_pages (self);
  return self;
}

/**
 * steppe_sheet_free:
 * @self: (transfer full): a sheet
 */
void
steppe_sheet_free (SteppeSheet *self)
{
  g_clear_object (&self->head);
  g_clear_pointer (&self->layout, steppe_sheet_layout_free);
  g_clear_pointer (&self->pages, g_array_unref);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * steppe_sheet_get_n_pages:
 * @self: a sheet
 *
 * Returns: how many pages it has
 */
guint
steppe_sheet_get_n_pages (const SteppeSheet *self)
{
  return self->pages->len;
}

static void
set_gray (cairo_t *cr,
          double gray)
{
  cairo_set_source_rgb (cr, gray, gray, gray);
}

static void
draw_rule (const SteppeSheet *self,
           cairo_t *cr,
           double y)
{
  set_gray (cr, RULE_GRAY);
  cairo_rectangle (cr, self->left, y, self->width, RULE_WIDTH);
  cairo_fill (cr);
}

static void
draw_text (PangoLayout *layout,
           cairo_t *cr,
           double x,
           double y,
           double gray)
{
  set_gray (cr, gray);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_line (const SteppeSheet *self,
           const SteppeSheetLine *line,
           cairo_t *cr,
           double y)
{
  if (line->label.layout != NULL)
    draw_text (line->label.layout, cr, line->label.x,
               y + line->label.baseline - (double) pango_layout_get_baseline (line->label.layout) / PANGO_SCALE,
               line->label.gray);
  if (line->sign != NULL)
    steppe_sign_paint (cr, steppe_event_get_kind (line->sign), steppe_event_get_status (line->sign), STEPPE_SCHEME_PRINT,
                       self->columns.sign_x, y + line->sign_y, line->sign_size);
  set_gray (cr, line->text.gray);
  cairo_move_to (cr, line->text.x, y + line->text.baseline);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (line->text.layout, line->text.line));
}

static void
draw_foot (const SteppeSheet *self,
           guint page,
           cairo_t *cr)
{
  PangoLayout *foot = create_foot (self, page);

  draw_text (foot, cr, self->left, self->paper.height - self->paper.bottom - text_height (foot), running_face.gray);
  g_object_unref (foot);
}

/**
 * steppe_sheet_draw_page:
 * @self: a sheet
 * @page: which page, from 0
 * @cr: a cairo context, in points from the top left corner of the page
 *
 * Draws a page, in reading order.
 */
void
steppe_sheet_draw_page (const SteppeSheet *self,
                        guint page,
                        cairo_t *cr)
{
  double y = body_top (self);
  guint first, end;

  g_return_if_fail (page < self->pages->len && cr != NULL);

  first = g_array_index (self->pages, guint, page);
  end = page + 1 < self->pages->len ? g_array_index (self->pages, guint, page + 1) : self->layout->lines->len;
  cairo_save (cr);
  if (self->head != NULL)
    draw_text (self->head, cr, self->left, self->paper.top, running_face.gray);
  for (guint i = first; i < end; i++)
    {
      const SteppeSheetLine *line = &g_array_index (self->layout->lines, SteppeSheetLine, i);
      const SteppePageLine *page_line = &g_array_index (self->layout->breaks, SteppePageLine, i);

      y += i > first ? page_line->space : 0;
      if (line->rule_above && i > first)
        draw_rule (self, cr, y - RULE_HEIGHT);
      draw_line (self, line, cr, y);
      y += page_line->height;
    }
  if (self->pages->len > 1)
    draw_foot (self, page, cr);
  cairo_restore (cr);
}
