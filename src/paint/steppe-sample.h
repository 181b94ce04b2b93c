/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "paint/steppe-map-look.h"

G_BEGIN_DECLS

gboolean steppe_sample_exists (const char *name);
double steppe_sample_get_width (const char *name);
void steppe_sample_paint (cairo_t *cr,
                          const char *name,
                          const SteppeMapLook *look,
                          gboolean is_rtl,
                          double x,
                          double y);

G_END_DECLS
