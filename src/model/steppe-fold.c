/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/steppe-fold.h"

#include <string.h>

/* Folding brings together what readers take for the same when they search: capitals and small letters, letters with and
 * without accents (Khürelsükh, khurelsukh; ё, е), wide and narrow forms, kinds of spaces, dashes and apostrophes. Letters
 * are taken one by one, so that each place in a folded text has one in the text it comes from. */

/* Marks of no class, and of the classes from this one to that (nukta, voicing of kana, virama), make another letter; the
 * others are accents and vowel points. See UAX #44, table 15. */
#define CLASS_NUKTA 7
#define CLASS_VIRAMA 9

/* Letters that Unicode does not decompose. */
static const struct
{
  gunichar letter;
  const char *folded;
} letters[] = {
  { 0xdf, "ss" }, /* ß */
  { 0xe6, "ae" }, /* æ */
  { 0xf0, "d" }, /* ð */
  { 0xf8, "o" }, /* ø */
  { 0xfe, "th" }, /* þ */
  { 0x111, "d" }, /* đ */
  { 0x131, "i" }, /* ı */
  { 0x142, "l" }, /* ł */
  { 0x153, "oe" }, /* œ */
  { 0x3c2, "σ" }, /* ς */
};

static void
append_letter (GString *folded,
               gunichar letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i].letter == letter)
      {
        g_string_append (folded, letters[i].folded);
        return;
      }
  g_string_append_unichar (folded, letter);
}

static void
append_part (GString *folded,
             gunichar part)
{
  int class;

  switch (g_unichar_type (part))
    {
    case G_UNICODE_NON_SPACING_MARK:
      class = g_unichar_combining_class (part);
      if (class == 0 || (class >= CLASS_NUKTA && class <= CLASS_VIRAMA))
        g_string_append_unichar (folded, part);
      break;
    case G_UNICODE_FORMAT:
      break;
    case G_UNICODE_CONTROL:
    case G_UNICODE_SPACE_SEPARATOR:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      g_string_append_c (folded, ' ');
      break;
    case G_UNICODE_DASH_PUNCTUATION:
      g_string_append_c (folded, '-');
      break;
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
      g_string_append_c (folded, part == 0x2018 || part == 0x2019 || part == 0x201b ? '\'' : '"');
      break;
    default:
      append_letter (folded, g_unichar_tolower (part));
    }
}

static void
append_char (GString *folded,
             gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts;

  if (c < 0x80)
    {
      g_string_append_c (folded, g_ascii_iscntrl (c) ? ' ' : g_ascii_tolower (c));
      return;
    }
  n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n_parts; i++)
    append_part (folded, parts[i]);
}

/**
 * steppe_fold_append:
 * @folded: what to append to
 * @text: UTF-8
 *
 * Appends @text without what readers overlook when they search: case, accents, forms of letters, kinds of spaces, dashes
 * and quotation marks. Control characters become spaces.
 */
void
steppe_fold_append (GString *folded,
                    const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    append_char (folded, g_utf8_get_char (p));
}

/**
 * steppe_fold:
 * @text: UTF-8
 *
 * Returns: (transfer full): @text as [func@fold_append] has it
 */
char *
steppe_fold (const char *text)
{
  GString *folded = g_string_sized_new (strlen (text) + 1);

  steppe_fold_append (folded, text);
  return g_string_free (folded, FALSE);
}

/* Takes what stands in quotation marks, or a word, from @rest on. */
static char *
take_word (const char **rest)
{
  gboolean quoted = **rest == '"';
  const char *start = *rest + quoted, *end = strchr (start, quoted ? '"' : ' ');

  if (end == NULL)
    end = start + strlen (start);
  *rest = quoted && *end != '\0' ? end + 1 : end;
  return g_strndup (start, end - start);
}

/**
 * steppe_fold_query:
 * @query: what a reader has typed
 *
 * Splits it into words; what stands in quotation marks is one.
 *
 * Returns: (transfer full) (array zero-terminated=1): the words, folded
 */
char **
steppe_fold_query (const char *query)
{
  g_autofree char *folded = steppe_fold (query);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (const char *rest = folded; *rest != '\0';)
    {
      g_autofree char *word = NULL;

      if (*rest == ' ')
        {
          rest++;
          continue;
        }
      word = g_strstrip (take_word (&rest));
      if (*word != '\0')
        g_strv_builder_add (words, word);
    }
  return g_strv_builder_end (words);
}

/**
 * steppe_folded_is_word_start:
 * @folded: a folded text
 * @at: a place in it
 *
 * Returns: whether a word begins there
 */
gboolean
steppe_folded_is_word_start (const char *folded,
                             const char *at)
{
  if (at == folded)
    return TRUE;
  if ((guchar) at[-1] < 0x80)
    return !g_ascii_isalnum (at[-1]);
  return !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
}

/* A text, folded, and for each byte of that which one of the text it comes from. */
typedef struct
{
  GString *folded;
  GArray *origins; /* of gsize, with one more for the end */
} MappedText;

static MappedText
map_text (const char *text)
{
  MappedText mapped = { g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (gsize)) };
  const char *p = text;

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize origin = p - text;

      append_char (mapped.folded, g_utf8_get_char (p));
      while (mapped.origins->len < mapped.folded->len)
        g_array_append_val (mapped.origins, origin);
    }
  g_array_append_vals (mapped.origins, &(gsize) { p - text }, 1);
  return mapped;
}

static int
compare_ranges (gconstpointer a,
                gconstpointer b)
{
  gsize first = ((const SteppeTextRange *) a)->start, second = ((const SteppeTextRange *) b)->start;

  return (first > second) - (first < second);
}

static void
merge_ranges (GArray *ranges)
{
  guint n = 0;

  g_array_sort (ranges, compare_ranges);
  for (guint i = 0; i < ranges->len; i++)
    {
      SteppeTextRange range = g_array_index (ranges, SteppeTextRange, i);

      if (n > 0 && range.start < g_array_index (ranges, SteppeTextRange, n - 1).end)
        g_array_index (ranges, SteppeTextRange, n - 1).end = MAX (g_array_index (ranges, SteppeTextRange, n - 1).end, range.end);
      else
        g_array_index (ranges, SteppeTextRange, n++) = range;
    }
  g_array_set_size (ranges, n);
}

/**
 * steppe_fold_find:
 * @text: UTF-8
 * @words: (array zero-terminated=1): folded words
 *
 * Finds where @words stand in @text once both are folded. What matches is told with the accents that follow it.
 *
 * Returns: (transfer full) (element-type SteppeTextRange): where, in order, without overlaps
 */
GArray *
steppe_fold_find (const char *text,
                  const char *const *words)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (SteppeTextRange));
  MappedText mapped = map_text (text);

  for (guint i = 0; words[i] != NULL; i++)
    for (const char *p = strstr (mapped.folded->str, words[i]); p != NULL && *words[i] != '\0'; p = strstr (p + 1, words[i]))
      {
        gsize start = p - mapped.folded->str, end = start + strlen (words[i]);
        gsize last = g_array_index (mapped.origins, gsize, end - 1);
        SteppeTextRange range = { g_array_index (mapped.origins, gsize, start), g_array_index (mapped.origins, gsize, end) };

        /* What ends within a letter that folds to several takes all of it. */
        if (range.end == last)
          range.end = g_utf8_next_char (text + last) - text;
        g_array_append_val (ranges, range);
      }
  g_string_free (mapped.folded, TRUE);
  g_array_unref (mapped.origins);
  merge_ranges (ranges);
  return ranges;
}
