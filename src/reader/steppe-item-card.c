/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "reader/steppe-item-card.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "model/steppe-item-words.h"
#include "model/steppe-link.h"
#include "model/steppe-source.h"
#include "model/steppe-statement-groups.h"

#define MAX_SPEAKERS 3

/**
 * SteppeItemCard:
 *
 * The essentials of the selected item: what, when, where, how sure that is, and who supports or
 * disputes it.
 */
struct _SteppeItemCard
{
  GtkWidget parent_instance;

  SteppeFocus *focus;
  GSignalGroup *focus_signals;
  GSignalGroup *dossier_signals;
  gboolean mentioned;

  GtkWidget *frame;
  GtkLabel *title;
  GtkLabel *facts;
  AdwWrapBox *chips;
  GtkLabel *statements;
  GtkWidget *notice;
  GtkWidget *web_button;
  AdwButtonContent *web_content;
};

G_DEFINE_FINAL_TYPE (SteppeItemCard, steppe_item_card, GTK_TYPE_WIDGET)

enum
{
  PROP_FOCUS = 1,
  PROP_MENTIONED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_words (GtkLabel *label,
           const char *words)
{
  gtk_label_set_label (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL && *words != '\0');
}

static void
add_chip (SteppeItemCard *self,
          const char *words)
{
  GtkWidget *label;

  if (words == NULL || *words == '\0')
    return;
  label = gtk_label_new (words);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "chip");
  adw_wrap_box_append (self->chips, label);
}

static void
add_date_chips (SteppeItemCard *self,
                SteppeItem *item)
{
  SteppeDate *date = steppe_item_get_first_date (item);
  SteppeQualifier qualifier = date != NULL ? steppe_date_get_qualifier (date) : STEPPE_QUALIFIER_NONE;

  if (qualifier & STEPPE_QUALIFIER_UNCERTAIN)
    add_chip (self, _ ("date uncertain"));
  if (qualifier & STEPPE_QUALIFIER_APPROXIMATE)
    add_chip (self, _ ("date approximate"));
}

static void
update_chips (SteppeItemCard *self,
              SteppeItem *item)
{
  const char *status = steppe_item_get_status_label (item);
  g_autofree char *source_count = steppe_item_dup_source_count (item);

  while (gtk_widget_get_first_child (GTK_WIDGET (self->chips)) != NULL)
    adw_wrap_box_remove (self->chips, gtk_widget_get_first_child (GTK_WIDGET (self->chips)));
  add_chip (self, status != NULL ? status : steppe_item_kind_get_label (steppe_item_get_kind (item)));
  add_date_chips (self, item);
  add_chip (self, steppe_confidence_get_label (steppe_item_get_confidence (item)));
  add_chip (self, source_count);
}

static char *
create_statements (SteppeDossier *dossier,
                   SteppeItem *item)
{
  g_autoptr (SteppeStatementGroups) groups = steppe_statement_groups_new (dossier, item);
  g_autofree char *said = steppe_statements_dup_speakers (groups->said, dossier, MAX_SPEAKERS);
  g_autofree char *supports = steppe_statements_dup_speakers (groups->supports, dossier, MAX_SPEAKERS);
  g_autofree char *disputes = steppe_statements_dup_speakers (groups->disputes, dossier, MAX_SPEAKERS);

  if (supports == NULL && disputes == NULL)
    /* Translators: %s are the names of those who said something about the item */
    return said != NULL ? g_strdup_printf (_ ("Statements: %s"), said) : NULL;
  /* Translators: names of those who support and of those who dispute what was said; “—” stands for nobody */
  return g_strdup_printf (_ ("Supports: %1$s\nDisputes: %2$s"),
                          supports != NULL ? supports : "—", disputes != NULL ? disputes : "—");
}

/* A source can be read where it was published. */
static void
update_web_button (SteppeItemCard *self,
                   SteppeItem *item)
{
  const char *uri = STEPPE_IS_SOURCE (item) ? steppe_source_get_url (STEPPE_SOURCE (item)) : NULL;
  g_autofree char *host = steppe_link_dup_host (uri);

  gtk_widget_set_visible (self->web_button, host != NULL);
  if (host == NULL)
    return;
  adw_button_content_set_label (self->web_content, host);
  gtk_widget_set_tooltip_text (self->web_button, uri);
}

static void
update (SteppeItemCard *self)
{
  SteppeItem *item = self->focus != NULL ? steppe_focus_get_selected (self->focus) : NULL;
  SteppeDossier *dossier = self->focus != NULL ? steppe_focus_get_dossier (self->focus) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *facts = NULL;
  g_autofree char *statements = NULL;

  /* What was selected stays to be seen while the card goes away. */
  if (item == NULL || dossier == NULL)
    return;
  title = steppe_item_dup_title (item, dossier);
  facts = steppe_item_dup_facts (item, dossier);
  statements = create_statements (dossier, item);
  gtk_label_set_label (self->title, title);
  set_words (self->facts, facts);
  update_chips (self, item);
  set_words (self->statements, statements);
  update_web_button (self, item);
}

static void
dossier_changed_cb (SteppeItemCard *self)
{
  g_signal_group_set_target (self->dossier_signals, self->focus != NULL ? steppe_focus_get_dossier (self->focus) : NULL);
}

static void
close_cb (SteppeItemCard *self)
{
  steppe_focus_set_selected (self->focus, NULL);
}

static void
open_cb (SteppeItemCard *self)
{
  SteppeItem *item = steppe_focus_get_selected (self->focus);

  if (item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "reader.open-page", "s", steppe_item_get_id (item));
}

static void
open_web_cb (SteppeItemCard *self)
{
  SteppeItem *item = steppe_focus_get_selected (self->focus);

  if (STEPPE_IS_SOURCE (item))
    gtk_widget_activate_action (GTK_WIDGET (self), "reader.open-link", "s", steppe_source_get_url (STEPPE_SOURCE (item)));
}

static void
steppe_item_card_get_property (GObject *object,
                               guint prop_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  SteppeItemCard *self = STEPPE_ITEM_CARD (object);

  switch (prop_id)
    {
    case PROP_FOCUS:
      g_value_set_object (value, self->focus);
      break;
    case PROP_MENTIONED:
      g_value_set_boolean (value, self->mentioned);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_item_card_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  SteppeItemCard *self = STEPPE_ITEM_CARD (object);

  switch (prop_id)
    {
    case PROP_FOCUS:
      steppe_item_card_set_focus (self, g_value_get_object (value));
      break;
    case PROP_MENTIONED:
      steppe_item_card_set_mentioned (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_item_card_dispose (GObject *object)
{
  SteppeItemCard *self = STEPPE_ITEM_CARD (object);

  g_clear_object (&self->focus_signals);
  g_clear_object (&self->dossier_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), STEPPE_TYPE_ITEM_CARD);
  g_clear_object (&self->focus);

  G_OBJECT_CLASS (steppe_item_card_parent_class)->dispose (object);
}

static void
steppe_item_card_class_init (SteppeItemCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = steppe_item_card_get_property;
  object_class->set_property = steppe_item_card_set_property;
  object_class->dispose = steppe_item_card_dispose;

  properties[PROP_FOCUS] = g_param_spec_object ("focus", NULL, NULL, STEPPE_TYPE_FOCUS, flags);
  properties[PROP_MENTIONED] = g_param_spec_boolean ("mentioned", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, STEPPE_RESOURCE_BASE "/steppe-item-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SteppeItemCard, frame);
  gtk_widget_class_bind_template_child (widget_class, SteppeItemCard, title);
  gtk_widget_class_bind_template_child (widget_class, SteppeItemCard, facts);
  gtk_widget_class_bind_template_child (widget_class, SteppeItemCard, chips);
  gtk_widget_class_bind_template_child (widget_class, SteppeItemCard, statements);
  gtk_widget_class_bind_template_child (widget_class, SteppeItemCard, notice);
  gtk_widget_class_bind_template_child (widget_class, SteppeItemCard, web_button);
  gtk_widget_class_bind_template_child (widget_class, SteppeItemCard, web_content);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_web_cb);
  gtk_widget_class_set_css_name (widget_class, "itemcard");
}

static void
steppe_item_card_init (SteppeItemCard *self)
{
  self->mentioned = TRUE;
  self->focus_signals = g_signal_group_new (STEPPE_TYPE_FOCUS);
  g_signal_group_connect_swapped (self->focus_signals, "notify::dossier", G_CALLBACK (dossier_changed_cb), self);
  g_signal_group_connect_swapped (self->focus_signals, "notify::selected", G_CALLBACK (update), self);
  self->dossier_signals = g_signal_group_new (STEPPE_TYPE_DOSSIER);
  g_signal_group_connect_swapped (self->dossier_signals, "notify::languages", G_CALLBACK (update), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->notice, FALSE);
}

/**
 * steppe_item_card_get_focus:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): what the reader looks at
 */
SteppeFocus *
steppe_item_card_get_focus (SteppeItemCard *self)
{
  g_return_val_if_fail (STEPPE_IS_ITEM_CARD (self), NULL);

  return self->focus;
}

/**
 * steppe_item_card_set_focus:
 * @self: a card
 * @focus: (nullable): what the reader looks at, whose selected item is shown
 */
void
steppe_item_card_set_focus (SteppeItemCard *self,
                            SteppeFocus *focus)
{
  g_return_if_fail (STEPPE_IS_ITEM_CARD (self));

  if (!g_set_object (&self->focus, focus))
    return;
  g_signal_group_set_target (self->focus_signals, focus);
  dossier_changed_cb (self);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOCUS]);
}

/**
 * steppe_item_card_get_mentioned:
 * @self: a card
 *
 * Returns: whether the text mentions the selected item
 */
gboolean
steppe_item_card_get_mentioned (SteppeItemCard *self)
{
  g_return_val_if_fail (STEPPE_IS_ITEM_CARD (self), TRUE);

  return self->mentioned;
}

/**
 * steppe_item_card_set_mentioned:
 * @self: a card
 * @mentioned: whether the text mentions the selected item; if not, the card says so
 */
void
steppe_item_card_set_mentioned (SteppeItemCard *self,
                                gboolean mentioned)
{
  g_return_if_fail (STEPPE_IS_ITEM_CARD (self));

  if (self->mentioned == mentioned)
    return;
  self->mentioned = mentioned;
  gtk_widget_set_visible (self->notice, !mentioned);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MENTIONED]);
}
