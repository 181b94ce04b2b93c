/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map-testing.h"

#include "paint/steppe-map-words.h"

/* Alone, a pair at one spot, a pair a few kilometres apart, one far off the map, one nowhere; and a
 * journey. The file has the later of the lone events first. */
static const char dossier_text[] =
    "{\"format\": \"steppe-dossier\", \"version\": 1, \"language\": \"en\", \"title\": \"Test\","
    " \"places\": ["
    "  {\"id\": \"kyzyl\", \"name\": \"Kyzyl\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [94.44, 51.72]}},"
    "  {\"id\": \"moscow\", \"name\": \"Moscow\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [37.62, 55.76]}},"
    "  {\"id\": \"city\", \"name\": \"Ulaanbaatar\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [106.92, 47.92]}},"
    "  {\"id\": \"airport\", \"name\": \"Airport\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [106.82, 47.65]}},"
    "  {\"id\": \"beijing\", \"name\": \"Beijing\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [116.4, 39.9]}},"
    "  {\"id\": \"new-york\", \"name\": \"New York\", \"geometry\": {\"type\": \"Point\", \"coordinates\": [-73.97, 40.75]}}],"
    " \"events\": ["
    "  {\"id\": \"late\", \"title\": \"Late\", \"date\": \"2024-09-02\", \"places\": [\"kyzyl\"], \"status\": \"confirmed\"},"
    "  {\"id\": \"early\", \"title\": \"Early\", \"date\": \"2024-08-30\", \"places\": [\"moscow\"]},"
    "  {\"id\": \"city-1\", \"title\": \"City\", \"date\": \"2024-09-03\", \"places\": [\"city\"]},"
    "  {\"id\": \"airport-1\", \"title\": \"Landing\", \"date\": \"2024-09-02\", \"places\": [\"airport\"]},"
    "  {\"id\": \"beijing-1\", \"title\": \"First\", \"date\": \"2025-09-02\", \"places\": [\"beijing\"]},"
    "  {\"id\": \"beijing-2\", \"title\": \"Second\", \"date\": \"2025-09-03\", \"places\": [\"beijing\"]},"
    "  {\"id\": \"vote\", \"title\": \"Vote\", \"date\": \"2022-03-02\", \"places\": [\"new-york\"]},"
    "  {\"id\": \"nowhere\", \"title\": \"Nowhere\", \"date\": \"2024\"}],"
    " \"journeys\": ["
    "  {\"id\": \"flight\", \"name\": \"Flight\", \"kind\": \"flight\", \"status\": \"planned\","
    "   \"legs\": [{\"from\": \"kyzyl\", \"to\": \"airport\", \"date\": \"2024-09-02\"},"
    "             {\"from\": \"airport\", \"to\": \"beijing\", \"date\": \"2024-09-03\"}]}]}";

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  map_set_up (fixture, dossier_text);
}

static GtkAccessible *
find_mark (Fixture *fixture,
           const char *label)
{
  GtkAccessible *child = gtk_accessible_get_first_accessible_child (GTK_ACCESSIBLE (fixture->view));

  while (STEPPE_IS_MARK (child) && g_strcmp0 (steppe_mark_get_label (STEPPE_MARK (child)), label) != 0)
    {
      GtkAccessible *next = gtk_accessible_get_next_accessible_sibling (child);

      g_object_unref (child);
      child = next;
    }
  g_assert_true (STEPPE_IS_MARK (child));
  return child;
}

static void
press_tab (Fixture *fixture,
           guint times)
{
  for (guint i = 0; i < times; i++)
    gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
}

/* The ids of the events that are listed, %NULL when no list is open. */
static char *
get_list (Fixture *fixture)
{
  SteppeEventPopover *popover = STEPPE_EVENT_POPOVER (find_type (fixture->view, STEPPE_TYPE_EVENT_POPOVER));
  GListModel *events = steppe_event_popover_get_events (popover);
  GString *ids = g_string_new (NULL);

  if (!gtk_widget_get_visible (GTK_WIDGET (popover)))
    return g_string_free (ids, TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (SteppeItem) event = g_list_model_get_item (events, i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", steppe_item_get_id (event));
    }
  return g_string_free (ids, FALSE);
}

static void
assert_list (Fixture *fixture,
             const char *expected)
{
  g_autofree char *list = get_list (fixture);

  g_assert_cmpstr (list, ==, expected);
}

static void
test_marks (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (GtkAccessible) last = NULL;
  g_autoptr (GtkAccessible) after = NULL;

  map_show (fixture);
  assert_marks (fixture, (const char *const[]) { "30 August 2024, Early, reported",
                                                 "2 September 2024, Late, confirmed",
                                                 "2 events near Airport",
                                                 "2 events near Beijing",
                                                 "Flight, planned",
                                                 NULL });
  g_assert_null (gtk_test_accessible_check_property (GTK_ACCESSIBLE (fixture->view), GTK_ACCESSIBLE_PROPERTY_LABEL, "Map"));

  /* The buttons over the map come after the marks. */
  last = find_mark (fixture, "Flight, planned");
  after = gtk_accessible_get_next_accessible_sibling (last);
  g_assert_true ((GtkWidget *) after == gtk_widget_get_first_child (fixture->view));
}

static void
test_keyboard (Fixture *fixture,
               gconstpointer data)
{
  map_show (fixture);
  press_tab (fixture, 1);
  g_assert_true (gtk_widget_is_focus (fixture->view));
  activate (fixture, "map.activate-mark");
  g_assert_true (steppe_focus_get_selected (fixture->focus) == lookup (fixture, "early"));
  press_tab (fixture, 1);
  activate (fixture, "map.activate-mark");
  g_assert_true (steppe_focus_get_selected (fixture->focus) == lookup (fixture, "late"));
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_BACKWARD);
  activate (fixture, "map.activate-mark");
  g_assert_true (steppe_focus_get_selected (fixture->focus) == lookup (fixture, "early"));

  /* Past the last of the five marks the focus goes to the buttons. */
  press_tab (fixture, 4);
  g_assert_true (gtk_widget_is_focus (fixture->view));
  press_tab (fixture, 1);
  g_assert_false (gtk_widget_is_focus (fixture->view));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), fixture->view));
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_widget_is_focus (fixture->view));
  activate (fixture, "map.activate-mark");
  g_assert_true (steppe_focus_get_selected (fixture->focus) == lookup (fixture, "flight"));
}

/* The keyboard shows the card of the event that it is on, and takes it along. */
static void
test_card (Fixture *fixture,
           gconstpointer data)
{
  SteppeMapView *view = STEPPE_MAP_VIEW (fixture->view);

  map_show (fixture);
  g_assert_null (steppe_hover_card_get_item (view->card));
  press_tab (fixture, 1);
  g_assert_true (STEPPE_ITEM (steppe_hover_card_get_item (view->card)) == lookup (fixture, "early"));
  press_tab (fixture, 1);
  g_assert_true (STEPPE_ITEM (steppe_hover_card_get_item (view->card)) == lookup (fixture, "late"));
  activate (fixture, "map.zoom-in");
  settle ();
  g_assert_true (STEPPE_ITEM (steppe_hover_card_get_item (view->card)) == lookup (fixture, "late"));
  /* A badge is of several. */
  press_tab (fixture, 1);
  g_assert_null (steppe_hover_card_get_item (view->card));
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_BACKWARD);
  g_assert_true (STEPPE_ITEM (steppe_hover_card_get_item (view->card)) == lookup (fixture, "late"));
  steppe_focus_set_dossier (fixture->focus, NULL);
  g_assert_null (steppe_hover_card_get_item (view->card));
}

static void
test_select_from_focus (Fixture *fixture,
                        gconstpointer data)
{
  g_autoptr (GtkAccessible) mark = NULL;
  g_autoptr (GtkAccessible) of_cluster = NULL;

  map_show (fixture);
  steppe_focus_set_selected (fixture->focus, lookup (fixture, "late"));
  mark = find_mark (fixture, "2 September 2024, Late, confirmed");
  g_assert_null (gtk_test_accessible_check_state (mark, GTK_ACCESSIBLE_STATE_SELECTED, TRUE));

  /* An event of a cluster is shown itself. */
  steppe_focus_set_selected (fixture->focus, lookup (fixture, "beijing-2"));
  of_cluster = find_mark (fixture, "3 September 2025, Second, reported, and 1 more event here");
  g_assert_null (gtk_test_accessible_check_state (of_cluster, GTK_ACCESSIBLE_STATE_SELECTED, TRUE));
  g_assert_null (gtk_test_accessible_check_state (mark, GTK_ACCESSIBLE_STATE_SELECTED, FALSE));
  g_assert_false (has_mark (fixture, "2 events near Beijing"));
  steppe_focus_set_selected (fixture->focus, NULL);
  g_assert_true (has_mark (fixture, "2 events near Beijing"));
}

static void
show_span_cb (SteppeFocus *focus,
              gint64 earliest,
              gint64 latest,
              gpointer user_data)
{
  gint64 *span = user_data;

  span[0] = earliest;
  span[1] = latest;
}

/* Choosing a leg selects its journey and asks for its dates, choosing the journey for all of them. */
static void
test_leg (Fixture *fixture,
          gconstpointer data)
{
  SteppeMapView *view = STEPPE_MAP_VIEW (fixture->view);
  g_autoptr (SteppeDate) second = steppe_date_new ("2024-09-02", NULL);
  g_autoptr (SteppeDate) third = steppe_date_new ("2024-09-03", NULL);
  gint64 span[2] = { 0, 0 };
  const SteppeMapTrack *track;
  const SteppePoint *middle;
  g_autofree char *words = NULL;
  double x, y;

  map_show (fixture);
  g_signal_connect (fixture->focus, "show-span", G_CALLBACK (show_span_cb), span);
  track = g_ptr_array_index (steppe_map_scene_get_tracks (view->scene), 0);
  middle = &g_array_index (track->points, SteppePoint, track->points->len / 2);
  steppe_camera_project (&view->camera, middle->x, middle->y, &x, &y);
  g_assert_true (_steppe_map_view_pick_line (view, x + 2, y) == track);
  _steppe_map_view_select_line (view, track->item, track->leg);
  g_assert_true (steppe_focus_get_selected (fixture->focus) == lookup (fixture, "flight"));
  g_assert_cmpint (span[0], ==, steppe_date_get_earliest (second));
  g_assert_cmpint (span[1], ==, steppe_date_get_latest (second));
  _steppe_map_view_select_line (view, track->item, NULL);
  g_assert_cmpint (span[1], ==, steppe_date_get_latest (third));

  words = steppe_map_words_mark_up_line (fixture->dossier, track);
  g_assert_cmpstr (words, ==, "<b>Flight</b>\n<small>Kyzyl → Airport</small>\n<small>2 September 2024, planned, schematic</small>");
}

/* What is selected elsewhere comes into view, whatever the map showed. */
static void
test_go_to_selected (Fixture *fixture,
                     gconstpointer data)
{
  map_show (fixture);
  g_assert_true (gtk_widget_activate_action (fixture->view, "map.show-place", "s", "beijing"));
  settle ();
  g_assert_true (has_mark (fixture, "2 events near Beijing"));
  g_assert_false (has_mark (fixture, "30 August 2024, Early, reported"));
  steppe_focus_set_selected (fixture->focus, lookup (fixture, "early"));
  settle ();
  g_assert_true (has_mark (fixture, "30 August 2024, Early, reported"));
  steppe_focus_set_selected (fixture->focus, lookup (fixture, "flight"));
  settle ();
  g_assert_true (has_mark (fixture, "Flight, planned"));
  activate (fixture, "map.fit");
  settle ();
  g_assert_true (has_mark (fixture, "2 events near Beijing"));
  g_assert_true (has_mark (fixture, "30 August 2024, Early, reported"));
}

static void
test_open_cluster (Fixture *fixture,
                   gconstpointer data)
{
  map_show (fixture);
  press_tab (fixture, 3);
  activate (fixture, "map.activate-mark");
  settle ();
  g_assert_true (has_mark (fixture, "2 September 2024, Landing, reported"));
  g_assert_true (has_mark (fixture, "3 September 2024, City, reported"));
  assert_list (fixture, NULL);
  g_assert_null (steppe_focus_get_selected (fixture->focus));

  /* The attention stays with the first event of what was opened. */
  activate (fixture, "map.activate-mark");
  g_assert_true (steppe_focus_get_selected (fixture->focus) == lookup (fixture, "airport-1"));
}

static void
test_list_of_one_spot (Fixture *fixture,
                       gconstpointer data)
{
  map_show (fixture);
  press_tab (fixture, 4);
  activate (fixture, "map.activate-mark");
  assert_list (fixture, "beijing-1 beijing-2");
  steppe_event_popover_activate (STEPPE_EVENT_POPOVER (find_type (fixture->view, STEPPE_TYPE_EVENT_POPOVER)), 1);
  assert_list (fixture, NULL);
  g_assert_true (steppe_focus_get_selected (fixture->focus) == lookup (fixture, "beijing-2"));
}

static void
test_trays (Fixture *fixture,
            gconstpointer data)
{
  map_show (fixture);
  activate (fixture, "map.list-unplaced");
  assert_list (fixture, "nowhere");
  steppe_event_popover_activate (STEPPE_EVENT_POPOVER (find_type (fixture->view, STEPPE_TYPE_EVENT_POPOVER)), 0);
  g_assert_true (steppe_focus_get_selected (fixture->focus) == lookup (fixture, "nowhere"));

  activate (fixture, "map.list-elsewhere");
  assert_list (fixture, "vote");
  steppe_event_popover_activate (STEPPE_EVENT_POPOVER (find_type (fixture->view, STEPPE_TYPE_EVENT_POPOVER)), 0);
  g_assert_true (steppe_focus_get_selected (fixture->focus) == lookup (fixture, "vote"));
}

static void
test_span (Fixture *fixture,
           gconstpointer data)
{
  map_show (fixture);
  /* From 1 September 2024 on, to the end of the month. */
  steppe_focus_set_span (fixture->focus, 1725148800, 1727740799);
  ASSERT_SOON (!has_mark (fixture, "30 August 2024, Early, reported"));
  assert_marks (fixture, (const char *const[]) { "2 September 2024, Late, confirmed", "2 events near Airport", "Flight, planned", NULL });
  /* What is left out is still faintly there: Moscow and Beijing, the pair of it once. */
  g_assert_cmpuint (steppe_clusters_get_n_points (steppe_map_scene_get_faded (STEPPE_MAP_VIEW (fixture->view)->scene)), ==, 2);
  activate (fixture, "map.show-all-events");
  g_assert_false (steppe_focus_get_span (fixture->focus, NULL, NULL));
  ASSERT_SOON (has_mark (fixture, "30 August 2024, Early, reported"));
  g_assert_cmpuint (steppe_clusters_get_n_points (steppe_map_scene_get_faded (STEPPE_MAP_VIEW (fixture->view)->scene)), ==, 0);
}

static void
test_no_dossier (Fixture *fixture,
                 gconstpointer data)
{
  static const char *const actions[] = { "map.zoom-in", "map.zoom-out", "map.fit", "map.activate-mark",
                                         "map.list-unplaced", "map.list-elsewhere" };

  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
  assert_marks (fixture, (const char *const[]) { NULL });
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_activate_action (fixture->view, actions[i], NULL);
  assert_list (fixture, NULL);

  steppe_focus_set_dossier (fixture->focus, fixture->dossier);
  g_assert_true (has_mark (fixture, "30 August 2024, Early, reported"));
  steppe_focus_set_dossier (fixture->focus, NULL);
  assert_marks (fixture, (const char *const[]) { NULL });
  g_object_set (fixture->view, "focus", NULL, NULL);
  settle ();
}

/* Puts another map for the fixture's into a paned, which says how wide it is. */
static GtkPaned *
put_into_paned (Fixture *fixture)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);

  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  fixture->view = g_object_new (STEPPE_TYPE_MAP_VIEW, "focus", fixture->focus, NULL);
  gtk_paned_set_start_child (GTK_PANED (paned), fixture->view);
  gtk_paned_set_end_child (GTK_PANED (paned), gtk_label_new (NULL));
  gtk_paned_set_position (GTK_PANED (paned), 0);
  gtk_window_set_child (GTK_WINDOW (fixture->window), paned);
  return GTK_PANED (paned);
}

/* What lies over the map is in the view, and nothing of it on anything else, however wide the map is. */
static void
test_controls_apart (Fixture *fixture,
                     gconstpointer data)
{
  static const int widths[] = { 340, 420, 560, 780 };
  GtkPaned *paned = put_into_paned (fixture);

  map_show (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
      graphene_rect_t view = GRAPHENE_RECT_INIT (0, 0, (float) widths[i], (float) gtk_widget_get_height (fixture->view));

      gtk_paned_set_position (paned, widths[i]);
      settle ();
      g_assert_cmpint (gtk_widget_get_width (fixture->view), ==, widths[i]);
      steppe_map_controls_get_areas (STEPPE_MAP_VIEW (fixture->view)->controls, areas);
      g_assert_cmpuint (areas->len, >, 3);
      for (guint k = 0; k < areas->len; k++)
        {
          const graphene_rect_t *area = &g_array_index (areas, graphene_rect_t, k);

          g_assert_true (graphene_rect_contains_rect (&view, area));
          for (guint m = 0; m < k; m++)
            g_assert_false (graphene_rect_intersection (area, &g_array_index (areas, graphene_rect_t, m), NULL));
        }
    }
}

/* A pane that is folded away has no size, and unfolds at any time. */
static void
test_no_size (Fixture *fixture,
              gconstpointer data)
{
  GtkPaned *paned = put_into_paned (fixture);

  map_show (fixture);
  g_assert_cmpint (gtk_widget_get_width (fixture->view), <=, 1);
  steppe_focus_set_selected (fixture->focus, lookup (fixture, "late"));
  activate (fixture, "map.zoom-in");
  activate (fixture, "map.fit");
  settle ();

  gtk_paned_set_position (paned, 600);
  settle ();
  g_assert_true (has_mark (fixture, "2 September 2024, Late, confirmed"));
  g_assert_true (has_mark (fixture, "30 August 2024, Early, reported"));
}

static void
get_pointer_bounds (Fixture *fixture,
                    SteppeMapSide side,
                    graphene_rect_t *bounds)
{
  SteppeMapView *view = STEPPE_MAP_VIEW (fixture->view);
  GtkWidget *pointer = steppe_map_pointers_get_widget (steppe_map_controls_get_pointers (view->controls), side);

  g_assert_true (gtk_widget_get_mapped (pointer));
  g_assert_true (gtk_widget_compute_bounds (pointer, fixture->view, bounds));
}

/* Selects an event and comes so close to it that the others are beyond the sides. */
static const SteppeMapSpot *
come_close (Fixture *fixture,
            const char *id,
            SteppeCamera *camera)
{
  SteppeMapView *view = STEPPE_MAP_VIEW (fixture->view);
  const SteppeMapSpot *spot;

  steppe_focus_set_selected (fixture->focus, lookup (fixture, id));
  settle ();
  *camera = view->camera;
  spot = steppe_map_scene_find_spot (view->scene, lookup (fixture, id));
  camera->scale = 2;
  camera->x = spot->x;
  camera->y = spot->y;
  _steppe_map_view_set_camera (view, camera, FALSE);
  settle ();
  return spot;
}

/* A pointer lies at its side, however high what is in a corner is. */
static void
test_pointer_at_foot (Fixture *fixture,
                      gconstpointer data)
{
  SteppeMapControls *controls = STEPPE_MAP_VIEW (fixture->view)->controls;
  graphene_rect_t pointer, inset;
  SteppeCamera camera;

  map_show (fixture);
  come_close (fixture, "city-1", &camera);
  get_pointer_bounds (fixture, STEPPE_MAP_SIDE_BOTTOM, &pointer);
  g_assert_true (gtk_widget_compute_bounds (steppe_map_controls_get_elsewhere (controls), fixture->view, &inset));
  g_assert_cmpfloat (pointer.origin.y, >, inset.origin.y);
  g_assert_cmpfloat (pointer.origin.y + pointer.size.height, >, gtk_widget_get_height (fixture->view) - 40);
}

/* A pointer to what lies beyond a side gives way to a marker that comes to lie where it is. */
static void
test_pointers (Fixture *fixture,
               gconstpointer data)
{
  static const SteppeMapSide sides[] = { STEPPE_MAP_SIDE_LEFT, STEPPE_MAP_SIDE_BOTTOM };
  SteppeMapView *view = STEPPE_MAP_VIEW (fixture->view);

  map_show (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      graphene_rect_t before, after;
      const SteppeMapMarker *marker;
      SteppeCamera camera;
      const SteppeMapSpot *spot = come_close (fixture, "city-1", &camera);

      get_pointer_bounds (fixture, sides[i], &before);
      steppe_camera_pin (&camera, spot->x, spot->y, before.origin.x + before.size.width / 2, before.origin.y + before.size.height / 2);
      _steppe_map_view_set_camera (view, &camera, FALSE);
      settle ();
      get_pointer_bounds (fixture, sides[i], &after);
      marker = steppe_map_markers_find_event (view->markers, view->scene, STEPPE_ITEM (spot->event));
      g_assert_nonnull (marker);
      g_assert_false (graphene_rect_intersection (&after,
                                                  &GRAPHENE_RECT_INIT (marker->x - marker->radius, marker->y - marker->radius,
                                                                       2 * marker->radius, 2 * marker->radius),
                                                  NULL));
    }
}

int
main (int argc, char *argv[])
{
  static const MapTest tests[] = {
    { "/map/marks", test_marks },
    { "/map/keyboard", test_keyboard },
    { "/map/card", test_card },
    { "/map/select-from-focus", test_select_from_focus },
    { "/map/leg", test_leg },
    { "/map/go-to-selected", test_go_to_selected },
    { "/map/open-cluster", test_open_cluster },
    { "/map/list-of-one-spot", test_list_of_one_spot },
    { "/map/trays", test_trays },
    { "/map/span", test_span },
    { "/map/controls-apart", test_controls_apart },
    { "/map/pointer-at-foot", test_pointer_at_foot },
    { "/map/pointers", test_pointers },
    { "/map/no-dossier", test_no_dossier },
    { "/map/no-size", test_no_size },
  };

  return map_run_tests (&argc, &argv, tests, G_N_ELEMENTS (tests), set_up);
}
