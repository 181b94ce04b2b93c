/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paint/steppe-timeline-events.h"

G_BEGIN_DECLS

/**
 * SteppeTimelineBrief:
 * @anchor: the instant by which the event is placed
 * @seconds: how long the time is that a moment may mean, or that something may last
 * @weight: how much is said about it
 * @lasts: whether it lasts
 *
 * What a search through many events looks at.
 */
typedef struct
{
  gint64 anchor;
  double seconds;
  int weight;
  gboolean lasts;
} SteppeTimelineBrief;

/**
 * SteppeTimelineTrack:
 *
 * Some of the events of a timeline in the order of their anchors, found by instant in logarithmic time. Positions in a
 * track count from 0; the numbers of events are those of all events.
 */
typedef struct _SteppeTimelineTrack SteppeTimelineTrack;

SteppeTimelineTrack *steppe_timeline_track_new (const SteppeTimelineEvents *events,
                                                GArray *numbers);
SteppeTimelineTrack *steppe_timeline_track_new_all (const SteppeTimelineEvents *events);
void steppe_timeline_track_free (SteppeTimelineTrack *self);

guint steppe_timeline_track_get_n_events (const SteppeTimelineTrack *self);
guint steppe_timeline_track_get_number (const SteppeTimelineTrack *self,
                                        guint position);
guint steppe_timeline_track_find_number (const SteppeTimelineTrack *self,
                                         guint number);
guint steppe_timeline_track_find_from (const SteppeTimelineTrack *self,
                                       gint64 instant);
guint steppe_timeline_track_find_reaching (const SteppeTimelineTrack *self,
                                           guint first,
                                           gint64 instant);
guint steppe_timeline_track_find_starting (const SteppeTimelineTrack *self,
                                           guint first,
                                           gint64 instant);
const SteppeTimelineBrief *steppe_timeline_track_get_briefs (const SteppeTimelineTrack *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeTimelineTrack, steppe_timeline_track_free)

G_END_DECLS
