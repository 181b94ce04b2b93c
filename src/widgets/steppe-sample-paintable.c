/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/steppe-sample-paintable.h"

#include <adwaita.h>
#include <math.h>

#include "paint/steppe-sample.h"
#include "widgets/steppe-sign-paintable.h"

/* In em: what a line of text has room for above its letters' foot, and where their middle is. */
#define HEIGHT 1.0
#define MIDDLE 0.36

/**
 * SteppeSamplePaintable:
 *
 * A sign of the map or of the timeline as a [iface@Gdk.Paintable] that stands in a line of text. It follows the style that
 * the person has chosen.
 */
struct _SteppeSamplePaintable
{
  GObject parent_instance;

  char *name;
  PangoFontDescription *font;
  double em;
  gboolean is_rtl;
};

static void steppe_sample_paintable_iface_init (GdkPaintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SteppeSamplePaintable, steppe_sample_paintable, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, steppe_sample_paintable_iface_init))

static SteppeMapLook
get_look (SteppeSamplePaintable *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);
  SteppeMapLook look = { .scheme = steppe_scheme_get_current (), .font = self->font, .em = self->em, .device_scale = 1 };
  GdkRGBA accent;

  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (manager), dark, &accent);
  look.accent = (SteppeColor) { accent.red, accent.green, accent.blue, accent.alpha };
  look.ground = steppe_sign_get_ground (look.scheme);
  look.ink = dark ? (SteppeColor) { 1, 1, 1, 1 } : (SteppeColor) { 0, 0, 0, 1 };
  return look;
}

/* What stands out of the line above or below has room between the lines. */
static void
steppe_sample_paintable_snapshot (GdkPaintable *paintable,
                                  GdkSnapshot *snapshot,
                                  double width,
                                  double height)
{
  SteppeSamplePaintable *self = STEPPE_SAMPLE_PAINTABLE (paintable);
  SteppeMapLook look = get_look (self);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, -height, width, 3 * height));

  steppe_sample_paint (cr, self->name, &look, self->is_rtl, 0, height - MIDDLE * self->em);
  cairo_destroy (cr);
}

static int
steppe_sample_paintable_get_intrinsic_width (GdkPaintable *paintable)
{
  SteppeSamplePaintable *self = STEPPE_SAMPLE_PAINTABLE (paintable);

  return (int) ceil (steppe_sample_get_width (self->name) * self->em);
}

static int
steppe_sample_paintable_get_intrinsic_height (GdkPaintable *paintable)
{
  return (int) ceil (HEIGHT * STEPPE_SAMPLE_PAINTABLE (paintable)->em);
}

static void
steppe_sample_paintable_iface_init (GdkPaintableInterface *iface)
{
  iface->snapshot = steppe_sample_paintable_snapshot;
  iface->get_intrinsic_width = steppe_sample_paintable_get_intrinsic_width;
  iface->get_intrinsic_height = steppe_sample_paintable_get_intrinsic_height;
}

static void
steppe_sample_paintable_finalize (GObject *object)
{
  SteppeSamplePaintable *self = STEPPE_SAMPLE_PAINTABLE (object);

  g_free (self->name);
  pango_font_description_free (self->font);

  G_OBJECT_CLASS (steppe_sample_paintable_parent_class)->finalize (object);
}

static void
steppe_sample_paintable_class_init (SteppeSamplePaintableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = steppe_sample_paintable_finalize;
}

static void
steppe_sample_paintable_init (SteppeSamplePaintable *self)
{
}

/**
 * steppe_sample_paintable_new:
 * @name: the name of a sign, as [func@sample_exists] knows it
 * @font: the font of what is written on it, whatever its size
 * @em: the size of the text around it, pixels
 * @is_rtl: whether time runs from right to left
 *
 * Returns: (transfer full): the sign
 */
GdkPaintable *
steppe_sample_paintable_new (const char *name,
                             const PangoFontDescription *font,
                             double em,
                             gboolean is_rtl)
{
  SteppeSamplePaintable *self;

  g_return_val_if_fail (name != NULL && font != NULL, NULL);

  self = g_object_new (STEPPE_TYPE_SAMPLE_PAINTABLE, NULL);
  self->name = g_strdup (name);
  self->font = pango_font_description_copy (font);
  self->em = em;
  self->is_rtl = is_rtl;
  return GDK_PAINTABLE (self);
}
