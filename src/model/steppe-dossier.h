/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/steppe-fault.h"
#include "model/steppe-item.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_DOSSIER (steppe_dossier_get_type ())
G_DECLARE_FINAL_TYPE (SteppeDossier, steppe_dossier, STEPPE, DOSSIER, GObject)

SteppeDossier *steppe_dossier_new (void);
SteppeDossier *steppe_dossier_new_translated (SteppeDossier *dossier,
                                              const char *const *languages);

const SteppeField *steppe_dossier_get_fields (guint *n_fields);
void steppe_dossier_take_pointer (SteppeDossier *self,
                                  guint field,
                                  gpointer value);
gboolean steppe_dossier_has_changed (SteppeDossier *self,
                                     guint field);

gboolean steppe_dossier_is_modified (SteppeDossier *self);

const char *steppe_dossier_get_id (SteppeDossier *self);
void steppe_dossier_set_id (SteppeDossier *self,
                            const char *id);
const char *steppe_dossier_get_language (SteppeDossier *self);
void steppe_dossier_set_language (SteppeDossier *self,
                                  const char *language);
SteppeText *steppe_dossier_get_title (SteppeDossier *self);
void steppe_dossier_set_title (SteppeDossier *self,
                               SteppeText *title);
SteppeText *steppe_dossier_get_summary (SteppeDossier *self);
void steppe_dossier_set_summary (SteppeDossier *self,
                                 SteppeText *summary);

const char *const *steppe_dossier_get_languages (SteppeDossier *self);
void steppe_dossier_set_languages (SteppeDossier *self,
                                   const char *const *languages);
const char *steppe_dossier_resolve (SteppeDossier *self,
                                    const SteppeText *text);
const char *steppe_dossier_resolve_name (SteppeDossier *self,
                                         SteppeItem *item);

GListModel *steppe_dossier_get_items (SteppeDossier *self,
                                      SteppeItemKind kind);
SteppeItem *steppe_dossier_lookup (SteppeDossier *self,
                                   const char *id);
gboolean steppe_dossier_add (SteppeDossier *self,
                             SteppeItem *item);
void steppe_dossier_add_all (SteppeDossier *self,
                             SteppeItemKind kind,
                             GPtrArray *items);
void steppe_dossier_remove (SteppeDossier *self,
                            SteppeItem *item);
gboolean steppe_dossier_is_removed (SteppeDossier *self,
                                    SteppeItemKind kind,
                                    int origin);
GPtrArray *steppe_dossier_get_referrers (SteppeDossier *self,
                                         const char *id);

GListModel *steppe_dossier_get_faults (SteppeDossier *self);
void steppe_dossier_add_fault (SteppeDossier *self,
                               const char *pointer,
                               const char *message);

GBytes *steppe_dossier_get_original (SteppeDossier *self);
void steppe_dossier_set_original (SteppeDossier *self,
                                  GBytes *original);

gboolean steppe_id_is_valid (const char *id);
gboolean steppe_id_is_reserved (const char *id);

G_END_DECLS
