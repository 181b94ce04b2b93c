/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "model/steppe-item-account.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/steppe-event.h"
#include "model/steppe-item-words.h"
#include "model/steppe-source.h"
#include "model/steppe-statement-groups.h"
#include "model/steppe-statement.h"

/* What there is to say of an item, from what the dossier has. What it rests on is told with it:
 * every block that states something carries the numbers of its sources, and no block leaves out
 * that something is not sure. */

typedef struct
{
  SteppeAccount *account;
  SteppeDossier *dossier;
  SteppeItem *item;
  GPtrArray *sources; /* SteppeSource, in the order of their numbers */
} Teller;

static guint
number_source (Teller *self,
               SteppeItem *source)
{
  guint n;

  if (!g_ptr_array_find (self->sources, source, &n))
    {
      n = self->sources->len;
      g_ptr_array_add (self->sources, source);
    }
  return n + 1;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return (first > second) - (first < second);
}

/* “[1–3, 7]”: ascending numbers, each once, three or more in a row as a range. */
static char *
dup_number_list (const guint *numbers,
                 guint n_numbers)
{
  g_autoptr (GString) list = g_string_new ("[");

  for (guint i = 0, last = 0; i < n_numbers; i = last + 1)
    {
      last = i;
      while (last + 1 < n_numbers && numbers[last + 1] == numbers[last] + 1)
        last++;
      if (last == i + 1)
        last = i;
      g_string_append_printf (list, "%s%u", i > 0 ? ", " : "", numbers[i]);
      if (last > i)
        g_string_append_printf (list, "–%u", numbers[last]);
    }
  g_string_append_c (list, ']');
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
dup_notes (Teller *self,
           SteppeItem *item)
{
  const char *const *ids = steppe_item_get_sources (item);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_distinct = 0;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      SteppeItem *source = steppe_dossier_lookup (self->dossier, ids[i]);

      if (STEPPE_IS_SOURCE (source))
        {
          guint number = number_source (self, source);

          g_array_append_val (numbers, number);
        }
    }
  if (numbers->len == 0)
    return NULL;
  g_array_sort (numbers, compare_numbers);
  for (guint i = 0; i < numbers->len; i++)
    if (i == 0 || g_array_index (numbers, guint, i) != g_array_index (numbers, guint, n_distinct - 1))
      g_array_index (numbers, guint, n_distinct++) = g_array_index (numbers, guint, i);
  return dup_number_list ((const guint *) (gpointer) numbers->data, n_distinct);
}

/* Words for an item that its author is not quite sure of. */
static const char *
get_doubt (SteppeItem *item)
{
  SteppeConfidence confidence = steppe_item_get_confidence (item);

  return confidence == STEPPE_CONFIDENCE_HIGH ? NULL : steppe_confidence_get_label (confidence);
}

static SteppeBlock *
add_fact (Teller *self,
          const char *label,
          const char *text)
{
  if (text == NULL || *text == '\0')
    return NULL;
  return steppe_account_add (self->account, STEPPE_BLOCK_FACT, label, text);
}

static void
add_sourced_fact (Teller *self,
                  const char *label,
                  const char *text)
{
  SteppeBlock *block = add_fact (self, label, text);

  if (block != NULL)
    block->notes = dup_notes (self, self->item);
}

/* Adds the name of an item on a line of its own, with what is to be known of it in brackets. */
static void
append_name (GString *lines,
             SteppeDossier *dossier,
             const char *id,
             const char *role)
{
  SteppeItem *item = steppe_dossier_lookup (dossier, id);
  g_autoptr (GString) brackets = g_string_new (NULL);

  if (item == NULL)
    return;
  steppe_words_append (brackets, role);
  steppe_words_append (brackets, get_doubt (item));
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  if (brackets->len > 0)
    /* Translators: a name, and what is to be known of it, as in “Vladimir Putin (guest)” */
    g_string_append_printf (lines, _ ("%1$s (%2$s)"), steppe_dossier_resolve_name (dossier, item), brackets->str);
  else
    g_string_append (lines, steppe_dossier_resolve_name (dossier, item));
}

static void
add_where (Teller *self)
{
  const char *const *places = steppe_event_get_places (STEPPE_EVENT (self->item));
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; places != NULL && places[i] != NULL; i++)
    append_name (lines, self->dossier, places[i], NULL);
  add_sourced_fact (self, _ ("Where"), lines->str);
}

static void
add_who (Teller *self)
{
  GPtrArray *participants = steppe_event_get_participants (STEPPE_EVENT (self->item));
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; participants != NULL && i < participants->len; i++)
    {
      const SteppeParticipant *participant = g_ptr_array_index (participants, i);

      append_name (lines, self->dossier, participant->actor, steppe_role_get_label (participant->role));
    }
  add_sourced_fact (self, _ ("Who"), lines->str);
}

static void
add_facts (Teller *self)
{
  SteppeEvent *event = STEPPE_EVENT (self->item);
  g_autofree char *when = steppe_event_dup_caption (event, self->dossier, FALSE);

  add_sourced_fact (self, _ ("When"), when);
  add_where (self);
  add_fact (self, _ ("Kind"), steppe_sort_get_label (steppe_event_get_kind (event)));
  add_fact (self, _ ("Status"), steppe_status_get_label (steppe_event_get_status (event), steppe_event_get_status_text (event)));
  add_fact (self, _ ("How sure"), steppe_confidence_get_label (steppe_item_get_confidence (self->item)));
  add_fact (self, _ ("Note"), steppe_dossier_resolve (self->dossier, steppe_item_get_note (self->item)));
  add_who (self);
}

static void
add_summary (Teller *self)
{
  const char *summary = steppe_dossier_resolve (self->dossier, steppe_item_get_summary (self->item));

  if (*summary != '\0')
    steppe_account_add (self->account, STEPPE_BLOCK_SUMMARY, NULL, summary)->notes = dup_notes (self, self->item);
}

static void
add_note (Teller *self,
          SteppeBlock *block,
          SteppeItem *item)
{
  steppe_block_take_remark (block, g_strdup (steppe_dossier_resolve (self->dossier, steppe_item_get_note (item))));
}

/* Who said it, or what was said where that is not known. */
static const char *
name_statement (SteppeDossier *dossier,
                SteppeItem *statement)
{
  SteppeItem *speaker = steppe_dossier_lookup (dossier, steppe_statement_get_speaker (STEPPE_STATEMENT (statement)));

  return steppe_dossier_resolve_name (dossier, speaker != NULL ? speaker : statement);
}

static void
add_name (GHashTable *seen,
          GString *names,
          SteppeDossier *dossier,
          SteppeItem *statement)
{
  const char *name;

  if (!STEPPE_IS_STATEMENT (statement))
    return;
  name = name_statement (dossier, statement);
  if (g_hash_table_add (seen, (gpointer) name))
    steppe_words_append (names, name);
}

static void
add_stance (Teller *self,
            SteppeBlock *block,
            const char *label,
            const char *const *ids)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    add_name (seen, names, self->dossier, steppe_dossier_lookup (self->dossier, ids[i]));
  if (names->len > 0)
    steppe_block_take_remark (block, g_strdup_printf (_ ("%1$s: %2$s"), label, names->str));
}

static void
add_opponents (Teller *self,
               SteppeBlock *block,
               SteppeItem *statement)
{
  const char *id = steppe_item_get_id (statement);
  GPtrArray *referrers = steppe_dossier_get_referrers (self->dossier, id);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      SteppeItem *referrer = g_ptr_array_index (referrers, i);
      const char *const *disputes = STEPPE_IS_STATEMENT (referrer) ? steppe_statement_get_disputes (STEPPE_STATEMENT (referrer)) : NULL;

      if (disputes != NULL && g_strv_contains (disputes, id))
        g_strv_builder_add (ids, steppe_item_get_id (referrer));
    }
  all = g_strv_builder_end (ids);
  add_stance (self, block, _ ("Disputed by"), (const char *const *) all);
}

static void
add_statement (Teller *self,
               SteppeStatement *statement)
{
  SteppeItem *item = STEPPE_ITEM (statement);
  SteppeItem *speaker = steppe_dossier_lookup (self->dossier, steppe_statement_get_speaker (statement));
  g_autofree char *when = steppe_item_dup_when (item, self->dossier, STEPPE_DATE_STYLE_LONG);
  SteppeBlock *block = steppe_account_add (self->account, STEPPE_BLOCK_STATEMENT, when, steppe_dossier_resolve_name (self->dossier, item));

  block->item = g_object_ref (item);
  block->lead = speaker != NULL ? g_strdup (steppe_dossier_resolve_name (self->dossier, speaker)) : NULL;
  block->notes = dup_notes (self, item);
  steppe_block_take_remark (block, g_strdup (get_doubt (item)));
  add_stance (self, block, _ ("Supports"), steppe_statement_get_supports (statement));
  add_stance (self, block, _ ("Disputes"), steppe_statement_get_disputes (statement));
  add_opponents (self, block, item);
  add_note (self, block, item);
}

/* By time, so that an answer comes after what it answers; undated ones at the end. */
static int
compare_statements (gconstpointer a,
                    gconstpointer b)
{
  SteppeDate *first = steppe_statement_get_date (STEPPE_STATEMENT (*(gpointer const *) a));
  SteppeDate *second = steppe_statement_get_date (STEPPE_STATEMENT (*(gpointer const *) b));
  gint64 first_key = first != NULL ? steppe_date_get_sort_key (first) : G_MAXINT64;
  gint64 second_key = second != NULL ? steppe_date_get_sort_key (second) : G_MAXINT64;

  return (first_key > second_key) - (first_key < second_key);
}

static void
add_statements (Teller *self)
{
  g_autoptr (SteppeStatementGroups) groups = steppe_statement_groups_new (self->dossier, self->item);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  g_ptr_array_extend (all, groups->said, NULL, NULL);
  g_ptr_array_extend (all, groups->supports, NULL, NULL);
  g_ptr_array_extend (all, groups->disputes, NULL, NULL);
  if (all->len == 0)
    return;
  g_ptr_array_sort (all, compare_statements);
  steppe_account_add (self->account, STEPPE_BLOCK_HEADING, NULL, _ ("Who Says What"));
  for (guint i = 0; i < all->len; i++)
    add_statement (self, g_ptr_array_index (all, i));
}

static void
add_related_event (Teller *self,
                   SteppeEvent *event,
                   const char *tie)
{
  SteppeItem *item = STEPPE_ITEM (event);
  g_autofree char *caption = steppe_event_dup_caption (event, self->dossier, TRUE);
  const char *status = steppe_status_get_label (steppe_event_get_status (event), steppe_event_get_status_text (event));
  SteppeBlock *block = steppe_account_add (self->account, STEPPE_BLOCK_ENTRY, steppe_tie_get_label (tie),
                                           steppe_dossier_resolve_name (self->dossier, item));

  block->item = g_object_ref (item);
  block->notes = dup_notes (self, item);
  steppe_block_take_remark (block, *status != '\0' ? g_strdup_printf (_ ("%1$s · %2$s"), caption, status)
                                                   : g_steal_pointer (&caption));
  steppe_block_take_remark (block, g_strdup (get_doubt (item)));
  add_note (self, block, item);
}

static void
add_related (Teller *self)
{
  GPtrArray *related = steppe_event_get_related (STEPPE_EVENT (self->item));
  gboolean headed = FALSE;

  for (guint i = 0; related != NULL && i < related->len; i++)
    {
      const SteppeRelated *other = g_ptr_array_index (related, i);
      SteppeItem *event = steppe_dossier_lookup (self->dossier, other->event);

      if (!STEPPE_IS_EVENT (event))
        continue;
      if (!headed)
        steppe_account_add (self->account, STEPPE_BLOCK_HEADING, NULL, _ ("Related Events"));
      headed = TRUE;
      add_related_event (self, STEPPE_EVENT (event), other->as);
    }
}

/* Publisher and dates of a source, as far as they are known. */
static char *
dup_imprint (Teller *self,
             SteppeSource *source,
             const char *title)
{
  const char *publisher = steppe_dossier_resolve (self->dossier, steppe_source_get_publisher (source));
  SteppeDate *read = steppe_source_get_accessed (source);
  g_autofree char *when = steppe_item_dup_when (STEPPE_ITEM (source), self->dossier, STEPPE_DATE_STYLE_LONG);
  g_autofree char *accessed = read != NULL ? steppe_date_format (read, STEPPE_DATE_STYLE_LONG) : NULL;
  g_autofree char *labelled = accessed != NULL ? g_strdup_printf (_ ("%1$s: %2$s"), _ ("Accessed"), accessed) : NULL;
  const char *parts[4] = { NULL };
  guint n_parts = 0;

  if (*publisher != '\0' && !g_str_equal (publisher, title))
    parts[n_parts++] = publisher;
  if (when != NULL)
    parts[n_parts++] = when;
  if (labelled != NULL)
    parts[n_parts++] = labelled;
  return g_strjoinv (" · ", (char **) parts);
}

static void
add_source (Teller *self,
            guint number,
            SteppeSource *source)
{
  SteppeItem *item = STEPPE_ITEM (source);
  g_autofree char *title = steppe_item_dup_title (item, self->dossier);
  g_autofree char *label = g_strdup_printf ("%u", number);
  const char *archive = steppe_source_get_archive (source);
  SteppeBlock *block = steppe_account_add (self->account, STEPPE_BLOCK_SOURCE, label, title);

  block->item = g_object_ref (item);
  steppe_block_take_remark (block, dup_imprint (self, source, title));
  steppe_block_take_remark (block, g_strdup (steppe_source_get_url (source)));
  if (archive != NULL && *archive != '\0')
    steppe_block_take_remark (block, g_strdup_printf (_ ("%1$s: %2$s"), _ ("Archived copy"), archive));
  steppe_block_take_remark (block, g_strdup (get_doubt (item)));
  add_note (self, block, item);
}

static void
add_sources (Teller *self)
{
  gboolean described = FALSE;

  if (self->sources->len == 0)
    return;
  steppe_account_add (self->account, STEPPE_BLOCK_HEADING, NULL, _ ("Sources"));
  for (guint i = 0; i < self->sources->len; i++)
    {
      SteppeItem *source = g_ptr_array_index (self->sources, i);
      g_autofree char *title = steppe_item_dup_title (source, self->dossier);

      add_source (self, i + 1, STEPPE_SOURCE (source));
      described = described || steppe_title_is_descriptive (title);
    }
  if (described)
    steppe_account_add (self->account, STEPPE_BLOCK_REMARK, NULL, steppe_descriptive_title_get_explanation ());
}

/**
 * steppe_item_has_account:
 * @item: (nullable): an item
 *
 * Returns: whether there is an account of it; so far, of events
 */
gboolean
steppe_item_has_account (SteppeItem *item)
{
  return STEPPE_IS_EVENT (item);
}

/**
 * steppe_item_account_new:
 * @item: an item of @dossier of which there is an account
 * @dossier: the dossier
 *
 * Tells all that the dossier says of @item, with the sources at the end.
 *
 * Returns: (transfer full): the account
 */
SteppeAccount *
steppe_item_account_new (SteppeItem *item,
                         SteppeDossier *dossier)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  Teller self = { NULL, dossier, item, sources };

  g_return_val_if_fail (steppe_item_has_account (item) && STEPPE_IS_DOSSIER (dossier), NULL);

  self.account = steppe_account_new (steppe_dossier_resolve (dossier, steppe_dossier_get_title (dossier)));
  steppe_account_add (self.account, STEPPE_BLOCK_TITLE, NULL, steppe_dossier_resolve_name (dossier, item))->item = g_object_ref (item);
  add_facts (&self);
  add_summary (&self);
  add_statements (&self);
  add_related (&self);
  add_sources (&self);
  return self.account;
}

/**
 * steppe_item_dup_text:
 * @item: an item of @dossier of which there is an account
 * @dossier: the dossier
 *
 * Returns: (transfer full): the account as plain text, as for the clipboard
 */
char *
steppe_item_dup_text (SteppeItem *item,
                      SteppeDossier *dossier)
{
  g_autoptr (SteppeAccount) account = steppe_item_account_new (item, dossier);

  return account != NULL ? steppe_account_dup_text (account) : NULL;
}
