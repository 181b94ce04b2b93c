/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "timeline/steppe-timeline-canvas.h"
#include "timeline/steppe-timeline-filter.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_TIMELINE_OVERVIEW (steppe_timeline_overview_get_type ())
G_DECLARE_FINAL_TYPE (SteppeTimelineOverview, steppe_timeline_overview, STEPPE, TIMELINE_OVERVIEW, GtkWidget)

GtkWidget *steppe_timeline_overview_new (SteppeTimelineCanvas *canvas,
                                         SteppeTimelineFilter *filter);

G_END_DECLS
