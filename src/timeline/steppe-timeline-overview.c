/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"
#include "timeline/steppe-timeline-overview.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "time/steppe-date-format.h"

/**
 * SteppeTimelineOverview:
 *
 * A strip that shows all time at true scale: how many events there are when, and as a brush the part that the canvas
 * shows. Dragging the brush moves that part, dragging its ends widens or narrows it.
 */
struct _SteppeTimelineOverview
{
  GtkWidget parent_instance;

  SteppeTimelineCanvas *canvas; /* a sibling, which outlives it or clears it */
  SteppeTimeAxis *axis; /* at true scale */
  GArray *columns; /* of guint: how many events there are in each column */
  guint most; /* the greatest of them */
  PangoLayout *first_label; /* the first and the last year */
  PangoLayout *last_label;
  int part; /* what is dragged: −1 the start, 0 all, 1 the end */
  double held_from; /* where the brush was when that began, in pixels */
  double held_to;
};

G_DEFINE_FINAL_TYPE (SteppeTimelineOverview, steppe_timeline_overview, GTK_TYPE_WIDGET)

#define COLUMN_WIDTH 3
#define MARGIN 12
#define MIN_HEIGHT 30
#define HANDLE 7
#define MIN_BRUSH 4
#define RADIUS 6
#define LABEL_SCALE 0.78
#define LABEL_INDENT 18
#define COLUMN_ALPHA 0.55f
#define LABEL_ALPHA 0.65f
#define BRUSH_ALPHA 0.15f

static gboolean
is_rtl (SteppeTimelineOverview *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static double
get_length (SteppeTimelineOverview *self)
{
  return MAX (0, gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN);
}

static double
get_pixel (SteppeTimelineOverview *self,
           gint64 instant)
{
  return steppe_time_axis_to_position (self->axis, instant) * get_length (self);
}

static void
get_brush (SteppeTimelineOverview *self,
           double *from,
           double *to)
{
  gint64 start, end;
  double middle, half;

  steppe_timeline_canvas_get_range (self->canvas, &start, &end);
  *from = get_pixel (self, start);
  *to = get_pixel (self, end);
  middle = (*from + *to) / 2;
  half = MAX (*to - *from, MIN_BRUSH) / 2;
  *from = middle - half;
  *to = middle + half;
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

  if (is_rtl (self))
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  return GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height);
}

static void
draw_columns (SteppeTimelineOverview *self,
              GtkSnapshot *snapshot,
              const GdkRGBA *ink)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  GdkRGBA color = *ink;

  color.alpha *= COLUMN_ALPHA;
  for (guint i = 0; i < self->columns->len; i++)
    {
      guint count = g_array_index (self->columns, guint, i);
      /* The square root lets a single event be seen beside hundreds. */
      double part = sqrt (count / (double) self->most) * (height - 14);
      graphene_rect_t area = get_area (self, i * COLUMN_WIDTH, COLUMN_WIDTH - 1, height - 5 - MAX (part, 3), MAX (part, 3));

      if (count > 0)
        gtk_snapshot_append_color (snapshot, &color, &area);
    }
}

static void
draw_brush (SteppeTimelineOverview *self,
            GtkSnapshot *snapshot,
            const GdkRGBA *accent)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self)), from, to;
  const float widths[] = { 1, 1, 1, 1 };
  const GdkRGBA colors[] = { *accent, *accent, *accent, *accent };
  GdkRGBA fill = *accent;
  graphene_rect_t area;
  GskRoundedRect outline;

  get_brush (self, &from, &to);
  area = get_area (self, from - 2, to - from + 4, 2, height - 4);
  gsk_rounded_rect_init_from_rect (&outline, &area, RADIUS);
  fill.alpha *= BRUSH_ALPHA;
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &fill, &area);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
  if (area.size.width < 4 * HANDLE)
    return;
  for (int i = 0; i < 2; i++)
    {
      float x = i == 0 ? area.origin.x + 3 : area.origin.x + area.size.width - 5;

      gtk_snapshot_append_color (snapshot, accent, &GRAPHENE_RECT_INIT (x, area.origin.y + area.size.height / 2 - 5, 2, 10));
    }
}

static void
draw_label (SteppeTimelineOverview *self,
            GtkSnapshot *snapshot,
            PangoLayout *layout,
            const GdkRGBA *ink,
            gboolean at_end)
{
  GdkRGBA color = *ink;
  graphene_rect_t area;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  color.alpha *= LABEL_ALPHA;
  area = get_area (self, at_end ? get_length (self) - width - LABEL_INDENT : LABEL_INDENT, width, 3, height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &area.origin);
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
steppe_timeline_overview_snapshot (GtkWidget *widget,
                                   GtkSnapshot *snapshot)
{
  SteppeTimelineOverview *self = STEPPE_TIMELINE_OVERVIEW (widget);
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (manager);
  GdkRGBA ink;

  if (self->axis == NULL || steppe_time_axis_is_empty (self->axis) || self->canvas == NULL)
    return;
  gtk_widget_get_color (widget, &ink);
  draw_brush (self, snapshot, accent);
  draw_columns (self, snapshot, &ink);
  if (self->first_label != NULL && get_length (self) > 150)
    {
      draw_label (self, snapshot, self->first_label, &ink, FALSE);
      draw_label (self, snapshot, self->last_label, &ink, TRUE);
    }
}

static PangoLayout *
create_year_label (SteppeTimelineOverview *self,
                   gint64 instant)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  SteppeCivil civil;
  g_autofree char *text = NULL;
  g_autoptr (SteppeDate) date = NULL;

  steppe_instant_to_civil (instant, &civil);
  if (civil.year >= 0 && civil.year <= 9999)
    text = g_strdup_printf ("%04d", (int) civil.year);
  else
    text = g_strdup_printf ("Y%" G_GINT64_FORMAT, civil.year);
  date = steppe_date_new (text, NULL);
  if (date != NULL)
    {
      g_autofree char *label = steppe_date_format (date, STEPPE_DATE_STYLE_SHORT);

      pango_layout_set_text (layout, label, -1);
    }
  pango_attr_list_insert (attributes, pango_attr_scale_new (LABEL_SCALE));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

static void
count_columns (SteppeTimelineOverview *self)
{
  SteppeTimelineEvents *events = steppe_timeline_canvas_get_events (self->canvas);
  guint n_columns = (guint) (get_length (self) / COLUMN_WIDTH) + 1;
  gsize n_cells;
  const SteppeTimeCell *cells = steppe_timeline_events_get_cells (events, &n_cells);

  g_array_set_size (self->columns, 0);
  g_array_set_size (self->columns, n_columns);
  self->most = 1;
  for (gsize i = 0; i < n_cells; i++)
    {
      guint column = (guint) CLAMP (get_pixel (self, cells[i].earliest / 2 + cells[i].latest / 2) / COLUMN_WIDTH, 0, n_columns - 1);

      self->most = MAX (self->most, ++g_array_index (self->columns, guint, column));
    }
}

static void
update (SteppeTimelineOverview *self)
{
  gsize n_cells;
  const SteppeTimeCell *cells;

  if (self->canvas == NULL)
    return;
  cells = steppe_timeline_events_get_cells (steppe_timeline_canvas_get_events (self->canvas), &n_cells);
  g_clear_pointer (&self->axis, steppe_time_axis_unref);
  g_clear_object (&self->first_label);
  g_clear_object (&self->last_label);
  self->axis = steppe_time_axis_new_true (cells, n_cells);
  if (n_cells > 0)
    {
      self->first_label = create_year_label (self, cells[0].earliest);
      self->last_label = create_year_label (self, cells[n_cells - 1].latest);
    }
  count_columns (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
steppe_timeline_overview_size_allocate (GtkWidget *widget,
                                        int width,
                                        int height,
                                        int baseline)
{
  update (STEPPE_TIMELINE_OVERVIEW (widget));
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
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 2 * MARGIN : MIN_HEIGHT;
}

static double
to_strip (SteppeTimelineOverview *self,
          double x)
{
  return (is_rtl (self) ? gtk_widget_get_width (GTK_WIDGET (self)) - x : x) - MARGIN;
}

/* Which part of the brush is at @pixel. */
static int
pick_part (SteppeTimelineOverview *self,
           double pixel)
{
  double from, to;

  get_brush (self, &from, &to);
  if (to - from < 3 * HANDLE)
    return pixel < from - HANDLE || pixel > to + HANDLE ? 0 : pixel < from ? -1
                                                          : pixel > to     ? 1
                                                                           : 0;
  if (fabs (pixel - from) <= HANDLE)
    return -1;
  return fabs (pixel - to) <= HANDLE ? 1 : 0;
}

static void
show_pixels (SteppeTimelineOverview *self,
             double from,
             double to,
             gboolean animate)
{
  double length = MAX (1, get_length (self));

  steppe_timeline_canvas_show_range (self->canvas, steppe_time_axis_to_instant (self->axis, from / length),
                                     steppe_time_axis_to_instant (self->axis, to / length), animate);
}

static void
drag_begin_cb (SteppeTimelineOverview *self,
               double x,
               double y)
{
  double pixel = to_strip (self, x), half;

  if (self->axis == NULL || steppe_time_axis_is_empty (self->axis))
    return;
  self->part = pick_part (self, pixel);
  get_brush (self, &self->held_from, &self->held_to);
  if (self->part != 0 || (pixel >= self->held_from && pixel <= self->held_to))
    return;
  half = (self->held_to - self->held_from) / 2;
  self->held_from = CLAMP (pixel - half, 0, MAX (0, get_length (self) - 2 * half));
  self->held_to = self->held_from + 2 * half;
  show_pixels (self, self->held_from, self->held_to, TRUE);
}

static void
drag_update_cb (SteppeTimelineOverview *self,
                double offset_x,
                double offset_y)
{
  double offset = is_rtl (self) ? -offset_x : offset_x, length = get_length (self);
  double from = self->held_from, to = self->held_to;

  if (self->axis == NULL || steppe_time_axis_is_empty (self->axis))
    return;
  if (self->part == 0)
    offset = CLAMP (offset, MIN (0, -from), MAX (0, length - to));
  if (self->part <= 0)
    from = CLAMP (from + offset, 0, MAX (0, to - (self->part < 0 ? MIN_BRUSH : 0)));
  if (self->part >= 0)
    to = CLAMP (to + offset, MIN (length, from + (self->part > 0 ? MIN_BRUSH : 0)), length);
  show_pixels (self, from, to, FALSE);
}

static void
motion_cb (SteppeTimelineOverview *self,
           double x,
           double y)
{
  if (self->axis != NULL && !steppe_time_axis_is_empty (self->axis))
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), pick_part (self, to_strip (self, x)) != 0 ? "ew-resize" : NULL);
}

static void
steppe_timeline_overview_dispose (GObject *object)
{
  SteppeTimelineOverview *self = STEPPE_TIMELINE_OVERVIEW (object);

  g_clear_weak_pointer (&self->canvas);
  g_clear_pointer (&self->axis, steppe_time_axis_unref);
  g_clear_object (&self->first_label);
  g_clear_object (&self->last_label);

  G_OBJECT_CLASS (steppe_timeline_overview_parent_class)->dispose (object);
}

static void
steppe_timeline_overview_finalize (GObject *object)
{
  g_array_unref (STEPPE_TIMELINE_OVERVIEW (object)->columns);

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

  gtk_widget_class_set_css_name (widget_class, "timelineoverview");
  /* It shows nothing that the canvas does not; the keyboard zooms and moves there. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
steppe_timeline_overview_init (SteppeTimelineOverview *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->columns = g_array_new (FALSE, TRUE, sizeof (guint));
  self->most = 1;
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * steppe_timeline_overview_new:
 * @canvas: the canvas whose seen part it shows and changes
 *
 * Returns: (transfer floating): a new strip
 */
GtkWidget *
steppe_timeline_overview_new (SteppeTimelineCanvas *canvas)
{
  SteppeTimelineOverview *self = g_object_new (STEPPE_TYPE_TIMELINE_OVERVIEW, NULL);

  g_set_weak_pointer (&self->canvas, canvas);
  g_signal_connect_object (canvas, "range-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "events-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
