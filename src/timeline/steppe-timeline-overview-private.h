/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/steppe-time-ticks.h"
#include "timeline/steppe-timeline-overview.h"

G_BEGIN_DECLS

/* What the pointer is at, or drags. */
typedef enum
{
  STEPPE_TIMELINE_PART_NONE,
  STEPPE_TIMELINE_PART_START, /* the handle at the start of the brush */
  STEPPE_TIMELINE_PART_BODY,
  STEPPE_TIMELINE_PART_END,
  STEPPE_TIMELINE_PART_OUTSIDE,
} SteppeTimelinePart;

/* Where the brush is, in pixels of the strip. */
typedef struct
{
  double from; /* its edges */
  double to;
  double body_from; /* what is its body, rather than a handle, to the pointer */
  double body_to;
} SteppeTimelineBrush;

/* How wide a handle is to the pointer, in pixels. */
#define STEPPE_TIMELINE_HANDLE 16

struct _SteppeTimelineOverview
{
  GtkWidget parent_instance;

  SteppeTimelineCanvas *canvas; /* a sibling, which outlives it or clears it */
  SteppeTimelineFilter *filter;
  SteppeTimeAxis *axis; /* at true scale */
  GArray *moments; /* of guint: how many moments, starts and ends there are in each column */
  GArray *lasting; /* of guint: how many events last through each column */
  guint most; /* the greatest of their sums */
  int width; /* for which they were counted */
  SteppeTimeTicks *ticks;
  PangoLayout *label; /* to measure and draw labels */
  int label_height;
  guint words_source;

  GtkGesture *drag;
  SteppeTimelinePart part; /* what is dragged */
  SteppeSpan held; /* what was seen when that began */
  gboolean was_active; /* and whether the filter was */
  double pressed; /* where, in pixels of the strip */
  gboolean moved; /* whether the pointer has moved far enough since */
  int n_press;
};

double _steppe_timeline_overview_get_length (SteppeTimelineOverview *self);
double _steppe_timeline_overview_get_pixel (SteppeTimelineOverview *self,
                                            gint64 instant);
double _steppe_timeline_overview_to_strip (SteppeTimelineOverview *self,
                                           double x);
gboolean _steppe_timeline_overview_is_empty (SteppeTimelineOverview *self);
gboolean _steppe_timeline_overview_is_rtl (SteppeTimelineOverview *self);
SteppeSpan _steppe_timeline_overview_get_extent (SteppeTimelineOverview *self);
SteppeTimelineBrush _steppe_timeline_overview_get_brush (SteppeTimelineOverview *self);

void _steppe_timeline_overview_show (SteppeTimelineOverview *self,
                                     gint64 earliest,
                                     gint64 latest,
                                     gboolean animate);
void _steppe_timeline_overview_class_bind_keys (GtkWidgetClass *widget_class);
void _steppe_timeline_overview_add_controllers (SteppeTimelineOverview *self);

G_END_DECLS
