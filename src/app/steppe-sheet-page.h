/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sheets/steppe-sheet.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_SHEET_PAGE (steppe_sheet_page_get_type ())
G_DECLARE_FINAL_TYPE (SteppeSheetPage, steppe_sheet_page, STEPPE, SHEET_PAGE, GtkWidget)

GtkWidget *steppe_sheet_page_new (void);

void steppe_sheet_page_show (SteppeSheetPage *self,
                             SteppeSheet *sheet,
                             guint page);
void steppe_sheet_page_drop_sheet (SteppeSheetPage *self);

char *steppe_sheet_page_dup_name (guint page,
                                  guint n_pages) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
