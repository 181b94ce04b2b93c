/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline-testing.h"

#include <math.h>

/* What is found among the nodes of a frame. */
typedef struct
{
  GdkRGBA accent;
  double header;
  GArray *lines; /* of float: where lines in the accent colour are */
  GArray *texts; /* of graphene_rect_t: in the header, in the order of drawing */
  GArray *turned; /* of graphene_rect_t: what is written from below to above */
} Frame;

static void
find_nodes (Frame *frame,
            GskRenderNode *node,
            float x,
            float y)
{
  GskRenderNodeType type = gsk_render_node_get_node_type (node);
  graphene_rect_t bounds;

  gsk_render_node_get_bounds (node, &bounds);
  graphene_rect_offset (&bounds, x, y);
  if (type == GSK_CONTAINER_NODE)
    {
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        find_nodes (frame, gsk_container_node_get_child (node, i), x, y);
    }
  else if (type == GSK_CLIP_NODE)
    {
      find_nodes (frame, gsk_clip_node_get_child (node), x, y);
    }
  else if (type == GSK_TRANSFORM_NODE && gsk_transform_get_category (gsk_transform_node_get_transform (node)) < GSK_TRANSFORM_CATEGORY_2D_TRANSLATE)
    {
      g_array_append_val (frame->turned, bounds);
    }
  else if (type == GSK_TRANSFORM_NODE)
    {
      float dx, dy;

      gsk_transform_to_translate (gsk_transform_node_get_transform (node), &dx, &dy);
      find_nodes (frame, gsk_transform_node_get_child (node), x + dx, y + dy);
    }
  else if (type == GSK_COLOR_NODE && gdk_rgba_equal (gsk_color_node_get_color (node), &frame->accent) && bounds.size.width == 1)
    {
      g_array_append_val (frame->lines, bounds.origin.x);
    }
  else if (type == GSK_TEXT_NODE && bounds.origin.y < frame->header)
    {
      g_array_append_val (frame->texts, bounds);
    }
}

static void
take_frame (Fixture *fixture,
            Frame *frame)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (GskRenderNode) node = NULL;

  *frame = (Frame) { .header = fixture->canvas->metrics.header };
  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (manager), adw_style_manager_get_dark (manager), &frame->accent);
  frame->lines = g_array_new (FALSE, FALSE, sizeof (float));
  frame->texts = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  frame->turned = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  GTK_WIDGET_GET_CLASS (fixture->canvas)->snapshot (GTK_WIDGET (fixture->canvas), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  find_nodes (frame, node, 0, 0);
}

static void
clear_frame (Frame *frame)
{
  g_array_unref (frame->lines);
  g_array_unref (frame->texts);
  g_array_unref (frame->turned);
}

/* A line stands where now is, and its word over no other text, whatever now is. */
static void
test_marked (void)
{
  static const char *const dates[] = { "1921-07", "1939-05-11/1939-09-16", "1991", "2024-08-30", "2024-09-02", "2024-09-03", "2025", NULL };
  const SteppeTimeAxis *axis;
  Fixture fixture;
  Frame without;
  guint n_words = 0;

  set_up (&fixture, dates);
  axis = steppe_time_viewport_get_axis (fixture.canvas->viewport);
  steppe_timeline_canvas_set_now (fixture.canvas, STEPPE_INSTANT_MAX);
  take_frame (&fixture, &without);
  for (int i = 0; i <= 100; i++)
    {
      gint64 now = steppe_time_axis_to_instant (axis, i / 100.0);
      double expected = _steppe_timeline_canvas_to_view (fixture.canvas, steppe_time_viewport_to_pixel (fixture.canvas->viewport, now));
      Frame frame;

      steppe_timeline_canvas_set_now (fixture.canvas, now);
      take_frame (&fixture, &frame);
      g_assert_cmpuint (frame.lines->len, ==, 1);
      g_assert_cmpfloat (fabs (g_array_index (frame.lines, float, 0) - expected), <=, 1);
      g_assert_cmpuint (frame.texts->len, >=, without.texts->len);
      g_assert_cmpuint (frame.texts->len, <=, without.texts->len + 1);
      n_words += frame.texts->len - without.texts->len;
      for (guint k = 0; frame.texts->len > without.texts->len && k < without.texts->len; k++)
        g_assert_false (graphene_rect_intersection (&g_array_index (frame.texts, graphene_rect_t, without.texts->len),
                                                    &g_array_index (frame.texts, graphene_rect_t, k), NULL));
      clear_frame (&frame);
    }
  g_assert_cmpuint (n_words, >, 20);
  clear_frame (&without);
  tear_down (&fixture);
}

/* Nothing is marked before what happens first and after what happens last. */
static void
test_out_of_range (void)
{
  static const char *const dates[] = { "2024-08-30", "2024-09-02", "2024-09-03", NULL };
  static const char *const instants[] = { "1939-05-11", "2024-09-04T12:00:00", "2026-11-25", "-0043-03-15" };
  Fixture fixture;

  set_up (&fixture, dates);
  for (guint i = 0; i < G_N_ELEMENTS (instants); i++)
    {
      g_autoptr (SteppeDate) date = steppe_date_new (instants[i], NULL);
      Frame frame;

      steppe_timeline_canvas_set_now (fixture.canvas, steppe_date_get_earliest (date));
      take_frame (&fixture, &frame);
      g_assert_cmpuint (frame.lines->len, ==, 0);
      clear_frame (&frame);
    }
  tear_down (&fixture);
}

static void
count_cb (guint *n)
{
  ++*n;
}

static gboolean
no_frames_pass (guint *n_frames)
{
  *n_frames = 0;
  wait_milliseconds (300);
  return *n_frames == 0;
}

/* Nothing is drawn anew but by the clock, and only where the line can be seen. */
static void
test_moves_on (void)
{
  static const char *const dates[] = { "2024-08-30", "2024-09-02", NULL };
  GdkFrameClock *clock;
  GSource *minute;
  Fixture fixture;
  guint n_frames = 0;

  set_up (&fixture, dates);
  clock = gtk_widget_get_frame_clock (fixture.window);
  g_signal_connect_swapped (clock, "paint", G_CALLBACK (count_cb), &n_frames);
  ASSERT_SOON (no_frames_pass (&n_frames));
  minute = g_main_context_find_source_by_id (NULL, fixture.canvas->now_source);
  g_assert_cmpint (g_source_get_ready_time (minute) - g_source_get_time (minute), <=, 61 * G_USEC_PER_SEC);
  g_source_set_ready_time (minute, 0);
  ASSERT_SOON (n_frames > 0);
  g_signal_handlers_disconnect_by_func (clock, G_CALLBACK (count_cb), &n_frames);
  gtk_widget_set_visible (GTK_WIDGET (fixture.canvas), FALSE);
  g_assert_cmpuint (fixture.canvas->now_source, ==, 0);
  tear_down (&fixture);
}

/* The words of the header follow the size of text. */
static void
test_text_size (void)
{
  static const char *const dates[] = { "2024-08-30", "2024-09-02", NULL };
  GtkSettings *settings = gtk_settings_get_default ();
  Fixture fixture;
  Frame before, after;
  int dpi;

  set_up (&fixture, dates);
  take_frame (&fixture, &before);
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * dpi, NULL);
  settle (&fixture);
  take_frame (&fixture, &after);
  g_assert_cmpuint (before.texts->len, >, 0);
  g_assert_cmpuint (after.texts->len, >, 0);
  for (guint i = 0; i < after.texts->len; i++)
    g_assert_cmpfloat (g_array_index (after.texts, graphene_rect_t, i).size.height, >, 1.5 * g_array_index (before.texts, graphene_rect_t, 0).size.height);
  clear_frame (&before);
  clear_frame (&after);
  gtk_settings_reset_property (settings, "gtk-xft-dpi");
  tear_down (&fixture);
}

/* The length of a gap that has no room above it is written over no event. */
static void
test_along_gap (void)
{
  static const char *const dates[] = { "Y-138E8", "Y-136E8", "Y-4540000000~", "Y-37E8?", "Y-24E8~", "Y-538800000", "Y-251900000", "Y-66000000",
                                       "Y-300000~", "-9700~", "-3300~", "-0043-03-15", "0410-08-24", "1450~", "1989-11-09", "2024-09-02", NULL };
  guint n_turned = 0;
  Fixture fixture;

  set_up_sized (&fixture, dates, 600, 260);
  for (guint i = 0; dates[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      g_autoptr (SteppeText) title = steppe_text_new_plain ("What happened at about that time");

      g_object_set (get_item (&fixture, id), "title", title, NULL);
    }
  steppe_focus_set_dossier (fixture.focus, NULL);
  steppe_focus_set_dossier (fixture.focus, fixture.dossier);
  settle (&fixture);
  for (int i = 0; i < 60; i++)
    {
      Frame frame;

      take_frame (&fixture, &frame);
      n_turned += frame.turned->len;
      for (guint k = 0; k < frame.turned->len; k++)
        for (guint n = 0; n < steppe_timeline_layout_get_n_boxes (fixture.canvas->layout); n++)
          {
            graphene_rect_t area;

            _steppe_timeline_canvas_get_area (fixture.canvas, steppe_timeline_layout_get_box (fixture.canvas->layout, n), &area);
            g_assert_false (graphene_rect_intersection (&g_array_index (frame.turned, graphene_rect_t, k), &area, NULL));
          }
      clear_frame (&frame);
      _steppe_timeline_canvas_zoom_at (fixture.canvas, i < 30 ? 1.2 : 1 / 1.2, 50 + 8 * i, FALSE);
    }
  g_assert_cmpuint (n_turned, >, 0);
  tear_down (&fixture);
}

int
main (int argc,
      char **argv)
{
  init_ui_test (&argc, &argv);
  g_test_add_func ("/timeline-drawing/now", test_marked);
  g_test_add_func ("/timeline-drawing/now-out-of-range", test_out_of_range);
  g_test_add_func ("/timeline-drawing/now-moves-on", test_moves_on);
  g_test_add_func ("/timeline-drawing/text-size", test_text_size);
  g_test_add_func ("/timeline-drawing/along-gap", test_along_gap);
  return g_test_run ();
}
