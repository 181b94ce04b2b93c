/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/steppe-time-room.h"
#include "timeline/steppe-timeline-canvas-private.h"

G_BEGIN_DECLS

/* Parts of the text colour. */
#define STEPPE_TIMELINE_BAND_ALPHA 0.08f
#define STEPPE_TIMELINE_GRID_ALPHA 0.12f
#define STEPPE_TIMELINE_MINOR_ALPHA 0.3f
#define STEPPE_TIMELINE_QUIET_ALPHA 0.65f
#define STEPPE_TIMELINE_HOVER_ALPHA 0.1f
#define STEPPE_TIMELINE_PLATE_ALPHA 0.07f

/* What the parts of one frame are drawn with. */
typedef struct
{
  SteppeTimelineCanvas *canvas;
  GtkSnapshot *snapshot;
  SteppeScheme scheme;
  gboolean high_contrast;
  double scale;
  double width;
  double height;
  double left; /* between which the axis is seen */
  double right;
  gboolean is_rtl;
  GdkRGBA ink;
  GdkRGBA accent;
  GArray *above; /* of SteppeTimeRoom, in pixels of the axis: what is taken of the upper row of the header */
  const GArray *crowds; /* of SteppeTimelineCrowd: those that are seen */
} SteppeTimelinePainter;

/* Where the rows of the header begin. */
#define STEPPE_TIMELINE_CONTEXT_ROW 3
#define STEPPE_TIMELINE_TICK_ROW(canvas) ((canvas)->metrics.row + 4)

GdkRGBA _steppe_timeline_painter_fade (const SteppeTimelinePainter *painter,
                                       float alpha);
void _steppe_timeline_painter_fill (const SteppeTimelinePainter *painter,
                                    const GdkRGBA *color,
                                    double x,
                                    double y,
                                    double width,
                                    double height);
void _steppe_timeline_painter_fill_rounded (const SteppeTimelinePainter *painter,
                                            const GdkRGBA *color,
                                            const graphene_rect_t *area,
                                            float radius);
void _steppe_timeline_painter_stroke_rounded (const SteppeTimelinePainter *painter,
                                              const GdkRGBA *color,
                                              const graphene_rect_t *area,
                                              float radius,
                                              float width);
void _steppe_timeline_painter_draw_text (const SteppeTimelinePainter *painter,
                                         PangoLayout *layout,
                                         const GdkRGBA *color,
                                         double x,
                                         double y);
double _steppe_timeline_painter_get_text_width (PangoLayout *layout);
gboolean _steppe_timeline_painter_is_seen (const SteppeTimelinePainter *painter,
                                           double x,
                                           double width);
double _steppe_timeline_painter_get_left (const SteppeTimelinePainter *painter,
                                          double pixel,
                                          double width);

void _steppe_timeline_painter_draw_collapsed (const SteppeTimelinePainter *painter);
void _steppe_timeline_painter_draw_names (const SteppeTimelinePainter *painter);
void _steppe_timeline_painter_draw_now (const SteppeTimelinePainter *painter);
void _steppe_timeline_painter_draw_events (const SteppeTimelinePainter *painter);
void _steppe_timeline_painter_draw_crowds (const SteppeTimelinePainter *painter);

G_END_DECLS
