/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/steppe-event.h"
#include "model/steppe-statement-groups.h"
#include "model/steppe-statement.h"

static void
add_named (SteppeDossier *dossier,
           SteppeItemKind kind,
           const char *property,
           const char *id)
{
  g_autoptr (SteppeItem) item = steppe_item_new (kind, id);
  g_autoptr (SteppeText) name = steppe_text_new_plain (id);

  g_object_set (item, property, name, NULL);
  g_assert_true (steppe_dossier_add (dossier, item));
}

static void
add_statement (SteppeDossier *dossier,
               const char *id,
               const char *speaker,
               const char *about,
               const char *supports,
               const char *disputes)
{
  g_autoptr (SteppeItem) statement = steppe_item_new (STEPPE_ITEM_STATEMENT, id);
  g_auto (GStrv) abouts = g_strsplit (about, " ", -1);
  g_auto (GStrv) supported = g_strsplit (supports, " ", -1);
  g_auto (GStrv) disputed = g_strsplit (disputes, " ", -1);

  g_object_set (statement, "speaker", speaker, "about", abouts, "supports", supported, "disputes", disputed, NULL);
  g_assert_true (steppe_dossier_add (dossier, statement));
}

/* One says that the visit went well, two agrees, three does not, four speaks of the guest, five
 * both agrees with three and contradicts two, six disputes what was said of something else. */
static SteppeDossier *
create_dossier (void)
{
  SteppeDossier *dossier = steppe_dossier_new ();
  static const char *const speakers[] = { "One", "Two", "Three", "Four", "Five" };

  add_named (dossier, STEPPE_ITEM_EVENT, "title", "visit");
  add_named (dossier, STEPPE_ITEM_ACTOR, "name", "guest");
  for (guint i = 0; i < G_N_ELEMENTS (speakers); i++)
    add_named (dossier, STEPPE_ITEM_ACTOR, "name", speakers[i]);
  add_statement (dossier, "s1", "One", "visit guest", "", "");
  add_statement (dossier, "s2", "Two", "visit", "s1", "");
  add_statement (dossier, "s3", "Three", "visit", "", "s1 s2");
  add_statement (dossier, "s4", "Four", "guest", "", "");
  add_statement (dossier, "s5", "Five", "visit", "s3", "s2");
  add_statement (dossier, "s6", "One", "visit", "", "s4");
  add_statement (dossier, "s7", "nobody", "visit", "", "");
  return dossier;
}

static char *
join_ids (GPtrArray *statements)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < statements->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", steppe_item_get_id (g_ptr_array_index (statements, i)));
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static void
test_groups (void)
{
  static const struct
  {
    const char *id;
    const char *said;
    const char *supports;
    const char *disputes;
  } cases[] = {
    { "visit", "s1 s6 s7", "s2", "s3 s5" },
    { "guest", "s1 s4", "", "" },
    { "s1", "", "s2", "s3" },
    { "s2", "", "", "s3 s5" },
    { "s3", "", "s5", "" },
    { "s4", "", "", "s6" },
    { "s7", "", "", "" },
    { "Two", "", "", "" },
  };
  g_autoptr (SteppeDossier) dossier = create_dossier ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SteppeStatementGroups) groups = steppe_statement_groups_new (dossier, steppe_dossier_lookup (dossier, cases[i].id));
      g_autofree char *said = join_ids (groups->said);
      g_autofree char *supports = join_ids (groups->supports);
      g_autofree char *disputes = join_ids (groups->disputes);

      g_test_message ("%s", cases[i].id);
      g_assert_cmpstr (said, ==, cases[i].said);
      g_assert_cmpstr (supports, ==, cases[i].supports);
      g_assert_cmpstr (disputes, ==, cases[i].disputes);
    }
}

static void
test_speakers (void)
{
  static const struct
  {
    const char *statements;
    guint max_speakers;
    const char *expected;
  } cases[] = {
    { "s1", 3, "One" },
    { "s1 s2 s3", 3, "One, Two, Three" },
    { "s1 s2 s3", 2, "One, Two and 1 more" },
    { "s1 s6 s1", 2, "One" },
    { "s7", 2, NULL },
    { "s7 s4", 2, "Four" },
  };
  g_autoptr (SteppeDossier) dossier = create_dossier ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) ids = g_strsplit (cases[i].statements, " ", -1);
      g_autoptr (GPtrArray) statements = g_ptr_array_new ();
      g_autofree char *speakers = NULL;

      for (guint j = 0; ids[j] != NULL; j++)
        g_ptr_array_add (statements, steppe_dossier_lookup (dossier, ids[j]));
      speakers = steppe_statements_dup_speakers (statements, dossier, cases[i].max_speakers);
      g_assert_cmpstr (speakers, ==, cases[i].expected);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/statement-groups/groups", test_groups);
  g_test_add_func ("/statement-groups/speakers", test_speakers);
  return g_test_run ();
}
