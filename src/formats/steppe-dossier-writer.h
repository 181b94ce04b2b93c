/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/steppe-format-error.h"
#include "model/steppe-dossier.h"

G_BEGIN_DECLS

GBytes *steppe_dossier_write_bytes (SteppeDossier *dossier,
                                    GError **error);
gboolean steppe_dossier_save (SteppeDossier *dossier,
                              GFile *file,
                              GCancellable *cancellable,
                              GError **error);
void steppe_dossier_save_async (SteppeDossier *dossier,
                                GFile *file,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean steppe_dossier_save_finish (GAsyncResult *result,
                                     GError **error);

G_END_DECLS
