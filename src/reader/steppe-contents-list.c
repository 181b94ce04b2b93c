/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "reader/steppe-contents-list.h"

#include <glib/gi18n.h>

#include "model/steppe-chronology.h"
#include "model/steppe-place.h"
#include "reader/steppe-contents-sections.h"
#include "widgets/steppe-event-row.h"

/**
 * SteppeContentsList:
 *
 * The events of the dossier in the order of time, under headings. What is selected here is
 * selected everywhere. Events without a date or a place are counted at the foot, for they are not
 * on the timeline or the map.
 *
 * Signals: [signal@ContentsList::activated].
 */
struct _SteppeContentsList
{
  GtkWidget parent_instance;

  GtkWidget *stack;
  GtkListView *list_view;
  GtkSingleSelection *selection;
  GtkLabel *foot;

  SteppeFocus *focus;
  SteppeDossier *dossier;
  SteppeContentsStep step;
  gboolean following; /* the selection is being set from the focus */
};

G_DEFINE_FINAL_TYPE (SteppeContentsList, steppe_contents_list, GTK_TYPE_WIDGET)

enum
{
  PROP_FOCUS = 1,
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
  steppe_event_row_bind (list_item, self->dossier, FALSE);
}

static void
setup_row_cb (SteppeContentsList *self,
              GtkListItem *list_item)
{
  steppe_event_row_setup (list_item);
}

static GtkWidget *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "dimmed");
  return label;
}

static void
setup_header_cb (SteppeContentsList *self,
                 GtkListHeader *header)
{
  gtk_list_header_set_child (header, create_label ("heading"));
}

static void
bind_header_cb (SteppeContentsList *self,
                GtkListHeader *header)
{
  SteppeEvent *event = gtk_list_header_get_item (header);
  g_autofree char *heading = steppe_contents_step_describe (self->step, steppe_contents_step_get_section (self->step, event, self->dossier));

  gtk_label_set_text (GTK_LABEL (gtk_list_header_get_child (header)), heading);
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

static guint
find_item (SteppeContentsList *self,
           SteppeItem *item)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; STEPPE_IS_EVENT (item) && i < n_items; i++)
    {
      g_autoptr (SteppeItem) other = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (other == item)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
follow_selected_cb (SteppeContentsList *self)
{
  SteppeItem *item = steppe_focus_get_selected (self->focus);
  guint position;

  if (item != NULL && gtk_single_selection_get_selected_item (self->selection) == item)
    return;
  position = find_item (self, item);
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->following = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_NONE, NULL);
}

static int
compare_sections (gconstpointer a,
                  gconstpointer b,
                  gpointer user_data)
{
  SteppeContentsList *self = user_data;
  gint64 section_a = steppe_contents_step_get_section (self->step, (SteppeEvent *) a, self->dossier);
  gint64 section_b = steppe_contents_step_get_section (self->step, (SteppeEvent *) b, self->dossier);

  return section_a < section_b ? GTK_ORDERING_SMALLER : section_a > section_b ? GTK_ORDERING_LARGER
                                                                              : GTK_ORDERING_EQUAL;
}

static gboolean
is_placed (SteppeDossier *dossier,
           SteppeEvent *event)
{
  const char *const *places = steppe_event_get_places (event);

  for (guint i = 0; places != NULL && places[i] != NULL; i++)
    {
      SteppeItem *place = steppe_dossier_lookup (dossier, places[i]);

      if (STEPPE_IS_PLACE (place) && steppe_place_get_geometry (STEPPE_PLACE (place)) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
update_foot (SteppeContentsList *self,
             GPtrArray *chronology)
{
  guint n_undated = 0, n_unplaced = 0;
  g_autofree char *undated = NULL, *unplaced = NULL, *text = NULL;

  for (guint i = 0; i < chronology->len; i++)
    {
      SteppeEvent *event = g_ptr_array_index (chronology, i);

      n_undated += !steppe_event_is_dated (event);
      n_unplaced += !is_placed (self->dossier, event);
    }
  undated = g_strdup_printf (ngettext ("%u undated", "%u undated", n_undated), n_undated);
  unplaced = g_strdup_printf (ngettext ("%u unplaced", "%u unplaced", n_unplaced), n_unplaced);
  /* Translators: at the foot of the contents: how many events have no date, and how many no place */
  text = g_strdup_printf (_ ("%1$s · %2$s"), undated, unplaced);
  gtk_label_set_text (self->foot, n_undated == 0 ? unplaced : n_unplaced == 0 ? undated
                                                                              : text);
  gtk_widget_set_visible (GTK_WIDGET (self->foot), n_undated + n_unplaced > 0);
}

/* A list that gets its first items puts the first row at the top, and its heading out of sight. */
static gboolean
show_first_heading_cb (GtkWidget *widget,
                       GdkFrameClock *frame_clock,
                       gpointer user_data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));

  if (gtk_adjustment_get_upper (adjustment) <= gtk_adjustment_get_lower (adjustment))
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));
  return G_SOURCE_REMOVE;
}

static void
show_dossier_cb (SteppeContentsList *self)
{
  SteppeDossier *dossier = self->focus != NULL ? steppe_focus_get_dossier (self->focus) : NULL;
  g_autoptr (GPtrArray) chronology = NULL;
  GListStore *events;
  GtkSortListModel *sorted;

  g_set_object (&self->dossier, dossier);
  gtk_single_selection_set_model (self->selection, NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
  gtk_widget_set_visible (GTK_WIDGET (self->foot), FALSE);
  if (dossier == NULL)
    return;

  chronology = steppe_chronology_new (dossier);
  self->step = steppe_contents_step_choose (chronology, dossier);
  events = g_list_store_new (STEPPE_TYPE_EVENT);
  g_list_store_splice (events, 0, 0, chronology->pdata, chronology->len);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (events), NULL);
  gtk_sort_list_model_set_section_sorter (sorted, g_object_ref_sink (GTK_SORTER (gtk_custom_sorter_new (compare_sections, self, NULL))));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (sorted));
  g_object_unref (sorted);
  update_foot (self, chronology);
  if (chronology->len > 0)
    {
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "list");
      gtk_widget_add_tick_callback (GTK_WIDGET (self->list_view), show_first_heading_cb, NULL, NULL);
    }
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

static GtkListItemFactory *
create_factory (SteppeContentsList *self,
                GCallback setup,
                GCallback bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", setup, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", bind, self, G_CONNECT_SWAPPED);
  return factory;
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
                                 create_factory (self, G_CALLBACK (setup_row_cb), G_CALLBACK (bind_row_cb)));
  self->list_view = GTK_LIST_VIEW (list_view);
  gtk_list_view_set_header_factory (self->list_view, create_factory (self, G_CALLBACK (setup_header_cb), G_CALLBACK (bind_header_cb)));
  gtk_list_view_set_tab_behavior (self->list_view, GTK_LIST_TAB_ITEM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list_view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Events"), -1);
  gtk_widget_add_css_class (list_view, "navigation-sidebar");
  g_signal_connect_object (list_view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  return list_view;
}

static void
steppe_contents_list_init (SteppeContentsList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *empty = gtk_label_new (_ ("No events"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (empty, "dimmed");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), create_list_view (self));

  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), empty, "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), scrolled, "list");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));

  self->foot = GTK_LABEL (create_label ("foot"));
  gtk_widget_set_visible (GTK_WIDGET (self->foot), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->foot), GTK_WIDGET (self));
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
    }
  show_dossier_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOCUS]);
}
