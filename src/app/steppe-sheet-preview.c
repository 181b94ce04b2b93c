/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "app/steppe-sheet-preview.h"

#include "app/steppe-sheet-page.h"

#include <glib/gi18n.h>
#include <math.h>

/* Around and between pages, pixels */
#define SPACING 18

/* The most pixels of a page for one point of paper */
#define MAX_SCALE 1.6

/* How long pages are laid out between two frames, microseconds. Nothing may be moving all the while: where frames
 * take all the time there is, what is idle waits for them. */
#define STEP_TIME 8000

/**
 * SteppeSheetPreview:
 *
 * The pages of a fact sheet, one below the other, as wide as there is room for. It is to be put into
 * a scrolled window.
 *
 * The sheet is laid out between frames. Another sheet takes the place of the one that is shown as
 * soon as it has the pages that are looked at, so that the reader stays where they are. There are
 * widgets only for the pages in view.
 */
struct _SteppeSheetPreview
{
  GtkWidget parent_instance;

  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  GtkScrollablePolicy hscroll_policy;
  GtkScrollablePolicy vscroll_policy;

  SteppeSheet *sheet; /* that is shown; NULL until there is one */
  SteppeSheet *next; /* that will take its place, or NULL */
  guint layout_source;

  GPtrArray *pages; /* of SteppeSheetPage, those in view */
  guint first; /* which page the first of them is */
  int page_width;
  int page_height;
  guint announced; /* the page that was in view the last time, from 0 */
};

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (SteppeSheetPreview, steppe_sheet_preview, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static int
get_stride (SteppeSheetPreview *self)
{
  return self->page_height + SPACING;
}

/* Which page is so many pixels below the top of what is in view; there must be one. */
static guint
get_page_at (SteppeSheetPreview *self,
             double y)
{
  double page = (gtk_adjustment_get_value (self->vadjustment) + y - SPACING) / MAX (1, get_stride (self));

  return CLAMP (floor (page), 0, steppe_sheet_get_n_pages (self->sheet) - 1);
}

/* Pages in view */

static GtkWidget *
take_page (GPtrArray *old,
           guint old_first,
           guint page)
{
  GtkWidget *widget;

  if (page < old_first || page - old_first >= old->len)
    return NULL;
  widget = g_ptr_array_index (old, page - old_first);
  old->pdata[page - old_first] = NULL;
  return widget;
}

/* Has widgets for the pages in view and no others. */
static void
update_pages (SteppeSheetPreview *self)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->pages);
  guint old_first = self->first;
  GtkWidget *before = NULL;
  guint n_pages = self->sheet != NULL ? steppe_sheet_get_n_pages (self->sheet) : 0;

  self->pages = g_ptr_array_new ();
  if (n_pages > 0 && self->page_height > 0)
    {
      guint last = get_page_at (self, gtk_widget_get_height (GTK_WIDGET (self)));

      self->first = get_page_at (self, 0);
      for (guint page = self->first; page <= last; page++)
        {
          GtkWidget *widget = take_page (old, old_first, page);

          if (widget == NULL)
            widget = steppe_sheet_page_new ();
          steppe_sheet_page_show (STEPPE_SHEET_PAGE (widget), self->sheet, page);
          gtk_widget_insert_after (widget, GTK_WIDGET (self), before);
          g_ptr_array_add (self->pages, widget);
          before = widget;
        }
    }
  for (guint i = 0; i < old->len; i++)
    if (old->pdata[i] != NULL)
      gtk_widget_unparent (old->pdata[i]);
}

static void
allocate_pages (SteppeSheetPreview *self)
{
  double value = gtk_adjustment_get_value (self->vadjustment);
  int x = (gtk_widget_get_width (GTK_WIDGET (self)) - self->page_width) / 2;

  for (guint i = 0; i < self->pages->len; i++)
    {
      double y = SPACING + (double) (self->first + i) * get_stride (self) - value;
      GtkAllocation area = { x, floor (y), self->page_width, self->page_height };

      gtk_widget_measure (self->pages->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->pages->pdata[i], &area, -1);
    }
}

static void
update_page_size (SteppeSheetPreview *self,
                  int width)
{
  const SteppePaper *paper = steppe_sheet_get_paper (self->sheet);

  self->page_width = CLAMP (width - 2 * SPACING, 1, MAX_SCALE * paper->width);
  self->page_height = MAX (1, round (self->page_width * paper->height / paper->width));
}

/* The adjustment is in pixels; where pages become larger, what was in view is to stay there. */
static void
configure (SteppeSheetPreview *self,
           int width,
           int height)
{
  int old_stride = get_stride (self);
  double value = gtk_adjustment_get_value (self->vadjustment);
  double upper = height;

  if (self->sheet != NULL)
    {
      update_page_size (self, width);
      value *= (double) get_stride (self) / old_stride;
      upper = MAX (height, SPACING + (double) steppe_sheet_get_n_pages (self->sheet) * get_stride (self));
    }
  gtk_adjustment_configure (self->vadjustment, CLAMP (value, 0, upper - height), 0, upper, height * 0.1, height * 0.9, height);
  gtk_adjustment_configure (self->hadjustment, 0, 0, width, width * 0.1, width * 0.9, width);
}

static void
steppe_sheet_preview_size_allocate (GtkWidget *widget,
                                    int width,
                                    int height,
                                    int baseline)
{
  SteppeSheetPreview *self = STEPPE_SHEET_PREVIEW (widget);

  configure (self, width, height);
  update_pages (self);
  allocate_pages (self);
}

static void
steppe_sheet_preview_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  *minimum = 0;
  *natural = 400;
}

/* Says which page has come into view. */
static void
value_changed_cb (SteppeSheetPreview *self)
{
  guint page;

  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (self->sheet == NULL || steppe_sheet_get_n_pages (self->sheet) == 0)
    return;
  page = steppe_sheet_preview_get_page (self);
  if (page == self->announced)
    return;
  self->announced = page;
  if (gtk_widget_has_focus (GTK_WIDGET (self)))
    {
      g_autofree char *words = steppe_sheet_page_dup_name (page, steppe_sheet_preview_is_complete (self) ? steppe_sheet_get_n_pages (self->sheet) : 0);

      gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Laying out */

/* Shows the next sheet once it has the pages that are in view now. */
static void
show_next (SteppeSheetPreview *self)
{
  if (!steppe_sheet_is_complete (self->next) && steppe_sheet_get_n_pages (self->next) <= self->first + self->pages->len)
    return;
  for (guint i = 0; i < self->pages->len; i++)
    steppe_sheet_page_drop_sheet (self->pages->pdata[i]);
  steppe_sheet_free (self->sheet);
  self->sheet = g_steal_pointer (&self->next);
}

static gboolean
lay_out_cb (gpointer user_data)
{
  SteppeSheetPreview *self = user_data;
  SteppeSheet *sheet = self->next != NULL ? self->next : self->sheet;
  gint64 end = g_get_monotonic_time () + STEP_TIME;
  guint n_pages = steppe_sheet_get_n_pages (sheet);
  gboolean more;

  do
    more = steppe_sheet_step (sheet);
  while (more && g_get_monotonic_time () < end);
  if (!more)
    self->layout_source = 0;
  if (self->next != NULL)
    show_next (self);
  if (!more || steppe_sheet_get_n_pages (sheet) != n_pages)
    {
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      g_signal_emit (self, signals[CHANGED], 0);
    }
  return more;
}

/* Scrolling */

static void
scroll (SteppeSheetPreview *self,
        double distance)
{
  gtk_adjustment_set_value (self->vadjustment, gtk_adjustment_get_value (self->vadjustment) + distance);
}

static gboolean
scroll_step_cb (GtkWidget *widget,
                GVariant *args,
                gpointer user_data)
{
  SteppeSheetPreview *self = STEPPE_SHEET_PREVIEW (widget);

  scroll (self, g_variant_get_int32 (args) * gtk_adjustment_get_step_increment (self->vadjustment));
  return GDK_EVENT_STOP;
}

static gboolean
scroll_screen_cb (GtkWidget *widget,
                  GVariant *args,
                  gpointer user_data)
{
  SteppeSheetPreview *self = STEPPE_SHEET_PREVIEW (widget);

  scroll (self, g_variant_get_int32 (args) * gtk_adjustment_get_page_increment (self->vadjustment));
  return GDK_EVENT_STOP;
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, scroll_step_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Up, 0, scroll_step_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, scroll_step_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Down, 0, scroll_step_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, scroll_screen_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, GDK_SHIFT_MASK, scroll_screen_cb, "i", -1);
}

static void
set_adjustment (SteppeSheetPreview *self,
                GtkAdjustment **which,
                GtkAdjustment *adjustment,
                GCallback value_changed)
{
  g_autoptr (GtkAdjustment) kept = adjustment != NULL ? g_object_ref (adjustment) : g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));

  if (*which != NULL && value_changed != NULL)
    g_signal_handlers_disconnect_by_func (*which, value_changed, self);
  g_set_object (which, kept);
  if (value_changed != NULL)
    g_signal_connect_swapped (kept, "value-changed", value_changed, self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
steppe_sheet_preview_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  SteppeSheetPreview *self = STEPPE_SHEET_PREVIEW (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value), NULL);
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value), G_CALLBACK (value_changed_cb));
      break;
    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_sheet_preview_get_property (GObject *object,
                                   guint prop_id,
                                   GValue *value,
                                   GParamSpec *pspec)
{
  SteppeSheetPreview *self = STEPPE_SHEET_PREVIEW (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_sheet_preview_dispose (GObject *object)
{
  SteppeSheetPreview *self = STEPPE_SHEET_PREVIEW (object);

  g_clear_handle_id (&self->layout_source, g_source_remove);
  for (guint i = 0; i < self->pages->len; i++)
    gtk_widget_unparent (self->pages->pdata[i]);
  g_ptr_array_set_size (self->pages, 0);
  g_clear_pointer (&self->sheet, steppe_sheet_free);
  g_clear_pointer (&self->next, steppe_sheet_free);
  if (self->vadjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->vadjustment, value_changed_cb, self);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);

  G_OBJECT_CLASS (steppe_sheet_preview_parent_class)->dispose (object);
}

static void
steppe_sheet_preview_finalize (GObject *object)
{
  g_ptr_array_unref (STEPPE_SHEET_PREVIEW (object)->pages);

  G_OBJECT_CLASS (steppe_sheet_preview_parent_class)->finalize (object);
}

static void
steppe_sheet_preview_class_init (SteppeSheetPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = steppe_sheet_preview_set_property;
  object_class->get_property = steppe_sheet_preview_get_property;
  object_class->dispose = steppe_sheet_preview_dispose;
  object_class->finalize = steppe_sheet_preview_finalize;
  widget_class->measure = steppe_sheet_preview_measure;
  widget_class->size_allocate = steppe_sheet_preview_size_allocate;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  /**
   * SteppeSheetPreview::changed:
   * @self: a preview
   *
   * There are more pages, all of them are there, or another page is in view.
   */
  signals[CHANGED] = g_signal_new ("changed", STEPPE_TYPE_SHEET_PREVIEW, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  add_bindings (widget_class);
  gtk_widget_class_set_css_name (widget_class, "sheetpreview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
steppe_sheet_preview_init (SteppeSheetPreview *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->pages = g_ptr_array_new ();
  self->hadjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  self->vadjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Preview"), -1);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (gtk_widget_grab_focus), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * steppe_sheet_preview_take_sheet:
 * @self: a preview
 * @sheet: (transfer full): a sheet
 *
 * Shows a sheet, and lays it out step by step. Where there is one already, that is shown until @sheet has
 * the pages that are in view.
 */
void
steppe_sheet_preview_take_sheet (SteppeSheetPreview *self,
                                 SteppeSheet *sheet)
{
  g_return_if_fail (STEPPE_IS_SHEET_PREVIEW (self) && sheet != NULL);

  g_clear_pointer (&self->next, steppe_sheet_free);
  if (self->sheet == NULL)
    self->sheet = sheet;
  else
    self->next = sheet;
  if (self->layout_source == 0)
    self->layout_source = g_idle_add (lay_out_cb, self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * steppe_sheet_preview_get_sheet:
 * @self: a preview
 *
 * Returns: (transfer none) (nullable): the sheet that is shown
 */
SteppeSheet *
steppe_sheet_preview_get_sheet (SteppeSheetPreview *self)
{
  g_return_val_if_fail (STEPPE_IS_SHEET_PREVIEW (self), NULL);

  return self->sheet;
}

/**
 * steppe_sheet_preview_is_complete:
 * @self: a preview
 *
 * Returns: whether everything it was given is laid out
 */
gboolean
steppe_sheet_preview_is_complete (SteppeSheetPreview *self)
{
  g_return_val_if_fail (STEPPE_IS_SHEET_PREVIEW (self), FALSE);

  return self->sheet != NULL && self->layout_source == 0;
}

/**
 * steppe_sheet_preview_get_n_pages:
 * @self: a preview
 *
 * Returns: how many pages are there of the sheet that was given last
 */
guint
steppe_sheet_preview_get_n_pages (SteppeSheetPreview *self)
{
  SteppeSheet *sheet;

  g_return_val_if_fail (STEPPE_IS_SHEET_PREVIEW (self), 0);

  sheet = self->next != NULL ? self->next : self->sheet;
  return sheet != NULL ? steppe_sheet_get_n_pages (sheet) : 0;
}

/**
 * steppe_sheet_preview_get_page:
 * @self: a preview
 *
 * Returns: which page is in view, from 0: that a third of the way down
 */
guint
steppe_sheet_preview_get_page (SteppeSheetPreview *self)
{
  g_return_val_if_fail (STEPPE_IS_SHEET_PREVIEW (self), 0);

  if (self->sheet == NULL || steppe_sheet_get_n_pages (self->sheet) == 0)
    return 0;
  return get_page_at (self, gtk_widget_get_height (GTK_WIDGET (self)) / 3.0);
}
