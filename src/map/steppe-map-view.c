/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "map/steppe-map-rgba.h"
#include "map/steppe-map-view-private.h"
#include "widgets/steppe-sign-paintable.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Pixels. */
#define NATURAL_WIDTH 480
#define NATURAL_HEIGHT 360
/* Milliseconds without change after which the map is at rest. */
#define REST_AFTER 130

/**
 * SteppeMapView:
 *
 * The map pane: shows the events of the focus' dossier on the base map of the region, selects what
 * is chosen there, and goes to what is selected elsewhere.
 */

static GtkAccessibleInterface *parent_accessible;

static void steppe_map_view_accessible_init (GtkAccessibleInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SteppeMapView, steppe_map_view, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE, steppe_map_view_accessible_init))

enum
{
  PROP_FOCUS = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkAccessible *
steppe_map_view_get_first_accessible_child (GtkAccessible *accessible)
{
  SteppeMapView *self = STEPPE_MAP_VIEW (accessible);
  SteppeMark *first = self->marks != NULL ? steppe_mark_list_get_nth (self->marks, 0) : NULL;

  return first != NULL ? GTK_ACCESSIBLE (g_object_ref (first)) : parent_accessible->get_first_accessible_child (accessible);
}

static void
steppe_map_view_accessible_init (GtkAccessibleInterface *iface)
{
  parent_accessible = g_type_interface_peek_parent (iface);
  iface->get_first_accessible_child = steppe_map_view_get_first_accessible_child;
}

/* Whether the view has a size: before that there is nothing to lay out or to go to. */
gboolean
_steppe_map_view_has_size (SteppeMapView *self)
{
  return self->camera.width > 0 && self->camera.height > 0;
}

/* The look. */

static double
get_em (PangoContext *context,
        const PangoFontDescription *font)
{
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (pango_font_description_get_size_is_absolute (font))
    return size;
  return size * pango_cairo_context_get_resolution (context) / 72.0;
}

static double
get_device_scale (SteppeMapView *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;

  return surface != NULL ? gdk_surface_get_scale (surface) : gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

static void
set_style (SteppeMapView *self,
           SteppeScheme scheme)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SteppeMapPalette) palette = steppe_map_palette_new_from_resource (scheme, &error);

  if (palette == NULL)
    {
      g_critical ("The colours of the map cannot be read: %s", error->message);
      return;
    }
  g_clear_pointer (&self->style, steppe_map_style_unref);
  self->style = steppe_map_style_new (palette, NULL);
  self->look.palette = steppe_map_style_get_palette (self->style);
  self->look.scheme = scheme;
  if (self->tiles != NULL)
    steppe_map_tiles_set_style (self->tiles, self->style);
}

/* Takes over the style, the font and the resolution that the person has chosen; returns whether
 * anything is another now. */
static gboolean
update_look (SteppeMapView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  AdwStyleManager *manager = adw_style_manager_get_default ();
  SteppeScheme scheme = steppe_scheme_get_current ();
  double em = get_em (context, font), device_scale = get_device_scale (self);
  SteppeMapLook *look = &self->look;
  GdkRGBA rgba;
  SteppeColor accent;

  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (manager), adw_style_manager_get_dark (manager), &rgba);
  accent = (SteppeColor) { rgba.red, rgba.green, rgba.blue, rgba.alpha };
  if (self->style != NULL && look->scheme == scheme && look->em == em && look->device_scale == device_scale &&
      memcmp (&look->accent, &accent, sizeof accent) == 0 && pango_font_description_equal (self->font, font))
    return FALSE;
  if (self->style == NULL || look->scheme != scheme)
    set_style (self, scheme);
  if (self->style == NULL)
    return FALSE;
  g_clear_pointer (&self->font, pango_font_description_free);
  self->font = pango_font_description_copy (font);
  look->accent = accent;
  look->font = self->font;
  look->em = em;
  look->device_scale = device_scale;
  look->ground = *steppe_map_palette_get_color (look->palette, STEPPE_MAP_COLOR_HALO);
  look->ground.alpha = 1;
  look->ink = *steppe_map_palette_get_color (look->palette, STEPPE_MAP_COLOR_CITY_NAME);
  look->serial++;
  if (self->basemap != NULL && self->controls != NULL)
    steppe_map_controls_set_look (self->controls, self->basemap, self->style, look);
  if (self->scene != NULL)
    steppe_map_controls_set_relations (self->controls, self->relations, steppe_map_scene_get_dossier (self->scene),
                                       steppe_focus_get_selected (self->focus), look);
  return TRUE;
}

/* The layout. */

static void
update_markers (SteppeMapView *self)
{
  SteppeItem *selected = self->focus != NULL ? steppe_focus_get_selected (self->focus) : NULL;

  steppe_map_markers_layout (self->markers, self->scene, selected, self->lit, &self->camera, &self->look);
}

static void
update_labels (SteppeMapView *self)
{
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  g_autoptr (GArray) anchors = g_array_new (FALSE, FALSE, sizeof (SteppeMapAnchor));

  steppe_map_controls_get_areas (self->controls, areas);
  if (self->scene != NULL)
    steppe_map_markers_add_anchors (self->markers, self->scene, anchors);
  steppe_map_labels_layout (self->labels, self->scene, self->history, anchors, areas, &self->camera, &self->look);
}

/* Works out what is where; what is costly and can wait waits until the map is at rest. */
static void
update_layout (SteppeMapView *self,
               gboolean moving)
{
  if (!_steppe_map_view_has_size (self) || self->style == NULL)
    {
      steppe_map_markers_layout (self->markers, NULL, NULL, self->lit, &self->camera, &self->look);
      _steppe_map_view_clear_marks (self);
      return;
    }
  update_markers (self);
  if (self->tiles != NULL)
    steppe_map_tiles_set_view (self->tiles, &self->camera, self->scene != NULL ? steppe_map_scene_get_tracks (self->scene) : NULL,
                               &self->look, moving);
  steppe_map_controls_set_camera (self->controls, self->scene, &self->projection, &self->camera, &self->look, !moving);
  if (!moving || steppe_map_labels_are_stale (self->labels, &self->camera, &self->look))
    update_labels (self);
  if (!moving)
    _steppe_map_view_update_marks (self);
  _steppe_map_view_place_card (self, moving);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
rest_cb (gpointer user_data)
{
  SteppeMapView *self = user_data;

  self->rest_timeout = 0;
  update_layout (self, FALSE);
  _steppe_map_view_show_waiting (self);
}

static void
rest_after (SteppeMapView *self,
            guint milliseconds)
{
  g_clear_handle_id (&self->rest_timeout, g_source_remove);
  self->rest_timeout = g_timeout_add_once (milliseconds, rest_cb, self);
}

static gboolean
is_home (SteppeMapView *self)
{
  SteppeCamera home = self->camera;

  if (self->projection.kind != STEPPE_PROJECTION_REGION)
    return FALSE;
  _steppe_map_view_get_home (self, &home);
  return steppe_camera_equal (&home, &self->camera);
}

/* Shows a camera; @moving says that another is likely to follow soon. */
void
_steppe_map_view_set_camera (SteppeMapView *self,
                             const SteppeCamera *camera,
                             gboolean moving)
{
  SteppeCamera next = *camera;

  next.width = self->camera.width;
  next.height = self->camera.height;
  next.kind = self->projection.kind;
  steppe_camera_clamp (&next);
  if (moving && steppe_camera_equal (&next, &self->camera))
    return;
  self->camera = next;
  self->at_home = !moving && is_home (self);
  g_clear_handle_id (&self->rest_timeout, g_source_remove);
  if (moving)
    rest_after (self, REST_AFTER);
  update_layout (self, moving);
}

static void
motion_cb (GtkWidget *widget,
           const SteppeCamera *camera,
           gboolean moving)
{
  _steppe_map_view_set_camera (STEPPE_MAP_VIEW (widget), camera, moving);
}

/* Following the focus. */

/* Takes over what is selected: what belongs to it on the map. */
static void
update_selected (SteppeMapView *self)
{
  SteppeItem *selected = self->focus != NULL ? steppe_focus_get_selected (self->focus) : NULL;
  SteppeDossier *dossier = self->scene != NULL ? steppe_map_scene_get_dossier (self->scene) : NULL;

  self->leg = NULL;
  _steppe_map_view_update_lit (self);
  steppe_map_history_update (self->history, self->focus, &self->projection);
  steppe_map_relations_update (self->relations, self->scene, selected);
  steppe_map_controls_set_relations (self->controls, self->relations, dossier, selected, &self->look);
  steppe_map_controls_set_selected (self->controls, self->scene, selected);
  _steppe_map_view_update_actions (self);
}

static void
selected_cb (SteppeMapView *self)
{
  update_selected (self);
  update_layout (self, FALSE);
  _steppe_map_view_show_selected (self);
}

static void
hovered_cb (SteppeMapView *self)
{
  _steppe_map_view_update_lit (self);
  if (_steppe_map_view_has_size (self))
    update_markers (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Takes @scene over. */
void
_steppe_map_view_set_scene (SteppeMapView *self,
                            SteppeMapScene *scene)
{
  g_clear_handle_id (&self->rebuild_idle, g_source_remove);
  /* Markers and marks point into the scene. */
  steppe_map_markers_layout (self->markers, NULL, NULL, self->lit, &self->camera, &self->look);
  g_hash_table_remove_all (self->marked);
  steppe_hover_card_dismiss (self->card);
  g_clear_object (&self->come_back);
  steppe_map_relations_update (self->relations, NULL, NULL);
  g_clear_pointer (&self->scene, steppe_map_scene_free);
  self->scene = scene;
  steppe_map_controls_set_scene (self->controls, self->scene);
  update_selected (self);
}

static void
passage_cb (SteppeMapView *self)
{
  hovered_cb (self);
  _steppe_map_view_show_passage (self);
}

static void
dossier_cb (SteppeMapView *self)
{
  SteppeDossier *dossier = self->focus != NULL ? steppe_focus_get_dossier (self->focus) : NULL;

  steppe_map_motion_stop (self->motion);
  _steppe_map_view_drop_fade (self);
  g_clear_object (&self->to_show);
  steppe_projection_init_region (&self->projection);
  self->camera.kind = self->projection.kind;
  if (self->tiles != NULL)
    steppe_map_tiles_set_projection (self->tiles, &self->projection);
  steppe_event_popover_set_focus (STEPPE_EVENT_POPOVER (self->popover), self->focus);
  _steppe_map_view_set_scene (self, dossier != NULL ? steppe_map_scene_new (self->focus, &self->projection) : NULL);
  _steppe_map_view_get_home (self, &self->camera);
  self->at_home = TRUE;
  update_layout (self, FALSE);
}

static void
rebuild_cb (gpointer user_data)
{
  SteppeMapView *self = user_data;

  self->rebuild_idle = 0;
  if (self->scene == NULL)
    return;
  _steppe_map_view_set_scene (self, steppe_map_scene_new_span (self->scene, self->focus));
  update_layout (self, FALSE);
}

/* A brush that is dragged changes the span often: once a frame is enough. */
static void
scope_changed_cb (SteppeMapView *self)
{
  if (self->rebuild_idle == 0)
    self->rebuild_idle = g_idle_add_once (rebuild_cb, self);
}

/* The widget. */

static void
steppe_map_view_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

static void
allocate_controls (SteppeMapView *self,
                   int width,
                   int height)
{
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (GtkAllocation));
  guint n_markers;
  const SteppeMapMarker *markers = steppe_map_markers_get (self->markers, &n_markers);

  for (guint i = 0; i < n_markers; i++)
    {
      int size = (int) ceil (2 * markers[i].radius);
      GtkAllocation area = { (int) (markers[i].x - markers[i].radius), (int) (markers[i].y - markers[i].radius), size, size };

      g_array_append_val (areas, area);
    }
  steppe_map_controls_allocate (self->controls, width, height, areas);
}

static void
steppe_map_view_size_allocate (GtkWidget *widget,
                               int width,
                               int height,
                               int baseline)
{
  SteppeMapView *self = STEPPE_MAP_VIEW (widget);

  allocate_controls (self, width, height);
  gtk_popover_present (GTK_POPOVER (self->popover));
  gtk_popover_present (GTK_POPOVER (self->card));
  gtk_popover_present (GTK_POPOVER (self->menu));
  if (self->camera.width == width && self->camera.height == height)
    {
      /* Something over the map has come, gone or moved, and names are to stay clear of it. */
      if (self->rest_timeout == 0 && _steppe_map_view_has_size (self) && self->style != NULL)
        update_labels (self);
      return;
    }
  steppe_map_motion_stop (self->motion);
  _steppe_map_view_drop_fade (self);
  self->camera.width = width;
  self->camera.height = height;
  if (self->at_home)
    _steppe_map_view_get_home (self, &self->camera);
  else
    steppe_camera_clamp (&self->camera);
  /* What follows at rest shows and hides children, which must not be while they are laid out. */
  update_layout (self, TRUE);
  rest_after (self, 0);
}

static void
snapshot_focus (SteppeMapView *self,
                GtkSnapshot *snapshot)
{
  SteppeMark *mark = steppe_mark_list_get_focused (self->marks);
  GdkRGBA ink = steppe_map_rgba (&self->look.ink);
  const graphene_rect_t *bounds;
  GskRoundedRect ring;

  if (mark == NULL || !gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    return;
  bounds = steppe_mark_get_bounds (mark);
  gsk_rounded_rect_init_from_rect (&ring, bounds, MIN (bounds->size.width, bounds->size.height) / 2);
  gsk_rounded_rect_shrink (&ring, -6, -6, -6, -6);
  gtk_snapshot_append_border (snapshot, &ring, (float[]) { 2, 2, 2, 2 },
                              (GdkRGBA[]) { ink, ink, ink, ink });
}

/* Draws the map and what is on it. */
void
_steppe_map_view_snapshot_map (SteppeMapView *self,
                               GtkSnapshot *snapshot)
{
  SteppeMapEmphasis emphasis = { self->focus != NULL ? steppe_focus_get_selected (self->focus) : NULL, self->leg,
                                 self->focus != NULL ? steppe_focus_get_hovered (self->focus) : NULL, TRUE };
  GdkRGBA sea = steppe_map_rgba (steppe_map_palette_get_color (self->look.palette, STEPPE_MAP_COLOR_SEA));

  if (self->tiles == NULL || !steppe_map_tiles_fill (self->tiles, &self->camera))
    gtk_snapshot_append_color (snapshot, &sea, &GRAPHENE_RECT_INIT (0, 0, self->camera.width, self->camera.height));
  if (self->tiles != NULL)
    steppe_map_tiles_snapshot (self->tiles, snapshot, &self->camera, self->look.device_scale);
  steppe_map_lines_snapshot_history (self->lines, snapshot, self->history, &self->camera, &self->look);
  steppe_map_lines_snapshot_journeys (self->lines, snapshot, self->scene, &emphasis, &self->camera, &self->look);
  steppe_map_lines_snapshot_relations (self->lines, snapshot, self->relations, &emphasis, &self->camera, &self->look);
  if (self->scene != NULL)
    {
      steppe_map_pictures_snapshot_halos (snapshot, self->markers, self->scene, &self->camera, &self->look);
      steppe_map_pictures_snapshot_faded (self->pictures, snapshot, self->scene, &self->camera, &self->look);
    }
  steppe_map_pictures_snapshot_labels (self->pictures, snapshot, self->labels, &self->camera, &self->look);
  steppe_map_pictures_snapshot_markers (self->pictures, snapshot, self->markers, &self->look);
  _steppe_map_view_snapshot_lit (self, snapshot);
}

static void
steppe_map_view_snapshot (GtkWidget *widget,
                          GtkSnapshot *snapshot)
{
  SteppeMapView *self = STEPPE_MAP_VIEW (widget);

  if (_steppe_map_view_has_size (self) && self->style != NULL)
    {
      _steppe_map_view_snapshot_map (self, snapshot);
      snapshot_focus (self, snapshot);
      _steppe_map_view_snapshot_fade (self, snapshot);
    }
  GTK_WIDGET_CLASS (steppe_map_view_parent_class)->snapshot (widget, snapshot);
}

static gboolean
steppe_map_view_focus (GtkWidget *widget,
                       GtkDirectionType direction)
{
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return _steppe_map_view_move_focus (STEPPE_MAP_VIEW (widget), direction);
  return GTK_WIDGET_CLASS (steppe_map_view_parent_class)->focus (widget, direction);
}

static void
look_changed_cb (SteppeMapView *self)
{
  /* Also comes while the widget is being taken down. */
  if (self->controls != NULL && update_look (self))
    rest_after (self, 0);
}

static void
steppe_map_view_css_changed (GtkWidget *widget,
                             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (steppe_map_view_parent_class)->css_changed (widget, change);
  look_changed_cb (STEPPE_MAP_VIEW (widget));
}

static void
steppe_map_view_realize (GtkWidget *widget)
{
  GdkSurface *surface;

  GTK_WIDGET_CLASS (steppe_map_view_parent_class)->realize (widget);
  surface = gtk_native_get_surface (gtk_widget_get_native (widget));
  g_signal_connect_object (surface, "notify::scale", G_CALLBACK (look_changed_cb), widget, G_CONNECT_SWAPPED);
  look_changed_cb (STEPPE_MAP_VIEW (widget));
}

static void
steppe_map_view_unrealize (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_native_get_surface (gtk_widget_get_native (widget)), look_changed_cb, widget);
  steppe_map_motion_stop (STEPPE_MAP_VIEW (widget)->motion);

  GTK_WIDGET_CLASS (steppe_map_view_parent_class)->unrealize (widget);
}

static void
steppe_map_view_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  SteppeMapView *self = STEPPE_MAP_VIEW (object);

  switch (prop_id)
    {
    case PROP_FOCUS:
      g_value_set_object (value, self->focus);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_map_view_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  SteppeMapView *self = STEPPE_MAP_VIEW (object);

  switch (prop_id)
    {
    case PROP_FOCUS:
      steppe_map_view_set_focus (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_map_view_dispose (GObject *object)
{
  SteppeMapView *self = STEPPE_MAP_VIEW (object);

  g_clear_handle_id (&self->rest_timeout, g_source_remove);
  g_clear_handle_id (&self->rebuild_idle, g_source_remove);
  g_clear_object (&self->focus_signals);
  g_clear_object (&self->focus);
  g_clear_object (&self->to_show);
  g_clear_object (&self->come_back);
  g_clear_pointer (&self->motion, steppe_map_motion_free);
  _steppe_map_view_drop_fade (self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (self->card != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->card));
  self->card = NULL;
  g_clear_pointer (&self->controls, steppe_map_controls_free);
  g_clear_pointer (&self->tiles, steppe_map_tiles_free);
  g_clear_object (&self->marks);

  G_OBJECT_CLASS (steppe_map_view_parent_class)->dispose (object);
}

static void
steppe_map_view_finalize (GObject *object)
{
  SteppeMapView *self = STEPPE_MAP_VIEW (object);

  steppe_map_history_free (self->history);
  steppe_map_lines_free (self->lines);
  steppe_map_pictures_free (self->pictures);
  steppe_map_relations_free (self->relations);
  steppe_map_labels_free (self->labels);
  steppe_map_markers_free (self->markers);
  g_clear_pointer (&self->scene, steppe_map_scene_free);
  g_clear_pointer (&self->style, steppe_map_style_unref);
  g_clear_pointer (&self->font, pango_font_description_free);
  g_clear_object (&self->basemap);
  g_array_unref (self->lit);
  g_array_unref (self->lit_points);
  g_hash_table_unref (self->marked);

  G_OBJECT_CLASS (steppe_map_view_parent_class)->finalize (object);
}

static void
steppe_map_view_class_init (SteppeMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = steppe_map_view_get_property;
  object_class->set_property = steppe_map_view_set_property;
  object_class->dispose = steppe_map_view_dispose;
  object_class->finalize = steppe_map_view_finalize;
  widget_class->measure = steppe_map_view_measure;
  widget_class->size_allocate = steppe_map_view_size_allocate;
  widget_class->snapshot = steppe_map_view_snapshot;
  widget_class->focus = steppe_map_view_focus;
  widget_class->css_changed = steppe_map_view_css_changed;
  widget_class->realize = steppe_map_view_realize;
  widget_class->unrealize = steppe_map_view_unrealize;

  properties[PROP_FOCUS] = g_param_spec_object ("focus", NULL, NULL, STEPPE_TYPE_FOCUS,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  _steppe_map_view_class_install_actions (widget_class);
}

static void
connect_focus (SteppeMapView *self)
{
  self->focus_signals = g_signal_group_new (STEPPE_TYPE_FOCUS);
  g_signal_group_connect_swapped (self->focus_signals, "notify::dossier", G_CALLBACK (dossier_cb), self);
  g_signal_group_connect_swapped (self->focus_signals, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_group_connect_swapped (self->focus_signals, "notify::hovered", G_CALLBACK (hovered_cb), self);
  g_signal_group_connect_swapped (self->focus_signals, "passage-changed", G_CALLBACK (passage_cb), self);
  g_signal_group_connect_swapped (self->focus_signals, "scope-changed", G_CALLBACK (scope_changed_cb), self);
}

static void
steppe_map_view_init (SteppeMapView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (GError) error = NULL;

  steppe_projection_init_region (&self->projection);
  self->camera.scale = STEPPE_CAMERA_MIN_SCALE;
  self->at_home = TRUE;
  self->lit = g_array_new (FALSE, FALSE, sizeof (guint));
  self->lit_points = g_array_new (FALSE, FALSE, sizeof (SteppePoint));
  self->marked = g_hash_table_new (NULL, NULL);
  self->basemap = steppe_basemap_new_from_resource (&error);
  if (self->basemap != NULL)
    self->tiles = steppe_map_tiles_new (widget, self->basemap);
  else
    g_critical ("The base map cannot be read: %s", error->message);
  self->history = steppe_map_history_new ();
  self->lines = steppe_map_lines_new ();
  self->pictures = steppe_map_pictures_new ();
  self->relations = steppe_map_relations_new ();
  self->labels = steppe_map_labels_new (self->basemap, gtk_widget_get_pango_context (widget));
  self->markers = steppe_map_markers_new ();
  self->marks = steppe_mark_list_new (widget, GTK_ACCESSIBLE_ROLE_BUTTON);
  self->motion = steppe_map_motion_new (widget, motion_cb);
  self->controls = steppe_map_controls_new (widget);
  self->popover = steppe_event_popover_new ();
  gtk_widget_set_parent (self->popover, widget);
  self->card = STEPPE_HOVER_CARD (steppe_hover_card_new ());
  steppe_hover_card_attach (self->card, widget);
  _steppe_map_view_add_menu (self);
  steppe_mark_list_set_after (self->marks, GTK_ACCESSIBLE (gtk_widget_get_first_child (widget)));
  connect_focus (self);
  _steppe_map_view_add_gestures (self);
  update_look (self);
  steppe_map_controls_set_scene (self->controls, NULL);

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (look_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (look_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::accent-color", G_CALLBACK (look_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Map"), -1);
}

/**
 * steppe_map_view_get_focus:
 * @self: the pane
 *
 * Returns: (transfer none) (nullable): what the reader looks at
 */
SteppeFocus *
steppe_map_view_get_focus (SteppeMapView *self)
{
  g_return_val_if_fail (STEPPE_IS_MAP_VIEW (self), NULL);

  return self->focus;
}

/**
 * steppe_map_view_set_focus:
 * @self: the pane
 * @focus: (nullable): what the reader looks at, shared by the panes of a window
 */
void
steppe_map_view_set_focus (SteppeMapView *self,
                           SteppeFocus *focus)
{
  g_return_if_fail (STEPPE_IS_MAP_VIEW (self));

  if (!g_set_object (&self->focus, focus))
    return;
  g_signal_group_set_target (self->focus_signals, focus);
  dossier_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOCUS]);
}
