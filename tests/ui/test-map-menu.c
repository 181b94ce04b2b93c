/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map-testing.h"

#include "map/steppe-map-north.h"
#include "paint/steppe-map-scale.h"
#include "paint/steppe-map-words.h"

#include <math.h>

/* The menu of the map, what it leads to, and the list of what is in view. */

static const char dossier_text[] =
    "{\"format\": \"steppe-dossier\", \"version\": 1, \"language\": \"en\", \"title\": \"Test\","
    " \"places\": ["
    "  {\"id\": \"moscow\", \"name\": \"Moscow\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [37.62, 55.76]}},"
    "  {\"id\": \"city\", \"name\": \"Ulaanbaatar\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [106.92, 47.92]}},"
    "  {\"id\": \"beijing\", \"name\": \"Beijing\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [116.4, 39.9]}}],"
    " \"events\": ["
    "  {\"id\": \"late\", \"title\": \"Late\", \"date\": \"2024-09-03\", \"places\": [\"moscow\"]},"
    "  {\"id\": \"middle\", \"title\": \"Middle\", \"date\": \"2024-09-02\", \"places\": [\"city\"]},"
    "  {\"id\": \"early\", \"title\": \"Early\", \"date\": \"2024-09-01\", \"places\": [\"beijing\"]}]}";

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  map_set_up (fixture, dossier_text);
  map_show (fixture);
}

static void
got_text_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

/* Coordinates are copied so that other programs read them, whatever the language is. */
static void
test_copy_coordinates (Fixture *fixture,
                       gconstpointer data)
{
  SteppeMapView *view = STEPPE_MAP_VIEW (fixture->view);
  g_autofree char *text = NULL;
  double longitude, latitude;

  steppe_projection_forward (&view->projection, 106.92, 47.92, &view->menu_point.x, &view->menu_point.y);
  activate (fixture, "map.copy-coordinates");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->view), NULL, got_text_cb, &text);
  ASSERT_SOON (text != NULL);
  g_assert_cmpint (sscanf (text, "%lf, %lf", &latitude, &longitude), ==, 2);
  g_assert_cmpfloat_with_epsilon (latitude, 47.92, 1e-5);
  g_assert_cmpfloat_with_epsilon (longitude, 106.92, 1e-5);
}

static void
test_position_words (Fixture *fixture,
                     gconstpointer data)
{
  static const struct
  {
    double longitude, latitude, precision;
    const char *words;
  } cases[] = {
    { 106.917, 47.918, 100, "47.9180° N, 106.9170° E" },
    { -73.97, 40.75, 2000, "40.75° N, 73.97° W" },
    { 28.05, -26.2, 20000, "26.2° S, 28.1° E" },
    { 0, 0, 1e6, "0° N, 0° E" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = steppe_map_words_describe_position (cases[i].longitude, cases[i].latitude, cases[i].precision);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* The place where the menu was opened comes to the middle. */
static void
test_center (Fixture *fixture,
             gconstpointer data)
{
  SteppeMapView *view = STEPPE_MAP_VIEW (fixture->view);

  steppe_projection_forward (&view->projection, 100, 50, &view->menu_point.x, &view->menu_point.y);
  activate (fixture, "map.center-here");
  settle ();
  g_assert_cmpfloat_with_epsilon (view->camera.x, view->menu_point.x, 1);
  g_assert_cmpfloat_with_epsilon (view->camera.y, view->menu_point.y, 1);
}

/* The menu is for the mark that the keyboard is on; an action that cannot be done is not in it. */
static void
test_keyboard (Fixture *fixture,
               gconstpointer data)
{
  SteppeMapView *view = STEPPE_MAP_VIEW (fixture->view);

  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  g_assert_true (press_shortcut (fixture->view, GDK_KEY_F10, GDK_SHIFT_MASK));
  g_assert_true (gtk_widget_get_visible (view->menu));
  g_assert_cmpint (g_menu_model_get_n_items (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (view->menu))), ==, 5);
  gtk_popover_popdown (GTK_POPOVER (view->menu));
  steppe_mark_list_set_focused (view->marks, NULL);
  g_assert_true (press_shortcut (fixture->view, GDK_KEY_Menu, 0));
  g_assert_cmpint (g_menu_model_get_n_items (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (view->menu))), ==, 3);
  gtk_popover_popdown (GTK_POPOVER (view->menu));
}

static GListModel *
list_view (Fixture *fixture)
{
  SteppeEventPopover *popover = STEPPE_EVENT_POPOVER (find_type (fixture->view, STEPPE_TYPE_EVENT_POPOVER));

  g_assert_true (press_shortcut (fixture->view, GDK_KEY_l, 0));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (popover)));
  gtk_popover_popdown (GTK_POPOVER (popover));
  return steppe_event_popover_get_events (popover);
}

/* One key lists what is in view, first to last in time. */
static void
test_list (Fixture *fixture,
           gconstpointer data)
{
  static const char *const expected[] = { "early", "middle", "late" };
  GListModel *events = list_view (fixture);

  g_assert_cmpuint (g_list_model_get_n_items (events), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (SteppeItem) event = g_list_model_get_item (events, i);

      g_assert_cmpstr (steppe_item_get_id (event), ==, expected[i]);
    }
  g_assert_true (gtk_widget_activate_action (fixture->view, "map.show-place", "s", "moscow"));
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (list_view (fixture)), ==, 1);
}

/* The selection and the chosen time are shown as large as they are. */
static void
test_fit (Fixture *fixture,
          gconstpointer data)
{
  SteppeMapView *view = STEPPE_MAP_VIEW (fixture->view);
  g_autoptr (SteppeDate) days = steppe_date_new ("2024-09-01/2024-09-02", NULL);
  SteppePoint city;

  g_assert_false (press_shortcut (fixture->view, GDK_KEY_1, 0));
  g_assert_false (press_shortcut (fixture->view, GDK_KEY_2, 0));
  steppe_focus_set_selected (fixture->focus, lookup (fixture, "middle"));
  settle ();
  g_assert_true (press_shortcut (fixture->view, GDK_KEY_1, 0));
  settle ();
  g_assert_true (steppe_map_scene_locate (view->scene, STEPPE_PLACE (lookup (fixture, "city")), &city));
  g_assert_cmpfloat_with_epsilon (view->camera.x, city.x, 1);
  g_assert_cmpfloat_with_epsilon (view->camera.y, city.y, 1);
  steppe_focus_set_span (fixture->focus, steppe_date_get_earliest (days), steppe_date_get_latest (days));
  ASSERT_SOON (view->rebuild_idle == 0);
  g_assert_true (press_shortcut (fixture->view, GDK_KEY_2, 0));
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (list_view (fixture)), ==, 2);
}

/* On the map of the region, north leans towards the central meridian, 100° east; elsewhere it is up at the centre. */
static void
test_north (Fixture *fixture,
            gconstpointer data)
{
  static const struct
  {
    double longitude, latitude;
    int side;
  } cases[] = { { 100, 50, 0 }, { 104, 60, 0 }, { 37, 55, 1 }, { 170, 66, -1 } };
  SteppeProjection projection;
  SteppeCamera camera = { .scale = 1, .width = 800, .height = 600 };
  double angle;

  steppe_projection_init_region (&projection);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      steppe_projection_forward (&projection, cases[i].longitude, cases[i].latitude, &camera.x, &camera.y);
      g_assert_cmpint (steppe_map_north_measure_angle (&projection, &camera, &angle), ==, cases[i].side != 0);
      if (cases[i].side != 0)
        g_assert_cmpfloat (angle * cases[i].side, >, 30);
    }
  steppe_projection_init_elsewhere (&projection, -73.97, 40.75);
  camera = (SteppeCamera) { .scale = 1, .width = 800, .height = 600, .kind = STEPPE_PROJECTION_ELSEWHERE };
  g_assert_false (steppe_map_north_measure_angle (&projection, &camera, &angle));
}

int
main (int argc,
      char **argv)
{
  static const MapTest tests[] = {
    { "/map-menu/copy-coordinates", test_copy_coordinates },
    { "/map-menu/position-words", test_position_words },
    { "/map-menu/center", test_center },
    { "/map-menu/keyboard", test_keyboard },
    { "/map-menu/list", test_list },
    { "/map-menu/fit", test_fit },
    { "/map-menu/north", test_north },
  };

  return map_run_tests (&argc, &argv, tests, G_N_ELEMENTS (tests), set_up);
}
