/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier-testing.h"
#include "model/steppe-chronology.h"
#include "model/steppe-item-words.h"
#include "model/steppe-source.h"
#include "sheets/steppe-telling.h"

#include <string.h>

/* What holds of whatever is told of a dossier. */

typedef void (*CheckFunc) (SteppeTopic *topic);

static SteppeTelling *
tell (SteppeTopic *topic,
      SteppeSections sections)
{
  SteppeTelling *telling = steppe_telling_new (topic, sections);

  while (steppe_telling_step (telling))
    ;
  return telling;
}

static SteppeDossier *
read_file (const char *first,
           ...)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  SteppeDossier *dossier;
  va_list parts;

  va_start (parts, first);
  path = g_build_filename_valist (first, &parts);
  va_end (parts);
  file = g_file_new_for_path (path);
  dossier = steppe_dossier_read (file, NULL, &error);
  g_assert_no_error (error);
  return dossier;
}

static void
check_topics (SteppeDossier *dossier,
              CheckFunc check)
{
  static const char *const others[] = { "dossier", "statements", "2024-09", "1939/1990", "../2000", "2199" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (SteppeTopic) topic = steppe_topic_new_named (dossier, others[i], NULL);

      g_test_message ("%s", others[i]);
      check (topic);
    }
  for (guint kind = 0; kind < STEPPE_N_ITEM_KINDS; kind++)
    for (guint i = 0; i < count_items (dossier, kind); i++)
      {
        g_autoptr (SteppeItem) item = g_list_model_get_item (steppe_dossier_get_items (dossier, kind), i);
        g_autoptr (SteppeTopic) topic = steppe_topic_new_item (dossier, item);

        g_test_message ("%s", steppe_item_get_id (item));
        check (topic);
      }
}

/* Nothing but names and what they rest on, some of which is not there. */
static const char terse[] =
    "'places': [{'id': 'p', 'name': 'P', 'sources': ['a', 'none', 'a']}],"
    "'actors': [{'id': 'o', 'name': 'O', 'sources': ['b', 'a'], 'confidence': 'low'}, {'id': 'q', 'name': 'Q'}],"
    "'events': [{'id': 'e', 'title': 'E', 'places': ['p', 'none'], 'actors': [{'actor': 'none'}, {'actor': 'o'}], 'sources': ['b'],"
    "    'related': [{'event': 'none'}, {'event': 'f'}], 'confidence': 'medium'}, {'id': 'f', 'title': 'F', 'note': 'N', 'sources': ['p']}],"
    "'statements': [{'id': 's', 'text': 'S', 'speaker': 'none', 'about': ['none'], 'supports': ['none'], 'disputes': ['s'], 'sources': ['a']},"
    "  {'id': 't', 'text': 'T', 'about': ['e'], 'confidence': 'low', 'note': 'N'}],"
    "'relations': [{'id': 'r', 'subject': 'o', 'object': 'q', 'predicate': 'knows', 'sources': ['a']}],"
    "'journeys': [{'id': 'j', 'name': 'J', 'sources': ['b'], 'status': 'alleged', 'legs': [{'from': 'p', 'to': 'p', 'certain': false}]}],"
    "'sources': [{'id': 'a', 'title': 'A', 'note': 'N', 'confidence': 'low'}, {'id': 'b', 'title': '[B]', 'url': 'https://example.org/'}]";

/* Checks all topics of the sample, and of dossiers in which there is all that a file may hold, little and nothing. */
static void
test_property (gconstpointer data)
{
  const char *tests = g_test_get_dir (G_TEST_DIST);
  g_autoptr (SteppeDossier) sample = read_file (tests, "..", "data", "dossiers", "mongolia-2024.dossier", NULL);
  g_autoptr (SteppeDossier) bare = read_members (terse);
  g_autoptr (SteppeDossier) empty = read_members ("");
  g_autoptr (SteppeDossier) full = read_file (tests, "data", "everything.dossier", NULL);
  CheckFunc check;

  memcpy (&check, data, sizeof check);
  check_topics (sample, check);
  check_topics (full, check);
  check_topics (bare, check);
  check_topics (empty, check);
}

/* Numbers of sources */

typedef struct
{
  guint n_sources; /* cited so far */
  guint n_listed; /* in the list of sources so far */
} Citations;

/* Sources are numbered in the order in which they are cited first. */
static void
check_phrase (const SteppePhrase *phrase,
              Citations *self)
{
  for (guint i = 0; phrase->notes != NULL && i < phrase->notes->len; i++)
    {
      guint number = g_array_index (phrase->notes, guint, i);

      g_assert_cmpuint (number, >, 0);
      if (number > self->n_sources)
        g_assert_cmpuint (number, ==, ++self->n_sources);
    }
}

static void
check_phrases (GPtrArray *phrases,
               Citations *self)
{
  for (guint i = 0; phrases != NULL && i < phrases->len; i++)
    check_phrase (g_ptr_array_index (phrases, i), self);
}

static void
check_source (const SteppeAccountBlock *block,
              SteppeTelling *telling,
              Citations *self)
{
  g_autofree char *anchor = g_strdup_printf ("source-%u", ++self->n_listed);

  g_assert_cmpstr (block->label, ==, anchor + strlen ("source-"));
  g_assert_cmpstr (block->anchor, ==, anchor);
  g_assert_true (STEPPE_IS_SOURCE (block->item) && steppe_telling_has_anchor (telling, anchor));
}

/* Each number leads to a source in the list, which has no others but those of the item of the sheet. */
static void
check_citations (SteppeTopic *topic)
{
  g_autoptr (SteppeTelling) telling = tell (topic, STEPPE_SECTIONS_ALL);
  GPtrArray *blocks = steppe_telling_get_account (telling)->blocks;
  Citations citations = { 0, 0 };

  for (guint i = 0; i < blocks->len; i++)
    {
      const SteppeAccountBlock *block = g_ptr_array_index (blocks, i);

      if (block->role == STEPPE_ACCOUNT_SOURCE)
        check_source (block, telling, &citations);
      else
        g_assert_true (citations.n_listed == 0 || block->role == STEPPE_ACCOUNT_REMARK);
      if (block->lead != NULL)
        check_phrase (block->lead, &citations);
      check_phrases (block->phrases, &citations);
      if (block->table != NULL)
        check_phrases (block->table->cells, &citations);
      check_phrases (block->remarks, &citations);
    }
  if (steppe_topic_get_item (topic) != NULL)
    g_assert_cmpuint (citations.n_listed, >=, citations.n_sources);
  else
    g_assert_cmpuint (citations.n_listed, ==, citations.n_sources);
}

/* What things rest on */

static GHashTable *
collect_sources (SteppeDossier *dossier,
                 SteppeItem *item)
{
  GHashTable *sources = g_hash_table_new (NULL, NULL);
  const char *const *ids = steppe_item_get_sources (item);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (STEPPE_IS_SOURCE (steppe_dossier_lookup (dossier, ids[i])))
      g_hash_table_add (sources, steppe_dossier_lookup (dossier, ids[i]));
  return sources;
}

static SteppeItem *
find_source (GPtrArray *blocks,
             guint number)
{
  guint n = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const SteppeAccountBlock *block = g_ptr_array_index (blocks, i);

      if (block->role == STEPPE_ACCOUNT_SOURCE && ++n == number)
        return block->item;
    }
  return NULL;
}

static void
assert_rests_on (GPtrArray *blocks,
                 const SteppePhrase *phrase,
                 SteppeDossier *dossier,
                 SteppeItem *item)
{
  g_autoptr (GHashTable) sources = collect_sources (dossier, item);
  g_autoptr (GHashTable) cited = g_hash_table_new (NULL, NULL);

  for (guint i = 0; phrase->notes != NULL && i < phrase->notes->len; i++)
    {
      SteppeItem *source = find_source (blocks, g_array_index (phrase->notes, guint, i));

      g_assert_true (g_hash_table_contains (sources, source));
      g_hash_table_add (cited, source);
    }
  g_assert_cmpuint (g_hash_table_size (cited), ==, g_hash_table_size (sources));
}

/* All that the item of the topic rests on is in the list. */
static void
assert_all_listed (GPtrArray *blocks,
                   SteppeDossier *dossier,
                   SteppeItem *item)
{
  g_autoptr (GHashTable) sources = collect_sources (dossier, item);

  for (guint i = 0; i < blocks->len; i++)
    {
      const SteppeAccountBlock *block = g_ptr_array_index (blocks, i);

      if (block->role == STEPPE_ACCOUNT_SOURCE)
        g_hash_table_remove (sources, block->item);
    }
  g_assert_cmpuint (g_hash_table_size (sources), ==, 0);
}

/* What is told of an item is told with the numbers of exactly its sources. */
static void
check_sourced (SteppeTopic *topic)
{
  g_autoptr (SteppeTelling) telling = tell (topic, STEPPE_SECTIONS_ALL);
  SteppeDossier *dossier = steppe_topic_get_dossier (topic);
  GPtrArray *blocks = steppe_telling_get_account (telling)->blocks;

  if (steppe_topic_get_item (topic) != NULL)
    assert_all_listed (blocks, dossier, steppe_topic_get_item (topic));
  for (guint i = 0; i < blocks->len; i++)
    {
      const SteppeAccountBlock *block = g_ptr_array_index (blocks, i);
      gboolean listed = block->role == STEPPE_ACCOUNT_STATEMENT || block->role == STEPPE_ACCOUNT_ENTRY;
      SteppeItem *item = listed ? block->item : block->role == STEPPE_ACCOUNT_SUMMARY ? steppe_topic_get_item (topic)
                                                                                      : NULL;

      g_assert_true (!listed || (STEPPE_IS_ITEM (block->item) && block->phrases->len == 1));
      for (guint j = 0; item != NULL && j < block->phrases->len; j++)
        assert_rests_on (blocks, g_ptr_array_index (block->phrases, j), dossier, item);
    }
}

/* Doubts */

static gboolean
is_told (GPtrArray *phrases,
         const char *words)
{
  for (guint i = 0; phrases != NULL && i < phrases->len; i++)
    if (strstr (((const SteppePhrase *) g_ptr_array_index (phrases, i))->text, words) != NULL)
      return TRUE;
  return *words == '\0';
}

static void
assert_doubts_told (const SteppeAccountBlock *block,
                    SteppeDossier *dossier)
{
  SteppeConfidence confidence = steppe_item_get_confidence (block->item);

  g_assert_true (is_told (block->remarks, steppe_dossier_resolve (dossier, steppe_item_get_note (block->item))));
  if (confidence != STEPPE_CONFIDENCE_HIGH && steppe_confidence_get_label (confidence) != NULL)
    g_assert_true (is_told (block->remarks, steppe_confidence_get_label (confidence)));
  if (STEPPE_IS_EVENT (block->item) || STEPPE_IS_JOURNEY (block->item))
    g_assert_true (is_told (block->remarks, steppe_item_get_status_label (block->item)));
}

/* Whatever is listed, with it is said how sure it is, and why. */
static void
check_doubts (SteppeTopic *topic)
{
  g_autoptr (SteppeTelling) telling = tell (topic, STEPPE_SECTIONS_ALL);
  GPtrArray *blocks = steppe_telling_get_account (telling)->blocks;
  SteppeItem *item = steppe_topic_get_item (topic);
  gboolean told = FALSE;

  for (guint i = 0; i < blocks->len; i++)
    {
      const SteppeAccountBlock *block = g_ptr_array_index (blocks, i);

      if (block->role == STEPPE_ACCOUNT_STATEMENT || block->role == STEPPE_ACCOUNT_ENTRY || block->role == STEPPE_ACCOUNT_SOURCE)
        assert_doubts_told (block, steppe_topic_get_dossier (topic));
      told |= item != NULL && block->role == STEPPE_ACCOUNT_FACT &&
              is_told (block->phrases, steppe_dossier_resolve (steppe_topic_get_dossier (topic), steppe_item_get_note (item)));
    }
  g_assert_true (told || item == NULL || *steppe_dossier_resolve (steppe_topic_get_dossier (topic), steppe_item_get_note (item)) == '\0');
}

/* Numbers of events */

/* Several events are numbered in the order of time, a single one is not. */
static void
check_numbers (SteppeTopic *topic)
{
  g_autoptr (SteppeTelling) telling = tell (topic, STEPPE_SECTIONS_ALL);
  GPtrArray *blocks = steppe_telling_get_account (telling)->blocks;
  gboolean whole = steppe_topic_get_kind (topic) == STEPPE_TOPIC_DOSSIER;
  g_autoptr (GPtrArray) chronology = steppe_chronology_new (steppe_topic_get_dossier (topic));
  guint n_numbered = 0, position = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const SteppeAccountBlock *block = g_ptr_array_index (blocks, i);
      guint found;

      if (block->number == 0)
        continue;
      g_assert_cmpint (block->role, ==, STEPPE_ACCOUNT_ENTRY);
      g_assert_cmpuint (block->number, ==, ++n_numbered);
      g_assert_true (g_ptr_array_find (chronology, block->item, &found));
      g_assert_true (n_numbered == 1 || found > position);
      position = found;
    }
  g_assert_cmpuint (n_numbered, !=, 1);
  if (whole)
    g_assert_cmpuint (n_numbered, ==, chronology->len > 1 ? chronology->len : 0);
}

/* Sections */

/* To which section a block belongs, 0 for titles and headings. */
static SteppeSections
find_section (const SteppeAccountBlock *block,
              const SteppeAccountBlock *previous)
{
  static const SteppeSections of_entries[STEPPE_N_ITEM_KINDS] = {
    [STEPPE_ITEM_EVENT] = STEPPE_SECTION_EVENTS,
    [STEPPE_ITEM_ACTOR] = STEPPE_SECTION_ACTORS,
    [STEPPE_ITEM_RELATION] = STEPPE_SECTION_RELATIONS,
    [STEPPE_ITEM_JOURNEY] = STEPPE_SECTION_JOURNEYS,
  };

  switch (block->role)
    {
    case STEPPE_ACCOUNT_FACT:
      return STEPPE_SECTION_FACTS;
    case STEPPE_ACCOUNT_TABLE:
      return STEPPE_IS_JOURNEY (previous->item) && previous->role == STEPPE_ACCOUNT_ENTRY ? STEPPE_SECTION_JOURNEYS : STEPPE_SECTION_FACTS;
    case STEPPE_ACCOUNT_SUMMARY:
      return STEPPE_SECTION_SUMMARY;
    case STEPPE_ACCOUNT_STATEMENT:
      return STEPPE_SECTION_STATEMENTS;
    case STEPPE_ACCOUNT_SOURCE:
    case STEPPE_ACCOUNT_REMARK:
      return STEPPE_SECTION_SOURCES;
    case STEPPE_ACCOUNT_FIGURE:
      return steppe_figure_get_kind (block->figure) == STEPPE_FIGURE_MAP ? STEPPE_SECTION_MAP : STEPPE_SECTION_TIMELINE;
    case STEPPE_ACCOUNT_ENTRY:
      return of_entries[steppe_item_get_kind (block->item)];
    case STEPPE_ACCOUNT_TITLE:
    case STEPPE_ACCOUNT_HEADING:
    default:
      return 0;
    }
}

/* How many blocks there are of each section; the last is of those that belong to none. */
static void
count_blocks (SteppeTopic *topic,
              SteppeSections sections,
              guint counts[STEPPE_N_SECTIONS])
{
  g_autoptr (SteppeTelling) telling = tell (topic, sections);
  GPtrArray *blocks = steppe_telling_get_account (telling)->blocks;
  const SteppeAccountBlock *previous = NULL;
  SteppeItem *item = steppe_topic_get_item (topic);
  gboolean is_written = item != NULL && steppe_item_get_kind (item) == STEPPE_ITEM_NARRATIVE;

  memset (counts, 0, STEPPE_N_SECTIONS * sizeof (guint));
  for (guint i = 0; i < blocks->len; i++)
    {
      const SteppeAccountBlock *block = g_ptr_array_index (blocks, i);
      SteppeSections section = find_section (block, previous);

      g_assert_true ((block->role == STEPPE_ACCOUNT_TITLE) == (i == 0));
      if (section != 0)
        counts[g_bit_nth_lsf (section, -1)]++;
      /* A heading heads something; those of a narrative are its author's. */
      g_assert_true (is_written || section != 0 || i == 0 || (i + 1 < blocks->len && previous->role != STEPPE_ACCOUNT_HEADING));
      previous = block;
    }
}

/* A section that is left out is not there; the others are, but for sources that only it cites. */
static void
check_sections (SteppeTopic *topic)
{
  guint all[STEPPE_N_SECTIONS], counts[STEPPE_N_SECTIONS];
  const guint sources = (guint) g_bit_nth_lsf (STEPPE_SECTION_SOURCES, -1);

  count_blocks (topic, STEPPE_SECTIONS_ALL, all);
  for (guint i = 0; i < STEPPE_N_SECTIONS; i++)
    {
      if ((steppe_topic_get_sections (topic) & (1 << i)) == 0)
        g_assert_cmpuint (all[i], ==, 0);
      count_blocks (topic, STEPPE_SECTIONS_ALL & ~(1 << i), counts);
      for (guint j = 0; j < STEPPE_N_SECTIONS; j++)
        if (i == j)
          g_assert_cmpuint (counts[j], ==, 0);
        else if (j == sources)
          g_assert_cmpuint (counts[j], <=, all[j]);
        else
          g_assert_cmpuint (counts[j], ==, all[j]);
    }
  count_blocks (topic, 0, counts);
  for (guint i = 0; i < STEPPE_N_SECTIONS; i++)
    g_assert_cmpuint (counts[i], ==, 0);
}

/* Places that others lead to */

/* Each anchor is there once, and is known; before something is told, none is. */
static void
check_anchors (SteppeTopic *topic)
{
  g_autoptr (SteppeTelling) telling = steppe_telling_new (topic, STEPPE_SECTIONS_ALL);
  GPtrArray *blocks = steppe_telling_get_account (telling)->blocks;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  double progress = 0;

  for (guint n = 0; steppe_telling_step (telling);)
    {
      g_assert_cmpfloat (steppe_telling_get_progress (telling), >=, progress);
      progress = steppe_telling_get_progress (telling);
      for (; n < blocks->len; n++)
        {
          const SteppeAccountBlock *block = g_ptr_array_index (blocks, n);

          g_assert_true (block->anchor == NULL || (g_hash_table_add (seen, block->anchor) && steppe_telling_has_anchor (telling, block->anchor)));
          g_assert_true (block->anchor != NULL || (block->role != STEPPE_ACCOUNT_SOURCE));
        }
    }
  g_assert_cmpfloat (steppe_telling_get_progress (telling), ==, 1);
  g_assert_false (steppe_telling_has_anchor (telling, "item-nothing"));
}

int
main (int argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    CheckFunc check;
  } properties[] = {
    { "/telling/citations", check_citations },
    { "/telling/sourced", check_sourced },
    { "/telling/doubts", check_doubts },
    { "/telling/numbers", check_numbers },
    { "/telling/sections", check_sections },
    { "/telling/anchors", check_anchors },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    g_test_add_data_func (properties[i].path, &properties[i].check, test_property);
  return g_test_run ();
}
