/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "paint/steppe-sign.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_SIGN_PAINTABLE (steppe_sign_paintable_get_type ())
G_DECLARE_FINAL_TYPE (SteppeSignPaintable, steppe_sign_paintable, STEPPE, SIGN_PAINTABLE, GObject)

GdkPaintable *steppe_sign_paintable_new (const char *kind,
                                         SteppeStatus status);
SteppeScheme steppe_scheme_get_current (void);

G_END_DECLS
