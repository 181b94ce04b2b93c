/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paint/steppe-timeline-track.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_TIMELINE_LANES (steppe_timeline_lanes_get_type ())

/**
 * SteppeTimelineLanes:
 * @STEPPE_TIMELINE_LANES_NONE: events are wherever there is room
 * @STEPPE_TIMELINE_LANES_KIND: those of one kind are together
 * @STEPPE_TIMELINE_LANES_ACTOR: those with one actor are together
 * @STEPPE_TIMELINE_LANES_PLACE: those at one place are together
 *
 * By what the lanes of a timeline are ordered. An event with several actors, or at several places, is shown at each.
 */
typedef enum
{
  STEPPE_TIMELINE_LANES_NONE,
  STEPPE_TIMELINE_LANES_KIND,
  STEPPE_TIMELINE_LANES_ACTOR,
  STEPPE_TIMELINE_LANES_PLACE,
} SteppeTimelineLanes;

GType steppe_timeline_lanes_get_type (void) G_GNUC_CONST;

/**
 * SteppeTimelineGroup:
 * @key: the kind, or the id of the actor or place; empty for events that have none
 * @name: in the user's language
 * @track: its events
 * @collapsed: whether only its name is shown, and when its events are
 * @y: its top, in pixels from the top of the first
 * @height: its height in pixels
 * @n_lanes: how many lanes it has
 *
 * Events that are shown together.
 */
typedef struct
{
  char *key;
  char *name;
  SteppeTimelineTrack *track;
  gboolean collapsed;
  double y;
  double height;
  guint n_lanes;
} SteppeTimelineGroup;

/**
 * SteppeTimelineGroups:
 *
 * All events of a timeline, in groups.
 */
typedef struct _SteppeTimelineGroups SteppeTimelineGroups;

SteppeTimelineGroups *steppe_timeline_groups_new (const SteppeTimelineEvents *events,
                                                  SteppeDossier *dossier,
                                                  SteppeTimelineLanes lanes);
void steppe_timeline_groups_free (SteppeTimelineGroups *self);

guint steppe_timeline_groups_get_n_groups (const SteppeTimelineGroups *self);
SteppeTimelineGroup *steppe_timeline_groups_get_group (const SteppeTimelineGroups *self,
                                                       guint n);
gboolean steppe_timeline_groups_have_names (const SteppeTimelineGroups *self);
guint steppe_timeline_groups_find_at (const SteppeTimelineGroups *self,
                                      double y);
gboolean steppe_timeline_groups_has_event (const SteppeTimelineGroups *self,
                                           guint n,
                                           guint number);
guint steppe_timeline_groups_find_event (const SteppeTimelineGroups *self,
                                         guint number);
double steppe_timeline_groups_arrange (SteppeTimelineGroups *self,
                                       double lane,
                                       double counts,
                                       double room);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeTimelineGroups, steppe_timeline_groups_free)

G_END_DECLS
