/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/steppe-relation.h"
#include "paint/steppe-map-figure-private.h"
#include "paint/steppe-map-marker-paint.h"

#include <math.h>

/* Places that are drawn without an event there: those that were asked for, and where lines begin and end. */

static gboolean
has_dot (SteppeMapFigure *self,
         SteppePlace *place)
{
  for (guint i = 0; i < self->dots->len; i++)
    if (g_array_index (self->dots, SteppeMapAnchor, i).place == place)
      return TRUE;
  return FALSE;
}

static void
add_dot (SteppeMapFigure *self,
         SteppePlace *place)
{
  SteppeMapAnchor anchor = { place, .selected = place != NULL && STEPPE_ITEM (place) == self->subject, .order = self->dots->len };

  if (place != NULL && !has_dot (self, place) && steppe_map_scene_locate (self->scene, place, &anchor.point))
    g_array_append_val (self->dots, anchor);
}

static void
add_event (SteppeMapFigure *self,
           SteppeEvent *event)
{
  g_autoptr (GPtrArray) places = steppe_map_scene_get_event_places (self->scene, event);

  if (places->len > 0)
    add_dot (self, g_ptr_array_index (places, 0));
}

/* The end of a relation. */
static void
add_end (SteppeMapFigure *self,
         const char *id)
{
  SteppeDossier *dossier = steppe_map_scene_get_dossier (self->scene);
  SteppeItem *end = steppe_dossier_lookup (dossier, id);

  if (STEPPE_IS_PLACE (end))
    add_dot (self, STEPPE_PLACE (end));
  else if (STEPPE_IS_ACTOR (end))
    add_dot (self, steppe_map_tracks_lookup_place (dossier, steppe_actor_get_place (STEPPE_ACTOR (end))));
  else if (STEPPE_IS_EVENT (end))
    add_event (self, STEPPE_EVENT (end));
}

static void
add_stops (SteppeMapFigure *self,
           SteppeJourney *journey)
{
  SteppeDossier *dossier = steppe_map_scene_get_dossier (self->scene);
  GPtrArray *legs = steppe_journey_get_legs (journey);

  for (guint i = 0; legs != NULL && i < legs->len; i++)
    {
      const SteppeLeg *leg = g_ptr_array_index (legs, i);

      add_dot (self, steppe_map_tracks_lookup_place (dossier, leg->from));
      add_dot (self, steppe_map_tracks_lookup_place (dossier, leg->to));
    }
}

/* What is a line or an area has its name there. */
static gboolean
is_point (SteppePlace *place)
{
  SteppeGeometry *geometry = steppe_place_get_geometry (place);

  return geometry == NULL || steppe_geometry_get_kind (geometry) == STEPPE_GEOMETRY_POINT;
}

static void
add_item (SteppeMapFigure *self,
          SteppeItem *item)
{
  if (STEPPE_IS_PLACE (item) && is_point (STEPPE_PLACE (item)))
    add_dot (self, STEPPE_PLACE (item));
  else if (STEPPE_IS_JOURNEY (item))
    add_stops (self, STEPPE_JOURNEY (item));
  else if (STEPPE_IS_ACTOR (item))
    add_dot (self, steppe_map_tracks_lookup_place (steppe_map_scene_get_dossier (self->scene), steppe_actor_get_place (STEPPE_ACTOR (item))));
}

/* Finds the places of the items, of the subject, and of the ends of the arcs. */
void
_steppe_map_figure_find_dots (SteppeMapFigure *self,
                              GPtrArray *items)
{
  GPtrArray *arcs = steppe_map_relations_get_arcs (self->relations);

  add_item (self, self->subject);
  for (guint i = 0; items != NULL && i < items->len; i++)
    add_item (self, g_ptr_array_index (items, i));
  for (guint i = 0; i < arcs->len; i++)
    {
      const SteppeMapTrack *arc = g_ptr_array_index (arcs, i);

      add_end (self, steppe_relation_get_subject (STEPPE_RELATION (arc->item)));
      add_end (self, steppe_relation_get_object (STEPPE_RELATION (arc->item)));
    }
}

/* Works out where the dots are in the figure. */
void
_steppe_map_figure_project_dots (SteppeMapFigure *self)
{
  for (guint i = 0; i < self->dots->len; i++)
    {
      SteppeMapAnchor *dot = &g_array_index (self->dots, SteppeMapAnchor, i);

      steppe_camera_project (&self->camera, dot->point.x, dot->point.y, &dot->x, &dot->y);
      dot->half_width = dot->half_height = steppe_map_labels_get_dot_radius (&self->look) * 1.5;
    }
}

/* Draws them; a ring around the one that stands out. */
void
_steppe_map_figure_draw_dots (SteppeMapFigure *self,
                              cairo_t *cr)
{
  for (guint i = 0; i < self->dots->len; i++)
    {
      const SteppeMapAnchor *dot = &g_array_index (self->dots, SteppeMapAnchor, i);

      steppe_map_labels_paint_dot (cr, dot->x, dot->y, &self->look);
      if (dot->selected)
        steppe_map_marker_paint_ring (cr, dot->x, dot->y, 0.3 * self->look.em, &self->look);
    }
}
