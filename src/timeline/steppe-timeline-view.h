/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/steppe-focus.h"
#include "paint/steppe-timeline-groups.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_TIMELINE_VIEW (steppe_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (SteppeTimelineView, steppe_timeline_view, STEPPE, TIMELINE_VIEW, GtkWidget)

SteppeFocus *steppe_timeline_view_get_focus (SteppeTimelineView *self);
void steppe_timeline_view_set_focus (SteppeTimelineView *self,
                                     SteppeFocus *focus);
gboolean steppe_timeline_view_get_true_scale (SteppeTimelineView *self);
void steppe_timeline_view_set_true_scale (SteppeTimelineView *self,
                                          gboolean true_scale);
SteppeTimelineLanes steppe_timeline_view_get_lanes (SteppeTimelineView *self);
void steppe_timeline_view_set_lanes (SteppeTimelineView *self,
                                     SteppeTimelineLanes lanes);
void steppe_timeline_view_get_range (SteppeTimelineView *self,
                                     gint64 *earliest,
                                     gint64 *latest);
void steppe_timeline_view_show_range (SteppeTimelineView *self,
                                      gint64 earliest,
                                      gint64 latest);

G_END_DECLS
