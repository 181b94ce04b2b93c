/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/steppe-time-ticks-private.h"

#include <math.h>

/* What is written above the labels of ticks, in a window onto the axis. */

static const SteppeTickContext *
get_context (const SteppeTimeTicks *self,
             guint n)
{
  return &g_array_index (self->contexts, SteppeTickContext, n);
}

/* Where the label of the last context begins: where that does, or before it if the axis ends too soon. */
static double
get_last_position (const SteppeTimeTicks *self)
{
  guint n = self->contexts->len - 1;
  const SteppeTickContext *context = get_context (self, n);
  double position = MIN (context->from, self->end - context->short_width);

  if (n > 0 && position < context[-1].from + context[-1].short_width + self->spacing)
    return context->from;
  return position;
}

/* Where the label of a context begins in a window from pixel @from on. */
static double
get_position (const SteppeTimeTicks *self,
              guint n,
              double from)
{
  return MAX (from, n + 1 < self->contexts->len ? get_context (self, n)->from : get_last_position (self));
}

/* Where the label of context number @n has to end. */
static double
get_limit (const SteppeTimeTicks *self,
           guint n)
{
  if (n + 1 == self->contexts->len)
    return self->end;
  return get_position (self, n + 1, -INFINITY) - self->spacing;
}

static gboolean
has_heading (const SteppeTimeTicks *self,
             guint n,
             double from)
{
  return get_position (self, n, from) + get_context (self, n)->short_width <= get_limit (self, n);
}

/* Whether the context that follows number @n without a gap says the same year, in a window up to pixel @to. */
static gboolean
is_said_next (const SteppeTimeTicks *self,
              guint n,
              double from,
              double to)
{
  const SteppeTickContext *context = get_context (self, n);

  return n + 1 < self->contexts->len && context[1].from - context->to < 1 && g_str_equal (context[1].year_label, context->year_label) &&
         has_heading (self, n + 1, from) && get_position (self, n + 1, from) + context[1].short_width <= to;
}

/**
 * steppe_time_ticks_create_headings:
 * @ticks: ticks
 * @from: the first pixel of the axis that is seen
 * @to: the last
 *
 * What is written above the ticks in a window onto the axis. A context stays in sight as long as any of its time is;
 * where it does not fit, its year may.
 *
 * Returns: (transfer full) (element-type SteppeTickHeading): the headings, which do not overlap, in order; to be let go
 *   of before @ticks
 */
GArray *
steppe_time_ticks_create_headings (const SteppeTimeTicks *ticks,
                                   double from,
                                   double to)
{
  GArray *headings = g_array_new (FALSE, FALSE, sizeof (SteppeTickHeading));

  g_return_val_if_fail (ticks != NULL, headings);

  for (guint i = 0; i < ticks->contexts->len; i++)
    {
      const SteppeTickContext *context = get_context (ticks, i);
      double position = get_position (ticks, i, from), room = get_limit (ticks, i) - position;
      SteppeTickHeading heading = { context->label, position, context->width };

      if (context->to < from)
        continue;
      if (position > to)
        break;
      if (context->width > room && has_heading (ticks, i, from))
        heading = (SteppeTickHeading) { context->short_label, position, context->short_width };
      else if (context->width > room && !is_said_next (ticks, i, from, to))
        heading = (SteppeTickHeading) { context->year_label, position, context->year_width };
      if (heading.width <= room)
        g_array_append_val (headings, heading);
    }
  return headings;
}
