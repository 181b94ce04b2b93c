/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/steppe-event-row.h"

#include "model/steppe-item-words.h"
#include "widgets/steppe-sign-paintable.h"

#define SPACING 9 /* pixels between the sign and the words */
#define MAX_LINES 2

/**
 * SteppeEventRow:
 *
 * An event in a list: its sign, its title, and under it when it was and, where that is asked for,
 * where.
 */
struct _SteppeEventRow
{
  GtkWidget parent_instance;

  GtkImage *sign;
  GtkLabel *title;
  GtkLabel *caption;
};

G_DEFINE_FINAL_TYPE (SteppeEventRow, steppe_event_row, GTK_TYPE_WIDGET)

static void
steppe_event_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (steppe_event_row_parent_class)->dispose (object);
}

static void
steppe_event_row_class_init (SteppeEventRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steppe_event_row_dispose;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "event");
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
steppe_event_row_init (SteppeEventRow *self)
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
 * steppe_event_row_new:
 *
 * Returns: (transfer floating): a row that shows no event yet
 */
GtkWidget *
steppe_event_row_new (void)
{
  return g_object_new (STEPPE_TYPE_EVENT_ROW, NULL);
}

/**
 * steppe_event_row_show:
 * @self: a row
 * @event: an event of @dossier
 * @dossier: the dossier
 * @with_places: whether to tell where it was, too
 */
void
steppe_event_row_show (SteppeEventRow *self,
                       SteppeEvent *event,
                       SteppeDossier *dossier,
                       gboolean with_places)
{
  SteppeStatus status = steppe_event_get_status (event);
  g_autofree char *caption = steppe_event_dup_caption (event, dossier, with_places);
  g_autoptr (GdkPaintable) sign = steppe_sign_paintable_new (steppe_event_get_kind (event), status);

  g_return_if_fail (STEPPE_IS_EVENT_ROW (self));

  gtk_image_set_from_paintable (self->sign, sign);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sign),
                               steppe_status_get_label (status, steppe_event_get_status_text (event)));
  gtk_label_set_text (self->title, steppe_dossier_resolve_name (dossier, STEPPE_ITEM (event)));
  gtk_label_set_text (self->caption, caption);
}

/**
 * steppe_event_row_setup:
 * @list_item: an item of a list of events, in the setup of its factory
 */
void
steppe_event_row_setup (GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, steppe_event_row_new ());
}

/**
 * steppe_event_row_bind:
 * @list_item: an item of a list of events, in the bind of its factory
 * @dossier: their dossier
 * @with_places: whether to tell where the events were, too
 */
void
steppe_event_row_bind (GtkListItem *list_item,
                       SteppeDossier *dossier,
                       gboolean with_places)
{
  SteppeEvent *event = gtk_list_item_get_item (list_item);
  g_autofree char *label = steppe_event_dup_label (event, dossier);

  steppe_event_row_show (STEPPE_EVENT_ROW (gtk_list_item_get_child (list_item)), event, dossier, with_places);
  gtk_list_item_set_accessible_label (list_item, label);
}
