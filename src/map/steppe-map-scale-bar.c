/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "map/steppe-map-scale-bar.h"

#include "map/steppe-map-rgba.h"
#include "paint/steppe-map-scale.h"

#include <glib/gi18n.h>
#include <math.h>

/* In em, the size of the font. */
#define PADDING 0.6
#define TICK 0.6
#define GAP 0.35
#define HEIGHT 1.5

/**
 * SteppeMapScaleBar:
 *
 * A bar of a round length, true from west to east at the middle of the map: the map is true in
 * area, and so not everywhere in length. It keeps its size whatever the scale, so that a zoom does
 * not lay out the window.
 */
struct _SteppeMapScaleBar
{
  GtkWidget parent_instance;

  char *text; /* NULL where there is no scale */
  double length; /* pixels */
  double em;
  GdkRGBA ink;
  GdkRGBA ground;
};

G_DEFINE_FINAL_TYPE (SteppeMapScaleBar, steppe_map_scale_bar, GTK_TYPE_WIDGET)

static void
steppe_map_scale_bar_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  SteppeMapScaleBar *self = STEPPE_MAP_SCALE_BAR (widget);

  *minimum = *natural = ceil (self->em * (orientation == GTK_ORIENTATION_HORIZONTAL ? STEPPE_MAP_SCALE_MAX_LENGTH + 2 * PADDING : HEIGHT));
}

static void
append_line (GtkSnapshot *snapshot,
             const GdkRGBA *color,
             double x,
             double y,
             double width,
             double height)
{
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (round (x), round (y), round (width), round (height)));
}

static void
steppe_map_scale_bar_snapshot (GtkWidget *widget,
                               GtkSnapshot *snapshot)
{
  SteppeMapScaleBar *self = STEPPE_MAP_SCALE_BAR (widget);
  g_autoptr (PangoLayout) layout = NULL;
  double width = self->length + 2 * PADDING * self->em, height = gtk_widget_get_height (widget);
  double left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? gtk_widget_get_width (widget) - width : 0;
  double tick = TICK * self->em, middle = height / 2, start = left + PADDING * self->em;
  GskRoundedRect card;
  int text_width, text_height;
  double stroke;

  if (self->text == NULL)
    return;
  gsk_rounded_rect_init_from_rect (&card, &GRAPHENE_RECT_INIT (left, 0, width, height), height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &card);
  gtk_snapshot_append_color (snapshot, &self->ground, &card.bounds);
  gtk_snapshot_pop (snapshot);

  layout = gtk_widget_create_pango_layout (widget, self->text);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  stroke = (self->length - text_width) / 2 - GAP * self->em;
  append_line (snapshot, &self->ink, start, middle - tick / 2, 1, tick);
  append_line (snapshot, &self->ink, start + self->length - 1, middle - tick / 2, 1, tick);
  if (stroke > 1)
    {
      append_line (snapshot, &self->ink, start, middle, stroke, 1);
      append_line (snapshot, &self->ink, start + self->length - stroke, middle, stroke, 1);
    }
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (round (left + (width - text_width) / 2), round (middle - text_height / 2.0)));
  gtk_snapshot_append_layout (snapshot, layout, &self->ink);
}

static void
steppe_map_scale_bar_finalize (GObject *object)
{
  g_free (STEPPE_MAP_SCALE_BAR (object)->text);

  G_OBJECT_CLASS (steppe_map_scale_bar_parent_class)->finalize (object);
}

static void
steppe_map_scale_bar_class_init (SteppeMapScaleBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = steppe_map_scale_bar_finalize;
  widget_class->measure = steppe_map_scale_bar_measure;
  widget_class->snapshot = steppe_map_scale_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "scalebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
steppe_map_scale_bar_init (SteppeMapScaleBar *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * steppe_map_scale_bar_new:
 *
 * Returns: (transfer floating): a scale bar with no length
 */
GtkWidget *
steppe_map_scale_bar_new (void)
{
  return g_object_new (STEPPE_TYPE_MAP_SCALE_BAR, NULL);
}

/**
 * steppe_map_scale_bar_set_camera:
 * @self: a scale bar
 * @projection: what the map stands in
 * @camera: what the map shows
 * @look: how
 */
void
steppe_map_scale_bar_set_camera (SteppeMapScaleBar *self,
                                 const SteppeProjection *projection,
                                 const SteppeCamera *camera,
                                 const SteppeMapLook *look)
{
  g_autofree char *text = NULL;

  g_return_if_fail (STEPPE_IS_MAP_SCALE_BAR (self));

  text = steppe_map_scale_measure (projection, camera, look->em, &self->length);
  self->ink = steppe_map_rgba (&look->ink);
  self->ground = steppe_map_rgba (&look->ground);
  self->ground.alpha *= 0.85f;
  if (self->em != look->em)
    {
      self->em = look->em;
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  if (g_set_str (&self->text, text))
    {
      g_autofree char *label = text != NULL ? g_strdup_printf (_ ("Scale: %s"), text) : g_strdup (_ ("Scale"));

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
