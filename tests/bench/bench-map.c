/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "bench.h"
#include "map/steppe-map-view-private.h"

/* More than there are between all of the story and a town. */
#define TURNS 40
/* The map makes a movement of a turn of the wheel; the next one comes in the middle of it. */
#define FRAMES_PER_TURN 6
/* A change of scale by less does not count: it is where the map cannot go on, or comes to its end ever more slowly. */
#define LEAST_ZOOM 1.01

static GtkWidget *
create (SteppeFocus *focus)
{
  return g_object_new (STEPPE_TYPE_MAP_VIEW, "focus", focus, NULL);
}

static BenchView
get_view (GtkWidget *pane)
{
  const SteppeCamera *camera = &STEPPE_MAP_VIEW (pane)->camera;

  return (BenchView) { camera->x, camera->y, camera->scale };
}

/* Turns the wheel up to so many times, as long as the map follows; returns how often. */
static int
turn_wheel (Bench *bench,
            int turns)
{
  int most = bench_get_amount (bench, ABS (turns)), n = 0;
  double scale;

  do
    {
      scale = bench_get_view (bench).scale;
      bench_turn_wheel (bench, turns > 0 ? 1 : -1);
      for (int k = 0; k < FRAMES_PER_TURN; k++)
        bench_wait_move (bench);
    }
  while (++n < most && fabs (log (bench_get_view (bench).scale / scale)) > log (LEAST_ZOOM));
  return n;
}

/* The middle of the map, where its first view has the story. */
static void
aim (Bench *bench,
     GtkWidget *pane)
{
  bench_move_pointer (bench, gtk_widget_get_width (pane) / 2.0, gtk_widget_get_height (pane) / 2.0);
}

/* Goes on until the map is so many times as large. */
static int
enlarge (Bench *bench,
         double factor)
{
  double scale = bench_get_view (bench).scale * factor;
  int n = 0;

  while (bench_get_view (bench).scale < scale && turn_wheel (bench, 1) > 0 && ++n < TURNS)
    ;
  return n;
}

/* To and fro at three scales. */
void
bench_pan_map (Bench *bench,
               GtkWidget *pane)
{
  static const double factors[] = { 1.5, 3.4, 11.4 };
  double left = 80, right = gtk_widget_get_width (pane) - 80, y = gtk_widget_get_height (pane) / 2.0;

  for (int i = 0; i < bench_get_amount (bench, G_N_ELEMENTS (factors)); i++)
    {
      int n;

      aim (bench, pane);
      n = enlarge (bench, factors[i]);
      bench_wait_rest (bench);
      bench_record_frames (bench, TRUE);
      for (int k = 0; k < bench_get_amount (bench, 2); k++)
        {
          bench_drag (bench, left, right, y);
          bench_drag (bench, right, left, y);
        }
      bench_record_frames (bench, FALSE);
      bench_wait_rest (bench);
      aim (bench, pane);
      turn_wheel (bench, -n);
      bench_wait_rest (bench);
    }
}

/* From all of the story to a town about the pointer, and back. */
void
bench_zoom_map (Bench *bench,
                GtkWidget *pane)
{
  for (int i = 0; i < bench_get_amount (bench, 3); i++)
    {
      aim (bench, pane);
      bench_record_frames (bench, TRUE);
      turn_wheel (bench, -turn_wheel (bench, TURNS));
      bench_record_frames (bench, FALSE);
      bench_wait_rest (bench);
    }
}

const BenchPane bench_map = { "map", 1280, 800, 1, create, get_view, bench_pan_map, bench_zoom_map };
