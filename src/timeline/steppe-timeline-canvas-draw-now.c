/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"
#include "timeline/steppe-timeline-painter-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "time/steppe-calendar.h"

/* Now: a line through all lanes, a triangle on it below the header, and a word above where there is room. */

#define TRIANGLE_WIDTH 9
#define TRIANGLE_HEIGHT 5

/* Where now is, in pixels of the axis. Returns whether it is on the axis, and seen. */
static gboolean
find_now (const SteppeTimelinePainter *painter,
          double *pixel)
{
  SteppeTimelineCanvas *canvas = painter->canvas;
  const SteppeTimeAxis *axis = steppe_time_viewport_get_axis (canvas->viewport);
  gint64 now = canvas->now != STEPPE_INSTANT_MIN ? canvas->now : steppe_instant_now_local ();
  guint n = steppe_time_axis_get_n_segments (axis);
  double x;

  if (now < steppe_time_axis_get_segment (axis, 0)->start || now > steppe_time_axis_get_segment (axis, n - 1)->end)
    return FALSE;
  *pixel = steppe_time_axis_to_position (axis, now) * steppe_time_viewport_get_length (canvas->viewport);
  x = _steppe_timeline_canvas_to_view (canvas, *pixel);
  return x >= painter->left && x <= painter->right;
}

static void
draw_triangle (const SteppeTimelinePainter *painter,
               double x)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  float bottom = (float) painter->canvas->metrics.header;

  gsk_path_builder_move_to (builder, (float) x, bottom);
  gsk_path_builder_rel_line_to (builder, -TRIANGLE_WIDTH / 2.0f, -TRIANGLE_HEIGHT);
  gsk_path_builder_rel_line_to (builder, TRIANGLE_WIDTH, 0);
  gsk_path_builder_close (builder);
  path = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  gtk_snapshot_append_fill (painter->snapshot, path, GSK_FILL_RULE_WINDING, &painter->accent);
}

/* What the labels of ticks take of their row, in pixels of the axis. */
static GArray *
collect_tick_labels (const SteppeTimelinePainter *painter)
{
  const SteppeTimeTicks *ticks = painter->canvas->ticks;
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (SteppeTimeRoom));

  for (guint i = 0; i < steppe_time_ticks_get_n_ticks (ticks); i++)
    {
      const SteppeTick *tick = steppe_time_ticks_get_tick (ticks, i);
      const SteppeTimeRoom room = { tick->label_position, tick->label_position + tick->width };

      if (tick->label != NULL)
        g_array_append_val (taken, room);
    }
  return taken;
}

static gboolean
find_room (const SteppeTimelinePainter *painter,
           GArray *taken,
           double pixel,
           double width,
           double *position)
{
  SteppeTimelineCanvas *canvas = painter->canvas;
  double spacing = round (canvas->metrics.row / 3);
  double from = steppe_time_viewport_get_origin (canvas->viewport) - STEPPE_TIMELINE_MARGIN;
  SteppeTimeRoom row = { from + 2, from + painter->right - painter->left - 2 };

  for (guint i = 0; i < taken->len; i++)
    {
      g_array_index (taken, SteppeTimeRoom, i).from -= spacing;
      g_array_index (taken, SteppeTimeRoom, i).to += spacing;
    }
  return steppe_time_room_find (&row, (const SteppeTimeRoom *) (gconstpointer) taken->data, taken->len, pixel, width, position);
}

/* The word is nice to have, and so it never takes the room of another label. */
static void
draw_word (const SteppeTimelinePainter *painter,
           double pixel)
{
  SteppeTimelineCanvas *canvas = painter->canvas;
  g_autoptr (GArray) tick_labels = collect_tick_labels (painter);
  PangoLayout *layout;
  double width, position, y;

  /* Translators: marks this day on the time axis. */
  layout = _steppe_timeline_canvas_get_text (canvas, _ ("Today"));
  width = _steppe_timeline_painter_get_text_width (layout);
  if (find_room (painter, tick_labels, pixel, width, &position))
    y = STEPPE_TIMELINE_TICK_ROW (canvas);
  else if (find_room (painter, painter->above, pixel, width, &position))
    y = STEPPE_TIMELINE_CONTEXT_ROW;
  else
    return;
  _steppe_timeline_painter_draw_text (painter, layout, &painter->accent,
                                      round (_steppe_timeline_painter_get_left (painter, position, width)), y);
}

void
_steppe_timeline_painter_draw_now (const SteppeTimelinePainter *painter)
{
  double pixel, x, header = painter->canvas->metrics.header;

  if (!find_now (painter, &pixel))
    return;
  x = round (_steppe_timeline_canvas_to_view (painter->canvas, pixel));
  _steppe_timeline_painter_fill (painter, &painter->accent, x, header, 1, painter->height - header);
  draw_triangle (painter, x + 0.5);
  draw_word (painter, pixel);
}
