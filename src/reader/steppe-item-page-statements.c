/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include <glib/gi18n.h>

#include "model/steppe-statement-groups.h"
#include "reader/steppe-item-page-private.h"
#include "reader/steppe-statement-card.h"

/* Statements on a page: cards, those that support something and those that dispute it side by side. */

/* Columns are no narrower than this; in a pane with less room they stand one below the other. Pixels. */
#define COLUMN_WIDTH 150

static void
card_clicked_cb (SteppeItemPage *self,
                 GtkButton *button)
{
  steppe_item_page_open (self, g_object_get_data (G_OBJECT (button), "item"));
}

static GtkWidget *
create_card (SteppeItemPage *self,
             SteppeStatement *statement)
{
  GtkWidget *button = gtk_button_new (), *card = steppe_statement_card_new ();

  steppe_statement_card_show (STEPPE_STATEMENT_CARD (card), statement, self->dossier, steppe_item_get_kind (self->item) != STEPPE_ITEM_ACTOR || g_strcmp0 (steppe_statement_get_speaker (statement), steppe_item_get_id (self->item)) != 0);
  gtk_button_set_child (GTK_BUTTON (button), card);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "statement-card");
  g_object_set_data_full (G_OBJECT (button), "item", g_object_ref (statement), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (card_clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
create_heading (const char *title,
                const char *css_class)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
create_column (SteppeItemPage *self,
               const char *title,
               const char *css_class,
               GPtrArray *statements)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_hexpand (column, TRUE);
  gtk_widget_set_valign (column, GTK_ALIGN_START);
  gtk_widget_set_size_request (column, COLUMN_WIDTH, -1);
  gtk_box_append (GTK_BOX (column), create_heading (title, css_class));
  for (guint i = 0; i < statements->len; i++)
    gtk_box_append (GTK_BOX (column), create_card (self, g_ptr_array_index (statements, i)));
  if (statements->len == 0)
    {
      /* Translators: stands where no statement supports, or disputes, something */
      GtkWidget *nothing = gtk_label_new (_ ("Nobody here"));

      gtk_label_set_xalign (GTK_LABEL (nothing), 0);
      gtk_widget_add_css_class (nothing, "dimmed");
      gtk_box_append (GTK_BOX (column), nothing);
    }
  return column;
}

static void
add_sides (SteppeItemPage *self,
           const char *supports_title,
           GPtrArray *supports,
           const char *disputes_title,
           GPtrArray *disputes)
{
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  if (supports->len + disputes->len == 0)
    {
      g_object_unref (g_object_ref_sink (sides));
      return;
    }
  gtk_box_set_homogeneous (GTK_BOX (sides), TRUE);
  gtk_box_append (GTK_BOX (sides), create_column (self, supports_title, "supports", supports));
  gtk_box_append (GTK_BOX (sides), create_column (self, disputes_title, "disputes", disputes));
  gtk_box_append (self->content, sides);
}

/**
 * steppe_item_page_add_statements:
 * @self: a page
 * @title: its heading
 * @statements: (element-type SteppeStatement): statements
 *
 * Adds a card for each; nothing where there are none.
 */
void
steppe_item_page_add_statements (SteppeItemPage *self,
                                 const char *title,
                                 GPtrArray *statements)
{
  GtkWidget *box;

  if (statements->len == 0)
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), create_heading (title, NULL));
  for (guint i = 0; i < statements->len; i++)
    gtk_box_append (GTK_BOX (box), create_card (self, g_ptr_array_index (statements, i)));
  gtk_box_append (self->content, box);
}

/**
 * steppe_item_page_add_who_says_what:
 * @self: a page
 *
 * Adds what is said about its item, and which statements support and which dispute that.
 */
void
steppe_item_page_add_who_says_what (SteppeItemPage *self)
{
  g_autoptr (SteppeStatementGroups) groups = steppe_statement_groups_new (self->dossier, self->item);

  if (STEPPE_IS_STATEMENT (self->item))
    {
      add_sides (self, _ ("Supported By"), groups->supports, _ ("Disputed By"), groups->disputes);
      return;
    }
  steppe_item_page_add_statements (self, _ ("Who Says What"), groups->said);
  add_sides (self, _ ("Supports"), groups->supports, _ ("Disputes"), groups->disputes);
}

static GPtrArray *
find_statements (SteppeDossier *dossier,
                 const char *const *ids)
{
  GPtrArray *statements = g_ptr_array_new ();

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (STEPPE_IS_STATEMENT (steppe_dossier_lookup (dossier, ids[i])))
      g_ptr_array_add (statements, steppe_dossier_lookup (dossier, ids[i]));
  return statements;
}

/**
 * steppe_item_page_add_stances:
 * @self: a page about a statement
 *
 * Adds the statements that it supports, and those that it disputes.
 */
void
steppe_item_page_add_stances (SteppeItemPage *self)
{
  SteppeStatement *statement = STEPPE_STATEMENT (self->item);
  g_autoptr (GPtrArray) supports = find_statements (self->dossier, steppe_statement_get_supports (statement));
  g_autoptr (GPtrArray) disputes = find_statements (self->dossier, steppe_statement_get_disputes (statement));

  add_sides (self, _ ("Supports"), supports, _ ("Disputes"), disputes);
}
