/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheets/steppe-sheet-private.h"

/* Tables: each row is a line of the sheet; the head stands above the first row of each page. */

#define COLUMN_GAP 8 /* points */
#define ROW_SPACE 2 /* above and below the text of a row, points */
#define MAX_LINES 12 /* of a cell: a row is on one page; the rest of a longer text is left out */

static const SteppeFace head_face = { STEPPE_SHEET_SANS, 8, PANGO_WEIGHT_BOLD, 1.2f, 0.3 };
static const SteppeFace cell_face = { STEPPE_SHEET_SANS, 8.5, PANGO_WEIGHT_NORMAL, 1.2f, 0 };

static void
clear_cell (gpointer data)
{
  SteppeSetText *cell = data;

  g_clear_object (&cell->layout);
}

typedef struct
{
  const SteppeSetting *setting;
  const SteppeAccountTable *table;
  const double *widths; /* of the columns, points */
  SteppeSetLine line;
} Row;

static void
row_init (Row *self,
          const SteppeSetting *setting,
          const SteppeAccountTable *table,
          const double *widths,
          SteppeSheetTag tag)
{
  *self = (Row) { setting, table, widths, { .tag = tag, .rule_below = TRUE } };
  self->line.cells = g_array_new (FALSE, FALSE, sizeof (SteppeSetText));
  g_array_set_clear_func (self->line.cells, clear_cell);
}

/* Where a column begins, and how wide it is. In a sheet that is read from right to left, the first is on the right. */
static double
find_column (const Row *self,
             guint column,
             double *width)
{
  const SteppeColumns *columns = &self->setting->columns;
  double gap = COLUMN_GAP * self->setting->text_size;
  double before = 0;

  for (guint i = 0; i < column; i++)
    before += self->widths[i] + gap;
  *width = self->widths[column];
  if (pango_context_get_base_dir (self->setting->context) == PANGO_DIRECTION_RTL)
    return columns->left + columns->width - before - *width;
  return columns->left + before;
}

static void
add_cell (Row *self,
          const SteppePhrase *phrase,
          const SteppeFace *face)
{
  SteppeSetText cell = { NULL, -1, .gray = face->gray };
  double width;

  cell.x = find_column (self, self->line.cells->len, &width);
  cell.layout = _steppe_sheet_create_phrase (self->setting, phrase, face, width, MAX_LINES);
  cell.baseline = ROW_SPACE * self->setting->text_size + (double) pango_layout_get_baseline (cell.layout) / PANGO_SCALE;
  self->line.breaks.height = MAX (self->line.breaks.height, _steppe_sheet_measure_height (cell.layout) + 2 * ROW_SPACE * self->setting->text_size);
  g_array_append_val (self->line.cells, cell);
}

static void
add_head (SteppeSetBlock *set,
          const SteppeSetting *setting,
          const SteppeAccountTable *table,
          const double *widths,
          double space,
          SteppeBreak before)
{
  Row row;

  row_init (&row, setting, table, widths, STEPPE_SHEET_TAG_HEAD);
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autoptr (SteppePhrase) head = steppe_phrase_new (g_ptr_array_index (table->heads, i));

      add_cell (&row, head, &head_face);
    }
  row.line.breaks.space = space * setting->text_size;
  row.line.breaks.before = before;
  g_array_append_val (set->lines, row.line);
}

static void
add_row (SteppeSetBlock *set,
         const SteppeSetting *setting,
         const SteppeAccountTable *table,
         const double *widths,
         guint n,
         double head_height)
{
  gboolean last = n + 1 == steppe_account_table_get_n_rows (table);
  Row row;

  row_init (&row, setting, table, widths, STEPPE_SHEET_TAG_ROW);
  for (guint i = 0; i < table->n_columns && n * table->n_columns + i < table->cells->len; i++)
    add_cell (&row, g_ptr_array_index (table->cells, n * table->n_columns + i), &cell_face);
  row.line.breaks.before = n == 0 ? STEPPE_BREAK_LAST_RESORT : n == 1 || last ? STEPPE_BREAK_POOR
                                                                              : STEPPE_BREAK_GOOD;
  row.line.breaks.repeated = n > 0 ? head_height : 0;
  g_array_append_val (set->lines, row.line);
}

static double
measure_cell (const SteppeSetting *setting,
              const SteppePhrase *phrase,
              const SteppeFace *face)
{
  g_autoptr (PangoLayout) layout = _steppe_sheet_create_phrase (setting, phrase, face, setting->columns.width, MAX_LINES);
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE + 1;
}

/* How wide a column is whose cells have one line each. */
static double
measure_column (const SteppeSetting *setting,
                const SteppeAccountTable *table,
                guint column)
{
  g_autoptr (SteppePhrase) head = steppe_phrase_new (g_ptr_array_index (table->heads, column));
  double width = measure_cell (setting, head, &head_face);

  for (guint i = column; i < table->cells->len; i += table->n_columns)
    width = MAX (width, measure_cell (setting, g_ptr_array_index (table->cells, i), &cell_face));
  return width;
}

/* What a column leaves of its share goes to those that need more, and what all of them leave, to all. */
static void
fit_columns (const SteppeSetting *setting,
             const SteppeAccountTable *table,
             double *widths)
{
  double left = setting->columns.width - COLUMN_GAP * setting->text_size * (table->n_columns - 1), room = left, lack = 0;
  g_autofree double *wanted = g_new (double, table->n_columns);

  for (guint i = 0; i < table->n_columns; i++)
    {
      wanted[i] = measure_column (setting, table, i);
      widths[i] = MIN (wanted[i], table->shares[i] * room);
      left -= widths[i];
      lack += wanted[i] - widths[i];
    }
  for (guint i = 0; i < table->n_columns; i++)
    if (lack > 0)
      widths[i] += (wanted[i] - widths[i]) * MIN (1, left / lack);
  for (guint i = 0; i < table->n_columns; i++)
    widths[i] += MAX (0, left - lack) * table->shares[i];
}

/**
 * _steppe_set_block_add_table:
 * @self: a block in lines
 * @setting: what it is set with
 * @table: a table
 * @space: above it, points at the usual size of text
 * @before: how well a page may begin with it
 *
 * Adds the rows of a table at the end.
 */
void
_steppe_set_block_add_table (SteppeSetBlock *self,
                             const SteppeSetting *setting,
                             const SteppeAccountTable *table,
                             double space,
                             SteppeBreak before)
{
  g_autofree double *widths = g_new (double, table->n_columns);
  double head_height;

  fit_columns (setting, table, widths);
  self->head = self->lines->len;
  add_head (self, setting, table, widths, space, before);
  head_height = g_array_index (self->lines, SteppeSetLine, self->head).breaks.height;
  for (guint i = 0; i < steppe_account_table_get_n_rows (table); i++)
    add_row (self, setting, table, widths, i, head_height);
}
