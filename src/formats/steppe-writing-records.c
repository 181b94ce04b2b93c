/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/steppe-writing-private.h"

/* A list of records has no ids of its own. To keep what Steppe does not know of a record, each is
 * matched with the one of the original that it comes from. */

typedef struct
{
  yyjson_val *value;
  gpointer record; /* as it was read, NULL where it was left out */
  gboolean is_taken;
} Original;

static void
original_clear (gpointer data)
{
  Original *original = data;

  g_clear_pointer (&original->record, steppe_record_free);
}

static GArray *
read_originals (SteppeWriting *self,
                const SteppeRecordInfo *info,
                yyjson_val *list)
{
  GArray *originals = g_array_new (FALSE, FALSE, sizeof (Original));
  gboolean was_quiet = self->reading.quiet;
  yyjson_arr_iter iter = { 0 };
  yyjson_val *next;

  g_array_set_clear_func (originals, original_clear);
  self->reading.quiet = TRUE;
  yyjson_arr_iter_init (list, &iter);
  while ((next = yyjson_arr_iter_next (&iter)) != NULL)
    {
      Original original = { next, _steppe_reading_read_record (&self->reading, NULL, info, next), FALSE };

      g_array_append_val (originals, original);
    }
  self->reading.quiet = was_quiet;
  return originals;
}

/* Whether two records are about the same: what they point to or cannot do without is the same. */
static gboolean
are_about_the_same (const SteppeRecordInfo *info,
                    gconstpointer a,
                    gconstpointer b)
{
  for (guint i = 0; i < info->n_fields; i++)
    {
      const SteppeField *field = &info->fields[i];

      if (field->type != STEPPE_FIELD_REFERENCE && (field->flags & STEPPE_FIELD_REQUIRED) == 0)
        continue;
      if (!steppe_field_equal (field, a, b))
        return FALSE;
    }
  return TRUE;
}

/* Where @record comes from, NULL where it is new. @next is where it stands if nothing was moved. */
static Original *
find_original (GArray *originals,
               const SteppeRecordInfo *info,
               gconstpointer record,
               guint next)
{
  Original *similar = NULL;

  for (guint i = 0; i < originals->len; i++)
    {
      Original *original = &g_array_index (originals, Original, (next + i) % originals->len);

      if (original->record == NULL || original->is_taken)
        continue;
      if (steppe_record_equal (original->record, record))
        return original;
      if (similar == NULL && are_about_the_same (info, original->record, record))
        similar = original;
    }
  return similar;
}

static gboolean
is_record_changed (gconstpointer record,
                   guint n,
                   gpointer user_data)
{
  const SteppeRecordInfo *info = *(const SteppeRecordInfo *const *) record;

  return !steppe_field_equal (&info->fields[n], record, user_data);
}

static yyjson_mut_val *
create_record (SteppeWriting *self,
               const SteppeRecordInfo *info,
               gpointer record,
               Original *original)
{
  yyjson_mut_val *object = yyjson_mut_obj (self->document);
  gpointer blank = original == NULL ? steppe_record_new (info) : NULL;
  const SteppeWritable writable = {
    .owner = record,
    .fields = info->fields,
    .n_fields = info->n_fields,
    .before = original != NULL ? original->value : NULL,
    .is_changed = is_record_changed,
    .user_data = original != NULL ? original->record : blank,
  };

  _steppe_writing_fill_object (self, object, &writable);
  g_clear_pointer (&blank, steppe_record_free);
  return object;
}

/* The records, and what the original has between them that is none, so that it is not lost. */
yyjson_mut_val *
_steppe_writing_create_records (SteppeWriting *self,
                                const SteppeField *field,
                                GPtrArray *records,
                                yyjson_val *before)
{
  yyjson_mut_val *list = yyjson_mut_arr (self->document);
  g_autoptr (GArray) originals = read_originals (self, field->record, before);
  guint next = 0;

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);
      Original *original = find_original (originals, field->record, record, next);

      if (original != NULL)
        {
          original->is_taken = TRUE;
          next = (guint) (original - &g_array_index (originals, Original, 0)) + 1;
        }
      yyjson_mut_arr_append (list, create_record (self, field->record, record, original));
    }
  for (guint i = 0; i < originals->len; i++)
    {
      Original *original = &g_array_index (originals, Original, i);

      if (original->record == NULL)
        yyjson_mut_arr_append (list, yyjson_val_mut_copy (self->document, original->value));
    }
  return yyjson_mut_arr_size (list) > 0 ? list : NULL;
}
