/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-map-halos.h"

#include "paint/steppe-sign-private.h"

/**
 * steppe_map_halo_init:
 * @self: (out): a halo about the origin
 * @radius: pixels
 * @stands_out: whether it does
 * @look: how the map is drawn
 *
 * Sets the colours: quiet ones, and for what stands out the accent colour.
 */
void
steppe_map_halo_init (SteppeMapHalo *self,
                      double radius,
                      gboolean stands_out,
                      const SteppeMapLook *look)
{
  *self = (SteppeMapHalo) { .radius = radius };
  self->fill = self->edge = stands_out ? look->accent : look->ink;
  self->fill.alpha = stands_out ? 0.14 : 0.05;
  self->edge.alpha = stands_out ? 0.5 : 0.25;
}

/**
 * steppe_map_halo_measure:
 * @marker: a marker
 * @scene: what there is to show
 * @camera: what the view shows
 * @look: how
 * @halo: (out): its halo
 *
 * Returns: whether it has one that is larger than itself; a badge has one when all its events are at one place
 */
gboolean
steppe_map_halo_measure (const SteppeMapMarker *marker,
                         const SteppeMapScene *scene,
                         const SteppeCamera *camera,
                         const SteppeMapLook *look,
                         SteppeMapHalo *halo)
{
  const SteppeMapSpot *spot = steppe_map_marker_get_place_spot (marker, scene);
  const SteppeBox *extent = &marker->cluster->extent;
  double radius = steppe_place_get_precision_m (spot->place) / 1000.0 * camera->scale;

  steppe_map_halo_init (halo, radius, marker->selected || marker->lit, look);
  steppe_camera_project (camera, spot->x, spot->y, &halo->x, &halo->y);
  return radius > marker->radius && (marker->spot != NULL || (extent->x_min >= extent->x_max && extent->y_min >= extent->y_max));
}

/**
 * steppe_map_halo_draw:
 * @self: a halo
 * @cr: where to draw
 *
 * Draws it, as lines and areas rather than pixels.
 */
void
steppe_map_halo_draw (const SteppeMapHalo *self,
                      cairo_t *cr)
{
  cairo_new_path (cr);
  cairo_arc (cr, self->x, self->y, self->radius, 0, 2 * G_PI);
  _steppe_sign_set_color (cr, &self->fill, 1);
  cairo_fill (cr);
  cairo_arc (cr, self->x, self->y, self->radius - 0.5, 0, 2 * G_PI);
  _steppe_sign_set_color (cr, &self->edge, 1);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}
