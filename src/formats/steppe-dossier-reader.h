/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/steppe-format-error.h"
#include "model/steppe-dossier.h"

G_BEGIN_DECLS

/**
 * STEPPE_DOSSIER_MIME_TYPE:
 *
 * The media type of dossiers, as data/steppe.mime.xml declares it.
 */
#define STEPPE_DOSSIER_MIME_TYPE "application/vnd.steppe.dossier+json"

/**
 * SteppeProgressFunc:
 * @fraction: how much is done, from 0 to 1
 * @user_data: data for the function
 */
typedef void (*SteppeProgressFunc) (double fraction,
                                    gpointer user_data);

SteppeDossier *steppe_dossier_read_bytes (GBytes *bytes,
                                          GCancellable *cancellable,
                                          GError **error);
SteppeDossier *steppe_dossier_read (GFile *file,
                                    GCancellable *cancellable,
                                    GError **error);
void steppe_dossier_read_async (GFile *file,
                                GCancellable *cancellable,
                                SteppeProgressFunc progress,
                                gpointer progress_data,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
SteppeDossier *steppe_dossier_read_finish (GAsyncResult *result,
                                           GError **error);

G_END_DECLS
