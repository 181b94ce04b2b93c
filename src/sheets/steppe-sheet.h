/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "model/steppe-account.h"
#include "sheets/steppe-paper.h"

G_BEGIN_DECLS

typedef struct _SteppeSheet SteppeSheet;

SteppeSheet *steppe_sheet_new (const SteppeAccount *account,
                               const SteppePaper *paper,
                               PangoDirection direction);
void steppe_sheet_free (SteppeSheet *self);

guint steppe_sheet_get_n_pages (const SteppeSheet *self);
void steppe_sheet_draw_page (const SteppeSheet *self,
                             guint page,
                             cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeSheet, steppe_sheet_free)

G_END_DECLS
