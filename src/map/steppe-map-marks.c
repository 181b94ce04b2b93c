/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/steppe-map-view-private.h"
#include "paint/steppe-map-words.h"

#include <math.h>

/* The marks of the view for the keyboard and for assistive technology. Their order is: events that
 * stand alone, first to last in time; then clusters, by their earliest event; then journeys, as the
 * file has them; then the relations that are shown. After the last come the buttons over the map. */

static guint
get_earliest (const SteppeMapScene *scene,
              const SteppeMapMarker *marker)
{
  const SteppeClusters *clusters = steppe_map_scene_get_clusters (scene);
  const guint *members = steppe_clusters_get_members (clusters, marker->cluster);
  guint earliest = G_MAXUINT;

  for (guint i = 0; i < marker->cluster->n_points; i++)
    earliest = MIN (earliest, members[i]);
  return earliest;
}

typedef struct
{
  const SteppeMapMarker *marker;
  guint order;
} Ordered;

static int
compare_ordered (gconstpointer a,
                 gconstpointer b)
{
  const Ordered *first = a, *second = b;
  gboolean first_is_badge = first->marker->spot == NULL, second_is_badge = second->marker->spot == NULL;

  if (first_is_badge != second_is_badge)
    return first_is_badge ? 1 : -1;
  return (first->order > second->order) - (first->order < second->order);
}

static GArray *
order_markers (SteppeMapView *self)
{
  guint n_markers;
  const SteppeMapMarker *markers = steppe_map_markers_get (self->markers, &n_markers);
  GArray *ordered = g_array_sized_new (FALSE, FALSE, sizeof (Ordered), n_markers);

  for (guint i = 0; i < n_markers; i++)
    {
      Ordered one = { &markers[i] };

      one.order = markers[i].spot != NULL ? steppe_map_scene_get_index (self->scene, markers[i].spot)
                                          : get_earliest (self->scene, &markers[i]);
      g_array_append_val (ordered, one);
    }
  g_array_sort (ordered, compare_ordered);
  return ordered;
}

static void
add_marker (SteppeMapView *self,
            const Ordered *one)
{
  const SteppeMapMarker *marker = one->marker;
  SteppeItem *event = marker->spot != NULL ? STEPPE_ITEM (marker->spot->event) : NULL;
  g_autofree char *key = event != NULL ? g_strdup (steppe_item_get_id (event)) : g_strdup_printf ("#%u", one->order);
  g_autofree char *label = steppe_map_words_describe_marker (self->scene, marker);
  SteppeMark *mark = steppe_mark_list_add (self->marks, key, event);

  steppe_mark_set_label (mark, label);
  steppe_mark_set_bounds (mark, &GRAPHENE_RECT_INIT (marker->x - marker->radius, marker->y - marker->radius,
                                                     2 * marker->radius, 2 * marker->radius));
  g_hash_table_insert (self->marked, mark, (gpointer) marker->cluster);
}

static void
add_line (SteppeMapView *self,
          const SteppeMapTrack *track,
          const SteppeBox *view)
{
  g_autofree char *label = steppe_map_words_describe_line (steppe_map_scene_get_dossier (self->scene), track->item);
  SteppeMark *mark = steppe_mark_list_add (self->marks, steppe_item_get_id (track->item), track->item);
  double left, top, right, bottom;

  steppe_camera_project (&self->camera, MAX (track->box.x_min, view->x_min), MIN (track->box.y_max, view->y_max), &left, &top);
  steppe_camera_project (&self->camera, MIN (track->box.x_max, view->x_max), MAX (track->box.y_min, view->y_min), &right, &bottom);
  steppe_mark_set_label (mark, label);
  steppe_mark_set_bounds (mark, &GRAPHENE_RECT_INIT (left, top, MAX (right - left, 1), MAX (bottom - top, 1)));
  g_hash_table_insert (self->marked, mark, NULL);
}

/* Those of @tracks that are journeys or relations and reach into the view, each once. */
static void
add_lines (SteppeMapView *self,
           GPtrArray *tracks)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  SteppeBox view;

  steppe_camera_get_box (&self->camera, &view);
  for (guint i = 0; i < tracks->len; i++)
    {
      const SteppeMapTrack *track = g_ptr_array_index (tracks, i);

      if (!STEPPE_IS_PLACE (track->item) && steppe_box_intersects (&track->box, &view) && g_hash_table_add (seen, track->item))
        add_line (self, track, &view);
    }
}

/* The mark that shows the event or holds it. */
static SteppeMark *
find_mark (SteppeMapView *self,
           SteppeItem *event)
{
  const SteppeMapMarker *marker = steppe_map_markers_find_event (self->markers, self->scene, event);
  GHashTableIter iter;
  gpointer mark, cluster;

  g_hash_table_iter_init (&iter, self->marked);
  while (marker != NULL && g_hash_table_iter_next (&iter, &mark, &cluster))
    if (cluster == marker->cluster)
      return mark;
  return NULL;
}

/* Makes the marks those of the markers of the last layout. */
void
_steppe_map_view_update_marks (SteppeMapView *self)
{
  g_hash_table_remove_all (self->marked);
  steppe_mark_list_begin (self->marks);
  if (self->scene != NULL)
    {
      g_autoptr (GArray) ordered = order_markers (self);

      for (guint i = 0; i < ordered->len; i++)
        add_marker (self, &g_array_index (ordered, Ordered, i));
      add_lines (self, steppe_map_scene_get_tracks (self->scene));
      add_lines (self, steppe_map_relations_get_arcs (self->relations));
    }
  steppe_mark_list_end (self->marks);
  steppe_mark_list_set_selected (self->marks, self->focus != NULL ? steppe_focus_get_selected (self->focus) : NULL);
  if (self->come_back != NULL && self->scene != NULL && gtk_widget_is_focus (GTK_WIDGET (self)))
    steppe_mark_list_set_focused (self->marks, find_mark (self, self->come_back));
  g_clear_object (&self->come_back);
}

/* There is nothing to point at. */
void
_steppe_map_view_clear_marks (SteppeMapView *self)
{
  g_hash_table_remove_all (self->marked);
  steppe_mark_list_begin (self->marks);
  steppe_mark_list_end (self->marks);
}

static const SteppeMapMarker *
find_marker (SteppeMapView *self,
             const SteppeCluster *cluster)
{
  guint n_markers;
  const SteppeMapMarker *markers = steppe_map_markers_get (self->markers, &n_markers);

  for (guint i = 0; i < n_markers; i++)
    if (markers[i].cluster == cluster)
      return &markers[i];
  return NULL;
}

/* Does with the mark that has the keyboard's attention what a press would do: an event or journey
 * is selected, a cluster opened. Returns whether there was one. */
gboolean
_steppe_map_view_activate_mark (SteppeMapView *self)
{
  SteppeMark *mark = steppe_mark_list_get_focused (self->marks);
  SteppeItem *item = mark != NULL ? steppe_mark_get_item (mark) : NULL;
  const SteppeMapMarker *marker = mark != NULL ? find_marker (self, g_hash_table_lookup (self->marked, mark)) : NULL;

  if (mark == NULL || self->focus == NULL)
    return FALSE;
  if (marker != NULL && marker->cluster->n_points > 1 && (item == NULL || item == steppe_focus_get_selected (self->focus)))
    _steppe_map_view_open_cluster (self, marker, TRUE);
  else if (STEPPE_IS_EVENT (item))
    steppe_focus_set_selected (self->focus, item);
  else if (item != NULL)
    _steppe_map_view_select_line (self, item, NULL);
  return TRUE;
}

static gboolean
move_among_marks (SteppeMapView *self,
                  int step)
{
  gboolean moved = steppe_mark_list_move_focus (self->marks, step);

  if (moved)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self));
      _steppe_map_view_show_focused_card (self);
    }
  return moved;
}

/* Into the first child from @child on that takes the focus. */
static gboolean
focus_from (GtkWidget *child,
            GtkDirectionType direction)
{
  for (; child != NULL; child = direction == GTK_DIR_TAB_FORWARD ? gtk_widget_get_next_sibling (child)
                                                                 : gtk_widget_get_prev_sibling (child))
    if (!GTK_IS_NATIVE (child) && gtk_widget_child_focus (child, direction))
      return TRUE;
  return FALSE;
}

/* Moves the focus by Tab: over the marks in reading order, then over the buttons, then out; and the
 * other way round. Returns whether it is still inside. */
gboolean
_steppe_map_view_move_focus (SteppeMapView *self,
                             GtkDirectionType direction)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *child = gtk_widget_get_focus_child (widget);
  gboolean forward = direction == GTK_DIR_TAB_FORWARD;

  if (forward)
    {
      if (child == NULL && move_among_marks (self, 1))
        return TRUE;
      /* Without marks the map itself can be moved by keys. */
      if (child == NULL && !gtk_widget_is_focus (widget))
        return gtk_widget_grab_focus (widget);
      return focus_from (child != NULL ? child : gtk_widget_get_first_child (widget), direction);
    }
  if (child != NULL || !gtk_widget_is_focus (widget))
    {
      if (focus_from (child != NULL ? child : gtk_widget_get_last_child (widget), direction))
        return TRUE;
      steppe_mark_list_set_focused (self->marks, NULL);
    }
  if (move_among_marks (self, -1))
    return TRUE;
  return !gtk_widget_is_focus (widget) && gtk_widget_grab_focus (widget);
}
