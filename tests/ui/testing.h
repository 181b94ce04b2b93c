/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/steppe-dossier.h"
#include "model/steppe-event.h"

G_BEGIN_DECLS

/* What tests of widgets share: starting, finding widgets, waiting, and doing what a user does. */

/* Ends the test with a warning, as GLib would do, if it were not for what GDK 4.24 says on X11 of the first popover
 * of any program, even one with nothing but a label. */
static inline GLogWriterOutput
write_log (GLogLevelFlags level,
           const GLogField *fields,
           gsize n_fields,
           gpointer user_data)
{
  gboolean is_false_alarm = FALSE;

  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && fields[i].length < 0)
      is_false_alarm = strstr (fields[i].value, "gdk_frame_timings_submitted() called on submitted frame") != NULL;
  g_log_writer_default (level, fields, n_fields, NULL);
  if ((level & G_LOG_LEVEL_WARNING) != 0 && !is_false_alarm)
    g_abort ();
  return G_LOG_WRITER_HANDLED;
}

/* Instead of gtk_test_init(). All messages are to reach write_log(), which GLib's handler for tests passes by. */
static inline void
init_ui_test (int *argc,
              char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  g_log_set_default_handler (g_log_default_handler, NULL);
  g_log_set_writer_func (write_log, NULL, NULL);
  adw_init ();
}

/* The first widget at or below @widget, in the order in which they are drawn, for which @matches holds, or NULL. */
static inline GtkWidget *
find_widget (GtkWidget *widget,
             gboolean (*matches) (GtkWidget *widget, gconstpointer data),
             gconstpointer data)
{
  if (matches (widget, data))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, matches, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static inline gboolean
is_of_type (GtkWidget *widget,
            gconstpointer type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) type);
}

static inline GtkWidget *
find_type (GtkWidget *widget,
           GType type)
{
  return find_widget (widget, is_of_type, &type);
}

static inline gboolean
count_frame_cb (GtkWidget *widget,
                GdkFrameClock *clock,
                gpointer user_data)
{
  ++*(guint *) user_data;
  return G_SOURCE_CONTINUE;
}

/* Until so many frames of @widget have begun, and until *@source, which may be NULL, is the id of no source. */
static inline void
wait_frames (GtkWidget *widget,
             guint n_frames,
             const guint *source)
{
  guint n = 0, id = gtk_widget_add_tick_callback (widget, count_frame_cb, &n, NULL);

  while (n < n_frames || (source != NULL && *source != 0))
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (widget, id);
}

static inline gboolean
set_flag_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static inline void
wait_milliseconds (guint milliseconds)
{
  gboolean passed = FALSE;

  g_timeout_add (milliseconds, set_flag_cb, &passed);
  while (!passed)
    g_main_context_iteration (NULL, TRUE);
}

/* Waits until it is so, and fails where that takes long. */
#define ASSERT_SOON(condition)                         \
  G_STMT_START                                         \
  {                                                    \
    for (guint i_ = 0; i_ < 200 && !(condition); i_++) \
      wait_milliseconds (50);                          \
    g_assert_true (condition);                         \
  }                                                    \
  G_STMT_END

static inline gboolean
is_trigger_of (GtkShortcutTrigger *trigger,
               guint key,
               GdkModifierType modifiers)
{
  return GTK_IS_KEYVAL_TRIGGER (trigger) &&
         gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key &&
         gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers;
}

/* Presses a key on a widget as a user would, through its shortcuts. Returns whether it did anything. */
static inline gboolean
press_shortcut (GtkWidget *widget,
                guint key,
                GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; !handled && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint k = 0; !handled && k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);

          if (is_trigger_of (gtk_shortcut_get_trigger (shortcut), key, modifiers))
            handled = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, gtk_shortcut_get_arguments (shortcut));
        }
    }
  return handled;
}

/* An event that is called what its id is; @edtf may be NULL. */
static inline SteppeItem *
create_event (const char *id,
              const char *edtf)
{
  SteppeItem *event = steppe_item_new (STEPPE_ITEM_EVENT, id);
  g_autoptr (SteppeDate) date = edtf != NULL ? steppe_date_new (edtf, NULL) : NULL;
  g_autoptr (SteppeText) title = steppe_text_new_plain (id);

  g_assert_true (edtf == NULL || date != NULL);
  g_object_set (event, "title", title, "date", date, NULL);
  return event;
}

static inline void
add_event (SteppeDossier *dossier,
           const char *id,
           const char *edtf)
{
  g_autoptr (SteppeItem) event = create_event (id, edtf);

  g_assert_true (steppe_dossier_add (dossier, event));
}

G_END_DECLS
