/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map-testing.h"

#include "map/steppe-map-inset.h"

static const char dossier_text[] =
    "{\"format\": \"steppe-dossier\", \"version\": 1, \"language\": \"en\", \"title\": \"Test\","
    " \"places\": ["
    "  {\"id\": \"moscow\", \"name\": \"Moscow\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [37.62, 55.76]}},"
    "  {\"id\": \"beijing\", \"name\": \"Beijing\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [116.4, 39.9]}},"
    "  {\"id\": \"ulaanbaatar\", \"name\": \"Ulaanbaatar\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [106.92, 47.92]}},"
    "  {\"id\": \"new-york\", \"name\": \"New York\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [-73.97, 40.75]}},"
    "  {\"id\": \"washington\", \"name\": \"Washington\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [-77.04, 38.9]}},"
    "  {\"id\": \"sydney\", \"name\": \"Sydney\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [151.2, -33.87]}}],"
    " \"events\": ["
    "  {\"id\": \"home\", \"title\": \"Home\", \"date\": \"2024-08-30\", \"places\": [\"moscow\"]},"
    "  {\"id\": \"visit\", \"title\": \"Visit\", \"date\": \"2024-09-01\", \"places\": [\"beijing\"]},"
    "  {\"id\": \"vote\", \"title\": \"Vote\", \"date\": \"2024-09-02\", \"places\": [\"new-york\"]},"
    "  {\"id\": \"debate\", \"title\": \"Debate\", \"date\": \"2024-09-03\", \"places\": [\"new-york\"]},"
    "  {\"id\": \"speech\", \"title\": \"Speech\", \"date\": \"2024-09-04\", \"places\": [\"washington\"]},"
    "  {\"id\": \"talks\", \"title\": \"Talks\", \"date\": \"2024-09-05\", \"places\": [\"sydney\"]},"
    "  {\"id\": \"call\", \"title\": \"Call\", \"date\": \"2024-09-06\", \"places\": [\"sydney\", \"ulaanbaatar\"]}],"
    " \"journeys\": [{\"id\": \"trip\", \"name\": \"Trip\", \"legs\": [{\"from\": \"new-york\", \"to\": \"washington\"}]}]}";

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  map_set_up (fixture, dossier_text);
  map_show (fixture);
}

static SteppeProjectionKind
get_kind (Fixture *fixture)
{
  return STEPPE_MAP_VIEW (fixture->view)->projection.kind;
}

static void
select_item (Fixture *fixture,
             const char *id)
{
  steppe_focus_set_selected (fixture->focus, lookup (fixture, id));
  settle ();
}

/* What is selected is shown, wherever on earth it is. */
static void
test_follows_selection (Fixture *fixture,
                        gconstpointer data)
{
  g_assert_true (has_mark (fixture, "30 August 2024, Home, reported"));
  select_item (fixture, "vote");
  g_assert_cmpint (get_kind (fixture), ==, STEPPE_PROJECTION_ELSEWHERE);
  g_assert_true (has_mark (fixture, "2 September 2024, Vote, reported, and 1 more event here"));
  g_assert_false (has_mark (fixture, "30 August 2024, Home, reported"));

  /* What is near is shown on the same map, and what is not on a map of its own. */
  select_item (fixture, "speech");
  g_assert_true (has_mark (fixture, "4 September 2024, Speech, reported"));
  g_assert_true (has_mark (fixture, "2 events near New York"));
  select_item (fixture, "talks");
  g_assert_true (has_mark (fixture, "5 September 2024, Talks, reported, and 1 more event here"));
  g_assert_false (has_mark (fixture, "2 events near New York"));
  select_item (fixture, "trip");
  g_assert_true (has_mark (fixture, "Trip, reported"));

  select_item (fixture, "visit");
  g_assert_cmpint (get_kind (fixture), ==, STEPPE_PROJECTION_REGION);
  g_assert_true (has_mark (fixture, "1 September 2024, Visit, reported"));
}

/* An event at two places, one of them in the region, is shown there. */
static void
test_prefers_region (Fixture *fixture,
                     gconstpointer data)
{
  select_item (fixture, "vote");
  select_item (fixture, "call");
  g_assert_cmpint (get_kind (fixture), ==, STEPPE_PROJECTION_REGION);
}

/* The region comes back as it was left, and whole where that is asked for. */
static void
test_back (Fixture *fixture,
           gconstpointer data)
{
  SteppeMapView *view = STEPPE_MAP_VIEW (fixture->view);
  SteppeCamera home = view->camera, left;

  g_assert_true (gtk_widget_activate_action (fixture->view, "map.show-place", "s", "beijing"));
  settle ();
  left = view->camera;
  g_assert_false (steppe_camera_equal (&left, &home));
  g_assert_true (gtk_widget_activate_action (fixture->view, "map.show-place", "s", "new-york"));
  settle ();
  g_assert_cmpint (get_kind (fixture), ==, STEPPE_PROJECTION_ELSEWHERE);
  activate (fixture, "map.show-region");
  settle ();
  g_assert_true (steppe_camera_equal (&view->camera, &left));
  select_item (fixture, "talks");
  activate (fixture, "map.fit");
  settle ();
  g_assert_true (steppe_camera_equal (&view->camera, &home));
}

/* Another dossier begins in the region. */
static void
test_other_dossier (Fixture *fixture,
                    gconstpointer data)
{
  select_item (fixture, "vote");
  steppe_focus_set_dossier (fixture->focus, NULL);
  g_assert_cmpint (get_kind (fixture), ==, STEPPE_PROJECTION_REGION);
  steppe_focus_set_dossier (fixture->focus, fixture->dossier);
  settle ();
  g_assert_true (has_mark (fixture, "30 August 2024, Home, reported"));
}

static GtkWidget *
find_inset (Fixture *fixture)
{
  return find_type (fixture->view, STEPPE_TYPE_MAP_INSET);
}

static gboolean
is_button_named (GtkWidget *widget,
                 gconstpointer label)
{
  char *difference;

  if (!GTK_IS_BUTTON (widget))
    return FALSE;
  difference = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  g_free (difference);
  return difference == NULL;
}

static gboolean
has_icon (GtkWidget *widget,
          gconstpointer icon)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), icon) == 0;
}

/* The inset shows one place after the other, leads there, and back. */
static void
test_inset (Fixture *fixture,
            gconstpointer data)
{
  GtkWidget *inset = find_inset (fixture), *next = find_widget (inset, has_icon, "go-next-symbolic");
  GtkWidget *button;

  g_assert_true (gtk_widget_get_mapped (inset));
  g_assert_nonnull (find_widget (inset, is_button_named, "Show New York, 2 events"));
  g_signal_emit_by_name (next, "clicked");
  button = find_widget (inset, is_button_named, "Show Washington, 1 event");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  settle ();
  g_assert_true (has_mark (fixture, "4 September 2024, Speech, reported"));
  g_assert_false (gtk_widget_get_visible (next));
  button = find_widget (inset, is_button_named, "Back to the Region");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  settle ();
  g_assert_cmpint (get_kind (fixture), ==, STEPPE_PROJECTION_REGION);
  g_assert_nonnull (find_widget (inset, is_button_named, "Show New York, 2 events"));
}

/* A small map has no room for a picture, but a list of what it would show. */
static void
test_small (Fixture *fixture,
            gconstpointer data)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 300);
  ASSERT_SOON (!gtk_widget_get_mapped (find_inset (fixture)));
  activate (fixture, "map.list-elsewhere");
  g_assert_cmpuint (g_list_model_get_n_items (steppe_event_popover_get_events (
                        STEPPE_EVENT_POPOVER (find_type (fixture->view, STEPPE_TYPE_EVENT_POPOVER)))),
                    ==, 4);
}

int
main (int argc,
      char **argv)
{
  static const MapTest tests[] = {
    { "/map-elsewhere/follows-selection", test_follows_selection },
    { "/map-elsewhere/prefers-region", test_prefers_region },
    { "/map-elsewhere/back", test_back },
    { "/map-elsewhere/other-dossier", test_other_dossier },
    { "/map-elsewhere/inset", test_inset },
    { "/map-elsewhere/small", test_small },
  };

  return map_run_tests (&argc, &argv, tests, G_N_ELEMENTS (tests), set_up);
}
