/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-map-history.h"

#include "model/steppe-history.h"

#include <math.h>

#define FILL_ALPHA 0.1
#define LINE_ALPHA 0.6
#define LINE_WIDTH 0.1 /* of an em */
/* A name may stand at one of so many times so many points. */
#define N_SPOTS 7

/**
 * SteppeMapHistory:
 *
 * The historical areas of the dossier that belong to the time which the reader looks at, drawn quietly under the
 * journeys. They are for orientation and cannot be picked.
 */
struct _SteppeMapHistory
{
  GPtrArray *areas; /* SteppePlace; keeps those that the tracks are of */
  GPtrArray *tracks; /* SteppeMapTrack */
};

/**
 * steppe_map_history_new:
 *
 * Returns: (transfer full): no areas yet
 */
SteppeMapHistory *
steppe_map_history_new (void)
{
  SteppeMapHistory *self = g_new0 (SteppeMapHistory, 1);

  self->areas = g_ptr_array_new ();
  self->tracks = g_ptr_array_new ();
  return self;
}

/**
 * steppe_map_history_free:
 * @self: (transfer full): historical areas
 */
void
steppe_map_history_free (SteppeMapHistory *self)
{
  g_ptr_array_unref (self->tracks);
  g_ptr_array_unref (self->areas);
  g_free (self);
}

/**
 * steppe_map_history_update:
 * @self: historical areas
 * @focus: (nullable): what the reader looks at now
 * @projection: what the map stands in
 *
 * Takes those areas that belong to the time which the reader looks at.
 */
void
steppe_map_history_update (SteppeMapHistory *self,
                           SteppeFocus *focus,
                           const SteppeProjection *projection)
{
  g_ptr_array_unref (self->tracks);
  g_ptr_array_unref (self->areas);
  self->areas = focus != NULL ? steppe_history_new (focus) : g_ptr_array_new ();
  self->tracks = steppe_map_tracks_new_areas (self->areas, projection);
}

/**
 * steppe_map_history_get_tracks:
 * @self: historical areas
 *
 * Returns: (transfer none) (element-type SteppeMapTrack): their rings, those of an area one after the other
 */
GPtrArray *
steppe_map_history_get_tracks (const SteppeMapHistory *self)
{
  return self->tracks;
}

static gboolean
is_inside (const SteppeMapTrack *track,
           double x,
           double y)
{
  gboolean inside = FALSE;

  for (guint i = 0, k = track->points->len - 1; i < track->points->len; k = i++)
    {
      const SteppePoint *a = &g_array_index (track->points, SteppePoint, i);
      const SteppePoint *b = &g_array_index (track->points, SteppePoint, k);

      if ((a->y > y) != (b->y > y) && x < a->x + (b->x - a->x) * (y - a->y) / (b->y - a->y))
        inside = !inside;
    }
  return inside;
}

/* Which of two points is nearer to the middle of a box. */
static int
compare_spots (gconstpointer a,
               gconstpointer b,
               gpointer user_data)
{
  const SteppePoint *first = a, *second = b;
  const SteppeBox *box = user_data;
  double x = (box->x_min + box->x_max) / 2, y = (box->y_min + box->y_max) / 2;
  double difference = hypot (first->x - x, first->y - y) - hypot (second->x - x, second->y - y);

  return (difference > 0) - (difference < 0);
}

/**
 * steppe_map_history_find_spots:
 * @track: a ring of an area
 * @view: what is seen of the map
 *
 * Looks for points in the area where its name might stand.
 *
 * Returns: (transfer full) (element-type SteppePoint): points inside it that are seen, the best first
 */
GArray *
steppe_map_history_find_spots (const SteppeMapTrack *track,
                               const SteppeBox *view)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (SteppePoint));
  SteppeBox box = { MAX (track->box.x_min, view->x_min), MAX (track->box.y_min, view->y_min),
                    MIN (track->box.x_max, view->x_max), MIN (track->box.y_max, view->y_max) };

  if (steppe_box_is_empty (&box))
    return spots;
  for (guint i = 0; i < N_SPOTS * N_SPOTS; i++)
    {
      SteppePoint spot = { box.x_min + (box.x_max - box.x_min) * (i % N_SPOTS + 1) / (N_SPOTS + 1),
                           box.y_min + (box.y_max - box.y_min) * (i / N_SPOTS + 1) / (N_SPOTS + 1) };

      if (is_inside (track, spot.x, spot.y))
        g_array_append_val (spots, spot);
    }
  g_array_sort_with_data (spots, compare_spots, &box);
  return spots;
}

/**
 * steppe_map_history_get_style:
 * @track: a ring of an area
 * @look: how the map is drawn
 * @style: (out): how to draw it
 *
 * Returns: whether it is an area that can be drawn
 */
gboolean
steppe_map_history_get_style (const SteppeMapTrack *track,
                              const SteppeMapLook *look,
                              SteppeMapTrackStyle *style)
{
  SteppeColor color = *steppe_map_palette_get_color (look->palette, STEPPE_MAP_COLOR_LAND_NAME);

  steppe_map_track_style_init (style, &color);
  style->fill.alpha = FILL_ALPHA;
  color.alpha = LINE_ALPHA;
  steppe_map_track_style_add (style, &color, MAX (1.0, LINE_WIDTH * look->em));
  return track->points->len >= 3;
}

static gboolean
style_cb (const SteppeMapTrack *track,
          gconstpointer user_data,
          SteppeMapTrackStyle *style)
{
  return steppe_map_history_get_style (track, user_data, style);
}

/**
 * steppe_map_history_draw:
 * @self: historical areas
 * @cr: where to draw
 * @camera: what the view shows
 * @look: how
 *
 * Draws the areas that reach into the view, as lines and areas.
 */
void
steppe_map_history_draw (const SteppeMapHistory *self,
                         cairo_t *cr,
                         const SteppeCamera *camera,
                         const SteppeMapLook *look)
{
  steppe_map_tracks_draw (self->tracks, cr, camera, look, style_cb, look);
}
