/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier-testing.h"
#include "model/steppe-event.h"
#include "paint/steppe-timeline-figure.h"
#include "pdf-testing.h"

#include <math.h>
#include <string.h>

#define EM 10.0
#define WIDTH 480.0
#define HEIGHT 240.0
#define N_ROUNDS 60
#define OVERHANG 1.0 /* of glyphs beyond the room that they take, points */
#define SCALE 2 /* pixels of a point */

static const char story[] = "'events': ["
                            "{ 'id': 'protocol', 'title': 'Protocol signed', 'date': '1936-03-12', 'kind': 'conflict', 'status': 'confirmed' },"
                            "{ 'id': 'undated', 'title': 'Nobody knows when' },"
                            "{ 'id': 'battles', 'title': 'Battles at the river', 'date': '1939-05-11/1939-09-16', 'kind': 'conflict', 'status': 'confirmed' },"
                            "{ 'id': 'arrival', 'title': 'Arrival', 'date': '2024-09-02', 'kind': 'visit', 'status': 'confirmed' },"
                            "{ 'id': 'talks', 'title': 'Talks', 'date': '2024-09-03', 'kind': 'visit', 'status': 'disputed' },"
                            "{ 'id': 'departure', 'title': 'Departure', 'date': '2024-09-03T18:00:00Z', 'kind': 'visit', 'status': 'reported' } ]";

#define N_DATED 5

static PangoContext *
create_context (PangoDirection direction)
{
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new ();
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoContext *context;

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (fonts), 72);
  context = pango_font_map_create_context (fonts);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_base_dir (context, direction);
  return context;
}

/* A figure with the usual size; what else is wanted is set in @options. */
static SteppeTimelineFigure *
create_figure (SteppeTimelineFigureOptions options,
               PangoDirection direction)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Noto Sans");
  PangoContext *context = create_context (direction);
  SteppeTimelineFigure *figure;

  options.width = options.width > 0 ? options.width : WIDTH;
  options.max_height = options.max_height > 0 ? options.max_height : HEIGHT;
  options.scheme = options.scheme != STEPPE_SCHEME_LIGHT ? options.scheme : STEPPE_SCHEME_PRINT;
  options.font = font;
  options.em = EM;
  figure = steppe_timeline_figure_new (&options, context);
  g_object_unref (context);
  return figure;
}

static void
draw_figure (cairo_t *cr,
             gpointer user_data)
{
  steppe_timeline_figure_draw (user_data, cr, 0, 0);
}

static char *
create_random_edtf (void)
{
  int year = g_test_rand_int_range (1900, 2030), month = g_test_rand_int_range (1, 13), day = g_test_rand_int_range (1, 29);

  switch (g_test_rand_int_range (0, 9))
    {
    case 0:
      return g_strdup_printf ("%04d", year);
    case 1:
      return g_strdup_printf ("%04d-%02d~", year, month);
    case 2:
      return g_strdup_printf ("%04d-%02d-%02d/%04d?", year, month, day, year + 1 + g_test_rand_int_range (0, 20));
    case 3:
      return g_strdup_printf ("%04d/..", year);
    case 4:
      return g_strdup_printf ("../%04d", year);
    case 5:
      return g_strdup_printf ("{%04d,%04d..%04d}", year, year + 2, year + 4);
    case 6:
      return g_strdup_printf ("%04d%%", year);
    default:
      return g_strdup_printf ("2024-09-%02dT%02d:%02d:00Z", g_test_rand_int_range (1, 5), g_test_rand_int_range (0, 24), g_test_rand_int_range (0, 60));
    }
}

static SteppeDossier *
create_random_dossier (int n)
{
  static const char *const names[] = { "Talks", "Прибытие на аэродром", "总统抵达乌兰巴托", "زيارة الرئيس", "A name that is longer than any label has room for, whatever its lane" };
  SteppeDossier *dossier = steppe_dossier_new ();

  for (int i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("event-%d", i);
      g_autofree char *edtf = create_random_edtf ();
      g_autoptr (SteppeItem) item = steppe_item_new (STEPPE_ITEM_EVENT, id);
      g_autoptr (SteppeDate) date = steppe_date_new (edtf, NULL);
      g_autoptr (SteppeText) title = steppe_text_new_plain (names[g_test_rand_int_range (0, G_N_ELEMENTS (names))]);

      g_assert_nonnull (date);
      g_object_set (item, "title", title, "date", date, NULL);
      g_assert_true (steppe_dossier_add (dossier, item));
    }
  return dossier;
}

static void
assert_within (SteppeTimelineFigure *figure,
               double width)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double x, y, ink_width, ink_height;

  steppe_timeline_figure_draw (figure, cr, 0, 0);
  cairo_recording_surface_ink_extents (surface, &x, &y, &ink_width, &ink_height);
  g_assert_cmpfloat (ink_width, >, width / 2);
  g_assert_cmpfloat (x, >=, -OVERHANG);
  g_assert_cmpfloat (y, >=, -OVERHANG);
  g_assert_cmpfloat (x + ink_width, <=, width + OVERHANG);
  g_assert_cmpfloat (y + ink_height, <=, steppe_timeline_figure_get_height (figure) + OVERHANG);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_bounds (void)
{
  static const double widths[] = { 200, 320, 480, 780 };
  static const double heights[] = { 60, 110, 240 };

  for (int i = 0; i < N_ROUNDS; i++)
    {
      int n = (int) pow (10, g_test_rand_double_range (0, 2.5));
      g_autoptr (SteppeDossier) dossier = create_random_dossier (n);
      SteppeTimelineFigureOptions options = { dossier };
      g_autoptr (SteppeTimelineFigure) figure = NULL;

      options.numbered = i % 3 == 0;
      options.width = widths[g_test_rand_int_range (0, G_N_ELEMENTS (widths))];
      options.max_height = heights[g_test_rand_int_range (0, G_N_ELEMENTS (heights))];
      figure = create_figure (options, i % 2 == 0 ? PANGO_DIRECTION_LTR : PANGO_DIRECTION_RTL);
      g_assert_false (steppe_timeline_figure_is_empty (figure));
      g_assert_cmpfloat (steppe_timeline_figure_get_height (figure), <=, options.max_height);
      g_assert_cmpuint (steppe_timeline_figure_get_n_shown (figure) + steppe_timeline_figure_get_n_counted (figure), ==, n);
      assert_within (figure, options.width);
    }
}

/* What does not need the height does not take it. */
static void
test_height (void)
{
  g_autoptr (SteppeDossier) few = read_members (story);
  g_autoptr (SteppeDossier) many = create_random_dossier (300);
  g_autoptr (SteppeTimelineFigure) low = create_figure ((SteppeTimelineFigureOptions) { few }, PANGO_DIRECTION_LTR);
  g_autoptr (SteppeTimelineFigure) high = create_figure ((SteppeTimelineFigureOptions) { many }, PANGO_DIRECTION_LTR);

  g_assert_cmpfloat (steppe_timeline_figure_get_height (low), <, HEIGHT / 2);
  g_assert_cmpuint (steppe_timeline_figure_get_n_shown (low), ==, N_DATED);
  g_assert_cmpuint (steppe_timeline_figure_get_n_counted (low), ==, 0);
  g_assert_cmpfloat (steppe_timeline_figure_get_height (high), >, HEIGHT * 0.9);
  g_assert_cmpuint (steppe_timeline_figure_get_n_counted (high), >, 0);
}

static void
test_empty (void)
{
  g_autoptr (SteppeDossier) undated = read_members ("'events': [ { 'id': 'undated', 'title': 'Nobody knows when' } ]");
  g_autoptr (SteppeDossier) dossier = read_members (story);
  g_autoptr (SteppeTimelineFigure) without_dates = create_figure ((SteppeTimelineFigureOptions) { undated }, PANGO_DIRECTION_LTR);
  g_autoptr (SteppeTimelineFigure) too_low = create_figure ((SteppeTimelineFigureOptions) { dossier, .max_height = EM }, PANGO_DIRECTION_LTR);
  g_autoptr (SteppeTimelineFigure) too_narrow = create_figure ((SteppeTimelineFigureOptions) { dossier, .width = EM }, PANGO_DIRECTION_LTR);
  g_autofree char *words = steppe_timeline_figure_dup_words (without_dates);

  g_assert_true (steppe_timeline_figure_is_empty (without_dates));
  g_assert_cmpfloat (steppe_timeline_figure_get_height (without_dates), ==, 0);
  g_assert_cmpstr (words, ==, "");
  g_assert_true (steppe_timeline_figure_is_empty (too_low));
  g_assert_true (steppe_timeline_figure_is_empty (too_narrow));
}

static char *
read_figure_text (SteppeTimelineFigure *figure)
{
  g_autofree char *path = write_pdf (WIDTH, HEIGHT, draw_figure, figure);
  char *text = read_pdf_text (path);

  g_unlink (path);
  if (text == NULL)
    g_test_skip ("pdftotext is not there");
  return text;
}

static void
test_text (void)
{
  g_autoptr (SteppeDossier) dossier = read_members (story);
  g_autoptr (SteppeTimelineFigure) figure = create_figure ((SteppeTimelineFigureOptions) { dossier }, PANGO_DIRECTION_LTR);
  g_autofree char *text = read_figure_text (figure);

  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "Protocol signed"));
  g_assert_nonnull (strstr (text, "Battles at the river"));
  g_assert_nonnull (strstr (text, "Arrival"));
  g_assert_nonnull (strstr (text, "Departure"));
  g_assert_nonnull (strstr (text, "85 years"));
  g_assert_null (strstr (text, "Nobody knows when"));
  g_assert_null (strstr (text, "1 Protocol"));
}

/* Numbers are those of the list that is given, also where that is in no order of time and has what is not shown. */
static void
test_numbers (void)
{
  static const char *const ids[] = { "talks", "undated", "protocol", "battles" };
  g_autoptr (SteppeDossier) dossier = read_members (story);
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  g_autoptr (SteppeTimelineFigure) figure = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_ptr_array_add (events, steppe_dossier_lookup (dossier, ids[i]));
  figure = create_figure ((SteppeTimelineFigureOptions) { dossier, events, TRUE }, PANGO_DIRECTION_LTR);
  g_assert_cmpuint (steppe_timeline_figure_get_n_shown (figure), ==, 3);
  text = read_figure_text (figure);
  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "1 Talks"));
  g_assert_nonnull (strstr (text, "3 Protocol signed"));
  g_assert_nonnull (strstr (text, "4 Battles at the river"));
  g_assert_null (strstr (text, "Arrival"));
}

/* Where there is no room for names, all that have a sign still have their numbers. */
static void
test_kept_numbers (void)
{
  g_autoptr (SteppeDossier) dossier = steppe_dossier_new ();
  g_autoptr (SteppeTimelineFigure) figure = NULL;
  g_autofree char *text = NULL;
  guint n_numbers = 0;

  for (int i = 0; i < 90; i++)
    {
      g_autofree char *id = g_strdup_printf ("event-%d", i);
      g_autofree char *edtf = g_strdup_printf ("2024-%02d-%02d", i / 25 + 1, i % 25 + 1);
      g_autoptr (SteppeItem) item = steppe_item_new (STEPPE_ITEM_EVENT, id);
      g_autoptr (SteppeDate) date = steppe_date_new (edtf, NULL);
      g_autoptr (SteppeText) title = steppe_text_new_plain ("Mobilization");

      g_object_set (item, "title", title, "date", date, NULL);
      g_assert_true (steppe_dossier_add (dossier, item));
    }
  figure = create_figure ((SteppeTimelineFigureOptions) { dossier, .numbered = TRUE, .max_height = 100 }, PANGO_DIRECTION_LTR);
  text = read_figure_text (figure);
  if (text == NULL)
    return;
  /* Below the header, numbers are those of events; counts have a sign. */
  for (const char *line = strchr (strchr (text, '\n') + 1, '\n'); *line != '\0'; line++)
    n_numbers += g_ascii_isdigit (*line) && !g_ascii_isdigit (line[-1]) && line[-1] != '+';
  g_assert_cmpuint (steppe_timeline_figure_get_n_counted (figure), >, 0);
  g_assert_cmpuint (n_numbers, ==, steppe_timeline_figure_get_n_shown (figure));
}

static cairo_surface_t *
paint_figure (SteppeTimelineFigure *figure)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) WIDTH * SCALE, (int) HEIGHT * SCALE);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, SCALE, SCALE);
  steppe_timeline_figure_draw (figure, cr, 0, 0);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* How many pixels are much redder than blue, and how many much bluer than red, and how far to the right they are. */
typedef struct
{
  guint n_red;
  guint n_blue;
  double red_x;
  double blue_x;
} Colors;

static Colors
find_colors (cairo_surface_t *surface)
{
  Colors colors = { 0 };

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    {
      const guint8 *row = cairo_image_surface_get_data (surface) + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

      for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
        {
          guint32 pixel;
          int difference;

          memcpy (&pixel, row + 4 * x, sizeof pixel);
          difference = (int) (pixel >> 16 & 0xff) - (int) (pixel & 0xff);
          if (difference > 40)
            {
              colors.n_red++;
              colors.red_x += x;
            }
          else if (difference < -40)
            {
              colors.n_blue++;
              colors.blue_x += x;
            }
        }
    }
  colors.red_x /= MAX (1, colors.n_red);
  colors.blue_x /= MAX (1, colors.n_blue);
  return colors;
}

static Colors
find_colors_of (SteppeTimelineFigureOptions options,
                PangoDirection direction)
{
  g_autoptr (SteppeTimelineFigure) figure = create_figure (options, direction);
  cairo_surface_t *surface = paint_figure (figure);
  Colors colors = find_colors (surface);

  cairo_surface_destroy (surface);
  return colors;
}

/* What is red in the story comes before what is blue. */
static void
test_direction (void)
{
  g_autoptr (SteppeDossier) dossier = read_members (story);
  Colors left_to_right = find_colors_of ((SteppeTimelineFigureOptions) { dossier }, PANGO_DIRECTION_LTR);
  Colors right_to_left = find_colors_of ((SteppeTimelineFigureOptions) { dossier }, PANGO_DIRECTION_RTL);

  g_assert_cmpuint (left_to_right.n_red, >, 0);
  g_assert_cmpuint (left_to_right.n_blue, >, 0);
  g_assert_cmpfloat (left_to_right.red_x, <, left_to_right.blue_x);
  g_assert_cmpuint (right_to_left.n_red, >, 0);
  g_assert_cmpuint (right_to_left.n_blue, >, 0);
  g_assert_cmpfloat (right_to_left.red_x, >, right_to_left.blue_x);
}

static void
test_gray (void)
{
  g_autoptr (SteppeDossier) dossier = read_members (story);
  g_autoptr (SteppeTimelineFigure) figure = create_figure ((SteppeTimelineFigureOptions) { dossier, .scheme = STEPPE_SCHEME_PRINT_GRAY }, PANGO_DIRECTION_LTR);
  cairo_surface_t *surface = paint_figure (figure);

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      {
        const guint8 *bytes = cairo_image_surface_get_data (surface) + (gsize) y * (gsize) cairo_image_surface_get_stride (surface) + 4 * (gsize) x;
        guint32 pixel;

        memcpy (&pixel, bytes, sizeof pixel);
        g_assert_cmpuint (pixel >> 16 & 0xff, ==, pixel & 0xff);
        g_assert_cmpuint (pixel >> 8 & 0xff, ==, pixel & 0xff);
      }
  cairo_surface_destroy (surface);
}

static guint64
sum_ink (SteppeTimelineFigure *figure)
{
  cairo_surface_t *surface = paint_figure (figure);
  const guint8 *data = cairo_image_surface_get_data (surface);
  guint64 sum = 0;

  for (gsize i = 0; i < (gsize) cairo_image_surface_get_stride (surface) * (gsize) cairo_image_surface_get_height (surface); i += 4)
    sum += 255u - data[i + 1];
  cairo_surface_destroy (surface);
  return sum;
}

/* Also without colour. */
static void
test_subject (void)
{
  g_autoptr (SteppeDossier) dossier = read_members (story);
  SteppeTimelineFigureOptions options = { dossier, .scheme = STEPPE_SCHEME_PRINT_GRAY };
  g_autoptr (SteppeTimelineFigure) plain = create_figure (options, PANGO_DIRECTION_LTR);
  g_autoptr (SteppeTimelineFigure) marked = NULL;

  options.subject = steppe_dossier_lookup (dossier, "protocol");
  marked = create_figure (options, PANGO_DIRECTION_LTR);
  g_assert_cmpuint (sum_ink (marked), >, sum_ink (plain));
}

/* Fades, hatches and half-filled signs stay vector too. */
static void
test_no_images (void)
{
  g_autoptr (SteppeDossier) dossier = read_members ("'events': ["
                                                    "{ 'id': 'a', 'title': 'a', 'date': '194X/195X', 'status': 'confirmed' },"
                                                    "{ 'id': 'b', 'title': 'b', 'date': '1941/1955', 'status': 'disputed' },"
                                                    "{ 'id': 'c', 'title': 'c', 'date': '1945-05-01', 'status': 'reported' },"
                                                    "{ 'id': 'd', 'title': 'd', 'date': '/1950', 'status': 'planned' } ]");
  g_autoptr (SteppeTimelineFigure) figure = create_figure ((SteppeTimelineFigureOptions) { dossier }, PANGO_DIRECTION_LTR);
  g_autofree char *path = write_pdf (WIDTH, HEIGHT, draw_figure, figure);
  g_autofree char *images = read_pdf_images (path);
  g_auto (GStrv) lines = NULL;
  g_autofree char *file = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &file, &length, NULL));
  g_unlink (path);
  /* Masks of transparency are what printers make pictures of. */
  g_assert_null (g_strrstr_len (file, (gssize) length, "/SMask"));
  if (images == NULL)
    {
      g_test_skip ("pdfimages is not there");
      return;
    }
  lines = g_strsplit (g_strchomp (images), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 2); /* the head of the list */
}

static void
test_words (void)
{
  g_autoptr (SteppeDossier) dossier = read_members (story);
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  g_autoptr (SteppeTimelineFigure) all = create_figure ((SteppeTimelineFigureOptions) { dossier }, PANGO_DIRECTION_LTR);
  g_autoptr (SteppeTimelineFigure) one = NULL;
  g_autofree char *words = steppe_timeline_figure_dup_words (all);
  g_autofree char *words_of_one = NULL;

  g_ptr_array_add (events, steppe_dossier_lookup (dossier, "talks"));
  one = create_figure ((SteppeTimelineFigureOptions) { dossier, events }, PANGO_DIRECTION_LTR);
  words_of_one = steppe_timeline_figure_dup_words (one);
  g_assert_true (g_str_has_prefix (words, "Timeline from 1936 to 2024 with 5 events; empty stretches are shortened: "));
  g_assert_nonnull (strstr (words, "85 years"));
  g_assert_cmpstr (words_of_one, ==, "Timeline of 2024 with 1 event");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-figure/bounds", test_bounds);
  g_test_add_func ("/timeline-figure/height", test_height);
  g_test_add_func ("/timeline-figure/empty", test_empty);
  g_test_add_func ("/timeline-figure/text", test_text);
  g_test_add_func ("/timeline-figure/numbers", test_numbers);
  g_test_add_func ("/timeline-figure/kept-numbers", test_kept_numbers);
  g_test_add_func ("/timeline-figure/direction", test_direction);
  g_test_add_func ("/timeline-figure/gray", test_gray);
  g_test_add_func ("/timeline-figure/subject", test_subject);
  g_test_add_func ("/timeline-figure/no-images", test_no_images);
  g_test_add_func ("/timeline-figure/words", test_words);
  return g_test_run ();
}
