/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paint/steppe-bar.h"
#include "paint/steppe-timeline-track.h"

G_BEGIN_DECLS

/**
 * SteppeTimelineBox:
 * @event: the number of the event
 * @group: which of the groups it is shown in
 * @y: the top of its lane, in pixels from the top of the first
 * @x: where its body begins, in pixels from the start of the axis
 * @width: the width of its body
 * @form: its form, as far as the body has room for it
 * @label_inside: whether the label is inside the body
 * @label: the width of the label beside the body, 0 for none
 * @label_before: whether that is before the body rather than after it
 *
 * An event as it is shown.
 */
typedef struct
{
  guint event;
  guint group;
  double y;
  double x;
  double width;
  SteppeBarForm form;
  gboolean label_inside;
  double label;
  gboolean label_before;
} SteppeTimelineBox;

/**
 * SteppeTimelineCrowd:
 * @group: in which of the groups
 * @x: the middle of its count, in pixels from the start of the axis
 * @y: the top of the row of counts of the group, in pixels from the top of the first lane
 * @count: how many events it stands for
 * @first: the number of the first of them
 * @last: the number of the last
 *
 * Events for which there is no room.
 */
typedef struct
{
  guint group;
  double x;
  double y;
  guint count;
  guint first;
  guint last;
} SteppeTimelineCrowd;

/**
 * SteppeTimelineHidden:
 * @crowd: the events, with the place of the count among which they are
 * @from: where the time that they may mean begins, in pixels from the start of the axis
 * @to: where it ends
 *
 * Events for which there is no room and that reach far beyond their count: they may be where that is not seen.
 */
typedef struct
{
  SteppeTimelineCrowd crowd;
  double from;
  double to;
} SteppeTimelineHidden;

/**
 * SteppeTimelineLayoutGroup:
 * @id: the number of the group
 * @track: its events
 * @y: the top of its first lane, in pixels from the top of all
 * @n_lanes: how many lanes there is room for
 *
 * Events that are shown together.
 */
typedef struct
{
  guint id;
  const SteppeTimelineTrack *track;
  double y;
  guint n_lanes;
} SteppeTimelineLayoutGroup;

/**
 * SteppeTimelineLayoutOptions:
 * @events: the events
 * @groups: (array length=n_groups): the groups to be laid out, from top to bottom
 * @n_groups: how many
 * @axis: the axis
 * @length: the length of the whole axis in pixels
 * @from: the pixel from which events are wanted
 * @to: the pixel up to which
 * @lane: the height of a lane in pixels
 * @sign: the width of a sign in pixels
 * @spacing: the least pixels between an event and the next
 * @least_label: the narrowest label that is worth having
 * @kept_label: how much of a label beside the body is never left out, such as a number that it begins with; may be 0
 * @overhang: how far beyond the end of the axis a label may reach
 * @keeps_whole: whether a label that would be cut off at the end of the axis goes before its body, if that costs no other anything
 * @crowd_width: the room that a count takes
 * @arrow: the length of an open end in pixels
 * @must: numbers of events that are to be shown whatever it costs the others, or %STEPPE_TIMELINE_NONE
 * @measure: the width of a name in pixels
 * @user_data: for @measure
 */
typedef struct
{
  SteppeTimelineEvents *events;
  const SteppeTimelineLayoutGroup *groups;
  guint n_groups;
  const SteppeTimeAxis *axis;
  double length;
  double from;
  double to;
  double lane;
  double sign;
  double spacing;
  double least_label;
  double kept_label;
  double overhang;
  gboolean keeps_whole;
  double crowd_width;
  double arrow;
  guint must[2];
  double (*measure) (const char *name, gpointer user_data);
  gpointer user_data;
} SteppeTimelineLayoutOptions;

typedef struct _SteppeTimelineLayout SteppeTimelineLayout;

SteppeTimelineLayout *steppe_timeline_layout_new (const SteppeTimelineLayoutOptions *options);
void steppe_timeline_layout_free (SteppeTimelineLayout *self);

guint steppe_timeline_layout_get_n_boxes (const SteppeTimelineLayout *self);
const SteppeTimelineBox *steppe_timeline_layout_get_box (const SteppeTimelineLayout *self,
                                                         guint n);
const SteppeTimelineBox *steppe_timeline_layout_find_event (const SteppeTimelineLayout *self,
                                                            guint event);
guint steppe_timeline_layout_get_n_crowds (const SteppeTimelineLayout *self);
const SteppeTimelineCrowd *steppe_timeline_layout_get_crowd (const SteppeTimelineLayout *self,
                                                             guint n);
guint steppe_timeline_layout_get_n_hidden (const SteppeTimelineLayout *self);
const SteppeTimelineHidden *steppe_timeline_layout_get_hidden (const SteppeTimelineLayout *self,
                                                               guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeTimelineLayout, steppe_timeline_layout_free)

G_END_DECLS
