/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-map-labels.h"

#include "geo/steppe-label-placer.h"
#include "paint/steppe-map-journeys.h"
#include "paint/steppe-map-names.h"
#include "paint/steppe-map-words.h"
#include "paint/steppe-sign-private.h"

#include <math.h>

/* Labels are laid out for more than the view, this much on each side, so that a pan brings some in
 * before it ends; after so much of a pan or zoom they are laid out anew. */
#define AROUND 0.25
#define MAX_PAN 0.2
#define MAX_ZOOM 1.25

#define MAX_LABELS 260
/* In em, the size of the font. */
#define SPACING 0.22
#define DOT_RADIUS 0.17
#define DOT_CLEARANCE 0.35
#define RAILWAY_CLEARANCE 0.5
/* How far the name of a country may stand off its point: of the side of a square as large as the country. */
#define SLACK_ACROSS 0.18
#define SLACK_DOWN 0.08

/**
 * SteppeMapLabels:
 *
 * The names on the map: of the story's places and journeys, then of countries, waters and cities,
 * in one pass that keeps them clear of markers and of each other. Laid out when the view has moved
 * enough, and moved with it in between.
 */
struct _SteppeMapLabels
{
  SteppeBasemap *basemap;
  double *sides; /* of each area, as if it were square, in metres; NULL before they are known */
  SteppeMapNames *names;
  GArray *placed; /* SteppeMapLabel; their names belong to names */
  guint look_serial;
  SteppeCamera camera; /* of the last layout */
  gboolean laid_out;
};

/* One layout. */
typedef struct
{
  SteppeMapLabels *self;
  SteppeLabelPlacer *placer;
  const SteppeCamera *camera;
  const SteppeMapLook *look;
  GArray *anchors;
  double left, top; /* of the view, in the placer's pixels */
} Pass;

/**
 * steppe_map_labels_new:
 * @basemap: (nullable): the base map whose places are named
 * @context: the Pango context of what they are drawn on
 *
 * Returns: (transfer full): no labels yet
 */
SteppeMapLabels *
steppe_map_labels_new (SteppeBasemap *basemap,
                       PangoContext *context)
{
  SteppeMapLabels *self = g_new0 (SteppeMapLabels, 1);

  g_set_object (&self->basemap, basemap);
  self->names = steppe_map_names_new (context);
  self->placed = g_array_new (FALSE, FALSE, sizeof (SteppeMapLabel));
  return self;
}

/**
 * steppe_map_labels_free:
 * @self: (transfer full): labels
 */
void
steppe_map_labels_free (SteppeMapLabels *self)
{
  g_clear_object (&self->basemap);
  g_free (self->sides);
  steppe_map_names_free (self->names);
  g_array_unref (self->placed);
  g_free (self);
}

static void
follow_look (SteppeMapLabels *self,
             const SteppeMapLook *look)
{
  if (self->look_serial == look->serial && !steppe_map_names_are_many (self->names))
    return;
  self->look_serial = look->serial;
  g_array_set_size (self->placed, 0);
  steppe_map_names_clear (self->names);
}

/* Finds room for a name. @room is how far it keeps from its point when it stands beside it; of a name that stands over
 * it, how large that is which it names. Both are in pixels. */
static gboolean
place_label (Pass *pass,
             SteppeMapName *name,
             double x,
             double y,
             SteppeLabelAnchor anchor,
             double room,
             gboolean has_dot)
{
  double px, py, left, top;
  SteppeLabel label = { anchor, .width = name->width, .height = name->height };
  SteppeMapLabel placed = { name, x, y, .has_dot = has_dot };

  if (anchor == STEPPE_LABEL_ANCHOR_CENTER)
    {
      label.slack_x = room * SLACK_ACROSS;
      label.slack_y = room * SLACK_DOWN;
    }
  else
    {
      label.clearance = room;
    }
  steppe_camera_project (pass->camera, x, y, &px, &py);
  label.x = px + pass->left;
  label.y = py + pass->top;
  if (anchor == STEPPE_LABEL_ANCHOR_AROUND && name->leftwards)
    label.anchor = STEPPE_LABEL_ANCHOR_AROUND_RTL;
  if (!steppe_label_placer_place (pass->placer, &label, &left, &top))
    return FALSE;
  placed.dx = left - label.x;
  placed.dy = top - label.y;
  g_array_append_val (pass->self->placed, placed);
  return TRUE;
}

/* The name of a marked place. */
static void
place_story_label (Pass *pass,
                   const SteppeMapScene *scene,
                   const SteppeMapAnchor *anchor)
{
  const char *text = steppe_dossier_resolve_name (steppe_map_scene_get_dossier (scene), STEPPE_ITEM (anchor->place));
  SteppeMapNameStyle style = anchor->selected ? STEPPE_MAP_NAME_STORY_SELECTED : STEPPE_MAP_NAME_STORY;

  place_label (pass, steppe_map_names_get (pass->self->names, style, text, NULL, pass->look), anchor->point.x, anchor->point.y,
               STEPPE_LABEL_ANCHOR_AROUND, MIN (anchor->half_width, anchor->half_height), FALSE);
}

static int
compare_anchors (gconstpointer a,
                 gconstpointer b)
{
  const SteppeMapAnchor *first = *(const SteppeMapAnchor *const *) a;
  const SteppeMapAnchor *second = *(const SteppeMapAnchor *const *) b;

  if (first->selected != second->selected)
    return first->selected ? -1 : 1;
  if (first->n_events != second->n_events)
    return first->n_events > second->n_events ? -1 : 1;
  return (first->order > second->order) - (first->order < second->order);
}

static void
place_story_labels (Pass *pass,
                    const SteppeMapScene *scene)
{
  GArray *anchors = pass->anchors;
  g_autoptr (GPtrArray) order = g_ptr_array_sized_new (anchors->len);

  for (guint i = 0; i < anchors->len; i++)
    g_ptr_array_add (order, &g_array_index (anchors, SteppeMapAnchor, i));
  g_ptr_array_sort (order, compare_anchors);
  for (guint i = 0; i < order->len && pass->self->placed->len < MAX_LABELS / 2; i++)
    place_story_label (pass, scene, g_ptr_array_index (order, i));
}

/* By one of these parts of the line, the best first. */
static const double name_positions[] = { 0.4, 0.5, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9 };

/* The name of a line, where there is room and it is seen. */
static void
place_track_label (Pass *pass,
                   const SteppeMapScene *scene,
                   const SteppeMapTrack *track)
{
  g_autofree char *text = steppe_map_words_name_line (steppe_map_scene_get_dossier (scene), track->item);
  SteppeColor color = steppe_map_journeys_get_color (track->item, pass->look);
  SteppeMapName *name = steppe_map_names_get (pass->self->names, STEPPE_MAP_NAME_JOURNEY, text, &color, pass->look);
  SteppeBox view;

  steppe_camera_get_box (pass->camera, &view);
  for (guint i = 0; i < G_N_ELEMENTS (name_positions); i++)
    {
      guint n = (guint) (track->points->len * name_positions[i]);
      const SteppePoint *point = &g_array_index (track->points, SteppePoint, n);

      if (steppe_box_contains (&view, point->x, point->y) &&
          place_label (pass, name, point->x, point->y, STEPPE_LABEL_ANCHOR_AROUND, 0.6 * pass->look->em, FALSE))
        return;
    }
}

/* The name of each line, once, by the longest part of it that is seen. */
static void
place_journey_labels (Pass *pass,
                      const SteppeMapScene *scene)
{
  GPtrArray *tracks = steppe_map_scene_get_tracks (scene);
  g_autoptr (GHashTable) longest = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new (); /* in the order of the file: where two want the same room, always the same gets it */
  SteppeBox view;

  steppe_camera_get_box (pass->camera, &view);
  for (guint i = 0; i < tracks->len; i++)
    {
      const SteppeMapTrack *track = g_ptr_array_index (tracks, i);
      const SteppeMapTrack *best = g_hash_table_lookup (longest, track->item);

      if (track->points->len == 0 || !steppe_box_intersects (&track->box, &view))
        continue;
      if (best == NULL)
        g_ptr_array_add (lines, track->item);
      if (best == NULL || track->points->len > best->points->len)
        g_hash_table_insert (longest, track->item, (gpointer) track);
    }
  for (guint i = 0; i < lines->len; i++)
    place_track_label (pass, scene, g_hash_table_lookup (longest, g_ptr_array_index (lines, i)));
}

/* The name of each historical area, once, well inside what is seen of it. */
static void
place_history_labels (Pass *pass,
                      const SteppeMapScene *scene,
                      const SteppeMapHistory *history)
{
  GPtrArray *tracks = steppe_map_history_get_tracks (history);
  SteppeItem *named = NULL;
  SteppeBox view;

  steppe_camera_get_box (pass->camera, &view);
  for (guint i = 0; i < tracks->len; i++)
    {
      const SteppeMapTrack *track = g_ptr_array_index (tracks, i);
      const char *text = steppe_dossier_resolve_name (steppe_map_scene_get_dossier (scene), track->item);
      g_autoptr (GArray) spots = steppe_map_history_find_spots (track, &view);

      for (guint k = 0; track->item != named && k < spots->len; k++)
        {
          const SteppePoint *spot = &g_array_index (spots, SteppePoint, k);

          if (place_label (pass, steppe_map_names_get (pass->self->names, STEPPE_MAP_NAME_HISTORY, text, NULL, pass->look), spot->x, spot->y,
                           STEPPE_LABEL_ANCHOR_CENTER, 0, FALSE))
            named = track->item;
        }
    }
}

static SteppeMapNameStyle
get_style (const SteppeBasemapPlace *place)
{
  switch (place->kind)
    {
    case STEPPE_PLACE_LABEL_COUNTRY:
      return place->rank == 0 ? STEPPE_MAP_NAME_COUNTRY : STEPPE_MAP_NAME_COUNTRY_SMALL;
    case STEPPE_PLACE_LABEL_UNIT:
      return STEPPE_MAP_NAME_UNIT;
    case STEPPE_PLACE_LABEL_SEA:
    case STEPPE_PLACE_LABEL_LAKE:
    case STEPPE_PLACE_LABEL_RIVER:
      return STEPPE_MAP_NAME_WATER;
    case STEPPE_PLACE_LABEL_RANGE:
    case STEPPE_PLACE_LABEL_DESERT:
      return STEPPE_MAP_NAME_LAND;
    case STEPPE_PLACE_LABEL_CITY:
      return place->capital ? STEPPE_MAP_NAME_CAPITAL : place->population >= 250000 ? STEPPE_MAP_NAME_CITY
                                                                                    : STEPPE_MAP_NAME_TOWN;
    case STEPPE_PLACE_LABEL_RAILWAY:
      return STEPPE_MAP_NAME_RAILWAY;
    case STEPPE_PLACE_LABEL_POINT:
    default:
      return STEPPE_MAP_NAME_TOWN;
    }
}

/* How large a country is: the side of a square of the same area, in metres; 0 for other places. */
static double
get_side (SteppeMapLabels *self,
          const SteppeBasemapPlace *place)
{
  const SteppeBasemapLevel *level;
  guint n_areas;

  if (place->kind != STEPPE_PLACE_LABEL_COUNTRY || place->area < 0)
    return 0;
  if (self->sides == NULL && (level = steppe_basemap_load_level (self->basemap, 0, NULL)) != NULL)
    {
      steppe_basemap_get_areas (self->basemap, &n_areas);
      self->sides = g_new (double, n_areas);
      for (guint i = 0; i < n_areas; i++)
        self->sides[i] = sqrt (steppe_basemap_level_measure (level, (int) i));
    }
  return self->sides != NULL ? self->sides[place->area] : 0;
}

/* A mark on a city, or almost, names it already. */
static gboolean
is_marked (const Pass *pass,
           double px,
           double py)
{
  for (guint i = 0; i < pass->anchors->len; i++)
    {
      const SteppeMapAnchor *anchor = &g_array_index (pass->anchors, SteppeMapAnchor, i);

      if (hypot (px - anchor->x, py - anchor->y) < MIN (anchor->half_width, anchor->half_height) + 0.5 * pass->look->em)
        return TRUE;
    }
  return FALSE;
}

/* How far a name keeps from its point, or how large that is which it names; see place_label(). */
static double
get_room (const Pass *pass,
          const SteppeBasemapPlace *place)
{
  switch (place->kind)
    {
    case STEPPE_PLACE_LABEL_CITY:
    case STEPPE_PLACE_LABEL_POINT:
      return DOT_CLEARANCE * pass->look->em;
    case STEPPE_PLACE_LABEL_RAILWAY:
      return RAILWAY_CLEARANCE * pass->look->em;
    default:
      return get_side (pass->self, place) * pass->camera->scale / 1000.0;
    }
}

/* Where a place of the base map is, in the projection of the scene; returns whether it is on its map. */
static gboolean
locate_place (const SteppeMapScene *scene,
              const SteppeBasemapPlace *place,
              SteppePoint *point)
{
  const SteppeProjection *projection = scene != NULL ? steppe_map_scene_get_projection (scene) : NULL;

  *point = (SteppePoint) { place->x, place->y };
  if (projection == NULL || projection->kind == STEPPE_PROJECTION_REGION)
    return TRUE;
  steppe_projection_forward (projection, place->longitude, place->latitude, &point->x, &point->y);
  return steppe_projection_includes (projection, place->longitude, place->latitude);
}

static void
place_basemap_labels (Pass *pass,
                      const SteppeMapScene *scene,
                      const char *const *languages)
{
  SteppeMapLabels *self = pass->self;
  const double em = pass->look->em;
  SteppeBox box;
  guint n_places;
  const SteppeBasemapPlace *places = steppe_basemap_get_places (self->basemap, &n_places);
  SteppeCamera wide = *pass->camera;

  wide.width += 2 * pass->left;
  wide.height += 2 * pass->top;
  steppe_camera_get_box (&wide, &box);
  for (guint i = 0; i < n_places && self->placed->len < MAX_LABELS; i++)
    {
      const SteppeBasemapPlace *place = &places[i];
      gboolean has_dot = place->kind == STEPPE_PLACE_LABEL_CITY || place->kind == STEPPE_PLACE_LABEL_POINT;
      gboolean is_railway = place->kind == STEPPE_PLACE_LABEL_RAILWAY;
      SteppePoint point;
      double px, py;

      if (!steppe_basemap_place_is_shown (place, 1000.0 / pass->camera->scale) || !locate_place (scene, place, &point) ||
          !steppe_box_contains (&box, point.x, point.y))
        continue;
      steppe_camera_project (pass->camera, point.x, point.y, &px, &py);
      if (has_dot && is_marked (pass, px, py))
        continue;
      /* A journey by that railway is named already. */
      if (is_railway && steppe_map_journeys_pick (scene, pass->camera, px, py, em) != NULL)
        continue;
      place_label (pass, steppe_map_names_get (self->names, get_style (place), steppe_basemap_get_place_name (self->basemap, place, languages), NULL, pass->look),
                   point.x, point.y, has_dot || is_railway ? STEPPE_LABEL_ANCHOR_AROUND : STEPPE_LABEL_ANCHOR_CENTER,
                   get_room (pass, place), has_dot);
    }
}

/* What is on the edge of the view would be cut off. */
static void
add_edges (Pass *pass)
{
  double width = pass->camera->width, height = pass->camera->height;

  steppe_label_placer_add_obstacle (pass->placer, pass->left, pass->top, width, 1);
  steppe_label_placer_add_obstacle (pass->placer, pass->left, pass->top + height - 1, width, 1);
  steppe_label_placer_add_obstacle (pass->placer, pass->left, pass->top, 1, height);
  steppe_label_placer_add_obstacle (pass->placer, pass->left + width - 1, pass->top, 1, height);
}

static void
add_obstacles (Pass *pass,
               GArray *controls)
{
  add_edges (pass);
  for (guint i = 0; i < pass->anchors->len; i++)
    {
      const SteppeMapAnchor *anchor = &g_array_index (pass->anchors, SteppeMapAnchor, i);

      steppe_label_placer_add_obstacle (pass->placer, anchor->x - anchor->half_width + pass->left,
                                        anchor->y - anchor->half_height + pass->top,
                                        2 * anchor->half_width, 2 * anchor->half_height);
    }
  for (guint i = 0; i < controls->len; i++)
    {
      const cairo_rectangle_t *area = &g_array_index (controls, cairo_rectangle_t, i);

      steppe_label_placer_add_cover (pass->placer, area->x + pass->left, area->y + pass->top, area->width, area->height);
    }
}

/**
 * steppe_map_labels_are_stale:
 * @self: labels
 * @camera: what the view shows now
 * @look: how the map is drawn now
 *
 * Returns: whether the view has moved so far that they should be laid out anew, if they have been
 *   at all; the first time, and after a change of size, is for when the map is at rest
 */
gboolean
steppe_map_labels_are_stale (SteppeMapLabels *self,
                             const SteppeCamera *camera,
                             const SteppeMapLook *look)
{
  double zoom = camera->scale / MAX (self->camera.scale, 1e-9);
  double pixels = camera->scale / 1000.0;

  return self->laid_out &&
         (self->camera.kind != camera->kind || self->look_serial != look->serial || zoom > MAX_ZOOM || zoom < 1 / MAX_ZOOM ||
          fabs (camera->x - self->camera.x) * pixels > camera->width * MAX_PAN ||
          fabs (camera->y - self->camera.y) * pixels > camera->height * MAX_PAN);
}

/**
 * steppe_map_labels_layout:
 * @self: labels
 * @scene: (nullable): what there is to show
 * @history: the historical areas that are shown
 * @anchors: (element-type SteppeMapAnchor): the marks in the view
 * @controls: (element-type cairo_rectangle_t): what else names must not lie under
 * @camera: what the view shows
 * @look: how
 *
 * Finds room for the names.
 */
void
steppe_map_labels_layout (SteppeMapLabels *self,
                          const SteppeMapScene *scene,
                          const SteppeMapHistory *history,
                          GArray *anchors,
                          GArray *controls,
                          const SteppeCamera *camera,
                          const SteppeMapLook *look)
{
  const char *const *languages = scene != NULL ? steppe_dossier_get_languages (steppe_map_scene_get_dossier (scene))
                                               : g_get_language_names ();
  Pass pass = { self, NULL, camera, look, anchors, camera->width * AROUND, camera->height * AROUND };
  g_autoptr (SteppeLabelPlacer) placer = steppe_label_placer_new (camera->width * (1 + 2 * AROUND),
                                                                  camera->height * (1 + 2 * AROUND),
                                                                  SPACING * look->em);

  pass.placer = placer;
  follow_look (self, look);
  self->camera = *camera;
  self->laid_out = TRUE;
  g_array_set_size (self->placed, 0);
  add_obstacles (&pass, controls);
  if (scene != NULL)
    {
      place_story_labels (&pass, scene);
      place_history_labels (&pass, scene, history);
      place_journey_labels (&pass, scene);
    }
  if (self->basemap != NULL)
    place_basemap_labels (&pass, scene, languages);
}

/**
 * steppe_map_labels_get:
 * @self: labels
 * @n_labels: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_labels): the names of the last layout
 */
const SteppeMapLabel *
steppe_map_labels_get (SteppeMapLabels *self,
                       guint *n_labels)
{
  *n_labels = self->placed->len;
  return (const SteppeMapLabel *) self->placed->data;
}

/**
 * steppe_map_labels_get_dot_radius:
 * @look: how the map is drawn
 *
 * Returns: the radius of the dot of a city, to the middle of its edge, in pixels
 */
double
steppe_map_labels_get_dot_radius (const SteppeMapLook *look)
{
  return DOT_RADIUS * look->em;
}

/**
 * steppe_map_labels_paint_dot:
 * @cr: where to draw
 * @x: its middle, in pixels
 * @y: its middle
 * @look: how
 *
 * Paints the dot of a city.
 */
void
steppe_map_labels_paint_dot (cairo_t *cr,
                             double x,
                             double y,
                             const SteppeMapLook *look)
{
  double radius = DOT_RADIUS * look->em;

  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  _steppe_sign_set_color (cr, &look->ground, 1);
  cairo_fill_preserve (cr);
  _steppe_sign_set_color (cr, steppe_map_palette_get_color (look->palette, STEPPE_MAP_COLOR_CITY_NAME), 1);
  cairo_set_line_width (cr, radius * 0.55);
  cairo_stroke (cr);
}

/**
 * steppe_map_labels_draw:
 * @self: labels
 * @cr: where to draw
 * @camera: what the view shows
 * @look: how
 *
 * Draws the names of the last layout, as outlines and text rather than pixels.
 */
void
steppe_map_labels_draw (SteppeMapLabels *self,
                        cairo_t *cr,
                        const SteppeCamera *camera,
                        const SteppeMapLook *look)
{
  for (guint i = 0; i < self->placed->len; i++)
    {
      const SteppeMapLabel *placed = &g_array_index (self->placed, SteppeMapLabel, i);
      double x, y;

      steppe_camera_project (camera, placed->x, placed->y, &x, &y);
      if (placed->has_dot)
        steppe_map_labels_paint_dot (cr, x, y, look);
      steppe_map_name_draw (placed->name, cr, x + placed->dx, y + placed->dy, look);
    }
}
