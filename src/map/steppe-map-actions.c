/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "map/steppe-map-view-private.h"

#include <glib/gi18n.h>

#define KEY_ZOOM 1.6
/* Pixels. */
#define KEY_PAN 90.0
/* Pixels a second, that glide about so far. */
#define KEY_SPEED (KEY_PAN / 0.32)
/* Pixels to the kilometre, to see a place in its surroundings. */
#define PLACE_SCALE 0.5

static void
zoom (GtkWidget *widget,
      double factor)
{
  SteppeMapView *self = STEPPE_MAP_VIEW (widget);

  if (self->scene != NULL)
    steppe_map_motion_zoom (self->motion, &self->camera, factor, self->camera.width / 2, self->camera.height / 2);
}

static void
zoom_in_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  zoom (widget, KEY_ZOOM);
}

static void
zoom_out_cb (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  zoom (widget, 1 / KEY_ZOOM);
}

static void
pan_cb (GtkWidget *widget,
        const char *name,
        GVariant *parameter)
{
  SteppeMapView *self = STEPPE_MAP_VIEW (widget);
  int right, down;

  g_variant_get (parameter, "(ii)", &right, &down);
  if (self->scene != NULL)
    steppe_map_motion_glide (self->motion, &self->camera, -right * KEY_SPEED, -down * KEY_SPEED);
}

static void
fit_cb (GtkWidget *widget,
        const char *name,
        GVariant *parameter)
{
  _steppe_map_view_go_home (STEPPE_MAP_VIEW (widget));
}

static void
fit_selection_cb (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  SteppeMapView *self = STEPPE_MAP_VIEW (widget);
  SteppeBox box;

  _steppe_map_view_get_selection_box (self, &box);
  _steppe_map_view_fit (self, &box);
}

static void
fit_span_cb (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  SteppeMapView *self = STEPPE_MAP_VIEW (widget);
  SteppeBox box;

  _steppe_map_view_get_span_box (self, &box);
  _steppe_map_view_fit (self, &box);
}

/* Enables what can be done now. */
void
_steppe_map_view_update_actions (SteppeMapView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  SteppeBox selection, span;

  _steppe_map_view_get_selection_box (self, &selection);
  _steppe_map_view_get_span_box (self, &span);
  gtk_widget_action_set_enabled (widget, "map.fit", self->scene != NULL);
  gtk_widget_action_set_enabled (widget, "map.fit-selection", !steppe_box_is_empty (&selection));
  gtk_widget_action_set_enabled (widget, "map.fit-span", !steppe_box_is_empty (&span));
  gtk_widget_action_set_enabled (widget, "map.show-region", self->projection.kind != STEPPE_PROJECTION_REGION);
  gtk_widget_action_set_enabled (widget, "map.list-view", self->scene != NULL);
}

static void
activate_cb (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  _steppe_map_view_activate_mark (STEPPE_MAP_VIEW (widget));
}

/* Where no mark has the attention, the key is for others. */
static gboolean
activate_mark_cb (GtkWidget *widget,
                  GVariant *arguments,
                  gpointer user_data)
{
  return _steppe_map_view_activate_mark (STEPPE_MAP_VIEW (widget));
}

static gboolean
clear_mark_cb (GtkWidget *widget,
               GVariant *arguments,
               gpointer user_data)
{
  SteppeMapView *self = STEPPE_MAP_VIEW (widget);

  if (steppe_mark_list_get_focused (self->marks) == NULL)
    return GDK_EVENT_PROPAGATE;
  steppe_mark_list_set_focused (self->marks, NULL);
  return GDK_EVENT_STOP;
}

static void
show_place_cb (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  SteppeMapView *self = STEPPE_MAP_VIEW (widget);
  SteppeItem *place;
  SteppePoint point;

  if (self->scene == NULL)
    return;
  place = steppe_dossier_lookup (steppe_map_scene_get_dossier (self->scene), g_variant_get_string (parameter, NULL));
  if (!STEPPE_IS_PLACE (place))
    return;
  /* A map that has just been made is about the place already. */
  if (_steppe_map_view_go_where (self, place) && self->projection.kind == STEPPE_PROJECTION_ELSEWHERE)
    return;
  if (steppe_map_scene_locate (self->scene, STEPPE_PLACE (place), &point))
    _steppe_map_view_fly_to_box (self, &(SteppeBox) { point.x, point.y, point.x, point.y }, PLACE_SCALE);
}

static void
select_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  SteppeMapView *self = STEPPE_MAP_VIEW (widget);
  SteppeItem *item = self->scene != NULL ? steppe_dossier_lookup (steppe_map_scene_get_dossier (self->scene),
                                                                  g_variant_get_string (parameter, NULL))
                                         : NULL;

  if (item != NULL)
    steppe_focus_set_selected (self->focus, item);
}

static void
show_region_cb (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  SteppeProjection region;

  steppe_projection_init_region (&region);
  _steppe_map_view_set_projection (STEPPE_MAP_VIEW (widget), &region);
}

/* Shows events to choose from, beside a part of the view. */
void
_steppe_map_view_show_list (SteppeMapView *self,
                            const char *title,
                            GPtrArray *events,
                            const graphene_rect_t *area,
                            GtkPositionType position)
{
  steppe_event_popover_show (STEPPE_EVENT_POPOVER (self->popover), title, events,
                             &(GdkRectangle) { area->origin.x, area->origin.y, MAX (area->size.width, 1), MAX (area->size.height, 1) },
                             position);
}

static void
show_list_at (SteppeMapView *self,
              const char *title,
              GPtrArray *events,
              GtkWidget *button)
{
  graphene_rect_t area;

  if (events->len > 0 && gtk_widget_compute_bounds (button, GTK_WIDGET (self), &area))
    _steppe_map_view_show_list (self, title, events, &area, area.origin.y < self->camera.height / 2 ? GTK_POS_BOTTOM : GTK_POS_TOP);
}

static void
show_all_events_cb (GtkWidget *widget,
                    const char *name,
                    GVariant *parameter)
{
  SteppeMapView *self = STEPPE_MAP_VIEW (widget);

  if (self->focus != NULL)
    steppe_focus_include_all (self->focus);
}

static void
list_unplaced_cb (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  SteppeMapView *self = STEPPE_MAP_VIEW (widget);

  if (self->scene != NULL)
    show_list_at (self, _ ("Events Without a Place"), steppe_map_scene_get_unplaced (self->scene),
                  steppe_map_controls_get_unplaced (self->controls));
}

static void
list_elsewhere_cb (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  SteppeMapView *self = STEPPE_MAP_VIEW (widget);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *groups;

  if (self->scene == NULL)
    return;
  groups = steppe_map_scene_get_elsewhere (self->scene);
  for (guint i = 0; i < groups->len; i++)
    steppe_map_group_append_events (g_ptr_array_index (groups, i), events);
  show_list_at (self, _ ("Events Far Off This Map"), events, steppe_map_controls_get_elsewhere (self->controls));
}

static void
list_beyond_cb (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  SteppeMapView *self = STEPPE_MAP_VIEW (widget);
  SteppeMapPointers *pointers = steppe_map_controls_get_pointers (self->controls);
  int side = g_variant_get_int32 (parameter);

  if (self->scene != NULL && side >= 0 && side < STEPPE_MAP_N_SIDES)
    show_list_at (self, _ ("Events Beyond This Side"), steppe_map_pointers_get_events (pointers, side),
                  steppe_map_pointers_get_widget (pointers, side));
}

static int
compare_indexes (gconstpointer a,
                 gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return (first > second) - (first < second);
}

/* The events of the markers in the view, first to last. */
static GPtrArray *
collect_events_in_view (SteppeMapView *self)
{
  const SteppeClusters *clusters = steppe_map_scene_get_clusters (self->scene);
  guint n_markers, n_spots;
  const SteppeMapMarker *markers = steppe_map_markers_get (self->markers, &n_markers);
  const SteppeMapSpot *spots = steppe_map_scene_get_spots (self->scene, &n_spots);
  g_autoptr (GArray) indexes = g_array_new (FALSE, FALSE, sizeof (guint));
  GPtrArray *events = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_markers; i++)
    g_array_append_vals (indexes, steppe_clusters_get_members (clusters, markers[i].cluster), markers[i].cluster->n_points);
  g_array_sort (indexes, compare_indexes);
  for (guint i = 0; i < indexes->len; i++)
    g_ptr_array_add (events, g_object_ref (spots[g_array_index (indexes, guint, i)].event));
  return events;
}

static void
list_view_cb (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  SteppeMapView *self = STEPPE_MAP_VIEW (widget);
  g_autoptr (GPtrArray) events = self->scene != NULL ? collect_events_in_view (self) : g_ptr_array_new ();
  GtkWidget *button = steppe_map_controls_get_list (self->controls);
  g_autofree char *title = g_strdup_printf (ngettext ("%'u event in view", "%'u events in view", events->len), events->len);

  if (events->len > 0)
    show_list_at (self, title, events, button);
  else
    gtk_widget_error_bell (widget);
}

/* The key without modifiers comes last, for menus show the last one. */
static void
bind_key (GtkWidgetClass *widget_class,
          guint key,
          guint keypad_key,
          const char *action)
{
  gtk_widget_class_add_binding_action (widget_class, keypad_key, GDK_CONTROL_MASK, action, NULL);
  gtk_widget_class_add_binding_action (widget_class, key, GDK_CONTROL_MASK, action, NULL);
  gtk_widget_class_add_binding_action (widget_class, keypad_key, 0, action, NULL);
  gtk_widget_class_add_binding_action (widget_class, key, 0, action, NULL);
}

/* Installs the actions of the map and the keys for them. */
void
_steppe_map_view_class_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key, keypad_key;
    int right, down;
  } arrows[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1 },
  };

  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "map.fit", NULL, fit_cb);
  gtk_widget_class_install_action (widget_class, "map.fit-selection", NULL, fit_selection_cb);
  gtk_widget_class_install_action (widget_class, "map.fit-span", NULL, fit_span_cb);
  gtk_widget_class_install_action (widget_class, "map.list-view", NULL, list_view_cb);
  gtk_widget_class_install_action (widget_class, "map.pan", "(ii)", pan_cb);
  gtk_widget_class_install_action (widget_class, "map.activate-mark", NULL, activate_cb);
  gtk_widget_class_install_action (widget_class, "map.show-place", "s", show_place_cb);
  gtk_widget_class_install_action (widget_class, "map.select", "s", select_cb);
  gtk_widget_class_install_action (widget_class, "map.show-region", NULL, show_region_cb);
  gtk_widget_class_install_action (widget_class, "map.show-all-events", NULL, show_all_events_cb);
  gtk_widget_class_install_action (widget_class, "map.list-unplaced", NULL, list_unplaced_cb);
  gtk_widget_class_install_action (widget_class, "map.list-elsewhere", NULL, list_elsewhere_cb);
  gtk_widget_class_install_action (widget_class, "map.list-beyond", "i", list_beyond_cb);

  bind_key (widget_class, GDK_KEY_plus, GDK_KEY_KP_Add, "map.zoom-in");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, 0, "map.zoom-in", NULL);
  bind_key (widget_class, GDK_KEY_minus, GDK_KEY_KP_Subtract, "map.zoom-out");
  bind_key (widget_class, GDK_KEY_0, GDK_KEY_KP_0, "map.fit");
  bind_key (widget_class, GDK_KEY_1, GDK_KEY_KP_1, "map.fit-selection");
  bind_key (widget_class, GDK_KEY_2, GDK_KEY_KP_2, "map.fit-span");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, 0, "map.list-view", NULL);
  _steppe_map_view_class_install_menu (widget_class);
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      gtk_widget_class_add_binding_action (widget_class, arrows[i].key, 0, "map.pan", "(ii)", arrows[i].right, arrows[i].down);
      gtk_widget_class_add_binding_action (widget_class, arrows[i].keypad_key, 0, "map.pan", "(ii)", arrows[i].right, arrows[i].down);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_mark_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_mark_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, activate_mark_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, clear_mark_cb, NULL);
}
