/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SteppeTimeRoom:
 * @from: its first pixel
 * @to: the pixel after its last
 *
 * Pixels of a row of labels.
 */
typedef struct
{
  double from;
  double to;
} SteppeTimeRoom;

gboolean steppe_time_room_find (const SteppeTimeRoom *row,
                                const SteppeTimeRoom *taken,
                                gsize n_taken,
                                double pixel,
                                double width,
                                double *position);

G_END_DECLS
