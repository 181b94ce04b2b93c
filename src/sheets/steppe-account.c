/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheets/steppe-account.h"

static void
free_table (SteppeAccountTable *table)
{
  g_ptr_array_unref (table->heads);
  g_ptr_array_unref (table->cells);
  g_free (table);
}

static void
free_block (gpointer data)
{
  SteppeAccountBlock *block = data;

  g_clear_object (&block->item);
  g_free (block->anchor);
  g_free (block->label);
  g_clear_pointer (&block->lead, steppe_phrase_free);
  g_clear_pointer (&block->phrases, g_ptr_array_unref);
  g_clear_pointer (&block->remarks, g_ptr_array_unref);
  g_clear_pointer (&block->figure, steppe_figure_free);
  g_clear_pointer (&block->table, free_table);
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
 *
 * Returns: (transfer none): a new block at the end, without text
 */
SteppeAccountBlock *
steppe_account_add (SteppeAccount *self,
                    SteppeAccountRole role,
                    const char *label)
{
  SteppeAccountBlock *block = g_new0 (SteppeAccountBlock, 1);

  block->role = role;
  block->label = g_strdup (label);
  g_ptr_array_add (self->blocks, block);
  return block;
}

static SteppePhrase *
add_phrase (GPtrArray **phrases,
            char *text)
{
  SteppePhrase *phrase = steppe_phrase_take (text);

  if (*phrases == NULL)
    *phrases = g_ptr_array_new_with_free_func ((GDestroyNotify) steppe_phrase_free);
  g_ptr_array_add (*phrases, phrase);
  return phrase;
}

/**
 * steppe_account_block_add:
 * @self: a block
 * @text: (transfer full): words
 *
 * Returns: (transfer none): a new phrase at the end of its text
 */
SteppePhrase *
steppe_account_block_add (SteppeAccountBlock *self,
                          char *text)
{
  return add_phrase (&self->phrases, text);
}

/**
 * steppe_account_block_remark:
 * @self: a block
 * @text: (transfer full) (nullable): what is to be said on it; nothing is added where it is %NULL or
 *   empty
 *
 * Returns: (transfer none) (nullable): the new remark
 */
SteppePhrase *
steppe_account_block_remark (SteppeAccountBlock *self,
                             char *text)
{
  if (text == NULL || *text == '\0')
    {
      g_free (text);
      return NULL;
    }
  return add_phrase (&self->remarks, text);
}

/**
 * steppe_account_block_begin_table:
 * @self: a block
 * @n_columns: how many columns it has
 * @shares: (array length=n_columns) (transfer none): how the width is shared among them; kept
 * @heads: (array length=n_columns): the head of each
 *
 * Returns: (transfer none): its table, without rows
 */
SteppeAccountTable *
steppe_account_block_begin_table (SteppeAccountBlock *self,
                                  guint n_columns,
                                  const double *shares,
                                  const char *const *heads)
{
  g_return_val_if_fail (self->table == NULL, NULL);

  self->table = g_new0 (SteppeAccountTable, 1);
  self->table->n_columns = n_columns;
  self->table->shares = shares;
  self->table->heads = g_ptr_array_new_with_free_func (g_free);
  self->table->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) steppe_phrase_free);
  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (self->table->heads, g_strdup (heads[i]));
  return self->table;
}

/**
 * steppe_account_table_add:
 * @self: a table
 * @text: (transfer full) (nullable): words
 *
 * Returns: (transfer none): its next cell
 */
SteppePhrase *
steppe_account_table_add (SteppeAccountTable *self,
                          char *text)
{
  return add_phrase (&self->cells, text != NULL ? text : g_strdup (""));
}

/**
 * steppe_account_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows it has, without its head
 */
guint
steppe_account_table_get_n_rows (const SteppeAccountTable *self)
{
  return (self->cells->len + self->n_columns - 1) / self->n_columns;
}
