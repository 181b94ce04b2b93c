/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/steppe-map-names.h"

#include "widgets/steppe-texture.h"

#include <math.h>

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
  g_clear_object (&name->texture);
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

/* How far the halo reaches beyond the text, in pixels. */
static double
get_halo (const SteppeMapLook *look)
{
  return STEPPE_MAP_NAME_HALO * look->em * 0.85;
}

static void
set_halo_color (cairo_t *cr,
                const SteppeMapLook *look)
{
  const SteppeColor *halo = steppe_map_palette_get_color (look->palette, STEPPE_MAP_COLOR_HALO);

  cairo_set_source_rgba (cr, halo->red, halo->green, halo->blue, halo->alpha);
}

/* A surface for the picture of a name; @cr draws into it, from the upper left corner of the text. */
static cairo_surface_t *
create_surface (const SteppeMapName *name,
                cairo_format_t format,
                const SteppeMapLook *look,
                cairo_t **cr)
{
  double margin = STEPPE_MAP_NAME_HALO * look->em, scale = look->device_scale;
  cairo_surface_t *surface = cairo_image_surface_create (format, (int) ceil ((name->width + 2 * margin) * scale),
                                                         (int) ceil ((name->height + 2 * margin) * scale));

  cairo_surface_set_device_scale (surface, scale, scale);
  *cr = cairo_create (surface);
  cairo_translate (*cr, margin, margin);
  return surface;
}

/* @text and all around it as far as the halo reaches. Its pixels moved to and fro make it: many times as fast as to
 * stroke its outline, and most so when they are added up. */
static cairo_surface_t *
create_halo (const SteppeMapName *name,
             cairo_surface_t *text,
             const SteppeMapLook *look)
{
  cairo_t *cr;
  cairo_surface_t *halo = create_surface (name, CAIRO_FORMAT_A8, look, &cr);
  double scale = look->device_scale, radius = get_halo (look) * scale;
  int reach = (int) ceil (radius);

  cairo_identity_matrix (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_ADD);
  for (int dy = -reach; dy <= reach; dy++)
    for (int dx = -reach; dx <= reach; dx++)
      if (hypot (dx, dy) <= radius + 0.3)
        {
          cairo_set_source_surface (cr, text, dx / scale, dy / scale);
          cairo_paint (cr);
        }
  cairo_destroy (cr);
  return halo;
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
  set_halo_color (cr, look);
  cairo_set_line_width (cr, 2 * get_halo (look));
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  gdk_cairo_set_source_rgba (cr, &name->color);
  pango_cairo_show_layout (cr, name->layout);
  cairo_restore (cr);
}

/**
 * steppe_map_name_get_texture:
 * @name: a name
 * @look: how
 *
 * Returns: (transfer none): a picture of the name, %STEPPE_MAP_NAME_HALO larger than its text on each side
 */
GdkTexture *
steppe_map_name_get_texture (SteppeMapName *name,
                             const SteppeMapLook *look)
{
  double margin = STEPPE_MAP_NAME_HALO * look->em;
  cairo_surface_t *surface, *text, *halo;
  cairo_t *cr;

  if (name->texture != NULL)
    return name->texture;
  text = create_surface (name, CAIRO_FORMAT_A8, look, &cr);
  pango_cairo_show_layout (cr, name->layout);
  cairo_destroy (cr);
  halo = create_halo (name, text, look);
  surface = create_surface (name, CAIRO_FORMAT_ARGB32, look, &cr);
  set_halo_color (cr, look);
  cairo_mask_surface (cr, halo, -margin, -margin);
  gdk_cairo_set_source_rgba (cr, &name->color);
  cairo_mask_surface (cr, text, -margin, -margin);
  cairo_surface_destroy (text);
  cairo_surface_destroy (halo);
  cairo_destroy (cr);
  name->texture = steppe_texture_new_for_surface (surface);
  return name->texture;
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
                      const GdkRGBA *own_color,
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
  name->color = own_color != NULL ? *own_color : (GdkRGBA) { color->red, color->green, color->blue, color->alpha };
  pango_layout_get_pixel_size (name->layout, &width, &height);
  name->width = width;
  name->height = height;
  name->leftwards = pango_layout_get_direction (name->layout, 0) == PANGO_DIRECTION_RTL;
  g_hash_table_insert (self->names, g_steal_pointer (&key), name);
  return name;
}
