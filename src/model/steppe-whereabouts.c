/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/steppe-whereabouts.h"

#include "model/steppe-event.h"
#include "model/steppe-journey.h"
#include "model/steppe-place.h"

/* Metres between the places that a great circle is drawn through. */
#define STEP 100000.0
/* So many places of a dossier tell well enough where it is. */
#define MAX_ITEMS 300

/**
 * steppe_whereabouts_new:
 *
 * Returns: (transfer full): nowhere
 */
SteppeWhereabouts *
steppe_whereabouts_new (void)
{
  SteppeWhereabouts *self = g_new (SteppeWhereabouts, 1);

  self->spots = g_array_new (FALSE, FALSE, sizeof (SteppeLonLat));
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  return self;
}

/**
 * steppe_whereabouts_free:
 * @self: (transfer full): whereabouts
 */
void
steppe_whereabouts_free (SteppeWhereabouts *self)
{
  g_array_unref (self->spots);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

static gboolean
locate (SteppeDossier *dossier,
        const char *id,
        SteppeLonLat *spot)
{
  SteppeItem *place = steppe_dossier_lookup (dossier, id);
  SteppePosition center;

  if (!STEPPE_IS_PLACE (place) || !steppe_place_get_center (STEPPE_PLACE (place), &center))
    return FALSE;
  *spot = (SteppeLonLat) { center.longitude, center.latitude };
  return TRUE;
}

static void
add_place (SteppeWhereabouts *self,
           const char *id,
           SteppeDossier *dossier)
{
  SteppeLonLat spot;

  if (locate (dossier, id, &spot))
    g_array_append_val (self->spots, spot);
}

static void
add_geometry (SteppeWhereabouts *self,
              SteppeGeometry *geometry)
{
  for (guint i = 0; i < steppe_geometry_get_n_parts (geometry); i++)
    {
      GArray *line = g_array_new (FALSE, FALSE, sizeof (SteppeLonLat));
      guint n_positions, polygon;
      const SteppePosition *positions = steppe_geometry_get_part (geometry, i, &n_positions, &polygon);

      for (guint k = 0; k < n_positions; k++)
        g_array_append_vals (line, &(SteppeLonLat) { positions[k].longitude, positions[k].latitude }, 1);
      g_ptr_array_add (self->lines, line);
    }
}

static void
add_leg (SteppeWhereabouts *self,
         const SteppeLeg *leg,
         SteppeDossier *dossier)
{
  SteppeLonLat from, to;
  GArray *line;

  add_place (self, leg->from, dossier);
  add_place (self, leg->to, dossier);
  if (leg->geometry != NULL)
    {
      add_geometry (self, leg->geometry);
      return;
    }
  if (!locate (dossier, leg->from, &from) || !locate (dossier, leg->to, &to))
    return;
  line = g_array_new (FALSE, FALSE, sizeof (SteppeLonLat));
  g_array_append_val (line, from);
  steppe_geodesy_densify (&from, &to, STEP, line);
  g_ptr_array_add (self->lines, line);
}

/**
 * steppe_whereabouts_add:
 * @self: whereabouts
 * @item: an item of @dossier
 * @dossier: the dossier
 *
 * Adds where an event, a place or a journey is; other items are nowhere.
 */
void
steppe_whereabouts_add (SteppeWhereabouts *self,
                        SteppeItem *item,
                        SteppeDossier *dossier)
{
  if (STEPPE_IS_PLACE (item))
    {
      add_place (self, steppe_item_get_id (item), dossier);
    }
  else if (STEPPE_IS_EVENT (item))
    {
      const char *const *places = steppe_event_get_places (STEPPE_EVENT (item));

      for (guint i = 0; places != NULL && places[i] != NULL; i++)
        add_place (self, places[i], dossier);
    }
  else if (STEPPE_IS_JOURNEY (item))
    {
      GPtrArray *legs = steppe_journey_get_legs (STEPPE_JOURNEY (item));
      SteppeGeometry *geometry = steppe_journey_get_geometry (STEPPE_JOURNEY (item));

      for (guint i = 0; legs != NULL && i < legs->len; i++)
        add_leg (self, g_ptr_array_index (legs, i), dossier);
      if (geometry != NULL)
        add_geometry (self, geometry);
    }
}

/**
 * steppe_whereabouts_is_empty:
 * @self: whereabouts
 *
 * Returns: whether there is nothing to show on a map
 */
gboolean
steppe_whereabouts_is_empty (const SteppeWhereabouts *self)
{
  return self->spots->len == 0 && self->lines->len == 0;
}

/**
 * steppe_whereabouts_new_for_dossier:
 * @dossier: a dossier
 *
 * Returns: (transfer full): where its places and journeys are, or the first of many
 */
SteppeWhereabouts *
steppe_whereabouts_new_for_dossier (SteppeDossier *dossier)
{
  static const SteppeItemKind kinds[] = { STEPPE_ITEM_PLACE, STEPPE_ITEM_JOURNEY };
  SteppeWhereabouts *self = steppe_whereabouts_new ();

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      GListModel *items = steppe_dossier_get_items (dossier, kinds[k]);

      for (guint i = 0; i < MIN (g_list_model_get_n_items (items), MAX_ITEMS); i++)
        {
          g_autoptr (SteppeItem) item = g_list_model_get_item (items, i);

          steppe_whereabouts_add (self, item, dossier);
        }
    }
  return self;
}
