/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paint/steppe-sign.h"

G_BEGIN_DECLS

/**
 * SteppeBarForm:
 * @STEPPE_BAR_FORM_SIGN: the sign alone
 * @STEPPE_BAR_FORM_LASTING: a thick bar: it lasts from start to end
 * @STEPPE_BAR_FORM_MOMENT: a thin line between two caps, with the sign on it: a moment somewhere along here
 * @STEPPE_BAR_FORM_ONE_OF: a dotted line with hollow lozenges, or caps, and the sign on it: a moment in one of these places
 * @STEPPE_BAR_FORM_ALL_OF: the sign in each of several places, joined by a hairline: it happened in all of them
 *
 * The form of an event on an axis of time; it follows from its date.
 */
typedef enum
{
  STEPPE_BAR_FORM_SIGN,
  STEPPE_BAR_FORM_LASTING,
  STEPPE_BAR_FORM_MOMENT,
  STEPPE_BAR_FORM_ONE_OF,
  STEPPE_BAR_FORM_ALL_OF,
} SteppeBarForm;

/**
 * SteppeStretch:
 * @from: where it begins, user units from the start of the body
 * @to: where it ends, not before @from
 */
typedef struct
{
  double from;
  double to;
} SteppeStretch;

/**
 * SteppeBarEnd:
 * @edge: what is known of it: an open one is an arrow, an unknown one fades out
 * @is_approximate: whether it is an estimate, drawn wavy
 * @fade: user units between the earliest and the latest it may be, over which a bar fades
 *
 * The start or the end of a body.
 */
typedef struct
{
  SteppeEdge edge;
  gboolean is_approximate;
  double fade;
} SteppeBarEnd;

/**
 * SteppeBar:
 * @form: its form
 * @kind: (nullable): what sort of event it is, as the file has it; sets sign and hue
 * @status: its status
 * @qualifier: what its date says about its own worth
 * @start: its start, at the left, or at the right of what is read from right to left
 * @end: its end
 * @width: the width of the body, user units
 * @height: its height
 * @sign_size: the size of the sign
 * @is_rtl: whether time runs from right to left
 * @members: (nullable) (array length=n_members): the members of a set, by their starts
 * @n_members: how many
 * @seen: set by [method@Bar.place]: what is seen of the body; empty for all of it
 * @sign: set by [method@Bar.place]: where the sign begins, user units from the start of the body
 * @label: set by [method@Bar.place]: the room of the label inside, empty for none
 *
 * The body of an event on an axis of time, and the sign on it.
 *
 * What is seen of it, the same on screen and on paper:
 *
 * - The form says what the date means. What *lasts* is a thick bar from its start to its end. A *moment* of which no
 *   more is known than a year, a decade or a day is a thin line over that time, with a cap at either end and the sign
 *   in the middle: it happened once, somewhere along the line. *One of* several dates is a line of dots with a hollow
 *   lozenge at each of them, or with caps about those that are wide: it happened once, at one of these. *All of* several
 *   dates are the sign at each of them, on a hairline, and a pale strip behind it where that date is wide.
 * - The ends say what is known of them. A bar *fades* between the earliest and the latest time of its start, or end. An
 *   *open* start or end is an arrow; one that is *unknown* fades away. An *approximate* one is wavy.
 * - The filling of bar and sign says how sure the event is: *confirmed* is solid, *reported* a pale tint within an
 *   outline, *alleged* hollow, *disputed* hatched, *planned* has a dashed outline and *cancelled* is hollow and struck
 *   through.
 * - “≈” beside the sign says that the date is approximate, “?” that it is uncertain, “≈?” both.
 *
 * Nothing of this needs colour, which, as the outline of the sign, says what kind of event it is.
 */
typedef struct
{
  SteppeBarForm form;
  const char *kind;
  SteppeStatus status;
  SteppeQualifier qualifier;
  SteppeBarEnd start;
  SteppeBarEnd end;
  double width;
  double height;
  double sign_size;
  gboolean is_rtl;
  const SteppeStretch *members;
  guint n_members;
  SteppeStretch seen;
  double sign;
  SteppeStretch label;
} SteppeBar;

double steppe_bar_get_room (const SteppeBar *bar);
void steppe_bar_place (SteppeBar *bar,
                       double label_width,
                       double seen_from,
                       double seen_to);
gboolean steppe_bar_is_label_on_fill (const SteppeBar *bar);
void steppe_bar_paint (cairo_t *cr,
                       const SteppeBar *bar,
                       SteppeScheme scheme,
                       double x,
                       double y);

G_END_DECLS
