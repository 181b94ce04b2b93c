/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"
#include "timeline/steppe-timeline-canvas-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Lanes by kind, actor or place: the column with their names, and what is seen of them. */

#define NAME_SCALE 0.86
/* The names of so many groups are looked at to tell how wide the column is to be. */
#define MEASURED_NAMES 60
#define MIN_NAMES 80
#define MAX_NAMES_SHARE 0.26
/* Pixels about a name, with those for the arrow before it. */
#define NAME_INDENT 34

static gboolean
is_collapsed (SteppeTimelineCanvas *self,
              const SteppeTimelineGroup *group)
{
  return g_hash_table_contains (self->collapsed, group->key);
}

/* Puts the events into groups anew. */
void
_steppe_timeline_canvas_update_groups (SteppeTimelineCanvas *self)
{
  SteppeDossier *dossier = self->focus != NULL ? steppe_focus_get_dossier (self->focus) : NULL;

  g_clear_pointer (&self->groups, steppe_timeline_groups_free);
  self->groups = steppe_timeline_groups_new (self->events, dossier, self->lanes);
  self->metrics.widest_name = -1;
  for (guint i = 0; i < steppe_timeline_groups_get_n_groups (self->groups); i++)
    {
      SteppeTimelineGroup *group = steppe_timeline_groups_get_group (self->groups, i);

      group->collapsed = is_collapsed (self, group);
    }
  self->cursor_group = steppe_timeline_groups_find_event (self->groups, self->cursor);
  gtk_adjustment_set_value (self->vadjustment, 0);
  _steppe_timeline_canvas_forget_layout (self);
}

/* A layout for the name of a group. */
PangoLayout *
_steppe_timeline_canvas_create_name_layout (SteppeTimelineCanvas *self)
{
  PangoLayout *layout = _steppe_timeline_canvas_create_layout (self, NAME_SCALE);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static double
measure_names (SteppeTimelineCanvas *self)
{
  g_autoptr (PangoLayout) layout = _steppe_timeline_canvas_create_name_layout (self);
  double widest = MIN_NAMES;

  for (guint i = 0; i < MIN (steppe_timeline_groups_get_n_groups (self->groups), MEASURED_NAMES); i++)
    {
      int width;

      pango_layout_set_text (layout, steppe_timeline_groups_get_group (self->groups, i)->name, -1);
      pango_layout_get_pixel_size (layout, &width, NULL);
      widest = MAX (widest, width + NAME_INDENT);
    }
  return widest;
}

static double
get_names_width (SteppeTimelineCanvas *self,
                 double width)
{
  if (!steppe_timeline_groups_have_names (self->groups))
    return 0;
  if (self->metrics.widest_name < 0)
    self->metrics.widest_name = measure_names (self);
  return floor (MIN (self->metrics.widest_name, MAX_NAMES_SHARE * width));
}

/* Gives the groups their places in a widget of some size. */
void
_steppe_timeline_canvas_arrange_groups (SteppeTimelineCanvas *self,
                                        int width,
                                        int height)
{
  SteppeTimelineMetrics *metrics = &self->metrics;
  double room = MAX (0, height - metrics->header), total;

  metrics->names = get_names_width (self, width);
  total = steppe_timeline_groups_arrange (self->groups, metrics->lane, metrics->crowd_height, room);
  gtk_adjustment_configure (self->vadjustment, MIN (gtk_adjustment_get_value (self->vadjustment), MAX (0, total - room)),
                            0, MAX (total, room), metrics->lane, room, room);
}

/* The number of the group at the top of the widget. */
guint
_steppe_timeline_canvas_get_first_shown_group (SteppeTimelineCanvas *self)
{
  return steppe_timeline_groups_find_at (self->groups, gtk_adjustment_get_value (self->vadjustment));
}

static gboolean
is_below (SteppeTimelineCanvas *self,
          const SteppeTimelineGroup *group)
{
  return _steppe_timeline_canvas_get_top (self) + group->y >= gtk_widget_get_height (GTK_WIDGET (self));
}

/* Adds the groups whose events are seen. */
void
_steppe_timeline_canvas_add_shown_groups (SteppeTimelineCanvas *self,
                                          GArray *groups)
{
  for (guint i = _steppe_timeline_canvas_get_first_shown_group (self); i < steppe_timeline_groups_get_n_groups (self->groups); i++)
    {
      const SteppeTimelineGroup *group = steppe_timeline_groups_get_group (self->groups, i);
      SteppeTimelineLayoutGroup shown = { i, group->track, group->y, group->n_lanes };

      if (is_below (self, group))
        break;
      if (!group->collapsed)
        g_array_append_val (groups, shown);
    }
}

/* Where the name of a group is in the widget; it stays in sight as long as any of the group is. Returns whether it is
 * seen. */
gboolean
_steppe_timeline_canvas_get_name_area (SteppeTimelineCanvas *self,
                                       guint group,
                                       graphene_rect_t *area)
{
  const SteppeTimelineGroup *shown = steppe_timeline_groups_get_group (self->groups, group);
  double top = _steppe_timeline_canvas_get_top (self) + shown->y, width = gtk_widget_get_width (GTK_WIDGET (self));
  double y = MIN (MAX (top, self->metrics.header), top + shown->height - self->metrics.lane);
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  *area = GRAPHENE_RECT_INIT ((float) (is_rtl ? width - self->metrics.names : 0), (float) y, (float) self->metrics.names, (float) self->metrics.lane);
  return top + shown->height > self->metrics.header && !is_below (self, shown);
}

/* Whether @x in the widget is beside the axis, where the names of groups are. */
gboolean
_steppe_timeline_canvas_is_over_names (SteppeTimelineCanvas *self,
                                       double x)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x;
  return x < self->metrics.names;
}

/* The number of the group whose name is at a point of the widget, or %STEPPE_TIMELINE_NONE. */
guint
_steppe_timeline_canvas_pick_name (SteppeTimelineCanvas *self,
                                   double x,
                                   double y)
{
  const graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);
  graphene_rect_t area;
  guint group;

  if (!steppe_timeline_groups_have_names (self->groups) || y < self->metrics.header)
    return STEPPE_TIMELINE_NONE;
  group = steppe_timeline_groups_find_at (self->groups, y - _steppe_timeline_canvas_get_top (self));
  if (!_steppe_timeline_canvas_get_name_area (self, group, &area) || !graphene_rect_contains_point (&area, &point))
    return STEPPE_TIMELINE_NONE;
  return group;
}

/* A group in words. */
char *
_steppe_timeline_canvas_describe_group (SteppeTimelineCanvas *self,
                                        guint group)
{
  const SteppeTimelineGroup *described = steppe_timeline_groups_get_group (self->groups, group);
  guint n = steppe_timeline_track_get_n_events (described->track);
  g_autofree char *count = g_strdup_printf (ngettext ("%'u event", "%'u events", n), n);

  if (described->collapsed)
    /* Translators: a group of lanes of the timeline: its name, how many events it has */
    return g_strdup_printf (_ ("%1$s, %2$s, collapsed"), described->name, count);
  /* Translators: a group of lanes of the timeline: its name, how many events it has */
  return g_strdup_printf (_ ("%1$s, %2$s"), described->name, count);
}

static void
collapse (SteppeTimelineCanvas *self,
          guint n,
          gboolean collapsed)
{
  SteppeTimelineGroup *group = steppe_timeline_groups_get_group (self->groups, n);

  group->collapsed = collapsed;
  if (collapsed)
    g_hash_table_add (self->collapsed, g_strdup (group->key));
  else
    g_hash_table_remove (self->collapsed, group->key);
  _steppe_timeline_canvas_forget_layout (self);
  _steppe_timeline_canvas_queue_marks (self);
}

/* Collapses a group, or opens it again. */
void
_steppe_timeline_canvas_toggle_group (SteppeTimelineCanvas *self,
                                      guint group)
{
  if (steppe_timeline_groups_have_names (self->groups))
    collapse (self, group, !steppe_timeline_groups_get_group (self->groups, group)->collapsed);
}

/**
 * steppe_timeline_canvas_collapse_all:
 * @self: a canvas
 * @collapsed: whether of all groups only the names are to be shown, and when their events are
 */
void
steppe_timeline_canvas_collapse_all (SteppeTimelineCanvas *self,
                                     gboolean collapsed)
{
  for (guint i = 0; steppe_timeline_groups_have_names (self->groups) && i < steppe_timeline_groups_get_n_groups (self->groups); i++)
    collapse (self, i, collapsed);
}

/* Moves the groups up by some pixels. */
void
_steppe_timeline_canvas_scroll (SteppeTimelineCanvas *self,
                                double pixels)
{
  gtk_adjustment_set_value (self->vadjustment, gtk_adjustment_get_value (self->vadjustment) + pixels);
}

/* Brings a group into sight, or as much of it as there is room for. */
void
_steppe_timeline_canvas_scroll_to_group (SteppeTimelineCanvas *self,
                                         guint group)
{
  const SteppeTimelineGroup *wanted;

  if (group == STEPPE_TIMELINE_NONE)
    return;
  wanted = steppe_timeline_groups_get_group (self->groups, group);
  gtk_adjustment_clamp_page (self->vadjustment, wanted->y, wanted->y + MIN (wanted->height, gtk_adjustment_get_page_size (self->vadjustment)));
}

/* Puts the keyboard on the name of the group @step further on; from an event, up is the name of its group. */
gboolean
_steppe_timeline_canvas_move_to_group (SteppeTimelineCanvas *self,
                                       int step)
{
  guint n = steppe_timeline_groups_get_n_groups (self->groups), group = self->cursor_group;

  if (!steppe_timeline_groups_have_names (self->groups))
    return FALSE;
  if (group == STEPPE_TIMELINE_NONE)
    group = _steppe_timeline_canvas_get_first_shown_group (self);
  else if (step > 0)
    group = MIN (group + 1, n - 1);
  else if (self->cursor == STEPPE_TIMELINE_NONE && group > 0)
    group--;
  self->cursor = STEPPE_TIMELINE_NONE;
  self->cursor_group = group;
  _steppe_timeline_canvas_scroll_to_group (self, group);
  _steppe_timeline_canvas_queue_marks (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

/**
 * steppe_timeline_canvas_get_lanes:
 * @self: a canvas
 *
 * Returns: by what its lanes are ordered
 */
SteppeTimelineLanes
steppe_timeline_canvas_get_lanes (SteppeTimelineCanvas *self)
{
  return self->lanes;
}

/**
 * steppe_timeline_canvas_set_lanes:
 * @self: a canvas
 * @lanes: by what its lanes are to be ordered
 */
void
steppe_timeline_canvas_set_lanes (SteppeTimelineCanvas *self,
                                  SteppeTimelineLanes lanes)
{
  if (self->lanes == lanes)
    return;
  self->lanes = lanes;
  g_hash_table_remove_all (self->collapsed);
  _steppe_timeline_canvas_update_groups (self);
  _steppe_timeline_canvas_queue_marks (self);
}

/**
 * steppe_timeline_canvas_get_vadjustment:
 * @self: a canvas
 *
 * Returns: (transfer none): which part of its groups is seen, where there is no room for all
 */
GtkAdjustment *
steppe_timeline_canvas_get_vadjustment (SteppeTimelineCanvas *self)
{
  return self->vadjustment;
}

/**
 * steppe_timeline_canvas_get_header_height:
 * @self: a canvas
 *
 * Returns: the pixels above the groups, which do not scroll
 */
int
steppe_timeline_canvas_get_header_height (SteppeTimelineCanvas *self)
{
  return (int) ceil (self->metrics.header);
}
