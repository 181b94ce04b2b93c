/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "sheets/steppe-legend.h"

#include <glib/gi18n.h>

#include "model/steppe-item-words.h"
#include "sheets/steppe-sheet-private.h"

/* What the lines of relations on a map are, in columns below it. */

/* In em, the size of the font. */
#define SPACE_ABOVE 0.7
#define ROW_SPACE 0.25
#define COLUMN_GAP 1.6
#define LEAST_COLUMN 22
#define SAMPLE 2.4
#define SAMPLE_GAP 0.7
#define TEXT_SIZE 0.9
/* So many relations are named; an actor of a large dossier may be in many. */
#define MAX_ROWS 12
/* Of a row; the rest of a longer name is left out, so that map and legend are on one page. */
#define MAX_LINES 3

typedef struct
{
  PangoLayout *text;
  int sample; /* the number of the relation, -1 for none */
  double x;
  double y;
} Row;

struct _SteppeLegend
{
  SteppeMapFigure *map;
  GArray *rows;
  double em;
  double width;
  double height;
  gboolean mirrored;
};

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_clear_object (&row->text);
}

static void
add_row (SteppeLegend *self,
         const SteppeFigureLook *look,
         const char *words,
         int sample,
         double column)
{
  Row row = { pango_layout_new (look->context), sample };
  PangoFontDescription *font = pango_font_description_copy (look->font);

  pango_font_description_set_absolute_size (font, look->em * TEXT_SIZE * PANGO_SCALE);
  pango_layout_set_font_description (row.text, font);
  pango_layout_set_width (row.text, (int) ((column - (SAMPLE + SAMPLE_GAP) * self->em) * PANGO_SCALE));
  pango_layout_set_height (row.text, -MAX_LINES);
  pango_layout_set_ellipsize (row.text, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (row.text, words, -1);
  pango_layout_set_alignment (row.text, self->mirrored ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_font_description_free (font);
  g_array_append_val (self->rows, row);
}

/* Rows run across the columns, as they are read. */
static void
place_rows (SteppeLegend *self,
            guint n_columns,
            double column)
{
  double y = SPACE_ABOVE * self->em, highest = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = &g_array_index (self->rows, Row, i);

      if (i > 0 && i % n_columns == 0)
        {
          y += highest + ROW_SPACE * self->em;
          highest = 0;
        }
      row->x = (i % n_columns) * (column + COLUMN_GAP * self->em);
      row->y = y;
      highest = MAX (highest, _steppe_sheet_measure_height (row->text));
    }
  self->height = self->rows->len > 0 ? y + highest : 0;
}

/**
 * _steppe_legend_new:
 * @map: a map; kept by the caller as long as its legend
 * @dossier: its dossier
 * @look: how it is drawn
 *
 * Returns: (transfer full): what its lines are; of no height where there are none
 */
SteppeLegend *
_steppe_legend_new (SteppeMapFigure *map,
                    SteppeDossier *dossier,
                    const SteppeFigureLook *look)
{
  SteppeLegend *self = g_new0 (SteppeLegend, 1);
  GArray *entries = steppe_map_figure_get_legend (map);
  guint n_columns = (guint) MAX (1, look->width / (LEAST_COLUMN * look->em)), n_named = MIN (entries->len, MAX_ROWS);
  double column = (look->width - (n_columns - 1) * COLUMN_GAP * look->em) / n_columns;

  self->map = map;
  self->em = look->em;
  self->width = column;
  self->mirrored = pango_context_get_base_dir (look->context) == PANGO_DIRECTION_RTL;
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
  for (guint i = 0; i < n_named; i++)
    {
      g_autofree char *title = steppe_item_dup_title (g_array_index (entries, SteppeMapLegendEntry, i).relation, dossier);

      add_row (self, look, title, (int) i, column);
    }
  if (n_named < entries->len)
    {
      guint n_more = entries->len - n_named;
      g_autofree char *more = g_strdup_printf (ngettext ("and %'u more", "and %'u more", n_more), n_more);

      add_row (self, look, more, -1, column);
    }
  place_rows (self, n_columns, column);
  return self;
}

/**
 * _steppe_legend_free:
 * @self: (transfer full): a legend
 */
void
_steppe_legend_free (SteppeLegend *self)
{
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * _steppe_legend_get_height:
 * @self: a legend
 *
 * Returns: how high it is, points, with the space above it
 */
double
_steppe_legend_get_height (const SteppeLegend *self)
{
  return self->height;
}

/**
 * _steppe_legend_draw:
 * @self: a legend
 * @cr: where to draw
 * @x: its left edge, points
 * @y: the lower edge of the map, points
 */
void
_steppe_legend_draw (const SteppeLegend *self,
                     cairo_t *cr,
                     double x,
                     double y)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      double middle = (double) pango_layout_get_baseline (row->text) / PANGO_SCALE - 0.3 * self->em * TEXT_SIZE;
      double sample = self->mirrored ? row->x + self->width - SAMPLE * self->em : row->x;
      double text = self->mirrored ? row->x : row->x + (SAMPLE + SAMPLE_GAP) * self->em;

      if (row->sample >= 0)
        steppe_map_figure_draw_sample (self->map, (guint) row->sample, cr, x + sample, y + row->y + middle, SAMPLE * self->em);
      cairo_set_source_rgb (cr, 0, 0, 0);
      cairo_move_to (cr, x + text, y + row->y);
      pango_cairo_show_layout (cr, row->text);
    }
}
