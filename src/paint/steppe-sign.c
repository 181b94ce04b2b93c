/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-sign-private.h"

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

/* From the value of a channel to the light that it stands for, and back, as sRGB has it (IEC 61966-2-1). */
static double
channel_to_light (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
light_to_channel (double light)
{
  return light <= 0.0031308 ? light * 12.92 : 1.055 * pow (light, 1 / 2.4) - 0.055;
}

/**
 * steppe_color_in_scheme:
 * @color: a colour
 * @scheme: what is painted on
 *
 * Returns: the colour as it can be had there: where there is black ink only, the gray of the same relative luminance
 */
SteppeColor
steppe_color_in_scheme (SteppeColor color,
                        SteppeScheme scheme)
{
  double gray;

  if (scheme != STEPPE_SCHEME_PRINT_GRAY)
    return color;
  gray = light_to_channel (0.2126 * channel_to_light (color.red) + 0.7152 * channel_to_light (color.green) +
                           0.0722 * channel_to_light (color.blue));
  return (SteppeColor) { gray, gray, gray, color.alpha };
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
  return steppe_color_in_scheme (color, scheme);
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

/**
 * steppe_sign_get_ground:
 * @scheme: what is painted on
 *
 * Returns: the colour inside a hollow sign, and that of words on one that is filled
 */
SteppeColor
steppe_sign_get_ground (SteppeScheme scheme)
{
  return is_dark (scheme) ? (SteppeColor) { 0.13, 0.13, 0.14, 1 } : (SteppeColor) { 1, 1, 1, 1 };
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

void
_steppe_sign_set_color (cairo_t *cr,
                        const SteppeColor *color,
                        double alpha)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * alpha);
}

/* Fills the current path with strokes of the source from below left to above right, and forgets it. They cross the line y = 0 at
 * @first and at each @step from there up to @last, and reach @half above and below it. */
void
_steppe_sign_hatch (cairo_t *cr,
                    double first,
                    double last,
                    double step,
                    double half,
                    double width)
{
  cairo_save (cr);
  cairo_clip (cr);
  for (double x = first; x <= last; x += step)
    {
      cairo_move_to (cr, x - half, half);
      cairo_line_to (cr, x + half, -half);
    }
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
fill_shape (cairo_t *cr,
            Shape shape,
            SteppeStatus status,
            const SteppeColor *color,
            const SteppeColor *ground,
            double radius)
{
  shape_path (cr, shape, radius);
  _steppe_sign_set_color (cr, status == STEPPE_STATUS_CONFIRMED ? color : ground, 1);
  cairo_fill (cr);
  shape_path (cr, shape, radius);
  if (status == STEPPE_STATUS_DISPUTED)
    {
      _steppe_sign_set_color (cr, color, 1);
      _steppe_sign_hatch (cr, -2 * radius, 2 * radius, 0.7 * radius, 2 * radius, 0.28 * radius);
    }
  else if (status == STEPPE_STATUS_REPORTED || status == STEPPE_STATUS_OTHER)
    {
      _steppe_sign_set_color (cr, color, 0.5);
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
  _steppe_sign_set_color (cr, color, 1);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);

  if (status == STEPPE_STATUS_CANCELLED)
    {
      cairo_move_to (cr, -radius * 1.2, radius * 1.2);
      cairo_line_to (cr, radius * 1.2, -radius * 1.2);
      cairo_stroke (cr);
    }
}

/* Paints a sign about the origin in a colour of its own. */
void
_steppe_sign_paint_in (cairo_t *cr,
                       const char *kind,
                       SteppeStatus status,
                       const SteppeColor *color,
                       const SteppeColor *ground,
                       double size)
{
  Shape shape = find_kind (kind)->shape;
  double radius = size * 0.36;

  cairo_save (cr);
  if (shape == SHAPE_TRIANGLE || shape == SHAPE_TRIANGLE_DOWN)
    cairo_translate (cr, 0, radius * (shape == SHAPE_TRIANGLE ? 0.16 : -0.16));
  fill_shape (cr, shape, status, color, ground, radius);
  outline_shape (cr, shape, status, color, radius);
  cairo_restore (cr);
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
  SteppeColor color = steppe_sign_get_color (kind, scheme), ground = steppe_sign_get_ground (scheme);

  cairo_save (cr);
  cairo_translate (cr, x, y);
  _steppe_sign_paint_in (cr, kind, status, &color, &ground, size);
  cairo_restore (cr);
}

/* Parts of the size of the sign. */
#define WAVES_WIDTH 0.66
#define QUESTION_WIDTH 0.52

/* One wave about (0, @y). */
static void
wave_path (cairo_t *cr,
           double y,
           double half,
           double height)
{
  cairo_move_to (cr, -half, y + height / 2);
  cairo_curve_to (cr, -half * 0.5, y - height * 1.1, half * 0.5, y + height * 1.1, half, y - height / 2);
}

static void
paint_waves (cairo_t *cr,
             double size)
{
  wave_path (cr, -0.13 * size, 0.27 * size, 0.13 * size);
  wave_path (cr, 0.13 * size, 0.27 * size, 0.13 * size);
  cairo_stroke (cr);
}

static void
paint_question (cairo_t *cr,
                double size)
{
  double radius = 0.17 * size;

  cairo_arc (cr, 0, -0.2 * size, radius, -G_PI, 0.2 * G_PI);
  cairo_curve_to (cr, 0.07 * size, -0.03 * size, 0, -0.01 * size, 0, 0.12 * size);
  cairo_stroke (cr);
  cairo_arc (cr, 0, 0.31 * size, 0.075 * size, 0, 2 * G_PI);
  cairo_fill (cr);
}

/**
 * steppe_sign_get_qualifier_width:
 * @qualifier: what a date says about its own worth
 * @size: the size of the sign
 *
 * Returns: the room that [func@sign_paint_qualifier] takes, in the unit of @size; 0 where nothing is said
 */
double
steppe_sign_get_qualifier_width (SteppeQualifier qualifier,
                                 double size)
{
  return size * (((qualifier & STEPPE_QUALIFIER_APPROXIMATE) != 0 ? WAVES_WIDTH : 0) +
                 ((qualifier & STEPPE_QUALIFIER_UNCERTAIN) != 0 ? QUESTION_WIDTH : 0));
}

/**
 * steppe_sign_paint_qualifier:
 * @cr: a cairo context
 * @qualifier: what the date of an event says about its own worth
 * @color: in which colour
 * @x: where the mark begins, user units from the left
 * @y: its middle, user units from the top
 * @size: the size of the sign that it stands beside, user units
 *
 * Paints what stands beside the sign of an event whose date is approximate, “≈”, uncertain, “?”, or both, “≈?”.
 */
void
steppe_sign_paint_qualifier (cairo_t *cr,
                             SteppeQualifier qualifier,
                             const SteppeColor *color,
                             double x,
                             double y,
                             double size)
{
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_translate (cr, x, y);
  cairo_set_line_width (cr, 0.11 * size);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  _steppe_sign_set_color (cr, color, 1);
  if ((qualifier & STEPPE_QUALIFIER_APPROXIMATE) != 0)
    {
      cairo_translate (cr, WAVES_WIDTH / 2 * size, 0);
      paint_waves (cr, size);
      cairo_translate (cr, WAVES_WIDTH / 2 * size, 0);
    }
  if ((qualifier & STEPPE_QUALIFIER_UNCERTAIN) != 0)
    {
      cairo_translate (cr, QUESTION_WIDTH / 2 * size, 0);
      paint_question (cr, size);
    }
  cairo_restore (cr);
}
