/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/steppe-map-view.h"

G_BEGIN_DECLS

/**
 * SteppeMapFormat:
 * @STEPPE_MAP_FORMAT_PDF: a page, in the colours for print
 * @STEPPE_MAP_FORMAT_SVG: a drawing, in the colours for print
 * @STEPPE_MAP_FORMAT_PNG: a picture, in the colours of the screen
 *
 * What a map can be exported as.
 */
typedef enum
{
  STEPPE_MAP_FORMAT_PDF,
  STEPPE_MAP_FORMAT_SVG,
  STEPPE_MAP_FORMAT_PNG,
} SteppeMapFormat;

gboolean steppe_map_format_from_name (const char *name,
                                      SteppeMapFormat *format);
GBytes *steppe_map_view_export (SteppeMapView *self,
                                SteppeMapFormat format,
                                GError **error);

G_END_DECLS
