/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/steppe-start-page.h"
#include "app/steppe-window.h"
#include "reader/steppe-reading-style.h"

G_BEGIN_DECLS

/* How two panes share their length. */
typedef struct
{
  GtkPaned *paned;
  int size; /* that the reader has given the end child, pixels */
  int length; /* when it was given that */
  guint tick;
} SteppeWindowDivide;

typedef struct _SteppeWindowBefore SteppeWindowBefore;

struct _SteppeWindow
{
  AdwApplicationWindow parent_instance;

  GtkStack *stack;
  AdwToastOverlay *toast_overlay;
  SteppeStartPage *start_page;
  GtkProgressBar *progress_bar;
  AdwStatusPage *error_page;
  AdwMultiLayoutView *layouts;
  AdwOverlaySplitView *split_view;
  GtkPaned *reading_paned;
  GtkPaned *map_paned;
  SteppeWindowDivide reading_divide;
  SteppeWindowDivide map_divide;
  AdwViewStack *pane_stack;
  AdwBanner *banner_wide;
  AdwBanner *banner_narrow;
  AdwWindowTitle *title_wide;
  AdwWindowTitle *title_narrow;
  GtkWidget *contents_pane;
  GtkWidget *map_view;
  GtkWidget *timeline_view;
  GtkWidget *reader_view;
  GtkWidget *story_panel;
  AdwBreakpoint *narrow_breakpoint;
  SteppeWindowBefore *before; /* story mode, while in it */

  SteppeReadingStyle *reading_style;
  SteppeFocus *focus;
  GFile *file;
  GCancellable *opening;
  GFileMonitor *monitor;
  char *version; /* of a file that cannot be watched, when it was looked at last */
  guint change_source;
  AdwToast *reload_toast; /* while it is shown */
  char *to_read; /* the narrative to go on with once there is a text, and where in it */
  double to_read_position;
  GPtrArray *chronology; /* of SteppeEvent, in time order */
  GSettings *settings;
};

void steppe_window_class_install_actions (GtkWidgetClass *widget_class);
void steppe_window_add_setting_actions (SteppeWindow *self);
void steppe_window_add_shortcuts (SteppeWindow *self);
void steppe_window_update_actions (SteppeWindow *self);

void steppe_window_open_page (SteppeWindow *self,
                              SteppeItem *item);
void steppe_window_show_pane (SteppeWindow *self,
                              const char *name);

gboolean steppe_window_is_telling (SteppeWindow *self);
void steppe_window_begin_story (SteppeWindow *self);
void steppe_window_end_story (SteppeWindow *self);
void steppe_window_drop_story (SteppeWindow *self);
void steppe_window_init_story (SteppeWindow *self);

void steppe_window_restore_state (SteppeWindow *self);
void steppe_window_save_state (SteppeWindow *self);

void steppe_window_cancel_opening (SteppeWindow *self);
void steppe_window_look_for_changes (SteppeWindow *self);
void steppe_window_reload (SteppeWindow *self);
void steppe_window_save_reading (SteppeWindow *self);
void steppe_window_stop_watching (SteppeWindow *self);

G_END_DECLS
