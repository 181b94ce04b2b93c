/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"
#include "timeline/steppe-timeline-canvas-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "model/steppe-item-words.h"
#include "time/steppe-time-length.h"
#include "time/steppe-time-range.h"

/* What assistive technology is told about the canvas. */

char *
_steppe_timeline_canvas_describe_event (SteppeTimelineCanvas *self,
                                        const SteppeTimelineEvent *event)
{
  return steppe_event_dup_label (event->event, steppe_focus_get_dossier (self->focus));
}

/* A gap in words, and, if @with_ends, from when to when it is. */
char *
_steppe_timeline_canvas_describe_gap (const SteppeTimeSegment *segment,
                                      gboolean with_ends)
{
  g_autofree char *length = steppe_time_length_format (segment->quiet_from, segment->quiet_to);
  g_autofree char *range = with_ends ? steppe_time_range_format (segment->quiet_from, segment->quiet_to - 1) : NULL;

  if (range == NULL)
    /* Translators: %s is a length of time, such as “51 years”. */
    return g_strdup_printf (_ ("%s without an event"), length);
  /* Translators: the first is a length of time, such as “51 years”, the second such as “from 1 January 1991 to
   * 29 August 2024”. */
  return g_strdup_printf (_ ("%1$s without an event: %2$s"), length, range);
}

/* A mark to be: the name of a group, an event, a count or a gap. Gaps come after the groups, which they go through. */
typedef struct
{
  guint group;
  gboolean is_name;
  double pixel;
  graphene_rect_t area;
  const SteppeTimelineBox *box;
  const SteppeTimelineCrowd *crowd;
  const SteppeTimeSegment *gap;
} Shown;

static int
compare_shown (gconstpointer a,
               gconstpointer b)
{
  const Shown *first = a, *second = b;

  if (first->group != second->group)
    return first->group < second->group ? -1 : 1;
  return (first->pixel > second->pixel) - (first->pixel < second->pixel);
}

static void
add_shown (SteppeTimelineCanvas *self,
           GArray *shown,
           const Shown *candidate)
{
  const graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)), (float) gtk_widget_get_height (GTK_WIDGET (self)));

  if (graphene_rect_intersection (&all, &candidate->area, NULL))
    g_array_append_val (shown, *candidate);
}

static void
collect_names (SteppeTimelineCanvas *self,
               GArray *shown)
{
  if (!steppe_timeline_groups_have_names (self->groups))
    return;
  for (guint i = _steppe_timeline_canvas_get_first_shown_group (self); i < steppe_timeline_groups_get_n_groups (self->groups); i++)
    {
      Shown candidate = { .group = i, .is_name = TRUE, .pixel = -G_MAXDOUBLE };

      if (!_steppe_timeline_canvas_get_name_area (self, i, &candidate.area))
        break;
      add_shown (self, shown, &candidate);
    }
}

static GArray *
collect_shown (SteppeTimelineCanvas *self,
               const GArray *crowds)
{
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (Shown));
  const SteppeTimeAxis *axis = steppe_time_viewport_get_axis (self->viewport);
  double length = steppe_time_viewport_get_length (self->viewport), height = gtk_widget_get_height (GTK_WIDGET (self));
  double seen_from = steppe_time_viewport_get_origin (self->viewport), seen_to = seen_from + steppe_time_viewport_get_width (self->viewport);
  guint first = length > 0 && !steppe_time_axis_is_empty (axis) ? steppe_time_axis_find_segment (axis, seen_from / length) : 0;

  collect_names (self, shown);
  for (guint i = 0; i < steppe_timeline_layout_get_n_boxes (self->layout); i++)
    {
      Shown candidate = { .box = steppe_timeline_layout_get_box (self->layout, i) };

      candidate.group = candidate.box->group;
      candidate.pixel = candidate.box->x;
      _steppe_timeline_canvas_get_area (self, candidate.box, &candidate.area);
      add_shown (self, shown, &candidate);
    }
  for (guint i = 0; i < crowds->len; i++)
    {
      Shown candidate = { .crowd = &g_array_index (crowds, SteppeTimelineCrowd, i) };

      candidate.group = candidate.crowd->group;
      candidate.pixel = candidate.crowd->x;
      _steppe_timeline_canvas_get_crowd_area (self, candidate.crowd, &candidate.area);
      add_shown (self, shown, &candidate);
    }
  for (guint i = first; i < steppe_time_axis_get_n_segments (axis); i++)
    {
      Shown candidate = { .gap = steppe_time_axis_get_segment (axis, i) };
      double from = _steppe_timeline_canvas_to_view (self, candidate.gap->from * length);
      double to = _steppe_timeline_canvas_to_view (self, candidate.gap->to * length);

      candidate.group = steppe_timeline_groups_have_names (self->groups) ? G_MAXUINT : 0;
      candidate.pixel = candidate.gap->from * length;
      if (candidate.pixel > seen_to)
        break;
      candidate.area = GRAPHENE_RECT_INIT ((float) MIN (from, to), 0, (float) fabs (to - from), (float) height);
      if (candidate.gap->is_gap)
        add_shown (self, shown, &candidate);
    }
  g_array_sort (shown, compare_shown);
  return shown;
}

static SteppeMark *
add_mark (SteppeTimelineCanvas *self,
          const Shown *shown)
{
  SteppeTimelineEvent *event = shown->box != NULL ? steppe_timeline_events_get_event (self->events, shown->box->event) : NULL;
  g_autofree char *key = NULL;
  g_autofree char *label = NULL;
  SteppeMark *mark;

  if (shown->is_name)
    key = g_strdup_printf ("group %s %d", steppe_timeline_groups_get_group (self->groups, shown->group)->key,
                           steppe_timeline_groups_get_group (self->groups, shown->group)->collapsed);
  else if (event != NULL)
    key = g_strdup_printf ("event %u %s", shown->group, steppe_item_get_id (STEPPE_ITEM (event->event)));
  else if (shown->crowd != NULL)
    key = g_strdup_printf ("crowd %u %u %u", shown->group, shown->crowd->first, shown->crowd->count);
  else
    key = g_strdup_printf ("gap %" G_GINT64_FORMAT, shown->gap->start);
  mark = steppe_mark_list_add (self->marks, key, event != NULL ? STEPPE_ITEM (event->event) : NULL);
  steppe_mark_set_bounds (mark, &shown->area);
  if (steppe_mark_get_label (mark) != NULL)
    return mark;
  if (shown->is_name)
    label = _steppe_timeline_canvas_describe_group (self, shown->group);
  else if (event != NULL)
    label = _steppe_timeline_canvas_describe_event (self, event);
  else
    label = shown->crowd != NULL ? _steppe_timeline_canvas_describe_crowd (self, shown->crowd) : _steppe_timeline_canvas_describe_gap (shown->gap, FALSE);
  steppe_mark_set_label (mark, label);
  if (shown->box != NULL)
    {
      const SteppeTimelineTrack *track = steppe_timeline_groups_get_group (self->groups, shown->group)->track;

      steppe_mark_set_position (mark, steppe_timeline_track_find_number (track, shown->box->event) + 1, steppe_timeline_track_get_n_events (track));
    }
  return mark;
}

/* Whether the keyboard is on it. */
static gboolean
has_cursor (SteppeTimelineCanvas *self,
            const Shown *shown)
{
  if (shown->group != self->cursor_group)
    return FALSE;
  return shown->is_name ? self->cursor == STEPPE_TIMELINE_NONE : shown->box != NULL && shown->box->event == self->cursor;
}

/* Tells assistive technology what is shown, in time order. */
void
_steppe_timeline_canvas_update_marks (SteppeTimelineCanvas *self)
{
  g_autoptr (GArray) crowds = NULL;
  g_autoptr (GArray) shown = NULL;
  SteppeMark *focused = NULL;
  gconstpointer selected = self->selected != STEPPE_TIMELINE_NONE ? steppe_timeline_events_get_event (self->events, self->selected)->event : NULL;

  if (self->layout == NULL)
    return;
  crowds = _steppe_timeline_canvas_collect_crowds (self);
  shown = collect_shown (self, crowds);
  steppe_mark_list_begin (self->marks);
  for (guint i = 0; i < shown->len; i++)
    {
      SteppeMark *mark = add_mark (self, &g_array_index (shown, Shown, i));

      if (has_cursor (self, &g_array_index (shown, Shown, i)))
        focused = mark;
    }
  steppe_mark_list_end (self->marks);
  steppe_mark_list_set_selected (self->marks, (SteppeItem *) selected);
  steppe_mark_list_set_focused (self->marks, focused);
}
