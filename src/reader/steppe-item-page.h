/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/steppe-focus.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_ITEM_PAGE (steppe_item_page_get_type ())
G_DECLARE_FINAL_TYPE (SteppeItemPage, steppe_item_page, STEPPE, ITEM_PAGE, AdwNavigationPage)

AdwNavigationPage *steppe_item_page_new (SteppeFocus *focus,
                                         SteppeItem *item);
SteppeItem *steppe_item_page_get_item (SteppeItemPage *self);

G_END_DECLS
