/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SteppeLabelAnchor:
 * @STEPPE_LABEL_ANCHOR_CENTER: the label lies over its point, as the name of a country does
 * @STEPPE_LABEL_ANCHOR_AROUND: beside its point, right of it if that can be
 * @STEPPE_LABEL_ANCHOR_AROUND_RTL: beside its point, left of it if that can be
 *
 * Where a label may lie.
 */
typedef enum
{
  STEPPE_LABEL_ANCHOR_CENTER,
  STEPPE_LABEL_ANCHOR_AROUND,
  STEPPE_LABEL_ANCHOR_AROUND_RTL,
} SteppeLabelAnchor;

/**
 * SteppeLabel:
 * @anchor: where it may lie
 * @x: its point, in pixels rightwards
 * @y: its point, in pixels downwards
 * @width: width of the text
 * @height: height of the text
 * @clearance: for a label beside its point, how far it keeps from it: the radius of the dot and a gap
 * @slack_x: for a label over its point, how far it may lie to the left or right of it
 * @slack_y: how far it may lie above or below
 *
 * A label to be placed.
 */
typedef struct
{
  SteppeLabelAnchor anchor;
  double x;
  double y;
  double width;
  double height;
  double clearance;
  double slack_x;
  double slack_y;
} SteppeLabel;

typedef struct _SteppeLabelPlacer SteppeLabelPlacer;

SteppeLabelPlacer *steppe_label_placer_new (double width, double height, double spacing);
void steppe_label_placer_free (SteppeLabelPlacer *self);
void steppe_label_placer_set_keep_inside (SteppeLabelPlacer *self, gboolean keep_inside);
void steppe_label_placer_add_obstacle (SteppeLabelPlacer *self,
                                       double x,
                                       double y,
                                       double width,
                                       double height);
void steppe_label_placer_add_cover (SteppeLabelPlacer *self,
                                    double x,
                                    double y,
                                    double width,
                                    double height);
gboolean steppe_label_placer_place (SteppeLabelPlacer *self,
                                    const SteppeLabel *label,
                                    double *left,
                                    double *top);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeLabelPlacer, steppe_label_placer_free)

G_END_DECLS
