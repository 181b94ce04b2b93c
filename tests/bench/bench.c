/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include <math.h>
#include <time.h>
#include <yyjson.h>

/**
 * Bench:
 *
 * A window with one pane, a pointer that acts in it as a hand would, and a record of what each frame costs.
 *
 * The pointer is that of the X server, moved by xdotool: what it does arrives as events, and everything from there to
 * the painted frame is measured. A frame costs what the main thread computes between the end of the last painted frame
 * and its own, so that work in between, such as what is told to assistive technology, counts too. Only frames in which
 * the pane moved are taken down, each with the cost of those since the last one in which it did not, such as that of a
 * tooltip. What is done in vain at the end of its world, where it cannot move, would make the rest look cheap.
 */

/* Milliseconds without a frame after which none follows from what was just done. */
#define PATIENCE 60
/* The same for what a pane does when it has been left alone for a moment. */
#define REST_PATIENCE 200
/* The same before the pane is taken down, which libshumate does not bear while it loads. */
#define LAST_PATIENCE 1000
/* Frames within which a pane follows the pointer, if it does. */
#define FRAMES_TO_FOLLOW 4
/* Microseconds: frames of one movement do not come further apart. */
#define LONGEST_FRAME 100000
/* Pixels that the pointer drags from one frame to the next: about 1800 a second at 60 frames. */
#define DRAG_STEP 30
/* Frames of the glide after each drag. */
#define GLIDE_FRAMES 12

struct _Bench
{
  const BenchPane *kind;
  GtkWidget *window;
  GtkWidget *pane;
  GdkFrameClock *clock;
  GSubprocess *xdotool; /* NULL until something is sent */
  gboolean quick;

  gboolean recording;
  gboolean painted; /* in the frame that is under way */
  BenchView view; /* in the last one recorded */
  guint n_frames;
  gint64 frame_end; /* wall time, in microseconds */
  GArray *costs; /* double: milliseconds of the main thread for each recorded frame */
  gint64 main_start; /* nanoseconds: where the frame under way started */
  gint64 process_start;
  gint64 process_spent; /* in the recorded frames, nanoseconds of all threads */
  gint64 moved_at; /* the recorded frame before, microseconds of wall time */
  gint64 moving_time; /* from each recorded frame to the next of its movement, microseconds */
  guint n_moving;
};

static gint64
get_time (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return now.tv_sec * G_GINT64_CONSTANT (1000000000) + now.tv_nsec;
}

/* What all threads have computed, in nanoseconds. */
gint64
bench_get_process_time (void)
{
  return get_time (CLOCK_PROCESS_CPUTIME_ID);
}

static void
paint_cb (Bench *self)
{
  self->painted = TRUE;
}

static void
start_frame (Bench *self)
{
  self->main_start = get_time (CLOCK_THREAD_CPUTIME_ID);
  self->process_start = bench_get_process_time ();
}

static gboolean
has_moved (Bench *self,
           const BenchView *before)
{
  BenchView view = bench_get_view (self);

  return view.x != before->x || view.y != before->y || view.scale != before->scale;
}

/* Of a turn of the clock in which nothing was to be painted, or the pane did not move, the cost goes to the next. */
static void
after_paint_cb (Bench *self)
{
  gint64 process_end = bench_get_process_time ();
  double cost = (get_time (CLOCK_THREAD_CPUTIME_ID) - self->main_start) / 1e6;

  if (!self->painted)
    return;
  self->painted = FALSE;
  self->n_frames++;
  self->frame_end = g_get_monotonic_time ();
  if (!self->recording || !has_moved (self, &self->view))
    return;
  self->view = bench_get_view (self);
  g_array_append_val (self->costs, cost);
  if (self->frame_end - self->moved_at < LONGEST_FRAME)
    {
      self->moving_time += self->frame_end - self->moved_at;
      self->n_moving++;
    }
  self->moved_at = self->frame_end;
  self->process_spent += process_end - self->process_start;
  start_frame (self);
}

/* A window at the corner of the screen, without frame or shadow, shown and painted. */
Bench *
bench_new (const BenchPane *kind,
           SteppeFocus *focus)
{
  Bench *self = g_new0 (Bench, 1);

  self->kind = kind;
  self->costs = g_array_new (FALSE, FALSE, sizeof (double));
  self->pane = kind->create (focus);
  self->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (self->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), kind->width, kind->height);
  gtk_window_set_child (GTK_WINDOW (self->window), self->pane);
  gtk_widget_realize (self->window);
  self->clock = g_object_ref (gtk_widget_get_frame_clock (self->window));
  g_signal_connect_swapped (self->clock, "paint", G_CALLBACK (paint_cb), self);
  g_signal_connect_swapped (self->clock, "after-paint", G_CALLBACK (after_paint_cb), self);
  gtk_window_present (GTK_WINDOW (self->window));
  bench_wait_rest (self);
  return self;
}

static void
give_up_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static gboolean
wait_frame (Bench *self,
            guint patience)
{
  guint before = self->n_frames;
  gboolean given_up = FALSE;
  guint timeout = g_timeout_add_once (patience, give_up_cb, &given_up);

  while (self->n_frames == before && !given_up)
    g_main_context_iteration (NULL, TRUE);
  if (!given_up)
    g_source_remove (timeout);
  return self->n_frames != before;
}

void
bench_free (Bench *self)
{
  while (wait_frame (self, LAST_PATIENCE))
    ;
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_handlers_disconnect_by_data (self->clock, self);
  g_object_unref (self->clock);
  if (self->xdotool != NULL)
    {
      g_output_stream_close (g_subprocess_get_stdin_pipe (self->xdotool), NULL, NULL);
      g_subprocess_wait (self->xdotool, NULL, NULL);
      g_object_unref (self->xdotool);
    }
  g_array_unref (self->costs);
  g_free (self);
}

GtkWidget *
bench_get_pane (Bench *self)
{
  return self->pane;
}

/* What the pane shows now. */
BenchView
bench_get_view (Bench *self)
{
  return self->kind->get_view (self->pane);
}

/* Whether only the bench itself is tried. */
void
bench_set_quick (Bench *self,
                 gboolean quick)
{
  self->quick = quick;
}

/* How often something is to be done that is done @amount times in a real run. */
int
bench_get_amount (Bench *self,
                  int amount)
{
  return self->quick ? MIN (amount, 1) : amount;
}

/* Until the next painted frame; returns FALSE when none comes. */
gboolean
bench_wait_frame (Bench *self)
{
  return wait_frame (self, PATIENCE);
}

/* Until the pane has moved, in a painted frame; returns FALSE when it does not. */
gboolean
bench_wait_move (Bench *self)
{
  BenchView before = bench_get_view (self);

  for (int i = 0; i < FRAMES_TO_FOLLOW && bench_wait_frame (self); i++)
    if (has_moved (self, &before))
      return TRUE;
  start_frame (self);
  return FALSE;
}

/* Until no more frames come; returns when the last one was painted, in microseconds of monotonic time. */
gint64
bench_wait_rest (Bench *self)
{
  while (wait_frame (self, REST_PATIENCE))
    ;
  return self->frame_end;
}

/* Starts or stops to take down what frames cost. */
void
bench_record_frames (Bench *self,
                     gboolean record)
{
  self->recording = record;
  self->view = bench_get_view (self);
  start_frame (self);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/* The least cost that no more than the rest of all frames exceed (nearest rank). */
static double
get_quantile (const GArray *sorted,
              double part)
{
  guint rank = (guint) ceil (part * sorted->len);

  return g_array_index (sorted, double, MAX (rank, 1) - 1);
}

/* The most memory that the process has had in use, in megabytes of 10^6 bytes. */
static double
get_peak_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmHWM:");
  return line != NULL ? g_ascii_strtod (line + strlen ("VmHWM:"), NULL) * 1024 / 1e6 : 0;
}

/* Prints one line of JSON: numbers by name, in pairs up to NULL. */
static void G_GNUC_NULL_TERMINATED
print_record (Bench *self,
              const char *action,
              ...)
{
  yyjson_mut_doc *document = yyjson_mut_doc_new (NULL);
  yyjson_mut_val *record = yyjson_mut_obj (document);
  const char *name;
  char *line;
  va_list values;

  yyjson_mut_doc_set_root (document, record);
  yyjson_mut_obj_add_str (document, record, "action", action);
  yyjson_mut_obj_add_str (document, record, "renderer", G_OBJECT_TYPE_NAME (gtk_native_get_renderer (GTK_NATIVE (self->window))));
  va_start (values, action);
  while ((name = va_arg (values, const char *)) != NULL)
    yyjson_mut_obj_add_real (document, record, name, va_arg (values, double));
  va_end (values);
  yyjson_mut_obj_add_real (document, record, "rss_mb", get_peak_memory ());
  line = yyjson_mut_write (document, YYJSON_WRITE_NOFLAG, NULL);
  g_print ("%s\n", line);
  free (line);
  yyjson_mut_doc_free (document);
}

/* Prints what the recorded frames of @action cost, and forgets them; returns FALSE when there are none. */
gboolean
bench_print_frames (Bench *self,
                    const char *action)
{
  if (self->costs->len == 0)
    return FALSE;
  g_array_sort (self->costs, compare_doubles);
  print_record (self, action,
                "main_p50_ms", get_quantile (self->costs, 0.5),
                "main_p95_ms", get_quantile (self->costs, 0.95),
                "most_ms", get_quantile (self->costs, 1),
                "process_ms", self->process_spent / 1e6 / self->costs->len,
                "frames", (double) self->costs->len,
                "fps", self->moving_time > 0 ? self->n_moving * 1e6 / self->moving_time : 0,
                NULL);
  g_array_set_size (self->costs, 0);
  self->process_spent = self->moving_time = 0;
  self->n_moving = 0;
  return TRUE;
}

/* Prints how long @action took, and how long it took when it took longest. */
void
bench_print_wall (Bench *self,
                  const char *action,
                  double wall_ms,
                  double most_ms,
                  double process_ms)
{
  print_record (self, action, "wall_ms", wall_ms, "most_ms", most_ms, "process_ms", process_ms, NULL);
}

/* What sending costs is no cost of the pane, nor is what it takes to begin with it. */
static void G_GNUC_PRINTF (2, 3)
    send (Bench *self,
          const char *format,
          ...)
{
  gint64 before = get_time (CLOCK_THREAD_CPUTIME_ID), cost;
  g_autofree char *command = NULL;
  g_autoptr (GError) error = NULL;
  va_list arguments;

  va_start (arguments, format);
  command = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (self->xdotool == NULL)
    self->xdotool = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE, &error, "xdotool", "-", NULL);
  if (self->xdotool == NULL)
    g_error ("%s", error->message);
  if (!g_output_stream_write_all (g_subprocess_get_stdin_pipe (self->xdotool), command, strlen (command), NULL, NULL, &error))
    g_error ("xdotool: %s", error->message);
  cost = get_time (CLOCK_THREAD_CPUTIME_ID) - before;
  self->main_start += cost;
  self->process_start += cost;
}

/* Moves the pointer to a point of the pane. */
void
bench_move_pointer (Bench *self,
                    double x,
                    double y)
{
  send (self, "mousemove %d %d\n", (int) round (x), (int) round (y));
}

void
bench_press (Bench *self)
{
  send (self, "mousedown 1\n");
}

void
bench_release (Bench *self)
{
  send (self, "mouseup 1\n");
}

/* Turns the wheel so many times, up for more than 0. */
void
bench_turn_wheel (Bench *self,
                  int turns)
{
  int button = turns > 0 ? 4 : 5;

  for (int i = 0; i < ABS (turns) * self->kind->notches; i++)
    send (self, "mousedown %d mouseup %d\n", button, button);
}

/* Drags along a line, a step a frame, and lets go in the middle of the movement, so that the pane glides on for a while. */
void
bench_drag (Bench *self,
            double from,
            double to,
            double y)
{
  int n_steps = bench_get_amount (self, (int) ceil (fabs (to - from) / DRAG_STEP));

  bench_move_pointer (self, from, y);
  bench_press (self);
  for (int i = 1; i <= n_steps; i++)
    {
      bench_move_pointer (self, from + (to > from ? 1 : -1) * i * DRAG_STEP, y);
      bench_wait_move (self);
    }
  bench_release (self);
  for (int i = 0; i < bench_get_amount (self, GLIDE_FRAMES); i++)
    bench_wait_move (self);
}
