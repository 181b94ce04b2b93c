/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"
#include "timeline/steppe-timeline-canvas-private.h"

#include <glib/gi18n.h>

#include "widgets/steppe-context-menu.h"

/* The menu of what is under the pointer or under the keyboard, and the actions of the canvas that are in it. */

/* The nearest event before (-1) or after (1) event @n that is at another place of the axis than it is. */
static guint
find_neighbour (SteppeTimelineCanvas *self,
                guint n,
                int step)
{
  guint n_events = steppe_timeline_events_get_n_events (self->events);
  gint64 anchor = steppe_timeline_events_get_event (self->events, n)->anchor;

  for (guint i = n + step; i < n_events; i += step)
    if (steppe_timeline_events_get_event (self->events, i)->anchor != anchor)
      return i;
  return STEPPE_TIMELINE_NONE;
}

/* Zooms so that an event fills the view: what lasts with its whole span, a moment with the events next to it. */
void
_steppe_timeline_canvas_zoom_to_event (SteppeTimelineCanvas *self,
                                       guint n)
{
  const SteppeTimelineEvent *event = steppe_timeline_events_get_event (self->events, n);
  gint64 from = event->start_earliest, to = MAX (event->start_latest, event->end_latest);

  if (!event->lasts || to == from)
    for (int step = -1; step <= 1; step += 2)
      {
        guint neighbour = find_neighbour (self, n, step);

        if (neighbour == STEPPE_TIMELINE_NONE)
          continue;
        from = MIN (from, steppe_timeline_events_get_event (self->events, neighbour)->anchor);
        to = MAX (to, steppe_timeline_events_get_event (self->events, neighbour)->anchor);
      }
  steppe_timeline_canvas_show_range (self, from, to, TRUE);
}

static void
zoom_to_event_cb (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  SteppeTimelineCanvas *self = STEPPE_TIMELINE_CANVAS (widget);
  SteppeDossier *dossier = self->focus != NULL ? steppe_focus_get_dossier (self->focus) : NULL;
  SteppeItem *item = dossier != NULL ? steppe_dossier_lookup (dossier, g_variant_get_string (parameter, NULL)) : NULL;
  guint n = item != NULL ? steppe_timeline_events_find (self->events, item) : STEPPE_TIMELINE_NONE;

  if (n != STEPPE_TIMELINE_NONE)
    _steppe_timeline_canvas_zoom_to_event (self, n);
}

static void
zoom_to_all_cb (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  _steppe_timeline_canvas_show_all (STEPPE_TIMELINE_CANVAS (widget));
}

static void
toggle_empty_cb (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  _steppe_timeline_canvas_toggle_empty (STEPPE_TIMELINE_CANVAS (widget), g_variant_get_int64 (parameter));
}

/* Adds the actions of the canvas to its class. */
void
_steppe_timeline_canvas_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline.zoom-to-event", "s", zoom_to_event_cb);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-to-all", NULL, zoom_to_all_cb);
  gtk_widget_class_install_action (widget_class, "timeline.toggle-empty", "x", toggle_empty_cb);
}

static void
append_event (SteppeTimelineCanvas *self,
              GMenu *menu,
              SteppeEvent *event)
{
  const char *id = steppe_item_get_id (STEPPE_ITEM (event));
  g_autoptr (GMenu) ways = g_menu_new ();

  steppe_context_menu_append (ways, _ ("_Open Page"), "win.open-page", g_variant_new_string (id));
  if (steppe_event_is_placed (event, steppe_focus_get_dossier (self->focus)))
    steppe_context_menu_append (ways, _ ("Show on _Map"), "win.show-on-map", g_variant_new_string (id));
  steppe_context_menu_append (ways, _ ("_Zoom to Event"), "timeline.zoom-to-event", g_variant_new_string (id));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (ways));
  steppe_context_menu_append_copies (menu, id);
}

static void
append_view (SteppeTimelineCanvas *self,
             GMenu *menu,
             gint64 instant)
{
  g_autoptr (GMenuItem) empty = NULL;
  gboolean opened;

  if (steppe_time_viewport_find_empty (self->viewport, instant, &opened))
    {
      empty = g_menu_item_new (opened ? _ ("_Shorten Empty Time") : _ ("_Show Empty Time in Full"), NULL);
      g_menu_item_set_action_and_target_value (empty, "timeline.toggle-empty", g_variant_new_int64 (instant));
      g_menu_append_item (menu, empty);
    }
  if (!steppe_timeline_canvas_is_whole (self))
    steppe_context_menu_append (menu, _ ("Zoom to _All"), "timeline.zoom-to-all", NULL);
  steppe_context_menu_append (menu, _ ("_True Scale"), "timeline.true-scale", NULL);
}

/* Opens the menu for an event, or where there is none for the axis at @area, beside that. */
static void
open_menu (SteppeTimelineCanvas *self,
           guint event,
           const GdkRectangle *area)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  if (self->focus == NULL || steppe_time_axis_is_empty (steppe_time_viewport_get_axis (self->viewport)))
    return;
  steppe_hover_card_dismiss (self->card);
  if (event != STEPPE_TIMELINE_NONE)
    {
      g_set_object (&self->menu_event, steppe_timeline_events_get_event (self->events, event)->event);
      append_event (self, menu, self->menu_event);
      steppe_focus_set_hovered (self->focus, STEPPE_ITEM (self->menu_event));
    }
  else
    {
      append_view (self, menu, _steppe_timeline_canvas_get_instant (self, area->x));
    }
  steppe_context_menu_open (self->menu, G_MENU_MODEL (menu), area);
}

static void
open_menu_at (GtkWidget *widget,
              double x,
              double y)
{
  SteppeTimelineCanvas *self = STEPPE_TIMELINE_CANVAS (widget);
  const SteppeTimelineBox *box = _steppe_timeline_canvas_pick_box (self, x, y);

  open_menu (self, box != NULL ? box->event : STEPPE_TIMELINE_NONE, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

/* Opens the menu for the event that the keyboard is on, or else for the axis. */
void
_steppe_timeline_canvas_open_menu (SteppeTimelineCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const SteppeTimelineBox *box = _steppe_timeline_canvas_find_cursor_box (self);
  GdkRectangle area = { gtk_widget_get_width (widget) / 2, (int) self->metrics.header, 1, 1 };
  graphene_rect_t seen;

  if (box != NULL && _steppe_timeline_canvas_get_seen_body (self, box, &seen))
    area = (GdkRectangle) { (int) seen.origin.x, (int) seen.origin.y, (int) seen.size.width, (int) seen.size.height };
  open_menu (self, box != NULL ? box->event : STEPPE_TIMELINE_NONE, &area);
}

static void
closed_cb (SteppeTimelineCanvas *self)
{
  if (self->menu_event == NULL)
    return;
  g_clear_object (&self->menu_event);
  if (self->focus != NULL)
    steppe_focus_set_hovered (self->focus, NULL);
}

/* Gives the canvas its menu. */
void
_steppe_timeline_canvas_add_menu (SteppeTimelineCanvas *self)
{
  self->menu = steppe_context_menu_new (GTK_WIDGET (self), open_menu_at);
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
}
