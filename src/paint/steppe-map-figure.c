/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-map-figure-private.h"

#include "model/steppe-chronology.h"
#include "paint/steppe-map-halos.h"
#include "paint/steppe-map-journeys.h"
#include "paint/steppe-map-marker-paint.h"
#include "paint/steppe-map-scale.h"
#include "paint/steppe-sign-private.h"

#include <math.h>

/* A figure is laid out as the screen is with a font of this size, in pixels. */
#define SCREEN_EM (11.0 * 96 / 72)
/* What one town is shown with, in metres from one side to the other. */
#define LEAST_EXTENT 3.0e5
/* In em, the size of the font. */
#define MARGIN 2.6
#define SCALE_MARGIN 0.8
#define SCALE_HEIGHT 2.6
#define SCALE_WIDTH 12.5
#define SMALL_SIZE 0.76
#define TICK 0.5
#define NORTH_SIZE 1.9
#define FRAME 0.06
/* How many relations the legend on the map names, and how much room it takes: of the width of the map, and for each in em. */
#define MAX_ROWS 10
#define LEGEND_WIDTH 0.4
#define ROW_HEIGHT 2.6

/* The blue of links on paper. */
static const SteppeColor accent = { 0.11, 0.44, 0.85, 1 };

/* Making it. */

static gboolean
set_look (SteppeMapFigure *self,
          SteppeScheme scheme,
          const PangoFontDescription *font,
          double em,
          GError **error)
{
  g_autoptr (SteppeMapPalette) palette = steppe_map_palette_new_from_resource (scheme, error);
  SteppeMapLook *look = &self->look;

  if (palette == NULL)
    return FALSE;
  self->style = steppe_map_style_new (palette, NULL);
  self->font = pango_font_description_copy (font);
  look->scheme = scheme;
  look->palette = steppe_map_style_get_palette (self->style);
  look->accent = steppe_color_in_scheme (accent, scheme);
  look->ground = *steppe_map_palette_get_color (look->palette, STEPPE_MAP_COLOR_HALO);
  look->ground.alpha = 1;
  look->ink = *steppe_map_palette_get_color (look->palette, STEPPE_MAP_COLOR_CITY_NAME);
  look->font = self->font;
  look->em = em;
  look->device_scale = 1;
  look->serial = 1;
  return TRUE;
}

/* A context with the fonts of another. Letters are where they belong whatever the device is. */
static PangoContext *
create_context (PangoContext *context)
{
  PangoContext *own = pango_font_map_create_context (pango_context_get_font_map (context));
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (own, options);
  cairo_font_options_destroy (options);
  pango_context_set_language (own, pango_context_get_language (context));
  pango_context_set_round_glyph_positions (own, FALSE);
  return own;
}

static SteppeMapFigure *
create_figure (SteppeBasemap *basemap,
               SteppeFocus *focus,
               PangoContext *context)
{
  SteppeMapFigure *self = g_new0 (SteppeMapFigure, 1);

  self->basemap = g_object_ref (basemap);
  self->focus = g_object_ref (focus);
  self->context = create_context (context);
  self->unit = 1;
  self->history = steppe_map_history_new ();
  self->relations = steppe_map_relations_new ();
  self->markers = steppe_map_markers_new ();
  self->labels = steppe_map_labels_new (basemap, self->context);
  self->dots = g_array_new (FALSE, FALSE, sizeof (SteppeMapAnchor));
  self->legend = g_array_new (FALSE, FALSE, sizeof (SteppeMapLegendEntry));
  return self;
}

/**
 * steppe_map_figure_free:
 * @self: (transfer full): a figure
 */
void
steppe_map_figure_free (SteppeMapFigure *self)
{
  g_array_unref (self->legend);
  g_array_unref (self->dots);
  steppe_map_labels_free (self->labels);
  g_clear_pointer (&self->pins, steppe_map_pins_free);
  steppe_map_markers_free (self->markers);
  steppe_map_relations_free (self->relations);
  steppe_map_history_free (self->history);
  if (self->owns_scene)
    g_clear_pointer (&self->scene, steppe_map_scene_free);
  g_clear_object (&self->subject);
  g_clear_pointer (&self->style, steppe_map_style_unref);
  g_clear_pointer (&self->font, pango_font_description_free);
  g_object_unref (self->context);
  g_object_unref (self->focus);
  g_object_unref (self->basemap);
  g_free (self);
}

static void
fill_legend (SteppeMapFigure *self)
{
  GPtrArray *arcs = steppe_map_relations_get_arcs (self->relations);

  for (guint i = 0; i < arcs->len; i++)
    {
      const SteppeMapTrack *arc = g_ptr_array_index (arcs, i);
      SteppeMapLegendEntry entry = { arc->item, steppe_map_relations_get_color (self->relations, arc->item, &self->look), arc->sure };

      g_array_append_val (self->legend, entry);
    }
}

/* The layout. */

static GArray *
list_anchors (SteppeMapFigure *self)
{
  GArray *anchors = g_array_new (FALSE, FALSE, sizeof (SteppeMapAnchor));
  guint n_marks;

  if (self->pins != NULL)
    steppe_map_pins_add_anchors (self->pins, anchors);
  else
    steppe_map_markers_add_anchors (self->markers, self->scene, anchors);
  n_marks = anchors->len;
  for (guint i = 0; i < self->dots->len; i++)
    {
      SteppeMapAnchor dot = g_array_index (self->dots, SteppeMapAnchor, i);
      gboolean covered = FALSE;

      for (guint k = 0; k < n_marks && !covered; k++)
        {
          const SteppeMapAnchor *mark = &g_array_index (anchors, SteppeMapAnchor, k);

          covered = fabs (mark->x - dot.x) < mark->half_width && fabs (mark->y - dot.y) < mark->half_height;
        }
      if (!covered)
        g_array_append_val (anchors, dot);
    }
  return anchors;
}

static gboolean
overlap (const cairo_rectangle_t *area,
         const SteppeMapAnchor *anchor)
{
  return anchor->x + anchor->half_width > area->x && anchor->x - anchor->half_width < area->x + area->width &&
         anchor->y + anchor->half_height > area->y && anchor->y - anchor->half_height < area->y + area->height;
}

/* Puts the scale into the corner where the fewest marks are: the lower left one, if there is no better. */
static void
place_scale (SteppeMapFigure *self,
             GArray *anchors)
{
  double em = self->look.em, width = SCALE_WIDTH * em, height = SCALE_HEIGHT * em;
  double right = self->camera.width - width, bottom = self->camera.height - height;
  const cairo_rectangle_t corners[] = {
    { 0, bottom, width, height },
    { right, bottom, width, height },
    { 0, 0, width, height },
    { right, 0, width, height },
  };
  guint n_corners = self->framed ? G_N_ELEMENTS (corners) : 1, least = G_MAXUINT;

  for (guint i = 0; i < n_corners; i++)
    {
      guint n = 0;

      for (guint k = 0; k < anchors->len; k++)
        n += overlap (&corners[i], &g_array_index (anchors, SteppeMapAnchor, k));
      if (n < least)
        {
          least = n;
          self->scale_area = corners[i];
        }
    }
}

/* What is in the region need not be in the figure: home leaves out what is far from the middle of the story. */
static void
count_outside (SteppeMapFigure *self)
{
  guint n_spots;
  const SteppeMapSpot *spots = steppe_map_scene_get_spots (self->scene, &n_spots);
  SteppeBox box;

  steppe_camera_get_box (&self->camera, &box);
  for (guint i = 0; i < n_spots; i++)
    self->n_outside += !steppe_box_contains (&box, spots[i].x, spots[i].y);
}

/* Works out where everything is; the camera is known by now. */
static void
lay_out (SteppeMapFigure *self,
         GPtrArray *numbered)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) covered = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  g_autoptr (GArray) anchors = NULL;

  steppe_map_history_update (self->history, self->focus, steppe_map_scene_get_projection (self->scene));
  fill_legend (self);
  if (numbered != NULL)
    self->pins = steppe_map_pins_new (self->scene, numbered, self->subject, &self->camera, &self->look, self->context);
  else
    steppe_map_markers_layout (self->markers, self->scene, self->subject, none, &self->camera, &self->look);
  count_outside (self);
  _steppe_map_figure_project_dots (self);
  anchors = list_anchors (self);
  place_scale (self, anchors);
  g_array_append_val (covered, self->scale_area);
  if (self->legend_area.width > 0)
    g_array_append_val (covered, self->legend_area);
  steppe_map_labels_layout (self->labels, self->scene, self->history, anchors, covered, &self->camera, &self->look);
}

static void
extend_by_tracks (SteppeBox *box,
                  GPtrArray *tracks)
{
  for (guint i = 0; i < tracks->len; i++)
    {
      const SteppeMapTrack *track = g_ptr_array_index (tracks, i);

      if (steppe_box_is_empty (&track->box))
        continue;
      steppe_box_extend (box, track->box.x_min, track->box.y_min);
      steppe_box_extend (box, track->box.x_max, track->box.y_max);
    }
}

static void
extend_by_groups (SteppeBox *box,
                  GPtrArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const SteppeMapGroup *group = g_ptr_array_index (groups, i);
      double reach = MIN (steppe_place_get_precision_m (group->place), LEAST_EXTENT);

      steppe_box_extend (box, group->x - reach, group->y - reach);
      steppe_box_extend (box, group->x + reach, group->y + reach);
    }
}

static void
widen (double *least,
       double *most)
{
  double missing = LEAST_EXTENT - (*most - *least);

  if (missing > 0)
    {
      *least -= missing / 2;
      *most += missing / 2;
    }
}

/* What is to be seen: all of the dossier as on the screen at first, or what was asked for with its surroundings. */
static void
find_box (const SteppeMapFigure *self,
          const SteppeMapFigureOptions *options,
          SteppeBox *box)
{
  *box = STEPPE_BOX_EMPTY;
  if (options->events == NULL)
    steppe_map_scene_get_home (self->scene, box);
  else
    extend_by_groups (box, steppe_map_scene_get_groups (self->scene));
  if (options->items != NULL)
    extend_by_tracks (box, steppe_map_scene_get_tracks (self->scene));
  extend_by_tracks (box, steppe_map_relations_get_arcs (self->relations));
  for (guint i = 0; i < self->dots->len; i++)
    {
      const SteppePoint *point = &g_array_index (self->dots, SteppeMapAnchor, i).point;

      steppe_box_extend (box, point->x, point->y);
    }
  if (steppe_box_is_empty (box))
    *box = STEPPE_BOX_REGION;
  widen (&box->x_min, &box->x_max);
  widen (&box->y_min, &box->y_max);
}

/* The items whose lines are drawn; NULL for all. */
static GPtrArray *
list_lines (const SteppeMapFigureOptions *options)
{
  GPtrArray *lines;

  if (options->items == NULL)
    return NULL;
  lines = g_ptr_array_copy (options->items, NULL, NULL);
  if (options->subject != NULL)
    g_ptr_array_add (lines, options->subject);
  return lines;
}

static void
take_relations (SteppeMapFigure *self,
                const SteppeMapFigureOptions *options)
{
  g_autoptr (GPtrArray) relations = g_ptr_array_new ();

  for (guint i = 0; options->items != NULL && i < options->items->len; i++)
    if (STEPPE_IS_RELATION (g_ptr_array_index (options->items, i)))
      g_ptr_array_add (relations, g_ptr_array_index (options->items, i));
  if (STEPPE_IS_RELATION (options->subject) && !g_ptr_array_find (relations, options->subject, NULL))
    g_ptr_array_add (relations, options->subject);
  steppe_map_relations_take (self->relations, self->scene, relations);
}

/**
 * steppe_map_figure_new:
 * @options: what it is to show
 * @context: the Pango context of what it is drawn on
 * @error: return location for an error
 *
 * Lays out a map of the region for paper. What is marked and drawn is in it, with a margin; the places of events that are not in
 * the region are not.
 *
 * Returns: (transfer full) (nullable): the figure; %NULL where the colours cannot be read
 */
SteppeMapFigure *
steppe_map_figure_new (const SteppeMapFigureOptions *options,
                       PangoContext *context,
                       GError **error)
{
  g_autoptr (SteppeFocus) focus = steppe_focus_new ();
  g_autoptr (SteppeMapFigure) self = create_figure (options->basemap, focus, context);
  g_autoptr (GPtrArray) lines = list_lines (options);
  g_autoptr (GPtrArray) numbered = NULL;
  SteppeProjection region;
  SteppeBox box;

  g_return_val_if_fail (options->width > 0 && options->height > 0 && options->em > 0, NULL);

  if (!set_look (self, options->scheme, options->font, SCREEN_EM, error))
    return NULL;
  steppe_focus_set_dossier (focus, options->dossier);
  steppe_focus_set_selected (focus, options->subject);
  g_set_object (&self->subject, options->subject);
  self->emphasis.selected = options->subject;
  self->framed = TRUE;
  self->unit = options->em / SCREEN_EM;
  steppe_projection_init_region (&region);
  self->scene = steppe_map_scene_new_chosen (options->dossier, &region, options->events, lines);
  self->owns_scene = TRUE;
  take_relations (self, options);
  _steppe_map_figure_find_dots (self, options->items);

  find_box (self, options, &box);
  self->camera = (SteppeCamera) { .width = options->width / self->unit, .height = options->height / self->unit, .kind = region.kind };
  steppe_camera_fit (&self->camera, &box, MARGIN * self->look.em);
  if (options->numbered)
    numbered = options->events != NULL ? g_ptr_array_ref (options->events) : steppe_chronology_new (options->dossier);
  lay_out (self, numbered);
  return g_steal_pointer (&self);
}

/**
 * steppe_map_figure_new_for_view:
 * @view: what the map on the screen shows
 * @context: the Pango context of what it is drawn on
 * @error: return location for an error
 *
 * Lays out the map as it is on the screen. The room of its legend stays clear of names; the caller draws that.
 *
 * Returns: (transfer full) (nullable): the figure; %NULL where the colours cannot be read
 */
SteppeMapFigure *
steppe_map_figure_new_for_view (const SteppeMapFigureView *view,
                                PangoContext *context,
                                GError **error)
{
  g_autoptr (SteppeMapFigure) self = create_figure (view->basemap, view->focus, context);
  guint n_rows;

  if (!set_look (self, view->scheme, view->font, view->em, error))
    return NULL;
  g_set_object (&self->subject, steppe_focus_get_selected (view->focus));
  self->emphasis.selected = self->subject;
  self->scene = view->scene;
  self->camera = view->camera;
  steppe_map_relations_update (self->relations, self->scene, self->subject);
  n_rows = MIN (steppe_map_relations_get_arcs (self->relations)->len, MAX_ROWS);
  if (n_rows > 0)
    self->legend_area = (cairo_rectangle_t) { self->camera.width * (1 - LEGEND_WIDTH), 0, self->camera.width * LEGEND_WIDTH,
                                              ROW_HEIGHT * n_rows * view->em };
  lay_out (self, NULL);
  return g_steal_pointer (&self);
}

/* Drawing it. */

static void
draw_base (SteppeMapFigure *self,
           cairo_t *cr)
{
  SteppeBox box;

  steppe_camera_get_box (&self->camera, &box);
  steppe_map_painter_paint (self->basemap, self->style, steppe_map_scene_get_projection (self->scene), cr, &box,
                            1000.0 / self->camera.scale);
}

static void
draw_halos (SteppeMapFigure *self,
            cairo_t *cr)
{
  guint n_markers;
  const SteppeMapMarker *markers = steppe_map_markers_get (self->markers, &n_markers);
  SteppeMapHalo halo;

  if (self->pins != NULL)
    steppe_map_pins_draw_halos (self->pins, cr, self->scene, &self->camera, &self->look);
  for (guint i = 0; i < n_markers; i++)
    if (steppe_map_halo_measure (&markers[i], self->scene, &self->camera, &self->look, &halo))
      steppe_map_halo_draw (&halo, cr);
}

static void
draw_plate (SteppeMapFigure *self,
            cairo_t *cr,
            double x,
            double y,
            double width,
            double height)
{
  cairo_new_path (cr);
  cairo_rectangle (cr, x, y, width, height);
  _steppe_sign_set_color (cr, &self->look.ground, 0.85);
  cairo_fill (cr);
}

static void
draw_scale_words (SteppeMapFigure *self,
                  cairo_t *cr,
                  const char *text,
                  double x,
                  double y)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_copy (self->font);
  int height;

  pango_font_description_set_absolute_size (font, SMALL_SIZE * self->look.em * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_size (layout, NULL, &height);
  cairo_move_to (cr, x, y - height / 2.0 / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
}

/* The scale in its corner, and north beside it where that is not up. */
static void
draw_scale (SteppeMapFigure *self,
            cairo_t *cr)
{
  const SteppeProjection *projection = steppe_map_scene_get_projection (self->scene);
  double em = self->look.em, length, angle;
  g_autofree char *text = steppe_map_scale_measure (projection, &self->camera, em, &length);
  gboolean has_north = steppe_map_north_measure_angle (projection, &self->camera, &angle);
  double room = length + (has_north ? NORTH_SIZE * em : 0);
  double x = self->scale_area.x > 0 ? self->camera.width - SCALE_MARGIN * em - room : SCALE_MARGIN * em;
  double y = self->scale_area.y + self->scale_area.height - SCALE_MARGIN * em;

  if (text == NULL)
    return;
  draw_plate (self, cr, x - 0.4 * em, y - 1.6 * em, room + 0.8 * em, 2 * em);
  _steppe_sign_set_color (cr, &self->look.ink, 1);
  draw_scale_words (self, cr, text, x, y - 0.95 * em);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, x, y - TICK * em);
  cairo_line_to (cr, x, y);
  cairo_line_to (cr, x + length, y);
  cairo_line_to (cr, x + length, y - TICK * em);
  cairo_stroke (cr);
  if (has_north)
    steppe_map_north_paint_needle (cr, x + length + NORTH_SIZE / 2 * em + 0.2 * em, y - 0.6 * em, angle, em, &self->look.ink, &self->look.ground);
}

static void
draw_frame (SteppeMapFigure *self,
            cairo_t *cr)
{
  double width = FRAME * self->look.em;

  cairo_rectangle (cr, width / 2, width / 2, self->camera.width - width, self->camera.height - width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_set_line_width (cr, width);
  _steppe_sign_set_color (cr, steppe_map_palette_get_color (self->look.palette, STEPPE_MAP_COLOR_COUNTRY_NAME), 1);
  cairo_stroke (cr);
}

static void
draw_all (SteppeMapFigure *self,
          cairo_t *cr)
{
  const SteppeCamera *camera = &self->camera;
  const SteppeMapLook *look = &self->look;

  draw_base (self, cr);
  steppe_map_history_draw (self->history, cr, camera, look);
  steppe_map_journeys_draw (steppe_map_scene_get_tracks (self->scene), cr, &self->emphasis, camera, look);
  steppe_map_relations_draw (self->relations, cr, &self->emphasis, camera, look);
  draw_halos (self, cr);
  _steppe_map_figure_draw_dots (self, cr);
  steppe_map_labels_draw (self->labels, cr, camera, look);
  if (self->pins != NULL)
    steppe_map_pins_draw (self->pins, cr, look);
  else
    steppe_map_markers_draw (self->markers, cr, self->scene, camera, look);
  draw_scale (self, cr);
  if (self->framed)
    draw_frame (self, cr);
}

/**
 * steppe_map_figure_draw:
 * @self: a figure
 * @cr: where to draw
 * @x: its left edge, user units
 * @y: its upper edge, user units
 *
 * Draws the map and all that is on it as lines, areas and text, so that it is sharp at any size.
 */
void
steppe_map_figure_draw (SteppeMapFigure *self,
                        cairo_t *cr,
                        double x,
                        double y)
{
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, self->unit, self->unit);
  cairo_rectangle (cr, 0, 0, self->camera.width, self->camera.height);
  cairo_clip (cr);
  draw_all (self, cr);
  cairo_restore (cr);
}

/**
 * steppe_map_figure_draw_sample:
 * @self: a figure
 * @index: the number of an entry of its legend, from 0
 * @cr: where to draw
 * @x: where the sample begins, user units
 * @y: its middle, user units
 * @length: user units
 *
 * Draws a piece of a line as it is on the map, for a legend.
 */
void
steppe_map_figure_draw_sample (SteppeMapFigure *self,
                               guint index,
                               cairo_t *cr,
                               double x,
                               double y,
                               double length)
{
  GPtrArray *arcs = steppe_map_relations_get_arcs (self->relations);
  const SteppeMapEmphasis none = { NULL };
  SteppeMapTrackStyle style;

  g_return_if_fail (index < arcs->len);

  steppe_map_relations_get_style (self->relations, g_ptr_array_index (arcs, index), &none, &self->look, &style);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, self->unit, self->unit);
  steppe_map_track_style_draw_sample (&style, cr, 0, 0, length / self->unit);
  cairo_restore (cr);
}

/* What is known of it. */

/**
 * steppe_map_figure_is_empty:
 * @self: a figure
 *
 * Returns: whether nothing of what it is to show has a place on the map
 */
gboolean
steppe_map_figure_is_empty (const SteppeMapFigure *self)
{
  guint n_spots;

  steppe_map_scene_get_spots (self->scene, &n_spots);
  return n_spots == 0 && self->dots->len == 0 && self->legend->len == 0 && steppe_map_scene_get_tracks (self->scene)->len == 0;
}

/**
 * steppe_map_figure_get_elsewhere:
 * @self: a figure
 *
 * Returns: how many of its events have a place that is not on it: in another part of the world, or far from the others
 */
guint
steppe_map_figure_get_elsewhere (const SteppeMapFigure *self)
{
  GPtrArray *groups = steppe_map_scene_get_elsewhere (self->scene);
  guint n = self->n_outside;

  for (guint i = 0; i < groups->len; i++)
    n += ((const SteppeMapGroup *) g_ptr_array_index (groups, i))->events->len;
  return n;
}

/**
 * steppe_map_figure_get_legend:
 * @self: a figure
 *
 * Returns: (transfer none) (element-type SteppeMapLegendEntry): the relations that are drawn on it
 */
GArray *
steppe_map_figure_get_legend (const SteppeMapFigure *self)
{
  return self->legend;
}

/**
 * steppe_map_figure_get_legend_area:
 * @self: a figure
 * @area: (out): in user units from its upper left corner
 *
 * Returns: whether room for a legend is kept on the map itself
 */
gboolean
steppe_map_figure_get_legend_area (const SteppeMapFigure *self,
                                   cairo_rectangle_t *area)
{
  *area = self->legend_area;
  return self->legend_area.width > 0;
}
