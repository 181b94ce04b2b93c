/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/steppe-map-journeys.h"

#include "map/steppe-map-lines.h"

/* In em, the size of the font. */
#define WIDTH 0.15
#define CASING 0.14 /* on either side */
#define GLOW 0.45 /* on either side */
#define AREA_ALPHA 0.16

/**
 * SteppeMapJourneys:
 *
 * The lines of the dossier: journeys as great circles, and places that are lines or areas. On the screen they are part of the
 * tiles, since a path costs a graphics card much in each frame; only what stands out is drawn as a path over them, and paths are
 * made anew only when the scale changes.
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
stroke_track (GtkSnapshot *snapshot,
              const SteppeMapTrack *track,
              GskPath *path,
              const SteppeMapLook *look)
{
  GdkRGBA color = steppe_map_journeys_get_color (track->item, look);
  GdkRGBA casing = look->ground;
  double width = WIDTH * look->em;

  casing.alpha *= 0.75f;
  steppe_map_line_stroke (snapshot, path, width + 2 * CASING * look->em, 0, 0, &casing);
  switch (journey_kinds[find_kind (track->item)].stroke)
    {
    case STROKE_RAILWAY:
      steppe_map_line_stroke (snapshot, path, width * 1.3, 0, 0, &color);
      steppe_map_line_stroke (snapshot, path, width * 0.65, 0.45 * look->em, 0.45 * look->em, &look->ground);
      break;
    case STROKE_DOTTED:
      if (track->sure)
        steppe_map_line_stroke (snapshot, path, width * 1.1, 0, 0, &color);
      else
        steppe_map_line_stroke (snapshot, path, width * 1.2, 0.01, width * 2.4, &color);
      break;
    case STROKE_PLAIN:
    default:
      steppe_map_line_stroke (snapshot, path, width, track->sure ? 0 : 0.5 * look->em, track->sure ? 0 : 0.32 * look->em, &color);
      break;
    }
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
    steppe_map_line_stroke (snapshot, path, (WIDTH + 2 * GLOW) * look->em, 0, 0, &light);
  if (track->closed)
    {
      GdkRGBA fill = color;

      fill.alpha = AREA_ALPHA;
      gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_EVEN_ODD, &fill);
      steppe_map_line_stroke (snapshot, path, WIDTH * look->em * 0.7, 0, 0, &color);
      return;
    }
  stroke_track (snapshot, track, path, look);
  if (STEPPE_IS_JOURNEY (track->item) && journey_kinds[find_kind (track->item)].directed)
    steppe_map_line_arrow (snapshot, path, look, &color);
}

/* How much a line stands out. */
static double
get_glow (const SteppeMapTrack *track,
          SteppeItem *selected,
          const SteppeLeg *leg,
          SteppeItem *hovered)
{
  if (track->item == selected)
    return leg == NULL || track->leg == leg ? 0.5 : 0.18;
  return track->item == hovered ? 0.25 : 0;
}

/**
 * steppe_map_journeys_draw:
 * @tracks: (element-type SteppeMapTrack): lines
 * @scale: pixels to the kilometre
 * @look: how
 *
 * Draws lines, none of them standing out, for tiles.
 *
 * Returns: (transfer full) (element-type GskRenderNode): a drawing of each, in pixels from the map's origin
 */
GPtrArray *
steppe_map_journeys_draw (GPtrArray *tracks,
                          double scale,
                          const SteppeMapLook *look)
{
  GPtrArray *nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);

  for (guint i = 0; i < tracks->len; i++)
    {
      const SteppeMapTrack *track = g_ptr_array_index (tracks, i);
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      GskRenderNode *node;

      if (track->points->len > 1)
        {
          g_autoptr (GskPath) path = steppe_map_track_build_path (track, scale);

          snapshot_track (snapshot, track, path, 0, look);
        }
      node = gtk_snapshot_free_to_node (snapshot);
      if (node != NULL)
        g_ptr_array_add (nodes, node);
    }
  return nodes;
}

/**
 * steppe_map_journeys_snapshot:
 * @self: journeys
 * @snapshot: where to draw
 * @scene: (nullable): what there is to show
 * @selected: (nullable): the selected item
 * @leg: (nullable): the leg of a selected journey that stands out from its others
 * @hovered: (nullable): the item under the pointer
 * @all: whether to draw also what does not stand out
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
                              const SteppeLeg *leg,
                              SteppeItem *hovered,
                              gboolean all,
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
      double glow = get_glow (track, selected, leg, hovered);

      if ((all || glow > 0) && track->points->len > 1 && steppe_box_intersects (&track->box, &view))
        snapshot_track (snapshot, track, get_path (self, scene, track, camera->scale), glow, look);
    }
  gtk_snapshot_restore (snapshot);
}

/**
 * steppe_map_journeys_pick:
 * @scene: (nullable): what there is to show
 * @camera: what the view shows
 * @x: pixels from the left of the view
 * @y: pixels from its top
 * @reach: how far from a line still means it, in pixels
 *
 * Returns: (transfer none) (nullable): the line of a journey or place that is there
 */
const SteppeMapTrack *
steppe_map_journeys_pick (const SteppeMapScene *scene,
                          const SteppeCamera *camera,
                          double x,
                          double y,
                          double reach)
{
  return scene != NULL ? steppe_map_tracks_pick (steppe_map_scene_get_tracks (scene), camera, x, y, reach) : NULL;
}
