/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-dossier.h"
#include "model/steppe-event.h"
#include "model/steppe-filter.h"
#include "time/steppe-time-axis.h"

G_BEGIN_DECLS

/**
 * STEPPE_TIMELINE_NONE:
 *
 * The number of no event.
 */
#define STEPPE_TIMELINE_NONE G_MAXUINT

/**
 * SteppeTimelineEvent:
 * @event: the event
 * @name: its name, in the user's language
 * @start_earliest: the earliest instant at which it may start
 * @start_latest: the latest
 * @end_earliest: the earliest instant at which it may end
 * @end_latest: the latest
 * @anchor: the instant by which it is placed: the middle of a moment, the start of what lasts
 * @kind: what its date says
 * @qualifier: what that says about its own worth
 * @lasts: whether it lasts, rather than being a moment between @start_earliest and @end_latest
 * @start_edge: what is known of its start
 * @end_edge: what is known of its end
 * @weight: how much is said about it: 1, and 1 more for each item and mention that points to it
 * @label_width: the width of its name in pixels, below 0 until it is measured
 *
 * An event with a usable date. Its instants are those of the clocks where it was. On an edge that is not known, the instants are
 * those of the other edge.
 */
typedef struct
{
  SteppeEvent *event;
  const char *name;
  gint64 start_earliest;
  gint64 start_latest;
  gint64 end_earliest;
  gint64 end_latest;
  gint64 anchor;
  SteppeDateKind kind;
  SteppeQualifier qualifier;
  gboolean lasts;
  SteppeEdge start_edge;
  SteppeEdge end_edge;
  int weight;
  double label_width;
} SteppeTimelineEvent;

typedef struct _SteppeTimelineEvents SteppeTimelineEvents;

SteppeTimelineEvents *steppe_timeline_events_new (SteppeDossier *dossier,
                                                  SteppeFilter *filter);
SteppeTimelineEvents *steppe_timeline_events_new_for (SteppeDossier *dossier,
                                                      GPtrArray *items);
void steppe_timeline_events_free (SteppeTimelineEvents *self);

guint steppe_timeline_events_get_n_events (const SteppeTimelineEvents *self);
SteppeTimelineEvent *steppe_timeline_events_get_event (const SteppeTimelineEvents *self,
                                                       guint n);
guint steppe_timeline_events_find (const SteppeTimelineEvents *self,
                                   gconstpointer item);
guint steppe_timeline_events_get_n_hidden (const SteppeTimelineEvents *self);
GListModel *steppe_timeline_events_get_undated (const SteppeTimelineEvents *self);
const SteppeTimeCell *steppe_timeline_events_get_cells (const SteppeTimelineEvents *self,
                                                        gsize *n_cells);
void steppe_timeline_events_forget_widths (SteppeTimelineEvents *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeTimelineEvents, steppe_timeline_events_free)

G_END_DECLS
