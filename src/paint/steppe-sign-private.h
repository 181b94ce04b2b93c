/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paint/steppe-sign.h"

G_BEGIN_DECLS

void _steppe_sign_set_color (cairo_t *cr,
                             const SteppeColor *color,
                             double alpha);
void _steppe_sign_hatch (cairo_t *cr,
                         double first,
                         double last,
                         double step,
                         double half,
                         double width);
void _steppe_sign_paint_in (cairo_t *cr,
                            const char *kind,
                            SteppeStatus status,
                            const SteppeColor *color,
                            const SteppeColor *ground,
                            double size);

G_END_DECLS
