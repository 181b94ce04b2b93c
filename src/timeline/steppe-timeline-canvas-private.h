/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "time/steppe-time-ticks.h"
#include "time/steppe-time-viewport.h"
#include "timeline/steppe-timeline-canvas.h"
#include "timeline/steppe-timeline-layout.h"
#include "widgets/steppe-mark-list.h"
#include "widgets/steppe-sign-cache.h"

G_BEGIN_DECLS

/* Pixels between the edge of the widget and the ends of the axis. */
#define STEPPE_TIMELINE_MARGIN 12
/* Pixels between a sign or the edge of a wide bar and the label. */
#define STEPPE_TIMELINE_LABEL_GAP 4

/* Sizes in pixels, all from the font. */
typedef struct
{
  double row; /* of the header, which has two */
  double header;
  double lane;
  double sign;
  double least_label;
  double crowd_width;
  double crowd_height;
} SteppeTimelineMetrics;

struct _SteppeTimelineCanvas
{
  GtkWidget parent_instance;

  SteppeFocus *focus;
  GSignalGroup *focus_signals;
  GSignalGroup *list_signals;

  SteppeTimelineEvents *events;
  SteppeTimeViewport *viewport; /* onto the axis */
  AdwAnimation *animation; /* of the viewport */

  SteppeTimelineMetrics metrics;
  SteppeTimelineLayout *layout;
  SteppeTimeTicks *ticks;
  SteppeTimeAxis *layout_axis; /* what layout and ticks are of, and the pixels that they cover */
  double layout_from;
  double layout_to;
  guint selected; /* numbers of events */
  guint hovered;
  guint cursor; /* where the keyboard is */

  SteppeMarkList *marks;
  guint marks_source;
  SteppeSignCache *signs;
  GHashTable *labels; /* number of an event → PangoLayout of its name */
  GHashTable *tick_widths; /* label → width, as a double */
  PangoLayout *name_layout; /* to measure names */
  PangoLayout *tick_layout; /* to measure and draw the header */

  double pointer_x;
  double drag_x; /* how far the drag has got */
  double pinch_scale; /* how much the pinch has zoomed */
  gboolean dragging;
};

double _steppe_timeline_canvas_to_view (SteppeTimelineCanvas *self,
                                        double pixel);
double _steppe_timeline_canvas_from_view (SteppeTimelineCanvas *self,
                                          double x);
void _steppe_timeline_canvas_get_body (SteppeTimelineCanvas *self,
                                       const SteppeTimelineBox *box,
                                       graphene_rect_t *body);
void _steppe_timeline_canvas_get_area (SteppeTimelineCanvas *self,
                                       const SteppeTimelineBox *box,
                                       graphene_rect_t *area);
void _steppe_timeline_canvas_get_crowd_area (SteppeTimelineCanvas *self,
                                             const SteppeTimelineCrowd *crowd,
                                             graphene_rect_t *area);
const SteppeTimelineBox *_steppe_timeline_canvas_pick_box (SteppeTimelineCanvas *self,
                                                           double x,
                                                           double y);
const SteppeTimelineCrowd *_steppe_timeline_canvas_pick_crowd (SteppeTimelineCanvas *self,
                                                               double x,
                                                               double y);
PangoLayout *_steppe_timeline_canvas_get_label (SteppeTimelineCanvas *self,
                                                guint event);

void _steppe_timeline_canvas_get_layout_range (SteppeTimelineCanvas *self,
                                               double *from,
                                               double *to);
void _steppe_timeline_canvas_range_changed (SteppeTimelineCanvas *self);
void _steppe_timeline_canvas_reveal (SteppeTimelineCanvas *self,
                                     guint n);
void _steppe_timeline_canvas_pan (SteppeTimelineCanvas *self,
                                  double pixels);
void _steppe_timeline_canvas_slide (SteppeTimelineCanvas *self,
                                    double pixels);
void _steppe_timeline_canvas_zoom_at (SteppeTimelineCanvas *self,
                                      double factor,
                                      double x,
                                      gboolean animate);
void _steppe_timeline_canvas_show_all (SteppeTimelineCanvas *self);
gboolean _steppe_timeline_canvas_toggle_gap_at (SteppeTimelineCanvas *self,
                                                double x);
void _steppe_timeline_canvas_stop (SteppeTimelineCanvas *self);
void _steppe_timeline_canvas_create_animation (SteppeTimelineCanvas *self);
void _steppe_timeline_canvas_set_cursor (SteppeTimelineCanvas *self,
                                         guint event);
void _steppe_timeline_canvas_select (SteppeTimelineCanvas *self,
                                     guint event);
void _steppe_timeline_canvas_show_crowd (SteppeTimelineCanvas *self,
                                         const SteppeTimelineCrowd *crowd);

void _steppe_timeline_canvas_snapshot (GtkWidget *widget,
                                       GtkSnapshot *snapshot);
void _steppe_timeline_canvas_class_bind_keys (GtkWidgetClass *widget_class);
void _steppe_timeline_canvas_add_controllers (SteppeTimelineCanvas *self);

char *_steppe_timeline_canvas_describe_event (SteppeTimelineCanvas *self,
                                              const SteppeTimelineEvent *event);
char *_steppe_timeline_canvas_describe_crowd (SteppeTimelineCanvas *self,
                                              const SteppeTimelineCrowd *crowd);
void _steppe_timeline_canvas_update_marks (SteppeTimelineCanvas *self);

G_END_DECLS
