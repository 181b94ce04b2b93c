/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sheets/steppe-topic.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_SHEET_DIALOG (steppe_sheet_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SteppeSheetDialog, steppe_sheet_dialog, STEPPE, SHEET_DIALOG, AdwDialog)

AdwDialog *steppe_sheet_dialog_new (SteppeTopic *topic,
                                    const SteppeSpan *span);

void steppe_sheet_dialog_export (SteppeSheetDialog *self,
                                 GFile *file);

G_END_DECLS
