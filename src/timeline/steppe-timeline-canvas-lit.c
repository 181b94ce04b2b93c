/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline/steppe-timeline-canvas-private.h"

#include "model/steppe-ties.h"

/* What of the timeline stands out, besides an event that is selected or hovered: the events that something else is tied to
 * which is selected or hovered, and those that the reader reads about. */

static void
light_item (SteppeTimelineCanvas *self,
            SteppeItem *item)
{
  g_autoptr (GPtrArray) events = NULL;

  if (item == NULL)
    return;
  events = steppe_item_find_events (item, steppe_focus_get_dossier (self->focus));
  for (guint i = 0; i < events->len; i++)
    {
      guint number = steppe_timeline_events_find (self->events, g_ptr_array_index (events, i));

      if (number != STEPPE_TIMELINE_NONE)
        g_hash_table_add (self->lit, GUINT_TO_POINTER (number));
    }
}

/* An event that is selected or hovered has a look of its own. */
static void
light_tied (SteppeTimelineCanvas *self,
            SteppeItem *item)
{
  if (!STEPPE_IS_EVENT (item))
    light_item (self, item);
}

/* Takes over what is selected, hovered and read. */
void
_steppe_timeline_canvas_update_lit (SteppeTimelineCanvas *self)
{
  g_hash_table_remove_all (self->lit);
  if (self->focus != NULL)
    {
      GPtrArray *passage = steppe_focus_get_passage (self->focus);

      light_tied (self, steppe_focus_get_selected (self->focus));
      light_tied (self, steppe_focus_get_hovered (self->focus));
      for (guint i = 0; passage != NULL && i < passage->len; i++)
        light_item (self, g_ptr_array_index (passage, i));
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
_steppe_timeline_canvas_is_lit (SteppeTimelineCanvas *self,
                                guint event)
{
  return event == self->hovered || g_hash_table_contains (self->lit, GUINT_TO_POINTER (event));
}

static gboolean
is_in_crowd (SteppeTimelineCanvas *self,
             const SteppeTimelineCrowd *crowd,
             guint event)
{
  return event >= crowd->first && event <= crowd->last && steppe_timeline_groups_has_event (self->groups, crowd->group, event) &&
         steppe_timeline_layout_find_event (self->layout, event) == NULL;
}

/* Whether one of the events for which there is no room is lit. */
gboolean
_steppe_timeline_canvas_is_crowd_lit (SteppeTimelineCanvas *self,
                                      const SteppeTimelineCrowd *crowd)
{
  GHashTableIter iter;
  gpointer event;

  if (is_in_crowd (self, crowd, self->hovered))
    return TRUE;
  g_hash_table_iter_init (&iter, self->lit);
  while (g_hash_table_iter_next (&iter, &event, NULL))
    if (is_in_crowd (self, crowd, GPOINTER_TO_UINT (event)))
      return TRUE;
  return FALSE;
}

/* Brings the first lit event into sight, unless one is. */
void
_steppe_timeline_canvas_reveal_lit (SteppeTimelineCanvas *self)
{
  guint first = STEPPE_TIMELINE_NONE;
  gint64 from, to;
  GHashTableIter iter;
  gpointer event;

  steppe_timeline_canvas_get_range (self, &from, &to);
  g_hash_table_iter_init (&iter, self->lit);
  while (g_hash_table_iter_next (&iter, &event, NULL))
    {
      gint64 anchor = steppe_timeline_events_get_event (self->events, GPOINTER_TO_UINT (event))->anchor;

      if (anchor >= from && anchor <= to)
        return;
      first = MIN (first, GPOINTER_TO_UINT (event));
    }
  _steppe_timeline_canvas_reveal (self, first);
}

/* Brings the events of what is read into sight, unless they are. While the seen part is what other panes are kept to, it
 * stays. */
void
_steppe_timeline_canvas_show_passage (SteppeTimelineCanvas *self)
{
  GPtrArray *passage = steppe_focus_get_passage (self->focus);
  gint64 from, to, first = STEPPE_INSTANT_MAX, last = STEPPE_INSTANT_MIN;

  _steppe_timeline_canvas_update_lit (self);
  if (steppe_focus_get_span (self->focus, NULL, NULL))
    return;
  for (guint i = 0; passage != NULL && i < passage->len; i++)
    {
      guint number = steppe_timeline_events_find (self->events, g_ptr_array_index (passage, i));
      const SteppeTimelineEvent *event;

      if (number == STEPPE_TIMELINE_NONE)
        continue;
      event = steppe_timeline_events_get_event (self->events, number);
      first = MIN (first, event->start_earliest);
      last = MAX (last, event->end_latest);
    }
  steppe_timeline_canvas_get_range (self, &from, &to);
  if (first <= last && (first < from || last > to))
    _steppe_timeline_canvas_show_span (self, first, last);
}
