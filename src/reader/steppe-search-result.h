/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-search-index.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_SEARCH_RESULT (steppe_search_result_get_type ())
G_DECLARE_FINAL_TYPE (SteppeSearchResult, steppe_search_result, STEPPE, SEARCH_RESULT, GObject)

SteppeSearchResult *steppe_search_result_new (const SteppeSearchHit *hit);
SteppeSearchResult *steppe_search_result_new_more (SteppeItemKind kind,
                                                   guint n_hits);
SteppeItem *steppe_search_result_get_item (SteppeSearchResult *self);
int steppe_search_result_get_passage (SteppeSearchResult *self);
SteppeItemKind steppe_search_result_get_kind (SteppeSearchResult *self);
guint steppe_search_result_get_n_more (SteppeSearchResult *self);

G_END_DECLS
