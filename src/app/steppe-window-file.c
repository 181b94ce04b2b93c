/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include <glib/gi18n.h>

#include "app/steppe-file.h"
#include "app/steppe-reading-state.h"
#include "app/steppe-recent.h"
#include "app/steppe-window-private.h"
#include "formats/steppe-dossier-reader.h"
#include "model/steppe-chronology.h"
#include "reader/steppe-reader-view.h"

/* The file of a window: how it is opened, watched and read again, and where its reader is in it. */

/* Seconds for which a file that changes must be left alone before it is offered: programs write in several steps. */
#define CHANGE_REST 1

static void
show_title (SteppeWindow *self,
            SteppeDossier *dossier)
{
  const char *title = steppe_dossier_resolve (dossier, steppe_dossier_get_title (dossier));
  g_autofree char *basename = g_file_get_basename (self->file);
  g_autofree char *subtitle = steppe_chronology_describe (self->chronology, dossier);

  if (*title == '\0')
    title = basename;
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->title_wide, title);
  adw_window_title_set_title (self->title_narrow, title);
  adw_window_title_set_subtitle (self->title_wide, subtitle);
  adw_window_title_set_subtitle (self->title_narrow, subtitle);
}

static void
show_faults (SteppeWindow *self,
             SteppeDossier *dossier)
{
  guint n_faults = g_list_model_get_n_items (steppe_dossier_get_faults (dossier));
  g_autofree char *title = NULL;

  if (n_faults > 0)
    title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          "%'u thing in this dossier could not be read",
                                          "%'u things in this dossier could not be read", n_faults),
                             n_faults);
  adw_banner_set_title (self->banner_wide, title != NULL ? title : "");
  adw_banner_set_title (self->banner_narrow, title != NULL ? title : "");
  adw_banner_set_revealed (self->banner_wide, n_faults > 0);
  adw_banner_set_revealed (self->banner_narrow, n_faults > 0);
}

/* Where the reader is */

/**
 * steppe_window_save_reading:
 * @self: a window
 *
 * Remembers where its reader is in the dossier, if there is one.
 */
void
steppe_window_save_reading (SteppeWindow *self)
{
  GVariantDict state;
  SteppeNarrative *narrative = NULL;
  SteppeItem *selected = steppe_focus_get_selected (self->focus);
  gint64 earliest, latest;
  double position;

  if (self->file == NULL || steppe_focus_get_dossier (self->focus) == NULL)
    return;
  g_variant_dict_init (&state, NULL);
  position = steppe_reader_view_get_position (STEPPE_READER_VIEW (self->reader_view), &narrative);
  if (narrative != NULL)
    {
      g_variant_dict_insert (&state, "narrative", "s", steppe_item_get_id (STEPPE_ITEM (narrative)));
      g_variant_dict_insert (&state, "position", "d", position);
    }
  if (selected != NULL)
    g_variant_dict_insert (&state, "selected", "s", steppe_item_get_id (selected));
  if (steppe_focus_get_span (self->focus, &earliest, &latest))
    g_variant_dict_insert (&state, "span", "(xx)", earliest, latest);
  g_variant_dict_insert_value (&state, "filter", steppe_filter_to_variant (steppe_focus_get_filter (self->focus)));
  steppe_reading_state_save (self->file, g_variant_dict_end (&state));
}

static void
restore_focus (SteppeWindow *self,
               GVariantDict *state)
{
  g_autoptr (GVariant) filter = g_variant_dict_lookup_value (state, "filter", G_VARIANT_TYPE ("a(ss)"));
  SteppeItem *selected = NULL;
  const char *id;
  gint64 earliest, latest;

  if (filter != NULL)
    steppe_filter_set_variant (steppe_focus_get_filter (self->focus), filter);
  if (g_variant_dict_lookup (state, "span", "(xx)", &earliest, &latest) && earliest <= latest)
    steppe_focus_set_span (self->focus, earliest, latest);
  if (g_variant_dict_lookup (state, "selected", "&s", &id))
    selected = steppe_dossier_lookup (steppe_focus_get_dossier (self->focus), id);
  if (selected != NULL)
    steppe_focus_set_selected (self->focus, selected);
}

/* The text is not laid out yet; the position is taken up once it is. */
static gboolean
restore_position_cb (GtkWidget *widget,
                     GdkFrameClock *frame_clock,
                     gpointer user_data)
{
  SteppeWindow *self = STEPPE_WINDOW (gtk_widget_get_root (widget));
  SteppeItem *narrative = steppe_dossier_lookup (steppe_focus_get_dossier (self->focus), self->to_read);

  if (gtk_widget_get_height (widget) <= 0)
    return G_SOURCE_CONTINUE;
  if (STEPPE_IS_NARRATIVE (narrative))
    steppe_reader_view_set_position (STEPPE_READER_VIEW (widget), STEPPE_NARRATIVE (narrative), self->to_read_position);
  g_clear_pointer (&self->to_read, g_free);
  return G_SOURCE_REMOVE;
}

static void
restore_reading (SteppeWindow *self)
{
  g_autoptr (GVariant) saved = steppe_reading_state_load (self->file);
  GVariantDict state;

  if (saved == NULL)
    return;
  g_variant_dict_init (&state, saved);
  restore_focus (self, &state);
  g_clear_pointer (&self->to_read, g_free);
  if (g_variant_dict_lookup (&state, "narrative", "s", &self->to_read) &&
      g_variant_dict_lookup (&state, "position", "d", &self->to_read_position))
    gtk_widget_add_tick_callback (self->reader_view, restore_position_cb, NULL, NULL);
  g_variant_dict_clear (&state);
}

/* Watching */

static void
offer_reload (gpointer user_data)
{
  SteppeWindow *self = user_data;

  self->change_source = 0;
  if (self->reload_toast != NULL)
    return;
  self->reload_toast = adw_toast_new (_ ("The dossier has changed on disk"));
  adw_toast_set_button_label (self->reload_toast, _ ("_Reload"));
  adw_toast_set_action_name (self->reload_toast, "win.reload");
  adw_toast_set_timeout (self->reload_toast, 0);
  g_object_add_weak_pointer (G_OBJECT (self->reload_toast), (gpointer *) &self->reload_toast);
  adw_toast_overlay_add_toast (self->toast_overlay, self->reload_toast);
}

static void
file_changed_cb (SteppeWindow *self,
                 GFile *file,
                 GFile *other,
                 GFileMonitorEvent event)
{
  if (event != G_FILE_MONITOR_EVENT_CHANGED && event != G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT &&
      event != G_FILE_MONITOR_EVENT_CREATED && event != G_FILE_MONITOR_EVENT_RENAMED)
    return;
  g_clear_handle_id (&self->change_source, g_source_remove);
  self->change_source = g_timeout_add_seconds_once (CHANGE_REST, offer_reload, self);
}

static void
version_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (SteppeWindow) self = user_data;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, NULL);
  const char *version = info != NULL ? g_file_info_get_etag (info) : NULL;

  /* It may be away just now, and the window may be closed. */
  if (version == NULL || self->file == NULL)
    return;
  if (self->version != NULL && !g_str_equal (version, self->version))
    offer_reload (self);
  g_set_str (&self->version, version);
}

static void
look_at_version (SteppeWindow *self)
{
  g_file_query_info_async (self->file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL, version_cb, g_object_ref (self));
}

/**
 * steppe_window_look_for_changes:
 * @self: a window
 *
 * Looks whether its file has changed, if that is not told by itself. To be called when the reader comes back to it.
 */
void
steppe_window_look_for_changes (SteppeWindow *self)
{
  if (self->version != NULL && self->file != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    look_at_version (self);
}

static void
watch (SteppeWindow *self)
{
  steppe_window_stop_watching (self);
  /* Nothing tells a sandbox that a file outside of it has changed. */
  if (steppe_file_is_from_portal (self->file))
    {
      look_at_version (self);
      return;
    }
  /* What cannot be watched is still read. */
  self->monitor = g_file_monitor_file (self->file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * steppe_window_stop_watching:
 * @self: a window
 *
 * No longer notices when its file changes.
 */
void
steppe_window_stop_watching (SteppeWindow *self)
{
  g_clear_handle_id (&self->change_source, g_source_remove);
  if (self->reload_toast != NULL)
    {
      AdwToast *toast = self->reload_toast;

      g_clear_weak_pointer (&self->reload_toast);
      adw_toast_dismiss (toast);
    }
  g_clear_object (&self->monitor);
  g_clear_pointer (&self->version, g_free);
}

/* Opening */

static void
show_dossier (SteppeWindow *self,
              SteppeDossier *dossier)
{
  steppe_recent_add (self->file, dossier);
  g_clear_pointer (&self->chronology, g_ptr_array_unref);
  self->chronology = steppe_chronology_new (dossier);
  steppe_focus_set_dossier (self->focus, dossier);
  show_title (self, dossier);
  show_faults (self, dossier);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  gtk_widget_child_focus (self->reader_view, GTK_DIR_TAB_FORWARD);
  restore_reading (self);
  watch (self);
}

static void
show_error (SteppeWindow *self,
            const GError *error)
{
  g_autofree char *name = steppe_file_dup_address (self->file);
  g_autofree char *description = g_strdup_printf ("%s\n%s", name, error->message);
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  adw_status_page_set_description (self->error_page, escaped);
  g_clear_object (&self->file);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

/* What was read before stays when it cannot be read again. */
static void
keep_dossier (SteppeWindow *self,
              const GError *error)
{
  g_autofree char *title = g_strdup_printf (_ ("The dossier cannot be reloaded: %s"), error->message);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  watch (self);
}

static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (SteppeWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SteppeDossier) dossier = steppe_dossier_read_finish (result, &error);
  gboolean has_dossier = steppe_focus_get_dossier (self->focus) != NULL;

  if (g_task_get_cancellable (G_TASK (result)) != self->opening)
    return;
  g_clear_object (&self->opening);
  if (dossier != NULL)
    {
      show_dossier (self, dossier);
    }
  else if (has_dossier)
    {
      keep_dossier (self, error);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_object (&self->file);
      gtk_stack_set_visible_child_name (self->stack, "start");
    }
  else
    {
      show_error (self, error);
    }
  steppe_window_update_actions (self);
}

static void
progress_cb (double fraction,
             gpointer user_data)
{
  SteppeWindow *self = user_data;

  if (self->progress_bar != NULL)
    gtk_progress_bar_set_fraction (self->progress_bar, fraction);
}

static void
begin_reading (SteppeWindow *self)
{
  self->opening = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  steppe_window_update_actions (self);
  steppe_dossier_read_async (self->file, self->opening, progress_cb, self, read_cb, g_object_ref (self));
}

/**
 * steppe_window_open:
 * @self: a window that shows no dossier yet
 * @file: the dossier to open
 *
 * Opens a dossier: shows that it is being opened, then the dossier, or why it cannot be.
 */
void
steppe_window_open (SteppeWindow *self,
                    GFile *file)
{
  g_return_if_fail (STEPPE_IS_WINDOW (self) && G_IS_FILE (file));

  steppe_window_cancel_opening (self);
  g_clear_object (&self->opening);
  g_set_object (&self->file, file);
  begin_reading (self);
}

/**
 * steppe_window_reload:
 * @self: a window that shows a dossier
 *
 * Reads its file again, and goes on where the reader is. If it cannot be read any more, what was read before stays.
 */
void
steppe_window_reload (SteppeWindow *self)
{
  g_return_if_fail (STEPPE_IS_WINDOW (self) && self->file != NULL);

  /* A story would go on with events that are no longer there. */
  steppe_window_end_story (self);
  steppe_window_stop_watching (self);
  steppe_window_save_reading (self);
  steppe_window_cancel_opening (self);
  g_clear_object (&self->opening);
  begin_reading (self);
}

/**
 * steppe_window_cancel_opening:
 * @self: a window
 *
 * Stops opening a dossier, if it does.
 */
void
steppe_window_cancel_opening (SteppeWindow *self)
{
  g_return_if_fail (STEPPE_IS_WINDOW (self));

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
}
