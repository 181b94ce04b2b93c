/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "model/steppe-source-notes.h"

#include <glib/gi18n.h>

#include "model/steppe-item-words.h"
#include "model/steppe-source.h"

/* A mention rests on what its item rests on; so many of its sources are marked, the page of the item has all. */
#define MAX_SOURCES 3

/* No line begins with a mark, and marks side by side stay apart. */
#define WORD_JOINER "\u2060"
#define GAP "\u202f"

typedef struct
{
  SteppeDossier *dossier;
  GPtrArray *sources; /* of SteppeItem, in the order of their numbers */
  GHashTable *numbers; /* of sources */
  GArray *notes;
} Noting;

/* After what ends a sentence or a quotation stands the mark for what is before it. */
static gboolean
goes_before_note (gunichar c)
{
  switch (c)
    {
    case '.':
    case ',':
    case ';':
    case ':':
    case '!':
    case '?':
    case ')':
    case '"':
    case 0x2019: /* ’ */
    case 0x201d: /* ” */
    case 0xbb: /* » */
    case 0x3001: /* 、 */
    case 0x3002: /* 。 */
    case 0x300d: /* 」 */
    case 0xff0c: /* ， */
    case 0xff1b: /* ； */
      return TRUE;
    default:
      return FALSE;
    }
}

static guint
find_note_place (const char *plain,
                 guint offset,
                 guint limit)
{
  const char *p = g_utf8_offset_to_pointer (plain, offset);

  for (; offset < limit && goes_before_note (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    {
      /* An apostrophe may belong to the word. */
      if (g_utf8_get_char (p) == 0x2019 && g_unichar_isalpha (g_utf8_get_char (g_utf8_next_char (p))))
        break;
      offset++;
    }
  return offset;
}

/**
 * steppe_source_notes_dup_mark:
 * @number: a number
 *
 * Returns: (transfer full): it in superior digits
 */
char *
steppe_source_notes_dup_mark (guint number)
{
  static const char *const digits[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  g_autofree char *decimal = g_strdup_printf ("%u", number);
  GString *mark = g_string_new (NULL);

  for (const char *p = decimal; *p != '\0'; p++)
    g_string_append (mark, digits[g_ascii_digit_value (*p)]);
  return g_string_free (mark, FALSE);
}

static void
add_note (Noting *noting,
          guint offset,
          const char *mark,
          const char *target)
{
  SteppeNote note = { offset, g_strdup (mark), g_strdup (target) };

  g_array_append_val (noting->notes, note);
}

static void
cite (Noting *noting,
      guint offset,
      SteppeItem *source,
      gboolean is_first)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (noting->numbers, source));
  g_autofree char *mark = NULL;

  if (number == 0)
    {
      g_ptr_array_add (noting->sources, g_object_ref (source));
      number = noting->sources->len;
      g_hash_table_insert (noting->numbers, source, GUINT_TO_POINTER (number));
    }
  mark = steppe_source_notes_dup_mark (number);
  add_note (noting, offset, is_first ? WORD_JOINER : GAP, NULL);
  add_note (noting, offset, mark, steppe_item_get_id (source));
}

/* What a mention rests on: the sources that its item has, or that it is. Places and actors are just named. */
static GPtrArray *
list_sources (SteppeDossier *dossier,
              const char *id)
{
  SteppeItem *item = steppe_dossier_lookup (dossier, id);
  GPtrArray *sources = g_ptr_array_new ();
  const char *const *ids;

  if (STEPPE_IS_SOURCE (item))
    g_ptr_array_add (sources, item);
  if (item == NULL || steppe_item_get_kind (item) == STEPPE_ITEM_PLACE || steppe_item_get_kind (item) == STEPPE_ITEM_ACTOR)
    return sources;
  ids = steppe_item_get_sources (item);
  for (guint i = 0; ids != NULL && ids[i] != NULL && sources->len < MAX_SOURCES; i++)
    {
      SteppeItem *source = steppe_dossier_lookup (dossier, ids[i]);

      if (STEPPE_IS_SOURCE (source) && !g_ptr_array_find (sources, source, NULL))
        g_ptr_array_add (sources, source);
    }
  return sources;
}

static gboolean
are_same (GPtrArray *a,
          GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (g_ptr_array_index (a, i) != g_ptr_array_index (b, i))
      return FALSE;
  return TRUE;
}

/* Where the block ends that a place is in, which is not before the last place asked for. */
static guint
find_block_end (const SteppeNarrativeText *text,
                guint offset,
                guint *block)
{
  guint n_blocks;
  const SteppeBlock *blocks = steppe_narrative_text_get_blocks (text, &n_blocks);

  while (*block + 1 < n_blocks && blocks[*block].end < offset)
    (*block)++;
  return n_blocks > 0 ? blocks[*block].end : offset;
}

/* Of mentions in a block that follow one another and rest on the same, only the last has a mark. */
static gboolean
is_last_of_same (const SteppeNarrativeText *text,
                 SteppeDossier *dossier,
                 guint n,
                 GPtrArray *sources,
                 guint block_end)
{
  guint n_links;
  const SteppeLink *links = steppe_narrative_text_get_links (text, &n_links);

  for (guint i = n + 1; i < n_links && links[i].start < block_end; i++)
    {
      g_autoptr (GPtrArray) others = NULL;

      if (links[i].type != STEPPE_LINK_MENTION)
        continue;
      others = list_sources (dossier, links[i].target);
      if (others->len > 0)
        return !are_same (sources, others);
    }
  return TRUE;
}

static void
note_mention (Noting *noting,
              const SteppeNarrativeText *text,
              guint n,
              guint block_end)
{
  guint n_links;
  const SteppeLink *links = steppe_narrative_text_get_links (text, &n_links);
  guint limit = n + 1 < n_links ? MIN (block_end, links[n + 1].start) : block_end, offset;
  g_autoptr (GPtrArray) sources = list_sources (noting->dossier, links[n].target);

  if (sources->len == 0 || !is_last_of_same (text, noting->dossier, n, sources, block_end))
    return;
  offset = find_note_place (steppe_narrative_text_get_plain (text), links[n].end, limit);
  for (guint i = 0; i < sources->len; i++)
    cite (noting, offset, g_ptr_array_index (sources, i), i == 0);
}

static void
clear_note (gpointer data)
{
  SteppeNote *note = data;

  g_free (note->mark);
  g_free (note->target);
}

/**
 * steppe_source_notes_insert:
 * @text: a narrative of @dossier
 * @dossier: the dossier
 * @sources: (element-type SteppeItem): where to append the sources that are marked, in the order of their numbers
 *
 * Puts numbers after mentions, which lead to the sources that what is mentioned rests on. A source has the same number
 * throughout. Marks stand behind punctuation.
 *
 * Returns: (transfer full): the text with the marks
 */
SteppeNarrativeText *
steppe_source_notes_insert (const SteppeNarrativeText *text,
                            SteppeDossier *dossier,
                            GPtrArray *sources)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (SteppeNote));
  Noting noting = { dossier, sources, numbers, notes };
  guint n_links, block = 0;
  const SteppeLink *links = steppe_narrative_text_get_links (text, &n_links);

  g_array_set_clear_func (notes, clear_note);
  for (guint i = 0; i < n_links; i++)
    if (links[i].type == STEPPE_LINK_MENTION && links[i].end > links[i].start)
      note_mention (&noting, text, i, find_block_end (text, links[i].start, &block));
  return steppe_narrative_text_insert_notes (text, notes);
}

/**
 * steppe_source_dup_reference:
 * @source: a source of @dossier
 * @dossier: the dossier
 *
 * Returns: (transfer full): its publisher, title, date and address on one line, as far as they are known
 */
char *
steppe_source_dup_reference (SteppeItem *source,
                             SteppeDossier *dossier)
{
  const char *publisher = steppe_dossier_resolve (dossier, steppe_source_get_publisher (STEPPE_SOURCE (source)));
  const char *title = steppe_dossier_resolve (dossier, steppe_item_get_name (source));
  g_autofree char *when = steppe_item_dup_when (source, dossier, STEPPE_DATE_STYLE_LONG);
  GString *words = g_string_new (NULL);

  steppe_words_append (words, publisher);
  steppe_words_append (words, title);
  steppe_words_append (words, when);
  steppe_words_append (words, steppe_source_get_url (STEPPE_SOURCE (source)));
  return g_string_free (words, FALSE);
}
