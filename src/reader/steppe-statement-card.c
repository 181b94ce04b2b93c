/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "reader/steppe-statement-card.h"

#include <glib/gi18n.h>

#include "model/steppe-item-words.h"
#include "model/steppe-statement-groups.h"
#include "widgets/steppe-marked-label.h"

#define SPACING 3
#define MAX_NAMES 3

/**
 * SteppeStatementCard:
 *
 * A statement: its words, who made it and when, and whom it supports and disputes.
 */
struct _SteppeStatementCard
{
  GtkWidget parent_instance;

  GtkLabel *words;
  GtkLabel *caption;
  GtkLabel *supports;
  GtkLabel *disputes;
};

G_DEFINE_FINAL_TYPE (SteppeStatementCard, steppe_statement_card, GTK_TYPE_WIDGET)

static void
steppe_statement_card_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (steppe_statement_card_parent_class)->dispose (object);
}

static void
steppe_statement_card_class_init (SteppeStatementCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = steppe_statement_card_dispose;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "statement");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkLabel *
add_label (SteppeStatementCard *self,
           const char *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (label), "caption");
      gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
    }
  gtk_widget_set_parent (GTK_WIDGET (label), GTK_WIDGET (self));
  return label;
}

static void
steppe_statement_card_init (SteppeStatementCard *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), SPACING);
  self->words = add_label (self, NULL);
  self->caption = add_label (self, "dimmed");
  self->supports = add_label (self, "supports");
  self->disputes = add_label (self, "disputes");
}

/**
 * steppe_statement_card_new:
 *
 * Returns: (transfer floating): a card that shows no statement yet
 */
GtkWidget *
steppe_statement_card_new (void)
{
  return g_object_new (STEPPE_TYPE_STATEMENT_CARD, NULL);
}

/* Who said what is supported or disputed. */
static char *
dup_speakers (const char *const *ids,
              SteppeDossier *dossier)
{
  g_autoptr (GPtrArray) statements = g_ptr_array_new ();
  g_autoptr (GString) others = g_string_new (NULL);
  g_autofree char *speakers = NULL;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      SteppeItem *item = steppe_dossier_lookup (dossier, ids[i]);

      if (STEPPE_IS_STATEMENT (item))
        g_ptr_array_add (statements, item);
      else if (item != NULL)
        steppe_words_append (others, steppe_dossier_resolve_name (dossier, item));
    }
  speakers = steppe_statements_dup_speakers (statements, dossier, MAX_NAMES);
  steppe_words_append (others, speakers);
  return others->len > 0 ? g_strdup (others->str) : NULL;
}

static void
show_tie (GtkLabel *label,
          const char *format,
          const char *const *ids,
          SteppeDossier *dossier)
{
  g_autofree char *speakers = dup_speakers (ids, dossier);
  g_autoptr (GString) text = g_string_new (format);

  g_string_replace (text, "%s", speakers != NULL ? speakers : "", 1);
  gtk_label_set_text (label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (label), speakers != NULL);
}

static char *
dup_caption (SteppeStatement *statement,
             SteppeDossier *dossier,
             gboolean with_speaker)
{
  SteppeItem *speaker = with_speaker ? steppe_dossier_lookup (dossier, steppe_statement_get_speaker (statement)) : NULL;
  const char *name = speaker != NULL ? steppe_dossier_resolve_name (dossier, speaker) : NULL;
  g_autofree char *when = steppe_item_dup_when (STEPPE_ITEM (statement), dossier, STEPPE_DATE_STYLE_LONG);

  if (name == NULL || when == NULL)
    return g_strdup (name != NULL ? name : when);
  /* Translators: who made a statement, and when: “Dmitry Peskov · 30 August 2024” */
  return g_strdup_printf (_ ("%1$s · %2$s"), name, when);
}

/**
 * steppe_statement_card_show:
 * @self: a card
 * @statement: a statement of @dossier
 * @dossier: the dossier
 * @with_speaker: whether to tell who made it
 */
void
steppe_statement_card_show (SteppeStatementCard *self,
                            SteppeStatement *statement,
                            SteppeDossier *dossier,
                            gboolean with_speaker)
{
  g_autofree char *caption = dup_caption (statement, dossier, with_speaker);

  g_return_if_fail (STEPPE_IS_STATEMENT_CARD (self) && STEPPE_IS_STATEMENT (statement));

  gtk_label_set_attributes (self->words, NULL);
  gtk_label_set_attributes (self->caption, NULL);
  gtk_label_set_text (self->words, steppe_dossier_resolve_name (dossier, STEPPE_ITEM (statement)));
  gtk_label_set_text (self->caption, caption != NULL ? caption : "");
  gtk_widget_set_visible (GTK_WIDGET (self->caption), caption != NULL);
  /* Translators: %s is the names of those whose statements a statement supports. */
  show_tie (self->supports, _ ("supports %s"), steppe_statement_get_supports (statement), dossier);
  /* Translators: %s is the names of those whose statements a statement disputes. */
  show_tie (self->disputes, _ ("disputes %s"), steppe_statement_get_disputes (statement), dossier);
}

/**
 * steppe_statement_card_mark:
 * @self: a card that shows a statement
 * @words: (array zero-terminated=1): folded words
 *
 * Makes @words stand out in what the card shows.
 */
void
steppe_statement_card_mark (SteppeStatementCard *self,
                            const char *const *words)
{
  g_return_if_fail (STEPPE_IS_STATEMENT_CARD (self));

  steppe_label_mark_words (self->words, words);
  steppe_label_mark_words (self->caption, words);
}
