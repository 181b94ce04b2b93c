/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "formats/steppe-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "formats/steppe-format-error.h"

#define CHUNK_SIZE (1024 * 1024)

static gboolean
refuse_type (GFileType type,
             GError **error)
{
  const char *message = _ ("This is not a regular file.");

  if (type == G_FILE_TYPE_REGULAR)
    return FALSE;
  if (type == G_FILE_TYPE_DIRECTORY || type == G_FILE_TYPE_MOUNTABLE)
    message = _ ("This is a folder, not a file.");
  g_set_error_literal (error, STEPPE_FORMAT_ERROR, STEPPE_FORMAT_ERROR_NOT_A_FILE, message);
  return TRUE;
}

static gboolean
refuse_size (goffset size,
             GError **error)
{
  if (size <= STEPPE_DOSSIER_MAX_BYTES)
    return FALSE;
  g_set_error_literal (error, STEPPE_FORMAT_ERROR, STEPPE_FORMAT_ERROR_LIMIT, _ ("The file is larger than 256 MiB."));
  return TRUE;
}

/* Opens a local file so that nothing can block, not even a pipe that was put there a moment ago. */
static GInputStream *
open_local (const char *path,
            GError **error)
{
  g_autofd int fd = g_open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0);
  g_autofree char *name = NULL;
  struct stat status;

  if (fd < 0 || fstat (fd, &status) != 0)
    {
      int code = errno;

      name = g_filename_display_name (path);
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _ ("“%1$s” cannot be read: %2$s"), name, g_strerror (code));
      return NULL;
    }
  if (refuse_type (S_ISREG (status.st_mode) ? G_FILE_TYPE_REGULAR : G_FILE_TYPE_SPECIAL, error))
    return NULL;
  return g_unix_input_stream_new (g_steal_fd (&fd), TRUE);
}

/* Reads to the end, which need not be where @size says. */
static GBytes *
read_all (GInputStream *stream,
          goffset size,
          SteppeFileProgress progress,
          gpointer user_data,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (GByteArray) array = g_byte_array_sized_new ((guint) size + 1);
  gssize n_read;

  do
    {
      guint length = array->len;
      guint room = length < size ? (guint) MIN (size - length, CHUNK_SIZE) : length > size ? CHUNK_SIZE
                                                                                           : 1;

      g_byte_array_set_size (array, length + room);
      n_read = g_input_stream_read (stream, array->data + length, room, cancellable, error);
      if (n_read < 0)
        return NULL;
      g_byte_array_set_size (array, length + (guint) n_read);
      if (refuse_size (array->len, error))
        return NULL;
      if (progress != NULL && size > 0)
        progress (MIN (1, (double) array->len / size), user_data);
    }
  while (n_read > 0);
  return g_byte_array_free_to_bytes (g_steal_pointer (&array));
}

GBytes *
_steppe_file_load (GFile *file,
                   SteppeFileProgress progress,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GInputStream) stream = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return NULL;
  if (refuse_type (g_file_info_get_file_type (info), error) || refuse_size (g_file_info_get_size (info), error))
    return NULL;

  if (g_file_is_native (file))
    stream = open_local (g_file_peek_path (file), error);
  else
    stream = G_INPUT_STREAM (g_file_read (file, cancellable, error));
  if (stream == NULL)
    return NULL;
  return read_all (stream, g_file_info_get_size (info), progress, user_data, cancellable, error);
}
