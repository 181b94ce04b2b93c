/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sheets/steppe-sheet.h"

G_BEGIN_DECLS

GtkPrintOperation *steppe_print_operation_new (GtkWindow *window,
                                               SteppeTopic *topic,
                                               const SteppeSheetOptions *options) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
