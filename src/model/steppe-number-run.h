/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *steppe_number_runs_dup (const guint *numbers,
                              guint n);

G_END_DECLS
