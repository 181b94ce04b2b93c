/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-timeline-bar.h"
#include "paint/steppe-timeline-layout.h"

#include <math.h>
#include <string.h>

#define SIGN 13.0
#define SPACING 6.0
#define ARROW (2 * SIGN)
#define LETTER 7.0

/* The form that the layout chooses for each sort of date: an axis of the years 1900 to 1999 on which each has 10 or 100
 * pixels, and one event. */
typedef struct
{
  SteppeDossier *dossier;
  SteppeTimelineEvents *events;
  SteppeTimelineTrack *track;
  SteppeTimeAxis *axis;
  SteppeTimelineLayout *layout;
  double length;
} Fixture;

static double
measure_name (const char *name,
              gpointer user_data)
{
  return LETTER * (double) strlen (name);
}

static gint64
get_earliest (const char *edtf)
{
  g_autoptr (SteppeDate) date = steppe_date_new (edtf, NULL);

  return steppe_date_get_earliest (date);
}

static void
set_up (Fixture *fixture,
        const char *edtf,
        const char *title,
        double pixels_per_year)
{
  g_autoptr (SteppeItem) item = steppe_item_new (STEPPE_ITEM_EVENT, "event");
  g_autoptr (SteppeDate) date = steppe_date_new (edtf, NULL);
  g_autoptr (SteppeText) text = steppe_text_new_plain (title);
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (SteppeTimeSegment));
  SteppeTimeSegment segment = { get_earliest ("1900"), get_earliest ("2000"), 0, 1 };
  SteppeTimelineLayoutOptions options = { NULL };
  SteppeTimelineLayoutGroup group = { 0 };

  g_assert_nonnull (date);
  g_object_set (item, "title", text, "date", date, NULL);
  fixture->dossier = steppe_dossier_new ();
  g_assert_true (steppe_dossier_add (fixture->dossier, item));
  fixture->events = steppe_timeline_events_new (fixture->dossier, NULL);
  fixture->track = steppe_timeline_track_new_all (fixture->events);
  g_array_append_val (segments, segment);
  fixture->axis = steppe_time_axis_new_take_segments (segments);
  fixture->length = 100 * pixels_per_year;
  group = (SteppeTimelineLayoutGroup) { 0, fixture->track, 0, 4 };
  options = (SteppeTimelineLayoutOptions) { fixture->events, &group, 1, fixture->axis, fixture->length, 0, fixture->length };
  options.lane = 24;
  options.sign = SIGN;
  options.spacing = SPACING;
  options.least_label = 70;
  options.crowd_width = 60;
  options.arrow = ARROW;
  options.must[0] = options.must[1] = STEPPE_TIMELINE_NONE;
  options.measure = measure_name;
  fixture->layout = steppe_timeline_layout_new (&options);
}

static void
tear_down (Fixture *fixture)
{
  steppe_timeline_layout_free (fixture->layout);
  steppe_timeline_track_free (fixture->track);
  steppe_timeline_events_free (fixture->events);
  steppe_time_axis_unref (fixture->axis);
  g_assert_finalize_object (fixture->dossier);
}

static const SteppeTimelineBox *
get_only_box (Fixture *fixture)
{
  g_assert_cmpuint (steppe_timeline_layout_get_n_boxes (fixture->layout), ==, 1);
  return steppe_timeline_layout_get_box (fixture->layout, 0);
}

static double
get_pixel (Fixture *fixture,
           const char *edtf)
{
  return steppe_time_axis_to_position (fixture->axis, get_earliest (edtf)) * fixture->length;
}

static void
test_forms (void)
{
  static const struct
  {
    const char *edtf;
    SteppeBarForm far; /* where a year has 10 pixels */
    SteppeBarForm near; /* where it has 100 */
  } cases[] = {
    { "1950-05-03", STEPPE_BAR_FORM_SIGN, STEPPE_BAR_FORM_SIGN },
    { "1950-05-03?", STEPPE_BAR_FORM_SIGN, STEPPE_BAR_FORM_SIGN },
    { "1950", STEPPE_BAR_FORM_SIGN, STEPPE_BAR_FORM_MOMENT },
    { "1950~", STEPPE_BAR_FORM_SIGN, STEPPE_BAR_FORM_MOMENT },
    { "195X", STEPPE_BAR_FORM_MOMENT, STEPPE_BAR_FORM_MOMENT },
    { "1950-05-03/1950-05-20", STEPPE_BAR_FORM_SIGN, STEPPE_BAR_FORM_SIGN },
    { "1950-03/1950-09", STEPPE_BAR_FORM_SIGN, STEPPE_BAR_FORM_LASTING },
    { "1950/1959", STEPPE_BAR_FORM_LASTING, STEPPE_BAR_FORM_LASTING },
    { "1950/..", STEPPE_BAR_FORM_LASTING, STEPPE_BAR_FORM_LASTING },
    { "1950-05-03/", STEPPE_BAR_FORM_LASTING, STEPPE_BAR_FORM_LASTING },
    { "../1950-05-03", STEPPE_BAR_FORM_LASTING, STEPPE_BAR_FORM_LASTING },
    { "[1950..1959]", STEPPE_BAR_FORM_ONE_OF, STEPPE_BAR_FORM_ONE_OF },
    { "[1950-05-03..1950-06-03]", STEPPE_BAR_FORM_SIGN, STEPPE_BAR_FORM_SIGN },
    { "[1950,1954,1959]", STEPPE_BAR_FORM_ONE_OF, STEPPE_BAR_FORM_ONE_OF },
    { "[..1950]", STEPPE_BAR_FORM_ONE_OF, STEPPE_BAR_FORM_ONE_OF },
    { "[1950..]", STEPPE_BAR_FORM_ONE_OF, STEPPE_BAR_FORM_ONE_OF },
    { "{1950,1954,1959}", STEPPE_BAR_FORM_ALL_OF, STEPPE_BAR_FORM_ALL_OF },
    { "{1950-05-03,1950-05-04}", STEPPE_BAR_FORM_SIGN, STEPPE_BAR_FORM_SIGN },
    { "{1950..}", STEPPE_BAR_FORM_ALL_OF, STEPPE_BAR_FORM_ALL_OF },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int zoom = 0; zoom < 2; zoom++)
      {
        Fixture fixture;

        set_up (&fixture, cases[i].edtf, "Name", zoom == 0 ? 10 : 100);
        if (get_only_box (&fixture)->form != (zoom == 0 ? cases[i].far : cases[i].near))
          g_error ("%s at %d pixels a year has form %d", cases[i].edtf, zoom == 0 ? 10 : 100, get_only_box (&fixture)->form);
        tear_down (&fixture);
      }
}

/* A body reaches from the earliest to the latest instant, but for the room that it leaves to its neighbours. */
static void
test_extent (void)
{
  static const char *const dates[] = { "1950/1959", "195X", "[1950,1952,1959]", "{1950,1955,1959}", "[1950..1959]" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      Fixture fixture;
      const SteppeTimelineBox *box;

      set_up (&fixture, dates[i], "Name", 40);
      box = get_only_box (&fixture);
      g_assert_cmpfloat_with_epsilon (box->x, get_pixel (&fixture, "1950"), SPACING);
      g_assert_cmpfloat_with_epsilon (box->x + box->width, get_pixel (&fixture, "1960"), SPACING);
      tear_down (&fixture);
    }
}

/* A sign leaves room for the mark of a doubtful date, and stands where it would without. */
static void
test_marks (void)
{
  static const char *const dates[] = { "1950-05-03", "1950-05-03?", "1950-05-03~", "1950-05-03%", "1950-?05-03", "~1950-05-03" };
  static const SteppeQualifier qualifiers[] = { 0, 1, 2, 3, 1, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      Fixture fixture;
      const SteppeTimelineBox *box;

      set_up (&fixture, dates[i], "Name", 10);
      box = get_only_box (&fixture);
      g_assert_cmpfloat_with_epsilon (box->width, SIGN + steppe_sign_get_qualifier_width (qualifiers[i], SIGN), 1e-6);
      g_assert_cmpfloat_with_epsilon (box->x + SIGN / 2, get_pixel (&fixture, "1950-05-03T12:00:00"), 0.1);
      tear_down (&fixture);
    }
}

/* A label has its place inside where that leaves dates and fades readable, else beside. */
static void
test_labels (void)
{
  static const struct
  {
    const char *edtf;
    const char *title;
    gboolean is_inside;
  } cases[] = {
    { "1950/1959", "Name", TRUE },
    { "1950/1951", "A name of some length", FALSE },
    { "1950/1959", "A name so long that no part of the axis has room for it all", TRUE },
    { "195X", "Name", TRUE },
    { "[1950..1959]", "Name", TRUE },
    { "[1950,1951,1952,1953,1954]", "A name of some length", FALSE },
    { "[1950,1959]", "A name of some length", TRUE },
    { "{1950,1959}", "A name of some length", TRUE },
    { "{1950,1951,1952,1953,1954}", "A name of some length", FALSE },
    { "1950-05-03", "Name", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture;
      const SteppeTimelineBox *box;

      set_up (&fixture, cases[i].edtf, cases[i].title, 40);
      box = get_only_box (&fixture);
      if (box->label_inside != cases[i].is_inside || (box->label > 0) == cases[i].is_inside)
        g_error ("%s, “%s”: inside %d, beside %g", cases[i].edtf, cases[i].title, box->label_inside, box->label);
      tear_down (&fixture);
    }
}

static void
init_bar (SteppeTimelineBar *bar,
          Fixture *fixture)
{
  const SteppeTimelineBox *box = get_only_box (fixture);

  steppe_timeline_bar_init (bar, steppe_timeline_events_get_event (fixture->events, 0), box->form, box->x, box->width, fixture->axis,
                            fixture->length, SIGN);
}

/* The fades are as wide as nothing is known there, on whichever side. */
static void
test_fades (void)
{
  static const struct
  {
    const char *edtf;
    double start; /* in years */
    double end;
  } cases[] = {
    { "1920-01-01/1980-12-31", 0, 0 },
    { "1920/1980-12-31", 1, 0 },
    { "192X/1980", 10, 1 },
    { "1920-01-01/198X", 0, 10 },
    { "../198X", 0, 10 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture;
      SteppeTimelineBar bar;

      set_up (&fixture, cases[i].edtf, "Name", 50);
      init_bar (&bar, &fixture);
      g_assert_cmpfloat_with_epsilon (bar.bar.start.fade, 50 * cases[i].start, SPACING / 2 + 1);
      g_assert_cmpfloat_with_epsilon (bar.bar.end.fade, 50 * cases[i].end, SPACING / 2 + 1);
      tear_down (&fixture);
    }
}

/* Each end says of itself whether it is open, unknown or an estimate. */
static void
test_ends (void)
{
  static const struct
  {
    const char *edtf;
    SteppeEdge start;
    SteppeEdge end;
    gboolean is_start_approximate;
    gboolean is_end_approximate;
  } cases[] = {
    { "1920/1980", STEPPE_EDGE_KNOWN, STEPPE_EDGE_KNOWN, FALSE, FALSE },
    { "1920~/1980", STEPPE_EDGE_KNOWN, STEPPE_EDGE_KNOWN, TRUE, FALSE },
    { "1920?/1980%", STEPPE_EDGE_KNOWN, STEPPE_EDGE_KNOWN, FALSE, TRUE },
    { "../1980~", STEPPE_EDGE_OPEN, STEPPE_EDGE_KNOWN, FALSE, TRUE },
    { "1920~/", STEPPE_EDGE_KNOWN, STEPPE_EDGE_UNKNOWN, TRUE, FALSE },
    { "192X~", STEPPE_EDGE_KNOWN, STEPPE_EDGE_KNOWN, TRUE, TRUE },
    { "[..1950,1960]", STEPPE_EDGE_OPEN, STEPPE_EDGE_KNOWN, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture;
      SteppeTimelineBar bar;

      set_up (&fixture, cases[i].edtf, "Name", 50);
      init_bar (&bar, &fixture);
      g_assert_cmpint (bar.bar.start.edge, ==, cases[i].start);
      g_assert_cmpint (bar.bar.end.edge, ==, cases[i].end);
      g_assert_cmpint (bar.bar.start.is_approximate, ==, cases[i].is_start_approximate);
      g_assert_cmpint (bar.bar.end.is_approximate, ==, cases[i].is_end_approximate);
      tear_down (&fixture);
    }
}

/* Members of a set are where they are in time, in whatever order they are written and however open the set is. */
static void
test_members (void)
{
  static const struct
  {
    const char *edtf;
    const char *first[3]; /* when each begins */
    guint n;
  } cases[] = {
    { "[1930,1940,1960]", { "1930", "1940", "1960" }, 3 },
    { "{1960,1930,1940}", { "1930", "1940", "1960" }, 3 },
    { "[1930,1940..1950,1960]", { "1930", "1940", "1960" }, 3 },
    { "[1930,1940,1960..]", { "1930", "1940", "1960" }, 3 },
    { "[..1930,1940,1960]", { NULL, "1940", "1960" }, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture;
      SteppeTimelineBar bar;
      double x;

      set_up (&fixture, cases[i].edtf, "Name", 50);
      x = get_only_box (&fixture)->x;
      init_bar (&bar, &fixture);
      g_assert_cmpuint (bar.bar.n_members, ==, cases[i].n);
      for (guint k = 0; k < cases[i].n; k++)
        {
          double expected = cases[i].first[k] != NULL ? get_pixel (&fixture, cases[i].first[k]) - x : 0;

          g_assert_cmpfloat_with_epsilon (bar.members[k].from, expected, SPACING);
          g_assert_cmpfloat (bar.members[k].to, >=, bar.members[k].from + 10);
          g_assert_cmpfloat (bar.members[k].to, <=, bar.bar.width);
        }
      tear_down (&fixture);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-shapes/forms", test_forms);
  g_test_add_func ("/timeline-shapes/extent", test_extent);
  g_test_add_func ("/timeline-shapes/marks", test_marks);
  g_test_add_func ("/timeline-shapes/labels", test_labels);
  g_test_add_func ("/timeline-shapes/fades", test_fades);
  g_test_add_func ("/timeline-shapes/ends", test_ends);
  g_test_add_func ("/timeline-shapes/members", test_members);
  return g_test_run ();
}
