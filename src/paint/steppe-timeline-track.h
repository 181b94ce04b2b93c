/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paint/steppe-timeline-events.h"

G_BEGIN_DECLS

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
int steppe_timeline_track_get_greatest_weight (const SteppeTimelineTrack *self,
                                               guint first,
                                               guint end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeTimelineTrack, steppe_timeline_track_free)

G_END_DECLS
