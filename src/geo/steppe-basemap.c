/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "geo/steppe-basemap.h"
#include "geo/steppe-basemap-private.h"
#include "geo/steppe-albers.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>
#include <zlib.h>

#define VERSION 2
#define HEADER_LENGTH 80
#define CHECKED_FROM 16
#define MAX_LEVELS 8
#define LEVEL_LENGTH 20
#define LAYER_LENGTH 16
#define DEGREES_PER_UNIT 1e-4
#define WIDEST_METRES_PER_PIXEL 48000.0
#define MAX_RANK 15

#define AREA_DISPUTED (1 << 0)
#define PLACE_CAPITAL (1 << 0)
#define PLACE_UNIT_SEAT (1 << 1)

struct _SteppeBasemap
{
  GObject parent_instance;

  GBytes *bytes;
  const guint8 *data;
  gsize length;

  const char **strings;
  guint n_strings;
  SteppeBasemapArea *areas;
  guint n_areas;
  const char **languages;
  guint n_languages;
  SteppeBasemapPlace *places;
  guint n_places;
  const char **names;

  SteppeLevelEntry entries[MAX_LEVELS];
  guint n_levels; /* of the map; the world is the entry after them, if there is one */
  gboolean has_world;

  GMutex mutex; /* guards what follows */
  SteppeBasemapLevel *levels[MAX_LEVELS];
  SteppeBasemapLevel *elsewhere; /* the world in the projection that was asked for last */
  SteppeProjection projection;
};

typedef struct
{
  guint32 offset;
  guint32 length;
} Section;

G_DEFINE_QUARK (steppe - basemap - error - quark, steppe_basemap_error)
G_DEFINE_FINAL_TYPE (SteppeBasemap, steppe_basemap, G_TYPE_OBJECT)

static gboolean
fail_damaged (GError **error, const char *what)
{
  g_set_error (error, STEPPE_BASEMAP_ERROR, STEPPE_BASEMAP_ERROR_DAMAGED,
               _ ("The base map is damaged: %s"), what);
  return FALSE;
}

static gboolean
is_within (SteppeBasemap *self, gsize offset, gsize length)
{
  return offset <= self->length && length <= self->length - offset;
}

static gboolean
open_section (SteppeBasemap *self, const Section *section, SteppeByteReader *reader)
{
  if (!is_within (self, section->offset, section->length))
    return FALSE;
  *reader = (SteppeByteReader) {
    self->data + section->offset, self->data + section->offset + section->length, FALSE
  };
  return TRUE;
}

static gboolean
read_strings (SteppeBasemap *self, const Section *section)
{
  SteppeByteReader reader;

  if (!open_section (self, section, &reader))
    return FALSE;
  self->n_strings = _steppe_byte_reader_count (&reader, 1);
  self->strings = g_new0 (const char *, self->n_strings);
  for (guint i = 0; i < self->n_strings; i++)
    {
      gsize left = reader.end - reader.at;
      const guint8 *zero = left > 0 ? memchr (reader.at, '\0', left) : NULL;

      if (zero == NULL || !g_utf8_validate_len ((const char *) reader.at, zero - reader.at, NULL))
        return FALSE;
      self->strings[i] = (const char *) reader.at;
      reader.at = zero + 1;
    }
  return self->n_strings > 0 && *self->strings[0] == '\0' && reader.at == reader.end;
}

/* The string whose index comes next; the empty one, with @reader failed, if there is none such. */
static const char *
read_string (SteppeBasemap *self, SteppeByteReader *reader)
{
  guint32 index = _steppe_byte_reader_varint (reader);

  if (index >= self->n_strings)
    {
      reader->failed = TRUE;
      index = 0;
    }
  return self->strings[index];
}

static gboolean
read_areas (SteppeBasemap *self, const Section *section)
{
  SteppeByteReader reader;

  if (!open_section (self, section, &reader))
    return FALSE;
  self->n_areas = _steppe_byte_reader_count (&reader, 2);
  self->areas = g_new0 (SteppeBasemapArea, self->n_areas);
  for (guint i = 0; i < self->n_areas; i++)
    {
      self->areas[i].code = read_string (self, &reader);
      self->areas[i].disputed = (_steppe_byte_reader_u8 (&reader) & AREA_DISPUTED) != 0;
    }
  return !reader.failed && reader.at == reader.end;
}

static void
read_place (SteppeBasemap *self, SteppeByteReader *reader, guint index)
{
  SteppeBasemapPlace *place = &self->places[index];
  const char **names = self->names + (gsize) index * self->n_languages;
  guint8 flags;
  guint32 area;

  place->kind = _steppe_byte_reader_u8 (reader);
  place->rank = _steppe_byte_reader_u8 (reader);
  flags = _steppe_byte_reader_u8 (reader);
  place->capital = (flags & PLACE_CAPITAL) != 0;
  place->unit_seat = (flags & PLACE_UNIT_SEAT) != 0;
  area = _steppe_byte_reader_varint (reader);
  place->area = (int) area - 1;
  place->population = _steppe_byte_reader_varint (reader);
  place->longitude = _steppe_byte_reader_zigzag (reader) * DEGREES_PER_UNIT;
  place->latitude = _steppe_byte_reader_zigzag (reader) * DEGREES_PER_UNIT;
  for (guint i = 0; i < self->n_languages; i++)
    names[i] = read_string (self, reader);
  place->names = names;

  if (place->kind > STEPPE_PLACE_LABEL_RAILWAY || place->rank > MAX_RANK || area > self->n_areas ||
      fabs (place->longitude) > 180.0 || fabs (place->latitude) > 90.0 || *names[0] == '\0')
    reader->failed = TRUE;
  else
    steppe_albers_forward (place->longitude, place->latitude, &place->x, &place->y);
}

static gboolean
read_places (SteppeBasemap *self, const Section *section)
{
  SteppeByteReader reader;

  if (!open_section (self, section, &reader))
    return FALSE;
  self->n_languages = _steppe_byte_reader_count (&reader, 1);
  if (self->n_languages == 0)
    return FALSE;
  self->languages = g_new0 (const char *, self->n_languages);
  for (guint i = 0; i < self->n_languages; i++)
    self->languages[i] = read_string (self, &reader);

  self->n_places = _steppe_byte_reader_count (&reader, 7 + self->n_languages);
  self->places = g_new0 (SteppeBasemapPlace, self->n_places);
  self->names = g_new0 (const char *, (gsize) self->n_places * self->n_languages);
  for (guint i = 0; i < self->n_places && !reader.failed; i++)
    read_place (self, &reader, i);
  return !reader.failed && reader.at == reader.end;
}

static gboolean
read_layer (SteppeBasemap *self, SteppeByteReader *tables, SteppeLevelEntry *level)
{
  guint32 kind = _steppe_byte_reader_u32 (tables);
  guint32 offset = _steppe_byte_reader_u32 (tables);
  guint32 length = _steppe_byte_reader_u32 (tables);
  guint32 n_features = _steppe_byte_reader_u32 (tables);

  if (tables->failed || kind >= STEPPE_BASEMAP_N_LAYERS || !is_within (self, offset, length))
    return FALSE;
  level->layers[kind] = (SteppeLayerEntry) { offset, length, n_features };
  return TRUE;
}

static gboolean
read_level (SteppeBasemap *self, SteppeByteReader *tables, guint index, guint n_levels, guint n_layers)
{
  SteppeLevelEntry *entry = &self->entries[index];
  guint32 first, n;
  SteppeByteReader layers;

  entry->unit = _steppe_byte_reader_u32 (tables);
  entry->quantum = _steppe_byte_reader_f32 (tables);
  entry->finest = _steppe_byte_reader_f32 (tables);
  first = _steppe_byte_reader_u32 (tables);
  n = _steppe_byte_reader_u32 (tables);
  if (tables->failed || entry->unit > STEPPE_UNIT_DEGREES || !(entry->quantum > 0.0f) ||
      !isfinite (entry->quantum) || !(entry->finest >= 0.0f) || first > n_layers || n > n_layers - first)
    return FALSE;

  layers = (SteppeByteReader) {
    self->data + HEADER_LENGTH + n_levels * LEVEL_LENGTH + first * (gsize) LAYER_LENGTH,
    self->data + self->length, FALSE
  };
  for (guint i = 0; i < n; i++)
    if (!read_layer (self, &layers, entry))
      return FALSE;

  /* Levels of the map, then at most one of the world. */
  if (self->has_world)
    return FALSE;
  if (entry->unit == STEPPE_UNIT_DEGREES)
    self->has_world = TRUE;
  else
    self->n_levels++;
  return TRUE;
}

static gboolean
read_tables (SteppeBasemap *self, guint32 n_levels, guint32 n_layers)
{
  SteppeByteReader tables = { self->data + HEADER_LENGTH, self->data + self->length, FALSE };

  if (n_levels == 0 || n_levels > MAX_LEVELS ||
      n_layers > (self->length - HEADER_LENGTH) / LAYER_LENGTH ||
      !is_within (self, HEADER_LENGTH, n_levels * LEVEL_LENGTH + n_layers * (gsize) LAYER_LENGTH))
    return FALSE;
  for (guint i = 0; i < n_levels; i++)
    if (!read_level (self, &tables, i, n_levels, n_layers))
      return FALSE;
  return self->n_levels > 0;
}

static gboolean
check_projection (SteppeByteReader *header, GError **error)
{
  static const double expected[] = { STEPPE_ALBERS_LAT_1, STEPPE_ALBERS_LAT_2,
                                     STEPPE_ALBERS_LAT_0, STEPPE_ALBERS_LON_0 };
  gboolean same = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    same &= _steppe_byte_reader_f64 (header) == expected[i];
  if (!same)
    g_set_error_literal (error, STEPPE_BASEMAP_ERROR, STEPPE_BASEMAP_ERROR_FORMAT,
                         _ ("The base map is in another projection"));
  return same;
}

static gboolean
check_header (SteppeBasemap *self, SteppeByteReader *header, GError **error)
{
  guint32 version, length, crc;

  if (self->length < HEADER_LENGTH || memcmp (self->data, "STPM", 4) != 0)
    {
      g_set_error_literal (error, STEPPE_BASEMAP_ERROR, STEPPE_BASEMAP_ERROR_FORMAT,
                           _ ("This is not a base map"));
      return FALSE;
    }
  header->at += 4;
  version = _steppe_byte_reader_u32 (header);
  if (version != VERSION)
    {
      g_set_error (error, STEPPE_BASEMAP_ERROR, STEPPE_BASEMAP_ERROR_FORMAT,
                   _ ("Version %u of the base map is not known"), version);
      return FALSE;
    }
  length = _steppe_byte_reader_u32 (header);
  crc = _steppe_byte_reader_u32 (header);
  if (length != self->length ||
      crc != crc32_z (0, self->data + CHECKED_FROM, self->length - CHECKED_FROM))
    return fail_damaged (error, _ ("its length or checksum is wrong"));
  return check_projection (header, error);
}

static Section
read_section (SteppeByteReader *header)
{
  Section section;

  section.offset = _steppe_byte_reader_u32 (header);
  section.length = _steppe_byte_reader_u32 (header);
  return section;
}

static gboolean
parse (SteppeBasemap *self, GError **error)
{
  SteppeByteReader header = { self->data, self->data + self->length, FALSE };
  guint32 n_levels, n_layers;
  Section strings, areas, places;

  if (!check_header (self, &header, error))
    return FALSE;
  n_levels = _steppe_byte_reader_u32 (&header);
  n_layers = _steppe_byte_reader_u32 (&header);
  strings = read_section (&header);
  areas = read_section (&header);
  places = read_section (&header);

  if (!read_tables (self, n_levels, n_layers))
    return fail_damaged (error, _ ("its tables are wrong"));
  if (!read_strings (self, &strings))
    return fail_damaged (error, _ ("its strings are wrong"));
  if (!read_areas (self, &areas))
    return fail_damaged (error, _ ("its areas are wrong"));
  if (!read_places (self, &places))
    return fail_damaged (error, _ ("its places are wrong"));
  return TRUE;
}

static void
steppe_basemap_finalize (GObject *object)
{
  SteppeBasemap *self = STEPPE_BASEMAP (object);

  for (guint i = 0; i < MAX_LEVELS; i++)
    g_clear_pointer (&self->levels[i], steppe_basemap_level_unref);
  g_clear_pointer (&self->elsewhere, steppe_basemap_level_unref);
  g_free (self->strings);
  g_free (self->areas);
  g_free (self->languages);
  g_free (self->places);
  g_free (self->names);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (steppe_basemap_parent_class)->finalize (object);
}

static void
steppe_basemap_class_init (SteppeBasemapClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = steppe_basemap_finalize;
}

static void
steppe_basemap_init (SteppeBasemap *self)
{
  g_mutex_init (&self->mutex);
}

/**
 * steppe_basemap_new:
 * @bytes: a file as data/basemap/FORMAT.md describes it; it is kept, not copied
 * @error: return location for a #SteppeBasemapError
 *
 * Opens a base map. Its tables, areas and places are read now, its levels when asked for.
 *
 * Returns: (transfer full) (nullable): the base map, or %NULL
 */
SteppeBasemap *
steppe_basemap_new (GBytes *bytes, GError **error)
{
  g_autoptr (SteppeBasemap) self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_object_new (STEPPE_TYPE_BASEMAP, NULL);
  self->bytes = g_bytes_ref (bytes);
  self->data = g_bytes_get_data (bytes, &self->length);
  return parse (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * steppe_basemap_new_from_resource:
 * @error: return location for a #GError
 *
 * Opens the base map that Steppe comes with.
 *
 * Returns: (transfer full) (nullable): the base map, or %NULL
 */
SteppeBasemap *
steppe_basemap_new_from_resource (GError **error)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (STEPPE_RESOURCE_BASE "/basemap/steppe.basemap",
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes != NULL ? steppe_basemap_new (bytes, error) : NULL;
}

/**
 * steppe_basemap_get_n_levels:
 * @self: a base map
 *
 * Returns: how many levels of detail there are, at least 1; level 0 is the coarsest
 */
guint
steppe_basemap_get_n_levels (SteppeBasemap *self)
{
  g_return_val_if_fail (STEPPE_IS_BASEMAP (self), 0);

  return self->n_levels;
}

/**
 * steppe_basemap_get_level_at:
 * @self: a base map
 * @metres_per_pixel: the scale, by pixels of the device
 *
 * Returns: the level to draw at this scale
 */
guint
steppe_basemap_get_level_at (SteppeBasemap *self, double metres_per_pixel)
{
  g_return_val_if_fail (STEPPE_IS_BASEMAP (self), 0);

  for (guint i = 0; i < self->n_levels; i++)
    if (metres_per_pixel >= (double) self->entries[i].finest)
      return i;
  return self->n_levels - 1;
}

static SteppeBasemapLevel *
load_entry (SteppeBasemap *self, guint index, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (self->levels[index] == NULL)
    self->levels[index] = _steppe_basemap_level_new (self->data, &self->entries[index],
                                                     self->n_areas, error);
  return self->levels[index];
}

/**
 * steppe_basemap_load_level:
 * @self: a base map
 * @level: which level, less than steppe_basemap_get_n_levels()
 * @error: return location for a #SteppeBasemapError
 *
 * Gives a level of detail. The first call decodes it, which takes some milliseconds. Any thread
 * may call this.
 *
 * Returns: (transfer none) (nullable): the level, in metres of the map
 */
const SteppeBasemapLevel *
steppe_basemap_load_level (SteppeBasemap *self, guint level, GError **error)
{
  g_return_val_if_fail (STEPPE_IS_BASEMAP (self), NULL);
  g_return_val_if_fail (level < self->n_levels, NULL);

  return load_entry (self, level, error);
}

/**
 * steppe_basemap_load_world:
 * @self: a base map
 * @error: return location for a #SteppeBasemapError
 *
 * Gives the coarse land and borders of the whole world. Any thread may call this.
 *
 * Returns: (transfer none) (nullable): the world, in degrees of longitude (-169 to 191) and latitude
 */
const SteppeBasemapLevel *
steppe_basemap_load_world (SteppeBasemap *self, GError **error)
{
  g_return_val_if_fail (STEPPE_IS_BASEMAP (self), NULL);

  if (!self->has_world)
    {
      fail_damaged (error, _ ("it has no world"));
      return NULL;
    }
  return load_entry (self, self->n_levels, error);
}

static SteppeBasemapLevel *
load_elsewhere (SteppeBasemap *self, const SteppeProjection *projection, GError **error)
{
  const SteppeBasemapLevel *world = steppe_basemap_load_world (self, error);
  const SteppeBasemapLevel *waters = world != NULL ? steppe_basemap_load_level (self, 0, error) : NULL;
  g_autoptr (GMutexLocker) locker = NULL;

  if (waters == NULL)
    return NULL;
  locker = g_mutex_locker_new (&self->mutex);
  if (self->elsewhere == NULL || !steppe_projection_equal (&self->projection, projection))
    {
      g_clear_pointer (&self->elsewhere, steppe_basemap_level_unref);
      self->elsewhere = _steppe_basemap_level_project (world, waters, projection);
      self->projection = *projection;
    }
  return steppe_basemap_level_ref (self->elsewhere);
}

/**
 * steppe_basemap_load_at:
 * @self: a base map
 * @projection: what the map stands in
 * @metres_per_pixel: the scale, by pixels of the device
 * @error: return location for a #SteppeBasemapError
 *
 * Gives what to draw: of the region's map the level for the scale, elsewhere the coarse world in the projection, with the
 * lakes and rivers of the coarsest level. The first call for a level or a projection takes some milliseconds. Any thread may
 * call this.
 *
 * Returns: (transfer full) (nullable): the level, in metres of the map
 */
SteppeBasemapLevel *
steppe_basemap_load_at (SteppeBasemap *self,
                        const SteppeProjection *projection,
                        double metres_per_pixel,
                        GError **error)
{
  SteppeBasemapLevel *level;

  g_return_val_if_fail (STEPPE_IS_BASEMAP (self), NULL);

  if (projection->kind == STEPPE_PROJECTION_ELSEWHERE)
    return load_elsewhere (self, projection, error);
  level = load_entry (self, steppe_basemap_get_level_at (self, metres_per_pixel), error);
  return level != NULL ? steppe_basemap_level_ref (level) : NULL;
}

/**
 * steppe_basemap_get_areas:
 * @self: a base map
 * @n_areas: (out): how many areas there are
 *
 * Returns: (array length=n_areas) (transfer none): the areas that shapes and places refer to
 */
const SteppeBasemapArea *
steppe_basemap_get_areas (SteppeBasemap *self, guint *n_areas)
{
  g_return_val_if_fail (STEPPE_IS_BASEMAP (self), NULL);

  *n_areas = self->n_areas;
  return self->areas;
}

/**
 * steppe_basemap_find_area:
 * @self: a base map
 * @code: the code of an area, such as `MN`
 *
 * Returns: the index of the area, or -1
 */
int
steppe_basemap_find_area (SteppeBasemap *self, const char *code)
{
  g_return_val_if_fail (STEPPE_IS_BASEMAP (self), -1);

  for (guint i = 0; i < self->n_areas; i++)
    if (strcmp (self->areas[i].code, code) == 0)
      return (int) i;
  return -1;
}

/**
 * steppe_basemap_get_places:
 * @self: a base map
 * @n_places: (out): how many places there are
 *
 * Returns: (array length=n_places) (transfer none): the places, the most important first
 */
const SteppeBasemapPlace *
steppe_basemap_get_places (SteppeBasemap *self, guint *n_places)
{
  g_return_val_if_fail (STEPPE_IS_BASEMAP (self), NULL);

  *n_places = self->n_places;
  return self->places;
}

/* Whether @tag, such as `zh_CN.UTF-8` or `ru-RU`, is of the language @language. */
static gboolean
speaks (const char *tag, const char *language)
{
  gsize length = strlen (language);

  return g_ascii_strncasecmp (tag, language, length) == 0 && !g_ascii_isalnum (tag[length]);
}

/* The name in a language of the map, or NULL. */
static const char *
name_in (SteppeBasemap *self, const SteppeBasemapPlace *place, const char *tag)
{
  for (guint i = 0; i < self->n_languages; i++)
    if (speaks (tag, self->languages[i]) && *place->names[i] != '\0')
      return place->names[i];
  return NULL;
}

/**
 * steppe_basemap_get_place_name:
 * @self: a base map
 * @place: one of its places
 * @languages: (array zero-terminated=1): the user's languages, the best first, as
 *   g_get_language_names() or BCP 47 write them
 *
 * Gives the name of a place in the first of the languages in which it has one. Russian comes right after
 * Mongolian, whose readers know its letters, and English last of all.
 *
 * Returns: (transfer none): the name
 */
const char *
steppe_basemap_get_place_name (SteppeBasemap *self,
                               const SteppeBasemapPlace *place,
                               const char *const *languages)
{
  const char *name = NULL;

  g_return_val_if_fail (STEPPE_IS_BASEMAP (self), NULL);

  for (guint i = 0; languages[i] != NULL && name == NULL; i++)
    {
      name = name_in (self, place, languages[i]);
      if (name == NULL && speaks (languages[i], "mn"))
        name = name_in (self, place, "ru");
    }
  return name != NULL ? name : place->names[0];
}

/**
 * steppe_basemap_place_is_shown:
 * @place: a place
 * @metres_per_pixel: the scale, by logical pixels
 *
 * Returns: whether the place is important enough to be labelled at this scale
 */
gboolean
steppe_basemap_place_is_shown (const SteppeBasemapPlace *place, double metres_per_pixel)
{
  return metres_per_pixel <= ldexp (WIDEST_METRES_PER_PIXEL, -(int) place->rank);
}

/**
 * steppe_basemap_get_attribution:
 *
 * Returns: (transfer none): whom the map is owed to, and the caution about borders, for a
 *   corner of the map
 */
const char *
steppe_basemap_get_attribution (void)
{
  /* Translators: the corner of the map; the two names are of sources and stay as they are. */
  return _ ("Natural Earth · GeoNames · borders shown do not imply endorsement");
}
