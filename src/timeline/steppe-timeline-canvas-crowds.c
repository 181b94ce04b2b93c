/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"
#include "timeline/steppe-timeline-canvas-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "model/steppe-item-words.h"

/* The counts of the events for which there is no room. A count stands where the layout has it; what it stands for may be
 * a whole day or a reign, of which another part is seen: then it stands at the edge of what is seen. */

typedef struct
{
  double from; /* pixels of the axis */
  double to;
  double half; /* of a count */
} Sight;

static Sight
get_sight (SteppeTimelineCanvas *self)
{
  double from = steppe_time_viewport_get_origin (self->viewport);

  return (Sight) { from, from + steppe_time_viewport_get_width (self->viewport), self->metrics.crowd_width / 2 };
}

static gboolean
is_in_sight (const Sight *sight,
             double x)
{
  return x + sight->half > sight->from && x - sight->half < sight->to;
}

/* Adds events whose count is out of sight to the count that is at that edge, or makes one there. */
static void
add_at_edge (GArray *crowds,
             const Sight *sight,
             const SteppeTimelineHidden *hidden)
{
  double x = hidden->x < sight->from ? sight->from + sight->half : sight->to - sight->half;
  SteppeTimelineCrowd edge = { hidden->group, x, hidden->y, hidden->count, hidden->first, hidden->last };

  for (guint i = 0; i < crowds->len; i++)
    {
      SteppeTimelineCrowd *crowd = &g_array_index (crowds, SteppeTimelineCrowd, i);

      if (crowd->group != hidden->group || fabs (crowd->x - x) >= 2 * sight->half)
        continue;
      crowd->count += hidden->count;
      crowd->first = MIN (crowd->first, hidden->first);
      crowd->last = MAX (crowd->last, hidden->last);
      return;
    }
  g_array_append_val (crowds, edge);
}

/* Returns: (transfer full) (element-type SteppeTimelineCrowd): the counts that are seen now */
GArray *
_steppe_timeline_canvas_collect_crowds (SteppeTimelineCanvas *self)
{
  GArray *crowds = g_array_new (FALSE, FALSE, sizeof (SteppeTimelineCrowd));
  const Sight sight = get_sight (self);

  for (guint i = 0; i < steppe_timeline_layout_get_n_crowds (self->layout); i++)
    if (is_in_sight (&sight, steppe_timeline_layout_get_crowd (self->layout, i)->x))
      g_array_append_vals (crowds, steppe_timeline_layout_get_crowd (self->layout, i), 1);
  for (guint i = 0; i < steppe_timeline_layout_get_n_hidden (self->layout); i++)
    {
      const SteppeTimelineHidden *hidden = steppe_timeline_layout_get_hidden (self->layout, i);

      if (hidden->to > sight.from && hidden->from < sight.to && !is_in_sight (&sight, hidden->x))
        add_at_edge (crowds, &sight, hidden);
    }
  return crowds;
}

/* Finds the count at a point of the widget. Returns whether there is one. */
gboolean
_steppe_timeline_canvas_pick_crowd (SteppeTimelineCanvas *self,
                                    double x,
                                    double y,
                                    SteppeTimelineCrowd *picked)
{
  const graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);
  g_autoptr (GArray) crowds = NULL;

  if (self->layout == NULL || y < self->metrics.header || _steppe_timeline_canvas_is_over_names (self, x))
    return FALSE;
  crowds = _steppe_timeline_canvas_collect_crowds (self);
  for (guint i = 0; i < crowds->len; i++)
    {
      graphene_rect_t area;

      *picked = g_array_index (crowds, SteppeTimelineCrowd, i);
      _steppe_timeline_canvas_get_crowd_area (self, picked, &area);
      if (graphene_rect_contains_point (&area, &point))
        return TRUE;
    }
  return FALSE;
}

/* A count in words. */
char *
_steppe_timeline_canvas_describe_crowd (SteppeTimelineCanvas *self,
                                        const SteppeTimelineCrowd *crowd)
{
  const SteppeTimelineEvent *first = steppe_timeline_events_get_event (self->events, crowd->first);
  g_autofree char *date = steppe_item_dup_when (STEPPE_ITEM (first->event), steppe_focus_get_dossier (self->focus), STEPPE_DATE_STYLE_LONG);

  /* Translators: %s is a date. */
  return g_strdup_printf (ngettext ("%u more event from %s on", "%u more events from %s on", crowd->count), crowd->count, date);
}

/* The events that a count stands for: those in sight that are not shown themselves. */
static GPtrArray *
collect_events (SteppeTimelineCanvas *self,
                const SteppeTimelineCrowd *crowd)
{
  const SteppeTimelineTrack *track = steppe_timeline_groups_get_group (self->groups, crowd->group)->track;
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);
  GPtrArray *events = g_ptr_array_new ();
  gint64 from, to;

  steppe_timeline_canvas_get_range (self, &from, &to);
  for (guint i = 0; i < steppe_timeline_layout_get_n_boxes (self->layout); i++)
    {
      const SteppeTimelineBox *box = steppe_timeline_layout_get_box (self->layout, i);

      if (box->group == crowd->group)
        g_hash_table_add (shown, GUINT_TO_POINTER (box->event));
    }
  for (guint i = steppe_timeline_track_find_number (track, crowd->first); i < steppe_timeline_track_get_n_events (track); i++)
    {
      guint number = steppe_timeline_track_get_number (track, i);
      const SteppeTimelineEvent *event = steppe_timeline_events_get_event (self->events, number);

      if (number > crowd->last)
        break;
      if (event->start_earliest <= to && event->end_latest >= from && !g_hash_table_contains (shown, GUINT_TO_POINTER (number)))
        g_ptr_array_add (events, event->event);
    }
  return events;
}

/* Shows the events that a count stands for, to choose one. */
static void
list_crowd (SteppeTimelineCanvas *self,
            const SteppeTimelineCrowd *crowd)
{
  g_autoptr (GPtrArray) events = collect_events (self, crowd);
  g_autofree char *title = _steppe_timeline_canvas_describe_crowd (self, crowd);
  graphene_rect_t area;

  if (self->focus == NULL)
    return;
  _steppe_timeline_canvas_get_crowd_area (self, crowd, &area);
  steppe_event_popover_show (STEPPE_EVENT_POPOVER (self->popover), title, events,
                             &(GdkRectangle) { (int) area.origin.x, (int) area.origin.y, (int) area.size.width, (int) area.size.height }, GTK_POS_TOP);
}

/* Zooms to the events that a count stands for; where no zoom tells them apart, or they reach out of sight, lists them. */
void
_steppe_timeline_canvas_show_crowd (SteppeTimelineCanvas *self,
                                    const SteppeTimelineCrowd *crowd)
{
  const SteppeTimelineEvent *first = steppe_timeline_events_get_event (self->events, crowd->first);
  const SteppeTimelineEvent *last = steppe_timeline_events_get_event (self->events, crowd->last);
  const Sight sight = get_sight (self);
  double from = steppe_time_viewport_to_pixel (self->viewport, first->anchor), to = steppe_time_viewport_to_pixel (self->viewport, last->anchor);

  if (first->anchor == last->anchor || !is_in_sight (&sight, from) || !is_in_sight (&sight, to))
    list_crowd (self, crowd);
  else
    steppe_timeline_canvas_show_range (self, first->start_earliest, MAX (last->start_earliest, first->end_latest), TRUE);
}
