/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-narrative-text.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_HELP_PAGE (steppe_help_page_get_type ())
G_DECLARE_FINAL_TYPE (SteppeHelpPage, steppe_help_page, STEPPE, HELP_PAGE, GObject)

#define STEPPE_HELP_EXAMPLE STEPPE_RESOURCE_BASE "/help/example.dossier"

const char *const *steppe_help_get_names (void);
SteppeHelpPage *steppe_help_page_new (const char *name,
                                      const char *const *languages);
const char *steppe_help_page_get_name (SteppeHelpPage *self);
const char *steppe_help_page_get_title (SteppeHelpPage *self);
const char *steppe_help_page_get_language (SteppeHelpPage *self);
SteppeNarrativeText *steppe_help_page_get_text (SteppeHelpPage *self);
gboolean steppe_help_page_has_example (SteppeHelpPage *self);
gboolean steppe_help_page_matches (SteppeHelpPage *self,
                                   const char *const *words);

G_END_DECLS
