/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/steppe-map-lines.h"

#include "map/steppe-map-rgba.h"

/* The paths of some lines, in pixels from the map's origin, y down. */
typedef struct
{
  GPtrArray *tracks; /* those that the paths are of; others have another array */
  double scale;
  GHashTable *paths; /* SteppeMapTrack → GskPath */
} Layer;

/**
 * SteppeMapLines:
 *
 * The lines of the dossier on the screen. Journeys are part of the tiles, since a path costs a graphics card much in each
 * frame; only what stands out is drawn as a path over them, and paths are made anew only when the scale changes.
 */
struct _SteppeMapLines
{
  Layer history;
  Layer journeys;
  Layer relations;
};

static void
layer_init (Layer *self)
{
  self->paths = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) gsk_path_unref);
}

static void
layer_clear (Layer *self)
{
  g_clear_pointer (&self->tracks, g_ptr_array_unref);
  g_hash_table_unref (self->paths);
}

/**
 * steppe_map_lines_new:
 *
 * Returns: (transfer full): nothing drawn yet
 */
SteppeMapLines *
steppe_map_lines_new (void)
{
  SteppeMapLines *self = g_new0 (SteppeMapLines, 1);

  layer_init (&self->history);
  layer_init (&self->journeys);
  layer_init (&self->relations);
  return self;
}

/**
 * steppe_map_lines_free:
 * @self: (transfer full): lines
 */
void
steppe_map_lines_free (SteppeMapLines *self)
{
  layer_clear (&self->history);
  layer_clear (&self->journeys);
  layer_clear (&self->relations);
  g_free (self);
}

static GskPath *
build_path (const SteppeMapTrack *track,
            double scale)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  for (guint i = 0; i < track->points->len; i++)
    {
      const SteppePoint *point = &g_array_index (track->points, SteppePoint, i);
      double x = point->x * scale / 1000.0, y = -point->y * scale / 1000.0;

      if (i == 0)
        gsk_path_builder_move_to (builder, x, y);
      else
        gsk_path_builder_line_to (builder, x, y);
    }
  if (track->closed)
    gsk_path_builder_close (builder);
  return gsk_path_builder_free_to_path (builder);
}

/* Forgets the paths where they are of other lines or for another scale. */
static void
layer_follow (Layer *self,
              GPtrArray *tracks,
              double scale)
{
  if (self->tracks == tracks && self->scale == scale)
    return;
  g_hash_table_remove_all (self->paths);
  g_clear_pointer (&self->tracks, g_ptr_array_unref);
  self->tracks = g_ptr_array_ref (tracks);
  self->scale = scale;
}

static GskPath *
layer_get_path (Layer *self,
                const SteppeMapTrack *track)
{
  GskPath *path = g_hash_table_lookup (self->paths, track);

  if (path == NULL)
    {
      path = build_path (track, self->scale);
      g_hash_table_insert (self->paths, (gpointer) track, path);
    }
  return path;
}

static void
snapshot_stroke (GtkSnapshot *snapshot,
                 GskPath *path,
                 const SteppeMapStroke *line)
{
  GskStroke *stroke = gsk_stroke_new (line->width);
  float dashes[STEPPE_MAP_MAX_DASHES];
  GdkRGBA color = steppe_map_rgba (&line->color);

  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  gsk_stroke_set_line_cap (stroke, steppe_map_stroke_is_round (line) ? GSK_LINE_CAP_ROUND : GSK_LINE_CAP_BUTT);
  for (guint i = 0; i < line->n_dashes; i++)
    dashes[i] = (float) line->dashes[i];
  if (line->n_dashes > 0)
    gsk_stroke_set_dash (stroke, dashes, line->n_dashes);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &color);
  gsk_stroke_free (stroke);
}

static GskPath *
build_arrow (double size)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  for (guint i = 0; i < STEPPE_MAP_ARROW_N_POINTS; i++)
    {
      double x = steppe_map_arrow_points[i].x * size, y = steppe_map_arrow_points[i].y * size;

      if (i == 0)
        gsk_path_builder_move_to (builder, x, y);
      else
        gsk_path_builder_line_to (builder, x, y);
    }
  gsk_path_builder_close (builder);
  return gsk_path_builder_free_to_path (builder);
}

/* Which way a line goes, at its middle; nothing where it is too short for that. */
static void
snapshot_arrow (GtkSnapshot *snapshot,
                GskPath *path,
                const SteppeMapLook *look,
                const GdkRGBA *color)
{
  GskPathMeasure *measure = gsk_path_measure_new (path);
  double length = gsk_path_measure_get_length (measure), size = STEPPE_MAP_ARROW_SIZE * look->em;
  const SteppeMapStroke edge = { look->ground, STEPPE_MAP_ARROW_EDGE * look->em };
  GskPathPoint middle;

  if (length > STEPPE_MAP_ARROW_LEAST_LENGTH * size && gsk_path_measure_get_point (measure, length / 2, &middle))
    {
      g_autoptr (GskPath) head = build_arrow (size);
      graphene_point_t position;

      gsk_path_point_get_position (&middle, path, &position);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &position);
      gtk_snapshot_rotate (snapshot, gsk_path_point_get_rotation (&middle, path, GSK_PATH_FROM_START));
      snapshot_stroke (snapshot, head, &edge);
      gtk_snapshot_append_fill (snapshot, head, GSK_FILL_RULE_WINDING, color);
      gtk_snapshot_restore (snapshot);
    }
  gsk_path_measure_unref (measure);
}

static void
snapshot_track (GtkSnapshot *snapshot,
                GskPath *path,
                const SteppeMapTrackStyle *style,
                const SteppeMapLook *look)
{
  GdkRGBA fill = steppe_map_rgba (&style->fill), color = steppe_map_rgba (&style->color);

  if (style->fill.alpha > 0)
    gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_EVEN_ODD, &fill);
  for (guint i = 0; i < style->n_strokes; i++)
    snapshot_stroke (snapshot, path, &style->strokes[i]);
  if (style->has_arrow)
    snapshot_arrow (snapshot, path, look, &color);
}

static void
layer_snapshot (Layer *self,
                GtkSnapshot *snapshot,
                GPtrArray *tracks,
                const SteppeCamera *camera,
                const SteppeMapLook *look,
                SteppeMapTrackStyleFunc func,
                gconstpointer user_data)
{
  SteppeBox view;
  double x, y;

  if (tracks->len == 0)
    return;
  layer_follow (self, tracks, camera->scale);
  steppe_camera_get_box (camera, &view);
  steppe_camera_project (camera, 0, 0, &x, &y);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  for (guint i = 0; i < tracks->len; i++)
    {
      const SteppeMapTrack *track = g_ptr_array_index (tracks, i);
      SteppeMapTrackStyle style;

      if (steppe_box_intersects (&track->box, &view) && func (track, user_data, &style))
        snapshot_track (snapshot, layer_get_path (self, track), &style, look);
    }
  gtk_snapshot_restore (snapshot);
}

typedef struct
{
  const SteppeMapRelations *relations;
  const SteppeMapEmphasis *emphasis;
  const SteppeMapLook *look;
} Drawing;

static gboolean
history_cb (const SteppeMapTrack *track,
            gconstpointer user_data,
            SteppeMapTrackStyle *style)
{
  return steppe_map_history_get_style (track, user_data, style);
}

static gboolean
journey_cb (const SteppeMapTrack *track,
            gconstpointer user_data,
            SteppeMapTrackStyle *style)
{
  const Drawing *drawing = user_data;

  return steppe_map_journeys_get_style (track, drawing->emphasis, drawing->look, style);
}

static gboolean
relation_cb (const SteppeMapTrack *track,
             gconstpointer user_data,
             SteppeMapTrackStyle *style)
{
  const Drawing *drawing = user_data;

  steppe_map_relations_get_style (drawing->relations, track, drawing->emphasis, drawing->look, style);
  return TRUE;
}

/**
 * steppe_map_lines_snapshot_history:
 * @self: lines
 * @snapshot: where to draw
 * @history: historical areas
 * @camera: what the view shows
 * @look: how
 *
 * Draws the areas that reach into the view.
 */
void
steppe_map_lines_snapshot_history (SteppeMapLines *self,
                                   GtkSnapshot *snapshot,
                                   const SteppeMapHistory *history,
                                   const SteppeCamera *camera,
                                   const SteppeMapLook *look)
{
  layer_snapshot (&self->history, snapshot, steppe_map_history_get_tracks (history), camera, look, history_cb, look);
}

/**
 * steppe_map_lines_snapshot_journeys:
 * @self: lines
 * @snapshot: where to draw
 * @scene: (nullable): what there is to show
 * @emphasis: what stands out
 * @camera: what the view shows
 * @look: how
 *
 * Draws the lines of journeys and places that reach into the view.
 */
void
steppe_map_lines_snapshot_journeys (SteppeMapLines *self,
                                    GtkSnapshot *snapshot,
                                    const SteppeMapScene *scene,
                                    const SteppeMapEmphasis *emphasis,
                                    const SteppeCamera *camera,
                                    const SteppeMapLook *look)
{
  const Drawing drawing = { NULL, emphasis, look };

  if (scene != NULL)
    layer_snapshot (&self->journeys, snapshot, steppe_map_scene_get_tracks (scene), camera, look, journey_cb, &drawing);
}

/**
 * steppe_map_lines_snapshot_relations:
 * @self: lines
 * @snapshot: where to draw
 * @relations: relations
 * @emphasis: what stands out
 * @camera: what the view shows
 * @look: how
 *
 * Draws the arcs that reach into the view.
 */
void
steppe_map_lines_snapshot_relations (SteppeMapLines *self,
                                     GtkSnapshot *snapshot,
                                     const SteppeMapRelations *relations,
                                     const SteppeMapEmphasis *emphasis,
                                     const SteppeCamera *camera,
                                     const SteppeMapLook *look)
{
  const Drawing drawing = { relations, emphasis, look };

  layer_snapshot (&self->relations, snapshot, steppe_map_relations_get_arcs (relations), camera, look, relation_cb, &drawing);
}

/**
 * steppe_map_lines_draw_journeys:
 * @tracks: (element-type SteppeMapTrack): lines of journeys and places
 * @scale: pixels to the kilometre
 * @look: how
 *
 * Draws lines, none of them standing out, for tiles.
 *
 * Returns: (transfer full) (element-type GskRenderNode): a drawing of each, in pixels from the map's origin
 */
GPtrArray *
steppe_map_lines_draw_journeys (GPtrArray *tracks,
                                double scale,
                                const SteppeMapLook *look)
{
  GPtrArray *nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  const SteppeMapEmphasis none = { NULL };

  for (guint i = 0; i < tracks->len; i++)
    {
      const SteppeMapTrack *track = g_ptr_array_index (tracks, i);
      SteppeMapTrackStyle style;

      if (steppe_map_journeys_get_style (track, &none, look, &style))
        {
          g_autoptr (GskPath) path = build_path (track, scale);
          GtkSnapshot *snapshot = gtk_snapshot_new ();
          GskRenderNode *node;

          snapshot_track (snapshot, path, &style, look);
          node = gtk_snapshot_free_to_node (snapshot);
          if (node != NULL)
            g_ptr_array_add (nodes, node);
        }
    }
  return nodes;
}
