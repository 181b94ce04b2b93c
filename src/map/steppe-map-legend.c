/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "map/steppe-map-legend.h"

#include "map/steppe-map-rgba.h"
#include "model/steppe-item-words.h"

#include <glib/gi18n.h>

/* The page of the actor has them all. */
#define MAX_ROWS 60
#define MAX_CHARS 26
/* Pixels. */
#define SWATCH_WIDTH 22
#define SWATCH_HEIGHT 14
#define LINE_WIDTH 2.5
#define DASH 5.0
#define GAP 4.0

/**
 * SteppeMapLegend:
 *
 * Says what the arcs of relations on the map are, and which relations are not on it. A press on one selects it. It can be
 * folded up to its heading.
 */
struct _SteppeMapLegend
{
  GtkWidget parent_instance;

  GtkWidget *heading;
  GtkWidget *scroller;
  GtkWidget *list;
  gboolean is_folded; /* of itself, since nothing of what it lists is on the map */
  guint serial; /* of the relations that are listed */
  guint look_serial;
};

G_DEFINE_FINAL_TYPE (SteppeMapLegend, steppe_map_legend, GTK_TYPE_WIDGET)

typedef struct
{
  GdkRGBA color;
  gboolean sure;
} Swatch;

static void
draw_swatch_cb (GtkDrawingArea *area,
                cairo_t *cr,
                int width,
                int height,
                gpointer user_data)
{
  const Swatch *swatch = user_data;

  if (!swatch->sure)
    cairo_set_dash (cr, (double[]) { DASH, GAP }, 2, 0);
  cairo_set_line_width (cr, LINE_WIDTH);
  gdk_cairo_set_source_rgba (cr, &swatch->color);
  cairo_move_to (cr, 0, height / 2.0);
  cairo_line_to (cr, width, height / 2.0);
  cairo_stroke (cr);
}

static GtkWidget *
create_swatch (const SteppeMapTrack *arc,
               const GdkRGBA *color)
{
  GtkWidget *area = gtk_drawing_area_new ();
  Swatch swatch = { *color, arc->sure };

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), SWATCH_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SWATCH_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_swatch_cb, g_memdup2 (&swatch, sizeof swatch), g_free);
  gtk_widget_set_valign (area, GTK_ALIGN_START);
  return area;
}

static GtkWidget *
create_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_label_set_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "caption");
  return label;
}

/* The relation, and when: “Mongolia – state party of – ICC, since 2002”. */
static char *
describe (SteppeItem *relation,
          SteppeDossier *dossier)
{
  g_autofree char *title = steppe_item_dup_title (relation, dossier);
  g_autofree char *when = steppe_item_dup_when (relation, dossier, STEPPE_DATE_STYLE_SHORT);

  if (when == NULL)
    return g_steal_pointer (&title);
  /* Translators: a relation on the map: what it is, when. */
  return g_strdup_printf (_ ("%s, %s"), title, when);
}

static void
add_row (SteppeMapLegend *self,
         const SteppeMapRelations *relations,
         SteppeItem *relation,
         SteppeDossier *dossier,
         const SteppeMapLook *look)
{
  const SteppeMapTrack *arc = steppe_map_relations_find_arc (relations, relation);
  SteppeColor own = steppe_map_relations_get_color (relations, relation, look);
  GdkRGBA color = steppe_map_rgba (&own);
  g_autofree char *words = describe (relation, dossier);
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = create_label (words);

  if (arc != NULL)
    gtk_box_append (GTK_BOX (box), create_swatch (arc, &color));
  else
    gtk_widget_add_css_class (label, "dimmed");
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_name (button, steppe_item_get_id (relation));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", steppe_item_get_id (relation));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "map.select");
  gtk_box_append (GTK_BOX (self->list), button);
}

static void
add_note (SteppeMapLegend *self,
          const char *text)
{
  GtkWidget *label = create_label (text);

  gtk_widget_add_css_class (label, "map-legend-note");
  gtk_box_append (GTK_BOX (self->list), label);
}

static void
fill (SteppeMapLegend *self,
      const SteppeMapRelations *relations,
      SteppeDossier *dossier,
      const SteppeMapLook *look)
{
  GPtrArray *all = steppe_map_relations_get_all (relations);
  guint n_arcs = steppe_map_relations_get_arcs (relations)->len;
  g_autofree char *heading = g_strdup_printf (_ ("Relations · %'u"), all->len);
  g_autofree char *more = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  gtk_button_set_label (GTK_BUTTON (self->heading), heading);
  for (guint i = 0; i < all->len && i < MAX_ROWS; i++)
    {
      if (i == n_arcs)
        add_note (self, _ ("Not on this map:"));
      add_row (self, relations, g_ptr_array_index (all, i), dossier, look);
    }
  if (all->len > MAX_ROWS)
    {
      more = g_strdup_printf (ngettext ("and %'u more", "and %'u more", all->len - MAX_ROWS), all->len - MAX_ROWS);
      add_note (self, more);
    }
}

/* Where there is nothing on the map to explain, the list need not cover it. */
static void
fold (SteppeMapLegend *self,
      gboolean any_arcs)
{
  GtkToggleButton *heading = GTK_TOGGLE_BUTTON (self->heading);

  if (any_arcs == !self->is_folded)
    return;
  if (any_arcs)
    gtk_toggle_button_set_active (heading, TRUE);
  self->is_folded = !any_arcs && gtk_toggle_button_get_active (heading);
  if (self->is_folded)
    gtk_toggle_button_set_active (heading, FALSE);
}

static void
toggled_cb (SteppeMapLegend *self)
{
  gtk_widget_set_visible (self->scroller, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->heading)));
}

static void
steppe_map_legend_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (steppe_map_legend_parent_class)->dispose (object);
}

static void
steppe_map_legend_class_init (SteppeMapLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steppe_map_legend_dispose;
  gtk_widget_class_set_css_name (widget_class, "maplegend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
steppe_map_legend_init (SteppeMapLegend *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (widget)), GTK_ORIENTATION_VERTICAL);
  self->heading = gtk_toggle_button_new ();
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->heading), TRUE);
  gtk_widget_set_tooltip_text (self->heading, _ ("Show or Hide the Legend"));
  gtk_widget_add_css_class (self->heading, "flat");
  g_signal_connect_object (self->heading, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_widget_set_parent (self->heading, widget);
  gtk_widget_set_parent (self->scroller, widget);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (widget, "map-card");
  gtk_widget_set_visible (widget, FALSE);
}

/**
 * steppe_map_legend_new:
 *
 * Returns: (transfer floating): a legend of nothing; an ancestor has the action `map.select` with the id of an item
 */
GtkWidget *
steppe_map_legend_new (void)
{
  return g_object_new (STEPPE_TYPE_MAP_LEGEND, NULL);
}

/**
 * steppe_map_legend_set_expanded:
 * @self: a legend
 * @expanded: whether more than its heading is seen
 */
void
steppe_map_legend_set_expanded (SteppeMapLegend *self,
                                gboolean expanded)
{
  g_return_if_fail (STEPPE_IS_MAP_LEGEND (self));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->heading), expanded);
}

/**
 * steppe_map_legend_update:
 * @self: a legend
 * @relations: what is on the map
 * @dossier: (nullable): the dossier that they are of
 * @selected: (nullable): the selected item
 * @look: how the map is drawn
 *
 * Lists the relations, where they or their colours have changed, and shows which is selected.
 */
void
steppe_map_legend_update (SteppeMapLegend *self,
                          const SteppeMapRelations *relations,
                          SteppeDossier *dossier,
                          SteppeItem *selected,
                          const SteppeMapLook *look)
{
  guint serial = steppe_map_relations_get_serial (relations);
  gboolean any = dossier != NULL && look->palette != NULL && steppe_map_relations_get_all (relations)->len > 0;

  g_return_if_fail (STEPPE_IS_MAP_LEGEND (self));

  gtk_widget_set_visible (GTK_WIDGET (self), any);
  if (!any)
    return;
  if (serial != self->serial || look->serial != self->look_serial)
    fill (self, relations, dossier, look);
  if (serial != self->serial)
    fold (self, steppe_map_relations_get_arcs (relations)->len > 0);
  self->serial = serial;
  self->look_serial = look->serial;
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      gboolean is_selected = selected != NULL && g_strcmp0 (gtk_widget_get_name (row), steppe_item_get_id (selected)) == 0;

      if (is_selected)
        gtk_widget_add_css_class (row, "map-legend-selected");
      else
        gtk_widget_remove_css_class (row, "map-legend-selected");
    }
}
