/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "widgets/steppe-event-popover.h"

#include "widgets/steppe-item-row.h"

/* Pixels. */
#define WIDTH 320
#define MAX_HEIGHT 320

/**
 * SteppeEventPopover:
 *
 * Some events to choose one from: those at a place, those that have none, those for which there is no room.
 */
struct _SteppeEventPopover
{
  GtkPopover parent_instance;

  SteppeFocus *focus;
  GListStore *events;
  GtkWidget *heading;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (SteppeEventPopover, steppe_event_popover, GTK_TYPE_POPOVER)

static GtkWidget *
create_heading (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static void
setup_row_cb (SteppeEventPopover *self,
              GtkListItem *row)
{
  steppe_item_row_setup (row);
}

static void
bind_row_cb (SteppeEventPopover *self,
             GtkListItem *row)
{
  steppe_item_row_bind_event (row, steppe_focus_get_dossier (self->focus), TRUE);
}

static void
activate_cb (SteppeEventPopover *self,
             guint position)
{
  steppe_event_popover_activate (self, position);
}

static void
steppe_event_popover_dispose (GObject *object)
{
  SteppeEventPopover *self = STEPPE_EVENT_POPOVER (object);

  g_clear_object (&self->focus);
  g_clear_object (&self->events);

  G_OBJECT_CLASS (steppe_event_popover_parent_class)->dispose (object);
}

static void
steppe_event_popover_class_init (SteppeEventPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steppe_event_popover_dispose;
}

static GtkWidget *
create_list (SteppeEventPopover *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->events))));
  GtkWidget *list = gtk_list_view_new (selection, factory);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  gtk_list_view_set_tab_behavior (GTK_LIST_VIEW (list), GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  return list;
}

static void
steppe_event_popover_init (SteppeEventPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->events = g_list_store_new (STEPPE_TYPE_EVENT);
  self->list = create_list (self);
  self->heading = create_heading ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  gtk_widget_set_margin_start (self->heading, 9);
  gtk_widget_set_margin_end (self->heading, 9);
  gtk_widget_set_margin_top (self->heading, 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_size_request (scroller, WIDTH, -1);
  gtk_box_append (GTK_BOX (box), self->heading);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/**
 * steppe_event_popover_new:
 *
 * Returns: (transfer floating): a popover with no events; give it a parent and a focus
 */
GtkWidget *
steppe_event_popover_new (void)
{
  return g_object_new (STEPPE_TYPE_EVENT_POPOVER, NULL);
}

/**
 * steppe_event_popover_set_focus:
 * @self: a popover
 * @focus: (nullable): where the chosen event is selected
 *
 * Closes the popover and forgets its events, which may not be of the focus' dossier any more.
 */
void
steppe_event_popover_set_focus (SteppeEventPopover *self,
                                SteppeFocus *focus)
{
  g_return_if_fail (STEPPE_IS_EVENT_POPOVER (self));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_list_store_remove_all (self->events);
  g_set_object (&self->focus, focus);
}

/**
 * steppe_event_popover_set_events:
 * @self: a popover with a focus
 * @title: what the events have in common
 * @events: (element-type SteppeEvent): events of the focus' dossier
 *
 * Sets what there is to choose from.
 */
void
steppe_event_popover_set_events (SteppeEventPopover *self,
                                 const char *title,
                                 GPtrArray *events)
{
  g_return_if_fail (STEPPE_IS_EVENT_POPOVER (self));

  gtk_label_set_text (GTK_LABEL (self->heading), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_list_store_splice (self->events, 0, g_list_model_get_n_items (G_LIST_MODEL (self->events)), events->pdata, events->len);
}

/**
 * steppe_event_popover_show:
 * @self: a popover with a focus
 * @title: what the events have in common
 * @events: (element-type SteppeEvent): events of the focus' dossier
 * @area: where it points to, in pixels of its parent
 * @position: on which side
 *
 * Shows the events and lets one be chosen.
 */
void
steppe_event_popover_show (SteppeEventPopover *self,
                           const char *title,
                           GPtrArray *events,
                           const GdkRectangle *area,
                           GtkPositionType position)
{
  g_return_if_fail (STEPPE_IS_EVENT_POPOVER (self) && self->focus != NULL);

  steppe_event_popover_set_events (self, title, events);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), area);
  gtk_popover_set_position (GTK_POPOVER (self), position);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->list);
}

/**
 * steppe_event_popover_get_events:
 * @self: a popover
 *
 * Returns: (transfer none): the events that it shows
 */
GListModel *
steppe_event_popover_get_events (SteppeEventPopover *self)
{
  g_return_val_if_fail (STEPPE_IS_EVENT_POPOVER (self), NULL);

  return G_LIST_MODEL (self->events);
}

/**
 * steppe_event_popover_activate:
 * @self: a popover
 * @position: which of its events
 *
 * Selects one of the events and closes, as a press on its row does.
 */
void
steppe_event_popover_activate (SteppeEventPopover *self,
                               guint position)
{
  g_autoptr (SteppeItem) event = NULL;

  g_return_if_fail (STEPPE_IS_EVENT_POPOVER (self) && self->focus != NULL);

  event = g_list_model_get_item (G_LIST_MODEL (self->events), position);
  gtk_popover_popdown (GTK_POPOVER (self));
  if (event != NULL)
    steppe_focus_set_selected (self->focus, event);
}
