/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include <glib/gi18n.h>

#include "model/steppe-item-words.h"
#include "model/steppe-statement-groups.h"
#include "model/steppe-statement.h"
#include "sheets/steppe-telling-private.h"

/* Statements, each with who made it and which others it supports or disputes. */

/* Who said it, or what was said where that is not known. */
static const char *
name_statement (SteppeDossier *dossier,
                SteppeItem *statement)
{
  SteppeItem *speaker = steppe_dossier_lookup (dossier, steppe_statement_get_speaker (STEPPE_STATEMENT (statement)));

  return steppe_dossier_resolve_name (dossier, speaker != NULL ? speaker : statement);
}

/* A remark such as “Disputes: Kremlin, RIA”, each name once, leading to a statement of that speaker. */
static void
remark_stance (SteppeTelling *self,
               SteppeAccountBlock *block,
               const char *label,
               GPtrArray *statements)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) named = g_ptr_array_new ();
  g_autoptr (GString) names = g_string_new (NULL);
  SteppePhrase *phrase;

  for (guint i = 0; i < statements->len; i++)
    {
      SteppeItem *statement = g_ptr_array_index (statements, i);
      const char *name = name_statement (self->dossier, statement);

      if (!g_hash_table_add (seen, (gpointer) name))
        continue;
      steppe_words_append (names, name);
      g_ptr_array_add (named, statement);
    }
  if (named->len == 0)
    return;
  phrase = steppe_account_block_remark (block, g_strdup_printf (_ ("%1$s: %2$s"), label, names->str));
  for (guint i = 0; i < named->len; i++)
    {
      g_autofree char *anchor = _steppe_telling_dup_anchor (g_ptr_array_index (named, i));

      steppe_phrase_mark (phrase, name_statement (self->dossier, g_ptr_array_index (named, i)), FALSE, anchor);
    }
}

static void
remark_stances_of (SteppeTelling *self,
                   SteppeAccountBlock *block,
                   const char *label,
                   const char *const *ids)
{
  g_autoptr (GPtrArray) statements = g_ptr_array_new ();

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      SteppeItem *other = steppe_dossier_lookup (self->dossier, ids[i]);

      if (STEPPE_IS_STATEMENT (other))
        g_ptr_array_add (statements, other);
    }
  remark_stance (self, block, label, statements);
}

void
_steppe_telling_statement (SteppeTelling *self,
                           gpointer thing)
{
  SteppeStatement *statement = thing;
  SteppeItem *item = thing;
  SteppeItem *speaker = steppe_dossier_lookup (self->dossier, steppe_statement_get_speaker (statement));
  g_autoptr (SteppeStatementGroups) on = steppe_statement_groups_new (self->dossier, item);
  g_autofree char *when = steppe_item_dup_when (item, self->dossier, STEPPE_DATE_STYLE_LONG);
  SteppeAccountBlock *block = steppe_account_add (self->account, STEPPE_ACCOUNT_STATEMENT, when);

  _steppe_telling_anchor (self, block, item);
  if (speaker != NULL && speaker != self->item)
    {
      block->lead = steppe_phrase_new (steppe_dossier_resolve_name (self->dossier, speaker));
      _steppe_telling_link (block->lead, self->dossier, speaker, FALSE);
    }
  steppe_phrase_take_notes (steppe_account_block_add (block, g_strdup (steppe_dossier_resolve_name (self->dossier, item))),
                            _steppe_telling_cite (self, item));
  remark_stances_of (self, block, _ ("Supports"), steppe_statement_get_supports (statement));
  remark_stances_of (self, block, _ ("Disputes"), steppe_statement_get_disputes (statement));
  remark_stance (self, block, _ ("Supported by"), on->supports);
  remark_stance (self, block, _ ("Disputed by"), on->disputes);
  _steppe_telling_remark_doubt (self, block, item);
}

static gboolean
is_in_span (SteppeItem *statement,
            const SteppeSpan *span)
{
  SteppeDate *date = steppe_statement_get_date (STEPPE_STATEMENT (statement));

  return date != NULL && steppe_date_get_local_latest (date) >= span->earliest && steppe_date_get_local_earliest (date) <= span->latest;
}

/* All of the dossier, or of its span of time. */
static void
find_all (SteppeTelling *self,
          GPtrArray *statements)
{
  GListModel *all = steppe_dossier_get_items (self->dossier, STEPPE_ITEM_STATEMENT);
  SteppeSpan span;
  gboolean limited = steppe_topic_get_span (self->topic, &span);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (SteppeItem) statement = g_list_model_get_item (all, i);

      if (!limited || is_in_span (statement, &span))
        g_ptr_array_add (statements, g_object_ref (statement));
    }
}

/* Those that rest on a source. */
static void
find_referrers (SteppeTelling *self,
                GPtrArray *statements)
{
  GPtrArray *referrers = steppe_dossier_get_referrers (self->dossier, steppe_item_get_id (self->item));

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    if (STEPPE_IS_STATEMENT (g_ptr_array_index (referrers, i)))
      g_ptr_array_add (statements, g_object_ref (g_ptr_array_index (referrers, i)));
}

GPtrArray *
_steppe_telling_list_statements (SteppeTelling *self)
{
  GPtrArray *statements = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SteppeStatementGroups) groups = NULL;

  if (self->item == NULL)
    {
      find_all (self, statements);
    }
  else if (steppe_item_get_kind (self->item) == STEPPE_ITEM_SOURCE)
    {
      find_referrers (self, statements);
    }
  else
    {
      groups = steppe_statement_groups_new (self->dossier, self->item);
      g_ptr_array_extend (statements, groups->said, (GCopyFunc) (GCallback) g_object_ref, NULL);
      g_ptr_array_extend (statements, groups->supports, (GCopyFunc) (GCallback) g_object_ref, NULL);
      g_ptr_array_extend (statements, groups->disputes, (GCopyFunc) (GCallback) g_object_ref, NULL);
    }
  g_ptr_array_sort (statements, _steppe_telling_compare_dates);
  return statements;
}

GPtrArray *
_steppe_telling_list_said (SteppeTelling *self)
{
  GPtrArray *statements = steppe_item_find_said (self->item, self->dossier);

  g_ptr_array_sort (statements, _steppe_telling_compare_dates);
  return statements;
}
