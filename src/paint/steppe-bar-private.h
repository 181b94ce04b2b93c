/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paint/steppe-bar.h"

G_BEGIN_DECLS

/* Half the width of a lozenge. */
double _steppe_bar_get_lozenge (const SteppeBar *bar);
/* How far an arrow head reaches into the body. */
double _steppe_bar_get_arrow (const SteppeBar *bar);
/* Whether a member of a one-of is drawn with caps rather than as a lozenge. */
gboolean _steppe_bar_is_wide (const SteppeBar *bar,
                              const SteppeStretch *member);
/* Where a member is drawn: no nearer to the ends of the body than @margin. */
double _steppe_bar_get_middle (const SteppeBar *bar,
                               const SteppeStretch *member,
                               double margin);
/* Where the sign of a member of an all-of stands, with the mark of the qualifier where that has room. */
SteppeStretch _steppe_bar_get_sign (const SteppeBar *bar,
                                    guint n);
/* Over what the ends fade; where they would meet, they do so half-way in proportion. */
void _steppe_bar_get_fades (const SteppeBar *bar,
                            double *start,
                            double *end);
/* What is left free for the sign and the label; where there is a sign for each member, for the label. */
SteppeStretch _steppe_bar_get_plate (const SteppeBar *bar);

G_END_DECLS
