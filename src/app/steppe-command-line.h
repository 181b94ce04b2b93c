/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean steppe_command_line_run (const char *const *arguments,
                                  int *exit_status);

G_END_DECLS
