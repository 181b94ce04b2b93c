/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SteppeLonLat:
 * @longitude: degrees east
 * @latitude: degrees north
 *
 * A place on earth.
 */
typedef struct
{
  double longitude;
  double latitude;
} SteppeLonLat;

double steppe_geodesy_distance (const SteppeLonLat *from, const SteppeLonLat *to);
void steppe_geodesy_densify (const SteppeLonLat *from,
                             const SteppeLonLat *to,
                             double step,
                             GArray *places);

G_END_DECLS
