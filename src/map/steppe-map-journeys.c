/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/steppe-map-journeys.h"

#include <math.h>

/* In em, the size of the font. */
#define WIDTH 0.15
#define CASING 0.14 /* on either side */
#define GLOW 0.45 /* on either side */
#define ARROW 0.62
#define AREA_ALPHA 0.16

/**
 * SteppeMapJourneys:
 *
 * The lines of the dossier: journeys as great circles, and places that are lines or areas. They are
 * few, so they are drawn as paths; those are made anew only when the scale changes.
 */
struct _SteppeMapJourneys
{
  const SteppeMapScene *scene; /* that paths were made for; only compared */
  double scale;
  GHashTable *paths; /* SteppeMapTrack → GskPath, in pixels from the map's origin */
};

typedef enum
{
  STROKE_PLAIN,
  STROKE_DOTTED,
  STROKE_RAILWAY,
} Stroke;

static const struct
{
  const char *kind;
  const char *sign; /* the kind of event whose colour it shares */
  Stroke stroke;
  gboolean directed;
} journey_kinds[] = {
  { "flight", "visit", STROKE_PLAIN, TRUE },
  { "pipeline", "energy", STROKE_DOTTED, FALSE },
  { "railway", "politics", STROKE_RAILWAY, FALSE },
  { "road", "infrastructure", STROKE_PLAIN, FALSE },
};

/**
 * steppe_map_journeys_new:
 *
 * Returns: (transfer full): nothing drawn yet
 */
SteppeMapJourneys *
steppe_map_journeys_new (void)
{
  SteppeMapJourneys *self = g_new0 (SteppeMapJourneys, 1);

  self->paths = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) gsk_path_unref);
  return self;
}

/**
 * steppe_map_journeys_free:
 * @self: (transfer full): journeys
 */
void
steppe_map_journeys_free (SteppeMapJourneys *self)
{
  g_hash_table_unref (self->paths);
  g_free (self);
}

/* The row of the table for a journey's kind; that of a flight for any other. */
static guint
find_kind (SteppeItem *item)
{
  const char *kind = STEPPE_IS_JOURNEY (item) ? steppe_journey_get_kind (STEPPE_JOURNEY (item)) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (journey_kinds); i++)
    if (g_strcmp0 (journey_kinds[i].kind, kind) == 0)
      return i;
  return 0;
}

static GdkRGBA
to_rgba (SteppeColor color,
         double alpha)
{
  return (GdkRGBA) { color.red, color.green, color.blue, color.alpha * alpha };
}

/**
 * steppe_map_journeys_get_color:
 * @item: a journey, or a place that is a line or an area
 * @look: how the map is drawn
 *
 * Returns: the colour of its line
 */
GdkRGBA
steppe_map_journeys_get_color (SteppeItem *item,
                               const SteppeMapLook *look)
{
  if (STEPPE_IS_PLACE (item))
    return to_rgba (steppe_sign_get_item_color (STEPPE_ITEM_PLACE, look->scheme), 1);
  return to_rgba (steppe_sign_get_color (journey_kinds[find_kind (item)].sign, look->scheme), 1);
}

static GskPath *
get_path (SteppeMapJourneys *self,
          const SteppeMapScene *scene,
          const SteppeMapTrack *track,
          double scale)
{
  GskPath *path;

  if (self->scene != scene || self->scale != scale)
    g_hash_table_remove_all (self->paths);
  self->scene = scene;
  self->scale = scale;
  path = g_hash_table_lookup (self->paths, track);
  if (path == NULL)
    {
      path = steppe_map_track_build_path (track, scale);
      g_hash_table_insert (self->paths, (gpointer) track, path);
    }
  return path;
}

static void
append_stroke (GtkSnapshot *snapshot,
               GskPath *path,
               double width,
               double dash,
               double gap,
               const GdkRGBA *color)
{
  GskStroke *stroke = gsk_stroke_new (width);

  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  gsk_stroke_set_line_cap (stroke, dash < width ? GSK_LINE_CAP_ROUND : GSK_LINE_CAP_BUTT);
  if (gap > 0)
    gsk_stroke_set_dash (stroke, (float[]) { dash, gap }, 2);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
  gsk_stroke_free (stroke);
}

static void
stroke_track (GtkSnapshot *snapshot,
              const SteppeMapTrack *track,
              GskPath *path,
              const SteppeMapLook *look)
{
  GdkRGBA color = steppe_map_journeys_get_color (track->item, look);
  GdkRGBA casing = look->ground;
  double width = WIDTH * look->em;

  casing.alpha *= 0.75f;
  append_stroke (snapshot, path, width + 2 * CASING * look->em, 0, 0, &casing);
  switch (journey_kinds[find_kind (track->item)].stroke)
    {
    case STROKE_RAILWAY:
      append_stroke (snapshot, path, width * 1.3, 0, 0, &color);
      append_stroke (snapshot, path, width * 0.65, 0.45 * look->em, 0.45 * look->em, &look->ground);
      break;
    case STROKE_DOTTED:
      if (track->sure)
        append_stroke (snapshot, path, width * 1.1, 0, 0, &color);
      else
        append_stroke (snapshot, path, width * 1.2, 0.01, width * 2.4, &color);
      break;
    case STROKE_PLAIN:
    default:
      append_stroke (snapshot, path, width, track->sure ? 0 : 0.5 * look->em, track->sure ? 0 : 0.32 * look->em, &color);
      break;
    }
}

/* The way of the traveller, at the middle of the leg; none where the leg is too short for it. */
static void
append_arrow (GtkSnapshot *snapshot,
              GskPath *path,
              const SteppeMapLook *look,
              const GdkRGBA *color)
{
  GskPathMeasure *measure = gsk_path_measure_new (path);
  double length = gsk_path_measure_get_length (measure), size = ARROW * look->em;
  GskPathPoint middle;

  if (length > 5 * size && gsk_path_measure_get_point (measure, length / 2, &middle))
    {
      graphene_point_t position;
      GskPathBuilder *builder = gsk_path_builder_new ();
      g_autoptr (GskPath) head = NULL;

      gsk_path_builder_move_to (builder, size * 0.6, 0);
      gsk_path_builder_line_to (builder, -size * 0.5, -size * 0.5);
      gsk_path_builder_line_to (builder, -size * 0.2, 0);
      gsk_path_builder_line_to (builder, -size * 0.5, size * 0.5);
      gsk_path_builder_close (builder);
      head = gsk_path_builder_free_to_path (builder);
      gsk_path_point_get_position (&middle, path, &position);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &position);
      gtk_snapshot_rotate (snapshot, gsk_path_point_get_rotation (&middle, path, GSK_PATH_FROM_START));
      append_stroke (snapshot, head, 0.2 * look->em, 0, 0, &look->ground);
      gtk_snapshot_append_fill (snapshot, head, GSK_FILL_RULE_WINDING, color);
      gtk_snapshot_restore (snapshot);
    }
  gsk_path_measure_unref (measure);
}

static void
snapshot_track (GtkSnapshot *snapshot,
                const SteppeMapTrack *track,
                GskPath *path,
                double glow,
                const SteppeMapLook *look)
{
  GdkRGBA color = steppe_map_journeys_get_color (track->item, look);
  GdkRGBA light = look->accent;

  light.alpha = glow;
  if (glow > 0)
    append_stroke (snapshot, path, (WIDTH + 2 * GLOW) * look->em, 0, 0, &light);
  if (track->closed)
    {
      GdkRGBA fill = color;

      fill.alpha = AREA_ALPHA;
      gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_EVEN_ODD, &fill);
      append_stroke (snapshot, path, WIDTH * look->em * 0.7, 0, 0, &color);
      return;
    }
  stroke_track (snapshot, track, path, look);
  if (STEPPE_IS_JOURNEY (track->item) && journey_kinds[find_kind (track->item)].directed)
    append_arrow (snapshot, path, look, &color);
}

/**
 * steppe_map_journeys_snapshot:
 * @self: journeys
 * @snapshot: where to draw
 * @scene: (nullable): what there is to show
 * @selected: (nullable): the selected item
 * @hovered: (nullable): the item under the pointer
 * @camera: what the view shows
 * @look: how
 *
 * Draws the lines that reach into the view.
 */
void
steppe_map_journeys_snapshot (SteppeMapJourneys *self,
                              GtkSnapshot *snapshot,
                              const SteppeMapScene *scene,
                              SteppeItem *selected,
                              SteppeItem *hovered,
                              const SteppeCamera *camera,
                              const SteppeMapLook *look)
{
  GPtrArray *tracks = scene != NULL ? steppe_map_scene_get_tracks (scene) : NULL;
  SteppeBox view;
  double x, y;

  if (tracks == NULL || tracks->len == 0)
    return;
  steppe_camera_get_box (camera, &view);
  steppe_camera_project (camera, 0, 0, &x, &y);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  for (guint i = 0; i < tracks->len; i++)
    {
      const SteppeMapTrack *track = g_ptr_array_index (tracks, i);
      double glow = track->item == selected ? 0.45 : track->item == hovered ? 0.25
                                                                            : 0;

      if (track->points->len > 1 && steppe_box_intersects (&track->box, &view))
        snapshot_track (snapshot, track, get_path (self, scene, track, camera->scale), glow, look);
    }
  gtk_snapshot_restore (snapshot);
}

static double
segment_distance (double x,
                  double y,
                  double x_0,
                  double y_0,
                  double x_1,
                  double y_1)
{
  double dx = x_1 - x_0, dy = y_1 - y_0;
  double square = dx * dx + dy * dy;
  double t = square > 0 ? CLAMP (((x - x_0) * dx + (y - y_0) * dy) / square, 0, 1) : 0;

  return hypot (x - x_0 - t * dx, y - y_0 - t * dy);
}

static double
track_distance (const SteppeMapTrack *track,
                double x,
                double y)
{
  double least = G_MAXDOUBLE;

  for (guint i = 1; i < track->points->len; i++)
    {
      const SteppePoint *a = &g_array_index (track->points, SteppePoint, i - 1);
      const SteppePoint *b = &g_array_index (track->points, SteppePoint, i);

      least = MIN (least, segment_distance (x, y, a->x, a->y, b->x, b->y));
    }
  return least;
}

/**
 * steppe_map_journeys_pick:
 * @scene: (nullable): what there is to show
 * @camera: what the view shows
 * @x: pixels from the left of the view
 * @y: pixels from its top
 * @reach: how far from a line still means it, in pixels
 *
 * Returns: (transfer none) (nullable): the journey or place whose line is there
 */
SteppeItem *
steppe_map_journeys_pick (const SteppeMapScene *scene,
                          const SteppeCamera *camera,
                          double x,
                          double y,
                          double reach)
{
  GPtrArray *tracks = scene != NULL ? steppe_map_scene_get_tracks (scene) : NULL;
  double least = reach * 1000.0 / camera->scale;
  SteppeItem *nearest = NULL;
  double east, north;

  steppe_camera_unproject (camera, x, y, &east, &north);
  for (guint i = 0; tracks != NULL && i < tracks->len; i++)
    {
      const SteppeMapTrack *track = g_ptr_array_index (tracks, i);
      double distance = track_distance (track, east, north);

      if (distance < least)
        {
          least = distance;
          nearest = track->item;
        }
    }
  return nearest;
}
