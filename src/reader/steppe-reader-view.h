/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/steppe-focus.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_READER_VIEW (steppe_reader_view_get_type ())
G_DECLARE_FINAL_TYPE (SteppeReaderView, steppe_reader_view, STEPPE, READER_VIEW, GtkWidget)

SteppeFocus *steppe_reader_view_get_focus (SteppeReaderView *self);
void steppe_reader_view_set_focus (SteppeReaderView *self,
                                   SteppeFocus *focus);

G_END_DECLS
