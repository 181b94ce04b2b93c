/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "reader/steppe-narrative-page.h"

#include <glib/gi18n.h>

#include "model/steppe-fold.h"
#include "reader/steppe-item-card.h"
#include "reader/steppe-overview.h"

/**
 * SteppeNarrativePage:
 *
 * The narrative of a dossier, with a bar to find words in it and a card on what is selected. Where there are several, one
 * is chosen; where a dossier has none, its title, summary and key facts stand in for it.
 *
 * Actions: `narrative.find` lets the reader type what to find, `narrative.find-next` and `narrative.find-previous` go on,
 * `narrative.copy-with-source` copies the selected text with its sources.
 */
struct _SteppeNarrativePage
{
  AdwNavigationPage parent_instance;

  SteppeFocus *focus;
  GSignalGroup *focus_signals;
  GSignalGroup *dossier_signals;
  SteppeReadingStyle *style;

  GtkWidget *chooser_bar;
  GtkDropDown *chooser;
  GtkSearchBar *find_bar;
  GtkEditable *find_entry;
  GtkLabel *found_label;
  GtkWidget *previous_button;
  GtkWidget *next_button;
  guint n_found;
  GtkStack *stack;
  SteppeNarrativeView *narrative_view;
  GtkRevealer *card_revealer;
  SteppeItemCard *card;
};

G_DEFINE_FINAL_TYPE (SteppeNarrativePage, steppe_narrative_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  PROP_FOCUS = 1,
  PROP_STYLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static SteppeDossier *
get_dossier (SteppeNarrativePage *self)
{
  return self->focus != NULL ? steppe_focus_get_dossier (self->focus) : NULL;
}

static GListModel *
get_narratives (SteppeNarrativePage *self)
{
  SteppeDossier *dossier = get_dossier (self);

  return dossier != NULL ? steppe_dossier_get_items (dossier, STEPPE_ITEM_NARRATIVE) : NULL;
}

/* What is selected */

static void
update_card (SteppeNarrativePage *self)
{
  SteppeItem *selected = self->focus != NULL ? steppe_focus_get_selected (self->focus) : NULL;
  gboolean reads = steppe_narrative_view_get_narrative (self->narrative_view) != NULL;

  steppe_item_card_set_mentioned (self->card, !reads || steppe_narrative_view_mentions (self->narrative_view, selected));
  gtk_revealer_set_reveal_child (self->card_revealer, selected != NULL);
}

/* The card may have come over the mention of what it tells about. */
static void
card_revealed_cb (SteppeNarrativePage *self)
{
  if (gtk_revealer_get_child_revealed (self->card_revealer))
    steppe_narrative_view_show_selected (self->narrative_view);
}

/* Finding */

static void
show_found (SteppeNarrativePage *self,
            int step)
{
  guint here = steppe_narrative_view_show_found (self->narrative_view, step);
  /* Translators: which of the places where a word was found is shown, and how many there are */
  g_autofree char *words = here > 0 ? g_strdup_printf (_ ("%1$'u of %2$'u"), here, self->n_found) : NULL;
  gboolean searched = *gtk_editable_get_text (self->find_entry) != '\0';

  gtk_label_set_text (self->found_label, words != NULL ? words : searched ? _ ("Nothing found")
                                                                          : "");
  gtk_widget_set_sensitive (self->previous_button, self->n_found > 0);
  gtk_widget_set_sensitive (self->next_button, self->n_found > 0);
  if (searched)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->find_entry), gtk_label_get_text (self->found_label), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
find (SteppeNarrativePage *self)
{
  gboolean finding = gtk_search_bar_get_search_mode (self->find_bar);
  g_autofree char *phrase = steppe_fold (gtk_editable_get_text (self->find_entry));

  self->n_found = steppe_narrative_view_find (self->narrative_view, (const char *const[]) { finding && *phrase != '\0' ? phrase : NULL, NULL });
}

static void
find_changed_cb (SteppeNarrativePage *self)
{
  find (self);
  show_found (self, 0);
}

static void
find_next_cb (SteppeNarrativePage *self)
{
  show_found (self, 1);
}

static void
find_previous_cb (SteppeNarrativePage *self)
{
  show_found (self, -1);
}

static void
find_mode_cb (SteppeNarrativePage *self)
{
  if (gtk_search_bar_get_search_mode (self->find_bar))
    gtk_widget_grab_focus (GTK_WIDGET (self->find_entry));
  else
    find (self);
}

static void
stop_finding_cb (SteppeNarrativePage *self)
{
  gtk_search_bar_set_search_mode (self->find_bar, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->narrative_view));
}

/* What is read */

static void
show_narrative (SteppeNarrativePage *self,
                SteppeNarrative *narrative)
{
  const char *title = "";

  if (narrative != NULL)
    title = steppe_dossier_resolve (get_dossier (self), steppe_item_get_name (STEPPE_ITEM (narrative)));
  steppe_narrative_view_set_narrative (self->narrative_view, narrative);
  if (*title != '\0')
    adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  if (gtk_search_bar_get_search_mode (self->find_bar))
    find_changed_cb (self);
  update_card (self);
}

static void
narrative_chosen_cb (SteppeNarrativePage *self)
{
  GListModel *narratives = get_narratives (self);
  g_autoptr (SteppeNarrative) narrative = NULL;

  if (narratives != NULL)
    narrative = g_list_model_get_item (narratives, gtk_drop_down_get_selected (self->chooser));
  show_narrative (self, narrative);
}

static void
update_chooser (SteppeNarrativePage *self)
{
  SteppeDossier *dossier = get_dossier (self);
  GListModel *narratives = get_narratives (self);
  guint n_narratives = narratives != NULL ? g_list_model_get_n_items (narratives) : 0;
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_narratives; i++)
    {
      g_autoptr (SteppeItem) narrative = g_list_model_get_item (narratives, i);

      gtk_string_list_append (titles, steppe_dossier_resolve_name (dossier, narrative));
    }
  gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (titles));
  gtk_widget_set_visible (self->chooser_bar, n_narratives > 1);
}

static void
update_stack (SteppeNarrativePage *self)
{
  GListModel *narratives = get_narratives (self);
  const char *name = "empty";

  if (narratives != NULL)
    name = g_list_model_get_n_items (narratives) > 0 ? "narrative" : "overview";
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "narrative.find", g_str_equal (name, "narrative"));
}

static void
content_changed_cb (SteppeNarrativePage *self)
{
  update_chooser (self);
  update_stack (self);
  narrative_chosen_cb (self);
}

static void
dossier_changed_cb (SteppeNarrativePage *self)
{
  g_signal_group_set_target (self->dossier_signals, get_dossier (self));
  gtk_search_bar_set_search_mode (self->find_bar, FALSE);
  content_changed_cb (self);
}

/* Actions */

static void
find_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  SteppeNarrativePage *self = STEPPE_NARRATIVE_PAGE (widget);

  if (gtk_search_bar_get_search_mode (self->find_bar))
    gtk_widget_grab_focus (GTK_WIDGET (self->find_entry));
  else
    gtk_search_bar_set_search_mode (self->find_bar, TRUE);
}

static void
find_step_cb (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  SteppeNarrativePage *self = STEPPE_NARRATIVE_PAGE (widget);

  if (gtk_search_bar_get_search_mode (self->find_bar))
    show_found (self, g_str_has_suffix (name, "next") ? 1 : -1);
  else
    find_cb (widget, name, parameter);
}

static gboolean
copy_with_source (SteppeNarrativePage *self)
{
  g_autofree char *text = steppe_narrative_view_dup_selection (self->narrative_view);

  if (text == NULL)
    return GDK_EVENT_PROPAGATE;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.notify", "s", _ ("Copied with Sources"));
  return GDK_EVENT_STOP;
}

static void
copy_with_source_cb (GtkWidget *widget,
                     const char *name,
                     GVariant *parameter)
{
  copy_with_source (STEPPE_NARRATIVE_PAGE (widget));
}

/* Where no text is selected, the key copies the selected item. */
static gboolean
copy_key_cb (GtkWidget *widget,
             GVariant *arguments,
             gpointer user_data)
{
  return copy_with_source (STEPPE_NARRATIVE_PAGE (widget));
}

static void
selection_changed_cb (SteppeNarrativePage *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->narrative_view));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "narrative.copy-with-source", gtk_text_buffer_get_has_selection (buffer));
}

static void
steppe_narrative_page_get_property (GObject *object,
                                    guint prop_id,
                                    GValue *value,
                                    GParamSpec *pspec)
{
  SteppeNarrativePage *self = STEPPE_NARRATIVE_PAGE (object);

  switch (prop_id)
    {
    case PROP_FOCUS:
      g_value_set_object (value, self->focus);
      break;
    case PROP_STYLE:
      g_value_set_object (value, self->style);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_narrative_page_set_property (GObject *object,
                                    guint prop_id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  SteppeNarrativePage *self = STEPPE_NARRATIVE_PAGE (object);

  switch (prop_id)
    {
    case PROP_FOCUS:
      steppe_narrative_page_set_focus (self, g_value_get_object (value));
      break;
    case PROP_STYLE:
      steppe_narrative_page_set_style (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_narrative_page_dispose (GObject *object)
{
  SteppeNarrativePage *self = STEPPE_NARRATIVE_PAGE (object);

  g_clear_object (&self->focus_signals);
  g_clear_object (&self->dossier_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), STEPPE_TYPE_NARRATIVE_PAGE);
  g_clear_object (&self->style);
  g_clear_object (&self->focus);

  G_OBJECT_CLASS (steppe_narrative_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, STEPPE_RESOURCE_BASE "/steppe-narrative-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SteppeNarrativePage, chooser_bar);
  gtk_widget_class_bind_template_child (widget_class, SteppeNarrativePage, chooser);
  gtk_widget_class_bind_template_child (widget_class, SteppeNarrativePage, find_bar);
  gtk_widget_class_bind_template_child (widget_class, SteppeNarrativePage, find_entry);
  gtk_widget_class_bind_template_child (widget_class, SteppeNarrativePage, found_label);
  gtk_widget_class_bind_template_child (widget_class, SteppeNarrativePage, previous_button);
  gtk_widget_class_bind_template_child (widget_class, SteppeNarrativePage, next_button);
  gtk_widget_class_bind_template_child (widget_class, SteppeNarrativePage, stack);
  gtk_widget_class_bind_template_child (widget_class, SteppeNarrativePage, narrative_view);
  gtk_widget_class_bind_template_child (widget_class, SteppeNarrativePage, card_revealer);
  gtk_widget_class_bind_template_child (widget_class, SteppeNarrativePage, card);
  gtk_widget_class_bind_template_callback (widget_class, card_revealed_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrative_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_finding_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  const GdkModifierType control_shift = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  gtk_widget_class_install_action (widget_class, "narrative.find", NULL, find_cb);
  gtk_widget_class_install_action (widget_class, "narrative.find-next", NULL, find_step_cb);
  gtk_widget_class_install_action (widget_class, "narrative.find-previous", NULL, find_step_cb);
  gtk_widget_class_install_action (widget_class, "narrative.copy-with-source", NULL, copy_with_source_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "narrative.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "narrative.find-next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, control_shift, "narrative.find-previous", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, control_shift, copy_key_cb, NULL);
}

static void
steppe_narrative_page_class_init (SteppeNarrativePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  g_type_ensure (STEPPE_TYPE_ITEM_CARD);
  g_type_ensure (STEPPE_TYPE_NARRATIVE_VIEW);
  g_type_ensure (STEPPE_TYPE_OVERVIEW);

  object_class->get_property = steppe_narrative_page_get_property;
  object_class->set_property = steppe_narrative_page_set_property;
  object_class->dispose = steppe_narrative_page_dispose;

  properties[PROP_FOCUS] = g_param_spec_object ("focus", NULL, NULL, STEPPE_TYPE_FOCUS, flags);
  properties[PROP_STYLE] = g_param_spec_object ("style", NULL, NULL, STEPPE_TYPE_READING_STYLE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  bind_template (widget_class);
  install_actions (widget_class);
}

static void
add_menu (SteppeNarrativePage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("Copy with _Sources"), "narrative.copy-with-source");
  g_menu_append (menu, _ ("_Find in the Text…"), "narrative.find");
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self->narrative_view), G_MENU_MODEL (menu));
}

static void
steppe_narrative_page_init (SteppeNarrativePage *self)
{
  self->focus_signals = g_signal_group_new (STEPPE_TYPE_FOCUS);
  g_signal_group_connect_swapped (self->focus_signals, "notify::dossier", G_CALLBACK (dossier_changed_cb), self);
  g_signal_group_connect_swapped (self->focus_signals, "notify::selected", G_CALLBACK (update_card), self);
  self->dossier_signals = g_signal_group_new (STEPPE_TYPE_DOSSIER);
  g_signal_group_connect_swapped (self->dossier_signals, "notify::languages", G_CALLBACK (content_changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->find_bar, self->find_entry);
  add_menu (self);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->narrative_view)), "notify::has-selection",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  selection_changed_cb (self);
}

/**
 * steppe_narrative_page_get_focus:
 * @self: the page
 *
 * Returns: (transfer none) (nullable): what the reader looks at
 */
SteppeFocus *
steppe_narrative_page_get_focus (SteppeNarrativePage *self)
{
  g_return_val_if_fail (STEPPE_IS_NARRATIVE_PAGE (self), NULL);

  return self->focus;
}

/**
 * steppe_narrative_page_set_focus:
 * @self: the page
 * @focus: (nullable): what the reader looks at, shared by the panes of a window
 */
void
steppe_narrative_page_set_focus (SteppeNarrativePage *self,
                                 SteppeFocus *focus)
{
  g_return_if_fail (STEPPE_IS_NARRATIVE_PAGE (self));

  if (!g_set_object (&self->focus, focus))
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOCUS]);
  g_signal_group_set_target (self->focus_signals, focus);
  dossier_changed_cb (self);
}

/**
 * steppe_narrative_page_get_style:
 * @self: the page
 *
 * Returns: (transfer none) (nullable): how the text is set
 */
SteppeReadingStyle *
steppe_narrative_page_get_style (SteppeNarrativePage *self)
{
  g_return_val_if_fail (STEPPE_IS_NARRATIVE_PAGE (self), NULL);

  return self->style;
}

/**
 * steppe_narrative_page_set_style:
 * @self: the page
 * @style: (nullable): how the text is to be set; %NULL for the usual way
 */
void
steppe_narrative_page_set_style (SteppeNarrativePage *self,
                                 SteppeReadingStyle *style)
{
  g_return_if_fail (STEPPE_IS_NARRATIVE_PAGE (self));

  if (g_set_object (&self->style, style))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STYLE]);
}

/**
 * steppe_narrative_page_get_view:
 * @self: the page
 *
 * Returns: (transfer none): what shows the text
 */
SteppeNarrativeView *
steppe_narrative_page_get_view (SteppeNarrativePage *self)
{
  g_return_val_if_fail (STEPPE_IS_NARRATIVE_PAGE (self), NULL);

  return self->narrative_view;
}

/**
 * steppe_narrative_page_choose:
 * @self: the page
 * @narrative: a narrative of the focus' dossier
 *
 * Shows it.
 */
void
steppe_narrative_page_choose (SteppeNarrativePage *self,
                              SteppeNarrative *narrative)
{
  GListModel *narratives = get_narratives (self);

  g_return_if_fail (STEPPE_IS_NARRATIVE_PAGE (self) && STEPPE_IS_NARRATIVE (narrative));

  for (guint i = 0; narratives != NULL && i < g_list_model_get_n_items (narratives); i++)
    {
      g_autoptr (SteppeNarrative) other = g_list_model_get_item (narratives, i);

      if (other == narrative)
        gtk_drop_down_set_selected (self->chooser, i);
    }
}
