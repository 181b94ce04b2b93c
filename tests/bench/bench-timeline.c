/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"
#include "timeline/steppe-timeline-canvas-private.h"
#include "timeline/steppe-timeline-view.h"

/* Lengths of time in seconds; the last is where zooming in ends. */
#define YEAR (365.0 * DAY)
#define DAY (24.0 * 60 * 60)
#define FEW_MINUTES (5.0 * 60)
/* Pixels about a point that tell how large it is there. */
#define NEAR 12
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
  SteppeTimeViewport *viewport = find_canvas (pane)->viewport;

  return (BenchView) { steppe_time_viewport_get_origin (viewport), 0, steppe_time_viewport_get_length (viewport) };
}

/* Where the event is that comes after so great a part of all events. */
static double
find_event (SteppeTimelineCanvas *canvas,
            double part)
{
  SteppeTimelineEvents *events = steppe_timeline_canvas_get_events (canvas);
  guint n = (guint) (part * (steppe_timeline_events_get_n_events (events) - 1));
  gint64 instant = steppe_timeline_events_get_event (events, n)->anchor;

  return _steppe_timeline_canvas_to_view (canvas, steppe_time_viewport_to_pixel (canvas->viewport, instant));
}

/* How much time the pane would show if all of it were as large as what is at @x. */
static double
get_seen_length (SteppeTimelineCanvas *canvas,
                 double x)
{
  double pixel = _steppe_timeline_canvas_from_view (canvas, x);
  gint64 from = steppe_time_viewport_to_instant (canvas->viewport, pixel - NEAR);
  gint64 to = steppe_time_viewport_to_instant (canvas->viewport, pixel + NEAR);

  return (double) (to - from) / (2 * NEAR) * gtk_widget_get_width (GTK_WIDGET (canvas));
}

/* Zooms in about such an event until no more than @seconds are seen, or as far as it goes; returns by how many notches
 * of the wheel. */
static int
zoom_in (Bench *bench,
         SteppeTimelineCanvas *canvas,
         double part,
         double seconds)
{
  int most = bench_get_amount (bench, MOST_NOTCHES), n = 0;
  double x = find_event (canvas, part);
  gboolean moved;

  bench_move_pointer (bench, x, gtk_widget_get_height (GTK_WIDGET (canvas)) / 2.0);
  do
    {
      bench_turn_wheel (bench, 1);
      moved = bench_wait_move (bench);
    }
  while (++n < most && moved && get_seen_length (canvas, x) > seconds);
  return n;
}

static void
zoom_out (Bench *bench,
          int n)
{
  for (; n > 0; n--)
    {
      bench_turn_wheel (bench, -1);
      bench_wait_move (bench);
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
    double seconds;
  } views[] = { { 0.3, 8 * YEAR }, { 0.5, 20 * DAY }, { 0.75, DAY / 24 } };
  SteppeTimelineCanvas *canvas = find_canvas (pane);
  double left = 40, right = gtk_widget_get_width (pane) - 40, y = gtk_widget_get_height (GTK_WIDGET (canvas)) / 2.0;

  for (int i = 0; i < bench_get_amount (bench, G_N_ELEMENTS (views)); i++)
    {
      int n = zoom_in (bench, canvas, views[i].part, views[i].seconds);

      bench_record_frames (bench, TRUE);
      for (int k = 0; k < bench_get_amount (bench, 3); k++)
        {
          bench_drag (bench, left, right, y);
          bench_drag (bench, right, left, y);
        }
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
  static const double parts[] = { 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9 };
  SteppeTimelineCanvas *canvas = find_canvas (pane);

  for (int i = 0; i < bench_get_amount (bench, G_N_ELEMENTS (parts)); i++)
    {
      bench_record_frames (bench, TRUE);
      zoom_out (bench, zoom_in (bench, canvas, parts[i], FEW_MINUTES));
      bench_record_frames (bench, FALSE);
      bench_wait_rest (bench);
    }
}

const BenchPane bench_timeline = { "timeline", 1280, 300, 1, create, get_view, pan, zoom };
