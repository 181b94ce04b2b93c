/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */
#include "model/steppe-search-index.h"

#include <string.h>

#include "model/steppe-chronology.h"
#include "model/steppe-fold.h"
#include "model/steppe-item-words.h"
#include "model/steppe-narrative-text.h"
#include "model/steppe-narrative.h"
#include "model/steppe-place.h"
#include "model/steppe-source.h"
#include "model/steppe-statement.h"

/* So many places in a text are looked at for the best: of a letter there may be many, and none is better than another. */
#define MAX_PLACES 4

/* Between texts of one entry; folded texts have no control characters. Entries end in NUL. */
#define SEPARATOR '\n'

/* How well an entry has a word, best first. */
typedef enum
{
  RANK_TITLE_START,
  RANK_TITLE_WORD_START,
  RANK_TITLE,
  RANK_WORD_START,
  RANK_ANYWHERE,
  N_RANKS,
  RANK_NONE = N_RANKS,
} Rank;

typedef struct
{
  SteppeSearchHit hit;
  gsize start; /* bytes of texts */
  gsize title_end;
  gsize end;
} Entry;

struct _SteppeSearchIndex
{
  gatomicrefcount n_references;
  SteppeDossier *dossier;
  GString *texts; /* of all entries, one after the other */
  GArray *entries; /* of Entry */
};

/* Making it */

static void
append_text (SteppeSearchIndex *self,
             const SteppeText *text)
{
  guint n_texts = text != NULL ? steppe_text_get_n_texts (text) : 0;

  for (guint i = 0; i < n_texts; i++)
    {
      steppe_fold_append (self->texts, steppe_text_get_nth (text, i, NULL));
      g_string_append_c (self->texts, SEPARATOR);
    }
}

static void
append_plain (SteppeSearchIndex *self,
              const char *text)
{
  steppe_fold_append (self->texts, text);
  g_string_append_c (self->texts, SEPARATOR);
}

static Entry
begin_entry (SteppeSearchIndex *self,
             SteppeItem *item)
{
  return (Entry) { { item, -1 }, self->texts->len };
}

static void
end_entry (SteppeSearchIndex *self,
           Entry *entry)
{
  entry->end = self->texts->len;
  g_string_append_c (self->texts, '\0');
  g_array_append_val (self->entries, *entry);
}

/* What belongs to items of one kind only. */
static void
append_particulars (SteppeSearchIndex *self,
                    SteppeItem *item)
{
  if (STEPPE_IS_PLACE (item))
    {
      GPtrArray *names = steppe_place_get_names (STEPPE_PLACE (item));

      for (guint i = 0; names != NULL && i < names->len; i++)
        append_text (self, ((const SteppePlaceName *) g_ptr_array_index (names, i))->name);
    }
  else if (STEPPE_IS_STATEMENT (item))
    {
      SteppeItem *speaker = steppe_dossier_lookup (self->dossier, steppe_statement_get_speaker (STEPPE_STATEMENT (item)));

      if (speaker != NULL)
        append_text (self, steppe_item_get_name (speaker));
    }
  else if (STEPPE_IS_SOURCE (item))
    {
      append_text (self, steppe_source_get_publisher (STEPPE_SOURCE (item)));
    }
}

static void
add_item (SteppeSearchIndex *self,
          SteppeItem *item)
{
  Entry entry = begin_entry (self, item);

  append_text (self, steppe_item_get_name (item));
  if (steppe_item_get_kind (item) == STEPPE_ITEM_RELATION)
    {
      g_autofree char *title = steppe_item_dup_title (item, self->dossier);

      append_plain (self, title);
    }
  entry.title_end = self->texts->len;
  append_text (self, steppe_item_get_summary (item));
  append_text (self, steppe_item_get_note (item));
  append_particulars (self, item);
  end_entry (self, &entry);
}

/* The narrative as the reader sees it: an entry for each paragraph. */
static void
add_passages (SteppeSearchIndex *self,
              SteppeItem *narrative,
              const char *source)
{
  g_autoptr (SteppeNarrativeText) text = steppe_narrative_text_new (source);
  const char *plain = steppe_narrative_text_get_plain (text);
  guint n_blocks, offset = 0;
  const SteppeBlock *blocks = steppe_narrative_text_get_blocks (text, &n_blocks);
  const char *p = plain;

  for (guint i = 0; i < n_blocks; i++)
    {
      Entry entry = begin_entry (self, narrative);
      g_autofree char *passage = NULL;
      const char *start = g_utf8_offset_to_pointer (p, (glong) blocks[i].start - offset);
      const char *end = g_utf8_offset_to_pointer (start, (glong) (blocks[i].end - blocks[i].start));

      passage = g_strndup (start, end - start);
      p = end;
      offset = blocks[i].end;
      entry.hit.passage = (int) i;
      entry.title_end = entry.start;
      append_plain (self, passage);
      end_entry (self, &entry);
    }
}

/* In the other languages a narrative is found as a whole. */
static void
add_narrative (SteppeSearchIndex *self,
               SteppeItem *narrative)
{
  SteppeText *text = steppe_narrative_get_text (STEPPE_NARRATIVE (narrative));
  const char *shown = steppe_dossier_resolve (self->dossier, text);
  Entry entry = begin_entry (self, narrative);
  guint n_texts = text != NULL ? steppe_text_get_n_texts (text) : 0;

  append_text (self, steppe_item_get_name (narrative));
  entry.title_end = self->texts->len;
  append_text (self, steppe_item_get_summary (narrative));
  append_text (self, steppe_item_get_note (narrative));
  for (guint i = 0; i < n_texts; i++)
    if (steppe_text_get_nth (text, i, NULL) != shown)
      {
        g_autoptr (SteppeNarrativeText) other = steppe_narrative_text_new (steppe_text_get_nth (text, i, NULL));

        append_plain (self, steppe_narrative_text_get_plain (other));
      }
  end_entry (self, &entry);
  add_passages (self, narrative, shown);
}

static void
add_items (SteppeSearchIndex *self,
           SteppeItemKind kind)
{
  GListModel *items = steppe_dossier_get_items (self->dossier, kind);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (SteppeItem) item = g_list_model_get_item (items, i);

      if (kind == STEPPE_ITEM_NARRATIVE)
        add_narrative (self, item);
      else
        add_item (self, item);
    }
}

/**
 * steppe_search_index_new:
 * @dossier: a dossier
 *
 * Returns: (transfer full): an index of what it holds now
 */
SteppeSearchIndex *
steppe_search_index_new (SteppeDossier *dossier)
{
  SteppeSearchIndex *self = g_new0 (SteppeSearchIndex, 1);
  g_autoptr (GPtrArray) events = steppe_chronology_new (dossier);

  g_atomic_ref_count_init (&self->n_references);
  self->dossier = g_object_ref (dossier);
  self->texts = g_string_new (NULL);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  for (guint i = 0; i < events->len; i++)
    add_item (self, g_ptr_array_index (events, i));
  for (SteppeItemKind kind = 0; kind < STEPPE_N_ITEM_KINDS; kind++)
    if (kind != STEPPE_ITEM_EVENT)
      add_items (self, kind);
  return self;
}

/**
 * steppe_search_index_ref:
 * @self: an index
 *
 * Returns: (transfer full): @self
 */
SteppeSearchIndex *
steppe_search_index_ref (SteppeSearchIndex *self)
{
  g_atomic_ref_count_inc (&self->n_references);
  return self;
}

/**
 * steppe_search_index_unref:
 * @self: (transfer full): an index
 */
void
steppe_search_index_unref (SteppeSearchIndex *self)
{
  if (!g_atomic_ref_count_dec (&self->n_references))
    return;
  g_object_unref (self->dossier);
  g_string_free (self->texts, TRUE);
  g_array_unref (self->entries);
  g_free (self);
}

static void
create_in_thread (GTask *task,
                  gpointer source,
                  gpointer dossier,
                  GCancellable *cancellable)
{
  g_task_return_pointer (task, steppe_search_index_new (dossier), (GDestroyNotify) steppe_search_index_unref);
}

/**
 * steppe_search_index_new_async:
 * @dossier: a dossier, not to be changed meanwhile
 * @cancellable: (nullable): to give up
 * @callback: what to call with the result
 * @user_data: what to call it with
 *
 * Makes an index without keeping the main thread waiting.
 */
void
steppe_search_index_new_async (SteppeDossier *dossier,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, steppe_search_index_new_async);
  g_task_set_task_data (task, g_object_ref (dossier), g_object_unref);
  g_task_run_in_thread (task, create_in_thread);
}

/**
 * steppe_search_index_new_finish:
 * @result: what the callback was called with
 * @error: where to say that it was cancelled
 *
 * Returns: (transfer full) (nullable): the index
 */
SteppeSearchIndex *
steppe_search_index_new_finish (GAsyncResult *result,
                                GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Searching */

typedef struct
{
  const char *letters;
  gsize length;
} Word;

static const char *
find (const char *start,
      const char *end,
      const Word *word)
{
  return memmem (start, end - start, word->letters, word->length);
}

static gboolean
is_title_start (const char *entry,
                const char *at)
{
  return at == entry || at[-1] == SEPARATOR;
}

/* How well the texts from @start to @end have @word, which they first have at @at: as well as the best of its places. */
static Rank
rank_places (const char *start,
             const char *end,
             const char *at,
             const Word *word,
             gboolean is_title)
{
  Rank best = is_title ? RANK_TITLE : RANK_ANYWHERE;

  for (guint i = 0; at != NULL && i < MAX_PLACES; at = find (at + 1, end, word), i++)
    {
      if (is_title && is_title_start (start, at))
        return RANK_TITLE_START;
      if (best == RANK_TITLE_WORD_START || !steppe_folded_is_word_start (start, at))
        continue;
      best = is_title ? RANK_TITLE_WORD_START : RANK_WORD_START;
      if (!is_title)
        return best;
    }
  return best;
}

/* @at is where an entry first has @word, %NULL if it does not. */
static Rank
rank_word (const SteppeSearchIndex *self,
           const Entry *entry,
           const Word *word,
           const char *at)
{
  const char *start = self->texts->str + entry->start;
  const char *title_end = self->texts->str + entry->title_end;

  if (at == NULL)
    return RANK_NONE;
  if (at < title_end)
    return rank_places (start, title_end, at, word, TRUE);
  return rank_places (title_end, self->texts->str + entry->end, at, word, FALSE);
}

/* An entry has the words as well as the one that it has worst. It has the first of them at @at. */
static Rank
rank_entry (const SteppeSearchIndex *self,
            const Entry *entry,
            GArray *words,
            const char *at)
{
  const char *start = self->texts->str + entry->start, *end = self->texts->str + entry->end;
  Rank worst = rank_word (self, entry, &g_array_index (words, Word, 0), at);

  for (guint i = 1; i < words->len && worst != RANK_NONE; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      worst = MAX (worst, rank_word (self, entry, word, find (start, end, word)));
    }
  return worst;
}

/* The entry, from @from on, that holds a place in the texts. It is often one of the next. */
static guint
find_entry (const SteppeSearchIndex *self,
            guint from,
            gsize place)
{
  guint low = from, high = self->entries->len, step = 1;

  while (low + step < high && g_array_index (self->entries, Entry, low + step).start <= place)
    {
      low += step;
      step *= 2;
    }
  high = MIN (high, low + step);
  while (low + 1 < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->entries, Entry, middle).start <= place)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  gsize first = ((const Word *) a)->length, second = ((const Word *) b)->length;

  return (first < second) - (first > second);
}

/* The longest, which is likely to be the rarest, first. */
static GArray *
measure_words (const char *const *words)
{
  GArray *measured = g_array_new (FALSE, FALSE, sizeof (Word));

  for (guint i = 0; words[i] != NULL; i++)
    g_array_append_vals (measured, &(Word) { words[i], strlen (words[i]) }, 1);
  g_array_sort (measured, compare_lengths);
  return measured;
}

/* Sorts entries into @hits: those that have the words better first, else in the order of the index. */
static void
collect_hits (const SteppeSearchIndex *self,
              GArray *ranked[N_RANKS],
              GArray *hits[STEPPE_N_ITEM_KINDS])
{
  for (guint rank = 0; rank < N_RANKS; rank++)
    for (guint i = 0; i < ranked[rank]->len; i++)
      {
        const Entry *entry = &g_array_index (self->entries, Entry, g_array_index (ranked[rank], guint, i));

        g_array_append_val (hits[steppe_item_get_kind (entry->hit.item)], entry->hit);
      }
}

/**
 * steppe_search_index_query:
 * @self: an index
 * @words: (array zero-terminated=1): folded words, as [func@fold_query] gives them
 * @hits: (element-type SteppeSearchHit): for each kind of item an array to append what is found to, best first; items of
 *   the dossier that @self was made for
 *
 * Finds what has all of @words, wherever in a word. An item is found by its name, summary and note in any language; a place
 * by all its names, a statement also by who said it, a source by its publisher, and a narrative by paragraphs.
 */
void
steppe_search_index_query (const SteppeSearchIndex *self,
                           const char *const *words,
                           GArray *hits[STEPPE_N_ITEM_KINDS])
{
  const char *texts = self->texts->str, *end = texts + self->texts->len;
  GArray *ranked[N_RANKS];
  g_autoptr (GArray) measured = measure_words (words);
  const Word *longest = (const Word *) (gconstpointer) measured->data;
  guint at_entry = 0;

  if (measured->len == 0)
    return;
  for (guint rank = 0; rank < N_RANKS; rank++)
    ranked[rank] = g_array_new (FALSE, FALSE, sizeof (guint));
  for (const char *at = find (texts, end, longest); at != NULL; at = find (at, end, longest))
    {
      const Entry *entry;
      Rank rank;

      at_entry = find_entry (self, at_entry, at - texts);
      entry = &g_array_index (self->entries, Entry, at_entry);
      rank = rank_entry (self, entry, measured, at);
      if (rank != RANK_NONE)
        g_array_append_val (ranked[rank], at_entry);
      at = texts + entry->end;
    }
  collect_hits (self, ranked, hits);
  for (guint rank = 0; rank < N_RANKS; rank++)
    g_array_unref (ranked[rank]);
}
