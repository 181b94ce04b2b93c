/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "reader/steppe-contents-list.h"

#include <glib/gi18n.h>

#include "model/steppe-chronology.h"
#include "reader/steppe-contents-model.h"
#include "reader/steppe-list-parts.h"
#include "widgets/steppe-item-row.h"

/**
 * SteppeContentsList:
 *
 * The events of the dossier in the order of time, under headings. What is selected here is selected everywhere. Events
 * without a date or a place are counted at the foot, for they are not on the timeline or the map. Where the reader has
 * chosen a span of time or filters events, only what is wanted is listed, and a bar above says how many events that hides.
 *
 * Signals: [signal@ContentsList::activated].
 */
struct _SteppeContentsList
{
  GtkWidget parent_instance;

  GtkWidget *hidden_bar;
  GtkLabel *hidden_label;
  GtkWidget *stack;
  GtkLabel *empty;
  GtkListView *list_view;
  GtkSingleSelection *selection;
  GtkLabel *foot;

  SteppeFocus *focus;
  SteppeDossier *dossier;
  SteppeContentsModel *model; /* of the dossier */
  SteppeContentsGrouping grouping;
  gboolean following; /* the selection is being set from the focus */
};

G_DEFINE_FINAL_TYPE (SteppeContentsList, steppe_contents_list, GTK_TYPE_WIDGET)

enum
{
  PROP_FOCUS = 1,
  PROP_GROUPING,
  N_PROPS
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
bind_row_cb (SteppeContentsList *self,
             GtkListItem *list_item)
{
  steppe_item_row_bind_event (list_item, self->dossier, FALSE);
}

static void
setup_row_cb (SteppeContentsList *self,
              GtkListItem *list_item)
{
  steppe_item_row_setup (list_item);
}

/* The heading of a section and how many events are listed in it. While rows go, GTK may ask for one whose rows have gone;
 * it asks again when all have. */
static void
bind_header_cb (SteppeContentsList *self,
                GtkListHeader *header)
{
  guint position = gtk_list_header_get_start (header);
  g_autofree char *heading = NULL;

  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->model)))
    return;
  heading = steppe_contents_model_dup_heading (self->model, position);
  steppe_list_header_show (header, heading, gtk_list_header_get_n_items (header));
}

static void
setup_header_cb (SteppeContentsList *self,
                 GtkListHeader *header)
{
  steppe_list_header_setup (header);
}

static void
selection_changed_cb (SteppeContentsList *self)
{
  SteppeItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (!self->following && item != NULL)
    steppe_focus_set_selected (self->focus, item);
}

static void
activate_cb (SteppeContentsList *self,
             guint position)
{
  g_autoptr (SteppeItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  steppe_focus_set_selected (self->focus, item);
  g_signal_emit (self, signals[ACTIVATED], 0, item);
}

/* What is selected may not be listed: it stays selected elsewhere, and here when it comes back. */
static void
select_followed (SteppeContentsList *self,
                 gboolean scroll)
{
  SteppeItem *item = steppe_focus_get_selected (self->focus);
  guint position;

  if (self->model == NULL || (item != NULL && gtk_single_selection_get_selected_item (self->selection) == item))
    return;
  position = steppe_contents_model_find (self->model, item);
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->following = FALSE;
  if (scroll && position != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_NONE, NULL);
}

static void
follow_selected_cb (SteppeContentsList *self)
{
  select_followed (self, TRUE);
}

static void
update_foot (SteppeContentsList *self,
             const SteppeContentsCounts *counts)
{
  g_autofree char *undated = g_strdup_printf (ngettext ("%'u undated", "%'u undated", counts->undated), counts->undated);
  g_autofree char *unplaced = g_strdup_printf (ngettext ("%'u unplaced", "%'u unplaced", counts->unplaced), counts->unplaced);
  /* Translators: at the foot of the contents: how many events have no date, and how many no place */
  g_autofree char *text = g_strdup_printf (_ ("%1$s · %2$s"), undated, unplaced);

  gtk_label_set_text (self->foot, counts->undated == 0 ? unplaced : counts->unplaced == 0 ? undated
                                                                                          : text);
  gtk_widget_set_visible (GTK_WIDGET (self->foot), counts->undated + counts->unplaced > 0);
}

/* Says how much is listed and how much is not. */
static void
update_counts (SteppeContentsList *self)
{
  SteppeContentsCounts counts = { 0 };
  g_autofree char *hidden = NULL;
  gboolean is_empty = self->model == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0;

  if (self->model != NULL)
    steppe_contents_model_count (self->model, &counts);
  hidden = steppe_chronology_describe_hidden (counts.hidden, counts.hidden_undated);
  gtk_label_set_text (self->hidden_label, hidden);
  gtk_widget_set_visible (self->hidden_bar, counts.hidden > 0);
  gtk_label_set_text (self->empty, counts.hidden > 0 ? _ ("No such events") : _ ("No events"));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), is_empty ? "empty" : "list");
  update_foot (self, &counts);
}

static void
filter_cb (SteppeContentsList *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view));
  gboolean at_top = gtk_adjustment_get_value (adjustment) <= gtk_adjustment_get_lower (adjustment);

  if (self->model == NULL)
    return;
  steppe_contents_model_filter (self->model, self->focus);
  if (at_top && g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
    steppe_list_view_show_top (self->list_view);
  select_followed (self, FALSE);
  update_counts (self);
}

static void
show_all_cb (SteppeContentsList *self)
{
  steppe_focus_include_all (self->focus);
  /* The button has gone; the keyboard is not to go with it. */
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
show_dossier_cb (SteppeContentsList *self)
{
  SteppeDossier *dossier = self->focus != NULL ? steppe_focus_get_dossier (self->focus) : NULL;

  gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->model);
  g_set_object (&self->dossier, dossier);
  if (dossier != NULL)
    {
      self->model = steppe_contents_model_new (dossier, self->grouping);
      steppe_contents_model_filter (self->model, self->focus);
      gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->model));
      if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0)
        steppe_list_view_show_top (self->list_view);
    }
  update_counts (self);
}

static void
steppe_contents_list_get_property (GObject *object,
                                   guint prop_id,
                                   GValue *value,
                                   GParamSpec *pspec)
{
  SteppeContentsList *self = STEPPE_CONTENTS_LIST (object);

  switch (prop_id)
    {
    case PROP_FOCUS:
      g_value_set_object (value, self->focus);
      break;
    case PROP_GROUPING:
      g_value_set_enum (value, self->grouping);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_contents_list_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  SteppeContentsList *self = STEPPE_CONTENTS_LIST (object);

  switch (prop_id)
    {
    case PROP_FOCUS:
      steppe_contents_list_set_focus (self, g_value_get_object (value));
      break;
    case PROP_GROUPING:
      steppe_contents_list_set_grouping (self, g_value_get_enum (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_contents_list_dispose (GObject *object)
{
  SteppeContentsList *self = STEPPE_CONTENTS_LIST (object);
  GtkWidget *child;

  steppe_contents_list_set_focus (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->model);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (steppe_contents_list_parent_class)->dispose (object);
}

static void
steppe_contents_list_class_init (SteppeContentsListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = steppe_contents_list_get_property;
  object_class->set_property = steppe_contents_list_set_property;
  object_class->dispose = steppe_contents_list_dispose;

  properties[PROP_FOCUS] = g_param_spec_object ("focus", NULL, NULL, STEPPE_TYPE_FOCUS,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_GROUPING] = g_param_spec_enum ("grouping", NULL, NULL, STEPPE_TYPE_CONTENTS_GROUPING, STEPPE_CONTENTS_BY_DATE,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SteppeContentsList::activated:
   * @self: the list
   * @event: an event, which is selected now
   *
   * The reader wants to read about an event.
   */
  signals[ACTIVATED] = g_signal_new ("activated", STEPPE_TYPE_CONTENTS_LIST, G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 1, STEPPE_TYPE_ITEM);

  gtk_widget_class_set_css_name (widget_class, "contents");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
create_list_view (SteppeContentsList *self)
{
  GtkWidget *list_view;

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);

  list_view = gtk_list_view_new (GTK_SELECTION_MODEL (self->selection),
                                 steppe_list_factory_new (self, G_CALLBACK (setup_row_cb), G_CALLBACK (bind_row_cb)));
  self->list_view = GTK_LIST_VIEW (list_view);
  gtk_list_view_set_header_factory (self->list_view, steppe_list_factory_new (self, G_CALLBACK (setup_header_cb), G_CALLBACK (bind_header_cb)));
  gtk_list_view_set_tab_behavior (self->list_view, GTK_LIST_TAB_ITEM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list_view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Events"), -1);
  gtk_widget_add_css_class (list_view, "navigation-sidebar");
  g_signal_connect_object (list_view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  return list_view;
}

static GtkWidget *
create_hidden_bar (SteppeContentsList *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *button = gtk_button_new_with_label (_ ("Show All"));

  self->hidden_label = GTK_LABEL (label);
  gtk_label_set_xalign (self->hidden_label, 0);
  gtk_label_set_wrap (self->hidden_label, TRUE);
  gtk_widget_set_margin_start (label, 6);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (bar, "hidden");
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_all_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), label);
  gtk_box_append (GTK_BOX (bar), button);
  gtk_widget_set_visible (bar, FALSE);
  return bar;
}

static void
steppe_contents_list_init (SteppeContentsList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *empty = gtk_label_new (NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->empty = GTK_LABEL (empty);
  gtk_label_set_wrap (self->empty, TRUE);
  gtk_widget_add_css_class (empty, "dimmed");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), create_list_view (self));

  self->hidden_bar = create_hidden_bar (self);
  gtk_widget_set_parent (self->hidden_bar, GTK_WIDGET (self));
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), empty, "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), scrolled, "list");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));

  self->foot = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->foot, 0);
  gtk_label_set_ellipsize (self->foot, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->foot), "foot");
  gtk_widget_add_css_class (GTK_WIDGET (self->foot), "dimmed");
  gtk_widget_set_parent (GTK_WIDGET (self->foot), GTK_WIDGET (self));
  update_counts (self);
}

/**
 * steppe_contents_list_get_focus:
 * @self: the list
 *
 * Returns: (transfer none) (nullable): what the reader looks at
 */
SteppeFocus *
steppe_contents_list_get_focus (SteppeContentsList *self)
{
  g_return_val_if_fail (STEPPE_IS_CONTENTS_LIST (self), NULL);

  return self->focus;
}

/**
 * steppe_contents_list_set_focus:
 * @self: the list
 * @focus: (nullable): what the reader looks at, shared by the panes of a window
 */
void
steppe_contents_list_set_focus (SteppeContentsList *self,
                                SteppeFocus *focus)
{
  g_return_if_fail (STEPPE_IS_CONTENTS_LIST (self));

  if (self->focus == focus)
    return;
  if (self->focus != NULL)
    g_signal_handlers_disconnect_by_data (self->focus, self);
  g_set_object (&self->focus, focus);
  if (focus != NULL)
    {
      g_signal_connect_object (focus, "notify::dossier", G_CALLBACK (show_dossier_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (focus, "notify::selected", G_CALLBACK (follow_selected_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (focus, "scope-changed", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
    }
  show_dossier_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOCUS]);
}

/**
 * steppe_contents_list_get_grouping:
 * @self: the list
 *
 * Returns: what its sections are
 */
SteppeContentsGrouping
steppe_contents_list_get_grouping (SteppeContentsList *self)
{
  g_return_val_if_fail (STEPPE_IS_CONTENTS_LIST (self), STEPPE_CONTENTS_BY_DATE);

  return self->grouping;
}

/**
 * steppe_contents_list_set_grouping:
 * @self: the list
 * @grouping: what its sections are to be
 */
void
steppe_contents_list_set_grouping (SteppeContentsList *self,
                                   SteppeContentsGrouping grouping)
{
  g_return_if_fail (STEPPE_IS_CONTENTS_LIST (self));

  if (self->grouping == grouping)
    return;
  self->grouping = grouping;
  show_dossier_cb (self);
  if (self->focus != NULL)
    select_followed (self, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROUPING]);
}
