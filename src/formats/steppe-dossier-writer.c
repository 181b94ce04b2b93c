/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "formats/steppe-dossier-writer.h"

#include <glib/gi18n.h>

#include "formats/steppe-file-private.h"
#include "formats/steppe-writing-private.h"

static gboolean
is_item_changed (gconstpointer item,
                 guint n,
                 gpointer user_data)
{
  return steppe_item_has_changed ((SteppeItem *) item, n);
}

static gboolean
is_dossier_changed (gconstpointer dossier,
                    guint n,
                    gpointer user_data)
{
  return steppe_dossier_has_changed ((SteppeDossier *) dossier, n);
}

static yyjson_mut_val *
create_item (SteppeWriting *self,
             SteppeItem *item,
             yyjson_val *before)
{
  SteppeWritable writable = { .owner = item, .before = before, .is_changed = is_item_changed };
  yyjson_mut_val *object;

  if (before != NULL && !steppe_item_is_modified (item))
    return yyjson_val_mut_copy (self->document, before);
  object = yyjson_mut_obj (self->document);
  if (before == NULL)
    yyjson_mut_obj_add_str (self->document, object, "id", steppe_item_get_id (item));
  writable.fields = steppe_item_get_fields (item, &writable.n_fields);
  _steppe_writing_fill_object (self, object, &writable);
  return object;
}

/* The items of a kind by where they stand in the original. */
static SteppeItem **
index_items (GListModel *items,
             gsize size)
{
  SteppeItem **by_origin = g_new0 (SteppeItem *, size);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (SteppeItem) item = g_list_model_get_item (items, i); /* the dossier has it too */
      int origin = steppe_item_get_origin (item);

      if (origin >= 0 && (gsize) origin < size)
        by_origin[origin] = item;
    }
  return by_origin;
}

/* The list of a kind: what the original has, without what was removed, then what is new. What was
 * never an item, for its faults, stays as it is. */
static yyjson_mut_val *
create_list (SteppeWriting *self,
             SteppeDossier *dossier,
             SteppeItemKind kind,
             yyjson_val *before)
{
  GListModel *items = steppe_dossier_get_items (dossier, kind);
  g_autofree SteppeItem **by_origin = index_items (items, yyjson_arr_size (before));
  yyjson_mut_val *list = yyjson_mut_arr (self->document);
  yyjson_arr_iter iter = { 0 };
  yyjson_val *next;
  int origin = 0;

  yyjson_arr_iter_init (before, &iter);
  for (; (next = yyjson_arr_iter_next (&iter)) != NULL; origin++)
    {
      if (by_origin[origin] != NULL)
        yyjson_mut_arr_append (list, create_item (self, by_origin[origin], next));
      else if (!steppe_dossier_is_removed (dossier, kind, origin))
        yyjson_mut_arr_append (list, yyjson_val_mut_copy (self->document, next));
    }
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (SteppeItem) item = g_list_model_get_item (items, i);

      if (steppe_item_get_origin (item) < 0)
        yyjson_mut_arr_append (list, create_item (self, item, NULL));
    }
  return list;
}

/* The list of a kind again; NULL where @member is none, or where it was not read. */
static yyjson_mut_val *
create_list_of_member (SteppeWriting *self,
                       const char *member,
                       yyjson_val *before,
                       gpointer dossier)
{
  for (guint kind = 0; kind < STEPPE_N_ITEM_KINDS; kind++)
    {
      if (!g_str_equal (steppe_item_kind_get_list_member (kind), member) || before != yyjson_obj_get (self->before, member))
        continue;
      if (yyjson_is_arr (before) || g_list_model_get_n_items (steppe_dossier_get_items (dossier, kind)) > 0)
        return create_list (self, dossier, kind, before);
    }
  return NULL;
}

static yyjson_mut_val *
create_root (SteppeWriting *self,
             SteppeDossier *dossier)
{
  yyjson_mut_val *root = yyjson_mut_obj (self->document);
  SteppeWritable writable = {
    .owner = dossier,
    .before = self->before,
    .is_changed = is_dossier_changed,
    .create_other = create_list_of_member,
    .user_data = dossier,
  };

  if (self->before == NULL)
    {
      yyjson_mut_obj_add_str (self->document, root, "format", "steppe-dossier");
      yyjson_mut_obj_add_int (self->document, root, "version", STEPPE_DOSSIER_VERSION);
    }
  writable.fields = steppe_dossier_get_fields (&writable.n_fields);
  _steppe_writing_fill_object (self, root, &writable);
  for (guint kind = 0; kind < STEPPE_N_ITEM_KINDS; kind++)
    {
      const char *member = steppe_item_kind_get_list_member (kind);

      if (yyjson_obj_get (self->before, member) == NULL && g_list_model_get_n_items (steppe_dossier_get_items (dossier, kind)) > 0)
        yyjson_mut_obj_add_val (self->document, root, member, create_list (self, dossier, kind, NULL));
    }
  return root;
}

static GBytes *
write_document (yyjson_mut_doc *document,
                GError **error)
{
  const yyjson_write_flag flags = YYJSON_WRITE_PRETTY_TWO_SPACES | YYJSON_WRITE_NEWLINE_AT_END;
  yyjson_write_err fault = { 0 };
  gsize length;
  char *text = yyjson_mut_write_opts (document, flags, NULL, &length, &fault);

  if (text != NULL)
    return g_bytes_new_with_free_func (text, length, free, text);
  g_set_error (error, STEPPE_FORMAT_ERROR, STEPPE_FORMAT_ERROR_SYNTAX,
               /* Translators: %s is a technical message in English. */
               _ ("The dossier cannot be written as JSON: %s"), fault.msg);
  return NULL;
}

/**
 * steppe_dossier_write_bytes:
 * @dossier: a dossier
 * @error: return location for a %STEPPE_FORMAT_ERROR
 *
 * Writes a dossier. What was read and has not changed since stays as it was: unknown members, the
 * order of all members, the digits of numbers, and what could not be opened for its faults. Where
 * nothing at all has changed, it is the same bytes.
 *
 * Returns: (transfer full) (nullable): the text of the file, or %NULL with @error set
 */
GBytes *
steppe_dossier_write_bytes (SteppeDossier *dossier,
                            GError **error)
{
  g_autoptr (yyjson_mut_doc) document = NULL;
  g_autoptr (yyjson_doc) original = NULL;
  GBytes *bytes;
  SteppeWriting writing = { 0 };

  g_return_val_if_fail (STEPPE_IS_DOSSIER (dossier), NULL);

  bytes = steppe_dossier_get_original (dossier);
  if (!steppe_dossier_is_modified (dossier))
    return g_bytes_ref (bytes);
  original = bytes != NULL ? _steppe_json_parse (bytes, error) : NULL;
  if (bytes != NULL && original == NULL)
    return NULL;
  document = yyjson_mut_doc_new (NULL);
  writing.document = document;
  writing.before = yyjson_doc_get_root (original);
  _steppe_reading_claim_ids (&writing.reading, writing.before);
  yyjson_mut_doc_set_root (document, create_root (&writing, dossier));
  _steppe_reading_clear (&writing.reading);
  return write_document (document, error);
}

/**
 * steppe_dossier_save:
 * @dossier: a dossier
 * @file: where to
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for a %STEPPE_FORMAT_ERROR or GIO's own error
 *
 * Writes a dossier to a file, all of it or nothing: whatever happens, @file has its old content or
 * its new. What was there stays beside it as a backup whose name ends in `~`. A symbolic link stays
 * one; what it points to is written.
 *
 * Returns: whether it was saved
 */
gboolean
steppe_dossier_save (SteppeDossier *dossier,
                     GFile *file,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  bytes = steppe_dossier_write_bytes (dossier, error);
  return bytes != NULL && _steppe_file_replace (file, bytes, cancellable, error);
}

typedef struct
{
  GFile *file;
  GBytes *bytes;
} SaveData;

static void
save_data_free (gpointer pointer)
{
  SaveData *data = pointer;

  g_object_unref (data->file);
  g_bytes_unref (data->bytes);
  g_free (data);
}

static void
save_in_thread (GTask *task,
                gpointer source_object,
                gpointer task_data,
                GCancellable *cancellable)
{
  SaveData *data = task_data;
  GError *error = NULL;

  if (_steppe_file_replace (data->file, data->bytes, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * steppe_dossier_save_async:
 * @dossier: a dossier
 * @file: where to
 * @cancellable: (nullable): to stop it
 * @callback: (scope async): called when it is done
 * @user_data: data for @callback
 *
 * Saves as [func@dossier_save] does, with the dossier as it is now; the file is written in a thread.
 */
void
steppe_dossier_save_async (SteppeDossier *dossier,
                           GFile *file,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;
  SaveData *data;

  g_return_if_fail (STEPPE_IS_DOSSIER (dossier) && G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, steppe_dossier_save_async);
  bytes = steppe_dossier_write_bytes (dossier, &error);
  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  data = g_new (SaveData, 1);
  data->file = g_object_ref (file);
  data->bytes = g_steal_pointer (&bytes);
  g_task_set_task_data (task, data, save_data_free);
  g_task_run_in_thread (task, save_in_thread);
}

/**
 * steppe_dossier_save_finish:
 * @result: what the callback of [func@dossier_save_async] got
 * @error: return location for a %STEPPE_FORMAT_ERROR or GIO's own error
 *
 * Returns: whether it was saved
 */
gboolean
steppe_dossier_save_finish (GAsyncResult *result,
                            GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
