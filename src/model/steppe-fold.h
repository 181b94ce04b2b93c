/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SteppeTextRange:
 * @start: its first byte
 * @end: the byte after it
 *
 * Part of a text.
 */
typedef struct
{
  gsize start;
  gsize end;
} SteppeTextRange;

void steppe_fold_append (GString *folded,
                         const char *text);
char *steppe_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char **steppe_fold_query (const char *query) G_GNUC_WARN_UNUSED_RESULT;
gboolean steppe_folded_is_word_start (const char *folded,
                                      const char *at);
GArray *steppe_fold_find (const char *text,
                          const char *const *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
