/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sheets/steppe-sheet.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_SHEET_PREVIEW (steppe_sheet_preview_get_type ())
G_DECLARE_FINAL_TYPE (SteppeSheetPreview, steppe_sheet_preview, STEPPE, SHEET_PREVIEW, GtkWidget)

void steppe_sheet_preview_take_sheet (SteppeSheetPreview *self,
                                      SteppeSheet *sheet);
SteppeSheet *steppe_sheet_preview_get_sheet (SteppeSheetPreview *self);
gboolean steppe_sheet_preview_is_complete (SteppeSheetPreview *self);
guint steppe_sheet_preview_get_n_pages (SteppeSheetPreview *self);
guint steppe_sheet_preview_get_page (SteppeSheetPreview *self);

G_END_DECLS
