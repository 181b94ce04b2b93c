/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier-testing.h"
#include "paint/steppe-map-figure.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <string.h>

#define WIDTH 420.0
#define HEIGHT 280.0
#define LEFT 30.0
#define TOP 50.0

static const char members[] =
    "'language': 'en', 'title': 'Test',"
    " 'places': ["
    "  {'id': 'city', 'name': 'Ulaanbaatar', 'precision_m': 40000, 'geometry': {'type': 'Point', 'coordinates': [106.92, 47.92]}},"
    "  {'id': 'border', 'name': 'Zamyn-Üüd', 'geometry': {'type': 'Point', 'coordinates': [111.9, 43.72]}},"
    "  {'id': 'moscow', 'name': 'Moscow', 'geometry': {'type': 'Point', 'coordinates': [37.62, 55.76]}},"
    "  {'id': 'new-york', 'name': 'New York', 'geometry': {'type': 'Point', 'coordinates': [-73.97, 40.75]}},"
    "  {'id': 'state', 'name': 'State', 'since': '1990', 'until': '2030', 'geometry': {'type': 'Polygon',"
    "   'coordinates': [[[90, 45], [115, 45], [115, 50], [90, 50], [90, 45]]]}}],"
    " 'actors': ["
    "  {'id': 'russia', 'name': 'Russia', 'place': 'moscow'},"
    "  {'id': 'mongolia', 'name': 'Mongolia', 'place': 'city'}],"
    " 'events': ["
    "  {'id': 'one', 'title': 'One', 'date': '2024-09-01', 'places': ['city'], 'kind': 'visit'},"
    "  {'id': 'two', 'title': 'Two', 'date': '2024-09-02', 'places': ['city'], 'kind': 'protest'},"
    "  {'id': 'three', 'title': 'Three', 'date': '2024-09-03', 'places': ['city'], 'kind': 'energy'},"
    "  {'id': 'four', 'title': 'Four', 'date': '2024-09-04', 'places': ['border'], 'kind': 'conflict'},"
    "  {'id': 'five', 'title': 'Five', 'date': '2024-09-05', 'places': ['new-york']},"
    "  {'id': 'six', 'title': 'Six', 'date': '2024-09-06'},"
    "  {'id': 'seven', 'title': 'Seven', 'date': '2024-09-07', 'places': ['city'], 'kind': 'treaty'}],"
    " 'relations': ["
    "  {'id': 'fuel', 'subject': 'russia', 'predicate': 'supplies', 'object': 'mongolia'},"
    "  {'id': 'debt', 'subject': 'mongolia', 'predicate': 'owes', 'object': 'russia', 'until': '2016'}],"
    " 'journeys': ["
    "  {'id': 'flight', 'name': 'Flight', 'kind': 'flight', 'legs': [{'from': 'moscow', 'to': 'city'}]},"
    "  {'id': 'road', 'name': 'Road', 'kind': 'road', 'legs': [{'from': 'city', 'to': 'border'}]}]";

typedef struct
{
  SteppeDossier *dossier;
  SteppeBasemap *basemap;
  PangoContext *context;
  PangoFontDescription *font;
  GPtrArray *events;
  GPtrArray *items;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->dossier = read_members (members);
  fixture->basemap = steppe_basemap_new_from_resource (&error);
  g_assert_no_error (error);
  fixture->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  fixture->font = pango_font_description_from_string ("Sans");
  fixture->events = g_ptr_array_new ();
  fixture->items = g_ptr_array_new ();
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_ptr_array_unref (fixture->events);
  g_ptr_array_unref (fixture->items);
  pango_font_description_free (fixture->font);
  g_object_unref (fixture->context);
  g_object_unref (fixture->basemap);
  g_assert_finalize_object (fixture->dossier);
}

static SteppeItem *
lookup (Fixture *fixture,
        const char *id)
{
  SteppeItem *item = steppe_dossier_lookup (fixture->dossier, id);

  g_assert_nonnull (item);
  return item;
}

static void
add (Fixture *fixture,
     GPtrArray *array,
     const char *ids)
{
  g_auto (GStrv) list = g_strsplit (ids, " ", 0);

  for (guint i = 0; list[i] != NULL; i++)
    g_ptr_array_add (array, lookup (fixture, list[i]));
}

static SteppeMapFigureOptions
get_options (Fixture *fixture)
{
  return (SteppeMapFigureOptions) { .basemap = fixture->basemap, .dossier = fixture->dossier, .width = WIDTH, .height = HEIGHT, .scheme = STEPPE_SCHEME_PRINT, .font = fixture->font, .em = 9 };
}

static SteppeMapFigure *
create (Fixture *fixture,
        const SteppeMapFigureOptions *options)
{
  g_autoptr (GError) error = NULL;
  SteppeMapFigure *figure = steppe_map_figure_new (options, fixture->context, &error);

  g_assert_no_error (error);
  return figure;
}

static cairo_status_t
write_cb (void *closure,
          const unsigned char *data,
          unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A page with the figure on it. */
static GBytes *
print (Fixture *fixture,
       const SteppeMapFigureOptions *options)
{
  g_autoptr (SteppeMapFigure) figure = create (fixture, options);
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, WIDTH + 2 * LEFT, HEIGHT + 2 * TOP);
  cairo_t *cr = cairo_create (surface);

  steppe_map_figure_draw (figure, cr, LEFT, TOP);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

/* What is written on the page; NULL where that cannot be read. */
static char *
read_text (GBytes *pdf)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext"), *path = NULL, *text = NULL;
  g_autoptr (GError) error = NULL;
  int fd;

  if (program == NULL)
    return NULL;
  fd = g_file_open_tmp ("steppe-XXXXXX.pdf", &path, &error);
  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char *[]) { program, (char *) "-raw", path, (char *) "-", NULL }, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text,
                NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return g_steal_pointer (&text);
}

/* All that there is, whatever stands out, is drawn without pixels. */
static void
test_vector (Fixture *fixture,
             gconstpointer data)
{
  static const char *const subjects[] = { "one", "border", "flight", "fuel", "russia" };
  SteppeMapFigureOptions options = get_options (fixture);

  add (fixture, fixture->items, "flight road fuel debt border");
  options.items = fixture->items;
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    for (guint k = 0; k < 4; k++)
      {
        g_autoptr (GBytes) pdf = NULL;

        options.subject = lookup (fixture, subjects[i]);
        options.numbered = k % 2 == 1;
        options.scheme = k / 2 == 1 ? STEPPE_SCHEME_PRINT_GRAY : STEPPE_SCHEME_PRINT;
        pdf = print (fixture, &options);
        g_assert_null (memmem (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), "/Image", strlen ("/Image")));
      }
}

/* How many pixels of the figure are not gray. */
static guint
count_colored (Fixture *fixture,
               const SteppeMapFigureOptions *options)
{
  g_autoptr (SteppeMapFigure) figure = create (fixture, options);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) WIDTH, (int) HEIGHT);
  cairo_t *cr = cairo_create (surface);
  const guchar *pixels;
  guint n = 0;

  steppe_map_figure_draw (figure, cr, 0, 0);
  for (guint i = 0; i < steppe_map_figure_get_legend (figure)->len; i++)
    steppe_map_figure_draw_sample (figure, i, cr, 20, 20 + 10 * i, 40);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  for (int row = 0; row < (int) HEIGHT; row++)
    for (int column = 0; column < (int) WIDTH; column++)
      {
        const guchar *pixel = pixels + row * cairo_image_surface_get_stride (surface) + 4 * column;

        n += pixel[0] != pixel[1] || pixel[1] != pixel[2];
      }
  cairo_surface_destroy (surface);
  return n;
}

static void
test_gray (Fixture *fixture,
           gconstpointer data)
{
  SteppeMapFigureOptions options = get_options (fixture);

  add (fixture, fixture->items, "flight road fuel debt border");
  options.items = fixture->items;
  options.subject = lookup (fixture, "four");
  for (int numbered = 0; numbered < 2; numbered++)
    {
      options.numbered = numbered;
      options.scheme = STEPPE_SCHEME_PRINT;
      g_assert_cmpuint (count_colored (fixture, &options), >, 0);
      options.scheme = STEPPE_SCHEME_PRINT_GRAY;
      g_assert_cmpuint (count_colored (fixture, &options), ==, 0);
    }
}

/* A gray is as light as the colour that it stands for; other schemes keep their colours. */
static void
test_colors (void)
{
  static const struct
  {
    SteppeColor color;
    double gray;
  } cases[] = {
    { { 0, 0, 0, 1 }, 0 },
    { { 1, 1, 1, 0.5 }, 1 },
    { { 0, 1, 0, 1 }, 0.8626 },
    { { 1, 0, 0, 1 }, 0.4980 },
    { { 0, 0, 1, 1 }, 0.2979 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SteppeColor gray = steppe_color_in_scheme (cases[i].color, STEPPE_SCHEME_PRINT_GRAY);
      SteppeColor same = steppe_color_in_scheme (cases[i].color, STEPPE_SCHEME_PRINT);

      g_assert_cmpfloat_with_epsilon (gray.red, cases[i].gray, 0.001);
      g_assert_cmpfloat (gray.green, ==, gray.red);
      g_assert_cmpfloat (gray.blue, ==, gray.red);
      g_assert_cmpfloat (gray.alpha, ==, cases[i].color.alpha);
      g_assert_cmpmem (&same, sizeof same, &cases[i].color, sizeof same);
    }
}

/* A pin has the numbers of the events at its place, in the order in which they were given, and the place its name. */
static void
test_numbers (Fixture *fixture,
              gconstpointer data)
{
  SteppeMapFigureOptions options = get_options (fixture);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  add (fixture, fixture->events, "one two three five four six seven");
  options.events = fixture->events;
  options.numbered = TRUE;
  pdf = print (fixture, &options);
  text = read_text (pdf);
  if (text == NULL)
    {
      g_test_skip ("pdftotext is missing");
      return;
    }
  g_assert_nonnull (strstr (text, "1–3, 7\n"));
  g_assert_nonnull (strstr (text, "\n5\n"));
  g_assert_nonnull (strstr (text, "Ulaanbaatar\n"));
  g_assert_nonnull (strstr (text, "Zamyn-Üüd\n"));
  g_assert_true (g_regex_match_simple (" km$", text, G_REGEX_MULTILINE, 0));
}

/* What is too far away is counted; what has no place is not. */
static void
test_elsewhere (Fixture *fixture,
                gconstpointer data)
{
  static const struct
  {
    const char *events;
    guint n_elsewhere;
    gboolean is_empty;
  } cases[] = {
    { "one two", 0, FALSE },
    { "one five", 1, FALSE },
    { "five", 1, TRUE },
    { "six", 0, TRUE },
  };
  SteppeMapFigureOptions options = get_options (fixture);

  options.events = fixture->events;
  options.items = fixture->items;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SteppeMapFigure) figure = NULL;

      g_ptr_array_set_size (fixture->events, 0);
      add (fixture, fixture->events, cases[i].events);
      figure = create (fixture, &options);
      g_assert_cmpuint (steppe_map_figure_get_elsewhere (figure), ==, cases[i].n_elsewhere);
      g_assert_cmpint (steppe_map_figure_is_empty (figure), ==, cases[i].is_empty);
    }
}

/* In the words is what is drawn and nothing else. */
static void
test_words (Fixture *fixture,
            gconstpointer data)
{
  SteppeMapFigureOptions options = get_options (fixture);
  g_autoptr (SteppeMapFigure) all = create (fixture, &options);
  g_autoptr (SteppeMapFigure) some = NULL;
  g_autofree char *words = steppe_map_figure_dup_words (all), *some_words = NULL;
  g_autofree char *caption = steppe_map_figure_dup_caption (all);

  g_assert_nonnull (strstr (words, "5 events are marked: Ulaanbaatar, Zamyn-Üüd."));
  g_assert_nonnull (strstr (words, "Also drawn: Flight; Road."));
  g_assert_nonnull (strstr (words, "Mongolia"));
  g_assert_nonnull (strstr (words, "1 event is outside this map."));
  g_assert_nonnull (strstr (caption, "1 event is outside this map."));
  g_assert_nonnull (strstr (caption, steppe_basemap_get_attribution ()));

  add (fixture, fixture->events, "four");
  add (fixture, fixture->items, "fuel");
  options.events = fixture->events;
  options.items = fixture->items;
  some = create (fixture, &options);
  some_words = steppe_map_figure_dup_words (some);
  g_assert_nonnull (strstr (some_words, "1 event is marked: Zamyn-Üüd."));
  g_assert_nonnull (strstr (some_words, "Russia"));
  g_assert_null (strstr (some_words, "Flight"));
  g_assert_null (strstr (some_words, "outside"));
}

/* The legend has the relations that were asked for, and whether they last. */
static void
test_legend (Fixture *fixture,
             gconstpointer data)
{
  SteppeMapFigureOptions options = get_options (fixture);
  g_autoptr (SteppeMapFigure) without = create (fixture, &options);
  g_autoptr (SteppeMapFigure) with = NULL;
  GArray *legend;

  g_assert_cmpuint (steppe_map_figure_get_legend (without)->len, ==, 0);
  add (fixture, fixture->items, "fuel");
  options.items = fixture->items;
  options.subject = lookup (fixture, "debt");
  with = create (fixture, &options);
  legend = steppe_map_figure_get_legend (with);
  g_assert_cmpuint (legend->len, ==, 2);
  g_assert_true (g_array_index (legend, SteppeMapLegendEntry, 0).relation == lookup (fixture, "fuel"));
  g_assert_true (g_array_index (legend, SteppeMapLegendEntry, 0).sure);
  g_assert_true (g_array_index (legend, SteppeMapLegendEntry, 1).relation == lookup (fixture, "debt"));
  g_assert_false (g_array_index (legend, SteppeMapLegendEntry, 1).sure);
}

/* All ink is within its bounds, at any size. */
static void
test_bounds (Fixture *fixture,
             gconstpointer data)
{
  static const struct
  {
    double width, height, em;
  } sizes[] = { { 420, 280, 9 }, { 150, 400, 7 }, { 500, 90, 12 }, { 40, 40, 9 } };
  SteppeMapFigureOptions options = get_options (fixture);

  options.numbered = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      g_autoptr (SteppeMapFigure) figure = NULL;
      double x, y, width, height;

      options.width = sizes[i].width;
      options.height = sizes[i].height;
      options.em = sizes[i].em;
      figure = create (fixture, &options);
      steppe_map_figure_draw (figure, cr, LEFT, TOP);
      cairo_destroy (cr);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      g_assert_cmpfloat (x, >=, LEFT - 1);
      g_assert_cmpfloat (y, >=, TOP - 1);
      g_assert_cmpfloat (x + width, <=, LEFT + sizes[i].width + 1);
      g_assert_cmpfloat (y + height, <=, TOP + sizes[i].height + 1);
      g_assert_cmpfloat (width, >=, sizes[i].width - 1);
      g_assert_cmpfloat (height, >=, sizes[i].height - 1);
      cairo_surface_destroy (surface);
    }
}

int
main (int argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/map-figure/vector", test_vector },
    { "/map-figure/gray", test_gray },
    { "/map-figure/numbers", test_numbers },
    { "/map-figure/elsewhere", test_elsewhere },
    { "/map-figure/words", test_words },
    { "/map-figure/legend", test_legend },
    { "/map-figure/bounds", test_bounds },
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-figure/colors", test_colors);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
