/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-timeline-header.h"

#include "time/steppe-time-length.h"

/* What is written above the ticks: what these leave unsaid and, between, how long the gaps are. */

typedef struct
{
  const SteppeTimelineHeaderOptions *options;
  GArray *texts;
  double spacing;
  double free_from;
} Row;

static void
clear_text (gpointer data)
{
  g_clear_pointer (&((SteppeTimelineHeaderText *) data)->text, g_free);
}

static void
add_text (Row *row,
          SteppeTimelineHeaderRole role,
          char *label,
          double position,
          double width)
{
  const SteppeTimelineHeaderText text = { role, label, position, width };

  g_array_append_val (row->texts, text);
  if (role != STEPPE_TIMELINE_HEADER_ALONG)
    row->free_from = position + width + row->spacing;
}

/* The length of a gap is written above it, as near to its middle as what else is there allows. */
static void
add_length (Row *row,
            const SteppeTimeSegment *segment,
            double free_to)
{
  const SteppeTimelineHeaderOptions *options = row->options;
  double seen_to = options->to + options->edge;
  double from = MAX (segment->from * options->length, options->from - options->edge), to = MIN (segment->to * options->length, seen_to);
  g_autofree char *text = steppe_time_length_format (segment->quiet_from, segment->quiet_to);
  double width = options->measure (text, options->user_data), x;

  free_to = MIN (free_to, seen_to);
  x = MIN ((from + to - width) / 2, free_to - width);
  x = MAX (x, row->free_from);
  if (x + width <= free_to && x <= to && x + width >= from)
    add_text (row, STEPPE_TIMELINE_HEADER_LENGTH, g_steal_pointer (&text), x, width);
  else if (to - from >= options->row)
    add_text (row, STEPPE_TIMELINE_HEADER_ALONG, g_steal_pointer (&text), (from + to) / 2, width);
}

/* The lengths of the gaps from number @first on that begin before @pixel. Returns the number of the first after. */
static guint
add_lengths (Row *row,
             guint first,
             double pixel)
{
  const SteppeTimelineHeaderOptions *options = row->options;
  guint i;

  if (options->length > 0)
    first = MAX (first, steppe_time_axis_find_segment (options->axis, options->from / options->length));
  for (i = first; i < steppe_time_axis_get_n_segments (options->axis); i++)
    {
      const SteppeTimeSegment *segment = steppe_time_axis_get_segment (options->axis, i);

      if (segment->from * options->length >= MIN (pixel, options->to + options->edge))
        break;
      if (segment->is_gap && segment->to * options->length > options->from)
        add_length (row, segment, pixel);
    }
  return i;
}

/**
 * steppe_timeline_header_create_texts:
 * @options: what is seen of an axis
 *
 * What is above the ticks stays in sight as long as any of its time is.
 *
 * Returns: (transfer full) (element-type SteppeTimelineHeaderText): the texts, which do not overlap, in order
 */
GArray *
steppe_timeline_header_create_texts (const SteppeTimelineHeaderOptions *options)
{
  g_autoptr (GArray) headings = steppe_time_ticks_create_headings (options->ticks, options->from, options->to);
  Row row = { options, g_array_new (FALSE, FALSE, sizeof (SteppeTimelineHeaderText)), options->row / 2, options->from - options->edge };
  guint segment = 0;

  g_array_set_clear_func (row.texts, clear_text);
  for (guint i = 0; i < headings->len; i++)
    {
      const SteppeTickHeading *heading = &g_array_index (headings, SteppeTickHeading, i);

      segment = add_lengths (&row, segment, heading->position - row.spacing);
      add_text (&row, STEPPE_TIMELINE_HEADER_CONTEXT, g_strdup (heading->label), heading->position, heading->width);
    }
  add_lengths (&row, segment, options->to + options->edge);
  return row.texts;
}

/**
 * steppe_timeline_header_find_along:
 * @column: the height of a gap in pixels, from its top
 * @taken: (element-type SteppeTimeRoom): what events take of it
 * @width: the width of the text that is to be written along the gap
 * @position: (out): where its top goes
 *
 * Finds room half-way down, else at the foot, else at the top, or near one of these.
 *
 * Returns: whether there is any
 */
gboolean
steppe_timeline_header_find_along (const SteppeTimeRoom *column,
                                   const GArray *taken,
                                   double width,
                                   double *position)
{
  const double wishes[] = { (column->from + column->to) / 2, column->to - width / 2, column->from + width / 2 };

  for (guint i = 0; i < G_N_ELEMENTS (wishes); i++)
    if (steppe_time_room_find (column, (const SteppeTimeRoom *) (gconstpointer) taken->data, taken->len, wishes[i], width, position))
      return TRUE;
  return FALSE;
}
