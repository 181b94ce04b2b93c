/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "geo/steppe-label-placer.h"

#include <math.h>

/* Boxes are looked up in a grid of square cells; those off the view are put into its edge. */
#define CELL 96.0
#define MAX_CELLS 256u

typedef struct
{
  double left;
  double top;
  double right;
  double bottom;
  gboolean hides; /* whether what is under it cannot be seen */
} Box;

/**
 * SteppeLabelPlacer:
 *
 * Finds room for the labels of a view, one after the other: the caller offers the most important
 * first, and what is placed stays. The same labels in the same order always get the same places.
 * Units are pixels, from the upper left corner of the view.
 */
struct _SteppeLabelPlacer
{
  Box view;
  double spacing;
  gboolean keep_inside;
  GArray *boxes; /* of Box: what is taken, the obstacles first */
  guint n_obstacles;
  guint n_columns;
  guint n_rows;
  GArray **cells; /* of guint: index in boxes */
};

/* The places beside a point, the best first: the text's middle stands at (x, y) times half its size
 * and the clearance from the point. Mirrored for text that runs leftwards. */
static const struct
{
  double x;
  double y;
} sides[] = {
  { 1, 0 },
  { 1, -1 },
  { 1, 1 },
  { -1, 0 },
  { 0, -1 },
  { 0, 1 },
  { -1, -1 },
  { -1, 1 },
};

/* The places of a label that may lie off its point, the nearest first, in its slacks. */
static const struct
{
  double x;
  double y;
} shifts[] = {
  { 0, 0 },
  { -0.5, 0 },
  { 0, -0.5 },
  { 0, 0.5 },
  { 0.5, 0 },
  { -0.5, -0.5 },
  { -0.5, 0.5 },
  { 0.5,
    -0.5 },
  { 0.5, 0.5 },
  { -1, 0 },
  { 0, -1 },
  { 0, 1 },
  { 1, 0 },
  { -1, -0.5 },
  { -1, 0.5 },
  { -0.5,
    -1 },
  { -0.5, 1 },
  { 0.5, -1 },
  { 0.5, 1 },
  { 1, -0.5 },
  { 1, 0.5 },
};

/**
 * steppe_label_placer_new:
 * @width: width of the view
 * @height: height of the view
 * @spacing: the least distance between two labels, and between a label and an obstacle
 *
 * Returns: (transfer full): a placer with nothing in it; free with steppe_label_placer_free()
 */
SteppeLabelPlacer *
steppe_label_placer_new (double width, double height, double spacing)
{
  SteppeLabelPlacer *self = g_new0 (SteppeLabelPlacer, 1);

  self->view = (Box) { 0, 0, width, height };
  self->spacing = spacing;
  self->boxes = g_array_new (FALSE, FALSE, sizeof (Box));
  self->n_columns = (guint) CLAMP (ceil (width / CELL), 1, MAX_CELLS);
  self->n_rows = (guint) CLAMP (ceil (height / CELL), 1, MAX_CELLS);
  self->cells = g_new0 (GArray *, self->n_columns * self->n_rows);
  return self;
}

/**
 * steppe_label_placer_free:
 * @self: (transfer full): a placer
 */
void
steppe_label_placer_free (SteppeLabelPlacer *self)
{
  for (guint i = 0; i < self->n_columns * self->n_rows; i++)
    g_clear_pointer (&self->cells[i], g_array_unref);
  g_free (self->cells);
  g_array_unref (self->boxes);
  g_free (self);
}

/**
 * steppe_label_placer_set_keep_inside:
 * @self: a placer
 * @keep_inside: whether labels must lie in the view whole, as on paper; else they may be cut by its
 *   edge, so that they stay while the view moves
 */
void
steppe_label_placer_set_keep_inside (SteppeLabelPlacer *self, gboolean keep_inside)
{
  self->keep_inside = keep_inside;
}

static guint
cell_of (double position, guint n_cells)
{
  return (guint) CLAMP (floor (position / CELL), 0, n_cells - 1);
}

static void
take (SteppeLabelPlacer *self, const Box *box)
{
  guint index = self->boxes->len;

  g_array_append_vals (self->boxes, box, 1);
  for (guint row = cell_of (box->top, self->n_rows); row <= cell_of (box->bottom, self->n_rows); row++)
    for (guint column = cell_of (box->left, self->n_columns);
         column <= cell_of (box->right, self->n_columns);
         column++)
      {
        GArray **cell = &self->cells[row * self->n_columns + column];

        if (*cell == NULL)
          *cell = g_array_new (FALSE, FALSE, sizeof (guint));
        g_array_append_val (*cell, index);
      }
}

static gboolean
overlap (const Box *a, const Box *b)
{
  return a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

static gboolean
is_free (SteppeLabelPlacer *self, const Box *wanted)
{
  Box box = { wanted->left - self->spacing, wanted->top - self->spacing,
              wanted->right + self->spacing, wanted->bottom + self->spacing };

  for (guint row = cell_of (box.top, self->n_rows); row <= cell_of (box.bottom, self->n_rows); row++)
    for (guint column = cell_of (box.left, self->n_columns);
         column <= cell_of (box.right, self->n_columns);
         column++)
      {
        const GArray *cell = self->cells[row * self->n_columns + column];

        for (guint i = 0; cell != NULL && i < cell->len; i++)
          if (overlap (&box, &g_array_index (self->boxes, Box, g_array_index (cell, guint, i))))
            return FALSE;
      }
  return TRUE;
}

static gboolean
is_in_view (SteppeLabelPlacer *self, const Box *box)
{
  if (!self->keep_inside)
    return overlap (box, &self->view);
  return box->left >= self->view.left && box->top >= self->view.top &&
         box->right <= self->view.right && box->bottom <= self->view.bottom;
}

static Box
dot_of (const SteppeLabel *label)
{
  return (Box) { label->x - label->clearance, label->y - label->clearance,
                 label->x + label->clearance, label->y + label->clearance };
}

/* What a label beside a point must keep clear of: the dot, and all the obstacles that cover the
 * point, such as a marker on a city, so that the name comes to stand beside the marker.
 * Returns FALSE if something hides the point, or another label or its dot lies where the dot would be. */
static gboolean
find_core (SteppeLabelPlacer *self, const SteppeLabel *label, Box *core)
{
  const GArray *cell = self->cells[cell_of (label->y, self->n_rows) * self->n_columns +
                                   cell_of (label->x, self->n_columns)];

  *core = dot_of (label);
  for (guint i = 0; cell != NULL && i < cell->len; i++)
    {
      guint index = g_array_index (cell, guint, i);
      const Box *box = &g_array_index (self->boxes, Box, index);

      if (label->x < box->left || label->x > box->right || label->y < box->top || label->y > box->bottom)
        continue;
      if (box->hides || index >= self->n_obstacles)
        return FALSE;
      core->left = MIN (core->left, box->left - self->spacing);
      core->top = MIN (core->top, box->top - self->spacing);
      core->right = MAX (core->right, box->right + self->spacing);
      core->bottom = MAX (core->bottom, box->bottom + self->spacing);
    }
  return TRUE;
}

/* The box of a label on one side of its core; x and y are -1, 0 or 1. */
static Box
beside (const SteppeLabel *label, const Box *core, double x, double y)
{
  double left = x > 0 ? core->right : x < 0 ? core->left - label->width
                                            : label->x - label->width / 2;
  double top = label->y - label->height / 2;

  if (x != 0)
    top += y * label->height / 2;
  else
    top = y > 0 ? core->bottom : core->top - label->height;
  return (Box) { left, top, left + label->width, top + label->height };
}

static gboolean
try_box (SteppeLabelPlacer *self, const Box *box, double *left, double *top)
{
  if (!is_in_view (self, box) || !is_free (self, box))
    return FALSE;
  take (self, box);
  *left = box->left;
  *top = box->top;
  return TRUE;
}

static void
add_obstacle (SteppeLabelPlacer *self, const Box *box)
{
  g_return_if_fail (self->n_obstacles == self->boxes->len);

  take (self, box);
  self->n_obstacles++;
}

/**
 * steppe_label_placer_add_obstacle:
 * @self: a placer
 * @x: left edge
 * @y: upper edge
 * @width: width
 * @height: height
 *
 * Keeps labels away from a rectangle; that of a point in it comes to stand beside it. Obstacles may overlap; all of them come before
 * the first label.
 */
void
steppe_label_placer_add_obstacle (SteppeLabelPlacer *self,
                                  double x,
                                  double y,
                                  double width,
                                  double height)
{
  add_obstacle (self, &(Box) { x, y, x + width, y + height, FALSE });
}

/**
 * steppe_label_placer_add_cover:
 * @self: a placer
 * @x: left edge
 * @y: upper edge
 * @width: width
 * @height: height
 *
 * Keeps labels away from a rectangle under which nothing is seen: a point in it gets no label. For the rest it is an obstacle.
 */
void
steppe_label_placer_add_cover (SteppeLabelPlacer *self,
                               double x,
                               double y,
                               double width,
                               double height)
{
  add_obstacle (self, &(Box) { x, y, x + width, y + height, TRUE });
}

/* Over the point, or as near to it as there is room. */
static gboolean
place_over (SteppeLabelPlacer *self, const SteppeLabel *label, double *left, double *top)
{
  for (guint i = 0; i < G_N_ELEMENTS (shifts); i++)
    {
      double x = label->x + shifts[i].x * label->slack_x, y = label->y + shifts[i].y * label->slack_y;
      Box box = { x - label->width / 2, y - label->height / 2, x + label->width / 2, y + label->height / 2 };

      if (try_box (self, &box, left, top))
        return TRUE;
      if (label->slack_x == 0 && label->slack_y == 0)
        return FALSE;
    }
  return FALSE;
}

/**
 * steppe_label_placer_place:
 * @self: a placer
 * @label: a label less important than all before it
 * @left: (out): left edge of its place; unchanged if there is none
 * @top: (out): upper edge of its place
 *
 * Finds a place for a label and takes it.
 *
 * Returns: whether there was room
 */
gboolean
steppe_label_placer_place (SteppeLabelPlacer *self,
                           const SteppeLabel *label,
                           double *left,
                           double *top)
{
  double mirror = label->anchor == STEPPE_LABEL_ANCHOR_AROUND_RTL ? -1 : 1;
  Box core;

  if (label->anchor == STEPPE_LABEL_ANCHOR_CENTER)
    return place_over (self, label, left, top);

  if (!find_core (self, label, &core))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      Box box = beside (label, &core, sides[i].x * mirror, sides[i].y);

      if (try_box (self, &box, left, top))
        {
          Box dot = dot_of (label);

          take (self, &dot);
          return TRUE;
        }
    }
  return FALSE;
}
