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

static void
merge (SteppeTimelineCrowd *crowd,
       const SteppeTimelineCrowd *other)
{
  crowd->count += other->count;
  crowd->first = MIN (crowd->first, other->first);
  crowd->last = MAX (crowd->last, other->last);
}

/* Adds a count at an edge to the one that is there already, if any; and empties it. */
static void
add_edge (GArray *crowds,
          const Sight *sight,
          SteppeTimelineCrowd *edge)
{
  guint i = 0;

  if (edge->count == 0)
    return;
  while (i < crowds->len && (g_array_index (crowds, SteppeTimelineCrowd, i).group != edge->group ||
                             fabs (g_array_index (crowds, SteppeTimelineCrowd, i).x - edge->x) >= 2 * sight->half))
    i++;
  if (i < crowds->len)
    merge (&g_array_index (crowds, SteppeTimelineCrowd, i), edge);
  else
    g_array_append_vals (crowds, edge, 1);
  edge->count = 0;
}

/* Adds what is hidden in sight and counted out of it. What is hidden comes group by group. */
static void
add_hidden (SteppeTimelineCanvas *self,
            GArray *crowds,
            const Sight *sight)
{
  SteppeTimelineCrowd edges[2] = { { 0 } }; /* before what is seen, and after it */

  for (guint i = 0; i < steppe_timeline_layout_get_n_hidden (self->layout); i++)
    {
      const SteppeTimelineHidden *hidden = steppe_timeline_layout_get_hidden (self->layout, i);
      gboolean is_after = hidden->crowd.x > sight->from;
      SteppeTimelineCrowd *edge = &edges[is_after];

      if (hidden->to <= sight->from || hidden->from >= sight->to || is_in_sight (sight, hidden->crowd.x))
        continue;
      if (edge->group != hidden->crowd.group)
        add_edge (crowds, sight, edge);
      if (edge->count > 0)
        {
          merge (edge, &hidden->crowd);
          continue;
        }
      *edge = hidden->crowd;
      edge->x = is_after ? sight->to - sight->half : sight->from + sight->half;
    }
  add_edge (crowds, sight, &edges[0]);
  add_edge (crowds, sight, &edges[1]);
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
  add_hidden (self, crowds, &sight);
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
  return g_strdup_printf (ngettext ("%'u more event from %s on", "%'u more events from %s on", crowd->count), crowd->count, date);
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
