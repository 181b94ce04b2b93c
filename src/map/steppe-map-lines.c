/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/steppe-map-lines.h"

/* How the lines of journeys and relations are drawn. */

/* In em, the size of the font. */
#define ARROW 0.62

/**
 * steppe_map_line_stroke:
 * @snapshot: where to draw
 * @path: a path
 * @width: of the line, in pixels
 * @dash: length of its dashes, in pixels; dots where it is shorter than the line is wide
 * @gap: length of the gaps between them; 0 for a line without gaps
 * @color: its colour
 *
 * Draws a line.
 */
void
steppe_map_line_stroke (GtkSnapshot *snapshot,
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

/**
 * steppe_map_line_arrow:
 * @snapshot: where to draw
 * @path: a path
 * @look: how
 * @color: its colour
 *
 * Draws which way a line goes, at its middle; nothing where it is too short for that.
 */
void
steppe_map_line_arrow (GtkSnapshot *snapshot,
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
      steppe_map_line_stroke (snapshot, head, 0.2 * look->em, 0, 0, &look->ground);
      gtk_snapshot_append_fill (snapshot, head, GSK_FILL_RULE_WINDING, color);
      gtk_snapshot_restore (snapshot);
    }
  gsk_path_measure_unref (measure);
}
