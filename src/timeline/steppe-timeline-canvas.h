/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/steppe-focus.h"
#include "paint/steppe-timeline-events.h"
#include "paint/steppe-timeline-groups.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_TIMELINE_CANVAS (steppe_timeline_canvas_get_type ())
G_DECLARE_FINAL_TYPE (SteppeTimelineCanvas, steppe_timeline_canvas, STEPPE, TIMELINE_CANVAS, GtkWidget)

void steppe_timeline_canvas_set_focus (SteppeTimelineCanvas *self,
                                       SteppeFocus *focus);
gboolean steppe_timeline_canvas_get_true_scale (SteppeTimelineCanvas *self);
void steppe_timeline_canvas_set_true_scale (SteppeTimelineCanvas *self,
                                            gboolean true_scale);
SteppeTimelineLanes steppe_timeline_canvas_get_lanes (SteppeTimelineCanvas *self);
void steppe_timeline_canvas_set_lanes (SteppeTimelineCanvas *self,
                                       SteppeTimelineLanes lanes);
void steppe_timeline_canvas_collapse_all (SteppeTimelineCanvas *self,
                                          gboolean collapsed);
GtkAdjustment *steppe_timeline_canvas_get_vadjustment (SteppeTimelineCanvas *self);
int steppe_timeline_canvas_get_header_height (SteppeTimelineCanvas *self);

void steppe_timeline_canvas_set_now (SteppeTimelineCanvas *self,
                                     gint64 now);

SteppeTimelineEvents *steppe_timeline_canvas_get_events (SteppeTimelineCanvas *self);
void steppe_timeline_canvas_get_range (SteppeTimelineCanvas *self,
                                       gint64 *from,
                                       gint64 *to);
gboolean steppe_timeline_canvas_is_whole (SteppeTimelineCanvas *self);
void steppe_timeline_canvas_show_range (SteppeTimelineCanvas *self,
                                        gint64 from,
                                        gint64 to,
                                        gboolean animate);

G_END_DECLS
