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
const char *steppe_reader_view_get_font_family (SteppeReaderView *self);
void steppe_reader_view_set_font_family (SteppeReaderView *self,
                                         const char *font_family);
double steppe_reader_view_get_text_scale (SteppeReaderView *self);
void steppe_reader_view_set_text_scale (SteppeReaderView *self,
                                        double text_scale);
void steppe_reader_view_open_page (SteppeReaderView *self,
                                   SteppeItem *item);
SteppeItem *steppe_reader_view_get_page_item (SteppeReaderView *self);

G_END_DECLS
