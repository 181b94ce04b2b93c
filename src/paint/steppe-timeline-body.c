/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-timeline-body.h"

/**
 * steppe_timeline_frame_get_left:
 * @frame: a frame
 * @pixel: a pixel of the axis
 * @width: how many pixels something takes from there on
 *
 * Returns: its left in the frame
 */
double
steppe_timeline_frame_get_left (const SteppeTimelineFrame *frame,
                                double pixel,
                                double width)
{
  double x = frame->start + pixel;

  return frame->is_rtl ? frame->width - x - width : x;
}

/**
 * steppe_timeline_body_init:
 * @self: (out caller-allocates): what is filled in
 * @box: an event as it is laid out
 * @event: the event, to outlive @self
 * @frame: where it is painted
 *
 * Sets all that is needed to paint the body and its label.
 */
void
steppe_timeline_body_init (SteppeTimelineBody *self,
                           const SteppeTimelineBox *box,
                           const SteppeTimelineEvent *event,
                           const SteppeTimelineFrame *frame)
{
  SteppeBar *bar = &self->bar.bar;
  double seen_from;

  steppe_timeline_bar_init (&self->bar, event, box->form, box->x, box->width, frame->axis, frame->length, frame->sign);
  bar->is_rtl = frame->is_rtl;
  self->left = steppe_timeline_frame_get_left (frame, box->x, box->width);
  self->top = frame->top + box->y + (frame->lane - bar->height) / 2;
  seen_from = frame->is_rtl ? self->left + bar->width - frame->width : -self->left;
  steppe_bar_place (bar, box->label_inside ? event->label_width : 0, seen_from + frame->names + frame->label_gap,
                    seen_from + frame->width - frame->label_gap);
}

/**
 * steppe_timeline_body_get_left:
 * @self: a body
 * @from: where something begins, in pixels from the start of the body
 * @width: how wide it is
 *
 * Returns: its left in the frame
 */
double
steppe_timeline_body_get_left (const SteppeTimelineBody *self,
                               double from,
                               double width)
{
  const SteppeBar *bar = &self->bar.bar;

  return self->left + (bar->is_rtl ? bar->width - from - width : from);
}

/**
 * steppe_timeline_body_get_label_room:
 * @self: a body
 * @box: what it was made of
 * @label_gap: the pixels between a body and its label
 *
 * Returns: where the label goes, from left to right in the frame
 */
SteppeStretch
steppe_timeline_body_get_label_room (const SteppeTimelineBody *self,
                                     const SteppeTimelineBox *box,
                                     double label_gap)
{
  const SteppeBar *bar = &self->bar.bar;
  double from = bar->label.from, width = bar->label.to - bar->label.from, left;

  if (!box->label_inside)
    {
      from = box->label_before ? -box->label : bar->width + label_gap;
      width = box->label - label_gap;
    }
  left = steppe_timeline_body_get_left (self, from, width);
  return (SteppeStretch) { left, left + width };
}

/**
 * steppe_timeline_body_get_core:
 * @self: a body
 * @core: (out caller-allocates): what a ring goes around, from left to right in the frame
 *
 * Returns: whether that is the whole body rather than its sign
 */
gboolean
steppe_timeline_body_get_core (const SteppeTimelineBody *self,
                               SteppeStretch *core)
{
  const SteppeBar *bar = &self->bar.bar;
  gboolean is_whole = bar->form == STEPPE_BAR_FORM_LASTING || bar->form == STEPPE_BAR_FORM_ALL_OF;
  double width = is_whole ? bar->width : bar->sign_size;

  core->from = steppe_timeline_body_get_left (self, is_whole ? 0 : bar->sign, width);
  core->to = core->from + width;
  return is_whole;
}
