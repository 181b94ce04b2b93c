/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STEPPE_TYPE_SAMPLE_PAINTABLE (steppe_sample_paintable_get_type ())
G_DECLARE_FINAL_TYPE (SteppeSamplePaintable, steppe_sample_paintable, STEPPE, SAMPLE_PAINTABLE, GObject)

GdkPaintable *steppe_sample_paintable_new (const char *name,
                                           const PangoFontDescription *font,
                                           double em,
                                           gboolean is_rtl);

G_END_DECLS
