/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"
#include "timeline/steppe-timeline-canvas-private.h"

#include <math.h>

#include "time/steppe-time-length.h"
#include "widgets/steppe-sign-paintable.h"

/* How the canvas is painted: from the layout, without measuring or deciding anything. */

/* Parts of the text colour. */
#define BAND_ALPHA 0.08f
#define GRID_ALPHA 0.12f
#define MINOR_ALPHA 0.3f
#define QUIET_ALPHA 0.65f
#define HOVER_ALPHA 0.1f
#define PLATE_ALPHA 0.07f
/* Part of the colour of a kind. */
#define BAR_ALPHA 0.38f
#define BAR_RADIUS 4
#define RING_WIDTH 2
#define MINOR_HEIGHT 4

typedef struct
{
  SteppeTimelineCanvas *canvas;
  GtkSnapshot *snapshot;
  SteppeScheme scheme;
  gboolean high_contrast;
  double scale;
  double width;
  double height;
  gboolean is_rtl;
  GdkRGBA ink;
  GdkRGBA accent;
} Painter;

static GdkRGBA
fade (const Painter *painter,
      float alpha)
{
  GdkRGBA color = painter->ink;

  color.alpha *= painter->high_contrast ? MIN (1, 1.6f * alpha) : alpha;
  return color;
}

static void
fill (const Painter *painter,
      const GdkRGBA *color,
      double x,
      double y,
      double width,
      double height)
{
  gtk_snapshot_append_color (painter->snapshot, color, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

static void
fill_rounded (const Painter *painter,
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

static void
stroke_rounded (const Painter *painter,
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

static void
draw_text (const Painter *painter,
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

static double
get_text_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static gboolean
is_seen (const Painter *painter,
         double x,
         double width)
{
  return x < painter->width && x + width > 0;
}

/* Where something that takes @width pixels of the axis from @pixel on begins in the widget. */
static double
get_left (const Painter *painter,
          double pixel,
          double width)
{
  double x = _steppe_timeline_canvas_to_view (painter->canvas, pixel);

  return painter->is_rtl ? x - width : x;
}

static void
draw_gaps (const Painter *painter)
{
  SteppeTimelineCanvas *canvas = painter->canvas;
  double length = _steppe_timeline_canvas_get_length (canvas);
  const GdkRGBA band = fade (painter, BAND_ALPHA);
  guint first = steppe_time_axis_find_segment (canvas->axis, canvas->view.origin);
  guint last = steppe_time_axis_find_segment (canvas->axis, canvas->view.origin + 1 / canvas->view.zoom);

  for (guint i = first; i <= last; i++)
    {
      const SteppeTimeSegment *segment = steppe_time_axis_get_segment (canvas->axis, i);
      double width = (segment->to - segment->from) * length;

      if (segment->is_gap)
        fill (painter, &band, get_left (painter, segment->from * length, width), 0, width, painter->height);
    }
}

static void
draw_ticks (const Painter *painter)
{
  SteppeTimelineCanvas *canvas = painter->canvas;
  const SteppeTimelineMetrics *metrics = &canvas->metrics;
  const GdkRGBA grid = fade (painter, GRID_ALPHA), minor = fade (painter, MINOR_ALPHA), text = painter->ink;

  for (guint i = 0; i < steppe_time_ticks_get_n_ticks (canvas->ticks); i++)
    {
      const SteppeTick *tick = steppe_time_ticks_get_tick (canvas->ticks, i);
      double x = get_left (painter, tick->label_position, tick->width);
      double line = round (_steppe_timeline_canvas_to_view (canvas, tick->position));

      if (!is_seen (painter, x - 1, tick->width + 2) && !is_seen (painter, line, 1))
        continue;
      if (tick->label == NULL)
        {
          fill (painter, &minor, line, metrics->header - MINOR_HEIGHT, 1, MINOR_HEIGHT);
          continue;
        }
      if (!tick->is_edge)
        fill (painter, &grid, line, metrics->header, 1, painter->height - metrics->header);
      pango_layout_set_text (canvas->tick_layout, tick->label, -1);
      draw_text (painter, canvas->tick_layout, &text, round (x), metrics->row + 4);
    }
}

static void
draw_above (const Painter *painter,
            const char *text,
            double pixel,
            double width)
{
  const GdkRGBA color = fade (painter, QUIET_ALPHA);

  pango_layout_set_text (painter->canvas->tick_layout, text, -1);
  draw_text (painter, painter->canvas->tick_layout, &color, round (get_left (painter, pixel, width)), 3);
}

/* The length of a gap is written above it, as near to its middle as what else is there allows. */
static void
draw_gap_length (const Painter *painter,
                 const SteppeTimeSegment *segment,
                 double *free_from,
                 double free_to)
{
  SteppeTimelineCanvas *canvas = painter->canvas;
  double length = _steppe_timeline_canvas_get_length (canvas), spacing = canvas->metrics.row / 2;
  double seen_from = canvas->view.origin * length - STEPPE_TIMELINE_MARGIN;
  double from = MAX (segment->from * length, seen_from), to = MIN (segment->to * length, seen_from + painter->width);
  g_autofree char *text = steppe_time_length_format (segment->quiet_from, segment->quiet_to);
  double width, x;

  pango_layout_set_text (canvas->tick_layout, text, -1);
  width = get_text_width (canvas->tick_layout);
  x = MIN ((from + to - width) / 2, free_to - width);
  x = MAX (x, *free_from);
  if (x + width > free_to || x > to || x + width < from)
    return;
  draw_above (painter, text, x, width);
  *free_from = x + width + spacing;
}

/* The lengths of the gaps from number @first on that begin before @pixel. Returns the number of the first after. */
static guint
draw_gap_lengths (const Painter *painter,
                  guint first,
                  double pixel,
                  double *free_from)
{
  SteppeTimelineCanvas *canvas = painter->canvas;
  double length = _steppe_timeline_canvas_get_length (canvas), seen_from = canvas->view.origin * length;
  guint i;

  for (i = first; i < steppe_time_axis_get_n_segments (canvas->axis); i++)
    {
      const SteppeTimeSegment *segment = steppe_time_axis_get_segment (canvas->axis, i);

      if (segment->from * length >= MIN (pixel, seen_from + painter->width))
        break;
      if (segment->is_gap && segment->to * length > seen_from)
        draw_gap_length (painter, segment, free_from, pixel);
    }
  return i;
}

/* What is above the labels stays in sight as long as any of its time is. */
static void
draw_contexts (const Painter *painter)
{
  SteppeTimelineCanvas *canvas = painter->canvas;
  double seen_from = canvas->view.origin * _steppe_timeline_canvas_get_length (canvas), spacing = canvas->metrics.row / 2;
  double free_from = seen_from - STEPPE_TIMELINE_MARGIN;
  guint n = steppe_time_ticks_get_n_contexts (canvas->ticks), segment = 0;

  for (guint i = 0; i < n; i++)
    {
      const SteppeTickContext *context = steppe_time_ticks_get_context (canvas->ticks, i);
      double from = MAX (context->from, seen_from);
      double limit = i + 1 < n ? steppe_time_ticks_get_context (canvas->ticks, i + 1)->from - spacing : INFINITY;
      gboolean is_long = from + context->width <= limit;
      double width = is_long ? context->width : context->short_width;

      if (context->to < seen_from || from < free_from || from + width > limit || from > seen_from + painter->width)
        continue;
      segment = draw_gap_lengths (painter, segment, from - spacing, &free_from);
      draw_above (painter, is_long ? context->label : context->short_label, from, width);
      free_from = from + width + spacing;
    }
  draw_gap_lengths (painter, segment, seen_from + painter->width, &free_from);
}

static GdkRGBA
get_kind_color (const Painter *painter,
                const SteppeTimelineEvent *event,
                float alpha)
{
  SteppeColor color = steppe_sign_get_color (steppe_event_get_kind (event->event), painter->scheme);

  return (GdkRGBA) { (float) color.red, (float) color.green, (float) color.blue, (float) color.alpha * alpha };
}

/* A bar that fades between the earliest and the latest start, and end. */
static void
fill_bar (const Painter *painter,
          const SteppeTimelineBox *box,
          const graphene_rect_t *body,
          const GdkRGBA *color)
{
  float fade_in = (float) CLAMP (box->fade_start / box->width, 0, 1), fade_out = (float) CLAMP (1 - box->fade_end / box->width, fade_in, 1);
  GdkRGBA clear = *color;
  GskColorStop stops[] = { { 0, fade_in > 0 ? clear : *color }, { fade_in, *color }, { fade_out, *color }, { 1, clear } };
  const graphene_point_t from = GRAPHENE_POINT_INIT (painter->is_rtl ? body->origin.x + body->size.width : body->origin.x, body->origin.y);
  const graphene_point_t to = GRAPHENE_POINT_INIT (painter->is_rtl ? body->origin.x : body->origin.x + body->size.width, body->origin.y);

  clear.alpha = 0.08f * color->alpha;
  if (fade_in > 0)
    stops[0].color = clear;
  stops[3].color = fade_out < 1 ? clear : *color;
  gtk_snapshot_append_linear_gradient (painter->snapshot, body, &from, &to, stops, G_N_ELEMENTS (stops));
}

static float
get_head_width (const graphene_rect_t *body)
{
  return body->size.height * 0.6f;
}

/* An arrow head at an open end of a bar, pointing away from it. */
static void
draw_arrow (const Painter *painter,
            const graphene_rect_t *body,
            const GdkRGBA *color,
            gboolean at_right)
{
  float height = body->size.height, depth = get_head_width (body);
  float base = at_right ? body->origin.x + body->size.width - depth : body->origin.x + depth;
  float tip = at_right ? body->origin.x + body->size.width : body->origin.x;
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;

  gsk_path_builder_move_to (builder, base, body->origin.y);
  gsk_path_builder_line_to (builder, tip, body->origin.y + height / 2);
  gsk_path_builder_line_to (builder, base, body->origin.y + height);
  gsk_path_builder_close (builder);
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_fill (painter->snapshot, path, GSK_FILL_RULE_WINDING, color);
}

static void
draw_bar (const Painter *painter,
          const SteppeTimelineBox *box,
          const SteppeTimelineEvent *event,
          const graphene_rect_t *body)
{
  const GdkRGBA color = get_kind_color (painter, event, BAR_ALPHA), edge = get_kind_color (painter, event, 1);
  graphene_rect_t inner = *body;
  float head = get_head_width (body);
  gboolean at_start = event->start_edge == STEPPE_EDGE_OPEN, at_end = event->end_edge == STEPPE_EDGE_OPEN;
  gboolean at_left = painter->is_rtl ? at_end : at_start, at_right = painter->is_rtl ? at_start : at_end;
  GskRoundedRect outline;

  if (at_left)
    inner.origin.x += head;
  inner.size.width = MAX (1, inner.size.width - head * (at_left + at_right));
  gsk_rounded_rect_init_from_rect (&outline, &inner, BAR_RADIUS);
  gtk_snapshot_push_rounded_clip (painter->snapshot, &outline);
  fill_bar (painter, box, &inner, &color);
  gtk_snapshot_pop (painter->snapshot);
  if (box->fade_start <= 1 && box->fade_end <= 1 && !at_left && !at_right)
    stroke_rounded (painter, &edge, &inner, BAR_RADIUS, 1);
  if (at_left)
    draw_arrow (painter, body, &edge, FALSE);
  if (at_right)
    draw_arrow (painter, body, &edge, TRUE);
}

/* The sign of an event stands at the start of what lasts and, with the label, in the middle of a moment; in a bar that
 * is only partly seen, in the part that is. */
static void
get_sign_area (const Painter *painter,
               const SteppeTimelineBox *box,
               const SteppeTimelineEvent *event,
               const graphene_rect_t *body,
               graphene_rect_t *area)
{
  float size = (float) painter->canvas->metrics.sign, gap = STEPPE_TIMELINE_LABEL_GAP;
  float seen_left = MAX (body->origin.x, gap), seen_right = MIN (body->origin.x + body->size.width, (float) painter->width - gap);
  float room = MAX (0, seen_right - seen_left - size);
  float before = 0;

  if (box->is_bar && !event->lasts)
    before = MAX (0, room - gap - (float) MAX (0, event->label_width)) / 2;
  else if (box->is_bar && event->start_edge == STEPPE_EDGE_OPEN)
    before = get_head_width (body);
  before = MIN (before, room);
  *area = GRAPHENE_RECT_INIT (painter->is_rtl ? seen_right - before - size : seen_left + before, body->origin.y, size, size);
  area->origin.x = CLAMP (area->origin.x, body->origin.x, body->origin.x + MAX (0, body->size.width - size));
}

/* Where the label goes: inside a wide bar after the sign, else before or after the body. */
static void
get_label_room (const Painter *painter,
                const SteppeTimelineBox *box,
                const graphene_rect_t *body,
                const graphene_rect_t *sign,
                double *left,
                double *right)
{
  double body_left = body->origin.x, body_right = body->origin.x + body->size.width;

  if (box->is_bar && box->label <= 0)
    {
      *left = painter->is_rtl ? MAX (body_left, 0) + 2 : sign->origin.x + sign->size.width + STEPPE_TIMELINE_LABEL_GAP;
      *right = painter->is_rtl ? sign->origin.x - STEPPE_TIMELINE_LABEL_GAP : MIN (body_right, painter->width) - 2;
    }
  else if (box->label_before != painter->is_rtl)
    {
      *left = body_left - box->label;
      *right = body_left - STEPPE_TIMELINE_LABEL_GAP;
    }
  else
    {
      *left = body_right + STEPPE_TIMELINE_LABEL_GAP;
      *right = body_right + box->label;
    }
}

static void
draw_label (const Painter *painter,
            const SteppeTimelineBox *box,
            const graphene_rect_t *body,
            const graphene_rect_t *sign)
{
  SteppeTimelineCanvas *canvas = painter->canvas;
  const SteppeTimelineMetrics *metrics = &canvas->metrics;
  PangoLayout *layout;
  PangoRectangle extents;
  double left, right;

  get_label_room (painter, box, body, sign, &left, &right);
  if (right - left < 2 * STEPPE_TIMELINE_LABEL_GAP)
    return;
  layout = _steppe_timeline_canvas_get_label (canvas, box->event);
  pango_layout_set_width (layout, (int) ceil (right - left) * PANGO_SCALE);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  /* Next to the sign. */
  draw_text (painter, layout, &painter->ink,
             box->label_before != painter->is_rtl ? right - extents.x - extents.width : left - extents.x,
             metrics->header + box->lane * metrics->lane + (metrics->lane - extents.height) / 2);
}

static void
draw_box (const Painter *painter,
          const SteppeTimelineBox *box)
{
  SteppeTimelineCanvas *canvas = painter->canvas;
  const SteppeTimelineEvent *event = steppe_timeline_events_get_event (canvas->events, box->event);
  gboolean is_selected = box->event == canvas->selected;
  graphene_rect_t body, area, sign, ring;
  GdkRGBA plate;

  _steppe_timeline_canvas_get_area (canvas, box, &area);
  if (!is_seen (painter, area.origin.x, area.size.width))
    return;
  _steppe_timeline_canvas_get_body (canvas, box, &body);
  get_sign_area (painter, box, event, &body, &sign);
  plate = fade (painter, is_selected ? PLATE_ALPHA : HOVER_ALPHA);
  if (is_selected || box->event == canvas->hovered)
    fill_rounded (painter, &plate, &area, BAR_RADIUS + 1);
  if (box->is_bar)
    draw_bar (painter, box, event, &body);
  gtk_snapshot_append_texture (painter->snapshot,
                               steppe_sign_cache_get (canvas->signs, steppe_event_get_kind (event->event),
                                                      steppe_event_get_status (event->event), painter->scheme,
                                                      canvas->metrics.sign, painter->scale),
                               &sign);
  if (is_selected)
    {
      graphene_rect_inset_r (box->is_bar ? &body : &sign, -RING_WIDTH, -RING_WIDTH, &ring);
      stroke_rounded (painter, &painter->accent, &ring, box->is_bar ? BAR_RADIUS + RING_WIDTH : ring.size.height / 2, RING_WIDTH);
    }
  if (box->label > 0 || box->is_bar)
    draw_label (painter, box, &body, &sign);
  if (box->event == canvas->cursor && gtk_widget_has_visible_focus (GTK_WIDGET (canvas)))
    stroke_rounded (painter, &painter->accent, &area, BAR_RADIUS + 1, RING_WIDTH);
}

static void
draw_boxes (const Painter *painter)
{
  SteppeTimelineCanvas *canvas = painter->canvas;
  const SteppeTimelineBox *selected = NULL;

  for (guint i = 0; i < steppe_timeline_layout_get_n_boxes (canvas->layout); i++)
    {
      const SteppeTimelineBox *box = steppe_timeline_layout_get_box (canvas->layout, i);

      if (box->event == canvas->selected)
        selected = box;
      else
        draw_box (painter, box);
    }
  if (selected != NULL)
    draw_box (painter, selected);
}

static void
draw_crowds (const Painter *painter)
{
  SteppeTimelineCanvas *canvas = painter->canvas;
  const GdkRGBA plate = fade (painter, 2 * PLATE_ALPHA), text = painter->ink;

  for (guint i = 0; i < steppe_timeline_layout_get_n_crowds (canvas->layout); i++)
    {
      const SteppeTimelineCrowd *crowd = steppe_timeline_layout_get_crowd (canvas->layout, i);
      g_autofree char *count = g_strdup_printf ("+%'u", crowd->count);
      graphene_rect_t area;
      int width, height;

      _steppe_timeline_canvas_get_crowd_area (canvas, crowd, &area);
      if (!is_seen (painter, area.origin.x, area.size.width))
        continue;
      pango_layout_set_text (canvas->tick_layout, count, -1);
      pango_layout_get_pixel_size (canvas->tick_layout, &width, &height);
      graphene_rect_inset (&area, (float) MAX (0, (area.size.width - width - height) / 2), 0);
      fill_rounded (painter, &plate, &area, area.size.height / 2);
      if (canvas->hovered >= crowd->first && canvas->hovered <= crowd->last &&
          steppe_timeline_layout_find_event (canvas->layout, canvas->hovered) == NULL)
        stroke_rounded (painter, &painter->accent, &area, area.size.height / 2, RING_WIDTH);
      draw_text (painter, canvas->tick_layout, &text, area.origin.x + (area.size.width - width) / 2,
                 area.origin.y + (area.size.height - height) / 2);
    }
}

static void
init_painter (Painter *painter,
              SteppeTimelineCanvas *canvas,
              GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (canvas);
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (widget));
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (manager);

  *painter = (Painter) { canvas, snapshot, steppe_scheme_get_current (), adw_style_manager_get_high_contrast (manager) };
  painter->scale = gdk_surface_get_scale (surface);
  painter->width = gtk_widget_get_width (widget);
  painter->height = gtk_widget_get_height (widget);
  painter->is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  painter->accent = *accent;
  gtk_widget_get_color (widget, &painter->ink);
}

void
_steppe_timeline_canvas_snapshot (GtkWidget *widget,
                                  GtkSnapshot *snapshot)
{
  SteppeTimelineCanvas *canvas = STEPPE_TIMELINE_CANVAS (widget);
  Painter painter;
  GdkRGBA line;

  if (canvas->layout == NULL || steppe_time_axis_is_empty (canvas->axis))
    return;
  init_painter (&painter, canvas, snapshot);
  line = fade (&painter, GRID_ALPHA);
  draw_gaps (&painter);
  draw_ticks (&painter);
  draw_contexts (&painter);
  fill (&painter, &line, 0, canvas->metrics.header, painter.width, 1);
  draw_boxes (&painter);
  draw_crowds (&painter);
}
