/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/steppe-time-ticks-private.h"

#include <math.h>

#include "time/steppe-calendar.h"
#include "time/steppe-time-tick-stretches-private.h"

/* How ticks are chosen.
 *
 * Each stretch of the axis has its own scale and so its own step: the finest whose labels fit side by side. Where that
 * is several years, months or days, round numbers would hide what the story is about, so the years in which something
 * happens are candidates too, and the more happens, the better they are. Of all candidates of the whole axis those are
 * labelled that together are worth most, none overlapping (weighted interval scheduling, by dynamic programming). */

/* A longer axis is labelled for what is visible only, by regular steps. */
#define MAX_WHOLE_LENGTH 8000
/* With more cells in a stretch, or more candidates to a label, regular steps say more. */
#define MAX_CELLS 2000
#define CANDIDATES_PER_LABEL 5
#define MAX_TICKS 4000
/* From so many years on, a year is a long number. */
#define LONG_AGO 1000000
#define MINOR_SPACING 7

/* What labels are worth: regular ones among others, or alone; those of a stretch that begins in mid-unit; and the best
 * of each stretch, which is not to be left out, least of all where it fits into the stretch. */
#define VALUE_FILLER 0.5
#define VALUE_REGULAR 2
#define VALUE_EDGE 0.25
#define VALUE_BEST 100
#define VALUE_BEST_INSIDE 1000
/* What happens in a year counts so much more when the year is all that is known of its date. */
#define EXACT_FACTOR 4
/* Where a label may stand across its tick rather than after it: how much of it is before the tick, and which part of its
 * worth is left. */
static const struct
{
  double before;
  double factor;
} places[] = {
  { 0.5, 0.9 },
  { 0.25, 0.85 },
  { 0.75, 0.85 },
};

G_DEFINE_BOXED_TYPE (SteppeTimeTicks, steppe_time_ticks, steppe_time_ticks_ref, steppe_time_ticks_unref)

/* A tick that may be labelled. @is_first: it stands for the tick where that gets no label. */
typedef struct
{
  SteppeTick tick;
  double value;
  gboolean is_first;
  double end; /* of the label, and of the room that it needs */
} Candidate;

typedef struct
{
  SteppeTickScaler scaler;
  const SteppeTickOptions *options;
  SteppeTimeTicks *ticks;
  GArray *stretches; /* of SteppeTickStretch */
  GArray *candidates; /* of Candidate */
} Chooser;

static void
clear_tick (gpointer data)
{
  g_free (((SteppeTick *) data)->label);
}

static gboolean
is_whole (const SteppeTickOptions *options)
{
  return options->length <= MAX_WHOLE_LENGTH;
}

/* Finds the unit of which @step has several; where it is one itself, @unit is the same. */
static gboolean
is_one_unit_below (const SteppeTimeStep *step,
                   SteppeTimeStep *unit)
{
  *unit = *step;
  if (step->unit == STEPPE_TIME_UNIT_WEEK)
    unit->unit = STEPPE_TIME_UNIT_DAY;
  else if (step->unit == STEPPE_TIME_UNIT_MONTH && step->count > 1)
    unit->count = 1;
  else if (step->unit == STEPPE_TIME_UNIT_YEAR && step->count > 1)
    unit->count = step->count < 1000 ? 1 : step->count / 100;
  else
    return FALSE;
  return TRUE;
}

/* The last boundary up to @instant of the unit that a label there names: of hours, the minute; of ages, the year all the
 * same, unless that is so long ago that it would only be a long number. */
static gint64
floor_to_named (const SteppeTimeStep *step,
                gint64 instant)
{
  SteppeTimeStep unit;
  SteppeCivil civil;

  is_one_unit_below (step, &unit);
  steppe_instant_to_civil (instant, &civil);
  if (unit.unit == STEPPE_TIME_UNIT_YEAR && ABS (civil.year) < LONG_AGO)
    unit.count = 1;
  if (unit.unit <= STEPPE_TIME_UNIT_HOUR)
    unit = (SteppeTimeStep) { MIN (unit.unit, STEPPE_TIME_UNIT_MINUTE), 1 };
  return steppe_time_step_floor (&unit, instant);
}

static void
append_candidate (Chooser *chooser,
                  const Candidate *candidate,
                  double stretch_end)
{
  Candidate copy = *candidate;

  copy.end = copy.tick.label_position + copy.tick.width;
  if (copy.tick.label_position < -chooser->options->overhang || copy.end > chooser->options->length + chooser->options->overhang)
    copy.value = 0;
  /* “4 Oct” is not to be read where “4”, of September, stands before a gap and “Oct” after it. */
  copy.end += copy.end > stretch_end ? 2 * chooser->options->spacing : chooser->options->spacing;
  copy.tick.label = g_strdup (copy.tick.label);
  g_array_append_val (chooser->candidates, copy);
}

/* In few letters where more would not fit into the stretch. */
static char *
create_label (const Chooser *chooser,
              const SteppeTickStretch *stretch,
              gint64 boundary)
{
  double width = (stretch->segment->to - stretch->segment->from) * chooser->options->length;
  char *label = _steppe_tick_format (stretch->manner.format, boundary);

  if (_steppe_tick_scaler_measure (&chooser->scaler, label) + chooser->options->spacing <= width)
    return label;
  g_free (label);
  return _steppe_tick_format_short (stretch->manner.format, boundary);
}

/* Adds candidates for the unit that begins at @boundary: with the label after the tick, and across it. Where the unit
 * begins before the stretch, the label is at the start of that. */
static void
add_candidate (Chooser *chooser,
               const SteppeTickStretch *stretch,
               gint64 boundary,
               double value,
               gboolean is_regular)
{
  Candidate candidate = { { boundary }, value, is_regular };
  g_autofree char *label = NULL;

  if (boundary > stretch->segment->end)
    return;
  label = create_label (chooser, stretch, boundary);
  candidate.tick.is_edge = boundary < stretch->segment->start;
  candidate.tick.position = _steppe_tick_scaler_get_pixel (&chooser->scaler, MAX (boundary, stretch->segment->start));
  candidate.tick.label_position = candidate.tick.position;
  candidate.tick.label = label;
  candidate.tick.width = _steppe_tick_scaler_measure (&chooser->scaler, label);
  append_candidate (chooser, &candidate, stretch->segment->to * chooser->options->length);
  candidate.is_first = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (places) && !candidate.tick.is_edge; i++)
    {
      candidate.tick.label_position = CLAMP (candidate.tick.position - round (candidate.tick.width * places[i].before), -chooser->options->overhang,
                                             MAX (0, chooser->options->length + chooser->options->overhang - candidate.tick.width));
      candidate.value = value * places[i].factor;
      append_candidate (chooser, &candidate, stretch->segment->to * chooser->options->length);
    }
}

/* Adds what the stretch begins in. */
static void
add_edge (Chooser *chooser,
          const SteppeTickStretch *stretch)
{
  gint64 boundary = floor_to_named (&stretch->step, stretch->segment->start);

  if (boundary != G_MININT64)
    add_candidate (chooser, stretch, boundary, VALUE_EDGE, TRUE);
}

static void
add_regular (Chooser *chooser,
             const SteppeTickStretch *stretch,
             double value)
{
  gint64 boundary = steppe_time_step_floor (&stretch->step, stretch->start);
  SteppeTimeStep unit;

  for (guint i = 0; i < MAX_TICKS && boundary <= stretch->end; i++)
    {
      gint64 next;

      if (boundary >= stretch->segment->start)
        add_candidate (chooser, stretch, boundary, value, TRUE);
      else if (boundary != G_MININT64 && !is_one_unit_below (&stretch->step, &unit))
        add_edge (chooser, stretch);
      if (!steppe_time_step_next (&stretch->step, boundary, &next))
        break;
      boundary = next;
    }
}

static gint64
get_middle (const SteppeTimeCell *cell)
{
  return (gint64) ((guint64) cell->earliest + ((guint64) cell->latest - (guint64) cell->earliest) / 2);
}

static gsize
find_cell (const SteppeTickOptions *options,
           gint64 instant)
{
  gsize low = 0, high = options->n_cells;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (get_middle (&options->cells[middle]) < instant)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* A unit in which something happens. */
typedef struct
{
  gint64 start;
  gint64 named; /* the boundary that is labelled: that of the weightiest */
  double weight; /* of the weightiest */
  double value;
} Eventful;

static GArray *
find_eventful (const Chooser *chooser,
               const SteppeTickStretch *stretch,
               const SteppeTimeStep *unit)
{
  const SteppeTickOptions *options = chooser->options;
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Eventful));
  gsize first = find_cell (options, stretch->segment->start), end = find_cell (options, stretch->segment->end);

  for (gsize i = first; i < end && end - first <= MAX_CELLS; i++)
    {
      const SteppeTimeCell *cell = &options->cells[i];
      gint64 middle = get_middle (cell);
      gboolean is_exact = steppe_time_get_length (cell->earliest, cell->latest) > 0.8 * steppe_time_step_get_seconds (unit);
      Eventful eventful = { steppe_time_step_floor (unit, middle), floor_to_named (&stretch->step, middle), cell->weight };
      Eventful *last = found->len > 0 ? &g_array_index (found, Eventful, found->len - 1) : NULL;

      eventful.value = cell->weight * (is_exact ? EXACT_FACTOR : 1);
      if (last == NULL || last->start != eventful.start)
        {
          g_array_append_val (found, eventful);
          continue;
        }
      eventful.value += last->value;
      if (last->weight >= eventful.weight)
        {
          eventful.named = last->named;
          eventful.weight = last->weight;
        }
      *last = eventful;
    }
  return found;
}

/* Adds the units in which something happens. Returns %FALSE, having added none, where there are too many. */
static gboolean
add_eventful (Chooser *chooser,
              const SteppeTickStretch *stretch)
{
  const SteppeTickOptions *options = chooser->options;
  double width = (stretch->segment->to - stretch->segment->from) * options->length;
  double capacity = width / (stretch->label_width + options->spacing);
  g_autoptr (GArray) found = NULL;
  SteppeTimeStep unit;

  if (!is_one_unit_below (&stretch->step, &unit))
    return FALSE;
  found = find_eventful (chooser, stretch, &unit);
  if (found->len == 0 || found->len > CANDIDATES_PER_LABEL * MAX (capacity, 1))
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    add_candidate (chooser, stretch, g_array_index (found, Eventful, i).named, g_array_index (found, Eventful, i).value, FALSE);
  return TRUE;
}

static gboolean
is_inside (const Chooser *chooser,
           const SteppeTickStretch *stretch,
           const Candidate *candidate)
{
  double length = chooser->options->length;

  return candidate->tick.label_position >= stretch->segment->from * length && candidate->end <= stretch->segment->to * length;
}

/* The candidate of the greatest value among those from number @first on, or else only of those whose labels lie inside the
 * stretch; NULL if there is none. */
static const Candidate *
find_best (const Chooser *chooser,
           const SteppeTickStretch *stretch,
           guint first,
           gboolean only_inside)
{
  const Candidate *best = NULL;

  for (guint i = first; i < chooser->candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (chooser->candidates, Candidate, i);

      if (candidate->value > (best != NULL ? best->value : 0) && (!only_inside || is_inside (chooser, stretch, candidate)))
        best = candidate;
    }
  return best;
}

/* So that each stretch says when it is: its best label is worth more than any others it displaces. Labels that lie inside
 * their stretches displace no others such. */
static void
raise_best (Chooser *chooser,
            const SteppeTickStretch *stretch,
            guint first)
{
  const Candidate *best = find_best (chooser, stretch, first, TRUE);
  gboolean is_inside_best = best != NULL;
  gint64 instant;

  if (best == NULL)
    best = find_best (chooser, stretch, first, FALSE);
  if (best == NULL)
    return;
  instant = best->tick.instant;
  for (guint i = first; i < chooser->candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (chooser->candidates, Candidate, i);

      if (candidate->tick.instant != instant || candidate->value <= 0)
        continue;
      candidate->value += is_inside_best && is_inside (chooser, stretch, candidate) ? VALUE_BEST_INSIDE : VALUE_BEST;
    }
}

/* Ticks without labels, where a finer step leaves room for them. */
static void
add_minor (Chooser *chooser,
           const SteppeTickStretch *stretch)
{
  const SteppeTimeStep *step = NULL;
  gint64 boundary;

  for (guint i = 0; step == NULL && steppe_time_step_get_seconds (steppe_time_step_get_nth (i)) < steppe_time_step_get_seconds (&stretch->step); i++)
    {
      const SteppeTimeStep *finer = steppe_time_step_get_nth (i);

      if (finer->unit != STEPPE_TIME_UNIT_WEEK &&
          steppe_time_step_get_seconds (finer) * stretch->pixels_per_second >= MINOR_SPACING)
        step = finer;
    }
  if (step == NULL)
    return;
  boundary = steppe_time_step_floor (step, stretch->start);
  for (guint i = 0; i < MAX_TICKS && boundary <= stretch->end; i++)
    {
      SteppeTick tick = { boundary, _steppe_tick_scaler_get_pixel (&chooser->scaler, boundary) };

      if (boundary >= stretch->segment->start)
        g_array_append_val (chooser->ticks->ticks, tick);
      if (!steppe_time_step_next (step, boundary, &boundary))
        break;
    }
}

static void
add_segment (Chooser *chooser,
             const SteppeTimeSegment *segment)
{
  const SteppeTickOptions *options = chooser->options;
  double from = segment->from * options->length, to = segment->to * options->length;
  SteppeTickStretch stretch = { segment, (to - from) / steppe_time_get_length (segment->start, segment->end), segment->start, segment->end };

  /* A gap says how long it is, and nothing else. */
  if (segment->is_gap || to <= from)
    return;
  if (!is_whole (options))
    {
      stretch.start = steppe_time_axis_to_instant (chooser->scaler.axis, MAX (from, options->from) / options->length);
      stretch.end = steppe_time_axis_to_instant (chooser->scaler.axis, MIN (to, options->to) / options->length);
    }
  if (_steppe_tick_scaler_choose_step (&chooser->scaler, &stretch, 0))
    g_array_append_val (chooser->stretches, stretch);
}

static void
add_segments (Chooser *chooser)
{
  const SteppeTimeAxis *axis = chooser->scaler.axis;
  const SteppeTickOptions *options = chooser->options;
  guint n = steppe_time_axis_get_n_segments (axis);

  if (n == 0 || options->length <= 0)
    return;
  for (guint i = is_whole (options) ? 0 : steppe_time_axis_find_segment (axis, options->from / options->length); i < n; i++)
    {
      const SteppeTimeSegment *segment = steppe_time_axis_get_segment (axis, i);

      if (!is_whole (options) && segment->from * options->length > options->to)
        break;
      add_segment (chooser, segment);
    }
}

static void
add_candidates (Chooser *chooser,
                const SteppeTickStretch *stretch)
{
  guint first = chooser->candidates->len;

  if (is_whole (chooser->options) && add_eventful (chooser, stretch))
    add_regular (chooser, stretch, VALUE_FILLER);
  else
    add_regular (chooser, stretch, VALUE_REGULAR);
  if (find_best (chooser, stretch, first, TRUE) == NULL)
    add_edge (chooser, stretch);
  raise_best (chooser, stretch, first);
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *first = a, *second = b;

  if (first->tick.label_position != second->tick.label_position)
    return first->tick.label_position < second->tick.label_position ? -1 : 1;
  return (first->tick.instant > second->tick.instant) - (first->tick.instant < second->tick.instant);
}

/* Marks the candidates to be labelled, whose values together are the greatest. */
static gboolean *
schedule (const GArray *candidates)
{
  guint n = candidates->len;
  g_autofree double *best = g_new0 (double, n + 1); /* best[i]: of the candidates from i on */
  g_autofree guint *next = g_new0 (guint, n + 1); /* the first candidate that starts after i ends */
  gboolean *chosen = g_new0 (gboolean, n + 1);

  for (guint i = n; i-- > 0;)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      guint low = i + 1, high = n;

      while (low < high)
        {
          guint middle = low + (high - low) / 2;

          if (g_array_index (candidates, Candidate, middle).tick.label_position < candidate->end)
            low = middle + 1;
          else
            high = middle;
        }
      next[i] = low;
      best[i] = MAX (best[i + 1], candidate->value + best[next[i]]);
    }
  for (guint i = 0; i < n;)
    {
      chosen[i] = best[i] > best[i + 1];
      i = chosen[i] ? next[i] : i + 1;
    }
  return chosen;
}

static int
compare_ticks (gconstpointer a,
               gconstpointer b)
{
  const SteppeTick *first = a, *second = b;

  if (first->position != second->position)
    return first->position < second->position ? -1 : 1;
  return (second->label != NULL) - (first->label != NULL);
}

static void
take_chosen (Chooser *chooser)
{
  g_autofree gboolean *chosen = NULL;

  g_array_sort (chooser->candidates, compare_candidates);
  chosen = schedule (chooser->candidates);
  for (guint i = 0; i < chooser->candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (chooser->candidates, Candidate, i);

      if (!chosen[i])
        {
          g_clear_pointer (&candidate->tick.label, g_free);
          candidate->tick.width = 0;
        }
      if (chosen[i] || (candidate->is_first && !candidate->tick.is_edge))
        g_array_append_val (chooser->ticks->ticks, candidate->tick);
    }
  g_array_sort (chooser->ticks->ticks, compare_ticks);
}

static guint
count_labels (const SteppeTimeTicks *self)
{
  guint n_labels = 0;

  for (guint i = 0; i < self->ticks->len; i++)
    n_labels += g_array_index (self->ticks, SteppeTick, i).label != NULL;
  return n_labels;
}

/* @names_weekdays: (in): whether days of the week may be named; (out): whether any is */
static SteppeTimeTicks *
create_ticks (const SteppeTimeAxis *axis,
              const SteppeTickOptions *options,
              gboolean *names_weekdays)
{
  SteppeTimeTicks *ticks = g_new0 (SteppeTimeTicks, 1);
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (SteppeTickStretch));
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  Chooser chooser = { { axis, options, !*names_weekdays }, options, ticks, stretches, candidates };

  g_atomic_ref_count_init (&ticks->ref_count);
  ticks->end = options->length + options->overhang;
  ticks->spacing = STEPPE_TICK_CONTEXT_SPACING * options->spacing;
  ticks->ticks = g_array_new (FALSE, FALSE, sizeof (SteppeTick));
  g_array_set_clear_func (ticks->ticks, clear_tick);
  add_segments (&chooser);
  ticks->contexts = _steppe_tick_scaler_create_contexts (&chooser.scaler, stretches);
  *names_weekdays = FALSE;
  for (guint i = 0; i < stretches->len; i++)
    {
      const SteppeTickStretch *stretch = &g_array_index (stretches, SteppeTickStretch, i);

      add_candidates (&chooser, stretch);
      add_minor (&chooser, stretch);
      *names_weekdays = *names_weekdays || stretch->manner.format == STEPPE_TICK_FORMAT_WEEKDAY;
    }
  take_chosen (&chooser);
  return ticks;
}

/**
 * steppe_time_ticks_new:
 * @axis: an axis
 * @options: how long it is, which part of it is wanted, and how to measure labels
 *
 * Returns: (transfer full): the ticks of that part, or of more, in order
 */
SteppeTimeTicks *
steppe_time_ticks_new (const SteppeTimeAxis *axis,
                       const SteppeTickOptions *options)
{
  SteppeTickOptions complete;
  SteppeTimeTicks *plain, *ticks;
  gboolean names_weekdays = TRUE, names_none = FALSE;

  g_return_val_if_fail (axis != NULL && options != NULL && options->measure != NULL, NULL);

  complete = *options;
  if (complete.week_start == G_DATE_BAD_WEEKDAY)
    complete.week_start = steppe_calendar_get_week_start ();
  ticks = create_ticks (axis, &complete, &names_weekdays);
  if (!names_weekdays)
    return ticks;
  /* Days of the week are good to know where they leave no less room for others. */
  plain = create_ticks (axis, &complete, &names_none);
  if (count_labels (ticks) >= count_labels (plain))
    {
      steppe_time_ticks_unref (plain);
      return ticks;
    }
  steppe_time_ticks_unref (ticks);
  return plain;
}

/**
 * steppe_time_ticks_ref:
 * @ticks: ticks
 *
 * Returns: (transfer full): @ticks
 */
SteppeTimeTicks *
steppe_time_ticks_ref (SteppeTimeTicks *ticks)
{
  g_return_val_if_fail (ticks != NULL, NULL);

  g_atomic_ref_count_inc (&ticks->ref_count);
  return ticks;
}

/**
 * steppe_time_ticks_unref:
 * @ticks: (transfer full): ticks
 */
void
steppe_time_ticks_unref (SteppeTimeTicks *ticks)
{
  g_return_if_fail (ticks != NULL);

  if (!g_atomic_ref_count_dec (&ticks->ref_count))
    return;
  g_array_unref (ticks->ticks);
  g_array_unref (ticks->contexts);
  g_free (ticks);
}

/**
 * steppe_time_ticks_get_n_ticks:
 * @ticks: ticks
 *
 * Returns: how many there are
 */
guint
steppe_time_ticks_get_n_ticks (const SteppeTimeTicks *ticks)
{
  g_return_val_if_fail (ticks != NULL, 0);

  return ticks->ticks->len;
}

/**
 * steppe_time_ticks_get_tick:
 * @ticks: ticks
 * @n: which, from the earliest
 *
 * Returns: (transfer none): the tick
 */
const SteppeTick *
steppe_time_ticks_get_tick (const SteppeTimeTicks *ticks,
                            guint n)
{
  g_return_val_if_fail (ticks != NULL && n < ticks->ticks->len, NULL);

  return &g_array_index (ticks->ticks, SteppeTick, n);
}

/**
 * steppe_time_ticks_get_n_contexts:
 * @ticks: ticks
 *
 * Returns: how many contexts there are
 */
guint
steppe_time_ticks_get_n_contexts (const SteppeTimeTicks *ticks)
{
  g_return_val_if_fail (ticks != NULL, 0);

  return ticks->contexts->len;
}

/**
 * steppe_time_ticks_get_context:
 * @ticks: ticks
 * @n: which, from the earliest
 *
 * Returns: (transfer none): what stands above the labels there
 */
const SteppeTickContext *
steppe_time_ticks_get_context (const SteppeTimeTicks *ticks,
                               guint n)
{
  g_return_val_if_fail (ticks != NULL && n < ticks->contexts->len, NULL);

  return &g_array_index (ticks->contexts, SteppeTickContext, n);
}
