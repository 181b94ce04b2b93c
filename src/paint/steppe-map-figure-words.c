/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "paint/steppe-map-figure-private.h"

#include "model/steppe-item-words.h"

#include <glib/gi18n.h>
#include <math.h>

/* More countries, places and lines are not named. */
#define MAX_COUNTRIES 3
#define MAX_PLACES 6
#define MAX_LINES 6

static void
append_name (GString *names,
             const char *name)
{
  /* Translators: between the names of a list. */
  g_string_append_printf (names, "%s%s", names->len > 0 ? _ (", ") : "", name);
}

/* A list of names, of which there are more. */
static char *
end_list (GString *names,
          guint n_more)
{
  g_autofree char *list = g_string_free_and_steal (names);

  if (n_more == 0)
    return g_steal_pointer (&list);
  return g_strdup_printf (ngettext ("%1$s and %2$u more", "%1$s and %2$u more", n_more), list, n_more);
}

/* The countries whose names have their place in the figure: those of the story if there are any. */
static char *
list_countries (const SteppeMapFigure *self,
                gboolean of_story)
{
  const char *const *languages = steppe_dossier_get_languages (steppe_map_scene_get_dossier (self->scene));
  GString *names = g_string_new (NULL);
  guint n_places, n_named = 0;
  const SteppeBasemapPlace *places = steppe_basemap_get_places (self->basemap, &n_places);
  SteppeBox box;

  steppe_camera_get_box (&self->camera, &box);
  for (guint i = 0; i < n_places && n_named < MAX_COUNTRIES; i++)
    if (places[i].kind == STEPPE_PLACE_LABEL_COUNTRY && (places[i].rank == 0) == of_story &&
        steppe_box_contains (&box, places[i].x, places[i].y))
      {
        append_name (names, steppe_basemap_get_place_name (self->basemap, &places[i], languages));
        n_named++;
      }
  return g_string_free_and_steal (names);
}

static void
append_sentence (GString *words,
                 char *sentence)
{
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append (words, sentence);
  g_free (sentence);
}

static void
append_region (const SteppeMapFigure *self,
               GString *words)
{
  g_autofree char *story = list_countries (self, TRUE);
  g_autofree char *others = *story == '\0' ? list_countries (self, FALSE) : NULL;
  const char *countries = others != NULL ? others : story;
  int kilometres = (int) round (self->camera.width / self->camera.scale);

  if (*countries == '\0')
    /* Translators: %'d is a number of kilometres. */
    append_sentence (words, g_strdup_printf (_ ("Map, about %'d km wide."), kilometres));
  else
    /* Translators: %1$s are the names of countries, %2$'d is a number of kilometres. */
    append_sentence (words, g_strdup_printf (_ ("Map of %1$s, about %2$'d km wide."), countries, kilometres));
}

static void
append_events (const SteppeMapFigure *self,
               GString *words)
{
  GPtrArray *groups = steppe_map_scene_get_groups (self->scene);
  SteppeDossier *dossier = steppe_map_scene_get_dossier (self->scene);
  GString *names = g_string_new (NULL);
  g_autofree char *list = NULL;
  guint n_events = 0, n_places = 0;
  SteppeBox box;

  steppe_camera_get_box (&self->camera, &box);
  for (guint i = 0; i < groups->len; i++)
    {
      const SteppeMapGroup *group = g_ptr_array_index (groups, i);

      if (!steppe_box_contains (&box, group->x, group->y))
        continue;
      if (n_places++ < MAX_PLACES)
        append_name (names, steppe_dossier_resolve_name (dossier, STEPPE_ITEM (group->place)));
      n_events += group->events->len;
    }
  list = end_list (names, n_places > MAX_PLACES ? n_places - MAX_PLACES : 0);
  if (n_events > 0)
    /* Translators: %1$'u is a number of events, %2$s are names of places. */
    append_sentence (words, g_strdup_printf (ngettext ("%1$'u event is marked: %2$s.", "%1$'u events are marked: %2$s.", n_events),
                                             n_events, list));
}

static void
append_elsewhere (const SteppeMapFigure *self,
                  GString *words)
{
  guint n = steppe_map_figure_get_elsewhere (self);

  if (n > 0)
    append_sentence (words, g_strdup_printf (ngettext ("%'u event is outside this map.", "%'u events are outside this map.", n), n));
}

/* Names the lines of an array, each item once. */
static void
name_lines (const SteppeMapFigure *self,
            GPtrArray *tracks,
            GHashTable *named,
            GString *names)
{
  SteppeDossier *dossier = steppe_map_scene_get_dossier (self->scene);

  for (guint i = 0; i < tracks->len; i++)
    {
      SteppeItem *item = ((const SteppeMapTrack *) g_ptr_array_index (tracks, i))->item;
      g_autofree char *name = NULL;

      if (!g_hash_table_add (named, item) || g_hash_table_size (named) > MAX_LINES)
        continue;
      name = steppe_item_dup_title (item, dossier);
      /* Translators: between names of a list that may have commas in them. */
      g_string_append_printf (names, "%s%s", names->len > 0 ? _ ("; ") : "", name);
    }
}

static void
append_lines (const SteppeMapFigure *self,
              GString *words)
{
  g_autoptr (GHashTable) named = g_hash_table_new (NULL, NULL);
  GString *names = g_string_new (NULL);
  g_autofree char *list = NULL;
  guint n_lines;

  name_lines (self, steppe_map_scene_get_tracks (self->scene), named, names);
  name_lines (self, steppe_map_relations_get_arcs (self->relations), named, names);
  n_lines = g_hash_table_size (named);
  list = end_list (names, n_lines > MAX_LINES ? n_lines - MAX_LINES : 0);
  if (n_lines > 0)
    /* Translators: %s are the names of the journeys, areas and relations that are drawn on a map. */
    append_sentence (words, g_strdup_printf (_ ("Also drawn: %s."), list));
}

/**
 * steppe_map_figure_dup_words:
 * @self: a figure
 *
 * Returns: (transfer full): what it shows, for people who cannot see it: which part of the earth, how many events where, which lines
 */
char *
steppe_map_figure_dup_words (const SteppeMapFigure *self)
{
  GString *words = g_string_new (NULL);

  append_region (self, words);
  append_events (self, words);
  append_lines (self, words);
  append_elsewhere (self, words);
  return g_string_free_and_steal (words);
}

/**
 * steppe_map_figure_dup_caption:
 * @self: a figure
 *
 * Returns: (transfer full): what is to be read below it: how many events are elsewhere, whom the map is owed to, and the caution
 *   about borders
 */
char *
steppe_map_figure_dup_caption (const SteppeMapFigure *self)
{
  GString *caption = g_string_new (NULL);

  append_elsewhere (self, caption);
  append_sentence (caption, g_strdup (steppe_basemap_get_attribution ()));
  return g_string_free_and_steal (caption);
}
