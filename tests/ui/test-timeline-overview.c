/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline-testing.h"

#include "model/steppe-local-date.h"
#include "timeline/steppe-timeline-overview-private.h"

/* Something happens all the time, so that the axis has no gaps, in which less is shown than is asked for. */
static const char *const story[] = { "1921-07", "1930", "1939-05-11/1939-09-16", "1948", "1957", "1966", "1975", "1984", "1991",
                                     "2002/..", "2011", "2017", "2024-08-30", "2024-09-02", "-", NULL };

typedef struct
{
  Fixture base;
  SteppeTimelineOverview *overview;
  GtkToggleButton *toggle;
  double length;
} Strip;

static gboolean
is_filter_button (GtkWidget *widget,
                  gconstpointer data)
{
  return GTK_IS_TOGGLE_BUTTON (widget) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "steppe-filter-symbolic") == 0;
}

static void
set_up_strip (Strip *strip,
              const char *const *dates,
              GtkTextDirection direction)
{
  set_up (&strip->base, dates);
  steppe_timeline_view_set_true_scale (strip->base.view, TRUE);
  strip->overview = STEPPE_TIMELINE_OVERVIEW (find_type (GTK_WIDGET (strip->base.view), STEPPE_TYPE_TIMELINE_OVERVIEW));
  strip->toggle = GTK_TOGGLE_BUTTON (find_widget (GTK_WIDGET (strip->base.view), is_filter_button, NULL));
  gtk_widget_set_direction (GTK_WIDGET (strip->overview), direction);
  settle (&strip->base);
  strip->length = _steppe_timeline_overview_get_length (strip->overview);
}

static SteppeSpan
get_range (Strip *strip)
{
  SteppeSpan range;

  steppe_timeline_canvas_get_range (strip->base.canvas, &range.earliest, &range.latest);
  return range;
}

static double
get_pixel (Strip *strip,
           gint64 instant)
{
  return _steppe_timeline_overview_get_pixel (strip->overview, instant);
}

/* What is seen is what lies between two pixels of the strip. */
static void
assert_seen (Strip *strip,
             double from,
             double to)
{
  SteppeSpan range = get_range (strip);

  g_assert_cmpfloat_with_epsilon (get_pixel (strip, range.earliest), from, 1);
  g_assert_cmpfloat_with_epsilon (get_pixel (strip, range.latest), to, 1);
}

static void
assert_same (Strip *strip,
             const SteppeSpan *expected)
{
  SteppeSpan range = get_range (strip);

  /* Pixels are not seconds. */
  g_assert_cmpfloat_with_epsilon (get_pixel (strip, range.earliest), get_pixel (strip, expected->earliest), 0.01);
  g_assert_cmpfloat_with_epsilon (get_pixel (strip, range.latest), get_pixel (strip, expected->latest), 0.01);
}

/* The filter is on or off, everywhere; on, the span is what is seen. */
static void
assert_filters (Strip *strip,
                gboolean filters)
{
  SteppeSpan range = get_range (strip), span;

  settle (&strip->base);
  range = get_range (strip);
  g_assert_true (steppe_focus_get_span (strip->base.focus, &span.earliest, &span.latest) == filters);
  g_assert_true (gtk_toggle_button_get_active (strip->toggle) == filters);
  if (!filters)
    return;
  g_assert_cmpint (span.earliest, ==, range.earliest);
  g_assert_cmpint (span.latest, ==, range.latest);
}

static double
to_widget (Strip *strip,
           double pixel)
{
  double zero = _steppe_timeline_overview_to_strip (strip->overview, 0);
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (strip->overview)) == GTK_TEXT_DIR_RTL;

  return is_rtl ? zero - pixel : pixel - zero;
}

static void
press_at (Strip *strip,
          double pixel,
          int n_press)
{
  strip->overview->n_press = n_press;
  g_signal_emit_by_name (strip->overview->drag, "drag-begin", to_widget (strip, pixel), 10.0);
}

static void
move_to (Strip *strip,
         double from,
         double to)
{
  g_signal_emit_by_name (strip->overview->drag, "drag-update", to_widget (strip, to) - to_widget (strip, from), 0.0);
}

static void
let_go (Strip *strip)
{
  g_signal_emit_by_name (strip->overview->drag, "drag-end", 0.0, 0.0);
  settle (&strip->base);
}

static void
drag (Strip *strip,
      double from,
      double to)
{
  press_at (strip, from, 1);
  move_to (strip, from, (from + to) / 2);
  move_to (strip, from, to);
  let_go (strip);
}

static gboolean
press_key (Strip *strip,
           guint key,
           GdkModifierType modifiers)
{
  return press_on (&strip->base, GTK_WIDGET (strip->overview), key, modifiers);
}

static void
run_both_ways (void (*test) (Strip *strip))
{
  static const GtkTextDirection directions[] = { GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL };

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      Strip strip;

      set_up_strip (&strip, story, directions[i]);
      test (&strip);
      tear_down (&strip.base);
    }
}

/* Handles move one end, the body both, a drag beside the brush makes another; each keeps the other panes to it. */
static void
drag_all_parts (Strip *strip)
{
  double length = strip->length;

  assert_filters (strip, FALSE);
  drag (strip, length, 0.6 * length);
  assert_seen (strip, 0, 0.6 * length);
  assert_filters (strip, TRUE);
  drag (strip, 0, 0.4 * length);
  assert_seen (strip, 0.4 * length, 0.6 * length);
  drag (strip, 0.5 * length, 0.3 * length);
  assert_seen (strip, 0.2 * length, 0.4 * length);
  /* No further than there are events. */
  drag (strip, 0.3 * length, -length);
  assert_seen (strip, 0, 0.2 * length);
  drag (strip, 0.9 * length, 0.7 * length);
  assert_seen (strip, 0.7 * length, 0.9 * length);
  drag (strip, 0.1 * length, 0.3 * length);
  assert_seen (strip, 0.1 * length, 0.3 * length);
  assert_filters (strip, TRUE);
}

static void
test_drag (void)
{
  run_both_ways (drag_all_parts);
}

/* A handle does not go past the other one. */
static void
test_handles_meet (void)
{
  Strip strip;
  SteppeSpan range, event;
  double end;

  set_up_strip (&strip, story, GTK_TEXT_DIR_LTR);
  event = steppe_event_get_span (STEPPE_EVENT (get_item (&strip.base, "e6")), strip.base.dossier);
  end = get_pixel (&strip, event.latest);
  drag (&strip, strip.length, end);
  drag (&strip, 0, strip.length);
  range = get_range (&strip);
  g_assert_cmpint (range.earliest, <, event.latest);
  g_assert_cmpint (range.latest, >, event.earliest);
  g_assert_cmpfloat (get_pixel (&strip, range.latest) - get_pixel (&strip, range.earliest), <, 10);
  assert_filters (&strip, TRUE);
  tear_down (&strip.base);
}

/* A body that is dragged shows as much as before, however little that is of the strip; its handles are beside it. */
static void
test_narrow (void)
{
  Strip strip;
  SteppeSpan before, moved, first, second;
  double middle, way;

  set_up_strip (&strip, story, GTK_TEXT_DIR_LTR);
  first = steppe_event_get_span (STEPPE_EVENT (get_item (&strip.base, "e5")), strip.base.dossier);
  second = steppe_event_get_span (STEPPE_EVENT (get_item (&strip.base, "e6")), strip.base.dossier);
  steppe_timeline_canvas_show_range (strip.base.canvas, first.latest - 20 * STEPPE_SECONDS_PER_DAY, first.latest, FALSE);
  before = get_range (&strip);
  middle = (get_pixel (&strip, before.earliest) + get_pixel (&strip, before.latest)) / 2;
  way = get_pixel (&strip, second.latest) - get_pixel (&strip, first.latest);
  drag (&strip, middle, middle + way);
  moved = get_range (&strip);
  g_assert_cmpfloat_with_epsilon (steppe_time_get_length (moved.earliest, moved.latest),
                                  steppe_time_get_length (before.earliest, before.latest), STEPPE_SECONDS_PER_DAY);
  g_assert_cmpfloat_with_epsilon (get_pixel (&strip, moved.earliest), get_pixel (&strip, before.earliest) + way, 0.5);
  drag (&strip, middle + way + 12, middle + way + 112);
  g_assert_cmpfloat_with_epsilon (get_pixel (&strip, get_range (&strip).latest), get_pixel (&strip, moved.latest) + 100, 0.5);
  tear_down (&strip.base);
}

/* Escape takes back what has been dragged, the filter too. */
static void
test_escape (void)
{
  Strip strip;
  SteppeSpan before;

  set_up_strip (&strip, story, GTK_TEXT_DIR_LTR);
  g_assert_false (press_key (&strip, GDK_KEY_Escape, 0));
  for (int i = 0; i < 2; i++)
    {
      before = get_range (&strip);
      press_at (&strip, strip.length * (i == 0 ? 1 : 0.8), 1);
      move_to (&strip, strip.length, 0.5 * strip.length);
      assert_filters (&strip, TRUE);
      g_assert_true (press_key (&strip, GDK_KEY_Escape, 0));
      assert_same (&strip, &before);
      assert_filters (&strip, i == 1);
      /* The pointer is still down. */
      move_to (&strip, strip.length, 0.3 * strip.length);
      let_go (&strip);
      assert_same (&strip, &before);
      drag (&strip, strip.length, 0.8 * strip.length);
    }
  tear_down (&strip.base);
}

/* A click beside the brush brings it there, a click on it does nothing, and two show all time. */
static void
test_click (void)
{
  Strip strip;
  SteppeSpan before;

  set_up_strip (&strip, story, GTK_TEXT_DIR_LTR);
  steppe_timeline_canvas_show_range (strip.base.canvas, steppe_time_axis_to_instant (strip.overview->axis, 0.1),
                                     steppe_time_axis_to_instant (strip.overview->axis, 0.3), FALSE);
  before = get_range (&strip);
  press_at (&strip, 0.2 * strip.length, 1);
  let_go (&strip);
  assert_same (&strip, &before);
  assert_filters (&strip, FALSE);
  press_at (&strip, 0.7 * strip.length, 1);
  let_go (&strip);
  assert_seen (&strip, 0.6 * strip.length, 0.8 * strip.length);
  assert_filters (&strip, TRUE);
  press_at (&strip, 0.2 * strip.length, 1);
  let_go (&strip);
  press_at (&strip, 0.2 * strip.length, 2);
  let_go (&strip);
  g_assert_true (steppe_timeline_canvas_is_whole (strip.base.canvas));
  assert_filters (&strip, FALSE);
  tear_down (&strip.base);
}

/* Arrows move what is seen, with Shift its end; plus and minus change it about its middle; Home and End go to the ends,
 * 0 shows all. */
static void
use_keys (Strip *strip)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (strip->overview)) == GTK_TEXT_DIR_RTL;
  guint later = is_rtl ? GDK_KEY_Left : GDK_KEY_Right, earlier = is_rtl ? GDK_KEY_Right : GDK_KEY_Left;
  double length = strip->length;

  g_assert_true (press_key (strip, later, GDK_SHIFT_MASK));
  g_assert_true (steppe_timeline_canvas_is_whole (strip->base.canvas));
  steppe_timeline_canvas_show_range (strip->base.canvas, steppe_time_axis_to_instant (strip->overview->axis, 0.4),
                                     steppe_time_axis_to_instant (strip->overview->axis, 0.6), FALSE);
  press_key (strip, later, 0);
  assert_seen (strip, 0.42 * length, 0.62 * length);
  assert_filters (strip, TRUE);
  press_key (strip, earlier, 0);
  press_key (strip, earlier, 0);
  assert_seen (strip, 0.38 * length, 0.58 * length);
  press_key (strip, later, GDK_SHIFT_MASK);
  assert_seen (strip, 0.38 * length, 0.60 * length);
  press_key (strip, earlier, GDK_SHIFT_MASK);
  assert_seen (strip, 0.38 * length, 0.578 * length);
  press_key (strip, GDK_KEY_minus, 0);
  assert_seen (strip, 0.3305 * length, 0.6275 * length);
  press_key (strip, GDK_KEY_plus, 0);
  assert_seen (strip, 0.38 * length, 0.578 * length);
  press_key (strip, GDK_KEY_Page_Down, 0);
  assert_seen (strip, 0.578 * length, 0.776 * length);
  press_key (strip, GDK_KEY_Home, 0);
  assert_seen (strip, 0, 0.198 * length);
  press_key (strip, GDK_KEY_End, 0);
  assert_seen (strip, 0.802 * length, length);
  assert_filters (strip, TRUE);
  press_key (strip, GDK_KEY_0, 0);
  g_assert_true (steppe_timeline_canvas_is_whole (strip->base.canvas));
  assert_filters (strip, FALSE);
}

static void
test_keys (void)
{
  run_both_ways (use_keys);
}

/* The filter, once on, follows the canvas; off, it does nothing. */
static void
test_filter_follows (void)
{
  Strip strip;

  set_up_strip (&strip, story, GTK_TEXT_DIR_LTR);
  press (&strip.base, GDK_KEY_plus);
  assert_filters (&strip, FALSE);
  gtk_toggle_button_set_active (strip.toggle, TRUE);
  assert_filters (&strip, TRUE);
  press (&strip.base, GDK_KEY_plus);
  assert_filters (&strip, TRUE);
  press (&strip.base, GDK_KEY_Home);
  assert_filters (&strip, TRUE);
  gtk_toggle_button_set_active (strip.toggle, FALSE);
  assert_filters (&strip, FALSE);

  /* Where all is seen it may be put on for what comes; it ends when all is seen again. */
  press (&strip.base, GDK_KEY_0);
  gtk_toggle_button_set_active (strip.toggle, TRUE);
  assert_filters (&strip, TRUE);
  press (&strip.base, GDK_KEY_plus);
  assert_filters (&strip, TRUE);
  press (&strip.base, GDK_KEY_0);
  assert_filters (&strip, FALSE);
  tear_down (&strip.base);
}

/* Other panes may end the filter, which leaves what is seen, and choose a span, which is shown. */
static void
test_other_panes (void)
{
  Strip strip;
  SteppeSpan before;
  g_autoptr (SteppeDossier) other = steppe_dossier_new ();

  set_up_strip (&strip, story, GTK_TEXT_DIR_LTR);
  drag (&strip, strip.length, 0.6 * strip.length);
  before = get_range (&strip);
  steppe_focus_clear_span (strip.base.focus);
  assert_filters (&strip, FALSE);
  assert_same (&strip, &before);
  steppe_focus_set_span (strip.base.focus, steppe_time_axis_to_instant (strip.overview->axis, 0.2),
                         steppe_time_axis_to_instant (strip.overview->axis, 0.3));
  assert_filters (&strip, TRUE);
  assert_seen (&strip, 0.2 * strip.length, 0.3 * strip.length);
  add_event (other, "only", "1206");
  steppe_focus_set_dossier (strip.base.focus, other);
  assert_filters (&strip, FALSE);
  tear_down (&strip.base);
}

static void
test_accessible (void)
{
  static const char *const dates[] = { "2024-08-01", "2024-08-07", "2024-08-15", "2024-08-23", "2024-08-31", "2024-09-08", "2024-09-15", "2024-09-23", "2024-09-30", NULL };
  Strip strip;
  GtkAccessible *accessible;

  set_up_strip (&strip, dates, GTK_TEXT_DIR_LTR);
  accessible = GTK_ACCESSIBLE (strip.overview);
  steppe_timeline_canvas_show_range (strip.base.canvas, 1722556800, 1725580799, FALSE);
  settle (&strip.base);
  while (strip.overview->words_source != 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (strip.overview)));
  gtk_test_accessible_assert_role (accessible, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, "Visible Time");
  gtk_test_accessible_assert_property (accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "from 2 August 2024 to 5 September 2024");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (strip.toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, "Only What Is Visible");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (strip.toggle), GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_FALSE);
  GTK_ACCESSIBLE_RANGE_GET_IFACE (strip.overview)->set_current_value (GTK_ACCESSIBLE_RANGE (strip.overview), 0);
  assert_filters (&strip, TRUE);
  assert_seen (&strip, 0, get_pixel (&strip, get_range (&strip).latest));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (strip.toggle), GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  tear_down (&strip.base);
}

static guint
get_lasting (Strip *strip,
             double part)
{
  return g_array_index (strip->overview->lasting, guint, (guint) (part * (strip->overview->lasting->len - 1)));
}

/* What lasts is counted all along, and to the end of the strip where nobody has seen its end. */
static void
test_density (void)
{
  static const char *const dates[] = { "1900", "1920/1940", "1960/..", "../1910", "1980/", "2000", NULL };
  Strip strip;
  guint n_moments = 0;

  set_up_strip (&strip, dates, GTK_TEXT_DIR_LTR);
  for (guint i = 0; i < strip.overview->moments->len; i++)
    n_moments += g_array_index (strip.overview->moments, guint, i);
  g_assert_cmpuint (n_moments, ==, 2);
  g_assert_cmpuint (get_lasting (&strip, 0.02), ==, 1);
  g_assert_cmpuint (get_lasting (&strip, 0.15), ==, 0);
  g_assert_cmpuint (get_lasting (&strip, 0.3), ==, 1);
  g_assert_cmpuint (get_lasting (&strip, 0.5), ==, 0);
  g_assert_cmpuint (get_lasting (&strip, 0.7), ==, 1);
  g_assert_cmpuint (get_lasting (&strip, 1), ==, 1);
  tear_down (&strip.base);
}

/* Whatever there is or is not to show, and in whatever room, nothing breaks. */
static void
test_hard_cases (void)
{
  static const char *const none[] = { NULL };
  static const char *const undated[] = { "-", NULL };
  static const char *const one[] = { "2024-09-02T10:00:00", NULL };
  static const char *const same[] = { "1939", "1939", NULL };
  static const char *const deep[] = { "Y-138E8", "2024-09-02", NULL };
  static const char *const open[] = { "1985/..", "../1985", NULL };
  static const char *const *const cases[] = { none, undated, one, same, deep, open };
  static const int widths[] = { 800, 130 };
  static const guint keys[] = { GDK_KEY_Left, GDK_KEY_plus, GDK_KEY_End, GDK_KEY_minus, GDK_KEY_Home, GDK_KEY_plus, GDK_KEY_Page_Down, GDK_KEY_0 };

  for (guint i = 0; i < G_N_ELEMENTS (cases) * G_N_ELEMENTS (widths); i++)
    {
      Strip strip;

      set_up_strip (&strip, cases[i / 2], GTK_TEXT_DIR_LTR);
      gtk_window_set_default_size (GTK_WINDOW (strip.base.window), widths[i % 2], 200);
      settle (&strip.base);
      strip.length = _steppe_timeline_overview_get_length (strip.overview);
      for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
        press_key (&strip, keys[k], 0);
      drag (&strip, strip.length, 0);
      drag (&strip, 0, strip.length);
      drag (&strip, 0.9 * strip.length, 0.5 * strip.length);
      g_assert_cmpint (get_range (&strip).earliest, <=, get_range (&strip).latest);
      tear_down (&strip.base);
    }
}

int
main (int argc, char **argv)
{
  init_ui_test (&argc, &argv);
  g_test_add_func ("/timeline-overview/drag", test_drag);
  g_test_add_func ("/timeline-overview/handles-meet", test_handles_meet);
  g_test_add_func ("/timeline-overview/narrow", test_narrow);
  g_test_add_func ("/timeline-overview/escape", test_escape);
  g_test_add_func ("/timeline-overview/click", test_click);
  g_test_add_func ("/timeline-overview/keys", test_keys);
  g_test_add_func ("/timeline-overview/filter-follows", test_filter_follows);
  g_test_add_func ("/timeline-overview/other-panes", test_other_panes);
  g_test_add_func ("/timeline-overview/accessible", test_accessible);
  g_test_add_func ("/timeline-overview/density", test_density);
  g_test_add_func ("/timeline-overview/hard-cases", test_hard_cases);
  return g_test_run ();
}
