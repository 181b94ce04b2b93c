/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paint/steppe-timeline-bar.h"
#include "paint/steppe-timeline-layout.h"

G_BEGIN_DECLS

/**
 * SteppeTimelineFrame:
 * @axis: the axis of the layout
 * @length: its length in pixels
 * @start: where it begins, in pixels from the edge at which time begins
 * @width: the width of all that is seen
 * @names: what the names of groups take of that
 * @top: the top of the first lane
 * @lane: the height of a lane
 * @sign: the size of a sign
 * @label_gap: the pixels between a body and its label
 * @is_rtl: whether time runs from right to left
 *
 * Where a layout is painted: on the screen in its pixels, on paper in points.
 */
typedef struct
{
  const SteppeTimeAxis *axis;
  double length;
  double start;
  double width;
  double names;
  double top;
  double lane;
  double sign;
  double label_gap;
  gboolean is_rtl;
} SteppeTimelineFrame;

/**
 * SteppeTimelineBody:
 * @bar: what is painted
 * @left: its left in the frame
 * @top: its top
 *
 * The body of an event in its place. Not to be copied.
 */
typedef struct
{
  SteppeTimelineBar bar;
  double left;
  double top;
} SteppeTimelineBody;

double steppe_timeline_frame_get_left (const SteppeTimelineFrame *frame,
                                       double pixel,
                                       double width);

void steppe_timeline_body_init (SteppeTimelineBody *self,
                                const SteppeTimelineBox *box,
                                const SteppeTimelineEvent *event,
                                const SteppeTimelineFrame *frame);
double steppe_timeline_body_get_left (const SteppeTimelineBody *self,
                                      double from,
                                      double width);
SteppeStretch steppe_timeline_body_get_label_room (const SteppeTimelineBody *self,
                                                   const SteppeTimelineBox *box,
                                                   double label_gap);
gboolean steppe_timeline_body_get_core (const SteppeTimelineBody *self,
                                        SteppeStretch *core);

G_END_DECLS
