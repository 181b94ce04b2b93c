/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paint/steppe-timeline-body.h"
#include "paint/steppe-timeline-figure.h"
#include "paint/steppe-timeline-header.h"

G_BEGIN_DECLS

/* Sizes in user units, all from the font. */
typedef struct
{
  double em;
  double name; /* the height of a label */
  double row; /* the height of a text of the header, or of a count */
  double least_label;
  double number; /* the width of the widest, with the gap before it; 0 without numbers */
  double crowd_width;
  double crowd_height;
} SteppeTimelineFigureMetrics;

struct _SteppeTimelineFigure
{
  SteppeTimelineEvents *events;
  GPtrArray *names; /* with their numbers */
  SteppeTimelineTrack *track; /* NULL where there is nothing to show, or no room at all */
  guint subject; /* the number of an event */
  gboolean numbered;
  SteppeScheme scheme;
  double max_height;

  PangoLayout *label;
  PangoLayout *text; /* of the header and of counts */
  SteppeTimelineFigureMetrics metrics;

  SteppeTimelineFrame frame;
  double end; /* from the end of the axis to the edge of the figure */
  double height;
  SteppeTimeAxis *axis;
  SteppeTimeTicks *ticks;
  GArray *header; /* of SteppeTimelineHeaderText */
  SteppeTimelineLayout *layout;
};

/* A layout in the user's language, ready to be measured or drawn, until the next is asked for. */
PangoLayout *_steppe_timeline_figure_get_label (SteppeTimelineFigure *self,
                                                guint event,
                                                gboolean number_only);
PangoLayout *_steppe_timeline_figure_get_text (SteppeTimelineFigure *self,
                                               const char *text);
double _steppe_timeline_figure_get_width (PangoLayout *layout);

G_END_DECLS
