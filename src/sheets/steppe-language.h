/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

typedef struct _SteppeLanguage SteppeLanguage;

void steppe_language_init (const char *folder);

SteppeLanguage *steppe_language_enter (const char *tag) G_GNUC_WARN_UNUSED_RESULT;
void steppe_language_leave (SteppeLanguage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeLanguage, steppe_language_leave)

const char *const *steppe_language_get_tags (void);
char *steppe_language_dup_tag (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *steppe_language_dup_current (void);
const char *steppe_language_get_name (const char *tag);
PangoDirection steppe_language_get_direction (const char *tag);

G_END_DECLS
