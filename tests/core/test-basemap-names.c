/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "geo/steppe-basemap.h"

#include <string.h>

/* What data/basemap/README.md promises about names. The languages of the map are these, in this order. */
enum
{
  ENGLISH,
  RUSSIAN,
  MONGOLIAN,
  CHINESE,
  N_LANGUAGES,
};

#define FULLY_NAMED_CITIES 50

static SteppeBasemap *map;
static const SteppeBasemapPlace *places;
static guint n_places;

static gboolean
is_in (const SteppeBasemapPlace *place, const char *code)
{
  return place->area == steppe_basemap_find_area (map, code);
}

static gboolean
has_names (const SteppeBasemapPlace *place)
{
  for (guint i = 0; i < N_LANGUAGES; i++)
    if (*place->names[i] == '\0')
      return FALSE;
  return TRUE;
}

static void
assert_names (const SteppeBasemapPlace *place)
{
  if (!has_names (place))
    g_error ("%s at %.1f, %.1f: ru “%s”, mn “%s”, zh “%s”", place->names[ENGLISH], place->longitude, place->latitude,
             place->names[RUSSIAN], place->names[MONGOLIAN], place->names[CHINESE]);
}

/* Everything but cities; of these all that are capitals, and all of Mongolia. */
static void
test_everywhere (void)
{
  for (guint i = 0; i < n_places; i++)
    if (places[i].kind != STEPPE_PLACE_LABEL_CITY || places[i].capital || is_in (&places[i], "MN"))
      assert_names (&places[i]);
}

static void
test_units (void)
{
  static const struct
  {
    const char *code;
    guint n;
  } countries[] = { { "RU", 83 }, { "MN", 22 }, { "CN", 31 } };

  for (guint k = 0; k < G_N_ELEMENTS (countries); k++)
    {
      guint n = 0, n_seats = 0;

      for (guint i = 0; i < n_places; i++)
        {
          n += places[i].kind == STEPPE_PLACE_LABEL_UNIT && is_in (&places[i], countries[k].code);
          n_seats += places[i].unit_seat && is_in (&places[i], countries[k].code);
        }
      g_assert_cmpuint (n, ==, countries[k].n);
      g_assert_cmpuint (n_seats, >, 15);
    }
}

static int
compare_population (gconstpointer a, gconstpointer b)
{
  const SteppeBasemapPlace *first = *(const SteppeBasemapPlace *const *) a;
  const SteppeBasemapPlace *second = *(const SteppeBasemapPlace *const *) b;

  return (first->population < second->population) - (first->population > second->population);
}

/* The largest cities have all four names, the others the one in their own language, which a reader of Mongolian is given too
 * where it is Russian. */
static void
test_cities (gconstpointer data)
{
  const char *code = data;
  guint own = strcmp (code, "RU") == 0 ? RUSSIAN : CHINESE;
  g_autoptr (GPtrArray) cities = g_ptr_array_new ();

  for (guint i = 0; i < n_places; i++)
    if (places[i].kind == STEPPE_PLACE_LABEL_CITY && is_in (&places[i], code))
      g_ptr_array_add (cities, (gpointer) &places[i]);
  g_ptr_array_sort (cities, compare_population);
  g_assert_cmpuint (cities->len, >, 10 * FULLY_NAMED_CITIES);
  for (guint i = 0; i < cities->len; i++)
    {
      const SteppeBasemapPlace *city = g_ptr_array_index (cities, i);

      if (i < FULLY_NAMED_CITIES)
        assert_names (city);
      if (*city->names[own] == '\0')
        g_error ("%s in %s has no name in its own language", city->names[ENGLISH], code);
    }
}

/* Words that are in the letters of their language, Chinese in simplified ones. */
static void
test_letters (void)
{
  static const GUnicodeScript scripts[] = {
    [ENGLISH] = G_UNICODE_SCRIPT_LATIN,
    [RUSSIAN] = G_UNICODE_SCRIPT_CYRILLIC,
    [MONGOLIAN] = G_UNICODE_SCRIPT_CYRILLIC,
    [CHINESE] = G_UNICODE_SCRIPT_HAN,
  };
  static const char traditional[] = "亞爾羅馬達蘭維薩諾聖烏龍島門廣東陽諾納齊澤";

  for (guint i = 0; i < n_places; i++)
    for (guint k = 0; k < N_LANGUAGES; k++)
      for (const char *at = places[i].names[k]; *at != '\0'; at = g_utf8_next_char (at))
        {
          gunichar letter = g_utf8_get_char (at);
          GUnicodeScript script = g_unichar_get_script (letter);

          if ((script != scripts[k] && script != G_UNICODE_SCRIPT_COMMON && script != G_UNICODE_SCRIPT_INHERITED) ||
              (k == CHINESE && g_utf8_strchr (traditional, -1, letter) != NULL))
            g_error ("%s: “%s”", places[i].names[ENGLISH], places[i].names[k]);
        }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  map = steppe_basemap_new_from_resource (&error);
  g_assert_no_error (error);
  places = steppe_basemap_get_places (map, &n_places);
  g_test_add_func ("/basemap-names/everywhere", test_everywhere);
  g_test_add_func ("/basemap-names/units", test_units);
  g_test_add_data_func ("/basemap-names/cities/RU", "RU", test_cities);
  g_test_add_data_func ("/basemap-names/cities/CN", "CN", test_cities);
  g_test_add_func ("/basemap-names/letters", test_letters);
  result = g_test_run ();
  g_clear_object (&map);
  return result;
}
