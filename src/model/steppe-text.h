/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define STEPPE_TYPE_TEXT (steppe_text_get_type ())

typedef struct _SteppeText SteppeText;

GType steppe_text_get_type (void) G_GNUC_CONST;

SteppeText *steppe_text_new (guint n_texts,
                             const char *const *tags,
                             const char *const *texts);
SteppeText *steppe_text_new_plain (const char *text);
SteppeText *steppe_text_ref (SteppeText *self);
void steppe_text_unref (SteppeText *self);

gboolean steppe_text_is_plain (const SteppeText *self);
guint steppe_text_get_n_texts (const SteppeText *self);
const char *steppe_text_get_nth (const SteppeText *self,
                                 guint n,
                                 const char **tag);
const char *steppe_text_resolve (const SteppeText *self,
                                 const char *const *languages);
const char *steppe_text_resolve_tag (const SteppeText *self,
                                     const char *const *languages,
                                     const char **tag);
gboolean steppe_text_equal (const SteppeText *a,
                            const SteppeText *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeText, steppe_text_unref)

G_END_DECLS
