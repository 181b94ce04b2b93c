/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-timeline-figure-private.h"

#include <math.h>
#include <string.h>

/**
 * SteppeTimelineFigure:
 *
 * A timeline as it is printed: the whole axis in one width, with its empty times shortened, and below it as many lanes as
 * there is room for. It is laid out by the same code as on the screen.
 *
 * Time runs from right to left where the base direction of the Pango context does.
 */

/* Parts of the em. */
#define LABEL_SIZE 0.8
#define TEXT_SIZE 0.72
#define SIGN_SIZE 0.8
#define LABEL_GAP 0.38
#define LEAST_LABEL 4.8
#define SPACING 0.6
#define MARGIN 0.55
#define LANE_PADDING 0.3
/* Of the row of the header: so wide that a length can be written along a gap. */
#define GAP_WIDTH 1.25
/* Signs that an open end is long. */
#define ARROW 1.6
/* How often the figure is laid out anew, because something reaches beyond its edges. */
#define MAX_ROUNDS 6
/* Rounding of sums, user units. */
#define TRACE 0.01

double
_steppe_timeline_figure_get_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

static double
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

static PangoLayout *
create_layout (PangoContext *context,
               const PangoFontDescription *font,
               double size)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription) description = pango_font_description_copy (font);

  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, description);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

/* How many bytes of a label are the number that it begins with. */
static gsize
get_number_length (const SteppeTimelineFigure *self,
                   const char *name)
{
  return self->numbered ? strspn (name, "0123456789") : 0;
}

static void
set_label (SteppeTimelineFigure *self,
           const char *name,
           gboolean number_only)
{
  gsize number = get_number_length (self, name);
  gboolean is_subject = self->subject != STEPPE_TIMELINE_NONE && name == steppe_timeline_events_get_event (self->events, self->subject)->name;
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  if (!is_subject)
    bold->end_index = (guint) number;
  pango_attr_list_insert (attributes, bold);
  pango_layout_set_width (self->label, -1);
  pango_layout_set_attributes (self->label, attributes);
  pango_layout_set_text (self->label, name, number_only ? (int) number : -1);
}

PangoLayout *
_steppe_timeline_figure_get_label (SteppeTimelineFigure *self,
                                   guint event,
                                   gboolean number_only)
{
  set_label (self, steppe_timeline_events_get_event (self->events, event)->name, number_only);
  return self->label;
}

PangoLayout *
_steppe_timeline_figure_get_text (SteppeTimelineFigure *self,
                                  const char *text)
{
  pango_layout_set_text (self->text, text, -1);
  return self->text;
}

static double
measure_name (const char *name,
              gpointer user_data)
{
  SteppeTimelineFigure *self = user_data;

  set_label (self, name, FALSE);
  return _steppe_timeline_figure_get_width (self->label) + self->frame.label_gap;
}

static double
measure_text (const char *text,
              gpointer user_data)
{
  return _steppe_timeline_figure_get_width (_steppe_timeline_figure_get_text (user_data, text));
}

static void
init_metrics (SteppeTimelineFigure *self,
              double em)
{
  SteppeTimelineFigureMetrics *metrics = &self->metrics;

  metrics->em = em;
  metrics->name = get_height (self->label);
  metrics->row = get_height (_steppe_timeline_figure_get_text (self, "+9,999"));
  metrics->least_label = LEAST_LABEL * em;
  metrics->crowd_width = _steppe_timeline_figure_get_width (self->text) + metrics->row;
  metrics->crowd_height = metrics->row + LANE_PADDING * em;
  self->frame.label_gap = LABEL_GAP * em;
  self->frame.sign = SIGN_SIZE * em;
  self->frame.lane = MAX (metrics->name, self->frame.sign) + LANE_PADDING * em;
  self->frame.start = self->end = MARGIN * em;
}

/* The numbers of events in the list that they are from. */
static GHashTable *
create_numbers (const SteppeTimelineFigureOptions *options)
{
  GHashTable *numbers = g_hash_table_new (NULL, NULL);
  GListModel *all = steppe_dossier_get_items (options->dossier, STEPPE_ITEM_EVENT);
  guint n = options->events != NULL ? options->events->len : g_list_model_get_n_items (all);

  for (guint i = n; i-- > 0;)
    {
      g_autoptr (SteppeItem) item = options->events != NULL ? g_object_ref (g_ptr_array_index (options->events, i)) : g_list_model_get_item (all, i);

      g_hash_table_insert (numbers, item, GUINT_TO_POINTER (i + 1));
    }
  return numbers;
}

/* Puts numbers before the names, and notes how wide the widest may be. */
static void
number_names (SteppeTimelineFigure *self,
              const SteppeTimelineFigureOptions *options)
{
  g_autoptr (GHashTable) numbers = create_numbers (options);
  g_autoptr (GString) digits = g_string_new (NULL);
  guint widest = 0;

  for (guint i = 0; i < steppe_timeline_events_get_n_events (self->events); i++)
    {
      SteppeTimelineEvent *event = steppe_timeline_events_get_event (self->events, i);
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, event->event));

      g_ptr_array_add (self->names, g_strdup_printf ("%u %s", number, event->name != NULL ? event->name : ""));
      event->name = g_ptr_array_index (self->names, i);
      widest = MAX (widest, number);
    }
  while (widest > 0)
    {
      g_string_append_c (digits, '0');
      widest /= 10;
    }
  set_label (self, digits->str, TRUE);
  self->metrics.number = _steppe_timeline_figure_get_width (self->label) + self->frame.label_gap;
}

static void
clear_layout (SteppeTimelineFigure *self)
{
  g_clear_pointer (&self->layout, steppe_timeline_layout_free);
  g_clear_pointer (&self->header, g_array_unref);
  g_clear_pointer (&self->ticks, steppe_time_ticks_unref);
  g_clear_pointer (&self->axis, steppe_time_axis_unref);
}

static void
create_header (SteppeTimelineFigure *self)
{
  SteppeTimelineHeaderOptions options = { self->ticks, self->axis, self->frame.length };

  options.to = self->frame.length;
  options.edge = MARGIN * self->metrics.em;
  options.row = self->metrics.row;
  options.measure = measure_text;
  options.user_data = self;
  self->header = steppe_timeline_header_create_texts (&options);
}

static void
create_axis (SteppeTimelineFigure *self)
{
  SteppeTickOptions options = { 0 };
  SteppeTimelineFrame *frame = &self->frame;

  frame->length = frame->width - frame->start - self->end;
  options.cells = steppe_timeline_events_get_cells (self->events, &options.n_cells);
  self->axis = steppe_time_axis_new (options.cells, options.n_cells, GAP_WIDTH * self->metrics.row / frame->length);
  frame->axis = self->axis;
  options.length = frame->length;
  options.to = frame->length;
  options.spacing = self->metrics.row / 2;
  options.overhang = MARGIN * self->metrics.em;
  options.measure = measure_text;
  options.user_data = self;
  self->ticks = steppe_time_ticks_new (self->axis, &options);
  create_header (self);
}

/* The height of the texts above the axis. */
static double
get_header_height (const SteppeTimelineFigure *self)
{
  gboolean has_upper_row = FALSE;

  for (guint i = 0; i < self->header->len; i++)
    has_upper_row = has_upper_row || g_array_index (self->header, SteppeTimelineHeaderText, i).role != STEPPE_TIMELINE_HEADER_ALONG;
  return (has_upper_row ? 2 : 1) * self->metrics.row + LANE_PADDING * self->metrics.em;
}

static void
lay_out_lanes (SteppeTimelineFigure *self,
               guint n_lanes)
{
  const SteppeTimelineFrame *frame = &self->frame;
  const SteppeTimelineLayoutGroup group = { 0, self->track, 0, n_lanes };
  SteppeTimelineLayoutOptions options = { self->events, &group, 1, frame->axis, frame->length, 0, frame->length };

  options.lane = frame->lane;
  options.sign = frame->sign;
  options.spacing = SPACING * self->metrics.em;
  options.least_label = self->metrics.least_label;
  options.kept_label = self->metrics.number;
  options.overhang = self->end;
  options.keeps_whole = TRUE;
  options.crowd_width = self->metrics.crowd_width;
  options.arrow = ARROW * frame->sign;
  options.must[0] = self->subject;
  options.must[1] = STEPPE_TIMELINE_NONE;
  options.measure = measure_name;
  options.user_data = self;
  g_clear_pointer (&self->layout, steppe_timeline_layout_free);
  self->layout = steppe_timeline_layout_new (&options);
}

/* As many lanes as there is room for; with a row for counts only where these are needed. */
static void
lay_out (SteppeTimelineFigure *self)
{
  const SteppeTimelineFigureMetrics *metrics = &self->metrics;
  double room;

  clear_layout (self);
  create_axis (self);
  self->frame.top = get_header_height (self) + LANE_PADDING * metrics->em;
  room = self->max_height - self->frame.top;
  lay_out_lanes (self, (guint) MAX (0, floor (room / self->frame.lane)));
  if (steppe_timeline_layout_get_n_crowds (self->layout) > 0)
    lay_out_lanes (self, (guint) MAX (0, floor ((room - metrics->crowd_height) / self->frame.lane)));
}

static double
get_box_start (const SteppeTimelineBox *box)
{
  return box->x - (box->label_before ? box->label : 0);
}

static double
get_box_end (const SteppeTimelineBox *box)
{
  return box->x + box->width + (box->label_before ? 0 : box->label);
}

/* Makes room for what reaches beyond the edges of the figure; returns whether that was needed. */
static gboolean
widen_margins (SteppeTimelineFigure *self)
{
  double before = 0, after = 0, hair = MARGIN * self->metrics.em - self->frame.sign / 2;

  for (guint i = 0; i < steppe_timeline_layout_get_n_boxes (self->layout); i++)
    {
      const SteppeTimelineBox *box = steppe_timeline_layout_get_box (self->layout, i);

      before = MAX (before, hair - get_box_start (box) - self->frame.start);
      after = MAX (after, get_box_end (box) + hair - self->frame.length - self->end);
    }
  if (before <= TRACE && after <= TRACE)
    return FALSE;
  self->frame.start += before;
  self->end += after;
  return TRUE;
}

static void
set_height (SteppeTimelineFigure *self)
{
  double bottom = 0;

  for (guint i = 0; i < steppe_timeline_layout_get_n_boxes (self->layout); i++)
    bottom = MAX (bottom, steppe_timeline_layout_get_box (self->layout, i)->y + self->frame.lane);
  self->height = self->frame.top + bottom;
  if (steppe_timeline_layout_get_n_crowds (self->layout) > 0)
    self->height += self->metrics.crowd_height;
}

/**
 * steppe_timeline_figure_new:
 * @options: what is to be shown
 * @context: what its text is laid out by; also sets the direction of time
 *
 * Returns: (transfer full): a figure
 */
SteppeTimelineFigure *
steppe_timeline_figure_new (const SteppeTimelineFigureOptions *options,
                            PangoContext *context)
{
  SteppeTimelineFigure *self = g_new0 (SteppeTimelineFigure, 1);

  self->events = options->events != NULL ? steppe_timeline_events_new_for (options->dossier, options->events) : steppe_timeline_events_new (options->dossier, NULL);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->subject = steppe_timeline_events_find (self->events, options->subject);
  self->numbered = options->numbered;
  self->scheme = options->scheme;
  self->max_height = options->max_height;
  self->label = create_layout (context, options->font, LABEL_SIZE * options->em);
  self->text = create_layout (context, options->font, TEXT_SIZE * options->em);
  self->frame.width = options->width;
  self->frame.is_rtl = pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL;
  init_metrics (self, options->em);
  if (self->numbered)
    number_names (self, options);
  /* At the least one lane, or the counts, below the axis. */
  if (steppe_timeline_events_get_n_events (self->events) == 0 || self->frame.width < 2 * self->metrics.crowd_width ||
      self->max_height < 2 * self->metrics.row + 2 * LANE_PADDING * options->em + MAX (self->frame.lane, self->metrics.crowd_height))
    return self;

  self->track = steppe_timeline_track_new_all (self->events);
  lay_out (self);
  for (guint i = 1; i < MAX_ROUNDS && widen_margins (self); i++)
    lay_out (self);
  set_height (self);
  return self;
}

/**
 * steppe_timeline_figure_free:
 * @self: (transfer full): a figure
 */
void
steppe_timeline_figure_free (SteppeTimelineFigure *self)
{
  clear_layout (self);
  g_clear_pointer (&self->track, steppe_timeline_track_free);
  steppe_timeline_events_free (self->events);
  g_ptr_array_unref (self->names);
  g_object_unref (self->label);
  g_object_unref (self->text);
  g_free (self);
}

/**
 * steppe_timeline_figure_is_empty:
 * @self: a figure
 *
 * Returns: whether there is nothing to draw: no event has a date, or there is no room for an axis and one lane
 */
gboolean
steppe_timeline_figure_is_empty (const SteppeTimelineFigure *self)
{
  return self->track == NULL;
}

/**
 * steppe_timeline_figure_get_height:
 * @self: a figure
 *
 * Returns: the height that it needs, user units: no more than it may have, 0 when it is empty
 */
double
steppe_timeline_figure_get_height (const SteppeTimelineFigure *self)
{
  return self->height;
}

/**
 * steppe_timeline_figure_get_n_shown:
 * @self: a figure
 *
 * Returns: how many events have a sign of their own
 */
guint
steppe_timeline_figure_get_n_shown (const SteppeTimelineFigure *self)
{
  return self->layout != NULL ? steppe_timeline_layout_get_n_boxes (self->layout) : 0;
}

/**
 * steppe_timeline_figure_get_n_counted:
 * @self: a figure
 *
 * Returns: how many events are but counted, because there is no room for them
 */
guint
steppe_timeline_figure_get_n_counted (const SteppeTimelineFigure *self)
{
  guint n = 0;

  for (guint i = 0; self->layout != NULL && i < steppe_timeline_layout_get_n_crowds (self->layout); i++)
    n += steppe_timeline_layout_get_crowd (self->layout, i)->count;
  return n;
}
