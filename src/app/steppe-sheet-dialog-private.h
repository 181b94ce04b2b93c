/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/steppe-sheet-dialog.h"
#include "app/steppe-sheet-preview.h"
#include "sheets/steppe-sheet-writer.h"

G_BEGIN_DECLS

struct _SteppeSheetDialog
{
  AdwDialog parent_instance;

  AdwToastOverlay *toast_overlay;
  AdwWindowTitle *window_title;
  AdwOverlaySplitView *split_view;
  SteppeSheetPreview *preview;
  GtkWidget *topic_group;
  AdwComboRow *topic_row;
  AdwPreferencesGroup *sections_group;
  AdwComboRow *paper_row;
  AdwComboRow *orientation_row;
  AdwComboRow *language_row;
  AdwComboRow *text_size_row;
  AdwSwitchRow *gray_row;
  GtkStack *foot;
  GtkWidget *export_button;
  GtkProgressBar *export_bar;
  GtkWidget *cancel_button;

  GSettings *settings;
  SteppeBasemap *basemap; /* NULL if it cannot be read */
  GPtrArray *topics; /* of SteppeTopic, in the order of the rows */
  GtkWidget *section_rows[STEPPE_N_SECTIONS];
  GtkCheckButton *section_checks[STEPPE_N_SECTIONS];
  gboolean filling; /* while rows are set by what was chosen before */

  SteppeSheetWriter *writer; /* while exporting */
  GFile *exported; /* what is written, or was the last time */
  guint export_source;
};

SteppeTopic *steppe_sheet_dialog_get_topic (SteppeSheetDialog *self);
SteppeSheetOptions steppe_sheet_dialog_get_options (SteppeSheetDialog *self);

void steppe_sheet_dialog_class_install_exports (GtkWidgetClass *widget_class);
void steppe_sheet_dialog_end_export (SteppeSheetDialog *self);

G_END_DECLS
