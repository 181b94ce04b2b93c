/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/steppe-time-tick-stretches-private.h"

#include <math.h>

#include "time/steppe-calendar.h"

/* How each stretch of an axis is divided, and what stands above its labels.
 *
 * Each stretch has its own scale and so its own step: the finest whose labels fit side by side. What those labels leave
 * unsaid, a year or a day, is their context; neighbours that share it have one in common. Where there is no room for
 * the context, the stretch gets coarser labels, in the end years, which need none. */

#define MAX_MANNERS 3
#define HALF_DAY 12
/* The most contexts of a stretch, which is more than fit any screen. */
#define MAX_CONTEXTS 4000

double
_steppe_tick_scaler_get_pixel (const SteppeTickScaler *self,
                               gint64 instant)
{
  return steppe_time_axis_to_position (self->axis, instant) * self->options->length;
}

double
_steppe_tick_scaler_measure (const SteppeTickScaler *self,
                             const char *label)
{
  return self->options->measure (label, self->options->user_data);
}

/* The manners of a step, the one with the longer labels first. Half days have none: where there is room for a label at
 * noon, the day of the week says more. */
static guint
get_manners (const SteppeTimeStep *step,
             SteppeTickManner *manners)
{
  switch (step->unit)
    {
    case STEPPE_TIME_UNIT_SECOND:
      manners[0] = (SteppeTickManner) { STEPPE_TICK_FORMAT_SECOND, STEPPE_TICK_FORMAT_DAY_OF_YEAR };
      return 1;
    case STEPPE_TIME_UNIT_MINUTE:
    case STEPPE_TIME_UNIT_HOUR:
      manners[0] = (SteppeTickManner) { STEPPE_TICK_FORMAT_MINUTE, STEPPE_TICK_FORMAT_DAY_OF_YEAR };
      return step->unit == STEPPE_TIME_UNIT_HOUR && step->count == HALF_DAY ? 0 : 1;
    case STEPPE_TIME_UNIT_DAY:
      manners[0] = (SteppeTickManner) { STEPPE_TICK_FORMAT_WEEKDAY, STEPPE_TICK_FORMAT_YEAR };
      manners[1] = (SteppeTickManner) { STEPPE_TICK_FORMAT_DAY, STEPPE_TICK_FORMAT_YEAR };
      manners[2] = (SteppeTickManner) { STEPPE_TICK_FORMAT_DAY_NUMBER, STEPPE_TICK_FORMAT_MONTH_OF_YEAR };
      return 3;
    case STEPPE_TIME_UNIT_WEEK:
      manners[0] = (SteppeTickManner) { STEPPE_TICK_FORMAT_DAY, STEPPE_TICK_FORMAT_YEAR };
      return 1;
    case STEPPE_TIME_UNIT_MONTH:
      manners[0] = (SteppeTickManner) { STEPPE_TICK_FORMAT_MONTH, STEPPE_TICK_FORMAT_YEAR };
      return 1;
    case STEPPE_TIME_UNIT_YEAR:
    default:
      manners[0] = (SteppeTickManner) { STEPPE_TICK_FORMAT_YEAR, STEPPE_TICK_FORMAT_YEAR };
      return 1;
    }
}

/* The width of the widest of some labels in @format: of all months and days of the week, if they name such. Two digits
 * are the widest. */
static double
measure_format (const SteppeTickScaler *self,
                SteppeTickFormat format)
{
  double width = 0;

  for (int i = 0; i < 12; i++)
    {
      SteppeCivil civil = { .year = 2024, .month = i + 1, .day = 20 + i % 7, .hour = 20, .minute = 40, .second = 40 };
      g_autofree char *label = _steppe_tick_format (format, steppe_instant_from_civil (&civil));

      width = MAX (width, _steppe_tick_scaler_measure (self, label));
    }
  return width;
}

/* The width of the widest label that a manner gives in a stretch. */
static double
get_label_width (SteppeTickScaler *self,
                 const SteppeTickStretch *stretch)
{
  SteppeTickFormat format = stretch->manner.format;

  if (format == STEPPE_TICK_FORMAT_YEAR)
    {
      gint64 end = steppe_time_step_floor (&stretch->step, stretch->end), start = steppe_time_step_floor (&stretch->step, stretch->start);
      g_autofree char *last = _steppe_tick_format (format, end);
      g_autofree char *first = NULL;

      /* What begins before the stretch gets no label. */
      if (start < stretch->start && start < end)
        steppe_time_step_next (&stretch->step, start, &start);
      first = _steppe_tick_format (format, start);
      return MAX (_steppe_tick_scaler_measure (self, first), _steppe_tick_scaler_measure (self, last));
    }
  if (self->widths[format] == 0)
    self->widths[format] = measure_format (self, format);
  return self->widths[format];
}

/* Finds the finest step whose labels fit side by side, and their manner, from choice number @first on. */
gboolean
_steppe_tick_scaler_choose_step (SteppeTickScaler *self,
                                 SteppeTickStretch *stretch,
                                 guint first)
{
  for (guint choice = first; choice / MAX_MANNERS < steppe_time_step_get_n_steps (); choice++)
    {
      SteppeTickManner manners[MAX_MANNERS];
      double pixels;

      stretch->step = *steppe_time_step_get_nth (choice / MAX_MANNERS);
      stretch->step.week_start = self->options->week_start;
      pixels = steppe_time_step_get_seconds (&stretch->step) * stretch->pixels_per_second;
      if (pixels < 2 * self->options->spacing || choice % MAX_MANNERS >= get_manners (&stretch->step, manners))
        continue;
      stretch->manner = manners[choice % MAX_MANNERS];
      if (self->is_plain && stretch->manner.format == STEPPE_TICK_FORMAT_WEEKDAY)
        continue;
      stretch->choice = choice;
      stretch->label_width = get_label_width (self, stretch);
      if (pixels >= stretch->label_width + self->options->spacing)
        return TRUE;
    }
  return FALSE;
}

static void
clear_context (gpointer data)
{
  SteppeTickContext *context = data;

  g_free (context->label);
  g_free (context->short_label);
  g_free (context->year_label);
}

static SteppeTimeStep
get_context_step (SteppeTickFormat format)
{
  if (format == STEPPE_TICK_FORMAT_MONTH_OF_YEAR)
    return (SteppeTimeStep) { STEPPE_TIME_UNIT_MONTH, 1 };
  if (format == STEPPE_TICK_FORMAT_DAY_OF_YEAR)
    return (SteppeTimeStep) { STEPPE_TIME_UNIT_DAY, 1 };
  return (SteppeTimeStep) { STEPPE_TIME_UNIT_YEAR, 1 };
}

static void
add_context (const SteppeTickScaler *self,
             GArray *contexts,
             const SteppeTickStretch *stretch,
             gint64 boundary,
             gint64 next)
{
  SteppeTickFormat format = stretch->manner.context;
  g_autofree char *label = _steppe_tick_format (format, boundary);
  SteppeTickContext *last = contexts->len > 0 ? &g_array_index (contexts, SteppeTickContext, contexts->len - 1) : NULL;
  double to = _steppe_tick_scaler_get_pixel (self, MIN (next, stretch->segment->end));
  SteppeTickContext context = { _steppe_tick_scaler_get_pixel (self, MAX (boundary, stretch->segment->start)), to };

  if (last != NULL && g_str_equal (last->label, label))
    {
      last->to = to;
      return;
    }
  context.width = _steppe_tick_scaler_measure (self, label);
  context.label = g_steal_pointer (&label);
  context.short_label = _steppe_tick_format_short (format, boundary);
  context.short_width = _steppe_tick_scaler_measure (self, context.short_label);
  context.year_label = _steppe_tick_format (STEPPE_TICK_FORMAT_YEAR, boundary);
  context.year_width = _steppe_tick_scaler_measure (self, context.year_label);
  g_array_append_val (contexts, context);
}

static void
add_contexts (const SteppeTickScaler *self,
              GArray *contexts,
              const SteppeTickStretch *stretch)
{
  SteppeTimeStep step = get_context_step (stretch->manner.context);
  gint64 boundary = steppe_time_step_floor (&step, stretch->start);

  if (stretch->manner.format == stretch->manner.context)
    return;
  for (guint i = 0; i < MAX_CONTEXTS && boundary < stretch->end; i++)
    {
      gint64 next;

      if (!steppe_time_step_next (&step, boundary, &next))
        break;
      add_context (self, contexts, stretch, boundary, next);
      boundary = next;
    }
}

/* Whether there is room for the context number @n before the next; for the last one, between the one before and the end
 * of the axis. */
static gboolean
has_room (const SteppeTickScaler *self,
          const GArray *contexts,
          guint n)
{
  const SteppeTickContext *context = &g_array_index (contexts, SteppeTickContext, n);
  double spacing = STEPPE_TICK_CONTEXT_SPACING * self->options->spacing;
  double end = self->options->length + self->options->overhang;

  if (n + 1 < contexts->len)
    return context->from + context->short_width + spacing <= context[1].from;
  if (context->from + context->short_width <= end)
    return TRUE;
  return end - context->short_width >= (n > 0 ? context[-1].from + context[-1].short_width + spacing : -self->options->overhang);
}

/* Whether the contexts of @stretch, which are those from number @first on, have room: each whole year or day, or where it
 * is in none that is whole, any of them. */
static gboolean
is_said (const SteppeTickScaler *self,
         const GArray *contexts,
         const SteppeTickStretch *stretch,
         guint first)
{
  double from = stretch->segment->from * self->options->length, to = stretch->segment->to * self->options->length;
  gboolean any = FALSE;

  for (guint i = first; i < contexts->len && g_array_index (contexts, SteppeTickContext, i).from < to; i++)
    {
      const SteppeTickContext *context = &g_array_index (contexts, SteppeTickContext, i);

      if (has_room (self, contexts, i))
        any = TRUE;
      else if (context->from > from && context->to < to)
        return FALSE;
    }
  return any;
}

/* Gives coarser labels to the stretches that do not say their context. Returns whether there were any. */
static gboolean
coarsen (SteppeTickScaler *self,
         GArray *stretches,
         const GArray *contexts)
{
  gboolean any = FALSE;
  guint first = 0;

  for (guint i = 0; i < stretches->len; i++)
    {
      SteppeTickStretch *stretch = &g_array_index (stretches, SteppeTickStretch, i);
      double from = stretch->segment->from * self->options->length;
      SteppeTickFormat context = stretch->manner.context;

      if (stretch->manner.format == context)
        continue;
      while (first < contexts->len && g_array_index (contexts, SteppeTickContext, first).to <= from)
        first++;
      if (is_said (self, contexts, stretch, first))
        continue;
      any = TRUE;
      do
        if (!_steppe_tick_scaler_choose_step (self, stretch, stretch->choice + 1))
          break;
      while (stretch->manner.context == context && stretch->manner.format != context);
    }
  return any;
}

/* Returns the contexts of all stretches, in order, having given coarser labels to those whose contexts have no room. */
GArray *
_steppe_tick_scaler_create_contexts (SteppeTickScaler *self,
                                     GArray *stretches)
{
  GArray *contexts = g_array_new (FALSE, FALSE, sizeof (SteppeTickContext));

  g_array_set_clear_func (contexts, clear_context);
  do
    {
      g_array_set_size (contexts, 0);
      for (guint i = 0; i < stretches->len; i++)
        add_contexts (self, contexts, &g_array_index (stretches, SteppeTickStretch, i));
    }
  while (coarsen (self, stretches, contexts));
  return contexts;
}
