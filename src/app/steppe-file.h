/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean steppe_file_is_from_portal (GFile *file);
char *steppe_file_dup_address (GFile *file);

G_END_DECLS
