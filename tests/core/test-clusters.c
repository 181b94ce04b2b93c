/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "geo/steppe-clusters.h"

#include <math.h>

/* Points as a dossier has them: many at the same few places, more around cities, some anywhere. */
static SteppePoint *
make_points (guint n_points, guint32 seed)
{
  GRand *rand = g_rand_new_with_seed (seed);
  SteppePoint *points = g_new (SteppePoint, MAX (n_points, 1));
  SteppePoint cities[12];

  for (guint i = 0; i < G_N_ELEMENTS (cities); i++)
    cities[i] = (SteppePoint) { g_rand_double_range (rand, -4.5e6, 3.2e6), g_rand_double_range (rand, -3.3e6, 3.8e6) };
  for (guint i = 0; i < n_points; i++)
    {
      SteppePoint city = cities[g_rand_int_range (rand, 0, G_N_ELEMENTS (cities))];
      double reach = 0;

      switch (g_rand_int_range (rand, 0, 3))
        {
        case 0:
          break;
        case 1:
          reach = 5e4;
          break;
        default:
          reach = 2e6;
        }
      points[i].x = city.x + reach * g_rand_double_range (rand, -1, 1);
      points[i].y = city.y + reach * g_rand_double_range (rand, -1, 1);
    }
  g_rand_free (rand);
  return points;
}

static const guint sizes[] = { 0, 1, 2, 3, 17, 300, 5000 };

static void
foreach_size (void (*check) (const SteppeClusters *clusters, const SteppePoint *points))
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree SteppePoint *points = make_points (sizes[i], 40 + i);
      g_autoptr (SteppeClusters) clusters = steppe_clusters_new (points, sizes[i]);

      check (clusters, points);
    }
}

/* At each level each point is in one cluster, the one that find_point names, within its extent. */
static void
check_members (const SteppeClusters *clusters, const SteppePoint *points)
{
  guint n_points = steppe_clusters_get_n_points (clusters);

  for (guint level = 0; level < steppe_clusters_get_n_levels (clusters); level++)
    {
      g_autofree guint *seen = g_new0 (guint, MAX (n_points, 1));
      guint n_clusters, sum = 0;
      const SteppeCluster *all = steppe_clusters_get_level (clusters, level, &n_clusters);

      for (guint i = 0; i < n_clusters; i++)
        {
          const guint *members = steppe_clusters_get_members (clusters, &all[i]);

          g_assert_cmpuint (all[i].n_points, >, 0);
          sum += all[i].n_points;
          for (guint k = 0; k < all[i].n_points; k++)
            {
              const SteppePoint *point = &points[members[k]];

              seen[members[k]]++;
              g_assert_true (steppe_clusters_find_point (clusters, level, members[k]) == &all[i]);
              g_assert_true (steppe_box_contains (&all[i].extent, point->x, point->y));
            }
          g_assert_true (steppe_box_contains (&all[i].extent, all[i].x, all[i].y));
        }
      g_assert_cmpuint (sum, ==, n_points);
      for (guint i = 0; i < n_points; i++)
        g_assert_cmpuint (seen[i], ==, 1);
    }
}

static void
check_distance (const SteppeClusters *clusters, const SteppePoint *points)
{
  for (guint level = 0; level < steppe_clusters_get_n_levels (clusters); level++)
    {
      double least = steppe_clusters_get_distance (clusters, level);
      guint n_clusters;
      const SteppeCluster *all = steppe_clusters_get_level (clusters, level, &n_clusters);

      for (guint i = 0; i < n_clusters; i++)
        for (guint k = i + 1; k < n_clusters; k++)
          if (fabs (all[i].x - all[k].x) < least && fabs (all[i].y - all[k].y) < least)
            g_assert_cmpfloat (hypot (all[i].x - all[k].x, all[i].y - all[k].y), >=, least);
    }
}

/* A point is never carried further than the distances of its levels together, and the points of a
 * cluster are together in the next level. */
static void
check_nesting (const SteppeClusters *clusters, const SteppePoint *points)
{
  double sum = 0;

  for (guint level = 0; level < steppe_clusters_get_n_levels (clusters); level++)
    {
      sum += steppe_clusters_get_distance (clusters, level);
      for (guint i = 0; i < steppe_clusters_get_n_points (clusters); i++)
        {
          const SteppeCluster *cluster = steppe_clusters_find_point (clusters, level, i);

          g_assert_cmpfloat (hypot (cluster->x - points[i].x, cluster->y - points[i].y), <, sum);
          if (level > 0)
            {
              const SteppeCluster *below = steppe_clusters_find_point (clusters, level - 1, i);

              g_assert_cmpuint (below->first, >=, cluster->first);
              g_assert_cmpuint (below->first + below->n_points, <=, cluster->first + cluster->n_points);
            }
        }
    }
}

static void
check_query (const SteppeClusters *clusters, const SteppePoint *points)
{
  const SteppeBox boxes[] = {
    { -1e9, -1e9, 1e9, 1e9 },
    { -1e6, -1e6, 1e6, 1e6 },
    { 3e5, -2e6, 9e5, 3e6 },
    { 5e7, 5e7, 6e7, 6e7 },
    { 1, 1, -1, -1 },
  };

  for (guint b = 0; b < G_N_ELEMENTS (boxes); b++)
    for (guint level = 0; level < steppe_clusters_get_n_levels (clusters); level++)
      {
        g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (SteppeCluster *));
        guint n_clusters, expected = 0;
        const SteppeCluster *all = steppe_clusters_get_level (clusters, level, &n_clusters);

        for (guint i = 0; i < n_clusters; i++)
          expected += steppe_box_contains (&boxes[b], all[i].x, all[i].y);
        steppe_clusters_query (clusters, level, &boxes[b], found);
        g_assert_cmpuint (found->len, ==, expected);
        for (guint i = 0; i < found->len; i++)
          {
            const SteppeCluster *cluster = g_array_index (found, SteppeCluster *, i);

            g_assert_true (steppe_box_contains (&boxes[b], cluster->x, cluster->y));
          }
      }
}

static void
test_members (void)
{
  foreach_size (check_members);
}

static void
test_distance (void)
{
  foreach_size (check_distance);
}

static void
test_nesting (void)
{
  foreach_size (check_nesting);
}

static void
test_query (void)
{
  foreach_size (check_query);
}

static void
test_levels (void)
{
  g_autoptr (SteppeClusters) clusters = steppe_clusters_new (NULL, 0);
  guint n_levels = steppe_clusters_get_n_levels (clusters);

  for (guint i = 1; i < n_levels; i++)
    g_assert_cmpfloat (steppe_clusters_get_distance (clusters, i), >=, 2 * steppe_clusters_get_distance (clusters, i - 1));
  for (double d = 0.5; d < 1e7; d *= 1.7)
    {
      guint level = steppe_clusters_find_level (clusters, d);

      g_assert_cmpfloat (steppe_clusters_get_distance (clusters, level), >=, d);
      if (level > 0)
        g_assert_cmpfloat (steppe_clusters_get_distance (clusters, level - 1), <, d);
    }
  g_assert_cmpuint (steppe_clusters_find_level (clusters, G_MAXDOUBLE), ==, n_levels - 1);
}

/* Three at the capital, one at its airport 30 km away, one far off. */
static void
test_places (void)
{
  const SteppePoint points[] = { { 0, 0 }, { 3e4, 1e3 }, { 0, 0 }, { 2e6, 1e6 }, { 0, 0 } };
  g_autoptr (SteppeClusters) clusters = steppe_clusters_new (points, G_N_ELEMENTS (points));
  guint near = steppe_clusters_find_level (clusters, 1e4), far = steppe_clusters_find_level (clusters, 1e5);
  const SteppeCluster *capital;
  guint n_clusters;

  steppe_clusters_get_level (clusters, near, &n_clusters);
  g_assert_cmpuint (n_clusters, ==, 3);
  capital = steppe_clusters_find_point (clusters, near, 2);
  g_assert_cmpuint (capital->n_points, ==, 3);

  steppe_clusters_get_level (clusters, far, &n_clusters);
  g_assert_cmpuint (n_clusters, ==, 2);
  capital = steppe_clusters_find_point (clusters, far, 1);
  g_assert_cmpuint (capital->n_points, ==, 4);
  /* It stays where most is. */
  g_assert_cmpfloat (capital->x, ==, 0);
  g_assert_cmpfloat (capital->y, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clusters/members", test_members);
  g_test_add_func ("/clusters/distance", test_distance);
  g_test_add_func ("/clusters/nesting", test_nesting);
  g_test_add_func ("/clusters/query", test_query);
  g_test_add_func ("/clusters/levels", test_levels);
  g_test_add_func ("/clusters/places", test_places);
  return g_test_run ();
}
