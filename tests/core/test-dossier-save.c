/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dossier-testing.h"
#include "formats/steppe-dossier-writer.h"

typedef struct
{
  char *folder;
  SteppeDossier *dossier;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("steppe-save-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->dossier = read_members ("'id': 'urn:new'");
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_remove (child) != 0)
        remove_folder (child);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_chmod (fixture->folder, 0700);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_assert_finalize_object (fixture->dossier);
}

static char *
path_of (Fixture *fixture,
         const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
put (Fixture *fixture,
     const char *name,
     const char *text)
{
  g_autofree char *path = path_of (fixture, name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* Asserts what a file has; NULL for no file. */
static void
assert_has (Fixture *fixture,
            const char *name,
            const char *part)
{
  g_autofree char *path = path_of (fixture, name);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL) == (part != NULL));
  g_assert_true (part == NULL || strstr (text, part) != NULL);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (folder) != NULL)
    n_files++;
  return n_files;
}

static gboolean
save (Fixture *fixture,
      const char *name,
      GCancellable *cancellable,
      GError **error)
{
  g_autofree char *path = path_of (fixture, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return steppe_dossier_save (fixture->dossier, file, cancellable, error);
}

static void
test_new_file (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = path_of (fixture, "a.dossier");
  GStatBuf status;
  mode_t mask = umask (0027);

  g_assert_true (save (fixture, "a.dossier", NULL, &error));
  umask (mask);
  g_assert_no_error (error);
  assert_has (fixture, "a.dossier", "urn:new");
  g_assert_cmpuint (count_files (fixture), ==, 1);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 07777, ==, 0640);
}

static void
test_backup (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = path_of (fixture, "a.dossier");
  GStatBuf status;

  put (fixture, "a.dossier", "old");
  put (fixture, "a.dossier~", "older");
  g_assert_cmpint (g_chmod (path, 0604), ==, 0);
  g_assert_true (save (fixture, "a.dossier", NULL, &error));
  g_assert_no_error (error);
  assert_has (fixture, "a.dossier", "urn:new");
  assert_has (fixture, "a.dossier~", "old");
  g_assert_cmpuint (count_files (fixture), ==, 2);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 07777, ==, 0604);

  steppe_dossier_set_id (fixture->dossier, "urn:newer");
  g_assert_true (save (fixture, "a.dossier", NULL, &error));
  assert_has (fixture, "a.dossier", "urn:newer");
  assert_has (fixture, "a.dossier~", "urn:new\"");
  g_assert_cmpuint (count_files (fixture), ==, 2);
}

/* A backup that is another name of the file itself. */
static void
test_backup_of_same_file (Fixture *fixture,
                          gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = path_of (fixture, "a.dossier");
  g_autofree char *backup = path_of (fixture, "a.dossier~");

  put (fixture, "a.dossier", "old");
  g_assert_cmpint (link (path, backup), ==, 0);
  g_assert_true (save (fixture, "a.dossier", NULL, &error));
  g_assert_no_error (error);
  assert_has (fixture, "a.dossier", "urn:new");
  assert_has (fixture, "a.dossier~", "old");
  g_assert_cmpuint (count_files (fixture), ==, 2);
}

static void
test_symbolic_link (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *deep = path_of (fixture, "deep");
  g_autofree char *link = path_of (fixture, "link.dossier");
  g_autofree char *second = path_of (fixture, "second.dossier");
  g_autofree char *target = NULL;

  g_assert_cmpint (g_mkdir (deep, 0700), ==, 0);
  put (fixture, "deep/a.dossier", "old");
  g_assert_cmpint (symlink ("deep/../deep/a.dossier", link), ==, 0);
  g_assert_cmpint (symlink (link, second), ==, 0);
  g_assert_true (save (fixture, "second.dossier", NULL, &error));
  g_assert_no_error (error);
  target = g_file_read_link (link, NULL);
  g_assert_cmpstr (target, ==, "deep/../deep/a.dossier");
  assert_has (fixture, "deep/a.dossier", "urn:new");
  assert_has (fixture, "deep/a.dossier~", "old");
  g_assert_cmpuint (count_files (fixture), ==, 3);
}

/* Up from a folder that is a link itself is up from where that leads. */
static void
test_symbolic_link_in_linked_folder (Fixture *fixture,
                                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *inner = path_of (fixture, "outer/inner");
  g_autofree char *alias = path_of (fixture, "alias");
  g_autofree char *link = path_of (fixture, "alias/link.dossier");

  g_assert_cmpint (g_mkdir_with_parents (inner, 0700), ==, 0);
  g_assert_cmpint (symlink ("outer/inner", alias), ==, 0);
  g_assert_cmpint (symlink ("../a.dossier", link), ==, 0);
  put (fixture, "a.dossier", "another");
  put (fixture, "outer/a.dossier", "old");
  g_assert_true (save (fixture, "alias/link.dossier", NULL, &error));
  g_assert_no_error (error);
  assert_has (fixture, "outer/a.dossier", "urn:new");
  assert_has (fixture, "a.dossier", "another");
}

static void
test_symbolic_link_to_nothing (Fixture *fixture,
                               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *link = path_of (fixture, "link.dossier");
  g_autofree char *loop = path_of (fixture, "loop.dossier");

  g_assert_cmpint (symlink ("a.dossier", link), ==, 0);
  g_assert_true (save (fixture, "link.dossier", NULL, &error));
  g_assert_no_error (error);
  assert_has (fixture, "a.dossier", "urn:new");

  g_assert_cmpint (symlink ("loop.dossier", loop), ==, 0);
  g_assert_false (save (fixture, "loop.dossier", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_TOO_MANY_LINKS);
}

static void
test_no_folder (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (save (fixture, "nowhere/a.dossier", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_files (fixture), ==, 0);
}

static void
test_no_regular_file (Fixture *fixture,
                      gconstpointer data)
{
  g_autofree char *folder = path_of (fixture, "a.dossier");
  g_autofree char *pipe = path_of (fixture, "b.dossier");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_false (save (fixture, "a.dossier", NULL, &error));
  g_assert_error (error, STEPPE_FORMAT_ERROR, STEPPE_FORMAT_ERROR_NOT_A_FILE);
  g_clear_error (&error);
  g_assert_false (save (fixture, "b.dossier", NULL, &error));
  g_assert_error (error, STEPPE_FORMAT_ERROR, STEPPE_FORMAT_ERROR_NOT_A_FILE);
  g_assert_cmpuint (count_files (fixture), ==, 2);
}

/* The old file stays when the last step but one cannot be taken: there is no room for a backup. */
static void
test_no_backup (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = path_of (fixture, "a.dossier~");

  put (fixture, "a.dossier", "old");
  g_assert_cmpint (g_mkdir (backup, 0700), ==, 0);
  g_assert_false (save (fixture, "a.dossier", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  assert_has (fixture, "a.dossier", "old");
  g_assert_cmpuint (count_files (fixture), ==, 2);
}

static void
test_read_only_folder (Fixture *fixture,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("Nothing is read-only for root");
      return;
    }
  put (fixture, "a.dossier", "old");
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  g_assert_false (save (fixture, "a.dossier", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  assert_has (fixture, "a.dossier", "old");
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
test_read_only_file (Fixture *fixture,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = path_of (fixture, "a.dossier");

  if (geteuid () == 0)
    {
      g_test_skip ("Nothing is read-only for root");
      return;
    }
  put (fixture, "a.dossier", "old");
  g_assert_cmpint (g_chmod (path, 0400), ==, 0);
  g_assert_false (save (fixture, "a.dossier", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  assert_has (fixture, "a.dossier", "old");
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

/* Some file system that is full at once. */
static void
test_no_room (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path ("/proc/steppe.dossier");

  if (!g_file_test ("/proc/self", G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("There is no /proc");
      return;
    }
  g_assert_false (steppe_dossier_save (fixture->dossier, file, NULL, &error));
  g_assert_nonnull (error);
}

static void
test_cancelled (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  put (fixture, "a.dossier", "old");
  g_cancellable_cancel (cancellable);
  g_assert_false (save (fixture, "a.dossier", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_has (fixture, "a.dossier", "old");
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
saved (GObject *source,
       GAsyncResult *result,
       gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean *is_done = user_data;

  g_assert_true (steppe_dossier_save_finish (result, &error));
  g_assert_no_error (error);
  *is_done = TRUE;
}

static void
test_async (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *path = path_of (fixture, "a.dossier");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gboolean is_done = FALSE;

  steppe_dossier_save_async (fixture->dossier, file, NULL, saved, &is_done);
  /* What is set from now on is not part of it. */
  steppe_dossier_set_id (fixture->dossier, "urn:later");
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);
  assert_has (fixture, "a.dossier", "urn:new");
}

int
main (int argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "new-file", test_new_file },
    { "backup", test_backup },
    { "backup-of-same-file", test_backup_of_same_file },
    { "symbolic-link", test_symbolic_link },
    { "symbolic-link-in-linked-folder", test_symbolic_link_in_linked_folder },
    { "symbolic-link-to-nothing", test_symbolic_link_to_nothing },
    { "no-folder", test_no_folder },
    { "no-regular-file", test_no_regular_file },
    { "no-backup", test_no_backup },
    { "read-only-folder", test_read_only_folder },
    { "read-only-file", test_read_only_file },
    { "no-room", test_no_room },
    { "cancelled", test_cancelled },
    { "async", test_async },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/dossier-save/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  return g_test_run ();
}
