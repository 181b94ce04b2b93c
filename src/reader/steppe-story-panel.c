/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "reader/steppe-story-panel.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "model/steppe-story.h"

/**
 * SteppeStoryPanel:
 *
 * Tells a dossier step by step in large letters: its events in the order of time, or the paragraphs of its text. What it
 * tells is selected, or read, so that map and timeline follow. It can go on by itself.
 *
 * Signals: [signal@StoryPanel::closed].
 */
struct _SteppeStoryPanel
{
  GtkWidget parent_instance;

  GtkWidget *top;
  AdwToggleGroup *telling_group;
  GtkScrolledWindow *scrolled;
  GtkLabel *caption;
  GtkLabel *title;
  GtkLabel *text;
  GtkWidget *bottom;
  GtkWidget *previous_button;
  GtkWidget *play_button;
  GtkWidget *next_button;
  GtkLabel *count;

  SteppeFocus *focus; /* while a story is told */
  SteppeNarrative *narrative;
  SteppeStory *story;
  guint step;
  gboolean playing;
  guint play_source;
};

G_DEFINE_FINAL_TYPE (SteppeStoryPanel, steppe_story_panel, GTK_TYPE_WIDGET)

enum
{
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_words (GtkLabel *label,
           const char *words)
{
  gtk_label_set_text (label, words);
  gtk_widget_set_visible (GTK_WIDGET (label), *words != '\0');
}

static void
play_on_cb (gpointer user_data)
{
  SteppeStoryPanel *self = user_data;

  self->play_source = 0;
  steppe_story_panel_step (self, 1);
}

/* After the last step nothing is left to play. */
static void
schedule (SteppeStoryPanel *self)
{
  guint n_steps = self->story != NULL ? steppe_story_get_n_steps (self->story) : 0;

  g_clear_handle_id (&self->play_source, g_source_remove);
  if (self->playing && self->step + 1 >= n_steps)
    steppe_story_panel_set_playing (self, FALSE);
  else if (self->playing)
    self->play_source = g_timeout_add_seconds_once (steppe_story_step_get_seconds (steppe_story_get_step (self->story, self->step)), play_on_cb, self);
}

static void
announce (SteppeStoryPanel *self,
          const SteppeStoryStep *step)
{
  g_autofree char *words = g_strdup_printf ("%s. %s. %s", step->title, step->caption, step->text);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_step (SteppeStoryPanel *self)
{
  guint n_steps = steppe_story_get_n_steps (self->story);
  const SteppeStoryStep *step = n_steps > 0 ? steppe_story_get_step (self->story, self->step) : NULL;
  /* Translators: which step of a story is told, and how many there are */
  g_autofree char *count = g_strdup_printf (_ ("%1$'u of %2$'u"), MIN (self->step + 1, n_steps), n_steps);

  set_words (self->caption, step != NULL ? step->caption : "");
  set_words (self->title, step != NULL ? step->title : _ ("Nothing to tell"));
  set_words (self->text, step != NULL ? step->text : "");
  gtk_label_set_text (self->count, count);
  gtk_widget_set_sensitive (self->previous_button, self->step > 0);
  gtk_widget_set_sensitive (self->play_button, self->step + 1 < n_steps);
  gtk_widget_set_sensitive (self->next_button, self->step + 1 < n_steps);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  steppe_focus_set_selected (self->focus, step != NULL ? step->event : NULL);
  steppe_focus_set_passage (self->focus, step != NULL && step->event == NULL ? step->items : NULL);
  if (step != NULL)
    announce (self, step);
  schedule (self);
}

static void
go_to (SteppeStoryPanel *self,
       guint step)
{
  if (self->story == NULL || step >= steppe_story_get_n_steps (self->story))
    return;
  self->step = step;
  show_step (self);
}

/* Tells the same otherwise, from where it has got on. */
static void
tell (SteppeStoryPanel *self)
{
  SteppeItem *told = steppe_focus_get_selected (self->focus);

  if (self->story != NULL && steppe_story_get_n_steps (self->story) > 0)
    {
      GPtrArray *items = steppe_story_get_step (self->story, self->step)->items;

      told = items->len > 0 ? g_ptr_array_index (items, 0) : NULL;
    }
  if (told != NULL)
    g_object_ref (told);
  g_clear_pointer (&self->story, steppe_story_free);
  if (self->narrative != NULL && g_str_equal (adw_toggle_group_get_active_name (self->telling_group), "text"))
    self->story = steppe_story_new_narrative (self->narrative, steppe_focus_get_dossier (self->focus));
  else
    self->story = steppe_story_new_events (self->focus);
  self->step = steppe_story_find (self->story, told);
  g_clear_object (&told);
  show_step (self);
}

static void
telling_changed_cb (SteppeStoryPanel *self)
{
  if (self->focus != NULL)
    tell (self);
}

static void
previous_cb (SteppeStoryPanel *self)
{
  steppe_story_panel_step (self, -1);
}

static void
next_cb (SteppeStoryPanel *self)
{
  steppe_story_panel_step (self, 1);
}

static void
toggle_playing_cb (SteppeStoryPanel *self)
{
  steppe_story_panel_set_playing (self, !self->playing);
}

static void
close_cb (SteppeStoryPanel *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
steppe_story_panel_dispose (GObject *object)
{
  SteppeStoryPanel *self = STEPPE_STORY_PANEL (object);

  g_clear_handle_id (&self->play_source, g_source_remove);
  g_clear_pointer (&self->story, steppe_story_free);
  g_clear_object (&self->narrative);
  g_clear_object (&self->focus);
  gtk_widget_dispose_template (GTK_WIDGET (self), STEPPE_TYPE_STORY_PANEL);

  G_OBJECT_CLASS (steppe_story_panel_parent_class)->dispose (object);
}

static void
steppe_story_panel_class_init (SteppeStoryPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steppe_story_panel_dispose;

  /**
   * SteppeStoryPanel::closed:
   * @self: the panel
   *
   * The reader wants to end the story.
   */
  signals[CLOSED] = g_signal_new ("closed", STEPPE_TYPE_STORY_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "story");
  gtk_widget_class_set_template_from_resource (widget_class, STEPPE_RESOURCE_BASE "/steppe-story-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, SteppeStoryPanel, top);
  gtk_widget_class_bind_template_child (widget_class, SteppeStoryPanel, telling_group);
  gtk_widget_class_bind_template_child (widget_class, SteppeStoryPanel, scrolled);
  gtk_widget_class_bind_template_child (widget_class, SteppeStoryPanel, caption);
  gtk_widget_class_bind_template_child (widget_class, SteppeStoryPanel, title);
  gtk_widget_class_bind_template_child (widget_class, SteppeStoryPanel, text);
  gtk_widget_class_bind_template_child (widget_class, SteppeStoryPanel, bottom);
  gtk_widget_class_bind_template_child (widget_class, SteppeStoryPanel, previous_button);
  gtk_widget_class_bind_template_child (widget_class, SteppeStoryPanel, play_button);
  gtk_widget_class_bind_template_child (widget_class, SteppeStoryPanel, next_button);
  gtk_widget_class_bind_template_child (widget_class, SteppeStoryPanel, count);
  gtk_widget_class_bind_template_callback (widget_class, telling_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggle_playing_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
steppe_story_panel_init (SteppeStoryPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * steppe_story_panel_begin:
 * @self: the panel
 * @focus: what the reader looks at; it has a dossier
 * @narrative: (nullable): the text to tell, if there is one
 *
 * Begins to tell the story of the focus' dossier, with what is selected, else with the first step.
 */
void
steppe_story_panel_begin (SteppeStoryPanel *self,
                          SteppeFocus *focus,
                          SteppeNarrative *narrative)
{
  g_return_if_fail (STEPPE_IS_STORY_PANEL (self) && steppe_focus_get_dossier (focus) != NULL);

  steppe_story_panel_end (self);
  g_set_object (&self->narrative, narrative);
  gtk_widget_set_visible (GTK_WIDGET (self->telling_group), narrative != NULL);
  self->focus = g_object_ref (focus);
  tell (self);
  gtk_widget_grab_focus (self->next_button);
}

/**
 * steppe_story_panel_end:
 * @self: the panel
 *
 * Tells nothing any more.
 */
void
steppe_story_panel_end (SteppeStoryPanel *self)
{
  g_return_if_fail (STEPPE_IS_STORY_PANEL (self));

  steppe_story_panel_set_playing (self, FALSE);
  g_clear_pointer (&self->story, steppe_story_free);
  if (self->focus != NULL)
    steppe_focus_set_passage (self->focus, NULL);
  g_clear_object (&self->focus);
  g_clear_object (&self->narrative);
}

/**
 * steppe_story_panel_step:
 * @self: the panel
 * @step: 1 for the next step, −1 for the one before
 *
 * Goes on or back. At either end nothing happens.
 */
void
steppe_story_panel_step (SteppeStoryPanel *self,
                         int step)
{
  g_return_if_fail (STEPPE_IS_STORY_PANEL (self));

  if (step > 0 || self->step > 0)
    go_to (self, self->step + step);
}

/**
 * steppe_story_panel_go_to_end:
 * @self: the panel
 * @last: whether to go to the last step, rather than the first
 */
void
steppe_story_panel_go_to_end (SteppeStoryPanel *self,
                              gboolean last)
{
  g_return_if_fail (STEPPE_IS_STORY_PANEL (self));

  if (self->story != NULL && steppe_story_get_n_steps (self->story) > 0)
    go_to (self, last ? steppe_story_get_n_steps (self->story) - 1 : 0);
}

/**
 * steppe_story_panel_get_playing:
 * @self: the panel
 *
 * Returns: whether the story goes on by itself
 */
gboolean
steppe_story_panel_get_playing (SteppeStoryPanel *self)
{
  g_return_val_if_fail (STEPPE_IS_STORY_PANEL (self), FALSE);

  return self->playing;
}

/**
 * steppe_story_panel_set_playing:
 * @self: the panel
 * @playing: whether the story is to go on by itself
 */
void
steppe_story_panel_set_playing (SteppeStoryPanel *self,
                                gboolean playing)
{
  const char *words;

  g_return_if_fail (STEPPE_IS_STORY_PANEL (self));

  if (self->playing == !!playing)
    return;
  self->playing = !!playing;
  words = self->playing ? _ ("Pause") : _ ("Play");
  gtk_button_set_icon_name (GTK_BUTTON (self->play_button), self->playing ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (self->play_button, words);
  schedule (self);
}
