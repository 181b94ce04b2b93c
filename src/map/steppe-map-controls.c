/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "map/steppe-map-controls.h"

#include "map/steppe-map-inset.h"
#include "map/steppe-map-legend.h"
#include "map/steppe-map-north.h"
#include "map/steppe-map-scale-bar.h"
#include "model/steppe-chronology.h"

#include <glib/gi18n.h>

/* Pixels. */
#define MARGIN 12
#define SPACING 6
/* Smaller views than this have no room for chips at their sides. */
#define LEAST_WIDTH_FOR_POINTERS 300
#define LEAST_HEIGHT_FOR_POINTERS 240
/* And smaller than this none for a picture of another map; chips say and do the same. */
#define LEAST_WIDTH_FOR_INSET 520
#define LEAST_HEIGHT_FOR_INSET 420
/* A legend that cannot be as high as this is not shown. */
#define LEAST_LEGEND 48

/**
 * SteppeMapControls:
 *
 * What lies over the map and is no part of it: the buttons to zoom, the trays of events that have
 * no place on the map, the scale bar, the attribution and the pointers to what is beyond the view.
 * They are children of the map view and mirror with the text direction, as the map does not.
 */
struct _SteppeMapControls
{
  GtkWidget *parent;
  GtkWidget *zoom;
  GtkWidget *tray;
  GtkWidget *hidden;
  GtkWidget *unplaced;
  GtkWidget *elsewhere;
  GtkWidget *back;
  GtkWidget *inset;
  GtkWidget *scale_bar;
  GtkWidget *north;
  GtkWidget *list;
  GtkWidget *attribution;
  GtkWidget *legend;
  gboolean legend_has_room;
  SteppeMapPointers *pointers;
};

static GtkWidget *
add_zoom_button (GtkWidget *box,
                 const char *icon,
                 const char *tooltip,
                 const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
create_zoom (SteppeMapControls *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "map-card");
  self->list = add_zoom_button (box, "view-list-symbolic", _ ("List Events in View"), "map.list-view");
  add_zoom_button (box, "list-add-symbolic", _ ("Zoom In"), "map.zoom-in");
  add_zoom_button (box, "list-remove-symbolic", _ ("Zoom Out"), "map.zoom-out");
  add_zoom_button (box, "zoom-fit-best-symbolic", _ ("Show Whole Story"), "map.fit");
  return box;
}

static GtkWidget *
create_tray_button (const char *action)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "map-card");
  gtk_widget_add_css_class (button, "map-chip");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_visible (button, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static void
create_tray (SteppeMapControls *self)
{
  GtkWidget *bottom = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);

  self->tray = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  self->hidden = create_tray_button ("map.show-all-events");
  gtk_widget_set_tooltip_text (self->hidden, _ ("Show All Times"));
  self->elsewhere = create_tray_button ("map.list-elsewhere");
  self->back = create_tray_button ("map.show-region");
  self->inset = steppe_map_inset_new ();
  gtk_widget_set_halign (self->inset, GTK_ALIGN_START);
  gtk_widget_set_visible (self->inset, FALSE);
  self->unplaced = create_tray_button ("map.list-unplaced");
  self->scale_bar = steppe_map_scale_bar_new ();
  self->north = steppe_map_north_new ();
  gtk_widget_set_valign (self->scale_bar, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (bottom), self->scale_bar);
  gtk_box_append (GTK_BOX (bottom), self->north);
  gtk_box_append (GTK_BOX (self->tray), self->hidden);
  gtk_box_append (GTK_BOX (self->tray), self->back);
  gtk_box_append (GTK_BOX (self->tray), self->elsewhere);
  gtk_box_append (GTK_BOX (self->tray), self->inset);
  gtk_box_append (GTK_BOX (self->tray), self->unplaced);
  gtk_box_append (GTK_BOX (self->tray), bottom);
}

static GtkWidget *
create_attribution (void)
{
  GtkWidget *label = gtk_label_new (steppe_basemap_get_attribution ());

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_tooltip_text (label, steppe_basemap_get_attribution ());
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "map-attribution");
  return label;
}

/**
 * steppe_map_controls_new:
 * @parent: the widget that shows the map, with the actions named here and in
 *   [func@Steppe.map_pointers_new] and [func@Steppe.map_inset_new]: `map.list-view`, `map.zoom-in`, `map.zoom-out`, `map.fit`,
 *   `map.show-all-events`, `map.list-elsewhere` and `map.list-unplaced`
 *
 * Returns: (transfer full): the controls; their widgets are children of @parent
 */
SteppeMapControls *
steppe_map_controls_new (GtkWidget *parent)
{
  SteppeMapControls *self = g_new0 (SteppeMapControls, 1);

  self->parent = parent;
  self->zoom = create_zoom (self);
  self->attribution = create_attribution ();
  create_tray (self);
  self->legend = steppe_map_legend_new ();
  self->legend_has_room = TRUE;
  gtk_widget_set_parent (self->zoom, parent);
  gtk_widget_set_parent (self->legend, parent);
  self->pointers = steppe_map_pointers_new (parent);
  gtk_widget_set_parent (self->tray, parent);
  gtk_widget_set_parent (self->attribution, parent);
  return self;
}

/**
 * steppe_map_controls_free:
 * @self: (transfer full): controls; their widgets leave the parent
 */
void
steppe_map_controls_free (SteppeMapControls *self)
{
  gtk_widget_unparent (self->zoom);
  gtk_widget_unparent (self->legend);
  gtk_widget_unparent (self->tray);
  gtk_widget_unparent (self->attribution);
  steppe_map_pointers_free (self->pointers);
  g_free (self);
}

static void
set_chip (GtkWidget *button,
          const char *text)
{
  gtk_widget_set_visible (button, text != NULL);
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), text != NULL ? text : "");
}

static gboolean
is_elsewhere (const SteppeMapScene *scene)
{
  return scene != NULL && steppe_map_scene_get_projection (scene)->kind == STEPPE_PROJECTION_ELSEWHERE;
}

/* Shows the other map as a picture where there is room for it, and by chips where not. */
static void
update_inset (SteppeMapControls *self,
              const SteppeMapScene *scene,
              double width,
              double height)
{
  gboolean has_room = width >= LEAST_WIDTH_FOR_INSET && height >= LEAST_HEIGHT_FOR_INSET;
  gboolean has_places = scene != NULL && steppe_map_scene_get_elsewhere (scene)->len > 0;

  gtk_widget_set_visible (self->inset, has_room && !steppe_map_inset_is_empty (STEPPE_MAP_INSET (self->inset)));
  /* Where there is no room it begins folded up, and where there is, open; in between the reader may change that. */
  if (has_room != self->legend_has_room)
    steppe_map_legend_set_expanded (STEPPE_MAP_LEGEND (self->legend), has_room);
  self->legend_has_room = has_room;
  gtk_widget_set_visible (self->back, !has_room && is_elsewhere (scene));
  gtk_widget_set_visible (self->elsewhere, has_places && !has_room);
}

/* What is elsewhere: the place with the most events, and how many there are beside it. */
static char *
describe_elsewhere (const SteppeMapScene *scene)
{
  GPtrArray *groups = steppe_map_scene_get_elsewhere (scene);
  const SteppeMapGroup *first;
  const char *name;
  guint n_more = 0;

  if (groups->len == 0)
    return NULL;
  first = g_ptr_array_index (groups, 0);
  name = steppe_dossier_resolve_name (steppe_map_scene_get_dossier (scene), STEPPE_ITEM (first->place));
  for (guint i = 1; i < groups->len; i++)
    n_more += ((const SteppeMapGroup *) g_ptr_array_index (groups, i))->events->len;
  if (n_more == 0)
    /* Translators: events far off the map: a place and the number of events there. */
    return g_strdup_printf (_ ("Elsewhere: %s · %'u"), name, first->events->len);
  /* Translators: events far off the map: a place, the number of events there, and of those at yet other places. */
  return g_strdup_printf (_ ("Elsewhere: %s · %'u, more · %'u"), name, first->events->len, n_more);
}

/**
 * steppe_map_controls_set_scene:
 * @self: controls
 * @scene: (nullable): what there is to show
 *
 * Says what of it has no place on the map.
 */
void
steppe_map_controls_set_scene (SteppeMapControls *self,
                               const SteppeMapScene *scene)
{
  GPtrArray *unplaced = scene != NULL ? steppe_map_scene_get_unplaced (scene) : NULL;
  g_autofree char *elsewhere = scene != NULL ? describe_elsewhere (scene) : NULL;
  guint n_undated = 0, n_hidden = scene != NULL ? steppe_map_scene_get_n_hidden (scene, &n_undated) : 0;
  g_autofree char *hidden = NULL;
  g_autofree char *text = NULL;

  if (n_hidden > 0)
    hidden = steppe_chronology_describe_hidden (n_hidden, n_undated);
  if (unplaced != NULL && unplaced->len > 0)
    /* Translators: the number of events that have no place. */
    text = g_strdup_printf (_ ("Unplaced · %'u"), unplaced->len);
  set_chip (self->hidden, hidden);
  set_chip (self->unplaced, text);
  set_chip (self->elsewhere, elsewhere);
  set_chip (self->back, is_elsewhere (scene) ? _ ("Back to the Region") : NULL);
  steppe_map_inset_set_scene (STEPPE_MAP_INSET (self->inset), scene);
  gtk_widget_set_sensitive (self->zoom, scene != NULL);
}

static void
set_lit (GtkWidget *button,
         gboolean lit)
{
  if (lit)
    gtk_widget_add_css_class (button, "lit");
  else
    gtk_widget_remove_css_class (button, "lit");
}

/**
 * steppe_map_controls_set_selected:
 * @self: controls
 * @scene: (nullable): what there is to show
 * @selected: (nullable): the selected item
 *
 * Lights the tray that an event without a marker is in.
 */
void
steppe_map_controls_set_selected (SteppeMapControls *self,
                                  const SteppeMapScene *scene,
                                  SteppeItem *selected)
{
  gboolean is_unplaced = scene != NULL && g_ptr_array_find (steppe_map_scene_get_unplaced (scene), selected, NULL);
  gboolean is_there = FALSE;

  for (guint i = 0; scene != NULL && i < steppe_map_scene_get_elsewhere (scene)->len; i++)
    {
      const SteppeMapGroup *group = g_ptr_array_index (steppe_map_scene_get_elsewhere (scene), i);

      if (g_ptr_array_find (group->events, selected, NULL) || (gpointer) group->place == (gpointer) selected)
        is_there = TRUE;
    }
  set_lit (self->unplaced, is_unplaced);
  set_lit (self->elsewhere, is_there);
  set_lit (self->inset, is_there);
}

/**
 * steppe_map_controls_set_relations:
 * @self: controls
 * @relations: the relations on the map
 * @dossier: (nullable): the dossier they are of
 * @selected: (nullable): the selected item
 * @look: how the map is drawn
 *
 * Says in the legend what they are.
 */
void
steppe_map_controls_set_relations (SteppeMapControls *self,
                                   const SteppeMapRelations *relations,
                                   SteppeDossier *dossier,
                                   SteppeItem *selected,
                                   const SteppeMapLook *look)
{
  steppe_map_legend_update (STEPPE_MAP_LEGEND (self->legend), relations, dossier, selected, look);
}

/**
 * steppe_map_controls_set_camera:
 * @self: controls
 * @scene: (nullable): what there is to show
 * @projection: what the map stands in
 * @camera: what the view shows
 * @look: how
 * @settled: whether it is at rest; only then pointers and buttons follow
 */
void
steppe_map_controls_set_camera (SteppeMapControls *self,
                                const SteppeMapScene *scene,
                                const SteppeProjection *projection,
                                const SteppeCamera *camera,
                                const SteppeMapLook *look,
                                gboolean settled)
{
  steppe_map_scale_bar_set_camera (STEPPE_MAP_SCALE_BAR (self->scale_bar), projection, camera, look);
  if (settled)
    {
      gtk_widget_action_set_enabled (self->parent, "map.zoom-in", scene != NULL && camera->scale < steppe_camera_get_max_scale (camera));
      gtk_widget_action_set_enabled (self->parent, "map.zoom-out",
                                     scene != NULL && camera->scale > steppe_camera_get_min_scale (camera));
      steppe_map_pointers_set_view (self->pointers, scene, camera);
      steppe_map_north_set_camera (STEPPE_MAP_NORTH (self->north), projection, camera, look);
      update_inset (self, scene, camera->width, camera->height);
      gtk_widget_queue_allocate (self->parent);
    }
}

/**
 * steppe_map_controls_set_look:
 * @self: controls
 * @basemap: the base map
 * @style: how it looks
 * @look: how the map is drawn now
 */
void
steppe_map_controls_set_look (SteppeMapControls *self,
                              SteppeBasemap *basemap,
                              SteppeMapStyle *style,
                              const SteppeMapLook *look)
{
  steppe_map_inset_paint (STEPPE_MAP_INSET (self->inset), basemap, style, look);
}

static void
get_natural_size (GtkWidget *widget,
                  int *least,
                  int *width,
                  int *height)
{
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, least, width, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, *width, NULL, height, NULL, NULL);
}

/* In a corner of the view: at its end (right, where text runs rightwards) or start, at its top or
 * bottom; @most is the width there is. */
static void
allocate_corner (SteppeMapControls *self,
                 GtkWidget *child,
                 gboolean at_end,
                 gboolean at_top,
                 int view_width,
                 int view_height,
                 int most,
                 GtkAllocation *area)
{
  gboolean right = at_end != (gtk_widget_get_direction (self->parent) == GTK_TEXT_DIR_RTL);
  int least, width, height;

  get_natural_size (child, &least, &width, &height);
  if (width > most)
    {
      width = MAX (least, most);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
    }
  *area = (GtkAllocation) { right ? view_width - MARGIN - width : MARGIN,
                            at_top ? MARGIN : view_height - MARGIN - height, width, height };
  gtk_widget_size_allocate (child, area, -1);
}

/* In the very corner: beside the scale, or where it is too long for that, below. Returns where what is above it ends. */
static int
allocate_attribution (SteppeMapControls *self,
                      int width,
                      int height,
                      GtkAllocation *area)
{
  int scale, text, least, text_height;
  gboolean is_beside;

  get_natural_size (gtk_widget_get_parent (self->scale_bar), &least, &scale, &text_height);
  get_natural_size (self->attribution, &least, &text, &text_height);
  is_beside = scale + text + 3 * MARGIN <= width;
  allocate_corner (self, self->attribution, TRUE, FALSE, width, height + MARGIN - 3, width - 2 * MARGIN, area);
  return is_beside ? height : area->y - SPACING + MARGIN;
}

/* Below the buttons to zoom, as high as there is room; @corner is what they cover and grows by it. */
static void
allocate_legend (SteppeMapControls *self,
                 int bottom,
                 GtkAllocation *corner)
{
  int least, width, height, top = corner->y + corner->height + SPACING;
  gboolean is_rtl = gtk_widget_get_direction (self->parent) == GTK_TEXT_DIR_RTL;
  GtkAllocation area;

  gtk_widget_set_child_visible (self->legend, bottom - top >= LEAST_LEGEND);
  if (!gtk_widget_get_visible (self->legend) || bottom - top < LEAST_LEGEND)
    return;
  get_natural_size (self->legend, &least, &width, &height);
  area = (GtkAllocation) { is_rtl ? corner->x : corner->x + corner->width - width, top, width, MIN (height, bottom - top) };
  gtk_widget_size_allocate (self->legend, &area, -1);
  gdk_rectangle_union (corner, &area, corner);
}

/**
 * steppe_map_controls_allocate:
 * @self: controls
 * @width: width of the view
 * @height: its height
 * @markers: (element-type GtkAllocation): the markers in the view
 *
 * Lays them out in the corners and at the sides of the view.
 */
void
steppe_map_controls_allocate (SteppeMapControls *self,
                              int width,
                              int height,
                              GArray *markers)
{
  GtkAllocation zoom, tray, attribution;
  int foot, bottom;
  gboolean has_pointers = width >= LEAST_WIDTH_FOR_POINTERS && height >= LEAST_HEIGHT_FOR_POINTERS;

  allocate_corner (self, self->zoom, TRUE, TRUE, width, height, width, &zoom);
  foot = allocate_attribution (self, width, height, &attribution);
  allocate_corner (self, self->tray, FALSE, FALSE, width, foot, MAX (width - 2 * MARGIN, 0), &tray);
  /* A pointer may lie beside the tray where there is room for it. */
  bottom = width - tray.width - 3 * MARGIN >= LEAST_WIDTH_FOR_POINTERS ? attribution.y : MIN (tray.y, attribution.y);
  allocate_legend (self, attribution.y - SPACING, &zoom);
  for (guint side = 0; side < STEPPE_MAP_N_SIDES; side++)
    gtk_widget_set_child_visible (steppe_map_pointers_get_widget (self->pointers, side), has_pointers);
  if (has_pointers)
    steppe_map_pointers_allocate (self->pointers,
                                  &(GtkAllocation) { MARGIN, MARGIN, width - 2 * MARGIN, bottom - SPACING - MARGIN },
                                  (GtkAllocation[]) { zoom, tray }, 2, markers);
}

static void
add_area (SteppeMapControls *self,
          GtkWidget *child,
          GArray *areas)
{
  graphene_rect_t bounds;

  if (gtk_widget_get_mapped (child) && gtk_widget_compute_bounds (child, self->parent, &bounds) && bounds.size.width > 0)
    {
      cairo_rectangle_t area = { bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };

      g_array_append_val (areas, area);
    }
}

/**
 * steppe_map_controls_get_areas:
 * @self: controls
 * @areas: (element-type cairo_rectangle_t): gets what they cover added, in pixels of the view
 */
void
steppe_map_controls_get_areas (SteppeMapControls *self,
                               GArray *areas)
{
  add_area (self, self->zoom, areas);
  add_area (self, self->legend, areas);
  add_area (self, self->hidden, areas);
  add_area (self, self->elsewhere, areas);
  add_area (self, self->back, areas);
  add_area (self, self->inset, areas);
  add_area (self, self->unplaced, areas);
  add_area (self, self->scale_bar, areas);
  add_area (self, self->north, areas);
  add_area (self, self->attribution, areas);
  for (guint side = 0; side < STEPPE_MAP_N_SIDES; side++)
    add_area (self, steppe_map_pointers_get_widget (self->pointers, side), areas);
}

/**
 * steppe_map_controls_get_pointers:
 * @self: controls
 *
 * Returns: (transfer none): the pointers to what is beyond the view
 */
SteppeMapPointers *
steppe_map_controls_get_pointers (SteppeMapControls *self)
{
  return self->pointers;
}

/**
 * steppe_map_controls_get_unplaced:
 * @self: controls
 *
 * Returns: (transfer none): the button of the tray of events that have no place
 */
GtkWidget *
steppe_map_controls_get_unplaced (SteppeMapControls *self)
{
  return self->unplaced;
}

/**
 * steppe_map_controls_get_elsewhere:
 * @self: controls
 *
 * Returns: (transfer none): what stands for the events that are far off the map
 */
GtkWidget *
steppe_map_controls_get_elsewhere (SteppeMapControls *self)
{
  return gtk_widget_get_visible (self->elsewhere) ? self->elsewhere : self->inset;
}

/**
 * steppe_map_controls_get_list:
 * @self: controls
 *
 * Returns: (transfer none): the button that lists the events in the view
 */
GtkWidget *
steppe_map_controls_get_list (SteppeMapControls *self)
{
  return self->list;
}
