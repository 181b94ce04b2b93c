/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "reader/steppe-reader-view.h"

#include <adwaita.h>

#include "reader/steppe-item-card.h"
#include "reader/steppe-item-page.h"
#include "reader/steppe-narrative-view.h"
#include "reader/steppe-overview.h"
#include "widgets/steppe-link-dialog.h"

#define MIN_TEXT_SCALE 0.5
#define MAX_TEXT_SCALE 5.0

/**
 * SteppeReaderView:
 *
 * The reading pane: the narrative of a dossier, with the pages of items that the reader opens on
 * top of it. Where a dossier has no narrative, its title, summary and key facts stand in for it.
 *
 * Actions: `reader.open-page` with an id opens the page of an item, `reader.open-link` with a URI
 * a page of the web, after the reader has seen on which host.
 */
struct _SteppeReaderView
{
  GtkWidget parent_instance;

  SteppeFocus *focus;
  GSignalGroup *focus_signals;
  GSignalGroup *dossier_signals;
  char *font_family;
  double text_scale;
  gboolean opening; /* what is selected now, this view selects */

  AdwNavigationView *navigation;
  AdwNavigationPage *narrative_page;
  GtkWidget *chooser_bar;
  GtkDropDown *chooser;
  GtkStack *stack;
  SteppeNarrativeView *narrative_view;
  SteppeOverview *overview;
  GtkRevealer *card_revealer;
  SteppeItemCard *card;
};

G_DEFINE_FINAL_TYPE (SteppeReaderView, steppe_reader_view, GTK_TYPE_WIDGET)

enum
{
  PROP_FOCUS = 1,
  PROP_FONT_FAMILY,
  PROP_TEXT_SCALE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static SteppeDossier *
get_dossier (SteppeReaderView *self)
{
  return self->focus != NULL ? steppe_focus_get_dossier (self->focus) : NULL;
}

static GListModel *
get_narratives (SteppeReaderView *self)
{
  SteppeDossier *dossier = get_dossier (self);

  return dossier != NULL ? steppe_dossier_get_items (dossier, STEPPE_ITEM_NARRATIVE) : NULL;
}

/* What is selected */

static void
update_card (SteppeReaderView *self)
{
  SteppeItem *selected = self->focus != NULL ? steppe_focus_get_selected (self->focus) : NULL;
  gboolean reads = steppe_narrative_view_get_narrative (self->narrative_view) != NULL;

  steppe_item_card_set_mentioned (self->card, !reads || steppe_narrative_view_mentions (self->narrative_view, selected));
  gtk_revealer_set_reveal_child (self->card_revealer, selected != NULL);
}

/* The card may have come over the mention of what it tells about. */
static void
card_revealed_cb (SteppeReaderView *self)
{
  if (gtk_revealer_get_child_revealed (self->card_revealer))
    steppe_narrative_view_show_selected (self->narrative_view);
}

static void
select_item (SteppeReaderView *self,
             SteppeItem *item)
{
  self->opening = TRUE;
  steppe_focus_set_selected (self->focus, item);
  self->opening = FALSE;
}

static void
page_opens_item_cb (SteppeReaderView *self,
                    SteppeItem *item)
{
  steppe_reader_view_open_page (self, item);
}

static AdwNavigationPage *
create_page (SteppeReaderView *self,
             SteppeItem *item)
{
  AdwNavigationPage *page = steppe_item_page_new (self->focus, item);

  g_signal_connect_object (page, "open-item", G_CALLBACK (page_opens_item_cb), self, G_CONNECT_SWAPPED);
  return page;
}

/* A page that is open shows what is selected, wherever it was; the way back stays as long as it
 * was. */
static void
turn_page (SteppeReaderView *self,
           SteppeItem *item)
{
  GListModel *stack = adw_navigation_view_get_navigation_stack (self->navigation);
  g_autoptr (GListModel) owned = stack;
  guint n_pages = g_list_model_get_n_items (stack);
  g_autofree AdwNavigationPage **pages = g_new (AdwNavigationPage *, n_pages);

  for (guint i = 0; i + 1 < n_pages; i++)
    {
      g_autoptr (AdwNavigationPage) page = g_list_model_get_item (stack, i);

      pages[i] = page;
    }
  pages[n_pages - 1] = create_page (self, item);
  adw_navigation_view_replace (self->navigation, pages, n_pages);
}

static void
selected_changed_cb (SteppeReaderView *self)
{
  SteppeItem *selected = steppe_focus_get_selected (self->focus);
  SteppeItem *shown = steppe_reader_view_get_page_item (self);

  update_card (self);
  if (!self->opening && shown != NULL && selected != NULL && selected != shown)
    turn_page (self, selected);
}

static void
popped_cb (SteppeReaderView *self)
{
  SteppeItem *shown = steppe_reader_view_get_page_item (self);

  if (shown != NULL)
    select_item (self, shown);
}

/* What is read */

static void
show_narrative (SteppeReaderView *self,
                SteppeNarrative *narrative)
{
  const char *title = "";

  if (narrative != NULL)
    title = steppe_dossier_resolve (get_dossier (self), steppe_item_get_name (STEPPE_ITEM (narrative)));
  steppe_narrative_view_set_narrative (self->narrative_view, narrative);
  if (*title != '\0')
    adw_navigation_page_set_title (self->narrative_page, title);
  update_card (self);
}

static void
narrative_chosen_cb (SteppeReaderView *self)
{
  GListModel *narratives = get_narratives (self);
  g_autoptr (SteppeNarrative) narrative = NULL;

  if (narratives != NULL)
    narrative = g_list_model_get_item (narratives, gtk_drop_down_get_selected (self->chooser));
  show_narrative (self, narrative);
}

static void
update_chooser (SteppeReaderView *self)
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
update_stack (SteppeReaderView *self)
{
  GListModel *narratives = get_narratives (self);
  const char *name = "empty";

  if (narratives != NULL)
    name = g_list_model_get_n_items (narratives) > 0 ? "narrative" : "overview";
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
content_changed_cb (SteppeReaderView *self)
{
  update_chooser (self);
  update_stack (self);
  narrative_chosen_cb (self);
}

static void
dossier_changed_cb (SteppeReaderView *self)
{
  g_signal_group_set_target (self->dossier_signals, get_dossier (self));
  self->opening = TRUE;
  adw_navigation_view_pop_to_page (self->navigation, self->narrative_page);
  self->opening = FALSE;
  content_changed_cb (self);
}

/* Actions */

static void
open_page_cb (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  SteppeReaderView *self = STEPPE_READER_VIEW (widget);
  SteppeDossier *dossier = get_dossier (self);
  SteppeItem *item = NULL;

  if (dossier != NULL)
    item = steppe_dossier_lookup (dossier, g_variant_get_string (parameter, NULL));
  if (item != NULL && steppe_item_get_kind (item) != STEPPE_ITEM_NARRATIVE)
    steppe_reader_view_open_page (self, item);
}

static void
open_link_cb (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  steppe_link_dialog_open (widget, g_variant_get_string (parameter, NULL));
}

static void
steppe_reader_view_get_property (GObject *object,
                                 guint prop_id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  SteppeReaderView *self = STEPPE_READER_VIEW (object);

  switch (prop_id)
    {
    case PROP_FOCUS:
      g_value_set_object (value, self->focus);
      break;
    case PROP_FONT_FAMILY:
      g_value_set_string (value, self->font_family);
      break;
    case PROP_TEXT_SCALE:
      g_value_set_double (value, self->text_scale);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_reader_view_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  SteppeReaderView *self = STEPPE_READER_VIEW (object);

  switch (prop_id)
    {
    case PROP_FOCUS:
      steppe_reader_view_set_focus (self, g_value_get_object (value));
      break;
    case PROP_FONT_FAMILY:
      steppe_reader_view_set_font_family (self, g_value_get_string (value));
      break;
    case PROP_TEXT_SCALE:
      steppe_reader_view_set_text_scale (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_reader_view_dispose (GObject *object)
{
  SteppeReaderView *self = STEPPE_READER_VIEW (object);

  g_clear_object (&self->focus_signals);
  g_clear_object (&self->dossier_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), STEPPE_TYPE_READER_VIEW);
  g_clear_object (&self->focus);

  G_OBJECT_CLASS (steppe_reader_view_parent_class)->dispose (object);
}

static void
steppe_reader_view_finalize (GObject *object)
{
  g_free (STEPPE_READER_VIEW (object)->font_family);

  G_OBJECT_CLASS (steppe_reader_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, STEPPE_RESOURCE_BASE "/steppe-reader-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SteppeReaderView, navigation);
  gtk_widget_class_bind_template_child (widget_class, SteppeReaderView, narrative_page);
  gtk_widget_class_bind_template_child (widget_class, SteppeReaderView, chooser_bar);
  gtk_widget_class_bind_template_child (widget_class, SteppeReaderView, chooser);
  gtk_widget_class_bind_template_child (widget_class, SteppeReaderView, stack);
  gtk_widget_class_bind_template_child (widget_class, SteppeReaderView, narrative_view);
  gtk_widget_class_bind_template_child (widget_class, SteppeReaderView, overview);
  gtk_widget_class_bind_template_child (widget_class, SteppeReaderView, card_revealer);
  gtk_widget_class_bind_template_child (widget_class, SteppeReaderView, card);
  gtk_widget_class_bind_template_callback (widget_class, card_revealed_cb);
  gtk_widget_class_bind_template_callback (widget_class, popped_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrative_chosen_cb);
}

static void
steppe_reader_view_class_init (SteppeReaderViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  g_type_ensure (STEPPE_TYPE_ITEM_CARD);
  g_type_ensure (STEPPE_TYPE_NARRATIVE_VIEW);
  g_type_ensure (STEPPE_TYPE_OVERVIEW);

  object_class->get_property = steppe_reader_view_get_property;
  object_class->set_property = steppe_reader_view_set_property;
  object_class->dispose = steppe_reader_view_dispose;
  object_class->finalize = steppe_reader_view_finalize;

  properties[PROP_FOCUS] = g_param_spec_object ("focus", NULL, NULL, STEPPE_TYPE_FOCUS, flags);
  properties[PROP_FONT_FAMILY] = g_param_spec_string ("font-family", NULL, NULL, "serif", flags);
  properties[PROP_TEXT_SCALE] = g_param_spec_double ("text-scale", NULL, NULL, MIN_TEXT_SCALE, MAX_TEXT_SCALE, 1, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "reader");
  gtk_widget_class_install_action (widget_class, "reader.open-page", "s", open_page_cb);
  gtk_widget_class_install_action (widget_class, "reader.open-link", "s", open_link_cb);
}

static void
steppe_reader_view_init (SteppeReaderView *self)
{
  self->font_family = g_strdup ("serif");
  self->text_scale = 1;
  self->focus_signals = g_signal_group_new (STEPPE_TYPE_FOCUS);
  g_signal_group_connect_swapped (self->focus_signals, "notify::dossier", G_CALLBACK (dossier_changed_cb), self);
  g_signal_group_connect_swapped (self->focus_signals, "notify::selected", G_CALLBACK (selected_changed_cb), self);
  self->dossier_signals = g_signal_group_new (STEPPE_TYPE_DOSSIER);
  g_signal_group_connect_swapped (self->dossier_signals, "notify::languages", G_CALLBACK (content_changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * steppe_reader_view_get_focus:
 * @self: the pane
 *
 * Returns: (transfer none) (nullable): what the reader looks at
 */
SteppeFocus *
steppe_reader_view_get_focus (SteppeReaderView *self)
{
  g_return_val_if_fail (STEPPE_IS_READER_VIEW (self), NULL);

  return self->focus;
}

/**
 * steppe_reader_view_set_focus:
 * @self: the pane
 * @focus: (nullable): what the reader looks at, shared by the panes of a window
 */
void
steppe_reader_view_set_focus (SteppeReaderView *self,
                              SteppeFocus *focus)
{
  g_return_if_fail (STEPPE_IS_READER_VIEW (self));

  if (!g_set_object (&self->focus, focus))
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOCUS]);
  g_signal_group_set_target (self->focus_signals, focus);
  dossier_changed_cb (self);
}

/**
 * steppe_reader_view_get_font_family:
 * @self: the pane
 *
 * Returns: the font families of the narrative, as in CSS
 */
const char *
steppe_reader_view_get_font_family (SteppeReaderView *self)
{
  g_return_val_if_fail (STEPPE_IS_READER_VIEW (self), NULL);

  return self->font_family;
}

/**
 * steppe_reader_view_set_font_family:
 * @self: the pane
 * @font_family: the font families of the narrative, as in CSS
 */
void
steppe_reader_view_set_font_family (SteppeReaderView *self,
                                    const char *font_family)
{
  g_return_if_fail (STEPPE_IS_READER_VIEW (self) && font_family != NULL);

  if (g_set_str (&self->font_family, font_family))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FONT_FAMILY]);
}

/**
 * steppe_reader_view_get_text_scale:
 * @self: the pane
 *
 * Returns: the size of the narrative's text; 1 is the usual one
 */
double
steppe_reader_view_get_text_scale (SteppeReaderView *self)
{
  g_return_val_if_fail (STEPPE_IS_READER_VIEW (self), 1);

  return self->text_scale;
}

/**
 * steppe_reader_view_set_text_scale:
 * @self: the pane
 * @text_scale: the size of the narrative's text, from 0.5 to 5; 1 is the usual one
 */
void
steppe_reader_view_set_text_scale (SteppeReaderView *self,
                                   double text_scale)
{
  g_return_if_fail (STEPPE_IS_READER_VIEW (self));
  g_return_if_fail (text_scale >= MIN_TEXT_SCALE && text_scale <= MAX_TEXT_SCALE);

  if (self->text_scale == text_scale)
    return;
  self->text_scale = text_scale;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT_SCALE]);
}

/**
 * steppe_reader_view_open_page:
 * @self: the pane
 * @item: an item of the focus' dossier
 *
 * Selects @item and opens its page on top of what is shown.
 */
void
steppe_reader_view_open_page (SteppeReaderView *self,
                              SteppeItem *item)
{
  g_return_if_fail (STEPPE_IS_READER_VIEW (self) && STEPPE_IS_ITEM (item) && self->focus != NULL);

  select_item (self, item);
  if (steppe_reader_view_get_page_item (self) != item)
    adw_navigation_view_push (self->navigation, create_page (self, item));
}

/**
 * steppe_reader_view_get_page_item:
 * @self: the pane
 *
 * Returns: (transfer none) (nullable): the item whose page is shown, %NULL for the narrative
 */
SteppeItem *
steppe_reader_view_get_page_item (SteppeReaderView *self)
{
  AdwNavigationPage *page;

  g_return_val_if_fail (STEPPE_IS_READER_VIEW (self), NULL);

  page = adw_navigation_view_get_visible_page (self->navigation);
  return STEPPE_IS_ITEM_PAGE (page) ? steppe_item_page_get_item (STEPPE_ITEM_PAGE (page)) : NULL;
}
