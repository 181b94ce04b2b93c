/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "paint/steppe-map-palette.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#define WIDEST_LINE 16.0
#define OTHER_TINT "other"

struct _SteppeMapPalette
{
  SteppeColor colors[STEPPE_MAP_N_COLORS];
  double widths[STEPPE_MAP_N_LINES];
  SteppeColor relations[STEPPE_MAP_N_RELATION_COLORS];
  GHashTable *tints; /* code of an area (owned) → SteppeColor (owned) */
};

static const char *const color_keys[] = {
  [STEPPE_MAP_COLOR_SEA] = "sea",
  [STEPPE_MAP_COLOR_LAND] = "land",
  [STEPPE_MAP_COLOR_LAKE] = "lake",
  [STEPPE_MAP_COLOR_COAST] = "coast",
  [STEPPE_MAP_COLOR_RIVER] = "river",
  [STEPPE_MAP_COLOR_UNIT_LINE] = "unit-line",
  [STEPPE_MAP_COLOR_BORDER] = "border",
  [STEPPE_MAP_COLOR_DISPUTED_LINE] = "disputed-line",
  [STEPPE_MAP_COLOR_RAILWAY] = "railway",
  [STEPPE_MAP_COLOR_HATCH] = "hatch",
  [STEPPE_MAP_COLOR_COUNTRY_NAME] = "country-name",
  [STEPPE_MAP_COLOR_UNIT_NAME] = "unit-name",
  [STEPPE_MAP_COLOR_CITY_NAME] = "city-name",
  [STEPPE_MAP_COLOR_WATER_NAME] = "water-name",
  [STEPPE_MAP_COLOR_LAND_NAME] = "land-name",
  [STEPPE_MAP_COLOR_HALO] = "halo",
};

static const char *const width_keys[] = {
  [STEPPE_MAP_LINE_COAST] = "coast",
  [STEPPE_MAP_LINE_RIVER] = "river",
  [STEPPE_MAP_LINE_UNIT_LINE] = "unit-line",
  [STEPPE_MAP_LINE_BORDER] = "border",
  [STEPPE_MAP_LINE_RAILWAY] = "railway",
};

static const char *const scheme_names[] = {
  [STEPPE_SCHEME_LIGHT] = "light",
  [STEPPE_SCHEME_DARK] = "dark",
  [STEPPE_SCHEME_LIGHT_CONTRAST] = "light-contrast",
  [STEPPE_SCHEME_DARK_CONTRAST] = "dark-contrast",
  [STEPPE_SCHEME_PRINT] = "print",
  [STEPPE_SCHEME_PRINT_GRAY] = "print-gray",
};

G_DEFINE_QUARK (steppe - map - palette - error - quark, steppe_map_palette_error)
G_DEFINE_BOXED_TYPE (SteppeMapPalette, steppe_map_palette, steppe_map_palette_ref, steppe_map_palette_unref)

/* #rrggbb or #rrggbbaa */
static gboolean
parse_color (const char *text, SteppeColor *color)
{
  double channels[4] = { 0, 0, 0, 1 };
  gsize length = strlen (text);

  if (*text != '#' || (length != 7 && length != 9))
    return FALSE;
  for (gsize i = 1; i < length; i++)
    if (!g_ascii_isxdigit (text[i]))
      return FALSE;
  for (gsize i = 1; i < length; i += 2)
    channels[i / 2] = (g_ascii_xdigit_value (text[i]) * 16 + g_ascii_xdigit_value (text[i + 1])) / 255.0;
  *color = (SteppeColor) { channels[0], channels[1], channels[2], channels[3] };
  return TRUE;
}

static gboolean
read_color (GKeyFile *file, const char *group, const char *key, SteppeColor *color, GError **error)
{
  g_autofree char *text = g_key_file_get_string (file, group, key, error);

  if (text == NULL)
    return FALSE;
  if (parse_color (text, color))
    return TRUE;
  g_set_error (error, STEPPE_MAP_PALETTE_ERROR, STEPPE_MAP_PALETTE_ERROR_VALUE,
               _ ("%1$s: “%2$s” is not a color such as #1c71d8"), key, text);
  return FALSE;
}

static gboolean
read_width (GKeyFile *file, const char *key, double *width, GError **error)
{
  g_autoptr (GError) local = NULL;

  *width = g_key_file_get_double (file, "widths", key, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (*width > 0.0 && *width <= WIDEST_LINE)
    return TRUE;
  g_set_error (error, STEPPE_MAP_PALETTE_ERROR, STEPPE_MAP_PALETTE_ERROR_VALUE,
               _ ("%1$s: the width of a line is above 0 and at most %2$g pixels"), key, WIDEST_LINE);
  return FALSE;
}

static gboolean
read_relations (SteppeMapPalette *self, GKeyFile *file, GError **error)
{
  for (guint i = 0; i < STEPPE_MAP_N_RELATION_COLORS; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", i + 1);

      if (!read_color (file, "relations", key, &self->relations[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_tints (SteppeMapPalette *self, GKeyFile *file, GError **error)
{
  g_auto (GStrv) codes = g_key_file_get_keys (file, "tints", NULL, error);

  if (codes == NULL)
    return FALSE;
  for (guint i = 0; codes[i] != NULL; i++)
    {
      SteppeColor color;

      if (!read_color (file, "tints", codes[i], &color, error))
        return FALSE;
      g_hash_table_insert (self->tints, g_strdup (codes[i]), g_memdup2 (&color, sizeof color));
    }
  if (g_hash_table_contains (self->tints, OTHER_TINT))
    return TRUE;
  g_set_error (error, STEPPE_MAP_PALETTE_ERROR, STEPPE_MAP_PALETTE_ERROR_VALUE,
               _ ("The tints lack “%s”"), OTHER_TINT);
  return FALSE;
}

static gboolean
read_palette (SteppeMapPalette *self, GKeyFile *file, GError **error)
{
  for (guint i = 0; i < STEPPE_MAP_N_COLORS; i++)
    if (!read_color (file, "colors", color_keys[i], &self->colors[i], error))
      return FALSE;
  for (guint i = 0; i < STEPPE_MAP_N_LINES; i++)
    if (!read_width (file, width_keys[i], &self->widths[i], error))
      return FALSE;
  return read_relations (self, file, error) && read_tints (self, file, error);
}

/**
 * steppe_map_palette_new:
 * @bytes: a key file with the groups `colors`, `tints`, `relations` and `widths`, as in data/basemap/palettes
 * @error: return location for a #GKeyFileError or #SteppeMapPaletteError
 *
 * Returns: (transfer full) (nullable): the palette, or %NULL
 */
SteppeMapPalette *
steppe_map_palette_new (GBytes *bytes, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (SteppeMapPalette) self = NULL;

  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, error))
    return NULL;
  self = g_atomic_rc_box_new0 (SteppeMapPalette);
  self->tints = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return read_palette (self, file, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * steppe_map_palette_new_from_resource:
 * @scheme: what is painted on
 * @error: return location for a #GError
 *
 * Reads one of the palettes that Steppe comes with.
 *
 * Returns: (transfer full) (nullable): the palette, or %NULL
 */
SteppeMapPalette *
steppe_map_palette_new_from_resource (SteppeScheme scheme, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (scheme < G_N_ELEMENTS (scheme_names), NULL);

  path = g_strdup_printf (STEPPE_RESOURCE_BASE "/basemap/palettes/%s.ini", scheme_names[scheme]);
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  return bytes != NULL ? steppe_map_palette_new (bytes, error) : NULL;
}

/**
 * steppe_map_palette_ref:
 * @self: a palette
 *
 * Returns: (transfer full): @self
 */
SteppeMapPalette *
steppe_map_palette_ref (SteppeMapPalette *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  SteppeMapPalette *self = data;

  g_hash_table_unref (self->tints);
}

/**
 * steppe_map_palette_unref:
 * @self: (transfer full): a palette
 */
void
steppe_map_palette_unref (SteppeMapPalette *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * steppe_map_palette_get_color:
 * @self: a palette
 * @color: what is to be painted
 *
 * Returns: (transfer none): its colour
 */
const SteppeColor *
steppe_map_palette_get_color (const SteppeMapPalette *self, SteppeMapColor color)
{
  g_return_val_if_fail (color < STEPPE_MAP_N_COLORS, NULL);

  return &self->colors[color];
}

/**
 * steppe_map_palette_get_tint:
 * @self: a palette
 * @code: the code of an area that is of the story
 *
 * Returns: (transfer none): the colour of its land: its own, or the one for all that have none
 */
const SteppeColor *
steppe_map_palette_get_tint (const SteppeMapPalette *self, const char *code)
{
  const SteppeColor *tint = g_hash_table_lookup (self->tints, code);

  return tint != NULL ? tint : g_hash_table_lookup (self->tints, OTHER_TINT);
}

/**
 * steppe_map_palette_get_relation_color:
 * @self: a palette
 * @number: the number of a sort of relations, from 0; there are %STEPPE_MAP_N_RELATION_COLORS colours, then they come again
 *
 * Returns: (transfer none): the colour of their arcs
 */
const SteppeColor *
steppe_map_palette_get_relation_color (const SteppeMapPalette *self, guint number)
{
  return &self->relations[number % STEPPE_MAP_N_RELATION_COLORS];
}

/**
 * steppe_map_palette_get_width:
 * @self: a palette
 * @line: a kind of line
 *
 * Returns: its width in pixels
 */
double
steppe_map_palette_get_width (const SteppeMapPalette *self, SteppeMapLine line)
{
  g_return_val_if_fail (line < STEPPE_MAP_N_LINES, 1.0);

  return self->widths[line];
}
