/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/steppe-dossier.h"

G_BEGIN_DECLS

/**
 * SteppeSearchHit:
 * @item: (transfer none): what was found; it belongs to the dossier
 * @passage: which block of a narrative has the words, or -1
 *
 * An item, or a passage of a narrative, that has the words searched for.
 */
typedef struct
{
  SteppeItem *item;
  int passage;
} SteppeSearchHit;

/**
 * SteppeSearchIndex:
 *
 * All words of a dossier in all languages, folded, for searching. It does not change, so threads may share it.
 */
typedef struct _SteppeSearchIndex SteppeSearchIndex;

SteppeSearchIndex *steppe_search_index_new (SteppeDossier *dossier);
SteppeSearchIndex *steppe_search_index_ref (SteppeSearchIndex *self);
void steppe_search_index_unref (SteppeSearchIndex *self);
void steppe_search_index_new_async (SteppeDossier *dossier,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
SteppeSearchIndex *steppe_search_index_new_finish (GAsyncResult *result,
                                                   GError **error);
void steppe_search_index_query (const SteppeSearchIndex *self,
                                const char *const *words,
                                GArray *hits[STEPPE_N_ITEM_KINDS]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeSearchIndex, steppe_search_index_unref)

G_END_DECLS
