/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Called with a fraction from 0 to 1, in the thread that reads. */
typedef void (*SteppeFileProgress) (double fraction,
                                    gpointer user_data);

GBytes *_steppe_file_load (GFile *file,
                           SteppeFileProgress progress,
                           gpointer user_data,
                           GCancellable *cancellable,
                           GError **error);

gboolean _steppe_file_replace (GFile *file,
                               GBytes *bytes,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
