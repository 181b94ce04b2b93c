/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "map/steppe-map-pointers.h"
#include "paint/steppe-map-words.h"

#include <glib/gi18n.h>
#include <math.h>

#define N_NAMED 2
#define MAX_NAME_CHARS 28
/* Pixels. */
#define GAP 6
/* Where the view is narrower, a pointer names one place. */
#define LEAST_WIDTH_FOR_TWO 800

typedef struct
{
  GtkWidget *box;
  GtkWidget *places[N_NAMED];
  GtkWidget *more;
  GPtrArray *events; /* all that lie beyond this side */
  double along; /* where the way to them leaves the view, in pixels along the side */
} Pointer;

/**
 * SteppeMapPointers:
 *
 * Chips at the sides of the view that say which places of the story lie beyond, and lead there.
 */
struct _SteppeMapPointers
{
  Pointer pointers[STEPPE_MAP_N_SIDES];
};

static GtkWidget *
create_button (const char *action,
               GVariant *target)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  /* So that the number at the end stays. */
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static void
pointer_init (Pointer *pointer,
              SteppeMapSide side,
              GtkWidget *parent)
{
  /* The map is not mirrored where text runs leftwards, so neither are these. */
  static const char *const arrows[] = { "←", "→", "↑", "↓" };
  GtkWidget *arrow = gtk_label_new (arrows[side]);

  pointer->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  pointer->events = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_add_css_class (pointer->box, "map-card");
  gtk_widget_add_css_class (pointer->box, "map-pointer");
  gtk_widget_set_visible (pointer->box, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (pointer->box), arrow);
  for (guint i = 0; i < N_NAMED; i++)
    {
      pointer->places[i] = create_button ("map.show-place", g_variant_new_string (""));
      gtk_box_append (GTK_BOX (pointer->box), pointer->places[i]);
    }
  pointer->more = create_button ("map.list-beyond", g_variant_new_int32 (side));
  gtk_box_append (GTK_BOX (pointer->box), pointer->more);
  if (side == STEPPE_MAP_SIDE_RIGHT)
    gtk_box_reorder_child_after (GTK_BOX (pointer->box), arrow, pointer->more);
  gtk_widget_set_parent (pointer->box, parent);
}

/**
 * steppe_map_pointers_new:
 * @parent: the widget that shows the map; it has the actions `map.show-place` with the id of a
 *   place, and `map.list-beyond` with a [enum@Steppe.MapSide]
 *
 * Returns: (transfer full): pointers to nothing; their widgets are children of @parent
 */
SteppeMapPointers *
steppe_map_pointers_new (GtkWidget *parent)
{
  SteppeMapPointers *self = g_new0 (SteppeMapPointers, 1);

  for (guint i = 0; i < STEPPE_MAP_N_SIDES; i++)
    pointer_init (&self->pointers[i], i, parent);
  return self;
}

/**
 * steppe_map_pointers_free:
 * @self: (transfer full): pointers; their widgets leave the parent
 */
void
steppe_map_pointers_free (SteppeMapPointers *self)
{
  for (guint i = 0; i < STEPPE_MAP_N_SIDES; i++)
    {
      gtk_widget_unparent (self->pointers[i].box);
      g_ptr_array_unref (self->pointers[i].events);
    }
  g_free (self);
}

/* Which side the way from the middle of the view to a pixel leaves it by, and where; returns FALSE
 * when the pixel is in the view. */
static gboolean
find_side (const SteppeCamera *camera,
           double px,
           double py,
           SteppeMapSide *side,
           double *along)
{
  double dx = px - camera->width / 2, dy = py - camera->height / 2;
  double across = fabs (dx) / MAX (camera->width / 2, 1), down = fabs (dy) / MAX (camera->height / 2, 1);

  if (across <= 1 && down <= 1)
    return FALSE;
  if (across >= down)
    {
      *side = dx < 0 ? STEPPE_MAP_SIDE_LEFT : STEPPE_MAP_SIDE_RIGHT;
      *along = camera->height / 2 + dy / across;
    }
  else
    {
      *side = dy < 0 ? STEPPE_MAP_SIDE_TOP : STEPPE_MAP_SIDE_BOTTOM;
      *along = camera->width / 2 + dx / down;
    }
  return TRUE;
}

static void
set_button (GtkWidget *button,
            const char *text)
{
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN (g_utf8_strlen (text, -1), 8));
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_NAME_CHARS);
  gtk_widget_set_visible (button, TRUE);
}

static void
name_place (GtkWidget *button,
            SteppeDossier *dossier,
            const SteppeMapGroup *group)
{
  g_autofree char *text = steppe_map_words_describe_group (dossier, group);
  g_autofree char *label = steppe_map_words_offer_group (dossier, group);

  set_button (button, text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", steppe_item_get_id (STEPPE_ITEM (group->place)));
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
pointer_begin (Pointer *pointer)
{
  g_ptr_array_set_size (pointer->events, 0);
  pointer->along = 0;
}

static void
pointer_end (Pointer *pointer,
             guint n_groups,
             guint n_more)
{
  gboolean shown = n_groups > 0;

  for (guint i = n_groups; i < N_NAMED; i++)
    gtk_widget_set_visible (pointer->places[i], FALSE);
  if (n_more > 0)
    {
      /* Translators: how many more events lie beyond this side of the map. */
      g_autofree char *text = g_strdup_printf (_ ("+%'u"), n_more);
      g_autofree char *label = g_strdup_printf (ngettext ("List %'u more event", "List %'u more events", n_more), n_more);
      /* Alone in text that runs leftwards the sign would come after the number. */
      g_autofree char *marked = g_strconcat ("\u200e", text, NULL);

      set_button (pointer->more, marked);
      gtk_widget_set_tooltip_text (pointer->more, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (pointer->more), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  else
    {
      gtk_widget_set_visible (pointer->more, FALSE);
    }
  if (shown)
    pointer->along /= n_groups;
  gtk_widget_set_visible (pointer->box, shown);
}

/**
 * steppe_map_pointers_set_view:
 * @self: pointers
 * @scene: (nullable): what there is to show
 * @camera: what the view shows
 *
 * Points to what does not lie in the view.
 */
void
steppe_map_pointers_set_view (SteppeMapPointers *self,
                              const SteppeMapScene *scene,
                              const SteppeCamera *camera)
{
  GPtrArray *groups = scene != NULL ? steppe_map_scene_get_groups (scene) : NULL;
  guint n_groups[STEPPE_MAP_N_SIDES] = { 0 }, n_more[STEPPE_MAP_N_SIDES] = { 0 };
  guint n_named = camera->width < LEAST_WIDTH_FOR_TWO ? 1 : N_NAMED;

  for (guint i = 0; i < STEPPE_MAP_N_SIDES; i++)
    pointer_begin (&self->pointers[i]);
  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      const SteppeMapGroup *group = g_ptr_array_index (groups, i);
      SteppeMapSide side;
      double px, py, along;

      steppe_camera_project (camera, group->x, group->y, &px, &py);
      if (!find_side (camera, px, py, &side, &along))
        continue;
      steppe_map_group_append_events (group, self->pointers[side].events);
      if (n_groups[side] < n_named)
        {
          name_place (self->pointers[side].places[n_groups[side]], steppe_map_scene_get_dossier (scene), group);
          self->pointers[side].along += along;
          n_groups[side]++;
        }
      else
        {
          n_more[side] += group->events->len;
        }
    }
  for (guint i = 0; i < STEPPE_MAP_N_SIDES; i++)
    pointer_end (&self->pointers[i], n_groups[i], n_more[i]);
}

/**
 * steppe_map_pointers_get_events:
 * @self: pointers
 * @side: a side
 *
 * Returns: (transfer none) (element-type SteppeEvent): the events that lie beyond that side
 */
GPtrArray *
steppe_map_pointers_get_events (SteppeMapPointers *self,
                                SteppeMapSide side)
{
  g_return_val_if_fail (side < STEPPE_MAP_N_SIDES, NULL);

  return self->pointers[side].events;
}

/**
 * steppe_map_pointers_get_widget:
 * @self: pointers
 * @side: a side
 *
 * Returns: (transfer none): the chip at that side
 */
GtkWidget *
steppe_map_pointers_get_widget (SteppeMapPointers *self,
                                SteppeMapSide side)
{
  g_return_val_if_fail (side < STEPPE_MAP_N_SIDES, NULL);

  return self->pointers[side].box;
}

/* As @value, between @least and @most, and @least if that cannot be. */
static double
between (double value,
         double least,
         double most)
{
  return MAX (least, MIN (value, most));
}

static gboolean
is_free (const GtkAllocation *chip,
         GArray *taken)
{
  for (guint i = 0; i < taken->len; i++)
    {
      const GtkAllocation *other = &g_array_index (taken, GtkAllocation, i);

      if (chip->x < other->x + other->width + GAP && other->x < chip->x + chip->width + GAP &&
          chip->y < other->y + other->height + GAP && other->y < chip->y + chip->height + GAP)
        return FALSE;
    }
  return TRUE;
}

/* Moves a chip along its side to the nearest place that is free; returns whether there is one. */
static gboolean
move_clear (GtkAllocation *chip,
            GArray *taken,
            gboolean across,
            int least,
            int most)
{
  int *position = across ? &chip->x : &chip->y;
  const int wish = *position, length = across ? chip->width : chip->height;
  int best = 0, distance = G_MAXINT;

  if (is_free (chip, taken))
    return TRUE;
  for (guint i = 0; i < 2 * taken->len; i++)
    {
      const GtkAllocation *other = &g_array_index (taken, GtkAllocation, i / 2);
      int start = across ? other->x : other->y, end = start + (across ? other->width : other->height);

      *position = i % 2 ? end + GAP : start - GAP - length;
      if (*position < least || *position + length > most || ABS (*position - wish) >= distance || !is_free (chip, taken))
        continue;
      best = *position;
      distance = ABS (best - wish);
    }
  *position = distance < G_MAXINT ? best : wish;
  return distance < G_MAXINT;
}

/* Where a chip lies when nothing is in its way. */
static void
get_wish (const Pointer *pointer,
          SteppeMapSide side,
          const GtkAllocation *area,
          GtkAllocation *chip)
{
  int right = area->x + area->width, bottom = area->y + area->height, least;

  gtk_widget_measure (pointer->box, GTK_ORIENTATION_HORIZONTAL, -1, &least, &chip->width, NULL, NULL);
  chip->width = MAX (least, MIN (chip->width, area->width));
  gtk_widget_measure (pointer->box, GTK_ORIENTATION_VERTICAL, chip->width, NULL, &chip->height, NULL, NULL);
  if (side == STEPPE_MAP_SIDE_LEFT || side == STEPPE_MAP_SIDE_RIGHT)
    {
      chip->x = side == STEPPE_MAP_SIDE_LEFT ? area->x : right - chip->width;
      chip->y = (int) between (pointer->along - chip->height / 2.0, area->y, bottom - chip->height);
    }
  else
    {
      chip->x = (int) between (pointer->along - chip->width / 2.0, area->x, right - chip->width);
      chip->y = side == STEPPE_MAP_SIDE_TOP ? area->y : bottom - chip->height;
    }
}

/**
 * steppe_map_pointers_allocate:
 * @self: pointers
 * @area: where they may lie, in pixels of the parent
 * @corners: (array length=n_corners): what lies in corners of it, for them to stay clear of
 * @n_corners: how many those are
 * @markers: (element-type GtkAllocation): what they should not cover, if there is room beside it
 *
 * Lays the chips out, each at its side, near where the way to its places leaves the view.
 */
void
steppe_map_pointers_allocate (SteppeMapPointers *self,
                              const GtkAllocation *area,
                              const GtkAllocation *corners,
                              guint n_corners,
                              GArray *markers)
{
  static const SteppeMapSide order[] = { STEPPE_MAP_SIDE_TOP, STEPPE_MAP_SIDE_BOTTOM, STEPPE_MAP_SIDE_LEFT, STEPPE_MAP_SIDE_RIGHT };
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (GtkAllocation));
  g_autoptr (GArray) all = g_array_copy (markers);

  g_array_append_vals (taken, corners, n_corners);
  g_array_append_vals (all, corners, n_corners);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const Pointer *pointer = &self->pointers[order[i]];
      gboolean across = order[i] == STEPPE_MAP_SIDE_TOP || order[i] == STEPPE_MAP_SIDE_BOTTOM;
      int least = across ? area->x : area->y, most = least + (across ? area->width : area->height);
      GtkAllocation chip;

      if (!gtk_widget_should_layout (pointer->box))
        continue;
      get_wish (pointer, order[i], area, &chip);
      if (!move_clear (&chip, all, across, least, most))
        move_clear (&chip, taken, across, least, most);
      gtk_widget_size_allocate (pointer->box, &chip, -1);
      g_array_append_val (taken, chip);
      g_array_append_val (all, chip);
    }
}
