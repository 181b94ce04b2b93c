/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "dossier-testing.h"
#include "model/steppe-fold.h"
#include "model/steppe-search-index.h"

static SteppeDossier *
create_dossier (void)
{
  SteppeDossier *dossier = read_members (
      "'language': 'en',"
      "'events': ["
      " {'id': 'later', 'title': {'en': 'Gas talks', 'ru': 'Переговоры о газе', 'zh': '天然气会谈'}, 'date': '2024'},"
      " {'id': 'first', 'title': 'The gas line is surveyed', 'date': '2020'},"
      " {'id': 'vegas', 'title': 'Las Vegas', 'date': '2021'},"
      " {'id': 'summary', 'title': 'A summit', 'date': '2022', 'summary': 'They spoke of gas.', 'note': 'Doubtful'}],"
      "'places': [{'id': 'ub', 'name': {'en': 'Ulaanbaatar', 'mn': 'Улаанбаатар'}, 'names': [{'name': {'en': 'Urga'}}]}],"
      "'actors': [{'id': 'kh', 'name': 'Khürelsükh'}, {'id': 'mn', 'name': 'Mongolia'}, {'id': 'icc', 'name': 'the Court'}],"
      "'statements': [{'id': 's', 'speaker': 'kh', 'text': 'Gas will flow', 'about': ['later']}],"
      "'relations': [{'id': 'r', 'subject': 'mn', 'predicate': 'member of', 'object': 'icc'}],"
      "'journeys': [{'id': 'j', 'name': 'Gas line', 'kind': 'pipeline'}],"
      "'sources': [{'id': 'src', 'publisher': 'The UB Post', 'title': 'A report'}],"
      "'narratives': [{'id': 'n', 'title': 'The story', 'text':"
      " {'en': '# On gas\\n\\nNothing here.\\n\\nOf [gas](#later) again.', 'ru': '[Рассказ](#hidden)'}}]");
  const char *const languages[] = { "en", NULL };

  steppe_dossier_set_languages (dossier, languages);
  return dossier;
}

/* What a query finds: ids by kind in the order of the kinds, with the place of passages. */
static char *
search (const SteppeSearchIndex *index,
        const char *query)
{
  g_auto (GStrv) words = steppe_fold_query (query);
  GArray *hits[STEPPE_N_ITEM_KINDS];
  GString *found = g_string_new (NULL);

  for (guint kind = 0; kind < STEPPE_N_ITEM_KINDS; kind++)
    hits[kind] = g_array_new (FALSE, FALSE, sizeof (SteppeSearchHit));
  steppe_search_index_query (index, (const char *const *) words, hits);
  for (guint kind = 0; kind < STEPPE_N_ITEM_KINDS; kind++)
    {
      for (guint i = 0; i < hits[kind]->len; i++)
        {
          SteppeSearchHit hit = g_array_index (hits[kind], SteppeSearchHit, i);

          g_assert_cmpuint (steppe_item_get_kind (hit.item), ==, kind);
          g_string_append_printf (found, "%s%s", found->len > 0 ? " " : "", steppe_item_get_id (hit.item));
          if (hit.passage >= 0)
            g_string_append_printf (found, "@%d", hit.passage);
        }
      g_array_unref (hits[kind]);
    }
  return g_string_free (found, FALSE);
}

static void
test_query (void)
{
  static const struct
  {
    const char *query;
    const char *found;
  } cases[] = {
    { "", "" },
    /* Names that begin with the word, then those that have it as a word, then within one, then other texts. Each of them
     * in the order of time. */
    { "gas", "later first vegas summary s j n@0 n@2" },
    { "GAS", "later first vegas summary s j n@0 n@2" },
    { "gas line", "first j" },
    { "line gas", "first j" },
    { "\"line gas\"", "" },
    { "газе", "later" },
    { "天然", "later" },
    { "khurelsukh", "kh s" },
    { "khurelsukh gas", "s" },
    { "urga", "ub" },
    { "улаанбаатар", "ub" },
    { "mongolia", "mn r" },
    { "member court", "r" },
    { "ub post", "src" },
    { "doubtful", "summary" },
    { "рассказ", "n" },
    { "hidden", "" },
    { "story", "n" },
    { "nothing gas", "" },
    { "zzz", "" },
  };
  g_autoptr (SteppeDossier) dossier = create_dossier ();
  g_autoptr (SteppeSearchIndex) index = steppe_search_index_new (dossier);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = search (index, cases[i].query);

      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

/* Each name of each item of the sample finds that item. */
static void
test_sample (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "dossiers", "mongolia-2024.dossier", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SteppeDossier) dossier = steppe_dossier_read (file, NULL, &error);
  g_autoptr (SteppeSearchIndex) index = NULL;
  guint n_names = 0;

  g_assert_no_error (error);
  index = steppe_search_index_new (dossier);
  for (SteppeItemKind kind = 0; kind < STEPPE_N_ITEM_KINDS; kind++)
    for (guint i = 0; i < count_items (dossier, kind); i++)
      {
        g_autoptr (SteppeItem) item = g_list_model_get_item (steppe_dossier_get_items (dossier, kind), i);
        SteppeText *name = steppe_item_get_name (item);

        for (guint k = 0; name != NULL && k < steppe_text_get_n_texts (name); k++)
          {
            g_autofree char *found = search (index, steppe_text_get_nth (name, k, NULL));
            g_auto (GStrv) ids = g_strsplit (found, " ", -1);

            g_assert_true (g_strv_contains ((const char *const *) ids, steppe_item_get_id (item)));
            n_names++;
          }
      }
  g_assert_cmpuint (n_names, >, 400);
}

static void
created_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static void
test_async (void)
{
  g_autoptr (SteppeDossier) dossier = create_dossier ();
  g_autoptr (SteppeSearchIndex) index = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  steppe_search_index_new_async (dossier, NULL, created_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  index = steppe_search_index_new_finish (result, &error);
  g_assert_no_error (error);
  found = search (index, "urga");
  g_assert_cmpstr (found, ==, "ub");
}

int
main (int argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-index/query", test_query);
  g_test_add_func ("/search-index/sample", test_sample);
  g_test_add_func ("/search-index/async", test_async);
  return g_test_run ();
}
