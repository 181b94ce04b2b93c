/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-map-names.h"

#include "paint/steppe-sign-private.h"

#include <pango/pangocairo.h>

/* A dossier may have ever new names: more than these are not kept. */
#define MAX_NAMES 1500

/* How names are set; letter spacing and size are in em. */
static const struct
{
  double size;
  PangoWeight weight;
  PangoStyle slant;
  double spacing;
  gboolean capitals;
  SteppeMapColor color;
} styles[] = {
  [STEPPE_MAP_NAME_COUNTRY] = { 1.05, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 0.28, TRUE, STEPPE_MAP_COLOR_COUNTRY_NAME },
  [STEPPE_MAP_NAME_COUNTRY_SMALL] = { 0.78, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 0.14, TRUE, STEPPE_MAP_COLOR_COUNTRY_NAME },
  [STEPPE_MAP_NAME_UNIT] = { 0.78, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 0.08, FALSE, STEPPE_MAP_COLOR_UNIT_NAME },
  [STEPPE_MAP_NAME_CAPITAL] = { 0.86, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 0, FALSE, STEPPE_MAP_COLOR_CITY_NAME },
  [STEPPE_MAP_NAME_CITY] = { 0.82, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 0, FALSE, STEPPE_MAP_COLOR_CITY_NAME },
  [STEPPE_MAP_NAME_TOWN] = { 0.76, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 0, FALSE, STEPPE_MAP_COLOR_CITY_NAME },
  [STEPPE_MAP_NAME_WATER] = { 0.78, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, 0.04, FALSE, STEPPE_MAP_COLOR_WATER_NAME },
  [STEPPE_MAP_NAME_LAND] = { 0.78, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, 0.1, FALSE, STEPPE_MAP_COLOR_LAND_NAME },
  [STEPPE_MAP_NAME_STORY] = { 0.92, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 0, FALSE, STEPPE_MAP_COLOR_CITY_NAME },
  [STEPPE_MAP_NAME_STORY_SELECTED] = { 0.98, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 0, FALSE, STEPPE_MAP_COLOR_CITY_NAME },
  [STEPPE_MAP_NAME_HISTORY] = { 0.92, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, 0.3, TRUE, STEPPE_MAP_COLOR_LAND_NAME },
  [STEPPE_MAP_NAME_RAILWAY] = { 0.72, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, 0.02, FALSE, STEPPE_MAP_COLOR_UNIT_NAME },
  [STEPPE_MAP_NAME_JOURNEY] = { 0.84, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, 0, FALSE, STEPPE_MAP_COLOR_CITY_NAME },
};

/**
 * SteppeMapNames:
 *
 * The names on the map, measured, and drawn once they are seen.
 */
struct _SteppeMapNames
{
  PangoContext *context;
  GHashTable *names; /* "style text" → SteppeMapName */
};

static void
name_free (gpointer data)
{
  SteppeMapName *name = data;

  g_object_unref (name->layout);
  g_clear_object (&name->picture);
  g_free (name);
}

/**
 * steppe_map_names_new:
 * @context: the Pango context of what they are drawn on
 *
 * Returns: (transfer full): no names yet
 */
SteppeMapNames *
steppe_map_names_new (PangoContext *context)
{
  SteppeMapNames *self = g_new0 (SteppeMapNames, 1);

  self->context = g_object_ref (context);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, name_free);
  return self;
}

/**
 * steppe_map_names_free:
 * @self: (transfer full): names
 */
void
steppe_map_names_free (SteppeMapNames *self)
{
  g_hash_table_unref (self->names);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * steppe_map_names_are_many:
 * @self: names
 *
 * Returns: whether it is time to clear them
 */
gboolean
steppe_map_names_are_many (const SteppeMapNames *self)
{
  return g_hash_table_size (self->names) >= MAX_NAMES;
}

/**
 * steppe_map_names_clear:
 * @self: names
 *
 * Forgets them all: they are to look otherwise, or there are many.
 */
void
steppe_map_names_clear (SteppeMapNames *self)
{
  g_hash_table_remove_all (self->names);
}

static PangoLayout *
create_layout (SteppeMapNames *self,
               SteppeMapNameStyle style,
               const char *text,
               const SteppeMapLook *look)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_copy (look->font);
  g_autofree char *capitals = styles[style].capitals ? g_utf8_strup (text, -1) : NULL;
  double size = styles[style].size * look->em;

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, styles[style].weight);
  pango_font_description_set_style (font, styles[style].slant);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, capitals != NULL ? capitals : text, -1);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  if (styles[style].spacing > 0)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_letter_spacing_new (styles[style].spacing * size * PANGO_SCALE));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }
  return layout;
}

/**
 * steppe_map_name_get_halo:
 * @look: how
 *
 * Returns: how far the halo reaches beyond the text, in pixels; less than %STEPPE_MAP_NAME_HALO
 */
double
steppe_map_name_get_halo (const SteppeMapLook *look)
{
  return STEPPE_MAP_NAME_HALO * look->em * 0.85;
}

/**
 * steppe_map_name_draw:
 * @name: a name
 * @cr: where to draw
 * @x: the left of its text, in pixels
 * @y: its top
 * @look: how
 *
 * Draws a name, with its halo, as outlines and text.
 */
void
steppe_map_name_draw (const SteppeMapName *name,
                      cairo_t *cr,
                      double x,
                      double y,
                      const SteppeMapLook *look)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_new_path (cr);
  pango_cairo_update_layout (cr, name->layout);
  pango_cairo_layout_path (cr, name->layout);
  _steppe_sign_set_color (cr, steppe_map_palette_get_color (look->palette, STEPPE_MAP_COLOR_HALO), 1);
  cairo_set_line_width (cr, 2 * steppe_map_name_get_halo (look));
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  _steppe_sign_set_color (cr, &name->color, 1);
  pango_cairo_show_layout (cr, name->layout);
  cairo_restore (cr);
}

/**
 * steppe_map_names_get:
 * @self: names
 * @style: how it is set
 * @text: what it says
 * @own_color: (nullable): its colour, %NULL for that of the style; of a text in a style always the same
 * @look: how
 *
 * Returns: (transfer none): the name, measured
 */
SteppeMapName *
steppe_map_names_get (SteppeMapNames *self,
                      SteppeMapNameStyle style,
                      const char *text,
                      const SteppeColor *own_color,
                      const SteppeMapLook *look)
{
  const SteppeColor *color = steppe_map_palette_get_color (look->palette, styles[style].color);
  g_autofree char *key = g_strdup_printf ("%d %s", style, text);
  SteppeMapName *name = g_hash_table_lookup (self->names, key);
  int width, height;

  if (name != NULL)
    return name;
  name = g_new0 (SteppeMapName, 1);
  name->layout = create_layout (self, style, text, look);
  name->color = own_color != NULL ? *own_color : *color;
  pango_layout_get_pixel_size (name->layout, &width, &height);
  name->width = width;
  name->height = height;
  name->leftwards = pango_layout_get_direction (name->layout, 0) == PANGO_DIRECTION_RTL;
  g_hash_table_insert (self->names, g_steal_pointer (&key), name);
  return name;
}
