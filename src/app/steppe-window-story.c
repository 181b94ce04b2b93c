/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/steppe-window-private.h"

#include "map/steppe-map-view.h"
#include "reader/steppe-reader-view.h"
#include "reader/steppe-story-panel.h"
#include "timeline/steppe-timeline-view.h"

/* Story mode: map, timeline and the panel that tells the story have the whole screen. When it ends, everything is where it
 * was. */

/* What story mode changes, as it was before. */
struct _SteppeWindowBefore
{
  SteppeItem *selected;
  GVariant *map_place;
  gint64 earliest, latest; /* that the timeline showed */
  gboolean was_fullscreen;
  SteppeNarrative *narrative;
  double position;
};

static void
before_free (SteppeWindowBefore *before)
{
  g_clear_object (&before->selected);
  g_clear_object (&before->narrative);
  g_clear_pointer (&before->map_place, g_variant_unref);
  g_free (before);
}

static SteppeWindowBefore *
keep_before (SteppeWindow *self)
{
  SteppeWindowBefore *before = g_new0 (SteppeWindowBefore, 1);
  SteppeItem *selected = steppe_focus_get_selected (self->focus);
  SteppeNarrative *narrative;

  before->position = steppe_reader_view_get_position (STEPPE_READER_VIEW (self->reader_view), &narrative);
  g_set_object (&before->narrative, narrative);
  g_set_object (&before->selected, selected);
  before->map_place = steppe_map_view_dup_place (STEPPE_MAP_VIEW (self->map_view));
  steppe_timeline_view_get_range (STEPPE_TIMELINE_VIEW (self->timeline_view), &before->earliest, &before->latest);
  before->was_fullscreen = gtk_window_is_fullscreen (GTK_WINDOW (self));
  return before;
}

/* The layout that suits the width of the window. */
static const char *
get_usual_layout (SteppeWindow *self)
{
  AdwBreakpoint *breakpoint = adw_application_window_get_current_breakpoint (ADW_APPLICATION_WINDOW (self));

  return breakpoint != NULL && breakpoint == self->narrow_breakpoint ? "narrow" : "wide";
}

/**
 * steppe_window_is_telling:
 * @self: a window
 *
 * Returns: whether it is in story mode
 */
gboolean
steppe_window_is_telling (SteppeWindow *self)
{
  return self->before != NULL;
}

/**
 * steppe_window_begin_story:
 * @self: a window that shows a dossier
 *
 * Goes to story mode, where it tells the dossier from what is selected on.
 */
void
steppe_window_begin_story (SteppeWindow *self)
{
  SteppeNarrative *narrative;

  if (self->before != NULL)
    return;
  self->before = keep_before (self);
  narrative = self->before->narrative;
  adw_multi_layout_view_set_layout_name (self->layouts, "story");
  gtk_window_fullscreen (GTK_WINDOW (self));
  steppe_story_panel_begin (STEPPE_STORY_PANEL (self->story_panel), self->focus, narrative);
  steppe_window_update_actions (self);
}

/* Once the panes have their places again. */
static gboolean
restore_views_cb (GtkWidget *widget,
                  GdkFrameClock *frame_clock,
                  gpointer user_data)
{
  SteppeWindow *self = STEPPE_WINDOW (widget);
  SteppeWindowBefore *before = user_data;

  if (gtk_widget_get_height (self->map_view) > 0 || gtk_widget_get_height (self->reader_view) > 0)
    {
      steppe_map_view_set_place (STEPPE_MAP_VIEW (self->map_view), before->map_place);
      steppe_timeline_view_show_range (STEPPE_TIMELINE_VIEW (self->timeline_view), before->earliest, before->latest);
      if (before->narrative != NULL)
        steppe_reader_view_set_position (STEPPE_READER_VIEW (self->reader_view), before->narrative, before->position);
      return G_SOURCE_REMOVE;
    }
  return G_SOURCE_CONTINUE;
}

/**
 * steppe_window_end_story:
 * @self: a window
 *
 * Leaves story mode: what was selected and shown before is so again.
 */
void
steppe_window_end_story (SteppeWindow *self)
{
  SteppeWindowBefore *before = g_steal_pointer (&self->before);

  if (before == NULL)
    return;
  steppe_story_panel_end (STEPPE_STORY_PANEL (self->story_panel));
  adw_multi_layout_view_set_layout_name (self->layouts, get_usual_layout (self));
  if (!before->was_fullscreen)
    gtk_window_unfullscreen (GTK_WINDOW (self));
  steppe_focus_set_selected (self->focus, before->selected);
  gtk_widget_child_focus (self->reader_view, GTK_DIR_TAB_FORWARD);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), restore_views_cb, before, (GDestroyNotify) before_free);
  steppe_window_update_actions (self);
}

/**
 * steppe_window_drop_story:
 * @self: a window that is being disposed of
 *
 * Forgets what was before story mode.
 */
void
steppe_window_drop_story (SteppeWindow *self)
{
  g_clear_pointer (&self->before, before_free);
}

/* A window that changes its width takes another layout; story mode has its own at any width. */
static void
layout_changed_cb (SteppeWindow *self)
{
  if (self->before != NULL && !g_str_equal (adw_multi_layout_view_get_layout_name (self->layouts), "story"))
    adw_multi_layout_view_set_layout_name (self->layouts, "story");
}

/* The keys of presenters, and of the small remotes that they hold. A button that has the keyboard keeps its own keys. */
static gboolean
key_cb (SteppeWindow *self,
        guint keyval,
        guint keycode,
        GdkModifierType state)
{
  SteppeStoryPanel *panel = STEPPE_STORY_PANEL (self->story_panel);
  gboolean on_button = GTK_IS_BUTTON (gtk_window_get_focus (GTK_WINDOW (self)));
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (self->before == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_space:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (on_button)
        return GDK_EVENT_PROPAGATE;
      G_GNUC_FALLTHROUGH;
    case GDK_KEY_Page_Down:
    case GDK_KEY_Down:
    case GDK_KEY_n:
      steppe_story_panel_step (panel, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
    case GDK_KEY_Up:
    case GDK_KEY_BackSpace:
      steppe_story_panel_step (panel, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
      steppe_story_panel_step (panel, is_rtl ? -1 : 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
      steppe_story_panel_step (panel, is_rtl ? 1 : -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_End:
      steppe_story_panel_go_to_end (panel, keyval == GDK_KEY_End);
      return GDK_EVENT_STOP;
    case GDK_KEY_p:
    case GDK_KEY_F5:
      steppe_story_panel_set_playing (panel, !steppe_story_panel_get_playing (panel));
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      steppe_window_end_story (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/**
 * steppe_window_init_story:
 * @self: a window that is being made
 *
 * Lets it tell stories.
 */
void
steppe_window_init_story (SteppeWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (self->layouts, "notify::layout-name", G_CALLBACK (layout_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->story_panel, "closed", G_CALLBACK (steppe_window_end_story), self, G_CONNECT_SWAPPED);
}
