/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/steppe-format-error.h"

/* clang-format off */
G_DEFINE_QUARK (steppe-format-error-quark, steppe_format_error)
