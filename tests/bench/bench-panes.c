/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "bench.h"
#include "formats/steppe-dossier-reader.h"

/* bench-panes [--quick] [--start] PANE FILE: opens a dossier in one pane, does in it what a reader does, and prints one line of
 * JSON for each thing it measures. With --start it only starts with the dossier. bench.py runs it, several times, and makes one
 * line of several. */

#define SELECTIONS 9

static const BenchPane *const panes[] = {
  &bench_contents,
  &bench_map,
#ifdef HAVE_SHUMATE
  &bench_peer,
#endif
  &bench_timeline,
};

static gboolean quick, start_only;
static const GOptionEntry options[] = {
  { "quick", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &quick, "A few frames, to try the bench itself", NULL },
  { "start", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &start_only, "Start with the dossier, and that is all", NULL },
  { NULL },
};

static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
open_dossier (SteppeFocus *focus,
              const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SteppeDossier) dossier = NULL;

  steppe_dossier_read_async (file, NULL, NULL, NULL, read_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  dossier = steppe_dossier_read_finish (result, &error);
  if (dossier == NULL)
    g_error ("%s", error->message);
  steppe_focus_set_dossier (focus, dossier);
}

/* From the file to the pane at rest. */
static void
measure_open (Bench *bench,
              SteppeFocus *focus,
              const char *path)
{
  gint64 wall = g_get_monotonic_time (), process = bench_get_process_time ();

  open_dossier (focus, path);
  wall = bench_wait_rest (bench) - wall;
  bench_print_wall (bench, "open", wall / 1e3, wall / 1e3, (bench_get_process_time () - process) / 1e6);
}

/* From the start of the program to the pane at rest. */
static void
measure_start (const BenchPane *pane,
               const char *path)
{
  gint64 wall = g_get_monotonic_time ();
  g_autoptr (SteppeFocus) focus = NULL;
  g_autoptr (Bench) bench = NULL;

  adw_init ();
  focus = steppe_focus_new ();
  open_dossier (focus, path);
  bench = bench_new (pane, focus);
  wall = bench_wait_rest (bench) - wall;
  bench_print_wall (bench, "start", wall / 1e3, wall / 1e3, bench_get_process_time () / 1e6);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const gint64 *first = a, *second = b;

  return (*first > *second) - (*first < *second);
}

/* From a selection that another pane makes to the frame that shows it: the median of some, all over the dossier. */
static void
measure_select (Bench *bench,
                SteppeFocus *focus)
{
  GListModel *events = steppe_dossier_get_items (steppe_focus_get_dossier (focus), STEPPE_ITEM_EVENT);
  int n = bench_get_amount (bench, SELECTIONS);
  g_autofree gint64 *times = g_new (gint64, n);
  gint64 process = 0;

  for (int i = 0; i < n; i++)
    {
      g_autoptr (SteppeItem) event = g_list_model_get_item (events, (guint) ((gint64) g_list_model_get_n_items (events) * i / n));
      gint64 wall = g_get_monotonic_time (), before = bench_get_process_time ();

      steppe_focus_set_selected (focus, event);
      bench_wait_frame (bench);
      times[i] = g_get_monotonic_time () - wall;
      process += bench_get_process_time () - before;
      bench_wait_rest (bench);
    }
  qsort (times, n, sizeof (gint64), compare_times);
  steppe_focus_set_selected (focus, NULL);
  bench_wait_rest (bench);
  bench_print_wall (bench, "select", times[n / 2] / 1e3, times[n - 1] / 1e3, process / 1e6 / n);
}

static gboolean
measure_frames (Bench *bench,
                const char *action,
                void (*act) (Bench *bench, GtkWidget *pane))
{
  act (bench, bench_get_pane (bench));
  if (bench_print_frames (bench, action))
    return TRUE;
  g_printerr ("%s: the pane did not follow the pointer\n", action);
  return FALSE;
}

static const BenchPane *
find_pane (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    if (g_str_equal (panes[i]->name, name))
      return panes[i];
  return NULL;
}

static gboolean
measure (const BenchPane *pane,
         const char *path)
{
  g_autoptr (SteppeFocus) focus = NULL;
  g_autoptr (Bench) bench = NULL;

  adw_init ();
  focus = steppe_focus_new ();
  bench = bench_new (pane, focus);
  bench_set_quick (bench, quick);
  measure_open (bench, focus, path);
  measure_select (bench, focus);
  /* Once so that glyphs, signs and shaders are there; bench.py tells of it, and counts the second time. */
  if ((pane->zoom != NULL && !measure_frames (bench, "first zoom", pane->zoom)) || !measure_frames (bench, "first pan", pane->pan) ||
      !measure_frames (bench, "pan", pane->pan) || (pane->zoom != NULL && !measure_frames (bench, "zoom", pane->zoom)))
    return FALSE;
  if (pane->act != NULL)
    pane->act (bench, bench_get_pane (bench));
  return TRUE;
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("PANE FILE");
  g_autoptr (GError) error = NULL;
  const BenchPane *pane;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  pane = argc == 3 ? find_pane (argv[1]) : NULL;
  if (pane == NULL)
    {
      g_printerr ("usage: bench-panes [--quick] [--start] contents|map|peer|timeline FILE\n");
      return 2;
    }
  if (start_only)
    measure_start (pane, argv[2]);
  else if (!measure (pane, argv[2]))
    return 1;
  return 0;
}
