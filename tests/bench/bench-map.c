/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"
#include "map/steppe-map-view-private.h"

/* More than there are between all of the story and a town. */
#define NOTCHES 16
/* The map turns a notch into a movement; the next one comes in the middle of it. */
#define FRAMES_PER_NOTCH 6

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

/* Turns the wheel up to so many notches, as long as the map follows; returns how many. */
static int
turn_wheel (Bench *bench,
            SteppeMapView *view,
            int notches)
{
  int most = bench_get_amount (bench, ABS (notches)), n = 0;
  double scale;

  do
    {
      scale = view->camera.scale;
      bench_turn_wheel (bench, notches > 0 ? 1 : -1);
      for (int k = 0; k < FRAMES_PER_NOTCH; k++)
        bench_wait_move (bench);
    }
  while (++n < most && view->camera.scale != scale);
  return n;
}

/* The middle of the map, where its first view has the story. */
static void
aim (Bench *bench,
     GtkWidget *pane)
{
  bench_move_pointer (bench, gtk_widget_get_width (pane) / 2.0, gtk_widget_get_height (pane) / 2.0);
}

/* To and fro at three scales. */
static void
pan (Bench *bench,
     GtkWidget *pane)
{
  static const int notches[] = { 1, 3, 6 };
  SteppeMapView *view = STEPPE_MAP_VIEW (pane);
  double left = 80, right = gtk_widget_get_width (pane) - 80, y = gtk_widget_get_height (pane) / 2.0;

  for (int i = 0; i < bench_get_amount (bench, G_N_ELEMENTS (notches)); i++)
    {
      aim (bench, pane);
      turn_wheel (bench, view, notches[i]);
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
      turn_wheel (bench, view, -notches[i]);
      bench_wait_rest (bench);
    }
}

/* From all of the story to a town about the pointer, and back. */
static void
zoom (Bench *bench,
      GtkWidget *pane)
{
  SteppeMapView *view = STEPPE_MAP_VIEW (pane);

  for (int i = 0; i < bench_get_amount (bench, 3); i++)
    {
      aim (bench, pane);
      bench_record_frames (bench, TRUE);
      turn_wheel (bench, view, -turn_wheel (bench, view, NOTCHES));
      bench_record_frames (bench, FALSE);
      bench_wait_rest (bench);
    }
}

const BenchPane bench_map = { "map", 1280, 500, create, get_view, pan, zoom };
