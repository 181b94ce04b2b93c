/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include <glib/gi18n.h>

#include "model/steppe-chronology.h"
#include "model/steppe-event.h"
#include "model/steppe-item-words.h"
#include "model/steppe-ties.h"
#include "sheets/steppe-telling-private.h"

/* Events: in full, as of a dossier; listed, as of a place; and those that another is related to. */

/* The table of the main events has so many rows at most. */
#define MAX_KEY_EVENTS 12

GPtrArray *
_steppe_telling_list_events (SteppeTelling *self)
{
  return g_ptr_array_ref (self->events);
}

static char *
dup_places (SteppeTelling *self,
            SteppeEvent *event)
{
  const char *const *ids = steppe_event_get_places (event);
  GString *names = g_string_new (NULL);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      SteppeItem *place = steppe_dossier_lookup (self->dossier, ids[i]);

      if (place != NULL)
        steppe_words_append (names, steppe_dossier_resolve_name (self->dossier, place));
    }
  return g_string_free (names, FALSE);
}

static char *
dup_status (SteppeItem *event)
{
  const char *doubt = _steppe_telling_get_doubt (event);

  return _steppe_telling_join ((const char *const[]) { steppe_item_get_status_label (event), doubt }, 2);
}

static void
remark_note (SteppeTelling *self,
             SteppeAccountBlock *block,
             SteppeItem *event)
{
  steppe_account_block_remark (block, g_strdup (steppe_dossier_resolve (self->dossier, steppe_item_get_note (event))));
}

/* Who took part, each with its role, leading to where that is told. */
static void
remark_participants (SteppeTelling *self,
                     SteppeAccountBlock *block,
                     SteppeEvent *event)
{
  GPtrArray *participants = steppe_event_get_participants (event);
  g_autoptr (GString) names = g_string_new (NULL);
  SteppePhrase *phrase;

  for (guint i = 0; participants != NULL && i < participants->len; i++)
    {
      const SteppeParticipant *participant = g_ptr_array_index (participants, i);
      SteppeItem *actor = steppe_dossier_lookup (self->dossier, participant->actor);
      const char *role = steppe_role_get_label (participant->role);
      g_autofree char *name = NULL;

      if (actor == NULL)
        continue;
      name = role != NULL ? g_strdup_printf (_ ("%1$s (%2$s)"), steppe_dossier_resolve_name (self->dossier, actor), role)
                          : g_strdup (steppe_dossier_resolve_name (self->dossier, actor));
      steppe_words_append (names, name);
    }
  phrase = steppe_account_block_remark (block, g_strdup (names->str));
  for (guint i = 0; phrase != NULL && i < participants->len; i++)
    {
      const SteppeParticipant *participant = g_ptr_array_index (participants, i);
      SteppeItem *actor = steppe_dossier_lookup (self->dossier, participant->actor);

      if (actor != NULL)
        _steppe_telling_link (phrase, self->dossier, actor, FALSE);
    }
}

void
_steppe_telling_event (SteppeTelling *self,
                       gpointer thing)
{
  SteppeItem *item = thing;
  SteppeEvent *event = thing;
  g_autofree char *when = steppe_event_dup_caption (event, self->dossier, FALSE);
  SteppeAccountBlock *block = steppe_account_add (self->account, STEPPE_ACCOUNT_ENTRY, when);
  const char *summary = steppe_dossier_resolve (self->dossier, steppe_item_get_summary (item));
  const char *title = steppe_dossier_resolve_name (self->dossier, item);
  g_autofree char *places = dup_places (self, event);
  g_autofree char *status = dup_status (item);

  _steppe_telling_anchor (self, block, item);
  _steppe_telling_number (self, block, item);
  if (*summary != '\0')
    {
      block->lead = steppe_phrase_new (title);
      steppe_phrase_take_notes (steppe_account_block_add (block, g_strdup (summary)), _steppe_telling_cite (self, item));
    }
  else
    {
      SteppePhrase *phrase = steppe_account_block_add (block, g_strdup (title));

      steppe_phrase_mark (phrase, title, TRUE, NULL);
      steppe_phrase_take_notes (phrase, _steppe_telling_cite (self, item));
    }
  steppe_account_block_remark (block, _steppe_telling_join ((const char *const[]) { places, status }, 2));
  remark_participants (self, block, event);
  remark_note (self, block, item);
}

/* As what the item of the sheet takes part in an event. */
static const char *
find_role (SteppeTelling *self,
           SteppeEvent *event)
{
  GPtrArray *participants = steppe_event_get_participants (event);

  for (guint i = 0; self->item != NULL && participants != NULL && i < participants->len; i++)
    {
      const SteppeParticipant *participant = g_ptr_array_index (participants, i);

      if (g_strcmp0 (participant->actor, steppe_item_get_id (self->item)) == 0)
        return steppe_role_get_label (participant->role);
    }
  return NULL;
}

static SteppeAccountBlock *
add_listed (SteppeTelling *self,
            SteppeItem *event,
            const char *label)
{
  SteppeAccountBlock *block = steppe_account_add (self->account, STEPPE_ACCOUNT_ENTRY, label);
  SteppePhrase *phrase = steppe_account_block_add (block, g_strdup (steppe_dossier_resolve_name (self->dossier, event)));

  _steppe_telling_anchor (self, block, event);
  _steppe_telling_number (self, block, event);
  steppe_phrase_take_notes (phrase, _steppe_telling_cite (self, event));
  return block;
}

void
_steppe_telling_listed_event (SteppeTelling *self,
                              gpointer thing)
{
  SteppeEvent *event = thing;
  g_autofree char *when = steppe_event_dup_caption (event, self->dossier, FALSE);
  g_autofree char *places = dup_places (self, event);
  g_autofree char *status = dup_status (STEPPE_ITEM (event));
  SteppeAccountBlock *block = add_listed (self, STEPPE_ITEM (event), when);

  steppe_account_block_remark (block, _steppe_telling_join ((const char *const[]) { find_role (self, event), places, status }, 3));
  remark_note (self, block, STEPPE_ITEM (event));
}

/* In the order of time. */
GPtrArray *
_steppe_telling_list_related (SteppeTelling *self)
{
  GPtrArray *events;

  if (self->ties == NULL)
    self->ties = steppe_event_find_related (STEPPE_EVENT (self->item), self->dossier);
  events = g_hash_table_get_keys_as_ptr_array (self->ties);
  steppe_chronology_sort (events);
  return events;
}

void
_steppe_telling_related (SteppeTelling *self,
                         gpointer thing)
{
  SteppeEvent *event = thing;
  g_autofree char *caption = steppe_event_dup_caption (event, self->dossier, TRUE);
  g_autofree char *status = dup_status (STEPPE_ITEM (event));
  SteppeAccountBlock *block = add_listed (self, STEPPE_ITEM (event), steppe_tie_get_label (g_hash_table_lookup (self->ties, event)));

  steppe_account_block_remark (block, _steppe_telling_join ((const char *const[]) { caption, status }, 2));
  remark_note (self, block, STEPPE_ITEM (event));
}

/* How much the dossier says about an event. */
static guint
weigh (SteppeTelling *self,
       SteppeItem *event)
{
  GPtrArray *referrers = steppe_dossier_get_referrers (self->dossier, steppe_item_get_id (event));
  const char *const *sources = steppe_item_get_sources (event);

  return (referrers != NULL ? referrers->len : 0) + (sources != NULL ? g_strv_length ((char **) sources) : 0);
}

typedef struct
{
  guint weight;
  guint order;
} KeyEvent;

/* The weightiest first; of equals, the earlier. */
static int
compare_weights (gconstpointer a,
                 gconstpointer b)
{
  const KeyEvent *first = a, *second = b;

  if (first->weight != second->weight)
    return first->weight < second->weight ? 1 : -1;
  return (first->order > second->order) - (first->order < second->order);
}

static int
compare_orders (gconstpointer a,
                gconstpointer b)
{
  const KeyEvent *first = a, *second = b;

  return (first->order > second->order) - (first->order < second->order);
}

static GArray *
choose_key_events (SteppeTelling *self)
{
  GArray *chosen = g_array_sized_new (FALSE, FALSE, sizeof (KeyEvent), self->events->len);

  for (guint i = 0; i < self->events->len; i++)
    g_array_append_vals (chosen, &(KeyEvent) { weigh (self, g_ptr_array_index (self->events, i)), i }, 1);
  g_array_sort (chosen, compare_weights);
  g_array_set_size (chosen, MIN (chosen->len, MAX_KEY_EVENTS));
  g_array_sort (chosen, compare_orders);
  return chosen;
}

static void
add_key_event (SteppeTelling *self,
               SteppeAccountTable *table,
               SteppeEvent *event)
{
  SteppeItem *item = STEPPE_ITEM (event);
  g_autofree char *when = steppe_item_dup_when (item, self->dossier, STEPPE_DATE_STYLE_SHORT);
  SteppePhrase *what;

  steppe_account_table_add (table, g_strdup_printf ("%u", GPOINTER_TO_UINT (g_hash_table_lookup (self->pin_numbers, event))));
  steppe_account_table_add (table, when != NULL ? g_steal_pointer (&when) : g_strdup (_ ("no date")));
  what = steppe_account_table_add (table, g_strdup (steppe_dossier_resolve_name (self->dossier, item)));
  _steppe_telling_link (what, self->dossier, item, FALSE);
  steppe_phrase_take_notes (what, _steppe_telling_cite (self, item));
  steppe_account_table_add (table, dup_places (self, event));
  steppe_account_table_add (table, dup_status (item));
}

/* Those of which the dossier says most; nothing of a single one. */
void
_steppe_telling_key_events (SteppeTelling *self,
                            gpointer thing)
{
  static const double shares[] = { 0.06, 0.2, 0.42, 0.18, 0.14 };
  const char *const heads[] = { /* Translators: head of a column of numbers */ _ ("No."), _ ("When"), _ ("What"), _ ("Where"), _ ("Status") };
  g_autoptr (GArray) chosen = NULL;
  SteppeAccountBlock *block;
  SteppeAccountTable *table;

  if (self->events->len < 2)
    return;
  chosen = choose_key_events (self);
  block = steppe_account_add (self->account, STEPPE_ACCOUNT_TABLE, _ ("Main Events"));
  table = steppe_account_block_begin_table (block, G_N_ELEMENTS (heads), shares, heads);
  for (guint i = 0; i < chosen->len; i++)
    add_key_event (self, table, g_ptr_array_index (self->events, g_array_index (chosen, KeyEvent, i).order));
}
