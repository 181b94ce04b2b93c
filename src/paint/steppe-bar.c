/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-bar-private.h"

#include <math.h>

/* Where on the body of an event its sign and its label have room. */

/* Parts of the height. */
#define LOZENGE 0.32
#define ARROW 0.6
#define WAVE 0.36
#define GAP 0.3
/* What a strike needs beside the label to be seen. */
#define STRIKE_ROOM 1.6
/* Of a fade: words are read on what is at least so solid. */
#define SOLID 0.85

double
_steppe_bar_get_lozenge (const SteppeBar *bar)
{
  return LOZENGE * bar->height;
}

double
_steppe_bar_get_arrow (const SteppeBar *bar)
{
  return MIN (ARROW * bar->height, bar->width / 2);
}

gboolean
_steppe_bar_is_wide (const SteppeBar *bar,
                     const SteppeStretch *member)
{
  return member->to - member->from > 3 * _steppe_bar_get_lozenge (bar);
}

double
_steppe_bar_get_middle (const SteppeBar *bar,
                        const SteppeStretch *member,
                        double margin)
{
  double from = MAX (0, member->from), to = MIN (bar->width, member->to);

  return CLAMP ((from + to) / 2, margin, MAX (margin, bar->width - margin));
}

void
_steppe_bar_get_fades (const SteppeBar *bar,
                       double *start,
                       double *end)
{
  double sum = bar->start.fade + bar->end.fade;
  double factor = sum > bar->width ? bar->width / sum : 1;

  *start = bar->start.fade * factor;
  *end = bar->end.fade * factor;
}

/* What of a bar is solid enough for words. */
static SteppeStretch
get_solid (const SteppeBar *bar)
{
  double fade_in, fade_out;

  _steppe_bar_get_fades (bar, &fade_in, &fade_out);
  return (SteppeStretch) { SOLID * fade_in, bar->width - SOLID * fade_out };
}

static double
get_sign_width (const SteppeBar *bar)
{
  return bar->sign_size + steppe_sign_get_qualifier_width (bar->qualifier, bar->sign_size);
}

static double
get_gap (const SteppeBar *bar)
{
  return GAP * bar->sign_size;
}

/* What an end takes from the room inside. */
static double
get_end_depth (const SteppeBar *bar,
               const SteppeBarEnd *end)
{
  if (end->edge == STEPPE_EDGE_OPEN)
    return _steppe_bar_get_arrow (bar);
  if (bar->form != STEPPE_BAR_FORM_LASTING)
    return get_gap (bar);
  return end->is_approximate ? WAVE * bar->height : 0;
}

/* In the middle of the member, or as near to it as is seen of a wide one. */
static double
get_sign_middle (const SteppeBar *bar,
                 guint n)
{
  const SteppeStretch *member = &bar->members[n];
  double half = bar->sign_size / 2, middle = _steppe_bar_get_middle (bar, member, half);
  double from = MAX (member->from, bar->seen.from) + half, to = MIN (member->to, bar->seen.to) - half;

  return to > from ? CLAMP (middle, from, to) : middle;
}

SteppeStretch
_steppe_bar_get_sign (const SteppeBar *bar,
                      guint n)
{
  double half = bar->sign_size / 2, mark = steppe_sign_get_qualifier_width (bar->qualifier, bar->sign_size);
  double from = get_sign_middle (bar, n) - half;
  gboolean has_room = n + 1 >= bar->n_members || get_sign_middle (bar, n + 1) - half >= from + bar->sign_size + mark;

  return (SteppeStretch) { from, from + bar->sign_size + (has_room ? mark : 0) };
}

/* Between the signs of an all-of set. */
static void
add_between_signs (const SteppeBar *bar,
                   double end,
                   GArray *stretches)
{
  double from = 0;

  for (guint i = 0; i < bar->n_members; i++)
    {
      SteppeStretch sign = _steppe_bar_get_sign (bar, i);
      SteppeStretch before = { from, sign.from };

      if (i > 0 && before.to > before.from)
        g_array_append_val (stretches, before);
      from = MAX (from, sign.to);
    }
  if (end > from)
    g_array_append_val (stretches, ((SteppeStretch) { from, end }));
}

/* Between the lozenges and caps of a one-of set. */
static void
add_between_members (const SteppeBar *bar,
                     double from,
                     double end,
                     GArray *stretches)
{
  double lozenge = _steppe_bar_get_lozenge (bar);

  for (guint i = 0; i < bar->n_members; i++)
    {
      SteppeStretch member = bar->members[i], before;
      double middle = _steppe_bar_get_middle (bar, &member, lozenge);
      gboolean is_wide = _steppe_bar_is_wide (bar, &member);

      if (!is_wide)
        member = (SteppeStretch) { middle - lozenge, middle + lozenge };
      before = (SteppeStretch) { from, MIN (end, member.from) };
      if (before.to > before.from)
        g_array_append_val (stretches, before);
      from = MAX (from, is_wide ? member.from : member.to);
      if (is_wide && MIN (end, member.to) > from)
        g_array_append_val (stretches, ((SteppeStretch) { from, MIN (end, member.to) }));
      from = MAX (from, member.to);
    }
  if (end > from)
    g_array_append_val (stretches, ((SteppeStretch) { from, end }));
}

/* The stretches of the body, by their starts, in which the sign and the label may stand. */
static GArray *
get_free_stretches (const SteppeBar *bar)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (SteppeStretch));
  SteppeStretch all = { get_end_depth (bar, &bar->start), bar->width - get_end_depth (bar, &bar->end) };

  if (bar->form == STEPPE_BAR_FORM_LASTING && bar->status == STEPPE_STATUS_CANCELLED)
    all.to -= STRIKE_ROOM * bar->height;
  if (bar->form == STEPPE_BAR_FORM_ALL_OF)
    add_between_signs (bar, all.to, stretches);
  else if (bar->form == STEPPE_BAR_FORM_ONE_OF)
    add_between_members (bar, all.from, all.to, stretches);
  else
    g_array_append_val (stretches, all);
  return stretches;
}

/* What stands in a stretch before the label. */
static double
get_lead (const SteppeBar *bar)
{
  return bar->form == STEPPE_BAR_FORM_ALL_OF ? get_gap (bar) : get_sign_width (bar) + get_gap (bar);
}

/**
 * steppe_bar_get_room:
 * @bar: a body, not yet placed
 *
 * Returns: the width of the widest label that has room inside it, user units; below 0 where even the sign has none
 */
double
steppe_bar_get_room (const SteppeBar *bar)
{
  g_autoptr (GArray) stretches = get_free_stretches (bar);
  double room = 0;

  for (guint i = 0; i < stretches->len; i++)
    {
      const SteppeStretch *stretch = &g_array_index (stretches, SteppeStretch, i);

      room = MAX (room, stretch->to - stretch->from);
    }
  return room - get_lead (bar) - get_gap (bar);
}

/* Of the stretches that are seen, the best for something of width @wish: the first where it fits, or of a one-of set that
 * nearest to the middle; else the widest. */
static gboolean
choose_stretch (const SteppeBar *bar,
                double wish,
                double seen_from,
                double seen_to,
                SteppeStretch *chosen)
{
  g_autoptr (GArray) stretches = get_free_stretches (bar);
  double middle = (MAX (0, seen_from) + MIN (bar->width, seen_to)) / 2, best = -INFINITY;

  for (guint i = 0; i < stretches->len; i++)
    {
      SteppeStretch stretch = g_array_index (stretches, SteppeStretch, i);
      double width, merit;

      stretch = (SteppeStretch) { MAX (stretch.from, seen_from), MIN (stretch.to, seen_to) };
      width = stretch.to - stretch.from;
      if (width <= 0)
        continue;
      merit = width - wish;
      if (merit >= 0 && bar->form == STEPPE_BAR_FORM_ONE_OF)
        merit = 1 / (1 + fabs ((stretch.from + stretch.to) / 2 - middle));
      else if (merit >= 0)
        merit = 1 / (1.0 + i);
      if (merit <= best)
        continue;
      best = merit;
      *chosen = stretch;
    }
  return best > -INFINITY;
}

/**
 * steppe_bar_place:
 * @bar: a body
 * @label_width: the width of the label that is to be inside, user units; 0 for none
 * @seen_from: where what is seen begins, user units from the start of the body
 * @seen_to: where it ends
 *
 * Chooses where the sign stands, and the label, if there is to be one inside, and sets @bar->seen, @bar->sign and
 * @bar->label. A bar has them at its start, or where it no longer fades, and a line in its middle, as far as that is
 * seen; those of a set leave its members in sight.
 */
void
steppe_bar_place (SteppeBar *bar,
                  double label_width,
                  double seen_from,
                  double seen_to)
{
  gboolean is_centred = bar->form == STEPPE_BAR_FORM_MOMENT || bar->form == STEPPE_BAR_FORM_ONE_OF;
  double lead = get_lead (bar), gap = get_gap (bar);
  double wish = label_width > 0 ? lead + label_width + gap : get_sign_width (bar);
  SteppeStretch room = { 0, bar->width };
  SteppeStretch solid = get_solid (bar);
  gboolean is_seen;
  double start;

  bar->seen = (SteppeStretch) { seen_from, seen_to };
  bar->label = (SteppeStretch) { 0, 0 };
  bar->sign = 0;
  if (bar->form == STEPPE_BAR_FORM_SIGN)
    return;
  is_seen = choose_stretch (bar, wish, seen_from, seen_to, &room);
  /* Words are read best where a bar does not fade. */
  if (bar->form == STEPPE_BAR_FORM_LASTING && MIN (room.to, solid.to) - MAX (room.from, solid.from) >= wish)
    room.from = MAX (room.from, solid.from);
  /* The sign in the middle, so that moments of the same day stand at the same place, unless the label needs the room. */
  start = is_centred ? MAX (room.from, MIN ((room.from + room.to - bar->sign_size) / 2, room.to - wish)) : room.from;
  if (bar->form == STEPPE_BAR_FORM_LASTING && start <= 0)
    start = (bar->height - bar->sign_size) / 2;
  bar->sign = CLAMP (start, 0, MAX (0, bar->width - bar->sign_size));
  if (label_width > 0 && is_seen && room.to - start > lead)
    bar->label = (SteppeStretch) { start + lead, MIN (start + lead + label_width, room.to) };
}

SteppeStretch
_steppe_bar_get_plate (const SteppeBar *bar)
{
  double gap = get_gap (bar) / 2;

  if (bar->form == STEPPE_BAR_FORM_ALL_OF)
    return bar->label.to > bar->label.from ? (SteppeStretch) { bar->label.from - gap, bar->label.to + gap } : bar->label;
  return (SteppeStretch) { bar->sign - gap, MAX (bar->sign + get_sign_width (bar), bar->label.to) + gap };
}

/**
 * steppe_bar_is_label_on_fill:
 * @bar: a body that is placed
 *
 * Returns: whether the label inside stands on the solid filling of a confirmed bar, so that it is to be written in the
 *   colour of [func@sign_get_ground]
 */
gboolean
steppe_bar_is_label_on_fill (const SteppeBar *bar)
{
  SteppeStretch plate = _steppe_bar_get_plate (bar), solid = get_solid (bar);

  return bar->form == STEPPE_BAR_FORM_LASTING && bar->status == STEPPE_STATUS_CONFIRMED &&
         bar->sign >= solid.from && plate.to <= solid.to;
}
