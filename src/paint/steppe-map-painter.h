/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "geo/steppe-basemap.h"
#include "paint/steppe-map-palette.h"

G_BEGIN_DECLS

/**
 * SteppeMapStyle:
 *
 * How a base map looks: a palette, and which countries stand out. It does not change and may be
 * read by any thread.
 */
typedef struct _SteppeMapStyle SteppeMapStyle;

#define STEPPE_TYPE_MAP_STYLE (steppe_map_style_get_type ())
GType steppe_map_style_get_type (void) G_GNUC_CONST;

SteppeMapStyle *steppe_map_style_new (SteppeMapPalette *palette, const char *const *story);
SteppeMapStyle *steppe_map_style_ref (SteppeMapStyle *self);
void steppe_map_style_unref (SteppeMapStyle *self);
const SteppeMapPalette *steppe_map_style_get_palette (const SteppeMapStyle *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeMapStyle, steppe_map_style_unref)

void steppe_map_painter_paint (SteppeBasemap *basemap,
                               const SteppeMapStyle *style,
                               const SteppeProjection *projection,
                               cairo_t *cr,
                               const SteppeBox *box,
                               double metres_per_pixel);

G_END_DECLS
