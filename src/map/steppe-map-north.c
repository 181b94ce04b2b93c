/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "map/steppe-map-north.h"

#include "map/steppe-map-rgba.h"
#include "paint/steppe-map-scale.h"

#include <glib/gi18n.h>
#include <math.h>

/* In em, the size of the font. */
#define SIZE 1.9

/**
 * SteppeMapNorth:
 *
 * A needle that points north where that is not up: on the map of the region meridians converge. It is not there where it
 * would say nothing.
 */
struct _SteppeMapNorth
{
  GtkWidget parent_instance;

  double angle; /* degrees clockwise from up */
  double em;
  GdkRGBA ink;
  GdkRGBA ground;
};

G_DEFINE_FINAL_TYPE (SteppeMapNorth, steppe_map_north, GTK_TYPE_WIDGET)

static void
steppe_map_north_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural = (int) ceil (SIZE * STEPPE_MAP_NORTH (widget)->em);
}

static void
append_half (GtkSnapshot *snapshot,
             double width,
             double length,
             const GdkRGBA *color,
             const GdkRGBA *edge)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  GskStroke *stroke = gsk_stroke_new (1);

  gsk_path_builder_move_to (builder, (float) -width, 0);
  gsk_path_builder_line_to (builder, 0, (float) length);
  gsk_path_builder_line_to (builder, (float) width, 0);
  gsk_path_builder_close (builder);
  path = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, color);
  gtk_snapshot_append_stroke (snapshot, path, stroke, edge);
  gsk_stroke_free (stroke);
}

static void
steppe_map_north_snapshot (GtkWidget *widget,
                           GtkSnapshot *snapshot)
{
  SteppeMapNorth *self = STEPPE_MAP_NORTH (widget);
  float size = MIN (gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  GskRoundedRect card;

  gsk_rounded_rect_init_from_rect (&card, &GRAPHENE_RECT_INIT (0, 0, size, size), size / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &card);
  gtk_snapshot_append_color (snapshot, &self->ground, &card.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (size / 2, size / 2));
  gtk_snapshot_rotate (snapshot, (float) self->angle);
  append_half (snapshot, STEPPE_MAP_NEEDLE_WIDTH * self->em, -STEPPE_MAP_NEEDLE_LENGTH * self->em, &self->ink, &self->ink);
  append_half (snapshot, STEPPE_MAP_NEEDLE_WIDTH * self->em, STEPPE_MAP_NEEDLE_LENGTH * self->em, &self->ground, &self->ink);
}

static void
steppe_map_north_class_init (SteppeMapNorthClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = steppe_map_north_measure;
  widget_class->snapshot = steppe_map_north_snapshot;
  gtk_widget_class_set_css_name (widget_class, "northarrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
steppe_map_north_init (SteppeMapNorth *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * steppe_map_north_new:
 *
 * Returns: (transfer floating): an arrow that is not shown
 */
GtkWidget *
steppe_map_north_new (void)
{
  return g_object_new (STEPPE_TYPE_MAP_NORTH, NULL);
}

/**
 * steppe_map_north_set_camera:
 * @self: an arrow
 * @projection: what the map stands in
 * @camera: what the map shows
 * @look: how
 *
 * Points north at the middle of the view; goes where north is up.
 */
void
steppe_map_north_set_camera (SteppeMapNorth *self,
                             const SteppeProjection *projection,
                             const SteppeCamera *camera,
                             const SteppeMapLook *look)
{
  gboolean shown = steppe_map_north_measure_angle (projection, camera, &self->angle);

  g_return_if_fail (STEPPE_IS_MAP_NORTH (self));

  self->ink = steppe_map_rgba (&look->ink);
  self->ground = steppe_map_rgba (&look->ground);
  self->ground.alpha *= 0.85f;
  if (self->em != look->em)
    {
      self->em = look->em;
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  if (shown)
    {
      int degrees = (int) round (fabs (self->angle));
      g_autofree char *words = g_strdup_printf (self->angle < 0 ? _ ("North is %d° left of up") : _ ("North is %d° right of up"), degrees);

      gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
}
