/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/steppe-item-row.h"

#include "model/steppe-item-words.h"
#include "widgets/steppe-item-icon.h"
#include "widgets/steppe-marked-label.h"
#include "widgets/steppe-sign-paintable.h"

#define SPACING 9 /* pixels between the sign and the words */
#define MAX_LINES 2

/**
 * SteppeItemRow:
 *
 * An item in a list: the sign of an event or the icon of a kind, its title, and under it when it was or what it is.
 */
struct _SteppeItemRow
{
  GtkWidget parent_instance;

  GtkImage *sign;
  GtkLabel *title;
  GtkLabel *caption;
};

G_DEFINE_FINAL_TYPE (SteppeItemRow, steppe_item_row, GTK_TYPE_WIDGET)

static void
steppe_item_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (steppe_item_row_parent_class)->dispose (object);
}

static void
steppe_item_row_class_init (SteppeItemRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steppe_item_row_dispose;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "item");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkLabel *
create_label (void)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (label, MAX_LINES);
  return label;
}

static void
steppe_item_row_init (SteppeItemRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), SPACING);
  self->sign = GTK_IMAGE (gtk_image_new ());
  self->title = create_label ();
  self->caption = create_label ();
  gtk_widget_set_valign (GTK_WIDGET (self->sign), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "dimmed");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->caption));
  gtk_widget_set_parent (GTK_WIDGET (self->sign), GTK_WIDGET (self));
  gtk_widget_set_parent (words, GTK_WIDGET (self));
}

/**
 * steppe_item_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
steppe_item_row_new (void)
{
  return g_object_new (STEPPE_TYPE_ITEM_ROW, NULL);
}

static void
show_words (SteppeItemRow *self,
            const char *title,
            const char *caption)
{
  gtk_label_set_attributes (self->title, NULL);
  gtk_label_set_attributes (self->caption, NULL);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->caption, caption != NULL ? caption : "");
  gtk_widget_set_visible (GTK_WIDGET (self->caption), caption != NULL && *caption != '\0');
}

static void
show_event (SteppeItemRow *self,
            SteppeEvent *event,
            SteppeDossier *dossier,
            const char *caption)
{
  SteppeStatus status = steppe_event_get_status (event);
  g_autoptr (GdkPaintable) sign = steppe_sign_paintable_new (steppe_event_get_kind (event), status);

  gtk_image_set_from_paintable (self->sign, sign);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sign),
                               steppe_status_get_label (status, steppe_event_get_status_text (event)));
  show_words (self, steppe_dossier_resolve_name (dossier, STEPPE_ITEM (event)), caption);
}

/**
 * steppe_item_row_show:
 * @self: a row
 * @item: an item of @dossier
 * @dossier: the dossier
 */
void
steppe_item_row_show (SteppeItemRow *self,
                      SteppeItem *item,
                      SteppeDossier *dossier)
{
  g_autofree char *title = NULL;
  g_autofree char *caption = NULL;

  g_return_if_fail (STEPPE_IS_ITEM_ROW (self) && STEPPE_IS_ITEM (item));

  if (STEPPE_IS_EVENT (item))
    {
      caption = steppe_event_dup_caption (STEPPE_EVENT (item), dossier, TRUE);
      show_event (self, STEPPE_EVENT (item), dossier, caption);
      return;
    }
  title = steppe_item_dup_title (item, dossier);
  caption = steppe_item_dup_facts (item, dossier);
  steppe_item_row_show_text (self, steppe_item_kind_get_icon_name (steppe_item_get_kind (item)), title, caption);
}

/**
 * steppe_item_row_show_text:
 * @self: a row
 * @icon_name: (nullable): what stands before the words
 * @title: plain text
 * @caption: (nullable): plain text
 */
void
steppe_item_row_show_text (SteppeItemRow *self,
                           const char *icon_name,
                           const char *title,
                           const char *caption)
{
  g_return_if_fail (STEPPE_IS_ITEM_ROW (self));

  gtk_image_set_from_icon_name (self->sign, icon_name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sign), NULL);
  show_words (self, title, caption);
}

/**
 * steppe_item_row_mark:
 * @self: a row that shows something
 * @words: (array zero-terminated=1): folded words
 *
 * Makes @words stand out in what the row shows.
 */
void
steppe_item_row_mark (SteppeItemRow *self,
                      const char *const *words)
{
  g_return_if_fail (STEPPE_IS_ITEM_ROW (self));

  steppe_label_mark_words (self->title, words);
  steppe_label_mark_words (self->caption, words);
}

/**
 * steppe_item_row_setup:
 * @list_item: an item of a list of events, in the setup of its factory
 */
void
steppe_item_row_setup (GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, steppe_item_row_new ());
}

/**
 * steppe_item_row_bind_event:
 * @list_item: an item of a list of events, in the bind of its factory
 * @dossier: their dossier
 * @with_places: whether to tell where the events were, too
 */
void
steppe_item_row_bind_event (GtkListItem *list_item,
                            SteppeDossier *dossier,
                            gboolean with_places)
{
  SteppeEvent *event = gtk_list_item_get_item (list_item);
  g_autofree char *caption = steppe_event_dup_caption (event, dossier, with_places);
  g_autofree char *label = steppe_event_dup_label_with (event, dossier, caption);

  show_event (STEPPE_ITEM_ROW (gtk_list_item_get_child (list_item)), event, dossier, caption);
  gtk_list_item_set_accessible_label (list_item, label);
}
