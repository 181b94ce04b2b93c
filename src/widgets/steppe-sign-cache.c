/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/steppe-sign-cache.h"

#include "widgets/steppe-texture.h"

#include <math.h>
#include <string.h>

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

  GHashTable *textures; /* Picture → GdkTexture */
};

G_DEFINE_FINAL_TYPE (SteppeSignCache, steppe_sign_cache, G_TYPE_OBJECT)

/* What is drawn once. */
typedef struct
{
  const char *kind;
  SteppeStatus status;
  SteppeQualifier qualifier; /* the mark beside a sign, or that sign itself where this says nothing */
  SteppeScheme scheme;
  double width; /* device pixels */
  double height;
} Picture;

static guint
hash_picture (gconstpointer key)
{
  const Picture *picture = key;
  guint hash = picture->status + 8 * picture->qualifier + 64 * picture->scheme + 512 * (guint) picture->height;

  for (int i = 0; picture->kind != NULL && i < MAX_KIND && picture->kind[i] != '\0'; i++)
    hash = 33 * hash + (guchar) picture->kind[i];
  return hash;
}

static gboolean
are_same_pictures (gconstpointer a,
                   gconstpointer b)
{
  const Picture *first = a, *second = b;

  return first->status == second->status && first->qualifier == second->qualifier && first->scheme == second->scheme &&
         first->height == second->height &&
         strncmp (first->kind != NULL ? first->kind : "", second->kind != NULL ? second->kind : "", MAX_KIND) == 0;
}

static Picture *
copy_picture (const Picture *picture)
{
  Picture *copy = g_memdup2 (picture, sizeof (Picture));

  copy->kind = g_strndup (picture->kind != NULL ? picture->kind : "", MAX_KIND);
  return copy;
}

static void
free_picture (gpointer data)
{
  g_free ((char *) ((Picture *) data)->kind);
  g_free (data);
}

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
  self->textures = g_hash_table_new_full (hash_picture, are_same_pictures, free_picture, g_object_unref);
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

static GdkTexture *
draw_picture (const Picture *picture)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (picture->width), (int) ceil (picture->height));
  cairo_t *cr = cairo_create (surface);
  SteppeColor color = steppe_sign_get_color (picture->kind, picture->scheme);

  if (picture->qualifier != STEPPE_QUALIFIER_NONE)
    steppe_sign_paint_qualifier (cr, picture->qualifier, &color, 0, picture->height / 2, picture->height);
  else
    steppe_sign_paint (cr, picture->kind, picture->status, picture->scheme, picture->width / 2, picture->height / 2, picture->height);
  cairo_destroy (cr);
  return steppe_texture_new_for_surface (surface);
}

static GdkTexture *
get_picture (SteppeSignCache *self,
             const Picture *picture)
{
  GdkTexture *texture = g_hash_table_lookup (self->textures, picture);

  if (texture != NULL)
    return texture;
  if (g_hash_table_size (self->textures) >= MAX_TEXTURES)
    g_hash_table_remove_all (self->textures);
  texture = draw_picture (picture);
  g_hash_table_insert (self->textures, copy_picture (picture), texture);
  return texture;
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
  double pixels = ceil (size * scale);

  g_return_val_if_fail (STEPPE_IS_SIGN_CACHE (self) && pixels > 0, NULL);

  return get_picture (self, &(Picture) { kind, status, STEPPE_QUALIFIER_NONE, scheme, pixels, pixels });
}

/**
 * steppe_sign_cache_get_qualifier:
 * @self: a cache
 * @kind: (nullable): what sort of event it is, as the file has it
 * @qualifier: what its date says about its own worth, not nothing
 * @scheme: what it is painted on
 * @size: the size of the sign, and the height of the mark, logical pixels
 * @scale: device pixels a logical pixel
 *
 * Returns: (transfer none): the mark beside the sign, as wide as [func@sign_get_qualifier_width] says; valid until the
 *   next call
 */
GdkTexture *
steppe_sign_cache_get_qualifier (SteppeSignCache *self,
                                 const char *kind,
                                 SteppeQualifier qualifier,
                                 SteppeScheme scheme,
                                 double size,
                                 double scale)
{
  double pixels = ceil (size * scale);

  g_return_val_if_fail (STEPPE_IS_SIGN_CACHE (self) && pixels > 0 && qualifier != STEPPE_QUALIFIER_NONE, NULL);

  return get_picture (self, &(Picture) { kind, STEPPE_STATUS_OTHER, qualifier, scheme, steppe_sign_get_qualifier_width (qualifier, pixels), pixels });
}
