/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/steppe-focus.h"

G_BEGIN_DECLS

typedef struct _Bench Bench;

/**
 * BenchView:
 *
 * What part of its world a pane shows, in whatever numbers it keeps.
 */
typedef struct
{
  double x;
  double y;
  double scale;
} BenchView;

/**
 * BenchPane:
 * @name: what the bench is called
 * @width: the width of the window in pixels
 * @height: its height
 * @notches: notches that the wheel goes in one turn of it, so that panes zoom equally fast
 * @create: makes the pane
 * @get_view: what the pane shows now
 * @pan: moves what is seen to and fro
 * @zoom: (nullable): goes in and out again
 * @act: (nullable): does what else is measured, and prints it
 *
 * A pane to be measured, and what a reader does in it. @pan and @zoom do it by the pointer, and record the frames.
 */
typedef struct
{
  const char *name;
  int width;
  int height;
  int notches;
  GtkWidget *(*create) (SteppeFocus *focus);
  BenchView (*get_view) (GtkWidget *pane);
  void (*pan) (Bench *bench, GtkWidget *pane);
  void (*zoom) (Bench *bench, GtkWidget *pane);
  void (*act) (Bench *bench, GtkWidget *pane);
} BenchPane;

extern const BenchPane bench_contents;
extern const BenchPane bench_map;
/* Only where libshumate is. */
extern const BenchPane bench_peer;
extern const BenchPane bench_timeline;

Bench *bench_new (const BenchPane *kind,
                  SteppeFocus *focus);
void bench_free (Bench *self);
GtkWidget *bench_get_pane (Bench *self);
BenchView bench_get_view (Bench *self);
void bench_set_quick (Bench *self,
                      gboolean quick);
int bench_get_amount (Bench *self,
                      int amount);

gboolean bench_wait_frame (Bench *self);
gboolean bench_wait_move (Bench *self);
gint64 bench_wait_rest (Bench *self);

void bench_record_frames (Bench *self,
                          gboolean record);
gboolean bench_print_frames (Bench *self,
                             const char *action);
gint64 bench_get_process_time (void);
void bench_print_wall (Bench *self,
                       const char *action,
                       double wall_ms,
                       double most_ms,
                       double process_ms);

void bench_move_pointer (Bench *self,
                         double x,
                         double y);
void bench_press (Bench *self);
void bench_release (Bench *self);
void bench_turn_wheel (Bench *self,
                       int turns);
void bench_drag (Bench *self,
                 double from,
                 double to,
                 double y);

void bench_pan_map (Bench *bench,
                    GtkWidget *pane);
void bench_zoom_map (Bench *bench,
                     GtkWidget *pane);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Bench, bench_free)

G_END_DECLS
