/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-item.h"

G_BEGIN_DECLS

const char *steppe_item_kind_get_icon_name (SteppeItemKind kind);

G_END_DECLS
