/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "app/steppe-shortcuts.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

static const SteppeShortcut general[] = {
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
  { "F1", N_ ("Help") },
  { "question", N_ ("Help about where the keyboard is") },
};

static const SteppeShortcut finding[] = {
  { "<Ctrl>f", N_ ("Search the dossier, or find in the text while reading it") },
  { "<Ctrl><Shift>f", N_ ("Search the dossier") },
  { "<Ctrl>g <Ctrl><Shift>g", N_ ("Next or previous match in the text") },
  { "<Ctrl>l", N_ ("Filter events") },
  { "<Ctrl><Shift>l", N_ ("Show all events") },
  { "<Ctrl>d", N_ ("Who says what") },
};

static const SteppeShortcut reading[] = {
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

static const SteppeShortcut telling[] = {
  { "Right Page_Down space", N_ ("Next step") },
  { "Left Page_Up BackSpace", N_ ("Previous step") },
  { "Home End", N_ ("First or last step") },
  { "p", N_ ("Play or pause") },
  { "Escape", N_ ("End the story") },
};

static const SteppeShortcut map[] = {
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

static const SteppeShortcut timeline[] = {
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

static const SteppeShortcut strip[] = {
  { "Left Right", N_ ("See an earlier or later time") },
  { "Page_Up Page_Down", N_ ("See the time before or after") },
  { "Home End", N_ ("See the first or last time") },
  { "<Shift>Left <Shift>Right", N_ ("See less or more time at the end") },
  { "plus", N_ ("See less time") },
  { "minus", N_ ("See more time") },
  { "0", N_ ("Show all events") },
};

static const SteppeShortcutGroup groups[] = {
  { N_ ("General"), general, G_N_ELEMENTS (general) },
  { N_ ("Finding"), finding, G_N_ELEMENTS (finding) },
  { N_ ("Reading"), reading, G_N_ELEMENTS (reading) },
  { N_ ("Telling the Story"), telling, G_N_ELEMENTS (telling) },
  { N_ ("Map"), map, G_N_ELEMENTS (map) },
  { N_ ("Timeline"), timeline, G_N_ELEMENTS (timeline) },
  { N_ ("Strip Below the Timeline"), strip, G_N_ELEMENTS (strip) },
};

/**
 * steppe_shortcuts_get_groups:
 * @n_groups: (out): how many
 *
 * Returns: (array length=n_groups) (transfer none): the keys of the program, as they are told to people
 */
const SteppeShortcutGroup *
steppe_shortcuts_get_groups (guint *n_groups)
{
  *n_groups = G_N_ELEMENTS (groups);
  return groups;
}

/**
 * steppe_shortcut_dup_label:
 * @accelerator: a key, as GTK writes it
 *
 * Returns: (transfer full) (nullable): what is written on the keyboard, in the user's language; %NULL if it is no key
 */
char *
steppe_shortcut_dup_label (const char *accelerator)
{
  GdkModifierType modifiers;
  guint key;

  if (!gtk_accelerator_parse (accelerator, &key, &modifiers) || key == 0)
    return NULL;
  return gtk_accelerator_get_label (key, modifiers);
}
