/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/steppe-sign-paintable.h"

#include <adwaita.h>

#define INTRINSIC_SIZE 16

/**
 * SteppeSignPaintable:
 *
 * The sign of an event as a [iface@Gdk.Paintable], for lists and cards. It follows the style that
 * the person has chosen.
 */
struct _SteppeSignPaintable
{
  GObject parent_instance;

  char *kind;
  SteppeStatus status;
};

static void steppe_sign_paintable_iface_init (GdkPaintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SteppeSignPaintable, steppe_sign_paintable, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, steppe_sign_paintable_iface_init))

/**
 * steppe_scheme_get_current:
 *
 * Returns: what signs are painted on in the style that the person has chosen
 */
SteppeScheme
steppe_scheme_get_current (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? STEPPE_SCHEME_DARK_CONTRAST : STEPPE_SCHEME_LIGHT_CONTRAST;
  return dark ? STEPPE_SCHEME_DARK : STEPPE_SCHEME_LIGHT;
}

static void
steppe_sign_paintable_snapshot (GdkPaintable *paintable,
                                GdkSnapshot *snapshot,
                                double width,
                                double height)
{
  SteppeSignPaintable *self = STEPPE_SIGN_PAINTABLE (paintable);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  steppe_sign_paint (cr, self->kind, self->status, steppe_scheme_get_current (),
                     width / 2, height / 2, MIN (width, height));
  cairo_destroy (cr);
}

static int
steppe_sign_paintable_get_intrinsic_size (GdkPaintable *paintable)
{
  return INTRINSIC_SIZE;
}

static void
steppe_sign_paintable_iface_init (GdkPaintableInterface *iface)
{
  iface->snapshot = steppe_sign_paintable_snapshot;
  iface->get_intrinsic_width = steppe_sign_paintable_get_intrinsic_size;
  iface->get_intrinsic_height = steppe_sign_paintable_get_intrinsic_size;
}

static void
steppe_sign_paintable_finalize (GObject *object)
{
  SteppeSignPaintable *self = STEPPE_SIGN_PAINTABLE (object);

  g_free (self->kind);

  G_OBJECT_CLASS (steppe_sign_paintable_parent_class)->finalize (object);
}

static void
steppe_sign_paintable_class_init (SteppeSignPaintableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = steppe_sign_paintable_finalize;
}

static void
steppe_sign_paintable_init (SteppeSignPaintable *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gdk_paintable_invalidate_contents), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gdk_paintable_invalidate_contents), self, G_CONNECT_SWAPPED);
}

/**
 * steppe_sign_paintable_new:
 * @kind: (nullable): what sort of event it is, as the file has it
 * @status: its status
 *
 * Returns: (transfer full): its sign
 */
GdkPaintable *
steppe_sign_paintable_new (const char *kind,
                           SteppeStatus status)
{
  SteppeSignPaintable *self = g_object_new (STEPPE_TYPE_SIGN_PAINTABLE, NULL);

  self->kind = g_strdup (kind);
  self->status = status;
  return GDK_PAINTABLE (self);
}
