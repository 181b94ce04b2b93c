/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "model/steppe-item.h"
#include "model/steppe-status.h"
#include "time/steppe-date.h"

G_BEGIN_DECLS

/**
 * SteppeScheme:
 * @STEPPE_SCHEME_LIGHT: dark signs on a light ground
 * @STEPPE_SCHEME_DARK: light signs on a dark ground
 * @STEPPE_SCHEME_LIGHT_CONTRAST: as light, with more contrast
 * @STEPPE_SCHEME_DARK_CONTRAST: as dark, with more contrast
 * @STEPPE_SCHEME_PRINT: on white paper; readable without colour
 * @STEPPE_SCHEME_PRINT_GRAY: as print, in shades of gray
 *
 * What is painted on.
 */
typedef enum
{
  STEPPE_SCHEME_LIGHT,
  STEPPE_SCHEME_DARK,
  STEPPE_SCHEME_LIGHT_CONTRAST,
  STEPPE_SCHEME_DARK_CONTRAST,
  STEPPE_SCHEME_PRINT,
  STEPPE_SCHEME_PRINT_GRAY,
} SteppeScheme;

/**
 * SteppeColor:
 * @red: 0 to 1
 * @green: 0 to 1
 * @blue: 0 to 1
 * @alpha: 0 to 1, not premultiplied
 */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} SteppeColor;

SteppeColor steppe_color_in_scheme (SteppeColor color,
                                    SteppeScheme scheme);

SteppeColor steppe_sign_get_color (const char *kind,
                                   SteppeScheme scheme);
SteppeColor steppe_sign_get_item_color (SteppeItemKind item_kind,
                                        SteppeScheme scheme);
SteppeColor steppe_sign_get_ground (SteppeScheme scheme);
void steppe_sign_paint (cairo_t *cr,
                        const char *kind,
                        SteppeStatus status,
                        SteppeScheme scheme,
                        double x,
                        double y,
                        double size);
double steppe_sign_get_qualifier_width (SteppeQualifier qualifier,
                                        double size);
void steppe_sign_paint_qualifier (cairo_t *cr,
                                  SteppeQualifier qualifier,
                                  const SteppeColor *color,
                                  double x,
                                  double y,
                                  double size);

G_END_DECLS
