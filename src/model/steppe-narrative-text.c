/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/steppe-narrative-text.h"

#include <cmark.h>
#include <string.h>

#include "model/steppe-link.h"

/* The sign of a thematic break. */
#define BREAK_SIGN "∗ ∗ ∗"

/* Between what is written on a key and its edges; no line ends there. */
#define KEY_MARGIN 0x202f

/* Nobody who writes for people opens more quotes and lists in each other than this; the time
 * that the parser takes grows with their number times that of the lines. */
#define MAX_CONTAINERS 64

struct _SteppeNarrativeText
{
  gatomicrefcount ref_count;
  char *plain;
  GArray *blocks;
  GArray *runs;
  GArray *links;
  GArray *signs;
};

G_DEFINE_BOXED_TYPE (SteppeNarrativeText, steppe_narrative_text, steppe_narrative_text_ref, steppe_narrative_text_unref)

/* The state of one walk over the parsed text. */
typedef struct
{
  SteppeNarrativeText *text;
  GString *plain;
  guint length; /* characters of plain */
  gunichar last; /* the last character of plain */
  gboolean soft_break; /* a line ended, and nothing came since */

  guint quote_depth;
  guint list_depth;
  char *marker; /* of the list item that begins with the next block */
  guint emphasis;
  guint strong;
  gboolean with_signs; /* keys and images are more than words */
  gboolean in_key;
  guint in_image; /* whose words are left out */
  gboolean has_block; /* the last of blocks is being filled */
  gboolean in_link; /* so is the last of links */
  gboolean link_begins; /* and it begins with the next character */
} Walk;

static void
append_char (Walk *walk,
             gunichar c)
{
  g_string_append_unichar (walk->plain, c);
  walk->length++;
  walk->last = c;
}

/* A line of the file that ends is a space, except between two characters of a script that is
 * written without them. */
static void
settle_soft_break (Walk *walk,
                   gunichar next)
{
  walk->soft_break = FALSE;
  if (!g_unichar_iswide (walk->last) || !g_unichar_iswide (next))
    append_char (walk, ' ');
}

/* What an entity may smuggle in, and what would end a line of the text, is made harmless. */
static gunichar
make_safe (gunichar c,
           gunichar line_end)
{
  if (c == '\n' || c == 0x2029)
    return line_end;
  if (c == 0xfffc)
    return 0xfffd;
  return c != '\t' && g_unichar_iscntrl (c) ? ' ' : c;
}

static void
extend_run (Walk *walk,
            guint start,
            SteppeRunStyle style)
{
  GArray *runs = walk->text->runs;
  SteppeRun run = { start, walk->length, style };
  SteppeRun *last = runs->len > 0 ? &g_array_index (runs, SteppeRun, runs->len - 1) : NULL;

  if (style == 0 || start == walk->length)
    return;
  if (last != NULL && last->end == start && last->style == style)
    last->end = walk->length;
  else
    g_array_append_val (runs, run);
}

static void
settle_link_start (Walk *walk)
{
  GArray *links = walk->text->links;

  g_array_index (links, SteppeLink, links->len - 1).start = walk->length;
  walk->link_begins = FALSE;
}

static void
append_text (Walk *walk,
             const char *literal,
             SteppeRunStyle style,
             gunichar line_end)
{
  guint start;

  if (literal == NULL || *literal == '\0')
    return;
  if (walk->soft_break)
    settle_soft_break (walk, g_utf8_get_char (literal));
  if (walk->link_begins)
    settle_link_start (walk);
  start = walk->length;
  for (const char *p = literal; *p != '\0'; p = g_utf8_next_char (p))
    append_char (walk, make_safe (g_utf8_get_char (p), line_end));
  if (walk->emphasis > 0)
    style |= STEPPE_RUN_EMPHASIS;
  if (walk->strong > 0)
    style |= STEPPE_RUN_STRONG;
  if (walk->in_key)
    style |= STEPPE_RUN_KEY;
  extend_run (walk, start, style);
}

static void
begin_block (Walk *walk,
             SteppeBlockType type,
             guint level)
{
  SteppeBlock block = { type, level };

  if (walk->text->blocks->len > 0)
    append_char (walk, '\n');
  block.quote_depth = MIN (walk->quote_depth, STEPPE_NARRATIVE_MAX_DEPTH);
  block.list_depth = MIN (walk->list_depth, STEPPE_NARRATIVE_MAX_DEPTH);
  block.start = walk->length;
  for (const char *p = walk->marker; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    append_char (walk, g_utf8_get_char (p));
  g_clear_pointer (&walk->marker, g_free);
  block.text_start = walk->length;
  g_array_append_val (walk->text->blocks, block);
  walk->has_block = TRUE;
}

static void
end_block (Walk *walk)
{
  GArray *blocks = walk->text->blocks;

  walk->soft_break = FALSE;
  walk->in_key = FALSE;
  walk->has_block = FALSE;
  g_array_index (blocks, SteppeBlock, blocks->len - 1).end = walk->length;
}

/* A block that has its text in itself, whose last line ends with a line feed. */
static void
add_literal_block (Walk *walk,
                   SteppeBlockType type,
                   const char *literal,
                   gunichar line_end)
{
  g_autofree char *text = g_strdup (literal);

  for (gsize end = strlen (text); end > 0 && text[end - 1] == '\n'; end--)
    text[end - 1] = '\0';
  begin_block (walk, type, 0);
  append_text (walk, text, 0, line_end);
  end_block (walk);
}

static void
begin_list_item (Walk *walk,
                 cmark_node *item)
{
  cmark_node *list = cmark_node_parent (item);
  int number = cmark_node_get_list_start (list);

  g_free (walk->marker);
  if (cmark_node_get_list_type (list) == CMARK_ORDERED_LIST)
    {
      /* The number of the item before is kept with it: counting from the first would take a
       * time that grows with the square of their number. */
      cmark_node *before = cmark_node_previous (item);

      number = before != NULL ? GPOINTER_TO_INT (cmark_node_get_user_data (before)) + 1 : number;
      cmark_node_set_user_data (item, GINT_TO_POINTER (number));
      walk->marker = g_strdup_printf ("%d.\t", number);
    }
  else
    {
      walk->marker = g_strdup ("•\t");
    }
}

/* An item with nothing in it still has its marker. */
static void
end_list_item (Walk *walk)
{
  if (walk->marker == NULL)
    return;
  begin_block (walk, STEPPE_BLOCK_PARAGRAPH, 0);
  end_block (walk);
}

static void
begin_link (Walk *walk,
            const char *uri)
{
  g_autofree char *host = steppe_link_dup_host (uri);
  SteppeLink link = { STEPPE_LINK_MENTION };

  if (uri == NULL || (*uri != '#' && host == NULL))
    return;
  link.type = *uri == '#' ? STEPPE_LINK_MENTION : STEPPE_LINK_EXTERNAL;
  link.target = g_strdup (*uri == '#' ? uri + 1 : uri);
  g_array_append_val (walk->text->links, link);
  walk->in_link = TRUE;
  walk->link_begins = TRUE;
}

static void
end_link (Walk *walk)
{
  GArray *links = walk->text->links;

  if (!walk->in_link)
    return;
  if (walk->link_begins)
    settle_link_start (walk);
  g_array_index (links, SteppeLink, links->len - 1).end = walk->length;
  walk->in_link = FALSE;
}

/* A key begins or ends. */
static void
set_in_key (Walk *walk,
            gboolean in_key)
{
  char margin[7] = { 0 };

  g_unichar_to_utf8 (KEY_MARGIN, margin);
  walk->in_key |= in_key;
  append_text (walk, margin, 0, ' ');
  walk->in_key = in_key;
}

static void
enter_html (Walk *walk,
            const char *tag)
{
  if (walk->with_signs && g_strcmp0 (tag, "<kbd>") == 0)
    set_in_key (walk, TRUE);
  else if (walk->with_signs && g_strcmp0 (tag, "</kbd>") == 0 && walk->in_key)
    set_in_key (walk, FALSE);
  else
    append_text (walk, tag, 0, ' ');
}

static void
enter_image (Walk *walk,
             const char *name)
{
  SteppeTextSign sign = { 0 };
  char place[7] = { 0 };

  if (!walk->with_signs)
    return;
  g_unichar_to_utf8 (STEPPE_NARRATIVE_SIGN, place);
  append_text (walk, place, 0, ' ');
  sign.offset = walk->length - 1;
  sign.name = g_strdup (name != NULL ? name : "");
  g_array_append_val (walk->text->signs, sign);
  walk->in_image++;
}

static void
enter_block (Walk *walk,
             cmark_node *node)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_BLOCK_QUOTE:
      walk->quote_depth++;
      break;
    case CMARK_NODE_LIST:
      walk->list_depth++;
      break;
    case CMARK_NODE_ITEM:
      begin_list_item (walk, node);
      break;
    case CMARK_NODE_HEADING:
      begin_block (walk, STEPPE_BLOCK_HEADING, cmark_node_get_heading_level (node));
      break;
    case CMARK_NODE_PARAGRAPH:
      begin_block (walk, STEPPE_BLOCK_PARAGRAPH, 0);
      break;
    case CMARK_NODE_CODE_BLOCK:
      add_literal_block (walk, STEPPE_BLOCK_CODE, cmark_node_get_literal (node), '\n');
      break;
    case CMARK_NODE_HTML_BLOCK:
      add_literal_block (walk, STEPPE_BLOCK_PARAGRAPH, cmark_node_get_literal (node), 0x2028);
      break;
    case CMARK_NODE_THEMATIC_BREAK:
      add_literal_block (walk, STEPPE_BLOCK_BREAK, BREAK_SIGN, ' ');
      break;
    default:
      break;
    }
}

static void
enter_inline (Walk *walk,
              cmark_node *node)
{
  if (walk->in_image > 0)
    return;
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
      append_text (walk, cmark_node_get_literal (node), 0, ' ');
      break;
    case CMARK_NODE_HTML_INLINE:
      enter_html (walk, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_IMAGE:
      enter_image (walk, cmark_node_get_url (node));
      break;
    case CMARK_NODE_CODE:
      append_text (walk, cmark_node_get_literal (node), STEPPE_RUN_CODE, ' ');
      break;
    case CMARK_NODE_SOFTBREAK:
      walk->soft_break = TRUE;
      break;
    case CMARK_NODE_LINEBREAK:
      append_char (walk, 0x2028);
      break;
    case CMARK_NODE_EMPH:
      walk->emphasis++;
      break;
    case CMARK_NODE_STRONG:
      walk->strong++;
      break;
    case CMARK_NODE_LINK:
      begin_link (walk, cmark_node_get_url (node));
      break;
    default:
      break;
    }
}

static void
leave (Walk *walk,
       cmark_node *node)
{
  /* Within an image nothing was entered. */
  if (walk->in_image > 0 && cmark_node_get_type (node) != CMARK_NODE_IMAGE)
    return;
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_BLOCK_QUOTE:
      walk->quote_depth--;
      break;
    case CMARK_NODE_LIST:
      walk->list_depth--;
      break;
    case CMARK_NODE_ITEM:
      end_list_item (walk);
      break;
    case CMARK_NODE_HEADING:
    case CMARK_NODE_PARAGRAPH:
      end_block (walk);
      break;
    case CMARK_NODE_EMPH:
      walk->emphasis--;
      break;
    case CMARK_NODE_STRONG:
      walk->strong--;
      break;
    case CMARK_NODE_LINK:
      end_link (walk);
      break;
    case CMARK_NODE_IMAGE:
      walk->in_image = 0;
      break;
    default:
      break;
    }
}

static void
walk_document (Walk *walk,
               cmark_node *document)
{
  cmark_iter *iter = cmark_iter_new (document);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);

      if (event == CMARK_EVENT_EXIT)
        leave (walk, node);
      else if (walk->has_block)
        enter_inline (walk, node);
      else
        enter_block (walk, node);
    }
  cmark_iter_free (iter);
}

/* How many quotes and lists may be open where a line begins: each takes a `>` or, after the first
 * marker of a list, two columns at least. */
static guint
count_containers (const char *line)
{
  guint markers = 0, columns = 0;

  for (const char *p = line; *p != '\0' && strchr ("> \t*+-.)0123456789", *p) != NULL; p++)
    {
      if (*p == '>' || (strchr ("*+-.)", *p) != NULL && (p[1] == ' ' || p[1] == '\t')))
        markers += 1;
      else if (markers == 0)
        columns += *p == '\t' ? 4 : 1;
    }
  return markers > 0 ? markers + columns / 2 : 0;
}

/* Whether no line stands so deep in quotes and lists that parsing would take too long. */
static gboolean
is_shallow (const char *text)
{
  for (const char *line = text; line != NULL; line = strchr (line, '\n'))
    {
      line += *line == '\n';
      if (count_containers (line) > MAX_CONTAINERS)
        return FALSE;
    }
  return TRUE;
}

static void
add_lines (Walk *walk,
           const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      add_literal_block (walk, STEPPE_BLOCK_PARAGRAPH, lines[i], ' ');
}

static void
clear_link (gpointer data)
{
  g_free (((SteppeLink *) data)->target);
}

static void
clear_sign (gpointer data)
{
  g_free (((SteppeTextSign *) data)->name);
}

static SteppeNarrativeText *
create_empty (void)
{
  SteppeNarrativeText *self = g_new0 (SteppeNarrativeText, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (SteppeBlock));
  self->runs = g_array_new (FALSE, FALSE, sizeof (SteppeRun));
  self->links = g_array_new (FALSE, FALSE, sizeof (SteppeLink));
  g_array_set_clear_func (self->links, clear_link);
  self->signs = g_array_new (FALSE, FALSE, sizeof (SteppeTextSign));
  g_array_set_clear_func (self->signs, clear_sign);
  return self;
}

static SteppeNarrativeText *
read_text (const char *text,
           gboolean with_signs)
{
  SteppeNarrativeText *self = create_empty ();
  Walk walk = { .text = self, .plain = g_string_new (NULL), .with_signs = with_signs };
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  if (strlen (valid) <= STEPPE_NARRATIVE_MAX_LENGTH && is_shallow (valid))
    {
      cmark_node *document = cmark_parse_document (valid, strlen (valid), CMARK_OPT_DEFAULT);

      walk_document (&walk, document);
      cmark_node_free (document);
    }
  else
    {
      add_lines (&walk, valid);
    }
  self->plain = g_string_free (walk.plain, FALSE);
  return self;
}

/**
 * steppe_narrative_text_new:
 * @text: a text in CommonMark 0.30
 *
 * Reads the marks of @text. Every text can be read: what is no mark is a word. HTML is words too,
 * an image is its alternative text, and a link that is neither a mention nor http nor https is
 * only its words. Where reading would take too long because of the length of @text or the depth of
 * its quotes and lists, it is taken as lines of words.
 *
 * Returns: (transfer full): the text
 */
SteppeNarrativeText *
steppe_narrative_text_new (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return read_text (text, FALSE);
}

/**
 * steppe_narrative_text_new_with_signs:
 * @text: a text in CommonMark 0.30
 *
 * Reads a text of the program itself, which can more than that of a dossier: what is between
 * `<kbd>` and `</kbd>` is a key, and an image is a sign, which its address names.
 *
 * Returns: (transfer full): the text
 */
SteppeNarrativeText *
steppe_narrative_text_new_with_signs (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return read_text (text, TRUE);
}

/* Putting in notes */

/* Notes in reading order, and how many characters come in with the first n of them. */
typedef struct
{
  GArray *notes;
  guint *put_in;
} Insertion;

/* Where a place goes: on by the notes put in before it, and by those at it where they come first. */
static guint
shift (const Insertion *insertion,
       guint offset,
       gboolean after_notes)
{
  guint low = 0, high = insertion->notes->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2, at = g_array_index (insertion->notes, SteppeNote, middle).offset;

      if (at < offset || (at == offset && after_notes))
        low = middle + 1;
      else
        high = middle;
    }
  return offset + insertion->put_in[low];
}

static char *
insert_marks (const char *plain,
              GArray *notes)
{
  GString *words = g_string_new (NULL);
  const char *p = plain;
  guint offset = 0;

  for (guint i = 0; i < notes->len; i++)
    {
      const SteppeNote *note = &g_array_index (notes, SteppeNote, i);
      const char *next = g_utf8_offset_to_pointer (p, (glong) note->offset - (glong) offset);

      g_string_append_len (words, p, next - p);
      g_string_append (words, note->mark);
      p = next;
      offset = note->offset;
    }
  g_string_append (words, p);
  return g_string_free (words, FALSE);
}

static int
compare_links (gconstpointer a,
               gconstpointer b)
{
  guint first = ((const SteppeLink *) a)->start, second = ((const SteppeLink *) b)->start;

  return (first > second) - (first < second);
}

static void
insert_links (SteppeNarrativeText *self,
              const SteppeNarrativeText *text,
              const Insertion *insertion)
{
  for (guint i = 0; i < text->links->len; i++)
    {
      SteppeLink link = g_array_index (text->links, SteppeLink, i);

      link.target = g_strdup (link.target);
      link.start = shift (insertion, link.start, TRUE);
      link.end = MAX (link.start, shift (insertion, link.end, FALSE));
      g_array_append_val (self->links, link);
    }
  for (guint i = 0; i < insertion->notes->len; i++)
    {
      const SteppeNote *note = &g_array_index (insertion->notes, SteppeNote, i);
      SteppeLink link = { STEPPE_LINK_NOTE, g_strdup (note->target), note->offset + insertion->put_in[i], note->offset + insertion->put_in[i + 1] };

      if (note->target != NULL)
        g_array_append_val (self->links, link);
    }
  g_array_sort (self->links, compare_links);
}

/**
 * steppe_narrative_text_insert_notes:
 * @self: a text
 * @notes: (element-type SteppeNote): marks to put in, in reading order, none of them within a link
 *
 * Returns: (transfer full): the text with the marks, each with a target a link of its own
 */
SteppeNarrativeText *
steppe_narrative_text_insert_notes (const SteppeNarrativeText *self,
                                    GArray *notes)
{
  SteppeNarrativeText *text = create_empty ();
  g_autofree guint *put_in = g_new0 (guint, notes->len + 1);
  const Insertion insertion = { notes, put_in };

  for (guint i = 0; i < notes->len; i++)
    put_in[i + 1] = put_in[i] + g_utf8_strlen (g_array_index (notes, SteppeNote, i).mark, -1);
  text->plain = insert_marks (self->plain, notes);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      SteppeBlock block = g_array_index (self->blocks, SteppeBlock, i);

      block.start = shift (&insertion, block.start, FALSE);
      block.text_start = shift (&insertion, block.text_start, FALSE);
      block.end = shift (&insertion, block.end, TRUE);
      g_array_append_val (text->blocks, block);
    }
  for (guint i = 0; i < self->runs->len; i++)
    {
      SteppeRun run = g_array_index (self->runs, SteppeRun, i);

      run.start = shift (&insertion, run.start, TRUE);
      run.end = shift (&insertion, run.end, FALSE);
      g_array_append_val (text->runs, run);
    }
  insert_links (text, self, &insertion);
  for (guint i = 0; i < self->signs->len; i++)
    {
      SteppeTextSign sign = g_array_index (self->signs, SteppeTextSign, i);

      sign.offset = shift (&insertion, sign.offset, TRUE);
      sign.name = g_strdup (sign.name);
      g_array_append_val (text->signs, sign);
    }
  return text;
}

/**
 * steppe_narrative_text_ref:
 * @self: a text
 *
 * Returns: (transfer full): @self
 */
SteppeNarrativeText *
steppe_narrative_text_ref (SteppeNarrativeText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * steppe_narrative_text_unref:
 * @self: (transfer full): a text
 */
void
steppe_narrative_text_unref (SteppeNarrativeText *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->blocks);
  g_array_unref (self->runs);
  g_array_unref (self->links);
  g_array_unref (self->signs);
  g_free (self->plain);
  g_free (self);
}

/**
 * steppe_narrative_text_get_plain:
 * @self: a text
 *
 * Returns: its words without marks, a line a block; code has lines of its own
 */
const char *
steppe_narrative_text_get_plain (const SteppeNarrativeText *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->plain;
}

/**
 * steppe_narrative_text_get_blocks:
 * @self: a text
 * @n_blocks: (out): how many
 *
 * Returns: (array length=n_blocks) (transfer none): its blocks in reading order; together they
 *   are the whole plain text
 */
const SteppeBlock *
steppe_narrative_text_get_blocks (const SteppeNarrativeText *self,
                                  guint *n_blocks)
{
  *n_blocks = self->blocks->len;
  return (const SteppeBlock *) (gpointer) self->blocks->data;
}

/**
 * steppe_narrative_text_get_runs:
 * @self: a text
 * @n_runs: (out): how many
 *
 * Returns: (array length=n_runs) (transfer none): its runs of styled text in reading order
 */
const SteppeRun *
steppe_narrative_text_get_runs (const SteppeNarrativeText *self,
                                guint *n_runs)
{
  *n_runs = self->runs->len;
  return (const SteppeRun *) (gpointer) self->runs->data;
}

/**
 * steppe_narrative_text_get_links:
 * @self: a text
 * @n_links: (out): how many
 *
 * Returns: (array length=n_links) (transfer none): its links in reading order, mentions among them
 */
const SteppeLink *
steppe_narrative_text_get_links (const SteppeNarrativeText *self,
                                 guint *n_links)
{
  *n_links = self->links->len;
  return (const SteppeLink *) (gpointer) self->links->data;
}

/**
 * steppe_narrative_text_get_signs:
 * @self: a text
 * @n_signs: (out): how many
 *
 * Returns: (array length=n_signs) (transfer none): its signs in reading order
 */
const SteppeTextSign *
steppe_narrative_text_get_signs (const SteppeNarrativeText *self,
                                 guint *n_signs)
{
  *n_signs = self->signs->len;
  return (const SteppeTextSign *) (gpointer) self->signs->data;
}
