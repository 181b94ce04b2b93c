/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * STEPPE_LANE_RANK_MUST:
 *
 * The rank of a box that is placed whatever it costs the others.
 */
#define STEPPE_LANE_RANK_MUST G_MAXINT

/**
 * SteppeLaneBox:
 * @id: what the caller knows it by
 * @start: where its body begins, in pixels
 * @end: where its body ends, not before @start
 * @slack: how far the body may move to either side
 * @wish: the width that its label, which follows the body, would like
 * @least: the width below which its label is worth nothing, at most @wish
 * @rank: how important it is, the more the higher
 * @lane: set by the packer: its lane, from 0
 * @label: set by the packer: the width of its label, 0 for none
 *
 * Something to be shown in a lane: a sign or a bar and, after it, a label that may be shortened or left out.
 */
typedef struct
{
  guint id;
  double start;
  double end;
  double slack;
  double wish;
  double least;
  int rank;
  int lane;
  double label;
} SteppeLaneBox;

typedef struct _SteppeLanePacker SteppeLanePacker;

SteppeLanePacker *steppe_lane_packer_new (guint n_lanes,
                                          double spacing);
void steppe_lane_packer_free (SteppeLanePacker *packer);

gboolean steppe_lane_packer_add (SteppeLanePacker *packer,
                                 const SteppeLaneBox *box);
gboolean steppe_lane_packer_add_freely (SteppeLanePacker *packer,
                                        const SteppeLaneBox *box);
double steppe_lane_packer_get_room_from (const SteppeLanePacker *packer,
                                         int rank);

guint steppe_lane_packer_get_n_boxes (const SteppeLanePacker *packer);
const SteppeLaneBox *steppe_lane_packer_get_box (const SteppeLanePacker *packer,
                                                 guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeLanePacker, steppe_lane_packer_free)

G_END_DECLS
