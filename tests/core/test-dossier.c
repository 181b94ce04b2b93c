/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/steppe-dossier.h"

typedef struct
{
  guint n_signals;
  guint position;
  guint n_removed;
  guint n_added;
} Changes;

static void
items_changed (GListModel *model,
               guint position,
               guint n_removed,
               guint n_added,
               gpointer user_data)
{
  Changes *changes = user_data;

  changes->n_signals++;
  changes->position = position;
  changes->n_removed = n_removed;
  changes->n_added = n_added;
}

static void
count (GObject *object,
       GParamSpec *pspec,
       gpointer user_data)
{
  (*(guint *) user_data)++;
}

static SteppeItem *
create_item (SteppeItemKind kind,
             const char *id,
             const char *name)
{
  SteppeItem *item = steppe_item_new (kind, id);

  steppe_item_take_pointer (item, 0, steppe_text_new_plain (name));
  return item;
}

static SteppeItem *
add_item (SteppeDossier *dossier,
          SteppeItemKind kind,
          const char *id)
{
  g_autoptr (SteppeItem) item = create_item (kind, id, id);

  g_assert_true (steppe_dossier_add (dossier, item));
  return item; /* the dossier has it */
}

static void
set_references (SteppeItem *item,
                const char *property,
                const char *ids)
{
  g_auto (GStrv) strv = g_strsplit (ids, ",", 0);

  g_object_set (item, property, strv, NULL);
}

static void
test_lookup (void)
{
  g_autoptr (SteppeDossier) dossier = steppe_dossier_new ();
  SteppeItem *place = add_item (dossier, STEPPE_ITEM_PLACE, "a");
  SteppeItem *event = add_item (dossier, STEPPE_ITEM_EVENT, "b");
  g_autoptr (SteppeItem) again = create_item (STEPPE_ITEM_ACTOR, "a", "A");
  g_autoptr (SteppeItem) reserved = create_item (STEPPE_ITEM_ACTOR, "dossier", "A");

  g_assert_true (steppe_dossier_lookup (dossier, "a") == place);
  g_assert_true (steppe_dossier_lookup (dossier, "b") == event);
  g_assert_null (steppe_dossier_lookup (dossier, "c"));
  g_assert_null (steppe_dossier_lookup (dossier, NULL));
  g_assert_false (steppe_dossier_add (dossier, again));
  g_assert_false (steppe_dossier_add (dossier, reserved));
  g_assert_true (steppe_dossier_lookup (dossier, "a") == place);
  g_assert_cmpuint (g_list_model_get_n_items (steppe_dossier_get_items (dossier, STEPPE_ITEM_ACTOR)), ==, 0);
}

static void
test_many_at_once (void)
{
  g_autoptr (SteppeDossier) dossier = steppe_dossier_new ();
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *events = steppe_dossier_get_items (dossier, STEPPE_ITEM_EVENT);
  Changes changes = { 0 };

  add_item (dossier, STEPPE_ITEM_EVENT, "first");
  g_signal_connect (events, "items-changed", G_CALLBACK (items_changed), &changes);
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);

      g_ptr_array_add (items, create_item (STEPPE_ITEM_EVENT, id, "T"));
    }
  steppe_dossier_add_all (dossier, STEPPE_ITEM_EVENT, items);
  g_assert_cmpuint (changes.n_signals, ==, 1);
  g_assert_cmpuint (changes.position, ==, 1);
  g_assert_cmpuint (changes.n_removed, ==, 0);
  g_assert_cmpuint (changes.n_added, ==, 1000);
  g_assert_true (steppe_dossier_lookup (dossier, "e999") == g_ptr_array_index (items, 999));
  g_clear_pointer (&items, g_ptr_array_unref);
  g_assert_finalize_object (g_steal_pointer (&dossier));
}

static void
test_remove (void)
{
  g_autoptr (SteppeDossier) dossier = steppe_dossier_new ();
  SteppeItem *place = add_item (dossier, STEPPE_ITEM_PLACE, "p");
  SteppeItem *event = add_item (dossier, STEPPE_ITEM_EVENT, "e");
  Changes changes = { 0 };

  set_references (event, "places", "p");
  steppe_item_set_origin (place, 7);
  g_assert_cmpuint (steppe_dossier_get_referrers (dossier, "p")->len, ==, 1);
  g_signal_connect (steppe_dossier_get_items (dossier, STEPPE_ITEM_PLACE), "items-changed", G_CALLBACK (items_changed), &changes);
  g_assert_false (steppe_dossier_is_removed (dossier, STEPPE_ITEM_PLACE, 7));
  g_object_ref (place);
  steppe_dossier_remove (dossier, place);
  g_assert_finalize_object (place);
  g_assert_cmpuint (changes.n_signals, ==, 1);
  g_assert_cmpuint (changes.n_removed, ==, 1);
  g_assert_null (steppe_dossier_lookup (dossier, "p"));
  g_assert_null (steppe_dossier_get_referrers (dossier, "p"));
  g_assert_true (steppe_dossier_is_removed (dossier, STEPPE_ITEM_PLACE, 7));
  g_assert_false (steppe_dossier_is_removed (dossier, STEPPE_ITEM_EVENT, 7));
  add_item (dossier, STEPPE_ITEM_ACTOR, "p");
}

static void
test_referrers (void)
{
  g_autoptr (SteppeDossier) dossier = steppe_dossier_new ();
  SteppeItem *statement = add_item (dossier, STEPPE_ITEM_STATEMENT, "st");
  SteppeItem *event = add_item (dossier, STEPPE_ITEM_EVENT, "e");
  SteppeItem *second = add_item (dossier, STEPPE_ITEM_EVENT, "f");
  GPtrArray *referrers;

  add_item (dossier, STEPPE_ITEM_PLACE, "p");
  set_references (second, "places", "p,p,nowhere");
  set_references (event, "places", "p");
  set_references (statement, "about", "p,e");
  referrers = steppe_dossier_get_referrers (dossier, "p");
  g_assert_cmpuint (referrers->len, ==, 3);
  g_assert_true (g_ptr_array_index (referrers, 0) == event);
  g_assert_true (g_ptr_array_index (referrers, 1) == second);
  g_assert_true (g_ptr_array_index (referrers, 2) == statement);
  g_assert_cmpuint (steppe_dossier_get_referrers (dossier, "e")->len, ==, 1);
  g_assert_null (steppe_dossier_get_referrers (dossier, "st"));
  g_assert_null (steppe_dossier_get_referrers (dossier, "nowhere"));

  /* What is added later counts from then on. */
  add_item (dossier, STEPPE_ITEM_PLACE, "nowhere");
  g_assert_true (g_ptr_array_index (steppe_dossier_get_referrers (dossier, "nowhere"), 0) == second);
}

static void
test_languages (void)
{
  g_autoptr (SteppeDossier) dossier = steppe_dossier_new ();
  g_autoptr (SteppeText) text = steppe_text_new (3, (const char *[]) { "en", "ru", "mn" }, (const char *[]) { "E", "R", "M" });
  guint n_notified = 0;

  g_signal_connect (dossier, "notify::languages", G_CALLBACK (count), &n_notified);
  steppe_dossier_set_languages (dossier, (const char *[]) { "fr", "ru", NULL });
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpstr (steppe_dossier_resolve (dossier, text), ==, "R");
  steppe_dossier_set_languages (dossier, (const char *[]) { "fr", NULL });
  g_assert_cmpstr (steppe_dossier_resolve (dossier, text), ==, "E");
  g_assert_cmpuint (n_notified, ==, 2);

  /* Where none of the reader's languages is there, that of the dossier. */
  steppe_dossier_set_language (dossier, "mn");
  g_assert_cmpuint (n_notified, ==, 3);
  g_assert_cmpstr (steppe_dossier_resolve (dossier, text), ==, "M");
  g_assert_cmpstrv (steppe_dossier_get_languages (dossier), ((const char *[]) { "fr", "mn", NULL }));
  steppe_dossier_set_languages (dossier, (const char *[]) { "fr", NULL });
  steppe_dossier_set_language (dossier, "mn");
  g_assert_cmpuint (n_notified, ==, 3);
  g_assert_cmpstr (steppe_dossier_resolve (dossier, NULL), ==, "");
}

static void
test_resolve_name (void)
{
  g_autoptr (SteppeDossier) dossier = steppe_dossier_new ();
  SteppeItem *named = add_item (dossier, STEPPE_ITEM_PLACE, "p");
  g_autoptr (SteppeItem) bare = steppe_item_new (STEPPE_ITEM_PLACE, "bare");

  steppe_item_take_pointer (named, 0, steppe_text_new_plain ("Place"));
  g_assert_cmpstr (steppe_dossier_resolve_name (dossier, named), ==, "Place");
  g_assert_cmpstr (steppe_dossier_resolve_name (dossier, bare), ==, "bare");
}

static void
test_own_fields (void)
{
  g_autoptr (SteppeDossier) dossier = steppe_dossier_new ();
  guint n_fields, n_notified = 0;
  const SteppeField *fields = steppe_dossier_get_fields (&n_fields);

  g_signal_connect (dossier, "notify::title", G_CALLBACK (count), &n_notified);
  g_signal_connect (dossier, "notify::summary", G_CALLBACK (count), &n_notified);
  g_signal_connect (dossier, "notify::id", G_CALLBACK (count), &n_notified);
  g_signal_connect (dossier, "notify::language", G_CALLBACK (count), &n_notified);
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (SteppeText) title = steppe_text_new_plain ("T");
      g_autoptr (SteppeText) summary = steppe_text_new_plain ("S");

      g_object_set (dossier, "title", title, "summary", summary, "id", "urn:x", "language", "mn", NULL);
      g_assert_cmpuint (n_notified, ==, 4);
    }
  g_assert_cmpstr (steppe_dossier_get_id (dossier), ==, "urn:x");
  g_assert_cmpstr (steppe_dossier_get_language (dossier), ==, "mn");
  g_assert_cmpstr (steppe_dossier_resolve (dossier, steppe_dossier_get_title (dossier)), ==, "T");
  g_assert_cmpstr (steppe_dossier_resolve (dossier, steppe_dossier_get_summary (dossier)), ==, "S");
  for (guint i = 0; i < n_fields; i++)
    {
      g_assert_nonnull (g_object_class_find_property (G_OBJECT_GET_CLASS (dossier), fields[i].member));
      g_assert_true (steppe_dossier_has_changed (dossier, i));
    }
  steppe_dossier_set_original (dossier, NULL);
  for (guint i = 0; i < n_fields; i++)
    g_assert_false (steppe_dossier_has_changed (dossier, i));
}

static void
test_is_modified (void)
{
  g_autoptr (SteppeDossier) dossier = steppe_dossier_new ();
  g_autoptr (GBytes) original = g_bytes_new_static ("{}", 2);
  SteppeItem *item = add_item (dossier, STEPPE_ITEM_PLACE, "p");

  g_assert_true (steppe_dossier_is_modified (dossier));
  steppe_item_set_origin (item, 0);
  steppe_dossier_set_original (dossier, original);
  g_assert_false (steppe_dossier_is_modified (dossier));
  add_item (dossier, STEPPE_ITEM_PLACE, "q");
  g_assert_true (steppe_dossier_is_modified (dossier));
  steppe_dossier_remove (dossier, steppe_dossier_lookup (dossier, "q"));
  g_assert_false (steppe_dossier_is_modified (dossier));
  g_object_set (item, "kind", "city", NULL);
  g_assert_true (steppe_dossier_is_modified (dossier));
  steppe_item_set_origin (item, 0);
  steppe_dossier_set_id (dossier, "urn:x");
  g_assert_true (steppe_dossier_is_modified (dossier));
  steppe_dossier_set_original (dossier, original);
  steppe_dossier_remove (dossier, item);
  g_assert_true (steppe_dossier_is_modified (dossier));
}

static void
test_faults (void)
{
  g_autoptr (SteppeDossier) dossier = steppe_dossier_new ();
  GListModel *faults = steppe_dossier_get_faults (dossier);
  g_autoptr (SteppeFault) fault = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (faults), ==, 0);
  steppe_dossier_add_fault (dossier, "/events/0", "expected an object");
  fault = g_list_model_get_item (faults, 0);
  g_assert_cmpstr (steppe_fault_get_pointer (fault), ==, "/events/0");
  g_assert_cmpstr (steppe_fault_get_message (fault), ==, "expected an object");
}

static void
test_ids (void)
{
  static const char *const valid[] = { "a", "0", "Z9", "a.b_c-D", "a--", "dossier2" };
  static const char *const wrong[] = { "", ".a", "-a", "_a", "a b", "a/b", "a#", "é", "a\n" };

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    g_assert_true (steppe_id_is_valid (valid[i]) && !steppe_id_is_reserved (valid[i]));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (steppe_id_is_valid (wrong[i]));
  g_assert_true (steppe_id_is_reserved ("dossier") && steppe_id_is_reserved ("statements"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dossier/lookup", test_lookup);
  g_test_add_func ("/dossier/many-at-once", test_many_at_once);
  g_test_add_func ("/dossier/remove", test_remove);
  g_test_add_func ("/dossier/referrers", test_referrers);
  g_test_add_func ("/dossier/languages", test_languages);
  g_test_add_func ("/dossier/resolve-name", test_resolve_name);
  g_test_add_func ("/dossier/own-fields", test_own_fields);
  g_test_add_func ("/dossier/is-modified", test_is_modified);
  g_test_add_func ("/dossier/faults", test_faults);
  g_test_add_func ("/dossier/ids", test_ids);
  return g_test_run ();
}
