/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "map/steppe-map-markers.h"

#include "widgets/steppe-texture.h"

#include <glib/gi18n.h>
#include <math.h>

/* In em, the size of the font. */
#define SIGN_SIZE 1.25
#define SELECTED_SIZE 1.55
#define CASING 0.62 /* radius of the disc under a sign, of the sign's size */
#define LEAST_DISTANCE 2.7
#define COUNT_HEIGHT 0.95
#define TOUCH 0.35 /* how far beside a marker a press still means it */
/* Places of events that are left out: a disc, so faint, and no two closer than this. */
#define FADED_RADIUS 0.42
#define FADED_ALPHA 0.38f
#define FADED_DISTANCE 1.5
/* Kinds come from files: a file with ever new ones must not fill the memory. */
#define MAX_TEXTURES 512

/**
 * SteppeMapMarkers:
 *
 * The markers of events and the badges of clusters that are in the view. Each sort is drawn once,
 * as a texture.
 */
struct _SteppeMapMarkers
{
  GArray *markers; /* SteppeMapMarker; the selected one last */
  GHashTable *textures; /* description → GdkTexture */
  guint look_serial; /* that textures were drawn for */
};

/**
 * steppe_map_markers_new:
 *
 * Returns: (transfer full): no markers yet
 */
SteppeMapMarkers *
steppe_map_markers_new (void)
{
  SteppeMapMarkers *self = g_new0 (SteppeMapMarkers, 1);

  self->markers = g_array_new (FALSE, FALSE, sizeof (SteppeMapMarker));
  self->textures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return self;
}

/**
 * steppe_map_markers_free:
 * @self: (transfer full): markers
 */
void
steppe_map_markers_free (SteppeMapMarkers *self)
{
  g_array_unref (self->markers);
  g_hash_table_unref (self->textures);
  g_free (self);
}

static double
get_badge_radius (guint n_events,
                  double em)
{
  static const struct
  {
    guint below;
    double radius;
  } sizes[] = { { 10, 0.82 }, { 100, 0.92 }, { 1000, 1.08 }, { G_MAXUINT, 1.24 } };
  guint i = 0;

  while (n_events >= sizes[i].below)
    i++;
  return sizes[i].radius * em;
}

/**
 * steppe_map_markers_find_level:
 * @scene: what there is to show
 * @camera: what the view shows
 * @look: how
 *
 * Returns: the level of clusters at which no two badges touch
 */
guint
steppe_map_markers_find_level (const SteppeMapScene *scene,
                               const SteppeCamera *camera,
                               const SteppeMapLook *look)
{
  double distance = LEAST_DISTANCE * look->em / camera->scale * 1000.0;

  return steppe_clusters_find_level (steppe_map_scene_get_clusters (scene), distance);
}

static void
add_marker (SteppeMapMarkers *self,
            const SteppeCluster *cluster,
            const SteppeMapSpot *spot,
            gboolean selected,
            const SteppeCamera *camera,
            double em)
{
  SteppeMapMarker marker = { cluster, spot, selected };

  if (spot != NULL)
    {
      marker.radius = (selected ? SELECTED_SIZE : SIGN_SIZE) * em * CASING;
      steppe_camera_project (camera, spot->x, spot->y, &marker.x, &marker.y);
    }
  else
    {
      marker.radius = get_badge_radius (cluster->n_points, em);
      steppe_camera_project (camera, cluster->x, cluster->y, &marker.x, &marker.y);
    }
  if (marker.x < -marker.radius || marker.x > camera->width + marker.radius ||
      marker.y < -marker.radius || marker.y > camera->height + marker.radius)
    return;
  g_array_append_val (self->markers, marker);
}

static void
light (SteppeMapMarkers *self,
       const SteppeClusters *clusters,
       guint level,
       GArray *lit)
{
  g_autoptr (GHashTable) lit_clusters = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < lit->len; i++)
    g_hash_table_add (lit_clusters, (gpointer) steppe_clusters_find_point (clusters, level, g_array_index (lit, guint, i)));
  for (guint i = 0; i < self->markers->len; i++)
    {
      SteppeMapMarker *marker = &g_array_index (self->markers, SteppeMapMarker, i);

      marker->lit = g_hash_table_contains (lit_clusters, marker->cluster);
    }
}

/**
 * steppe_map_markers_layout:
 * @self: markers
 * @scene: (nullable): what there is to show
 * @selected: (nullable): the selected item; where it is an event of a cluster, it is shown itself
 *   instead of the cluster's badge
 * @lit: (element-type guint): the numbers of the spots that are to stand out
 * @camera: what the view shows
 * @look: how
 *
 * Works out which markers are in the view, and where.
 */
void
steppe_map_markers_layout (SteppeMapMarkers *self,
                           const SteppeMapScene *scene,
                           SteppeItem *selected,
                           GArray *lit,
                           const SteppeCamera *camera,
                           const SteppeMapLook *look)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (SteppeCluster *));
  const double reach = 2.0 * look->em / camera->scale * 1000.0;
  const SteppeClusters *clusters;
  const SteppeMapSpot *spots, *spot;
  const SteppeCluster *with_selected = NULL;
  SteppeBox box;
  guint n_spots, level;

  g_array_set_size (self->markers, 0);
  if (scene == NULL)
    return;
  clusters = steppe_map_scene_get_clusters (scene);
  spots = steppe_map_scene_get_spots (scene, &n_spots);
  level = steppe_map_markers_find_level (scene, camera, look);
  spot = steppe_map_scene_find_spot (scene, selected);
  if (spot != NULL)
    with_selected = steppe_clusters_find_point (clusters, level, steppe_map_scene_get_index (scene, spot));

  steppe_camera_get_box (camera, &box);
  box = (SteppeBox) { box.x_min - reach, box.y_min - reach, box.x_max + reach, box.y_max + reach };
  steppe_clusters_query (clusters, level, &box, found);
  for (guint i = 0; i < found->len; i++)
    {
      const SteppeCluster *cluster = g_array_index (found, const SteppeCluster *, i);
      gboolean single = cluster->n_points == 1;

      if (cluster != with_selected)
        add_marker (self, cluster, single ? &spots[*steppe_clusters_get_members (clusters, cluster)] : NULL,
                    FALSE, camera, look->em);
    }
  if (with_selected != NULL)
    add_marker (self, with_selected, spot, TRUE, camera, look->em);
  light (self, clusters, level, lit);
}

/**
 * steppe_map_markers_get:
 * @self: markers
 * @n_markers: (out): how many are in the view
 *
 * Returns: (transfer none) (array length=n_markers): those in the view, as of the last layout
 */
const SteppeMapMarker *
steppe_map_markers_get (SteppeMapMarkers *self,
                        guint *n_markers)
{
  *n_markers = self->markers->len;
  return (const SteppeMapMarker *) self->markers->data;
}

/**
 * steppe_map_markers_pick:
 * @self: markers
 * @x: pixels from the left of the view
 * @y: pixels from its top
 *
 * Returns: (transfer none) (nullable): the marker there, or the nearest that is almost there
 */
const SteppeMapMarker *
steppe_map_markers_pick (SteppeMapMarkers *self,
                         double x,
                         double y)
{
  const SteppeMapMarker *nearest = NULL;
  double least = 1.0;

  for (guint i = self->markers->len; i-- > 0;)
    {
      const SteppeMapMarker *marker = &g_array_index (self->markers, SteppeMapMarker, i);
      double distance = hypot (x - marker->x, y - marker->y) / (marker->radius * (1.0 + TOUCH));

      if (distance < least)
        {
          least = distance;
          nearest = marker;
        }
    }
  return nearest;
}

/**
 * steppe_map_markers_find_event:
 * @self: markers
 * @scene: what there is to show
 * @event: (nullable): any item
 *
 * Returns: (transfer none) (nullable): the marker in the view that shows the event or holds it
 */
const SteppeMapMarker *
steppe_map_markers_find_event (SteppeMapMarkers *self,
                               const SteppeMapScene *scene,
                               SteppeItem *event)
{
  const SteppeMapSpot *spot = steppe_map_scene_find_spot (scene, event);
  guint index;

  if (spot == NULL)
    return NULL;
  index = steppe_map_scene_get_index (scene, spot);
  for (guint i = 0; i < self->markers->len; i++)
    {
      const SteppeMapMarker *marker = &g_array_index (self->markers, SteppeMapMarker, i);
      const guint *members = steppe_clusters_get_members (steppe_map_scene_get_clusters (scene), marker->cluster);

      if (marker->spot == spot)
        return marker;
      if (marker->spot == NULL || marker->selected)
        for (guint k = 0; k < marker->cluster->n_points; k++)
          if (members[k] == index)
            return marker;
    }
  return NULL;
}

/**
 * steppe_map_marker_get_place_spot:
 * @marker: a marker
 * @scene: what there is to show
 *
 * Returns: (transfer none): a spot whose place is where the marker stands
 */
const SteppeMapSpot *
steppe_map_marker_get_place_spot (const SteppeMapMarker *marker,
                                  const SteppeMapScene *scene)
{
  const SteppeCluster *cluster = marker->cluster;
  const guint *members = steppe_clusters_get_members (steppe_map_scene_get_clusters (scene), cluster);
  guint n_spots;
  const SteppeMapSpot *spots = steppe_map_scene_get_spots (scene, &n_spots);

  if (marker->spot != NULL)
    return marker->spot;
  for (guint i = 0; i < cluster->n_points; i++)
    if (spots[members[i]].x == cluster->x && spots[members[i]].y == cluster->y)
      return &spots[members[i]];
  return &spots[members[0]];
}

static GdkTexture *
lookup_texture (SteppeMapMarkers *self,
                const char *key,
                const SteppeMapLook *look)
{
  if (self->look_serial != look->serial || g_hash_table_size (self->textures) > MAX_TEXTURES)
    g_hash_table_remove_all (self->textures);
  self->look_serial = look->serial;
  return g_hash_table_lookup (self->textures, key);
}

static cairo_t *
create_square (double size,
               double device_scale)
{
  int pixels = ceil (size * device_scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, pixels, pixels);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, device_scale, device_scale);
  cr = cairo_create (surface);
  cairo_surface_destroy (surface);
  return cr;
}

static GdkTexture *
take_texture (SteppeMapMarkers *self,
              const char *key,
              cairo_t *cr)
{
  GdkTexture *texture = steppe_texture_new_for_surface (cairo_surface_reference (cairo_get_target (cr)));

  cairo_destroy (cr);
  g_hash_table_insert (self->textures, g_strdup (key), texture);
  return texture;
}

/* A disc with a faint edge, that lifts what is on it off the map. */
static void
paint_disc (cairo_t *cr,
            double x,
            double y,
            double radius,
            const GdkRGBA *fill,
            const GdkRGBA *edge)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, edge);
  cairo_fill (cr);
  cairo_arc (cr, x, y, radius - 1.0, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, fill);
  cairo_fill (cr);
}

static GdkRGBA
fade (const GdkRGBA *color,
      double alpha)
{
  return (GdkRGBA) { color->red, color->green, color->blue, color->alpha * alpha };
}

static void
paint_sign (cairo_t *cr,
            const SteppeMapMarker *marker,
            const SteppeMapLook *look,
            double x,
            double y)
{
  SteppeEvent *event = marker->spot->event;
  GdkRGBA edge = fade (&look->ink, 0.28);

  paint_disc (cr, x, y, marker->radius, &look->ground, &edge);
  steppe_sign_paint (cr, steppe_event_get_kind (event), steppe_event_get_status (event), look->scheme, x, y,
                     (marker->selected ? SELECTED_SIZE : SIGN_SIZE) * look->em);
}

static GdkTexture *
get_sign (SteppeMapMarkers *self,
          const SteppeMapMarker *marker,
          const SteppeMapLook *look)
{
  const char *kind = steppe_event_get_kind (marker->spot->event);
  g_autofree char *key = g_strdup_printf ("sign %d %d %s", marker->selected, steppe_event_get_status (marker->spot->event),
                                          kind != NULL ? kind : "");
  GdkTexture *texture = lookup_texture (self, key, look);
  cairo_t *cr;

  if (texture != NULL)
    return texture;
  cr = create_square (2 * marker->radius, look->device_scale);
  paint_sign (cr, marker, look, marker->radius, marker->radius);
  return take_texture (self, key, cr);
}

/* Counts of many thousands are rounded down to them. */
static char *
format_count (guint n)
{
  /* Translators: a short number of thousands of events, as in “12k”. */
  return n < 10000 ? g_strdup_printf ("%u", n) : g_strdup_printf (_ ("%uk"), n / 1000);
}

static PangoLayout *
create_count_layout (cairo_t *cr,
                     const char *text,
                     const SteppeMapLook *look,
                     double height)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_copy (look->font);

  pango_font_description_set_absolute_size (font, height * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  return layout;
}

static void
paint_badge (cairo_t *cr,
             const char *text,
             const SteppeMapLook *look,
             double x,
             double y,
             double radius)
{
  g_autoptr (PangoLayout) layout = create_count_layout (cr, text, look, MIN (0.86 * look->em, 1.1 * radius));
  PangoRectangle ink;
  double fit;

  paint_disc (cr, x, y, radius, &look->ink, &look->ground);
  pango_layout_get_pixel_extents (layout, &ink, NULL);
  fit = MIN (1.0, 1.6 * radius / MAX (ink.width, 1));
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, fit, fit);
  cairo_move_to (cr, -ink.x - ink.width / 2.0, -ink.y - ink.height / 2.0);
  gdk_cairo_set_source_rgba (cr, &look->ground);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}

static GdkTexture *
get_badge (SteppeMapMarkers *self,
           guint n_events,
           double radius,
           const SteppeMapLook *look)
{
  g_autofree char *text = format_count (n_events);
  g_autofree char *key = g_strdup_printf ("badge %.1f %s", radius, text);
  GdkTexture *texture = lookup_texture (self, key, look);
  cairo_t *cr;

  if (texture != NULL)
    return texture;
  cr = create_square (2 * radius, look->device_scale);
  paint_badge (cr, text, look, radius, radius, radius);
  return take_texture (self, key, cr);
}

static void
append_square (GtkSnapshot *snapshot,
               GdkTexture *texture,
               double x,
               double y,
               double radius,
               double device_scale)
{
  /* The texture's own size, on whole device pixels, so that it is not blurred. */
  double size = gdk_texture_get_width (texture) / device_scale;
  double left = round ((x - radius) * device_scale) / device_scale;
  double top = round ((y - radius) * device_scale) / device_scale;

  gtk_snapshot_append_texture (snapshot, texture, &GRAPHENE_RECT_INIT (left, top, size, size));
}

static void
paint_faded (cairo_t *cr,
             const SteppeMapLook *look,
             double x,
             double y)
{
  GdkRGBA line = fade (&look->ground, 2 * FADED_ALPHA), fill = fade (&look->ink, FADED_ALPHA);

  cairo_new_path (cr);
  cairo_arc (cr, x, y, FADED_RADIUS * look->em, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &fill);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &line);
  cairo_set_line_width (cr, MAX (1.0, 0.12 * look->em));
  cairo_stroke (cr);
}

static GdkTexture *
get_faded_texture (SteppeMapMarkers *self,
                   const SteppeMapLook *look)
{
  GdkTexture *texture = lookup_texture (self, "faded", look);
  double size = 2 * (FADED_RADIUS * look->em + 1);
  cairo_t *cr;

  if (texture != NULL)
    return texture;
  cr = create_square (size, look->device_scale);
  paint_faded (cr, look, size / 2, size / 2);
  return take_texture (self, "faded", cr);
}

/* The places of what is left out in the view, as points of the view: SteppePoint in pixels. */
static GArray *
find_faded (const SteppeMapScene *scene,
            const SteppeCamera *camera,
            const SteppeMapLook *look)
{
  const SteppeClusters *faded = steppe_map_scene_get_faded (scene);
  guint level = steppe_clusters_find_level (faded, FADED_DISTANCE * look->em / camera->scale * 1000.0);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (SteppeCluster *));
  GArray *points = g_array_new (FALSE, FALSE, sizeof (SteppePoint));
  SteppeBox box;

  if (steppe_clusters_get_n_points (faded) == 0)
    return points;
  steppe_camera_get_box (camera, &box);
  steppe_clusters_query (faded, level, &box, found);
  for (guint i = 0; i < found->len; i++)
    {
      const SteppeCluster *cluster = g_array_index (found, const SteppeCluster *, i);
      SteppePoint point;

      steppe_camera_project (camera, cluster->x, cluster->y, &point.x, &point.y);
      g_array_append_val (points, point);
    }
  return points;
}

/**
 * steppe_map_markers_snapshot_faded:
 * @self: markers
 * @snapshot: where to draw
 * @scene: (nullable): what there is to show
 * @camera: what the view shows
 * @look: how
 *
 * Draws faint discs where there are events that are not in the span of time. They cannot be picked.
 */
void
steppe_map_markers_snapshot_faded (SteppeMapMarkers *self,
                                   GtkSnapshot *snapshot,
                                   const SteppeMapScene *scene,
                                   const SteppeCamera *camera,
                                   const SteppeMapLook *look)
{
  g_autoptr (GArray) points = scene != NULL ? find_faded (scene, camera, look) : NULL;
  GdkTexture *texture;
  double size;

  if (points == NULL || points->len == 0)
    return;
  texture = get_faded_texture (self, look);
  size = gdk_texture_get_width (texture) / look->device_scale;
  for (guint i = 0; i < points->len; i++)
    {
      const SteppePoint *point = &g_array_index (points, SteppePoint, i);

      gtk_snapshot_append_texture (snapshot, texture,
                                   &GRAPHENE_RECT_INIT (round (point->x - size / 2), round (point->y - size / 2), size, size));
    }
}

/**
 * steppe_map_marker_snapshot_ring:
 * @marker: a marker
 * @snapshot: where to draw
 * @color: its colour
 * @width: pixels
 *
 * Draws a ring around a marker.
 */
void
steppe_map_marker_snapshot_ring (const SteppeMapMarker *marker,
                                 GtkSnapshot *snapshot,
                                 const GdkRGBA *color,
                                 double width)
{
  double radius = marker->radius + width;
  float widths[] = { width, width, width, width };
  GdkRGBA colors[] = { *color, *color, *color, *color };
  GskRoundedRect ring;

  gsk_rounded_rect_init_from_rect (&ring, &GRAPHENE_RECT_INIT (marker->x - radius, marker->y - radius, 2 * radius, 2 * radius),
                                   radius);
  gtk_snapshot_append_border (snapshot, &ring, widths, colors);
}

/* The radius of the badge at a marker that says how many more events there are. */
static double
get_small_radius (const SteppeMapLook *look)
{
  return COUNT_HEIGHT * look->em * 0.62;
}

static double
get_ring_width (const SteppeMapLook *look)
{
  return MAX (2.0, 0.17 * look->em);
}

static void
snapshot_marker (SteppeMapMarkers *self,
                 const SteppeMapMarker *marker,
                 GtkSnapshot *snapshot,
                 const SteppeMapLook *look)
{
  double small = get_small_radius (look);

  if (marker->lit && !marker->selected)
    steppe_map_marker_snapshot_ring (marker, snapshot, &look->accent, get_ring_width (look));
  if (marker->spot == NULL)
    {
      append_square (snapshot, get_badge (self, marker->cluster->n_points, marker->radius, look),
                     marker->x, marker->y, marker->radius, look->device_scale);
      return;
    }
  append_square (snapshot, get_sign (self, marker, look), marker->x, marker->y, marker->radius, look->device_scale);
  if (marker->selected)
    steppe_map_marker_snapshot_ring (marker, snapshot, &look->accent, get_ring_width (look));
  if (marker->cluster->n_points > 1)
    append_square (snapshot, get_badge (self, marker->cluster->n_points, small, look),
                   marker->x + marker->radius * 0.95, marker->y - marker->radius * 0.95, small, look->device_scale);
}

/**
 * steppe_map_markers_snapshot:
 * @self: markers
 * @snapshot: where to draw
 * @look: how
 *
 * Draws the markers of the last layout.
 */
void
steppe_map_markers_snapshot (SteppeMapMarkers *self,
                             GtkSnapshot *snapshot,
                             const SteppeMapLook *look)
{
  for (guint i = 0; i < self->markers->len; i++)
    snapshot_marker (self, &g_array_index (self->markers, SteppeMapMarker, i), snapshot, look);
}

static void
draw_marker (const SteppeMapMarker *marker,
             cairo_t *cr,
             const SteppeMapLook *look)
{
  g_autofree char *count = format_count (marker->cluster->n_points);
  double width = get_ring_width (look);

  if (marker->spot == NULL)
    paint_badge (cr, count, look, marker->x, marker->y, marker->radius);
  else
    paint_sign (cr, marker, look, marker->x, marker->y);
  if (marker->selected)
    {
      cairo_arc (cr, marker->x, marker->y, marker->radius + width / 2, 0, 2 * G_PI);
      gdk_cairo_set_source_rgba (cr, &look->accent);
      cairo_set_line_width (cr, width);
      cairo_stroke (cr);
    }
  if (marker->spot != NULL && marker->cluster->n_points > 1)
    paint_badge (cr, count, look, marker->x + marker->radius * 0.95, marker->y - marker->radius * 0.95, get_small_radius (look));
}

/**
 * steppe_map_markers_draw:
 * @self: markers
 * @cr: where to draw
 * @scene: what there is to show
 * @camera: what the view shows
 * @look: how
 *
 * Draws the markers of the last layout, and what is left out, as lines and areas rather than pixels.
 */
void
steppe_map_markers_draw (SteppeMapMarkers *self,
                         cairo_t *cr,
                         const SteppeMapScene *scene,
                         const SteppeCamera *camera,
                         const SteppeMapLook *look)
{
  g_autoptr (GArray) faded = find_faded (scene, camera, look);

  for (guint i = 0; i < faded->len; i++)
    paint_faded (cr, look, g_array_index (faded, SteppePoint, i).x, g_array_index (faded, SteppePoint, i).y);
  for (guint i = 0; i < self->markers->len; i++)
    draw_marker (&g_array_index (self->markers, SteppeMapMarker, i), cr, look);
}
