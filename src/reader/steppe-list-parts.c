/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "reader/steppe-list-parts.h"

#include <glib/gi18n.h>

/* What the lists of the reader share: factories and headings. */

/**
 * steppe_list_factory_new:
 * @owner: (type GObject): the object that makes rows or headings
 * @setup: called with @owner and a list item or header to set up
 * @bind: called with @owner and a list item or header that is to show something
 *
 * Returns: (transfer full): a factory that calls them for as long as @owner lives
 */
GtkListItemFactory *
steppe_list_factory_new (gpointer owner,
                         GCallback setup,
                         GCallback bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", setup, owner, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", bind, owner, G_CONNECT_SWAPPED);
  return factory;
}

/**
 * steppe_list_header_setup:
 * @header: a heading without a child
 *
 * Gives it one.
 */
void
steppe_list_header_setup (GtkListHeader *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_list_header_set_child (header, label);
}

/**
 * steppe_list_header_show:
 * @header: a heading of [func@list_header_setup]
 * @heading: its words
 * @n_items: how many things are under it
 */
void
steppe_list_header_show (GtkListHeader *header,
                         const char *heading,
                         guint n_items)
{
  /* Translators: a heading in a list, and how many things are under it: “September 2024 · 12” */
  g_autofree char *text = g_strdup_printf (_ ("%1$s · %2$'u"), heading, n_items);

  gtk_label_set_text (GTK_LABEL (gtk_list_header_get_child (header)), text);
}

static gboolean
show_top_cb (GtkWidget *widget,
             GdkFrameClock *frame_clock,
             gpointer user_data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));

  if (gtk_adjustment_get_upper (adjustment) <= gtk_adjustment_get_lower (adjustment))
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));
  return G_SOURCE_REMOVE;
}

/**
 * steppe_list_view_show_top:
 * @list_view: a list with headings, which has items
 *
 * Scrolls to the first heading in the next frame: a list that gets other items puts the first row at the top, and its
 * heading out of sight.
 */
void
steppe_list_view_show_top (GtkListView *list_view)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (list_view), show_top_cb, NULL, NULL);
}
