/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/steppe-file.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/xattr.h>

/* A file as the portal of documents shows it, for the one at @host_path; %NULL if it tells no path. */
static GFile *
make_document (const char *host_path)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "doc", "1a2b3c", NULL);
  g_autofree char *path = g_build_filename (folder, "a story.dossier", NULL);

  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  g_assert_true (g_file_set_contents (path, "{}", -1, NULL));
  if (host_path != NULL && setxattr (path, "user.document-portal.host-path", host_path, strlen (host_path), 0) != 0)
    {
      g_assert_cmpint (errno, ==, ENOTSUP);
      g_test_skip ("this file system keeps no attributes");
      return NULL;
    }
  return g_file_new_for_path (path);
}

static void
test_from_portal (void)
{
  g_autofree char *beside = g_build_filename (g_get_user_runtime_dir (), "documents", "a.dossier", NULL);
  g_autoptr (GFile) document = make_document (NULL);
  g_autoptr (GFile) other = g_file_new_for_path (beside);
  g_autoptr (GFile) web = g_file_new_for_uri ("https://example.org/doc/a.dossier");

  g_assert_true (steppe_file_is_from_portal (document));
  g_assert_false (steppe_file_is_from_portal (other));
  g_assert_false (steppe_file_is_from_portal (web));
}

static void
test_address (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/home/a b/Хонь.dossier");
  g_autofree char *address = steppe_file_dup_address (file);

  g_assert_cmpstr (address, ==, "/home/a b/Хонь.dossier");
}

static void
test_address_outside (void)
{
  g_autoptr (GFile) document = make_document ("/home/a b/Хонь.dossier");
  g_autofree char *address = document != NULL ? steppe_file_dup_address (document) : NULL;

  if (document != NULL)
    g_assert_cmpstr (address, ==, "/home/a b/Хонь.dossier");
}

/* Older portals tell no path, and that of the sandbox tells people nothing. */
static void
test_address_unknown (void)
{
  g_autoptr (GFile) document = make_document (NULL);
  g_autofree char *address = steppe_file_dup_address (document);

  g_assert_cmpstr (address, ==, "a story.dossier");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/file/from-portal", test_from_portal);
  g_test_add_func ("/file/address", test_address);
  g_test_add_func ("/file/address-outside", test_address_outside);
  g_test_add_func ("/file/address-unknown", test_address_unknown);
  return g_test_run ();
}
