/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "sheets/steppe-account.h"

#include <glib/gi18n.h>

#include "model/steppe-number-run.h"

/* An account as plain text. Figures are left out: what they show is told. */

static char *
dup_labelled (const char *label,
              const char *words)
{
  if (label == NULL)
    return g_strdup (words);
  /* Translators: what something is, and the thing itself, as in “When: 2 September 2024” */
  return g_strdup_printf (_ ("%1$s: %2$s"), label, words);
}

/* A phrase with plain spaces about the numbers of its sources. */
static char *
dup_plain (const SteppePhrase *phrase)
{
  g_autofree char *numbers = NULL;

  if (phrase->notes == NULL || phrase->notes->len == 0)
    return g_strdup (phrase->text);
  numbers = steppe_number_runs_dup ((const guint *) (gpointer) phrase->notes->data, phrase->notes->len);
  return g_strdup_printf ("%s [%s]", phrase->text, numbers);
}

static void
append_phrases (GString *text,
                GPtrArray *phrases,
                const char *between)
{
  for (guint i = 0; phrases != NULL && i < phrases->len; i++)
    {
      g_autofree char *words = dup_plain (g_ptr_array_index (phrases, i));

      g_string_append_printf (text, "%s%s", i > 0 ? between : "", words);
    }
}

static char *
join_phrases (GPtrArray *phrases,
              const char *between)
{
  GString *text = g_string_new (NULL);

  append_phrases (text, phrases, between);
  return g_string_free (text, FALSE);
}

/* A fact of several lines is a list below its label. */
static void
append_fact (GString *text,
             const SteppeAccountBlock *block)
{
  gboolean listed = block->phrases != NULL && block->phrases->len > 1;
  g_autofree char *words = listed ? g_strdup ("") : join_phrases (block->phrases, "\n");
  g_autofree char *head = dup_labelled (block->label, words);

  g_string_append (text, g_strchomp (head));
  if (listed)
    {
      g_string_append (text, "\n• ");
      append_phrases (text, block->phrases, "\n• ");
    }
}

static void
append_listed (GString *text,
               const SteppeAccountBlock *block)
{
  g_autofree char *words = join_phrases (block->phrases, "\n  ");
  g_autofree char *lead = block->lead != NULL ? dup_plain (block->lead) : NULL;
  g_autofree char *head = NULL;
  g_autofree char *labelled = NULL;

  if (lead != NULL && block->label != NULL)
    /* Translators: who said it, and when */
    head = g_strdup_printf (_ ("%1$s · %2$s"), lead, block->label);
  labelled = dup_labelled (head != NULL ? head : lead != NULL ? lead
                                                              : block->label,
                           words);
  g_string_append_printf (text, "• %s", labelled);
}

/* A line for each row, with tabs between its cells. */
static void
append_table (GString *text,
              const SteppeAccountBlock *block)
{
  const SteppeAccountTable *table = block->table;

  if (block->label != NULL)
    g_string_append_printf (text, "%s\n", block->label);
  for (guint i = 0; i < table->heads->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "", (const char *) g_ptr_array_index (table->heads, i));
  for (guint i = 0; i < table->cells->len; i++)
    {
      g_autofree char *words = dup_plain (g_ptr_array_index (table->cells, i));

      g_string_append_printf (text, "%s%s", i % table->n_columns > 0 ? "\t" : "\n", words);
    }
}

static void
append_block (GString *text,
              const SteppeAccountBlock *block)
{
  const char *indent = "\n";

  switch (block->role)
    {
    case STEPPE_ACCOUNT_FACT:
      append_fact (text, block);
      break;
    case STEPPE_ACCOUNT_STATEMENT:
    case STEPPE_ACCOUNT_ENTRY:
      append_listed (text, block);
      indent = "\n  ";
      break;
    case STEPPE_ACCOUNT_SOURCE:
      indent = "\n    ";
      g_string_append_printf (text, "[%s] ", block->label);
      append_phrases (text, block->phrases, indent);
      break;
    case STEPPE_ACCOUNT_TABLE:
      append_table (text, block);
      break;
    case STEPPE_ACCOUNT_TITLE:
    case STEPPE_ACCOUNT_SUMMARY:
    case STEPPE_ACCOUNT_PARAGRAPH:
    case STEPPE_ACCOUNT_HEADING:
    case STEPPE_ACCOUNT_REMARK:
    case STEPPE_ACCOUNT_FIGURE:
    default:
      append_phrases (text, block->phrases, "\n\n");
      break;
    }
  if (block->remarks != NULL)
    g_string_append (text, indent);
  append_phrases (text, block->remarks, indent);
  g_string_append_c (text, '\n');
}

/* Facts, and what is listed below a heading, stand together. */
static gboolean
stands_apart (const SteppeAccountBlock *before,
              const SteppeAccountBlock *block)
{
  return before->role != STEPPE_ACCOUNT_HEADING &&
         (before->role != block->role || block->role == STEPPE_ACCOUNT_SUMMARY || block->role == STEPPE_ACCOUNT_PARAGRAPH);
}

/**
 * steppe_account_dup_text:
 * @self: an account
 *
 * Returns: (transfer full): the account as plain text, for a mail or a text editor; lines are not
 *   wrapped
 */
char *
steppe_account_dup_text (const SteppeAccount *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const SteppeAccountBlock *before = NULL;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const SteppeAccountBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->role == STEPPE_ACCOUNT_FIGURE)
        continue;
      if (before != NULL && stands_apart (before, block))
        g_string_append_c (text, '\n');
      append_block (text, block);
      before = block;
    }
  if (*self->context != '\0')
    {
      g_string_append_c (text, '\n');
      /* Translators: below a text taken from a dossier; %s is its title */
      g_string_append_printf (text, _ ("From the dossier “%s”"), self->context);
      g_string_append_c (text, '\n');
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
