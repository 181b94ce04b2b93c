/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "paint/steppe-map-pins.h"

#include "model/steppe-number-run.h"
#include "paint/steppe-number-breaks.h"
#include "paint/steppe-map-halos.h"
#include "paint/steppe-map-marker-paint.h"
#include "paint/steppe-sign-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* In em, the size of the font. */
#define HEIGHT 1.42
#define TEXT_SIZE 0.84
#define PADDING 0.42
#define EDGE 0.11
#define MAX_TEXT 4.8
/* Places closer than this are one from the beginning; so there are not many when it comes to those that overlap. */
#define LEAST_DISTANCE 1.2
/* More lines, or numbers, are too many to read: they are counted instead. */
#define MAX_LINES 4
#define MAX_NUMBERS 60

/* Where one or more events are. */
typedef struct
{
  const SteppeMapSpot *spot; /* whose place names the pin */
  double x, y; /* pixels of the view */
  GArray *numbers; /* guint */
  PangoLayout *layout;
  double half_width, half_height;
  gboolean selected;
} Pin;

/**
 * SteppeMapPins:
 *
 * The pins of a map on paper: each carries the numbers of the events that are there.
 */
struct _SteppeMapPins
{
  GPtrArray *pins; /* Pin; the selected one first */
  PangoContext *context;
};

static void
pin_free (gpointer data)
{
  Pin *pin = data;

  g_array_unref (pin->numbers);
  g_clear_object (&pin->layout);
  g_free (pin);
}

/**
 * steppe_map_pins_free:
 * @self: (transfer full): pins
 */
void
steppe_map_pins_free (SteppeMapPins *self)
{
  g_ptr_array_unref (self->pins);
  g_object_unref (self->context);
  g_free (self);
}

/* How much room a pin takes with what is written on it. */
static void
measure_pin (Pin *pin,
             const SteppeMapLook *look)
{
  PangoRectangle extents;
  double width, height;

  pango_layout_get_extents (pin->layout, NULL, &extents);
  width = extents.width / (double) PANGO_SCALE;
  height = extents.height / (double) PANGO_SCALE;
  /* A line fits into the height of a pin; each further one makes it higher. */
  pin->half_height = (HEIGHT * look->em + height - height / pango_layout_get_line_count (pin->layout)) / 2;
  pin->half_width = MAX (HEIGHT / 2 * look->em, width / 2 + PADDING * look->em);
}

/* Over its place, and whole where that is near the edge. */
static void
place_pin (Pin *pin,
           const SteppeCamera *camera)
{
  double x, y;

  steppe_camera_project (camera, pin->spot->x, pin->spot->y, &x, &y);
  pin->x = MAX (MIN (x, camera->width - pin->half_width), pin->half_width);
  pin->y = MAX (MIN (y, camera->height - pin->half_height), pin->half_height);
}

/* Writes the numbers, or how many they are where that would be too long. */
static void
write_pin (const SteppeMapPins *self,
           Pin *pin,
           const SteppeCamera *camera,
           const SteppeMapLook *look)
{
  g_autofree char *runs = steppe_number_runs_dup ((const guint *) pin->numbers->data, pin->numbers->len);
  g_autoptr (PangoAttrList) unbroken = pango_attr_list_new ();
  PangoFontDescription *font = pango_font_description_copy (look->font);

  pango_font_description_set_absolute_size (font, TEXT_SIZE * look->em * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  g_clear_object (&pin->layout);
  pin->layout = pango_layout_new (self->context);
  pango_layout_set_font_description (pin->layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (pin->layout, (int) (MAX_TEXT * look->em * PANGO_SCALE));
  pango_layout_set_alignment (pin->layout, PANGO_ALIGN_CENTER);
  steppe_number_breaks_forbid (unbroken, runs, 0);
  pango_layout_set_attributes (pin->layout, unbroken);
  pango_layout_set_text (pin->layout, runs, -1);
  if (pin->numbers->len > MAX_NUMBERS || pango_layout_get_line_count (pin->layout) > MAX_LINES)
    {
      g_autofree char *count = g_strdup_printf (ngettext ("%'u event", "%'u events", pin->numbers->len), pin->numbers->len);

      pango_layout_set_attributes (pin->layout, NULL);
      pango_layout_set_text (pin->layout, count, -1);
    }
  measure_pin (pin, look);
  place_pin (pin, camera);
}

static void
add_pin (SteppeMapPins *self,
         const SteppeMapScene *scene,
         const SteppeCluster *cluster,
         GHashTable *numbers,
         const SteppeMapSpot *subject,
         const SteppeCamera *camera,
         const SteppeMapLook *look)
{
  const guint *members = steppe_clusters_get_members (steppe_map_scene_get_clusters (scene), cluster);
  const SteppeMapMarker marker = { cluster };
  guint n_spots;
  const SteppeMapSpot *spots = steppe_map_scene_get_spots (scene, &n_spots);
  Pin *pin = g_new0 (Pin, 1);

  pin->spot = steppe_map_marker_get_place_spot (&marker, scene);
  pin->numbers = g_array_sized_new (FALSE, FALSE, sizeof (guint), cluster->n_points);
  for (guint i = 0; i < cluster->n_points; i++)
    {
      const SteppeMapSpot *spot = &spots[members[i]];
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, spot->event));

      g_array_append_val (pin->numbers, number);
      if (spot == subject)
        {
          pin->selected = TRUE;
          pin->spot = spot;
        }
    }
  write_pin (self, pin, camera, look);
  g_ptr_array_add (self->pins, pin);
}

static gboolean
overlap (const Pin *a,
         const Pin *b)
{
  return fabs (a->x - b->x) < a->half_width + b->half_width && fabs (a->y - b->y) < a->half_height + b->half_height;
}

/* The selected pin first, then those of many events. */
static int
compare_pins (gconstpointer a,
              gconstpointer b)
{
  const Pin *first = *(Pin *const *) a, *second = *(Pin *const *) b;

  if (first->selected != second->selected)
    return first->selected ? -1 : 1;
  if (first->numbers->len != second->numbers->len)
    return first->numbers->len > second->numbers->len ? -1 : 1;
  return (first->spot > second->spot) - (first->spot < second->spot);
}

/* Joins a pin with the next after it that it overlaps; returns whether there is one. */
static gboolean
join_next (SteppeMapPins *self,
           guint index,
           const SteppeCamera *camera,
           const SteppeMapLook *look)
{
  Pin *pin = g_ptr_array_index (self->pins, index);

  for (guint i = index + 1; i < self->pins->len; i++)
    {
      Pin *other = g_ptr_array_index (self->pins, i);

      if (!overlap (pin, other))
        continue;
      g_array_append_vals (pin->numbers, other->numbers->data, other->numbers->len);
      g_ptr_array_remove_index (self->pins, i);
      write_pin (self, pin, camera, look);
      return TRUE;
    }
  return FALSE;
}

/* Joins pins until none overlaps another. Where a pin has grown all are looked at anew. */
static void
join_pins (SteppeMapPins *self,
           const SteppeCamera *camera,
           const SteppeMapLook *look)
{
  guint i = 0;

  g_ptr_array_sort (self->pins, compare_pins);
  while (i < self->pins->len)
    {
      if (join_next (self, i, camera, look))
        {
          g_ptr_array_sort (self->pins, compare_pins);
          i = 0;
        }
      else
        {
          i++;
        }
    }
}

/**
 * steppe_map_pins_new:
 * @scene: what there is to show; it is kept by the caller as long as the pins
 * @events: (element-type SteppeEvent): the events in the order of their numbers, from 1
 * @subject: (nullable): the item that stands out
 * @camera: what the figure shows
 * @look: how
 * @context: the Pango context of what they are drawn on
 *
 * Puts pins where the events of the scene are. Those that would overlap are one.
 *
 * Returns: (transfer full): pins
 */
SteppeMapPins *
steppe_map_pins_new (const SteppeMapScene *scene,
                     GPtrArray *events,
                     SteppeItem *subject,
                     const SteppeCamera *camera,
                     const SteppeMapLook *look,
                     PangoContext *context)
{
  SteppeMapPins *self = g_new0 (SteppeMapPins, 1);
  const SteppeClusters *clusters = steppe_map_scene_get_clusters (scene);
  guint level = steppe_clusters_find_level (clusters, LEAST_DISTANCE * look->em / camera->scale * 1000.0);
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (SteppeCluster *));
  SteppeBox box;

  self->pins = g_ptr_array_new_with_free_func (pin_free);
  self->context = g_object_ref (context);
  for (guint i = 0; i < events->len; i++)
    g_hash_table_insert (numbers, g_ptr_array_index (events, i), GUINT_TO_POINTER (i + 1));
  steppe_camera_get_box (camera, &box);
  steppe_clusters_query (clusters, level, &box, found);
  for (guint i = 0; i < found->len; i++)
    add_pin (self, scene, g_array_index (found, const SteppeCluster *, i), numbers, steppe_map_scene_find_spot (scene, subject),
             camera, look);
  join_pins (self, camera, look);
  return self;
}

/**
 * steppe_map_pins_add_anchors:
 * @self: pins
 * @anchors: (element-type SteppeMapAnchor): gets one for each pin added
 */
void
steppe_map_pins_add_anchors (const SteppeMapPins *self,
                             GArray *anchors)
{
  for (guint i = 0; i < self->pins->len; i++)
    {
      const Pin *pin = g_ptr_array_index (self->pins, i);
      SteppeMapAnchor anchor = { pin->spot->place, { pin->spot->x, pin->spot->y }, pin->x, pin->y, pin->half_width, pin->half_height, pin->selected, pin->numbers->len, i };

      g_array_append_val (anchors, anchor);
    }
}

/* Draws how far the events of a place may be from there. */
static void
draw_halo (const SteppeMapGroup *group,
           cairo_t *cr,
           gboolean stands_out,
           const SteppeCamera *camera,
           const SteppeMapLook *look)
{
  double radius = steppe_place_get_precision_m (group->place) / 1000.0 * camera->scale;
  SteppeMapHalo halo;

  if (radius <= HEIGHT / 2 * look->em)
    return;
  steppe_map_halo_init (&halo, radius, stands_out, look);
  steppe_camera_project (camera, group->x, group->y, &halo.x, &halo.y);
  steppe_map_halo_draw (&halo, cr);
}

/**
 * steppe_map_pins_draw_halos:
 * @self: pins
 * @cr: where to draw
 * @scene: what there is to show
 * @camera: what the figure shows
 * @look: how
 *
 * Draws how far what is marked may be from its place.
 */
void
steppe_map_pins_draw_halos (const SteppeMapPins *self,
                            cairo_t *cr,
                            const SteppeMapScene *scene,
                            const SteppeCamera *camera,
                            const SteppeMapLook *look)
{
  GPtrArray *groups = steppe_map_scene_get_groups (scene);
  const Pin *first = self->pins->len > 0 ? g_ptr_array_index (self->pins, 0) : NULL;

  for (guint i = 0; i < groups->len; i++)
    {
      const SteppeMapGroup *group = g_ptr_array_index (groups, i);

      draw_halo (group, cr, first != NULL && first->selected && first->spot->place == group->place, camera, look);
    }
}

/* A pin that is @inset smaller on each side. */
static void
pin_path (cairo_t *cr,
          const Pin *pin,
          double inset,
          const SteppeMapLook *look)
{
  double radius = HEIGHT / 2 * look->em - inset;
  double right = pin->half_width - inset - radius, bottom = pin->half_height - inset - radius;

  cairo_new_path (cr);
  cairo_arc (cr, right, -bottom, radius, -G_PI / 2, 0);
  cairo_arc (cr, right, bottom, radius, 0, G_PI / 2);
  cairo_arc (cr, -right, bottom, radius, G_PI / 2, G_PI);
  cairo_arc (cr, -right, -bottom, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
draw_pin (const Pin *pin,
          cairo_t *cr,
          const SteppeMapLook *look)
{
  double edge = EDGE * look->em;
  PangoRectangle ink, logical;

  cairo_save (cr);
  cairo_translate (cr, pin->x, pin->y);
  pin_path (cr, pin, 0, look);
  _steppe_sign_set_color (cr, pin->selected ? &look->accent : &look->ground, 1);
  cairo_fill (cr);
  if (pin->selected)
    {
      pin_path (cr, pin, edge, look);
      _steppe_sign_set_color (cr, &look->ground, 1);
      cairo_fill (cr);
      edge *= 2;
    }
  pin_path (cr, pin, edge, look);
  _steppe_sign_set_color (cr, pin->selected ? &look->accent : &look->ink, 1);
  cairo_fill (cr);
  pango_cairo_update_layout (cr, pin->layout);
  pango_layout_get_extents (pin->layout, &ink, &logical);
  cairo_move_to (cr, -(logical.x + logical.width / 2.0) / PANGO_SCALE, -(ink.y + ink.height / 2.0) / PANGO_SCALE);
  _steppe_sign_set_color (cr, &look->ground, 1);
  pango_cairo_show_layout (cr, pin->layout);
  cairo_restore (cr);
}

/**
 * steppe_map_pins_draw:
 * @self: pins
 * @cr: where to draw
 * @look: how
 *
 * Draws the pins, as areas and text rather than pixels.
 */
void
steppe_map_pins_draw (const SteppeMapPins *self,
                      cairo_t *cr,
                      const SteppeMapLook *look)
{
  for (guint i = self->pins->len; i-- > 0;)
    draw_pin (g_ptr_array_index (self->pins, i), cr, look);
}
