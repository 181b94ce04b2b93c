/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/steppe-locator-map.h"

#include <adwaita.h>
#include <math.h>

#include "geo/steppe-basemap.h"
#include "geo/steppe-clusters.h"
#include "paint/steppe-map-painter.h"
#include "widgets/steppe-sign-paintable.h"
#include "widgets/steppe-texture.h"

/* Pixels. */
#define MARGIN 24.0
#define DOT_RADIUS 4.0
#define DOT_EDGE 1.5
#define LINE_WIDTH 2.5
/* No closer than this: pixels to the kilometre. */
#define MOST_SCALE 0.12

/* The colour of what is shown, as marks have it on the map. */
static const SteppeColor spot_color = { 0.11, 0.44, 0.85 };

/**
 * SteppeLocatorMap:
 *
 * A small map to see where something is. It is painted beside the main thread and does not move.
 */
struct _SteppeLocatorMap
{
  GtkWidget parent_instance;

  SteppeWhereabouts *whereabouts;
  int width, height; /* that it would like to have */
  GdkTexture *texture;
  int painted_width; /* of the texture, or of the one that is being painted */
  GCancellable *painting;
};

G_DEFINE_FINAL_TYPE (SteppeLocatorMap, steppe_locator_map, GTK_TYPE_WIDGET)

/* What a picture is painted from. */
typedef struct
{
  const SteppeWhereabouts *whereabouts;
  SteppeProjection projection;
  SteppeCamera camera;
  double radius; /* of dots */
  cairo_t *cr;
} Picture;

/* The map of the region where it holds the first place, else one around that. */
static void
choose_projection (Picture *self)
{
  const SteppeWhereabouts *whereabouts = self->whereabouts;
  const SteppeLonLat *first = NULL;

  steppe_projection_init_region (&self->projection);
  if (whereabouts->spots->len > 0)
    first = &g_array_index (whereabouts->spots, SteppeLonLat, 0);
  else if (whereabouts->lines->len > 0 && ((GArray *) g_ptr_array_index (whereabouts->lines, 0))->len > 0)
    first = &g_array_index ((GArray *) g_ptr_array_index (whereabouts->lines, 0), SteppeLonLat, 0);
  if (first != NULL && !steppe_projection_includes (&self->projection, first->longitude, first->latitude))
    steppe_projection_init_elsewhere (&self->projection, first->longitude, first->latitude);
}

static gboolean
project (const Picture *self,
         const SteppeLonLat *place,
         SteppePoint *point)
{
  if (!steppe_projection_includes (&self->projection, place->longitude, place->latitude))
    return FALSE;
  steppe_projection_forward (&self->projection, place->longitude, place->latitude, &point->x, &point->y);
  return TRUE;
}

static void
extend (const Picture *self,
        GArray *places,
        SteppeBox *box)
{
  SteppePoint point;

  for (guint i = 0; i < places->len; i++)
    if (project (self, &g_array_index (places, SteppeLonLat, i), &point))
      steppe_box_extend (box, point.x, point.y);
}

static void
aim_camera (Picture *self,
            int width,
            int height)
{
  SteppeBox box = STEPPE_BOX_EMPTY;

  extend (self, self->whereabouts->spots, &box);
  for (guint i = 0; i < self->whereabouts->lines->len; i++)
    extend (self, g_ptr_array_index (self->whereabouts->lines, i), &box);
  if (steppe_box_is_empty (&box))
    box = STEPPE_BOX_REGION;
  self->camera = (SteppeCamera) { .scale = MOST_SCALE, .width = width, .height = height, .kind = self->projection.kind };
  steppe_camera_fit (&self->camera, &box, MIN (MARGIN, MIN (width, height) / 6.0));
  self->camera.scale = MIN (self->camera.scale, MOST_SCALE);
}

static void
paint_line (const Picture *self,
            GArray *line)
{
  gboolean drawing = FALSE;

  for (guint i = 0; i < line->len; i++)
    {
      SteppePoint point;
      double x, y;

      if (!project (self, &g_array_index (line, SteppeLonLat, i), &point))
        {
          drawing = FALSE;
          continue;
        }
      steppe_camera_project (&self->camera, point.x, point.y, &x, &y);
      if (drawing)
        cairo_line_to (self->cr, x, y);
      else
        cairo_move_to (self->cr, x, y);
      drawing = TRUE;
    }
  cairo_stroke (self->cr);
}

static void
paint_spot (const Picture *self,
            const SteppeLonLat *spot)
{
  SteppePoint point;
  double x, y;

  if (!project (self, spot, &point))
    return;
  steppe_camera_project (&self->camera, point.x, point.y, &x, &y);
  cairo_arc (self->cr, x, y, self->radius + DOT_EDGE, 0, 2 * G_PI);
  cairo_set_source_rgb (self->cr, 1, 1, 1);
  cairo_fill (self->cr);
  cairo_arc (self->cr, x, y, self->radius, 0, 2 * G_PI);
  cairo_set_source_rgb (self->cr, spot_color.red, spot_color.green, spot_color.blue);
  cairo_fill (self->cr);
}

static gboolean
paint_ground (const Picture *self,
              SteppeScheme scheme)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SteppeBasemap) basemap = steppe_basemap_new_from_resource (&error);
  g_autoptr (SteppeMapPalette) palette = steppe_map_palette_new_from_resource (scheme, NULL);
  g_autoptr (SteppeMapStyle) style = NULL;
  SteppeBox box;

  if (basemap == NULL || palette == NULL)
    return FALSE;
  style = steppe_map_style_new (palette, NULL);
  steppe_camera_get_box (&self->camera, &box);
  steppe_map_painter_paint (basemap, style, &self->projection, self->cr, &box, 1000 / self->camera.scale);
  return TRUE;
}

/**
 * steppe_locator_map_paint:
 * @whereabouts: what to show
 * @scheme: in which colours
 * @width: width in pixels
 * @height: height in pixels
 * @device_scale: how many pixels of the picture are one of these
 *
 * Any thread may call this.
 *
 * Returns: (transfer full): a picture of the map around @whereabouts
 */
cairo_surface_t *
steppe_locator_map_paint (const SteppeWhereabouts *whereabouts,
                          SteppeScheme scheme,
                          int width,
                          int height,
                          double device_scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (width * device_scale), (int) ceil (height * device_scale));
  Picture picture = { whereabouts };

  cairo_surface_set_device_scale (surface, device_scale, device_scale);
  picture.cr = cairo_create (surface);
  picture.radius = MIN (DOT_RADIUS, height / 24.0);
  choose_projection (&picture);
  aim_camera (&picture, width, height);
  if (paint_ground (&picture, scheme))
    {
      cairo_set_line_width (picture.cr, MIN (LINE_WIDTH, height / 40.0));
      cairo_set_line_join (picture.cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_source_rgb (picture.cr, spot_color.red, spot_color.green, spot_color.blue);
      for (guint i = 0; i < whereabouts->lines->len; i++)
        paint_line (&picture, g_ptr_array_index (whereabouts->lines, i));
      for (guint i = 0; i < whereabouts->spots->len; i++)
        paint_spot (&picture, &g_array_index (whereabouts->spots, SteppeLonLat, i));
    }
  cairo_destroy (picture.cr);
  return surface;
}

/* What the thread needs; the whereabouts belong to the map, which the task keeps. */
typedef struct
{
  const SteppeWhereabouts *whereabouts;
  SteppeScheme scheme;
  int width, height;
  double device_scale;
} Job;

static void
paint_in_thread (GTask *task,
                 gpointer source,
                 gpointer data,
                 GCancellable *cancellable)
{
  const Job *job = data;
  cairo_surface_t *surface = steppe_locator_map_paint (job->whereabouts, job->scheme, job->width, job->height, job->device_scale);

  g_task_return_pointer (task, steppe_texture_new_for_surface (surface), g_object_unref);
}

static void begin_painting (SteppeLocatorMap *self);

/* Meanwhile the map may have got another width. */
static void
painted_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  SteppeLocatorMap *self = STEPPE_LOCATOR_MAP (source);
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), NULL);

  if (texture == NULL || g_task_get_cancellable (G_TASK (result)) != self->painting)
    return;
  g_clear_object (&self->painting);
  g_set_object (&self->texture, texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && gtk_widget_get_width (GTK_WIDGET (self)) != self->painted_width)
    begin_painting (self);
}

static void
stop_painting (SteppeLocatorMap *self)
{
  if (self->painting != NULL)
    g_cancellable_cancel (self->painting);
  g_clear_object (&self->painting);
}

static void
begin_painting (SteppeLocatorMap *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  stop_painting (self);
  self->painted_width = gtk_widget_get_width (GTK_WIDGET (self));
  if (self->painted_width <= 0)
    return;
  job = g_new (Job, 1);
  *job = (Job) { self->whereabouts, steppe_scheme_get_current (), self->painted_width, self->height,
                 gdk_surface_get_scale (gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self)))) };
  self->painting = g_cancellable_new ();
  task = g_task_new (self, self->painting, painted_cb, NULL);
  g_task_set_source_tag (task, begin_painting);
  g_task_set_task_data (task, job, g_free);
  g_task_run_in_thread (task, paint_in_thread);
}

static void
scheme_changed_cb (SteppeLocatorMap *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    begin_painting (self);
}

static void
steppe_locator_map_map (GtkWidget *widget)
{
  SteppeLocatorMap *self = STEPPE_LOCATOR_MAP (widget);

  GTK_WIDGET_CLASS (steppe_locator_map_parent_class)->map (widget);
  if (self->painted_width != gtk_widget_get_width (widget))
    begin_painting (self);
}

static void
steppe_locator_map_size_allocate (GtkWidget *widget,
                                  int width,
                                  int height,
                                  int baseline)
{
  SteppeLocatorMap *self = STEPPE_LOCATOR_MAP (widget);

  if (gtk_widget_get_mapped (widget) && width != self->painted_width && self->painting == NULL)
    begin_painting (self);
}

static void
steppe_locator_map_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  SteppeLocatorMap *self = STEPPE_LOCATOR_MAP (widget);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN (self->width, self->height) : self->height;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height;
}

/* A picture of another width stays in the middle until there is one of the right width. */
static void
steppe_locator_map_snapshot (GtkWidget *widget,
                             GtkSnapshot *snapshot)
{
  SteppeLocatorMap *self = STEPPE_LOCATOR_MAP (widget);
  double width;

  if (self->texture == NULL)
    return;
  width = (double) gdk_texture_get_width (self->texture) * self->height / gdk_texture_get_height (self->texture);
  gtk_snapshot_append_texture (snapshot, self->texture,
                               &GRAPHENE_RECT_INIT ((float) floor ((gtk_widget_get_width (widget) - width) / 2), 0, (float) width, (float) self->height));
}

static void
steppe_locator_map_dispose (GObject *object)
{
  stop_painting (STEPPE_LOCATOR_MAP (object));

  G_OBJECT_CLASS (steppe_locator_map_parent_class)->dispose (object);
}

static void
steppe_locator_map_finalize (GObject *object)
{
  SteppeLocatorMap *self = STEPPE_LOCATOR_MAP (object);

  g_clear_object (&self->texture);
  steppe_whereabouts_free (self->whereabouts);

  G_OBJECT_CLASS (steppe_locator_map_parent_class)->finalize (object);
}

static void
steppe_locator_map_class_init (SteppeLocatorMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steppe_locator_map_dispose;
  G_OBJECT_CLASS (klass)->finalize = steppe_locator_map_finalize;
  widget_class->map = steppe_locator_map_map;
  widget_class->measure = steppe_locator_map_measure;
  widget_class->size_allocate = steppe_locator_map_size_allocate;
  widget_class->snapshot = steppe_locator_map_snapshot;
  gtk_widget_class_set_css_name (widget_class, "locatormap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
steppe_locator_map_init (SteppeLocatorMap *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (scheme_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (scheme_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * steppe_locator_map_new:
 * @whereabouts: (transfer full): what to show
 * @width: its natural width in pixels
 * @height: its height in pixels
 *
 * Returns: (transfer floating): a map of that
 */
GtkWidget *
steppe_locator_map_new (SteppeWhereabouts *whereabouts,
                        int width,
                        int height)
{
  SteppeLocatorMap *self = g_object_new (STEPPE_TYPE_LOCATOR_MAP, NULL);

  self->whereabouts = whereabouts;
  self->width = width;
  self->height = height;
  return GTK_WIDGET (self);
}
