/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-map-relations.h"

#include "paint/steppe-map-where.h"

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
#define ENDED_WIDTH 0.6 /* of the width */

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

/* Takes those of a list of relations that are on the map first, then the others. */
static void
take (SteppeMapRelations *self,
      const SteppeMapScene *scene,
      GPtrArray *relations)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; i < relations->len; i++)
    {
      SteppeRelation *relation = g_ptr_array_index (relations, i);

      if (trace (self, scene, relation))
        g_ptr_array_add (self->all, g_object_ref (relation));
      else
        g_ptr_array_add (others, relation);
    }
  for (guint i = 0; i < others->len; i++)
    g_ptr_array_add (self->all, g_object_ref (g_ptr_array_index (others, i)));
  number_predicates (self, steppe_map_scene_get_dossier (scene));
}

/* Those in which an actor is one end. */
static void
collect (SteppeMapRelations *self,
         const SteppeMapScene *scene)
{
  SteppeDossier *dossier = steppe_map_scene_get_dossier (scene);
  GListModel *relations = steppe_dossier_get_items (dossier, STEPPE_ITEM_RELATION);
  const char *id = steppe_item_get_id (self->center);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (SteppeRelation) relation = g_list_model_get_item (relations, i);

      if (g_strcmp0 (steppe_relation_get_subject (relation), id) == 0 ||
          g_strcmp0 (steppe_relation_get_object (relation), id) == 0)
        g_ptr_array_add (found, g_object_ref (relation));
    }
  take (self, scene, found);
}

/* Those who keep the arcs compare them by their array. */
static void
clear (SteppeMapRelations *self)
{
  self->serial++;
  g_ptr_array_unref (self->arcs);
  self->arcs = g_ptr_array_new_with_free_func ((GDestroyNotify) steppe_map_track_free);
  g_hash_table_remove_all (self->numbers);
  g_ptr_array_set_size (self->all, 0);
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
  clear (self);
  g_set_object (&self->center, center);
  if (center != NULL)
    collect (self, scene);
}

/**
 * steppe_map_relations_take:
 * @self: relations
 * @scene: what there is to show
 * @relations: (element-type SteppeRelation): relations of its dossier
 *
 * Takes these relations, whoever has them.
 */
void
steppe_map_relations_take (SteppeMapRelations *self,
                           const SteppeMapScene *scene,
                           GPtrArray *relations)
{
  clear (self);
  g_clear_object (&self->center);
  take (self, scene, relations);
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
 * Returns: (transfer none) (element-type SteppeMapTrack): the arcs of those that are on the map; another array for other relations
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
SteppeColor
steppe_map_relations_get_color (const SteppeMapRelations *self,
                                SteppeItem *relation,
                                const SteppeMapLook *look)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, relation));

  return *steppe_map_palette_get_relation_color (look->palette, number);
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

/* Where there is no colour to tell predicates apart, their dashes do. */
static void
add_dashes (SteppeMapStroke *stroke,
            guint number,
            const SteppeMapTrack *arc,
            const SteppeMapLook *look)
{
  /* In em. None of them is that of a journey. */
  static const struct
  {
    guint n_dashes;
    double dashes[STEPPE_MAP_MAX_DASHES];
  } patterns[STEPPE_MAP_N_RELATION_COLORS] = {
    { 4, { 0.9, 0.25, 0.12, 0.25 } },
    { 2, { 0.2, 0.2 } },
    { 2, { 1.2, 0.3 } },
    { 6, { 0.9, 0.25, 0.12, 0.25, 0.12, 0.25 } },
    { 4, { 0.8, 0.25, 0.35, 0.25 } },
    { 4, { 0.35, 0.2, 0.35, 0.6 } },
  };
  guint i = number % STEPPE_MAP_N_RELATION_COLORS;

  if (look->scheme == STEPPE_SCHEME_PRINT_GRAY)
    steppe_map_stroke_set_dashes (stroke, patterns[i].dashes, patterns[i].n_dashes, look->em);
  else if (!arc->sure)
    steppe_map_stroke_set_dashes (stroke, (double[]) { DASH, GAP }, 2, look->em);
}

/**
 * steppe_map_relations_get_style:
 * @self: relations
 * @arc: the arc of one of them
 * @emphasis: what stands out
 * @look: how the map is drawn
 * @style: (out): how to draw it
 */
void
steppe_map_relations_get_style (const SteppeMapRelations *self,
                                const SteppeMapTrack *arc,
                                const SteppeMapEmphasis *emphasis,
                                const SteppeMapLook *look,
                                SteppeMapTrackStyle *style)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, arc->item));
  SteppeColor color = steppe_map_relations_get_color (self, arc->item, look);
  double width = WIDTH * look->em;

  /* Of what is over only the line is thinner where dashes say what it is. */
  if (look->scheme == STEPPE_SCHEME_PRINT_GRAY && !arc->sure)
    width *= ENDED_WIDTH;
  steppe_map_track_style_init (style, &color);
  steppe_map_track_style_add_casing (style, look, width + 2 * CASING * look->em, width + 2 * GLOW * look->em,
                                     steppe_map_emphasis_get_glow (emphasis, arc));
  add_dashes (steppe_map_track_style_add (style, &color, width), number, arc, look);
  style->has_arrow = TRUE;
}

typedef struct
{
  const SteppeMapRelations *self;
  const SteppeMapEmphasis *emphasis;
  const SteppeMapLook *look;
} Drawing;

static gboolean
style_cb (const SteppeMapTrack *track,
          gconstpointer user_data,
          SteppeMapTrackStyle *style)
{
  const Drawing *drawing = user_data;

  steppe_map_relations_get_style (drawing->self, track, drawing->emphasis, drawing->look, style);
  return TRUE;
}

/**
 * steppe_map_relations_draw:
 * @self: relations
 * @cr: where to draw
 * @emphasis: what stands out
 * @camera: what the view shows
 * @look: how
 *
 * Draws the arcs that reach into the view, as lines rather than pixels.
 */
void
steppe_map_relations_draw (const SteppeMapRelations *self,
                           cairo_t *cr,
                           const SteppeMapEmphasis *emphasis,
                           const SteppeCamera *camera,
                           const SteppeMapLook *look)
{
  steppe_map_tracks_draw (self->arcs, cr, camera, look, style_cb, &(Drawing) { self, emphasis, look });
}
