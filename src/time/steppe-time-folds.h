/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/steppe-time-axis.h"

G_BEGIN_DECLS

/**
 * STEPPE_TIME_FOLDS_NONE:
 *
 * The number of no empty time.
 */
#define STEPPE_TIME_FOLDS_NONE G_MAXUINT

/**
 * SteppeTimeZoom:
 * @width: the length of the axis in pixels where it is not zoomed
 * @factor: how many times longer its stretches are, 1 or more
 * @limit: the most pixels of an empty time that gets longer by that
 * @opened_width: the least pixels of an empty time that the reader has opened
 *
 * How large an axis is shown.
 */
typedef struct
{
  double width;
  double factor;
  double limit;
  double opened_width;
} SteppeTimeZoom;

/**
 * SteppeTimeFolds:
 *
 * The empty times of an axis, which fold up when it is shown larger.
 *
 * Between any two things that happen lies an empty time. While the reader zooms in, what happens gets wider, and so does
 * the empty time until it reaches a limit; from then on it stays that wide, as a gap. So whatever the zoom, the next
 * event is never far, and as nothing but widths change, and those steadily, nothing jumps. An empty time that is wider
 * than the limit before any zoom keeps its width, and one that is opened is in proportion and has ticks.
 */
typedef struct _SteppeTimeFolds SteppeTimeFolds;

SteppeTimeFolds *steppe_time_folds_new (SteppeTimeAxis *axis,
                                        const SteppeTimeCell *cells,
                                        gsize n_cells);
void steppe_time_folds_free (SteppeTimeFolds *self);

guint steppe_time_folds_find (const SteppeTimeFolds *self,
                              gint64 instant);
void steppe_time_folds_get_bounds (const SteppeTimeFolds *self,
                                   guint n,
                                   gint64 *start,
                                   gint64 *end);
gboolean steppe_time_folds_get_opened (const SteppeTimeFolds *self,
                                       guint n);
void steppe_time_folds_set_opened (SteppeTimeFolds *self,
                                   guint n,
                                   gboolean opened);
void steppe_time_folds_open_as (SteppeTimeFolds *self,
                                const SteppeTimeFolds *other);
gboolean steppe_time_folds_close_all (SteppeTimeFolds *self);

SteppeTimeAxis *steppe_time_folds_create_axis (const SteppeTimeFolds *self,
                                               const SteppeTimeZoom *zoom,
                                               double *length);
double steppe_time_folds_measure (const SteppeTimeFolds *self,
                                  const SteppeTimeZoom *zoom,
                                  gint64 from,
                                  gint64 to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeTimeFolds, steppe_time_folds_free)

G_END_DECLS
