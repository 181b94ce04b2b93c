/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The WGS84 ellipsoid: what the equal-area projections share. Equations are those of J. P. Snyder,
 * Map Projections: A Working Manual, USGS Professional Paper 1395. Angles are in radians. */

/* Metres. */
#define STEPPE_ELLIPSOID_A 6378137.0

double _steppe_ellipsoid_q (double phi);
double _steppe_ellipsoid_m (double phi);
double _steppe_ellipsoid_latitude (double q);

G_END_DECLS
