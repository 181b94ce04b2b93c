/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paint/steppe-bar.h"
#include "paint/steppe-timeline-events.h"

G_BEGIN_DECLS

/**
 * SteppeTimelineBar:
 * @bar: the body; its members are those below
 * @members: where the members of a set are
 *
 * The body of an event, ready to be placed and painted. Not to be copied.
 */
typedef struct
{
  SteppeBar bar;
  SteppeStretch members[STEPPE_DATE_MAX_MEMBERS];
} SteppeTimelineBar;

SteppeBarForm steppe_timeline_bar_get_form (const SteppeTimelineEvent *event);
void steppe_timeline_bar_init (SteppeTimelineBar *self,
                               const SteppeTimelineEvent *event,
                               SteppeBarForm form,
                               double x,
                               double width,
                               const SteppeTimeAxis *axis,
                               double length,
                               double sign);

G_END_DECLS
