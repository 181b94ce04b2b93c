/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/steppe-focus.h"
#include "model/steppe-narrative.h"
#include "reader/steppe-reading-style.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_READER_VIEW (steppe_reader_view_get_type ())
G_DECLARE_FINAL_TYPE (SteppeReaderView, steppe_reader_view, STEPPE, READER_VIEW, GtkWidget)

SteppeFocus *steppe_reader_view_get_focus (SteppeReaderView *self);
void steppe_reader_view_set_focus (SteppeReaderView *self,
                                   SteppeFocus *focus);
SteppeReadingStyle *steppe_reader_view_get_style (SteppeReaderView *self);
void steppe_reader_view_set_style (SteppeReaderView *self,
                                   SteppeReadingStyle *style);
gboolean steppe_reader_view_get_following (SteppeReaderView *self);
void steppe_reader_view_set_following (SteppeReaderView *self,
                                       gboolean following);
void steppe_reader_view_open_page (SteppeReaderView *self,
                                   SteppeItem *item);
void steppe_reader_view_open_statements (SteppeReaderView *self);
SteppeItem *steppe_reader_view_get_page_item (SteppeReaderView *self);
void steppe_reader_view_show_passage (SteppeReaderView *self,
                                      SteppeNarrative *narrative,
                                      guint passage);
void steppe_reader_view_mark_words (SteppeReaderView *self,
                                    const char *const *words);
double steppe_reader_view_get_position (SteppeReaderView *self,
                                        SteppeNarrative **narrative);
void steppe_reader_view_set_position (SteppeReaderView *self,
                                      SteppeNarrative *narrative,
                                      double position);

G_END_DECLS
