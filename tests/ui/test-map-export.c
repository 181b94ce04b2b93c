/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map-testing.h"

#include "map/steppe-map-export.h"

#include <string.h>

static const char dossier_text[] =
    "{\"format\": \"steppe-dossier\", \"version\": 1, \"language\": \"en\", \"title\": \"Test\","
    " \"places\": ["
    "  {\"id\": \"moscow\", \"name\": \"Moscow\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [37.62, 55.76]}},"
    "  {\"id\": \"city\", \"name\": \"Ulaanbaatar\", \"precision_m\": 300000, \"geometry\": {\"type\": \"Point\", \"coordinates\": [106.92, 47.92]}},"
    "  {\"id\": \"state\", \"name\": \"State\", \"since\": \"1990\", \"until\": \"2030\", \"geometry\": {\"type\": \"Polygon\","
    "   \"coordinates\": [[[90, 45], [115, 45], [115, 50], [90, 50], [90, 45]]]}}],"
    " \"actors\": ["
    "  {\"id\": \"russia\", \"name\": \"Russia\", \"place\": \"moscow\"},"
    "  {\"id\": \"mongolia\", \"name\": \"Mongolia\", \"place\": \"city\"}],"
    " \"events\": ["
    "  {\"id\": \"one\", \"title\": \"One\", \"date\": \"2024-09-01\", \"places\": [\"moscow\"]},"
    "  {\"id\": \"two\", \"title\": \"Two\", \"date\": \"2024-09-02\", \"places\": [\"city\"]},"
    "  {\"id\": \"three\", \"title\": \"Three\", \"date\": \"2024-09-03\", \"places\": [\"city\"]}],"
    " \"relations\": [{\"id\": \"fuel\", \"subject\": \"russia\", \"predicate\": \"supplies\", \"object\": \"mongolia\"}],"
    " \"journeys\": [{\"id\": \"flight\", \"name\": \"Flight\", \"kind\": \"flight\", \"legs\": [{\"from\": \"moscow\", \"to\": \"city\"}]}]}";

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  map_set_up (fixture, dossier_text);
  map_show (fixture);
}

static GBytes *export (Fixture *fixture,
                       SteppeMapFormat format)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = steppe_map_view_export (STEPPE_MAP_VIEW (fixture->view), format, &error);

  g_assert_no_error (error);
  return bytes;
}

static gboolean
contains (GBytes *bytes,
          const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, text, strlen (text)) != NULL;
}

/* Whatever is selected, a page and a drawing have no pictures in them, and fit into a letter. */
static void
test_vector (Fixture *fixture,
             gconstpointer data)
{
  static const char *const selections[] = { NULL, "one", "flight", "russia", "city" };

  for (guint i = 0; i < G_N_ELEMENTS (selections); i++)
    {
      g_autoptr (GBytes) pdf = NULL;
      g_autoptr (GBytes) svg = NULL;

      steppe_focus_set_selected (fixture->focus, selections[i] != NULL ? lookup (fixture, selections[i]) : NULL);
      settle ();
      pdf = export (fixture, STEPPE_MAP_FORMAT_PDF);
      svg = export (fixture, STEPPE_MAP_FORMAT_SVG);
      g_assert_true (contains (pdf, "%PDF-"));
      g_assert_false (contains (pdf, "/Subtype /Image"));
      g_assert_cmpuint (g_bytes_get_size (pdf), <, 1000000);
      g_assert_true (contains (svg, "<svg"));
      g_assert_false (contains (svg, "<image"));
    }
}

/* A picture has twice the pixels of the view, and a place for what is written below the map. */
static void
test_picture (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (GBytes) png = export (fixture, STEPPE_MAP_FORMAT_PNG);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (png, &error);

  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 2 * gtk_widget_get_width (fixture->view));
  g_assert_cmpint (gdk_texture_get_height (texture), >, 2 * gtk_widget_get_height (fixture->view));
}

static void
test_names (Fixture *fixture,
            gconstpointer data)
{
  SteppeMapFormat format;

  g_assert_true (steppe_map_format_from_name ("map.PDF", &format));
  g_assert_cmpint (format, ==, STEPPE_MAP_FORMAT_PDF);
  g_assert_true (steppe_map_format_from_name ("a.pdf.svg", &format));
  g_assert_cmpint (format, ==, STEPPE_MAP_FORMAT_SVG);
  g_assert_true (steppe_map_format_from_name ("карта.png", &format));
  g_assert_cmpint (format, ==, STEPPE_MAP_FORMAT_PNG);
  g_assert_false (steppe_map_format_from_name ("map", &format));
  g_assert_false (steppe_map_format_from_name ("map.jpg", &format));
}

static void
test_nothing (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  steppe_focus_set_dossier (fixture->focus, NULL);
  g_assert_null (steppe_map_view_export (STEPPE_MAP_VIEW (fixture->view), STEPPE_MAP_FORMAT_PDF, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc,
      char **argv)
{
  static const MapTest tests[] = {
    { "/map-export/vector", test_vector },
    { "/map-export/picture", test_picture },
    { "/map-export/names", test_names },
    { "/map-export/nothing", test_nothing },
  };

  return map_run_tests (&argc, &argv, tests, G_N_ELEMENTS (tests), set_up);
}
