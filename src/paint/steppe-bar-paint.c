/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-bar-private.h"
#include "paint/steppe-sign-private.h"

#include <math.h>

/* How the body of an event is painted. The origin is at its start, half-way down; time runs to the right, and the whole
 * is mirrored where it does not. At a deep zoom a body may be millions of times as wide as what is seen of it: only that
 * is painted, with dots, dashes and hatching where they would be if all of it were. */

/* Parts of the height. */
#define LINE 0.08
#define THICK_LINE 0.11
#define HAIRLINE 0.06
#define RADIUS 0.3
#define WAVE_DEPTH 0.12
#define HATCH_STEP 0.42
#define HATCH_WIDTH 0.1
#define DASH 0.4
#define DASH_GAP 0.26
#define DOT 0.14
#define DOT_STEP 0.3
#define CAP 0.32
#define STRIP 0.3
#define POINT 0.34
#define STRIKE_REACH 0.1
/* The size of a rim, in signs. */
#define RIM 1.25
/* How far beyond what is seen is painted. */
#define REACH 4

/* Parts of the colour. */
#define TINT 0.4
#define STRIP_ALPHA 0.4
/* At the earliest start and the latest end. */
#define FADED 0.12

typedef enum
{
  END_ROUND,
  END_ARROW,
  END_WAVE,
  END_UNSEEN,
} EndShape;

typedef struct
{
  cairo_t *cr;
  const SteppeBar *bar;
  SteppeScheme scheme;
  SteppeColor color;
  SteppeColor ground;
  double from; /* what is painted of the body */
  double to;
  double line; /* line widths */
  double thick_line;
  SteppeStretch plate; /* what is left free for sign and label */
  double fade_in;
  double fade_out;
} Pen;

static double
get_period (const SteppeBar *bar)
{
  return (DASH + DASH_GAP) * bar->height;
}

/* What is painted begins and ends on a whole dash, so that dashes stay where they are while another part is seen. */
static gboolean
find_seen (Pen *pen)
{
  double left, top, right, bottom, reach = REACH * pen->bar->height, period = get_period (pen->bar);

  cairo_clip_extents (pen->cr, &left, &top, &right, &bottom);
  if (left >= right || left - reach > pen->bar->width || right + reach < 0)
    return FALSE;
  pen->from = left - reach > 0 ? floor ((left - reach) / period) * period : 0;
  pen->to = right + reach < pen->bar->width ? ceil ((right + reach) / period) * period : pen->bar->width;
  pen->to = MIN (pen->to, pen->bar->width);
  return TRUE;
}

static EndShape
get_end_shape (const SteppeBarEnd *end,
               gboolean is_seen)
{
  if (!is_seen)
    return END_UNSEEN;
  if (end->edge == STEPPE_EDGE_OPEN)
    return END_ARROW;
  return end->is_approximate && end->edge == STEPPE_EDGE_KNOWN ? END_WAVE : END_ROUND;
}

/* A wave from above to below, @depth wide to either side of @x. */
static void
add_wave (cairo_t *cr,
          double x,
          double half,
          double depth)
{
  double third = 2 * half / 3;

  for (int i = 0; i < 3; i++)
    {
      double y = -half + i * third, side = i % 2 == 0 ? depth : -depth;

      cairo_curve_to (cr, x + 1.4 * side, y + third / 3, x + 1.4 * side, y + 2 * third / 3, x, y + third);
    }
}

static double
get_radius (const Pen *pen)
{
  return CLAMP (RADIUS * pen->bar->height, 0, MIN (pen->bar->height, pen->bar->width) / 2 - pen->line / 2);
}

/* The end of an outline, from above to below; the origin is at its outermost point. */
static void
add_end (const Pen *pen,
         EndShape shape,
         double half)
{
  cairo_t *cr = pen->cr;
  double radius = get_radius (pen), arrow = _steppe_bar_get_arrow (pen->bar), wave = WAVE_DEPTH * pen->bar->height;

  switch (shape)
    {
    case END_ARROW:
      cairo_line_to (cr, -arrow, -half);
      cairo_line_to (cr, 0, 0);
      cairo_line_to (cr, -arrow, half);
      break;
    case END_WAVE:
      cairo_line_to (cr, -wave, -half);
      add_wave (cr, -wave, half, wave);
      break;
    case END_ROUND:
      cairo_arc (cr, -radius, radius - half, radius, -G_PI / 2, 0);
      cairo_arc (cr, -radius, half - radius, radius, 0, G_PI / 2);
      break;
    case END_UNSEEN:
    default:
      cairo_line_to (cr, 0, -half);
      cairo_line_to (cr, 0, half);
      break;
    }
}

/* How far an end reaches into the body, and how long it is from above to below. */
static void
measure_end (const Pen *pen,
             EndShape shape,
             double half,
             double *depth,
             double *length)
{
  double radius = get_radius (pen), arrow = _steppe_bar_get_arrow (pen->bar);

  switch (shape)
    {
    case END_ARROW:
      *depth = arrow;
      *length = 2 * hypot (arrow, half);
      break;
    case END_WAVE:
      *depth = WAVE_DEPTH * pen->bar->height;
      *length = 2 * half;
      break;
    case END_ROUND:
      *depth = radius;
      *length = G_PI * radius + 2 * (half - radius);
      break;
    case END_UNSEEN:
    default:
      *depth = 0;
      *length = 2 * half;
      break;
    }
}

/* The outline of a bar, so far inside that a line along it stays in the body. */
static void
add_outline (const Pen *pen)
{
  const SteppeBar *bar = pen->bar;
  cairo_t *cr = pen->cr;
  double inset = pen->line / 2, half = bar->height / 2 - inset;

  cairo_new_path (cr);
  cairo_save (cr);
  cairo_translate (cr, pen->to - inset, 0);
  add_end (pen, get_end_shape (&bar->end, pen->to >= bar->width), half);
  cairo_restore (cr);
  cairo_save (cr);
  cairo_translate (cr, pen->from + inset, 0);
  cairo_rotate (cr, G_PI);
  add_end (pen, get_end_shape (&bar->start, pen->from <= 0), half);
  cairo_restore (cr);
  cairo_close_path (cr);
}

/* Leaves out what the sign and the label take. */
static void
clip_plate (const Pen *pen)
{
  double height = pen->bar->height, first = pen->from - height, last = pen->to + height;
  double from = CLAMP (pen->plate.from, first, last), to = CLAMP (pen->plate.to, first, last);

  cairo_rectangle (pen->cr, first, -height, from - first, 2 * height);
  cairo_rectangle (pen->cr, to, -height, last - to, 2 * height);
  cairo_clip (pen->cr);
}

/* How much is left of a bar at @x. */
static double
get_alpha (const Pen *pen,
           double x)
{
  const SteppeBar *bar = pen->bar;
  double at_start = bar->start.edge == STEPPE_EDGE_UNKNOWN ? 0 : FADED;
  double at_end = bar->end.edge == STEPPE_EDGE_UNKNOWN ? 0 : FADED;

  if (x < pen->fade_in)
    return at_start + (1 - at_start) * x / pen->fade_in;
  if (bar->width - x < pen->fade_out)
    return at_end + (1 - at_end) * (bar->width - x) / pen->fade_out;
  return 1;
}

static gboolean
is_faded (const Pen *pen)
{
  return pen->fade_in > 0 || pen->fade_out > 0;
}

/* Paper is white, so that what fades on it needs no transparency, which not all that prints can do with lines alone. */
static gboolean
is_paper (const Pen *pen)
{
  return pen->scheme == STEPPE_SCHEME_PRINT || pen->scheme == STEPPE_SCHEME_PRINT_GRAY;
}

/* A colour that fades at the ends: by itself, or, where it is to be a mask, from opaque to clear. */
static cairo_pattern_t *
create_fade (const Pen *pen,
             double alpha,
             gboolean is_mask)
{
  const double corners[] = { pen->from, pen->fade_in, pen->bar->width - pen->fade_out, pen->to };
  const SteppeColor *color = &pen->color, *ground = &pen->ground;
  cairo_pattern_t *fade = cairo_pattern_create_linear (pen->from, 0, pen->to, 0);

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      double part = alpha * get_alpha (pen, corners[i]), offset = (corners[i] - pen->from) / (pen->to - pen->from);

      if (corners[i] < pen->from || corners[i] > pen->to)
        continue;
      if (is_mask)
        cairo_pattern_add_color_stop_rgba (fade, offset, 0, 0, 0, part);
      else
        cairo_pattern_add_color_stop_rgb (fade, offset, ground->red + (color->red - ground->red) * part,
                                          ground->green + (color->green - ground->green) * part,
                                          ground->blue + (color->blue - ground->blue) * part);
    }
  return fade;
}

/* The colour of the parts of a bar. */
static void
set_bar_color (const Pen *pen,
               double alpha)
{
  cairo_pattern_t *fade;

  if (!is_faded (pen) || !is_paper (pen))
    {
      _steppe_sign_set_color (pen->cr, &pen->color, alpha);
      return;
    }
  fade = create_fade (pen, alpha, FALSE);
  cairo_set_source (pen->cr, fade);
  cairo_pattern_destroy (fade);
}

static void
fill_hatched (const Pen *pen)
{
  double height = pen->bar->height, step = HATCH_STEP * height;
  double first = floor ((pen->from - height) / step) * step;

  cairo_save (pen->cr);
  clip_plate (pen);
  add_outline (pen);
  /* Hatching leans the same way whichever way time runs. */
  if (pen->bar->is_rtl)
    cairo_scale (pen->cr, 1, -1);
  set_bar_color (pen, 1);
  _steppe_sign_hatch (pen->cr, first, pen->to + height, step, height / 2, HATCH_WIDTH * height);
  cairo_restore (pen->cr);
}

static void
fill_bar (const Pen *pen)
{
  switch (pen->bar->status)
    {
    case STEPPE_STATUS_CONFIRMED:
    case STEPPE_STATUS_REPORTED:
    case STEPPE_STATUS_OTHER:
      add_outline (pen);
      set_bar_color (pen, pen->bar->status == STEPPE_STATUS_CONFIRMED ? 1 : TINT);
      cairo_fill (pen->cr);
      break;
    case STEPPE_STATUS_DISPUTED:
      fill_hatched (pen);
      break;
    case STEPPE_STATUS_ALLEGED:
    case STEPPE_STATUS_PLANNED:
    case STEPPE_STATUS_CANCELLED:
    default:
      break;
    }
}

/* Dashes as they are @at user units from the start of all of them. */
static void
set_dashes (const Pen *pen,
            double at)
{
  double height = pen->bar->height;

  cairo_set_dash (pen->cr, (double[]) { DASH * height, DASH_GAP * height }, 2, fmod (at, get_period (pen->bar)));
}

/* A dash lies on the middle of an end, such as the tip of an arrow. */
static void
dash_end (const Pen *pen,
          EndShape shape,
          double half,
          double length)
{
  double height = pen->bar->height;

  cairo_new_path (pen->cr);
  add_end (pen, shape, half);
  set_dashes (pen, (DASH * height - length) / 2);
  cairo_stroke (pen->cr);
}

/* A dashed outline: the sides have their dashes where they would be if all of them were seen. */
static void
dash_bar (const Pen *pen)
{
  const SteppeBar *bar = pen->bar;
  cairo_t *cr = pen->cr;
  EndShape start = get_end_shape (&bar->start, pen->from <= 0), end = get_end_shape (&bar->end, pen->to >= bar->width);
  double inset = pen->line / 2, half = bar->height / 2 - inset;
  double start_depth, start_length, end_depth, end_length;

  measure_end (pen, start, half, &start_depth, &start_length);
  measure_end (pen, end, half, &end_depth, &end_length);
  cairo_save (cr);
  cairo_translate (cr, pen->to - inset, 0);
  dash_end (pen, end, half, end_length);
  cairo_restore (cr);
  cairo_save (cr);
  cairo_translate (cr, pen->from + inset, 0);
  cairo_rotate (cr, G_PI);
  dash_end (pen, start, half, start_length);
  cairo_restore (cr);
  set_dashes (pen, pen->from + inset + start_depth);
  for (int side = -1; side <= 1; side += 2)
    {
      cairo_move_to (cr, pen->from + inset + start_depth, side * half);
      cairo_line_to (cr, pen->to - inset - end_depth, side * half);
      cairo_stroke (cr);
    }
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
outline_bar (const Pen *pen)
{
  cairo_set_line_width (pen->cr, pen->line);
  set_bar_color (pen, 1);
  if (pen->bar->status == STEPPE_STATUS_PLANNED)
    {
      dash_bar (pen);
      return;
    }
  add_outline (pen);
  cairo_stroke (pen->cr);
}

/* What has been painted since the group was opened, faded at the ends. */
static void
paint_faded (const Pen *pen)
{
  cairo_pattern_t *mask = create_fade (pen, 1, TRUE);

  cairo_pop_group_to_source (pen->cr);
  cairo_mask (pen->cr, mask);
  cairo_pattern_destroy (mask);
}

/* A line, where neither sign nor label is. */
static void
stroke_free (const Pen *pen,
             double from,
             double to,
             double width)
{
  const SteppeStretch parts[] = {
    { MAX (from, pen->from - pen->bar->height), MIN (to, pen->plate.from) },
    { MAX (from, pen->plate.to), MIN (to, pen->to + pen->bar->height) },
  };
  /* Of what is planned, all lines are dashed. */
  gboolean is_dashed = pen->bar->status == STEPPE_STATUS_PLANNED;

  cairo_set_line_width (pen->cr, width);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i].to <= parts[i].from)
        continue;
      if (is_dashed)
        set_dashes (pen, parts[i].from);
      cairo_move_to (pen->cr, parts[i].from, 0);
      cairo_line_to (pen->cr, parts[i].to, 0);
      cairo_stroke (pen->cr);
    }
  cairo_set_dash (pen->cr, NULL, 0, 0);
}

static void
paint_sign (const Pen *pen,
            double from,
            gboolean with_qualifier,
            const SteppeColor *color)
{
  const SteppeBar *bar = pen->bar;
  double mark = steppe_sign_get_qualifier_width (bar->qualifier, bar->sign_size);

  cairo_save (pen->cr);
  cairo_translate (pen->cr, from + bar->sign_size / 2, 0);
  if (bar->is_rtl)
    cairo_scale (pen->cr, -1, 1);
  _steppe_sign_paint_in (pen->cr, bar->kind, bar->status, color, &pen->ground, bar->sign_size);
  if (with_qualifier)
    steppe_sign_paint_qualifier (pen->cr, bar->qualifier, color,
                                 bar->is_rtl ? -bar->sign_size / 2 - mark : bar->sign_size / 2, 0, bar->sign_size);
  cairo_restore (pen->cr);
}

/* What the sign and the words need to be seen where a confirmed bar is neither solid nor clear: a rim or a plate. */
static void
clear_ground (const Pen *pen)
{
  const SteppeBar *bar = pen->bar;
  double half = bar->height / 2 - 1.5 * pen->line;

  if (bar->label.to <= bar->label.from)
    {
      cairo_save (pen->cr);
      cairo_translate (pen->cr, bar->sign + bar->sign_size / 2, 0);
      _steppe_sign_paint_in (pen->cr, bar->kind, bar->status, &pen->ground, &pen->ground, RIM * bar->sign_size);
      cairo_restore (pen->cr);
      return;
    }
  cairo_new_path (pen->cr);
  cairo_arc (pen->cr, pen->plate.to - half, 0, half, -G_PI / 2, G_PI / 2);
  cairo_arc (pen->cr, MAX (pen->plate.from, pen->line) + half, 0, half, G_PI / 2, -G_PI / 2);
  cairo_close_path (pen->cr);
  _steppe_sign_set_color (pen->cr, &pen->ground, 1);
  cairo_fill (pen->cr);
}

/* A line through all of a bar and beyond its ends, but for an end at which there is the sign or the label instead. */
static void
strike (const Pen *pen)
{
  double width = pen->bar->width, reach = STRIKE_REACH * pen->bar->height;

  stroke_free (pen, pen->plate.from > reach ? -reach : pen->plate.from, pen->plate.to < width - reach ? width + reach : pen->plate.to, pen->thick_line);
}

static void
paint_lasting (const Pen *pen)
{
  const SteppeBar *bar = pen->bar;
  gboolean is_on_fill = steppe_bar_is_label_on_fill (bar), is_group = is_faded (pen) && !is_paper (pen);

  if (is_group)
    cairo_push_group (pen->cr);
  fill_bar (pen);
  outline_bar (pen);
  if (is_group)
    paint_faded (pen);
  _steppe_sign_set_color (pen->cr, &pen->color, 1);
  if (bar->status == STEPPE_STATUS_CANCELLED)
    strike (pen);
  if (bar->status == STEPPE_STATUS_CONFIRMED && !is_on_fill)
    clear_ground (pen);
  paint_sign (pen, bar->sign, TRUE, is_on_fill ? &pen->ground : &pen->color);
}

/* Where a line ends: the earliest or the latest that it may be. */
static void
paint_cap (const Pen *pen,
           double x,
           gboolean is_approximate)
{
  double half = CAP * pen->bar->height;

  x = CLAMP (x, pen->line, MAX (pen->line, pen->bar->width - pen->line));
  if (x < pen->from || x > pen->to || (x > pen->plate.from && x < pen->plate.to))
    return;
  cairo_move_to (pen->cr, x, -half);
  if (is_approximate)
    add_wave (pen->cr, x, half, WAVE_DEPTH / 2 * pen->bar->height);
  else
    cairo_line_to (pen->cr, x, half);
  cairo_set_line_width (pen->cr, pen->thick_line);
  cairo_stroke (pen->cr);
}

/* The arrow head of a line without an end. */
static void
paint_arrow (const Pen *pen,
             gboolean at_start)
{
  double depth = _steppe_bar_get_arrow (pen->bar), half = CAP * pen->bar->height;

  if (at_start ? pen->from > 0 : pen->to < pen->bar->width)
    return;
  cairo_save (pen->cr);
  cairo_translate (pen->cr, at_start ? 0 : pen->bar->width, 0);
  if (at_start)
    cairo_scale (pen->cr, -1, 1);
  cairo_move_to (pen->cr, -depth, -half);
  cairo_line_to (pen->cr, 0, 0);
  cairo_line_to (pen->cr, -depth, half);
  cairo_close_path (pen->cr);
  cairo_fill (pen->cr);
  cairo_restore (pen->cr);
}

static void
paint_end (const Pen *pen,
           const SteppeBarEnd *end,
           gboolean at_start)
{
  if (end->edge == STEPPE_EDGE_OPEN)
    paint_arrow (pen, at_start);
  else if (end->edge == STEPPE_EDGE_KNOWN)
    paint_cap (pen, at_start ? 0 : pen->bar->width, end->is_approximate);
}

static void
paint_moment (const Pen *pen)
{
  const SteppeBar *bar = pen->bar;

  stroke_free (pen, 0, bar->width, pen->thick_line);
  paint_end (pen, &bar->start, TRUE);
  paint_end (pen, &bar->end, FALSE);
  paint_sign (pen, bar->sign, TRUE, &pen->color);
}

/* Dots are where they would be if the line were whole. */
static void
paint_dots (const Pen *pen,
            double from,
            double to,
            double step)
{
  double radius = DOT / 2 * pen->bar->height;

  for (double x = ceil (MAX (from, pen->from) / step) * step; x <= MIN (to, pen->to); x += step)
    {
      if (x < from + radius || x > to - radius || (x > pen->plate.from && x < pen->plate.to))
        continue;
      cairo_new_sub_path (pen->cr);
      cairo_arc (pen->cr, x, 0, radius, 0, 2 * G_PI);
    }
  cairo_fill (pen->cr);
}

static void
paint_lozenge (const Pen *pen,
               double x)
{
  double reach = _steppe_bar_get_lozenge (pen->bar) - pen->line / 2;

  if (x + reach < pen->from || x - reach > pen->to || (x + reach > pen->plate.from && x - reach < pen->plate.to))
    return;
  cairo_move_to (pen->cr, x - reach, 0);
  cairo_line_to (pen->cr, x, -reach);
  cairo_line_to (pen->cr, x + reach, 0);
  cairo_line_to (pen->cr, x, reach);
  cairo_close_path (pen->cr);
  cairo_set_line_width (pen->cr, pen->line);
  cairo_stroke (pen->cr);
}

/* A member that is wide is a line of its own; between members dots are sparse, since it was not then. Returns where the
 * member ends. */
static double
paint_candidate (const Pen *pen,
                 const SteppeStretch *member,
                 double from)
{
  const SteppeBar *bar = pen->bar;
  double lozenge = _steppe_bar_get_lozenge (bar), step = DOT_STEP * bar->height;
  double middle = _steppe_bar_get_middle (bar, member, lozenge);

  if (!_steppe_bar_is_wide (bar, member))
    {
      paint_dots (pen, from, middle - lozenge, 2 * step);
      paint_lozenge (pen, middle);
      return middle + lozenge;
    }
  paint_dots (pen, from, member->from, 2 * step);
  paint_dots (pen, member->from, member->to, step);
  if (member->from > 0 || bar->start.edge == STEPPE_EDGE_KNOWN)
    paint_cap (pen, member->from, bar->start.is_approximate);
  if (member->to < bar->width || bar->end.edge == STEPPE_EDGE_KNOWN)
    paint_cap (pen, member->to, bar->end.is_approximate);
  return member->to;
}

static void
paint_one_of (const Pen *pen)
{
  const SteppeBar *bar = pen->bar;
  double from = 0;

  for (guint i = 0; i < bar->n_members; i++)
    from = MAX (from, paint_candidate (pen, &bar->members[i], from));
  if (bar->start.edge == STEPPE_EDGE_OPEN)
    paint_arrow (pen, TRUE);
  if (bar->end.edge == STEPPE_EDGE_OPEN)
    paint_arrow (pen, FALSE);
  paint_sign (pen, bar->sign, TRUE, &pen->color);
}

/* The pale strip of a member that is wider than its sign. */
static void
paint_strip (const Pen *pen,
             const SteppeStretch *member)
{
  const SteppeBar *bar = pen->bar;
  double arrow = _steppe_bar_get_arrow (bar), half = STRIP / 2 * bar->height;
  double from = MAX (MAX (member->from, pen->from), bar->start.edge == STEPPE_EDGE_OPEN ? arrow : 0);
  double to = MIN (MIN (member->to, pen->to), bar->width - (bar->end.edge == STEPPE_EDGE_OPEN ? arrow : 0));

  if (to - from <= bar->sign_size)
    return;
  cairo_save (pen->cr);
  clip_plate (pen);
  cairo_rectangle (pen->cr, from, -half, to - from, 2 * half);
  _steppe_sign_set_color (pen->cr, &pen->color, STRIP_ALPHA);
  cairo_fill (pen->cr);
  cairo_restore (pen->cr);
}

static void
paint_point (const Pen *pen,
             double x)
{
  cairo_arc (pen->cr, x, 0, POINT / 2 * pen->bar->height, 0, 2 * G_PI);
  cairo_fill (pen->cr);
}

/* A sign, or where it would cover the one before, a point. Returns where it ends. */
static double
paint_occurrence (const Pen *pen,
                  guint n,
                  double from)
{
  const SteppeBar *bar = pen->bar;
  SteppeStretch sign = _steppe_bar_get_sign (bar, n);
  gboolean is_marked = sign.to - sign.from > bar->sign_size;

  if (n > 0 && sign.from < from)
    {
      paint_point (pen, (sign.from + sign.to) / 2);
      return from;
    }
  if (n > 0)
    stroke_free (pen, from, sign.from, HAIRLINE * bar->height);
  if (sign.to >= pen->from && sign.from <= pen->to)
    paint_sign (pen, sign.from, is_marked, &pen->color);
  return sign.to;
}

static void
paint_all_of (const Pen *pen)
{
  const SteppeBar *bar = pen->bar;
  double from = 0;

  for (guint i = 0; i < bar->n_members; i++)
    paint_strip (pen, &bar->members[i]);
  _steppe_sign_set_color (pen->cr, &pen->color, 1);
  if (bar->start.edge == STEPPE_EDGE_OPEN)
    paint_arrow (pen, TRUE);
  if (bar->end.edge == STEPPE_EDGE_OPEN)
    paint_arrow (pen, FALSE);
  for (guint i = 0; i < bar->n_members; i++)
    from = MAX (from, paint_occurrence (pen, i, from));
}

/**
 * steppe_bar_paint:
 * @cr: a cairo context; only what its clip lets through is painted, however wide the body
 * @bar: a body that is placed
 * @scheme: what is painted on
 * @x: the left of the body, user units
 * @y: its top, user units
 *
 * Paints the body of an event and its sign, but not its label. The strike of what is cancelled reaches beyond the ends by
 * a tenth of the height.
 */
void
steppe_bar_paint (cairo_t *cr,
                  const SteppeBar *bar,
                  SteppeScheme scheme,
                  double x,
                  double y)
{
  gboolean has_contrast = scheme == STEPPE_SCHEME_LIGHT_CONTRAST || scheme == STEPPE_SCHEME_DARK_CONTRAST;
  double weight = (has_contrast ? 1.5 : 1) * bar->height;
  Pen pen = { cr, bar, scheme, steppe_sign_get_color (bar->kind, scheme), steppe_sign_get_ground (scheme) };

  pen.line = LINE * weight;
  pen.thick_line = THICK_LINE * weight;
  pen.plate = _steppe_bar_get_plate (bar);
  _steppe_bar_get_fades (bar, &pen.fade_in, &pen.fade_out);
  cairo_save (cr);
  cairo_translate (cr, bar->is_rtl ? x + bar->width : x, y + bar->height / 2);
  if (bar->is_rtl)
    cairo_scale (cr, -1, 1);
  if (find_seen (&pen))
    {
      cairo_new_path (cr);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
      _steppe_sign_set_color (cr, &pen.color, 1);
      if (bar->form == STEPPE_BAR_FORM_LASTING)
        paint_lasting (&pen);
      else if (bar->form == STEPPE_BAR_FORM_MOMENT)
        paint_moment (&pen);
      else if (bar->form == STEPPE_BAR_FORM_ONE_OF)
        paint_one_of (&pen);
      else if (bar->form == STEPPE_BAR_FORM_ALL_OF)
        paint_all_of (&pen);
      else
        paint_sign (&pen, bar->sign, TRUE, &pen.color);
    }
  cairo_restore (cr);
}
