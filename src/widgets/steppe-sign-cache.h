/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "paint/steppe-sign.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_SIGN_CACHE (steppe_sign_cache_get_type ())
G_DECLARE_FINAL_TYPE (SteppeSignCache, steppe_sign_cache, STEPPE, SIGN_CACHE, GObject)

SteppeSignCache *steppe_sign_cache_new (void);
GdkTexture *steppe_sign_cache_get (SteppeSignCache *self,
                                   const char *kind,
                                   SteppeStatus status,
                                   SteppeScheme scheme,
                                   double size,
                                   double scale);
GdkTexture *steppe_sign_cache_get_qualifier (SteppeSignCache *self,
                                             const char *kind,
                                             SteppeQualifier qualifier,
                                             SteppeScheme scheme,
                                             double size,
                                             double scale);

G_END_DECLS
