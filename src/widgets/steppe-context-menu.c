/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "widgets/steppe-context-menu.h"

#include <glib/gi18n.h>

/* The menu that a pane opens where the secondary button or a long touch is pressed. */

static void
open_at (GtkWidget *menu,
         double x,
         double y)
{
  SteppeContextMenuFunc func = (SteppeContextMenuFunc) g_object_get_data (G_OBJECT (menu), "open-at");
  GtkWidget *widget = gtk_widget_get_parent (menu);

  gtk_widget_grab_focus (widget);
  func (widget, x, y);
}

static void
pressed_cb (GtkWidget *menu,
            int n_press,
            double x,
            double y,
            GtkGesture *click)
{
  gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
  open_at (menu, x, y);
}

static void
long_pressed_cb (GtkWidget *menu,
                 double x,
                 double y,
                 GtkGesture *press)
{
  gtk_gesture_set_state (press, GTK_EVENT_SEQUENCE_CLAIMED);
  open_at (menu, x, y);
}

static void
closed_cb (GtkWidget *menu)
{
  GtkRoot *root = gtk_widget_get_root (menu);
  GtkWidget *focused = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* An entry may have taken the keyboard elsewhere. */
  if (focused == NULL || gtk_widget_is_ancestor (focused, menu))
    gtk_widget_grab_focus (gtk_widget_get_parent (menu));
}

/**
 * steppe_context_menu_new:
 * @widget: a widget that takes the focus
 * @func: opens the menu with [func@context_menu_open]
 *
 * Gives a widget a menu. As for any popover, the widget presents it in allocation, and unparents it.
 *
 * Returns: (transfer none): the menu, a child of @widget
 */
GtkWidget *
steppe_context_menu_new (GtkWidget *widget,
                         SteppeContextMenuFunc func)
{
  GtkWidget *menu = gtk_popover_menu_new_from_model (NULL);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  g_object_set_data (G_OBJECT (menu), "open-at", (gpointer) func);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_widget_set_parent (menu, widget);
  g_signal_connect (menu, "closed", G_CALLBACK (closed_cb), NULL);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), menu, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (long_pressed_cb), menu, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (press));
  return menu;
}

/**
 * steppe_context_menu_open:
 * @menu: a menu
 * @model: what is in it
 * @area: what it is for, in pixels of the widget
 *
 * Opens it.
 */
void
steppe_context_menu_open (GtkWidget *menu,
                          GMenuModel *model,
                          const GdkRectangle *area)
{
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), area);
  gtk_popover_popup (GTK_POPOVER (menu));
}

/**
 * steppe_context_menu_append:
 * @model: what is to be in a menu
 * @label: words, with an underscore before the mnemonic
 * @action: what it does
 * @target: (nullable): what it does that with; consumed if floating
 *
 * Adds an entry that is there only while its action can be done.
 */
void
steppe_context_menu_append (GMenu *model,
                            const char *label,
                            const char *action,
                            GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (model, item);
}

/**
 * steppe_context_menu_append_copies:
 * @model: what is to be in a menu
 * @id: the id of an item
 *
 * Adds a section of what makes copies of an item: as text, on paper.
 */
void
steppe_context_menu_append_copies (GMenu *model,
                                   const char *id)
{
  g_autoptr (GMenu) copies = g_menu_new ();

  steppe_context_menu_append (copies, _ ("_Copy as Text"), "win.copy-item", g_variant_new_string (id));
  steppe_context_menu_append (copies, _ ("_Print…"), "win.print-item", g_variant_new_string (id));
  g_menu_append_section (model, NULL, G_MENU_MODEL (copies));
}
