/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "geo/steppe-clusters.h"

#include <math.h>

/* Level 0 joins only points that are at the same spot; each level after it keeps its clusters twice
 * as far apart, from 1 km to beyond the width of the region. */
#define N_LEVELS 15
#define FINEST 1000.0
/* Points this close are one spot: a metre is less than any dossier means. */
#define SAME_SPOT 1.0
/* About this many clusters share a bucket of a level's index. */
#define PER_BUCKET 4

/* The clusters of a level lie in @clusters in the order of the buckets, so that one row of a query
 * is one run of them. */
typedef struct
{
  double distance;
  SteppeCluster *clusters;
  guint *parents; /* of each cluster, in the level above; %NULL at the top */
  guint n_clusters;
  double x_0, y_0;
  double bucket;
  guint columns, rows;
  guint *starts; /* columns × rows + 1 */
} Level;

struct _SteppeClusters
{
  guint n_points;
  guint *leaves; /* of each point, in level 0 */
  guint *members;
  Level levels[N_LEVELS];
};

static guint
to_bucket (double offset, double bucket, guint n)
{
  return CLAMP (offset / bucket, 0, n - 1);
}

static guint
find_bucket (const Level *level, double x, double y)
{
  return to_bucket (y - level->y_0, level->bucket, level->rows) * level->columns +
         to_bucket (x - level->x_0, level->bucket, level->columns);
}

/* Lays the buckets over the level's clusters, with as many clusters to a bucket as is good. */
static void
level_lay_buckets (Level *level)
{
  SteppeBox box = STEPPE_BOX_EMPTY;
  double width, height;

  for (guint i = 0; i < level->n_clusters; i++)
    steppe_box_extend (&box, level->clusters[i].x, level->clusters[i].y);
  width = MAX (box.x_max - box.x_min, SAME_SPOT);
  height = MAX (box.y_max - box.y_min, SAME_SPOT);
  level->x_0 = box.x_min;
  level->y_0 = box.y_min;
  level->bucket = MAX (sqrt (width * height * PER_BUCKET / level->n_clusters), MAX (width, height) / 1000.0);
  level->columns = ceil (width / level->bucket);
  level->rows = ceil (height / level->bucket);
}

/* Sorts the clusters into the buckets; @remap, a counting sort's result, tells where each went. */
static void
level_index (Level *level, guint *remap)
{
  guint n_buckets;
  g_autofree guint *next = NULL;
  SteppeCluster *sorted = g_new (SteppeCluster, level->n_clusters);

  level_lay_buckets (level);
  n_buckets = level->columns * level->rows;
  level->starts = g_new0 (guint, n_buckets + 1);
  for (guint i = 0; i < level->n_clusters; i++)
    level->starts[find_bucket (level, level->clusters[i].x, level->clusters[i].y) + 1]++;
  for (guint i = 0; i < n_buckets; i++)
    level->starts[i + 1] += level->starts[i];
  next = g_memdup2 (level->starts, n_buckets * sizeof (guint));
  for (guint i = 0; i < level->n_clusters; i++)
    {
      const SteppeCluster *cluster = &level->clusters[i];

      remap[i] = next[find_bucket (level, cluster->x, cluster->y)]++;
      sorted[remap[i]] = *cluster;
    }
  g_free (level->clusters);
  level->clusters = sorted;
}

/* A cell of the square grid that finds neighbours while a level is made. */
typedef struct
{
  gint32 column, row;
  guint first; /* cluster, +1; 0 is a free slot */
} Cell;

typedef struct
{
  double size;
  guint mask;
  Cell *cells;
  guint *next; /* cluster → the next of its cell, +1 */
} Grid;

static Cell *
grid_find (const Grid *grid, gint32 column, gint32 row)
{
  guint hash = (guint) column * 2654435761u ^ (guint) row * 2246822519u;

  hash ^= hash >> 15;
  for (;; hash++)
    {
      Cell *cell = &grid->cells[hash & grid->mask];

      if (cell->first == 0 || (cell->column == column && cell->row == row))
        return cell;
    }
}

static void
grid_init (Grid *grid, double size, guint capacity)
{
  guint n_cells = 16;

  while (n_cells < 2 * capacity)
    n_cells *= 2;
  grid->size = size;
  grid->mask = n_cells - 1;
  grid->cells = g_new0 (Cell, n_cells);
  grid->next = g_new (guint, MAX (capacity, 1));
}

static void
grid_clear (Grid *grid)
{
  g_free (grid->cells);
  g_free (grid->next);
}

static void
grid_add (Grid *grid, guint cluster, double x, double y)
{
  gint32 column = floor (x / grid->size), row = floor (y / grid->size);
  Cell *cell = grid_find (grid, column, row);

  grid->next[cluster] = cell->first;
  *cell = (Cell) { column, row, cluster + 1 };
}

/* The cluster of @clusters nearest to a point, if there is one closer than the grid's size; -1 if
 * not. */
static int
grid_find_nearest (const Grid *grid, const SteppeCluster *clusters, double x, double y)
{
  gint32 column = floor (x / grid->size), row = floor (y / grid->size);
  double least = grid->size;
  int nearest = -1;

  for (int i = 0; i < 9; i++)
    {
      const Cell *cell = grid_find (grid, column + i % 3 - 1, row + i / 3 - 1);

      for (guint n = cell->first; n != 0; n = grid->next[n - 1])
        {
          double d = hypot (clusters[n - 1].x - x, clusters[n - 1].y - y);

          if (d < least)
            {
              least = d;
              nearest = n - 1;
            }
        }
    }
  return nearest;
}

static void
cluster_take (SteppeCluster *self, const SteppeCluster *other)
{
  self->n_points += other->n_points;
  steppe_box_extend (&self->extent, other->extent.x_min, other->extent.y_min);
  steppe_box_extend (&self->extent, other->extent.x_max, other->extent.y_max);
}

static int
compare_weight (gconstpointer a, gconstpointer b, gpointer clusters)
{
  guint first = *(const guint *) a, second = *(const guint *) b;
  guint n_first = ((const SteppeCluster *) clusters)[first].n_points;
  guint n_second = ((const SteppeCluster *) clusters)[second].n_points;

  if (n_first != n_second)
    return n_first > n_second ? -1 : 1;
  return first < second ? -1 : 1;
}

static guint *
sort_by_weight (const SteppeCluster *clusters, guint n_clusters)
{
  guint *order = g_new (guint, MAX (n_clusters, 1));

  for (guint i = 0; i < n_clusters; i++)
    order[i] = i;
  g_sort_array (order, n_clusters, sizeof (guint), compare_weight, (gpointer) clusters);
  return order;
}

/* Joins clusters that are closer than the level's distance. The heaviest come first; each stays
 * where it is, and takes in what comes later and is too close: so no two can be closer than that,
 * and none lies where there is nothing. @parents gets the cluster that each went into. */
static void
level_merge (Level *level, const SteppeCluster *clusters, guint n_clusters, guint *parents)
{
  g_autofree guint *order = sort_by_weight (clusters, n_clusters);
  Grid grid;

  level->clusters = g_new (SteppeCluster, MAX (n_clusters, 1));
  grid_init (&grid, level->distance, n_clusters);
  for (guint i = 0; i < n_clusters; i++)
    {
      const SteppeCluster *cluster = &clusters[order[i]];
      int nearest = grid_find_nearest (&grid, level->clusters, cluster->x, cluster->y);

      if (nearest < 0)
        {
          nearest = level->n_clusters++;
          level->clusters[nearest] = *cluster;
          grid_add (&grid, nearest, cluster->x, cluster->y);
        }
      else
        {
          cluster_take (&level->clusters[nearest], cluster);
        }
      parents[order[i]] = nearest;
    }
  grid_clear (&grid);
}

static void
level_build (Level *level, const SteppeCluster *clusters, guint n_clusters, guint *parents)
{
  g_autofree guint *remap = NULL;

  level_merge (level, clusters, n_clusters, parents);
  level->clusters = g_renew (SteppeCluster, level->clusters, level->n_clusters);
  remap = g_new (guint, level->n_clusters);
  level_index (level, remap);
  for (guint i = 0; i < n_clusters; i++)
    parents[i] = remap[parents[i]];
}

static void
build_levels (SteppeClusters *self, const SteppePoint *points)
{
  g_autofree SteppeCluster *singles = g_new (SteppeCluster, self->n_points);

  for (guint i = 0; i < self->n_points; i++)
    {
      SteppePoint p = points[i];

      singles[i] = (SteppeCluster) { p.x, p.y, { p.x, p.y, p.x, p.y }, 0, 1 };
    }
  self->leaves = g_new (guint, self->n_points);
  self->levels[0].distance = SAME_SPOT;
  level_build (&self->levels[0], singles, self->n_points, self->leaves);
  for (guint i = 1; i < N_LEVELS; i++)
    {
      Level *below = &self->levels[i - 1];

      self->levels[i].distance = FINEST * (1 << (i - 1));
      below->parents = g_new (guint, below->n_clusters);
      level_build (&self->levels[i], below->clusters, below->n_clusters, below->parents);
    }
}

/* Orders the points so that those of any cluster, at any level, stand together. */
static void
order_members (SteppeClusters *self)
{
  Level *top = &self->levels[N_LEVELS - 1];
  g_autofree guint *next = NULL;
  guint first = 0;

  for (guint i = 0; i < top->n_clusters; i++)
    {
      top->clusters[i].first = first;
      first += top->clusters[i].n_points;
    }
  for (guint l = N_LEVELS - 1; l-- > 0;)
    {
      Level *level = &self->levels[l], *above = &self->levels[l + 1];
      g_autofree guint *free_slot = g_new (guint, above->n_clusters);

      for (guint i = 0; i < above->n_clusters; i++)
        free_slot[i] = above->clusters[i].first;
      for (guint i = 0; i < level->n_clusters; i++)
        {
          level->clusters[i].first = free_slot[level->parents[i]];
          free_slot[level->parents[i]] += level->clusters[i].n_points;
        }
    }
  next = g_new (guint, self->levels[0].n_clusters);
  for (guint i = 0; i < self->levels[0].n_clusters; i++)
    next[i] = self->levels[0].clusters[i].first;
  self->members = g_new (guint, self->n_points);
  for (guint i = 0; i < self->n_points; i++)
    self->members[next[self->leaves[i]]++] = i;
}

/**
 * steppe_clusters_new:
 * @points: (array length=n_points): points of the map, finite
 * @n_points: how many
 *
 * Joins points that are close to one another to clusters, at several levels: at each, no two
 * clusters are closer than the level's distance. A cluster of one level is within one cluster of
 * the next.
 *
 * Returns: (transfer full): the clusters
 */
SteppeClusters *
steppe_clusters_new (const SteppePoint *points,
                     guint n_points)
{
  SteppeClusters *self = g_new0 (SteppeClusters, 1);

  self->n_points = n_points;
  for (guint i = 0; i < N_LEVELS; i++)
    self->levels[i].distance = i == 0 ? SAME_SPOT : FINEST * (1 << (i - 1));
  if (n_points > 0)
    {
      build_levels (self, points);
      order_members (self);
    }
  return self;
}

/**
 * steppe_clusters_free:
 * @self: (transfer full): clusters
 */
void
steppe_clusters_free (SteppeClusters *self)
{
  for (guint i = 0; i < N_LEVELS; i++)
    {
      g_free (self->levels[i].clusters);
      g_free (self->levels[i].parents);
      g_free (self->levels[i].starts);
    }
  g_free (self->leaves);
  g_free (self->members);
  g_free (self);
}

/**
 * steppe_clusters_get_n_points:
 * @self: clusters
 *
 * Returns: the number of points in all of them
 */
guint
steppe_clusters_get_n_points (const SteppeClusters *self)
{
  return self->n_points;
}

/**
 * steppe_clusters_get_n_levels:
 * @self: clusters
 *
 * Returns: the number of levels; level 0, the finest, joins only what is at one spot
 */
guint
steppe_clusters_get_n_levels (const SteppeClusters *self)
{
  return N_LEVELS;
}

/**
 * steppe_clusters_get_distance:
 * @self: clusters
 * @level: a level
 *
 * Returns: the least distance between two clusters of the level, in metres of the map
 */
double
steppe_clusters_get_distance (const SteppeClusters *self,
                              guint level)
{
  g_return_val_if_fail (level < N_LEVELS, 0);

  return self->levels[level].distance;
}

/**
 * steppe_clusters_find_level:
 * @self: clusters
 * @distance: metres of the map
 *
 * Returns: the finest level whose clusters are all so far apart, or the coarsest
 */
guint
steppe_clusters_find_level (const SteppeClusters *self,
                            double distance)
{
  guint level = 0;

  while (level < N_LEVELS - 1 && self->levels[level].distance < distance)
    level++;
  return level;
}

/**
 * steppe_clusters_get_level:
 * @self: clusters
 * @level: a level
 * @n_clusters: (out): how many clusters it has
 *
 * Returns: (transfer none) (array length=n_clusters): all clusters of the level
 */
const SteppeCluster *
steppe_clusters_get_level (const SteppeClusters *self,
                           guint level,
                           guint *n_clusters)
{
  g_return_val_if_fail (level < N_LEVELS, NULL);

  *n_clusters = self->levels[level].n_clusters;
  return self->levels[level].clusters;
}

/**
 * steppe_clusters_query:
 * @self: clusters
 * @level: a level
 * @box: a part of the map
 * @found: (element-type SteppeCluster) (inout): gets the clusters added that lie in @box, as
 *   pointers to [struct@Steppe.Cluster] that belong to @self
 *
 * Finds the clusters to show; takes time by what is found, not by what there is.
 */
void
steppe_clusters_query (const SteppeClusters *self,
                       guint level,
                       const SteppeBox *box,
                       GArray *found)
{
  const Level *l = &self->levels[level];
  guint left, right, bottom, top;

  g_return_if_fail (level < N_LEVELS);

  if (l->n_clusters == 0 || steppe_box_is_empty (box))
    return;
  left = to_bucket (box->x_min - l->x_0, l->bucket, l->columns);
  right = to_bucket (box->x_max - l->x_0, l->bucket, l->columns);
  bottom = to_bucket (box->y_min - l->y_0, l->bucket, l->rows);
  top = to_bucket (box->y_max - l->y_0, l->bucket, l->rows);
  for (guint row = bottom; row <= top; row++)
    for (guint i = l->starts[row * l->columns + left]; i < l->starts[row * l->columns + right + 1]; i++)
      {
        const SteppeCluster *cluster = &l->clusters[i];

        if (steppe_box_contains (box, cluster->x, cluster->y))
          g_array_append_val (found, cluster);
      }
}

/**
 * steppe_clusters_get_members:
 * @self: clusters
 * @cluster: one of them
 *
 * Returns: (transfer none) (array): the numbers of its `n_points` points, as they were given to
 *   [func@Steppe.clusters_new]
 */
const guint *
steppe_clusters_get_members (const SteppeClusters *self,
                             const SteppeCluster *cluster)
{
  return self->members + cluster->first;
}

/**
 * steppe_clusters_find_point:
 * @self: clusters
 * @level: a level
 * @point: the number of a point
 *
 * Returns: (transfer none): the cluster of the level that holds the point
 */
const SteppeCluster *
steppe_clusters_find_point (const SteppeClusters *self,
                            guint level,
                            guint point)
{
  guint n;

  g_return_val_if_fail (level < N_LEVELS && point < self->n_points, NULL);

  n = self->leaves[point];
  for (guint l = 0; l < level; l++)
    n = self->levels[l].parents[n];
  return &self->levels[level].clusters[n];
}
