/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-bar.h"

#include <math.h>
#include <string.h>

#define MARGIN 10
#define HEIGHT 15
#define SIGN 13
#define MIDDLE (HEIGHT / 2)
#define TOLERANCE 24 /* of edges that are smoothed once or twice */

static const SteppeStatus statuses[] = {
  STEPPE_STATUS_REPORTED,
  STEPPE_STATUS_CONFIRMED,
  STEPPE_STATUS_ALLEGED,
  STEPPE_STATUS_DISPUTED,
  STEPPE_STATUS_PLANNED,
  STEPPE_STATUS_CANCELLED,
};

/* What is seen of a body without a colour: how much is painted, from 0 to 255. */
typedef struct
{
  cairo_surface_t *surface;
  int width;
} Picture;

static Picture
paint_part (const SteppeBar *bar,
            double from,
            int width)
{
  Picture picture = { cairo_image_surface_create (CAIRO_FORMAT_A8, width, HEIGHT), width };
  cairo_t *cr = cairo_create (picture.surface);

  steppe_bar_paint (cr, bar, STEPPE_SCHEME_LIGHT, -from, 0);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (picture.surface);
  return picture;
}

static Picture
paint (const SteppeBar *bar)
{
  return paint_part (bar, -MARGIN, (int) bar->width + 2 * MARGIN);
}

static void
clear_picture (Picture *picture)
{
  g_clear_pointer (&picture->surface, cairo_surface_destroy);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, clear_picture)

/* @x counts from the start of what was painted, which paint() begins in the margin. */
static int
get_ink (const Picture *picture,
         int x,
         int y)
{
  return cairo_image_surface_get_data (picture->surface)[y * cairo_image_surface_get_stride (picture->surface) + x];
}

static int
get_ink_at (const Picture *picture,
            int x,
            int y)
{
  return get_ink (picture, x + MARGIN, y);
}

/* How often there is ink, and then none, along a line of pixels of the body. */
static guint
count_runs (const Picture *picture,
            int from,
            int to,
            int y)
{
  guint n_runs = 0;
  gboolean was_ink = FALSE;

  for (int x = from; x < to; x++)
    {
      gboolean is_ink = get_ink_at (picture, x, y) > 60;

      n_runs += is_ink && !was_ink ? 1 : 0;
      was_ink = is_ink;
    }
  return n_runs;
}

static gboolean
is_column_empty (const Picture *picture,
                 int x)
{
  for (int y = 0; y < HEIGHT; y++)
    if (get_ink_at (picture, x, y) > 0)
      return FALSE;
  return TRUE;
}

static int
count_differences (const Picture *a,
                   const Picture *b,
                   int from,
                   int to)
{
  int n = 0;

  for (int x = from; x < to; x++)
    for (int y = 0; y < HEIGHT; y++)
      n += abs (get_ink_at (a, x, y) - get_ink_at (b, x, y)) > 60 ? 1 : 0;
  return n;
}

static SteppeBar
make_bar (SteppeBarForm form,
          SteppeStatus status,
          double width)
{
  SteppeBar bar = { .form = form, .kind = "visit", .status = status, .width = width, .height = HEIGHT, .sign_size = SIGN };

  steppe_bar_place (&bar, 0, 0, width);
  return bar;
}

/* Each status can be told from each other without colour, even where the sign is not seen. */
static void
test_statuses_differ (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    for (guint k = 0; k < i; k++)
      {
        SteppeBar bar = make_bar (STEPPE_BAR_FORM_LASTING, statuses[i], 80);
        SteppeBar other = make_bar (STEPPE_BAR_FORM_LASTING, statuses[k], 80);
        g_auto (Picture) picture = paint (&bar);
        g_auto (Picture) other_picture = paint (&other);

        g_assert_cmpint (count_differences (&picture, &other_picture, 20, 80), >=, 40);
      }
}

static void
test_filling (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      SteppeBar bar = make_bar (STEPPE_BAR_FORM_LASTING, statuses[i], 100);
      g_auto (Picture) picture = paint (&bar);
      gboolean is_hatched = statuses[i] == STEPPE_STATUS_DISPUTED, is_struck = statuses[i] == STEPPE_STATUS_CANCELLED;
      gboolean is_solid = statuses[i] == STEPPE_STATUS_CONFIRMED, is_tinted = statuses[i] == STEPPE_STATUS_REPORTED;
      gboolean is_dashed = statuses[i] == STEPPE_STATUS_PLANNED;

      /* Above the middle, where a strike is not. */
      for (int x = 25; x < 90 && !is_hatched; x++)
        g_assert_cmpint (get_ink_at (&picture, x, MIDDLE - 3), ==, is_solid ? 255 : is_tinted ? 102
                                                                                              : 0);
      if (is_hatched)
        g_assert_cmpuint (count_runs (&picture, 25, 90, MIDDLE - 3), >=, 8);
      /* The outline. */
      if (is_dashed)
        g_assert_cmpuint (count_runs (&picture, 5, 95, 0), >=, 7);
      else
        g_assert_cmpuint (count_runs (&picture, 5, 95, 0), ==, 1);
      /* The strike, which goes beyond the end, but not beyond the start: there the sign is. */
      if (!is_hatched)
        g_assert_cmpint (get_ink_at (&picture, 50, MIDDLE) > 200, ==, is_struck || is_solid);
      g_assert_cmpint (get_ink_at (&picture, 100, MIDDLE) > 200, ==, is_struck);
      for (int x = -MARGIN; x < 0; x++)
        g_assert_true (is_column_empty (&picture, x));
    }
}

/* A bar fades in between the earliest and the latest start and out towards the end, without a step. */
static void
test_fade (void)
{
  for (int direction = 0; direction < 2; direction++)
    {
      SteppeBar bar = make_bar (STEPPE_BAR_FORM_LASTING, STEPPE_STATUS_CONFIRMED, 200);
      g_auto (Picture) picture = { NULL };
      int before = 0, y = HEIGHT - 2;

      bar.start.fade = 60;
      bar.end.fade = 80;
      bar.is_rtl = direction == 1;
      steppe_bar_place (&bar, 0, 0, 200);
      picture = paint (&bar);
      for (int x = 3; x < 197; x++)
        {
          int ink = get_ink_at (&picture, bar.is_rtl ? 199 - x : x, y);

          if (x < 59)
            g_assert_cmpint (ink, >=, before);
          else if (x > 61 && x < 119)
            g_assert_cmpint (ink, ==, 255);
          else if (x > 121)
            g_assert_cmpint (ink, <=, before);
          g_assert_cmpint (x > 3 ? abs (ink - before) : 0, <=, 10);
          before = ink;
        }
      g_assert_cmpint (get_ink_at (&picture, bar.is_rtl ? 196 : 3, y), <, 60);
      g_assert_cmpint (get_ink_at (&picture, bar.is_rtl ? 3 : 196, y), <, 60);
    }
}

static cairo_surface_t *
paint_on_white (const SteppeBar *bar,
                SteppeScheme scheme)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) bar->width + 2 * MARGIN, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  steppe_bar_paint (cr, bar, scheme, MARGIN, 0);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Paper knows no transparency, and yet shows the same. */
static void
test_fade_on_paper (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      SteppeBar bar = make_bar (STEPPE_BAR_FORM_LASTING, statuses[i], 200);
      cairo_surface_t *light, *paper;
      gsize n_bytes;

      bar.start.fade = 60;
      bar.end.edge = STEPPE_EDGE_UNKNOWN;
      bar.end.fade = 80;
      steppe_bar_place (&bar, 0, 0, 200);
      light = paint_on_white (&bar, STEPPE_SCHEME_LIGHT);
      paper = paint_on_white (&bar, STEPPE_SCHEME_PRINT);
      n_bytes = (gsize) cairo_image_surface_get_stride (paper) * (gsize) cairo_image_surface_get_height (paper);
      for (gsize k = 0; k < n_bytes; k++)
        if (k % 4 != 3) /* which is not used */
          g_assert_cmpint (abs (cairo_image_surface_get_data (light)[k] - cairo_image_surface_get_data (paper)[k]), <=, TOLERANCE);
      cairo_surface_destroy (light);
      cairo_surface_destroy (paper);
    }
}

/* What fades from both ends at once is still seen in between. */
static void
test_fade_all (void)
{
  SteppeBar bar = make_bar (STEPPE_BAR_FORM_LASTING, STEPPE_STATUS_CONFIRMED, 120);
  g_auto (Picture) picture = { NULL };

  bar.start.fade = bar.end.fade = 120;
  picture = paint (&bar);
  g_assert_cmpint (get_ink_at (&picture, 60, HEIGHT - 2), >, 245);
}

/* An open end is a tip, an unknown one nothing at all, a known one a full edge and an approximate one a wave. */
static void
test_ends (void)
{
  static const SteppeBarForm forms[] = { STEPPE_BAR_FORM_LASTING, STEPPE_BAR_FORM_ONE_OF, STEPPE_BAR_FORM_ALL_OF };
  SteppeBar bar = make_bar (STEPPE_BAR_FORM_LASTING, STEPPE_STATUS_CONFIRMED, 100);
  SteppeStretch member = { 0, 100 };
  g_auto (Picture) known = paint (&bar);
  g_auto (Picture) unknown = { NULL };
  g_auto (Picture) wavy = { NULL };

  g_assert_cmpint (get_ink_at (&known, 98, 4), >, 200);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      SteppeBar open = make_bar (forms[i], STEPPE_STATUS_CONFIRMED, 100);
      g_auto (Picture) picture = { NULL };
      int previous = HEIGHT;

      open.end.edge = STEPPE_EDGE_OPEN;
      open.members = &member;
      open.n_members = forms[i] == STEPPE_BAR_FORM_LASTING ? 0 : 1;
      picture = paint (&open);
      for (int x = 94; x < 100; x++)
        {
          int n = 0;

          for (int y = 0; y < HEIGHT; y++)
            n += get_ink_at (&picture, x, y) > 100 ? 1 : 0;
          g_assert_cmpint (n, <=, previous);
          previous = n;
        }
      g_assert_cmpint (previous, <=, 2);
      g_assert_cmpint (get_ink_at (&picture, 98, MIDDLE), >, 100);
    }

  bar.end = (SteppeBarEnd) { STEPPE_EDGE_UNKNOWN, FALSE, 40 };
  unknown = paint (&bar);
  g_assert_cmpint (get_ink_at (&unknown, 99, MIDDLE), <, 12);

  bar.end = (SteppeBarEnd) { STEPPE_EDGE_KNOWN, TRUE, 0 };
  wavy = paint (&bar);
  g_assert_cmpint (count_differences (&wavy, &known, 90, 100), >=, 6);
  g_assert_cmpint (count_differences (&wavy, &known, 20, 90), ==, 0);
}

/* Where time runs from right to left, bodies are mirrored; signs are the same, and lie on the other side. */
static void
test_mirrored (void)
{
  static const SteppeStretch members[] = { { 10, 14 }, { 30, 70 }, { 140, 144 } };

  for (SteppeBarForm form = STEPPE_BAR_FORM_SIGN; form <= STEPPE_BAR_FORM_ALL_OF; form++)
    for (guint i = 0; i < 3; i++)
      {
        SteppeBar bar = make_bar (form, statuses[i], form == STEPPE_BAR_FORM_SIGN ? SIGN : 150);
        g_auto (Picture) picture = { NULL };
        g_auto (Picture) mirrored = { NULL };

        bar.start = (SteppeBarEnd) { STEPPE_EDGE_KNOWN, TRUE, 30 };
        bar.end = (SteppeBarEnd) { STEPPE_EDGE_OPEN, FALSE, 0 };
        bar.members = members;
        bar.n_members = G_N_ELEMENTS (members);
        steppe_bar_place (&bar, 0, 0, bar.width);
        picture = paint (&bar);
        bar.is_rtl = TRUE;
        mirrored = paint (&bar);
        for (int x = 0; x < picture.width; x++)
          for (int y = 0; y < HEIGHT; y++)
            if (abs (get_ink (&picture, x, y) - get_ink (&mirrored, picture.width - 1 - x, y)) > 24)
              g_error ("form %d, status %d: %d,%d is %d, mirrored %d", form, statuses[i], x, y, get_ink (&picture, x, y),
                       get_ink (&mirrored, picture.width - 1 - x, y));
      }
}

/* A moment within a wide date is a thin line between caps, never a bar. */
static void
test_moment (void)
{
  SteppeBar bar = make_bar (STEPPE_BAR_FORM_MOMENT, STEPPE_STATUS_CONFIRMED, 120);
  g_auto (Picture) picture = paint (&bar);

  g_assert_cmpfloat_with_epsilon (bar.sign + SIGN / 2.0, 60, 1);
  for (int x = 5; x < 45; x++)
    {
      g_assert_cmpint (get_ink_at (&picture, x, MIDDLE), >, 150);
      g_assert_cmpint (get_ink_at (&picture, x, MIDDLE - 4), ==, 0);
      g_assert_cmpint (get_ink_at (&picture, x, MIDDLE + 4), ==, 0);
    }
  for (int y = MIDDLE - 4; y <= MIDDLE + 4; y++)
    {
      g_assert_cmpint (get_ink_at (&picture, 0, y) + get_ink_at (&picture, 1, y), >, 150);
      g_assert_cmpint (get_ink_at (&picture, 118, y) + get_ink_at (&picture, 119, y), >, 150);
    }
}

/* One of several dates: dots, with a hollow lozenge at each date, unlike what lasts and unlike one wide moment. */
static void
test_one_of (void)
{
  static const SteppeStretch members[] = { { 0, 6 }, { 60, 66 }, { 154, 160 } };
  SteppeBar bar = make_bar (STEPPE_BAR_FORM_ONE_OF, STEPPE_STATUS_CONFIRMED, 160);
  g_auto (Picture) picture = { NULL };

  bar.members = members;
  bar.n_members = G_N_ELEMENTS (members);
  steppe_bar_place (&bar, 0, 0, 160);
  picture = paint (&bar);
  g_assert_cmpuint (count_runs (&picture, 10, 150, MIDDLE), >=, 8);
  g_assert_cmpint (get_ink_at (&picture, 63, MIDDLE), <, 40);
  g_assert_cmpint (get_ink_at (&picture, 63, MIDDLE - 4), >, 100);
  g_assert_cmpint (get_ink_at (&picture, 63, MIDDLE + 4), >, 100);
  g_assert_true (bar.sign >= 67 || bar.sign + SIGN <= 59);
}

/* Where a date of the set is wide, there are dots throughout it, and caps about it. */
static void
test_one_of_range (void)
{
  static const SteppeStretch range = { 0, 160 };
  SteppeBar bar = make_bar (STEPPE_BAR_FORM_ONE_OF, STEPPE_STATUS_CONFIRMED, 160);
  g_auto (Picture) picture = { NULL };

  bar.members = &range;
  bar.n_members = 1;
  steppe_bar_place (&bar, 0, 0, 160);
  picture = paint (&bar);
  g_assert_cmpuint (count_runs (&picture, 3, 65, MIDDLE), >=, 10);
  g_assert_cmpint (get_ink_at (&picture, 0, MIDDLE - 4) + get_ink_at (&picture, 1, MIDDLE - 4), >, 150);
  g_assert_cmpint (get_ink_at (&picture, 158, MIDDLE - 4) + get_ink_at (&picture, 159, MIDDLE - 4), >, 150);
}

/* All of several dates: the sign at each, and a line that joins them. */
static void
test_all_of (void)
{
  static const SteppeStretch members[] = { { 10, 12 }, { 80, 84 }, { 150, 150 } };
  SteppeBar bar = make_bar (STEPPE_BAR_FORM_ALL_OF, STEPPE_STATUS_CONFIRMED, 160);
  g_auto (Picture) picture = { NULL };

  bar.members = members;
  bar.n_members = G_N_ELEMENTS (members);
  picture = paint (&bar);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    for (int y = MIDDLE - 3; y <= MIDDLE + 3; y++)
      g_assert_cmpint (get_ink_at (&picture, (int) (members[i].from + members[i].to) / 2, y), >, 240);
  g_assert_cmpuint (count_runs (&picture, 20, 140, MIDDLE), ==, 1);
  g_assert_true (is_column_empty (&picture, -1) && is_column_empty (&picture, 160));
  g_assert_cmpint (get_ink_at (&picture, 45, MIDDLE - 3), ==, 0);
}

/* What the date says about its own worth stands beside the sign, in a place of its own. */
static void
test_qualifiers (void)
{
  Picture pictures[4];

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      SteppeBar bar = make_bar (STEPPE_BAR_FORM_SIGN, STEPPE_STATUS_CONFIRMED, SIGN);
      double mark = steppe_sign_get_qualifier_width (i, SIGN);

      g_assert_cmpint (mark > 0, ==, i != STEPPE_QUALIFIER_NONE);
      bar.width = 40;
      bar.qualifier = i;
      steppe_bar_place (&bar, 0, 0, 40);
      pictures[i] = paint (&bar);
      for (int x = SIGN + (int) ceil (mark); x < 40; x++)
        g_assert_true (is_column_empty (&pictures[i], x));
      g_assert_cmpint (count_differences (&pictures[i], &pictures[0], 0, SIGN - 1), ==, 0);
      for (guint k = 0; k < i; k++)
        g_assert_cmpint (count_differences (&pictures[i], &pictures[k], SIGN, 40), >=, 10);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    clear_picture (&pictures[i]);
}

/* Painted piece by piece, as a reader sees it who zooms in, a body is what it is when painted at once. */
static void
test_pieces (void)
{
  static const SteppeStretch members[] = { { 300, 306 }, { 340, 600 }, { 950, 954 } };
  const int piece = 90;

  for (SteppeBarForm form = STEPPE_BAR_FORM_LASTING; form <= STEPPE_BAR_FORM_ALL_OF; form++)
    for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
      {
        SteppeBar bar = make_bar (form, statuses[i], 1000);
        g_auto (Picture) whole = { NULL };

        bar.start.fade = 150;
        bar.end.edge = STEPPE_EDGE_OPEN;
        bar.members = members;
        bar.n_members = G_N_ELEMENTS (members);
        steppe_bar_place (&bar, 0, 400, 800);
        whole = paint_part (&bar, 0, 1000);
        for (int from = 0; from + piece <= 1000; from += piece)
          {
            g_auto (Picture) part = paint_part (&bar, from, piece);

            for (int x = 0; x < piece; x++)
              for (int y = 0; y < HEIGHT; y++)
                if (abs (get_ink (&part, x, y) - get_ink (&whole, from + x, y)) > 8)
                  g_error ("form %d, status %d: %d,%d is %d in a piece and %d in all", form, statuses[i], from + x, y,
                           get_ink (&part, x, y), get_ink (&whole, from + x, y));
          }
      }
}

/* A second of a span of geological ages. */
static void
test_huge (void)
{
  for (SteppeBarForm form = STEPPE_BAR_FORM_LASTING; form <= STEPPE_BAR_FORM_ALL_OF; form++)
    for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
      {
        SteppeBar bar = make_bar (form, statuses[i], 1e12);
        SteppeStretch member = { 0, 1e12 };
        g_auto (Picture) picture = { NULL };
        gboolean is_seen = FALSE;

        bar.members = &member;
        bar.n_members = 1;
        bar.start.fade = 1e12;
        steppe_bar_place (&bar, 0, 9e11, 9e11 + 100);
        picture = paint_part (&bar, 9e11, 100);
        for (int x = 0; x < 100; x++)
          is_seen = is_seen || get_ink (&picture, x, MIDDLE) > 60;
        if (!is_seen)
          g_error ("form %d, status %d: nothing is seen", form, statuses[i]);
      }
}

/* Sign and label have a place in the part that is seen, and leave the dates of a one-of in sight. */
static void
test_places (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (int n = 0; n < 4000; n++)
    {
      SteppeStretch members[5];
      double width = g_rand_double_range (random, 40, 2000), label = g_rand_double_range (random, 10, 300);
      double seen_from = g_rand_double_range (random, -200, width - 30), seen_to = seen_from + g_rand_double_range (random, 100, 800);
      SteppeBarForm form = (SteppeBarForm) g_rand_int_range (random, STEPPE_BAR_FORM_LASTING, STEPPE_BAR_FORM_ALL_OF + 1);
      SteppeBar bar = make_bar (form, statuses[n % G_N_ELEMENTS (statuses)], width);
      double from = 0;

      bar.qualifier = n % 4;
      bar.members = members;
      for (guint i = 0; i < G_N_ELEMENTS (members); i++)
        {
          members[i].from = g_rand_double_range (random, from, width);
          members[i].to = g_rand_double_range (random, members[i].from, width);
          from = members[i].to;
        }
      bar.n_members = form == STEPPE_BAR_FORM_ONE_OF || form == STEPPE_BAR_FORM_ALL_OF ? G_N_ELEMENTS (members) : 0;
      steppe_bar_place (&bar, label, seen_from, seen_to);
      g_assert_true (bar.sign >= 0 && bar.sign + SIGN <= width + 1e-6);
      g_assert_cmpfloat (bar.label.to - bar.label.from, <=, label + 1e-6);
      if (bar.label.to <= bar.label.from)
        continue;
      g_assert_true (bar.label.from >= MAX (0, seen_from) && bar.label.to <= MIN (width, seen_to) + 1e-6);
      for (guint i = 0; i < bar.n_members; i++)
        {
          double middle = (members[i].from + members[i].to) / 2;

          if (form == STEPPE_BAR_FORM_ALL_OF || members[i].to - members[i].from < 8)
            g_assert_true (middle <= bar.label.from || middle >= bar.label.to);
        }
      /* What has room in all of it has so when all of it is seen. */
      steppe_bar_place (&bar, label, 0, width);
      if (steppe_bar_get_room (&bar) >= label)
        g_assert_cmpfloat_with_epsilon (bar.label.to - bar.label.from, label, 1e-6);
    }
}

/* Words on a confirmed bar are on its solid part, and are said to be; all others are on next to nothing. */
static void
test_label_on_fill (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      SteppeBar bar = make_bar (STEPPE_BAR_FORM_LASTING, statuses[i], 200);

      steppe_bar_place (&bar, 60, 0, 200);
      g_assert_cmpint (steppe_bar_is_label_on_fill (&bar), ==, statuses[i] == STEPPE_STATUS_CONFIRMED);
      bar.start.fade = 80;
      steppe_bar_place (&bar, 60, 0, 200);
      g_assert_cmpfloat (bar.sign, >=, 60);
      g_assert_cmpint (steppe_bar_is_label_on_fill (&bar), ==, statuses[i] == STEPPE_STATUS_CONFIRMED);
      /* There is no room for it beside the fade. */
      steppe_bar_place (&bar, 160, 0, 200);
      g_assert_false (steppe_bar_is_label_on_fill (&bar));
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bar/statuses-differ", test_statuses_differ);
  g_test_add_func ("/bar/filling", test_filling);
  g_test_add_func ("/bar/fade", test_fade);
  g_test_add_func ("/bar/fade-on-paper", test_fade_on_paper);
  g_test_add_func ("/bar/fade-all", test_fade_all);
  g_test_add_func ("/bar/ends", test_ends);
  g_test_add_func ("/bar/mirrored", test_mirrored);
  g_test_add_func ("/bar/moment", test_moment);
  g_test_add_func ("/bar/one-of", test_one_of);
  g_test_add_func ("/bar/one-of-range", test_one_of_range);
  g_test_add_func ("/bar/all-of", test_all_of);
  g_test_add_func ("/bar/qualifiers", test_qualifiers);
  g_test_add_func ("/bar/pieces", test_pieces);
  g_test_add_func ("/bar/huge", test_huge);
  g_test_add_func ("/bar/places", test_places);
  g_test_add_func ("/bar/label-on-fill", test_label_on_fill);
  return g_test_run ();
}
