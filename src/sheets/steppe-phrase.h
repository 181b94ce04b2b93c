/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SteppePhraseSpan:
 * @start: where it begins, bytes
 * @end: where it ends, bytes
 * @strong: whether it stands out
 * @target: (nullable): where it leads: an anchor of the sheet, or an address with a scheme
 *
 * A part of a phrase that is other than the rest.
 */
typedef struct
{
  guint start;
  guint end;
  gboolean strong;
  char *target;
} SteppePhraseSpan;

/**
 * SteppePhrase:
 * @text: its words, without line breaks
 * @spans: (nullable) (element-type SteppePhraseSpan): its parts that are other than the rest, in order
 * @notes: (nullable) (element-type guint): the numbers of the sources it rests on, in any order
 *
 * Words for people, with what they rest on.
 */
typedef struct
{
  char *text;
  GArray *spans;
  GArray *notes;
} SteppePhrase;

void steppe_phrase_span_clear (gpointer span);

SteppePhrase *steppe_phrase_new (const char *text);
SteppePhrase *steppe_phrase_take (char *text);
SteppePhrase *steppe_phrase_new_before (const SteppePhrase *phrase,
                                        const char *words);
void steppe_phrase_free (SteppePhrase *self);

void steppe_phrase_mark (SteppePhrase *self,
                         const char *words,
                         gboolean strong,
                         const char *target);
void steppe_phrase_add_span (SteppePhrase *self,
                             guint start,
                             guint end,
                             gboolean strong,
                             const char *target);
void steppe_phrase_take_notes (SteppePhrase *self,
                               GArray *notes);
char *steppe_phrase_dup_noted (const SteppePhrase *self) G_GNUC_WARN_UNUSED_RESULT;
char *steppe_phrase_dup_isolated (const char *words) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppePhrase, steppe_phrase_free)

G_END_DECLS
