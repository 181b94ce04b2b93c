/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/steppe-dossier.h"

G_BEGIN_DECLS

GtkPrintOperation *steppe_print_operation_new (GtkWindow *window,
                                               SteppeItem *item,
                                               SteppeDossier *dossier) G_GNUC_WARN_UNUSED_RESULT;
void steppe_print_item (GtkWindow *window,
                        SteppeItem *item,
                        SteppeDossier *dossier);

G_END_DECLS
