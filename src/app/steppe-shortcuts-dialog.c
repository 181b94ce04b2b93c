/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "app/steppe-shortcuts-dialog.h"

#include <glib/gi18n.h>

#include "app/steppe-shortcuts.h"

/* The keys as they are labelled on the keyboard, in the user's language. */
static char *
label_keys (const char *accelerators)
{
  g_auto (GStrv) names = g_strsplit (accelerators, " ", -1);
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    g_strv_builder_take (labels, steppe_shortcut_dup_label (names[i]));
  all = g_strv_builder_end (labels);
  return g_strjoinv ("  ", all);
}

static GtkWidget *
create_row (const SteppeShortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *keys = label_keys (shortcut->accelerators);
  GtkWidget *label = gtk_label_new (keys);

  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "numeric");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), g_dgettext (GETTEXT_PACKAGE, shortcut->description));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

/**
 * steppe_shortcuts_dialog_new:
 *
 * Returns: (transfer floating): a dialog that lists the keys
 */
AdwDialog *
steppe_shortcuts_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();
  guint n_groups;
  const SteppeShortcutGroup *groups = steppe_shortcuts_get_groups (&n_groups);

  for (guint i = 0; i < n_groups; i++)
    {
      GtkWidget *group = adw_preferences_group_new ();

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), g_dgettext (GETTEXT_PACKAGE, groups[i].title));
      for (guint j = 0; j < groups[i].n_shortcuts; j++)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_row (&groups[i].shortcuts[j]));
      adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
    }
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (dialog, _ ("Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 560);
  adw_dialog_set_content_height (dialog, 620);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
