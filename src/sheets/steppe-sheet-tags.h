/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

#include "sheets/steppe-account.h"

G_BEGIN_DECLS

/**
 * SteppeSheetTag:
 * @STEPPE_SHEET_TAG_PARAGRAPH: a paragraph
 * @STEPPE_SHEET_TAG_TITLE: the title of the sheet
 * @STEPPE_SHEET_TAG_HEADING: a heading
 * @STEPPE_SHEET_TAG_CAPTION: what a table is of
 * @STEPPE_SHEET_TAG_ROW: a row of a table
 * @STEPPE_SHEET_TAG_HEAD: the row of the heads of its columns
 * @STEPPE_SHEET_TAG_FIGURE: a figure
 *
 * What a line is in the structure of a document.
 */
typedef enum
{
  STEPPE_SHEET_TAG_PARAGRAPH,
  STEPPE_SHEET_TAG_TITLE,
  STEPPE_SHEET_TAG_HEADING,
  STEPPE_SHEET_TAG_CAPTION,
  STEPPE_SHEET_TAG_ROW,
  STEPPE_SHEET_TAG_HEAD,
  STEPPE_SHEET_TAG_FIGURE,
} SteppeSheetTag;

typedef gboolean (*SteppeSheetAnchorFunc) (const char *anchor,
                                           gpointer user_data);

/**
 * SteppeSheetTags:
 *
 * The structure of a document while it is drawn on a PDF surface: headings, paragraphs, lists,
 * tables and figures, the places where links lead, and the outline.
 */
typedef struct _SteppeSheetTags SteppeSheetTags;

SteppeSheetTags *_steppe_sheet_tags_new (cairo_t *cr,
                                         SteppeSheetAnchorFunc has_anchor,
                                         gpointer user_data);
void _steppe_sheet_tags_free (SteppeSheetTags *self);

void _steppe_sheet_tags_begin_block (SteppeSheetTags *self,
                                     const SteppeAccountBlock *block,
                                     gboolean continued);
void _steppe_sheet_tags_begin_label (SteppeSheetTags *self);
void _steppe_sheet_tags_end_label (SteppeSheetTags *self);
void _steppe_sheet_tags_begin_line (SteppeSheetTags *self,
                                    SteppeSheetTag tag,
                                    gconstpointer paragraph);
void _steppe_sheet_tags_begin_cell (SteppeSheetTags *self,
                                    gboolean head);
void _steppe_sheet_tags_end_cell (SteppeSheetTags *self);
void _steppe_sheet_tags_end_block (SteppeSheetTags *self);
void _steppe_sheet_tags_end_page (SteppeSheetTags *self);
void _steppe_sheet_tags_begin_artifact (SteppeSheetTags *self);
void _steppe_sheet_tags_end_artifact (SteppeSheetTags *self);
gboolean _steppe_sheet_tags_begin_link (SteppeSheetTags *self,
                                        const char *target);
void _steppe_sheet_tags_end_link (SteppeSheetTags *self);

void _steppe_sheet_tags_add_figure (SteppeSheetTags *self,
                                    const char *words);
GPtrArray *_steppe_sheet_tags_get_figures (const SteppeSheetTags *self);
void _steppe_sheet_tags_finish (SteppeSheetTags *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeSheetTags, _steppe_sheet_tags_free)

G_END_DECLS
