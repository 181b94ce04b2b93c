/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "sheets/steppe-telling-private.h"

#include <glib/gi18n.h>

#include "model/steppe-chronology.h"
#include "model/steppe-item-words.h"
#include "model/steppe-local-date.h"
#include "model/steppe-source.h"
#include "model/steppe-ties.h"

/**
 * SteppeTelling:
 *
 * Tells what a dossier says of a topic, step by step, so that much of it neither blocks nor has to
 * be told before something else can begin. What it rests on is told with it: every block that states
 * something carries the numbers of its sources, and no block leaves out that something is not sure.
 */

#define TITLE { 0, NULL, NULL, _steppe_telling_title }
#define SUMMARY { STEPPE_SECTION_SUMMARY, NULL, NULL, _steppe_telling_summary }
#define FACTS { STEPPE_SECTION_FACTS, NULL, NULL, _steppe_telling_facts }
#define MAP { STEPPE_SECTION_MAP, NULL, NULL, _steppe_telling_map }
#define TIMELINE { STEPPE_SECTION_TIMELINE, NULL, NULL, _steppe_telling_timeline }
#define STATEMENTS { STEPPE_SECTION_STATEMENTS, N_ ("Who Says What"), _steppe_telling_list_statements, _steppe_telling_statement }
#define EVENTS { STEPPE_SECTION_EVENTS, N_ ("Events"), _steppe_telling_list_events, _steppe_telling_listed_event }
#define RELATIONS { STEPPE_SECTION_RELATIONS, N_ ("Relations"), _steppe_telling_list_relations, _steppe_telling_relation }
#define JOURNEYS { STEPPE_SECTION_JOURNEYS, N_ ("Journeys"), _steppe_telling_list_journeys, _steppe_telling_journey }
#define SOURCES                                                                                     \
  { STEPPE_SECTION_SOURCES, N_ ("Sources"), _steppe_telling_list_sources, _steppe_telling_source }, \
  {                                                                                                 \
    STEPPE_SECTION_SOURCES, NULL, NULL, _steppe_telling_source_remarks                              \
  }
#define END { 0 }

static const SteppeChapter of_event[] = {
  TITLE, FACTS, SUMMARY, MAP, STATEMENTS, { STEPPE_SECTION_EVENTS, N_ ("Related Events"), _steppe_telling_list_related, _steppe_telling_related }, TIMELINE, SOURCES, END
};
static const SteppeChapter of_place[] = { TITLE, FACTS, SUMMARY, MAP, TIMELINE, EVENTS, STATEMENTS, JOURNEYS, SOURCES, END };
static const SteppeChapter of_actor[] = {
  TITLE, FACTS, SUMMARY, MAP, TIMELINE, EVENTS, { STEPPE_SECTION_STATEMENTS, N_ ("Says"), _steppe_telling_list_said, _steppe_telling_statement }, STATEMENTS, RELATIONS, SOURCES, END
};
static const SteppeChapter of_statement[] = { TITLE, FACTS, SUMMARY, STATEMENTS, MAP, TIMELINE, EVENTS, SOURCES, END };
static const SteppeChapter of_relation[] = { TITLE, FACTS, SUMMARY, MAP, STATEMENTS, TIMELINE, EVENTS, SOURCES, END };
static const SteppeChapter of_journey[] = {
  TITLE, FACTS, SUMMARY, MAP, { STEPPE_SECTION_FACTS, NULL, NULL, _steppe_telling_legs }, STATEMENTS, TIMELINE, EVENTS, RELATIONS, SOURCES, END
};
static const SteppeChapter of_source[] = { TITLE, FACTS, SUMMARY, MAP, TIMELINE, EVENTS, STATEMENTS, RELATIONS, JOURNEYS, SOURCES, END };
static const SteppeChapter of_narrative[] = {
  TITLE, FACTS, SUMMARY, MAP, TIMELINE, { 0, NULL, _steppe_telling_list_blocks, _steppe_telling_block }, SOURCES, END
};
static const SteppeChapter of_statements[] = {
  TITLE,
  { STEPPE_SECTION_STATEMENTS, NULL, _steppe_telling_list_statements, _steppe_telling_statement },
  SOURCES,
  END
};
static const SteppeChapter of_span[] = {
  TITLE, MAP, TIMELINE, FACTS, { STEPPE_SECTION_EVENTS, N_ ("Events"), _steppe_telling_list_events, _steppe_telling_event }, STATEMENTS, SOURCES, END
};
static const SteppeChapter of_dossier[] = {
  TITLE, SUMMARY, MAP, TIMELINE, FACTS, { STEPPE_SECTION_FACTS, NULL, NULL, _steppe_telling_key_events }, { STEPPE_SECTION_EVENTS, N_ ("Events"), _steppe_telling_list_events, _steppe_telling_event }, { STEPPE_SECTION_ACTORS, N_ ("Actors"), _steppe_telling_list_actors, _steppe_telling_actor }, STATEMENTS, RELATIONS, JOURNEYS, SOURCES, END
};

static const SteppeChapter *
choose_chapters (const SteppeTopic *topic)
{
  static const SteppeChapter *const of_items[STEPPE_N_ITEM_KINDS] = {
    [STEPPE_ITEM_EVENT] = of_event,
    [STEPPE_ITEM_PLACE] = of_place,
    [STEPPE_ITEM_ACTOR] = of_actor,
    [STEPPE_ITEM_STATEMENT] = of_statement,
    [STEPPE_ITEM_RELATION] = of_relation,
    [STEPPE_ITEM_JOURNEY] = of_journey,
    [STEPPE_ITEM_SOURCE] = of_source,
    [STEPPE_ITEM_NARRATIVE] = of_narrative,
  };

  switch (steppe_topic_get_kind (topic))
    {
    case STEPPE_TOPIC_ITEM:
      return of_items[steppe_item_get_kind (steppe_topic_get_item (topic))];
    case STEPPE_TOPIC_STATEMENTS:
      return of_statements;
    case STEPPE_TOPIC_SPAN:
      return of_span;
    case STEPPE_TOPIC_DOSSIER:
    default:
      return of_dossier;
    }
}

static GPtrArray *
find_events_in (SteppeDossier *dossier,
                const SteppeSpan *span)
{
  g_autoptr (GPtrArray) all = steppe_chronology_new (dossier);
  GPtrArray *events = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    {
      SteppeEvent *event = g_ptr_array_index (all, i);
      SteppeSpan other = steppe_event_get_span (event, dossier);

      if (other.earliest <= other.latest && other.latest >= span->earliest && other.earliest <= span->latest)
        g_ptr_array_add (events, g_object_ref (event));
    }
  return events;
}

static GPtrArray *
find_events (SteppeTelling *self)
{
  SteppeSpan span;
  GPtrArray *events;

  if (steppe_topic_get_span (self->topic, &span))
    return find_events_in (self->dossier, &span);
  if (self->item == NULL)
    return steppe_chronology_new (self->dossier);
  if (self->text != NULL)
    return _steppe_telling_find_mentioned (self);
  events = steppe_item_find_events (self->item, self->dossier);
  steppe_chronology_sort (events);
  return events;
}

/**
 * steppe_telling_new:
 * @topic: what to tell
 * @sections: which parts of it
 *
 * Returns: (transfer full): what tells it; nothing is told yet
 */
SteppeTelling *
steppe_telling_new (SteppeTopic *topic,
                    SteppeSections sections)
{
  SteppeTelling *self = g_new0 (SteppeTelling, 1);

  self->topic = steppe_topic_ref (topic);
  self->dossier = steppe_topic_get_dossier (topic);
  self->item = steppe_topic_get_item (topic);
  self->sections = sections;
  self->account = steppe_account_new (steppe_dossier_resolve (self->dossier, steppe_dossier_get_title (self->dossier)));
  self->sources = g_ptr_array_new ();
  self->note_numbers = g_hash_table_new (NULL, NULL);
  self->pin_numbers = g_hash_table_new (NULL, NULL);
  self->anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->chapters = choose_chapters (topic);
  if (self->item != NULL && steppe_item_get_kind (self->item) == STEPPE_ITEM_NARRATIVE)
    _steppe_telling_begin_narrative (self);
  self->events = find_events (self);
  if (self->events->len > 1)
    for (guint i = 0; i < self->events->len; i++)
      g_hash_table_insert (self->pin_numbers, g_ptr_array_index (self->events, i), GUINT_TO_POINTER (i + 1));
  return self;
}

/**
 * steppe_telling_free:
 * @self: (transfer full): a telling
 */
void
steppe_telling_free (SteppeTelling *self)
{
  g_clear_pointer (&self->things, g_ptr_array_unref);
  g_clear_pointer (&self->text, steppe_narrative_text_unref);
  g_clear_pointer (&self->ties, g_hash_table_unref);
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->sources);
  g_hash_table_unref (self->note_numbers);
  g_hash_table_unref (self->pin_numbers);
  g_hash_table_unref (self->anchors);
  steppe_account_free (self->account);
  steppe_topic_unref (self->topic);
  g_free (self);
}

static void
begin_chapter (SteppeTelling *self,
               const SteppeChapter *chapter)
{
  self->things = chapter->list (self);
  self->thing = 0;
  if (self->things->len > 0 && chapter->heading != NULL)
    steppe_account_block_add (steppe_account_add (self->account, STEPPE_ACCOUNT_HEADING, NULL), g_strdup (_ (chapter->heading)));
}

static void
end_chapter (SteppeTelling *self)
{
  g_clear_pointer (&self->things, g_ptr_array_unref);
  self->chapter++;
}

/**
 * steppe_telling_step:
 * @self: a telling
 *
 * Tells a little more: a thing, with all that is said of it.
 *
 * Returns: whether there may be more to tell
 */
gboolean
steppe_telling_step (SteppeTelling *self)
{
  const SteppeChapter *chapter = &self->chapters[self->chapter];

  if (chapter->tell == NULL)
    return FALSE;
  if (chapter->section != 0 && (self->sections & chapter->section) == 0)
    {
      end_chapter (self);
      return TRUE;
    }
  if (chapter->list == NULL)
    {
      chapter->tell (self, NULL);
      end_chapter (self);
      return TRUE;
    }
  if (self->things == NULL)
    begin_chapter (self, chapter);
  if (self->thing < self->things->len)
    {
      chapter->tell (self, g_ptr_array_index (self->things, self->thing));
      self->thing++;
      self->n_told++;
    }
  if (self->thing >= self->things->len)
    end_chapter (self);
  return TRUE;
}

/* About how many things there are to tell: how long it takes grows with them. */
static guint
estimate (const SteppeTelling *self)
{
  guint n_items = self->events->len;

  if (self->item == NULL)
    for (guint kind = 0; kind < STEPPE_N_ITEM_KINDS; kind++)
      if (kind != STEPPE_ITEM_EVENT && kind != STEPPE_ITEM_PLACE)
        n_items += g_list_model_get_n_items (steppe_dossier_get_items (self->dossier, kind));
  return MAX (n_items, 1);
}

/**
 * steppe_telling_get_progress:
 * @self: a telling
 *
 * Returns: how much is told, about, from 0 to 1
 */
double
steppe_telling_get_progress (const SteppeTelling *self)
{
  if (self->chapters[self->chapter].tell == NULL)
    return 1;
  return MIN ((double) self->n_told / estimate (self), 0.99);
}

/**
 * steppe_telling_get_account:
 * @self: a telling
 *
 * Returns: (transfer none): what is told so far; blocks that are there do not change any more
 */
const SteppeAccount *
steppe_telling_get_account (const SteppeTelling *self)
{
  return self->account;
}

/**
 * steppe_telling_has_anchor:
 * @self: a telling
 * @anchor: the name of a place in what is told
 *
 * Returns: whether that is told, so that something can lead there
 */
gboolean
steppe_telling_has_anchor (const SteppeTelling *self,
                           const char *anchor)
{
  return g_hash_table_contains (self->anchors, anchor);
}

/* What all tellers use */

/**
 * _steppe_telling_number_source:
 * @self: a telling
 * @source: a source
 *
 * Returns: its number among those that are cited, a new one where it was not yet
 */
guint
_steppe_telling_number_source (SteppeTelling *self,
                               SteppeItem *source)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->note_numbers, source));

  if (number == 0)
    {
      g_ptr_array_add (self->sources, source);
      number = self->sources->len;
      g_hash_table_insert (self->note_numbers, source, GUINT_TO_POINTER (number));
    }
  return number;
}

/**
 * _steppe_telling_cite:
 * @self: a telling
 * @item: an item
 *
 * Returns: (transfer full) (nullable) (element-type guint): the numbers of the sources that @item rests on, for
 *   [method@Phrase.take_notes]; %NULL for none
 */
GArray *
_steppe_telling_cite (SteppeTelling *self,
                      SteppeItem *item)
{
  const char *const *ids = steppe_item_get_sources (item);
  GArray *numbers = NULL;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      SteppeItem *source = steppe_dossier_lookup (self->dossier, ids[i]);

      if (!STEPPE_IS_SOURCE (source))
        continue;
      if (numbers == NULL)
        numbers = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_vals (numbers, &(guint) { _steppe_telling_number_source (self, source) }, 1);
    }
  return numbers;
}

/**
 * _steppe_telling_dup_anchor:
 * @item: an item
 *
 * Returns: (transfer full): the name of where it is told
 */
char *
_steppe_telling_dup_anchor (SteppeItem *item)
{
  return g_strconcat ("item-", steppe_item_get_id (item), NULL);
}

/**
 * _steppe_telling_anchor:
 * @self: a telling
 * @block: a block
 * @item: what it tells of
 *
 * Lets other blocks lead to this one, if it is the first about @item.
 */
void
_steppe_telling_anchor (SteppeTelling *self,
                        SteppeAccountBlock *block,
                        SteppeItem *item)
{
  g_autofree char *anchor = _steppe_telling_dup_anchor (item);

  g_set_object (&block->item, item);
  if (g_hash_table_contains (self->anchors, anchor))
    return;
  block->anchor = g_strdup (anchor);
  g_hash_table_add (self->anchors, g_steal_pointer (&anchor));
}

/**
 * _steppe_telling_link:
 * @phrase: a phrase
 * @dossier: the dossier
 * @item: an item that it names
 * @strong: whether the name stands out
 *
 * Lets the name of an item lead to where that is told.
 */
void
_steppe_telling_link (SteppePhrase *phrase,
                      SteppeDossier *dossier,
                      SteppeItem *item,
                      gboolean strong)
{
  g_autofree char *anchor = _steppe_telling_dup_anchor (item);

  steppe_phrase_mark (phrase, steppe_dossier_resolve_name (dossier, item), strong, anchor);
}

/**
 * _steppe_telling_number:
 * @self: a telling
 * @block: a block
 * @event: the event it tells of
 *
 * Gives the block the number that the event has on map and timeline, if it has one.
 */
void
_steppe_telling_number (SteppeTelling *self,
                        SteppeAccountBlock *block,
                        SteppeItem *event)
{
  block->number = GPOINTER_TO_UINT (g_hash_table_lookup (self->pin_numbers, event));
}

/**
 * _steppe_telling_get_doubt:
 * @item: an item
 *
 * Returns: (nullable): words for one that its author is not quite sure of
 */
const char *
_steppe_telling_get_doubt (SteppeItem *item)
{
  SteppeConfidence confidence = steppe_item_get_confidence (item);

  return confidence == STEPPE_CONFIDENCE_HIGH ? NULL : steppe_confidence_get_label (confidence);
}

/**
 * _steppe_telling_join:
 * @parts: words, %NULL or empty
 * @n_parts: how many
 *
 * Joins words. A date whose words run from right to left keeps its order beside words that do not.
 *
 * Returns: (transfer full): those that are there, with dots between them
 */
char *
_steppe_telling_join (const char *const *parts,
                      guint n_parts)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < n_parts; i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      {
        g_autofree char *part = steppe_phrase_dup_isolated (parts[i]);

        g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", part);
      }
  return g_string_free (words, FALSE);
}

/**
 * _steppe_telling_remark_doubt:
 * @self: a telling
 * @block: a block
 * @item: the item it tells of
 *
 * Says in one remark how sure that is where it is not, and why.
 */
void
_steppe_telling_remark_doubt (SteppeTelling *self,
                              SteppeAccountBlock *block,
                              SteppeItem *item)
{
  const char *parts[] = { _steppe_telling_get_doubt (item), steppe_dossier_resolve (self->dossier, steppe_item_get_note (item)) };

  steppe_account_block_remark (block, _steppe_telling_join (parts, G_N_ELEMENTS (parts)));
}

/**
 * _steppe_telling_compare_dates:
 * @a: (type SteppeItem**): an item
 * @b: (type SteppeItem**): another
 *
 * Compares items of an array by time, so that an answer comes after what it answers; undated ones are at the end.
 *
 * Returns: below, at or above 0
 */
int
_steppe_telling_compare_dates (gconstpointer a,
                               gconstpointer b)
{
  SteppeDate *first = steppe_item_get_first_date (*(SteppeItem *const *) a);
  SteppeDate *second = steppe_item_get_first_date (*(SteppeItem *const *) b);
  gint64 first_key = first != NULL ? steppe_date_get_sort_key (first) : G_MAXINT64;
  gint64 second_key = second != NULL ? steppe_date_get_sort_key (second) : G_MAXINT64;

  return (first_key > second_key) - (first_key < second_key);
}
