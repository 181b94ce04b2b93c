/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-timeline-layout.h"

#include <math.h>

#include "time/steppe-lane-packer.h"
#include "paint/steppe-timeline-bar.h"

/**
 * SteppeTimelineLayout:
 *
 * What of a timeline is shown where, at one scale: events in lanes and, where there is no room, counts. Drawing, hit
 * tests and assistive technology read the same numbers.
 *
 * The work grows with what is shown, hardly with how many events there are: where all lanes are full, a search that looks
 * at two numbers of each event finds the next one that has room, and the others are counted.
 */
struct _SteppeTimelineLayout
{
  GArray *boxes; /* of SteppeTimelineBox, by group and time */
  GArray *crowds; /* of SteppeTimelineCrowd, by group and time */
  GArray *hidden; /* of SteppeTimelineHidden */
};

/* A moment known only to within so many signs, and so many that its name fits, is a line. */
#define WIDE_CELL 6
/* A set whose members are within so many signs is a sign alone. */
#define NARROW_SET 2.5
/* How many arrows long an open or unknown end is, so that there is more of it than the sign covers. */
#define OPEN_END 1.5
/* How many signs a sign may move inside the time that it may mean. */
#define MAX_SLACK 1.5
/* A bar as wide as so many of the least labels has its own inside even where that is cut off. */
#define INSIDE_LABELS 3
/* Weights from here on are all the same to a search for what has room. */
#define MANY_WEIGHTS 32
/* The part of the spacing by which a bar ends short of where it does: a trace more than half, for the rounding of sums. */
#define INSET 0.505
/* Events that reach over so many counts may be seen where theirs is not. */
#define WIDE_HIDDEN 1.5
/* Pixels for the rounding of sums. */
#define TRACE 0.01

typedef struct
{
  const SteppeTimelineLayoutOptions *options;
  const SteppeTimelineLayoutGroup *group;
  SteppeTimelineLayout *layout;
  SteppeLanePacker *packer;
  GArray *bodies; /* of SteppeTimelineBox: by number in the packer */
  guint first_crowd; /* of the group */
  double bin_width; /* of the places for counts, the last of which ends where the axis does */
  double last_bin;
} Packing;

static double
get_pixel (const Packing *packing,
           gint64 instant)
{
  return steppe_time_axis_to_position (packing->options->axis, instant) * packing->options->length;
}

static gboolean
is_must (const Packing *packing,
         guint n)
{
  return n == packing->options->must[0] || n == packing->options->must[1];
}

static double
get_label_width (const Packing *packing,
                 guint n)
{
  SteppeTimelineEvent *event = steppe_timeline_events_get_event (packing->options->events, n);

  if (event->label_width < 0)
    event->label_width = event->name != NULL ? packing->options->measure (event->name, packing->options->user_data) : 0;
  return event->label_width;
}

/* Whether the name fits into the body, or enough of it. */
static gboolean
has_room_inside (const Packing *packing,
                 const SteppeTimelineBox *body)
{
  const SteppeTimelineLayoutOptions *options = packing->options;
  SteppeTimelineBar bar;
  double room;

  steppe_timeline_bar_init (&bar, steppe_timeline_events_get_event (options->events, body->event), body->form,
                            body->x, body->width, options->axis, options->length, options->sign);
  room = steppe_bar_get_room (&bar.bar);
  return room >= (INSIDE_LABELS - 1) * options->least_label || room >= get_label_width (packing, body->event);
}

/* The width of the sign of an event, and of what stands beside it. */
static double
get_sign_width (const Packing *packing,
                const SteppeTimelineEvent *event)
{
  double sign = packing->options->sign;

  return sign + steppe_sign_get_qualifier_width (event->qualifier, sign);
}

/* Whether the body is so wide that it has its form, rather than being a sign alone. */
static gboolean
has_form (const Packing *packing,
          const SteppeTimelineEvent *event,
          const SteppeTimelineBox *body)
{
  double sign = packing->options->sign;

  switch (body->form)
    {
    case STEPPE_BAR_FORM_LASTING:
      return body->width > get_sign_width (packing, event);
    case STEPPE_BAR_FORM_ONE_OF:
    case STEPPE_BAR_FORM_ALL_OF:
      return body->width > NARROW_SET * sign || event->start_edge != STEPPE_EDGE_KNOWN || event->end_edge != STEPPE_EDGE_KNOWN;
    case STEPPE_BAR_FORM_MOMENT:
      return body->width > WIDE_CELL * sign && has_room_inside (packing, body);
    case STEPPE_BAR_FORM_SIGN:
    default:
      return FALSE;
    }
}

/* Bars end a little short of where they do, so that those of two days in a row, or of two reigns, have room in one lane. */
static void
inset (SteppeTimelineBox *body,
       double spacing)
{
  double margin = MIN (INSET * spacing, body->width / 4);

  body->x += margin;
  body->width -= 2 * margin;
}

/* How far the sign of a moment may move that is known to within so many pixels. */
static double
get_slack (const SteppeTimelineLayoutOptions *options,
           double width)
{
  return CLAMP ((width - options->sign) / 2, 0, MAX_SLACK * options->sign);
}

/* Where an event would be, if it were alone, and how far it may move from there. */
static SteppeTimelineBox
get_body (const Packing *packing,
          guint n,
          double *slack)
{
  const SteppeTimelineLayoutOptions *options = packing->options;
  const SteppeTimelineEvent *event = steppe_timeline_events_get_event (options->events, n);
  SteppeTimelineBox body = { .event = n, .form = steppe_timeline_bar_get_form (event) };
  double from = get_pixel (packing, event->start_earliest), to = get_pixel (packing, event->end_latest);

  if (event->start_edge != STEPPE_EDGE_KNOWN)
    from -= OPEN_END * options->arrow;
  if (event->end_edge != STEPPE_EDGE_KNOWN)
    to += OPEN_END * options->arrow;
  *slack = event->lasts ? 0 : get_slack (options, to - from);
  body.x = from;
  body.width = to - from;
  inset (&body, options->spacing);
  if (has_form (packing, event, &body))
    return body;
  body.form = STEPPE_BAR_FORM_SIGN;
  body.x = (from + to - options->sign) / 2;
  body.width = get_sign_width (packing, event);
  return body;
}

static SteppeLaneBox
get_lane_box (const Packing *packing,
              SteppeTimelineBox *body,
              double slack)
{
  const SteppeTimelineLayoutOptions *options = packing->options;
  const SteppeTimelineEvent *event = steppe_timeline_events_get_event (options->events, body->event);
  double label = get_label_width (packing, body->event);
  SteppeLaneBox box = { body->event, body->x, body->x + body->width };
  gboolean is_sign = body->form == STEPPE_BAR_FORM_SIGN;

  box.slack = is_sign ? slack : 0;
  body->label_inside = !is_sign && has_room_inside (packing, body);
  if (!body->label_inside)
    {
      /* To the packer, what is kept is a part of the body. */
      box.end += options->kept_label;
      label = MAX (0, label - options->kept_label);
      box.wish = MAX (0, MIN (label, options->length + options->overhang - box.end - box.slack));
      box.least = MIN (label, options->least_label - options->kept_label);
      if (box.wish < box.least)
        box.wish = box.least = 0;
    }
  box.rank = is_must (packing, body->event) ? STEPPE_LANE_RANK_MUST : event->weight;
  return box;
}

/* Near the end of the axis, where a label after the body would be cut off, tries to place it before. */
static gboolean
add_with_label_before (Packing *packing,
                       SteppeTimelineBox *body,
                       const SteppeLaneBox *box)
{
  double label = get_label_width (packing, body->event);
  gboolean is_cut = box->wish < (packing->options->keeps_whole ? label - packing->options->kept_label : TRACE);
  SteppeLaneBox longer = *box;

  if (body->label_inside || !is_cut || label <= 0 || body->x < label)
    return FALSE;
  longer.start -= label;
  longer.end = body->x + body->width;
  longer.wish = longer.least = 0;
  longer.rank = MIN (longer.rank, STEPPE_LANE_RANK_MUST - 1);
  if (box->wish > 0 ? !steppe_lane_packer_add_freely (packing->packer, &longer) : !steppe_lane_packer_add (packing->packer, &longer))
    return FALSE;
  body->label = label;
  body->label_before = TRUE;
  return TRUE;
}

static double
get_crowd_y (const Packing *packing)
{
  return packing->group->y + packing->group->n_lanes * packing->options->lane;
}

/* The number of the place for the count of what lies about @x. What began before is counted where the layout begins. */
static double
get_bin (const Packing *packing,
         double x)
{
  double last = round (packing->options->length / packing->bin_width) - 1;

  return CLAMP (floor (MAX (x, packing->options->from) / packing->bin_width), 0, last);
}

/* Counts @count events from position @first on that lie about @x. The counts stand in places of fixed width, so that
 * they stay where they are and never overlap. */
static void
add_to_crowd (Packing *packing,
              double x,
              guint first,
              guint count)
{
  double bin = get_bin (packing, x);
  GArray *crowds = packing->layout->crowds;

  if (crowds->len == packing->first_crowd || bin > packing->last_bin)
    {
      guint number = steppe_timeline_track_get_number (packing->group->track, first);
      SteppeTimelineCrowd crowd = { packing->group->id, (bin + 0.5) * packing->bin_width, get_crowd_y (packing), 0, number, number };

      g_array_append_val (crowds, crowd);
      packing->last_bin = bin;
    }
  g_array_index (crowds, SteppeTimelineCrowd, crowds->len - 1).count += count;
  g_array_index (crowds, SteppeTimelineCrowd, crowds->len - 1).last = steppe_timeline_track_get_number (packing->group->track, first + count - 1);
}

/* Notes an event that is counted about @x, if it may be seen where its count is not. Those of one day, say, are noted
 * together. */
static void
note_hidden (Packing *packing,
             double x,
             guint number)
{
  const SteppeTimelineEvent *event = steppe_timeline_events_get_event (packing->options->events, number);
  GArray *hidden = packing->layout->hidden;
  SteppeTimelineHidden noted = { { packing->group->id, (get_bin (packing, x) + 0.5) * packing->bin_width, get_crowd_y (packing), 1, number, number } };
  SteppeTimelineHidden *last = hidden->len > 0 ? &g_array_index (hidden, SteppeTimelineHidden, hidden->len - 1) : NULL;

  noted.from = get_pixel (packing, event->start_earliest);
  noted.to = get_pixel (packing, event->end_latest);
  if (noted.to - noted.from < WIDE_HIDDEN * packing->bin_width)
    return;
  if (last != NULL && last->crowd.group == noted.crowd.group && last->crowd.x == noted.crowd.x && last->from == noted.from && last->to == noted.to &&
      last->crowd.last < number)
    {
      last->crowd.count++;
      last->crowd.last = number;
    }
  else
    {
      g_array_append_val (hidden, noted);
    }
}

/* A search for the next event that may have room. Inside one segment of the axis, pixels go with time. */
typedef struct
{
  guint end; /* the position at which it ends: where counts go to the next place, or the scale changes */
  gint64 start; /* the start of the segment */
  double start_pixel;
  double scale; /* pixels for a second */
  double room_from[MANY_WEIGHTS]; /* by weight: from where on there is room, or NAN where that is not known yet */
} Search;

static void
begin_search (const Packing *packing,
              Search *search,
              guint n,
              guint end,
              double pixel)
{
  const SteppeTimelineLayoutOptions *options = packing->options;
  const SteppeTimelineTrack *track = packing->group->track;
  double bin_end = (get_bin (packing, pixel) + 1) * packing->bin_width;
  const SteppeTimeSegment *segment = steppe_time_axis_get_segment (options->axis, steppe_time_axis_find_segment (options->axis, pixel / options->length));
  gint64 last = MIN (segment->end, steppe_time_axis_to_instant (options->axis, bin_end / options->length));

  search->end = MIN (end, steppe_timeline_track_find_from (track, last));
  for (guint i = 0; i < G_N_ELEMENTS (options->must); i++)
    {
      guint must = steppe_timeline_track_find_number (track, options->must[i]);

      if (must >= n)
        search->end = MIN (search->end, must);
    }
  search->start = segment->start;
  search->start_pixel = segment->from * options->length;
  search->scale = (segment->to * options->length - search->start_pixel) / steppe_time_get_length (segment->start, segment->end);
  for (int i = 0; i < MANY_WEIGHTS; i++)
    search->room_from[i] = NAN;
}

static gboolean
may_have_room (const Packing *packing,
               Search *search,
               const SteppeTimelineBrief *brief)
{
  const SteppeTimelineLayoutOptions *options = packing->options;
  int weight = CLAMP (brief->weight, 0, MANY_WEIGHTS - 1);
  double x = search->start_pixel + steppe_time_get_length (search->start, brief->anchor) * search->scale + TRACE;
  double width = brief->seconds * search->scale;

  if (isnan (search->room_from[weight]))
    search->room_from[weight] = steppe_lane_packer_get_room_from (packing->packer, weight < MANY_WEIGHTS - 1 ? weight : STEPPE_LANE_RANK_MUST - 1);
  if (brief->lasts)
    x += width > options->sign ? MIN (INSET * options->spacing, width / 4) : (width - options->sign) / 2;
  else
    x += get_slack (options, width) - options->sign / 2;
  return x >= search->room_from[weight];
}

/* Counts the events from position @n on that cannot have room; returns the position of the first that may. */
static guint
skip_full (Packing *packing,
           guint n,
           guint end)
{
  const SteppeTimelineBrief *briefs = steppe_timeline_track_get_briefs (packing->group->track);
  double pixel = get_pixel (packing, briefs[n].anchor);
  Search search;
  guint next = n;

  if (pixel < packing->options->from)
    return n;
  begin_search (packing, &search, n, end, pixel);
  while (next < search.end && !may_have_room (packing, &search, &briefs[next]))
    next++;
  if (next > n)
    add_to_crowd (packing, pixel, n, next - n);
  for (guint i = n; i < next; i++)
    if (briefs[i].seconds * search.scale >= WIDE_HIDDEN * packing->bin_width)
      note_hidden (packing, pixel, steppe_timeline_track_get_number (packing->group->track, i));
  return next;
}

static gboolean
add_event (Packing *packing,
           SteppeTimelineBox *body,
           double slack)
{
  int weight = steppe_timeline_events_get_event (packing->options->events, body->event)->weight;
  SteppeLaneBox box;

  /* Where there is no room, there is no need to measure its name. */
  if (!is_must (packing, body->event) && body->x + slack < steppe_lane_packer_get_room_from (packing->packer, weight))
    return FALSE;
  box = get_lane_box (packing, body, slack);
  if (!add_with_label_before (packing, body, &box) && !steppe_lane_packer_add (packing->packer, &box))
    return FALSE;
  g_array_append_val (packing->bodies, *body);
  return TRUE;
}

static void
add_or_count (Packing *packing,
              guint n)
{
  double slack;
  SteppeTimelineBox body = get_body (packing, steppe_timeline_track_get_number (packing->group->track, n), &slack);

  if (add_event (packing, &body, slack))
    return;
  add_to_crowd (packing, body.x + packing->options->sign / 2, n, 1);
  note_hidden (packing, body.x + packing->options->sign / 2, body.event);
}

static void
pack (Packing *packing)
{
  const SteppeTimelineLayoutOptions *options = packing->options;
  const SteppeTimelineTrack *track = packing->group->track;
  gint64 from = steppe_time_axis_to_instant (options->axis, options->from / options->length);
  gint64 to = steppe_time_axis_to_instant (options->axis, options->to / options->length);
  guint end = to < G_MAXINT64 ? steppe_timeline_track_find_from (track, to + 1) : steppe_timeline_track_get_n_events (track);

  for (guint n = steppe_timeline_track_find_reaching (track, 0, from); n < end;
       n = steppe_timeline_track_find_reaching (track, n + 1, from))
    {
      n = skip_full (packing, n, end);
      if (n >= end)
        break;
      add_or_count (packing, n);
    }
  /* Moments known only roughly, which may have been before what is laid out ends, though their middle is after it. */
  for (guint n = steppe_timeline_track_find_starting (track, end, to); n < steppe_timeline_track_get_n_events (track);
       n = steppe_timeline_track_find_starting (track, n + 1, to))
    add_or_count (packing, n);
}

/* Takes over what the packer decided; what it threw out again is counted. */
static void
take_boxes (Packing *packing)
{
  for (guint i = 0; i < packing->bodies->len; i++)
    {
      SteppeTimelineBox body = g_array_index (packing->bodies, SteppeTimelineBox, i);
      const SteppeLaneBox *box = steppe_lane_packer_get_box (packing->packer, i);

      if (box->lane < 0)
        continue;
      body.group = packing->group->id;
      body.y = packing->group->y + box->lane * packing->options->lane;
      body.x = box->start + body.label;
      if (!body.label_before && !body.label_inside)
        body.label = box->label + packing->options->kept_label;
      g_array_append_val (packing->layout->boxes, body);
    }
}

static void
count_thrown_out (Packing *packing)
{
  GArray *crowds = packing->layout->crowds;

  for (guint i = 0; i < packing->bodies->len; i++)
    {
      const SteppeLaneBox *box = steppe_lane_packer_get_box (packing->packer, i);
      double x = (get_bin (packing, box->start + packing->options->sign / 2) + 0.5) * packing->bin_width;
      guint k = packing->first_crowd;

      if (box->lane >= 0)
        continue;
      note_hidden (packing, x, box->id);
      while (k < crowds->len && g_array_index (crowds, SteppeTimelineCrowd, k).x != x)
        k++;
      if (k == crowds->len)
        g_array_append_val (crowds, ((SteppeTimelineCrowd) { packing->group->id, x, get_crowd_y (packing), 0, box->id, box->id }));
      g_array_index (crowds, SteppeTimelineCrowd, k).count++;
      g_array_index (crowds, SteppeTimelineCrowd, k).first = MIN (g_array_index (crowds, SteppeTimelineCrowd, k).first, box->id);
      g_array_index (crowds, SteppeTimelineCrowd, k).last = MAX (g_array_index (crowds, SteppeTimelineCrowd, k).last, box->id);
    }
}

static void
lay_out_group (SteppeTimelineLayout *self,
               const SteppeTimelineLayoutOptions *options,
               const SteppeTimelineLayoutGroup *group)
{
  g_autoptr (SteppeLanePacker) packer = steppe_lane_packer_new (group->n_lanes, options->spacing);
  g_autoptr (GArray) bodies = g_array_new (FALSE, FALSE, sizeof (SteppeTimelineBox));
  double bin_width = options->length / MAX (1, floor (options->length / options->crowd_width));
  Packing packing = { options, group, self, packer, bodies, self->crowds->len, bin_width, -INFINITY };

  pack (&packing);
  take_boxes (&packing);
  count_thrown_out (&packing);
}

static int
compare_crowds (gconstpointer a,
                gconstpointer b)
{
  const SteppeTimelineCrowd *first = a, *second = b;

  if (first->y != second->y)
    return first->y < second->y ? -1 : 1;
  return (first->x > second->x) - (first->x < second->x);
}

/**
 * steppe_timeline_layout_new:
 * @options: what is to be laid out
 *
 * Returns: (transfer full): where it is
 */
SteppeTimelineLayout *
steppe_timeline_layout_new (const SteppeTimelineLayoutOptions *options)
{
  SteppeTimelineLayout *self = g_new0 (SteppeTimelineLayout, 1);

  self->boxes = g_array_new (FALSE, FALSE, sizeof (SteppeTimelineBox));
  self->crowds = g_array_new (FALSE, FALSE, sizeof (SteppeTimelineCrowd));
  self->hidden = g_array_new (FALSE, FALSE, sizeof (SteppeTimelineHidden));
  if (options->length <= 0 || steppe_time_axis_is_empty (options->axis))
    return self;
  for (guint i = 0; i < options->n_groups; i++)
    lay_out_group (self, options, &options->groups[i]);
  g_array_sort (self->crowds, compare_crowds);
  return self;
}

/**
 * steppe_timeline_layout_free:
 * @self: (transfer full): a layout
 */
void
steppe_timeline_layout_free (SteppeTimelineLayout *self)
{
  g_array_unref (self->boxes);
  g_array_unref (self->crowds);
  g_array_unref (self->hidden);
  g_free (self);
}

/**
 * steppe_timeline_layout_get_n_boxes:
 * @self: a layout
 *
 * Returns: how many events are shown
 */
guint
steppe_timeline_layout_get_n_boxes (const SteppeTimelineLayout *self)
{
  return self->boxes->len;
}

/**
 * steppe_timeline_layout_get_box:
 * @self: a layout
 * @n: which, by group and time
 *
 * Returns: (transfer none): where the event is
 */
const SteppeTimelineBox *
steppe_timeline_layout_get_box (const SteppeTimelineLayout *self,
                                guint n)
{
  g_return_val_if_fail (n < self->boxes->len, NULL);

  return &g_array_index (self->boxes, SteppeTimelineBox, n);
}

/**
 * steppe_timeline_layout_find_event:
 * @self: a layout
 * @event: the number of an event, or %STEPPE_TIMELINE_NONE
 *
 * Returns: (transfer none) (nullable): where it is, in the first group that has it; %NULL when it is not shown
 */
const SteppeTimelineBox *
steppe_timeline_layout_find_event (const SteppeTimelineLayout *self,
                                   guint event)
{
  for (guint i = 0; i < self->boxes->len; i++)
    if (g_array_index (self->boxes, SteppeTimelineBox, i).event == event)
      return &g_array_index (self->boxes, SteppeTimelineBox, i);
  return NULL;
}

/**
 * steppe_timeline_layout_get_n_crowds:
 * @self: a layout
 *
 * Returns: how many counts there are
 */
guint
steppe_timeline_layout_get_n_crowds (const SteppeTimelineLayout *self)
{
  return self->crowds->len;
}

/**
 * steppe_timeline_layout_get_crowd:
 * @self: a layout
 * @n: which, by group and time
 *
 * Returns: (transfer none): the count
 */
const SteppeTimelineCrowd *
steppe_timeline_layout_get_crowd (const SteppeTimelineLayout *self,
                                  guint n)
{
  g_return_val_if_fail (n < self->crowds->len, NULL);

  return &g_array_index (self->crowds, SteppeTimelineCrowd, n);
}

/**
 * steppe_timeline_layout_get_n_hidden:
 * @self: a layout
 *
 * Returns: how many sets of events there are that may be where their count is not
 */
guint
steppe_timeline_layout_get_n_hidden (const SteppeTimelineLayout *self)
{
  return self->hidden->len;
}

/**
 * steppe_timeline_layout_get_hidden:
 * @self: a layout
 * @n: which
 *
 * Returns: (transfer none): the events
 */
const SteppeTimelineHidden *
steppe_timeline_layout_get_hidden (const SteppeTimelineLayout *self,
                                   guint n)
{
  g_return_val_if_fail (n < self->hidden->len, NULL);

  return &g_array_index (self->hidden, SteppeTimelineHidden, n);
}
