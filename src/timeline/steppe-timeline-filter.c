/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline/steppe-timeline-filter.h"

/**
 * SteppeTimelineFilter:
 *
 * Keeps map and contents to the time that the canvas shows. While it is active the span of the focus and the part of the
 * axis that is seen are the same; while it is not, there is no span. It ends by itself when all time comes into sight,
 * for nothing is hidden then.
 */
struct _SteppeTimelineFilter
{
  GObject parent_instance;

  SteppeTimelineCanvas *canvas; /* which outlives it or clears it */
  SteppeFocus *focus;
  GSignalGroup *focus_signals;
  SteppeSpan extent; /* what was seen when all was */
  gboolean saw_all; /* whether all of it was seen last */
  gboolean setting; /* the span is being set from the canvas */
  guint tick;
};

G_DEFINE_FINAL_TYPE (SteppeTimelineFilter, steppe_timeline_filter, G_TYPE_OBJECT)

enum
{
  PROP_ACTIVE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static SteppeSpan
get_range (SteppeTimelineFilter *self)
{
  SteppeSpan range;

  steppe_timeline_canvas_get_range (self->canvas, &range.earliest, &range.latest);
  return range;
}

static void
set_span (SteppeTimelineFilter *self,
          const SteppeSpan *range)
{
  self->setting = TRUE;
  steppe_focus_set_span (self->focus, range->earliest, MAX (range->earliest, range->latest));
  self->setting = FALSE;
}

/* Makes the span what is seen now. */
static void
update_span (SteppeTimelineFilter *self)
{
  SteppeSpan range;
  gboolean saw_all = self->saw_all;

  if (self->canvas == NULL)
    return;
  range = get_range (self);
  self->saw_all = steppe_timeline_canvas_is_whole (self->canvas);
  if (self->saw_all)
    self->extent = range;
  if (!steppe_timeline_filter_get_active (self))
    return;
  if (self->saw_all && !saw_all)
    steppe_focus_clear_span (self->focus);
  else
    set_span (self, &range);
}

static gboolean
update_cb (GtkWidget *widget,
           GdkFrameClock *frame_clock,
           gpointer user_data)
{
  SteppeTimelineFilter *self = user_data;

  self->tick = 0;
  update_span (self);
  return G_SOURCE_REMOVE;
}

/* The seen part changes several times a frame, and each change of the span has panes filter all events. */
static void
range_changed_cb (SteppeTimelineFilter *self)
{
  if (self->tick != 0)
    return;
  if (steppe_timeline_filter_get_active (self) && gtk_widget_get_mapped (GTK_WIDGET (self->canvas)))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->canvas), update_cb, self, NULL);
  else
    update_span (self);
}

/* Another pane has changed the span. */
static void
span_changed_cb (SteppeTimelineFilter *self)
{
  SteppeSpan range = get_range (self), span;

  if (!self->setting && steppe_focus_get_span (self->focus, &span.earliest, &span.latest) &&
      (span.earliest != range.earliest || span.latest != range.latest))
    steppe_timeline_canvas_show_range (self->canvas, span.earliest, span.latest, FALSE);
}

static void
has_span_changed_cb (SteppeTimelineFilter *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

static void
steppe_timeline_filter_get_property (GObject *object,
                                     guint prop_id,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  SteppeTimelineFilter *self = STEPPE_TIMELINE_FILTER (object);

  switch (prop_id)
    {
    case PROP_ACTIVE:
      g_value_set_boolean (value, steppe_timeline_filter_get_active (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_timeline_filter_set_property (GObject *object,
                                     guint prop_id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  SteppeTimelineFilter *self = STEPPE_TIMELINE_FILTER (object);

  switch (prop_id)
    {
    case PROP_ACTIVE:
      steppe_timeline_filter_set_active (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_timeline_filter_dispose (GObject *object)
{
  SteppeTimelineFilter *self = STEPPE_TIMELINE_FILTER (object);

  if (self->tick != 0 && self->canvas != NULL)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->canvas), self->tick);
  self->tick = 0;
  g_clear_weak_pointer (&self->canvas);
  g_clear_object (&self->focus_signals);
  g_clear_object (&self->focus);

  G_OBJECT_CLASS (steppe_timeline_filter_parent_class)->dispose (object);
}

static void
steppe_timeline_filter_class_init (SteppeTimelineFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = steppe_timeline_filter_get_property;
  object_class->set_property = steppe_timeline_filter_set_property;
  object_class->dispose = steppe_timeline_filter_dispose;

  properties[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
steppe_timeline_filter_init (SteppeTimelineFilter *self)
{
  self->extent = STEPPE_SPAN_EMPTY;
  self->saw_all = TRUE;
  self->focus_signals = g_signal_group_new (STEPPE_TYPE_FOCUS);
  g_signal_group_connect_swapped (self->focus_signals, "span-changed", G_CALLBACK (span_changed_cb), self);
  g_signal_group_connect_swapped (self->focus_signals, "notify::has-span", G_CALLBACK (has_span_changed_cb), self);
}

/**
 * steppe_timeline_filter_new:
 * @canvas: the canvas whose seen part is the span
 *
 * Returns: (transfer full): a filter that is not active
 */
SteppeTimelineFilter *
steppe_timeline_filter_new (SteppeTimelineCanvas *canvas)
{
  SteppeTimelineFilter *self = g_object_new (STEPPE_TYPE_TIMELINE_FILTER, NULL);

  g_set_weak_pointer (&self->canvas, canvas);
  g_signal_connect_object (canvas, "range-changed", G_CALLBACK (range_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "events-changed", G_CALLBACK (update_span), self, G_CONNECT_SWAPPED);
  update_span (self);
  return self;
}

/**
 * steppe_timeline_filter_set_focus:
 * @self: a filter
 * @focus: (nullable): what has the span; the canvas has it already
 */
void
steppe_timeline_filter_set_focus (SteppeTimelineFilter *self,
                                  SteppeFocus *focus)
{
  g_return_if_fail (STEPPE_IS_TIMELINE_FILTER (self));

  if (!g_set_object (&self->focus, focus))
    return;
  g_signal_group_set_target (self->focus_signals, focus);
  if (focus != NULL && self->canvas != NULL)
    span_changed_cb (self);
  has_span_changed_cb (self);
}

/**
 * steppe_timeline_filter_get_active:
 * @self: a filter
 *
 * Returns: whether map and contents are kept to what is seen here
 */
gboolean
steppe_timeline_filter_get_active (SteppeTimelineFilter *self)
{
  g_return_val_if_fail (STEPPE_IS_TIMELINE_FILTER (self), FALSE);

  return self->focus != NULL && steppe_focus_get_span (self->focus, NULL, NULL);
}

/**
 * steppe_timeline_filter_set_active:
 * @self: a filter
 * @active: whether to keep map and contents to what is seen here, now and from now on
 */
void
steppe_timeline_filter_set_active (SteppeTimelineFilter *self,
                                   gboolean active)
{
  SteppeSpan range;

  g_return_if_fail (STEPPE_IS_TIMELINE_FILTER (self));

  if (self->focus == NULL || self->canvas == NULL || steppe_timeline_filter_get_active (self) == !!active)
    return;
  range = get_range (self);
  if (active)
    set_span (self, &range);
  else
    steppe_focus_clear_span (self->focus);
}

/**
 * steppe_timeline_filter_get_extent:
 * @self: a filter
 *
 * Returns: from when to when the canvas goes
 */
SteppeSpan
steppe_timeline_filter_get_extent (SteppeTimelineFilter *self)
{
  g_return_val_if_fail (STEPPE_IS_TIMELINE_FILTER (self), STEPPE_SPAN_EMPTY);

  return self->extent;
}
