/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sheets/steppe-sheet.h"

G_BEGIN_DECLS

typedef struct _SteppeSheetWriter SteppeSheetWriter;

SteppeSheetWriter *steppe_sheet_writer_new (SteppeTopic *topic,
                                            const SteppeSheetOptions *options,
                                            GFile *file);
void steppe_sheet_writer_free (SteppeSheetWriter *self);

gboolean steppe_sheet_writer_step (SteppeSheetWriter *self,
                                   gboolean *done,
                                   GError **error);
double steppe_sheet_writer_get_progress (const SteppeSheetWriter *self);

gboolean steppe_sheet_write (SteppeTopic *topic,
                             const SteppeSheetOptions *options,
                             GFile *file,
                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeSheetWriter, steppe_sheet_writer_free)

G_END_DECLS
