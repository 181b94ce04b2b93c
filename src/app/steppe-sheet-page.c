/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "app/steppe-sheet-page.h"

#include "widgets/steppe-texture.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * SteppeSheetPage:
 *
 * A page of a fact sheet on white paper, as large as there is room for.
 *
 * It is drawn once, between two frames, and then shown as a picture. Until it has been drawn anew,
 * for another size or other options, what was drawn before is shown at the new size.
 */
struct _SteppeSheetPage
{
  GtkWidget parent_instance;

  SteppeSheet *sheet; /* not owned; NULL for none */
  guint page;
  gboolean whole; /* whether nothing more comes onto the page */
  guint n_pages; /* that it said it is one of; 0 while nobody knows */
  GdkTexture *texture;
  gboolean outdated; /* whether the texture shows something else */
  guint drawing_source;
};

G_DEFINE_FINAL_TYPE (SteppeSheetPage, steppe_sheet_page, GTK_TYPE_WIDGET)

/* How many pixels of the screen there are to one of the widget. */
static double
get_scale (SteppeSheetPage *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;

  return surface != NULL ? gdk_surface_get_scale (surface) : 1;
}

static void
get_texture_size (SteppeSheetPage *self,
                  int *width,
                  int *height)
{
  double scale = get_scale (self);

  *width = MAX (1, ceil (gtk_widget_get_width (GTK_WIDGET (self)) * scale));
  *height = MAX (1, ceil (gtk_widget_get_height (GTK_WIDGET (self)) * scale));
}

static void
draw (SteppeSheetPage *self)
{
  const SteppePaper *paper = steppe_sheet_get_paper (self->sheet);
  cairo_surface_t *surface;
  cairo_t *cr;
  int width, height;

  get_texture_size (self, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / paper->width, height / paper->height);
  steppe_sheet_draw_page (self->sheet, self->page, cr);
  cairo_destroy (cr);
  g_clear_object (&self->texture);
  self->texture = steppe_texture_new_for_surface (surface);
  self->outdated = FALSE;
}

static gboolean
draw_cb (gpointer user_data)
{
  SteppeSheetPage *self = user_data;

  self->drawing_source = 0;
  if (self->sheet != NULL && gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    {
      draw (self);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  return G_SOURCE_REMOVE;
}

static gboolean
is_drawn (SteppeSheetPage *self)
{
  int width, height;

  if (self->texture == NULL || self->outdated)
    return FALSE;
  get_texture_size (self, &width, &height);
  return gdk_texture_get_width (self->texture) == width && gdk_texture_get_height (self->texture) == height;
}

static void
steppe_sheet_page_snapshot (GtkWidget *widget,
                            GtkSnapshot *snapshot)
{
  SteppeSheetPage *self = STEPPE_SHEET_PAGE (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));

  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &bounds);
  /* Before more is laid out, which has the usual priority of what is done between frames. */
  if (self->sheet != NULL && !is_drawn (self) && self->drawing_source == 0)
    self->drawing_source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE - 1, draw_cb, self, NULL);
}

static void
update_words (SteppeSheetPage *self)
{
  g_autofree char *text = steppe_sheet_dup_page_text (self->sheet, self->page);
  g_autofree char *name = steppe_sheet_page_dup_name (self->page, self->n_pages);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
steppe_sheet_page_dispose (GObject *object)
{
  SteppeSheetPage *self = STEPPE_SHEET_PAGE (object);

  g_clear_handle_id (&self->drawing_source, g_source_remove);
  g_clear_object (&self->texture);
  self->sheet = NULL;

  G_OBJECT_CLASS (steppe_sheet_page_parent_class)->dispose (object);
}

static void
steppe_sheet_page_class_init (SteppeSheetPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steppe_sheet_page_dispose;
  widget_class->snapshot = steppe_sheet_page_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sheetpage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
steppe_sheet_page_init (SteppeSheetPage *self)
{
}

/**
 * steppe_sheet_page_new:
 *
 * Returns: (transfer floating): a widget for a page, with none yet
 */
GtkWidget *
steppe_sheet_page_new (void)
{
  return g_object_new (STEPPE_TYPE_SHEET_PAGE, NULL);
}

/**
 * steppe_sheet_page_show:
 * @self: a widget for a page
 * @sheet: a sheet, which must live until there is another one or steppe_sheet_page_drop_sheet() was called
 * @page: which page of it, from 0
 *
 * Shows a page of a sheet. To be called again when there are more pages, as the last one may not be full
 * before, and when the sheet is complete, as pages say how many there are then.
 */
void
steppe_sheet_page_show (SteppeSheetPage *self,
                        SteppeSheet *sheet,
                        guint page)
{
  guint n_pages;
  gboolean whole;

  g_return_if_fail (STEPPE_IS_SHEET_PAGE (self) && sheet != NULL && page < steppe_sheet_get_n_pages (sheet));

  n_pages = steppe_sheet_is_complete (sheet) ? steppe_sheet_get_n_pages (sheet) : 0;
  whole = n_pages > 0 || page + 1 < steppe_sheet_get_n_pages (sheet);
  if (self->sheet == sheet && self->page == page && self->n_pages == n_pages && self->whole == whole)
    return;
  /* Another page is nothing that should be seen in the meantime. */
  if (self->page != page)
    g_clear_object (&self->texture);
  self->sheet = sheet;
  self->page = page;
  self->n_pages = n_pages;
  self->whole = whole;
  self->outdated = TRUE;
  update_words (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * steppe_sheet_page_drop_sheet:
 * @self: a widget for a page
 *
 * Forgets the sheet, which may go then. What was drawn of it is still shown.
 */
void
steppe_sheet_page_drop_sheet (SteppeSheetPage *self)
{
  g_return_if_fail (STEPPE_IS_SHEET_PAGE (self));

  self->sheet = NULL;
}

/**
 * steppe_sheet_page_dup_name:
 * @page: which page, from 0
 * @n_pages: of how many; 0 while nobody knows
 *
 * Returns: (transfer full): what a page is called, such as “Page 2 of 5”
 */
char *
steppe_sheet_page_dup_name (guint page,
                            guint n_pages)
{
  if (n_pages == 0)
    return g_strdup_printf (_ ("Page %u"), page + 1);
  return g_strdup_printf (_ ("Page %1$u of %2$u"), page + 1, n_pages);
}
