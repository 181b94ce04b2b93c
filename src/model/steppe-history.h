/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-focus.h"
#include "model/steppe-place.h"

G_BEGIN_DECLS

GPtrArray *steppe_history_new (SteppeFocus *focus);

G_END_DECLS
