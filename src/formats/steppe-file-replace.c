/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "formats/steppe-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "formats/steppe-format-error.h"

/* As many symbolic links as Linux follows. */
#define MAX_LINKS 40

#define CHUNK_SIZE (1024 * 1024)

static gboolean
fail (const char *path,
      int code,
      GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _ ("“%1$s” cannot be written: %2$s"), name, g_strerror (code));
  return FALSE;
}

/* The file that a path leads to, which need not be there. */
static char *
follow_links (const char *path,
              GError **error)
{
  g_autofree char *target = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *link = g_file_read_link (target, NULL);
      g_autofree char *folder = NULL;
      g_autofree char *next = NULL;

      if (link == NULL)
        return g_steal_pointer (&target);
      folder = g_path_get_dirname (target);
      /* Not made shorter: a “..” leads up from where the folder before it really is. */
      next = g_path_is_absolute (link) ? g_strdup (link) : g_build_filename (folder, link, NULL);
      g_set_str (&target, next);
    }
  fail (path, ELOOP, error);
  return NULL;
}

/* Finds out whether there is a file, and refuses what may not or cannot be replaced. */
static gboolean
look (const char *path,
      struct stat *status,
      gboolean *is_there,
      GError **error)
{
  *is_there = stat (path, status) == 0;
  if (!*is_there)
    return errno == ENOENT || fail (path, errno, error);
  if (!S_ISREG (status->st_mode))
    {
      g_set_error_literal (error, STEPPE_FORMAT_ERROR, STEPPE_FORMAT_ERROR_NOT_A_FILE, _ ("This is not a regular file."));
      return FALSE;
    }
  return access (path, W_OK) == 0 || fail (path, errno, error);
}

static gboolean
write_all (int fd,
           GBytes *bytes,
           GCancellable *cancellable)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  while (size > 0)
    {
      gssize n_written = write (fd, data, MIN (size, CHUNK_SIZE));

      if (g_cancellable_is_cancelled (cancellable))
        {
          errno = ECANCELED;
          return FALSE;
        }
      if (n_written < 0 && errno != EINTR)
        return FALSE;
      if (n_written > 0)
        {
          data += n_written;
          size -= (gsize) n_written;
        }
    }
  return fsync (fd) == 0;
}

/* Makes a file of a new name beside @path; returns its descriptor. */
static int
create_beside (const char *path,
               int mode,
               char **beside)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_build_filename (folder, ".steppe-XXXXXX", NULL);
  int fd = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, mode);

  if (fd >= 0)
    *beside = g_steal_pointer (&name);
  return fd;
}

/* Writes a new file beside @path; its name is put into @beside. */
static gboolean
write_beside (const char *path,
              const struct stat *old,
              GBytes *bytes,
              char **beside,
              GCancellable *cancellable,
              GError **error)
{
  gboolean is_written;
  int fd = create_beside (path, old != NULL ? 0600 : 0666, beside);
  int code = errno;

  if (fd < 0)
    return fail (path, code, error);
  /* Whoever owned it may not be who we are; then it is ours from now on. */
  is_written = old == NULL || ((fchown (fd, old->st_uid, old->st_gid) == 0 || errno == EPERM) && fchmod (fd, old->st_mode & 07777) == 0);
  is_written = is_written && write_all (fd, bytes, cancellable);
  code = errno;
  if (close (fd) != 0 && is_written)
    {
      is_written = FALSE;
      code = errno;
    }
  return is_written || fail (path, code, error);
}

/* Keeps what is there under the same name with a `~`. The backup before it is replaced in one step
 * too. */
static gboolean
back_up (const char *path,
         GCancellable *cancellable,
         GError **error)
{
  g_autofree char *backup = g_strconcat (path, "~", NULL);
  g_autofree char *beside = NULL;
  gboolean is_there = TRUE;
  int fd = create_beside (path, 0600, &beside);

  if (fd < 0)
    return fail (backup, errno, error);
  close (fd);
  /* Not every file system has links. */
  if (unlink (beside) != 0 || link (path, beside) != 0)
    {
      g_autoptr (GFile) source = g_file_new_for_path (path);
      g_autoptr (GFile) destination = g_file_new_for_path (beside);

      is_there = g_file_copy (source, destination, G_FILE_COPY_OVERWRITE, cancellable, NULL, NULL, error);
    }
  is_there = is_there && (g_rename (beside, backup) == 0 || fail (backup, errno, error));
  /* Two names of one file cannot replace each other, so it may still be there. */
  g_unlink (beside);
  return is_there;
}

/* Makes the new name last through a loss of power. A file system that cannot do so is no reason to
 * fail: the new file is whole and in its place. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofd int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd >= 0)
    fsync (fd);
}

static gboolean
replace_local (const char *path,
               GBytes *bytes,
               GCancellable *cancellable,
               GError **error)
{
  g_autofree char *target = follow_links (path, error);
  g_autofree char *beside = NULL;
  struct stat status;
  gboolean is_there;
  gboolean is_replaced;

  if (target == NULL || !look (target, &status, &is_there, error))
    return FALSE;
  is_replaced = write_beside (target, is_there ? &status : NULL, bytes, &beside, cancellable, error) &&
                (!is_there || back_up (target, cancellable, error)) &&
                (g_rename (beside, target) == 0 || fail (target, errno, error));
  if (is_replaced)
    sync_folder (target);
  else if (beside != NULL)
    g_unlink (beside);
  return is_replaced;
}

/* Replaces the content of a file, or makes it, so that it has all of its old content or all of its
 * new at any time. */
gboolean
_steppe_file_replace (GFile *file,
                      GBytes *bytes,
                      GCancellable *cancellable,
                      GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (g_file_is_native (file))
    return replace_local (g_file_peek_path (file), bytes, cancellable, error);
  return g_file_replace_contents (file, data, size, NULL, TRUE, G_FILE_CREATE_NONE, NULL, cancellable, error);
}
