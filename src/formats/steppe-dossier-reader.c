/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "formats/steppe-dossier-reader.h"

#include <glib/gi18n.h>

#include "formats/steppe-file-private.h"
#include "formats/steppe-reading-private.h"

/* The part of the work that reading the bytes is, measured on 40 MB in the page cache: the rest is
 * parsing and making items. */
#define FILE_SHARE 0.1

/* After how many items to look whether to go on, and to report progress. */
#define ITEMS_PER_STEP 1024

/* Tells how far the work is, in the thread that does it. */
typedef struct
{
  SteppeFileProgress func;
  gpointer user_data;
  GCancellable *cancellable;
  guint n_items;
  guint n_done;
} Progress;

static gboolean
is_before (const SteppeClaim *claim,
           SteppeItemKind kind,
           gsize index)
{
  return claim->kind != kind ? claim->kind < kind : claim->index < index;
}

/* The id of an object, NULL where it has none that it may have: says so. */
static const char *
read_id (SteppeReading *self,
         const SteppePath *path,
         SteppeItemKind kind,
         yyjson_val *object)
{
  yyjson_val *value = yyjson_obj_get (object, "id");
  const char *id = _steppe_json_get_string (value);
  SteppePath id_path = { path, "id" };
  SteppeClaim first;

  if (value == NULL)
    _steppe_reading_fault (self, path, _ ("expected a member “%s”, found none"), "id");
  else if (id == NULL || !steppe_id_is_valid (id))
    _steppe_reading_fault_expected (self, &id_path, _ ("an id: a letter or digit, then letters, digits, “.”, “_” and “-”"), value);
  else if (steppe_id_is_reserved (id))
    _steppe_reading_fault (self, &id_path, _ ("expected an id of its own, found “%s”, which is reserved"), id);
  else if (_steppe_reading_find_claim (self, id, &first) && !first.is_left_out && is_before (&first, kind, path->index))
    _steppe_reading_fault (self, &id_path, _ ("expected an id of its own, found “%1$s”, which is that of /%2$s/%3$u"), id, steppe_item_kind_get_list_member (first.kind), first.index);
  else
    return id;
  return NULL;
}

static SteppeItem *
read_item (SteppeReading *self,
           const SteppePath *path,
           SteppeItemKind kind,
           yyjson_val *value)
{
  g_autoptr (SteppeItem) item = NULL;
  const SteppeField *fields;
  const char *id;
  guint n_fields;

  if (!yyjson_is_obj (value))
    {
      _steppe_reading_fault_expected (self, path, _ ("an object"), value);
      return NULL;
    }
  id = read_id (self, path, kind, value);
  _steppe_reading_check_once (self, path, value, "id");
  item = steppe_item_new (kind, id);
  fields = steppe_item_get_fields (item, &n_fields);
  /* An item without a good id is read too, so that all its faults are known at once. */
  if (!_steppe_reading_read_fields (self, path, fields, n_fields, item, value) || id == NULL)
    return NULL;
  steppe_item_set_origin (item, (int) path->index);
  return g_steal_pointer (&item);
}

/* Returns whether to go on. */
static gboolean
step (Progress *progress)
{
  if (++progress->n_done % ITEMS_PER_STEP != 0)
    return TRUE;
  if (progress->func != NULL)
    progress->func (FILE_SHARE + (1 - FILE_SHARE) * progress->n_done / progress->n_items, progress->user_data);
  return !g_cancellable_is_cancelled (progress->cancellable);
}

static gboolean
read_list (SteppeReading *self,
           SteppeItemKind kind,
           yyjson_val *root,
           Progress *progress)
{
  SteppePath path = { NULL, steppe_item_kind_get_list_member (kind) };
  yyjson_val *list = yyjson_obj_get (root, path.member);
  SteppePath element = { &path };
  g_autoptr (GPtrArray) items = NULL;
  yyjson_arr_iter iter;
  yyjson_val *next;

  if (list == NULL)
    return TRUE;
  _steppe_reading_check_once (self, NULL, root, path.member);
  if (!yyjson_arr_iter_init (list, &iter))
    {
      _steppe_reading_fault_expected (self, &path, _ ("a list"), list);
      return TRUE;
    }
  items = g_ptr_array_new_full ((guint) yyjson_arr_size (list), g_object_unref);
  for (; (next = yyjson_arr_iter_next (&iter)) != NULL; element.index++)
    {
      SteppeItem *item = read_item (self, &element, kind, next);

      if (item != NULL)
        g_ptr_array_add (items, item);
      if (self->limit != NULL || !step (progress))
        return FALSE;
    }
  steppe_dossier_add_all (self->dossier, kind, items);
  return TRUE;
}

static void
read_own_fields (SteppeReading *self,
                 yyjson_val *root)
{
  guint n_fields;
  const SteppeField *fields = steppe_dossier_get_fields (&n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      SteppePath path = { NULL, fields[i].member };
      yyjson_val *value = yyjson_obj_get (root, fields[i].member);

      _steppe_reading_check_once (self, NULL, root, fields[i].member);
      if (value != NULL)
        steppe_dossier_take_pointer (self->dossier, i, _steppe_reading_read_pointer (self, &path, &fields[i], value));
    }
}

static gboolean
check_format (yyjson_val *root,
              GError **error)
{
  yyjson_val *format = yyjson_obj_get (root, "format");
  yyjson_val *version = yyjson_obj_get (root, "version");
  double number = _steppe_json_get_number (version);

  if (!yyjson_equals_str (format, "steppe-dossier"))
    g_set_error_literal (error, STEPPE_FORMAT_ERROR, STEPPE_FORMAT_ERROR_FORMAT,
                         _ ("Not a dossier: expected an object whose member “format” is “steppe-dossier”"));
  else if (!(number >= 1))
    g_set_error_literal (error, STEPPE_FORMAT_ERROR, STEPPE_FORMAT_ERROR_FORMAT,
                         _ ("Not a dossier: expected a member “version” that is a number of 1 or more"));
  else if (number > STEPPE_DOSSIER_VERSION)
    g_set_error (error, STEPPE_FORMAT_ERROR, STEPPE_FORMAT_ERROR_VERSION,
                 _ ("The dossier was made by a newer Steppe: its version is %1$s, the newest that is known here is %2$d"),
                 yyjson_get_raw (version), STEPPE_DOSSIER_VERSION);
  else
    return TRUE;
  return FALSE;
}

static gboolean
count_and_claim (SteppeReading *self,
                 yyjson_val *root,
                 Progress *progress,
                 GError **error)
{
  gsize n_items = 0;

  for (guint kind = 0; kind < STEPPE_N_ITEM_KINDS; kind++)
    n_items += yyjson_arr_size (yyjson_obj_get (root, steppe_item_kind_get_list_member (kind)));
  if (n_items > STEPPE_DOSSIER_MAX_ITEMS)
    {
      g_set_error (error, STEPPE_FORMAT_ERROR, STEPPE_FORMAT_ERROR_LIMIT,
                   _ ("The dossier has more than %d items."), STEPPE_DOSSIER_MAX_ITEMS);
      return FALSE;
    }
  progress->n_items = (guint) n_items;
  _steppe_reading_claim_ids (self, root);
  return TRUE;
}

static gboolean
read_root (SteppeReading *self,
           yyjson_val *root,
           Progress *progress,
           GError **error)
{
  if (!check_format (root, error) || !count_and_claim (self, root, progress, error))
    return FALSE;
  _steppe_reading_check_once (self, NULL, root, "format");
  _steppe_reading_check_once (self, NULL, root, "version");
  read_own_fields (self, root);
  for (guint kind = 0; kind < STEPPE_N_ITEM_KINDS; kind++)
    if (!read_list (self, kind, root, progress))
      {
        if (self->limit != NULL)
          g_propagate_error (error, g_steal_pointer (&self->limit));
        else
          g_cancellable_set_error_if_cancelled (progress->cancellable, error);
        return FALSE;
      }
  if (self->n_faults > STEPPE_DOSSIER_MAX_FAULTS)
    {
      guint n_more = self->n_faults - STEPPE_DOSSIER_MAX_FAULTS;
      g_autofree char *message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "there is %'u more fault", "there are %'u more faults", n_more), n_more);

      steppe_dossier_add_fault (self->dossier, "", message);
    }
  return TRUE;
}

static SteppeDossier *
read_bytes (GBytes *bytes,
            Progress *progress,
            GError **error)
{
  g_autoptr (yyjson_doc) document = _steppe_json_parse (bytes, error);
  g_autoptr (SteppeDossier) dossier = NULL;
  g_auto (SteppeReading) reading = { 0 };

  if (document == NULL)
    return NULL;
  dossier = steppe_dossier_new ();
  reading.dossier = dossier;
  if (!read_root (&reading, yyjson_doc_get_root (document), progress, error))
    return NULL;
  steppe_dossier_set_original (dossier, bytes);
  return g_steal_pointer (&dossier);
}

/**
 * steppe_dossier_read_bytes:
 * @bytes: the text of a dossier
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for a %STEPPE_FORMAT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Reads a dossier. What is not as it should be is left out and listed by
 * [method@Dossier.get_faults]; @error is only for what cannot be read as a dossier at all.
 *
 * Returns: (transfer full) (nullable): the dossier, or %NULL with @error set
 */
SteppeDossier *
steppe_dossier_read_bytes (GBytes *bytes,
                           GCancellable *cancellable,
                           GError **error)
{
  Progress progress = { .cancellable = cancellable };

  g_return_val_if_fail (bytes != NULL, NULL);

  return read_bytes (bytes, &progress, error);
}

static void
report_file_progress (double fraction,
                      gpointer user_data)
{
  Progress *progress = user_data;

  if (progress->func != NULL)
    progress->func (fraction * FILE_SHARE, progress->user_data);
}

static SteppeDossier *
read_file (GFile *file,
           Progress *progress,
           GError **error)
{
  g_autoptr (GBytes) bytes = _steppe_file_load (file, report_file_progress, progress, progress->cancellable, error);

  return bytes != NULL ? read_bytes (bytes, progress, error) : NULL;
}

/**
 * steppe_dossier_read:
 * @file: a file
 * @cancellable: (nullable): to stop it from another thread
 * @error: return location for a %STEPPE_FORMAT_ERROR or GIO's own error
 *
 * Reads a dossier as [func@dossier_read_bytes] does, and blocks for as long as it takes; a folder,
 * pipe or device is refused without waiting for it.
 *
 * Returns: (transfer full) (nullable): the dossier, or %NULL with @error set
 */
SteppeDossier *
steppe_dossier_read (GFile *file,
                     GCancellable *cancellable,
                     GError **error)
{
  Progress progress = { .cancellable = cancellable };

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  return read_file (file, &progress, error);
}

typedef struct
{
  GFile *file;
  SteppeProgressFunc func;
  gpointer user_data;
  double reported; /* touched by the thread that reads and by no other */
} ReadData;

static void
read_data_free (gpointer pointer)
{
  ReadData *data = pointer;

  g_object_unref (data->file);
  g_free (data);
}

typedef struct
{
  GTask *task;
  double fraction;
} Report;

static void
report_free (gpointer pointer)
{
  Report *report = pointer;

  g_object_unref (report->task);
  g_free (report);
}

static gboolean
deliver_report (gpointer user_data)
{
  Report *report = user_data;
  ReadData *data = g_task_get_task_data (report->task);
  GCancellable *cancellable = g_task_get_cancellable (report->task);

  if (!g_task_get_completed (report->task) && !g_cancellable_is_cancelled (cancellable))
    data->func (report->fraction, data->user_data);
  return G_SOURCE_REMOVE;
}

static void
report_in_thread (double fraction,
                  gpointer user_data)
{
  GTask *task = user_data;
  ReadData *data = g_task_get_task_data (task);
  g_autoptr (GSource) source = NULL;
  Report *report;

  if (data->func == NULL || fraction - data->reported < 0.01)
    return;
  data->reported = fraction;
  report = g_new (Report, 1);
  report->task = g_object_ref (task);
  report->fraction = fraction;
  source = g_idle_source_new ();
  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_callback (source, deliver_report, report, report_free);
  g_source_set_static_name (source, "[steppe] reading progress");
  g_source_attach (source, g_task_get_context (task));
}

static void
read_in_thread (GTask *task,
                gpointer source_object,
                gpointer task_data,
                GCancellable *cancellable)
{
  ReadData *data = task_data;
  Progress progress = { .func = report_in_thread, .user_data = task, .cancellable = cancellable };
  g_autoptr (GError) error = NULL;
  g_autoptr (SteppeDossier) dossier = read_file (data->file, &progress, &error);

  if (dossier == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&dossier), g_object_unref);
}

/**
 * steppe_dossier_read_async:
 * @file: a file
 * @cancellable: (nullable): to stop it
 * @progress: (nullable) (scope notified): called now and then until @callback is, but not after
 *   @cancellable was cancelled
 * @progress_data: data for @progress
 * @callback: (scope async): called when it is done
 * @user_data: data for @callback
 *
 * Reads a dossier in a thread, as [func@dossier_read] does. Both functions are called in the
 * thread-default main context of the caller.
 */
void
steppe_dossier_read_async (GFile *file,
                           GCancellable *cancellable,
                           SteppeProgressFunc progress,
                           gpointer progress_data,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  ReadData *data;

  g_return_if_fail (G_IS_FILE (file));

  data = g_new0 (ReadData, 1);
  data->file = g_object_ref (file);
  data->func = progress;
  data->user_data = progress_data;
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, steppe_dossier_read_async);
  g_task_set_task_data (task, data, read_data_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * steppe_dossier_read_finish:
 * @result: what the callback of [func@dossier_read_async] got
 * @error: return location for a %STEPPE_FORMAT_ERROR or GIO's own error
 *
 * Returns: (transfer full) (nullable): the dossier, or %NULL with @error set
 */
SteppeDossier *
steppe_dossier_read_finish (GAsyncResult *result,
                            GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
