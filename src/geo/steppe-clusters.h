/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/steppe-camera.h"

G_BEGIN_DECLS

typedef struct _SteppeClusters SteppeClusters;

/**
 * SteppePoint:
 * @x: metres east
 * @y: metres north
 *
 * A point of the map, in metres of the map's projection.
 */
typedef struct
{
  double x;
  double y;
} SteppePoint;

/**
 * SteppeCluster:
 * @x: metres east, of the cluster's heaviest place
 * @y: metres north
 * @extent: the box of its points
 * @first: where its points begin among all, see [func@Steppe.clusters_get_members]
 * @n_points: how many points are in it; at least one
 *
 * Points of the map that are too close to be shown apart.
 */
typedef struct
{
  double x;
  double y;
  SteppeBox extent;
  guint first;
  guint n_points;
} SteppeCluster;

SteppeClusters *steppe_clusters_new (const SteppePoint *points,
                                     guint n_points);
void steppe_clusters_free (SteppeClusters *self);

guint steppe_clusters_get_n_points (const SteppeClusters *self);
guint steppe_clusters_get_n_levels (const SteppeClusters *self);
double steppe_clusters_get_distance (const SteppeClusters *self,
                                     guint level);
guint steppe_clusters_find_level (const SteppeClusters *self,
                                  double distance);
const SteppeCluster *steppe_clusters_get_level (const SteppeClusters *self,
                                                guint level,
                                                guint *n_clusters);
void steppe_clusters_query (const SteppeClusters *self,
                            guint level,
                            const SteppeBox *box,
                            GArray *found);
const guint *steppe_clusters_get_members (const SteppeClusters *self,
                                          const SteppeCluster *cluster);
const SteppeCluster *steppe_clusters_find_point (const SteppeClusters *self,
                                                 guint level,
                                                 guint point);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeClusters, steppe_clusters_free)

G_END_DECLS
