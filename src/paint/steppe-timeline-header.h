/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/steppe-time-axis.h"
#include "time/steppe-time-room.h"
#include "time/steppe-time-ticks.h"

G_BEGIN_DECLS

/**
 * SteppeTimelineHeaderRole:
 * @STEPPE_TIMELINE_HEADER_CONTEXT: what the ticks below it leave unsaid
 * @STEPPE_TIMELINE_HEADER_LENGTH: how long a gap is
 * @STEPPE_TIMELINE_HEADER_ALONG: how long a gap is above which there is no room, to be written along it
 *
 * What a text in the header of a timeline says.
 */
typedef enum
{
  STEPPE_TIMELINE_HEADER_CONTEXT,
  STEPPE_TIMELINE_HEADER_LENGTH,
  STEPPE_TIMELINE_HEADER_ALONG,
} SteppeTimelineHeaderRole;

/**
 * SteppeTimelineHeaderText:
 * @role: what it says
 * @text: the text
 * @position: where it begins, in pixels from the start of the axis; the middle of the gap for what is written along that
 * @width: its width in pixels
 *
 * A text above the ticks.
 */
typedef struct
{
  SteppeTimelineHeaderRole role;
  char *text;
  double position;
  double width;
} SteppeTimelineHeaderText;

/**
 * SteppeTimelineHeaderOptions:
 * @ticks: the ticks
 * @axis: the axis
 * @length: the length of the whole axis in pixels
 * @from: the first pixel of the axis that is seen
 * @to: the last
 * @edge: how far the lengths of gaps may reach beyond these
 * @row: the height of a text in pixels
 * @measure: the width of a text in pixels
 * @user_data: for @measure
 */
typedef struct
{
  const SteppeTimeTicks *ticks;
  const SteppeTimeAxis *axis;
  double length;
  double from;
  double to;
  double edge;
  double row;
  SteppeTextWidthFunc measure;
  gpointer user_data;
} SteppeTimelineHeaderOptions;

GArray *steppe_timeline_header_create_texts (const SteppeTimelineHeaderOptions *options) G_GNUC_WARN_UNUSED_RESULT;
gboolean steppe_timeline_header_find_along (const SteppeTimeRoom *column,
                                            const GArray *taken,
                                            double width,
                                            double *position);

G_END_DECLS
