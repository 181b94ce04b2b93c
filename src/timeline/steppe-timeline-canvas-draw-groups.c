/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"
#include "timeline/steppe-timeline-painter-private.h"

#include <math.h>

/* How groups are painted: their names beside the axis, and of one that is collapsed when its events are. */

#define INDENT 8
#define ARROW 8
#define STROKE_WIDTH 2
#define RING_RADIUS 5
#define RING_WIDTH 2

static void
draw_arrow (const SteppeTimelinePainter *painter,
            double x,
            double y,
            gboolean collapsed)
{
  const GdkRGBA color = _steppe_timeline_painter_fade (painter, STEPPE_TIMELINE_QUIET_ALPHA);
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1.5f);
  float half = ARROW / 2.0f, quarter = ARROW / 4.0f, forward = painter->is_rtl ? -quarter : quarter;

  if (collapsed)
    {
      gsk_path_builder_move_to (builder, (float) x - forward, (float) y - half);
      gsk_path_builder_line_to (builder, (float) x + forward, (float) y);
      gsk_path_builder_line_to (builder, (float) x - forward, (float) y + half);
    }
  else
    {
      gsk_path_builder_move_to (builder, (float) x - half, (float) y - quarter);
      gsk_path_builder_line_to (builder, (float) x, (float) y + quarter);
      gsk_path_builder_line_to (builder, (float) x + half, (float) y - quarter);
    }
  path = gsk_path_builder_to_path (builder);
  gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
  gtk_snapshot_append_stroke (painter->snapshot, path, stroke, &color);
}

static void
draw_name (const SteppeTimelinePainter *painter,
           PangoLayout *layout,
           guint n,
           const graphene_rect_t *area)
{
  const SteppeTimelineGroup *group = steppe_timeline_groups_get_group (painter->canvas->groups, n);
  double arrow = INDENT + ARROW / 2.0, text = 2 * INDENT + ARROW;
  double y = area->origin.y + area->size.height / 2, x;
  int width, height;

  draw_arrow (painter, painter->is_rtl ? area->origin.x + area->size.width - arrow : area->origin.x + arrow, y, group->collapsed);
  pango_layout_set_text (layout, group->name, -1);
  pango_layout_set_width (layout, (int) (MAX (0, area->size.width - text - INDENT) * PANGO_SCALE));
  pango_layout_get_pixel_size (layout, &width, &height);
  x = painter->is_rtl ? area->origin.x + INDENT : area->origin.x + text;
  _steppe_timeline_painter_draw_text (painter, layout, &painter->ink, x, round (y - height / 2.0));
  if (n == painter->canvas->cursor_group && painter->canvas->cursor == STEPPE_TIMELINE_NONE &&
      gtk_widget_has_visible_focus (GTK_WIDGET (painter->canvas)))
    {
      graphene_rect_t ring;

      graphene_rect_inset_r (area, RING_WIDTH, RING_WIDTH, &ring);
      _steppe_timeline_painter_stroke_rounded (painter, &painter->accent, &ring, RING_RADIUS, RING_WIDTH);
    }
}

/* Draws the names of the groups that are seen, and lines between groups. */
void
_steppe_timeline_painter_draw_names (const SteppeTimelinePainter *painter)
{
  SteppeTimelineCanvas *canvas = painter->canvas;
  const GdkRGBA line = _steppe_timeline_painter_fade (painter, STEPPE_TIMELINE_GRID_ALPHA);
  g_autoptr (PangoLayout) layout = NULL;

  if (!steppe_timeline_groups_have_names (canvas->groups))
    return;
  layout = _steppe_timeline_canvas_create_name_layout (canvas);
  for (guint i = _steppe_timeline_canvas_get_first_shown_group (canvas); i < steppe_timeline_groups_get_n_groups (canvas->groups); i++)
    {
      const SteppeTimelineGroup *group = steppe_timeline_groups_get_group (canvas->groups, i);
      graphene_rect_t area;

      if (!_steppe_timeline_canvas_get_name_area (canvas, i, &area))
        break;
      draw_name (painter, layout, i, &area);
      _steppe_timeline_painter_fill (painter, &line, 0, round (_steppe_timeline_canvas_get_top (canvas) + group->y + group->height) - 1, painter->width, 1);
    }
}

static void
draw_stroke (const SteppeTimelinePainter *painter,
             const SteppeTimelineGroup *group,
             double pixel,
             const GdkRGBA *color)
{
  const SteppeTimelineMetrics *metrics = &painter->canvas->metrics;
  double x = round (_steppe_timeline_canvas_to_view (painter->canvas, pixel));
  double y = _steppe_timeline_canvas_get_top (painter->canvas) + group->y + (metrics->lane - metrics->sign) / 2;

  _steppe_timeline_painter_fill (painter, color, x - STROKE_WIDTH / 2.0, y, STROKE_WIDTH, metrics->sign);
}

/* A stroke for each pixel at which events are: the work grows with the pixels, not with the events. */
static void
draw_strokes (const SteppeTimelinePainter *painter,
              const SteppeTimelineGroup *group)
{
  SteppeTimelineCanvas *canvas = painter->canvas;
  SteppeTimeViewport *viewport = canvas->viewport;
  double origin = steppe_time_viewport_get_origin (viewport), end = origin + steppe_time_viewport_get_width (viewport);
  const GdkRGBA quiet = _steppe_timeline_painter_fade (painter, STEPPE_TIMELINE_QUIET_ALPHA);
  guint n = steppe_timeline_track_get_n_events (group->track);
  guint i = steppe_timeline_track_find_from (group->track, steppe_time_viewport_to_instant (viewport, origin));

  while (i < n)
    {
      gint64 anchor = steppe_timeline_track_get_briefs (group->track)[i].anchor;
      double pixel = steppe_time_viewport_to_pixel (viewport, anchor);

      if (pixel > end)
        break;
      draw_stroke (painter, group, pixel, &quiet);
      /* At the deepest zoom the next pixels are of the same second. */
      i = MAX (i + 1, steppe_timeline_track_find_from (group->track, MAX (anchor + 1, steppe_time_viewport_to_instant (viewport, pixel + STROKE_WIDTH + 1))));
    }
}

/* What is lit has a stroke of its own, however many others are at its pixel. */
static void
draw_lit_strokes (const SteppeTimelinePainter *painter,
                  guint n)
{
  SteppeTimelineCanvas *canvas = painter->canvas;
  const guint lit[] = { canvas->selected, canvas->hovered, canvas->cursor };

  for (guint i = 0; i < G_N_ELEMENTS (lit); i++)
    if (steppe_timeline_groups_has_event (canvas->groups, n, lit[i]))
      draw_stroke (painter, steppe_timeline_groups_get_group (canvas->groups, n),
                   steppe_time_viewport_to_pixel (canvas->viewport, steppe_timeline_events_get_event (canvas->events, lit[i])->anchor), &painter->accent);
}

/* Draws when the events of collapsed groups are. */
void
_steppe_timeline_painter_draw_collapsed (const SteppeTimelinePainter *painter)
{
  SteppeTimelineCanvas *canvas = painter->canvas;

  for (guint i = _steppe_timeline_canvas_get_first_shown_group (canvas); i < steppe_timeline_groups_get_n_groups (canvas->groups); i++)
    {
      const SteppeTimelineGroup *group = steppe_timeline_groups_get_group (canvas->groups, i);

      if (_steppe_timeline_canvas_get_top (canvas) + group->y >= painter->height)
        break;
      if (!group->collapsed)
        continue;
      draw_strokes (painter, group);
      draw_lit_strokes (painter, i);
    }
}
