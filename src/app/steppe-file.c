/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/steppe-file.h"

#include <sys/xattr.h>

/* Files as the desktop hands them to a sandbox: in a folder of their own, whatever folder people keep them in. */

/* Of the user's runtime directory. */
#define DOCUMENTS "doc"
#define HOST_PATH "user.document-portal.host-path"

/**
 * steppe_file_is_from_portal:
 * @file: a file
 *
 * Returns: whether it is one that was handed to a sandbox; nothing beside it is to be seen or written
 */
gboolean
steppe_file_is_from_portal (GFile *file)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), DOCUMENTS, NULL);
  g_autoptr (GFile) documents = g_file_new_for_path (folder);

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  return g_file_has_prefix (file, documents);
}

static char *
dup_host_path (const char *path)
{
  gssize size = getxattr (path, HOST_PATH, NULL, 0);
  g_autofree char *value = NULL;

  if (size <= 0)
    return NULL;
  value = g_malloc0 ((gsize) size + 1);
  if (getxattr (path, HOST_PATH, value, (gsize) size) <= 0)
    return NULL;
  return g_filename_display_name (value);
}

/**
 * steppe_file_dup_address:
 * @file: a file
 *
 * Returns: (transfer full): where people find it: outside of the sandbox, if it was handed to one. Only its name, if
 *   it was and nobody tells from where
 */
char *
steppe_file_dup_address (GFile *file)
{
  g_autofree char *address = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (!steppe_file_is_from_portal (file))
    return g_file_get_parse_name (file);
  address = dup_host_path (g_file_peek_path (file));
  if (address == NULL)
    {
      g_autofree char *name = g_file_get_basename (file);

      address = g_filename_display_name (name);
    }
  return g_steal_pointer (&address);
}
