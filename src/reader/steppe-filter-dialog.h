/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/steppe-focus.h"

G_BEGIN_DECLS

AdwDialog *steppe_filter_dialog_new (SteppeFocus *focus);

G_END_DECLS
