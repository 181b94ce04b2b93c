/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/steppe-field.h"

#include <math.h>

#include "geo/steppe-geometry.h"
#include "model/steppe-text.h"
#include "time/steppe-date.h"

typedef struct
{
  const SteppeRecordInfo *info;
} Record;

/**
 * steppe_record_new:
 * @info: what it is made of
 *
 * Returns: (transfer full): a record with absent members; free with [func@record_free]
 */
gpointer
steppe_record_new (const SteppeRecordInfo *info)
{
  Record *record = g_malloc0 (info->size);

  record->info = info;
  if (info->init != NULL)
    info->init (record);
  return record;
}

/**
 * steppe_record_free:
 * @record: (transfer full): a record made by [func@record_new]
 */
void
steppe_record_free (gpointer record)
{
  const SteppeRecordInfo *info = ((Record *) record)->info;

  for (guint i = 0; i < info->n_fields; i++)
    steppe_field_clear (&info->fields[i], record);
  g_free (record);
}

/**
 * steppe_field_get_pointer:
 * @self: a field that holds neither a number nor a boolean
 * @owner: the item or record
 *
 * Returns: (transfer none) (nullable): its value
 */
gpointer
steppe_field_get_pointer (const SteppeField *self,
                          gconstpointer owner)
{
  return *(gpointer *) G_STRUCT_MEMBER_P (owner, self->offset);
}

/**
 * steppe_field_get_number:
 * @self: a field that holds a number
 * @owner: the item or record
 *
 * Returns: its value, NaN when absent
 */
double
steppe_field_get_number (const SteppeField *self,
                         gconstpointer owner)
{
  return *(double *) G_STRUCT_MEMBER_P (owner, self->offset);
}

/**
 * steppe_field_get_boolean:
 * @self: a field that holds a boolean
 * @owner: the item or record
 *
 * Returns: its value
 */
gboolean
steppe_field_get_boolean (const SteppeField *self,
                          gconstpointer owner)
{
  return *(gboolean *) G_STRUCT_MEMBER_P (owner, self->offset);
}

/**
 * steppe_field_free_value:
 * @self: a field that holds neither a number nor a boolean
 * @value: (transfer full) (nullable): a value of its type
 */
void
steppe_field_free_value (const SteppeField *self,
                         gpointer value)
{
  if (value == NULL)
    return;
  switch (self->type)
    {
    case STEPPE_FIELD_TEXT:
      steppe_text_unref (value);
      break;
    case STEPPE_FIELD_DATE:
      steppe_date_unref (value);
      break;
    case STEPPE_FIELD_REFERENCES:
      g_strfreev (value);
      break;
    case STEPPE_FIELD_GEOMETRY:
      steppe_geometry_unref (value);
      break;
    case STEPPE_FIELD_RECORDS:
      g_ptr_array_unref (value);
      break;
    case STEPPE_FIELD_STRING:
    case STEPPE_FIELD_REFERENCE:
      g_free (value);
      break;
    case STEPPE_FIELD_NUMBER:
    case STEPPE_FIELD_BOOLEAN:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
records_equal (GPtrArray *a,
               GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!steppe_record_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

static gboolean
values_equal (const SteppeField *self,
              gpointer a,
              gpointer b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL)
    return FALSE;
  switch (self->type)
    {
    case STEPPE_FIELD_TEXT:
      return steppe_text_equal (a, b);
    case STEPPE_FIELD_DATE:
      return steppe_date_equal (a, b);
    case STEPPE_FIELD_REFERENCES:
      return g_strv_equal (a, b);
    case STEPPE_FIELD_STRING:
    case STEPPE_FIELD_REFERENCE:
      return g_str_equal (a, b);
    case STEPPE_FIELD_GEOMETRY:
      return steppe_geometry_equal (a, b);
    case STEPPE_FIELD_RECORDS:
      return records_equal (a, b);
    case STEPPE_FIELD_NUMBER:
    case STEPPE_FIELD_BOOLEAN:
    default:
      return FALSE;
    }
}

static gboolean
numbers_equal (double a,
               double b)
{
  return a == b || (isnan (a) && isnan (b));
}

/**
 * steppe_field_equal:
 * @self: a field
 * @a: an item or record that has it
 * @b: another of the same sort
 *
 * Returns: whether both have the same value
 */
gboolean
steppe_field_equal (const SteppeField *self,
                    gconstpointer a,
                    gconstpointer b)
{
  switch (self->type)
    {
    case STEPPE_FIELD_NUMBER:
      return numbers_equal (steppe_field_get_number (self, a), steppe_field_get_number (self, b));
    case STEPPE_FIELD_BOOLEAN:
      return steppe_field_get_boolean (self, a) == steppe_field_get_boolean (self, b);
    case STEPPE_FIELD_STRING:
    case STEPPE_FIELD_TEXT:
    case STEPPE_FIELD_DATE:
    case STEPPE_FIELD_REFERENCE:
    case STEPPE_FIELD_REFERENCES:
    case STEPPE_FIELD_GEOMETRY:
    case STEPPE_FIELD_RECORDS:
    default:
      return values_equal (self, steppe_field_get_pointer (self, a), steppe_field_get_pointer (self, b));
    }
}

/**
 * steppe_record_equal:
 * @a: a record
 * @b: another
 *
 * Returns: whether both are of the same sort and all their members are the same
 */
gboolean
steppe_record_equal (gconstpointer a,
                     gconstpointer b)
{
  const SteppeRecordInfo *info = ((const Record *) a)->info;

  if (info != ((const Record *) b)->info)
    return FALSE;
  for (guint i = 0; i < info->n_fields; i++)
    if (!steppe_field_equal (&info->fields[i], a, b))
      return FALSE;
  return TRUE;
}

/**
 * steppe_field_take_pointer:
 * @self: a field that holds neither a number nor a boolean
 * @owner: the item or record
 * @value: (transfer full) (nullable): the new value
 *
 * Returns: whether the value changed
 */
gboolean
steppe_field_take_pointer (const SteppeField *self,
                           gpointer owner,
                           gpointer value)
{
  gpointer *place = (gpointer *) G_STRUCT_MEMBER_P (owner, self->offset);

  if (values_equal (self, *place, value))
    {
      if (value != *place)
        steppe_field_free_value (self, value);
      return FALSE;
    }
  steppe_field_free_value (self, *place);
  *place = value;
  return TRUE;
}

/**
 * steppe_field_set_number:
 * @self: a field that holds a number
 * @owner: the item or record
 * @value: the new value, NaN for none
 *
 * Returns: whether the value changed
 */
gboolean
steppe_field_set_number (const SteppeField *self,
                         gpointer owner,
                         double value)
{
  double *place = (double *) G_STRUCT_MEMBER_P (owner, self->offset);

  if (numbers_equal (*place, value))
    return FALSE;
  *place = value;
  return TRUE;
}

/**
 * steppe_field_set_boolean:
 * @self: a field that holds a boolean
 * @owner: the item or record
 * @value: the new value
 *
 * Returns: whether the value changed
 */
gboolean
steppe_field_set_boolean (const SteppeField *self,
                          gpointer owner,
                          gboolean value)
{
  gboolean *place = (gboolean *) G_STRUCT_MEMBER_P (owner, self->offset);

  if (!*place == !value)
    return FALSE;
  *place = !!value;
  return TRUE;
}

/**
 * steppe_field_clear:
 * @self: a field
 * @owner: the item or record
 *
 * Frees the value when its owner is freed.
 */
void
steppe_field_clear (const SteppeField *self,
                    gpointer owner)
{
  if (self->type == STEPPE_FIELD_NUMBER || self->type == STEPPE_FIELD_BOOLEAN)
    return;
  steppe_field_free_value (self, steppe_field_get_pointer (self, owner));
  *(gpointer *) G_STRUCT_MEMBER_P (owner, self->offset) = NULL;
}
