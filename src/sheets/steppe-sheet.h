/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "geo/steppe-basemap.h"
#include "sheets/steppe-paper.h"
#include "sheets/steppe-topic.h"

G_BEGIN_DECLS

/**
 * SteppeSheetOptions:
 * @paper: what it is printed on
 * @sections: which parts it has
 * @language: (nullable): the language of its words, as a BCP 47 tag; %NULL for that of the program
 * @text_size: how large its text is, 1 for the usual size
 * @gray: whether it is printed without colour
 * @basemap: (nullable): the base map of its map; %NULL to load it where it is needed
 *
 * How a sheet is made.
 */
typedef struct
{
  SteppePaper paper;
  SteppeSections sections;
  const char *language;
  double text_size;
  gboolean gray;
  SteppeBasemap *basemap;
} SteppeSheetOptions;

typedef struct _SteppeSheet SteppeSheet;

SteppeSheet *steppe_sheet_new (SteppeTopic *topic,
                               const SteppeSheetOptions *options);
void steppe_sheet_free (SteppeSheet *self);

gboolean steppe_sheet_step (SteppeSheet *self);
void steppe_sheet_finish (SteppeSheet *self);
gboolean steppe_sheet_is_complete (const SteppeSheet *self);
double steppe_sheet_get_progress (const SteppeSheet *self);
guint steppe_sheet_get_n_pages (const SteppeSheet *self);
const SteppePaper *steppe_sheet_get_paper (const SteppeSheet *self);
SteppeTopic *steppe_sheet_get_topic (const SteppeSheet *self);

void steppe_sheet_draw_page (SteppeSheet *self,
                             guint page,
                             cairo_t *cr);
char *steppe_sheet_dup_page_text (SteppeSheet *self,
                                  guint page) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeSheet, steppe_sheet_free)

G_END_DECLS
