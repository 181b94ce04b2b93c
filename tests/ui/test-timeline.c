/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline-testing.h"

/* Whether it is the button of the bar that says something. */
static gboolean
is_undated_button (GtkWidget *widget,
                   gconstpointer data)
{
  return GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)) != NULL;
}

static SteppeMark *
find_mark (Fixture *fixture,
           const char *id)
{
  return steppe_mark_list_find_item (fixture->canvas->marks, get_item (fixture, id));
}

static const char *const story[] = { "1921-07", "1939-05-11/1939-09-16", "1991", "2024-08-30", "2024-09-02", "2024-09-02", "2024-09-03", "-", NULL };

/* Arrows go from event to event in time, Return selects, Home and End go to the ends. */
static void
test_keys (void)
{
  Fixture fixture;

  set_up (&fixture, story);
  press (&fixture, GDK_KEY_Right);
  g_assert_null (steppe_focus_get_selected (fixture.focus));
  g_assert_true (steppe_mark_list_get_focused (fixture.canvas->marks) == find_mark (&fixture, "e0"));
  press (&fixture, GDK_KEY_Right);
  press (&fixture, GDK_KEY_Return);
  g_assert_true (steppe_focus_get_selected (fixture.focus) == get_item (&fixture, "e1"));
  press (&fixture, GDK_KEY_End);
  press (&fixture, GDK_KEY_space);
  g_assert_true (steppe_focus_get_selected (fixture.focus) == get_item (&fixture, "e6"));
  press (&fixture, GDK_KEY_Right);
  g_assert_true (steppe_mark_list_get_focused (fixture.canvas->marks) == find_mark (&fixture, "e6"));
  press (&fixture, GDK_KEY_Home);
  press (&fixture, GDK_KEY_Left);
  g_assert_true (steppe_mark_list_get_focused (fixture.canvas->marks) == find_mark (&fixture, "e0"));
  tear_down (&fixture);
}

static gboolean
is_seen (Fixture *fixture,
         const char *id)
{
  SteppeMark *mark = find_mark (fixture, id);
  const graphene_rect_t *bounds = mark != NULL ? steppe_mark_get_bounds (mark) : NULL;

  return bounds != NULL && bounds->origin.x + bounds->size.width > 0 &&
         bounds->origin.x < (float) gtk_widget_get_width (GTK_WIDGET (fixture->canvas));
}

/* What another pane selects is brought into sight, at the zoom that is. */
static void
test_follows_selection (void)
{
  Fixture fixture;
  double length;

  set_up (&fixture, story);
  for (int i = 0; i < 12; i++)
    press (&fixture, GDK_KEY_plus);
  length = steppe_time_viewport_get_length (fixture.canvas->viewport);
  g_assert_false (steppe_timeline_canvas_is_whole (fixture.canvas));
  for (guint i = 0; i < 7; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);

      steppe_focus_set_selected (fixture.focus, get_item (&fixture, id));
      settle (&fixture);
      g_assert_true (is_seen (&fixture, id));
      g_assert_cmpfloat (steppe_time_viewport_get_length (fixture.canvas->viewport), ==, length);
    }
  press (&fixture, GDK_KEY_0);
  g_assert_true (steppe_timeline_canvas_is_whole (fixture.canvas));
  for (guint i = 0; i < 7; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);

      g_assert_true (is_seen (&fixture, id));
    }
  steppe_focus_set_selected (fixture.focus, get_item (&fixture, "e7"));
  settle (&fixture);
  g_assert_cmpuint (fixture.canvas->selected, ==, STEPPE_TIMELINE_NONE);
  tear_down (&fixture);
}

/* Each event is a child with date, name and status, in time order, the gaps between them too. */
/* A span that another pane wants to be seen is seen, and no larger than it needs to be. */
static void
test_show_span (void)
{
  Fixture fixture;
  g_autoptr (SteppeDate) day = steppe_date_new ("2024-09-02", NULL);
  gint64 from, to;

  set_up (&fixture, story);
  steppe_focus_show_span (fixture.focus, steppe_date_get_earliest (day), steppe_date_get_latest (day));
  settle (&fixture);
  steppe_timeline_canvas_get_range (fixture.canvas, &from, &to);
  g_assert_cmpint (from, <=, steppe_date_get_earliest (day));
  g_assert_cmpint (to, >=, steppe_date_get_latest (day));
  g_assert_cmpint (to - from, <, 40 * 86400);
  /* What has no end is no reason to fail. */
  steppe_focus_show_span (fixture.focus, G_MININT64, steppe_date_get_latest (day));
  steppe_focus_show_span (fixture.focus, steppe_date_get_earliest (day), G_MAXINT64);
  settle (&fixture);
  tear_down (&fixture);
}

static void
test_accessible (void)
{
  Fixture fixture;
  g_autoptr (GtkAccessible) child = NULL;
  g_autoptr (GString) labels = g_string_new (NULL);

  set_up (&fixture, story);
  child = gtk_accessible_get_first_accessible_child (GTK_ACCESSIBLE (fixture.canvas));
  g_assert_true (STEPPE_IS_MARK (child));
  while (STEPPE_IS_MARK (child))
    {
      GtkAccessible *next = gtk_accessible_get_next_accessible_sibling (child);

      g_string_append_printf (labels, "%s\n", steppe_mark_get_label (STEPPE_MARK (child)));
      g_object_unref (child);
      child = next;
    }
  g_assert_cmpstr (labels->str, ==,
                   "July 1921, e0, reported\n"
                   "11 May – 16 September 1939, e1, reported\n"
                   "1991, e2, reported\n"
                   "33 years without an event\n"
                   "30 August 2024, e3, reported\n"
                   "2 September 2024, e4, reported\n"
                   "2 September 2024, e5, reported\n"
                   "3 September 2024, e6, reported\n");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture.canvas), GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture.canvas), GTK_ACCESSIBLE_PROPERTY_LABEL, "Timeline");
  g_clear_object (&child);
  tear_down (&fixture);
}

/* Events without a usable date are counted and can be selected. */
static void
test_undated (void)
{
  static const char *const dates[] = { "2024", "-", "../..", NULL };
  Fixture fixture;
  GtkWidget *button;
  GListModel *undated;

  set_up (&fixture, dates);
  button = find_widget (GTK_WIDGET (fixture.view), is_undated_button, NULL);
  undated = steppe_timeline_events_get_undated (steppe_timeline_canvas_get_events (fixture.canvas));
  g_assert_true (gtk_widget_is_visible (button));
  g_assert_cmpstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (button)), ==, "Undated 2");
  g_assert_cmpuint (g_list_model_get_n_items (undated), ==, 2);

  g_signal_emit_by_name (find_type (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), GTK_TYPE_LIST_VIEW), "activate", 1);
  g_assert_true (steppe_focus_get_selected (fixture.focus) == get_item (&fixture, "e2"));
  tear_down (&fixture);
}

static gboolean
is_label (GtkWidget *widget,
          gconstpointer text)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

/* Where there is nothing to draw, that is said. */
static void
test_nothing_dated (void)
{
  static const char *const dates[] = { "-", NULL };
  Fixture fixture;

  set_up (&fixture, dates);
  g_assert_true (gtk_widget_is_visible (find_widget (GTK_WIDGET (fixture.view), is_label, "No events with a date")));
  tear_down (&fixture);

  set_up (&fixture, story);
  g_assert_false (gtk_widget_is_visible (find_widget (GTK_WIDGET (fixture.view), is_label, "No events with a date")));
  tear_down (&fixture);
}

/* Pointing at an event lights it everywhere, and elsewhere nothing. */
static void
test_pick (void)
{
  Fixture fixture;
  const SteppeTimelineBox *box;
  graphene_rect_t body;

  set_up (&fixture, story);
  for (guint i = 0; i < steppe_timeline_layout_get_n_boxes (fixture.canvas->layout); i++)
    {
      box = steppe_timeline_layout_get_box (fixture.canvas->layout, i);
      _steppe_timeline_canvas_get_body (fixture.canvas, box, &body);
      g_assert_true (_steppe_timeline_canvas_pick_box (fixture.canvas, body.origin.x + body.size.width / 2, body.origin.y + body.size.height / 2) == box);
    }
  g_assert_null (_steppe_timeline_canvas_pick_box (fixture.canvas, 1, 1));
  tear_down (&fixture);
}

/* Zooming about a point leaves the instant at that point where it is. */
static void
test_zoom_about (void)
{
  Fixture fixture;

  for (int direction = 0; direction < 2; direction++)
    {
      set_up (&fixture, story);
      gtk_widget_set_direction (GTK_WIDGET (fixture.canvas), direction == 0 ? GTK_TEXT_DIR_LTR : GTK_TEXT_DIR_RTL);
      settle (&fixture);
      for (double x = 300; x < 500; x += 50)
        for (int i = 0; i < 6; i++)
          {
            gint64 instant = steppe_time_viewport_to_instant (fixture.canvas->viewport, _steppe_timeline_canvas_from_view (fixture.canvas, x));

            _steppe_timeline_canvas_zoom_at (fixture.canvas, i % 2 == 0 ? 1.7 : 1 / 1.5, x, FALSE);
            g_assert_cmpfloat_with_epsilon (_steppe_timeline_canvas_to_view (fixture.canvas, steppe_time_viewport_to_pixel (fixture.canvas->viewport, instant)), x, 1);
          }
      tear_down (&fixture);
    }
}

static void
count_shown (Fixture *fixture,
             guint *n_boxes,
             guint *n_counted)
{
  *n_boxes = fixture->canvas->layout != NULL ? steppe_timeline_layout_get_n_boxes (fixture->canvas->layout) : 0;
  *n_counted = 0;
  for (guint i = 0; fixture->canvas->layout != NULL && i < steppe_timeline_layout_get_n_crowds (fixture->canvas->layout); i++)
    *n_counted += steppe_timeline_layout_get_crowd (fixture->canvas->layout, i)->count;
}

/* Every event is either shown or counted, however many there are and whatever their dates. */
static void
test_nothing_lost (void)
{
  static const char *const none[] = { NULL };
  static const char *const one[] = { "2024-09-02", NULL };
  static const char *const same[] = { "1939", "1939", "1939", "1939", "1939", "1939", "1939", "1939", "1939", "1939", "1939", "1939", "1939", "1939", "1939", NULL };
  static const char *const deep[] = { "Y-138E8", "-0044-03-15", "2024-09-02T23:00:00+08:00", "Y17E7", "19XX", "[1939..1945]", "{1950,1960}", NULL };
  static const char *const open[] = { "1985/..", "../1985", "1985/", "/1985", "[..1984]", "1985-04-12/..", NULL };
  static const char *const *const cases[] = { none, one, same, deep, open };
  static const int sizes[][2] = { { 800, 300 }, { 360, 200 }, { 200, 120 }, { 1200, 900 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
      {
        Fixture fixture;
        guint n = g_strv_length ((char **) cases[i]), n_boxes, n_counted;

        set_up_sized (&fixture, cases[i], sizes[k][0], sizes[k][1]);
        count_shown (&fixture, &n_boxes, &n_counted);
        g_assert_cmpuint (n_boxes + n_counted, ==, n);
        steppe_timeline_view_set_true_scale (fixture.view, TRUE);
        settle (&fixture);
        count_shown (&fixture, &n_boxes, &n_counted);
        g_assert_cmpuint (n_boxes + n_counted, ==, n);
        for (int z = 0; z < 80; z++)
          _steppe_timeline_canvas_zoom_at (fixture.canvas, 2, sizes[k][0] / 2.0, FALSE);
        settle (&fixture);
        tear_down (&fixture);
      }
}

static void
test_many (void)
{
  Fixture fixture;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_boxes, n_counted;

  set_up (&fixture, NULL);
  for (int i = 0; i < 10000; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%d", i);
      g_autofree char *edtf = g_strdup_printf ("2024-09-02T%02d:%02d:%02d", i / 3600 + 3, i / 60 % 60, i % 60);

      g_ptr_array_add (items, create_event (id, edtf));
    }
  steppe_dossier_add_all (fixture.dossier, STEPPE_ITEM_EVENT, items);
  settle (&fixture);
  count_shown (&fixture, &n_boxes, &n_counted);
  g_assert_cmpuint (n_boxes + n_counted, ==, 10000);
  g_assert_cmpuint (n_boxes, <, 1000);

  /* What must be shown is, in the middle of a crowd. */
  steppe_focus_set_selected (fixture.focus, get_item (&fixture, "m5000"));
  settle (&fixture);
  g_assert_true (is_seen (&fixture, "m5000"));
  count_shown (&fixture, &n_boxes, &n_counted);
  g_assert_cmpuint (n_boxes + n_counted, ==, 10000);
  tear_down (&fixture);
}

/* Where part of a day is seen, the events of the day that there is no room for are counted, though their own count is out
 * of sight. */
static void
test_counts_of_wide_events (void)
{
  Fixture fixture;
  g_autoptr (GArray) crowds = NULL;
  SteppeTimelineCrowd picked;
  graphene_rect_t area;

  set_up (&fixture, story);
  for (int i = 0; i < 60; i++)
    {
      g_autofree char *id = g_strdup_printf ("same%02d", i);

      add_event (fixture.dossier, id, "2024-09-02");
    }
  settle (&fixture);
  /* The morning of that day, the 19,968th from 1970-01-01. */
  steppe_timeline_canvas_show_range (fixture.canvas, 19968 * G_GINT64_CONSTANT (86400) + 3600, 19968 * G_GINT64_CONSTANT (86400) + 4 * 3600, FALSE);
  settle (&fixture);
  crowds = _steppe_timeline_canvas_collect_crowds (fixture.canvas);
  g_assert_cmpuint (crowds->len, ==, 1);
  g_assert_cmpuint (g_array_index (crowds, SteppeTimelineCrowd, 0).count, >, 40);
  _steppe_timeline_canvas_get_crowd_area (fixture.canvas, &g_array_index (crowds, SteppeTimelineCrowd, 0), &area);
  g_assert_cmpfloat (area.origin.x, >=, 0);
  g_assert_cmpfloat (area.origin.x + area.size.width, <=, gtk_widget_get_width (GTK_WIDGET (fixture.canvas)));
  g_assert_true (_steppe_timeline_canvas_pick_crowd (fixture.canvas, area.origin.x + 5, area.origin.y + 5, &picked));
  g_assert_cmpuint (picked.count, ==, g_array_index (crowds, SteppeTimelineCrowd, 0).count);

  /* A press lists just those. */
  _steppe_timeline_canvas_show_crowd (fixture.canvas, &picked);
  g_assert_cmpuint (g_list_model_get_n_items (steppe_event_popover_get_events (STEPPE_EVENT_POPOVER (fixture.canvas->popover))), ==, picked.count);

  /* None of them can be chosen once another dossier is read. */
  steppe_focus_set_dossier (fixture.focus, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (steppe_event_popover_get_events (STEPPE_EVENT_POPOVER (fixture.canvas->popover))), ==, 0);
  g_assert_false (gtk_widget_get_visible (fixture.canvas->popover));
  tear_down (&fixture);
}

/* An event that is added later appears; another dossier replaces all. */
static void
test_changes (void)
{
  Fixture fixture;
  g_autoptr (SteppeDossier) other = steppe_dossier_new ();

  set_up (&fixture, story);
  steppe_focus_set_hovered (fixture.focus, get_item (&fixture, "e6"));
  add_event (fixture.dossier, "later", "2025-09-02");
  settle (&fixture);
  g_assert_true (is_seen (&fixture, "later"));
  g_assert_cmpuint (fixture.canvas->hovered, ==, steppe_timeline_events_find (fixture.canvas->events, get_item (&fixture, "e6")));
  add_event (other, "only", "1206");
  steppe_focus_set_dossier (fixture.focus, other);
  settle (&fixture);
  g_assert_cmpuint (steppe_timeline_layout_get_n_boxes (fixture.canvas->layout), ==, 1);
  steppe_focus_set_dossier (fixture.focus, NULL);
  settle (&fixture);
  g_assert_cmpuint (steppe_timeline_layout_get_n_boxes (fixture.canvas->layout), ==, 0);
  steppe_timeline_view_set_focus (fixture.view, NULL);
  settle (&fixture);
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  init_ui_test (&argc, &argv);
  g_test_add_func ("/timeline/keys", test_keys);
  g_test_add_func ("/timeline/follows-selection", test_follows_selection);
  g_test_add_func ("/timeline/show-span", test_show_span);
  g_test_add_func ("/timeline/accessible", test_accessible);
  g_test_add_func ("/timeline/undated", test_undated);
  g_test_add_func ("/timeline/nothing-dated", test_nothing_dated);
  g_test_add_func ("/timeline/pick", test_pick);
  g_test_add_func ("/timeline/zoom-about", test_zoom_about);
  g_test_add_func ("/timeline/nothing-lost", test_nothing_lost);
  g_test_add_func ("/timeline/many", test_many);
  g_test_add_func ("/timeline/counts-of-wide-events", test_counts_of_wide_events);
  g_test_add_func ("/timeline/changes", test_changes);
  return g_test_run ();
}
