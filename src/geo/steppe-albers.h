/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * STEPPE_ALBERS_LAT_1:
 *
 * Southern standard parallel of the map, in degrees.
 */
#define STEPPE_ALBERS_LAT_1 42.0
/**
 * STEPPE_ALBERS_LAT_2:
 *
 * Northern standard parallel of the map, in degrees.
 */
#define STEPPE_ALBERS_LAT_2 69.0
/**
 * STEPPE_ALBERS_LAT_0:
 *
 * Latitude of the origin of the map, in degrees.
 */
#define STEPPE_ALBERS_LAT_0 50.0
/**
 * STEPPE_ALBERS_LON_0:
 *
 * Central meridian of the map, in degrees. The cone is cut along the meridian opposite, 75° W.
 */
#define STEPPE_ALBERS_LON_0 105.0

void steppe_albers_forward (double longitude, double latitude, double *x, double *y);
gboolean steppe_albers_inverse (double x, double y, double *longitude, double *latitude);

G_END_DECLS
