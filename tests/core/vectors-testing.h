/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

#define MAX_VECTOR 8

/* Calls @check with the numbers of each line of a table in tests/data that has @n_values of them, apart from comments; returns
 * how many those lines were. */
static inline guint
check_vectors (const char *name,
               guint n_values,
               void (*check) (const double *values, const char *line))
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_checked = 0;

  g_assert_cmpuint (n_values, <=, MAX_VECTOR);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);
      double values[MAX_VECTOR];

      if (lines[i][0] == '#' || g_strv_length (fields) != n_values)
        continue;
      for (guint k = 0; k < n_values; k++)
        values[k] = g_ascii_strtod (fields[k], NULL);
      check (values, lines[i]);
      n_checked++;
    }
  return n_checked;
}

G_END_DECLS
