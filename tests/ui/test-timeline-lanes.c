/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline-testing.h"

/* Lanes by kind, their names and what keys do on them; and empty times that the reader opens. */

static void
add_kind_event (Fixture *fixture,
                const char *id,
                const char *edtf,
                const char *kind)
{
  g_autoptr (SteppeItem) item = create_event (id, edtf);

  g_object_set (item, "kind", kind, NULL);
  g_assert_true (steppe_dossier_add (fixture->dossier, item));
}

static void
set_up_kinds (Fixture *fixture)
{
  set_up (fixture, NULL);
  add_kind_event (fixture, "warrant", "2023-03-17", "legal");
  add_kind_event (fixture, "finding", "2024-10-24", "legal");
  add_kind_event (fixture, "arrival", "2024-09-02", "visit");
  add_kind_event (fixture, "other", "2024-09-03", NULL);
  steppe_timeline_view_set_lanes (fixture->view, STEPPE_TIMELINE_LANES_KIND);
  settle (fixture);
}

static char *
list_marks (Fixture *fixture)
{
  GString *labels = g_string_new (NULL);
  SteppeMark *mark;

  for (guint i = 0; (mark = steppe_mark_list_get_nth (fixture->canvas->marks, i)) != NULL; i++)
    g_string_append_printf (labels, "%s\n", steppe_mark_get_label (mark));
  return g_string_free (labels, FALSE);
}

static const char *
get_focused (Fixture *fixture)
{
  SteppeMark *mark = steppe_mark_list_get_focused (fixture->canvas->marks);

  return mark != NULL ? steppe_mark_get_label (mark) : NULL;
}

/* Each group is named, with its events after it; those that are collapsed say so and have none. */
static void
test_groups (void)
{
  Fixture fixture;
  g_autofree char *expanded = NULL, *collapsed = NULL, *none = NULL;

  set_up_kinds (&fixture);
  expanded = list_marks (&fixture);
  g_assert_true (g_str_has_prefix (expanded,
                                   "Legal, 2 events\n"
                                   "17 March 2023, warrant, reported\n"
                                   "24 October 2024, finding, reported\n"
                                   "Visit, 1 event\n"
                                   "2 September 2024, arrival, reported\n"
                                   "No kind, 1 event\n"
                                   "3 September 2024, other, reported\n"));

  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "timeline.collapse-all", NULL);
  settle (&fixture);
  collapsed = list_marks (&fixture);
  g_assert_true (g_str_has_prefix (collapsed, "Legal, 2 events, collapsed\nVisit, 1 event, collapsed\nNo kind, 1 event, collapsed\n"));
  g_assert_cmpuint (steppe_timeline_layout_get_n_boxes (fixture.canvas->layout), ==, 0);

  steppe_timeline_view_set_lanes (fixture.view, STEPPE_TIMELINE_LANES_NONE);
  settle (&fixture);
  none = list_marks (&fixture);
  g_assert_true (g_str_has_prefix (none, "17 March 2023, warrant, reported\n"));
  g_assert_cmpuint (steppe_timeline_layout_get_n_boxes (fixture.canvas->layout), ==, 4);
  tear_down (&fixture);
}

/* Up and Down go from name to name, Return collapses, arrows stay in the group. */
static void
test_keys (void)
{
  Fixture fixture;

  set_up_kinds (&fixture);
  press (&fixture, GDK_KEY_Down);
  g_assert_cmpstr (get_focused (&fixture), ==, "Legal, 2 events");
  press (&fixture, GDK_KEY_Right);
  g_assert_cmpstr (get_focused (&fixture), ==, "17 March 2023, warrant, reported");
  press (&fixture, GDK_KEY_Right);
  press (&fixture, GDK_KEY_Right);
  g_assert_cmpstr (get_focused (&fixture), ==, "24 October 2024, finding, reported");
  press (&fixture, GDK_KEY_Up);
  g_assert_cmpstr (get_focused (&fixture), ==, "Legal, 2 events");
  press (&fixture, GDK_KEY_Return);
  g_assert_cmpstr (get_focused (&fixture), ==, "Legal, 2 events, collapsed");
  press (&fixture, GDK_KEY_Return);
  g_assert_cmpstr (get_focused (&fixture), ==, "Legal, 2 events");
  for (int i = 0; i < 5; i++)
    press (&fixture, GDK_KEY_Down);
  g_assert_cmpstr (get_focused (&fixture), ==, "No kind, 1 event");
  tear_down (&fixture);
}

/* What another pane selects is brought into sight in its group, however far down that is. */
static void
test_scrolls (void)
{
  Fixture fixture;
  graphene_rect_t area;
  GtkWidget *scrollbar;

  set_up (&fixture, NULL);
  scrollbar = gtk_widget_get_last_child (find_type (GTK_WIDGET (fixture.view), GTK_TYPE_OVERLAY));
  g_assert_true (GTK_IS_SCROLLBAR (scrollbar));
  for (int i = 0; i < 60; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%02d", i);
      g_autofree char *kind = g_strdup_printf ("kind-%02d", i);

      add_kind_event (&fixture, id, "2024-09-02", kind);
    }
  settle (&fixture);
  g_assert_false (gtk_widget_get_mapped (scrollbar));
  steppe_timeline_view_set_lanes (fixture.view, STEPPE_TIMELINE_LANES_KIND);
  settle (&fixture);
  g_assert_true (gtk_widget_get_mapped (scrollbar));
  g_assert_null (steppe_timeline_layout_find_event (fixture.canvas->layout, 59));
  steppe_focus_set_selected (fixture.focus, get_item (&fixture, "e59"));
  settle (&fixture);
  g_assert_nonnull (steppe_timeline_layout_find_event (fixture.canvas->layout, 59));
  _steppe_timeline_canvas_get_area (fixture.canvas, steppe_timeline_layout_find_event (fixture.canvas->layout, 59), &area);
  g_assert_cmpfloat (area.origin.y, >=, fixture.canvas->metrics.header);
  g_assert_cmpfloat (area.origin.y + area.size.height, <=, gtk_widget_get_height (GTK_WIDGET (fixture.canvas)));

  /* Fewer groups need no scrolling. */
  steppe_timeline_view_set_lanes (fixture.view, STEPPE_TIMELINE_LANES_PLACE);
  settle (&fixture);
  g_assert_cmpfloat (gtk_adjustment_get_value (steppe_timeline_canvas_get_vadjustment (fixture.canvas)), ==, 0);
  g_assert_false (gtk_widget_get_mapped (scrollbar));
  tear_down (&fixture);
}

/* Collapsed groups stay collapsed when an event is added. */
static void
test_stays_collapsed (void)
{
  Fixture fixture;
  g_autofree char *marks = NULL;

  set_up_kinds (&fixture);
  press (&fixture, GDK_KEY_Down);
  press (&fixture, GDK_KEY_Return);
  add_kind_event (&fixture, "appeal", "2024-11-29", "legal");
  settle (&fixture);
  marks = list_marks (&fixture);
  g_assert_true (g_str_has_prefix (marks, "Legal, 3 events, collapsed\nVisit, 1 event\n"));
  tear_down (&fixture);
}

static void
count_lit (GskRenderNode *node,
           const GdkRGBA *color,
           guint *n_strokes,
           guint *n_lit)
{
  graphene_rect_t bounds;

  gsk_render_node_get_bounds (node, &bounds);
  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      count_lit (gsk_container_node_get_child (node, i), color, n_strokes, n_lit);
  else if (gsk_render_node_get_node_type (node) == GSK_CLIP_NODE)
    count_lit (gsk_clip_node_get_child (node), color, n_strokes, n_lit);
  else if (gsk_render_node_get_node_type (node) == GSK_COLOR_NODE && bounds.size.width == 2)
    {
      ++*n_strokes;
      *n_lit += gdk_rgba_equal (gsk_color_node_get_color (node), color);
    }
}

/* In a collapsed group an event that is lit is so though others are at the same pixel, which have one stroke. */
static void
test_lit_in_collapsed (void)
{
  Fixture fixture;
  GtkSnapshot *snapshot;
  g_autoptr (GskRenderNode) node = NULL;
  AdwStyleManager *manager = adw_style_manager_get_default ();
  guint n_strokes = 0, n_lit = 0;
  GdkRGBA accent;

  set_up (&fixture, NULL);
  for (int i = 0; i < 200; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%03d", i);

      add_kind_event (&fixture, id, "2024-09-02T12:00:00", "legal");
    }
  steppe_timeline_view_set_lanes (fixture.view, STEPPE_TIMELINE_LANES_KIND);
  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "timeline.collapse-all", NULL);
  steppe_focus_set_selected (fixture.focus, get_item (&fixture, "e150"));
  for (int i = 0; i < 60; i++)
    _steppe_timeline_canvas_zoom_at (fixture.canvas, 2, gtk_widget_get_width (GTK_WIDGET (fixture.canvas)) / 2.0, FALSE);
  _steppe_timeline_canvas_reveal (fixture.canvas, fixture.canvas->selected);
  settle (&fixture);
  snapshot = gtk_snapshot_new ();
  GTK_WIDGET_GET_CLASS (fixture.canvas)->snapshot (GTK_WIDGET (fixture.canvas), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (manager), adw_style_manager_get_dark (manager), &accent);
  count_lit (node, &accent, &n_strokes, &n_lit);
  g_assert_cmpuint (n_lit, >=, 1);
  g_assert_cmpuint (n_strokes - n_lit, ==, 1);
  tear_down (&fixture);
}

static void
add_place_event (Fixture *fixture,
                 const char *id,
                 const char *const *places)
{
  g_autoptr (SteppeItem) item = create_event (id, "2024-09-02");

  g_object_set (item, "places", places, NULL);
  g_assert_true (steppe_dossier_add (fixture->dossier, item));
}

static void
click (Fixture *fixture,
       double x,
       double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->canvas));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller) && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_PRIMARY)
        g_signal_emit_by_name (controller, "released", 1, x, y);
    }
  settle (fixture);
}

/* Whoever chooses an event in one of its groups stays there. */
static void
test_stays_in_group (void)
{
  static const char *const north_only[] = { "north", NULL }, *const both[] = { "north", "south", NULL };
  g_autoptr (SteppeItem) north = steppe_item_new (STEPPE_ITEM_PLACE, "north"), south = steppe_item_new (STEPPE_ITEM_PLACE, "south");
  const SteppeTimelineBox *box = NULL;
  graphene_rect_t body;
  Fixture fixture;

  set_up (&fixture, NULL);
  steppe_dossier_add (fixture.dossier, north);
  steppe_dossier_add (fixture.dossier, south);
  add_place_event (&fixture, "a", north_only);
  add_place_event (&fixture, "b", both);
  steppe_timeline_view_set_lanes (fixture.view, STEPPE_TIMELINE_LANES_PLACE);
  settle (&fixture);
  press (&fixture, GDK_KEY_Down);
  press (&fixture, GDK_KEY_Down);
  press (&fixture, GDK_KEY_Right);
  press (&fixture, GDK_KEY_Return);
  g_assert_true (steppe_focus_get_selected (fixture.focus) == get_item (&fixture, "b"));
  g_assert_cmpuint (fixture.canvas->cursor_group, ==, 1);

  steppe_focus_set_selected (fixture.focus, get_item (&fixture, "a"));
  settle (&fixture);
  g_assert_cmpuint (fixture.canvas->cursor_group, ==, 0);
  for (guint i = 0; i < steppe_timeline_layout_get_n_boxes (fixture.canvas->layout); i++)
    if (steppe_timeline_layout_get_box (fixture.canvas->layout, i)->group == 1)
      box = steppe_timeline_layout_get_box (fixture.canvas->layout, i);
  _steppe_timeline_canvas_get_body (fixture.canvas, box, &body);
  click (&fixture, body.origin.x + body.size.width / 2, body.origin.y + body.size.height / 2);
  g_assert_true (steppe_focus_get_selected (fixture.focus) == get_item (&fixture, "b"));
  g_assert_cmpuint (fixture.canvas->cursor_group, ==, 1);
  tear_down (&fixture);
}

static gboolean
has_gap (Fixture *fixture)
{
  g_autofree char *marks = list_marks (fixture);

  return strstr (marks, "without an event") != NULL;
}

/* An empty time is opened beside the event that the keyboard is on, and closed again. */
static void
test_empty_time (void)
{
  static const char *const story[] = { "1921", "1924", "1931", "1936", "1939", "2024-08-30", "2024-09-01", "2024-09-02", "2024-09-03", "2024-09-04", NULL };
  Fixture fixture;

  set_up (&fixture, story);
  g_assert_true (has_gap (&fixture));
  press (&fixture, GDK_KEY_End);
  press_on (&fixture, GTK_WIDGET (fixture.canvas), GDK_KEY_Left, GDK_SHIFT_MASK);
  settle (&fixture);
  g_assert_false (has_gap (&fixture));
  press_on (&fixture, GTK_WIDGET (fixture.canvas), GDK_KEY_Left, GDK_SHIFT_MASK);
  settle (&fixture);
  g_assert_true (has_gap (&fixture));

  press_on (&fixture, GTK_WIDGET (fixture.canvas), GDK_KEY_Left, GDK_SHIFT_MASK);
  settle (&fixture);
  press (&fixture, GDK_KEY_0);
  g_assert_true (has_gap (&fixture));
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  init_ui_test (&argc, &argv);
  g_test_add_func ("/timeline-lanes/groups", test_groups);
  g_test_add_func ("/timeline-lanes/keys", test_keys);
  g_test_add_func ("/timeline-lanes/scrolls", test_scrolls);
  g_test_add_func ("/timeline-lanes/stays-collapsed", test_stays_collapsed);
  g_test_add_func ("/timeline-lanes/lit-in-collapsed", test_lit_in_collapsed);
  g_test_add_func ("/timeline-lanes/stays-in-group", test_stays_in_group);
  g_test_add_func ("/timeline-lanes/empty-time", test_empty_time);
  return g_test_run ();
}
