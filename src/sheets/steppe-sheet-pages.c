/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include <glib/gi18n.h>

#include "sheets/steppe-language.h"
#include "sheets/steppe-sheet-private.h"
#include "time/steppe-date-format.h"

/* The pages of a sheet: what is on each, drawn or in words. */

/**
 * _steppe_sheet_dup_time:
 *
 * Returns: (transfer full): when a sheet is made: at `SOURCE_DATE_EPOCH`, where it is to be the same each time
 */
GDateTime *
_steppe_sheet_dup_time (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  GDateTime *time = epoch != NULL ? g_date_time_new_from_unix_utc (g_ascii_strtoll (epoch, NULL, 10)) : NULL;

  return time != NULL ? time : g_date_time_new_now_local ();
}

static char *
dup_today (void)
{
  g_autoptr (GDateTime) time = _steppe_sheet_dup_time ();
  g_autofree char *day = g_date_time_format (time, "%Y-%m-%d");
  g_autoptr (SteppeDate) date = steppe_date_new (day, NULL);

  return date != NULL ? steppe_date_format (date, STEPPE_DATE_STYLE_LONG) : g_strdup ("");
}

static char *
dup_page_number (const SteppeSheet *self,
                 guint page)
{
  if (!self->complete)
    return g_strdup_printf (_ ("Page %u"), page + 1);
  return g_strdup_printf (_ ("Page %1$u of %2$u"), page + 1, steppe_sheet_get_n_pages (self));
}

static void
draw_running (const SteppeSheet *self,
              const SteppeSheetPen *pen,
              PangoLayout *layout,
              double y)
{
  SteppeSetText text = { layout, -1, pen->setting->columns.left, (double) pango_layout_get_baseline (layout) / PANGO_SCALE, STEPPE_SHEET_RUNNING_GRAY };

  if (pango_context_get_base_dir (pen->setting->context) == PANGO_DIRECTION_RTL)
    text.x += self->width - (double) pango_layout_get_width (layout) / PANGO_SCALE;
  if (pen->tags != NULL)
    _steppe_sheet_tags_begin_artifact (pen->tags);
  _steppe_sheet_draw_text (pen, &text, y);
  if (pen->tags != NULL)
    _steppe_sheet_tags_end_artifact (pen->tags);
}

static void
draw_foot (SteppeSheet *self,
           const SteppeSheetPen *pen,
           guint page)
{
  double y = self->paper.height - self->paper.bottom - self->foot_height;
  g_autofree char *today = dup_today ();
  g_autofree char *isolated = steppe_phrase_dup_isolated (today);
  /* Translators: %s is the date of the day on which a sheet is printed */
  g_autofree char *printed = g_strdup_printf (_ ("Printed %s"), isolated);
  g_autofree char *number = dup_page_number (self, page);
  g_autoptr (PangoLayout) start = _steppe_sheet_create_running_text (self, printed, FALSE);
  g_autoptr (PangoLayout) end = _steppe_sheet_create_running_text (self, number, TRUE);

  draw_running (self, pen, start, y);
  draw_running (self, pen, end, y);
}

/* The block to which a line belongs. */
static guint
find_block (const SteppeSheet *self,
            guint line)
{
  guint first = 0, end = self->first_lines->len;

  while (end - first > 1)
    {
      guint middle = (first + end) / 2;

      if (g_array_index (self->first_lines, guint, middle) <= line)
        first = middle;
      else
        end = middle;
    }
  return first;
}

static guint
end_of_block (const SteppeSheet *self,
              guint block)
{
  return block + 1 < self->first_lines->len ? g_array_index (self->first_lines, guint, block + 1) : self->lines->len;
}

static guint
end_of_column (const SteppeSheet *self,
               guint column)
{
  return column + 1 < self->starts->len ? g_array_index (self->starts, guint, column + 1) : self->lines->len;
}

/* Columns of a page, up to one after the last. */
static guint
end_of_page (const SteppeSheet *self,
             guint page)
{
  return MIN ((page + 1) * self->n_columns, self->starts->len);
}

/* Draws the lines of a block from @first to @end, of the sheet. Returns where the next one goes. */
static double
draw_block (SteppeSheet *self,
            const SteppeSheetPen *pen,
            guint n,
            guint first,
            guint end,
            gboolean first_in_column,
            double y)
{
  const SteppeAccountBlock *block = g_ptr_array_index (self->account->blocks, n);
  const SteppeSetBlock *set = _steppe_sheet_get_block (self, n);
  guint start = g_array_index (self->first_lines, guint, n);

  if (pen->tags != NULL)
    {
      cairo_move_to (pen->cr, pen->setting->columns.left, y);
      _steppe_sheet_tags_begin_block (pen->tags, block, first > start);
    }
  if (first_in_column && g_array_index (set->lines, SteppeSetLine, first - start).breaks.repeated > 0)
    {
      const SteppeSetLine *head = &g_array_index (set->lines, SteppeSetLine, set->head);

      _steppe_sheet_draw_line (pen, block, head, TRUE, y);
      y += head->breaks.height;
    }
  for (guint i = first; i < end; i++)
    {
      const SteppeSetLine *line = &g_array_index (set->lines, SteppeSetLine, i - start);

      y += i > first || !first_in_column ? line->breaks.space : 0;
      _steppe_sheet_draw_line (pen, block, line, i == first && first_in_column, y);
      y += line->breaks.height;
    }
  if (pen->tags != NULL)
    _steppe_sheet_tags_end_block (pen->tags);
  return y;
}

static void
draw_column (SteppeSheet *self,
             const SteppeSheetPen *pen,
             guint column)
{
  guint first = g_array_index (self->starts, guint, column), end = end_of_column (self, column);
  double y = self->top;

  for (guint line = first; line < end;)
    {
      guint n = find_block (self, line), stop = MIN (end_of_block (self, n), end);

      y = draw_block (self, pen, n, line, stop, line == first, y);
      line = stop;
    }
}

/* In a sheet that is read from right to left, so are columns. */
static double
find_column (const SteppeSheet *self,
             guint column)
{
  guint place = column % self->n_columns;

  if (pango_context_get_base_dir (self->setting.context) == PANGO_DIRECTION_RTL)
    place = self->n_columns - 1 - place;
  return place * self->column_step;
}

/**
 * _steppe_sheet_draw_tagged_page:
 * @self: a sheet
 * @page: which page, from 0
 * @cr: a cairo context, in points from the top left corner of the page
 * @tags: (nullable): the structure of the document
 *
 * Draws a page, in reading order, with its structure.
 */
void
_steppe_sheet_draw_tagged_page (SteppeSheet *self,
                                guint page,
                                cairo_t *cr,
                                SteppeSheetTags *tags)
{
  g_autoptr (SteppeLanguage) language = steppe_language_enter (self->language);
  SteppeSheetPen pen = { cr, &self->setting, self->scheme, tags };

  cairo_save (cr);
  draw_running (self, &pen, self->head, self->paper.top);
  draw_running (self, &pen, self->title, self->paper.top);
  for (guint column = page * self->n_columns; column < end_of_page (self, page); column++)
    {
      cairo_save (cr);
      cairo_translate (cr, find_column (self, column), 0);
      draw_column (self, &pen, column);
      cairo_restore (cr);
    }
  if (tags != NULL)
    _steppe_sheet_tags_end_page (tags);
  draw_foot (self, &pen, page);
  cairo_restore (cr);
}

/**
 * steppe_sheet_draw_page:
 * @self: a sheet
 * @page: which page, from 0
 * @cr: a cairo context, in points from the top left corner of the page
 *
 * Draws a page.
 */
void
steppe_sheet_draw_page (SteppeSheet *self,
                        guint page,
                        cairo_t *cr)
{
  g_return_if_fail (page < steppe_sheet_get_n_pages (self) && cr != NULL);

  _steppe_sheet_draw_tagged_page (self, page, cr, NULL);
}

static void
append_layout (GString *text,
               PangoLayout *layout)
{
  if (layout != NULL)
    g_string_append_printf (text, "%s\n", pango_layout_get_text (layout));
}

static void
append_line (GString *text,
             const SteppeSetLine *line,
             const SteppeSetLine *before)
{
  append_layout (text, line->label.layout);
  for (guint i = 0; line->cells != NULL && i < line->cells->len; i++)
    append_layout (text, g_array_index (line->cells, SteppeSetText, i).layout);
  if (line->drawing != NULL)
    g_string_append_printf (text, "%s\n", steppe_drawing_get_words (line->drawing));
  if (before == NULL || before->text.layout != line->text.layout)
    append_layout (text, line->text.layout);
}

static void
append_lines (SteppeSheet *self,
              GString *text,
              guint first,
              guint end)
{
  for (guint line = first; line < end;)
    {
      guint n = find_block (self, line), start = g_array_index (self->first_lines, guint, n), stop = MIN (end_of_block (self, n), end);
      const SteppeSetBlock *set = _steppe_sheet_get_block (self, n);
      const SteppeSetLine *before = NULL;

      for (; line < stop; line++)
        {
          append_line (text, &g_array_index (set->lines, SteppeSetLine, line - start), before);
          before = &g_array_index (set->lines, SteppeSetLine, line - start);
        }
    }
}

/**
 * steppe_sheet_dup_page_text:
 * @self: a sheet
 * @page: which page, from 0
 *
 * Returns: (transfer full): what is on the page in words, figures as well, as for somebody who cannot see it
 */
char *
steppe_sheet_dup_page_text (SteppeSheet *self,
                            guint page)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (page < steppe_sheet_get_n_pages (self), NULL);

  append_lines (self, text, g_array_index (self->starts, guint, page * self->n_columns), end_of_column (self, end_of_page (self, page) - 1));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
