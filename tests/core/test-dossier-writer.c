/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "dossier-testing.h"
#include "formats/steppe-dossier-writer.h"
#include "model/steppe-event.h"
#include "model/steppe-journey.h"
#include "model/steppe-place.h"

/* The text without the spaces of its layout, with ' for ". */
static char *
squeeze (GBytes *bytes)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  g_autoptr (GString) squeezed = g_string_new (NULL);
  gboolean is_quoted = FALSE;

  for (gsize i = 0; i < size; i++)
    {
      if (text[i] == '"' && text[i - 1] != '\\')
        is_quoted = !is_quoted;
      if (text[i] == '"')
        g_string_append_c (squeezed, '\'');
      else if (is_quoted || !g_ascii_isspace (text[i]))
        g_string_append_c (squeezed, text[i]);
    }
  return g_string_free_and_steal (g_steal_pointer (&squeezed));
}

static void
assert_written (SteppeDossier *dossier,
                const char *members)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = steppe_dossier_write_bytes (dossier, &error);
  g_autofree char *written = NULL;
  g_autofree char *expected = g_strconcat ("{'format':'steppe-dossier','version':1", *members != '\0' ? "," : "", members, "}", NULL);
  g_autoptr (SteppeDossier) again = NULL;

  g_assert_no_error (error);
  written = squeeze (bytes);
  g_assert_cmpstr (written, ==, expected);
  again = steppe_dossier_read_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
}

static void
set (SteppeDossier *dossier,
     const char *id,
     const char *member,
     gpointer value)
{
  SteppeItem *item = steppe_dossier_lookup (dossier, id);

  steppe_item_take_pointer (item, find_item_field (item, member), value);
}

/* Compact, for squeeze() to compare. Each level has a member that Steppe does not know. */
#define STRANGE "'x':{'a':[1,1.50,-0.0,1e400,12345678901234567890,1E+2],'b':null,'':true}"
#define EVENT_END "'places':['p'],'actors':[{'actor':'a'," STRANGE ",'role':'host'},{'actor':'a','role':'guest','y':1.10}]," STRANGE
#define PLACE_START "{'id':'p','y':0.10,'name':'P'"
#define GEOMETRY "'geometry':{'type':'Point','coordinates':[106.90,47.9,1350.0],'bbox':[1.00]}"
#define ACTORS "'actors':[{" STRANGE ",'id':'a','name':{'ru':'А','en':'A'}}]"

static const char whole[] =
    STRANGE ",'title':'T','events':[{'id':'e','title':'E','date':'2024-09-02'," EVENT_END "}],"
            "'places':[" PLACE_START "," GEOMETRY ",'precision_m':3000.0}]," ACTORS ",'z':2.0";

static void
test_unchanged (void)
{
  g_autoptr (SteppeDossier) dossier = read_members (whole);
  g_autoptr (GBytes) bytes = steppe_dossier_write_bytes (dossier, NULL);
  g_autofree char *changed = g_strconcat (whole, ",'id':'urn:x'", NULL);

  g_assert_cmpuint (g_list_model_get_n_items (steppe_dossier_get_faults (dossier)), ==, 0);
  g_assert_true (g_bytes_equal (bytes, steppe_dossier_get_original (dossier)));
  steppe_dossier_set_id (dossier, "urn:x");
  assert_written (dossier, changed);
}

/* Whatever is wrong in a file, and left out when it is opened, is written back. */
static void
test_faults_are_kept (void)
{
  static const char *const members[] = {
    "'events':5,'places':{'id':'p'},'title':[]",
    "'events':[5,null,{'id':'a'},{'title':'T'},{'id':'b','title':'B','date':'x'},{'id':'b','title':'Again'}]",
    "'title':'T','title':'U','events':[{'id':'a','title':'T','title':'U'}],'events':[{'id':'b','title':'T'}]",
    "'places':[{'id':'p','name':'N','geometry':{'type':'Circle'},'precision_m':'far'}]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autoptr (SteppeDossier) dossier = read_members (members[i]);

      g_assert_cmpuint (g_list_model_get_n_items (steppe_dossier_get_faults (dossier)), >, 0);
      assert_written (dossier, members[i]);
      steppe_dossier_set_id (dossier, "urn:x");
      {
        g_autofree char *changed = g_strconcat (members[i], ",'id':'urn:x'", NULL);

        assert_written (dossier, changed);
      }
    }
}

static void
test_samples (void)
{
  static const char *const names[] = { "mongolia-2024.dossier", "khalkhin-gol-1939.dossier" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "dossiers", names[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      g_autoptr (SteppeDossier) dossier = steppe_dossier_read (file, NULL, &error);
      g_autofree char *id = g_strdup (steppe_dossier_get_id (dossier));
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *before = squeeze (steppe_dossier_get_original (dossier));
      g_autofree char *after = NULL;

      steppe_dossier_set_id (dossier, "urn:other");
      steppe_dossier_set_id (dossier, id);
      bytes = steppe_dossier_write_bytes (dossier, &error);
      after = squeeze (bytes);
      g_assert_no_error (error);
      g_assert_false (g_bytes_equal (bytes, steppe_dossier_get_original (dossier)));
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_layout (void)
{
  g_autoptr (SteppeDossier) dossier = read_members ("'title': 'Монгол ☃ \\u00e9 \\/', 'places': []");
  g_autoptr (GBytes) bytes = NULL;
  const char *expected = "{\n"
                         "  \"format\": \"steppe-dossier\",\n"
                         "  \"version\": 1,\n"
                         "  \"title\": \"Монгол ☃ é /\",\n"
                         "  \"places\": [],\n"
                         "  \"language\": \"mn\"\n"
                         "}\n";

  steppe_dossier_set_language (dossier, "mn");
  bytes = steppe_dossier_write_bytes (dossier, NULL);

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, strlen (expected));
}

static void
test_own_members (void)
{
  g_autoptr (SteppeDossier) dossier = read_members ("'x':1.0,'title':{'en':'T','x-y':'Z'},'summary':'S','events':[]");
  g_autoptr (SteppeText) title = steppe_text_new (2, (const char *[]) { "mn", "en" }, (const char *[]) { "Т", "U" });

  steppe_dossier_set_title (dossier, title);
  steppe_dossier_set_summary (dossier, NULL);
  steppe_dossier_set_language (dossier, "mn");
  assert_written (dossier, "'x':1.0,'title':{'mn':'Т','en':'U'},'events':[],'language':'mn'");
}

/* Only the first member of a name is read, so none may come after it when it has changed. */
static void
test_repeated_members (void)
{
  g_autoptr (SteppeDossier) dossier = read_members ("'title':'T','summary':'S','title':'U','summary':'V','id':'urn:x'");

  steppe_dossier_set_id (dossier, "urn:y");
  assert_written (dossier, "'title':'T','summary':'S','title':'U','summary':'V','id':'urn:y'");
  steppe_dossier_set_title (dossier, NULL);
  assert_written (dossier, "'summary':'S','summary':'V','id':'urn:y'");
}

/* A name that goes on after a NUL is another name. */
static void
test_member_with_nul (void)
{
  g_autoptr (SteppeDossier) dossier = read_members ("'title\\u0000':'U','title':'T'");
  g_autoptr (SteppeText) title = steppe_text_new_plain ("N");

  steppe_dossier_set_title (dossier, title);
  assert_written (dossier, "'title\\u0000':'U','title':'N'");
}

static void
test_members_of_items (void)
{
  g_autoptr (SteppeDossier) dossier = read_members (whole);

  set (dossier, "e", "date", steppe_date_new ("1984~", NULL));
  set (dossier, "e", "title", steppe_text_new_plain ("New"));
  set (dossier, "e", "status", g_strdup ("planned"));
  set (dossier, "e", "sources", g_strsplit ("s,t", ",", 0));
  set (dossier, "p", "geometry", NULL);
  steppe_item_set_number (steppe_dossier_lookup (dossier, "p"), find_item_field (steppe_dossier_lookup (dossier, "p"), "precision_m"), 12.5);
  assert_written (dossier, STRANGE ",'title':'T','events':[{'id':'e','title':'New','date':'1984~'," EVENT_END ",'sources':['s','t'],'status':'planned'}],"
                                   "'places':[" PLACE_START ",'precision_m':12.5}]," ACTORS ",'z':2.0");
}

static void
test_geometry (void)
{
  g_autoptr (SteppeDossier) dossier = read_members ("'places':[{'id':'p','name':'P'," GEOMETRY "}]");
  SteppeGeometry *polygons = steppe_geometry_new (STEPPE_GEOMETRY_MULTI_POLYGON);

  for (guint part = 0; part < 3; part++)
    {
      steppe_geometry_begin_part (polygons, part / 2);
      for (guint i = 0; i < 4; i++)
        steppe_geometry_add_position (polygons, part + (i % 3 == 1), part + 0.1 + (i % 3 == 2));
    }
  set (dossier, "p", "geometry", polygons);
  assert_written (dossier, "'places':[{'id':'p','name':'P','geometry':{'type':'MultiPolygon','coordinates':["
                           "[[[0,0.1],[1,0.1],[0,1.1],[0,0.1]],[[1,1.1],[2,1.1],[1,2.1],[1,1.1]]],[[[2,2.1],[3,2.1],[2,3.1],[2,2.1]]]],'bbox':[1.00]}}]");

  set (dossier, "p", "geometry", steppe_geometry_new_point (5, -0.25));
  assert_written (dossier, "'places':[{'id':'p','name':'P','geometry':{'type':'Point','coordinates':[5,-0.25],'bbox':[1.00]}}]");
}

static SteppeParticipant *
participate (const char *actor,
             const char *role)
{
  SteppeParticipant *participant = steppe_participant_new ();

  participant->actor = g_strdup (actor);
  participant->role = g_strdup (role);
  return participant;
}

static GPtrArray *
list_participants (SteppeParticipant *first,
                   SteppeParticipant *second,
                   SteppeParticipant *third)
{
  GPtrArray *participants = g_ptr_array_new_with_free_func (steppe_record_free);

  g_ptr_array_add (participants, first);
  if (second != NULL)
    g_ptr_array_add (participants, second);
  if (third != NULL)
    g_ptr_array_add (participants, third);
  return participants;
}

#define PEOPLE "'actors':[{'id':'a','name':'A'},{'id':'b','name':'B'},{'id':'c','name':'C'}]"

/* What is unknown in a record goes with what the record is about. */
static void
test_records (void)
{
  static const char before[] = "'events':[{'id':'e','title':'E','actors':[{'actor':'a','role':'host','x':1.0},{'actor':'a','role':'guest','x':2.0},{'y':3.0,'actor':'b'}]}]," PEOPLE;
  const struct
  {
    GPtrArray *participants;
    const char *actors;
  } cases[] = {
    { list_participants (participate ("a", "guest"), NULL, NULL), "{'actor':'a','role':'guest','x':2.0}" },
    { list_participants (participate ("b", NULL), participate ("a", "guest"), participate ("a", "host")),
      "{'y':3.0,'actor':'b'},{'actor':'a','role':'guest','x':2.0},{'actor':'a','role':'host','x':1.0}" },
    { list_participants (participate ("a", "victim"), participate ("b", "witness"), participate ("c", "judge")),
      "{'actor':'a','role':'victim','x':1.0},{'y':3.0,'actor':'b','role':'witness'},{'actor':'c','role':'judge'}" },
    { list_participants (participate ("a", NULL), participate ("a", "guest"), participate ("a", "guest")),
      "{'actor':'a','x':1.0},{'actor':'a','role':'guest','x':2.0},{'actor':'a','role':'guest'}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SteppeDossier) dossier = read_members (before);
      g_autofree char *after = g_strdup_printf ("'events':[{'id':'e','title':'E','actors':[%s]}]," PEOPLE, cases[i].actors);

      set (dossier, "e", "actors", cases[i].participants);
      assert_written (dossier, after);
    }
}

/* A record or an id that was left out for its faults is no one's to remove. */
static void
test_faulty_records_are_kept (void)
{
  g_autoptr (SteppeDossier) dossier = read_members ("'events':[{'id':'e','title':'E','places':['p',5,'e'],'actors':[{'role':'r'},5,{'actor':'a','role':7},{'actor':'e'}]}],"
                                                    "'places':[{'id':'p','name':'P'}]," PEOPLE);

  set (dossier, "e", "places", g_strsplit ("q", ",", 0));
  set (dossier, "e", "actors", list_participants (participate ("b", NULL), participate ("a", NULL), NULL));
  assert_written (dossier, "'events':[{'id':'e','title':'E','places':['q',5,'e'],'actors':[{'actor':'b'},{'actor':'a','role':7},{'role':'r'},5,{'actor':'e'}]}],"
                           "'places':[{'id':'p','name':'P'}]," PEOPLE);
  set (dossier, "e", "places", NULL);
  set (dossier, "e", "actors", NULL);
  assert_written (dossier, "'events':[{'id':'e','title':'E','places':[5,'e'],'actors':[{'role':'r'},5,{'actor':'e'}]}],"
                           "'places':[{'id':'p','name':'P'}]," PEOPLE);
}

/* The line of a leg that has not changed keeps its digits though its list has. */
static void
test_legs (void)
{
  static const char leg[] = "{'from':'p','geometry':{'type':'LineString','coordinates':[[1.50,2.0],[3,4,500.0]]},'certain':false,'to':'p'}";
  g_autofree char *before = g_strdup_printf ("'journeys':[{'id':'j','name':'J','legs':[%s]}],'places':[{'id':'p','name':'P'}]", leg);
  g_autofree char *after = g_strdup_printf ("'journeys':[{'id':'j','name':'J','legs':[{'date':'2024'},%s]}],'places':[{'id':'p','name':'P'}]", leg);
  g_autoptr (SteppeDossier) dossier = read_members (before);
  SteppeJourney *journey = STEPPE_JOURNEY (steppe_dossier_lookup (dossier, "j"));
  SteppeLeg *old = g_ptr_array_index (steppe_journey_get_legs (journey), 0);
  GPtrArray *legs = g_ptr_array_new_with_free_func (steppe_record_free);
  SteppeLeg *first = steppe_leg_new ();
  SteppeLeg *second = steppe_leg_new ();

  first->date = steppe_date_new ("2024", NULL);
  second->from = g_strdup (old->from);
  second->to = g_strdup (old->to);
  second->certain = FALSE;
  second->geometry = steppe_geometry_ref (old->geometry);
  g_ptr_array_add (legs, first);
  g_ptr_array_add (legs, second);
  set (dossier, "j", "legs", legs);
  assert_written (dossier, after);
}

static SteppeItem *
create_event (const char *id)
{
  SteppeItem *item = steppe_item_new (STEPPE_ITEM_EVENT, id);

  steppe_item_take_pointer (item, 0, steppe_text_new_plain ("T"));
  return item;
}

static void
test_items_added_and_removed (void)
{
  g_autoptr (SteppeDossier) dossier = read_members ("'events':[{'id':'a','title':'A','x':1.0},{'id':'b'},{'id':'c','title':'C'}],'y':5.0");
  g_autoptr (SteppeItem) added = create_event ("d");
  g_autoptr (SteppeItem) again = create_event ("a");
  g_autoptr (SteppeItem) place = steppe_item_new (STEPPE_ITEM_PLACE, "p");

  g_assert_true (steppe_dossier_add (dossier, added));
  steppe_dossier_remove (dossier, steppe_dossier_lookup (dossier, "a"));
  assert_written (dossier, "'events':[{'id':'b'},{'id':'c','title':'C'},{'id':'d','title':'T'}],'y':5.0");

  /* Another item with the id of one that was removed has nothing of it. */
  g_assert_true (steppe_dossier_add (dossier, again));
  steppe_item_take_pointer (place, 0, steppe_text_new_plain ("P"));
  g_assert_true (steppe_dossier_add (dossier, place));
  steppe_dossier_remove (dossier, added);
  assert_written (dossier, "'events':[{'id':'b'},{'id':'c','title':'C'},{'id':'a','title':'T'}],'y':5.0,'places':[{'id':'p','name':'P'}]");
}

static void
test_new_dossier (void)
{
  g_autoptr (SteppeDossier) dossier = steppe_dossier_new ();
  g_autoptr (SteppeItem) item = steppe_item_new (STEPPE_ITEM_PLACE, "p");
  g_autoptr (SteppeItem) event = create_event ("e");
  SteppePlaceName *name = steppe_place_name_new ();
  GPtrArray *names = g_ptr_array_new_with_free_func (steppe_record_free);

  assert_written (dossier, "");
  steppe_dossier_set_id (dossier, "urn:x");
  g_assert_true (steppe_dossier_add (dossier, item) && steppe_dossier_add (dossier, event));
  name->name = steppe_text_new_plain ("Urga");
  name->until = steppe_date_new ("1924", NULL);
  g_ptr_array_add (names, name);
  set (dossier, "p", "name", steppe_text_new (1, (const char *[]) { "en" }, (const char *[]) { "P \"q\"" }));
  set (dossier, "p", "geometry", steppe_geometry_new_point (106.917, 47.92));
  set (dossier, "p", "names", names);
  assert_written (dossier, "'id':'urn:x','events':[{'id':'e','title':'T'}],"
                           "'places':[{'id':'p','name':{'en':'P \\'q\\''},'geometry':{'type':'Point','coordinates':[106.917,47.92]},'names':[{'name':'Urga','until':'1924'}]}]");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dossier-writer/unchanged", test_unchanged);
  g_test_add_func ("/dossier-writer/faults-are-kept", test_faults_are_kept);
  g_test_add_func ("/dossier-writer/samples", test_samples);
  g_test_add_func ("/dossier-writer/layout", test_layout);
  g_test_add_func ("/dossier-writer/own-members", test_own_members);
  g_test_add_func ("/dossier-writer/repeated-members", test_repeated_members);
  g_test_add_func ("/dossier-writer/member-with-nul", test_member_with_nul);
  g_test_add_func ("/dossier-writer/members-of-items", test_members_of_items);
  g_test_add_func ("/dossier-writer/geometry", test_geometry);
  g_test_add_func ("/dossier-writer/records", test_records);
  g_test_add_func ("/dossier-writer/faulty-records-are-kept", test_faulty_records_are_kept);
  g_test_add_func ("/dossier-writer/legs", test_legs);
  g_test_add_func ("/dossier-writer/items-added-and-removed", test_items_added_and_removed);
  g_test_add_func ("/dossier-writer/new-dossier", test_new_dossier);
  return g_test_run ();
}
