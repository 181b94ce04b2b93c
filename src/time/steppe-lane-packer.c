/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/steppe-lane-packer.h"

#include <math.h>

/**
 * SteppeLanePacker:
 *
 * Packs boxes into lanes so that neither bodies nor labels overlap. Boxes are added from left to right, so the same
 * boxes in the same order always lie the same way, and what is far to the left of a box does not move it.
 *
 * A box goes into the first lane with room; else where the label before it can be shortened; else where one of lower
 * rank can be left out. What gets no label that way is crowded into the lowest lanes, at the cost of any labels there.
 */
struct _SteppeLanePacker
{
  double spacing;
  guint n_lanes;
  guint *tails; /* by lane: the last box there, plus 1; 0 for none */
  guint *before; /* by lane: the one before it, plus 1 */
  GArray *boxes; /* of SteppeLaneBox; those thrown out have a lane of −1 */
};

/* How much of all lanes is for what gets no label. */
#define CROWD_PART 3

/**
 * steppe_lane_packer_new:
 * @n_lanes: how many lanes there are
 * @spacing: the least pixels between a box and the next in its lane
 *
 * Returns: (transfer full): a packer of empty lanes
 */
SteppeLanePacker *
steppe_lane_packer_new (guint n_lanes,
                        double spacing)
{
  SteppeLanePacker *packer = g_new0 (SteppeLanePacker, 1);

  packer->spacing = spacing;
  packer->n_lanes = n_lanes;
  packer->tails = g_new0 (guint, n_lanes + 1);
  packer->before = g_new0 (guint, n_lanes + 1);
  packer->boxes = g_array_new (FALSE, FALSE, sizeof (SteppeLaneBox));
  return packer;
}

/**
 * steppe_lane_packer_free:
 * @packer: (transfer full): a packer
 */
void
steppe_lane_packer_free (SteppeLanePacker *packer)
{
  g_free (packer->tails);
  g_free (packer->before);
  g_array_unref (packer->boxes);
  g_free (packer);
}

static SteppeLaneBox *
get_tail (const SteppeLanePacker *packer,
          guint lane)
{
  guint tail = packer->tails[lane];

  return tail > 0 ? &g_array_index (packer->boxes, SteppeLaneBox, tail - 1) : NULL;
}

/* From where on a lane is free, when @label pixels of the label before are kept. */
static double
get_free_from (const SteppeLanePacker *packer,
               guint lane,
               double label)
{
  const SteppeLaneBox *tail = get_tail (packer, lane);

  return tail != NULL ? tail->end + label + packer->spacing : -INFINITY;
}

static void
place (SteppeLanePacker *packer,
       const SteppeLaneBox *box,
       guint lane)
{
  SteppeLaneBox placed = *box;
  SteppeLaneBox *tail = get_tail (packer, lane);
  double shift = MAX (0, get_free_from (packer, lane, 0) - box->start);

  /* It moves only as far as it must; a label is worth moving for as well, up to its least width. */
  if (tail != NULL && tail->label > 0)
    shift = MAX (shift, MIN (box->slack, get_free_from (packer, lane, tail->label) - box->start));
  placed.start += shift;
  placed.end += shift;
  placed.lane = (int) lane;
  placed.label = MAX (box->wish, 0);
  if (tail != NULL)
    {
      tail->label = MIN (tail->label, MAX (0, placed.start - packer->spacing - tail->end));
      if (tail->label < tail->least)
        tail->label = 0;
    }
  g_array_append_val (packer->boxes, placed);
  packer->before[lane] = packer->tails[lane];
  packer->tails[lane] = packer->boxes->len;
}

/* The first lane where nothing need give way. Lanes where the box need not move come first. */
static gboolean
place_freely (SteppeLanePacker *packer,
              const SteppeLaneBox *box)
{
  for (int moving = 0; moving < 2; moving++)
    for (guint lane = 0; lane < packer->n_lanes; lane++)
      {
        const SteppeLaneBox *tail = get_tail (packer, lane);

        if (tail == NULL || get_free_from (packer, lane, tail->label) <= box->start + moving * box->slack)
          {
            place (packer, box, lane);
            return TRUE;
          }
      }
  return FALSE;
}

/* The lane where a label can be shortened and most is left of it. */
static gboolean
place_shortening (SteppeLanePacker *packer,
                  const SteppeLaneBox *box)
{
  double most = -1;
  guint best = 0;

  for (guint lane = 0; lane < packer->n_lanes; lane++)
    {
      const SteppeLaneBox *tail = get_tail (packer, lane);
      double left = box->start + box->slack - packer->spacing - tail->end;

      if (tail->label > 0 && left >= tail->least && left > most)
        {
          most = left;
          best = lane;
        }
    }
  if (most < 0)
    return FALSE;
  place (packer, box, best);
  return TRUE;
}

static guint
get_first_crowd_lane (const SteppeLanePacker *packer)
{
  return packer->n_lanes - (packer->n_lanes + CROWD_PART - 1) / CROWD_PART;
}

/* The lane whose label, of lower rank, is left out. With @crowding, any of the lowest lanes. */
static gboolean
place_over_label (SteppeLanePacker *packer,
                  const SteppeLaneBox *box,
                  gboolean crowding)
{
  guint first = crowding ? get_first_crowd_lane (packer) : 0;
  int lowest = crowding ? STEPPE_LANE_RANK_MUST : box->rank;
  guint best = packer->n_lanes;

  for (guint lane = packer->n_lanes; lane-- > first;)
    {
      const SteppeLaneBox *tail = get_tail (packer, lane);

      if (tail->rank < lowest && get_free_from (packer, lane, 0) <= box->start + box->slack)
        {
          lowest = tail->rank;
          best = lane;
        }
    }
  if (best == packer->n_lanes)
    return FALSE;
  place (packer, box, best);
  return TRUE;
}

/* Throws out the last box of the lane where that is of the lowest rank. */
static gboolean
place_over_body (SteppeLanePacker *packer,
                 const SteppeLaneBox *box)
{
  guint best = packer->n_lanes;

  for (guint lane = 0; lane < packer->n_lanes; lane++)
    {
      guint before = packer->before[lane];

      if (before > 0 && g_array_index (packer->boxes, SteppeLaneBox, before - 1).end + packer->spacing > box->start + box->slack)
        continue;
      if (best == packer->n_lanes || get_tail (packer, lane)->rank < get_tail (packer, best)->rank)
        best = lane;
    }
  if (best == packer->n_lanes)
    return FALSE;
  get_tail (packer, best)->lane = -1;
  packer->tails[best] = packer->before[best];
  place (packer, box, best);
  return TRUE;
}

/**
 * steppe_lane_packer_add:
 * @packer: a packer
 * @box: a box that starts no earlier than those before it; of its members, the packer ignores those it sets
 *
 * Places a box. That may shorten labels of boxes before it or leave them out, or, for one of %STEPPE_LANE_RANK_MUST,
 * throw out a box.
 *
 * Returns: whether there was room
 */
gboolean
steppe_lane_packer_add (SteppeLanePacker *packer,
                        const SteppeLaneBox *box)
{
  g_return_val_if_fail (packer != NULL && box != NULL && box->end >= box->start, FALSE);

  if (packer->n_lanes == 0)
    return FALSE;
  return place_freely (packer, box) || place_shortening (packer, box) || place_over_label (packer, box, FALSE) ||
         place_over_label (packer, box, TRUE) ||
         (box->rank == STEPPE_LANE_RANK_MUST && place_over_body (packer, box));
}

/**
 * steppe_lane_packer_add_freely:
 * @packer: a packer
 * @box: a box as for [method@LanePacker.add]
 *
 * Places a box where that costs no other anything.
 *
 * Returns: whether there was room
 */
gboolean
steppe_lane_packer_add_freely (SteppeLanePacker *packer,
                               const SteppeLaneBox *box)
{
  g_return_val_if_fail (packer != NULL && box != NULL && box->end >= box->start, FALSE);

  return place_freely (packer, box);
}

/**
 * steppe_lane_packer_get_room_from:
 * @packer: a packer
 * @rank: a rank below %STEPPE_LANE_RANK_MUST
 *
 * Returns: from where on a body of that rank can be placed; one that ends its slack before that cannot
 */
double
steppe_lane_packer_get_room_from (const SteppeLanePacker *packer,
                                  int rank)
{
  double from = INFINITY;

  g_return_val_if_fail (packer != NULL, INFINITY);

  for (guint lane = 0; lane < packer->n_lanes; lane++)
    {
      const SteppeLaneBox *tail = get_tail (packer, lane);
      gboolean keeps_label = tail != NULL && tail->label > 0 && tail->rank >= (lane < get_first_crowd_lane (packer) ? rank : STEPPE_LANE_RANK_MUST);

      from = MIN (from, get_free_from (packer, lane, keeps_label ? tail->least : 0));
    }
  return from;
}

/**
 * steppe_lane_packer_get_n_boxes:
 * @packer: a packer
 *
 * Returns: how many boxes were placed, with those that were thrown out again
 */
guint
steppe_lane_packer_get_n_boxes (const SteppeLanePacker *packer)
{
  g_return_val_if_fail (packer != NULL, 0);

  return packer->boxes->len;
}

/**
 * steppe_lane_packer_get_box:
 * @packer: a packer
 * @n: which, in the order in which they were added
 *
 * Returns: (transfer none): a box with its lane, −1 if it was thrown out again, and the width of its label
 */
const SteppeLaneBox *
steppe_lane_packer_get_box (const SteppeLanePacker *packer,
                            guint n)
{
  g_return_val_if_fail (packer != NULL && n < packer->boxes->len, NULL);

  return &g_array_index (packer->boxes, SteppeLaneBox, n);
}
