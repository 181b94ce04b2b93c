/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/steppe-writing-private.h"

#include <math.h>

#include "model/steppe-text.h"
#include "time/steppe-date.h"

/* Up to here every whole number is a double of its own. */
#define MAX_WHOLE 9007199254740992.0

/* A number with as many digits as it takes to read the same again; NULL for NaN. */
yyjson_mut_val *
_steppe_writing_create_number (SteppeWriting *self,
                               double number)
{
  if (isnan (number))
    return NULL;
  if (number == floor (number) && fabs (number) < MAX_WHOLE)
    return yyjson_mut_sint (self->document, (gint64) number);
  return yyjson_mut_real (self->document, number);
}

static yyjson_mut_val *
create_text (SteppeWriting *self,
             SteppeText *text)
{
  yyjson_mut_val *map;

  if (steppe_text_is_plain (text))
    return yyjson_mut_str (self->document, steppe_text_get_nth (text, 0, NULL));
  map = yyjson_mut_obj (self->document);
  for (guint i = 0; i < steppe_text_get_n_texts (text); i++)
    {
      const char *tag;
      const char *words = steppe_text_get_nth (text, i, &tag);

      yyjson_mut_obj_add_str (self->document, map, tag, words);
    }
  return map;
}

/* The ids, and what the original has between them that is no id, so that it is not lost. */
static yyjson_mut_val *
create_references (SteppeWriting *self,
                   const SteppeField *field,
                   GStrv ids,
                   yyjson_val *before)
{
  yyjson_mut_val *list = yyjson_mut_arr (self->document);
  const SteppeField element = { field->member, STEPPE_FIELD_REFERENCE, .targets = field->targets };
  yyjson_arr_iter iter = { 0 };
  yyjson_val *next;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    yyjson_mut_arr_add_str (self->document, list, ids[i]);
  yyjson_arr_iter_init (before, &iter);
  while ((next = yyjson_arr_iter_next (&iter)) != NULL)
    if (!_steppe_reading_is_usable (&self->reading, &element, next))
      yyjson_mut_arr_append (list, yyjson_val_mut_copy (self->document, next));
  return yyjson_mut_arr_size (list) > 0 ? list : NULL;
}

/* The value of a field for the file; NULL where it has none. @before is what the file had. */
yyjson_mut_val *
_steppe_writing_create_value (SteppeWriting *self,
                              const SteppeField *field,
                              gconstpointer owner,
                              yyjson_val *before)
{
  gpointer pointer;

  if (field->type == STEPPE_FIELD_NUMBER)
    return _steppe_writing_create_number (self, steppe_field_get_number (field, owner));
  if (field->type == STEPPE_FIELD_BOOLEAN)
    return yyjson_mut_bool (self->document, steppe_field_get_boolean (field, owner));
  pointer = steppe_field_get_pointer (field, owner);
  if (field->type == STEPPE_FIELD_REFERENCES)
    return create_references (self, field, pointer, before);
  if (field->type == STEPPE_FIELD_RECORDS)
    return _steppe_writing_create_records (self, field, pointer, before);
  if (pointer == NULL)
    return NULL;
  switch (field->type)
    {
    case STEPPE_FIELD_STRING:
    case STEPPE_FIELD_REFERENCE:
      return yyjson_mut_str (self->document, pointer);
    case STEPPE_FIELD_TEXT:
      return create_text (self, pointer);
    case STEPPE_FIELD_DATE:
      return yyjson_mut_str (self->document, steppe_date_get_text (pointer));
    case STEPPE_FIELD_GEOMETRY:
      return _steppe_writing_create_geometry (self, pointer, before);
    case STEPPE_FIELD_REFERENCES:
    case STEPPE_FIELD_RECORDS:
    case STEPPE_FIELD_NUMBER:
    case STEPPE_FIELD_BOOLEAN:
    default:
      g_return_val_if_reached (NULL);
    }
}

static int
find_field (const SteppeField *fields,
            guint n_fields,
            yyjson_val *key)
{
  for (guint i = 0; i < n_fields; i++)
    if (yyjson_equals_str (key, fields[i].member))
      return (int) i;
  return -1;
}

static void
add_member (SteppeWriting *self,
            yyjson_mut_val *object,
            const char *member,
            yyjson_mut_val *value)
{
  if (value != NULL)
    yyjson_mut_obj_add_val (self->document, object, member, value);
}

/* Whether member @n has a new value, which is added. */
static gboolean
add_changed (SteppeWriting *self,
             yyjson_mut_val *object,
             const SteppeWritable *writable,
             guint n,
             yyjson_val *before)
{
  const SteppeField *field = &writable->fields[n];

  if (!writable->is_changed (writable->owner, n, writable->user_data))
    return FALSE;
  add_member (self, object, field->member, _steppe_writing_create_value (self, field, writable->owner, before));
  return TRUE;
}

static void
add_unchanged (SteppeWriting *self,
               yyjson_mut_val *object,
               const SteppeWritable *writable,
               yyjson_val *key,
               yyjson_val *value)
{
  yyjson_mut_val *other = NULL;

  if (writable->create_other != NULL)
    other = writable->create_other (self, yyjson_get_str (key), value, writable->user_data);
  if (other == NULL)
    other = yyjson_val_mut_copy (self->document, value);
  yyjson_mut_obj_add (object, yyjson_val_mut_copy (self->document, key), other);
}

/* Adds the members that the object had in their order: those that have changed with their new
 * values, all others as they are. Then come the new ones. */
void
_steppe_writing_fill_object (SteppeWriting *self,
                             yyjson_mut_val *object,
                             const SteppeWritable *writable)
{
  guint64 changed = 0, seen = 0;
  yyjson_obj_iter iter = { 0 };
  yyjson_val *key;

  yyjson_obj_iter_init (writable->before, &iter);
  while ((key = yyjson_obj_iter_next (&iter)) != NULL)
    {
      yyjson_val *value = yyjson_obj_iter_get_val (key);
      int n = find_field (writable->fields, writable->n_fields, key);

      /* Only the first member of a name was read; where that has changed, no other may follow. */
      if (n >= 0 && (changed >> n & 1))
        continue;
      if (n >= 0 && (seen >> n & 1) == 0 && add_changed (self, object, writable, (guint) n, value))
        changed |= G_GUINT64_CONSTANT (1) << n;
      else
        add_unchanged (self, object, writable, key, value);
      if (n >= 0)
        seen |= G_GUINT64_CONSTANT (1) << n;
    }
  for (guint i = 0; i < writable->n_fields; i++)
    if ((seen >> i & 1) == 0)
      add_changed (self, object, writable, i, NULL);
}
