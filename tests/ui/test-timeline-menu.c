/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "testing.h"

#include "app/steppe-window-private.h"
#include "map/steppe-map-view-private.h"
#include "timeline/steppe-timeline-canvas-private.h"

/* The card and the menu of an event on the timeline, in a window whose actions the menu leads to. */

static const char dossier_text[] =
    "{\"format\": \"steppe-dossier\", \"version\": 1, \"language\": \"en\", \"title\": \"Test\","
    " \"places\": ["
    "  {\"id\": \"field\", \"name\": \"Battlefield\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [118.6, 47.7]}},"
    "  {\"id\": \"moscow\", \"name\": \"Moscow\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [37.62, 55.76]}}],"
    " \"sources\": [{\"id\": \"one\", \"title\": \"One\"}, {\"id\": \"two\", \"title\": \"Two\"}],"
    " \"events\": ["
    "  {\"id\": \"war\", \"title\": \"War\", \"date\": \"1939-05-11/1939-09-16\", \"places\": [\"field\", \"moscow\"],"
    "   \"status\": \"confirmed\", \"confidence\": \"medium\", \"sources\": [\"one\", \"two\"], \"summary\": \"An army\\nis beaten.\"},"
    "  {\"id\": \"end\", \"title\": \"End\", \"date\": \"1990~\", \"places\": [\"moscow\"], \"status\": \"disputed\"},"
    "  {\"id\": \"visit\", \"title\": \"Visit\", \"date\": \"2024-09-02\"},"
    "  {\"id\": \"talks\", \"title\": \"Talks\", \"date\": \"2024-09-03\"}]}";

typedef struct
{
  GFile *file;
  SteppeWindow *window;
  SteppeFocus *focus;
  SteppeTimelineCanvas *canvas;
} Fixture;

/* Until layouts have been made and what follows them is done. */
static void
settle (Fixture *fixture)
{
  wait_frames (GTK_WIDGET (fixture->window), 4, &fixture->canvas->marks_source);
}

static void
set_up (Fixture *fixture,
        gconstpointer width)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *view;

  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-enable-animations");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  fixture->file = g_file_new_tmp ("XXXXXX.dossier", &stream, &error);
  g_assert_no_error (error);
  g_assert_true (g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (stream)),
                                            dossier_text, sizeof dossier_text - 1, NULL, NULL, NULL));
  fixture->window = steppe_window_new (NULL);
  fixture->focus = steppe_window_get_reading_focus (fixture->window);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), GPOINTER_TO_INT (width), 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  steppe_window_open (fixture->window, fixture->file);
  while (steppe_focus_get_dossier (fixture->focus) == NULL)
    g_main_context_iteration (NULL, TRUE);
  view = fixture->window->timeline_view;
  fixture->canvas = STEPPE_TIMELINE_CANVAS (find_type (view, STEPPE_TYPE_TIMELINE_CANVAS));
  adw_view_stack_set_visible_child_name (fixture->window->pane_stack, "timeline");
  settle (fixture);
  gtk_widget_grab_focus (view);
}

static void
tear_down (Fixture *fixture,
           gconstpointer width)
{
  gpointer canvas = fixture->canvas;

  g_object_add_weak_pointer (G_OBJECT (fixture->canvas), &canvas);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (canvas);
  g_file_delete (fixture->file, NULL, NULL);
  g_object_unref (fixture->file);
}

static SteppeItem *
get_item (Fixture *fixture,
          const char *id)
{
  return steppe_dossier_lookup (steppe_focus_get_dossier (fixture->focus), id);
}

static void
press (Fixture *fixture,
       guint key)
{
  g_assert_true (press_shortcut (GTK_WIDGET (fixture->canvas), key, 0));
  settle (fixture);
}

static void
move_pointer (Fixture *fixture,
              double x,
              double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->canvas));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "motion", x, y);
    }
}

/* Moves the pointer to the middle of an event, or off all of them for NULL. */
static void
point_at (Fixture *fixture,
          const char *id)
{
  SteppeTimelineCanvas *canvas = fixture->canvas;
  double x = 1, y = 1;

  settle (fixture);
  if (id != NULL)
    {
      guint n = steppe_timeline_events_find (canvas->events, get_item (fixture, id));
      graphene_rect_t body;

      _steppe_timeline_canvas_get_body (canvas, steppe_timeline_layout_find_event (canvas->layout, n), &body);
      x = body.origin.x + body.size.width / 2;
      y = body.origin.y + body.size.height / 2;
    }
  move_pointer (fixture, x, y);
}

static void
wait_for_card (Fixture *fixture,
               const char *id)
{
  SteppeItem *event = id != NULL ? get_item (fixture, id) : NULL;

  while (steppe_hover_card_get_item (fixture->canvas->card) != event)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_card (Fixture *fixture,
             const char *id)
{
  g_assert_true (steppe_hover_card_get_item (fixture->canvas->card) == (id != NULL ? get_item (fixture, id) : NULL));
}

static void
collect (GtkWidget *widget,
         const char *type_name,
         const char *property,
         GString *words)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type_name) && gtk_widget_is_visible (widget))
    {
      g_autofree char *text = NULL;

      g_object_get (widget, property, &text, NULL);
      g_string_append_printf (words, "%s\n", text);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type_name, property, words);
}

static void
assert_card_words (Fixture *fixture,
                   const char *expected)
{
  g_autoptr (GString) words = g_string_new (NULL);

  collect (GTK_WIDGET (fixture->canvas->card), "GtkLabel", "label", words);
  g_assert_cmpstr (words->str, ==, expected);
}

/* The card comes after a while, for the next event at once, and goes when the pointer does. */
static void
test_hover (Fixture *fixture,
            gconstpointer data)
{
  point_at (fixture, "war");
  assert_card (fixture, NULL);
  wait_for_card (fixture, "war");
  g_assert_true (steppe_focus_get_hovered (fixture->focus) == get_item (fixture, "war"));
  assert_card_words (fixture, "War\n"
                              "11 May – 16 September 1939 · Battlefield, Moscow\n"
                              "confirmed · 2 sources · medium confidence\n"
                              "An army is beaten.\n");
  point_at (fixture, "end");
  assert_card (fixture, "end");
  assert_card_words (fixture, "End\nabout 1990 · Moscow\ndisputed\n");
  settle (fixture);
  assert_card (fixture, "end");
  point_at (fixture, NULL);
  wait_for_card (fixture, NULL);
}

/* What others light is lit, but has no card. */
static void
test_hovered_elsewhere (Fixture *fixture,
                        gconstpointer data)
{
  steppe_focus_set_hovered (fixture->focus, get_item (fixture, "war"));
  settle (fixture);
  g_assert_cmpuint (fixture->canvas->hovered, ==, 0);
  assert_card (fixture, NULL);
}

/* Escape hides the card and leaves what is selected; the same event has none until the pointer has left it. */
static void
test_escape (Fixture *fixture,
             gconstpointer data)
{
  GtkWidget *card = GTK_WIDGET (fixture->canvas->card);

  steppe_focus_set_selected (fixture->focus, get_item (fixture, "end"));
  g_assert_false (press_shortcut (card, GDK_KEY_Escape, 0));
  point_at (fixture, "visit");
  wait_for_card (fixture, "visit");
  g_assert_true (press_shortcut (card, GDK_KEY_Escape, 0));
  assert_card (fixture, NULL);
  g_assert_true (steppe_focus_get_selected (fixture->focus) == get_item (fixture, "end"));
  g_assert_false (press_shortcut (card, GDK_KEY_Escape, 0));
  point_at (fixture, "visit");
  settle (fixture);
  assert_card (fixture, NULL);
  point_at (fixture, NULL);
  point_at (fixture, "visit");
  wait_for_card (fixture, "visit");
}

/* The card follows the keyboard from event to event, beside each, and goes with it. */
static void
test_keyboard (Fixture *fixture,
               gconstpointer data)
{
  static const char *const ids[] = { "war", "end", "visit", "talks" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      press (fixture, GDK_KEY_Right);
      assert_card (fixture, ids[i]);
      point_at (fixture, NULL);
      assert_card (fixture, ids[i]);
    }
  press (fixture, GDK_KEY_plus);
  press (fixture, GDK_KEY_plus);
  assert_card (fixture, "talks");
  press_shortcut (GTK_WIDGET (fixture->canvas->card), GDK_KEY_Escape, 0);
  press (fixture, GDK_KEY_minus);
  assert_card (fixture, NULL);
  press (fixture, GDK_KEY_Home);
  assert_card (fixture, "war");
  press (fixture, GDK_KEY_Return);
  assert_card (fixture, NULL);
  press (fixture, GDK_KEY_Right);
  assert_card (fixture, "end");
  gtk_widget_child_focus (fixture->window->reader_view, GTK_DIR_TAB_FORWARD);
  settle (fixture);
  assert_card (fixture, NULL);
}

/* A pointer at rest leaves the card to the keyboard until it moves. */
static void
test_pointer_rests (Fixture *fixture,
                    gconstpointer data)
{
  point_at (fixture, "war");
  press (fixture, GDK_KEY_End);
  assert_card (fixture, "talks");
  move_pointer (fixture, fixture->canvas->pointer_x, fixture->canvas->pointer_y);
  gtk_widget_queue_allocate (GTK_WIDGET (fixture->canvas));
  settle (fixture);
  assert_card (fixture, "talks");
  point_at (fixture, "end");
  assert_card (fixture, "end");
}

static void
assert_menu (Fixture *fixture,
             const char *expected)
{
  g_autoptr (GString) words = g_string_new (NULL);

  g_assert_true (gtk_widget_get_visible (fixture->canvas->menu));
  collect (fixture->canvas->menu, "GtkModelButton", "text", words);
  g_assert_cmpstr (words->str, ==, expected);
}

/* The menu has what can be done with the event, and nothing else: neither what is not enabled nor the map for what is nowhere. */
static void
test_menu (Fixture *fixture,
           gconstpointer data)
{
  press (fixture, GDK_KEY_Menu);
  assert_menu (fixture, "True Scale\n");
  gtk_popover_popdown (GTK_POPOVER (fixture->canvas->menu));

  gtk_widget_action_set_enabled (GTK_WIDGET (fixture->window), "win.open-page", FALSE);
  press (fixture, GDK_KEY_Right);
  g_assert_true (press_shortcut (GTK_WIDGET (fixture->canvas), GDK_KEY_F10, GDK_SHIFT_MASK));
  settle (fixture);
  assert_card (fixture, NULL);
  assert_menu (fixture, "Show on Map\nZoom to Event\nCopy as Text\nPrint…\n");
  gtk_popover_popdown (GTK_POPOVER (fixture->canvas->menu));

  gtk_widget_action_set_enabled (GTK_WIDGET (fixture->window), "win.open-page", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (fixture->window), "win.copy-item", FALSE);
  press (fixture, GDK_KEY_End);
  press (fixture, GDK_KEY_Menu);
  assert_menu (fixture, "Open Page\nZoom to Event\nPrint…\n");
  gtk_popover_popdown (GTK_POPOVER (fixture->canvas->menu));
}

static void
assert_on_map (Fixture *fixture,
               const char *id)
{
  SteppeMapView *map = STEPPE_MAP_VIEW (fixture->window->map_view);
  const SteppeMapSpot *spot = steppe_map_scene_find_spot (map->scene, get_item (fixture, id));
  double x, y;

  steppe_camera_project (&map->camera, spot->x, spot->y, &x, &y);
  g_assert_cmpfloat (x, >, 0);
  g_assert_cmpfloat (x, <, map->camera.width);
  g_assert_cmpfloat (y, >, 0);
  g_assert_cmpfloat (y, <, map->camera.height);
}

/* An event is selected and brought into sight on the map, also where the map has been moved away from the selected one
 * and where it was not shown before. */
static void
test_show_on_map (Fixture *fixture,
                  gconstpointer data)
{
  SteppeMapView *map = STEPPE_MAP_VIEW (fixture->window->map_view);

  for (int i = 0; i < 2; i++)
    {
      SteppeCamera elsewhere;

      gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "win.show-on-map", "s", "war");
      settle (fixture);
      g_assert_true (steppe_focus_get_selected (fixture->focus) == get_item (fixture, "war"));
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (map)));
      assert_on_map (fixture, "war");
      elsewhere = map->camera;
      elsewhere.x -= 4e6;
      elsewhere.scale = 1;
      _steppe_map_view_set_camera (map, &elsewhere, FALSE);
    }
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "win.show-on-map", "s", "no such item");
  g_assert_true (steppe_focus_get_selected (fixture->focus) == get_item (fixture, "war"));
}

static void
test_open_page (Fixture *fixture,
                gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "win.open-page", "s", "talks");
  settle (fixture);
  g_assert_true (steppe_focus_get_selected (fixture->focus) == get_item (fixture, "talks"));
  g_assert_true (gtk_widget_get_mapped (fixture->window->reader_view));
}

static void
get_ends (Fixture *fixture,
          const char *id,
          double *from,
          double *to)
{
  SteppeTimelineCanvas *canvas = fixture->canvas;
  const SteppeTimelineEvent *event = steppe_timeline_events_get_event (canvas->events, steppe_timeline_events_find (canvas->events, get_item (fixture, id)));

  *from = _steppe_timeline_canvas_to_view (canvas, steppe_time_viewport_to_pixel (canvas->viewport, event->start_earliest));
  *to = _steppe_timeline_canvas_to_view (canvas, steppe_time_viewport_to_pixel (canvas->viewport, event->end_latest));
}

/* What lasts fills most of the view; a moment has the events next to it in sight. */
static void
test_zoom_to_event (Fixture *fixture,
                    gconstpointer data)
{
  double width = gtk_widget_get_width (GTK_WIDGET (fixture->canvas)), from, to;

  press (fixture, GDK_KEY_Home);
  press (fixture, GDK_KEY_1);
  get_ends (fixture, "war", &from, &to);
  g_assert_cmpfloat (from, >=, 0);
  g_assert_cmpfloat (to, <=, width);
  g_assert_cmpfloat (to - from, >, width / 2);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "timeline.zoom-to-all", NULL);
  settle (fixture);
  g_assert_true (steppe_timeline_canvas_is_whole (fixture->canvas));

  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "timeline.zoom-to-event", "s", "visit");
  settle (fixture);
  get_ends (fixture, "end", &from, &to);
  g_assert_cmpfloat (to, >=, 0);
  get_ends (fixture, "talks", &from, &to);
  g_assert_cmpfloat ((from + to) / 2, <=, width);
}

/* A gap says how long nothing happens, and from when to when. */
static void
test_gap (Fixture *fixture,
          gconstpointer data)
{
  SteppeTimeAxis *axis = steppe_time_viewport_get_axis (fixture->canvas->viewport);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < steppe_time_axis_get_n_segments (axis); i++)
    {
      const SteppeTimeSegment *segment = steppe_time_axis_get_segment (axis, i);
      g_autofree char *text = segment->is_gap ? _steppe_timeline_canvas_describe_gap (segment, TRUE) : NULL;

      if (text != NULL)
        g_string_append_printf (words, "%s\n", text);
    }
  g_assert_cmpstr (words->str, ==,
                   "50 years without an event: from 17 September 1939 to 31 December 1989\n"
                   "34 years without an event: from 1 January 1991 to 1 September 2024\n");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    int width;
    void (*func) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/timeline-menu/hover", 1200, test_hover },
    { "/timeline-menu/hovered-elsewhere", 1200, test_hovered_elsewhere },
    { "/timeline-menu/escape", 1200, test_escape },
    { "/timeline-menu/keyboard", 1200, test_keyboard },
    { "/timeline-menu/pointer-rests", 1200, test_pointer_rests },
    { "/timeline-menu/menu", 1200, test_menu },
    { "/timeline-menu/show-on-map", 1200, test_show_on_map },
    { "/timeline-menu/show-on-map-narrow", 400, test_show_on_map },
    { "/timeline-menu/open-page", 1200, test_open_page },
    { "/timeline-menu/open-page-narrow", 400, test_open_page },
    { "/timeline-menu/zoom-to-event", 1200, test_zoom_to_event },
    { "/timeline-menu/gap", 1200, test_gap },
  };

  init_ui_test (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, GINT_TO_POINTER (tests[i].width), set_up, tests[i].func, tear_down);
  return g_test_run ();
}
