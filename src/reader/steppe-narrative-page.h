/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "reader/steppe-narrative-view.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_NARRATIVE_PAGE (steppe_narrative_page_get_type ())
G_DECLARE_FINAL_TYPE (SteppeNarrativePage, steppe_narrative_page, STEPPE, NARRATIVE_PAGE, AdwNavigationPage)

SteppeFocus *steppe_narrative_page_get_focus (SteppeNarrativePage *self);
void steppe_narrative_page_set_focus (SteppeNarrativePage *self,
                                      SteppeFocus *focus);
SteppeReadingStyle *steppe_narrative_page_get_style (SteppeNarrativePage *self);
void steppe_narrative_page_set_style (SteppeNarrativePage *self,
                                      SteppeReadingStyle *style);
SteppeNarrativeView *steppe_narrative_page_get_view (SteppeNarrativePage *self);
void steppe_narrative_page_choose (SteppeNarrativePage *self,
                                   SteppeNarrative *narrative);

G_END_DECLS
