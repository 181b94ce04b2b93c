/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"
#include "timeline/steppe-timeline-painter-private.h"

#include <math.h>

#include "paint/steppe-timeline-header.h"
#include "widgets/steppe-sign-paintable.h"

/* How the canvas is painted: from the layout, without measuring or deciding anything. */

#define MINOR_HEIGHT 4
/* How far the lengths of gaps may reach beyond the part of the axis that is seen. */
#define EDGE (STEPPE_TIMELINE_MARGIN - 4)

GdkRGBA
_steppe_timeline_painter_fade (const SteppeTimelinePainter *painter,
                               float alpha)
{
  GdkRGBA color = painter->ink;

  color.alpha *= painter->high_contrast ? MIN (1, 1.6f * alpha) : alpha;
  return color;
}

void
_steppe_timeline_painter_fill (const SteppeTimelinePainter *painter,
                               const GdkRGBA *color,
                               double x,
                               double y,
                               double width,
                               double height)
{
  gtk_snapshot_append_color (painter->snapshot, color, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

void
_steppe_timeline_painter_fill_rounded (const SteppeTimelinePainter *painter,
                                       const GdkRGBA *color,
                                       const graphene_rect_t *area,
                                       float radius)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, area, radius);
  gtk_snapshot_push_rounded_clip (painter->snapshot, &outline);
  gtk_snapshot_append_color (painter->snapshot, color, area);
  gtk_snapshot_pop (painter->snapshot);
}

void
_steppe_timeline_painter_stroke_rounded (const SteppeTimelinePainter *painter,
                                         const GdkRGBA *color,
                                         const graphene_rect_t *area,
                                         float radius,
                                         float width)
{
  const float widths[] = { width, width, width, width };
  const GdkRGBA colors[] = { *color, *color, *color, *color };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, area, radius);
  gtk_snapshot_append_border (painter->snapshot, &outline, widths, colors);
}

void
_steppe_timeline_painter_draw_text (const SteppeTimelinePainter *painter,
                                    PangoLayout *layout,
                                    const GdkRGBA *color,
                                    double x,
                                    double y)
{
  gtk_snapshot_save (painter->snapshot);
  gtk_snapshot_translate (painter->snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (painter->snapshot, layout, color);
  gtk_snapshot_restore (painter->snapshot);
}

double
_steppe_timeline_painter_get_text_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

gboolean
_steppe_timeline_painter_is_seen (const SteppeTimelinePainter *painter,
                                  double x,
                                  double width)
{
  return x < painter->right && x + width > painter->left;
}

/* Where something that takes @width pixels of the axis from @pixel on begins in the widget. */
double
_steppe_timeline_painter_get_left (const SteppeTimelinePainter *painter,
                                   double pixel,
                                   double width)
{
  double x = _steppe_timeline_canvas_to_view (painter->canvas, pixel);

  return painter->is_rtl ? x - width : x;
}

static void
draw_gaps (const SteppeTimelinePainter *painter)
{
  SteppeTimelineCanvas *canvas = painter->canvas;
  const SteppeTimeAxis *axis = steppe_time_viewport_get_axis (canvas->viewport);
  double length = steppe_time_viewport_get_length (canvas->viewport);
  const GdkRGBA band = _steppe_timeline_painter_fade (painter, STEPPE_TIMELINE_BAND_ALPHA);
  double seen_from = steppe_time_viewport_get_origin (canvas->viewport);
  guint first = steppe_time_axis_find_segment (axis, seen_from / length);
  guint last = steppe_time_axis_find_segment (axis, (seen_from + painter->width) / length);

  for (guint i = first; i <= last; i++)
    {
      const SteppeTimeSegment *segment = steppe_time_axis_get_segment (axis, i);
      double width = (segment->to - segment->from) * length;

      if (segment->is_gap)
        _steppe_timeline_painter_fill (painter, &band, _steppe_timeline_painter_get_left (painter, segment->from * length, width), 0, width, painter->height);
    }
}

static void
draw_ticks (const SteppeTimelinePainter *painter)
{
  SteppeTimelineCanvas *canvas = painter->canvas;
  const SteppeTimelineMetrics *metrics = &canvas->metrics;
  const GdkRGBA grid = _steppe_timeline_painter_fade (painter, STEPPE_TIMELINE_GRID_ALPHA), minor = _steppe_timeline_painter_fade (painter, STEPPE_TIMELINE_MINOR_ALPHA), text = painter->ink;

  for (guint i = 0; i < steppe_time_ticks_get_n_ticks (canvas->ticks); i++)
    {
      const SteppeTick *tick = steppe_time_ticks_get_tick (canvas->ticks, i);
      double x = _steppe_timeline_painter_get_left (painter, tick->label_position, tick->width);
      double line = round (_steppe_timeline_canvas_to_view (canvas, tick->position));

      if (!_steppe_timeline_painter_is_seen (painter, x - 1, tick->width + 2) && !_steppe_timeline_painter_is_seen (painter, line, 1))
        continue;
      if (tick->label == NULL)
        {
          _steppe_timeline_painter_fill (painter, &minor, line, metrics->header - MINOR_HEIGHT, 1, MINOR_HEIGHT);
          continue;
        }
      if (!tick->is_edge)
        _steppe_timeline_painter_fill (painter, &grid, line, metrics->header, 1, painter->height - metrics->header);
      _steppe_timeline_painter_draw_text (painter, _steppe_timeline_canvas_get_text (canvas, tick->label), &text, round (x), STEPPE_TIMELINE_TICK_ROW (canvas));
    }
}

static void
draw_above (const SteppeTimelinePainter *painter,
            const char *text,
            double pixel,
            double width)
{
  const GdkRGBA color = _steppe_timeline_painter_fade (painter, STEPPE_TIMELINE_QUIET_ALPHA);
  const SteppeTimeRoom room = { pixel, pixel + width };

  g_array_append_val (painter->above, room);
  _steppe_timeline_painter_draw_text (painter, _steppe_timeline_canvas_get_text (painter->canvas, text), &color, round (_steppe_timeline_painter_get_left (painter, pixel, width)), STEPPE_TIMELINE_CONTEXT_ROW);
}

/* Adds what @area takes of the height, with some space, if it crosses @column. */
static void
add_taken (GArray *taken,
           const graphene_rect_t *area,
           const SteppeTimeRoom *column)
{
  const SteppeTimeRoom room = { area->origin.y - STEPPE_TIMELINE_LABEL_GAP, area->origin.y + area->size.height + STEPPE_TIMELINE_LABEL_GAP };

  if (area->origin.x < column->to && area->origin.x + area->size.width > column->from)
    g_array_append_val (taken, room);
}

/* What events and counts take of the height where they cross @column, in pixels of the widget. */
static GArray *
collect_taken (const SteppeTimelinePainter *painter,
               const SteppeTimeRoom *column)
{
  SteppeTimelineCanvas *canvas = painter->canvas;
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (SteppeTimeRoom));
  graphene_rect_t area;

  for (guint i = 0; i < steppe_timeline_layout_get_n_boxes (canvas->layout); i++)
    {
      _steppe_timeline_canvas_get_area (canvas, steppe_timeline_layout_get_box (canvas->layout, i), &area);
      add_taken (taken, &area, column);
    }
  for (guint i = 0; i < painter->crowds->len; i++)
    {
      _steppe_timeline_canvas_get_crowd_area (canvas, &g_array_index (painter->crowds, SteppeTimelineCrowd, i), &area);
      add_taken (taken, &area, column);
    }
  return taken;
}

/* Where there is no room above a gap, its length is written along it, half-way down or where it is over nothing else. */
static void
draw_along_gap (const SteppeTimelinePainter *painter,
                PangoLayout *layout,
                double middle)
{
  SteppeTimelineCanvas *canvas = painter->canvas;
  const GdkRGBA color = _steppe_timeline_painter_fade (painter, STEPPE_TIMELINE_QUIET_ALPHA);
  const SteppeTimeRoom row = { canvas->metrics.header + STEPPE_TIMELINE_LABEL_GAP, painter->height - STEPPE_TIMELINE_LABEL_GAP };
  double x = _steppe_timeline_canvas_to_view (canvas, middle), y;
  g_autoptr (GArray) taken = NULL;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  taken = collect_taken (painter, &(SteppeTimeRoom) { x - height / 2.0, x + height / 2.0 });
  if (!steppe_timeline_header_find_along (&row, taken, width, &y))
    return;
  gtk_snapshot_save (painter->snapshot);
  gtk_snapshot_translate (painter->snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) (y + width / 2.0)));
  gtk_snapshot_rotate (painter->snapshot, -90);
  _steppe_timeline_painter_draw_text (painter, layout, &color, -width / 2.0, -height / 2.0);
  gtk_snapshot_restore (painter->snapshot);
}

static double
measure_text (const char *text,
              gpointer user_data)
{
  return _steppe_timeline_painter_get_text_width (_steppe_timeline_canvas_get_text (user_data, text));
}

static void
draw_header (const SteppeTimelinePainter *painter)
{
  SteppeTimelineCanvas *canvas = painter->canvas;
  SteppeTimelineHeaderOptions options = { canvas->ticks, steppe_time_viewport_get_axis (canvas->viewport), steppe_time_viewport_get_length (canvas->viewport) };
  g_autoptr (GArray) texts = NULL;

  options.from = steppe_time_viewport_get_origin (canvas->viewport);
  options.to = options.from + steppe_time_viewport_get_width (canvas->viewport);
  options.edge = EDGE;
  options.row = canvas->metrics.row;
  options.measure = measure_text;
  options.user_data = canvas;
  texts = steppe_timeline_header_create_texts (&options);
  for (guint i = 0; i < texts->len; i++)
    {
      const SteppeTimelineHeaderText *text = &g_array_index (texts, SteppeTimelineHeaderText, i);

      if (text->role == STEPPE_TIMELINE_HEADER_ALONG)
        draw_along_gap (painter, _steppe_timeline_canvas_get_text (canvas, text->text), text->position);
      else
        draw_above (painter, text->text, text->position, text->width);
    }
}

static void
init_painter (SteppeTimelinePainter *painter,
              SteppeTimelineCanvas *canvas,
              GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (canvas);
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (widget));

  *painter = (SteppeTimelinePainter) { canvas, snapshot, steppe_scheme_get_current (), adw_style_manager_get_high_contrast (manager) };
  painter->scale = gdk_surface_get_scale (surface);
  painter->width = gtk_widget_get_width (widget);
  painter->height = gtk_widget_get_height (widget);
  painter->left = 0;
  painter->right = painter->width;
  painter->is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  if (painter->is_rtl)
    painter->right -= canvas->metrics.names;
  else
    painter->left += canvas->metrics.names;
  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (manager), adw_style_manager_get_dark (manager), &painter->accent);
  gtk_widget_get_color (widget, &painter->ink);
}

void
_steppe_timeline_canvas_snapshot (GtkWidget *widget,
                                  GtkSnapshot *snapshot)
{
  SteppeTimelineCanvas *canvas = STEPPE_TIMELINE_CANVAS (widget);
  g_autoptr (GArray) above = g_array_new (FALSE, FALSE, sizeof (SteppeTimeRoom));
  g_autoptr (GArray) crowds = NULL;
  SteppeTimelinePainter painter;
  GdkRGBA line;

  if (canvas->layout == NULL || steppe_time_axis_is_empty (steppe_time_viewport_get_axis (canvas->viewport)))
    return;
  _steppe_timeline_canvas_refresh_layout (canvas);
  crowds = _steppe_timeline_canvas_collect_crowds (canvas);
  init_painter (&painter, canvas, snapshot);
  painter.above = above;
  painter.crowds = crowds;
  line = _steppe_timeline_painter_fade (&painter, STEPPE_TIMELINE_GRID_ALPHA);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) painter.left, 0, (float) (painter.right - painter.left), (float) painter.height));
  draw_gaps (&painter);
  draw_ticks (&painter);
  draw_header (&painter);
  _steppe_timeline_painter_draw_now (&painter);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, (float) canvas->metrics.header, (float) painter.width, (float) (painter.height - canvas->metrics.header)));
  _steppe_timeline_painter_draw_collapsed (&painter);
  _steppe_timeline_painter_draw_events (&painter);
  _steppe_timeline_painter_draw_crowds (&painter);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, (float) canvas->metrics.header, (float) painter.width, (float) (painter.height - canvas->metrics.header)));
  _steppe_timeline_painter_draw_names (&painter);
  gtk_snapshot_pop (snapshot);
  _steppe_timeline_painter_fill (&painter, &line, 0, canvas->metrics.header, painter.width, 1);
}
