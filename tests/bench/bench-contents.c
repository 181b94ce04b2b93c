/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"
#include "reader/steppe-contents-list.h"
#include "reader/steppe-contents-pane.h"

/* Frames that a list is scrolled for, one notch of the wheel a frame. */
#define FRAMES 60

static GtkWidget *
find (GtkWidget *widget,
      GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkAdjustment *
get_adjustment (GtkWidget *pane)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (find (find (pane, STEPPE_TYPE_CONTENTS_LIST), GTK_TYPE_LIST_VIEW)));
}

static GtkWidget *
create (SteppeFocus *focus)
{
  return g_object_new (STEPPE_TYPE_CONTENTS_PANE, "focus", focus, NULL);
}

static BenchView
get_view (GtkWidget *pane)
{
  return (BenchView) { 0, gtk_adjustment_get_value (get_adjustment (pane)), 1 };
}

/* Down from the top, the middle and close to the end, and up again. */
static void
pan (Bench *bench,
     GtkWidget *pane)
{
  static const double parts[] = { 0, 0.5, 0.9 };
  GtkAdjustment *adjustment = get_adjustment (pane);

  bench_move_pointer (bench, gtk_widget_get_width (pane) / 2.0, gtk_widget_get_height (pane) / 2.0);
  for (int i = 0; i < bench_get_amount (bench, G_N_ELEMENTS (parts)); i++)
    {
      gtk_adjustment_set_value (adjustment, parts[i] * gtk_adjustment_get_upper (adjustment));
      bench_wait_rest (bench);
      bench_record_frames (bench, TRUE);
      for (int k = 0; k < bench_get_amount (bench, 2 * FRAMES); k++)
        {
          bench_turn_wheel (bench, k < FRAMES ? -1 : 1);
          bench_wait_move (bench);
        }
      bench_record_frames (bench, FALSE);
    }
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const gint64 *first = a, *second = b;

  return (*first > *second) - (*first < *second);
}

/* From a letter that is typed to the frame that shows what is found; the index is there, which is made when the reader
 * begins to search. */
static void
search (Bench *bench,
        GtkWidget *pane)
{
  static const char *const queries[] = { "t", "ta", "tal", "talk", "talks on the pipeline", "погран", "пограничный", "e", "urumqi", "signing border 12" };
  GtkWidget *entry = find (pane, GTK_TYPE_SEARCH_ENTRY);
  gint64 times[G_N_ELEMENTS (queries)], process = bench_get_process_time ();

  steppe_contents_pane_begin_search (STEPPE_CONTENTS_PANE (pane));
  gtk_editable_set_text (GTK_EDITABLE (entry), "warm up");
  g_signal_emit_by_name (entry, "search-changed");
  bench_wait_rest (bench);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      gint64 wall = g_get_monotonic_time ();

      gtk_editable_set_text (GTK_EDITABLE (entry), queries[i]);
      g_signal_emit_by_name (entry, "search-changed");
      bench_wait_frame (bench);
      times[i] = g_get_monotonic_time () - wall;
      bench_wait_rest (bench);
    }
  qsort (times, G_N_ELEMENTS (times), sizeof (gint64), compare_times);
  bench_print_wall (bench, "search", times[G_N_ELEMENTS (times) / 2] / 1e3, times[G_N_ELEMENTS (times) - 1] / 1e3,
                    (bench_get_process_time () - process) / 1e6 / G_N_ELEMENTS (queries));
}

const BenchPane bench_contents = { "contents", 300, 800, 1, create, get_view, pan, NULL, search };
