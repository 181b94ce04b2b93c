/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/steppe-time-axis.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_TIME_TICKS (steppe_time_ticks_get_type ())

/**
 * SteppeTick:
 * @instant: the boundary of the calendar that it marks
 * @position: where it is, in pixels from the start of the axis
 * @label: (nullable): its label; %NULL for a tick without
 * @label_position: where the label begins, in pixels: at @position, or before it where that makes room for others
 * @width: the width of @label in pixels
 * @is_edge: whether it has no line of its own: @instant lies before the stretch, which begins in the unit that starts there
 *
 * A mark on the axis.
 */
typedef struct
{
  gint64 instant;
  double position;
  char *label;
  double label_position;
  double width;
  gboolean is_edge;
} SteppeTick;

/**
 * SteppeTickContext:
 * @from: where it begins, in pixels from the start of the axis
 * @to: where it ends
 * @label: such as “2024” or “2 September 2024”
 * @width: the width of @label in pixels
 * @short_label: the same in fewer letters
 * @short_width: the width of @short_label in pixels
 * @year_label: its year alone
 * @year_width: the width of @year_label in pixels
 *
 * What the labels below it leave unsaid.
 */
typedef struct
{
  double from;
  double to;
  char *label;
  double width;
  char *short_label;
  double short_width;
  char *year_label;
  double year_width;
} SteppeTickContext;

/**
 * SteppeTickHeading:
 * @label: (transfer none): the text
 * @position: where it begins, in pixels from the start of the axis
 * @width: its width in pixels
 *
 * A context as it is written above the ticks.
 */
typedef struct
{
  const char *label;
  double position;
  double width;
} SteppeTickHeading;

/**
 * SteppeTextWidthFunc:
 * @text: plain text
 * @user_data: the caller's
 *
 * Returns: the width of @text in pixels
 */
typedef double (*SteppeTextWidthFunc) (const char *text,
                                       gpointer user_data);

/**
 * SteppeTickOptions:
 * @length: the length of the whole axis in pixels
 * @from: the pixel from which ticks are wanted
 * @to: the pixel up to which
 * @spacing: the least pixels between two labels
 * @overhang: how many pixels a label may begin before the start of the axis and end after its end
 * @cells: (nullable) (array length=n_cells): what lies on the axis, in the order of their middles
 * @n_cells: how many
 * @week_start: the day that weeks begin on; where none is given, as the user's locale has it
 * @measure: measures a label
 * @user_data: for @measure
 */
typedef struct
{
  double length;
  double from;
  double to;
  double spacing;
  double overhang;
  const SteppeTimeCell *cells;
  gsize n_cells;
  GDateWeekday week_start;
  SteppeTextWidthFunc measure;
  gpointer user_data;
} SteppeTickOptions;

/**
 * SteppeTimeTicks:
 *
 * The ticks of an axis at one scale, with labels in the user's language that never overlap.
 */
typedef struct _SteppeTimeTicks SteppeTimeTicks;

GType steppe_time_ticks_get_type (void) G_GNUC_CONST;

SteppeTimeTicks *steppe_time_ticks_new (const SteppeTimeAxis *axis,
                                        const SteppeTickOptions *options);
SteppeTimeTicks *steppe_time_ticks_ref (SteppeTimeTicks *ticks);
void steppe_time_ticks_unref (SteppeTimeTicks *ticks);

guint steppe_time_ticks_get_n_ticks (const SteppeTimeTicks *ticks);
const SteppeTick *steppe_time_ticks_get_tick (const SteppeTimeTicks *ticks,
                                              guint n);
guint steppe_time_ticks_get_n_contexts (const SteppeTimeTicks *ticks);
const SteppeTickContext *steppe_time_ticks_get_context (const SteppeTimeTicks *ticks,
                                                        guint n);
GArray *steppe_time_ticks_create_headings (const SteppeTimeTicks *ticks,
                                           double from,
                                           double to) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeTimeTicks, steppe_time_ticks_unref)

G_END_DECLS
