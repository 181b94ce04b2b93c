/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "geo/steppe-camera.h"

#include <math.h>

static const SteppeCamera pane = { 1.0e5, -2.0e5, 0.5, 712, 563 };

static void
assert_camera (const SteppeCamera *a, const SteppeCamera *b)
{
  g_assert_cmpfloat_with_epsilon (a->x, b->x, 1e-3);
  g_assert_cmpfloat_with_epsilon (a->y, b->y, 1e-3);
  g_assert_cmpfloat_with_epsilon (a->scale, b->scale, 1e-9);
}

static void
test_project (void)
{
  double px, py, x, y;

  steppe_camera_project (&pane, pane.x, pane.y, &px, &py);
  g_assert_cmpfloat (px, ==, 356);
  g_assert_cmpfloat (py, ==, 281.5);
  /* 10 km are 5 pixels; north is up. */
  steppe_camera_project (&pane, pane.x + 1e4, pane.y + 1e4, &px, &py);
  g_assert_cmpfloat_with_epsilon (px, 361, 1e-9);
  g_assert_cmpfloat_with_epsilon (py, 276.5, 1e-9);
  for (int i = 0; i < 20; i++)
    {
      steppe_camera_unproject (&pane, 40 * i, 700 - 31 * i, &x, &y);
      steppe_camera_project (&pane, x, y, &px, &py);
      g_assert_cmpfloat_with_epsilon (px, 40 * i, 1e-6);
      g_assert_cmpfloat_with_epsilon (py, 700 - 31 * i, 1e-6);
    }
}

static void
test_box (void)
{
  SteppeBox box = STEPPE_BOX_EMPTY;

  g_assert_true (steppe_box_is_empty (&box));
  g_assert_false (steppe_box_contains (&box, 0, 0));
  steppe_box_extend (&box, 3, -4);
  g_assert_false (steppe_box_is_empty (&box));
  g_assert_true (steppe_box_contains (&box, 3, -4));
  steppe_box_extend (&box, -1, 5);
  g_assert_true (steppe_box_contains (&box, 0, 0));
  g_assert_false (steppe_box_contains (&box, 3.5, 0));
  g_assert_true (steppe_box_intersects (&box, &(SteppeBox) { 3, 0, 9, 9 }));
  g_assert_false (steppe_box_intersects (&box, &(SteppeBox) { 3.5, 0, 9, 9 }));
  g_assert_false (steppe_box_intersects (&box, &(SteppeBox) { 0, 5.5, 1, 9 }));
  g_assert_false (steppe_box_intersects (&box, &STEPPE_BOX_EMPTY));

  steppe_camera_get_box (&pane, &box);
  g_assert_cmpfloat_with_epsilon (box.x_max - box.x_min, 712 / 0.5 * 1000, 1e-6);
  g_assert_cmpfloat_with_epsilon (box.y_max - box.y_min, 563 / 0.5 * 1000, 1e-6);
  g_assert_true (steppe_box_contains (&box, pane.x, pane.y));
}

static void
test_clamp (void)
{
  const struct
  {
    SteppeCamera in;
    double scale;
  } cases[] = {
    { { 0, 0, 0.5, 800, 600 }, 0.5 },
    { { 0, 0, 0.001, 1280, 800 }, STEPPE_CAMERA_MIN_SCALE },
    { { 0, 0, 100, 1280, 800 }, STEPPE_CAMERA_MAX_SCALE },
    /* A phone still sees the whole region. */
    { { 0, 0, 0.001, 360, 500 }, 360 / 7818.0 },
    { { 0, 0, 0.001, 800, 300 }, 300 / 7242.0 },
    /* Elsewhere a view shows no more than is in shape, whatever its size. */
    { { 0, 0, 0.001, 760, 500, STEPPE_PROJECTION_ELSEWHERE }, 0.1 },
    { { 0, 0, 100, 760, 500, STEPPE_PROJECTION_ELSEWHERE }, 2 },
    { { 0, 0, 1, 1e6, 500, STEPPE_PROJECTION_ELSEWHERE }, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SteppeCamera camera = cases[i].in;

      steppe_camera_clamp (&camera);
      g_assert_cmpfloat_with_epsilon (camera.scale, cases[i].scale, 1e-9);
      g_assert_cmpfloat (camera.x, ==, 0);
    }
  for (int i = 0; i < 4; i++)
    {
      SteppeCamera camera = { i % 2 ? 1e9 : -1e9, i / 2 ? 1e9 : -1e9, 1, 800, 600 };
      SteppeCamera again;

      steppe_camera_clamp (&camera);
      g_assert_cmpfloat (fabs (camera.x), <=, 8e6);
      g_assert_cmpfloat (fabs (camera.y), <=, 8e6);
      again = camera;
      steppe_camera_clamp (&again);
      g_assert_true (steppe_camera_equal (&again, &camera));
    }
}

/* A view of no size has a camera all the same. */
static void
test_no_size (void)
{
  SteppeCamera camera = { 0, 0, 0.1, 0, 0 };
  SteppeFlight flight;

  steppe_camera_fit (&camera, &STEPPE_BOX_REGION, 20);
  g_assert_true (isfinite (camera.scale) && camera.scale > 0);
  steppe_camera_zoom (&camera, 2, 0, 0);
  g_assert_true (isfinite (camera.x) && isfinite (camera.y));
  steppe_flight_init (&flight, &camera, &camera);
  g_assert_cmpfloat (steppe_flight_get_length (&flight), ==, 0);
}

static void
test_pin_and_zoom (void)
{
  const double factors[] = { 0.25, 0.9, 1, 1.1, 2, 7.5 };
  SteppeCamera camera = pane;
  double px, py, x, y;

  steppe_camera_pin (&camera, 5e5, 4e5, 100, 50);
  steppe_camera_project (&camera, 5e5, 4e5, &px, &py);
  g_assert_cmpfloat_with_epsilon (px, 100, 1e-6);
  g_assert_cmpfloat_with_epsilon (py, 50, 1e-6);
  g_assert_cmpfloat (camera.scale, ==, pane.scale);

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    {
      camera = pane;
      steppe_camera_unproject (&camera, 500, 80, &x, &y);
      steppe_camera_zoom (&camera, factors[i], 500, 80);
      g_assert_cmpfloat_with_epsilon (camera.scale, pane.scale * factors[i], 1e-9);
      steppe_camera_project (&camera, x, y, &px, &py);
      g_assert_cmpfloat_with_epsilon (px, 500, 1e-6);
      g_assert_cmpfloat_with_epsilon (py, 80, 1e-6);
    }

  /* At the end of the scale the place under the pointer stays too. */
  camera = pane;
  steppe_camera_unproject (&camera, 500, 80, &x, &y);
  steppe_camera_zoom (&camera, 1e6, 500, 80);
  g_assert_cmpfloat (camera.scale, ==, STEPPE_CAMERA_MAX_SCALE);
  steppe_camera_project (&camera, x, y, &px, &py);
  g_assert_cmpfloat_with_epsilon (px, 500, 1e-6);
}

static void
test_fit (void)
{
  const SteppeBox boxes[] = {
    { -4.0e6, -1.0e6, 3.0e6, 2.0e6 },
    { -1.0e5, -2.0e6, 1.0e5, 2.0e6 },
    { 1.0e5, 2.0e5, 9.0e5, 4.0e5 },
  };
  SteppeCamera camera, before;

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      double left, top, right, bottom;

      camera = pane;
      steppe_camera_fit (&camera, &boxes[i], 30);
      steppe_camera_project (&camera, boxes[i].x_min, boxes[i].y_max, &left, &top);
      steppe_camera_project (&camera, boxes[i].x_max, boxes[i].y_min, &right, &bottom);
      g_assert_cmpfloat (left, >=, 29.99);
      g_assert_cmpfloat (top, >=, 29.99);
      g_assert_cmpfloat (right, <=, 712 - 29.99);
      g_assert_cmpfloat (bottom, <=, 563 - 29.99);
      /* As large as it can be: one pair of edges is at the margin. */
      g_assert_true (left < 30.01 || top < 30.01);
    }

  camera = before = pane;
  steppe_camera_fit (&camera, &STEPPE_BOX_EMPTY, 30);
  g_assert_true (steppe_camera_equal (&camera, &before));

  steppe_camera_fit (&camera, &(SteppeBox) { 10, 20, 10, 20 }, 30);
  g_assert_cmpfloat (camera.scale, ==, STEPPE_CAMERA_MAX_SCALE);
  g_assert_cmpfloat (camera.x, ==, 10);
}

static const struct
{
  SteppeCamera from, to;
} flights[] = {
  { { 0, 0, 0.1, 800, 600 }, { 0, 0, 4, 800, 600 } },
  { { 0, 0, 4, 800, 600 }, { 0, 0, 0.1, 800, 600 } },
  { { 0, 0, 0.5, 800, 600 }, { 2e5, 1e5, 0.5, 800, 600 } },
  { { -3.5e6, 2.4e6, 2, 800, 600 }, { 1.4e5, -2.3e5, 2, 800, 600 } },
  { { -3.5e6, 2.4e6, 0.1, 800, 600 }, { 1.4e5, -2.3e5, 8, 800, 600 } },
  { { 1.4e5, -2.3e5, 8, 800, 600 }, { -3.5e6, 2.4e6, 0.1, 800, 600 } },
  { { 0, 0, 0.5, 800, 600 }, { 1e-3, 0, 0.5, 800, 600 } },
  { { 0, 0, 8, 800, 600 }, { 1, 0, 0.08, 800, 600 } },
  { { 1, 0, 0.08, 800, 600 }, { 0, 0, 8, 800, 600 } },
};

static void
test_flight (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (flights); i++)
    {
      const SteppeCamera *from = &flights[i].from, *to = &flights[i].to;
      SteppeFlight flight;
      SteppeCamera camera, before = *from;
      double longest = 0, whole = 0;

      steppe_flight_init (&flight, from, to);
      g_assert_cmpfloat (steppe_flight_get_length (&flight), >=, 0);
      steppe_flight_get_camera (&flight, 0, &camera);
      assert_camera (&camera, from);
      steppe_flight_get_camera (&flight, 1, &camera);
      assert_camera (&camera, to);
      /* There are no jumps at the ends, and the way is even: no step of the measure (zoom and pan in
       * view widths) is much longer than another. */
      for (int n = 1; n <= 1000; n++)
        {
          double w, step;

          steppe_flight_get_camera (&flight, n / 1000.0, &camera);
          w = 800 * 1000 / sqrt (camera.scale * before.scale);
          step = hypot (1.42 * hypot (camera.x - before.x, camera.y - before.y) / w,
                        log (camera.scale / before.scale) / 1.42);
          longest = MAX (longest, step);
          whole += step;
          before = camera;
        }
      g_assert_cmpfloat_with_epsilon (whole, steppe_flight_get_length (&flight), 1e-2);
      g_assert_cmpfloat (longest, <=, whole / 1000 * 1.01 + 1e-9);
    }
}

/* Far apart, the flight rises above both ends; back is the same way. */
static void
test_flight_rises (void)
{
  const SteppeCamera moscow = { -3.5e6, 2.4e6, 2, 800, 600 }, ulaanbaatar = { 1.4e5, -2.3e5, 2, 800, 600 };
  SteppeFlight there, back;
  SteppeCamera a, b;

  steppe_flight_init (&there, &moscow, &ulaanbaatar);
  steppe_flight_init (&back, &ulaanbaatar, &moscow);
  g_assert_cmpfloat_with_epsilon (steppe_flight_get_length (&there), steppe_flight_get_length (&back), 1e-9);
  steppe_flight_get_camera (&there, 0.5, &a);
  g_assert_cmpfloat (a.scale, <, 0.5);
  for (int i = 0; i <= 10; i++)
    {
      steppe_flight_get_camera (&there, i / 10.0, &a);
      steppe_flight_get_camera (&back, 1 - i / 10.0, &b);
      assert_camera (&a, &b);
    }
}

/* The view may have been resized since the flight's start was seen. */
static void
test_flight_has_size_of_end (void)
{
  SteppeCamera camera;
  SteppeFlight flight;

  steppe_flight_init (&flight, &(SteppeCamera) { 0, 0, 1, 100, 100 }, &(SteppeCamera) { 9e5, 0, 1, 400, 300 });
  for (int i = 0; i <= 4; i++)
    {
      steppe_flight_get_camera (&flight, i / 4.0, &camera);
      g_assert_cmpfloat (camera.width, ==, 400);
      g_assert_cmpfloat (camera.height, ==, 300);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/camera/project", test_project);
  g_test_add_func ("/camera/box", test_box);
  g_test_add_func ("/camera/clamp", test_clamp);
  g_test_add_func ("/camera/no-size", test_no_size);
  g_test_add_func ("/camera/pin-and-zoom", test_pin_and_zoom);
  g_test_add_func ("/camera/fit", test_fit);
  g_test_add_func ("/camera/flight", test_flight);
  g_test_add_func ("/camera/flight-rises", test_flight_rises);
  g_test_add_func ("/camera/flight-has-size-of-end", test_flight_has_size_of_end);
  return g_test_run ();
}
