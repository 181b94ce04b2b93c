/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define STEPPE_TYPE_START_PAGE (steppe_start_page_get_type ())
G_DECLARE_FINAL_TYPE (SteppeStartPage, steppe_start_page, STEPPE, START_PAGE, AdwBin)

G_END_DECLS
