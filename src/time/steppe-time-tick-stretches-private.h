/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/steppe-time-step.h"
#include "time/steppe-time-tick-labels-private.h"
#include "time/steppe-time-ticks.h"

G_BEGIN_DECLS

/* A way to label a step: what is written at each tick, what above. */
typedef struct
{
  SteppeTickFormat format;
  SteppeTickFormat context;
} SteppeTickManner;

/* A part of the axis in one scale, and how it is labelled. */
typedef struct
{
  const SteppeTimeSegment *segment;
  double pixels_per_second;
  gint64 start; /* the part of it that gets ticks */
  gint64 end;
  SteppeTimeStep step;
  SteppeTickManner manner;
  double label_width;
  guint choice; /* which step and manner it is, of all, from fine to coarse */
} SteppeTickStretch;

/* Chooses how stretches are labelled. */
typedef struct
{
  const SteppeTimeAxis *axis;
  const SteppeTickOptions *options;
  gboolean is_plain; /* without days of the week */
  double widths[STEPPE_N_TICK_FORMATS]; /* of labels that are as wide anywhere; 0 until they are measured */
} SteppeTickScaler;

/* Between two contexts there is so many times the room that is between two labels. */
#define STEPPE_TICK_CONTEXT_SPACING 1.5

double _steppe_tick_scaler_get_pixel (const SteppeTickScaler *self,
                                      gint64 instant);
double _steppe_tick_scaler_measure (const SteppeTickScaler *self,
                                    const char *label);
gboolean _steppe_tick_scaler_choose_step (SteppeTickScaler *self,
                                          SteppeTickStretch *stretch,
                                          guint first);
GArray *_steppe_tick_scaler_create_contexts (SteppeTickScaler *self,
                                             GArray *stretches);

G_END_DECLS
