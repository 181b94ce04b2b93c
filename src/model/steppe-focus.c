/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/steppe-focus.h"

/**
 * SteppeFocus:
 *
 * What the reader looks at now: the dossier, the selected and the hovered item, the span of time and the filter that
 * events are kept to. The panes of a window share one and meet nowhere else: a pane sets a property, the others follow
 * its `notify`.
 *
 * Signals: [signal@Focus::scope-changed], [signal@Focus::span-changed], [signal@Focus::show-span].
 */
struct _SteppeFocus
{
  GObject parent_instance;

  SteppeDossier *dossier;
  SteppeItem *selected;
  SteppeItem *hovered;
  SteppeFilter *filter;
  GPtrArray *passage; /* of SteppeItem */
  gboolean has_span;
  gint64 earliest;
  gint64 latest;
};

G_DEFINE_FINAL_TYPE (SteppeFocus, steppe_focus, G_TYPE_OBJECT)

enum
{
  PROP_DOSSIER = 1,
  PROP_SELECTED,
  PROP_HOVERED,
  PROP_FILTER,
  PROP_HAS_SPAN,
  N_PROPS
};

enum
{
  SCOPE_CHANGED,
  SPAN_CHANGED,
  SHOW_SPAN,
  PASSAGE_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
steppe_focus_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  SteppeFocus *self = STEPPE_FOCUS (object);

  switch (prop_id)
    {
    case PROP_DOSSIER:
      g_value_set_object (value, self->dossier);
      break;
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    case PROP_HOVERED:
      g_value_set_object (value, self->hovered);
      break;
    case PROP_FILTER:
      g_value_set_object (value, self->filter);
      break;
    case PROP_HAS_SPAN:
      g_value_set_boolean (value, self->has_span);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_focus_set_property (GObject *object,
                           guint prop_id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  SteppeFocus *self = STEPPE_FOCUS (object);

  switch (prop_id)
    {
    case PROP_DOSSIER:
      steppe_focus_set_dossier (self, g_value_get_object (value));
      break;
    case PROP_SELECTED:
      steppe_focus_set_selected (self, g_value_get_object (value));
      break;
    case PROP_HOVERED:
      steppe_focus_set_hovered (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_focus_dispose (GObject *object)
{
  SteppeFocus *self = STEPPE_FOCUS (object);

  g_clear_object (&self->dossier);
  g_clear_object (&self->selected);
  g_clear_object (&self->hovered);
  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_data (self->filter, self);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->passage, g_ptr_array_unref);

  G_OBJECT_CLASS (steppe_focus_parent_class)->dispose (object);
}

static void
steppe_focus_class_init (SteppeFocusClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = steppe_focus_get_property;
  object_class->set_property = steppe_focus_set_property;
  object_class->dispose = steppe_focus_dispose;

  properties[PROP_DOSSIER] = g_param_spec_object ("dossier", NULL, NULL, STEPPE_TYPE_DOSSIER, flags);
  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, STEPPE_TYPE_ITEM, flags);
  properties[PROP_HOVERED] = g_param_spec_object ("hovered", NULL, NULL, STEPPE_TYPE_ITEM, flags);
  properties[PROP_FILTER] = g_param_spec_object ("filter", NULL, NULL, STEPPE_TYPE_FILTER, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HAS_SPAN] = g_param_spec_boolean ("has-span", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SteppeFocus::scope-changed:
   * @self: the focus
   *
   * The span of time or the filter is another: what [method@Focus.includes] says may be.
   */
  signals[SCOPE_CHANGED] = g_signal_new ("scope-changed", STEPPE_TYPE_FOCUS, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SteppeFocus::span-changed:
   * @self: the focus
   *
   * The span of time is another, or there is one now, or no longer.
   */
  signals[SPAN_CHANGED] = g_signal_new ("span-changed", STEPPE_TYPE_FOCUS, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SteppeFocus::show-span:
   * @self: the focus
   * @earliest: first instant, seconds from 1970-01-01T00:00:00
   * @latest: last instant
   *
   * A pane wants the reader to see a span of time. What shows time goes there; nothing is filtered.
   */
  signals[SHOW_SPAN] = g_signal_new ("show-span", STEPPE_TYPE_FOCUS, G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);

  /**
   * SteppeFocus::passage-changed:
   * @self: the focus
   *
   * The reader reads about other places and events. What shows them brings them into view, gently.
   */
  signals[PASSAGE_CHANGED] = g_signal_new ("passage-changed", STEPPE_TYPE_FOCUS, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
filter_changed_cb (SteppeFocus *self)
{
  g_signal_emit (self, signals[SCOPE_CHANGED], 0);
}

static void
steppe_focus_init (SteppeFocus *self)
{
  self->filter = steppe_filter_new ();
  g_signal_connect_swapped (self->filter, "changed", G_CALLBACK (filter_changed_cb), self);
}

/**
 * steppe_focus_new:
 *
 * Returns: (transfer full): a focus on no dossier
 */
SteppeFocus *
steppe_focus_new (void)
{
  return g_object_new (STEPPE_TYPE_FOCUS, NULL);
}

/**
 * steppe_focus_get_dossier:
 * @self: a focus
 *
 * Returns: (transfer none) (nullable): the dossier that is read
 */
SteppeDossier *
steppe_focus_get_dossier (SteppeFocus *self)
{
  g_return_val_if_fail (STEPPE_IS_FOCUS (self), NULL);

  return self->dossier;
}

/**
 * steppe_focus_set_dossier:
 * @self: a focus
 * @dossier: (nullable): the dossier to read
 *
 * Nothing of the dossier before stays selected or hovered, nor do its span and filter.
 */
void
steppe_focus_set_dossier (SteppeFocus *self,
                          SteppeDossier *dossier)
{
  g_return_if_fail (STEPPE_IS_FOCUS (self));

  if (self->dossier == dossier)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  steppe_focus_set_selected (self, NULL);
  steppe_focus_set_hovered (self, NULL);
  steppe_focus_set_passage (self, NULL);
  steppe_focus_clear_span (self);
  steppe_filter_set_dossier (self->filter, dossier);
  g_set_object (&self->dossier, dossier);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOSSIER]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * steppe_focus_get_selected:
 * @self: a focus
 *
 * Returns: (transfer none) (nullable): the selected item
 */
SteppeItem *
steppe_focus_get_selected (SteppeFocus *self)
{
  g_return_val_if_fail (STEPPE_IS_FOCUS (self), NULL);

  return self->selected;
}

/**
 * steppe_focus_set_selected:
 * @self: a focus
 * @item: (nullable): the item to select, of the focus' dossier
 */
void
steppe_focus_set_selected (SteppeFocus *self,
                           SteppeItem *item)
{
  g_return_if_fail (STEPPE_IS_FOCUS (self));

  if (g_set_object (&self->selected, item))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/**
 * steppe_focus_get_hovered:
 * @self: a focus
 *
 * Returns: (transfer none) (nullable): the item under the pointer, in whichever pane
 */
SteppeItem *
steppe_focus_get_hovered (SteppeFocus *self)
{
  g_return_val_if_fail (STEPPE_IS_FOCUS (self), NULL);

  return self->hovered;
}

/**
 * steppe_focus_set_hovered:
 * @self: a focus
 * @item: (nullable): the item under the pointer
 */
void
steppe_focus_set_hovered (SteppeFocus *self,
                          SteppeItem *item)
{
  g_return_if_fail (STEPPE_IS_FOCUS (self));

  if (g_set_object (&self->hovered, item))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOVERED]);
}

/**
 * steppe_focus_get_span:
 * @self: a focus
 * @earliest: (out) (optional): its first instant, seconds from 1970-01-01T00:00:00 by the clock of each event
 * @latest: (out) (optional): its last instant
 *
 * Returns: whether the reader has chosen a span of time
 */
gboolean
steppe_focus_get_span (SteppeFocus *self,
                       gint64 *earliest,
                       gint64 *latest)
{
  g_return_val_if_fail (STEPPE_IS_FOCUS (self), FALSE);

  if (self->has_span && earliest != NULL)
    *earliest = self->earliest;
  if (self->has_span && latest != NULL)
    *latest = self->latest;
  return self->has_span;
}

static void
set_span (SteppeFocus *self,
          gboolean has_span,
          gint64 earliest,
          gint64 latest)
{
  gboolean toggled = self->has_span != has_span;

  if (!toggled && self->earliest == earliest && self->latest == latest)
    return;
  self->has_span = has_span;
  self->earliest = earliest;
  self->latest = latest;
  if (toggled)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_SPAN]);
  g_signal_emit (self, signals[SPAN_CHANGED], 0);
  g_signal_emit (self, signals[SCOPE_CHANGED], 0);
}

/**
 * steppe_focus_set_span:
 * @self: a focus
 * @earliest: first instant, seconds from 1970-01-01T00:00:00
 * @latest: last instant, not before @earliest
 *
 * Keeps map and contents to the events of a span of time.
 */
void
steppe_focus_set_span (SteppeFocus *self,
                       gint64 earliest,
                       gint64 latest)
{
  g_return_if_fail (STEPPE_IS_FOCUS (self) && earliest <= latest);

  set_span (self, TRUE, earliest, latest);
}

/**
 * steppe_focus_clear_span:
 * @self: a focus
 *
 * Lets events of all times be seen.
 */
void
steppe_focus_clear_span (SteppeFocus *self)
{
  g_return_if_fail (STEPPE_IS_FOCUS (self));

  set_span (self, FALSE, 0, 0);
}

/**
 * steppe_focus_show_span:
 * @self: a focus
 * @earliest: first instant, seconds from 1970-01-01T00:00:00
 * @latest: last instant, not before @earliest
 *
 * Brings a span of time into view where time is shown. Unlike [method@Focus.set_span] it leaves out no event.
 */
void
steppe_focus_show_span (SteppeFocus *self,
                        gint64 earliest,
                        gint64 latest)
{
  g_return_if_fail (STEPPE_IS_FOCUS (self) && earliest <= latest);

  g_signal_emit (self, signals[SHOW_SPAN], 0, earliest, latest);
}

/**
 * steppe_focus_get_passage:
 * @self: a focus
 *
 * Returns: (transfer none) (nullable) (element-type SteppeItem): the places and events that the passage is about which is
 *   read now, while panes follow the reading
 */
GPtrArray *
steppe_focus_get_passage (SteppeFocus *self)
{
  g_return_val_if_fail (STEPPE_IS_FOCUS (self), NULL);

  return self->passage;
}

/**
 * steppe_focus_set_passage:
 * @self: a focus
 * @items: (nullable) (element-type SteppeItem): the places and events that the passage is about which is read now
 */
void
steppe_focus_set_passage (SteppeFocus *self,
                          GPtrArray *items)
{
  g_return_if_fail (STEPPE_IS_FOCUS (self));

  if (self->passage == items)
    return;
  g_clear_pointer (&self->passage, g_ptr_array_unref);
  self->passage = items != NULL ? g_ptr_array_ref (items) : NULL;
  g_signal_emit (self, signals[PASSAGE_CHANGED], 0);
}

/**
 * steppe_focus_get_filter:
 * @self: a focus
 *
 * Returns: (transfer none): which events of the dossier the reader wants to see; one that is changed in place
 */
SteppeFilter *
steppe_focus_get_filter (SteppeFocus *self)
{
  g_return_val_if_fail (STEPPE_IS_FOCUS (self), NULL);

  return self->filter;
}

/**
 * steppe_focus_include_all:
 * @self: a focus
 *
 * Lets all events be seen: those of all times, whether they matched the filter or not.
 */
void
steppe_focus_include_all (SteppeFocus *self)
{
  g_return_if_fail (STEPPE_IS_FOCUS (self));

  steppe_filter_clear (self->filter);
  steppe_focus_clear_span (self);
}

/**
 * steppe_focus_includes:
 * @self: a focus
 * @event: an event of the dossier
 * @span: when it was, as [method@Event.get_span] has it
 *
 * Whether map and contents show it: if it matches the filter and, where the reader has chosen a span of time, touches
 * that, which nothing undated does.
 *
 * Returns: whether it is shown
 */
gboolean
steppe_focus_includes (SteppeFocus *self,
                       SteppeEvent *event,
                       const SteppeSpan *span)
{
  g_return_val_if_fail (STEPPE_IS_FOCUS (self), TRUE);

  if (self->has_span && (span->earliest > self->latest || span->latest < self->earliest))
    return FALSE;
  return steppe_filter_matches (self->filter, event);
}
