/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"
#include "timeline/steppe-timeline-view.h"

#include <glib/gi18n.h>

#include "timeline/steppe-timeline-canvas.h"
#include "timeline/steppe-timeline-filter.h"
#include "timeline/steppe-timeline-overview.h"
#include "model/steppe-chronology.h"
#include "widgets/steppe-event-popover.h"

/**
 * SteppeTimelineView:
 *
 * The events of a dossier in time: an axis on which empty times are short, below it a strip that shows all time at true
 * scale, and a button for the events that have no usable date.
 */
struct _SteppeTimelineView
{
  GtkWidget parent_instance;

  SteppeFocus *focus;
  SteppeTimelineCanvas *canvas;
  SteppeTimelineFilter *filter;
  GtkWidget *empty;
  GtkWidget *bar;
  GtkWidget *true_scale_button;
  GtkWidget *undated_button;
  GtkWidget *hidden_button;
};

G_DEFINE_FINAL_TYPE (SteppeTimelineView, steppe_timeline_view, GTK_TYPE_WIDGET)

enum
{
  PROP_FOCUS = 1,
  PROP_TRUE_SCALE,
  PROP_LANES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
steppe_timeline_view_get_property (GObject *object,
                                   guint prop_id,
                                   GValue *value,
                                   GParamSpec *pspec)
{
  SteppeTimelineView *self = STEPPE_TIMELINE_VIEW (object);

  switch (prop_id)
    {
    case PROP_FOCUS:
      g_value_set_object (value, self->focus);
      break;
    case PROP_TRUE_SCALE:
      g_value_set_boolean (value, steppe_timeline_view_get_true_scale (self));
      break;
    case PROP_LANES:
      g_value_set_enum (value, steppe_timeline_view_get_lanes (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_timeline_view_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  SteppeTimelineView *self = STEPPE_TIMELINE_VIEW (object);

  switch (prop_id)
    {
    case PROP_FOCUS:
      steppe_timeline_view_set_focus (self, g_value_get_object (value));
      break;
    case PROP_TRUE_SCALE:
      steppe_timeline_view_set_true_scale (self, g_value_get_boolean (value));
      break;
    case PROP_LANES:
      steppe_timeline_view_set_lanes (self, g_value_get_enum (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_timeline_view_dispose (GObject *object)
{
  SteppeTimelineView *self = STEPPE_TIMELINE_VIEW (object);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_first_child (GTK_WIDGET (self)))
    gtk_widget_unparent (child);
  g_clear_object (&self->filter);
  g_clear_object (&self->focus);

  G_OBJECT_CLASS (steppe_timeline_view_parent_class)->dispose (object);
}

static gboolean
steppe_timeline_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (STEPPE_TIMELINE_VIEW (widget)->canvas));
}

static void
collapse_all_cb (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  steppe_timeline_canvas_collapse_all (STEPPE_TIMELINE_VIEW (widget)->canvas, TRUE);
}

static void
expand_all_cb (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  steppe_timeline_canvas_collapse_all (STEPPE_TIMELINE_VIEW (widget)->canvas, FALSE);
}

static void
update_actions (SteppeTimelineView *self)
{
  gboolean in_groups = steppe_timeline_view_get_lanes (self) != STEPPE_TIMELINE_LANES_NONE;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.collapse-all", in_groups);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.expand-all", in_groups);
}

static void
steppe_timeline_view_class_init (SteppeTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = steppe_timeline_view_get_property;
  object_class->set_property = steppe_timeline_view_set_property;
  object_class->dispose = steppe_timeline_view_dispose;

  widget_class->grab_focus = steppe_timeline_view_grab_focus;

  properties[PROP_FOCUS] = g_param_spec_object ("focus", NULL, NULL, STEPPE_TYPE_FOCUS, flags);
  properties[PROP_TRUE_SCALE] = g_param_spec_boolean ("true-scale", NULL, NULL, FALSE, flags);
  properties[PROP_LANES] = g_param_spec_enum ("lanes", NULL, NULL, STEPPE_TYPE_TIMELINE_LANES, STEPPE_TIMELINE_LANES_NONE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_property_action (widget_class, "timeline.lanes", "lanes");
  gtk_widget_class_install_property_action (widget_class, "timeline.true-scale", "true-scale");
  gtk_widget_class_install_action (widget_class, "timeline.collapse-all", NULL, collapse_all_cb);
  gtk_widget_class_install_action (widget_class, "timeline.expand-all", NULL, expand_all_cb);

  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
set_undated (SteppeTimelineView *self,
             GListModel *undated)
{
  SteppeEventPopover *popover = STEPPE_EVENT_POPOVER (gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->undated_button)));
  guint n = g_list_model_get_n_items (undated);
  g_autoptr (GPtrArray) events = g_ptr_array_new_full (n, g_object_unref);
  /* Translators: the number of events without a usable date. */
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Undated %'u", "Undated %'u", n), n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (events, g_list_model_get_item (undated, i));
  steppe_event_popover_set_focus (popover, self->focus);
  steppe_event_popover_set_events (popover, _ ("Events without a date"), events);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->undated_button), label);
  gtk_widget_set_visible (self->undated_button, n > 0);
}

/* What the filter hides; what is out of the chosen time is still to be seen here. */
static void
set_hidden (SteppeTimelineView *self,
            guint n_hidden)
{
  g_autofree char *label = steppe_chronology_describe_hidden (n_hidden, 0);

  gtk_button_set_label (GTK_BUTTON (self->hidden_button), label);
  gtk_widget_set_visible (self->hidden_button, n_hidden > 0);
}

static void
show_hidden_cb (SteppeTimelineView *self)
{
  steppe_filter_clear (steppe_focus_get_filter (self->focus));
}

static void
events_changed_cb (SteppeTimelineView *self)
{
  SteppeTimelineEvents *events = steppe_timeline_canvas_get_events (self->canvas);
  GListModel *undated = steppe_timeline_events_get_undated (events);

  set_undated (self, undated);
  set_hidden (self, steppe_timeline_events_get_n_hidden (events));
  gtk_widget_set_visible (self->bar, steppe_timeline_events_get_n_hidden (events) > 0 || g_list_model_get_n_items (undated) > 0 || steppe_timeline_events_get_n_events (events) > 0);
  gtk_widget_set_visible (self->empty, steppe_timeline_events_get_n_events (events) == 0);
}

static GtkWidget *
create_undated_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), steppe_event_popover_new ());
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "caption");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, FALSE);
  return button;
}

static GtkWidget *
create_hidden_button (SteppeTimelineView *self)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "caption");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Clear the filters"));
  gtk_widget_set_visible (button, FALSE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_hidden_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
create_filter_button (SteppeTimelineView *self)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), "steppe-filter-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Keep map and contents to the time shown here"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Only What Is Visible"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_bind_property (self->filter, "active", button, "active", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  return button;
}

static void
true_scale_toggled_cb (SteppeTimelineView *self)
{
  steppe_timeline_view_set_true_scale (self, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->true_scale_button)));
}

static GtkWidget *
create_lanes_button (void)
{
  static const struct
  {
    const char *label;
    const char *lanes;
  } choices[] = {
    { N_ ("No Groups"), "none" },
    { N_ ("By Kind"), "kind" },
    { N_ ("By Actor"), "actor" },
    { N_ ("By Place"), "place" },
  };
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) lanes = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *action = g_strdup_printf ("timeline.lanes::%s", choices[i].lanes);

      g_menu_append (lanes, _ (choices[i].label), action);
    }
  g_menu_append_section (menu, _ ("Lanes"), G_MENU_MODEL (lanes));
  g_menu_append (all, _ ("Collapse All"), "timeline.collapse-all");
  g_menu_append (all, _ ("Expand All"), "timeline.expand-all");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-list-symbolic");
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_widget_set_tooltip_text (button, _ ("Group Events"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static GtkWidget *
create_bar (SteppeTimelineView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *overview = steppe_timeline_overview_new (self->canvas, self->filter);

  self->true_scale_button = gtk_toggle_button_new_with_label (_ ("True Scale"));
  gtk_widget_set_tooltip_text (self->true_scale_button, _ ("Show empty times as long as they are"));
  gtk_widget_add_css_class (self->true_scale_button, "flat");
  gtk_widget_add_css_class (self->true_scale_button, "caption");
  gtk_widget_set_valign (self->true_scale_button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->true_scale_button, "toggled", G_CALLBACK (true_scale_toggled_cb), self, G_CONNECT_SWAPPED);
  self->undated_button = create_undated_button ();
  self->hidden_button = create_hidden_button (self);

  gtk_widget_add_css_class (bar, "overview");
  gtk_widget_set_hexpand (overview, TRUE);
  gtk_box_append (GTK_BOX (bar), overview);
  gtk_box_append (GTK_BOX (bar), create_filter_button (self));
  gtk_box_append (GTK_BOX (bar), create_lanes_button ());
  gtk_box_append (GTK_BOX (bar), self->true_scale_button);
  gtk_box_append (GTK_BOX (bar), self->undated_button);
  gtk_box_append (GTK_BOX (bar), self->hidden_button);
  return bar;
}

static void
adjustment_changed_cb (GtkAdjustment *adjustment,
                       GParamSpec *pspec,
                       GtkWidget *scrollbar)
{
  /* This is told in allocation, where the scrollbar must not begin to need a size. */
  gtk_widget_set_child_visible (scrollbar, gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment));
}

/* For lanes that there is no room for. */
static GtkWidget *
create_scrollbar (SteppeTimelineView *self)
{
  GtkAdjustment *adjustment = steppe_timeline_canvas_get_vadjustment (self->canvas);
  GtkWidget *scrollbar = gtk_scrollbar_new (GTK_ORIENTATION_VERTICAL, adjustment);

  gtk_widget_add_css_class (scrollbar, "overlay-indicator");
  gtk_widget_set_child_visible (scrollbar, FALSE);
  g_signal_connect_object (adjustment, "notify::upper", G_CALLBACK (adjustment_changed_cb), scrollbar, 0);
  g_signal_connect_object (adjustment, "notify::page-size", G_CALLBACK (adjustment_changed_cb), scrollbar, 0);
  return scrollbar;
}

/* The scrollbar is beside the lanes, below the header. */
static gboolean
place_overlay_cb (SteppeTimelineView *self,
                  GtkWidget *overlaid,
                  GdkRectangle *area,
                  GtkWidget *overlay)
{
  int header = steppe_timeline_canvas_get_header_height (self->canvas);

  if (!GTK_IS_SCROLLBAR (overlaid))
    return FALSE;
  gtk_widget_measure (overlaid, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &area->width, NULL, NULL);
  area->x = gtk_widget_get_direction (overlaid) == GTK_TEXT_DIR_RTL ? 0 : gtk_widget_get_width (overlay) - area->width;
  gtk_widget_measure (overlaid, GTK_ORIENTATION_VERTICAL, -1, &area->height, NULL, NULL, NULL);
  area->height = MAX (area->height, gtk_widget_get_height (overlay) - header);
  area->y = header;
  return TRUE;
}

static void
steppe_timeline_view_init (SteppeTimelineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *overlay;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (widget)), GTK_ORIENTATION_VERTICAL);
  self->canvas = g_object_new (STEPPE_TYPE_TIMELINE_CANVAS, "vexpand", TRUE, NULL);
  self->empty = gtk_label_new (_ ("No events with a date"));
  gtk_widget_set_can_target (self->empty, FALSE);
  gtk_widget_add_css_class (self->empty, "dimmed");
  overlay = gtk_overlay_new ();
  g_signal_connect_object (overlay, "get-child-position", G_CALLBACK (place_overlay_cb), self, G_CONNECT_SWAPPED);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->canvas));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->empty);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), create_scrollbar (self));
  gtk_widget_set_parent (overlay, widget);
  self->filter = steppe_timeline_filter_new (self->canvas);
  self->bar = create_bar (self);
  gtk_widget_set_parent (self->bar, widget);
  g_signal_connect_object (self->canvas, "events-changed", G_CALLBACK (events_changed_cb), self, G_CONNECT_SWAPPED);
  events_changed_cb (self);
  update_actions (self);
}

/**
 * steppe_timeline_view_get_focus:
 * @self: the pane
 *
 * Returns: (transfer none) (nullable): what the reader looks at
 */
SteppeFocus *
steppe_timeline_view_get_focus (SteppeTimelineView *self)
{
  g_return_val_if_fail (STEPPE_IS_TIMELINE_VIEW (self), NULL);

  return self->focus;
}

/**
 * steppe_timeline_view_set_focus:
 * @self: the pane
 * @focus: (nullable): what the reader looks at, shared by the panes of a window
 */
void
steppe_timeline_view_set_focus (SteppeTimelineView *self,
                                SteppeFocus *focus)
{
  g_return_if_fail (STEPPE_IS_TIMELINE_VIEW (self));

  if (!g_set_object (&self->focus, focus))
    return;
  steppe_timeline_canvas_set_focus (self->canvas, focus);
  steppe_timeline_filter_set_focus (self->filter, focus);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOCUS]);
}

/**
 * steppe_timeline_view_get_true_scale:
 * @self: the pane
 *
 * Returns: whether all times are in proportion
 */
gboolean
steppe_timeline_view_get_true_scale (SteppeTimelineView *self)
{
  g_return_val_if_fail (STEPPE_IS_TIMELINE_VIEW (self), FALSE);

  return steppe_timeline_canvas_get_true_scale (self->canvas);
}

/**
 * steppe_timeline_view_set_true_scale:
 * @self: the pane
 * @true_scale: whether all times are to be in proportion, rather than empty times short
 */
void
steppe_timeline_view_set_true_scale (SteppeTimelineView *self,
                                     gboolean true_scale)
{
  g_return_if_fail (STEPPE_IS_TIMELINE_VIEW (self));

  if (steppe_timeline_canvas_get_true_scale (self->canvas) == !!true_scale)
    return;
  steppe_timeline_canvas_set_true_scale (self->canvas, !!true_scale);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->true_scale_button), !!true_scale);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TRUE_SCALE]);
}

/**
 * steppe_timeline_view_get_lanes:
 * @self: the pane
 *
 * Returns: by what its lanes are ordered
 */
SteppeTimelineLanes
steppe_timeline_view_get_lanes (SteppeTimelineView *self)
{
  g_return_val_if_fail (STEPPE_IS_TIMELINE_VIEW (self), STEPPE_TIMELINE_LANES_NONE);

  return steppe_timeline_canvas_get_lanes (self->canvas);
}

/**
 * steppe_timeline_view_set_lanes:
 * @self: the pane
 * @lanes: by what its lanes are to be ordered
 */
void
steppe_timeline_view_set_lanes (SteppeTimelineView *self,
                                SteppeTimelineLanes lanes)
{
  g_return_if_fail (STEPPE_IS_TIMELINE_VIEW (self));

  if (steppe_timeline_canvas_get_lanes (self->canvas) == lanes)
    return;
  steppe_timeline_canvas_set_lanes (self->canvas, lanes);
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANES]);
}

/**
 * steppe_timeline_view_get_range:
 * @self: the pane
 * @earliest: (out): the first instant that it shows, seconds from 1970-01-01T00:00:00
 * @latest: (out): the last
 */
void
steppe_timeline_view_get_range (SteppeTimelineView *self,
                                gint64 *earliest,
                                gint64 *latest)
{
  g_return_if_fail (STEPPE_IS_TIMELINE_VIEW (self));

  steppe_timeline_canvas_get_range (self->canvas, earliest, latest);
}

/**
 * steppe_timeline_view_show_range:
 * @self: the pane
 * @earliest: an instant
 * @latest: a later one
 *
 * Shows what is between two instants, at once.
 */
void
steppe_timeline_view_show_range (SteppeTimelineView *self,
                                 gint64 earliest,
                                 gint64 latest)
{
  g_return_if_fail (STEPPE_IS_TIMELINE_VIEW (self));

  if (earliest < latest)
    steppe_timeline_canvas_show_range (self->canvas, earliest, latest, FALSE);
}
