/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "reader/steppe-reader-view.h"

#include "reader/steppe-item-page.h"
#include "reader/steppe-narrative-page.h"
#include "reader/steppe-statements-page.h"
#include "widgets/steppe-link-dialog.h"

/**
 * SteppeReaderView:
 *
 * The reading pane: the narrative of a dossier, with the pages of items and that of who says what, which the reader opens,
 * on top of it. The reader can go back and forward among them.
 *
 * Actions: `reader.open-page` with an id opens the page of an item, `reader.open-link` with a URI a page of the web, after
 * the reader has seen on which host; `reader.forward` opens again what was gone back from.
 */
struct _SteppeReaderView
{
  GtkWidget parent_instance;

  SteppeFocus *focus;
  GSignalGroup *focus_signals;
  SteppeReadingStyle *style;
  gboolean following;
  gboolean opening; /* what is selected now, this view selects */
  GPtrArray *ahead; /* of AdwNavigationPage: what was gone back from, the nearest last */

  AdwNavigationView *navigation;
  SteppeNarrativePage *narrative_page;
};

G_DEFINE_FINAL_TYPE (SteppeReaderView, steppe_reader_view, GTK_TYPE_WIDGET)

enum
{
  PROP_FOCUS = 1,
  PROP_STYLE,
  PROP_FOLLOWING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static SteppeDossier *
get_dossier (SteppeReaderView *self)
{
  return self->focus != NULL ? steppe_focus_get_dossier (self->focus) : NULL;
}

static SteppeNarrativeView *
get_narrative_view (SteppeReaderView *self)
{
  return steppe_narrative_page_get_view (self->narrative_page);
}

/* Pages */

static void
update_ahead (SteppeReaderView *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.forward", self->ahead->len > 0);
}

static void
forget_ahead (SteppeReaderView *self)
{
  g_ptr_array_set_size (self->ahead, 0);
  update_ahead (self);
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
  g_autoptr (GListModel) stack = adw_navigation_view_get_navigation_stack (self->navigation);
  guint n_pages = g_list_model_get_n_items (stack);
  g_autofree AdwNavigationPage **pages = g_new (AdwNavigationPage *, n_pages);

  for (guint i = 0; i + 1 < n_pages; i++)
    {
      g_autoptr (AdwNavigationPage) page = g_list_model_get_item (stack, i);

      pages[i] = page;
    }
  pages[n_pages - 1] = create_page (self, item);
  adw_navigation_view_replace (self->navigation, pages, n_pages);
  forget_ahead (self);
}

static void
selected_changed_cb (SteppeReaderView *self)
{
  SteppeItem *selected = steppe_focus_get_selected (self->focus);
  SteppeItem *shown = steppe_reader_view_get_page_item (self);

  if (!self->opening && shown != NULL && selected != NULL && selected != shown)
    turn_page (self, selected);
}

static void
select_shown (SteppeReaderView *self)
{
  SteppeItem *shown = steppe_reader_view_get_page_item (self);

  if (shown != NULL)
    select_item (self, shown);
}

static void
popped_cb (SteppeReaderView *self,
           AdwNavigationPage *page)
{
  g_ptr_array_add (self->ahead, g_object_ref (page));
  update_ahead (self);
  select_shown (self);
}

/* Going forward pushes what is ahead; anything else begins another way. */
static void
pushed_cb (SteppeReaderView *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  if (self->ahead->len > 0 && g_ptr_array_index (self->ahead, self->ahead->len - 1) == (gpointer) page)
    g_ptr_array_set_size (self->ahead, (int) self->ahead->len - 1);
  else
    g_ptr_array_set_size (self->ahead, 0);
  update_ahead (self);
  select_shown (self);
}

static AdwNavigationPage *
get_next_page_cb (AdwNavigationView *navigation,
                  SteppeReaderView *self)
{
  return self->ahead->len > 0 ? g_object_ref (g_ptr_array_index (self->ahead, self->ahead->len - 1)) : NULL;
}

static void
dossier_changed_cb (SteppeReaderView *self)
{
  self->opening = TRUE;
  adw_navigation_view_pop_to_page (self->navigation, ADW_NAVIGATION_PAGE (self->narrative_page));
  self->opening = FALSE;
  forget_ahead (self);
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
forward_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  SteppeReaderView *self = STEPPE_READER_VIEW (widget);

  adw_navigation_view_push (self->navigation, g_ptr_array_index (self->ahead, self->ahead->len - 1));
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
    case PROP_STYLE:
      g_value_set_object (value, self->style);
      break;
    case PROP_FOLLOWING:
      g_value_set_boolean (value, self->following);
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
    case PROP_STYLE:
      steppe_reader_view_set_style (self, g_value_get_object (value));
      break;
    case PROP_FOLLOWING:
      steppe_reader_view_set_following (self, g_value_get_boolean (value));
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
  g_clear_pointer (&self->ahead, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), STEPPE_TYPE_READER_VIEW);
  g_clear_object (&self->style);
  g_clear_object (&self->focus);

  G_OBJECT_CLASS (steppe_reader_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, STEPPE_RESOURCE_BASE "/steppe-reader-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SteppeReaderView, navigation);
  gtk_widget_class_bind_template_child (widget_class, SteppeReaderView, narrative_page);
  gtk_widget_class_bind_template_callback (widget_class, popped_cb);
  gtk_widget_class_bind_template_callback (widget_class, pushed_cb);
  gtk_widget_class_bind_template_callback (widget_class, get_next_page_cb);
}

static void
steppe_reader_view_class_init (SteppeReaderViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  g_type_ensure (STEPPE_TYPE_NARRATIVE_PAGE);

  object_class->get_property = steppe_reader_view_get_property;
  object_class->set_property = steppe_reader_view_set_property;
  object_class->dispose = steppe_reader_view_dispose;

  properties[PROP_FOCUS] = g_param_spec_object ("focus", NULL, NULL, STEPPE_TYPE_FOCUS, flags);
  properties[PROP_STYLE] = g_param_spec_object ("style", NULL, NULL, STEPPE_TYPE_READING_STYLE, flags);
  properties[PROP_FOLLOWING] = g_param_spec_boolean ("following", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "reader");
  gtk_widget_class_install_action (widget_class, "reader.open-page", "s", open_page_cb);
  gtk_widget_class_install_action (widget_class, "reader.open-link", "s", open_link_cb);
  gtk_widget_class_install_action (widget_class, "reader.forward", NULL, forward_cb);
}

/* Following moves map and timeline, which readers who want less motion do not want to happen by itself. */
static void
update_following (SteppeReaderView *self)
{
  gboolean animated;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animated, NULL);
  steppe_narrative_view_follow (get_narrative_view (self), self->following && animated);
}

static void
steppe_reader_view_init (SteppeReaderView *self)
{
  self->ahead = g_ptr_array_new_with_free_func (g_object_unref);
  self->focus_signals = g_signal_group_new (STEPPE_TYPE_FOCUS);
  g_signal_group_connect_swapped (self->focus_signals, "notify::dossier", G_CALLBACK (dossier_changed_cb), self);
  g_signal_group_connect_swapped (self->focus_signals, "notify::selected", G_CALLBACK (selected_changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  update_ahead (self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-enable-animations",
                           G_CALLBACK (update_following), self, G_CONNECT_SWAPPED);
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
 * steppe_reader_view_get_style:
 * @self: the pane
 *
 * Returns: (transfer none) (nullable): how the narrative is set
 */
SteppeReadingStyle *
steppe_reader_view_get_style (SteppeReaderView *self)
{
  g_return_val_if_fail (STEPPE_IS_READER_VIEW (self), NULL);

  return self->style;
}

/**
 * steppe_reader_view_set_style:
 * @self: the pane
 * @style: (nullable): how the narrative is to be set; %NULL for the usual way
 */
void
steppe_reader_view_set_style (SteppeReaderView *self,
                              SteppeReadingStyle *style)
{
  g_return_if_fail (STEPPE_IS_READER_VIEW (self));

  if (g_set_object (&self->style, style))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STYLE]);
}

/**
 * steppe_reader_view_get_following:
 * @self: the pane
 *
 * Returns: whether the reader wants map and timeline to follow what is read
 */
gboolean
steppe_reader_view_get_following (SteppeReaderView *self)
{
  g_return_val_if_fail (STEPPE_IS_READER_VIEW (self), FALSE);

  return self->following;
}

/**
 * steppe_reader_view_set_following:
 * @self: the pane
 * @following: whether map and timeline are to follow what is read; while animations are off they do not
 */
void
steppe_reader_view_set_following (SteppeReaderView *self,
                                  gboolean following)
{
  g_return_if_fail (STEPPE_IS_READER_VIEW (self));

  if (self->following == !!following)
    return;
  self->following = !!following;
  update_following (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLLOWING]);
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
 * steppe_reader_view_open_statements:
 * @self: the pane, whose focus has a dossier
 *
 * Opens the page of who says what.
 */
void
steppe_reader_view_open_statements (SteppeReaderView *self)
{
  AdwNavigationPage *page;

  g_return_if_fail (STEPPE_IS_READER_VIEW (self) && get_dossier (self) != NULL);

  if (STEPPE_IS_STATEMENTS_PAGE (adw_navigation_view_get_visible_page (self->navigation)))
    return;
  page = steppe_statements_page_new (self->focus);
  g_signal_connect_object (page, "open-item", G_CALLBACK (page_opens_item_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->navigation, page);
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

/**
 * steppe_reader_view_show_passage:
 * @self: the pane
 * @narrative: a narrative of the focus' dossier
 * @passage: which of its blocks
 *
 * Goes back to the narratives, and to a passage of one.
 */
void
steppe_reader_view_show_passage (SteppeReaderView *self,
                                 SteppeNarrative *narrative,
                                 guint passage)
{
  g_return_if_fail (STEPPE_IS_READER_VIEW (self) && STEPPE_IS_NARRATIVE (narrative));

  adw_navigation_view_pop_to_page (self->navigation, ADW_NAVIGATION_PAGE (self->narrative_page));
  steppe_narrative_page_choose (self->narrative_page, narrative);
  steppe_narrative_view_show_block (get_narrative_view (self), passage);
}

/**
 * steppe_reader_view_mark_words:
 * @self: the pane
 * @words: (array zero-terminated=1): folded words, or none
 *
 * Makes words stand out in the narrative.
 */
void
steppe_reader_view_mark_words (SteppeReaderView *self,
                               const char *const *words)
{
  g_return_if_fail (STEPPE_IS_READER_VIEW (self));

  steppe_narrative_view_find (get_narrative_view (self), words);
}

/**
 * steppe_reader_view_get_position:
 * @self: the pane
 * @narrative: (out) (nullable) (transfer none): the narrative that is read
 *
 * Returns: how far the reader has got in it, from 0 to 1
 */
double
steppe_reader_view_get_position (SteppeReaderView *self,
                                 SteppeNarrative **narrative)
{
  g_return_val_if_fail (STEPPE_IS_READER_VIEW (self), 0);

  *narrative = steppe_narrative_view_get_narrative (get_narrative_view (self));
  return steppe_narrative_view_get_position (get_narrative_view (self));
}

/**
 * steppe_reader_view_set_position:
 * @self: the pane
 * @narrative: a narrative of the focus' dossier
 * @position: from 0 to 1
 *
 * Goes on where the reader was.
 */
void
steppe_reader_view_set_position (SteppeReaderView *self,
                                 SteppeNarrative *narrative,
                                 double position)
{
  g_return_if_fail (STEPPE_IS_READER_VIEW (self) && STEPPE_IS_NARRATIVE (narrative));

  steppe_narrative_page_choose (self->narrative_page, narrative);
  steppe_narrative_view_set_position (get_narrative_view (self), position);
}
