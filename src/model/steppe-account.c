/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "model/steppe-account.h"

#include <glib/gi18n.h>
#include <string.h>

static void
free_block (gpointer data)
{
  SteppeBlock *block = data;

  g_clear_object (&block->item);
  g_free (block->label);
  g_free (block->lead);
  g_free (block->text);
  g_free (block->notes);
  g_ptr_array_unref (block->remarks);
  g_free (block);
}

/**
 * steppe_account_new:
 * @context: what it is taken from, empty for nothing to name
 *
 * Returns: (transfer full): an account without blocks
 */
SteppeAccount *
steppe_account_new (const char *context)
{
  SteppeAccount *self = g_new0 (SteppeAccount, 1);

  self->context = g_strdup (context);
  self->blocks = g_ptr_array_new_with_free_func (free_block);
  return self;
}

/**
 * steppe_account_free:
 * @self: (transfer full): an account
 */
void
steppe_account_free (SteppeAccount *self)
{
  g_ptr_array_unref (self->blocks);
  g_free (self->context);
  g_free (self);
}

/**
 * steppe_account_add:
 * @self: an account
 * @role: what the block is to the reader
 * @label: (nullable): a few words that stand beside it
 * @text: its text
 *
 * Returns: (transfer none): a new block at the end
 */
SteppeBlock *
steppe_account_add (SteppeAccount *self,
                    SteppeBlockRole role,
                    const char *label,
                    const char *text)
{
  SteppeBlock *block = g_new0 (SteppeBlock, 1);

  block->role = role;
  block->label = g_strdup (label);
  block->text = g_strdup (text);
  block->remarks = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->blocks, block);
  return block;
}

/**
 * steppe_block_take_remark:
 * @block: a block
 * @remark: (transfer full) (nullable): what is to be said on it; nothing is added where it is
 *   %NULL or empty
 */
void
steppe_block_take_remark (SteppeBlock *block,
                          char *remark)
{
  if (remark != NULL && *remark != '\0')
    g_ptr_array_add (block->remarks, remark);
  else
    g_free (remark);
}

/* Plain text */

static void
append_indented (GString *text,
                 const char *words,
                 const char *indent)
{
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? indent : "", lines[i]);
}

static char *
dup_labelled (const char *label,
              const char *words)
{
  if (label == NULL)
    return g_strdup (words);
  /* Translators: what something is, and the thing itself, as in “When: 2 September 2024” */
  return g_strdup_printf (_ ("%1$s: %2$s"), label, words);
}

/* A fact of several lines is a list below its label. */
static void
append_fact (GString *text,
             const char *label,
             const char *words)
{
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);
  g_autofree char *head = NULL;

  if (g_strv_length (lines) < 2)
    {
      head = dup_labelled (label, words);
      g_string_append (text, head);
      return;
    }
  head = dup_labelled (label, "");
  g_string_append (text, g_strchomp (head));
  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (text, "\n• %s", lines[i]);
}

static void
append_listed (GString *text,
               const SteppeBlock *block,
               const char *words)
{
  g_autofree char *labelled = NULL;

  if (block->lead == NULL)
    {
      labelled = dup_labelled (block->label, words);
    }
  else
    {
      /* Translators: who said it, and when */
      g_autofree char *head = block->label != NULL ? g_strdup_printf (_ ("%1$s · %2$s"), block->lead, block->label)
                                                   : g_strdup (block->lead);

      labelled = dup_labelled (head, words);
    }
  g_string_append (text, "• ");
  append_indented (text, labelled, "\n  ");
}

static char *
dup_noted (const SteppeBlock *block)
{
  g_auto (GStrv) lines = g_strsplit (block->text, "\n", -1);

  for (guint i = 0; block->notes != NULL && lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      {
        char *noted = g_strconcat (lines[i], " ", block->notes, NULL);

        g_free (lines[i]);
        lines[i] = noted;
      }
  return g_strjoinv ("\n", lines);
}

static void
append_block (GString *text,
              const SteppeBlock *block)
{
  g_autofree char *words = dup_noted (block);
  const char *indent = "\n";

  switch (block->role)
    {
    case STEPPE_BLOCK_FACT:
      append_fact (text, block->label, words);
      break;
    case STEPPE_BLOCK_STATEMENT:
    case STEPPE_BLOCK_ENTRY:
      append_listed (text, block, words);
      indent = "\n  ";
      break;
    case STEPPE_BLOCK_SOURCE:
      g_string_append_printf (text, "[%s] ", block->label);
      indent = "\n    ";
      append_indented (text, words, indent);
      break;
    case STEPPE_BLOCK_TITLE:
    case STEPPE_BLOCK_SUMMARY:
    case STEPPE_BLOCK_HEADING:
    case STEPPE_BLOCK_REMARK:
    default:
      g_string_append (text, words);
      break;
    }
  for (guint i = 0; i < block->remarks->len; i++)
    {
      g_string_append (text, indent);
      append_indented (text, g_ptr_array_index (block->remarks, i), indent);
    }
  g_string_append_c (text, '\n');
}

/* Facts, and what is listed below a heading, stand together. */
static gboolean
stands_apart (const SteppeBlock *before,
              const SteppeBlock *block)
{
  return before->role != STEPPE_BLOCK_HEADING &&
         (before->role != block->role || block->role == STEPPE_BLOCK_SUMMARY);
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

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const SteppeBlock *block = g_ptr_array_index (self->blocks, i);

      if (i > 0 && stands_apart (g_ptr_array_index (self->blocks, i - 1), block))
        g_string_append_c (text, '\n');
      append_block (text, block);
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
