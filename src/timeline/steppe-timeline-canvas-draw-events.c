/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"
#include "timeline/steppe-timeline-painter-private.h"

#include <math.h>

/* How events are painted: from the layout, without measuring or deciding anything. */

/* Part of the colour of a kind. */
#define BAR_ALPHA 0.38f
#define BAR_RADIUS 4
#define RING_WIDTH 2

static GdkRGBA
get_kind_color (const SteppeTimelinePainter *painter,
                const SteppeTimelineEvent *event,
                float alpha)
{
  SteppeColor color = steppe_sign_get_color (steppe_event_get_kind (event->event), painter->scheme);

  return (GdkRGBA) { (float) color.red, (float) color.green, (float) color.blue, (float) color.alpha * alpha };
}

/* A bar that fades between the earliest and the latest start, and end. */
static void
fill_bar (const SteppeTimelinePainter *painter,
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
draw_arrow (const SteppeTimelinePainter *painter,
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
draw_bar (const SteppeTimelinePainter *painter,
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
    _steppe_timeline_painter_stroke_rounded (painter, &edge, &inner, BAR_RADIUS, 1);
  if (at_left)
    draw_arrow (painter, body, &edge, FALSE);
  if (at_right)
    draw_arrow (painter, body, &edge, TRUE);
}

/* The sign of an event stands at the start of what lasts and, with the label, in the middle of a moment; in a bar that
 * is only partly seen, in the part that is. */
static void
get_sign_area (const SteppeTimelinePainter *painter,
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
get_label_room (const SteppeTimelinePainter *painter,
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
draw_label (const SteppeTimelinePainter *painter,
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
  _steppe_timeline_painter_draw_text (painter, layout, &painter->ink,
                                      box->label_before != painter->is_rtl ? right - extents.x - extents.width : left - extents.x,
                                      _steppe_timeline_canvas_get_top (canvas) + box->y + (metrics->lane - extents.height) / 2);
}

static void
draw_box (const SteppeTimelinePainter *painter,
          const SteppeTimelineBox *box)
{
  SteppeTimelineCanvas *canvas = painter->canvas;
  const SteppeTimelineEvent *event = steppe_timeline_events_get_event (canvas->events, box->event);
  gboolean is_selected = box->event == canvas->selected;
  graphene_rect_t body, area, sign, ring;
  GdkRGBA plate;

  _steppe_timeline_canvas_get_area (canvas, box, &area);
  if (!_steppe_timeline_painter_is_seen (painter, area.origin.x, area.size.width))
    return;
  _steppe_timeline_canvas_get_body (canvas, box, &body);
  get_sign_area (painter, box, event, &body, &sign);
  plate = _steppe_timeline_painter_fade (painter, is_selected ? STEPPE_TIMELINE_PLATE_ALPHA : STEPPE_TIMELINE_HOVER_ALPHA);
  if (is_selected || box->event == canvas->hovered)
    _steppe_timeline_painter_fill_rounded (painter, &plate, &area, BAR_RADIUS + 1);
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
      _steppe_timeline_painter_stroke_rounded (painter, &painter->accent, &ring, box->is_bar ? BAR_RADIUS + RING_WIDTH : ring.size.height / 2, RING_WIDTH);
    }
  if (box->label > 0 || box->is_bar)
    draw_label (painter, box, &body, &sign);
  if (box->event == canvas->cursor && box->group == canvas->cursor_group && gtk_widget_has_visible_focus (GTK_WIDGET (canvas)))
    _steppe_timeline_painter_stroke_rounded (painter, &painter->accent, &area, BAR_RADIUS + 1, RING_WIDTH);
}

/* Draws signs, bars and their labels, the selected one on top. */
void
_steppe_timeline_painter_draw_events (const SteppeTimelinePainter *painter)
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

/* Draws the counts of what there is no room for. */
void
_steppe_timeline_painter_draw_crowds (const SteppeTimelinePainter *painter)
{
  SteppeTimelineCanvas *canvas = painter->canvas;
  const GdkRGBA plate = _steppe_timeline_painter_fade (painter, 2 * STEPPE_TIMELINE_PLATE_ALPHA), text = painter->ink;

  for (guint i = 0; i < steppe_timeline_layout_get_n_crowds (canvas->layout); i++)
    {
      const SteppeTimelineCrowd *crowd = steppe_timeline_layout_get_crowd (canvas->layout, i);
      g_autofree char *count = g_strdup_printf ("+%'u", crowd->count);
      graphene_rect_t area;
      int width, height;

      _steppe_timeline_canvas_get_crowd_area (canvas, crowd, &area);
      if (!_steppe_timeline_painter_is_seen (painter, area.origin.x, area.size.width))
        continue;
      pango_layout_set_text (canvas->tick_layout, count, -1);
      pango_layout_get_pixel_size (canvas->tick_layout, &width, &height);
      graphene_rect_inset (&area, (float) MAX (0, (area.size.width - width - height) / 2), 0);
      _steppe_timeline_painter_fill_rounded (painter, &plate, &area, area.size.height / 2);
      if (canvas->hovered >= crowd->first && canvas->hovered <= crowd->last &&
          steppe_timeline_layout_find_event (canvas->layout, canvas->hovered) == NULL)
        _steppe_timeline_painter_stroke_rounded (painter, &painter->accent, &area, area.size.height / 2, RING_WIDTH);
      _steppe_timeline_painter_draw_text (painter, canvas->tick_layout, &text, area.origin.x + (area.size.width - width) / 2,
                                          area.origin.y + (area.size.height - height) / 2);
    }
}
