/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "map/steppe-map-figure.h"

#include "map/steppe-map-halos.h"
#include "map/steppe-map-history.h"
#include "map/steppe-map-journeys.h"
#include "map/steppe-map-labels.h"
#include "map/steppe-map-north.h"
#include "map/steppe-map-relations.h"
#include "map/steppe-map-scale-bar.h"
#include "model/steppe-item-words.h"
#include "paint/steppe-map-painter.h"

#include <math.h>

/* In em, the size of the font. */
#define FOOTER 2.6
#define MARGIN 0.8
#define LINE_HEIGHT 1.35
#define TITLE_SIZE 1.0
#define SMALL_SIZE 0.76
#define TICK 0.5
#define NORTH_SIZE 1.9
#define SWATCH 1.6
/* The legend names so many relations. */
#define MAX_ROWS 10
#define LEGEND_WIDTH 0.4 /* of the map */

/* The blue of links on paper. */
static const GdkRGBA accent = { 0.11f, 0.44f, 0.85f, 1 };

/* What a figure is drawn with. */
typedef struct
{
  const SteppeMapFigure *figure;
  cairo_t *cr;
  SteppeMapStyle *style;
  SteppeMapLook look;
  PangoContext *context;
  SteppeItem *selected;
  SteppeMapMarkers *markers;
  SteppeMapLabels *labels;
  SteppeMapHistory *history;
  SteppeMapJourneys *journeys;
  SteppeMapRelations *relations;
} Drawing;

static gboolean
drawing_init (Drawing *self,
              const SteppeMapFigure *figure,
              cairo_t *cr,
              GError **error)
{
  g_autoptr (SteppeMapPalette) palette = steppe_map_palette_new_from_resource (figure->scheme, error);
  const SteppeColor *ground, *ink;

  if (palette == NULL)
    return FALSE;
  *self = (Drawing) { figure, cr, steppe_map_style_new (palette, NULL) };
  self->look.scheme = figure->scheme;
  self->look.palette = steppe_map_style_get_palette (self->style);
  ground = steppe_map_palette_get_color (self->look.palette, STEPPE_MAP_COLOR_HALO);
  ink = steppe_map_palette_get_color (self->look.palette, STEPPE_MAP_COLOR_CITY_NAME);
  self->look.accent = accent;
  self->look.ground = (GdkRGBA) { (float) ground->red, (float) ground->green, (float) ground->blue, 1 };
  self->look.ink = (GdkRGBA) { (float) ink->red, (float) ink->green, (float) ink->blue, 1 };
  self->look.font = figure->font;
  self->look.em = figure->em;
  self->look.device_scale = 1;
  self->look.serial = 1;
  self->context = pango_cairo_create_context (cr);
  self->selected = steppe_focus_get_selected (figure->focus);
  self->markers = steppe_map_markers_new ();
  self->labels = steppe_map_labels_new (figure->basemap, self->context);
  self->history = steppe_map_history_new ();
  self->journeys = steppe_map_journeys_new ();
  self->relations = steppe_map_relations_new ();
  return TRUE;
}

static void
drawing_clear (Drawing *self)
{
  steppe_map_relations_free (self->relations);
  steppe_map_journeys_free (self->journeys);
  steppe_map_history_free (self->history);
  steppe_map_labels_free (self->labels);
  steppe_map_markers_free (self->markers);
  g_object_unref (self->context);
  steppe_map_style_unref (self->style);
}

/* Draws what was drawn for the screen; it is lines and areas. */
static void
draw_snapshot (Drawing *self,
               GtkSnapshot *snapshot)
{
  GskRenderNode *node = gtk_snapshot_free_to_node (snapshot);

  if (node == NULL)
    return;
  cairo_save (self->cr);
  gsk_render_node_draw (node, self->cr);
  cairo_restore (self->cr);
  gsk_render_node_unref (node);
}

static PangoLayout *
create_layout (Drawing *self,
               const char *text,
               double size,
               PangoWeight weight)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_copy (self->look.font);

  pango_font_description_set_absolute_size (font, size * self->look.em * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  return layout;
}

/* Draws text with the middle of its height at @y. */
static void
draw_layout (Drawing *self,
             PangoLayout *layout,
             double x,
             double y)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  gdk_cairo_set_source_rgba (self->cr, &self->look.ink);
  cairo_move_to (self->cr, x, y - height / 2.0);
  pango_cairo_show_layout (self->cr, layout);
}

static void
draw_plate (Drawing *self,
            double x,
            double y,
            double width,
            double height)
{
  GdkRGBA ground = self->look.ground;

  ground.alpha = 0.85f;
  gdk_cairo_set_source_rgba (self->cr, &ground);
  cairo_rectangle (self->cr, x, y, width, height);
  cairo_fill (self->cr);
}

/* What the scale and the legend are going to cover, about: names are to stay clear of it. */
static void
add_covered (Drawing *self,
             GArray *areas)
{
  double em = self->look.em, width = self->figure->camera.width;
  guint n_rows = MIN (steppe_map_relations_get_arcs (self->relations)->len, MAX_ROWS);
  graphene_rect_t scale = GRAPHENE_RECT_INIT (0, (float) (self->figure->camera.height - 3 * em), (float) (13 * em), (float) (3 * em));
  graphene_rect_t legend = GRAPHENE_RECT_INIT ((float) (width * (1 - LEGEND_WIDTH)), 0, (float) (width * LEGEND_WIDTH),
                                               (float) (2.6 * em * n_rows));

  g_array_append_val (areas, scale);
  g_array_append_val (areas, legend);
}

static void
draw_map (Drawing *self)
{
  const SteppeMapFigure *figure = self->figure;
  const SteppeCamera *camera = &figure->camera;
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) covered = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  SteppeBox box;

  steppe_camera_get_box (camera, &box);
  steppe_map_painter_paint (figure->basemap, self->style, steppe_map_scene_get_projection (figure->scene), self->cr, &box,
                            1000.0 / camera->scale);
  steppe_map_history_update (self->history, figure->focus, steppe_map_scene_get_projection (figure->scene));
  steppe_map_relations_update (self->relations, figure->scene, self->selected);
  steppe_map_markers_layout (self->markers, figure->scene, self->selected, none, camera, &self->look);
  add_covered (self, covered);
  steppe_map_labels_layout (self->labels, figure->scene, self->history, self->markers, covered, camera, &self->look);
  steppe_map_history_snapshot (self->history, snapshot, camera, &self->look);
  steppe_map_journeys_snapshot (self->journeys, snapshot, figure->scene, self->selected, NULL, NULL, TRUE, camera, &self->look);
  steppe_map_relations_snapshot (self->relations, snapshot, self->selected, NULL, camera, &self->look);
  steppe_map_halos_snapshot (self->markers, snapshot, figure->scene, camera, &self->look);
  draw_snapshot (self, snapshot);
  steppe_map_labels_draw (self->labels, self->cr, camera, &self->look);
  steppe_map_markers_draw (self->markers, self->cr, figure->scene, camera, &self->look);
}

/* The scale in the lower left corner, and north beside it where that is not up. */
static void
draw_scale (Drawing *self)
{
  const SteppeCamera *camera = &self->figure->camera;
  const SteppeProjection *projection = steppe_map_scene_get_projection (self->figure->scene);
  double em = self->look.em, x = MARGIN * em, y = camera->height - MARGIN * em, length, angle;
  g_autofree char *text = steppe_map_scale_measure (projection, camera, em, &length);
  g_autoptr (PangoLayout) layout = text != NULL ? create_layout (self, text, SMALL_SIZE, PANGO_WEIGHT_NORMAL) : NULL;

  if (layout == NULL)
    return;
  draw_plate (self, x - 0.4 * em, y - 1.6 * em, length + 0.8 * em, 2 * em);
  draw_layout (self, layout, x, y - 0.95 * em);
  gdk_cairo_set_source_rgba (self->cr, &self->look.ink);
  cairo_set_line_width (self->cr, 1);
  cairo_move_to (self->cr, x, y - TICK * em);
  cairo_line_to (self->cr, x, y);
  cairo_line_to (self->cr, x + length, y);
  cairo_line_to (self->cr, x + length, y - TICK * em);
  cairo_stroke (self->cr);
  if (steppe_map_north_measure_angle (projection, camera, &angle))
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();

      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (x + length + NORTH_SIZE * em), (float) (y - 0.6 * em)));
      gtk_snapshot_rotate (snapshot, (float) angle);
      steppe_map_north_snapshot_needle (snapshot, em, &self->look.ink, &self->look.ground);
      draw_snapshot (self, snapshot);
    }
}

/* One relation of the legend. Returns how high it is. */
static double
draw_row (Drawing *self,
          const SteppeMapTrack *arc,
          double x,
          double y,
          double width)
{
  double em = self->look.em;
  g_autofree char *title = steppe_item_dup_title (arc->item, steppe_map_scene_get_dossier (self->figure->scene));
  g_autoptr (PangoLayout) layout = create_layout (self, title, SMALL_SIZE, PANGO_WEIGHT_NORMAL);
  GdkRGBA color = steppe_map_relations_get_color (self->relations, arc->item, &self->look);
  int height;

  pango_layout_set_width (layout, (int) ((width - (SWATCH + 1.2) * em) * PANGO_SCALE));
  pango_layout_get_pixel_size (layout, NULL, &height);
  draw_plate (self, x, y, width, height + 0.4 * em);
  cairo_save (self->cr);
  gdk_cairo_set_source_rgba (self->cr, &color);
  cairo_set_line_width (self->cr, 0.16 * em);
  if (!arc->sure)
    cairo_set_dash (self->cr, (double[]) { 0.4 * em, 0.3 * em }, 2, 0);
  cairo_move_to (self->cr, x + 0.4 * em, y + 0.8 * em);
  cairo_line_to (self->cr, x + (0.4 + SWATCH) * em, y + 0.8 * em);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
  draw_layout (self, layout, x + (SWATCH + 0.8) * em, y + 0.2 * em + height / 2.0);
  return height + 0.4 * em;
}

/* What the arcs are, in the upper right corner. */
static void
draw_legend (Drawing *self)
{
  GPtrArray *arcs = steppe_map_relations_get_arcs (self->relations);
  double width = self->figure->camera.width * LEGEND_WIDTH, y = MARGIN * self->look.em;

  for (guint i = 0; i < arcs->len && i < MAX_ROWS; i++)
    y += draw_row (self, g_ptr_array_index (arcs, i), self->figure->camera.width - width - MARGIN * self->look.em, y, width);
}

/* Below the map: of which dossier it is, and where the base map is from. */
static void
draw_footer (Drawing *self)
{
  SteppeDossier *dossier = steppe_map_scene_get_dossier (self->figure->scene);
  double em = self->look.em, y = self->figure->camera.height, width = self->figure->camera.width;
  g_autoptr (PangoLayout) title = create_layout (self, steppe_dossier_resolve (dossier, steppe_dossier_get_title (dossier)),
                                                 TITLE_SIZE, PANGO_WEIGHT_BOLD);
  g_autoptr (PangoLayout) attribution = create_layout (self, steppe_basemap_get_attribution (), SMALL_SIZE, PANGO_WEIGHT_NORMAL);

  gdk_cairo_set_source_rgba (self->cr, &self->look.ground);
  cairo_rectangle (self->cr, 0, y, width, FOOTER * em);
  cairo_fill (self->cr);
  pango_layout_set_width (title, (int) (width * PANGO_SCALE));
  pango_layout_set_ellipsize (title, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (attribution, (int) (width * PANGO_SCALE));
  pango_layout_set_ellipsize (attribution, PANGO_ELLIPSIZE_END);
  draw_layout (self, title, 0, y + 0.8 * em);
  draw_layout (self, attribution, 0, y + (0.8 + LINE_HEIGHT) * em);
}

/**
 * steppe_map_figure_get_height:
 * @self: a figure
 *
 * Returns: how high it is, in pixels: the map and what is written below; it is as wide as the map
 */
double
steppe_map_figure_get_height (const SteppeMapFigure *self)
{
  return self->camera.height + FOOTER * self->em;
}

/**
 * steppe_map_figure_draw:
 * @self: a figure
 * @cr: where to draw; the upper left corner comes to its origin
 * @error: return location for an error
 *
 * Draws the map and all that is on it as lines, areas and text, so that it is sharp at any size. What is selected stands out as
 * on the screen.
 *
 * Returns: whether the colours could be read
 */
gboolean
steppe_map_figure_draw (const SteppeMapFigure *self,
                        cairo_t *cr,
                        GError **error)
{
  Drawing drawing;

  if (!drawing_init (&drawing, self, cr, error))
    return FALSE;
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, self->camera.width, self->camera.height);
  cairo_clip (cr);
  draw_map (&drawing);
  draw_scale (&drawing);
  draw_legend (&drawing);
  cairo_restore (cr);
  draw_footer (&drawing);
  drawing_clear (&drawing);
  return TRUE;
}
