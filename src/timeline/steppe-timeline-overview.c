/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"
#include "timeline/steppe-timeline-overview-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "time/steppe-time-range.h"

/**
 * SteppeTimelineOverview:
 *
 * A strip that shows all time at true scale: how much happens when, and as a brush the part that the canvas shows.
 * Dragging the brush moves that part, dragging its ends widens or narrows it, dragging beside it chooses another; all of
 * that keeps map and contents to it.
 */

static void steppe_timeline_overview_range_init (GtkAccessibleRangeInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SteppeTimelineOverview, steppe_timeline_overview, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE_RANGE, steppe_timeline_overview_range_init))

/* Pixels. The margin has room for the handle of a narrow brush at the end of the strip. */
#define MARGIN 20
#define COLUMN_WIDTH 3
#define LEAST_COLUMN 3
#define COLUMNS_HEIGHT 22
#define LABEL_GAP 2
#define LEAST_BRUSH 4
#define LEAST_BODY 12
#define RADIUS 6
#define GRIP_WIDTH 4
#define GRIP_HEIGHT 14
#define LABEL_SPACING 12
#define LABEL_INDENT 6 /* what the handle at the end of the strip takes */

#define LABEL_SCALE 0.78
#define MOMENT_ALPHA 0.6f
#define LASTING_ALPHA 0.22f
#define HIDDEN_ALPHA 0.4f
#define LABEL_ALPHA 0.7f
#define BRUSH_ALPHA 0.28f

/* What the accessible value counts to, which is the middle of the brush. */
#define VALUE_MAX 100.0

gboolean
_steppe_timeline_overview_is_rtl (SteppeTimelineOverview *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

gboolean
_steppe_timeline_overview_is_empty (SteppeTimelineOverview *self)
{
  return self->canvas == NULL || self->axis == NULL || steppe_time_axis_is_empty (self->axis);
}

/* The length of the strip in pixels. */
double
_steppe_timeline_overview_get_length (SteppeTimelineOverview *self)
{
  return MAX (0, gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN);
}

double
_steppe_timeline_overview_get_pixel (SteppeTimelineOverview *self,
                                     gint64 instant)
{
  return steppe_time_axis_to_position (self->axis, instant) * _steppe_timeline_overview_get_length (self);
}

/* Which pixel of the strip is at @x in the widget. */
double
_steppe_timeline_overview_to_strip (SteppeTimelineOverview *self,
                                    double x)
{
  return (_steppe_timeline_overview_is_rtl (self) ? gtk_widget_get_width (GTK_WIDGET (self)) - x : x) - MARGIN;
}

/* All time that is on a strip which is not empty. */
SteppeSpan
_steppe_timeline_overview_get_extent (SteppeTimelineOverview *self)
{
  return (SteppeSpan) { steppe_time_axis_get_segment (self->axis, 0)->start,
                        steppe_time_axis_get_segment (self->axis, steppe_time_axis_get_n_segments (self->axis) - 1)->end };
}

/* A narrow brush is drawn wider than it is, and has its handles beside it. */
SteppeTimelineBrush
_steppe_timeline_overview_get_brush (SteppeTimelineOverview *self)
{
  SteppeTimelineBrush brush;
  SteppeSpan range;
  double middle, width;

  steppe_timeline_canvas_get_range (self->canvas, &range.earliest, &range.latest);
  brush.from = _steppe_timeline_overview_get_pixel (self, range.earliest);
  brush.to = _steppe_timeline_overview_get_pixel (self, range.latest);
  middle = (brush.from + brush.to) / 2;
  width = MAX (brush.to - brush.from, LEAST_BRUSH);
  brush.from = middle - width / 2;
  brush.to = middle + width / 2;
  width = MAX (width - STEPPE_TIMELINE_HANDLE, LEAST_BODY);
  brush.body_from = middle - width / 2;
  brush.body_to = middle + width / 2;
  return brush;
}

/* Where a part of the strip is in the widget. */
static graphene_rect_t
get_area (SteppeTimelineOverview *self,
          double pixel,
          double width,
          double y,
          double height)
{
  double x = MARGIN + pixel;

  if (_steppe_timeline_overview_is_rtl (self))
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  return GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height);
}

static void
draw_column (SteppeTimelineOverview *self,
             GtkSnapshot *snapshot,
             guint column,
             double from, /* how many there are below it */
             double to,
             const GdkRGBA *color)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self)), room = height - self->label_height - 2 * LABEL_GAP - 4;
  /* The square root lets a single event be seen beside hundreds. */
  double bottom = sqrt (from / self->most) * room, top = MAX (sqrt (to / self->most) * room, bottom + LEAST_COLUMN);
  graphene_rect_t area = get_area (self, column * COLUMN_WIDTH, COLUMN_WIDTH - 1, height - 4 - top, top - bottom);

  if (to > from)
    gtk_snapshot_append_color (snapshot, color, &area);
}

/* What lasts is the ground that moments stand on. What is hidden elsewhere is fainter. */
static void
draw_columns (SteppeTimelineOverview *self,
              GtkSnapshot *snapshot,
              const GdkRGBA *ink)
{
  gboolean is_active = steppe_timeline_filter_get_active (self->filter);
  SteppeTimelineBrush brush = _steppe_timeline_overview_get_brush (self);

  for (guint i = 0; i < self->moments->len; i++)
    {
      guint lasting = g_array_index (self->lasting, guint, i), moments = g_array_index (self->moments, guint, i);
      gboolean is_hidden = is_active && ((i + 1) * COLUMN_WIDTH < brush.from || i * COLUMN_WIDTH > brush.to);
      GdkRGBA color = *ink;

      color.alpha = ink->alpha * LASTING_ALPHA * (is_hidden ? HIDDEN_ALPHA : 1);
      draw_column (self, snapshot, i, 0, lasting, &color);
      color.alpha = ink->alpha * MOMENT_ALPHA * (is_hidden ? HIDDEN_ALPHA : 1);
      draw_column (self, snapshot, i, lasting, lasting + moments, &color);
    }
}

static void
draw_rounded (GtkSnapshot *snapshot,
              const graphene_rect_t *area,
              double radius,
              const GdkRGBA *color)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, area, (float) radius);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, color, area);
  gtk_snapshot_pop (snapshot);
}

static void
draw_brush (SteppeTimelineOverview *self,
            GtkSnapshot *snapshot,
            const GdkRGBA *accent)
{
  gboolean is_active = steppe_timeline_filter_get_active (self->filter);
  SteppeTimelineBrush brush = _steppe_timeline_overview_get_brush (self);
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  float line = is_active ? 2 : 1;
  const float widths[] = { line, line, line, line };
  const GdkRGBA colors[] = { *accent, *accent, *accent, *accent };
  graphene_rect_t area = get_area (self, brush.from, brush.to - brush.from, 1, height - 2);
  GdkRGBA fill = *accent;
  GskRoundedRect outline;

  fill.alpha *= BRUSH_ALPHA;
  if (is_active)
    draw_rounded (snapshot, &area, RADIUS, &fill);
  gsk_rounded_rect_init_from_rect (&outline, &area, RADIUS);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}

/* Handles are centred on the edges of the brush, or beside a narrow one, and below the labels. */
static void
draw_handles (SteppeTimelineOverview *self,
              GtkSnapshot *snapshot,
              const GdkRGBA *accent)
{
  SteppeTimelineBrush brush = _steppe_timeline_overview_get_brush (self);
  double top = LABEL_GAP + self->label_height;
  double y = top + (gtk_widget_get_height (GTK_WIDGET (self)) - top - GRIP_HEIGHT) / 2;
  const double middles[] = { brush.body_from - STEPPE_TIMELINE_HANDLE / 2.0, brush.body_to + STEPPE_TIMELINE_HANDLE / 2.0 };

  for (guint i = 0; i < G_N_ELEMENTS (middles); i++)
    {
      graphene_rect_t area = get_area (self, middles[i] - GRIP_WIDTH / 2.0, GRIP_WIDTH, y, GRIP_HEIGHT);

      draw_rounded (snapshot, &area, GRIP_WIDTH / 2.0, accent);
    }
}

static void
draw_label (SteppeTimelineOverview *self,
            GtkSnapshot *snapshot,
            const char *text,
            double pixel,
            double width,
            const GdkRGBA *color)
{
  graphene_rect_t area = get_area (self, pixel, width, LABEL_GAP, self->label_height);

  pango_layout_set_text (self->label, text, -1);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &area.origin);
  gtk_snapshot_append_layout (snapshot, self->label, color);
  gtk_snapshot_restore (snapshot);
}

/* One row of labels that say the year: those of the ticks, or where those leave it unsaid, of what says it. */
static void
draw_labels (SteppeTimelineOverview *self,
             GtkSnapshot *snapshot,
             const GdkRGBA *ink)
{
  guint n_contexts = steppe_time_ticks_get_n_contexts (self->ticks);
  GdkRGBA color = *ink;

  color.alpha *= LABEL_ALPHA;
  for (guint i = 0; i < n_contexts; i++)
    {
      const SteppeTickContext *context = steppe_time_ticks_get_context (self->ticks, i);

      if (context->short_width + LABEL_SPACING <= context->to - context->from || n_contexts == 1)
        draw_label (self, snapshot, context->short_label, context->from, context->short_width, &color);
    }
  for (guint i = 0; n_contexts == 0 && i < steppe_time_ticks_get_n_ticks (self->ticks); i++)
    {
      const SteppeTick *tick = steppe_time_ticks_get_tick (self->ticks, i);

      if (tick->label != NULL)
        draw_label (self, snapshot, tick->label, tick->label_position, tick->width, &color);
    }
}

static void
steppe_timeline_overview_snapshot (GtkWidget *widget,
                                   GtkSnapshot *snapshot)
{
  SteppeTimelineOverview *self = STEPPE_TIMELINE_OVERVIEW (widget);
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  GdkRGBA accent, ink;

  if (_steppe_timeline_overview_is_empty (self) || self->ticks == NULL)
    return;
  gtk_widget_get_color (widget, &ink);
  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (manager), adw_style_manager_get_dark (manager), &accent);
  draw_brush (self, snapshot, &accent);
  draw_columns (self, snapshot, &ink);
  draw_labels (self, snapshot, &ink);
  draw_handles (self, snapshot, &accent);
}

static guint
find_column (SteppeTimelineOverview *self,
             gint64 instant)
{
  return (guint) CLAMP (_steppe_timeline_overview_get_pixel (self, instant) / COLUMN_WIDTH, 0, self->moments->len - 1);
}

/* Adds what lasts to the columns it starts in and after the one it ends in, as a change from the column before. */
static void
count_lasting (SteppeTimelineOverview *self,
               GArray *changes,
               const SteppeTimelineEvent *event)
{
  guint from = event->start_edge == STEPPE_EDGE_OPEN ? 0 : find_column (self, event->start_earliest);
  guint to = event->end_edge == STEPPE_EDGE_OPEN ? self->moments->len - 1 : find_column (self, event->end_latest);

  g_array_index (changes, int, from)++;
  g_array_index (changes, int, to + 1)--;
}

static void
count_columns (SteppeTimelineOverview *self)
{
  SteppeTimelineEvents *events = steppe_timeline_canvas_get_events (self->canvas);
  guint n_columns = (guint) (_steppe_timeline_overview_get_length (self) / COLUMN_WIDTH) + 1;
  g_autoptr (GArray) changes = g_array_new (FALSE, TRUE, sizeof (int));
  int n_lasting = 0;

  g_array_set_size (changes, n_columns + 1);
  g_array_set_size (g_array_set_size (self->moments, 0), n_columns);
  g_array_set_size (g_array_set_size (self->lasting, 0), n_columns);
  for (guint i = 0; i < steppe_timeline_events_get_n_events (events); i++)
    {
      const SteppeTimelineEvent *event = steppe_timeline_events_get_event (events, i);

      if (event->lasts)
        count_lasting (self, changes, event);
      else
        g_array_index (self->moments, guint, find_column (self, event->anchor))++;
    }
  self->most = 1;
  for (guint i = 0; i < n_columns; i++)
    {
      n_lasting += g_array_index (changes, int, i);
      g_array_index (self->lasting, guint, i) = (guint) n_lasting;
      self->most = MAX (self->most, (guint) n_lasting + g_array_index (self->moments, guint, i));
    }
}

static double
measure_label (const char *text,
               gpointer user_data)
{
  SteppeTimelineOverview *self = user_data;
  int width;

  pango_layout_set_text (self->label, text, -1);
  pango_layout_get_pixel_size (self->label, &width, NULL);
  return width;
}

static void
create_ticks (SteppeTimelineOverview *self)
{
  double length = _steppe_timeline_overview_get_length (self);
  SteppeTickOptions options = { length, 0, length, LABEL_SPACING, -LABEL_INDENT };

  options.cells = steppe_timeline_events_get_cells (steppe_timeline_canvas_get_events (self->canvas), &options.n_cells);
  options.measure = measure_label;
  options.user_data = self;
  g_clear_pointer (&self->ticks, steppe_time_ticks_unref);
  self->ticks = steppe_time_ticks_new (self->axis, &options);
}

static void
create_label (SteppeTimelineOverview *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  self->label = gtk_widget_create_pango_layout (GTK_WIDGET (self), "0");
  pango_attr_list_insert (attributes, pango_attr_scale_new (LABEL_SCALE));
  pango_layout_set_attributes (self->label, attributes);
  pango_layout_get_pixel_size (self->label, NULL, &self->label_height);
}

static void
forget_label (SteppeTimelineOverview *self)
{
  g_clear_object (&self->label);
  self->width = -1;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
steppe_timeline_overview_size_allocate (GtkWidget *widget,
                                        int width,
                                        int height,
                                        int baseline)
{
  SteppeTimelineOverview *self = STEPPE_TIMELINE_OVERVIEW (widget);

  if (self->width == width || self->canvas == NULL)
    return;
  self->width = width;
  if (self->label == NULL)
    create_label (self);
  count_columns (self);
  create_ticks (self);
}

static void
steppe_timeline_overview_measure (GtkWidget *widget,
                                  GtkOrientation orientation,
                                  int for_size,
                                  int *minimum,
                                  int *natural,
                                  int *minimum_baseline,
                                  int *natural_baseline)
{
  SteppeTimelineOverview *self = STEPPE_TIMELINE_OVERVIEW (widget);

  if (self->label == NULL)
    create_label (self);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 2 * MARGIN : self->label_height + COLUMNS_HEIGHT;
}

static gboolean
update_words_cb (gpointer user_data)
{
  SteppeTimelineOverview *self = user_data;
  g_autofree char *words = NULL;
  SteppeSpan range;
  double middle;

  self->words_source = 0;
  if (_steppe_timeline_overview_is_empty (self))
    return G_SOURCE_REMOVE;
  steppe_timeline_canvas_get_range (self->canvas, &range.earliest, &range.latest);
  middle = (steppe_time_axis_to_position (self->axis, range.earliest) + steppe_time_axis_to_position (self->axis, range.latest)) / 2;
  words = steppe_time_range_format (range.earliest, range.latest);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, middle * VALUE_MAX,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
  return G_SOURCE_REMOVE;
}

/* Assistive technology hears of changes when there is time. */
static void
range_changed_cb (SteppeTimelineOverview *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->words_source == 0)
    self->words_source = g_idle_add (update_words_cb, self);
}

static void
events_changed_cb (SteppeTimelineOverview *self)
{
  gsize n_cells;
  const SteppeTimeCell *cells = steppe_timeline_events_get_cells (steppe_timeline_canvas_get_events (self->canvas), &n_cells);

  g_clear_pointer (&self->axis, steppe_time_axis_unref);
  self->axis = steppe_time_axis_new_true (cells, n_cells);
  self->part = STEPPE_TIMELINE_PART_NONE;
  self->width = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), !steppe_time_axis_is_empty (self->axis));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  range_changed_cb (self);
}

/* Shows another part of time, and keeps map and contents to it. */
void
_steppe_timeline_overview_show (SteppeTimelineOverview *self,
                                gint64 earliest,
                                gint64 latest,
                                gboolean animate)
{
  steppe_timeline_canvas_show_range (self->canvas, earliest, latest, animate);
  steppe_timeline_filter_set_active (self->filter, TRUE);
}

static gboolean
steppe_timeline_overview_set_current_value (GtkAccessibleRange *range,
                                            double value)
{
  SteppeTimelineOverview *self = STEPPE_TIMELINE_OVERVIEW (range);
  SteppeSpan seen;
  double from, to, move;

  if (_steppe_timeline_overview_is_empty (self))
    return FALSE;
  steppe_timeline_canvas_get_range (self->canvas, &seen.earliest, &seen.latest);
  from = steppe_time_axis_to_position (self->axis, seen.earliest);
  to = steppe_time_axis_to_position (self->axis, seen.latest);
  move = CLAMP (value / VALUE_MAX - (from + to) / 2, -from, 1 - to);
  _steppe_timeline_overview_show (self, steppe_time_axis_to_instant (self->axis, from + move),
                                  steppe_time_axis_to_instant (self->axis, to + move), FALSE);
  return TRUE;
}

static void
steppe_timeline_overview_range_init (GtkAccessibleRangeInterface *iface)
{
  iface->set_current_value = steppe_timeline_overview_set_current_value;
}

static void
steppe_timeline_overview_css_changed (GtkWidget *widget,
                                      GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (steppe_timeline_overview_parent_class)->css_changed (widget, change);

  forget_label (STEPPE_TIMELINE_OVERVIEW (widget));
}

static void
steppe_timeline_overview_system_setting_changed (GtkWidget *widget,
                                                 GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (steppe_timeline_overview_parent_class)->system_setting_changed (widget, setting);

  forget_label (STEPPE_TIMELINE_OVERVIEW (widget));
}

static void
steppe_timeline_overview_direction_changed (GtkWidget *widget,
                                            GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (steppe_timeline_overview_parent_class)->direction_changed (widget, previous);

  forget_label (STEPPE_TIMELINE_OVERVIEW (widget));
}

static void
steppe_timeline_overview_dispose (GObject *object)
{
  SteppeTimelineOverview *self = STEPPE_TIMELINE_OVERVIEW (object);

  g_clear_handle_id (&self->words_source, g_source_remove);
  g_clear_weak_pointer (&self->canvas);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->axis, steppe_time_axis_unref);
  g_clear_pointer (&self->ticks, steppe_time_ticks_unref);
  g_clear_object (&self->label);

  G_OBJECT_CLASS (steppe_timeline_overview_parent_class)->dispose (object);
}

static void
steppe_timeline_overview_finalize (GObject *object)
{
  SteppeTimelineOverview *self = STEPPE_TIMELINE_OVERVIEW (object);

  g_array_unref (self->moments);
  g_array_unref (self->lasting);

  G_OBJECT_CLASS (steppe_timeline_overview_parent_class)->finalize (object);
}

static void
steppe_timeline_overview_class_init (SteppeTimelineOverviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = steppe_timeline_overview_dispose;
  object_class->finalize = steppe_timeline_overview_finalize;

  widget_class->measure = steppe_timeline_overview_measure;
  widget_class->size_allocate = steppe_timeline_overview_size_allocate;
  widget_class->snapshot = steppe_timeline_overview_snapshot;
  widget_class->css_changed = steppe_timeline_overview_css_changed;
  widget_class->system_setting_changed = steppe_timeline_overview_system_setting_changed;
  widget_class->direction_changed = steppe_timeline_overview_direction_changed;

  gtk_widget_class_set_css_name (widget_class, "timelineoverview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
  _steppe_timeline_overview_class_bind_keys (widget_class);
}

static void
steppe_timeline_overview_init (SteppeTimelineOverview *self)
{
  self->moments = g_array_new (FALSE, TRUE, sizeof (guint));
  self->lasting = g_array_new (FALSE, TRUE, sizeof (guint));
  self->most = 1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Visible Time"),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, VALUE_MAX, -1);
  _steppe_timeline_overview_add_controllers (self);
}

/**
 * steppe_timeline_overview_new:
 * @canvas: the canvas whose seen part it shows and changes
 * @filter: what keeps map and contents to that part
 *
 * Returns: (transfer floating): a new strip
 */
GtkWidget *
steppe_timeline_overview_new (SteppeTimelineCanvas *canvas,
                              SteppeTimelineFilter *filter)
{
  SteppeTimelineOverview *self = g_object_new (STEPPE_TYPE_TIMELINE_OVERVIEW, NULL);

  g_set_weak_pointer (&self->canvas, canvas);
  self->filter = g_object_ref (filter);
  g_signal_connect_object (canvas, "range-changed", G_CALLBACK (range_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "events-changed", G_CALLBACK (events_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (filter, "notify::active", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  events_changed_cb (self);
  return GTK_WIDGET (self);
}
