/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier-testing.h"
#include "model/steppe-ties.h"

/* Which events are related, and as what. */

static const char events[] =
    "'events': [{'id': 'visit', 'title': 'Visit', 'related': [{'event': 'warrant', 'as': 'cause'}, {'event': 'none'},"
    "    {'event': 'visit', 'as': 'part'}, {'event': 'plain'}]},"
    "  {'id': 'warrant', 'title': 'Warrant', 'related': [{'event': 'visit', 'as': 'context'}]},"
    "  {'id': 'plain', 'title': 'Plain'},"
    "  {'id': 'finding', 'title': 'Finding', 'related': [{'event': 'visit', 'as': 'cause'}]},"
    "  {'id': 'speech', 'title': 'Speech', 'related': [{'event': 'visit', 'as': 'part-of'}]},"
    "  {'id': 'dinner', 'title': 'Dinner', 'related': [{'event': 'visit', 'as': 'dessert'}]},"
    "  {'id': 'other', 'title': 'Other'}]";

/* What an event says itself goes first; what others say is turned round where that makes sense. */
static void
test_related (void)
{
  static const struct
  {
    const char *event;
    const char *other;
    gboolean related;
    const char *tie;
  } cases[] = {
    { "visit", "warrant", TRUE, "cause" },
    { "warrant", "visit", TRUE, "context" },
    { "visit", "plain", TRUE, NULL },
    { "plain", "visit", TRUE, NULL },
    { "visit", "finding", TRUE, "consequence" },
    { "visit", "speech", TRUE, "part" },
    { "visit", "dinner", TRUE, NULL },
    { "visit", "other", FALSE, NULL },
    { "visit", "visit", FALSE, NULL },
    { "other", "visit", FALSE, NULL },
  };
  g_autoptr (SteppeDossier) dossier = read_members (events);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SteppeItem *event = steppe_dossier_lookup (dossier, cases[i].event), *other = steppe_dossier_lookup (dossier, cases[i].other);
      g_autoptr (GHashTable) ties = steppe_event_find_related (STEPPE_EVENT (event), dossier);

      g_test_message ("%s, %s", cases[i].event, cases[i].other);
      g_assert_true (g_hash_table_contains (ties, other) == cases[i].related);
      g_assert_cmpstr (g_hash_table_lookup (ties, other), ==, cases[i].tie);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ties/related", test_related);
  return g_test_run ();
}
