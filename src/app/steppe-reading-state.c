/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/steppe-reading-state.h"

/* Where readers are in their dossiers, kept in one file of the user's state folder. */

#define KEY_STATE "state"
#define KEY_TIME "time"
/* Of so many dossiers it is remembered. */
#define MAX_DOSSIERS 100

static char *
get_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "steppe", "reading.ini", NULL);
}

/* A group of a key file must not have brackets in its name, which URIs may have. */
static char *
dup_group (GFile *dossier)
{
  g_autofree char *uri = g_file_get_uri (dossier);

  return g_uri_escape_string (uri, G_URI_RESERVED_CHARS_ALLOWED_IN_PATH, FALSE);
}

static GKeyFile *
load_file (void)
{
  GKeyFile *file = g_key_file_new ();
  g_autofree char *path = get_path ();

  /* Without a file nothing is remembered yet; a damaged one is begun anew. */
  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  return file;
}

static void
save_file (GKeyFile *file)
{
  g_autofree char *path = get_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (!g_key_file_save_to_file (file, path, &error))
    g_message ("Where you are in your dossiers cannot be remembered: %s", error->message);
}

/**
 * steppe_reading_state_load:
 * @dossier: the file of a dossier
 *
 * Returns: (transfer full) (nullable): what was saved for it, `a{sv}`; %NULL for nothing
 */
GVariant *
steppe_reading_state_load (GFile *dossier)
{
  g_autoptr (GKeyFile) file = load_file ();
  g_autofree char *group = dup_group (dossier);
  g_autofree char *text = g_key_file_get_string (file, group, KEY_STATE, NULL);

  return text != NULL ? g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL) : NULL;
}

static void
forget_oldest (GKeyFile *file)
{
  gsize n_groups;
  g_auto (GStrv) groups = g_key_file_get_groups (file, &n_groups);
  guint oldest = 0;
  gint64 oldest_time = G_MAXINT64;

  if (n_groups <= MAX_DOSSIERS)
    return;
  for (guint i = 0; i < n_groups; i++)
    {
      gint64 time = g_key_file_get_int64 (file, groups[i], KEY_TIME, NULL);

      if (time >= oldest_time)
        continue;
      oldest = i;
      oldest_time = time;
    }
  g_key_file_remove_group (file, groups[oldest], NULL);
}

/**
 * steppe_reading_state_save:
 * @dossier: the file of a dossier
 * @state: (transfer floating): what to remember for it, `a{sv}`
 *
 * Remembers it for the next time, in place of what was remembered before.
 */
void
steppe_reading_state_save (GFile *dossier,
                           GVariant *state)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (state);
  g_autoptr (GKeyFile) file = load_file ();
  g_autofree char *group = dup_group (dossier);
  g_autofree char *text = g_variant_print (owned, TRUE);

  g_key_file_set_string (file, group, KEY_STATE, text);
  g_key_file_set_int64 (file, group, KEY_TIME, g_get_real_time ());
  forget_oldest (file);
  save_file (file);
}

/**
 * steppe_reading_state_forget_all:
 *
 * Forgets what is remembered for any dossier.
 */
void
steppe_reading_state_forget_all (void)
{
  g_autofree char *path = get_path ();
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_file_delete (file, NULL, NULL);
}
