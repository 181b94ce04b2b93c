/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "model/steppe-statement-groups.h"

#include <glib/gi18n.h>

#include "model/steppe-item-words.h"
#include "model/steppe-statement.h"

static gboolean
contains (const char *const *ids,
          const char *id)
{
  return ids != NULL && g_strv_contains (ids, id);
}

/* Whether one of @ids is a statement about the item, or is the item. */
static gboolean
concerns (const char *const *ids,
          SteppeDossier *dossier,
          const char *item_id)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      SteppeItem *other = steppe_dossier_lookup (dossier, ids[i]);

      if (g_str_equal (ids[i], item_id))
        return TRUE;
      if (STEPPE_IS_STATEMENT (other) && contains (steppe_statement_get_about (STEPPE_STATEMENT (other)), item_id))
        return TRUE;
    }
  return FALSE;
}

static void
add_statement (SteppeStatementGroups *self,
               SteppeStatement *statement,
               SteppeDossier *dossier,
               const char *item_id)
{
  if (concerns (steppe_statement_get_disputes (statement), dossier, item_id))
    g_ptr_array_add (self->disputes, g_object_ref (statement));
  else if (concerns (steppe_statement_get_supports (statement), dossier, item_id))
    g_ptr_array_add (self->supports, g_object_ref (statement));
  else if (contains (steppe_statement_get_about (statement), item_id))
    g_ptr_array_add (self->said, g_object_ref (statement));
}

/**
 * steppe_statement_groups_new:
 * @dossier: a dossier
 * @item: one of its items
 *
 * Finds who says what about @item. About a statement, those count that support or dispute it;
 * about any other item, those that are about it, by what they do to another of them.
 *
 * Returns: (transfer full): the statements in groups
 */
SteppeStatementGroups *
steppe_statement_groups_new (SteppeDossier *dossier,
                             SteppeItem *item)
{
  SteppeStatementGroups *self = g_new0 (SteppeStatementGroups, 1);
  const char *id = steppe_item_get_id (item);
  GPtrArray *referrers = steppe_dossier_get_referrers (dossier, id);

  self->said = g_ptr_array_new_with_free_func (g_object_unref);
  self->supports = g_ptr_array_new_with_free_func (g_object_unref);
  self->disputes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      SteppeItem *referrer = g_ptr_array_index (referrers, i);

      if (!STEPPE_IS_STATEMENT (referrer))
        continue;
      if (STEPPE_IS_STATEMENT (item) || contains (steppe_statement_get_about (STEPPE_STATEMENT (referrer)), id))
        add_statement (self, STEPPE_STATEMENT (referrer), dossier, id);
    }
  return self;
}

/**
 * steppe_statement_groups_free:
 * @self: (transfer full): statements in groups
 */
void
steppe_statement_groups_free (SteppeStatementGroups *self)
{
  g_ptr_array_unref (self->said);
  g_ptr_array_unref (self->supports);
  g_ptr_array_unref (self->disputes);
  g_free (self);
}

/**
 * steppe_item_find_said:
 * @item: an item of @dossier
 * @dossier: the dossier
 *
 * Returns: (transfer container) (element-type SteppeStatement): the statements that it made, in the order of the file; none for
 *   what is no actor
 */
GPtrArray *
steppe_item_find_said (SteppeItem *item,
                       SteppeDossier *dossier)
{
  const char *id = steppe_item_get_id (item);
  GPtrArray *referrers = steppe_dossier_get_referrers (dossier, id);
  GPtrArray *said = g_ptr_array_new ();

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      SteppeItem *referrer = g_ptr_array_index (referrers, i);

      if (STEPPE_IS_STATEMENT (referrer) && g_strcmp0 (steppe_statement_get_speaker (STEPPE_STATEMENT (referrer)), id) == 0)
        g_ptr_array_add (said, referrer);
    }
  return said;
}

/**
 * steppe_statements_dup_speakers:
 * @statements: (element-type SteppeStatement): statements
 * @dossier: their dossier
 * @max_speakers: how many to name
 *
 * Returns: (transfer full) (nullable): the names of those who made them, each once: “Kremlin, RIA
 *   and 2 more”; %NULL for none
 */
char *
steppe_statements_dup_speakers (GPtrArray *statements,
                                SteppeDossier *dossier,
                                guint max_speakers)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_more;

  for (guint i = 0; i < statements->len; i++)
    {
      const char *id = steppe_statement_get_speaker (g_ptr_array_index (statements, i));
      SteppeItem *speaker = steppe_dossier_lookup (dossier, id);

      if (speaker == NULL || !g_hash_table_add (seen, speaker) || g_hash_table_size (seen) > max_speakers)
        continue;
      steppe_words_append (names, steppe_dossier_resolve_name (dossier, speaker));
    }
  if (names->len == 0)
    return NULL;
  if (g_hash_table_size (seen) <= max_speakers)
    return g_string_free (g_steal_pointer (&names), FALSE);
  n_more = g_hash_table_size (seen) - max_speakers;
  /* Translators: names, and how many more there are */
  return g_strdup_printf (ngettext ("%1$s and %2$u more", "%1$s and %2$u more", n_more), names->str, n_more);
}
