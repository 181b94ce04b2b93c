/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "map/steppe-map-inset.h"

#include "geo/steppe-geodesy.h"
#include "map/steppe-map-rgba.h"
#include "paint/steppe-map-words.h"

#include <glib/gi18n.h>
#include <math.h>

/* In em, the size of the font. */
#define WIDTH 8.4
#define HEIGHT 5.4
#define DOT_RADIUS 0.3
#define DOT_EDGE 0.12
/* How much of the earth is shown about a place, from west to east, in metres. */
#define SPAN 4.0e6

/* A map that can be shown instead of the one that is. */
typedef struct
{
  char *place; /* the id of the place it is about; NULL for the region */
  char *caption;
  char *label;
  SteppeProjection projection;
} Other;

/* A picture as it is painted. */
typedef struct
{
  SteppeBasemap *basemap;
  SteppeMapStyle *style;
  SteppeProjection projection;
  GArray *dots; /* SteppePoint, metres */
  GdkRGBA dot, edge;
  double em;
  double device_scale;
} Painting;

/**
 * SteppeMapInset:
 *
 * A small picture of another map: about a place of the story that the map of the region does not reach, or, while the view
 * is there, of the region. A press on it goes there; where there are several such places, a button shows the next.
 */
struct _SteppeMapInset
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *picture;
  GtkWidget *caption;
  GtkWidget *next;

  GPtrArray *others;
  guint shown; /* of them */
  GArray *places; /* SteppeLonLat: what is marked on them */
  SteppeBasemap *basemap;
  SteppeMapStyle *style;
  GdkRGBA dot, edge; /* the colours of marks */
  double em;
  double device_scale;
  cairo_surface_t *painted; /* NULL before there is a picture */
  GCancellable *painting; /* what is being painted; NULL when nothing is */
};

G_DEFINE_FINAL_TYPE (SteppeMapInset, steppe_map_inset, GTK_TYPE_WIDGET)

static void
other_free (gpointer data)
{
  Other *other = data;

  g_free (other->place);
  g_free (other->caption);
  g_free (other->label);
  g_free (other);
}

static void
painting_free (gpointer data)
{
  Painting *painting = data;

  g_object_unref (painting->basemap);
  steppe_map_style_unref (painting->style);
  g_array_unref (painting->dots);
  g_free (painting);
}

static void
paint_dot (cairo_t *cr,
           double x,
           double y,
           double radius,
           const GdkRGBA *color)
{
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_fill (cr);
}

/* Paints all of the picture; @box is what it shows of the map. */
static void
paint (const Painting *self,
       cairo_t *cr,
       const SteppeBox *box)
{
  double metres = (box->x_max - box->x_min) / (WIDTH * self->em);

  steppe_map_painter_paint (self->basemap, self->style, &self->projection, cr, box, metres);
  for (guint i = 0; i < self->dots->len; i++)
    {
      const SteppePoint *point = &g_array_index (self->dots, SteppePoint, i);
      double x = (point->x - box->x_min) / metres, y = (box->y_max - point->y) / metres;

      paint_dot (cr, x, y, (DOT_RADIUS + DOT_EDGE) * self->em, &self->edge);
      paint_dot (cr, x, y, DOT_RADIUS * self->em, &self->dot);
    }
}

/* In a thread. */
static void
paint_cb (GTask *task,
          gpointer source,
          gpointer data,
          GCancellable *cancellable)
{
  const Painting *painting = data;
  double width = WIDTH * painting->em, height = HEIGHT * painting->em, scale = painting->device_scale;
  SteppeCamera camera = { .scale = width / (SPAN / 1000), .width = width, .height = height, .kind = painting->projection.kind };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, ceil (width * scale), ceil (height * scale));
  SteppeBox box;
  cairo_t *cr;

  if (camera.kind == STEPPE_PROJECTION_REGION)
    steppe_camera_fit (&camera, &STEPPE_BOX_REGION, 0);
  steppe_camera_get_box (&camera, &box);
  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  paint (painting, cr, &box);
  cairo_destroy (cr);
  g_task_return_pointer (task, surface, (GDestroyNotify) cairo_surface_destroy);
}

static void
painted_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  SteppeMapInset *self = STEPPE_MAP_INSET (source);
  cairo_surface_t *painted = g_task_propagate_pointer (G_TASK (result), NULL);

  if (painted == NULL)
    return;
  g_clear_object (&self->painting);
  g_clear_pointer (&self->painted, cairo_surface_destroy);
  self->painted = painted;
  gtk_widget_queue_draw (self->picture);
}

static void
draw_cb (GtkDrawingArea *area,
         cairo_t *cr,
         int width,
         int height,
         gpointer user_data)
{
  SteppeMapInset *self = user_data;

  if (self->painted == NULL)
    return;
  cairo_set_source_surface (cr, self->painted, 0, 0);
  cairo_paint (cr);
}

/* The places of the story that are on the map of @projection, on it. */
static GArray *
find_dots (SteppeMapInset *self,
           const SteppeProjection *projection)
{
  GArray *dots = g_array_new (FALSE, FALSE, sizeof (SteppePoint));

  for (guint i = 0; i < self->places->len; i++)
    {
      const SteppeLonLat *place = &g_array_index (self->places, SteppeLonLat, i);
      SteppePoint point;

      if (!steppe_projection_includes (projection, place->longitude, place->latitude))
        continue;
      steppe_projection_forward (projection, place->longitude, place->latitude, &point.x, &point.y);
      g_array_append_val (dots, point);
    }
  return dots;
}

static void
begin_painting (SteppeMapInset *self)
{
  const Other *other = self->others->len > 0 ? g_ptr_array_index (self->others, self->shown) : NULL;
  g_autoptr (GTask) task = NULL;
  Painting *painting;

  if (self->painting != NULL)
    g_cancellable_cancel (self->painting);
  g_clear_object (&self->painting);
  if (other == NULL || self->basemap == NULL || self->style == NULL)
    return;
  painting = g_new0 (Painting, 1);
  painting->basemap = g_object_ref (self->basemap);
  painting->style = steppe_map_style_ref (self->style);
  painting->projection = other->projection;
  painting->dots = find_dots (self, &other->projection);
  painting->dot = self->dot;
  painting->edge = self->edge;
  painting->em = self->em;
  painting->device_scale = self->device_scale;
  self->painting = g_cancellable_new ();
  task = g_task_new (self, self->painting, painted_cb, NULL);
  g_task_set_task_data (task, painting, painting_free);
  g_task_run_in_thread (task, paint_cb);
}

static void
show_other (SteppeMapInset *self)
{
  const Other *other = self->others->len > 0 ? g_ptr_array_index (self->others, self->shown) : NULL;
  GtkActionable *button = GTK_ACTIONABLE (self->button);

  gtk_widget_set_visible (self->next, self->others->len > 1);
  g_clear_pointer (&self->painted, cairo_surface_destroy);
  if (other != NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->caption), other->caption);
      gtk_widget_set_tooltip_text (self->button, other->place != NULL ? other->label : NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, other->label, -1);
      /* In between the target would not be what the action takes. */
      gtk_actionable_set_action_name (button, NULL);
      gtk_actionable_set_action_target_value (button, other->place != NULL ? g_variant_new_string (other->place) : NULL);
      gtk_actionable_set_action_name (button, other->place != NULL ? "map.show-place" : "map.show-region");
    }
  begin_painting (self);
}

static void
next_cb (SteppeMapInset *self)
{
  self->shown = (self->shown + 1) % MAX (self->others->len, 1);
  show_other (self);
}

static void
steppe_map_inset_dispose (GObject *object)
{
  SteppeMapInset *self = STEPPE_MAP_INSET (object);
  GtkWidget *child;

  if (self->painting != NULL)
    g_cancellable_cancel (self->painting);
  g_clear_object (&self->painting);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (steppe_map_inset_parent_class)->dispose (object);
}

static void
steppe_map_inset_finalize (GObject *object)
{
  SteppeMapInset *self = STEPPE_MAP_INSET (object);

  g_clear_object (&self->basemap);
  g_clear_pointer (&self->style, steppe_map_style_unref);
  g_clear_pointer (&self->painted, cairo_surface_destroy);
  g_ptr_array_unref (self->others);
  g_array_unref (self->places);

  G_OBJECT_CLASS (steppe_map_inset_parent_class)->finalize (object);
}

static void
steppe_map_inset_class_init (SteppeMapInsetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steppe_map_inset_dispose;
  G_OBJECT_CLASS (klass)->finalize = steppe_map_inset_finalize;
  gtk_widget_class_set_css_name (widget_class, "mapinset");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
steppe_map_inset_init (SteppeMapInset *self)
{
  GtkWidget *widget = GTK_WIDGET (self), *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->others = g_ptr_array_new_with_free_func (other_free);
  self->places = g_array_new (FALSE, FALSE, sizeof (SteppeLonLat));
  self->picture = gtk_drawing_area_new ();
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->picture), draw_cb, self, NULL);
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), self->picture);
  gtk_widget_add_css_class (self->button, "flat");
  self->caption = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->caption), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->caption), 0);
  gtk_widget_set_hexpand (self->caption, TRUE);
  gtk_widget_set_margin_start (self->caption, 8);
  gtk_widget_add_css_class (self->caption, "caption");
  self->next = gtk_button_new_from_icon_name ("go-next-symbolic");
  gtk_widget_set_tooltip_text (self->next, _ ("Next Place Elsewhere"));
  gtk_widget_add_css_class (self->next, "flat");
  g_signal_connect_object (self->next, "clicked", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), self->caption);
  gtk_box_append (GTK_BOX (row), self->next);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (widget)), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_parent (self->button, widget);
  gtk_widget_set_parent (row, widget);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (widget, "map-card");
}

/**
 * steppe_map_inset_new:
 *
 * Returns: (transfer floating): an inset that shows nothing; an ancestor has the actions `map.show-place` with the id of a
 *   place, and `map.show-region`
 */
GtkWidget *
steppe_map_inset_new (void)
{
  return g_object_new (STEPPE_TYPE_MAP_INSET, NULL);
}

/**
 * steppe_map_inset_is_empty:
 * @self: an inset
 *
 * Returns: whether there is no other map to show
 */
gboolean
steppe_map_inset_is_empty (SteppeMapInset *self)
{
  g_return_val_if_fail (STEPPE_IS_MAP_INSET (self), TRUE);

  return self->others->len == 0;
}

static void
add_other (SteppeMapInset *self,
           const SteppeMapScene *scene,
           const SteppeMapGroup *group,
           const SteppePosition *position)
{
  SteppeDossier *dossier = steppe_map_scene_get_dossier (scene);
  Other *other = g_new0 (Other, 1);

  other->place = g_strdup (steppe_item_get_id (STEPPE_ITEM (group->place)));
  other->caption = steppe_map_words_describe_group (dossier, group);
  other->label = steppe_map_words_offer_group (dossier, group);
  steppe_projection_init_elsewhere (&other->projection, position->longitude, position->latitude);
  g_ptr_array_add (self->others, other);
}

static void
add_region (SteppeMapInset *self)
{
  Other *other = g_new0 (Other, 1);

  other->caption = g_strdup (_ ("Back to the Region"));
  other->label = g_strdup (other->caption);
  steppe_projection_init_region (&other->projection);
  g_ptr_array_add (self->others, other);
}

static void
add_places (SteppeMapInset *self,
            const SteppeMapScene *scene,
            gboolean is_region)
{
  GPtrArray *groups = steppe_map_scene_get_elsewhere (scene);

  for (guint i = 0; i < groups->len; i++)
    {
      const SteppeMapGroup *group = g_ptr_array_index (groups, i);
      SteppePosition position;
      SteppeLonLat place;

      if (!steppe_place_get_center (group->place, &position))
        continue;
      place = (SteppeLonLat) { position.longitude, position.latitude };
      g_array_append_val (self->places, place);
      if (is_region)
        add_other (self, scene, group, &position);
    }
}

/**
 * steppe_map_inset_set_scene:
 * @self: an inset
 * @scene: (nullable): what there is to show on the map that the view shows
 *
 * Takes what is not on that map.
 */
void
steppe_map_inset_set_scene (SteppeMapInset *self,
                            const SteppeMapScene *scene)
{
  g_autofree char *place = NULL;
  gboolean is_region;

  g_return_if_fail (STEPPE_IS_MAP_INSET (self));

  if (self->others->len > 0)
    place = g_strdup (((const Other *) g_ptr_array_index (self->others, self->shown))->place);
  g_ptr_array_set_size (self->others, 0);
  g_array_set_size (self->places, 0);
  self->shown = 0;
  if (scene != NULL)
    {
      is_region = steppe_map_scene_get_projection (scene)->kind == STEPPE_PROJECTION_REGION;
      add_places (self, scene, is_region);
      if (!is_region)
        add_region (self);
    }
  for (guint i = 0; i < self->others->len; i++)
    if (g_strcmp0 (((const Other *) g_ptr_array_index (self->others, i))->place, place) == 0)
      self->shown = i;
  show_other (self);
}

/**
 * steppe_map_inset_paint:
 * @self: an inset
 * @basemap: the base map
 * @style: how it looks from now on
 * @look: how
 *
 * Paints the picture anew, in a thread.
 */
void
steppe_map_inset_paint (SteppeMapInset *self,
                        SteppeBasemap *basemap,
                        SteppeMapStyle *style,
                        const SteppeMapLook *look)
{
  g_return_if_fail (STEPPE_IS_MAP_INSET (self));

  g_set_object (&self->basemap, basemap);
  steppe_map_style_ref (style);
  g_clear_pointer (&self->style, steppe_map_style_unref);
  self->style = style;
  self->dot = steppe_map_rgba (&look->accent);
  self->edge = steppe_map_rgba (&look->ground);
  self->em = look->em;
  self->device_scale = look->device_scale;
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->picture), ceil (WIDTH * look->em));
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->picture), ceil (HEIGHT * look->em));
  begin_painting (self);
}
