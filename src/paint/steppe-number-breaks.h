/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

void steppe_number_breaks_forbid (PangoAttrList *attributes,
                                  const char *text,
                                  guint start);

G_END_DECLS
