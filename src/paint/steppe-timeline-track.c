/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-timeline-track.h"

#define BLOCK 64

struct _SteppeTimelineTrack
{
  const SteppeTimelineEvents *events;
  GArray *numbers; /* of guint: the numbers of its events, in order */
  GArray *reaches; /* of gint64: by block of events, the last instant any of them reaches */
  GArray *starts; /* of gint64: by block of events, the first instant any of them may begin at */
  GArray *briefs; /* of SteppeTimelineBrief */
};

static const SteppeTimelineEvent *
get_event (const SteppeTimelineTrack *self,
           guint position)
{
  return steppe_timeline_events_get_event (self->events, g_array_index (self->numbers, guint, position));
}

/**
 * steppe_timeline_track_new:
 * @events: events, to outlive the track
 * @numbers: (transfer full) (element-type guint): the numbers of those that are on it, rising
 *
 * Returns: (transfer full): a track
 */
SteppeTimelineTrack *
steppe_timeline_track_new (const SteppeTimelineEvents *events,
                           GArray *numbers)
{
  SteppeTimelineTrack *self = g_new0 (SteppeTimelineTrack, 1);

  self->events = events;
  self->numbers = numbers;
  self->reaches = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->starts = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->briefs = g_array_sized_new (FALSE, FALSE, sizeof (SteppeTimelineBrief), numbers->len);
  for (guint i = 0; i < numbers->len; i++)
    {
      const SteppeTimelineEvent *event = get_event (self, i);
      SteppeTimelineBrief brief = { event->anchor, steppe_time_get_length (event->start_earliest, event->end_latest), event->weight, event->lasts };

      g_array_append_val (self->briefs, brief);
      if (i % BLOCK == 0)
        {
          g_array_append_val (self->reaches, event->end_latest);
          g_array_append_val (self->starts, event->start_earliest);
        }
      g_array_index (self->reaches, gint64, i / BLOCK) = MAX (g_array_index (self->reaches, gint64, i / BLOCK), event->end_latest);
      g_array_index (self->starts, gint64, i / BLOCK) = MIN (g_array_index (self->starts, gint64, i / BLOCK), event->start_earliest);
    }
  return self;
}

/**
 * steppe_timeline_track_new_all:
 * @events: events, to outlive the track
 *
 * Returns: (transfer full): a track with all of them
 */
SteppeTimelineTrack *
steppe_timeline_track_new_all (const SteppeTimelineEvents *events)
{
  guint n = steppe_timeline_events_get_n_events (events);
  GArray *numbers = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);

  for (guint i = 0; i < n; i++)
    g_array_append_val (numbers, i);
  return steppe_timeline_track_new (events, numbers);
}

/**
 * steppe_timeline_track_free:
 * @self: (transfer full): a track
 */
void
steppe_timeline_track_free (SteppeTimelineTrack *self)
{
  g_array_unref (self->numbers);
  g_array_unref (self->reaches);
  g_array_unref (self->starts);
  g_array_unref (self->briefs);
  g_free (self);
}

/**
 * steppe_timeline_track_get_n_events:
 * @self: a track
 *
 * Returns: how many events are on it
 */
guint
steppe_timeline_track_get_n_events (const SteppeTimelineTrack *self)
{
  return self->numbers->len;
}

/**
 * steppe_timeline_track_get_number:
 * @self: a track
 * @position: which event
 *
 * Returns: the number of the event among all
 */
guint
steppe_timeline_track_get_number (const SteppeTimelineTrack *self,
                                  guint position)
{
  g_return_val_if_fail (position < self->numbers->len, STEPPE_TIMELINE_NONE);

  return g_array_index (self->numbers, guint, position);
}

/**
 * steppe_timeline_track_find_number:
 * @self: a track
 * @number: the number of an event
 *
 * Returns: its position, or %STEPPE_TIMELINE_NONE when it is not on the track
 */
guint
steppe_timeline_track_find_number (const SteppeTimelineTrack *self,
                                   guint number)
{
  guint low = 0, high = self->numbers->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->numbers, guint, middle) < number)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->numbers->len && g_array_index (self->numbers, guint, low) == number ? low : STEPPE_TIMELINE_NONE;
}

/**
 * steppe_timeline_track_find_from:
 * @self: a track
 * @instant: an instant
 *
 * Returns: the position of the first event whose anchor is not before @instant; the number of events if there is none
 */
guint
steppe_timeline_track_find_from (const SteppeTimelineTrack *self,
                                 gint64 instant)
{
  guint low = 0, high = self->numbers->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_event (self, middle)->anchor < instant)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * steppe_timeline_track_find_reaching:
 * @self: a track
 * @first: the position to start from
 * @instant: an instant
 *
 * Returns: the position of the first event from @first on that does not end before @instant; the number of events if
 *   there is none
 */
guint
steppe_timeline_track_find_reaching (const SteppeTimelineTrack *self,
                                     guint first,
                                     gint64 instant)
{
  guint i = first;

  while (i < self->numbers->len)
    {
      if (i % BLOCK == 0 && g_array_index (self->reaches, gint64, i / BLOCK) < instant)
        i += BLOCK;
      else if (get_event (self, i)->end_latest < instant)
        i++;
      else
        return i;
    }
  return self->numbers->len;
}

/**
 * steppe_timeline_track_find_starting:
 * @self: a track
 * @first: the position to start from
 * @instant: an instant
 *
 * The anchor of a moment is in its middle, so that it may begin before others that come before it.
 *
 * Returns: the position of the first event from @first on that does not begin after @instant; the number of events if
 *   there is none
 */
guint
steppe_timeline_track_find_starting (const SteppeTimelineTrack *self,
                                     guint first,
                                     gint64 instant)
{
  guint i = first;

  while (i < self->numbers->len)
    {
      if (i % BLOCK == 0 && g_array_index (self->starts, gint64, i / BLOCK) > instant)
        i += BLOCK;
      else if (get_event (self, i)->start_earliest > instant)
        i++;
      else
        return i;
    }
  return self->numbers->len;
}

/**
 * steppe_timeline_track_get_briefs:
 * @self: a track
 *
 * Returns: (transfer none): the events in brief, in order
 */
const SteppeTimelineBrief *
steppe_timeline_track_get_briefs (const SteppeTimelineTrack *self)
{
  return (const SteppeTimelineBrief *) (gconstpointer) self->briefs->data;
}
