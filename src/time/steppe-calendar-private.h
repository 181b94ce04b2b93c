/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The quotient rounded towards minus infinity, where C rounds towards zero; @divisor is positive. */
static inline gint64
_steppe_floor_divide (gint64 dividend,
                      gint64 divisor)
{
  return dividend / divisor - (dividend % divisor < 0 ? 1 : 0);
}

G_END_DECLS
