/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "geo/steppe-label-placer.h"

#define WIDTH 1000.0
#define HEIGHT 700.0
#define SPACING 2.0

typedef struct
{
  double left, top, right, bottom;
} Box;

static const SteppeLabel town = { STEPPE_LABEL_ANCHOR_AROUND, 500, 300, 60, 16, 5 };

static gboolean
apart (const Box *a, const Box *b, double distance)
{
  return a->left >= b->right + distance - 1e-9 || b->left >= a->right + distance - 1e-9 ||
         a->top >= b->bottom + distance - 1e-9 || b->top >= a->bottom + distance - 1e-9;
}

static void
test_sides (void)
{
  g_autoptr (SteppeLabelPlacer) placer = steppe_label_placer_new (WIDTH, HEIGHT, SPACING);
  g_autoptr (SteppeLabelPlacer) mirrored = steppe_label_placer_new (WIDTH, HEIGHT, SPACING);
  SteppeLabel leftwards = town, centered = town;
  double left, top;

  g_assert_true (steppe_label_placer_place (placer, &town, &left, &top));
  g_assert_cmpfloat (left, ==, 505);
  g_assert_cmpfloat (top, ==, 292);

  leftwards.anchor = STEPPE_LABEL_ANCHOR_AROUND_RTL;
  g_assert_true (steppe_label_placer_place (mirrored, &leftwards, &left, &top));
  g_assert_cmpfloat (left, ==, 435);

  centered.anchor = STEPPE_LABEL_ANCHOR_CENTER;
  centered.y = 600;
  g_assert_true (steppe_label_placer_place (placer, &centered, &left, &top));
  g_assert_cmpfloat (left, ==, 470);
  g_assert_cmpfloat (top, ==, 592);
}

/* With the right taken the label goes elsewhere; with all taken it goes nowhere and leaves the
 * answer alone. */
static void
test_obstacles (void)
{
  static const Box around[] = { { 510, 250, 610, 350 }, { 300, 100, 495, 500 } };
  double left = -1, top = -1;

  for (guint n = 1; n <= G_N_ELEMENTS (around); n++)
    {
      g_autoptr (SteppeLabelPlacer) placer = steppe_label_placer_new (WIDTH, HEIGHT, SPACING);

      for (guint i = 0; i < n; i++)
        steppe_label_placer_add_obstacle (placer, around[i].left, around[i].top,
                                          around[i].right - around[i].left,
                                          around[i].bottom - around[i].top);
      left = top = -1;
      g_assert_true (steppe_label_placer_place (placer, &town, &left, &top) == (n == 1));
      if (n == 1)
        g_assert_cmpfloat (left + town.width, ==, 495);
    }
  g_assert_cmpfloat (left, ==, -1);
  g_assert_cmpfloat (top, ==, -1);
}

/* A marker on the town: its name stands beside the marker. */
static void
test_marker_on_point (void)
{
  g_autoptr (SteppeLabelPlacer) placer = steppe_label_placer_new (WIDTH, HEIGHT, SPACING);
  double left, top;

  steppe_label_placer_add_obstacle (placer, 485, 285, 30, 30);
  g_assert_true (steppe_label_placer_place (placer, &town, &left, &top));
  g_assert_cmpfloat (left, ==, 515 + SPACING);
  g_assert_cmpfloat (top, ==, 292);
}

/* A button on the town: it has no name, far from where nobody sees it, but a town beside the button has. */
static void
test_point_under_cover (void)
{
  g_autoptr (SteppeLabelPlacer) placer = steppe_label_placer_new (WIDTH, HEIGHT, SPACING);
  SteppeLabel beside = town;
  double left = -1, top = -1;

  steppe_label_placer_add_cover (placer, 485, 285, 30, 30);
  g_assert_false (steppe_label_placer_place (placer, &town, &left, &top));
  g_assert_cmpfloat (left, ==, -1);
  beside.x = 475;
  g_assert_true (steppe_label_placer_place (placer, &beside, &left, &top));
  g_assert_cmpfloat (left + beside.width, <=, 485 - SPACING);
}

/* A dot may not lie under a name that is there already, nor under another dot. */
static void
test_point_under_label (void)
{
  g_autoptr (SteppeLabelPlacer) placer = steppe_label_placer_new (WIDTH, HEIGHT, SPACING);
  SteppeLabel neighbour = town;
  double left, top;

  g_assert_true (steppe_label_placer_place (placer, &town, &left, &top));
  neighbour.x += 20;
  g_assert_false (steppe_label_placer_place (placer, &neighbour, &left, &top));
  neighbour.x = town.x - 3;
  g_assert_false (steppe_label_placer_place (placer, &neighbour, &left, &top));
  neighbour.x = town.x - 30;
  g_assert_true (steppe_label_placer_place (placer, &neighbour, &left, &top));
}

static void
test_edges (void)
{
  g_autoptr (SteppeLabelPlacer) loose = steppe_label_placer_new (WIDTH, HEIGHT, SPACING);
  g_autoptr (SteppeLabelPlacer) strict = steppe_label_placer_new (WIDTH, HEIGHT, SPACING);
  SteppeLabel edge = town;
  double left, top;

  edge.x = WIDTH - 10;
  g_assert_true (steppe_label_placer_place (loose, &edge, &left, &top));
  g_assert_cmpfloat (left, ==, WIDTH - 5);

  steppe_label_placer_set_keep_inside (strict, TRUE);
  g_assert_true (steppe_label_placer_place (strict, &edge, &left, &top));
  g_assert_cmpfloat (left, ==, WIDTH - 75);

  edge.x = WIDTH + 500;
  g_assert_false (steppe_label_placer_place (loose, &edge, &left, &top));
}

/* A crowd: no two labels come closer than the spacing, none comes near an obstacle, the first
 * of all has its best place, and a second run gives the same. */
static void
test_crowd (void)
{
  enum
  {
    N_LABELS = 600,
    N_OBSTACLES = 40,
  };
  SteppeLabel labels[N_LABELS];
  Box obstacles[N_OBSTACLES];
  Box places[2][N_LABELS];
  gboolean placed[2][N_LABELS];
  guint n_placed = 0;

  for (guint i = 0; i < N_LABELS; i++)
    labels[i] = (SteppeLabel) { i % 7 == 3 ? STEPPE_LABEL_ANCHOR_CENTER : STEPPE_LABEL_ANCHOR_AROUND,
                                g_test_rand_double_range (-50, WIDTH + 50),
                                g_test_rand_double_range (-50, HEIGHT + 50),
                                g_test_rand_double_range (20, 120), g_test_rand_double_range (10, 24), 5 };
  labels[0] = town;
  for (guint i = 0; i < N_OBSTACLES; i++)
    {
      double x = g_test_rand_double_range (0, 400), y = g_test_rand_double_range (0, HEIGHT);

      obstacles[i] = (Box) { x, y, x + 24, y + 24 };
    }

  for (guint run = 0; run < 2; run++)
    {
      g_autoptr (SteppeLabelPlacer) placer = steppe_label_placer_new (WIDTH, HEIGHT, SPACING);

      for (guint i = 0; i < N_OBSTACLES; i++)
        steppe_label_placer_add_obstacle (placer, obstacles[i].left, obstacles[i].top, 24, 24);
      for (guint i = 0; i < N_LABELS; i++)
        {
          Box *place = &places[run][i];

          placed[run][i] = steppe_label_placer_place (placer, &labels[i], &place->left, &place->top);
          place->right = place->left + labels[i].width;
          place->bottom = place->top + labels[i].height;
        }
    }

  g_assert_true (placed[0][0]);
  g_assert_cmpfloat (places[0][0].left, ==, 505);
  for (guint i = 0; i < N_LABELS; i++)
    {
      g_assert_true (placed[0][i] == placed[1][i]);
      if (!placed[0][i])
        continue;
      n_placed++;
      g_assert_cmpfloat (places[0][i].left, ==, places[1][i].left);
      g_assert_cmpfloat (places[0][i].top, ==, places[1][i].top);
      for (guint k = 0; k < N_OBSTACLES; k++)
        g_assert_true (apart (&places[0][i], &obstacles[k], SPACING));
      for (guint k = 0; k < i; k++)
        g_assert_true (!placed[0][k] || apart (&places[0][i], &places[0][k], SPACING));
    }
  g_assert_cmpuint (n_placed, >, 60);
  g_assert_cmpuint (n_placed, <, N_LABELS);
}

/* With slack a name steps off its point to where there is room, no further than it may. */
static void
test_slack (void)
{
  SteppeLabel country = { STEPPE_LABEL_ANCHOR_CENTER, 500, 300, 100, 20, 0, 80, 40 };
  g_autoptr (SteppeLabelPlacer) placer = steppe_label_placer_new (WIDTH, HEIGHT, SPACING);
  g_autoptr (SteppeLabelPlacer) full = steppe_label_placer_new (WIDTH, HEIGHT, SPACING);
  double left = -1, top = -1;

  steppe_label_placer_add_obstacle (placer, 490, 290, 20, 20);
  g_assert_true (steppe_label_placer_place (placer, &country, &left, &top));
  g_assert_cmpfloat (left + 50, >=, 420);
  g_assert_cmpfloat (left + 50, <=, 580);
  g_assert_cmpfloat (top + 10, >=, 260);
  g_assert_cmpfloat (top + 10, <=, 340);
  g_assert_true (apart (&(Box) { left, top, left + 100, top + 20 }, &(Box) { 490, 290, 510, 310 }, SPACING));

  /* Where all within reach is taken, it stays away. */
  steppe_label_placer_add_obstacle (full, 350, 200, 300, 200);
  g_assert_false (steppe_label_placer_place (full, &country, &left, &top));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/label-placer/sides", test_sides);
  g_test_add_func ("/label-placer/obstacles", test_obstacles);
  g_test_add_func ("/label-placer/marker-on-point", test_marker_on_point);
  g_test_add_func ("/label-placer/point-under-cover", test_point_under_cover);
  g_test_add_func ("/label-placer/point-under-label", test_point_under_label);
  g_test_add_func ("/label-placer/edges", test_edges);
  g_test_add_func ("/label-placer/crowd", test_crowd);
  g_test_add_func ("/label-placer/slack", test_slack);
  return g_test_run ();
}
