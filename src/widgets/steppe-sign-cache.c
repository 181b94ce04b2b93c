/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/steppe-sign-cache.h"

#include "widgets/steppe-texture.h"

#include <math.h>

/* Kinds come from files: a file with ever new ones must not fill the memory. */
#define MAX_TEXTURES 512

/* Nor may a long one: all that have a sign of their own are shorter than this, in bytes. */
#define MAX_KIND 64

/**
 * SteppeSignCache:
 *
 * The signs of events as textures, each drawn once, for panes that show many of them a frame.
 */
struct _SteppeSignCache
{
  GObject parent_instance;

  GHashTable *textures; /* description → GdkTexture */
};

G_DEFINE_FINAL_TYPE (SteppeSignCache, steppe_sign_cache, G_TYPE_OBJECT)

static void
steppe_sign_cache_finalize (GObject *object)
{
  SteppeSignCache *self = STEPPE_SIGN_CACHE (object);

  g_hash_table_unref (self->textures);

  G_OBJECT_CLASS (steppe_sign_cache_parent_class)->finalize (object);
}

static void
steppe_sign_cache_class_init (SteppeSignCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = steppe_sign_cache_finalize;
}

static void
steppe_sign_cache_init (SteppeSignCache *self)
{
  self->textures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * steppe_sign_cache_new:
 *
 * Returns: (transfer full): a cache with nothing drawn yet
 */
SteppeSignCache *
steppe_sign_cache_new (void)
{
  return g_object_new (STEPPE_TYPE_SIGN_CACHE, NULL);
}

/**
 * steppe_sign_cache_get:
 * @self: a cache
 * @kind: (nullable): what sort of event it is, as the file has it
 * @status: its status
 * @scheme: what it is painted on
 * @size: width and height, logical pixels
 * @scale: device pixels a logical pixel
 *
 * Returns: (transfer none): the sign; valid until the next call
 */
GdkTexture *
steppe_sign_cache_get (SteppeSignCache *self,
                       const char *kind,
                       SteppeStatus status,
                       SteppeScheme scheme,
                       double size,
                       double scale)
{
  int pixels = ceil (size * scale);
  g_autofree char *key = NULL;
  GdkTexture *texture;
  cairo_surface_t *surface;
  cairo_t *cr;

  g_return_val_if_fail (STEPPE_IS_SIGN_CACHE (self) && pixels > 0, NULL);

  key = g_strdup_printf ("%d %d %d %.*s", status, scheme, pixels, MAX_KIND, kind != NULL ? kind : "");
  texture = g_hash_table_lookup (self->textures, key);
  if (texture != NULL)
    return texture;

  if (g_hash_table_size (self->textures) >= MAX_TEXTURES)
    g_hash_table_remove_all (self->textures);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, pixels, pixels);
  cr = cairo_create (surface);
  steppe_sign_paint (cr, kind, status, scheme, pixels / 2.0, pixels / 2.0, pixels);
  cairo_destroy (cr);
  texture = steppe_texture_new_for_surface (surface);
  g_hash_table_insert (self->textures, g_steal_pointer (&key), texture);
  return texture;
}
