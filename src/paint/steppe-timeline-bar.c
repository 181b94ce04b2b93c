/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-timeline-bar.h"

/* Pixels by which a bar is higher than the sign on it. */
#define BAR_MARGIN 1
/* A fade of fewer pixels is none. */
#define LEAST_FADE 2

/**
 * steppe_timeline_bar_get_form:
 * @event: an event
 *
 * Returns: the form of its body, where that is wider than its sign
 */
SteppeBarForm
steppe_timeline_bar_get_form (const SteppeTimelineEvent *event)
{
  switch (event->kind)
    {
    case STEPPE_DATE_INTERVAL:
      return STEPPE_BAR_FORM_LASTING;
    case STEPPE_DATE_ONE_OF:
      return STEPPE_BAR_FORM_ONE_OF;
    case STEPPE_DATE_ALL_OF:
      return STEPPE_BAR_FORM_ALL_OF;
    case STEPPE_DATE_MOMENT:
    default:
      return STEPPE_BAR_FORM_MOMENT;
    }
}

static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  const SteppeStretch *first = a, *second = b;

  return (first->from > second->from) - (first->from < second->from);
}

static double
get_pixel (const SteppeTimeAxis *axis,
           double length,
           gint64 instant)
{
  return steppe_time_axis_to_position (axis, instant) * length;
}

static void
add_members (SteppeTimelineBar *self,
             const SteppeDate *date,
             double x,
             const SteppeTimeAxis *axis,
             double length)
{
  guint n_members = steppe_date_get_n_members (date);

  for (guint i = 0; i < n_members; i++)
    {
      gint64 earliest, latest;
      SteppeStretch *member = &self->members[i];

      steppe_date_get_member (date, i, &earliest, &latest);
      member->from = earliest == STEPPE_INSTANT_MIN ? 0 : CLAMP (get_pixel (axis, length, earliest) - x, 0, self->bar.width);
      member->to = latest == STEPPE_INSTANT_MAX ? self->bar.width : CLAMP (get_pixel (axis, length, latest) - x, 0, self->bar.width);
    }
  qsort (self->members, n_members, sizeof (SteppeStretch), compare_members);
  self->bar.members = self->members;
  self->bar.n_members = n_members;
}

static SteppeBarEnd
get_end (SteppeEdge edge,
         SteppeQualifier qualifier,
         double fade)
{
  return (SteppeBarEnd) { edge, (qualifier & STEPPE_QUALIFIER_APPROXIMATE) != 0, fade >= LEAST_FADE ? fade : 0 };
}

/* A bar fades between the earliest and the latest that it may start, and end; where an end is unknown, over all that is
 * drawn beyond what is known. */
static void
add_fades (SteppeTimelineBar *self,
           const SteppeTimelineEvent *event,
           double x,
           const SteppeTimeAxis *axis,
           double length)
{
  SteppeBar *bar = &self->bar;
  const SteppeDate *date = steppe_event_get_date (event->event);
  double fade_in = get_pixel (axis, length, MIN (event->start_latest, event->end_latest)) - x;
  double fade_out = x + bar->width - get_pixel (axis, length, MAX (event->end_earliest, event->start_earliest));

  if (event->start_edge == STEPPE_EDGE_UNKNOWN)
    fade_in = get_pixel (axis, length, event->start_earliest) - x;
  if (event->end_edge == STEPPE_EDGE_UNKNOWN)
    fade_out = x + bar->width - get_pixel (axis, length, event->end_latest);
  bar->start = get_end (event->start_edge, steppe_date_get_start_qualifier (date), event->start_edge == STEPPE_EDGE_OPEN ? 0 : fade_in);
  bar->end = get_end (event->end_edge, steppe_date_get_end_qualifier (date), event->end_edge == STEPPE_EDGE_OPEN ? 0 : fade_out);
}

/**
 * steppe_timeline_bar_init:
 * @self: (out caller-allocates): what is filled in
 * @event: an event, to outlive @self
 * @form: its form
 * @x: where its body begins, in pixels from the start of the axis
 * @width: the width of its body
 * @axis: the axis
 * @length: the length of the whole axis in pixels
 * @sign: the size of a sign in pixels
 *
 * Sets all but the direction and the places of sign and label.
 */
void
steppe_timeline_bar_init (SteppeTimelineBar *self,
                          const SteppeTimelineEvent *event,
                          SteppeBarForm form,
                          double x,
                          double width,
                          const SteppeTimeAxis *axis,
                          double length,
                          double sign)
{
  const SteppeDate *date = steppe_event_get_date (event->event);

  self->bar = (SteppeBar) { form, steppe_event_get_kind (event->event), steppe_event_get_status (event->event), event->qualifier };
  self->bar.width = width;
  self->bar.height = form == STEPPE_BAR_FORM_LASTING ? sign + 2 * BAR_MARGIN : sign;
  self->bar.sign_size = sign;
  add_fades (self, event, x, axis, length);
  if (form == STEPPE_BAR_FORM_ONE_OF || form == STEPPE_BAR_FORM_ALL_OF)
    add_members (self, date, x, axis, length);
}
