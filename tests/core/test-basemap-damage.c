/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "geo/steppe-basemap.h"

#include "steppe-config.h"

#include <string.h>

/* A base map small enough to damage each of its bytes: one level, one area, one triangle of land, one
 * river, one place, and a world. Written by hand after data/basemap/FORMAT.md. */
static const guint8 small_body[] = {
  /* strings: "", "en", "MN", "Ulaanbaatar" */
  4, 0, 'e', 'n', 0, 'M', 'N', 0, 'U', 'l', 'a', 'a', 'n', 'b', 'a', 'a', 't', 'a', 'r', 0,
  /* areas: MN */
  1, 2, 0,
  /* places: languages en; Ulaanbaatar */
  1, 1, 1, 2, 0, 1, 1, 0, 2, 2, 3,
  /* land: area 1, one part of three points */
  1, 1, 3, 0, 0, 20, 0, 0, 20,
  /* river: no area, one part of two points */
  0, 1, 2, 1, 1, 9, 9,
  /* world: land */
  1, 1, 3, 0, 0, 20, 0, 0, 20
};

enum
{
  STRINGS = 20,
  AREAS = 3,
  PLACES = 11,
  LAND = 9,
  RIVER = 7,
  TABLES = 80 + 2 * 20 + 3 * 16,
};

static void
put_u32 (GByteArray *file, guint32 value)
{
  guint32 little = GUINT32_TO_LE (value);

  g_byte_array_append (file, (const guint8 *) &little, 4);
}

static void
put_f32 (GByteArray *file, float value)
{
  guint32 bits;

  memcpy (&bits, &value, sizeof bits);
  put_u32 (file, bits);
}

static void
put_f64 (GByteArray *file, double value)
{
  guint64 bits;

  memcpy (&bits, &value, sizeof bits);
  put_u32 (file, (guint32) bits);
  put_u32 (file, (guint32) (bits >> 32));
}

static void
put_layer (GByteArray *file, SteppeBasemapLayer kind, guint32 offset, guint32 length)
{
  put_u32 (file, kind);
  put_u32 (file, TABLES + offset);
  put_u32 (file, length);
  put_u32 (file, 1);
}

static void
put_level (GByteArray *file, guint32 unit, guint32 first, guint32 n)
{
  put_u32 (file, unit);
  put_f32 (file, unit == 0 ? 1000.0f : 0.5f);
  put_f32 (file, 0.0f);
  put_u32 (file, first);
  put_u32 (file, n);
}

/* Bit by bit, not as the reader does it. */
static guint32
crc32 (const guint8 *data, gsize length)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320 : 0);
    }
  return ~crc;
}

/* Puts the right length and checksum into the header, so that what is wrong behind it is met. */
static void
seal (guint8 *data, gsize length)
{
  guint32 little;

  if (length < 16)
    return;
  little = GUINT32_TO_LE ((guint32) length);
  memcpy (data + 8, &little, 4);
  little = GUINT32_TO_LE (crc32 (data + 16, length - 16));
  memcpy (data + 12, &little, 4);
}

static GByteArray *
make_small (void)
{
  GByteArray *file = g_byte_array_new ();
  guint32 at = TABLES;
  static const guint32 sections[] = { STRINGS, AREAS, PLACES };

  g_byte_array_append (file, (const guint8 *) "STPM", 4);
  put_u32 (file, 2);
  put_u32 (file, 0);
  put_u32 (file, 0);
  put_f64 (file, 42);
  put_f64 (file, 69);
  put_f64 (file, 50);
  put_f64 (file, 105);
  put_u32 (file, 2);
  put_u32 (file, 3);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      put_u32 (file, at);
      put_u32 (file, sections[i]);
      at += sections[i];
    }
  put_level (file, 0, 0, 2);
  put_level (file, 1, 2, 1);
  put_layer (file, STEPPE_BASEMAP_LAYER_LAND, STRINGS + AREAS + PLACES, LAND);
  put_layer (file, STEPPE_BASEMAP_LAYER_RIVER, STRINGS + AREAS + PLACES + LAND, RIVER);
  put_layer (file, STEPPE_BASEMAP_LAYER_LAND, STRINGS + AREAS + PLACES + LAND + RIVER, LAND);
  g_byte_array_append (file, small_body, sizeof small_body);
  seal (file->data, file->len);
  return file;
}

/* Opens @data and walks over all there is in it; every value it gives must be usable. Returns
 * whether all of it was read without a fault. */
static gboolean
read_all (const guint8 *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (SteppeBasemap) map = steppe_basemap_new (bytes, &error);
  gboolean whole = TRUE;
  guint n_places, n_areas;
  const SteppeBasemapPlace *places;

  if (map == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == STEPPE_BASEMAP_ERROR);
      return FALSE;
    }

  places = steppe_basemap_get_places (map, &n_places);
  steppe_basemap_get_areas (map, &n_areas);
  for (guint i = 0; i < n_places; i++)
    {
      g_assert_true (g_utf8_validate (places[i].names[0], -1, NULL));
      g_assert_cmpint (places[i].area, <, (int) n_areas);
    }
  for (guint i = 0; i <= steppe_basemap_get_n_levels (map); i++)
    {
      g_autoptr (GError) fault = NULL;
      const SteppeBasemapLevel *level = i < steppe_basemap_get_n_levels (map)
                                            ? steppe_basemap_load_level (map, i, &fault)
                                            : steppe_basemap_load_world (map, &fault);

      g_assert_true ((level == NULL) == (fault != NULL));
      if (level == NULL)
        {
          g_assert_error (fault, STEPPE_BASEMAP_ERROR, STEPPE_BASEMAP_ERROR_DAMAGED);
          whole = FALSE;
          continue;
        }
      for (guint layer = 0; layer < STEPPE_BASEMAP_N_LAYERS; layer++)
        {
          guint n_shapes;
          const SteppeBasemapShape *shapes = steppe_basemap_level_get_shapes (level, layer, &n_shapes);

          for (guint k = 0; k < n_shapes; k++)
            {
              g_assert_cmpint (shapes[k].area, <, (int) n_areas);
              for (guint p = 0; p < shapes[k].n_parts; p++)
                g_assert_cmpfloat (shapes[k].parts[p].points[2 * shapes[k].parts[p].n_points - 1], <=, 4e7);
            }
        }
    }
  return whole;
}

static void
test_small (void)
{
  g_autoptr (GByteArray) file = make_small ();
  g_autoptr (GBytes) bytes = g_bytes_new (file->data, file->len);
  g_autoptr (SteppeBasemap) map = steppe_basemap_new (bytes, NULL);
  guint n;
  const SteppeBasemapShape *shapes;

  g_assert_true (read_all (file->data, file->len));
  shapes = steppe_basemap_level_get_shapes (steppe_basemap_load_level (map, 0, NULL),
                                            STEPPE_BASEMAP_LAYER_LAND, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (shapes[0].area, ==, 0);
  g_assert_cmpuint (shapes[0].parts[0].n_points, ==, 3);
  g_assert_cmpfloat (shapes[0].box.x_max, ==, 10000);
  g_assert_cmpfloat (shapes[0].box.y_max, ==, 10000);
}

static void
assert_error (GByteArray *file, SteppeBasemapError code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (file->data, file->len);
  g_autoptr (GError) error = NULL;
  g_autoptr (SteppeBasemap) map = steppe_basemap_new (bytes, &error);

  g_assert_null (map);
  g_assert_error (error, STEPPE_BASEMAP_ERROR, (int) code);
}

static void
test_header (void)
{
  static const struct
  {
    guint at;
    SteppeBasemapError code;
    gboolean sealed;
  } cases[] = {
    { 0, STEPPE_BASEMAP_ERROR_FORMAT, TRUE },
    { 4, STEPPE_BASEMAP_ERROR_FORMAT, TRUE },
    { 8, STEPPE_BASEMAP_ERROR_DAMAGED, FALSE },
    { 12, STEPPE_BASEMAP_ERROR_DAMAGED, FALSE },
    { 22, STEPPE_BASEMAP_ERROR_FORMAT, TRUE },
    { TABLES + 9, STEPPE_BASEMAP_ERROR_DAMAGED, FALSE },
    { 48, STEPPE_BASEMAP_ERROR_DAMAGED, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GByteArray) file = make_small ();

      file->data[cases[i].at] ^= 0x40;
      if (cases[i].sealed)
        seal (file->data, file->len);
      assert_error (file, cases[i].code);
    }
}

/* Each byte set to each of the values that break readers, and each bit turned over. */
static void
test_each_byte (void)
{
  static const guint8 values[] = { 0x00, 0x01, 0x7f, 0x80, 0xff };
  g_autoptr (GByteArray) file = make_small ();
  g_autofree guint8 *copy = g_malloc (file->len);
  guint n_refused = 0;

  for (guint at = 16; at < file->len; at++)
    for (guint i = 0; i < G_N_ELEMENTS (values) + 8; i++)
      {
        memcpy (copy, file->data, file->len);
        copy[at] = i < 8 ? copy[at] ^ (1u << i) : values[i - 8];
        seal (copy, file->len);
        n_refused += !read_all (copy, file->len);
      }
  g_assert_cmpuint (n_refused, >, 500);
}

/* Two bytes at once, at random: what the one lets through the other may meet. */
static void
test_random_bytes (void)
{
  g_autoptr (GByteArray) file = make_small ();
  g_autofree guint8 *copy = g_malloc (file->len);

  for (guint i = 0; i < 5000; i++)
    {
      memcpy (copy, file->data, file->len);
      for (guint k = 0; k < 3; k++)
        copy[g_test_rand_int_range (16, (gint32) file->len)] = (guint8) g_test_rand_int_range (0, 256);
      seal (copy, file->len);
      read_all (copy, file->len);
    }
}

static void
test_truncated (void)
{
  g_autoptr (GByteArray) file = make_small ();

  for (guint length = 0; length < file->len; length++)
    {
      g_autofree guint8 *copy = g_memdup2 (file->data, length);

      seal (copy, length);
      g_assert_false (read_all (copy, length));
    }
}

/* A count that promises more than the file holds must not ask for the memory. */
static void
test_huge_counts (void)
{
  static const guint8 huge[] = { 0xff, 0xff, 0xff, 0xff, 0x0f };
  static const guint starts[] = { 0, STRINGS, STRINGS + AREAS, STRINGS + AREAS + PLACES + 1,
                                  STRINGS + AREAS + PLACES + 2 };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autoptr (GByteArray) file = make_small ();

      memcpy (file->data + TABLES + starts[i], huge, sizeof huge);
      seal (file->data, file->len);
      g_assert_false (read_all (file->data, file->len));
    }
}

static void
test_real_file (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (STEPPE_RESOURCE_BASE "/basemap/steppe.basemap",
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  g_assert_cmpuint (length, <, 1500000);
  g_assert_true (read_all (data, length));
  for (guint i = 0; i < 12; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, length);

      for (guint k = 0; k < 4; k++)
        copy[g_test_rand_int_range (80, (gint32) length)] ^= (guint8) g_test_rand_int_range (1, 256);
      g_assert_false (read_all (copy, length));
      seal (copy, length);
      read_all (copy, length);
    }
  for (guint i = 0; i < 8; i++)
    {
      gsize cut = (gsize) g_test_rand_int_range (0, (gint32) length);
      g_autofree guint8 *copy = g_memdup2 (data, cut);

      seal (copy, cut);
      g_assert_false (read_all (copy, cut));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/basemap-damage/small", test_small);
  g_test_add_func ("/basemap-damage/header", test_header);
  g_test_add_func ("/basemap-damage/each-byte", test_each_byte);
  g_test_add_func ("/basemap-damage/random-bytes", test_random_bytes);
  g_test_add_func ("/basemap-damage/truncated", test_truncated);
  g_test_add_func ("/basemap-damage/huge-counts", test_huge_counts);
  g_test_add_func ("/basemap-damage/real-file", test_real_file);
  return g_test_run ();
}
