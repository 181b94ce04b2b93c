/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"
#include "timeline/steppe-timeline-canvas-private.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * SteppeTimelineCanvas:
 *
 * The axis with its events. It lays out in allocation and only paints in a frame; a frame of a drag or a zoom costs the
 * same for a hundred events as for a hundred thousand.
 */

#define LABEL_SCALE 0.92
#define HEADER_SCALE 0.82
#define MAX_LABELS 6000
#define MAX_TEXTS 500
/* Milliseconds after which an axis that has not moved is at rest. */
#define REST 100

enum
{
  RANGE_CHANGED,
  EVENTS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void steppe_timeline_canvas_accessible_init (GtkAccessibleInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SteppeTimelineCanvas, steppe_timeline_canvas, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE, steppe_timeline_canvas_accessible_init))

static GtkAccessible *
steppe_timeline_canvas_get_first_accessible_child (GtkAccessible *accessible)
{
  SteppeTimelineCanvas *self = STEPPE_TIMELINE_CANVAS (accessible);
  SteppeMark *mark = self->marks != NULL ? steppe_mark_list_get_nth (self->marks, 0) : NULL;
  gpointer first = mark != NULL ? (gpointer) mark : (gpointer) self->popover;

  return first != NULL ? GTK_ACCESSIBLE (g_object_ref (first)) : NULL;
}

static void
steppe_timeline_canvas_accessible_init (GtkAccessibleInterface *iface)
{
  /* The rest stays that of the parent, which GObject has copied. */
  iface->get_first_accessible_child = steppe_timeline_canvas_get_first_accessible_child;
}

/* A layout of one line for labels of some size. */
PangoLayout *
_steppe_timeline_canvas_create_layout (SteppeTimelineCanvas *self,
                                       double scale)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

/* The name of an event, ready to be drawn. */
PangoLayout *
_steppe_timeline_canvas_get_label (SteppeTimelineCanvas *self,
                                   guint event)
{
  PangoLayout *label = g_hash_table_lookup (self->labels, GUINT_TO_POINTER (event));

  if (label != NULL)
    return label;
  if (g_hash_table_size (self->labels) >= MAX_LABELS)
    g_hash_table_remove_all (self->labels);
  label = _steppe_timeline_canvas_create_layout (self, LABEL_SCALE);
  pango_layout_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (label, steppe_timeline_events_get_event (self->events, event)->name, -1);
  g_hash_table_insert (self->labels, GUINT_TO_POINTER (event), label);
  return label;
}

/* A text of the header or a count, ready to be drawn; most are the same in the next frame. */
PangoLayout *
_steppe_timeline_canvas_get_text (SteppeTimelineCanvas *self,
                                  const char *text)
{
  PangoLayout *layout = g_hash_table_lookup (self->texts, text);

  if (layout != NULL)
    return layout;
  if (g_hash_table_size (self->texts) >= MAX_TEXTS)
    g_hash_table_remove_all (self->texts);
  layout = _steppe_timeline_canvas_create_layout (self, HEADER_SCALE);
  pango_layout_set_text (layout, text, -1);
  g_hash_table_insert (self->texts, g_strdup (text), layout);
  return layout;
}

static double
measure_name (const char *name,
              gpointer user_data)
{
  SteppeTimelineCanvas *self = user_data;
  int width;

  pango_layout_set_text (self->name_layout, name, -1);
  pango_layout_get_pixel_size (self->name_layout, &width, NULL);
  return width + STEPPE_TIMELINE_LABEL_GAP;
}

static double
measure_tick (const char *label,
              gpointer user_data)
{
  SteppeTimelineCanvas *self = user_data;
  double *known = g_hash_table_lookup (self->tick_widths, label);
  int width;

  if (known != NULL)
    return *known;
  if (g_hash_table_size (self->tick_widths) >= MAX_LABELS)
    g_hash_table_remove_all (self->tick_widths);
  pango_layout_set_text (self->tick_layout, label, -1);
  pango_layout_get_pixel_size (self->tick_layout, &width, NULL);
  known = g_new (double, 1);
  *known = width;
  g_hash_table_insert (self->tick_widths, g_strdup (label), known);
  return width;
}

/* All sizes follow the font. */
static void
update_fonts (SteppeTimelineCanvas *self)
{
  SteppeTimelineMetrics *metrics = &self->metrics;
  int name_height, tick_height, crowd_width;

  g_clear_object (&self->name_layout);
  g_clear_object (&self->tick_layout);
  g_hash_table_remove_all (self->labels);
  g_hash_table_remove_all (self->tick_widths);
  g_hash_table_remove_all (self->texts);
  steppe_timeline_events_forget_widths (self->events);

  self->name_layout = _steppe_timeline_canvas_create_layout (self, LABEL_SCALE);
  self->tick_layout = _steppe_timeline_canvas_create_layout (self, HEADER_SCALE);
  pango_layout_get_pixel_size (self->name_layout, NULL, &name_height);
  pango_layout_set_text (self->tick_layout, "+9,999", -1);
  pango_layout_get_pixel_size (self->tick_layout, &crowd_width, &tick_height);

  metrics->widest_name = -1;
  metrics->row = tick_height;
  metrics->header = 2 * tick_height + 10;
  metrics->sign = MAX (12, round (name_height * 0.8));
  metrics->lane = MAX (name_height, metrics->sign) + 7;
  metrics->least_label = 4.5 * name_height;
  metrics->crowd_width = crowd_width + 12;
  metrics->crowd_height = tick_height + 8;
}

/* Lays out anew in the next frame. */
void
_steppe_timeline_canvas_forget_layout (SteppeTimelineCanvas *self)
{
  g_clear_pointer (&self->layout, steppe_timeline_layout_free);
  g_clear_pointer (&self->ticks, steppe_time_ticks_unref);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
create_ticks (SteppeTimelineCanvas *self)
{
  SteppeTickOptions options = { steppe_time_viewport_get_length (self->viewport), self->layout_from, self->layout_to };

  options.spacing = round (self->metrics.row / 3);
  options.overhang = STEPPE_TIMELINE_MARGIN - 2;
  options.cells = steppe_timeline_events_get_cells (self->events, &options.n_cells);
  options.measure = measure_tick;
  options.user_data = self;
  self->ticks = steppe_time_ticks_new (self->layout_axis, &options);
}

static void
lay_out (SteppeTimelineCanvas *self)
{
  const SteppeTimelineMetrics *metrics = &self->metrics;
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (SteppeTimelineLayoutGroup));
  SteppeTimelineLayoutOptions options = { self->events };

  g_clear_pointer (&self->layout_axis, steppe_time_axis_unref);
  self->layout_axis = steppe_time_axis_ref (steppe_time_viewport_get_axis (self->viewport));
  _steppe_timeline_canvas_get_layout_range (self, &self->layout_from, &self->layout_to);
  options.axis = self->layout_axis;
  options.length = steppe_time_viewport_get_length (self->viewport);
  options.from = self->layout_from;
  options.to = self->layout_to;
  _steppe_timeline_canvas_add_shown_groups (self, groups);
  options.groups = (const SteppeTimelineLayoutGroup *) (gconstpointer) groups->data;
  options.n_groups = groups->len;
  options.lane = metrics->lane;
  options.sign = metrics->sign;
  options.spacing = 6;
  options.least_label = metrics->least_label;
  options.crowd_width = metrics->crowd_width;
  options.arrow = 2 * metrics->sign;
  options.must[0] = self->selected;
  options.must[1] = self->cursor;
  options.measure = measure_name;
  options.user_data = self;
  g_clear_pointer (&self->layout, steppe_timeline_layout_free);
  g_clear_pointer (&self->ticks, steppe_time_ticks_unref);
  self->layout = steppe_timeline_layout_new (&options);
  create_ticks (self);
}

/* Lays out anew if the viewport shows what is not laid out. This is done only when the layout is looked at, rather than by
 * an allocation: for that GTK would ask the X server where the window is, in each frame. */
void
_steppe_timeline_canvas_refresh_layout (SteppeTimelineCanvas *self)
{
  double from, to;

  if (self->layout == NULL)
    return;
  _steppe_timeline_canvas_get_layout_range (self, &from, &to);
  if (steppe_time_viewport_get_axis (self->viewport) != self->layout_axis || from != self->layout_from || to != self->layout_to)
    lay_out (self);
}

static gboolean
update_marks_cb (gpointer user_data)
{
  SteppeTimelineCanvas *self = user_data;

  self->marks_source = 0;
  _steppe_timeline_canvas_refresh_layout (self);
  _steppe_timeline_canvas_update_marks (self);
  _steppe_timeline_canvas_place_card (self);
  return G_SOURCE_REMOVE;
}

/* Assistive technology hears of changes when there is time. */
void
_steppe_timeline_canvas_queue_marks (SteppeTimelineCanvas *self)
{
  g_clear_handle_id (&self->marks_source, g_source_remove);
  self->marks_source = g_idle_add (update_marks_cb, self);
  self->marks_wait = FALSE;
}

/* While the axis moves, it would only be told what is over when it has heard. */
static void
queue_marks_at_rest (SteppeTimelineCanvas *self)
{
  if (self->marks_source != 0 && !self->marks_wait)
    return;
  g_clear_handle_id (&self->marks_source, g_source_remove);
  self->marks_source = g_timeout_add (REST, update_marks_cb, self);
  self->marks_wait = TRUE;
}

/* Another part of the axis is seen, or the same elsewhere. */
void
_steppe_timeline_canvas_range_changed (SteppeTimelineCanvas *self)
{
  queue_marks_at_rest (self);
  g_signal_emit (self, signals[RANGE_CHANGED], 0);
}

static void
steppe_timeline_canvas_size_allocate (GtkWidget *widget,
                                      int width,
                                      int height,
                                      int baseline)
{
  SteppeTimelineCanvas *self = STEPPE_TIMELINE_CANVAS (widget);
  double inner;

  if (self->name_layout == NULL)
    update_fonts (self);
  _steppe_timeline_canvas_arrange_groups (self, width, height);
  inner = MAX (0, width - 2 * STEPPE_TIMELINE_MARGIN - self->metrics.names);
  if (steppe_time_viewport_get_width (self->viewport) != inner)
    {
      _steppe_timeline_canvas_stop (self);
      steppe_time_viewport_set_width (self->viewport, inner);
    }
  gtk_popover_present (GTK_POPOVER (self->popover));
  lay_out (self);
  gtk_popover_present (GTK_POPOVER (self->card));
  gtk_popover_present (GTK_POPOVER (self->menu));
  _steppe_timeline_canvas_range_changed (self);
}

static void
steppe_timeline_canvas_measure (GtkWidget *widget,
                                GtkOrientation orientation,
                                int for_size,
                                int *minimum,
                                int *natural,
                                int *minimum_baseline,
                                int *natural_baseline)
{
  SteppeTimelineCanvas *self = STEPPE_TIMELINE_CANVAS (widget);

  if (self->name_layout == NULL)
    update_fonts (self);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 2 * STEPPE_TIMELINE_MARGIN;
      *natural = 600;
    }
  else
    {
      *minimum = (int) ceil (self->metrics.header + self->metrics.lane + self->metrics.crowd_height);
      *natural = (int) ceil (self->metrics.header + 6 * self->metrics.lane + self->metrics.crowd_height);
    }
}

/* Lays out anew where an event is not shown with its name. */
static void
make_room (SteppeTimelineCanvas *self,
           guint event)
{
  if (event != STEPPE_TIMELINE_NONE && self->layout != NULL)
    _steppe_timeline_canvas_forget_layout (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The keyboard stays in its group where the event is in that too. */
static void
move_cursor (SteppeTimelineCanvas *self,
             guint event)
{
  self->cursor = event;
  if (self->cursor_group == STEPPE_TIMELINE_NONE || !steppe_timeline_groups_has_event (self->groups, self->cursor_group, event))
    self->cursor_group = steppe_timeline_groups_find_event (self->groups, event);
}

/* Puts the keyboard on an event and brings it into sight. */
void
_steppe_timeline_canvas_set_cursor (SteppeTimelineCanvas *self,
                                    guint event)
{
  if (self->cursor == event)
    return;
  move_cursor (self, event);
  make_room (self, event);
  _steppe_timeline_canvas_reveal (self, event);
  _steppe_timeline_canvas_queue_marks (self);
}

void
_steppe_timeline_canvas_select (SteppeTimelineCanvas *self,
                                guint event)
{
  if (self->focus == NULL || event == STEPPE_TIMELINE_NONE)
    return;
  steppe_focus_set_selected (self->focus, STEPPE_ITEM (steppe_timeline_events_get_event (self->events, event)->event));
}

/**
 * steppe_timeline_canvas_set_now:
 * @self: a canvas
 * @now: an instant; %STEPPE_INSTANT_MIN for what the clock of this computer shows
 *
 * Marks another instant as now, if it is on the axis.
 */
void
steppe_timeline_canvas_set_now (SteppeTimelineCanvas *self,
                                gint64 now)
{
  g_return_if_fail (STEPPE_IS_TIMELINE_CANVAS (self));

  self->now = now;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * steppe_timeline_canvas_get_events:
 * @self: a canvas
 *
 * Returns: (transfer none): the events that it shows
 */
SteppeTimelineEvents *
steppe_timeline_canvas_get_events (SteppeTimelineCanvas *self)
{
  return self->events;
}

/* Takes over which events there are and which of them are wanted. */
static void
update_events (SteppeTimelineCanvas *self)
{
  SteppeDossier *dossier = self->focus != NULL ? steppe_focus_get_dossier (self->focus) : NULL;

  g_clear_pointer (&self->groups, steppe_timeline_groups_free);
  steppe_timeline_events_free (self->events);
  self->events = steppe_timeline_events_new (dossier, self->focus != NULL ? steppe_focus_get_filter (self->focus) : NULL);
  _steppe_timeline_canvas_update_groups (self);
  g_hash_table_remove_all (self->labels);
  /* What marks say of the events before may not be true any more. */
  steppe_mark_list_begin (self->marks);
  steppe_mark_list_end (self->marks);
  steppe_event_popover_set_focus (STEPPE_EVENT_POPOVER (self->popover), self->focus);
  self->cursor = self->cursor_group = STEPPE_TIMELINE_NONE;
  self->hovered = self->focus != NULL ? steppe_timeline_events_find (self->events, steppe_focus_get_hovered (self->focus)) : STEPPE_TIMELINE_NONE;
  self->selected = self->focus != NULL ? steppe_timeline_events_find (self->events, steppe_focus_get_selected (self->focus)) : STEPPE_TIMELINE_NONE;
  _steppe_timeline_canvas_update_lit (self);
  _steppe_timeline_canvas_forget_layout (self);
  _steppe_timeline_canvas_queue_marks (self);
}

/* The axis stays as it is. */
static void
filter_changed_cb (SteppeTimelineCanvas *self)
{
  _steppe_timeline_canvas_stop (self);
  update_events (self);
  g_signal_emit (self, signals[EVENTS_CHANGED], 0);
}

static void
reload (SteppeTimelineCanvas *self)
{
  const SteppeTimeCell *cells;
  gsize n_cells;

  _steppe_timeline_canvas_stop (self);
  update_events (self);
  cells = steppe_timeline_events_get_cells (self->events, &n_cells);
  steppe_time_viewport_set_cells (self->viewport, cells, n_cells);
  g_signal_emit (self, signals[EVENTS_CHANGED], 0);
}

static void
dossier_changed_cb (SteppeTimelineCanvas *self)
{
  SteppeDossier *dossier = self->focus != NULL ? steppe_focus_get_dossier (self->focus) : NULL;

  g_signal_group_set_target (self->list_signals, dossier != NULL ? steppe_dossier_get_items (dossier, STEPPE_ITEM_EVENT) : NULL);
  reload (self);
}

static void
selected_changed_cb (SteppeTimelineCanvas *self)
{
  self->selected = steppe_timeline_events_find (self->events, steppe_focus_get_selected (self->focus));
  if (self->selected != STEPPE_TIMELINE_NONE)
    move_cursor (self, self->selected);
  make_room (self, self->selected);
  _steppe_timeline_canvas_reveal (self, self->selected);
  _steppe_timeline_canvas_update_lit (self);
  _steppe_timeline_canvas_reveal_lit (self);
  _steppe_timeline_canvas_queue_marks (self);
}

static void
hovered_changed_cb (SteppeTimelineCanvas *self)
{
  self->hovered = steppe_timeline_events_find (self->events, steppe_focus_get_hovered (self->focus));
  _steppe_timeline_canvas_update_lit (self);
}

/**
 * steppe_timeline_canvas_set_focus:
 * @self: a canvas
 * @focus: (nullable): what the reader looks at
 */
void
steppe_timeline_canvas_set_focus (SteppeTimelineCanvas *self,
                                  SteppeFocus *focus)
{
  g_return_if_fail (STEPPE_IS_TIMELINE_CANVAS (self));

  if (!g_set_object (&self->focus, focus))
    return;
  g_signal_group_set_target (self->focus_signals, focus);
  g_signal_group_set_target (self->filter_signals, focus != NULL ? steppe_focus_get_filter (focus) : NULL);
  dossier_changed_cb (self);
}

static void
steppe_timeline_canvas_css_changed (GtkWidget *widget,
                                    GtkCssStyleChange *change)
{
  SteppeTimelineCanvas *self = STEPPE_TIMELINE_CANVAS (widget);

  GTK_WIDGET_CLASS (steppe_timeline_canvas_parent_class)->css_changed (widget, change);

  g_clear_object (&self->name_layout);
  gtk_widget_queue_resize (widget);
}

static void
steppe_timeline_canvas_system_setting_changed (GtkWidget *widget,
                                               GtkSystemSetting setting)
{
  SteppeTimelineCanvas *self = STEPPE_TIMELINE_CANVAS (widget);

  GTK_WIDGET_CLASS (steppe_timeline_canvas_parent_class)->system_setting_changed (widget, setting);

  g_clear_object (&self->name_layout);
  gtk_widget_queue_resize (widget);
}

static void
steppe_timeline_canvas_direction_changed (GtkWidget *widget,
                                          GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (steppe_timeline_canvas_parent_class)->direction_changed (widget, previous);
  g_clear_object (&STEPPE_TIMELINE_CANVAS (widget)->name_layout);
  gtk_widget_queue_resize (widget);
}

static gboolean
minute_passed_cb (gpointer user_data)
{
  gtk_widget_queue_draw (GTK_WIDGET (user_data));
  return G_SOURCE_CONTINUE;
}

/* The line that marks now moves on while it can be seen. */
static void
steppe_timeline_canvas_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (steppe_timeline_canvas_parent_class)->map (widget);

  STEPPE_TIMELINE_CANVAS (widget)->now_source = g_timeout_add_seconds (60, minute_passed_cb, widget);
}

static void
steppe_timeline_canvas_unmap (GtkWidget *widget)
{
  SteppeTimelineCanvas *self = STEPPE_TIMELINE_CANVAS (widget);

  g_clear_handle_id (&self->now_source, g_source_remove);
  if (adw_animation_get_state (self->animation) == ADW_ANIMATION_PLAYING)
    adw_animation_skip (self->animation);

  GTK_WIDGET_CLASS (steppe_timeline_canvas_parent_class)->unmap (widget);
}

static void
steppe_timeline_canvas_dispose (GObject *object)
{
  SteppeTimelineCanvas *self = STEPPE_TIMELINE_CANVAS (object);

  g_clear_handle_id (&self->marks_source, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  if (self->card != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->card)));
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->menu_event);
  g_clear_object (&self->animation);
  g_clear_object (&self->focus_signals);
  g_clear_object (&self->list_signals);
  g_clear_object (&self->filter_signals);
  g_clear_object (&self->focus);
  g_clear_object (&self->vadjustment);
  g_clear_object (&self->marks);

  G_OBJECT_CLASS (steppe_timeline_canvas_parent_class)->dispose (object);
}

static void
steppe_timeline_canvas_finalize (GObject *object)
{
  SteppeTimelineCanvas *self = STEPPE_TIMELINE_CANVAS (object);

  g_clear_pointer (&self->layout, steppe_timeline_layout_free);
  g_clear_pointer (&self->ticks, steppe_time_ticks_unref);
  g_clear_pointer (&self->layout_axis, steppe_time_axis_unref);
  g_clear_pointer (&self->viewport, steppe_time_viewport_free);
  g_clear_pointer (&self->groups, steppe_timeline_groups_free);
  g_clear_pointer (&self->events, steppe_timeline_events_free);
  g_clear_pointer (&self->collapsed, g_hash_table_unref);
  g_clear_pointer (&self->lit, g_hash_table_unref);
  g_clear_pointer (&self->labels, g_hash_table_unref);
  g_clear_pointer (&self->tick_widths, g_hash_table_unref);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_clear_object (&self->name_layout);
  g_clear_object (&self->tick_layout);
  g_clear_object (&self->signs);

  G_OBJECT_CLASS (steppe_timeline_canvas_parent_class)->finalize (object);
}

static void
steppe_timeline_canvas_class_init (SteppeTimelineCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = steppe_timeline_canvas_dispose;
  object_class->finalize = steppe_timeline_canvas_finalize;

  widget_class->measure = steppe_timeline_canvas_measure;
  widget_class->size_allocate = steppe_timeline_canvas_size_allocate;
  widget_class->snapshot = _steppe_timeline_canvas_snapshot;
  widget_class->css_changed = steppe_timeline_canvas_css_changed;
  widget_class->system_setting_changed = steppe_timeline_canvas_system_setting_changed;
  widget_class->direction_changed = steppe_timeline_canvas_direction_changed;
  widget_class->map = steppe_timeline_canvas_map;
  widget_class->unmap = steppe_timeline_canvas_unmap;

  /**
   * SteppeTimelineCanvas::range-changed:
   *
   * Another part of the axis is seen.
   */
  signals[RANGE_CHANGED] = g_signal_new ("range-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SteppeTimelineCanvas::events-changed:
   *
   * There are other events.
   */
  signals[EVENTS_CHANGED] = g_signal_new ("events-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "timelinecanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  _steppe_timeline_canvas_class_bind_keys (widget_class);
  _steppe_timeline_canvas_class_install_actions (widget_class);
}

static void
steppe_timeline_canvas_init (SteppeTimelineCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->events = steppe_timeline_events_new (NULL, NULL);
  self->viewport = steppe_time_viewport_new ();
  self->now = STEPPE_INSTANT_MIN;
  self->groups = steppe_timeline_groups_new (self->events, NULL, STEPPE_TIMELINE_LANES_NONE);
  self->collapsed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->vadjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  self->selected = self->hovered = self->cursor = self->cursor_group = STEPPE_TIMELINE_NONE;
  self->lit = g_hash_table_new (NULL, NULL);
  self->signs = steppe_sign_cache_new ();
  self->labels = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->tick_widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->marks = steppe_mark_list_new (widget, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  _steppe_timeline_canvas_create_animation (self);

  self->focus_signals = g_signal_group_new (STEPPE_TYPE_FOCUS);
  g_signal_group_connect_swapped (self->focus_signals, "notify::dossier", G_CALLBACK (dossier_changed_cb), self);
  g_signal_group_connect_swapped (self->focus_signals, "notify::selected", G_CALLBACK (selected_changed_cb), self);
  g_signal_group_connect_swapped (self->focus_signals, "notify::hovered", G_CALLBACK (hovered_changed_cb), self);
  g_signal_group_connect_swapped (self->focus_signals, "passage-changed", G_CALLBACK (_steppe_timeline_canvas_show_passage), self);
  g_signal_group_connect_swapped (self->focus_signals, "show-span", G_CALLBACK (_steppe_timeline_canvas_show_span), self);
  self->list_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->list_signals, "items-changed", G_CALLBACK (reload), self);
  self->filter_signals = g_signal_group_new (STEPPE_TYPE_FILTER);
  g_signal_group_connect_swapped (self->filter_signals, "changed", G_CALLBACK (filter_changed_cb), self);
  g_signal_connect_object (self->vadjustment, "value-changed", G_CALLBACK (_steppe_timeline_canvas_forget_layout), self, G_CONNECT_SWAPPED);

  self->popover = steppe_event_popover_new ();
  gtk_widget_set_parent (self->popover, widget);
  steppe_mark_list_set_after (self->marks, GTK_ACCESSIBLE (self->popover));

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Timeline"), -1);
  _steppe_timeline_canvas_add_controllers (self);
  _steppe_timeline_canvas_add_menu (self);
  _steppe_timeline_canvas_add_card (self);
}
