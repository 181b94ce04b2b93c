/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "paint/steppe-sign.h"

G_BEGIN_DECLS

/* A colour of the core as those of the screen. */
static inline GdkRGBA
steppe_map_rgba (const SteppeColor *color)
{
  return (GdkRGBA) { (float) color->red, (float) color->green, (float) color->blue, (float) color->alpha };
}

G_END_DECLS
