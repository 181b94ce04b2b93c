/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/steppe-focus.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_STATEMENTS_PAGE (steppe_statements_page_get_type ())
G_DECLARE_FINAL_TYPE (SteppeStatementsPage, steppe_statements_page, STEPPE, STATEMENTS_PAGE, AdwNavigationPage)

AdwNavigationPage *steppe_statements_page_new (SteppeFocus *focus);

G_END_DECLS
