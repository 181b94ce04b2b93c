/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheets/steppe-phrase.h"

#include <hb.h>
#include <string.h>

#include "model/steppe-number-run.h"

#define NO_BREAK_SPACE "\302\240"
#define EN_SPACE "\342\200\202"
/* Characters that keep the order of the words between them to themselves. */
#define FIRST_STRONG_ISOLATE "\342\201\250"
#define POP_ISOLATE "\342\201\251"

/**
 * steppe_phrase_span_clear:
 * @span: (type SteppePhraseSpan): a part of a phrase
 *
 * Frees what it holds, as for an array of them.
 */
void
steppe_phrase_span_clear (gpointer span)
{
  g_free (((SteppePhraseSpan *) span)->target);
}

/**
 * steppe_phrase_new:
 * @text: words
 *
 * Returns: (transfer full): a phrase of them
 */
SteppePhrase *
steppe_phrase_new (const char *text)
{
  return steppe_phrase_take (g_strdup (text));
}

/**
 * steppe_phrase_take:
 * @text: (transfer full): words
 *
 * Returns: (transfer full): a phrase of them
 */
SteppePhrase *
steppe_phrase_take (char *text)
{
  SteppePhrase *self = g_new0 (SteppePhrase, 1);

  self->text = text;
  return self;
}

/**
 * steppe_phrase_new_before:
 * @phrase: a phrase
 * @words: words that are to stand before it, such as a number
 *
 * Returns: (transfer full): the same with these words before it, which stand out
 */
SteppePhrase *
steppe_phrase_new_before (const SteppePhrase *phrase,
                          const char *words)
{
  SteppePhrase *self = steppe_phrase_take (g_strconcat (words, EN_SPACE, phrase->text, NULL));
  guint shift = (guint) (strlen (words) + strlen (EN_SPACE));

  steppe_phrase_mark (self, words, TRUE, NULL);
  for (guint i = 0; phrase->spans != NULL && i < phrase->spans->len; i++)
    {
      SteppePhraseSpan span = g_array_index (phrase->spans, SteppePhraseSpan, i);

      span.start += shift;
      span.end += shift;
      span.target = g_strdup (span.target);
      g_array_append_val (self->spans, span);
    }
  if (phrase->notes != NULL)
    self->notes = g_array_ref (phrase->notes);
  return self;
}

/**
 * steppe_phrase_free:
 * @self: (transfer full): a phrase
 */
void
steppe_phrase_free (SteppePhrase *self)
{
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->notes, g_array_unref);
  g_free (self->text);
  g_free (self);
}

/**
 * steppe_phrase_add_span:
 * @self: a phrase
 * @start: where words begin, bytes, after those that are marked already
 * @end: where they end
 * @strong: whether they stand out
 * @target: (nullable): where they lead: an anchor of the sheet, or an address with a scheme
 *
 * Makes words stand out, or lead to where they are told of.
 */
void
steppe_phrase_add_span (SteppePhrase *self,
                        guint start,
                        guint end,
                        gboolean strong,
                        const char *target)
{
  SteppePhraseSpan span = { start, end, strong, g_strdup (target) };

  if (self->spans == NULL)
    {
      self->spans = g_array_new (FALSE, FALSE, sizeof (SteppePhraseSpan));
      g_array_set_clear_func (self->spans, steppe_phrase_span_clear);
    }
  g_array_append_val (self->spans, span);
}

/**
 * steppe_phrase_mark:
 * @self: a phrase
 * @words: words of it, after those that are marked already; nothing happens where they are not in it
 * @strong: whether they stand out
 * @target: (nullable): where they lead: an anchor of the sheet, or an address with a scheme
 *
 * Makes words stand out, or lead to where they are told of.
 */
void
steppe_phrase_mark (SteppePhrase *self,
                    const char *words,
                    gboolean strong,
                    const char *target)
{
  guint from = self->spans != NULL ? g_array_index (self->spans, SteppePhraseSpan, self->spans->len - 1).end : 0;
  const char *found = *words != '\0' ? strstr (self->text + from, words) : NULL;

  if (found != NULL)
    steppe_phrase_add_span (self, (guint) (found - self->text), (guint) (found - self->text + strlen (words)), strong, target);
}

/**
 * steppe_phrase_take_notes:
 * @self: a phrase
 * @notes: (transfer full) (nullable) (element-type guint): the numbers of the sources it rests on
 */
void
steppe_phrase_take_notes (SteppePhrase *self,
                          GArray *notes)
{
  g_clear_pointer (&self->notes, g_array_unref);
  self->notes = notes;
}

/**
 * steppe_phrase_dup_noted:
 * @self: a phrase
 *
 * Returns: (transfer full): its words and the numbers of its sources: “They met. [1–3, 7]”, in which
 *   no line breaks within the numbers or before them
 */
char *
steppe_phrase_dup_noted (const SteppePhrase *self)
{
  g_autofree char *numbers = NULL;
  g_autoptr (GString) noted = NULL;

  if (self->notes == NULL || self->notes->len == 0)
    return g_strdup (self->text);
  numbers = steppe_number_runs_dup ((const guint *) (gpointer) self->notes->data, self->notes->len);
  noted = g_string_new (numbers);
  g_string_replace (noted, " ", NO_BREAK_SPACE, 0);
  g_string_prepend (noted, NO_BREAK_SPACE "[");
  g_string_prepend (noted, self->text);
  g_string_append_c (noted, ']');
  return g_string_free (g_steal_pointer (&noted), FALSE);
}

/* Whether the first letter is of a script that is written from right to left. */
static gboolean
runs_leftward (const char *words)
{
  const char *letter = words;
  GUnicodeScript script;

  while (*letter != '\0' && !g_unichar_isalpha (g_utf8_get_char (letter)))
    letter = g_utf8_next_char (letter);
  if (*letter == '\0')
    return FALSE;
  script = g_unichar_get_script (g_utf8_get_char (letter));
  return hb_script_get_horizontal_direction (hb_script_from_iso15924_tag (g_unicode_script_to_iso15924 (script))) == HB_DIRECTION_RTL;
}

/**
 * steppe_phrase_dup_isolated:
 * @words: words that are to stand among others, such as a date
 *
 * Returns: (transfer full): the words, which keep their order where they run from right to left and
 *   the others do not
 */
char *
steppe_phrase_dup_isolated (const char *words)
{
  return runs_leftward (words) ? g_strconcat (FIRST_STRONG_ISOLATE, words, POP_ISOLATE, NULL) : g_strdup (words);
}
