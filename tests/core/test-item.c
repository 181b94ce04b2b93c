/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "geo/steppe-geometry.h"
#include "model/steppe-event.h"
#include "model/steppe-journey.h"
#include "model/steppe-place.h"
#include "model/steppe-relation.h"

static void
count (GObject *object,
       GParamSpec *pspec,
       gpointer user_data)
{
  (*(guint *) user_data)++;
}

static guint
find_field (SteppeItem *item,
            const char *member)
{
  guint n_fields;
  const SteppeField *fields = steppe_item_get_fields (item, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].member, member))
      return i;
  g_assert_not_reached ();
}

static GPtrArray *
create_records (const SteppeRecordInfo *info,
                guint n)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (steppe_record_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (records, steppe_record_new (info));
  return records;
}

/* A value of a field; @n tells two apart. */
static gpointer
create_value (const SteppeField *field,
              guint n)
{
  switch (field->type)
    {
    case STEPPE_FIELD_STRING:
    case STEPPE_FIELD_REFERENCE:
      return g_strdup_printf ("value-%u", n);
    case STEPPE_FIELD_TEXT:
      return steppe_text_new_plain (n > 0 ? "one" : "other");
    case STEPPE_FIELD_DATE:
      return steppe_date_new (n > 0 ? "2024" : "2025", NULL);
    case STEPPE_FIELD_REFERENCES:
      return g_strsplit (n > 0 ? "a,b" : "a,c", ",", 0);
    case STEPPE_FIELD_GEOMETRY:
      return steppe_geometry_new_point (n, 5);
    case STEPPE_FIELD_RECORDS:
      return create_records (field->record, n + 1);
    case STEPPE_FIELD_NUMBER:
    case STEPPE_FIELD_BOOLEAN:
    default:
      g_assert_not_reached ();
    }
}

static void
set_field (SteppeItem *item,
           const SteppeField *fields,
           guint i,
           guint n)
{
  if (fields[i].type == STEPPE_FIELD_NUMBER)
    steppe_item_set_number (item, i, n);
  else
    steppe_item_take_pointer (item, i, create_value (&fields[i], n));
}

/* For each field of each kind: it notifies when its value changes, and only then. */
static void
test_notify (void)
{
  for (guint kind = 0; kind < STEPPE_N_ITEM_KINDS; kind++)
    {
      g_autoptr (SteppeItem) item = steppe_item_new (kind, "id");
      guint n_fields;
      const SteppeField *fields = steppe_item_get_fields (item, &n_fields);

      for (guint i = 0; i < n_fields; i++)
        {
          g_autofree char *name = g_strdelimit (g_strdup (fields[i].member), "_", '-');
          g_autofree char *signal = g_strconcat ("notify::", name, NULL);
          guint n_notified = 0;
          gulong handler = g_signal_connect (item, signal, G_CALLBACK (count), &n_notified);

          g_assert_false (steppe_item_has_changed (item, i));
          set_field (item, fields, i, 0);
          g_assert_cmpuint (n_notified, ==, 1);
          g_assert_true (steppe_item_has_changed (item, i));
          set_field (item, fields, i, 0);
          g_assert_cmpuint (n_notified, ==, 1);
          set_field (item, fields, i, 1);
          g_assert_cmpuint (n_notified, ==, 2);
          g_signal_handler_disconnect (item, handler);
        }
      steppe_item_set_origin (item, 0);
      for (guint i = 0; i < n_fields; i++)
        g_assert_false (steppe_item_has_changed (item, i));
      g_assert_finalize_object (g_steal_pointer (&item));
    }
}

/* Each field is a property, and reads as what was set. */
static void
test_properties (void)
{
  for (guint kind = 0; kind < STEPPE_N_ITEM_KINDS; kind++)
    {
      g_autoptr (SteppeItem) item = steppe_item_new (kind, "id");
      g_autoptr (SteppeItem) other = steppe_item_new (kind, "id");
      guint n_fields;
      const SteppeField *fields = steppe_item_get_fields (item, &n_fields);

      g_assert_cmpint (steppe_item_get_kind (item), ==, (int) kind);
      g_assert_cmpstr (steppe_item_get_id (item), ==, "id");
      for (guint i = 0; i < n_fields; i++)
        {
          g_autofree char *name = g_strdelimit (g_strdup (fields[i].member), "_", '-');
          g_auto (GValue) value = G_VALUE_INIT;

          set_field (item, fields, i, 1);
          g_assert_false (steppe_field_equal (&fields[i], item, other));
          g_object_get_property (G_OBJECT (item), name, &value);
          g_object_set_property (G_OBJECT (other), name, &value);
          g_assert_true (steppe_field_equal (&fields[i], item, other));
        }
    }
}

static void
test_construct (void)
{
  g_autoptr (SteppeText) title = steppe_text_new_plain ("T");
  g_autoptr (SteppeEvent) event = g_object_new (STEPPE_TYPE_EVENT, "id", "e", "title", title, "kind", "visit", "confidence", "medium", NULL);

  g_assert_true (steppe_item_get_name (STEPPE_ITEM (event)) == title);
  g_assert_cmpstr (steppe_event_get_kind (event), ==, "visit");
  g_assert_cmpint (steppe_item_get_confidence (STEPPE_ITEM (event)), ==, STEPPE_CONFIDENCE_MEDIUM);
  g_assert_cmpint (steppe_item_get_origin (STEPPE_ITEM (event)), ==, -1);
}

static void
test_name_is_first (void)
{
  static const char *const names[STEPPE_N_ITEM_KINDS] = { "title", "name", "name", "text", "predicate", "name", "title", "title" };

  for (guint kind = 0; kind < STEPPE_N_ITEM_KINDS; kind++)
    {
      g_autoptr (SteppeItem) item = steppe_item_new (kind, "id");
      guint n_fields;

      g_assert_cmpstr (steppe_item_get_fields (item, &n_fields)[0].member, ==, names[kind]);
      g_assert_cmpuint (n_fields, >, 5);
      g_assert_nonnull (steppe_item_kind_get_list_member (kind));
    }
}

static void
test_confidence (void)
{
  g_autoptr (SteppeItem) item = steppe_item_new (STEPPE_ITEM_ACTOR, "id");
  static const struct
  {
    const char *word;
    SteppeConfidence confidence;
  } words[] = {
    { "high", STEPPE_CONFIDENCE_HIGH },
    { "medium", STEPPE_CONFIDENCE_MEDIUM },
    { "low", STEPPE_CONFIDENCE_LOW },
    { NULL, STEPPE_CONFIDENCE_UNSTATED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      steppe_item_take_pointer (item, find_field (item, "confidence"), g_strdup (words[i].word));
      g_assert_cmpint (steppe_item_get_confidence (item), ==, words[i].confidence);
    }
}

static void
test_status (void)
{
  g_assert_cmpint (steppe_status_from_string (NULL), ==, STEPPE_STATUS_REPORTED);
  g_assert_cmpint (steppe_status_from_string ("rumoured"), ==, STEPPE_STATUS_OTHER);
  g_assert_null (steppe_status_to_string (STEPPE_STATUS_OTHER));
  g_assert_cmpstr (steppe_status_get_label (STEPPE_STATUS_OTHER, "rumoured"), ==, "rumoured");
  for (guint status = 0; status < STEPPE_STATUS_OTHER; status++)
    {
      g_assert_cmpint (steppe_status_from_string (steppe_status_to_string (status)), ==, (int) status);
      g_assert_cmpstr (steppe_status_get_label (status, "rumoured"), !=, "rumoured");
    }
}

static void
append_reference (SteppeItem *item,
                  const SteppeReference *reference,
                  gpointer user_data)
{
  g_string_append_printf (user_data, "%s[%d]%s%s=%s ", reference->member, reference->index, reference->record_member != NULL ? "." : "",
                          reference->record_member != NULL ? reference->record_member : "", reference->id);
}

static void
assert_references (SteppeItem *item,
                   const char *expected)
{
  g_autoptr (GString) references = g_string_new (NULL);

  steppe_item_foreach_reference (item, append_reference, references);
  g_assert_cmpstr (references->str, ==, expected);
}

static void
test_references (void)
{
  g_autoptr (SteppeItem) event = steppe_item_new (STEPPE_ITEM_EVENT, "e");
  g_autoptr (SteppeItem) relation = steppe_item_new (STEPPE_ITEM_RELATION, "r");
  g_autoptr (SteppeItem) journey = steppe_item_new (STEPPE_ITEM_JOURNEY, "j");
  GPtrArray *participants = g_ptr_array_new_with_free_func (steppe_record_free);
  GPtrArray *legs = g_ptr_array_new_with_free_func (steppe_record_free);
  SteppeParticipant *participant = steppe_participant_new ();
  SteppeLeg *leg = steppe_leg_new ();

  assert_references (event, "");
  participant->actor = g_strdup ("a");
  participant->role = g_strdup ("no reference");
  g_ptr_array_add (participants, participant);
  steppe_item_take_pointer (event, find_field (event, "sources"), g_strsplit ("s,t", ",", 0));
  steppe_item_take_pointer (event, find_field (event, "places"), g_strsplit ("p", ",", 0));
  steppe_item_take_pointer (event, find_field (event, "actors"), participants);
  assert_references (event, "sources[0]=s sources[1]=t places[0]=p actors[0].actor=a ");

  steppe_item_take_pointer (relation, find_field (relation, "subject"), g_strdup ("x"));
  steppe_item_take_pointer (relation, find_field (relation, "object"), g_strdup ("y"));
  assert_references (relation, "subject[-1]=x object[-1]=y ");

  leg->to = g_strdup ("p");
  g_ptr_array_add (legs, steppe_leg_new ());
  g_ptr_array_add (legs, leg);
  steppe_item_take_pointer (journey, find_field (journey, "legs"), legs);
  assert_references (journey, "legs[1].to=p ");
}

/* A leg without a line of its own is drawn along the great circle, and the journey so far schematic, unless the file says
 * otherwise. */
static void
test_schematic (void)
{
  g_autoptr (SteppeItem) journey = steppe_item_new (STEPPE_ITEM_JOURNEY, "j");
  GPtrArray *legs = g_ptr_array_new_with_free_func (steppe_record_free);
  SteppeLeg *drawn = steppe_leg_new ();

  g_assert_false (steppe_journey_is_schematic (STEPPE_JOURNEY (journey)));
  drawn->geometry = steppe_geometry_new_point (1, 2);
  g_ptr_array_add (legs, drawn);
  steppe_item_take_pointer (journey, find_field (journey, "legs"), legs);
  g_assert_false (steppe_journey_is_schematic (STEPPE_JOURNEY (journey)));
  g_ptr_array_add (legs, steppe_leg_new ());
  g_assert_true (steppe_journey_is_schematic (STEPPE_JOURNEY (journey)));
  steppe_item_take_pointer (journey, find_field (journey, "course"), g_strdup ("exact"));
  g_assert_false (steppe_journey_is_schematic (STEPPE_JOURNEY (journey)));
  steppe_item_take_pointer (journey, find_field (journey, "course"), g_strdup ("schematic"));
  g_assert_true (steppe_journey_is_schematic (STEPPE_JOURNEY (journey)));
}

static void
test_records (void)
{
  SteppeLeg *leg = steppe_leg_new ();
  SteppeLeg *other = steppe_leg_new ();
  SteppeParticipant *participant = steppe_participant_new ();

  g_assert_true (leg->certain);
  g_assert_true (steppe_record_equal (leg, other));
  g_assert_false (steppe_record_equal (leg, participant));
  leg->geometry = steppe_geometry_new_point (1, 2);
  other->geometry = steppe_geometry_new_point (1, 2);
  leg->date = steppe_date_new ("2024", NULL);
  other->date = steppe_date_new ("2024", NULL);
  g_assert_true (steppe_record_equal (leg, other));
  other->certain = FALSE;
  g_assert_false (steppe_record_equal (leg, other));
  other->certain = TRUE;
  g_clear_pointer (&other->geometry, steppe_geometry_unref);
  other->geometry = steppe_geometry_new_point (1, 3);
  g_assert_false (steppe_record_equal (leg, other));
  steppe_record_free (leg);
  steppe_record_free (other);
  steppe_record_free (participant);
}

static void
test_number (void)
{
  g_autoptr (SteppeItem) place = steppe_item_new (STEPPE_ITEM_PLACE, "p");
  guint field = find_field (place, "precision_m");
  guint n_notified = 0;

  g_assert_true (isnan (steppe_place_get_precision_m (STEPPE_PLACE (place))));
  g_signal_connect (place, "notify::precision-m", G_CALLBACK (count), &n_notified);
  steppe_item_set_number (place, field, NAN);
  g_assert_cmpuint (n_notified, ==, 0);
  steppe_item_set_number (place, field, 30);
  steppe_item_set_number (place, field, NAN);
  g_assert_cmpuint (n_notified, ==, 2);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/item/notify", test_notify);
  g_test_add_func ("/item/properties", test_properties);
  g_test_add_func ("/item/construct", test_construct);
  g_test_add_func ("/item/name-is-first", test_name_is_first);
  g_test_add_func ("/item/confidence", test_confidence);
  g_test_add_func ("/item/status", test_status);
  g_test_add_func ("/item/references", test_references);
  g_test_add_func ("/item/schematic", test_schematic);
  g_test_add_func ("/item/records", test_records);
  g_test_add_func ("/item/number", test_number);
  return g_test_run ();
}
