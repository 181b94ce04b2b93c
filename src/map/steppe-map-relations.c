/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/steppe-map-relations.h"

#include "map/steppe-map-lines.h"
#include "map/steppe-map-where.h"

#include <math.h>

/* How far an arc stands off the straight line between its ends, in lengths of that; and how much more each further arc
 * between the same two. */
#define BOW 0.14
#define MORE_BOW 0.1
#define N_STEPS 24
/* More are a tangle that nobody can read. */
#define MAX_ARCS 150
/* In em, the size of the font. */
#define WIDTH 0.14
#define CASING 0.12 /* on either side */
#define GLOW 0.4 /* on either side */
#define DASH 0.4
#define GAP 0.3

/**
 * SteppeMapRelations:
 *
 * The relations of the selected actor, or of the one that the selected relation is about, as arcs from the one place to the
 * other. Each predicate has a colour.
 */
struct _SteppeMapRelations
{
  SteppeItem *center; /* whose relations they are; NULL for nobody's */
  GPtrArray *all; /* SteppeRelation: those on the map first, otherwise as the file has them */
  GPtrArray *arcs; /* SteppeMapTrack, of those on the map */
  GHashTable *numbers; /* SteppeRelation → number of its predicate */
  GPtrArray *paths; /* GskPath of each arc, in pixels from the map's origin; NULL before they are drawn */
  double scale; /* of the paths */
  guint serial;
};

/**
 * steppe_map_relations_new:
 *
 * Returns: (transfer full): nobody's relations
 */
SteppeMapRelations *
steppe_map_relations_new (void)
{
  SteppeMapRelations *self = g_new0 (SteppeMapRelations, 1);

  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  self->arcs = g_ptr_array_new_with_free_func ((GDestroyNotify) steppe_map_track_free);
  self->numbers = g_hash_table_new (NULL, NULL);
  return self;
}

/**
 * steppe_map_relations_free:
 * @self: (transfer full): relations
 */
void
steppe_map_relations_free (SteppeMapRelations *self)
{
  g_clear_object (&self->center);
  g_ptr_array_unref (self->arcs);
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->all);
  g_clear_pointer (&self->paths, g_ptr_array_unref);
  g_free (self);
}

/* Whose relations are shown when an item is selected. */
static SteppeItem *
find_center (SteppeDossier *dossier,
             SteppeItem *selected)
{
  SteppeItem *subject, *object;

  if (STEPPE_IS_ACTOR (selected))
    return selected;
  if (!STEPPE_IS_RELATION (selected))
    return NULL;
  subject = steppe_dossier_lookup (dossier, steppe_relation_get_subject (STEPPE_RELATION (selected)));
  object = steppe_dossier_lookup (dossier, steppe_relation_get_object (STEPPE_RELATION (selected)));
  if (STEPPE_IS_ACTOR (subject))
    return subject;
  return STEPPE_IS_ACTOR (object) ? object : NULL;
}

static gboolean
locate (const SteppeMapScene *scene,
        const char *id,
        SteppePoint *point)
{
  SteppeDossier *dossier = steppe_map_scene_get_dossier (scene);
  const SteppeProjection *projection = steppe_map_scene_get_projection (scene);
  SteppePosition position;

  if (!steppe_map_find_position (dossier, steppe_dossier_lookup (dossier, id), &position) ||
      !steppe_projection_includes (projection, position.longitude, position.latitude))
    return FALSE;
  steppe_projection_forward (projection, position.longitude, position.latitude, &point->x, &point->y);
  return TRUE;
}

/* How many arcs go from the one point to the other already. */
static guint
count_arcs (SteppeMapRelations *self,
            const SteppePoint *from,
            const SteppePoint *to)
{
  guint n = 0;

  for (guint i = 0; i < self->arcs->len; i++)
    {
      const GArray *points = ((const SteppeMapTrack *) g_ptr_array_index (self->arcs, i))->points;
      const SteppePoint *first = &g_array_index (points, SteppePoint, 0);
      const SteppePoint *last = &g_array_index (points, SteppePoint, points->len - 1);

      n += first->x == from->x && first->y == from->y && last->x == to->x && last->y == to->y;
    }
  return n;
}

/* A quadratic Bézier curve; what goes to and fro bends to different sides. */
static void
add_arc (SteppeMapRelations *self,
         SteppeRelation *relation,
         const SteppePoint *from,
         const SteppePoint *to)
{
  double bow = BOW + MORE_BOW * count_arcs (self, from, to);
  /* The middle of the curve is half as far from the line as the control point. */
  double x = (from->x + to->x) / 2 - 2 * bow * (to->y - from->y), y = (from->y + to->y) / 2 + 2 * bow * (to->x - from->x);
  SteppeMapTrack *arc = steppe_map_track_new (STEPPE_ITEM (relation), NULL);

  arc->sure = steppe_relation_get_until (relation) == NULL;
  for (guint i = 0; i <= N_STEPS; i++)
    {
      double t = i / (double) N_STEPS, u = 1 - t;

      steppe_map_track_add_point (arc, u * u * from->x + 2 * u * t * x + t * t * to->x,
                                  u * u * from->y + 2 * u * t * y + t * t * to->y);
    }
  g_ptr_array_add (self->arcs, arc);
}

/* Adds an arc where the relation has two ends on the map, apart from each other. */
static gboolean
trace (SteppeMapRelations *self,
       const SteppeMapScene *scene,
       SteppeRelation *relation)
{
  SteppePoint from, to;

  if (self->arcs->len >= MAX_ARCS || !locate (scene, steppe_relation_get_subject (relation), &from) ||
      !locate (scene, steppe_relation_get_object (relation), &to) || (from.x == to.x && from.y == to.y))
    return FALSE;
  add_arc (self, relation, &from, &to);
  return TRUE;
}

/* Gives each predicate a number, in the order in which they come. */
static void
number_predicates (SteppeMapRelations *self,
                   SteppeDossier *dossier)
{
  g_autoptr (GHashTable) predicates = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->all->len; i++)
    {
      SteppeItem *relation = g_ptr_array_index (self->all, i);
      const char *predicate = steppe_dossier_resolve_name (dossier, relation);

      if (!g_hash_table_contains (predicates, predicate))
        g_hash_table_insert (predicates, (gpointer) predicate, GUINT_TO_POINTER (g_hash_table_size (predicates)));
      g_hash_table_insert (self->numbers, relation, g_hash_table_lookup (predicates, predicate));
    }
}

static void
collect (SteppeMapRelations *self,
         const SteppeMapScene *scene)
{
  SteppeDossier *dossier = steppe_map_scene_get_dossier (scene);
  GListModel *relations = steppe_dossier_get_items (dossier, STEPPE_ITEM_RELATION);
  const char *id = steppe_item_get_id (self->center);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (SteppeRelation) relation = g_list_model_get_item (relations, i);

      if (g_strcmp0 (steppe_relation_get_subject (relation), id) != 0 &&
          g_strcmp0 (steppe_relation_get_object (relation), id) != 0)
        continue;
      if (trace (self, scene, relation))
        g_ptr_array_add (self->all, g_object_ref (relation));
      else
        g_ptr_array_add (others, relation); /* kept by the dossier */
    }
  for (guint i = 0; i < others->len; i++)
    g_ptr_array_add (self->all, g_object_ref (g_ptr_array_index (others, i)));
  number_predicates (self, dossier);
}

/**
 * steppe_map_relations_update:
 * @self: relations
 * @scene: (nullable): what there is to show
 * @selected: (nullable): the selected item
 *
 * Takes the relations that belong to what is selected. For another scene it is to be called without one first.
 */
void
steppe_map_relations_update (SteppeMapRelations *self,
                             const SteppeMapScene *scene,
                             SteppeItem *selected)
{
  SteppeItem *center = scene != NULL ? find_center (steppe_map_scene_get_dossier (scene), selected) : NULL;

  if (center == self->center)
    return;
  self->serial++;
  g_ptr_array_set_size (self->arcs, 0);
  g_hash_table_remove_all (self->numbers);
  g_ptr_array_set_size (self->all, 0);
  g_clear_pointer (&self->paths, g_ptr_array_unref);
  g_set_object (&self->center, center);
  if (center != NULL)
    collect (self, scene);
}

/**
 * steppe_map_relations_get_center:
 * @self: relations
 *
 * Returns: (transfer none) (nullable): the actor whose relations they are
 */
SteppeItem *
steppe_map_relations_get_center (const SteppeMapRelations *self)
{
  return self->center;
}

/**
 * steppe_map_relations_get_serial:
 * @self: relations
 *
 * Returns: another number for other relations
 */
guint
steppe_map_relations_get_serial (const SteppeMapRelations *self)
{
  return self->serial;
}

/**
 * steppe_map_relations_get_all:
 * @self: relations
 *
 * Returns: (transfer none) (element-type SteppeRelation): all of them, those on the map first
 */
GPtrArray *
steppe_map_relations_get_all (const SteppeMapRelations *self)
{
  return self->all;
}

/**
 * steppe_map_relations_get_arcs:
 * @self: relations
 *
 * Returns: (transfer none) (element-type SteppeMapTrack): the arcs of those that are on the map
 */
GPtrArray *
steppe_map_relations_get_arcs (const SteppeMapRelations *self)
{
  return self->arcs;
}

/**
 * steppe_map_relations_find_arc:
 * @self: relations
 * @relation: any item
 *
 * Returns: (transfer none) (nullable): its arc, if it is one of the relations that are on the map
 */
const SteppeMapTrack *
steppe_map_relations_find_arc (const SteppeMapRelations *self,
                               SteppeItem *relation)
{
  for (guint i = 0; i < self->arcs->len; i++)
    if (((const SteppeMapTrack *) g_ptr_array_index (self->arcs, i))->item == relation)
      return g_ptr_array_index (self->arcs, i);
  return NULL;
}

/**
 * steppe_map_relations_get_color:
 * @self: relations
 * @relation: one of them
 * @look: how the map is drawn
 *
 * Returns: the colour of its predicate
 */
GdkRGBA
steppe_map_relations_get_color (const SteppeMapRelations *self,
                                SteppeItem *relation,
                                const SteppeMapLook *look)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, relation));
  const SteppeColor *color = steppe_map_palette_get_relation_color (look->palette, number);

  return (GdkRGBA) { color->red, color->green, color->blue, color->alpha };
}

/**
 * steppe_map_relations_pick:
 * @self: relations
 * @camera: what the view shows
 * @x: pixels from the left of the view
 * @y: pixels from its top
 * @reach: how far from an arc still means it, in pixels
 *
 * Returns: (transfer none) (nullable): the arc that is there
 */
const SteppeMapTrack *
steppe_map_relations_pick (const SteppeMapRelations *self,
                           const SteppeCamera *camera,
                           double x,
                           double y,
                           double reach)
{
  return steppe_map_tracks_pick (self->arcs, camera, x, y, reach);
}

static void
snapshot_arc (SteppeMapRelations *self,
              GtkSnapshot *snapshot,
              const SteppeMapTrack *arc,
              GskPath *path,
              double glow,
              const SteppeMapLook *look)
{
  GdkRGBA color = steppe_map_relations_get_color (self, arc->item, look), casing = look->ground, light = look->accent;
  double width = WIDTH * look->em;

  casing.alpha *= 0.75f;
  light.alpha = (float) glow;
  if (glow > 0)
    steppe_map_line_stroke (snapshot, path, width + 2 * GLOW * look->em, 0, 0, &light);
  steppe_map_line_stroke (snapshot, path, width + 2 * CASING * look->em, 0, 0, &casing);
  steppe_map_line_stroke (snapshot, path, width, arc->sure ? 0 : DASH * look->em, arc->sure ? 0 : GAP * look->em, &color);
  steppe_map_line_arrow (snapshot, path, look, &color);
}

/**
 * steppe_map_relations_snapshot:
 * @self: relations
 * @snapshot: where to draw
 * @selected: (nullable): the selected item
 * @hovered: (nullable): the item under the pointer
 * @camera: what the view shows
 * @look: how
 *
 * Draws the arcs that reach into the view.
 */
void
steppe_map_relations_snapshot (SteppeMapRelations *self,
                               GtkSnapshot *snapshot,
                               SteppeItem *selected,
                               SteppeItem *hovered,
                               const SteppeCamera *camera,
                               const SteppeMapLook *look)
{
  SteppeBox view;
  double x, y;

  if (self->arcs->len == 0)
    return;
  steppe_map_tracks_build_paths (self->arcs, camera->scale, &self->paths, &self->scale);
  steppe_camera_get_box (camera, &view);
  steppe_camera_project (camera, 0, 0, &x, &y);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  for (guint i = 0; i < self->arcs->len; i++)
    {
      const SteppeMapTrack *arc = g_ptr_array_index (self->arcs, i);
      double glow = arc->item == selected ? 0.5 : arc->item == hovered ? 0.25
                                                                       : 0;

      if (steppe_box_intersects (&arc->box, &view))
        snapshot_arc (self, snapshot, arc, g_ptr_array_index (self->paths, i), glow, look);
    }
  gtk_snapshot_restore (snapshot);
}
