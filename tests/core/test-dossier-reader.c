/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "dossier-testing.h"
#include "model/steppe-actor.h"
#include "model/steppe-event.h"
#include "model/steppe-journey.h"
#include "model/steppe-narrative.h"
#include "model/steppe-place.h"
#include "model/steppe-relation.h"
#include "model/steppe-source.h"
#include "model/steppe-statement.h"

/* JSON with ' for ", and what is wrong in it. */
static const struct
{
  const char *members;
  const char *pointers;
} faults[] = {
  { "", "" },
  { "'id': 'urn:x', 'language': 'mn', 'title': 'T', 'summary': {'en': 'S', 'zh-Hant': 'S'}, 'x': [null]", "" },
  { "'events': [], 'places': [], 'narratives': []", "" },

  /* The dossier itself. */
  { "'id': 5", "/id" },
  { "'language': 'en_US'", "/language" },
  { "'language': ['en']", "/language" },
  { "'title': ''", "/title" },
  { "'title': {}", "/title" },
  { "'title': {'en': ''}", "/title/en" },
  { "'title': {'en': 'T', 'ru': 5}", "/title/ru" },
  { "'title': {'en': 'T', 'a/b~c': 'T'}", "/title/a~1b~0c" },
  { "'title': {'en': '  \\t '}", "/title/en" },
  { "'title': 'a\\u0000b'", "/title" },
  { "'title': 'a', 'title': 'b'", "/title" },
  { "'summary': null", "/summary" },
  { "'events': {}, 'places': 5", "/events /places" },
  { "'events': [], 'events': []", "/events" },
  { "'format': 'steppe-dossier', 'version': 1", "/format /version" },
  { "'title': {'en': 'T', 'ru': 'T', 'en': 'U', 'RU': 'U', 'en': 'V'}", "/title/en /title/en /title/RU" },
  { "'title': {'en\\u0000': 'T'}", "/title/en" },

  /* Ids. */
  { "'events': [{'title': 'T'}]", "/events/0" },
  { "'events': [{'id': 5, 'title': 'T'}]", "/events/0/id" },
  { "'events': [{'id': '', 'title': 'T'}]", "/events/0/id" },
  { "'events': [{'id': '.a', 'title': 'T'}]", "/events/0/id" },
  { "'events': [{'id': 'a b', 'title': 'T'}]", "/events/0/id" },
  { "'events': [{'id': 'é', 'title': 'T'}]", "/events/0/id" },
  { "'events': [{'id': 'a\\u0000', 'title': 'T'}]", "/events/0/id" },
  { "'events': [{'id': '0._-A', 'title': 'T'}]", "" },
  { "'events': [{'id': 'dossier', 'title': 'T'}, {'id': 'statements', 'title': 'T'}]", "/events/0/id /events/1/id" },
  { "'events': [{'id': 'a', 'title': 'T'}, {'id': 'a', 'title': 'T'}]", "/events/1/id" },
  { "'actors': [{'id': 'a', 'name': 'N'}], 'events': [{'id': 'a', 'title': 'T'}]", "/actors/0/id" },
  { "'events': [{'id': 'a', 'title': 'T', 'id': 'b'}]", "/events/0/id" },

  /* Items and what they cannot do without. */
  { "'events': [5, 'x', null, [], {'id': 'a', 'title': 'T'}]", "/events/0 /events/1 /events/2 /events/3" },
  { "'events': [{'id': 'a'}]", "/events/0" },
  { "'events': [{'id': 'a', 'title': ''}]", "/events/0/title" },
  { "'events': [{}]", "/events/0 /events/0" },
  { "'places': [{'id': 'a'}], 'actors': [{'id': 'b'}], 'statements': [{'id': 'c'}], 'journeys': [{'id': 'd'}]",
    "/places/0 /actors/0 /statements/0 /journeys/0" },
  { "'relations': [{'id': 'r'}]", "/relations/0 /relations/0 /relations/0" },
  { "'sources': [{'id': 's'}]", "/sources/0" },
  { "'sources': [{'id': 's', 'title': 'T'}, {'id': 't', 'publisher': 'P'}]", "" },
  { "'sources': [{'id': 's', 'title': 5}]", "/sources/0/title" },
  { "'narratives': [{'id': 'n'}]", "/narratives/0" },
  { "'narratives': [{'id': 'n', 'title': 'T'}, {'id': 'm', 'text': 'T'}]", "" },
  { "'events': [{'id': 'a', 'title': 'T', 'title': 'U'}]", "/events/0/title" },
  { "'events': [{'id': 'a', 'title\\u0000': 'T'}, {'id': 'b', 'id\\u0000': 'c', 'title': 'T', 'date\\u0000': 5}]", "/events/0" },

  /* Members of the wrong type. */
  { "'events': [{'id': 'a', 'title': 'T', 'kind': 5, 'status': [], 'confidence': {}}]", "/events/0/kind /events/0/status /events/0/confidence" },
  { "'events': [{'id': 'a', 'title': 'T', 'kind': 'odd', 'status': 'odd'}]", "" },
  { "'events': [{'id': 'a', 'title': 'T', 'kind': '', 'status': ''}]", "" },
  { "'events': [{'id': 'a', 'title': 'T', 'confidence': 'High'}]", "/events/0/confidence" },
  { "'events': [{'id': 'a', 'title': 'T', 'confidence': 'high', 'note': 'N'}]", "" },
  { "'sources': [{'id': 's', 'title': 'T', 'url': 5, 'archive': true}]", "/sources/0/url /sources/0/archive" },
  { "'sources': [{'id': 's', 'title': 'T', 'url': 'javascript:x'}]", "" },
  { "'places': [{'id': 'p', 'name': 'N', 'precision_m': '5'}]", "/places/0/precision_m" },
  { "'places': [{'id': 'p', 'name': 'N', 'precision_m': -1}]", "/places/0/precision_m" },
  { "'places': [{'id': 'p', 'name': 'N', 'precision_m': 1e400}]", "/places/0/precision_m" },
  { "'places': [{'id': 'p', 'name': 'N', 'precision_m': 0}]", "" },

  /* Dates. */
  { "'events': [{'id': 'a', 'title': 'T', 'date': '2024-02-30'}]", "/events/0/date" },
  { "'events': [{'id': 'a', 'title': 'T', 'date': ''}]", "/events/0/date" },
  { "'events': [{'id': 'a', 'title': 'T', 'date': 2024}]", "/events/0/date" },
  { "'events': [{'id': 'a', 'title': 'T', 'date': '2024\\u0000'}]", "/events/0/date" },
  { "'events': [{'id': 'a', 'title': 'T', 'date': '2024/2023'}]", "/events/0/date" },
  { "'places': [{'id': 'p', 'name': 'N', 'since': 'x', 'until': 'y'}]", "/places/0/since /places/0/until" },
  { "'sources': [{'id': 's', 'title': 'T', 'date': 'x', 'accessed': 'y'}]", "/sources/0/date /sources/0/accessed" },

  /* References. */
  { "'events': [{'id': 'a', 'title': 'T', 'places': 'p'}]", "/events/0/places" },
  { "'events': [{'id': 'a', 'title': 'T', 'places': [5, 'p']}], 'places': [{'id': 'p', 'name': 'N'}]", "/events/0/places/0" },
  { "'events': [{'id': 'a', 'title': 'T', 'places': ['p', 'q']}], 'places': [{'id': 'p', 'name': 'N'}]", "/events/0/places/1" },
  { "'events': [{'id': 'a', 'title': 'T', 'places': ['a'], 'sources': ['a']}]", "/events/0/places/0 /events/0/sources/0" },
  { "'events': [{'id': 'a', 'title': 'T', 'places': ['p']}], 'places': [{'id': 'p'}]", "/events/0/places/0 /places/0" },
  { "'events': [{'id': 'a', 'title': 'T', 'actors': ['x']}]", "/events/0/actors/0" },
  { "'events': [{'id': 'a', 'title': 'T', 'actors': {}}]", "/events/0/actors" },
  { "'events': [{'id': 'a', 'title': 'T', 'actors': [{'role': 'r'}]}]", "/events/0/actors/0" },
  { "'events': [{'id': 'a', 'title': 'T', 'actors': [{'actor': 'x', 'role': 5}]}]", "/events/0/actors/0/actor /events/0/actors/0/role" },
  { "'events': [{'id': 'a', 'title': 'T', 'related': [{'event': 'a', 'as': 'self'}, {'as': 'x'}]}]", "/events/0/related/1" },
  { "'statements': [{'id': 's', 'text': 'T', 'speaker': 's', 'about': ['s', 'x'], 'supports': ['x'], 'disputes': ['s']}]",
    "/statements/0/speaker /statements/0/about/1 /statements/0/supports/0" },
  { "'relations': [{'id': 'r', 'subject': 'x', 'predicate': 'P', 'object': 'r'}]", "/relations/0/subject" },
  { "'journeys': [{'id': 'j', 'name': 'N', 'legs': [{}, {'from': 'x', 'to': 'j', 'certain': 'no', 'date': 5}]}]",
    "/journeys/0/legs/1/from /journeys/0/legs/1/to /journeys/0/legs/1/certain /journeys/0/legs/1/date" },
  { "'places': [{'id': 'p', 'name': 'N', 'names': [{'name': 'O', 'until': '1924'}, {'until': '1924'}, {'name': {}}]}]",
    "/places/0/names/1 /places/0/names/2/name" },

  { "'places': [{'id': 'p', 'name': 'N', 'geometry': {'type': 'Point', 'type': 5, 'coordinates': [0, 0], 'coordinates': 5}}]",
    "/places/0/geometry/type /places/0/geometry/coordinates" },

  /* Narratives. */
  { "'narratives': [{'id': 'n', 'text': '[a](#n) [b](#x) [c](#x) [d](#dossier) [e](#statements) [f](https://x.org/#y) `[g](#z)`'}]", "/narratives/0/text" },
  { "'narratives': [{'id': 'n', 'text': {'en': '[a](#x) [b](#y)', 'ru': '[a](#n)', 'zh': '[a](#x)'}}]", "/narratives/0/text/en /narratives/0/text/en /narratives/0/text/zh" },
  { "'narratives': [{'id': 'n', 'title': '[a](#x)', 'byline': 5, 'text': ''}]", "/narratives/0/byline /narratives/0/text" },
};

static void
test_faults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (SteppeDossier) dossier = read_members (faults[i].members);
      g_autofree char *pointers = list_faults (dossier);

      g_test_message ("%s", faults[i].members);
      g_assert_cmpstr (pointers, ==, faults[i].pointers);
      g_assert_finalize_object (g_steal_pointer (&dossier));
    }
}

static const struct
{
  const char *geometry;
  const char *pointer; /* below the geometry, NULL for none */
} geometries[] = {
  { "{'type': 'Point', 'coordinates': [106.9, 47.9]}", NULL },
  { "{'type': 'Point', 'coordinates': [-180, -90, 1350.5]}", NULL },
  { "{'type': 'MultiPoint', 'coordinates': [[0, 0], [180, 90]]}", NULL },
  { "{'type': 'LineString', 'coordinates': [[0, 0], [1, 1]]}", NULL },
  { "{'type': 'Polygon', 'coordinates': [[[0, 0], [4, 0], [4, 4], [0, 0]], [[1, 1], [2, 1], [2, 2], [1, 1]]]}", NULL },
  { "{'type': 'MultiPolygon', 'coordinates': [[[[0, 0], [1, 0], [1, 1], [0, 0]]], [[[5, 5], [6, 5], [6, 6], [5, 5]]]]}", NULL },
  { "5", "" },
  { "[]", "" },
  { "{'coordinates': [0, 0]}", "" },
  { "{'type': 'Point'}", "" },
  { "{'type': 'Circle', 'coordinates': [0, 0]}", "/type" },
  { "{'type': 5, 'coordinates': [0, 0]}", "/type" },
  { "{'type': 'Point', 'coordinates': 5}", "/coordinates" },
  { "{'type': 'Point', 'coordinates': []}", "/coordinates" },
  { "{'type': 'Point', 'coordinates': [1]}", "/coordinates" },
  { "{'type': 'Point', 'coordinates': [181, 0]}", "/coordinates/0" },
  { "{'type': 'Point', 'coordinates': [0, -90.001]}", "/coordinates/1" },
  { "{'type': 'Point', 'coordinates': [0, 1e400]}", "/coordinates/1" },
  { "{'type': 'Point', 'coordinates': ['0', 0]}", "/coordinates/0" },
  { "{'type': 'Point', 'coordinates': [null, 0]}", "/coordinates/0" },
  { "{'type': 'Point', 'coordinates': [[0, 0]]}", "/coordinates" },
  { "{'type': 'Point', 'coordinates': [0, 0, 'high']}", "/coordinates/2" },
  { "{'type': 'Point', 'coordinates': [0, 0, 1, null]}", "/coordinates/3" },
  { "{'type': 'MultiPoint', 'coordinates': []}", "/coordinates" },
  { "{'type': 'LineString', 'coordinates': [[0, 0]]}", "/coordinates" },
  { "{'type': 'LineString', 'coordinates': [[0, 0], [0]]}", "/coordinates/1" },
  { "{'type': 'Polygon', 'coordinates': []}", "/coordinates" },
  { "{'type': 'Polygon', 'coordinates': [[[0, 0], [1, 0], [0, 0]]]}", "/coordinates/0" },
  { "{'type': 'Polygon', 'coordinates': [[[0, 0], [1, 0], [1, 1], [0, 1]]]}", "/coordinates/0" },
  { "{'type': 'MultiPolygon', 'coordinates': [[[[0, 0], [1, 0], [1, 1], [0, 91]]]]}", "/coordinates/0/0/3/1" },
};

static void
test_geometries (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (geometries); i++)
    {
      g_autofree char *members = g_strdup_printf ("'places': [{'id': 'p', 'name': 'N', 'geometry': %s}]", geometries[i].geometry);
      g_autofree char *expected = geometries[i].pointer != NULL ? g_strconcat ("/places/0/geometry", geometries[i].pointer, NULL) : g_strdup ("");
      g_autoptr (SteppeDossier) dossier = read_members (members);
      g_autofree char *pointers = list_faults (dossier);
      SteppeItem *place = steppe_dossier_lookup (dossier, "p");

      g_test_message ("%s", geometries[i].geometry);
      g_assert_cmpstr (pointers, ==, expected);
      g_assert_true ((steppe_place_get_geometry (STEPPE_PLACE (place)) != NULL) == (geometries[i].pointer == NULL));
    }
}

static void
test_geometry_parts (void)
{
  g_autoptr (SteppeDossier) dossier = read_members ("'places': [{'id': 'p', 'name': 'N', 'geometry': {'type': 'MultiPolygon', 'coordinates': "
                                                    "[[[[0, 0], [4, 0], [4, 4], [0, 0]], [[1, 1], [2, 1], [2, 2], [1, 1]]], [[[5.25, -6], [6, 5], [6, 6], [5.25, -6]]]]}}]");
  SteppeGeometry *geometry = steppe_place_get_geometry (STEPPE_PLACE (steppe_dossier_lookup (dossier, "p")));
  guint n_positions, polygon;
  const SteppePosition *positions;

  g_assert_cmpint (steppe_geometry_get_kind (geometry), ==, STEPPE_GEOMETRY_MULTI_POLYGON);
  g_assert_cmpuint (steppe_geometry_get_n_parts (geometry), ==, 3);
  steppe_geometry_get_part (geometry, 1, &n_positions, &polygon);
  g_assert_cmpuint (polygon, ==, 0);
  positions = steppe_geometry_get_part (geometry, 2, &n_positions, &polygon);
  g_assert_cmpuint (polygon, ==, 1);
  g_assert_cmpuint (n_positions, ==, 4);
  g_assert_cmpfloat (positions[0].longitude, ==, 5.25);
  g_assert_cmpfloat (positions[0].latitude, ==, -6);
}

/* Why nothing of a text opens. */
static const struct
{
  const char *text;
  SteppeFormatError code;
  const char *part; /* of the message */
} refused[] = {
  { "", STEPPE_FORMAT_ERROR_SYNTAX, "empty" },
  { " \n", STEPPE_FORMAT_ERROR_SYNTAX, "" },
  { "steppe", STEPPE_FORMAT_ERROR_SYNTAX, "line 1, column 1: expected a value, found “s”" },
  { "{'a': 1,\n 'b' 2}", STEPPE_FORMAT_ERROR_SYNTAX, "line 2, column 6: expected a colon, found “2”" },
  { "{'a': [1 2]}", STEPPE_FORMAT_ERROR_SYNTAX, "line 1, column 10: expected a comma or “]”, found “2”" },
  { "{'ё': 1 'b': 2}", STEPPE_FORMAT_ERROR_SYNTAX, "line 1, column 9: expected a comma or “}”" },
  { "{'a': 1, b: 2}", STEPPE_FORMAT_ERROR_SYNTAX, "expected a member’s name" },
  { "{1: 2}", STEPPE_FORMAT_ERROR_SYNTAX, "line 1, column 2: expected a member’s name" },
  { "{'a': {'b\\'': [1, {}, {'c': ','}]} 'd': 2}", STEPPE_FORMAT_ERROR_SYNTAX, "expected a comma or “}”, found" },
  { "{'a': ['b': 1]}", STEPPE_FORMAT_ERROR_SYNTAX, "line 1, column 11: expected a comma or “]”, found “:”" },
  { "{'a': [1}", STEPPE_FORMAT_ERROR_SYNTAX, "expected a comma or “]”, found “}”" },
  { "{'a': }", STEPPE_FORMAT_ERROR_SYNTAX, "line 1, column 7: expected a value, found “}”" },
  { "{'a': [,]}", STEPPE_FORMAT_ERROR_SYNTAX, "line 1, column 8: expected a value, found “,”" },
  { "{'a': 1,, 'b': 2}", STEPPE_FORMAT_ERROR_SYNTAX, "line 1, column 9: expected a member’s name" },
  { "{'a': tru}", STEPPE_FORMAT_ERROR_SYNTAX, "line 1, column 7: expected a value, found “t”" },
  { "{'a': [1, ]}", STEPPE_FORMAT_ERROR_SYNTAX, "line 1, column 9: expected another value after the comma" },
  { "{'a': 1,}", STEPPE_FORMAT_ERROR_SYNTAX, "line 1, column 8: expected another value after the comma" },
  { "{'a': 1", STEPPE_FORMAT_ERROR_SYNTAX, "the end of the file" },
  { "{'a': 'b", STEPPE_FORMAT_ERROR_SYNTAX, "" },
  { "{'a': 1} x", STEPPE_FORMAT_ERROR_SYNTAX, "expected nothing after the dossier, found “x”" },
  { "{'a': 01}", STEPPE_FORMAT_ERROR_SYNTAX, "expected a number" },
  { "{'a': NaN}", STEPPE_FORMAT_ERROR_SYNTAX, "line 1, column 7" },
  { "{'a': '\\q'}", STEPPE_FORMAT_ERROR_SYNTAX, "expected a valid escape" },
  { "{'a': '\\ud800'}", STEPPE_FORMAT_ERROR_SYNTAX, "surrogate" },
  { "{'a': '\xff'}", STEPPE_FORMAT_ERROR_SYNTAX, "expected UTF-8, found the byte FF" },
  { "{'a': '\x01'}", STEPPE_FORMAT_ERROR_SYNTAX, "control character" },
  { "[]", STEPPE_FORMAT_ERROR_FORMAT, "" },
  { "'steppe-dossier'", STEPPE_FORMAT_ERROR_FORMAT, "" },
  { "{}", STEPPE_FORMAT_ERROR_FORMAT, "" },
  { "{'format': 'steppe', 'version': 1}", STEPPE_FORMAT_ERROR_FORMAT, "" },
  { "{'format': ['steppe-dossier'], 'version': 1}", STEPPE_FORMAT_ERROR_FORMAT, "" },
  { "{'format': 'steppe-dossier'}", STEPPE_FORMAT_ERROR_FORMAT, "version" },
  { "{'format': 'steppe-dossier', 'version': '1'}", STEPPE_FORMAT_ERROR_FORMAT, "version" },
  { "{'format': 'steppe-dossier', 'version': 0}", STEPPE_FORMAT_ERROR_FORMAT, "version" },
  { "{'format': 'steppe-dossier', 'version': 2}", STEPPE_FORMAT_ERROR_VERSION, "version is 2" },
  { "{'format': 'steppe-dossier', 'version': 1.5}", STEPPE_FORMAT_ERROR_VERSION, "1.5" },
  { "{'format': 'steppe-dossier', 'version': 1e999}", STEPPE_FORMAT_ERROR_VERSION, "1e999" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *text = g_strdelimit (g_strdup (refused[i].text), "'", '"');
      g_autofree char *shown = g_strescape (text, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (GError) error = NULL;

      g_assert_null (steppe_dossier_read_bytes (bytes, NULL, &error));
      g_test_message ("%s → %s", shown, error->message);
      g_assert_error (error, STEPPE_FORMAT_ERROR, (int) refused[i].code);
      g_assert_nonnull (strstr (error->message, refused[i].part));
    }
}

static void
test_mark (void)
{
  const char *text = "\xef\xbb\xbf{\"format\": \"steppe-dossier\", \"version\": 1, \"id\": \"x\"}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (SteppeDossier) dossier = steppe_dossier_read_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (steppe_dossier_get_id (dossier), ==, "x");
}

/* A dossier that has each member of each kind. */
static SteppeDossier *
read_everything (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "everything.dossier", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  SteppeDossier *dossier = steppe_dossier_read (file, NULL, &error);

  g_assert_no_error (error);
  return dossier;
}

/* Asserts that the file leaves out no field, lest one be added without a test. */
static void
check_all_fields (SteppeDossier *dossier)
{
  for (guint kind = 0; kind < STEPPE_N_ITEM_KINDS; kind++)
    {
      g_autoptr (SteppeItem) item = g_list_model_get_item (steppe_dossier_get_items (dossier, kind), 0);
      g_autoptr (SteppeItem) blank = steppe_item_new (kind, "blank");
      guint n_fields;
      const SteppeField *fields = steppe_item_get_fields (item, &n_fields);

      for (guint i = 0; i < n_fields; i++)
        {
          g_test_message ("%s of %s", fields[i].member, steppe_item_get_id (item));
          g_assert_false (steppe_field_equal (&fields[i], item, blank));
        }
    }
}

static void
check_event (SteppeDossier *dossier)
{
  SteppeItem *item = steppe_dossier_lookup (dossier, "e");
  SteppeEvent *event = STEPPE_EVENT (item);
  SteppeParticipant *participant = g_ptr_array_index (steppe_event_get_participants (event), 0);
  SteppeRelated *related = g_ptr_array_index (steppe_event_get_related (event), 0);

  g_assert_cmpstr (steppe_dossier_resolve_name (dossier, item), ==, "Event");
  g_assert_cmpstr (steppe_dossier_resolve (dossier, steppe_item_get_summary (item)), ==, "S");
  g_assert_cmpstr (steppe_dossier_resolve (dossier, steppe_item_get_note (item)), ==, "N");
  g_assert_cmpint (steppe_item_get_confidence (item), ==, STEPPE_CONFIDENCE_LOW);
  g_assert_cmpstrv (steppe_item_get_sources (item), ((const char *[]) { "s", NULL }));
  g_assert_cmpstr (steppe_event_get_kind (event), ==, "visit");
  g_assert_cmpstr (steppe_date_get_text (steppe_event_get_date (event)), ==, "2024-09-02");
  g_assert_cmpstrv (steppe_event_get_places (event), ((const char *[]) { "p", "q", NULL }));
  g_assert_cmpstr (participant->actor, ==, "a");
  g_assert_cmpstr (participant->role, ==, "host");
  g_assert_cmpint (steppe_event_get_status (event), ==, STEPPE_STATUS_CONFIRMED);
  g_assert_cmpstr (related->event, ==, "e");
  g_assert_cmpstr (related->as, ==, "cause");
}

static void
check_place (SteppeDossier *dossier)
{
  SteppePlace *place = STEPPE_PLACE (steppe_dossier_lookup (dossier, "p"));
  SteppePlaceName *name = g_ptr_array_index (steppe_place_get_names (place), 0);
  SteppePosition center;

  g_assert_true (steppe_geometry_get_center (steppe_place_get_geometry (place), &center));
  g_assert_cmpfloat (center.longitude, ==, 106.9);
  g_assert_cmpfloat (center.latitude, ==, 47.9);
  g_assert_cmpfloat (steppe_place_get_precision_m (place), ==, 1.5);
  g_assert_true (isnan (steppe_place_get_precision_m (STEPPE_PLACE (steppe_dossier_lookup (dossier, "q")))));
  g_assert_cmpstr (steppe_place_get_timezone (place), ==, "Asia/Ulaanbaatar");
  g_assert_cmpstr (steppe_dossier_resolve (dossier, name->name), ==, "Urga");
  g_assert_cmpstr (steppe_date_get_text (name->since), ==, "1639");
  g_assert_cmpstr (steppe_date_get_text (name->until), ==, "1924");
  g_assert_cmpstr (steppe_date_get_text (steppe_place_get_until (place)), ==, "2050");
}

static void
check_others (SteppeDossier *dossier)
{
  SteppeStatement *statement = STEPPE_STATEMENT (steppe_dossier_lookup (dossier, "st"));
  SteppeRelation *relation = STEPPE_RELATION (steppe_dossier_lookup (dossier, "r"));
  SteppeSource *source = STEPPE_SOURCE (steppe_dossier_lookup (dossier, "s"));
  SteppeNarrative *narrative = STEPPE_NARRATIVE (steppe_dossier_lookup (dossier, "n"));

  g_assert_cmpstr (steppe_statement_get_speaker (statement), ==, "a");
  g_assert_cmpstrv (steppe_statement_get_about (statement), ((const char *[]) { "e", NULL }));
  g_assert_cmpstr (steppe_relation_get_subject (relation), ==, "a");
  g_assert_cmpstr (steppe_relation_get_object (relation), ==, "p");
  g_assert_cmpstr (steppe_date_get_text (steppe_relation_get_until (relation)), ==, "2003");
  g_assert_cmpstr (steppe_dossier_resolve (dossier, steppe_source_get_publisher (source)), ==, "P");
  g_assert_cmpstr (steppe_source_get_url (source), ==, "https://x.org");
  g_assert_cmpstr (steppe_source_get_archive (source), ==, "https://y.org");
  g_assert_cmpstr (steppe_dossier_resolve (dossier, steppe_narrative_get_byline (narrative)), ==, "B");
  g_assert_cmpstr (steppe_dossier_resolve (dossier, steppe_narrative_get_text (narrative)), ==, "[e](#e)");
}

static void
check_journey (SteppeDossier *dossier)
{
  SteppeJourney *journey = STEPPE_JOURNEY (steppe_dossier_lookup (dossier, "j"));
  GPtrArray *legs = steppe_journey_get_legs (journey);
  SteppeLeg *leg = g_ptr_array_index (legs, 0);
  SteppeLeg *blank = g_ptr_array_index (legs, 1);

  g_assert_cmpint (steppe_journey_get_status (journey), ==, STEPPE_STATUS_PLANNED);
  g_assert_cmpint (steppe_geometry_get_kind (steppe_journey_get_geometry (journey)), ==, STEPPE_GEOMETRY_LINE_STRING);
  g_assert_cmpstr (leg->from, ==, "p");
  g_assert_cmpstr (leg->to, ==, "q");
  g_assert_false (leg->certain);
  g_assert_cmpstr (leg->status, ==, "alleged");
  g_assert_nonnull (leg->geometry);
  g_assert_true (blank->certain);
  g_assert_null (blank->from);
  /* The file says that it is not, although the second leg has no line. */
  g_assert_false (steppe_journey_is_schematic (journey));
  g_assert_cmpstr (steppe_actor_get_place (STEPPE_ACTOR (steppe_dossier_lookup (dossier, "a"))), ==, "p");
}

static void
test_everything (void)
{
  g_autoptr (SteppeDossier) dossier = read_everything ();
  g_autofree char *pointers = list_faults (dossier);
  static const guint counts[STEPPE_N_ITEM_KINDS] = { 1, 2, 1, 1, 1, 1, 1, 1 };

  g_assert_cmpstr (pointers, ==, "");
  g_assert_cmpstr (steppe_dossier_get_id (dossier), ==, "urn:x");
  g_assert_cmpstr (steppe_dossier_get_language (dossier), ==, "en");
  g_assert_cmpstr (steppe_dossier_resolve (dossier, steppe_dossier_get_title (dossier)), ==, "Dossier");
  for (guint kind = 0; kind < STEPPE_N_ITEM_KINDS; kind++)
    g_assert_cmpuint (count_items (dossier, kind), ==, counts[kind]);
  check_all_fields (dossier);
  check_event (dossier);
  check_place (dossier);
  check_journey (dossier);
  check_others (dossier);
}

static void
test_nothing_changed (void)
{
  g_autoptr (SteppeDossier) dossier = read_everything ();
  guint n_fields;

  steppe_dossier_get_fields (&n_fields);
  for (guint i = 0; i < n_fields; i++)
    g_assert_false (steppe_dossier_has_changed (dossier, i));
  for (guint kind = 0; kind < STEPPE_N_ITEM_KINDS; kind++)
    {
      g_autoptr (SteppeItem) item = g_list_model_get_item (steppe_dossier_get_items (dossier, kind), 0);

      g_assert_cmpint (steppe_item_get_origin (item), ==, 0);
      steppe_item_get_fields (item, &n_fields);
      for (guint i = 0; i < n_fields; i++)
        g_assert_false (steppe_item_has_changed (item, i));
    }
}

/* What is faulty is left out, and nothing else. */
static void
test_rest_opens (void)
{
  g_autoptr (SteppeDossier) dossier = read_members ("'events': [5, {'id': 'a', 'title': {'en': 'A', 'ru': 5}, 'date': 'x', 'places': [1, 'nowhere', 'a', 'p'], 'status': 5,"
                                                    " 'actors': [5, {'role': 'x'}, {'actor': 'p'}, {'actor': 'nobody', 'role': 'r'}]}, {'id': 'b'}],"
                                                    "'places': [{'id': 'p', 'name': 'P', 'geometry': {'type': 'X', 'coordinates': []}}]");
  SteppeEvent *event = STEPPE_EVENT (steppe_dossier_lookup (dossier, "a"));
  GPtrArray *participants = steppe_event_get_participants (event);

  g_assert_cmpuint (count_items (dossier, STEPPE_ITEM_EVENT), ==, 1);
  g_assert_cmpint (steppe_item_get_origin (STEPPE_ITEM (event)), ==, 1);
  g_assert_null (steppe_event_get_date (event));
  g_assert_cmpint (steppe_event_get_status (event), ==, STEPPE_STATUS_REPORTED);
  /* What leads nowhere does no harm; what leads to another kind would. */
  g_assert_cmpstrv (steppe_event_get_places (event), ((const char *[]) { "nowhere", "p", NULL }));
  g_assert_cmpuint (participants->len, ==, 1);
  g_assert_cmpstr (((SteppeParticipant *) g_ptr_array_index (participants, 0))->actor, ==, "nobody");
  g_assert_nonnull (steppe_dossier_lookup (dossier, "p"));
  g_assert_null (steppe_dossier_lookup (dossier, "b"));
}

static void
test_duplicate_names_first (void)
{
  g_autoptr (SteppeDossier) dossier = read_members ("'events': [{'id': 'a'}, {'id': 'a', 'title': 'Second'}], 'places': [{'id': 'a', 'name': 'Third'}]");
  g_autoptr (SteppeFault) fault = g_list_model_get_item (steppe_dossier_get_faults (dossier), 1);

  /* The first has no title, so the second has the id. */
  g_assert_cmpstr (steppe_dossier_resolve_name (dossier, steppe_dossier_lookup (dossier, "a")), ==, "Second");
  g_assert_cmpstr (steppe_fault_get_pointer (fault), ==, "/places/0/id");
  g_assert_nonnull (strstr (steppe_fault_get_message (fault), "/events/1"));
}

static void
test_messages (void)
{
  static const struct
  {
    const char *members;
    const char *message;
  } cases[] = {
    { "'events': 5", "expected a list, found the number 5" },
    { "'title': []", "expected a text, or texts by language, found an empty list" },
    { "'id': 'a\\u0000b', 'language': 'en'", "expected a text, found a text with a NUL in it" },
    { "'language': 'a very long text that would make the message hard to read'", "found “a very long text that would make the mes…”" },
    { "'events': [{'id': 'a', 'title': 'T', 'places': ['p']}]", "“p” is not in this dossier; expected the id of a place" },
    { "'events': [{'id': 'a', 'title': 'T', 'places': ['a']}]", "expected a place, found “a”, which is an event" },
    { "'events': [{'id': 'a', 'title': 'T', 'date': '2024-13'}]", "expected a date in EDTF, found “2024-13”: character " },
    { "'events': [{'id': 'a', 'title': 'T', 'confidence': 'x'}]", "expected one of high, medium, low, found “x”" },
    { "'events': [{'id': 'a'}]", "expected a member “title”, found none" },
    { "'sources': [{'id': 'a'}]", "expected a member “title” or “publisher”, found neither" },
    { "'narratives': [{'id': 'a', 'text': '[x](#nowhere)'}]", "“nowhere”" },
    { "'places': [{'id': 'p', 'name': 'N', 'geometry': {'type': 'Point', 'coordinates': [1, 91]}}]", "expected a latitude from −90 to 90, found the number 91" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SteppeDossier) dossier = read_members (cases[i].members);
      g_autoptr (SteppeFault) fault = g_list_model_get_item (steppe_dossier_get_faults (dossier), 0);

      g_test_message ("%s → %s", cases[i].members, steppe_fault_get_message (fault));
      g_assert_nonnull (strstr (steppe_fault_get_message (fault), cases[i].message));
    }
}

static void
test_ten_faults (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "faulty", "ten-faults.dossier", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SteppeDossier) dossier = steppe_dossier_read (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (steppe_dossier_get_faults (dossier)), ==, 10);
  g_assert_nonnull (steppe_dossier_lookup (dossier, "good"));
  g_assert_nonnull (steppe_dossier_lookup (dossier, "other-good"));
  g_assert_cmpuint (count_items (dossier, STEPPE_ITEM_EVENT), ==, 7);
}

typedef struct
{
  SteppeDossier *dossier;
  GError *error;
  gboolean is_done;
  guint n_reports;
  double last;
  GThread *thread;
} Loading;

static void
report (double fraction,
        gpointer user_data)
{
  Loading *loading = user_data;

  g_assert_true (g_thread_self () == loading->thread);
  g_assert_false (loading->is_done);
  g_assert_cmpfloat (fraction, >, loading->last);
  g_assert_cmpfloat (fraction, <=, 1);
  loading->last = fraction;
  loading->n_reports++;
}

static void
loaded (GObject *source,
        GAsyncResult *result,
        gpointer user_data)
{
  Loading *loading = user_data;

  loading->dossier = steppe_dossier_read_finish (result, &loading->error);
  loading->is_done = TRUE;
}

static GFile *
create_large_file (void)
{
  g_autoptr (GString) text = g_string_new ("{\"format\": \"steppe-dossier\", \"version\": 1, \"events\": [");
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("steppe-XXXXXX.dossier", &path, &error);

  g_assert_no_error (error);
  g_clear_fd (&fd, NULL);
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "%s{\"id\": \"e%u\", \"title\": \"T\"}", i > 0 ? "," : "", i);
  g_string_append (text, "]}");
  g_file_set_contents (path, text->str, (gssize) text->len, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static void
test_async (void)
{
  g_autoptr (GFile) file = create_large_file ();
  Loading loading = { .thread = g_thread_self () };

  steppe_dossier_read_async (file, NULL, report, &loading, loaded, &loading);
  while (!loading.is_done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (loading.error);
  g_assert_cmpuint (count_items (loading.dossier, STEPPE_ITEM_EVENT), ==, 20000);
  g_assert_cmpuint (loading.n_reports, >, 1);
  g_assert_finalize_object (g_steal_pointer (&loading.dossier));
  g_assert_true (g_file_delete (file, NULL, NULL));
}

static void
test_cancel (void)
{
  g_autoptr (GFile) file = create_large_file ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Loading loading = { .thread = g_thread_self (), .last = 2 }; /* no report can be larger */

  steppe_dossier_read_async (file, cancellable, report, &loading, loaded, &loading);
  g_cancellable_cancel (cancellable);
  while (!loading.is_done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (loading.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (loading.dossier);
  g_clear_error (&loading.error);
  g_assert_true (g_file_delete (file, NULL, NULL));
}

/* Cancelled while items are made, which can only be told apart from elsewhere without a file. */
static void
test_cancel_bytes (void)
{
  g_autoptr (GFile) file = create_large_file ();
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (steppe_dossier_read_bytes (bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_delete (file, NULL, NULL));
}

static void
test_missing (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at-all.dossier");
  g_autoptr (GError) error = NULL;
  Loading loading = { .thread = g_thread_self () };

  g_assert_null (steppe_dossier_read (file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  steppe_dossier_read_async (file, NULL, NULL, NULL, loaded, &loading);
  while (!loading.is_done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (loading.error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&loading.error);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dossier-reader/faults", test_faults);
  g_test_add_func ("/dossier-reader/geometries", test_geometries);
  g_test_add_func ("/dossier-reader/geometry-parts", test_geometry_parts);
  g_test_add_func ("/dossier-reader/refused", test_refused);
  g_test_add_func ("/dossier-reader/byte-order-mark", test_mark);
  g_test_add_func ("/dossier-reader/everything", test_everything);
  g_test_add_func ("/dossier-reader/nothing-changed", test_nothing_changed);
  g_test_add_func ("/dossier-reader/rest-opens", test_rest_opens);
  g_test_add_func ("/dossier-reader/duplicate-names-first", test_duplicate_names_first);
  g_test_add_func ("/dossier-reader/messages", test_messages);
  g_test_add_func ("/dossier-reader/ten-faults", test_ten_faults);
  g_test_add_func ("/dossier-reader/async", test_async);
  g_test_add_func ("/dossier-reader/cancel", test_cancel);
  g_test_add_func ("/dossier-reader/cancel-bytes", test_cancel_bytes);
  g_test_add_func ("/dossier-reader/missing", test_missing);
  return g_test_run ();
}
