/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "reader/steppe-search-result.h"

G_BEGIN_DECLS

/* So many of a kind are listed until the reader asks for all. */
#define STEPPE_SEARCH_FEW 5

#define STEPPE_TYPE_SEARCH_MODEL (steppe_search_model_get_type ())
G_DECLARE_FINAL_TYPE (SteppeSearchModel, steppe_search_model, STEPPE, SEARCH_MODEL, GObject)

SteppeSearchModel *steppe_search_model_new (void);
void steppe_search_model_search (SteppeSearchModel *self,
                                 SteppeSearchIndex *index,
                                 const char *const *words);
void steppe_search_model_list_all (SteppeSearchModel *self,
                                   SteppeItemKind kind);
guint steppe_search_model_get_n_found (SteppeSearchModel *self,
                                       SteppeItemKind kind);
guint steppe_search_model_get_n_all (SteppeSearchModel *self);

G_END_DECLS
