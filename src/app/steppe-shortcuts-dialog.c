/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "app/steppe-shortcuts-dialog.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *accelerator;
  const char *description;
} Shortcut;

static const Shortcut general[] = {
  { "<Ctrl>o", N_ ("Open a dossier") },
  { "<Ctrl>n", N_ ("New window") },
  { "<Ctrl>w", N_ ("Close the window") },
  { "<Ctrl>q", N_ ("Quit") },
  { "F9", N_ ("Show or hide the contents") },
  { "F6", N_ ("Go to the next pane") },
  { "F11", N_ ("Full screen") },
  { "F5", N_ ("Tell the story step by step") },
  { "<Ctrl>r", N_ ("Reload the dossier") },
  { "<Ctrl>p", N_ ("Print a fact sheet about what is selected, or about the dossier") },
  { "<Ctrl>comma", N_ ("Preferences") },
  { "<Ctrl>question", N_ ("Keyboard shortcuts") },
};

static const Shortcut finding[] = {
  { "<Ctrl>f", N_ ("Search the dossier, or find in the text while reading it") },
  { "<Ctrl><Shift>f", N_ ("Search the dossier") },
  { "<Ctrl>g <Ctrl><Shift>g", N_ ("Next or previous match in the text") },
  { "<Ctrl>l", N_ ("Filter events") },
  { "<Ctrl><Shift>l", N_ ("Show all events") },
  { "<Ctrl>d", N_ ("Who says what") },
};

static const Shortcut reading[] = {
  { "<Alt>Down", N_ ("Next event in time") },
  { "<Alt>Up", N_ ("Previous event in time") },
  { "Tab", N_ ("Next mention in the text, or next marker on the map") },
  { "Left Right", N_ ("Previous or next mention or source mark in the text") },
  { "Return", N_ ("Select; once more, open the page") },
  { "<Alt>Left <Alt>Right", N_ ("Back and forward among pages") },
  { "<Ctrl>plus <Ctrl>minus", N_ ("Larger or smaller text") },
  { "<Ctrl>0", N_ ("Usual size of the text") },
  { "<Ctrl><Shift>c", N_ ("Copy the marked text with its sources, or what is selected") },
  { "Escape", N_ ("Select nothing") },
};

static const Shortcut telling[] = {
  { "Right Page_Down space", N_ ("Next step") },
  { "Left Page_Up BackSpace", N_ ("Previous step") },
  { "Home End", N_ ("First or last step") },
  { "p", N_ ("Play or pause") },
  { "Escape", N_ ("End the story") },
};

static const Shortcut map[] = {
  { "Left Right Up Down", N_ ("Move the map") },
  { "plus", N_ ("Zoom in") },
  { "minus", N_ ("Zoom out") },
  { "0", N_ ("Show the whole dossier") },
  { "1", N_ ("Show what is selected") },
  { "2", N_ ("Show the events of the chosen time") },
  { "l", N_ ("List the events in view") },
  { "Menu", N_ ("Menu of the marker or place") },
  { "<Ctrl>e", N_ ("Export the map") },
};

static const Shortcut timeline[] = {
  { "Left Right", N_ ("Previous or next event") },
  { "Home End", N_ ("First or last event") },
  { "plus", N_ ("Zoom in") },
  { "minus", N_ ("Zoom out") },
  { "0", N_ ("Show all events") },
  { "1", N_ ("Zoom to the event") },
  { "<Shift>Left <Shift>Right", N_ ("Show the empty time before or after in full, or short again") },
  { "Up Down", N_ ("Previous or next group of lanes") },
  { "Page_Up Page_Down", N_ ("Scroll the lanes") },
  { "Return", N_ ("Select, or collapse or expand the group") },
  { "Menu", N_ ("Menu of the event") },
};

static const Shortcut strip[] = {
  { "Left Right", N_ ("See an earlier or later time") },
  { "Page_Up Page_Down", N_ ("See the time before or after") },
  { "Home End", N_ ("See the first or last time") },
  { "<Shift>Left <Shift>Right", N_ ("See less or more time at the end") },
  { "plus", N_ ("See less time") },
  { "minus", N_ ("See more time") },
  { "0", N_ ("Show all events") },
};

static const struct
{
  const char *title;
  const Shortcut *shortcuts;
  guint n_shortcuts;
} groups[] = {
  { N_ ("General"), general, G_N_ELEMENTS (general) },
  { N_ ("Finding"), finding, G_N_ELEMENTS (finding) },
  { N_ ("Reading"), reading, G_N_ELEMENTS (reading) },
  { N_ ("Telling the Story"), telling, G_N_ELEMENTS (telling) },
  { N_ ("Map"), map, G_N_ELEMENTS (map) },
  { N_ ("Timeline"), timeline, G_N_ELEMENTS (timeline) },
  { N_ ("Strip Below the Timeline"), strip, G_N_ELEMENTS (strip) },
};

/* The keys as they are labelled on the keyboard, in the user's language. */
static char *
label_keys (const char *accelerators)
{
  g_auto (GStrv) names = g_strsplit (accelerators, " ", -1);
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      GdkModifierType modifiers;
      guint key;

      gtk_accelerator_parse (names[i], &key, &modifiers);
      g_strv_builder_take (labels, gtk_accelerator_get_label (key, modifiers));
    }
  all = g_strv_builder_end (labels);
  return g_strjoinv ("  ", all);
}

static GtkWidget *
create_row (const Shortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *keys = label_keys (shortcut->accelerator);
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

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
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
