/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-sign.h"

#include <math.h>

/* The signs of events, the same on map, timeline, lists and paper. What sort of event it is sets
 * the outline and the hue, its status how the outline is filled: both can be told apart without
 * colour. Hues are those of the GNOME palette, one step darker on light and lighter on dark. */

typedef enum
{
  SHAPE_CIRCLE,
  SHAPE_SQUARE,
  SHAPE_DIAMOND,
  SHAPE_TRIANGLE,
  SHAPE_TRIANGLE_DOWN,
  SHAPE_HEXAGON,
} Shape;

typedef enum
{
  HUE_GREY,
  HUE_BLUE,
  HUE_PURPLE,
  HUE_RED,
  HUE_ORANGE,
  HUE_GREEN,
  HUE_BROWN,
} Hue;

typedef struct
{
  guint32 on_light;
  guint32 on_dark;
} HueColors;

static const HueColors hues[] = {
  [HUE_GREY] = { 0x5e5c64, 0xc0bfbc },
  [HUE_BLUE] = { 0x1c6bd6, 0x78aeed },
  [HUE_PURPLE] = { 0x813d9c, 0xd39be8 },
  [HUE_RED] = { 0xb5271f, 0xff8a7a },
  [HUE_ORANGE] = { 0xb8530a, 0xffab5c },
  [HUE_GREEN] = { 0x1f7a45, 0x6fd598 },
  [HUE_BROWN] = { 0x7d5a3a, 0xd9b38c },
};

typedef struct
{
  const char *kind;
  Shape shape;
  Hue hue;
} KindSign;

static const KindSign kind_signs[] = {
  { "ceremony", SHAPE_CIRCLE, HUE_BLUE },
  { "conflict", SHAPE_TRIANGLE, HUE_RED },
  { "diplomacy", SHAPE_CIRCLE, HUE_BLUE },
  { "economy", SHAPE_HEXAGON, HUE_BROWN },
  { "energy", SHAPE_HEXAGON, HUE_BROWN },
  { "infrastructure", SHAPE_HEXAGON, HUE_BROWN },
  { "legal", SHAPE_SQUARE, HUE_PURPLE },
  { "military", SHAPE_TRIANGLE, HUE_RED },
  { "politics", SHAPE_DIAMOND, HUE_GREY },
  { "protest", SHAPE_TRIANGLE_DOWN, HUE_ORANGE },
  { "statement", SHAPE_DIAMOND, HUE_GREY },
  { "summit", SHAPE_CIRCLE, HUE_BLUE },
  { "treaty", SHAPE_SQUARE, HUE_GREEN },
  { "visit", SHAPE_CIRCLE, HUE_BLUE },
  { "vote", SHAPE_SQUARE, HUE_PURPLE },
};

static const Hue item_hues[STEPPE_N_ITEM_KINDS] = {
  [STEPPE_ITEM_EVENT] = HUE_BLUE,
  [STEPPE_ITEM_PLACE] = HUE_GREEN,
  [STEPPE_ITEM_ACTOR] = HUE_PURPLE,
  [STEPPE_ITEM_STATEMENT] = HUE_ORANGE,
  [STEPPE_ITEM_RELATION] = HUE_GREY,
  [STEPPE_ITEM_JOURNEY] = HUE_BROWN,
  [STEPPE_ITEM_SOURCE] = HUE_GREY,
  [STEPPE_ITEM_NARRATIVE] = HUE_GREY,
};

static const KindSign *
find_kind (const char *kind)
{
  static const KindSign unknown = { NULL, SHAPE_CIRCLE, HUE_GREY };

  for (guint i = 0; i < G_N_ELEMENTS (kind_signs); i++)
    if (g_strcmp0 (kind_signs[i].kind, kind) == 0)
      return &kind_signs[i];
  return &unknown;
}

static gboolean
is_dark (SteppeScheme scheme)
{
  return scheme == STEPPE_SCHEME_DARK || scheme == STEPPE_SCHEME_DARK_CONTRAST;
}

static SteppeColor
hue_color (Hue hue,
           SteppeScheme scheme)
{
  guint32 rgb = is_dark (scheme) ? hues[hue].on_dark : hues[hue].on_light;
  SteppeColor color = { (rgb >> 16 & 0xff) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0, 1 };
  double toward = is_dark (scheme) ? 1 : 0;

  if (scheme == STEPPE_SCHEME_LIGHT_CONTRAST || scheme == STEPPE_SCHEME_DARK_CONTRAST)
    {
      color.red += (toward - color.red) * 0.4;
      color.green += (toward - color.green) * 0.4;
      color.blue += (toward - color.blue) * 0.4;
    }
  return color;
}

/**
 * steppe_sign_get_color:
 * @kind: (nullable): what sort of event it is, as the file has it
 * @scheme: what is painted on
 *
 * Returns: the colour of its sign
 */
SteppeColor
steppe_sign_get_color (const char *kind,
                       SteppeScheme scheme)
{
  return hue_color (find_kind (kind)->hue, scheme);
}

/**
 * steppe_sign_get_item_color:
 * @item_kind: a kind of item
 * @scheme: what is painted on
 *
 * Returns: the colour of mentions of such items
 */
SteppeColor
steppe_sign_get_item_color (SteppeItemKind item_kind,
                            SteppeScheme scheme)
{
  g_return_val_if_fail (item_kind < STEPPE_N_ITEM_KINDS, hue_color (HUE_GREY, scheme));

  return hue_color (item_hues[item_kind], scheme);
}

/* A regular polygon of about the weight of the circle, so that no kind looks more important:
 * midway between the same area and the same reach. */
static void
polygon_path (cairo_t *cr,
              guint n_corners,
              double first_angle,
              double radius)
{
  double step = 2 * G_PI / n_corners;
  double same_area = sqrt (2 * G_PI / (n_corners * sin (step)));
  double reach = radius * (1 + same_area) / 2;

  for (guint i = 0; i < n_corners; i++)
    cairo_line_to (cr, reach * cos (first_angle + i * step), reach * sin (first_angle + i * step));
  cairo_close_path (cr);
}

static void
shape_path (cairo_t *cr,
            Shape shape,
            double radius)
{
  cairo_new_path (cr);
  switch (shape)
    {
    case SHAPE_SQUARE:
      polygon_path (cr, 4, G_PI / 4, radius);
      break;
    case SHAPE_DIAMOND:
      polygon_path (cr, 4, 0, radius);
      break;
    case SHAPE_TRIANGLE:
      polygon_path (cr, 3, -G_PI / 2, radius);
      break;
    case SHAPE_TRIANGLE_DOWN:
      polygon_path (cr, 3, G_PI / 2, radius);
      break;
    case SHAPE_HEXAGON:
      polygon_path (cr, 6, 0, radius);
      break;
    case SHAPE_CIRCLE:
    default:
      cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
      break;
    }
}

static void
set_color (cairo_t *cr,
           const SteppeColor *color,
           double alpha)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * alpha);
}

static void
hatch (cairo_t *cr,
       const SteppeColor *color,
       double radius)
{
  double step = radius * 0.7;

  cairo_save (cr);
  cairo_clip_preserve (cr);
  cairo_new_path (cr);
  for (double offset = -2 * radius; offset <= 2 * radius; offset += step)
    {
      cairo_move_to (cr, offset - 2 * radius, 2 * radius);
      cairo_line_to (cr, offset + 2 * radius, -2 * radius);
    }
  cairo_set_line_width (cr, radius * 0.28);
  set_color (cr, color, 1);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
fill_shape (cairo_t *cr,
            Shape shape,
            SteppeStatus status,
            SteppeScheme scheme,
            const SteppeColor *color,
            double radius)
{
  SteppeColor ground = is_dark (scheme) ? (SteppeColor) { 0.13, 0.13, 0.14, 1 } : (SteppeColor) { 1, 1, 1, 1 };

  shape_path (cr, shape, radius);
  set_color (cr, status == STEPPE_STATUS_CONFIRMED ? color : &ground, 1);
  cairo_fill (cr);
  shape_path (cr, shape, radius);
  if (status == STEPPE_STATUS_DISPUTED)
    {
      hatch (cr, color, radius);
    }
  else if (status == STEPPE_STATUS_REPORTED || status == STEPPE_STATUS_OTHER)
    {
      set_color (cr, color, 0.5);
      cairo_fill (cr);
    }
  cairo_new_path (cr);
}

static void
outline_shape (cairo_t *cr,
               Shape shape,
               SteppeStatus status,
               const SteppeColor *color,
               double radius)
{
  double width = radius * 0.32;

  shape_path (cr, shape, radius);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, width);
  if (status == STEPPE_STATUS_PLANNED)
    cairo_set_dash (cr, (double[]) { radius * 0.62, radius * 0.43 }, 2, 0);
  set_color (cr, color, 1);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);

  if (status == STEPPE_STATUS_CANCELLED)
    {
      cairo_move_to (cr, -radius * 1.2, radius * 1.2);
      cairo_line_to (cr, radius * 1.2, -radius * 1.2);
      cairo_stroke (cr);
    }
}

/**
 * steppe_sign_paint:
 * @cr: a cairo context
 * @kind: (nullable): what sort of event it is, as the file has it; sets outline and hue
 * @status: its status: confirmed is solid, reported half filled, alleged hollow, disputed hatched,
 *   planned dashed, cancelled struck
 * @scheme: what is painted on
 * @x: its centre, user units from the left
 * @y: its centre, user units from the top
 * @size: width and height of the box it fits in, user units
 *
 * Paints the sign of an event.
 */
void
steppe_sign_paint (cairo_t *cr,
                   const char *kind,
                   SteppeStatus status,
                   SteppeScheme scheme,
                   double x,
                   double y,
                   double size)
{
  const KindSign *sign = find_kind (kind);
  SteppeColor color = hue_color (sign->hue, scheme);
  double radius = size * 0.36;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  if (sign->shape == SHAPE_TRIANGLE || sign->shape == SHAPE_TRIANGLE_DOWN)
    cairo_translate (cr, 0, radius * (sign->shape == SHAPE_TRIANGLE ? 0.16 : -0.16));
  fill_shape (cr, sign->shape, status, scheme, &color, radius);
  outline_shape (cr, sign->shape, status, &color, radius);
  cairo_restore (cr);
}
