/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dossier-testing.h"

/* Opens text that is given piece by piece. */
static SteppeDossier *
read_text (GString *text,
           GError **error)
{
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (text);

  return steppe_dossier_read_bytes (bytes, NULL, error);
}

static GString *
begin (const char *members)
{
  GString *text = g_string_new ("{\"format\": \"steppe-dossier\", \"version\": 1, ");

  g_string_append (text, members);
  return text;
}

static void
repeat (GString *text,
        const char *piece,
        gsize n)
{
  gsize start = text->len;
  gsize size = strlen (piece);

  g_string_set_size (text, start + n * size);
  for (gsize i = 0; i < n; i++)
    memcpy (text->str + start + i * size, piece, size);
}

static void
assert_limit (GString *text,
              gboolean is_over)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SteppeDossier) dossier = read_text (text, &error);

  if (is_over)
    g_assert_error (error, STEPPE_FORMAT_ERROR, STEPPE_FORMAT_ERROR_LIMIT);
  else
    g_assert_no_error (error);
  g_assert_true ((dossier != NULL) == !is_over);
}

static void
test_depth (void)
{
  for (guint over = 0; over < 2; over++)
    {
      GString *text = begin ("\"x\": ");

      repeat (text, "[", STEPPE_DOSSIER_MAX_DEPTH - 1 + over);
      repeat (text, "]", STEPPE_DOSSIER_MAX_DEPTH - 1 + over);
      g_string_append (text, "}");
      assert_limit (text, over);
    }
}

/* Brackets in texts are not nested, whatever is escaped in front of their ends. */
static void
test_depth_in_texts (void)
{
  GString *text = begin ("\"x\": [\"\\\\\", \"\\\"");

  repeat (text, "[", 1000);
  g_string_append (text, "\\\\\\\"\", \"{{{\"]}");
  assert_limit (text, FALSE);
}

static void
test_unclosed_depth (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  repeat (text, "[", 1000000);
  g_assert_null (read_text (g_steal_pointer (&text), &error));
  g_assert_error (error, STEPPE_FORMAT_ERROR, STEPPE_FORMAT_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, "column 65"));
}

static void
test_string (void)
{
  for (guint over = 0; over < 2; over++)
    {
      GString *text = begin ("\"title\": \"");

      repeat (text, "x", STEPPE_DOSSIER_MAX_STRING + over);
      g_string_append (text, "\"}");
      assert_limit (text, over);
    }
}

static void
test_values (void)
{
  GString *text = begin ("\"x\": [");

  repeat (text, "1,", STEPPE_DOSSIER_MAX_VALUES);
  g_string_append (text, "1]}");
  assert_limit (text, TRUE);
}

static void
test_items (void)
{
  for (guint over = 0; over < 2; over++)
    {
      GString *text = begin ("\"events\": [");
      guint n_events = 1000;

      repeat (text, "5,", n_events - 1);
      g_string_append (text, "5], \"places\": [");
      repeat (text, "5,", STEPPE_DOSSIER_MAX_ITEMS - n_events - 1 + over);
      g_string_append (text, "5]}");
      assert_limit (text, over);
    }
}

static void
test_positions (void)
{
  for (guint over = 0; over < 2; over++)
    {
      GString *text = begin ("\"places\": [{\"id\": \"p\", \"name\": \"P\", \"geometry\": {\"type\": \"LineString\", \"coordinates\": [");

      repeat (text, "[1,2],", STEPPE_DOSSIER_MAX_POSITIONS - 1 + over);
      g_string_append (text, "[1,2]]}}]}");
      assert_limit (text, over);
    }
}

/* However many faults there are, all are counted. */
static void
test_faults (void)
{
  GString *text = begin ("\"events\": [");
  g_autoptr (GError) error = NULL;
  g_autoptr (SteppeDossier) dossier = NULL;
  g_autoptr (SteppeFault) last = NULL;

  repeat (text, "5,", STEPPE_DOSSIER_MAX_FAULTS + 41);
  g_string_append (text, "5]}");
  dossier = read_text (text, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (steppe_dossier_get_faults (dossier)), ==, STEPPE_DOSSIER_MAX_FAULTS + 1);
  last = g_list_model_get_item (steppe_dossier_get_faults (dossier), STEPPE_DOSSIER_MAX_FAULTS);
  g_assert_cmpstr (steppe_fault_get_pointer (last), ==, "");
  g_assert_nonnull (strstr (steppe_fault_get_message (last), "42"));
}

static void
assert_refused (const char *path,
                SteppeFormatError code)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (steppe_dossier_read (file, NULL, &error));
  g_assert_error (error, STEPPE_FORMAT_ERROR, (int) code);
}

/* A pipe that nobody writes to would wait for ever. */
static void
test_no_regular_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("steppe-limits-XXXXXX", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe", NULL);
  g_autofree char *link = g_build_filename (folder, "link", NULL);

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (symlink ("pipe", link), ==, 0);
  assert_refused (folder, STEPPE_FORMAT_ERROR_NOT_A_FILE);
  assert_refused (pipe, STEPPE_FORMAT_ERROR_NOT_A_FILE);
  assert_refused (link, STEPPE_FORMAT_ERROR_NOT_A_FILE);
  assert_refused ("/dev/zero", STEPPE_FORMAT_ERROR_NOT_A_FILE);
  assert_refused ("/dev/null", STEPPE_FORMAT_ERROR_NOT_A_FILE);
  g_unlink (link);
  g_unlink (pipe);
  g_rmdir (folder);
}

static void
test_file_size (void)
{
  g_autofree char *path = NULL;
  g_autofd int fd = g_file_open_tmp ("steppe-XXXXXX.dossier", &path, NULL);

  /* A hole: it takes no room on the disk. */
  g_assert_cmpint (ftruncate (fd, (off_t) STEPPE_DOSSIER_MAX_BYTES + 1), ==, 0);
  assert_refused (path, STEPPE_FORMAT_ERROR_LIMIT);
  g_unlink (path);
}

/* A file whose size is not what it seems: /proc says 0. */
static void
test_unknown_size (void)
{
  if (!g_file_test ("/proc/self/status", G_FILE_TEST_IS_REGULAR))
    {
      g_test_skip ("There is no /proc");
      return;
    }
  assert_refused ("/proc/self/status", STEPPE_FORMAT_ERROR_SYNTAX);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dossier-limits/depth", test_depth);
  g_test_add_func ("/dossier-limits/depth-in-texts", test_depth_in_texts);
  g_test_add_func ("/dossier-limits/unclosed-depth", test_unclosed_depth);
  g_test_add_func ("/dossier-limits/string", test_string);
  g_test_add_func ("/dossier-limits/values", test_values);
  g_test_add_func ("/dossier-limits/items", test_items);
  g_test_add_func ("/dossier-limits/positions", test_positions);
  g_test_add_func ("/dossier-limits/faults", test_faults);
  g_test_add_func ("/dossier-limits/no-regular-file", test_no_regular_file);
  g_test_add_func ("/dossier-limits/file-size", test_file_size);
  g_test_add_func ("/dossier-limits/unknown-size", test_unknown_size);
  return g_test_run ();
}
