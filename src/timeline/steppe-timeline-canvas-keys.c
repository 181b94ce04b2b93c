/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"
#include "timeline/steppe-timeline-canvas-private.h"

/* What keys do on the canvas. */

/* The events that the arrows go through: those of the group that the keyboard is in. */
static const SteppeTimelineTrack *
get_cursor_track (SteppeTimelineCanvas *self)
{
  guint group = self->cursor_group != STEPPE_TIMELINE_NONE ? self->cursor_group : _steppe_timeline_canvas_get_first_shown_group (self);

  return steppe_timeline_groups_get_group (self->groups, group)->track;
}

/* From the name of a group to the first of its events that is seen, or the last before. */
static guint
get_first_seen (SteppeTimelineCanvas *self,
                const SteppeTimelineTrack *track)
{
  gint64 from, to;

  steppe_timeline_canvas_get_range (self, &from, &to);
  return MIN (steppe_timeline_track_find_from (track, from), steppe_timeline_track_get_n_events (track) - 1);
}

static gboolean
step_cb (GtkWidget *widget,
         GVariant *arguments,
         gpointer user_data)
{
  SteppeTimelineCanvas *self = STEPPE_TIMELINE_CANVAS (widget);
  const SteppeTimelineTrack *track = get_cursor_track (self);
  guint n = steppe_timeline_track_get_n_events (track), position = steppe_timeline_track_find_number (track, self->cursor);
  gboolean forward = (g_variant_get_int32 (arguments) > 0) == (_steppe_timeline_canvas_get_direction (self) > 0);

  if (n == 0)
    return GDK_EVENT_PROPAGATE;
  if (position == STEPPE_TIMELINE_NONE && self->cursor_group != STEPPE_TIMELINE_NONE)
    position = get_first_seen (self, track);
  else if (position == STEPPE_TIMELINE_NONE)
    position = forward ? 0 : n - 1;
  else if (forward)
    position = MIN (position + 1, n - 1);
  else
    position = position > 0 ? position - 1 : 0;
  _steppe_timeline_canvas_set_cursor (self, steppe_timeline_track_get_number (track, position));
  _steppe_timeline_canvas_show_cursor_card (self);
  return GDK_EVENT_STOP;
}

static gboolean
end_cb (GtkWidget *widget,
        GVariant *arguments,
        gpointer user_data)
{
  SteppeTimelineCanvas *self = STEPPE_TIMELINE_CANVAS (widget);
  const SteppeTimelineTrack *track = get_cursor_track (self);
  guint n = steppe_timeline_track_get_n_events (track);

  if (n == 0)
    return GDK_EVENT_PROPAGATE;
  _steppe_timeline_canvas_set_cursor (self, steppe_timeline_track_get_number (track, g_variant_get_int32 (arguments) < 0 ? 0 : n - 1));
  _steppe_timeline_canvas_show_cursor_card (self);
  return GDK_EVENT_STOP;
}

static gboolean
group_cb (GtkWidget *widget,
          GVariant *arguments,
          gpointer user_data)
{
  return _steppe_timeline_canvas_move_to_group (STEPPE_TIMELINE_CANVAS (widget), g_variant_get_int32 (arguments));
}

static gboolean
page_cb (GtkWidget *widget,
         GVariant *arguments,
         gpointer user_data)
{
  SteppeTimelineCanvas *self = STEPPE_TIMELINE_CANVAS (widget);

  if (!steppe_timeline_groups_have_names (self->groups))
    return GDK_EVENT_PROPAGATE;
  _steppe_timeline_canvas_scroll (self, g_variant_get_int32 (arguments) * gtk_adjustment_get_page_size (self->vadjustment));
  return GDK_EVENT_STOP;
}

/* Opens the empty time beside, or closes it again. */
static gboolean
empty_cb (GtkWidget *widget,
          GVariant *arguments,
          gpointer user_data)
{
  SteppeTimelineCanvas *self = STEPPE_TIMELINE_CANVAS (widget);
  int step = g_variant_get_int32 (arguments) * (int) _steppe_timeline_canvas_get_direction (self);

  if (!_steppe_timeline_canvas_toggle_empty_beside (self, step))
    gtk_widget_error_bell (widget);
  return GDK_EVENT_STOP;
}

/* Selects the event that the keyboard is on, or opens or collapses the group. */
static gboolean
select_cb (GtkWidget *widget,
           GVariant *arguments,
           gpointer user_data)
{
  SteppeTimelineCanvas *self = STEPPE_TIMELINE_CANVAS (widget);

  steppe_hover_card_dismiss (self->card);
  if (self->cursor != STEPPE_TIMELINE_NONE)
    _steppe_timeline_canvas_select (self, self->cursor);
  else if (self->cursor_group != STEPPE_TIMELINE_NONE)
    _steppe_timeline_canvas_toggle_group (self, self->cursor_group);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* Zooms about the event that the keyboard is on, where that is seen, or else about the middle; by a step of 0, to see
 * all. */
static gboolean
zoom_cb (GtkWidget *widget,
         GVariant *arguments,
         gpointer user_data)
{
  SteppeTimelineCanvas *self = STEPPE_TIMELINE_CANVAS (widget);
  const SteppeTimelineBox *box = _steppe_timeline_canvas_find_cursor_box (self);
  double x = gtk_widget_get_width (widget) / 2.0;
  int step = g_variant_get_int32 (arguments);
  graphene_rect_t seen;

  if (box != NULL && _steppe_timeline_canvas_get_seen_body (self, box, &seen))
    x = seen.origin.x + seen.size.width / 2;
  if (step == 0)
    _steppe_timeline_canvas_show_all (self);
  else
    _steppe_timeline_canvas_zoom_at (self, step > 0 ? STEPPE_TIMELINE_KEY_ZOOM : 1 / STEPPE_TIMELINE_KEY_ZOOM, x, TRUE);
  return GDK_EVENT_STOP;
}

/* Zooms to the event that the keyboard is on, which is the selected one where it has not gone elsewhere. */
static gboolean
zoom_to_event_cb (GtkWidget *widget,
                  GVariant *arguments,
                  gpointer user_data)
{
  SteppeTimelineCanvas *self = STEPPE_TIMELINE_CANVAS (widget);

  if (self->cursor == STEPPE_TIMELINE_NONE)
    return GDK_EVENT_PROPAGATE;
  _steppe_timeline_canvas_zoom_to_event (self, self->cursor);
  return GDK_EVENT_STOP;
}

static gboolean
menu_cb (GtkWidget *widget,
         GVariant *arguments,
         gpointer user_data)
{
  _steppe_timeline_canvas_open_menu (STEPPE_TIMELINE_CANVAS (widget));
  return GDK_EVENT_STOP;
}

/* Adds the keys of the canvas to its class. */
void
_steppe_timeline_canvas_class_bind_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key, keypad_key;
    GtkShortcutFunc func;
    int argument;
    GdkModifierType modifiers;
  } keys[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, step_cb, -1 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, step_cb, 1 },
    { GDK_KEY_Left, GDK_KEY_KP_Left, empty_cb, -1, GDK_SHIFT_MASK },
    { GDK_KEY_Right, GDK_KEY_KP_Right, empty_cb, 1, GDK_SHIFT_MASK },
    { GDK_KEY_Up, GDK_KEY_KP_Up, group_cb, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, group_cb, 1 },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, page_cb, -1 },
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, page_cb, 1 },
    { GDK_KEY_Home, GDK_KEY_KP_Home, end_cb, -1 },
    { GDK_KEY_End, GDK_KEY_KP_End, end_cb, 1 },
    { GDK_KEY_Return, GDK_KEY_KP_Enter, select_cb, 0 },
    { GDK_KEY_space, GDK_KEY_KP_Space, select_cb, 0 },
    { GDK_KEY_plus, GDK_KEY_KP_Add, zoom_cb, 1 },
    { GDK_KEY_equal, GDK_KEY_KP_Equal, zoom_cb, 1 },
    { GDK_KEY_minus, GDK_KEY_KP_Subtract, zoom_cb, -1 },
    { GDK_KEY_0, GDK_KEY_KP_0, zoom_cb, 0 },
    { GDK_KEY_1, GDK_KEY_KP_1, zoom_to_event_cb, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, keys[i].key, keys[i].modifiers, keys[i].func, "i", keys[i].argument);
      gtk_widget_class_add_binding (widget_class, keys[i].keypad_key, keys[i].modifiers, keys[i].func, "i", keys[i].argument);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
}
