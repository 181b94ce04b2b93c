/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/steppe-map-tiles.h"

#include "map/steppe-map-lines.h"
#include "widgets/steppe-texture.h"

#include <math.h>

/* Device pixels. */
#define TILE 256
/* The most that paint; one processor is left to the main thread, which would come late otherwise. */
#define MAX_THREADS 4
/* While the scale changes, tiles are stretched up to this factor before new ones are painted, and shrunk down to that. */
#define MAX_STRETCH 2.0
#define MIN_STRETCH 0.8
/* On the way out new tiles are of a scale so many times smaller, which is yet to come. */
#define SHRINK_AHEAD 1.6
/* Tiles are painted this far around the view, in tiles, and kept a little further. */
#define AHEAD 1.0
#define KEEP 3.0
/* Milliseconds in which the tiles of the view can be shown before those around it are painted. */
#define AHEAD_AFTER 50
/* The whole map at a glance, in device pixels to the kilometre: what is shown where no tile is ready. */
#define OVERVIEW_SCALE 0.08
#define METRES 1000.0

/* What the overview shows: the centre of the view stays well within it. */
static const SteppeBox overview_boxes[] = {
  [STEPPE_PROJECTION_REGION] = { -9.0e6, -7.5e6, 7.0e6, 8.0e6 },
  [STEPPE_PROJECTION_ELSEWHERE] = { -8.0e6, -8.0e6, 8.0e6, 8.0e6 },
};

/* The tiles of one scale and style. */
typedef struct
{
  SteppeMapStyle *style;
  double scale; /* device pixels to the kilometre */
  double device_scale; /* for which lines have their width */
  GPtrArray *tracks; /* NULL when there is no dossier */
  GPtrArray *lines; /* GskRenderNode: the drawings of the tracks */
  guint look_serial; /* of the look that they were drawn with */
  GHashTable *tiles; /* key → GdkTexture, or NULL while it is being painted */
} Generation;

/**
 * SteppeMapTiles:
 *
 * The base map and the lines of the dossier in squares that threads paint and the main thread only composes. While the
 * scale changes the squares of the scale before are stretched; they go when those of the new scale
 * fill the view. Under both lies a picture of the whole map.
 */
struct _SteppeMapTiles
{
  GtkWidget *widget; /* owns this */
  SteppeBasemap *basemap;
  SteppeMapStyle *style;
  SteppeProjection projection;
  GThreadPool *pool; /* NULL once freed */
  Generation *current;
  Generation *previous;
  GdkTexture *overview;
  SteppeMapStyle *overview_style; /* of overview, or of the one being painted */
  gboolean overview_due; /* to be painted after the tiles of the view, which are seen first */
  SteppeBox view; /* that was asked for last */
  double scale; /* of the view, in device pixels to the kilometre */
  guint ahead_timeout;
  int serial; /* atomic: jobs of an earlier one are not worth painting */
};

typedef struct
{
  SteppeMapTiles *tiles;
  SteppeMapStyle *style;
  SteppeProjection projection;
  SteppeBox box;
  GPtrArray *lines; /* NULL for the overview */
  double scale;
  double device_scale;
  int serial;
  guint64 key;
  gboolean is_overview;
  GdkTexture *texture;
} Job;

static guint64
make_key (int column,
          int row)
{
  return (guint64) (guint32) column << 32 | (guint32) row;
}

static void
texture_free (gpointer texture)
{
  if (texture != NULL)
    g_object_unref (texture);
}

static Generation *
generation_new (SteppeMapStyle *style,
                double scale,
                GPtrArray *tracks,
                const SteppeMapLook *look)
{
  Generation *generation = g_new0 (Generation, 1);

  generation->style = steppe_map_style_ref (style);
  generation->scale = scale;
  generation->device_scale = look->device_scale;
  generation->look_serial = look->serial;
  if (tracks != NULL)
    {
      generation->tracks = g_ptr_array_ref (tracks);
      generation->lines = steppe_map_lines_draw_journeys (tracks, scale / look->device_scale, look);
    }
  generation->tiles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, texture_free);
  return generation;
}

static void
generation_free (Generation *generation)
{
  steppe_map_style_unref (generation->style);
  g_clear_pointer (&generation->tracks, g_ptr_array_unref);
  g_clear_pointer (&generation->lines, g_ptr_array_unref);
  g_hash_table_unref (generation->tiles);
  g_free (generation);
}

static double
get_tile_metres (const Generation *generation)
{
  return TILE * METRES / generation->scale;
}

/* The tiles that reach into @box; the rows count from north to south. */
static void
get_range (const Generation *generation,
           const SteppeBox *box,
           int *left,
           int *top,
           int *right,
           int *bottom)
{
  double metres = get_tile_metres (generation);

  *left = floor (box->x_min / metres);
  *right = floor (box->x_max / metres);
  *top = floor (-box->y_max / metres);
  *bottom = floor (-box->y_min / metres);
}

static gboolean
covers (const Generation *generation,
        const SteppeBox *box)
{
  int left, top, right, bottom;

  get_range (generation, box, &left, &top, &right, &bottom);
  for (int row = top; row <= bottom; row++)
    for (int column = left; column <= right; column++)
      {
        guint64 key = make_key (column, row);

        if (g_hash_table_lookup (generation->tiles, &key) == NULL)
          return FALSE;
      }
  return TRUE;
}

/* When also the last job is gone. */
static void
tiles_clear (gpointer data)
{
  SteppeMapTiles *self = data;

  g_clear_object (&self->basemap);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->texture);
  g_clear_pointer (&job->lines, g_ptr_array_unref);
  steppe_map_style_unref (job->style);
  g_atomic_rc_box_release_full (job->tiles, tiles_clear);
  g_free (job);
}

static Job *
job_new (SteppeMapTiles *self,
         SteppeMapStyle *style,
         const SteppeBox *box,
         double scale)
{
  Job *job = g_new0 (Job, 1);

  job->tiles = g_atomic_rc_box_acquire (self);
  job->style = steppe_map_style_ref (style);
  job->projection = self->projection;
  job->box = *box;
  job->scale = scale;
  job->device_scale = 1;
  job->serial = g_atomic_int_get (&self->serial);
  return job;
}

static void
push_tile (SteppeMapTiles *self,
           const SteppeBox *box,
           guint64 key)
{
  Generation *generation = self->current;
  Job *job = job_new (self, generation->style, box, generation->scale);

  job->device_scale = generation->device_scale;
  job->lines = generation->lines != NULL ? g_ptr_array_ref (generation->lines) : NULL;
  job->key = key;
  g_hash_table_insert (generation->tiles, g_memdup2 (&key, sizeof key), NULL);
  g_thread_pool_push (self->pool, job, NULL);
}

static void
push_overview (SteppeMapTiles *self)
{
  Job *job = job_new (self, self->style, &overview_boxes[self->projection.kind], OVERVIEW_SCALE);

  job->is_overview = TRUE;
  self->overview_due = FALSE;
  g_thread_pool_push (self->pool, job, NULL);
}

static SteppeBox
widen (const SteppeBox *box,
       double metres)
{
  return (SteppeBox) { box->x_min - metres, box->y_min - metres, box->x_max + metres, box->y_max + metres };
}

typedef struct
{
  guint64 key;
  SteppeBox box;
  double distance;
} Wanted;

static int
compare_wanted (gconstpointer a,
                gconstpointer b)
{
  double first = ((const Wanted *) a)->distance, second = ((const Wanted *) b)->distance;

  return (first > second) - (first < second);
}

/* Has the tiles painted that are missing in the view, or also around it, the middle first. */
static void
request (SteppeMapTiles *self,
         gboolean ahead)
{
  const SteppeBox *view = &self->view;
  double metres = get_tile_metres (self->current);
  SteppeBox box = widen (view, ahead ? AHEAD * metres : 0);
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (Wanted));
  int left, top, right, bottom;

  get_range (self->current, &box, &left, &top, &right, &bottom);
  for (int row = top; row <= bottom; row++)
    for (int column = left; column <= right; column++)
      {
        Wanted one = { make_key (column, row) };

        if (g_hash_table_contains (self->current->tiles, &one.key))
          continue;
        one.box = (SteppeBox) { column * metres, -(row + 1) * metres, (column + 1) * metres, -row * metres };
        one.distance = hypot ((one.box.x_min + one.box.x_max - view->x_min - view->x_max) / 2,
                              (one.box.y_min + one.box.y_max - view->y_min - view->y_max) / 2);
        g_array_append_val (wanted, one);
      }
  g_array_sort (wanted, compare_wanted);
  for (guint i = 0; i < wanted->len; i++)
    {
      Wanted *one = &g_array_index (wanted, Wanted, i);

      push_tile (self, &one->box, one->key);
    }
  if (ahead && self->overview_due)
    push_overview (self);
}

/* Whether the view, at the scale it has, has all its tiles. */
static gboolean
is_filled (SteppeMapTiles *self)
{
  return self->current->scale == self->scale && covers (self->current, &self->view);
}

static void
ahead_cb (gpointer user_data)
{
  SteppeMapTiles *self = user_data;

  self->ahead_timeout = 0;
  if (self->current != NULL && is_filled (self))
    request (self, TRUE);
}

/* When the view is filled, the tiles of the scale before have done their part, and those around it are due. */
static void
tile_seen (SteppeMapTiles *self)
{
  gtk_widget_queue_draw (self->widget);
  if (!covers (self->current, &self->view))
    return;
  g_clear_pointer (&self->previous, generation_free);
  if (self->ahead_timeout == 0)
    self->ahead_timeout = g_timeout_add_once (AHEAD_AFTER, ahead_cb, self);
}

static gboolean
job_done (gpointer data)
{
  Job *job = data;
  SteppeMapTiles *self = job->tiles;

  if (self->pool == NULL || job->texture == NULL)
    return G_SOURCE_REMOVE;
  if (!steppe_projection_equal (&job->projection, &self->projection))
    return G_SOURCE_REMOVE;
  if (job->is_overview && job->style == self->overview_style)
    {
      g_set_object (&self->overview, job->texture);
      if (self->current == NULL || !covers (self->current, &self->view))
        gtk_widget_queue_draw (self->widget);
    }
  else if (!job->is_overview && job->serial == g_atomic_int_get (&self->serial))
    {
      g_hash_table_replace (self->current->tiles, g_memdup2 (&job->key, sizeof job->key), g_steal_pointer (&job->texture));
      if (steppe_box_intersects (&job->box, &self->view))
        tile_seen (self);
    }
  return G_SOURCE_REMOVE;
}

/* The lines that reach into the tile, over what is painted of it. */
static void
paint_lines (const Job *job,
             cairo_t *cr)
{
  double scale = job->scale / job->device_scale / METRES;
  graphene_rect_t tile, bounds;

  graphene_rect_init (&tile, job->box.x_min * scale, -job->box.y_max * scale,
                      (job->box.x_max - job->box.x_min) * scale, (job->box.y_max - job->box.y_min) * scale);
  cairo_translate (cr, -tile.origin.x, -tile.origin.y);
  for (guint i = 0; job->lines != NULL && i < job->lines->len; i++)
    {
      GskRenderNode *line = g_ptr_array_index (job->lines, i);

      gsk_render_node_get_bounds (line, &bounds);
      if (graphene_rect_intersection (&bounds, &tile, NULL))
        gsk_render_node_draw (line, cr);
    }
}

/* In a thread of the pool. */
static void
job_paint (gpointer data,
           gpointer user_data)
{
  Job *job = data;

  if (job->is_overview || job->serial == g_atomic_int_get (&job->tiles->serial))
    {
      int width = round ((job->box.x_max - job->box.x_min) / METRES * job->scale);
      int height = round ((job->box.y_max - job->box.y_min) / METRES * job->scale);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
      cairo_t *cr;

      cairo_surface_set_device_scale (surface, job->device_scale, job->device_scale);
      cr = cairo_create (surface);
      steppe_map_painter_paint (job->tiles->basemap, job->style, &job->projection, cr, &job->box, METRES * job->device_scale / job->scale);
      paint_lines (job, cr);
      cairo_destroy (cr);
      job->texture = steppe_texture_new_for_surface (surface);
    }
  g_idle_add_full (GDK_PRIORITY_REDRAW - 1, job_done, job, job_free);
}

/**
 * steppe_map_tiles_new:
 * @widget: the widget that shows the map and owns the tiles; queued to draw when there are new ones
 * @basemap: the base map
 *
 * Returns: (transfer full): tiles, none of them painted
 */
SteppeMapTiles *
steppe_map_tiles_new (GtkWidget *widget,
                      SteppeBasemap *basemap)
{
  SteppeMapTiles *self = g_atomic_rc_box_new0 (SteppeMapTiles);

  self->widget = widget;
  self->basemap = g_object_ref (basemap);
  self->pool = g_thread_pool_new (job_paint, NULL, CLAMP ((int) g_get_num_processors () - 1, 1, MAX_THREADS), FALSE, NULL);
  return self;
}

/**
 * steppe_map_tiles_free:
 * @self: (transfer full): tiles
 *
 * Waits for those that may be being painted; the rest is dropped.
 */
void
steppe_map_tiles_free (SteppeMapTiles *self)
{
  g_clear_handle_id (&self->ahead_timeout, g_source_remove);
  g_atomic_int_inc (&self->serial);
  g_thread_pool_free (g_steal_pointer (&self->pool), FALSE, TRUE);
  g_clear_pointer (&self->current, generation_free);
  g_clear_pointer (&self->previous, generation_free);
  g_clear_pointer (&self->style, steppe_map_style_unref);
  g_clear_pointer (&self->overview_style, steppe_map_style_unref);
  g_clear_object (&self->overview);
  g_atomic_rc_box_release_full (self, tiles_clear);
}

/**
 * steppe_map_tiles_set_style:
 * @self: tiles
 * @style: how the map looks from now on
 */
void
steppe_map_tiles_set_style (SteppeMapTiles *self,
                            SteppeMapStyle *style)
{
  g_clear_pointer (&self->style, steppe_map_style_unref);
  self->style = steppe_map_style_ref (style);
  g_clear_pointer (&self->overview_style, steppe_map_style_unref);
  self->overview_style = steppe_map_style_ref (style);
  self->overview_due = TRUE;
}

/**
 * steppe_map_tiles_set_projection:
 * @self: tiles
 * @projection: what the map stands in from now on
 *
 * What has been painted in another is of no use any more.
 */
void
steppe_map_tiles_set_projection (SteppeMapTiles *self,
                                 const SteppeProjection *projection)
{
  if (steppe_projection_equal (&self->projection, projection))
    return;
  g_atomic_int_inc (&self->serial);
  self->projection = *projection;
  g_clear_pointer (&self->current, generation_free);
  g_clear_pointer (&self->previous, generation_free);
  g_clear_object (&self->overview);
  self->overview_due = TRUE;
}

/* Whether other tiles are to be painted than those of the current generation. */
static gboolean
needs_generation (SteppeMapTiles *self,
                  GPtrArray *tracks,
                  const SteppeMapLook *look,
                  gboolean moving)
{
  const Generation *current = self->current;
  double stretch;

  if (current == NULL || current->style != self->style || current->device_scale != look->device_scale ||
      current->tracks != tracks || current->look_serial != look->serial)
    return TRUE;
  stretch = self->scale / current->scale;
  if (moving)
    return stretch > MAX_STRETCH || stretch < MIN_STRETCH;
  return self->scale != current->scale;
}

static gboolean
has_any (const Generation *generation)
{
  GHashTableIter iter;
  gpointer texture;

  g_hash_table_iter_init (&iter, generation->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &texture))
    if (texture != NULL)
      return TRUE;
  return FALSE;
}

/* Whether the current tiles are to be shown until new ones are ready, and not those of a scale before. */
static gboolean
is_worth_keeping (SteppeMapTiles *self)
{
  return has_any (self->current) && (self->previous == NULL || covers (self->current, &self->view) ||
                                     !covers (self->previous, &self->view));
}

/* Tiles of the scale of now would not fill the view for long on the way out. */
static void
start_generation (SteppeMapTiles *self,
                  GPtrArray *tracks,
                  const SteppeMapLook *look,
                  gboolean moving)
{
  gboolean shrinking = moving && self->current != NULL && self->scale < self->current->scale;
  double scale = shrinking ? self->scale / SHRINK_AHEAD : self->scale;

  g_atomic_int_inc (&self->serial);
  if (self->current != NULL && is_worth_keeping (self))
    {
      g_clear_pointer (&self->previous, generation_free);
      self->previous = g_steal_pointer (&self->current);
    }
  g_clear_pointer (&self->current, generation_free);
  self->current = generation_new (self->style, scale, tracks, look);
}

/* Forgets tiles that are far from the view. */
static void
evict (Generation *generation,
       const SteppeBox *view)
{
  SteppeBox box = widen (view, KEEP * get_tile_metres (generation));
  GHashTableIter iter;
  gpointer key, texture;
  int left, top, right, bottom;

  get_range (generation, &box, &left, &top, &right, &bottom);
  g_hash_table_iter_init (&iter, generation->tiles);
  while (g_hash_table_iter_next (&iter, &key, &texture))
    {
      guint64 k = *(guint64 *) key;
      gint32 column = k >> 32, row = k & G_MAXUINT32;

      if (texture != NULL && (column < left || column > right || row < top || row > bottom))
        g_hash_table_iter_remove (&iter);
    }
}

/**
 * steppe_map_tiles_set_view:
 * @self: tiles, with a style
 * @camera: what the view shows
 * @tracks: (element-type SteppeMapTrack) (nullable): the lines of the dossier
 * @look: how they are drawn
 * @moving: whether the scale is just changing
 *
 * Sees to it that the tiles for a view are there, or will be.
 */
void
steppe_map_tiles_set_view (SteppeMapTiles *self,
                           const SteppeCamera *camera,
                           GPtrArray *tracks,
                           const SteppeMapLook *look,
                           gboolean moving)
{
  self->scale = camera->scale * look->device_scale;
  steppe_camera_get_box (camera, &self->view);
  if (needs_generation (self, tracks, look, moving))
    start_generation (self, tracks, look, moving);
  request (self, is_filled (self));
  evict (self->current, &self->view);
  if (covers (self->current, &self->view))
    g_clear_pointer (&self->previous, generation_free);
}

static double
get_stretch (const Generation *generation,
             const SteppeCamera *camera,
             double device_scale)
{
  return camera->scale * device_scale / generation->scale;
}

static gboolean
draws_with_cairo (SteppeMapTiles *self)
{
  GtkNative *native = gtk_widget_get_native (self->widget);

  return native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
}

/* A tile that lies on device pixels needs nothing between its own, which would cost most without a graphics card. But GSK's cairo
 * renderer draws textures with a filter of their own at the resolution of logical pixels, and those without one slowly when it
 * shrinks them: so there only what is stretched, and will not stay, has one. */
static void
append_tile (GtkSnapshot *snapshot,
             GdkTexture *texture,
             const graphene_rect_t *area,
             gboolean exact,
             gboolean with_cairo)
{
  if (exact && with_cairo)
    gtk_snapshot_append_texture (snapshot, texture, area);
  else
    gtk_snapshot_append_scaled_texture (snapshot, texture, exact ? GSK_SCALING_FILTER_NEAREST : GSK_SCALING_FILTER_LINEAR, area);
}

/* At rest the tiles fall on device pixels: the origin of them all is rounded once, so that no seam
 * opens between two. */
static void
snapshot_generation (SteppeMapTiles *self,
                     const Generation *generation,
                     GtkSnapshot *snapshot,
                     const SteppeCamera *camera,
                     double device_scale)
{
  double stretch = get_stretch (generation, camera, device_scale);
  double size = TILE * stretch / device_scale;
  gboolean exact = stretch == 1.0, with_cairo = draws_with_cairo (self);
  double x, y;
  SteppeBox view;
  int left, top, right, bottom;

  steppe_camera_project (camera, 0, 0, &x, &y);
  if (exact)
    {
      x = round (x * device_scale) / device_scale;
      y = round (y * device_scale) / device_scale;
    }
  steppe_camera_get_box (camera, &view);
  get_range (generation, &view, &left, &top, &right, &bottom);
  for (int row = top; row <= bottom; row++)
    for (int column = left; column <= right; column++)
      {
        guint64 key = make_key (column, row);
        GdkTexture *texture = g_hash_table_lookup (generation->tiles, &key);

        if (texture != NULL)
          append_tile (snapshot, texture, &GRAPHENE_RECT_INIT (x + column * size, y + row * size, size, size), exact, with_cairo);
      }
}

static void
snapshot_overview (SteppeMapTiles *self,
                   GtkSnapshot *snapshot,
                   const SteppeCamera *camera)
{
  const SteppeBox *box = &overview_boxes[self->projection.kind];
  double left, top, right, bottom;

  if (self->overview == NULL)
    return;
  steppe_camera_project (camera, box->x_min, box->y_max, &left, &top);
  steppe_camera_project (camera, box->x_max, box->y_min, &right, &bottom);
  append_tile (snapshot, self->overview, &GRAPHENE_RECT_INIT (left, top, right - left, bottom - top), FALSE, FALSE);
}

/**
 * steppe_map_tiles_fill:
 * @self: tiles
 * @camera: what the view shows
 *
 * Returns: whether they fill the view and nothing shows through, as it does at the edges of tiles that do not lie on device pixels
 */
gboolean
steppe_map_tiles_fill (SteppeMapTiles *self,
                       const SteppeCamera *camera)
{
  const Generation *current = self->current;
  SteppeBox view;

  steppe_camera_get_box (camera, &view);
  return current != NULL && get_stretch (current, camera, current->device_scale) == 1.0 &&
         current->device_scale == floor (current->device_scale) && covers (current, &view);
}

/**
 * steppe_map_tiles_snapshot:
 * @self: tiles
 * @snapshot: where to draw
 * @camera: what the view shows
 * @device_scale: device pixels a logical pixel
 *
 * Draws what there is.
 */
void
steppe_map_tiles_snapshot (SteppeMapTiles *self,
                           GtkSnapshot *snapshot,
                           const SteppeCamera *camera,
                           double device_scale)
{
  SteppeBox view;

  steppe_camera_get_box (camera, &view);
  if (self->current != NULL && covers (self->current, &view))
    {
      snapshot_generation (self, self->current, snapshot, camera, device_scale);
      return;
    }
  if (self->previous == NULL || !covers (self->previous, &view))
    snapshot_overview (self, snapshot, camera);
  if (self->previous != NULL)
    snapshot_generation (self, self->previous, snapshot, camera, device_scale);
  /* While the scale changes, half of the new tiles over the old would only cost time. */
  if (self->current != NULL && (self->previous == NULL || get_stretch (self->current, camera, device_scale) == 1.0))
    snapshot_generation (self, self->current, snapshot, camera, device_scale);
}
