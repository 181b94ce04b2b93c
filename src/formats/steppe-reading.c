/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "formats/steppe-reading-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "formats/steppe-format-error.h"
#include "time/steppe-date.h"

static void
append_path (const SteppePath *path,
             GString *pointer)
{
  if (path == NULL)
    return;
  append_path (path->parent, pointer);
  g_string_append_c (pointer, '/');
  if (path->member == NULL)
    {
      g_string_append_printf (pointer, "%" G_GSIZE_FORMAT, path->index);
      return;
    }
  for (const char *c = path->member; *c != '\0'; c++)
    {
      if (*c == '~')
        g_string_append (pointer, "~0");
      else if (*c == '/')
        g_string_append (pointer, "~1");
      else
        g_string_append_c (pointer, *c);
    }
}

/* RFC 6901. */
char *
_steppe_path_to_pointer (const SteppePath *self)
{
  g_autoptr (GString) pointer = g_string_new (NULL);

  append_path (self, pointer);
  return g_string_free_and_steal (g_steal_pointer (&pointer));
}

/* Whether a fault is not to be listed; those above the limit are still counted. */
static gboolean
is_silent (SteppeReading *self)
{
  if (!self->quiet && self->n_faults >= STEPPE_DOSSIER_MAX_FAULTS)
    self->n_faults++;
  return self->quiet || self->n_faults > STEPPE_DOSSIER_MAX_FAULTS;
}

void
_steppe_reading_fault (SteppeReading *self,
                       const SteppePath *path,
                       const char *format,
                       ...)
{
  g_autofree char *pointer = NULL;
  g_autofree char *message = NULL;
  va_list arguments;

  if (is_silent (self))
    return;
  self->n_faults++;
  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  pointer = _steppe_path_to_pointer (path);
  steppe_dossier_add_fault (self->dossier, pointer, message);
}

void
_steppe_reading_fault_expected (SteppeReading *self,
                                const SteppePath *path,
                                const char *expected,
                                yyjson_val *found)
{
  g_autofree char *description = NULL;

  if (is_silent (self))
    return;
  description = _steppe_json_describe (found);
  /* Translators: what is wrong in a file, such as “expected a list, found “12””. Word it so that both parts may stand in the nominative. */
  _steppe_reading_fault (self, path, _ ("expected %1$s, found %2$s"), expected, description);
}

const char *
_steppe_reading_describe_kind (SteppeItemKind kind)
{
  static const char *const nouns[STEPPE_N_ITEM_KINDS] = {
    [STEPPE_ITEM_EVENT] = N_ ("an event"),
    [STEPPE_ITEM_PLACE] = N_ ("a place"),
    [STEPPE_ITEM_ACTOR] = N_ ("an actor"),
    [STEPPE_ITEM_STATEMENT] = N_ ("a statement"),
    [STEPPE_ITEM_RELATION] = N_ ("a relation"),
    [STEPPE_ITEM_JOURNEY] = N_ ("a journey"),
    [STEPPE_ITEM_SOURCE] = N_ ("a source"),
    [STEPPE_ITEM_NARRATIVE] = N_ ("a narrative"),
  };

  return _ (nouns[kind]);
}

static const char *
describe_targets (guint targets)
{
  for (guint kind = 0; kind < STEPPE_N_ITEM_KINDS; kind++)
    if (targets == STEPPE_KIND_MASK (kind))
      return _steppe_reading_describe_kind (kind);
  return _ ("an item");
}

/* Whether an id leads to an item that may be pointed to; if not, says so. What leads nowhere is
 * kept, for it does no harm; an item of another kind would. */
static gboolean
check_reference (SteppeReading *self,
                 const SteppePath *path,
                 const SteppeField *field,
                 const char *id)
{
  SteppeClaim claim;

  if (!self->has_claims)
    return TRUE;
  if (!_steppe_reading_find_claim (self, id, &claim))
    {
      _steppe_reading_fault (self, path, _ ("“%1$s” is not in this dossier; expected the id of %2$s"), id, describe_targets (field->targets));
      return TRUE;
    }
  if ((field->targets & STEPPE_KIND_MASK (claim.kind)) == 0)
    {
      _steppe_reading_fault (self, path, _ ("expected %1$s, found “%2$s”, which is %3$s"), describe_targets (field->targets), id, _steppe_reading_describe_kind (claim.kind));
      return FALSE;
    }
  if (claim.is_left_out)
    _steppe_reading_fault (self, path, _ ("“%1$s” has been left out for a fault of its own, at /%2$s/%3$u"), id, steppe_item_kind_get_list_member (claim.kind), claim.index);
  return TRUE;
}

static char *
read_reference (SteppeReading *self,
                const SteppePath *path,
                const SteppeField *field,
                yyjson_val *value)
{
  const char *id = _steppe_json_get_string (value);

  if (id == NULL)
    {
      _steppe_reading_fault_expected (self, path, _ ("an id"), value);
      return NULL;
    }
  return check_reference (self, path, field, id) ? g_strdup (id) : NULL;
}

static GStrv
read_references (SteppeReading *self,
                 const SteppePath *path,
                 const SteppeField *field,
                 yyjson_val *value)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  SteppePath element = { path };
  yyjson_arr_iter iter;
  yyjson_val *next;

  if (!yyjson_is_arr (value))
    {
      _steppe_reading_fault_expected (self, path, _ ("a list of ids"), value);
      return NULL;
    }
  if (yyjson_arr_size (value) == 0)
    return NULL;
  builder = g_strv_builder_new ();
  yyjson_arr_iter_init (value, &iter);
  for (; (next = yyjson_arr_iter_next (&iter)) != NULL; element.index++)
    {
      char *id = read_reference (self, &element, field, next);

      if (id != NULL)
        g_strv_builder_take (builder, id);
    }
  return g_strv_builder_end (builder);
}

static char *
read_string (SteppeReading *self,
             const SteppePath *path,
             const SteppeField *field,
             yyjson_val *value)
{
  const char *text = _steppe_json_get_string (value);
  g_autofree char *words = NULL;

  if (text == NULL)
    _steppe_reading_fault_expected (self, path, _ ("a text"), value);
  else if (field->flags & STEPPE_FIELD_LANGUAGE && !_steppe_reading_is_language_tag (text))
    _steppe_reading_fault_expected (self, path, _ ("a language tag such as “en” or “zh-Hant”"), value);
  else if (field->words == NULL || g_strv_contains (field->words, text))
    return *text != '\0' ? g_strdup (text) : NULL;
  else
    {
      words = g_strjoinv (", ", (char **) field->words);
      /* Translators: %1$s is a list of English words as they stand in the file. */
      _steppe_reading_fault (self, path, _ ("expected one of %1$s, found “%2$s”"), words, text);
    }
  return NULL;
}

static SteppeDate *
read_date (SteppeReading *self,
           const SteppePath *path,
           yyjson_val *value)
{
  const char *text = _steppe_json_get_string (value);
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;
  SteppeDate *date;

  if (text == NULL)
    {
      _steppe_reading_fault_expected (self, path, _ ("a date in EDTF"), value);
      return NULL;
    }
  date = steppe_date_new (text, &error);
  if (date == NULL)
    {
      found = _steppe_json_describe (value);
      /* Translators: %1$s is a date as the file has it, in quotation marks, %2$s what is wrong with it and where. */
      _steppe_reading_fault (self, path, _ ("expected a date in EDTF, found %1$s: %2$s"), found, error->message);
    }
  return date;
}

static void
read_number (SteppeReading *self,
             const SteppePath *path,
             const SteppeField *field,
             gpointer owner,
             yyjson_val *value)
{
  double number = _steppe_json_get_number (value);

  if (isfinite (number) && number >= 0)
    steppe_field_set_number (field, owner, number);
  else
    _steppe_reading_fault_expected (self, path, _ ("a number of 0 or more"), value);
}

static void
read_boolean (SteppeReading *self,
              const SteppePath *path,
              const SteppeField *field,
              gpointer owner,
              yyjson_val *value)
{
  if (yyjson_is_bool (value))
    steppe_field_set_boolean (field, owner, yyjson_get_bool (value));
  else
    _steppe_reading_fault_expected (self, path, _ ("true or false"), value);
}

/* A record; NULL where what is required is not there. */
gpointer
_steppe_reading_read_record (SteppeReading *self,
                             const SteppePath *path,
                             const SteppeRecordInfo *info,
                             yyjson_val *value)
{
  gpointer record;

  if (!yyjson_is_obj (value))
    {
      _steppe_reading_fault_expected (self, path, _ ("an object"), value);
      return NULL;
    }
  record = steppe_record_new (info);
  if (_steppe_reading_read_fields (self, path, info->fields, info->n_fields, record, value))
    return record;
  steppe_record_free (record);
  return NULL;
}

static GPtrArray *
read_records (SteppeReading *self,
              const SteppePath *path,
              const SteppeField *field,
              yyjson_val *value)
{
  g_autoptr (GPtrArray) records = NULL;
  SteppePath element = { path };
  yyjson_arr_iter iter;
  yyjson_val *next;

  if (!yyjson_is_arr (value))
    {
      _steppe_reading_fault_expected (self, path, _ ("a list of objects"), value);
      return NULL;
    }
  if (yyjson_arr_size (value) == 0)
    return NULL;
  records = g_ptr_array_new_full ((guint) yyjson_arr_size (value), steppe_record_free);
  yyjson_arr_iter_init (value, &iter);
  for (; (next = yyjson_arr_iter_next (&iter)) != NULL; element.index++)
    {
      gpointer record = _steppe_reading_read_record (self, &element, field->record, next);

      if (record != NULL)
        g_ptr_array_add (records, record);
    }
  return g_steal_pointer (&records);
}

/* The value of a field that holds neither a number nor a boolean; NULL when it is not usable. */
gpointer
_steppe_reading_read_pointer (SteppeReading *self,
                              const SteppePath *path,
                              const SteppeField *field,
                              yyjson_val *value)
{
  switch (field->type)
    {
    case STEPPE_FIELD_STRING:
      return read_string (self, path, field, value);
    case STEPPE_FIELD_TEXT:
      return _steppe_reading_read_text (self, path, field, value);
    case STEPPE_FIELD_DATE:
      return read_date (self, path, value);
    case STEPPE_FIELD_REFERENCE:
      return read_reference (self, path, field, value);
    case STEPPE_FIELD_REFERENCES:
      return read_references (self, path, field, value);
    case STEPPE_FIELD_GEOMETRY:
      return _steppe_reading_read_geometry (self, path, value);
    case STEPPE_FIELD_RECORDS:
      return read_records (self, path, field, value);
    case STEPPE_FIELD_NUMBER:
    case STEPPE_FIELD_BOOLEAN:
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
read_field (SteppeReading *self,
            const SteppePath *path,
            const SteppeField *field,
            gpointer owner,
            yyjson_val *value)
{
  if (field->type == STEPPE_FIELD_NUMBER)
    read_number (self, path, field, owner, value);
  else if (field->type == STEPPE_FIELD_BOOLEAN)
    read_boolean (self, path, field, owner, value);
  else
    steppe_field_take_pointer (field, owner, _steppe_reading_read_pointer (self, path, field, value));
}

/* Whether a member would be read as a value at all, faults or not. */
gboolean
_steppe_reading_is_usable (SteppeReading *self,
                           const SteppeField *field,
                           yyjson_val *value)
{
  gboolean was_quiet = self->quiet;
  gpointer pointer;

  if (value == NULL)
    return FALSE;
  self->quiet = TRUE;
  pointer = _steppe_reading_read_pointer (self, NULL, field, value);
  self->quiet = was_quiet;
  steppe_field_free_value (field, pointer);
  return pointer != NULL;
}

/* Says so where an object has a member more than once: only the first is read. */
void
_steppe_reading_check_once (SteppeReading *self,
                            const SteppePath *path,
                            yyjson_val *object,
                            const char *member)
{
  SteppePath member_path = { path, member };
  guint n_seen = 0;
  yyjson_obj_iter iter = { 0 };
  yyjson_val *key;

  yyjson_obj_iter_init (object, &iter);
  while ((key = yyjson_obj_iter_next (&iter)) != NULL)
    if (yyjson_equals_str (key, member) && ++n_seen == 2)
      _steppe_reading_fault (self, &member_path, _ ("expected this member once, found it again"));
}

static guint
find_field (const SteppeField *fields,
            guint n_fields,
            guint guess,
            const char *member)
{
  for (guint i = 0; i < n_fields; i++)
    {
      guint n = guess + i < n_fields ? guess + i : guess + i - n_fields;

      if (g_str_equal (fields[n].member, member))
        return n;
    }
  return n_fields;
}

/* Whether all that is required is there. A required member that is there but not usable has been
 * reported already. */
static gboolean
check_required (SteppeReading *self,
                const SteppePath *path,
                const SteppeField *fields,
                guint n_fields,
                gpointer owner,
                guint64 seen)
{
  gboolean is_whole = TRUE;
  const SteppeField *alternatives[2] = { NULL, NULL };
  gboolean has_alternative = FALSE, saw_alternative = FALSE;

  for (guint i = 0; i < n_fields; i++)
    {
      gboolean is_there = seen >> i & 1;

      if (fields[i].flags & STEPPE_FIELD_ALTERNATIVE)
        {
          alternatives[alternatives[0] != NULL] = &fields[i];
          has_alternative |= steppe_field_get_pointer (&fields[i], owner) != NULL;
          saw_alternative |= is_there;
        }
      if ((fields[i].flags & STEPPE_FIELD_REQUIRED) == 0 || steppe_field_get_pointer (&fields[i], owner) != NULL)
        continue;
      is_whole = FALSE;
      if (!is_there)
        _steppe_reading_fault (self, path, _ ("expected a member “%s”, found none"), fields[i].member);
    }
  if (alternatives[1] == NULL || has_alternative)
    return is_whole;
  if (!saw_alternative)
    _steppe_reading_fault (self, path, _ ("expected a member “%1$s” or “%2$s”, found neither"), alternatives[0]->member, alternatives[1]->member);
  return FALSE;
}

/* Reads the members of an object into an item or record that nobody else has seen yet. Returns
 * whether all that is required is there. */
gboolean
_steppe_reading_read_fields (SteppeReading *self,
                             const SteppePath *path,
                             const SteppeField *fields,
                             guint n_fields,
                             gpointer owner,
                             yyjson_val *object)
{
  guint64 seen = 0;
  guint guess = 0;
  yyjson_obj_iter iter;
  yyjson_val *key;

  yyjson_obj_iter_init (object, &iter);
  while ((key = yyjson_obj_iter_next (&iter)) != NULL)
    {
      SteppePath member = { path, _steppe_json_get_string (key) };
      guint n = member.member != NULL ? find_field (fields, n_fields, guess, member.member) : n_fields;

      if (n == n_fields)
        continue;
      guess = n + 1;
      if (seen >> n & 1)
        _steppe_reading_fault (self, &member, _ ("expected this member once, found it again"));
      else
        read_field (self, &member, &fields[n], owner, yyjson_obj_iter_get_val (key));
      seen |= G_GUINT64_CONSTANT (1) << n;
    }
  return check_required (self, path, fields, n_fields, owner, seen);
}
