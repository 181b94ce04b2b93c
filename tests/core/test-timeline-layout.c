/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-timeline-groups.h"
#include "paint/steppe-timeline-layout.h"

#include <math.h>

#include "formats/steppe-dossier-reader.h"
#include "model/steppe-event.h"
#include "time/steppe-time-ticks.h"
#include "time/steppe-time-viewport.h"

#define N_ROUNDS 200
#define LANE 20.0
#define COUNTS 18.0
#define WIDTH 700.0
#define KEPT 20.0
#define OVERHANG 15.0

static const char *const kinds[] = { "legal", "visit", "protest", NULL };

static char *
create_random_edtf (GRand *rand)
{
  int year = g_rand_int_range (rand, 1900, 2030), month = g_rand_int_range (rand, 1, 13), day = g_rand_int_range (rand, 1, 29);

  switch (g_rand_int_range (rand, 0, 9))
    {
    case 0:
      return g_strdup_printf ("%04d", year);
    case 1:
      return g_strdup_printf ("%04d-%02d~", year, month);
    case 2:
      return g_strdup_printf ("%04d-%02d-%02d/%04d?", year, month, day, year + 1 + g_rand_int_range (rand, 0, 20));
    case 3:
      return g_strdup_printf ("%04d/..", year);
    case 4:
      return g_strdup_printf ("[%04d,%04d]", year, year + 2);
    case 5:
      return g_strdup_printf ("{%04d,%04d..%04d}", year, year + 2, year + 4);
    case 6:
      return g_strdup_printf ("%03dX", year / 10);
    default:
      return g_strdup_printf ("2024-09-%02dT%02d:%02d:00Z", g_rand_int_range (rand, 1, 5), g_rand_int_range (rand, 0, 24), g_rand_int_range (rand, 0, 60));
    }
}

static SteppeDossier *
create_random_dossier (GRand *rand)
{
  SteppeDossier *dossier = steppe_dossier_new ();
  int n = (int) pow (10, g_rand_double_range (rand, 0, 2.7));

  for (int i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("event-%d", i);
      g_autofree char *edtf = create_random_edtf (rand);
      g_autoptr (SteppeItem) item = steppe_item_new (STEPPE_ITEM_EVENT, id);
      g_autoptr (SteppeDate) date = steppe_date_new (edtf, NULL);
      g_autoptr (SteppeText) title = steppe_text_new_plain (id);

      g_assert_nonnull (date);
      g_object_set (item, "title", title, "date", date, "kind", kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))], NULL);
      g_assert_true (steppe_dossier_add (dossier, item));
    }
  return dossier;
}

static double
measure (const char *name,
         gpointer user_data)
{
  return 7.0 * g_utf8_strlen (name, -1);
}

typedef struct
{
  SteppeDossier *dossier;
  SteppeTimelineEvents *events;
  SteppeTimelineGroups *groups;
  SteppeTimeViewport *viewport;
  SteppeTimelineLayout *layout;
  gboolean is_paper; /* where labels are kept */
} Fixture;

static void
lay_out_part (Fixture *fixture,
              guint must,
              double from,
              double to)
{
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (SteppeTimelineLayoutGroup));
  SteppeTimelineLayoutOptions options = { fixture->events };

  for (guint i = 0; i < steppe_timeline_groups_get_n_groups (fixture->groups); i++)
    {
      const SteppeTimelineGroup *group = steppe_timeline_groups_get_group (fixture->groups, i);

      g_array_append_val (groups, ((SteppeTimelineLayoutGroup) { i, group->track, group->y, group->n_lanes }));
    }
  options.groups = (const SteppeTimelineLayoutGroup *) (gconstpointer) groups->data;
  options.n_groups = groups->len;
  options.axis = steppe_time_viewport_get_axis (fixture->viewport);
  options.length = steppe_time_viewport_get_length (fixture->viewport);
  options.from = from;
  options.to = to;
  options.lane = LANE;
  options.sign = 13;
  options.spacing = 6;
  options.least_label = 60;
  options.crowd_width = 40;
  options.arrow = 26;
  options.must[0] = must;
  options.must[1] = STEPPE_TIMELINE_NONE;
  options.measure = measure;
  options.kept_label = fixture->is_paper ? KEPT : 0;
  options.overhang = fixture->is_paper ? OVERHANG : 0;
  options.keeps_whole = fixture->is_paper;
  g_clear_pointer (&fixture->layout, steppe_timeline_layout_free);
  fixture->layout = steppe_timeline_layout_new (&options);
}

static void
lay_out (Fixture *fixture,
         guint must)
{
  lay_out_part (fixture, must, 0, steppe_time_viewport_get_length (fixture->viewport));
}

/* Takes over @dossier. */
static void
set_up_dossier (Fixture *fixture,
                SteppeDossier *dossier,
                SteppeTimelineLanes lanes,
                double height)
{
  const SteppeTimeCell *cells;
  gsize n_cells;

  *fixture = (Fixture) { dossier };
  fixture->events = steppe_timeline_events_new (fixture->dossier, NULL);
  fixture->groups = steppe_timeline_groups_new (fixture->events, fixture->dossier, lanes);
  steppe_timeline_groups_arrange (fixture->groups, LANE, COUNTS, height);
  fixture->viewport = steppe_time_viewport_new ();
  cells = steppe_timeline_events_get_cells (fixture->events, &n_cells);
  steppe_time_viewport_set_cells (fixture->viewport, cells, n_cells);
  steppe_time_viewport_set_width (fixture->viewport, WIDTH);
}

static void
set_up (Fixture *fixture,
        GRand *rand,
        SteppeTimelineLanes lanes)
{
  SteppeDossier *dossier = create_random_dossier (rand);

  set_up_dossier (fixture, dossier, lanes, g_rand_double_range (rand, 0, 400));
  if (g_rand_boolean (rand))
    steppe_time_viewport_zoom_at (fixture->viewport, g_rand_double_range (rand, 1, 50), g_rand_double_range (rand, 0, WIDTH));
}

static void
tear_down (Fixture *fixture)
{
  steppe_timeline_layout_free (fixture->layout);
  steppe_time_viewport_free (fixture->viewport);
  steppe_timeline_groups_free (fixture->groups);
  steppe_timeline_events_free (fixture->events);
  g_object_unref (fixture->dossier);
}

/* No two bodies or labels in one lane touch. */
static void
check_boxes (const SteppeTimelineLayout *layout)
{
  for (guint i = 0; i < steppe_timeline_layout_get_n_boxes (layout); i++)
    {
      const SteppeTimelineBox *box = steppe_timeline_layout_get_box (layout, i);
      double start = box->x - (box->label_before ? box->label : 0), end = box->x + box->width + (box->label_before ? 0 : box->label);

      for (guint k = 0; k < i; k++)
        {
          const SteppeTimelineBox *other = steppe_timeline_layout_get_box (layout, k);
          double other_start = other->x - (other->label_before ? other->label : 0);
          double other_end = other->x + other->width + (other->label_before ? 0 : other->label);

          g_assert_true (other->y != box->y || other_end <= start + 1e-6 || end <= other_start + 1e-6);
        }
    }
}

/* The counts have their places, all of them along the axis. */
static void
check_counts (const SteppeTimelineLayout *layout,
              double length)
{
  for (guint i = 0; i < steppe_timeline_layout_get_n_crowds (layout); i++)
    {
      const SteppeTimelineCrowd *crowd = steppe_timeline_layout_get_crowd (layout, i);

      g_assert_cmpfloat (crowd->x, >=, 20 - 1e-6);
      g_assert_cmpfloat (crowd->x, <=, length - 20 + 1e-6);
    }
  for (guint i = 1; i < steppe_timeline_layout_get_n_crowds (layout); i++)
    {
      const SteppeTimelineCrowd *before = steppe_timeline_layout_get_crowd (layout, i - 1);
      const SteppeTimelineCrowd *crowd = steppe_timeline_layout_get_crowd (layout, i);

      g_assert_true (before->y < crowd->y || (before->y == crowd->y && crowd->x - before->x >= 40 - 1e-6));
    }
}

/* In each group, every event is shown or counted, once; what is in one group is in no other lane. */
static void
check_groups (Fixture *fixture)
{
  guint n_groups = steppe_timeline_groups_get_n_groups (fixture->groups);
  g_autofree guint *found = g_new0 (guint, n_groups);

  for (guint i = 0; i < steppe_timeline_layout_get_n_boxes (fixture->layout); i++)
    {
      const SteppeTimelineBox *box = steppe_timeline_layout_get_box (fixture->layout, i);
      const SteppeTimelineGroup *group = steppe_timeline_groups_get_group (fixture->groups, box->group);

      found[box->group]++;
      g_assert_cmpuint (steppe_timeline_track_find_number (group->track, box->event), !=, STEPPE_TIMELINE_NONE);
      g_assert_cmpfloat (box->y, >=, group->y);
      g_assert_cmpfloat (box->y + LANE, <=, group->y + MAX (group->height, group->n_lanes * LANE));
    }
  for (guint i = 0; i < steppe_timeline_layout_get_n_crowds (fixture->layout); i++)
    found[steppe_timeline_layout_get_crowd (fixture->layout, i)->group] += steppe_timeline_layout_get_crowd (fixture->layout, i)->count;
  for (guint i = 0; i < n_groups; i++)
    g_assert_cmpuint (found[i], ==, steppe_timeline_track_get_n_events (steppe_timeline_groups_get_group (fixture->groups, i)->track));
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1924);

  for (int round = 0; round < N_ROUNDS; round++)
    {
      Fixture fixture;
      guint must;

      set_up (&fixture, rand, round % 2 == 0 ? STEPPE_TIMELINE_LANES_NONE : STEPPE_TIMELINE_LANES_KIND);
      must = (guint) g_rand_int_range (rand, 0, (int) steppe_timeline_events_get_n_events (fixture.events));
      lay_out (&fixture, must);
      check_boxes (fixture.layout);
      check_counts (fixture.layout, steppe_time_viewport_get_length (fixture.viewport));
      check_groups (&fixture);
      g_assert_nonnull (steppe_timeline_layout_find_event (fixture.layout, must));
      tear_down (&fixture);
    }
}

/* On paper the beginning of a label is never left out, and what is before a body is whole. */
static void
test_kept (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1939);
  guint n_before = 0;

  for (int round = 0; round < N_ROUNDS; round++)
    {
      Fixture fixture;

      set_up (&fixture, rand, STEPPE_TIMELINE_LANES_NONE);
      fixture.is_paper = TRUE;
      lay_out (&fixture, STEPPE_TIMELINE_NONE);
      check_boxes (fixture.layout);
      check_groups (&fixture);
      for (guint i = 0; i < steppe_timeline_layout_get_n_boxes (fixture.layout); i++)
        {
          const SteppeTimelineBox *box = steppe_timeline_layout_get_box (fixture.layout, i);
          const SteppeTimelineEvent *event = steppe_timeline_events_get_event (fixture.events, box->event);
          double end = box->x + box->width + (box->label_before ? 0 : box->label);

          g_assert_true (box->label_inside || box->label >= KEPT);
          g_assert_true (!box->label_before || box->label == event->label_width);
          g_assert_true (box->label <= KEPT || box->label_before || end <= steppe_time_viewport_get_length (fixture.viewport) + OVERHANG + 1e-6);
          n_before += box->label_before;
        }
      tear_down (&fixture);
    }
  g_assert_cmpuint (n_before, >, 0);
}

/* What is hidden at the ends of the axis is counted there, not beyond. */
static void
test_ends (void)
{
  static const char *const dates[] = { "1900", "1950", "2000" };

  for (double factor = 1; factor < 1.2; factor += 0.01)
    {
      SteppeDossier *dossier = steppe_dossier_new ();
      Fixture fixture;

      for (guint i = 0; i < 60; i++)
        {
          g_autofree char *id = g_strdup_printf ("event-%u", i);
          g_autoptr (SteppeItem) item = steppe_item_new (STEPPE_ITEM_EVENT, id);
          g_autoptr (SteppeDate) date = steppe_date_new (dates[i % G_N_ELEMENTS (dates)], NULL);

          g_object_set (item, "date", date, NULL);
          g_assert_true (steppe_dossier_add (dossier, item));
        }
      set_up_dossier (&fixture, dossier, STEPPE_TIMELINE_LANES_NONE, 3 * LANE);
      steppe_time_viewport_set_true_scale (fixture.viewport, TRUE);
      steppe_time_viewport_zoom_at (fixture.viewport, factor, 0);
      lay_out (&fixture, STEPPE_TIMELINE_NONE);
      g_assert_cmpuint (steppe_timeline_layout_get_n_crowds (fixture.layout), >, 0);
      check_counts (fixture.layout, steppe_time_viewport_get_length (fixture.viewport));
      check_groups (&fixture);
      tear_down (&fixture);
    }
}

/* Of a part of the axis, every event that may reach into it is shown or counted, wherever its middle is. */
static void
test_part (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1966);

  for (int round = 0; round < N_ROUNDS; round++)
    {
      Fixture fixture;
      double length, from, to;
      gint64 first, last;
      guint expected = 0, found;

      set_up (&fixture, rand, STEPPE_TIMELINE_LANES_NONE);
      length = steppe_time_viewport_get_length (fixture.viewport);
      from = g_rand_double_range (rand, 0, length);
      to = MIN (length, from + g_rand_double_range (rand, 0, WIDTH / 4));
      first = steppe_time_axis_to_instant (steppe_time_viewport_get_axis (fixture.viewport), from / length);
      last = steppe_time_axis_to_instant (steppe_time_viewport_get_axis (fixture.viewport), to / length);
      lay_out_part (&fixture, STEPPE_TIMELINE_NONE, from, to);
      check_boxes (fixture.layout);
      found = steppe_timeline_layout_get_n_boxes (fixture.layout);
      for (guint i = 0; i < steppe_timeline_layout_get_n_crowds (fixture.layout); i++)
        found += steppe_timeline_layout_get_crowd (fixture.layout, i)->count;
      for (guint i = 0; i < steppe_timeline_events_get_n_events (fixture.events); i++)
        {
          const SteppeTimelineEvent *event = steppe_timeline_events_get_event (fixture.events, i);

          expected += event->end_latest >= first && event->start_earliest <= last;
        }
      g_assert_cmpuint (found, ==, expected);
      tear_down (&fixture);
    }
}

/* Each event is in the group of its kind, and where there is no kind, in the last. */
static void
test_kinds (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1992);
  Fixture fixture;
  double y = 0;
  guint n_events = 0;

  set_up (&fixture, rand, STEPPE_TIMELINE_LANES_KIND);
  lay_out (&fixture, STEPPE_TIMELINE_NONE);
  for (guint i = 0; i < steppe_timeline_groups_get_n_groups (fixture.groups); i++)
    {
      const SteppeTimelineGroup *group = steppe_timeline_groups_get_group (fixture.groups, i);

      g_assert_cmpfloat (group->y, ==, y);
      y += group->height;
      g_assert_true (*group->key != '\0' || i + 1 == steppe_timeline_groups_get_n_groups (fixture.groups));
      for (guint k = 0; k < steppe_timeline_track_get_n_events (group->track); k++)
        {
          SteppeEvent *event = steppe_timeline_events_get_event (fixture.events, steppe_timeline_track_get_number (group->track, k))->event;
          const char *kind = steppe_event_get_kind (event);

          g_assert_cmpstr (kind != NULL ? kind : "", ==, group->key);
          n_events++;
        }
    }
  g_assert_cmpuint (n_events, ==, steppe_timeline_events_get_n_events (fixture.events));
  tear_down (&fixture);
}

static void
add_item (SteppeDossier *dossier,
          SteppeItemKind kind,
          const char *id)
{
  g_autoptr (SteppeItem) item = steppe_item_new (kind, id);
  g_autoptr (SteppeText) name = steppe_text_new_plain (id);

  g_object_set (item, "name", name, NULL);
  g_assert_true (steppe_dossier_add (dossier, item));
}

/* An event at two places is shown at each; at a place that nobody knows, with those that have none. */
static void
test_places (void)
{
  static const char *const both[] = { "moscow", "kyzyl", NULL };
  static const char *const one[] = { "moscow", "moscow", NULL };
  static const char *const unknown[] = { "atlantis", NULL };
  static const char *const *const places[] = { both, one, unknown };
  g_autoptr (SteppeDossier) dossier = steppe_dossier_new ();
  g_autoptr (SteppeTimelineEvents) events = NULL;
  g_autoptr (SteppeTimelineGroups) groups = NULL;

  add_item (dossier, STEPPE_ITEM_PLACE, "moscow");
  add_item (dossier, STEPPE_ITEM_PLACE, "kyzyl");
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *id = g_strdup_printf ("event-%u", i);
      g_autoptr (SteppeItem) item = steppe_item_new (STEPPE_ITEM_EVENT, id);
      g_autoptr (SteppeDate) date = steppe_date_new ("2024", NULL);

      g_object_set (item, "date", date, "places", places[i], NULL);
      g_assert_true (steppe_dossier_add (dossier, item));
    }
  events = steppe_timeline_events_new (dossier, NULL);
  groups = steppe_timeline_groups_new (events, dossier, STEPPE_TIMELINE_LANES_PLACE);
  g_assert_cmpuint (steppe_timeline_groups_get_n_groups (groups), ==, 3);
  g_assert_cmpstr (steppe_timeline_groups_get_group (groups, 0)->name, ==, "moscow");
  g_assert_cmpuint (steppe_timeline_track_get_n_events (steppe_timeline_groups_get_group (groups, 0)->track), ==, 2);
  g_assert_cmpstr (steppe_timeline_groups_get_group (groups, 1)->name, ==, "kyzyl");
  g_assert_cmpuint (steppe_timeline_track_get_n_events (steppe_timeline_groups_get_group (groups, 1)->track), ==, 1);
  g_assert_cmpstr (steppe_timeline_groups_get_group (groups, 2)->key, ==, "");
  g_assert_cmpuint (steppe_timeline_track_get_n_events (steppe_timeline_groups_get_group (groups, 2)->track), ==, 1);
}

static double
measure_tick (const char *text,
              gpointer user_data)
{
  return ceil (*(double *) user_data * g_utf8_strlen (text, -1));
}

/* At the first look at the story that comes with Steppe, with fonts as wide as those of desktops are, the years that
 * explain the visit and each of its days have labels of their own. */
static void
test_sample (void)
{
  static const char *const wanted[] = { "1921", "1939", "1991", "2019", "2023", "30", "31", "1", "2", "3", "4" };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "dossiers", "mongolia-2024.dossier", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SteppeDossier) dossier = steppe_dossier_read (file, NULL, &error);
  g_autoptr (SteppeTimelineEvents) events = NULL;
  g_autoptr (SteppeTimeViewport) viewport = steppe_time_viewport_new ();
  const SteppeTimeCell *cells;
  gsize n_cells;

  g_assert_no_error (error);
  events = steppe_timeline_events_new (dossier, NULL);
  cells = steppe_timeline_events_get_cells (events, &n_cells);
  steppe_time_viewport_set_cells (viewport, cells, n_cells);
  steppe_time_viewport_set_width (viewport, 590);
  for (double digit = 5.5; digit < 6.75; digit += 0.1)
    {
      SteppeTickOptions options = { 590, 0, 590, 5, 10, cells, n_cells, .measure = measure_tick, .user_data = &digit };
      g_autoptr (SteppeTimeTicks) ticks = steppe_time_ticks_new (steppe_time_viewport_get_axis (viewport), &options);
      g_autoptr (GPtrArray) labels = g_ptr_array_new ();

      for (guint i = 0; i < steppe_time_ticks_get_n_ticks (ticks); i++)
        if (steppe_time_ticks_get_tick (ticks, i)->label != NULL)
          g_ptr_array_add (labels, steppe_time_ticks_get_tick (ticks, i)->label);
      for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
        g_assert_true (g_ptr_array_find_with_equal_func (labels, wanted[i], g_str_equal, NULL));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline-layout/random", test_random);
  g_test_add_func ("/timeline-layout/kept", test_kept);
  g_test_add_func ("/timeline-layout/ends", test_ends);
  g_test_add_func ("/timeline-layout/part", test_part);
  g_test_add_func ("/timeline-layout/kinds", test_kinds);
  g_test_add_func ("/timeline-layout/places", test_places);
  g_test_add_func ("/timeline-layout/sample", test_sample);
  return g_test_run ();
}
