/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-facet.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_FILTER (steppe_filter_get_type ())
G_DECLARE_FINAL_TYPE (SteppeFilter, steppe_filter, STEPPE, FILTER, GObject)

SteppeFilter *steppe_filter_new (void);
void steppe_filter_set_dossier (SteppeFilter *self,
                                SteppeDossier *dossier);
gboolean steppe_filter_is_empty (SteppeFilter *self);
gboolean steppe_filter_has (SteppeFilter *self,
                            SteppeFacet facet,
                            const char *value);
void steppe_filter_set (SteppeFilter *self,
                        SteppeFacet facet,
                        const char *value,
                        gboolean wanted);
void steppe_filter_clear (SteppeFilter *self);
guint steppe_filter_get_n_values (SteppeFilter *self,
                                  SteppeFacet facet);
char **steppe_filter_list_values (SteppeFilter *self,
                                  SteppeFacet facet) G_GNUC_WARN_UNUSED_RESULT;
gboolean steppe_filter_matches (SteppeFilter *self,
                                SteppeEvent *event);
GVariant *steppe_filter_to_variant (SteppeFilter *self);
void steppe_filter_set_variant (SteppeFilter *self,
                                GVariant *variant);

G_END_DECLS
