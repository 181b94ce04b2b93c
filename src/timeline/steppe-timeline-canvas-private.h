/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "time/steppe-time-ticks.h"
#include "time/steppe-time-viewport.h"
#include "timeline/steppe-timeline-canvas.h"
#include "paint/steppe-timeline-groups.h"
#include "paint/steppe-timeline-layout.h"
#include "widgets/steppe-hover-card.h"
#include "widgets/steppe-event-popover.h"
#include "widgets/steppe-mark-list.h"
#include "widgets/steppe-sign-cache.h"

G_BEGIN_DECLS

/* Pixels between the edge of the widget and the ends of the axis. */
#define STEPPE_TIMELINE_MARGIN 12
/* Pixels between a sign or the edge of a wide bar and the label. */
#define STEPPE_TIMELINE_LABEL_GAP 4

/* Sizes in pixels, all from the font. */
typedef struct
{
  double row; /* of the header, which has two */
  double header;
  double lane;
  double sign;
  double least_label;
  double crowd_width;
  double crowd_height;
  double names; /* the width of the column with the names of groups, 0 without */
  double widest_name; /* what that would like, below 0 until it is measured */
} SteppeTimelineMetrics;

struct _SteppeTimelineCanvas
{
  GtkWidget parent_instance;

  SteppeFocus *focus;
  GSignalGroup *focus_signals;
  GSignalGroup *list_signals;
  GSignalGroup *filter_signals;

  SteppeTimelineEvents *events;
  SteppeTimelineLanes lanes;
  SteppeTimelineGroups *groups;
  GHashTable *collapsed; /* the keys of groups */
  GtkAdjustment *vadjustment; /* of the groups */
  SteppeTimeViewport *viewport; /* onto the axis */
  AdwAnimation *animation; /* of the viewport */

  SteppeTimelineMetrics metrics;
  SteppeTimelineLayout *layout;
  SteppeTimeTicks *ticks;
  SteppeTimeAxis *layout_axis; /* what layout and ticks are of, and the pixels that they cover */
  double layout_from;
  double layout_to;
  guint selected; /* numbers of events */
  guint hovered;
  GHashTable *lit; /* of others that stand out */
  guint cursor; /* where the keyboard is */
  guint cursor_group; /* in which group it is there, or on its name */

  GtkWidget *popover; /* of what a count stands for */

  SteppeMarkList *marks;
  guint marks_source;
  gboolean marks_wait; /* until the axis is at rest */
  SteppeSignCache *signs;
  GHashTable *labels; /* number of an event → PangoLayout of its name */
  GHashTable *tick_widths; /* label → width, as a double */
  PangoLayout *name_layout; /* to measure names */
  PangoLayout *tick_layout; /* to measure those of the header */
  GHashTable *texts; /* text of the header, or a count → PangoLayout */

  gint64 now; /* as set; STEPPE_INSTANT_MIN for what the clock of the computer shows */
  guint now_source;
  SteppeHoverCard *card;
  double card_x; /* where the pointer was when it came to the card's event */
  GtkWidget *menu;
  SteppeEvent *menu_event; /* that the open menu is for */

  double pointer_x;
  double pointer_y;
  double drag_x; /* how far the drag has got */
  double drag_y;
  double pinch_scale; /* how much the pinch has zoomed */
  gboolean dragging;
};

/* By how much a key, and half a double click, zooms. */
#define STEPPE_TIMELINE_KEY_ZOOM 1.6

double _steppe_timeline_canvas_get_direction (SteppeTimelineCanvas *self);
double _steppe_timeline_canvas_to_view (SteppeTimelineCanvas *self,
                                        double pixel);
double _steppe_timeline_canvas_from_view (SteppeTimelineCanvas *self,
                                          double x);
double _steppe_timeline_canvas_get_top (SteppeTimelineCanvas *self);
void _steppe_timeline_canvas_get_body (SteppeTimelineCanvas *self,
                                       const SteppeTimelineBox *box,
                                       graphene_rect_t *body);
void _steppe_timeline_canvas_get_area (SteppeTimelineCanvas *self,
                                       const SteppeTimelineBox *box,
                                       graphene_rect_t *area);
void _steppe_timeline_canvas_get_crowd_area (SteppeTimelineCanvas *self,
                                             const SteppeTimelineCrowd *crowd,
                                             graphene_rect_t *area);
const SteppeTimelineBox *_steppe_timeline_canvas_pick_box (SteppeTimelineCanvas *self,
                                                           double x,
                                                           double y);
GArray *_steppe_timeline_canvas_collect_crowds (SteppeTimelineCanvas *self);
gboolean _steppe_timeline_canvas_pick_crowd (SteppeTimelineCanvas *self,
                                             double x,
                                             double y,
                                             SteppeTimelineCrowd *picked);
PangoLayout *_steppe_timeline_canvas_get_text (SteppeTimelineCanvas *self,
                                               const char *text);
PangoLayout *_steppe_timeline_canvas_get_label (SteppeTimelineCanvas *self,
                                                guint event);

void _steppe_timeline_canvas_update_groups (SteppeTimelineCanvas *self);
void _steppe_timeline_canvas_arrange_groups (SteppeTimelineCanvas *self,
                                             int width,
                                             int height);
void _steppe_timeline_canvas_add_shown_groups (SteppeTimelineCanvas *self,
                                               GArray *groups);
guint _steppe_timeline_canvas_get_first_shown_group (SteppeTimelineCanvas *self);
PangoLayout *_steppe_timeline_canvas_create_name_layout (SteppeTimelineCanvas *self);
gboolean _steppe_timeline_canvas_get_name_area (SteppeTimelineCanvas *self,
                                                guint group,
                                                graphene_rect_t *area);
guint _steppe_timeline_canvas_pick_name (SteppeTimelineCanvas *self,
                                         double x,
                                         double y);
gboolean _steppe_timeline_canvas_is_over_names (SteppeTimelineCanvas *self,
                                                double x);
char *_steppe_timeline_canvas_describe_group (SteppeTimelineCanvas *self,
                                              guint group);
void _steppe_timeline_canvas_toggle_group (SteppeTimelineCanvas *self,
                                           guint group);
void _steppe_timeline_canvas_scroll (SteppeTimelineCanvas *self,
                                     double pixels);
void _steppe_timeline_canvas_scroll_to_group (SteppeTimelineCanvas *self,
                                              guint group);
gboolean _steppe_timeline_canvas_move_to_group (SteppeTimelineCanvas *self,
                                                int step);

void _steppe_timeline_canvas_get_layout_range (SteppeTimelineCanvas *self,
                                               double *from,
                                               double *to);
void _steppe_timeline_canvas_forget_layout (SteppeTimelineCanvas *self);
void _steppe_timeline_canvas_refresh_layout (SteppeTimelineCanvas *self);
void _steppe_timeline_canvas_queue_marks (SteppeTimelineCanvas *self);
PangoLayout *_steppe_timeline_canvas_create_layout (SteppeTimelineCanvas *self,
                                                    double scale);
void _steppe_timeline_canvas_range_changed (SteppeTimelineCanvas *self);
void _steppe_timeline_canvas_reveal (SteppeTimelineCanvas *self,
                                     guint n);
void _steppe_timeline_canvas_pan (SteppeTimelineCanvas *self,
                                  double pixels);
void _steppe_timeline_canvas_slide (SteppeTimelineCanvas *self,
                                    double pixels);
void _steppe_timeline_canvas_zoom_at (SteppeTimelineCanvas *self,
                                      double factor,
                                      double x,
                                      gboolean animate);
void _steppe_timeline_canvas_show_all (SteppeTimelineCanvas *self);
void _steppe_timeline_canvas_show_span (SteppeTimelineCanvas *self,
                                        gint64 earliest,
                                        gint64 latest);
gboolean _steppe_timeline_canvas_toggle_empty (SteppeTimelineCanvas *self,
                                               gint64 instant);
gboolean _steppe_timeline_canvas_toggle_empty_beside (SteppeTimelineCanvas *self,
                                                      int step);
gint64 _steppe_timeline_canvas_get_instant (SteppeTimelineCanvas *self,
                                            double x);
void _steppe_timeline_canvas_stop (SteppeTimelineCanvas *self);
void _steppe_timeline_canvas_create_animation (SteppeTimelineCanvas *self);
void _steppe_timeline_canvas_set_cursor (SteppeTimelineCanvas *self,
                                         guint event);
void _steppe_timeline_canvas_select (SteppeTimelineCanvas *self,
                                     guint event);
void _steppe_timeline_canvas_show_crowd (SteppeTimelineCanvas *self,
                                         const SteppeTimelineCrowd *crowd);

void _steppe_timeline_canvas_snapshot (GtkWidget *widget,
                                       GtkSnapshot *snapshot);
void _steppe_timeline_canvas_class_bind_keys (GtkWidgetClass *widget_class);
void _steppe_timeline_canvas_add_controllers (SteppeTimelineCanvas *self);

/* steppe-timeline-canvas-lit.c */
void _steppe_timeline_canvas_update_lit (SteppeTimelineCanvas *self);
gboolean _steppe_timeline_canvas_is_lit (SteppeTimelineCanvas *self,
                                         guint event);
gboolean _steppe_timeline_canvas_is_crowd_lit (SteppeTimelineCanvas *self,
                                               const SteppeTimelineCrowd *crowd);
void _steppe_timeline_canvas_reveal_lit (SteppeTimelineCanvas *self);
void _steppe_timeline_canvas_show_passage (SteppeTimelineCanvas *self);

/* steppe-timeline-card.c */
const SteppeTimelineBox *_steppe_timeline_canvas_find_cursor_box (SteppeTimelineCanvas *self);
gboolean _steppe_timeline_canvas_get_seen_body (SteppeTimelineCanvas *self,
                                                const SteppeTimelineBox *box,
                                                graphene_rect_t *seen);
void _steppe_timeline_canvas_add_card (SteppeTimelineCanvas *self);
void _steppe_timeline_canvas_hover_card (SteppeTimelineCanvas *self,
                                         const SteppeTimelineBox *box);
void _steppe_timeline_canvas_show_cursor_card (SteppeTimelineCanvas *self);
void _steppe_timeline_canvas_place_card (SteppeTimelineCanvas *self);

/* steppe-timeline-menu.c */
void _steppe_timeline_canvas_class_install_actions (GtkWidgetClass *widget_class);
void _steppe_timeline_canvas_add_menu (SteppeTimelineCanvas *self);
void _steppe_timeline_canvas_open_menu (SteppeTimelineCanvas *self);
void _steppe_timeline_canvas_zoom_to_event (SteppeTimelineCanvas *self,
                                            guint event);

char *_steppe_timeline_canvas_describe_event (SteppeTimelineCanvas *self,
                                              const SteppeTimelineEvent *event);
char *_steppe_timeline_canvas_describe_crowd (SteppeTimelineCanvas *self,
                                              const SteppeTimelineCrowd *crowd);
char *_steppe_timeline_canvas_describe_gap (const SteppeTimeSegment *segment,
                                            gboolean with_ends);
void _steppe_timeline_canvas_update_marks (SteppeTimelineCanvas *self);

G_END_DECLS
