/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"
#include "timeline/steppe-timeline-canvas-private.h"
#include "timeline/steppe-timeline-view.h"

#define DAY (G_GINT64_CONSTANT (24) * 60 * 60)
#define YEAR (365 * DAY)
/* “A few minutes”, where zooming in ends. */
#define CLOSE (G_GINT64_CONSTANT (5) * 60)
#define MOST_NOTCHES 200

static SteppeTimelineCanvas *
find_canvas (GtkWidget *widget)
{
  SteppeTimelineCanvas *found = STEPPE_IS_TIMELINE_CANVAS (widget) ? STEPPE_TIMELINE_CANVAS (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find_canvas (child);
  return found;
}

static GtkWidget *
create (SteppeFocus *focus)
{
  return g_object_new (STEPPE_TYPE_TIMELINE_VIEW, "focus", focus, NULL);
}

static BenchView
get_view (GtkWidget *pane)
{
  SteppeTimelineCanvas *canvas = find_canvas (pane);

  return (BenchView) { canvas->view.origin, 0, canvas->view.zoom };
}

static gint64
get_seen_length (SteppeTimelineCanvas *canvas)
{
  gint64 from, to;

  steppe_timeline_canvas_get_range (canvas, &from, &to);
  return to - from;
}

/* Where the event is that comes after so great a part of all events. */
static double
find_event (SteppeTimelineCanvas *canvas,
            double part)
{
  SteppeTimelineEvents *events = steppe_timeline_canvas_get_events (canvas);
  guint n = (guint) (part * (steppe_timeline_events_get_n_events (events) - 1));
  double position = steppe_time_axis_to_position (canvas->axis, steppe_timeline_events_get_event (events, n)->anchor);

  return _steppe_timeline_canvas_to_view (canvas, position * _steppe_timeline_canvas_get_length (canvas));
}

/* Zooms in about such an event until @seconds are seen; returns how many notches of the wheel it took. */
static int
zoom_in (Bench *bench,
         SteppeTimelineCanvas *canvas,
         double part,
         gint64 seconds)
{
  int most = bench_get_amount (bench, MOST_NOTCHES), n = 0;

  bench_move_pointer (bench, find_event (canvas, part), gtk_widget_get_height (GTK_WIDGET (canvas)) / 2.0);
  for (; n < most && get_seen_length (canvas) > seconds; n++)
    {
      bench_turn_wheel (bench, 1);
      bench_wait_frame (bench);
    }
  if (n == MOST_NOTCHES)
    g_printerr ("after %d notches, still %" G_GINT64_FORMAT " seconds are seen\n", n, get_seen_length (canvas));
  return n;
}

static void
zoom_out (Bench *bench,
          int n)
{
  for (; n > 0; n--)
    {
      bench_turn_wheel (bench, -1);
      bench_wait_frame (bench);
    }
}

/* To and fro among years, among days, and in one day. */
static void
pan (Bench *bench,
     GtkWidget *pane)
{
  static const struct
  {
    double part;
    gint64 seconds;
  } views[] = { { 0.3, 8 * YEAR }, { 0.5, 20 * DAY }, { 0.75, DAY / 4 } };
  SteppeTimelineCanvas *canvas = find_canvas (pane);
  double left = 40, right = gtk_widget_get_width (pane) - 40, y = gtk_widget_get_height (GTK_WIDGET (canvas)) / 2.0;

  for (int i = 0; i < bench_get_amount (bench, G_N_ELEMENTS (views)); i++)
    {
      int n = zoom_in (bench, canvas, views[i].part, views[i].seconds);

      bench_record_frames (bench, TRUE);
      for (int k = 0; k < bench_get_amount (bench, 3); k++)
        bench_drag (bench, left, right, y);
      for (int k = 0; k < bench_get_amount (bench, 3); k++)
        bench_drag (bench, right, left, y);
      bench_record_frames (bench, FALSE);
      bench_wait_rest (bench);
      zoom_out (bench, n + 1);
    }
}

/* From everything to a few minutes about the pointer, and back. */
static void
zoom (Bench *bench,
      GtkWidget *pane)
{
  static const double parts[] = { 0.25, 0.5, 0.8 };
  SteppeTimelineCanvas *canvas = find_canvas (pane);

  for (int i = 0; i < bench_get_amount (bench, G_N_ELEMENTS (parts)); i++)
    {
      bench_record_frames (bench, TRUE);
      zoom_out (bench, zoom_in (bench, canvas, parts[i], CLOSE));
      bench_record_frames (bench, FALSE);
      bench_wait_rest (bench);
    }
}

const BenchPane bench_timeline = { "timeline", 1280, 300, create, get_view, pan, zoom };
