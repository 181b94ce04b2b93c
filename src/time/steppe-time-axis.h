/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define STEPPE_TYPE_TIME_AXIS (steppe_time_axis_get_type ())

/**
 * SteppeTimeCell:
 * @earliest: the first instant it may be
 * @latest: the last instant it may be, not before @earliest
 * @weight: how much it deserves a label on the axis, 1 for an ordinary event
 *
 * A moment as finely as it is known: a day, a year, a second. What lasts has two, one for its start and one for its end.
 */
typedef struct
{
  gint64 earliest;
  gint64 latest;
  double weight;
} SteppeTimeCell;

/**
 * SteppeTimeSegment:
 * @start: its first instant
 * @end: the instant at which the next segment starts
 * @from: position of @start, 0 to 1
 * @to: position of @end, 0 to 1
 * @is_gap: whether nothing happens in it, so that it is shown shorter than it is
 * @quiet_from: for a gap, from when on nothing happens: the end of the last cell before it, a little before @start
 * @quiet_to: for a gap, until when: the start of the first cell after it
 *
 * A part of an axis. Inside it, equal lengths are equal times.
 */
typedef struct
{
  gint64 start;
  gint64 end;
  double from;
  double to;
  gboolean is_gap;
  gint64 quiet_from;
  gint64 quiet_to;
} SteppeTimeSegment;

/**
 * SteppeTimeAxis:
 *
 * Where on a line from 0 to 1 each instant lies. Immutable.
 *
 * Most stories are decades of background and one decisive week. The axis keeps true proportions inside each stretch in
 * which something happens and shows the empty time between them as gaps of one small width; each stretch has its own
 * scale, and the scale changes at gaps only. See [ctor@TimeAxis.new] for what counts as a gap.
 */
typedef struct _SteppeTimeAxis SteppeTimeAxis;

GType steppe_time_axis_get_type (void) G_GNUC_CONST;

SteppeTimeAxis *steppe_time_axis_new (const SteppeTimeCell *cells,
                                      gsize n_cells,
                                      double gap_width);
SteppeTimeAxis *steppe_time_axis_new_true (const SteppeTimeCell *cells,
                                           gsize n_cells);
SteppeTimeAxis *steppe_time_axis_new_blend (const SteppeTimeAxis *from,
                                            const SteppeTimeAxis *to,
                                            double progress);
SteppeTimeAxis *steppe_time_axis_new_take_segments (GArray *segments);
SteppeTimeAxis *steppe_time_axis_ref (SteppeTimeAxis *axis);
void steppe_time_axis_unref (SteppeTimeAxis *axis);

gboolean steppe_time_axis_is_empty (const SteppeTimeAxis *axis);
double steppe_time_axis_to_position (const SteppeTimeAxis *axis,
                                     gint64 instant);
gint64 steppe_time_axis_to_instant (const SteppeTimeAxis *axis,
                                    double position);

guint steppe_time_axis_get_n_segments (const SteppeTimeAxis *axis);
const SteppeTimeSegment *steppe_time_axis_get_segment (const SteppeTimeAxis *axis,
                                                       guint n);
guint steppe_time_axis_find_segment (const SteppeTimeAxis *axis,
                                     double position);

double steppe_time_segment_to_position (const SteppeTimeSegment *segment,
                                        gint64 instant);
double steppe_time_get_length (gint64 start,
                               gint64 end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeTimeAxis, steppe_time_axis_unref)

G_END_DECLS
