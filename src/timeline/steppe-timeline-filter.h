/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "timeline/steppe-timeline-canvas.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_TIMELINE_FILTER (steppe_timeline_filter_get_type ())
G_DECLARE_FINAL_TYPE (SteppeTimelineFilter, steppe_timeline_filter, STEPPE, TIMELINE_FILTER, GObject)

SteppeTimelineFilter *steppe_timeline_filter_new (SteppeTimelineCanvas *canvas);
void steppe_timeline_filter_set_focus (SteppeTimelineFilter *self,
                                       SteppeFocus *focus);
gboolean steppe_timeline_filter_get_active (SteppeTimelineFilter *self);
void steppe_timeline_filter_set_active (SteppeTimelineFilter *self,
                                        gboolean active);
SteppeSpan steppe_timeline_filter_get_extent (SteppeTimelineFilter *self);

G_END_DECLS
