/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/steppe-recent.h"

#include "formats/steppe-dossier-reader.h"
#include "model/steppe-whereabouts.h"
#include "widgets/steppe-locator-map.h"

/* Dossiers that were read: their names are in the list of recent files that all programs share, small pictures of their
 * maps in the user's cache. */

#define PICTURE_SCALE 2

static char *
get_picture_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "steppe", "maps", NULL);
}

static char *
get_picture_path (GFile *file)
{
  g_autofree char *folder = get_picture_folder ();
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
  g_autofree char *name = g_strconcat (hash, ".png", NULL);

  return g_build_filename (folder, name, NULL);
}

typedef struct
{
  char *path;
  SteppeWhereabouts *whereabouts;
} Picture;

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  g_free (picture->path);
  steppe_whereabouts_free (picture->whereabouts);
  g_free (picture);
}

static void
paint_in_thread (GTask *task,
                 gpointer source,
                 gpointer data,
                 GCancellable *cancellable)
{
  const Picture *picture = data;
  g_autofree char *folder = g_path_get_dirname (picture->path);
  cairo_surface_t *surface = steppe_locator_map_paint (picture->whereabouts, STEPPE_SCHEME_LIGHT, STEPPE_RECENT_PICTURE_WIDTH,
                                                       STEPPE_RECENT_PICTURE_HEIGHT, PICTURE_SCALE);

  /* Without the picture the list only lacks that. */
  g_mkdir_with_parents (folder, 0700);
  cairo_surface_write_to_png (surface, picture->path);
  cairo_surface_destroy (surface);
  g_task_return_boolean (task, TRUE);
}

static void
keep_picture (GFile *file,
              SteppeDossier *dossier)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  Picture *picture = g_new (Picture, 1);

  *picture = (Picture) { get_picture_path (file), steppe_whereabouts_new_for_dossier (dossier) };
  g_task_set_source_tag (task, keep_picture);
  g_task_set_task_data (task, picture, picture_free);
  g_task_run_in_thread (task, paint_in_thread);
}

/**
 * steppe_recent_add:
 * @file: the file of a dossier
 * @dossier: the dossier
 *
 * Remembers that it was read, unless it comes with Steppe.
 */
void
steppe_recent_add (GFile *file,
                   SteppeDossier *dossier)
{
  g_autofree char *uri = g_file_get_uri (file);
  const char *title = steppe_dossier_resolve (dossier, steppe_dossier_get_title (dossier));
  GtkRecentData data = {
    .display_name = *title != '\0' ? (char *) title : NULL,
    .mime_type = (char *) STEPPE_DOSSIER_MIME_TYPE,
    .app_name = (char *) "Steppe",
    .app_exec = (char *) "steppe %u",
  };

  if (g_file_has_uri_scheme (file, "resource"))
    return;
  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
  keep_picture (file, dossier);
}

/**
 * steppe_recent_load_picture:
 * @file: the file of a dossier
 *
 * Returns: (transfer full) (nullable): a picture of its map, if there is one
 */
GdkTexture *
steppe_recent_load_picture (GFile *file)
{
  g_autofree char *path = get_picture_path (file);

  return gdk_texture_new_from_filename (path, NULL);
}

static void
forget_pictures (void)
{
  g_autofree char *path = get_picture_folder ();
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autoptr (GFile) file = g_file_new_build_filename (path, name, NULL);

      g_file_delete (file, NULL, NULL);
    }
}

/**
 * steppe_recent_forget_all:
 *
 * Forgets which dossiers were read.
 */
void
steppe_recent_forget_all (void)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  GList *infos = gtk_recent_manager_get_items (manager);

  for (GList *l = infos; l != NULL; l = l->next)
    if (g_strcmp0 (gtk_recent_info_get_mime_type (l->data), STEPPE_DOSSIER_MIME_TYPE) == 0)
      gtk_recent_manager_remove_item (manager, gtk_recent_info_get_uri (l->data), NULL);
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
  forget_pictures ();
}
