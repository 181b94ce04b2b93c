/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheets/steppe-figure.h"

#include "model/steppe-event.h"
#include "paint/steppe-map-figure.h"
#include "paint/steppe-timeline-figure.h"
#include "sheets/steppe-legend.h"

#define MAP_RATIO 0.5 /* height by width */
#define LEAST_MAP 6 /* em, of width and height; there is nothing to be seen on a smaller one */
#define TIMELINE_HEIGHT 24 /* em, at most */
#define MAP_EM 0.95 /* of the size of the font */

struct _SteppeFigure
{
  SteppeFigureKind kind;
  SteppeDossier *dossier;
  GPtrArray *events;
  GPtrArray *items;
  SteppeItem *subject;
};

/**
 * SteppeDrawing:
 *
 * A figure at its size, ready to be drawn.
 */
struct _SteppeDrawing
{
  SteppeMapFigure *map;
  double map_height;
  SteppeLegend *legend;
  SteppeTimelineFigure *timeline;
  double height; /* with the legend */
  char *words;
  GPtrArray *captions;
};

/**
 * steppe_figure_new:
 * @kind: what is drawn
 * @dossier: a dossier
 * @events: (element-type SteppeEvent): which events are shown, in the order of their numbers
 * @items: (nullable) (element-type SteppeItem): what a map shows besides
 * @subject: (nullable): what stands out
 *
 * Returns: (transfer full): a figure
 */
SteppeFigure *
steppe_figure_new (SteppeFigureKind kind,
                   SteppeDossier *dossier,
                   GPtrArray *events,
                   GPtrArray *items,
                   SteppeItem *subject)
{
  SteppeFigure *self = g_new0 (SteppeFigure, 1);

  self->kind = kind;
  self->dossier = g_object_ref (dossier);
  self->events = g_ptr_array_ref (events);
  self->items = items != NULL ? g_ptr_array_ref (items) : g_ptr_array_new ();
  g_set_object (&self->subject, subject);
  return self;
}

/**
 * steppe_figure_free:
 * @self: (transfer full): a figure
 */
void
steppe_figure_free (SteppeFigure *self)
{
  g_clear_object (&self->subject);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->events);
  g_object_unref (self->dossier);
  g_free (self);
}

/**
 * steppe_figure_get_kind:
 * @self: a figure
 *
 * Returns: what is drawn
 */
SteppeFigureKind
steppe_figure_get_kind (const SteppeFigure *self)
{
  return self->kind;
}

static gboolean
draw_map (SteppeDrawing *self,
          const SteppeFigure *figure,
          const SteppeFigureLook *look)
{
  const SteppeMapFigureOptions options = {
    .basemap = look->basemap,
    .dossier = figure->dossier,
    .events = figure->events,
    .numbered = figure->events->len > 1,
    .items = figure->items,
    .subject = figure->subject,
    .width = look->width,
    .height = MIN (look->max_height, look->width * MAP_RATIO),
    .scheme = look->scheme,
    .font = look->font,
    .em = look->em * MAP_EM,
  };
  g_autoptr (GError) error = NULL;

  if (look->basemap == NULL || MIN (options.width, options.height) < LEAST_MAP * look->em)
    return FALSE;
  self->map = steppe_map_figure_new (&options, look->context, &error);
  if (error != NULL)
    g_warning ("The map cannot be drawn: %s", error->message);
  if (self->map == NULL || steppe_map_figure_is_empty (self->map))
    return FALSE;
  self->legend = _steppe_legend_new (self->map, figure->dossier, look);
  self->map_height = options.height;
  self->height = self->map_height + _steppe_legend_get_height (self->legend);
  self->words = steppe_map_figure_dup_words (self->map);
  g_ptr_array_add (self->captions, steppe_map_figure_dup_caption (self->map));
  return TRUE;
}

static gboolean
draw_timeline (SteppeDrawing *self,
               const SteppeFigure *figure,
               const SteppeFigureLook *look)
{
  const SteppeTimelineFigureOptions options = {
    .dossier = figure->dossier,
    .events = figure->events,
    .numbered = figure->subject == NULL || !STEPPE_IS_EVENT (figure->subject),
    .subject = figure->subject,
    .width = look->width,
    .max_height = MIN (look->max_height, TIMELINE_HEIGHT * look->em),
    .scheme = look->scheme,
    .font = look->font,
    .em = look->em,
  };

  self->timeline = steppe_timeline_figure_new (&options, look->context);
  if (steppe_timeline_figure_is_empty (self->timeline))
    return FALSE;
  self->height = steppe_timeline_figure_get_height (self->timeline);
  self->words = steppe_timeline_figure_dup_words (self->timeline);
  return TRUE;
}

/**
 * steppe_drawing_new:
 * @figure: a figure; it is not needed later
 * @look: how it is drawn; its basemap and context are kept
 *
 * Returns: (transfer full) (nullable): the figure at its size; %NULL where there is nothing to be seen
 */
SteppeDrawing *
steppe_drawing_new (const SteppeFigure *figure,
                    const SteppeFigureLook *look)
{
  g_autoptr (SteppeDrawing) self = g_new0 (SteppeDrawing, 1);
  gboolean drawn;

  self->captions = g_ptr_array_new_with_free_func (g_free);
  drawn = figure->kind == STEPPE_FIGURE_MAP ? draw_map (self, figure, look) : draw_timeline (self, figure, look);
  return drawn ? g_steal_pointer (&self) : NULL;
}

/**
 * steppe_drawing_free:
 * @self: (transfer full): a drawing
 */
void
steppe_drawing_free (SteppeDrawing *self)
{
  g_clear_pointer (&self->legend, _steppe_legend_free);
  g_clear_pointer (&self->map, steppe_map_figure_free);
  g_clear_pointer (&self->timeline, steppe_timeline_figure_free);
  g_ptr_array_unref (self->captions);
  g_free (self->words);
  g_free (self);
}

/**
 * steppe_drawing_get_height:
 * @self: a drawing
 *
 * Returns: how high it is, points
 */
double
steppe_drawing_get_height (const SteppeDrawing *self)
{
  return self->height;
}

/**
 * steppe_drawing_get_words:
 * @self: a drawing
 *
 * Returns: (transfer none): what it shows, for somebody who cannot see it
 */
const char *
steppe_drawing_get_words (const SteppeDrawing *self)
{
  return self->words;
}

/**
 * steppe_drawing_get_captions:
 * @self: a drawing
 *
 * Returns: (transfer none) (element-type utf8): what is to be written below, a paragraph each
 */
GPtrArray *
steppe_drawing_get_captions (const SteppeDrawing *self)
{
  return self->captions;
}

/**
 * steppe_drawing_draw:
 * @self: a drawing
 * @cr: where to draw
 * @x: its left edge, points
 * @y: its upper edge, points
 */
void
steppe_drawing_draw (SteppeDrawing *self,
                     cairo_t *cr,
                     double x,
                     double y)
{
  if (self->timeline != NULL)
    {
      steppe_timeline_figure_draw (self->timeline, cr, x, y);
      return;
    }
  steppe_map_figure_draw (self->map, cr, x, y);
  _steppe_legend_draw (self->legend, cr, x, y + self->map_height);
}
