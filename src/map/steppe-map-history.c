/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/steppe-map-history.h"

#include "model/steppe-history.h"

#include <math.h>

#define FILL_ALPHA 0.1f
#define LINE_ALPHA 0.6f
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
  GPtrArray *paths; /* GskPath of each track, in pixels from the map's origin; NULL before they are drawn */
  double scale; /* of the paths */
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
  g_clear_pointer (&self->paths, g_ptr_array_unref);
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
  g_clear_pointer (&self->paths, g_ptr_array_unref);
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
 * steppe_map_history_snapshot:
 * @self: historical areas
 * @snapshot: where to draw
 * @camera: what the view shows
 * @look: how
 *
 * Draws the areas that reach into the view.
 */
void
steppe_map_history_snapshot (SteppeMapHistory *self,
                             GtkSnapshot *snapshot,
                             const SteppeCamera *camera,
                             const SteppeMapLook *look)
{
  const SteppeColor *color = steppe_map_palette_get_color (look->palette, STEPPE_MAP_COLOR_LAND_NAME);
  GdkRGBA fill = { color->red, color->green, color->blue, FILL_ALPHA }, line = fill;
  GskStroke *stroke;
  SteppeBox view;
  double x, y;

  if (self->tracks->len == 0)
    return;
  line.alpha = LINE_ALPHA;
  stroke = gsk_stroke_new (MAX (1.0, LINE_WIDTH * look->em));
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  steppe_map_tracks_build_paths (self->tracks, camera->scale, &self->paths, &self->scale);
  steppe_camera_get_box (camera, &view);
  steppe_camera_project (camera, 0, 0, &x, &y);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  for (guint i = 0; i < self->tracks->len; i++)
    {
      const SteppeMapTrack *track = g_ptr_array_index (self->tracks, i);
      GskPath *path = g_ptr_array_index (self->paths, i);

      if (track->points->len < 3 || !steppe_box_intersects (&track->box, &view))
        continue;
      gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_EVEN_ODD, &fill);
      gtk_snapshot_append_stroke (snapshot, path, stroke, &line);
    }
  gtk_snapshot_restore (snapshot);
  gsk_stroke_free (stroke);
}
