/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"
#include "timeline/steppe-timeline-painter-private.h"

#include <math.h>

#include "paint/steppe-timeline-body.h"
#include "widgets/steppe-texture.h"

/* How events are painted: from the layout, without measuring or deciding anything. */

#define BAR_RADIUS 4
#define RING_WIDTH 2
/* Widths of labels that are cut off, pixels. */
#define WIDTH_STEP 4
/* What is painted beyond a body, such as the ends of a strike. */
#define BAR_REACH 5
/* U+200E: without it the sign comes after the number where words run from right to left. */
#define LEFT_TO_RIGHT_MARK "\342\200\216"

static void
init_body (SteppeTimelineBody *body,
           const SteppeTimelinePainter *painter,
           const SteppeTimelineBox *box,
           const SteppeTimelineEvent *event)
{
  SteppeTimelineCanvas *canvas = painter->canvas;
  const SteppeTimelineMetrics *metrics = &canvas->metrics;
  SteppeTimelineFrame frame = { canvas->layout_axis, steppe_time_viewport_get_length (canvas->viewport) };

  frame.start = metrics->names + STEPPE_TIMELINE_MARGIN - steppe_time_viewport_get_origin (canvas->viewport);
  frame.width = painter->width;
  frame.names = metrics->names;
  frame.top = _steppe_timeline_canvas_get_top (canvas);
  frame.lane = metrics->lane;
  frame.sign = metrics->sign;
  frame.label_gap = STEPPE_TIMELINE_LABEL_GAP;
  frame.is_rtl = painter->is_rtl;
  /* Not in the numbers of a rectangle: they are too coarse where a body begins far outside. */
  steppe_timeline_body_init (body, box, event, &frame);
  body->top = round (body->top);
}

/* A picture of what is seen of a bar. As a node of cairo it would be recorded, and played on a picture in each frame. */
static void
draw_bar (const SteppeTimelinePainter *painter,
          const SteppeTimelineBody *body)
{
  const SteppeBar *bar = &body->bar.bar;
  double scale = painter->scale;
  double left = floor (MAX (body->left - BAR_REACH, 0) * scale), right = ceil (MIN (body->left + bar->width + BAR_REACH, painter->width) * scale);
  double width = right - left, height = ceil (bar->height * scale);
  g_autoptr (GdkTexture) texture = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  if (width < 1)
    return;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  steppe_bar_paint (cr, bar, painter->scheme, body->left - left / scale, 0);
  cairo_destroy (cr);
  texture = steppe_texture_new_for_surface (surface);
  gtk_snapshot_append_texture (painter->snapshot, texture,
                               &GRAPHENE_RECT_INIT ((float) (left / scale), (float) body->top, (float) (width / scale), (float) (height / scale)));
}

static void
draw_texture (const SteppeTimelinePainter *painter,
              const SteppeTimelineBody *body,
              GdkTexture *texture,
              double from)
{
  double width = gdk_texture_get_width (texture) / painter->scale, height = gdk_texture_get_height (texture) / painter->scale;

  gtk_snapshot_append_texture (painter->snapshot, texture,
                               &GRAPHENE_RECT_INIT ((float) steppe_timeline_body_get_left (body, from, width), (float) body->top, (float) width, (float) height));
}

/* A sign alone is a texture: there may be many of them. */
static void
draw_sign (const SteppeTimelinePainter *painter,
           const SteppeTimelineBody *body)
{
  const SteppeBar *bar = &body->bar.bar;
  SteppeSignCache *signs = painter->canvas->signs;
  double size = bar->sign_size;

  draw_texture (painter, body, steppe_sign_cache_get (signs, bar->kind, bar->status, painter->scheme, size, painter->scale), bar->sign);
  if (bar->qualifier != STEPPE_QUALIFIER_NONE)
    draw_texture (painter, body, steppe_sign_cache_get_qualifier (signs, bar->kind, bar->qualifier, painter->scheme, size, painter->scale), bar->sign + size);
}

/* Around what is seen of a bar, or around the sign of a moment. */
static void
draw_ring (const SteppeTimelinePainter *painter,
           const SteppeTimelineBody *body)
{
  const SteppeBar *bar = &body->bar.bar;
  SteppeStretch core;
  gboolean is_long = steppe_timeline_body_get_core (body, &core);
  double from = MAX (core.from, -2 * BAR_RADIUS), to = MIN (core.to, painter->width + 2 * BAR_RADIUS);
  graphene_rect_t ring = GRAPHENE_RECT_INIT ((float) from, (float) body->top, (float) MAX (0, to - from), (float) bar->height);

  graphene_rect_inset (&ring, -RING_WIDTH, -RING_WIDTH);
  _steppe_timeline_painter_stroke_rounded (painter, &painter->accent, &ring, is_long ? BAR_RADIUS + RING_WIDTH : ring.size.height / 2, RING_WIDTH);
}

/* A label is laid out anew when its width changes, so that changes as seldom as can be. */
static void
set_label_width (PangoLayout *layout,
                 const SteppeTimelineEvent *event,
                 double room)
{
  gboolean fits = event->label_width >= 0 && event->label_width <= room + STEPPE_TIMELINE_LABEL_GAP;

  pango_layout_set_width (layout, fits ? -1 : (int) (floor (room / WIDTH_STEP) * WIDTH_STEP * PANGO_SCALE));
}

static void
draw_label (const SteppeTimelinePainter *painter,
            const SteppeTimelineBox *box,
            const SteppeTimelineBody *body)
{
  SteppeTimelineCanvas *canvas = painter->canvas;
  const SteppeTimelineMetrics *metrics = &canvas->metrics;
  SteppeColor ground = steppe_sign_get_ground (painter->scheme);
  const GdkRGBA on_fill = { (float) ground.red, (float) ground.green, (float) ground.blue, 1 };
  gboolean is_on_fill = box->label_inside && steppe_bar_is_label_on_fill (&body->bar.bar);
  PangoLayout *layout;
  SteppeStretch room = steppe_timeline_body_get_label_room (body, box, STEPPE_TIMELINE_LABEL_GAP);
  PangoRectangle extents;

  if (room.to - room.from < 2 * STEPPE_TIMELINE_LABEL_GAP)
    return;
  layout = _steppe_timeline_canvas_get_label (canvas, box->event);
  set_label_width (layout, steppe_timeline_events_get_event (canvas->events, box->event), room.to - room.from);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  /* Next to the sign. */
  _steppe_timeline_painter_draw_text (painter, layout, is_on_fill ? &on_fill : &painter->ink,
                                      box->label_before != painter->is_rtl ? room.to - extents.x - extents.width : room.from - extents.x,
                                      _steppe_timeline_canvas_get_top (canvas) + box->y + (metrics->lane - extents.height) / 2);
}

static void
draw_box (const SteppeTimelinePainter *painter,
          const SteppeTimelineBox *box)
{
  SteppeTimelineCanvas *canvas = painter->canvas;
  const SteppeTimelineEvent *event = steppe_timeline_events_get_event (canvas->events, box->event);
  gboolean is_selected = box->event == canvas->selected;
  graphene_rect_t area;
  GdkRGBA plate;
  SteppeTimelineBody body;

  _steppe_timeline_canvas_get_area (canvas, box, &area);
  if (!_steppe_timeline_painter_is_seen (painter, area.origin.x, area.size.width))
    return;
  init_body (&body, painter, box, event);
  plate = _steppe_timeline_painter_fade (painter, is_selected ? STEPPE_TIMELINE_PLATE_ALPHA : STEPPE_TIMELINE_HOVER_ALPHA);
  if (is_selected || _steppe_timeline_canvas_is_lit (canvas, box->event))
    _steppe_timeline_painter_fill_rounded (painter, &plate, &area, BAR_RADIUS + 1);
  if (box->form == STEPPE_BAR_FORM_SIGN)
    draw_sign (painter, &body);
  else
    draw_bar (painter, &body);
  if (is_selected)
    draw_ring (painter, &body);
  if (box->label > 0 || box->label_inside)
    draw_label (painter, box, &body);
  if (box->event == canvas->cursor && box->group == canvas->cursor_group && gtk_widget_has_visible_focus (GTK_WIDGET (canvas)))
    _steppe_timeline_painter_stroke_rounded (painter, &painter->accent, &area, BAR_RADIUS + 1, RING_WIDTH);
}

/* Draws signs, bars and their labels, the selected one, which may be in several groups, on top. */
void
_steppe_timeline_painter_draw_events (const SteppeTimelinePainter *painter)
{
  SteppeTimelineCanvas *canvas = painter->canvas;
  guint n = steppe_timeline_layout_get_n_boxes (canvas->layout);

  for (guint i = 0; i < 2 * n; i++)
    {
      const SteppeTimelineBox *box = steppe_timeline_layout_get_box (canvas->layout, i % n);

      if ((box->event == canvas->selected) == (i >= n))
        draw_box (painter, box);
    }
}

/* Draws the counts of what there is no room for. */
void
_steppe_timeline_painter_draw_crowds (const SteppeTimelinePainter *painter)
{
  SteppeTimelineCanvas *canvas = painter->canvas;
  const GdkRGBA plate = _steppe_timeline_painter_fade (painter, 2 * STEPPE_TIMELINE_PLATE_ALPHA), text = painter->ink;

  for (guint i = 0; i < painter->crowds->len; i++)
    {
      const SteppeTimelineCrowd *crowd = &g_array_index (painter->crowds, SteppeTimelineCrowd, i);
      g_autofree char *count = g_strdup_printf (LEFT_TO_RIGHT_MARK "+%'u", crowd->count);
      PangoLayout *layout = _steppe_timeline_canvas_get_text (canvas, count);
      graphene_rect_t area;
      int width, height;

      _steppe_timeline_canvas_get_crowd_area (canvas, crowd, &area);
      pango_layout_get_pixel_size (layout, &width, &height);
      graphene_rect_inset (&area, (float) MAX (0, (area.size.width - width - height) / 2), 0);
      _steppe_timeline_painter_fill_rounded (painter, &plate, &area, area.size.height / 2);
      if (_steppe_timeline_canvas_is_crowd_lit (canvas, crowd))
        _steppe_timeline_painter_stroke_rounded (painter, &painter->accent, &area, area.size.height / 2, RING_WIDTH);
      _steppe_timeline_painter_draw_text (painter, layout, &text, area.origin.x + (area.size.width - width) / 2,
                                          area.origin.y + (area.size.height - height) / 2);
    }
}
