/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/steppe-map-pictures.h"

#include "map/steppe-map-rgba.h"
#include "paint/steppe-map-halos.h"
#include "paint/steppe-map-marker-paint.h"
#include "widgets/steppe-texture.h"

#include <math.h>

/* Kinds come from files: a file with ever new ones must not fill the memory. */
#define MAX_TEXTURES 512

/**
 * SteppeMapPictures:
 *
 * What stands on the map, on the screen: each sort of marker and each name is painted once, as a texture.
 */
struct _SteppeMapPictures
{
  GHashTable *textures; /* description → GdkTexture */
  guint look_serial; /* that textures were painted for */
};

/**
 * steppe_map_pictures_new:
 *
 * Returns: (transfer full): no pictures yet
 */
SteppeMapPictures *
steppe_map_pictures_new (void)
{
  SteppeMapPictures *self = g_new0 (SteppeMapPictures, 1);

  self->textures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return self;
}

/**
 * steppe_map_pictures_free:
 * @self: (transfer full): pictures
 */
void
steppe_map_pictures_free (SteppeMapPictures *self)
{
  g_hash_table_unref (self->textures);
  g_free (self);
}

static GdkTexture *
lookup_texture (SteppeMapPictures *self,
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
take_texture (SteppeMapPictures *self,
              const char *key,
              cairo_t *cr)
{
  GdkTexture *texture = steppe_texture_new_for_surface (cairo_surface_reference (cairo_get_target (cr)));

  cairo_destroy (cr);
  g_hash_table_insert (self->textures, g_strdup (key), texture);
  return texture;
}

/* Markers. */

static GdkTexture *
get_sign (SteppeMapPictures *self,
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
  steppe_map_marker_paint_sign (marker, cr, marker->radius, marker->radius, look);
  return take_texture (self, key, cr);
}

static GdkTexture *
get_badge (SteppeMapPictures *self,
           guint n_events,
           double radius,
           const SteppeMapLook *look)
{
  g_autofree char *text = steppe_map_marker_dup_count (n_events);
  g_autofree char *key = g_strdup_printf ("badge %.1f %s", radius, text);
  GdkTexture *texture = lookup_texture (self, key, look);
  cairo_t *cr;

  if (texture != NULL)
    return texture;
  cr = create_square (2 * radius, look->device_scale);
  steppe_map_marker_paint_badge (cr, text, radius, radius, radius, look);
  return take_texture (self, key, cr);
}

static GdkTexture *
get_faded (SteppeMapPictures *self,
           const SteppeMapLook *look)
{
  GdkTexture *texture = lookup_texture (self, "faded", look);
  double radius = steppe_map_marker_get_faded_radius (look);
  cairo_t *cr;

  if (texture != NULL)
    return texture;
  cr = create_square (2 * radius, look->device_scale);
  steppe_map_marker_paint_faded (cr, radius, radius, look);
  return take_texture (self, "faded", cr);
}

static GdkTexture *
get_dot (SteppeMapPictures *self,
         const SteppeMapLook *look)
{
  GdkTexture *texture = lookup_texture (self, "dot", look);
  double middle = steppe_map_labels_get_dot_radius (look) + 1;
  cairo_t *cr;

  if (texture != NULL)
    return texture;
  cr = create_square (2 * middle, look->device_scale);
  steppe_map_labels_paint_dot (cr, middle, middle, look);
  return take_texture (self, "dot", cr);
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

/**
 * steppe_map_pictures_snapshot_faded:
 * @self: pictures
 * @snapshot: where to draw
 * @scene: what there is to show
 * @camera: what the view shows
 * @look: how
 *
 * Draws faint discs where there are events that are not in the span of time. They cannot be picked.
 */
void
steppe_map_pictures_snapshot_faded (SteppeMapPictures *self,
                                    GtkSnapshot *snapshot,
                                    const SteppeMapScene *scene,
                                    const SteppeCamera *camera,
                                    const SteppeMapLook *look)
{
  g_autoptr (GArray) points = steppe_map_markers_find_faded (scene, camera, look);
  GdkTexture *texture;
  double size;

  if (points->len == 0)
    return;
  texture = get_faded (self, look);
  size = gdk_texture_get_width (texture) / look->device_scale;
  for (guint i = 0; i < points->len; i++)
    {
      const SteppePoint *point = &g_array_index (points, SteppePoint, i);

      gtk_snapshot_append_texture (snapshot, texture,
                                   &GRAPHENE_RECT_INIT (round (point->x - size / 2), round (point->y - size / 2), size, size));
    }
}

/**
 * steppe_map_pictures_snapshot_ring:
 * @snapshot: where to draw
 * @marker: a marker
 * @look: how
 *
 * Draws a ring around a marker that stands out.
 */
void
steppe_map_pictures_snapshot_ring (GtkSnapshot *snapshot,
                                   const SteppeMapMarker *marker,
                                   const SteppeMapLook *look)
{
  float width = (float) steppe_map_marker_get_ring_width (look);
  double radius = marker->radius + width;
  GdkRGBA color = steppe_map_rgba (&look->accent);
  GskRoundedRect ring;

  gsk_rounded_rect_init_from_rect (&ring, &GRAPHENE_RECT_INIT (marker->x - radius, marker->y - radius, 2 * radius, 2 * radius),
                                   radius);
  gtk_snapshot_append_border (snapshot, &ring, (float[]) { width, width, width, width },
                              (GdkRGBA[]) { color, color, color, color });
}

static void
snapshot_marker (SteppeMapPictures *self,
                 const SteppeMapMarker *marker,
                 GtkSnapshot *snapshot,
                 const SteppeMapLook *look)
{
  double x, y, small = steppe_map_marker_get_small_badge (marker, look, &x, &y);

  if (marker->lit && !marker->selected)
    steppe_map_pictures_snapshot_ring (snapshot, marker, look);
  if (marker->spot == NULL)
    {
      append_square (snapshot, get_badge (self, marker->cluster->n_points, marker->radius, look),
                     marker->x, marker->y, marker->radius, look->device_scale);
      return;
    }
  append_square (snapshot, get_sign (self, marker, look), marker->x, marker->y, marker->radius, look->device_scale);
  if (marker->selected)
    steppe_map_pictures_snapshot_ring (snapshot, marker, look);
  if (marker->cluster->n_points > 1)
    append_square (snapshot, get_badge (self, marker->cluster->n_points, small, look), x, y, small, look->device_scale);
}

/**
 * steppe_map_pictures_snapshot_markers:
 * @self: pictures
 * @snapshot: where to draw
 * @markers: the markers in the view
 * @look: how
 *
 * Draws the markers of the last layout.
 */
void
steppe_map_pictures_snapshot_markers (SteppeMapPictures *self,
                                      GtkSnapshot *snapshot,
                                      SteppeMapMarkers *markers,
                                      const SteppeMapLook *look)
{
  guint n_markers;
  const SteppeMapMarker *all = steppe_map_markers_get (markers, &n_markers);

  for (guint i = 0; i < n_markers; i++)
    snapshot_marker (self, &all[i], snapshot, look);
}

static void
snapshot_halo (GtkSnapshot *snapshot,
               const SteppeMapHalo *halo)
{
  GdkRGBA fill = steppe_map_rgba (&halo->fill), edge = steppe_map_rgba (&halo->edge);
  GskRoundedRect circle;

  gsk_rounded_rect_init_from_rect (&circle,
                                   &GRAPHENE_RECT_INIT (halo->x - halo->radius, halo->y - halo->radius, 2 * halo->radius, 2 * halo->radius),
                                   halo->radius);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, &fill, &circle.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &circle, (float[]) { 1, 1, 1, 1 }, (GdkRGBA[]) { edge, edge, edge, edge });
}

/**
 * steppe_map_pictures_snapshot_halos:
 * @snapshot: where to draw
 * @markers: the markers in the view
 * @scene: what there is to show
 * @camera: what the view shows
 * @look: how
 *
 * Draws how far what is marked may be from where the markers are.
 */
void
steppe_map_pictures_snapshot_halos (GtkSnapshot *snapshot,
                                    SteppeMapMarkers *markers,
                                    const SteppeMapScene *scene,
                                    const SteppeCamera *camera,
                                    const SteppeMapLook *look)
{
  guint n_markers;
  const SteppeMapMarker *all = steppe_map_markers_get (markers, &n_markers);
  SteppeMapHalo halo;

  for (guint i = 0; i < n_markers; i++)
    if (steppe_map_halo_measure (&all[i], scene, camera, look, &halo))
      snapshot_halo (snapshot, &halo);
}

/* Names. */

/* A surface for the picture of a name; @cr draws into it, from the upper left corner of the text. */
static cairo_surface_t *
create_surface (const SteppeMapName *name,
                cairo_format_t format,
                const SteppeMapLook *look,
                cairo_t **cr)
{
  double margin = STEPPE_MAP_NAME_HALO * look->em, scale = look->device_scale;
  cairo_surface_t *surface = cairo_image_surface_create (format, (int) ceil ((name->width + 2 * margin) * scale),
                                                         (int) ceil ((name->height + 2 * margin) * scale));

  cairo_surface_set_device_scale (surface, scale, scale);
  *cr = cairo_create (surface);
  cairo_translate (*cr, margin, margin);
  return surface;
}

/* @text and all around it as far as the halo reaches. Its pixels moved to and fro make it: many times as fast as to
 * stroke its outline, and most so when they are added up. */
static cairo_surface_t *
create_halo (const SteppeMapName *name,
             cairo_surface_t *text,
             const SteppeMapLook *look)
{
  cairo_t *cr;
  cairo_surface_t *halo = create_surface (name, CAIRO_FORMAT_A8, look, &cr);
  double scale = look->device_scale, radius = steppe_map_name_get_halo (look) * scale;
  int reach = (int) ceil (radius);

  cairo_identity_matrix (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_ADD);
  for (int dy = -reach; dy <= reach; dy++)
    for (int dx = -reach; dx <= reach; dx++)
      if (hypot (dx, dy) <= radius + 0.3)
        {
          cairo_set_source_surface (cr, text, dx / scale, dy / scale);
          cairo_paint (cr);
        }
  cairo_destroy (cr);
  return halo;
}

static GdkTexture *
paint_name (const SteppeMapName *name,
            const SteppeMapLook *look)
{
  double margin = STEPPE_MAP_NAME_HALO * look->em;
  GdkRGBA color = steppe_map_rgba (&name->color);
  GdkRGBA ground = steppe_map_rgba (steppe_map_palette_get_color (look->palette, STEPPE_MAP_COLOR_HALO));
  cairo_surface_t *surface, *text, *halo;
  cairo_t *cr;

  text = create_surface (name, CAIRO_FORMAT_A8, look, &cr);
  pango_cairo_show_layout (cr, name->layout);
  cairo_destroy (cr);
  halo = create_halo (name, text, look);
  surface = create_surface (name, CAIRO_FORMAT_ARGB32, look, &cr);
  gdk_cairo_set_source_rgba (cr, &ground);
  cairo_mask_surface (cr, halo, -margin, -margin);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_mask_surface (cr, text, -margin, -margin);
  cairo_surface_destroy (text);
  cairo_surface_destroy (halo);
  cairo_destroy (cr);
  return steppe_texture_new_for_surface (surface);
}

/* A picture of a name, %STEPPE_MAP_NAME_HALO larger than its text on each side, kept with it. */
static GdkTexture *
get_name (SteppeMapName *name,
          const SteppeMapLook *look)
{
  if (name->picture == NULL)
    name->picture = G_OBJECT (paint_name (name, look));
  return GDK_TEXTURE (name->picture);
}

/**
 * steppe_map_pictures_snapshot_labels:
 * @self: pictures
 * @snapshot: where to draw
 * @labels: names
 * @camera: what the view shows
 * @look: how
 *
 * Draws the names of the last layout where they are now.
 */
void
steppe_map_pictures_snapshot_labels (SteppeMapPictures *self,
                                     GtkSnapshot *snapshot,
                                     SteppeMapLabels *labels,
                                     const SteppeCamera *camera,
                                     const SteppeMapLook *look)
{
  const double halo = STEPPE_MAP_NAME_HALO * look->em, scale = look->device_scale;
  guint n_labels;
  const SteppeMapLabel *all = steppe_map_labels_get (labels, &n_labels);
  GdkTexture *dot = get_dot (self, look);

  for (guint i = 0; i < n_labels; i++)
    {
      const SteppeMapLabel *label = &all[i];
      double width = label->name->width + 2 * halo, height = label->name->height + 2 * halo;
      double x, y, left, top;
      GdkTexture *texture;

      steppe_camera_project (camera, label->x, label->y, &x, &y);
      left = round ((x + label->dx - halo) * scale) / scale;
      top = round ((y + label->dy - halo) * scale) / scale;
      if (left > camera->width || top > camera->height || left + width < 0 || top + height < 0)
        continue;
      if (label->has_dot)
        append_square (snapshot, dot, x, y, gdk_texture_get_width (dot) / scale / 2, scale);
      texture = get_name (label->name, look);
      gtk_snapshot_append_texture (snapshot, texture, &GRAPHENE_RECT_INIT (left, top, gdk_texture_get_width (texture) / scale, gdk_texture_get_height (texture) / scale));
    }
}
