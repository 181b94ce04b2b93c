/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/steppe-time-axis.h"

G_BEGIN_DECLS

/**
 * SteppeTimeViewport:
 *
 * What a window of some width shows of an axis, and the ways from one view to another.
 *
 * Pixels of the window count from 0 at its start, pixels of the axis from 0 at the start of that; the window shows
 * those from [method@TimeViewport.get_origin] on. The axis itself changes with the zoom, see [struct@TimeFolds].
 *
 * A change is there at once. A caller that wants to go there in steps calls [method@TimeViewport.begin_move] before the
 * change and [method@TimeViewport.set_progress] after it.
 */
typedef struct _SteppeTimeViewport SteppeTimeViewport;

SteppeTimeViewport *steppe_time_viewport_new (void);
void steppe_time_viewport_free (SteppeTimeViewport *self);

void steppe_time_viewport_set_cells (SteppeTimeViewport *self,
                                     const SteppeTimeCell *cells,
                                     gsize n_cells);
void steppe_time_viewport_set_width (SteppeTimeViewport *self,
                                     double width);
gboolean steppe_time_viewport_get_true_scale (const SteppeTimeViewport *self);
void steppe_time_viewport_set_true_scale (SteppeTimeViewport *self,
                                          gboolean true_scale);

SteppeTimeAxis *steppe_time_viewport_get_axis (const SteppeTimeViewport *self);
double steppe_time_viewport_get_width (const SteppeTimeViewport *self);
double steppe_time_viewport_get_length (const SteppeTimeViewport *self);
double steppe_time_viewport_get_origin (const SteppeTimeViewport *self);
gboolean steppe_time_viewport_is_whole (const SteppeTimeViewport *self);
double steppe_time_viewport_to_pixel (const SteppeTimeViewport *self,
                                      gint64 instant);
gint64 steppe_time_viewport_to_instant (const SteppeTimeViewport *self,
                                        double pixel);
void steppe_time_viewport_get_range (const SteppeTimeViewport *self,
                                     gint64 *from,
                                     gint64 *to);

void steppe_time_viewport_pan_to (SteppeTimeViewport *self,
                                  double origin);
void steppe_time_viewport_zoom_at (SteppeTimeViewport *self,
                                   double factor,
                                   double x);
void steppe_time_viewport_show_all (SteppeTimeViewport *self);
void steppe_time_viewport_show_range (SteppeTimeViewport *self,
                                      gint64 from,
                                      gint64 to);
gboolean steppe_time_viewport_find_empty (const SteppeTimeViewport *self,
                                          gint64 instant,
                                          gboolean *opened);
gboolean steppe_time_viewport_find_empty_beside (const SteppeTimeViewport *self,
                                                 gint64 instant,
                                                 int step,
                                                 gint64 *found);
void steppe_time_viewport_open_empty (SteppeTimeViewport *self,
                                      gint64 instant,
                                      gboolean opened);

void steppe_time_viewport_begin_move (SteppeTimeViewport *self);
void steppe_time_viewport_set_progress (SteppeTimeViewport *self,
                                        double progress);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeTimeViewport, steppe_time_viewport_free)

G_END_DECLS
