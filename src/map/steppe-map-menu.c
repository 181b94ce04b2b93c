/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "map/steppe-map-view-private.h"
#include "paint/steppe-map-words.h"
#include "widgets/steppe-context-menu.h"

#include <glib/gi18n.h>

/* The menu of what is under the pointer or under the keyboard, and of the place on earth that is there. */

/* Finds the place on earth that the menu is for. */
static gboolean
find_place (SteppeMapView *self,
            SteppeLonLat *place)
{
  return steppe_projection_inverse (&self->projection, self->menu_point.x, self->menu_point.y, &place->longitude, &place->latitude);
}

static void
copy_coordinates_cb (GtkWidget *widget,
                     const char *name,
                     GVariant *parameter)
{
  SteppeMapView *self = STEPPE_MAP_VIEW (widget);
  SteppeLonLat place;
  char latitude[G_ASCII_DTOSTR_BUF_SIZE], longitude[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = NULL;

  if (!find_place (self, &place))
    return;
  /* What other programs can read, whatever the language is; five digits are about a metre. */
  g_ascii_formatd (latitude, sizeof latitude, "%.5f", place.latitude);
  g_ascii_formatd (longitude, sizeof longitude, "%.5f", place.longitude);
  text = g_strdup_printf ("%s, %s", latitude, longitude);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
center_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  SteppeMapView *self = STEPPE_MAP_VIEW (widget);
  SteppeCamera there = self->camera;

  there.x = self->menu_point.x;
  there.y = self->menu_point.y;
  steppe_camera_clamp (&there);
  steppe_map_motion_fly (self->motion, &self->camera, &there);
}

static void
append_item (GMenu *menu,
             SteppeItem *item)
{
  const char *id = steppe_item_get_id (item);
  g_autoptr (GMenu) ways = g_menu_new ();

  steppe_context_menu_append (ways, _ ("_Open Page"), "win.open-page", g_variant_new_string (id));
  steppe_context_menu_append (ways, _ ("Se_lect"), "map.select", g_variant_new_string (id));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (ways));
  if (STEPPE_IS_EVENT (item))
    steppe_context_menu_append_copies (menu, id);
}

static void
append_view (SteppeMapView *self,
             GMenu *menu)
{
  g_autoptr (GMenu) places = g_menu_new ();
  g_autoptr (GMenu) views = g_menu_new ();
  SteppeLonLat place;

  steppe_context_menu_append (views, _ ("Show _Whole Story"), "map.fit", NULL);
  steppe_context_menu_append (views, _ ("Show _Selection"), "map.fit-selection", NULL);
  steppe_context_menu_append (views, _ ("Show Chosen _Time"), "map.fit-span", NULL);
  steppe_context_menu_append (views, _ ("_Back to the Region"), "map.show-region", NULL);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (views));

  if (find_place (self, &place))
    {
      g_autofree char *words = steppe_map_words_describe_position (place.longitude, place.latitude, 1000.0 / self->camera.scale);
      /* Translators: %s are coordinates. */
      g_autofree char *label = g_strdup_printf (_ ("C_opy %s"), words);

      steppe_context_menu_append (places, _ ("Center _Here"), "map.center-here", NULL);
      steppe_context_menu_append (places, label, "map.copy-coordinates", NULL);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (places));
    }
}

static void
append_others (GMenu *menu)
{
  g_autoptr (GMenu) others = g_menu_new ();

  steppe_context_menu_append (others, _ ("List _Events in View"), "map.list-view", NULL);
  steppe_context_menu_append (others, _ ("E_xport Map…"), "win.export-map", NULL);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
}

/* Opens the menu for an item, which may be NULL, and for the place at a pixel. */
static void
open_menu (SteppeMapView *self,
           SteppeItem *item,
           double x,
           double y,
           const GdkRectangle *area)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  if (self->scene == NULL || !_steppe_map_view_has_size (self))
    return;
  steppe_map_motion_stop (self->motion);
  steppe_hover_card_dismiss (self->card);
  steppe_camera_unproject (&self->camera, x, y, &self->menu_point.x, &self->menu_point.y);
  if (item != NULL)
    append_item (menu, item);
  append_view (self, menu);
  append_others (menu);
  steppe_context_menu_open (self->menu, G_MENU_MODEL (menu), area);
}

static void
open_menu_at (GtkWidget *widget,
              double x,
              double y)
{
  SteppeMapView *self = STEPPE_MAP_VIEW (widget);
  const SteppeMapMarker *marker = steppe_map_markers_pick (self->markers, x, y);
  const SteppeMapTrack *line = self->scene != NULL && marker == NULL ? _steppe_map_view_pick_line (self, x, y) : NULL;
  SteppeItem *item = line != NULL ? line->item : NULL;

  if (marker != NULL && marker->spot != NULL)
    item = STEPPE_ITEM (marker->spot->event);
  open_menu (self, item, x, y, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

/* For the mark that the keyboard is on, or else for the middle of the view. */
static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant *arguments,
             gpointer user_data)
{
  SteppeMapView *self = STEPPE_MAP_VIEW (widget);
  SteppeMark *mark = steppe_mark_list_get_focused (self->marks);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) self->camera.width / 2, (float) self->camera.height / 2, 1, 1);
  graphene_point_t middle;

  if (mark != NULL)
    graphene_rect_intersection (steppe_mark_get_bounds (mark),
                                &GRAPHENE_RECT_INIT (0, 0, (float) self->camera.width, (float) self->camera.height), &bounds);
  graphene_rect_get_center (&bounds, &middle);
  open_menu (self, mark != NULL ? steppe_mark_get_item (mark) : NULL, middle.x, middle.y,
             &(GdkRectangle) { (int) middle.x, (int) middle.y, 1, 1 });
  return GDK_EVENT_STOP;
}

/* Installs what only the menu does, and its keys. */
void
_steppe_map_view_class_install_menu (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "map.copy-coordinates", NULL, copy_coordinates_cb);
  gtk_widget_class_install_action (widget_class, "map.center-here", NULL, center_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}

/* Gives the map its menu. */
void
_steppe_map_view_add_menu (SteppeMapView *self)
{
  self->menu = steppe_context_menu_new (GTK_WIDGET (self), open_menu_at);
}
