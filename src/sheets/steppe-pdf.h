/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean steppe_pdf_finish (const char *path_in,
                            const char *path_out,
                            const char *language,
                            GPtrArray *figure_words,
                            GError **error);

G_END_DECLS
