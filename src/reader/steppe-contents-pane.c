/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "reader/steppe-contents-pane.h"

#include "model/steppe-narrative.h"
#include "reader/steppe-contents-list.h"
#include "reader/steppe-filter-bar.h"
#include "reader/steppe-search-list.h"

/**
 * SteppeContentsPane:
 *
 * The contents of the dossier, what they are filtered by, and a search that takes their place while it lasts. Typing in
 * the contents begins one.
 *
 * Signals: [signal@ContentsPane::activated], [signal@ContentsPane::passage-chosen].
 */
struct _SteppeContentsPane
{
  GtkWidget parent_instance;

  SteppeFocus *focus;
  SteppeContentsGrouping grouping;
  gboolean searching;

  GtkSearchBar *search_bar;
  GtkSearchEntry *entry;
  SteppeFilterBar *filter_bar;
  GtkStack *stack;
  SteppeContentsList *contents_list;
  SteppeSearchList *search_list;
};

G_DEFINE_FINAL_TYPE (SteppeContentsPane, steppe_contents_pane, GTK_TYPE_WIDGET)

enum
{
  PROP_FOCUS = 1,
  PROP_GROUPING,
  PROP_SEARCHING,
  N_PROPS
};

enum
{
  ACTIVATED,
  PASSAGE_CHOSEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* The contents stay until there is something to search for. */
static void
update_stack (SteppeContentsPane *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  gtk_stack_set_visible_child_name (self->stack, self->searching && *query != '\0' ? "results" : "contents");
}

static void
search_changed_cb (SteppeContentsPane *self)
{
  steppe_search_list_search (self->search_list, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  update_stack (self);
}

static void
entry_activated_cb (SteppeContentsPane *self)
{
  search_changed_cb (self);
  steppe_search_list_activate_first (self->search_list);
}

static void
next_match_cb (SteppeContentsPane *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->search_list), GTK_DIR_TAB_FORWARD);
}

static void
stop_search_cb (SteppeContentsPane *self)
{
  steppe_contents_pane_set_searching (self, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self->contents_list), GTK_DIR_TAB_FORWARD);
}

static void
activated_cb (SteppeContentsPane *self,
              SteppeItem *item)
{
  g_signal_emit (self, signals[ACTIVATED], 0, item);
}

static void
passage_chosen_cb (SteppeContentsPane *self,
                   SteppeNarrative *narrative,
                   int passage)
{
  g_signal_emit (self, signals[PASSAGE_CHOSEN], 0, narrative, passage, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

/* Down goes from the entry to what was found, as it does in other lists below an entry. */
static gboolean
entry_key_cb (SteppeContentsPane *self,
              guint keyval,
              guint keycode,
              GdkModifierType state)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

/* Escape ends the search from among the results as well. */
static gboolean
stack_key_cb (SteppeContentsPane *self,
              guint keyval,
              guint keycode,
              GdkModifierType state)
{
  if (keyval != GDK_KEY_Escape || !self->searching)
    return GDK_EVENT_PROPAGATE;
  stop_search_cb (self);
  return GDK_EVENT_STOP;
}

static void
add_key_handler (SteppeContentsPane *self,
                 GtkWidget *widget,
                 GtkPropagationPhase phase,
                 GCallback handler)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, phase);
  g_signal_connect_swapped (keys, "key-pressed", handler, self);
  gtk_widget_add_controller (widget, keys);
}

static void
steppe_contents_pane_get_property (GObject *object,
                                   guint prop_id,
                                   GValue *value,
                                   GParamSpec *pspec)
{
  SteppeContentsPane *self = STEPPE_CONTENTS_PANE (object);

  switch (prop_id)
    {
    case PROP_FOCUS:
      g_value_set_object (value, self->focus);
      break;
    case PROP_GROUPING:
      g_value_set_enum (value, self->grouping);
      break;
    case PROP_SEARCHING:
      g_value_set_boolean (value, self->searching);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_contents_pane_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  SteppeContentsPane *self = STEPPE_CONTENTS_PANE (object);

  switch (prop_id)
    {
    case PROP_FOCUS:
      steppe_contents_pane_set_focus (self, g_value_get_object (value));
      break;
    case PROP_GROUPING:
      steppe_contents_pane_set_grouping (self, g_value_get_enum (value));
      break;
    case PROP_SEARCHING:
      steppe_contents_pane_set_searching (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_contents_pane_dispose (GObject *object)
{
  SteppeContentsPane *self = STEPPE_CONTENTS_PANE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), STEPPE_TYPE_CONTENTS_PANE);
  g_clear_object (&self->focus);

  G_OBJECT_CLASS (steppe_contents_pane_parent_class)->dispose (object);
}

static void
install_signals (void)
{
  /**
   * SteppeContentsPane::activated:
   * @self: the pane
   * @item: an item, which is selected now
   *
   * The reader wants to read about an item.
   */
  signals[ACTIVATED] = g_signal_new ("activated", STEPPE_TYPE_CONTENTS_PANE, G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 1, STEPPE_TYPE_ITEM);
  /**
   * SteppeContentsPane::passage-chosen:
   * @self: the pane
   * @narrative: a narrative
   * @passage: which of its blocks
   * @query: what the reader searched for
   *
   * The reader wants to see a passage.
   */
  signals[PASSAGE_CHOSEN] = g_signal_new ("passage-chosen", STEPPE_TYPE_CONTENTS_PANE, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 3, STEPPE_TYPE_NARRATIVE, G_TYPE_INT, G_TYPE_STRING);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, STEPPE_RESOURCE_BASE "/steppe-contents-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SteppeContentsPane, search_bar);
  gtk_widget_class_bind_template_child (widget_class, SteppeContentsPane, entry);
  gtk_widget_class_bind_template_child (widget_class, SteppeContentsPane, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, SteppeContentsPane, stack);
  gtk_widget_class_bind_template_child (widget_class, SteppeContentsPane, contents_list);
  gtk_widget_class_bind_template_child (widget_class, SteppeContentsPane, search_list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, passage_chosen_cb);
}

static void
steppe_contents_pane_class_init (SteppeContentsPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  g_type_ensure (STEPPE_TYPE_CONTENTS_LIST);
  g_type_ensure (STEPPE_TYPE_FILTER_BAR);
  g_type_ensure (STEPPE_TYPE_SEARCH_LIST);

  object_class->get_property = steppe_contents_pane_get_property;
  object_class->set_property = steppe_contents_pane_set_property;
  object_class->dispose = steppe_contents_pane_dispose;

  properties[PROP_FOCUS] = g_param_spec_object ("focus", NULL, NULL, STEPPE_TYPE_FOCUS, flags);
  properties[PROP_GROUPING] = g_param_spec_enum ("grouping", NULL, NULL, STEPPE_TYPE_CONTENTS_GROUPING, STEPPE_CONTENTS_BY_DATE, flags);
  properties[PROP_SEARCHING] = g_param_spec_boolean ("searching", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  install_signals ();
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
steppe_contents_pane_init (SteppeContentsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->entry));
  gtk_search_bar_set_key_capture_widget (self->search_bar, GTK_WIDGET (self->stack));
  add_key_handler (self, GTK_WIDGET (self->entry), GTK_PHASE_CAPTURE, G_CALLBACK (entry_key_cb));
  add_key_handler (self, GTK_WIDGET (self->stack), GTK_PHASE_BUBBLE, G_CALLBACK (stack_key_cb));
}

/**
 * steppe_contents_pane_get_focus:
 * @self: the pane
 *
 * Returns: (transfer none) (nullable): what the reader looks at
 */
SteppeFocus *
steppe_contents_pane_get_focus (SteppeContentsPane *self)
{
  g_return_val_if_fail (STEPPE_IS_CONTENTS_PANE (self), NULL);

  return self->focus;
}

/**
 * steppe_contents_pane_set_focus:
 * @self: the pane
 * @focus: (nullable): what the reader looks at, shared by the panes of a window
 */
void
steppe_contents_pane_set_focus (SteppeContentsPane *self,
                                SteppeFocus *focus)
{
  g_return_if_fail (STEPPE_IS_CONTENTS_PANE (self));

  if (g_set_object (&self->focus, focus))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOCUS]);
}

/**
 * steppe_contents_pane_get_grouping:
 * @self: the pane
 *
 * Returns: what the sections of the contents are
 */
SteppeContentsGrouping
steppe_contents_pane_get_grouping (SteppeContentsPane *self)
{
  g_return_val_if_fail (STEPPE_IS_CONTENTS_PANE (self), STEPPE_CONTENTS_BY_DATE);

  return self->grouping;
}

/**
 * steppe_contents_pane_set_grouping:
 * @self: the pane
 * @grouping: what the sections of the contents are to be
 */
void
steppe_contents_pane_set_grouping (SteppeContentsPane *self,
                                   SteppeContentsGrouping grouping)
{
  g_return_if_fail (STEPPE_IS_CONTENTS_PANE (self));

  if (self->grouping == grouping)
    return;
  self->grouping = grouping;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROUPING]);
}

/**
 * steppe_contents_pane_get_searching:
 * @self: the pane
 *
 * Returns: whether the reader can type what to search for
 */
gboolean
steppe_contents_pane_get_searching (SteppeContentsPane *self)
{
  g_return_val_if_fail (STEPPE_IS_CONTENTS_PANE (self), FALSE);

  return self->searching;
}

/**
 * steppe_contents_pane_set_searching:
 * @self: the pane
 * @searching: whether the reader is to type what to search for
 */
void
steppe_contents_pane_set_searching (SteppeContentsPane *self,
                                    gboolean searching)
{
  g_return_if_fail (STEPPE_IS_CONTENTS_PANE (self));

  if (self->searching == !!searching)
    return;
  self->searching = !!searching;
  if (self->searching)
    steppe_search_list_prepare (self->search_list);
  update_stack (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
}

/**
 * steppe_contents_pane_begin_search:
 * @self: the pane
 *
 * Lets the reader type what to search for, in place of what was typed before.
 */
void
steppe_contents_pane_begin_search (SteppeContentsPane *self)
{
  g_return_if_fail (STEPPE_IS_CONTENTS_PANE (self));

  steppe_contents_pane_set_searching (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}
