/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "geo/steppe-camera.h"
#include "paint/steppe-map-look.h"
#include "paint/steppe-map-tracks.h"

G_BEGIN_DECLS

#define STEPPE_MAP_MAX_DASHES 6
#define STEPPE_MAP_MAX_STROKES 4

/**
 * SteppeMapStroke:
 * @color: its colour
 * @width: pixels
 * @dashes: lengths of dashes and of the gaps after them, in pixels
 * @n_dashes: how many lengths there are; 0 for a line without gaps
 *
 * A stroke along a line. Its ends, and those of its dashes, are round where dashes are shorter than it is wide.
 */
typedef struct
{
  SteppeColor color;
  double width;
  double dashes[STEPPE_MAP_MAX_DASHES];
  guint n_dashes;
} SteppeMapStroke;

/**
 * SteppeMapTrackStyle:
 * @color: the colour of the line, and of its arrow
 * @fill: what the line encloses is filled with this; without alpha it is not
 * @strokes: the strokes along it, the lowest first
 * @n_strokes: how many there are
 * @has_arrow: whether an arrow at its middle says which way it goes
 *
 * How a line of the map is drawn, on the screen and on paper.
 */
typedef struct
{
  SteppeColor color;
  SteppeColor fill;
  SteppeMapStroke strokes[STEPPE_MAP_MAX_STROKES];
  guint n_strokes;
  gboolean has_arrow;
} SteppeMapTrackStyle;

/**
 * SteppeMapTrackStyleFunc:
 * @track: a line
 * @user_data: what was given for it
 * @style: (out): how to draw the line
 *
 * Returns: whether to draw it at all
 */
typedef gboolean (*SteppeMapTrackStyleFunc) (const SteppeMapTrack *track,
                                             gconstpointer user_data,
                                             SteppeMapTrackStyle *style);

/**
 * SteppeMapEmphasis:
 * @selected: (nullable): the selected item
 * @leg: (nullable): the leg of a selected journey that stands out from its others
 * @hovered: (nullable): the item under the pointer
 * @only: whether only what stands out is drawn
 *
 * What of the lines stands out.
 */
typedef struct
{
  SteppeItem *selected;
  const SteppeLeg *leg;
  SteppeItem *hovered;
  gboolean only;
} SteppeMapEmphasis;

double steppe_map_emphasis_get_glow (const SteppeMapEmphasis *self,
                                     const SteppeMapTrack *track);

void steppe_map_track_style_init (SteppeMapTrackStyle *self,
                                  const SteppeColor *color);
SteppeMapStroke *steppe_map_track_style_add (SteppeMapTrackStyle *self,
                                             const SteppeColor *color,
                                             double width);
void steppe_map_track_style_add_casing (SteppeMapTrackStyle *self,
                                        const SteppeMapLook *look,
                                        double width,
                                        double glow_width,
                                        double glow);
gboolean steppe_map_stroke_is_round (const SteppeMapStroke *self);
void steppe_map_stroke_set_dashes (SteppeMapStroke *self,
                                   const double *dashes,
                                   guint n_dashes,
                                   double unit);

/**
 * STEPPE_MAP_ARROW_SIZE:
 *
 * How large arrows at lines are, in em.
 */
#define STEPPE_MAP_ARROW_SIZE 0.62

/**
 * STEPPE_MAP_ARROW_LEAST_LENGTH:
 *
 * A line shorter than so many arrows has none.
 */
#define STEPPE_MAP_ARROW_LEAST_LENGTH 5.0

/**
 * STEPPE_MAP_ARROW_EDGE:
 *
 * The width of the stroke along the outline of an arrow that lifts it off the map, in em.
 */
#define STEPPE_MAP_ARROW_EDGE 0.2

#define STEPPE_MAP_ARROW_N_POINTS 4

/**
 * steppe_map_arrow_points:
 *
 * The outline of an arrow that points rightwards, in lengths of its size.
 */
extern const SteppePoint steppe_map_arrow_points[STEPPE_MAP_ARROW_N_POINTS];

void steppe_map_tracks_draw (GPtrArray *tracks,
                             cairo_t *cr,
                             const SteppeCamera *camera,
                             const SteppeMapLook *look,
                             SteppeMapTrackStyleFunc func,
                             gconstpointer user_data);
void steppe_map_track_style_draw_sample (const SteppeMapTrackStyle *self,
                                         cairo_t *cr,
                                         double x,
                                         double y,
                                         double length);

G_END_DECLS
