/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/steppe-focus.h"

typedef struct
{
  SteppeFocus *focus;
  SteppeDossier *dossier;
  SteppeItem *item;
  GString *heard; /* what changed, in order */
} Fixture;

static void
notified (GObject *object,
          GParamSpec *pspec,
          gpointer user_data)
{
  Fixture *fixture = user_data;

  g_string_append_printf (fixture->heard, "%s ", pspec->name);
}

static void
span_changed (SteppeFocus *focus,
              gpointer user_data)
{
  Fixture *fixture = user_data;

  g_string_append (fixture->heard, "span ");
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->focus = steppe_focus_new ();
  fixture->dossier = steppe_dossier_new ();
  fixture->item = steppe_item_new (STEPPE_ITEM_EVENT, "e");
  fixture->heard = g_string_new (NULL);
  g_assert_true (steppe_dossier_add (fixture->dossier, fixture->item));
  g_signal_connect (fixture->focus, "notify", G_CALLBACK (notified), fixture);
  g_signal_connect (fixture->focus, "span-changed", G_CALLBACK (span_changed), fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->focus);
  g_assert_finalize_object (fixture->dossier);
  g_assert_finalize_object (fixture->item);
  g_string_free (fixture->heard, TRUE);
}

static void
assert_heard (Fixture *fixture,
              const char *expected)
{
  g_assert_cmpstr (fixture->heard->str, ==, expected);
  g_string_truncate (fixture->heard, 0);
}

static void
test_select (Fixture *fixture,
             gconstpointer data)
{
  steppe_focus_set_dossier (fixture->focus, fixture->dossier);
  assert_heard (fixture, "dossier ");
  steppe_focus_set_selected (fixture->focus, fixture->item);
  assert_heard (fixture, "selected ");
  steppe_focus_set_selected (fixture->focus, fixture->item);
  assert_heard (fixture, "");
  g_assert_true (steppe_focus_get_selected (fixture->focus) == fixture->item);
  steppe_focus_set_hovered (fixture->focus, fixture->item);
  steppe_focus_set_hovered (fixture->focus, fixture->item);
  assert_heard (fixture, "hovered ");
  g_object_set (fixture->focus, "selected", NULL, NULL);
  g_object_set (fixture->focus, "hovered", NULL, NULL);
  assert_heard (fixture, "selected hovered ");
  g_assert_null (steppe_focus_get_selected (fixture->focus));
  g_assert_null (steppe_focus_get_hovered (fixture->focus));
}

static void
test_span (Fixture *fixture,
           gconstpointer data)
{
  gint64 earliest = 5, latest = 5;

  g_assert_false (steppe_focus_get_span (fixture->focus, &earliest, &latest));
  g_assert_cmpint (earliest, ==, 5);
  steppe_focus_set_span (fixture->focus, -10, 20);
  assert_heard (fixture, "has-span span ");
  steppe_focus_set_span (fixture->focus, -10, 20);
  assert_heard (fixture, "");
  steppe_focus_set_span (fixture->focus, -10, 21);
  assert_heard (fixture, "span ");
  g_assert_true (steppe_focus_get_span (fixture->focus, &earliest, &latest));
  g_assert_cmpint (earliest, ==, -10);
  g_assert_cmpint (latest, ==, 21);
  g_assert_true (steppe_focus_get_span (fixture->focus, NULL, NULL));
  steppe_focus_clear_span (fixture->focus);
  assert_heard (fixture, "has-span span ");
  steppe_focus_clear_span (fixture->focus);
  assert_heard (fixture, "");
  /* A span of nothing but 0 is one too. */
  steppe_focus_set_span (fixture->focus, 0, 0);
  assert_heard (fixture, "has-span span ");
}

static void
show_span (SteppeFocus *focus,
           gint64 earliest,
           gint64 latest,
           gpointer user_data)
{
  gint64 *span = user_data;

  span[0] = earliest;
  span[1] = latest;
}

/* Showing a span leaves out nothing. */
static void
test_show_span (Fixture *fixture,
                gconstpointer data)
{
  gint64 span[2] = { 0, 0 };

  g_signal_connect (fixture->focus, "show-span", G_CALLBACK (show_span), span);
  steppe_focus_show_span (fixture->focus, -5, 7);
  g_assert_cmpint (span[0], ==, -5);
  g_assert_cmpint (span[1], ==, 7);
  g_assert_false (steppe_focus_get_span (fixture->focus, NULL, NULL));
  assert_heard (fixture, "");
}

static void
test_includes (Fixture *fixture,
               gconstpointer data)
{
  static const struct
  {
    SteppeSpan span;
    gboolean is_included;
  } cases[] = {
    { { -20, -11 }, FALSE },
    { { -20, -10 }, TRUE },
    { { 0, 0 }, TRUE },
    { { 20, 30 }, TRUE },
    { { 21, 30 }, FALSE },
    { { -20, 30 }, TRUE },
    { { STEPPE_INSTANT_MIN, -10 }, TRUE },
    { { STEPPE_INSTANT_MIN, -11 }, FALSE },
    { { 20, STEPPE_INSTANT_MAX }, TRUE },
    { { STEPPE_INSTANT_MAX, STEPPE_INSTANT_MIN }, FALSE }, /* undated */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (steppe_focus_includes (fixture->focus, STEPPE_EVENT (fixture->item), &cases[i].span));
  steppe_focus_set_span (fixture->focus, -10, 20);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (steppe_focus_includes (fixture->focus, STEPPE_EVENT (fixture->item), &cases[i].span) == cases[i].is_included);
}

/* What is seen when the dossier has just changed. */
static void
dossier_changed (SteppeFocus *focus,
                 GParamSpec *pspec,
                 gpointer user_data)
{
  g_assert_null (steppe_focus_get_selected (focus));
  g_assert_null (steppe_focus_get_hovered (focus));
  g_assert_false (steppe_focus_get_span (focus, NULL, NULL));
  (*(guint *) user_data)++;
}

static void
test_other_dossier (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (SteppeDossier) other = steppe_dossier_new ();
  guint n_changes = 0;

  steppe_focus_set_dossier (fixture->focus, fixture->dossier);
  steppe_focus_set_selected (fixture->focus, fixture->item);
  steppe_focus_set_hovered (fixture->focus, fixture->item);
  steppe_focus_set_span (fixture->focus, 0, 1);
  g_signal_connect (fixture->focus, "notify::dossier", G_CALLBACK (dossier_changed), &n_changes);
  steppe_focus_set_dossier (fixture->focus, fixture->dossier);
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_true (steppe_focus_get_selected (fixture->focus) == fixture->item);
  steppe_focus_set_dossier (fixture->focus, other);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_true (steppe_focus_get_dossier (fixture->focus) == other);
  steppe_focus_set_dossier (fixture->focus, NULL);
  g_assert_cmpuint (n_changes, ==, 2);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/focus/select", Fixture, NULL, set_up, test_select, tear_down);
  g_test_add ("/focus/span", Fixture, NULL, set_up, test_span, tear_down);
  g_test_add ("/focus/show-span", Fixture, NULL, set_up, test_show_span, tear_down);
  g_test_add ("/focus/includes", Fixture, NULL, set_up, test_includes, tear_down);
  g_test_add ("/focus/other-dossier", Fixture, NULL, set_up, test_other_dossier, tear_down);
  return g_test_run ();
}
