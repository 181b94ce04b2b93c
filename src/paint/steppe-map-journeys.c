/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-map-journeys.h"

/* The lines of the dossier: journeys as great circles, and places that are lines or areas. */

/* In em, the size of the font. */
#define WIDTH 0.15
#define CASING 0.14 /* on either side */
#define GLOW 0.45 /* on either side */
#define AREA_ALPHA 0.16

static const double dash[] = { 0.5, 0.32 };
static const double sleepers[] = { 0.45, 0.45 };
/* In widths of the line; so short dashes are dots. */
static const double dots[] = { 0.01, 2.4 };

typedef enum
{
  STROKE_PLAIN,
  STROKE_DOTTED,
  STROKE_RAILWAY,
} Stroke;

static const struct
{
  const char *kind;
  const char *sign; /* the kind of event whose colour it shares */
  Stroke stroke;
  gboolean directed;
} journey_kinds[] = {
  { "flight", "visit", STROKE_PLAIN, TRUE },
  { "pipeline", "energy", STROKE_DOTTED, FALSE },
  { "railway", "politics", STROKE_RAILWAY, FALSE },
  { "road", "infrastructure", STROKE_PLAIN, FALSE },
};

/* The row of the table for a journey's kind; that of a flight for any other. */
static guint
find_kind (SteppeItem *item)
{
  const char *kind = STEPPE_IS_JOURNEY (item) ? steppe_journey_get_kind (STEPPE_JOURNEY (item)) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (journey_kinds); i++)
    if (g_strcmp0 (journey_kinds[i].kind, kind) == 0)
      return i;
  return 0;
}

/**
 * steppe_map_journeys_get_color:
 * @item: a journey, or a place that is a line or an area
 * @look: how the map is drawn
 *
 * Returns: the colour of its line
 */
SteppeColor
steppe_map_journeys_get_color (SteppeItem *item,
                               const SteppeMapLook *look)
{
  if (STEPPE_IS_PLACE (item))
    return steppe_sign_get_item_color (STEPPE_ITEM_PLACE, look->scheme);
  return steppe_sign_get_color (journey_kinds[find_kind (item)].sign, look->scheme);
}

/* Without colour a road is told from a flight by its two edges. */
static gboolean
is_hollow (const SteppeMapTrack *track,
           const SteppeMapLook *look)
{
  return look->scheme == STEPPE_SCHEME_PRINT_GRAY && STEPPE_IS_JOURNEY (track->item) &&
         journey_kinds[find_kind (track->item)].stroke == STROKE_PLAIN && !journey_kinds[find_kind (track->item)].directed;
}

static void
add_plain (SteppeMapTrackStyle *style,
           const SteppeMapTrack *track,
           const SteppeMapLook *look)
{
  double width = WIDTH * look->em;
  gboolean hollow = is_hollow (track, look);
  SteppeMapStroke *stroke = steppe_map_track_style_add (style, &style->color, hollow ? width * 1.7 : width);

  if (!track->sure)
    steppe_map_stroke_set_dashes (stroke, dash, G_N_ELEMENTS (dash), look->em);
  if (hollow)
    steppe_map_track_style_add (style, &look->ground, width * 0.8);
}

static void
add_line (SteppeMapTrackStyle *style,
          const SteppeMapTrack *track,
          const SteppeMapLook *look)
{
  double width = WIDTH * look->em;
  SteppeMapStroke *stroke;

  switch (journey_kinds[find_kind (track->item)].stroke)
    {
    case STROKE_RAILWAY:
      steppe_map_track_style_add (style, &style->color, width * 1.3);
      stroke = steppe_map_track_style_add (style, &look->ground, width * 0.65);
      steppe_map_stroke_set_dashes (stroke, sleepers, G_N_ELEMENTS (sleepers), look->em);
      break;
    case STROKE_DOTTED:
      stroke = steppe_map_track_style_add (style, &style->color, width * (track->sure ? 1.1 : 1.2));
      if (!track->sure)
        steppe_map_stroke_set_dashes (stroke, dots, G_N_ELEMENTS (dots), width);
      break;
    case STROKE_PLAIN:
    default:
      add_plain (style, track, look);
      break;
    }
}

/**
 * steppe_map_journeys_get_style:
 * @track: the line of a journey or place
 * @emphasis: what stands out
 * @look: how the map is drawn
 * @style: (out): how to draw it
 *
 * Returns: whether to draw it
 */
gboolean
steppe_map_journeys_get_style (const SteppeMapTrack *track,
                               const SteppeMapEmphasis *emphasis,
                               const SteppeMapLook *look,
                               SteppeMapTrackStyle *style)
{
  SteppeColor color = steppe_map_journeys_get_color (track->item, look);
  double width = WIDTH * look->em, glow = steppe_map_emphasis_get_glow (emphasis, track);

  if (track->points->len < 2 || (emphasis->only && glow <= 0))
    return FALSE;
  steppe_map_track_style_init (style, &color);
  steppe_map_track_style_add_casing (style, look, track->closed ? 0 : width + 2 * CASING * look->em, width + 2 * GLOW * look->em, glow);
  if (track->closed)
    {
      style->fill.alpha = AREA_ALPHA;
      steppe_map_track_style_add (style, &color, width * 0.7);
      return TRUE;
    }
  add_line (style, track, look);
  style->has_arrow = STEPPE_IS_JOURNEY (track->item) && journey_kinds[find_kind (track->item)].directed;
  return TRUE;
}

typedef struct
{
  const SteppeMapEmphasis *emphasis;
  const SteppeMapLook *look;
} Drawing;

static gboolean
style_cb (const SteppeMapTrack *track,
          gconstpointer user_data,
          SteppeMapTrackStyle *style)
{
  const Drawing *drawing = user_data;

  return steppe_map_journeys_get_style (track, drawing->emphasis, drawing->look, style);
}

/**
 * steppe_map_journeys_draw:
 * @tracks: (element-type SteppeMapTrack): lines of journeys and places
 * @cr: where to draw
 * @emphasis: what stands out
 * @camera: what the view shows
 * @look: how
 *
 * Draws the lines that reach into the view, as lines and areas rather than pixels.
 */
void
steppe_map_journeys_draw (GPtrArray *tracks,
                          cairo_t *cr,
                          const SteppeMapEmphasis *emphasis,
                          const SteppeCamera *camera,
                          const SteppeMapLook *look)
{
  steppe_map_tracks_draw (tracks, cr, camera, look, style_cb, &(Drawing) { emphasis, look });
}

/**
 * steppe_map_journeys_pick:
 * @scene: (nullable): what there is to show
 * @camera: what the view shows
 * @x: pixels from the left of the view
 * @y: pixels from its top
 * @reach: how far from a line still means it, in pixels
 *
 * Returns: (transfer none) (nullable): the line of a journey or place that is there
 */
const SteppeMapTrack *
steppe_map_journeys_pick (const SteppeMapScene *scene,
                          const SteppeCamera *camera,
                          double x,
                          double y,
                          double reach)
{
  return scene != NULL ? steppe_map_tracks_pick (steppe_map_scene_get_tracks (scene), camera, x, y, reach) : NULL;
}
