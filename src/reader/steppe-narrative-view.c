/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/steppe-narrative-view-private.h"

#include <math.h>

#include "reader/steppe-narrative-buffer.h"

#define MIN_MARGIN 18
#define MIN_WIDTH 200
#define QUIET_ALPHA 0.6f
#define FOUND_ALPHA 0.3f

/**
 * SteppeNarrativeView:
 *
 * A narrative to read: one column of even measure, whose mentions select the items they name and
 * show which item is selected or pointed at elsewhere. To assistive technology it is a text, and
 * each mention is a link in it.
 */
static void steppe_narrative_view_accessible_init (GtkAccessibleInterface *iface);

static GtkAccessibleInterface *parent_accessible;

G_DEFINE_FINAL_TYPE_WITH_CODE (SteppeNarrativeView, steppe_narrative_view, GTK_TYPE_TEXT_VIEW, G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE, steppe_narrative_view_accessible_init))

enum
{
  PROP_FOCUS = 1,
  PROP_NARRATIVE,
  PROP_STYLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkAccessible *
steppe_narrative_view_get_first_accessible_child (GtkAccessible *accessible)
{
  SteppeNarrativeView *self = STEPPE_NARRATIVE_VIEW (accessible);
  SteppeMark *first = self->marks != NULL ? steppe_mark_list_get_nth (self->marks, 0) : NULL;

  if (first != NULL)
    return GTK_ACCESSIBLE (g_object_ref (first));
  return parent_accessible->get_first_accessible_child (accessible);
}

static void
steppe_narrative_view_accessible_init (GtkAccessibleInterface *iface)
{
  parent_accessible = g_type_interface_peek_parent (iface);
  iface->get_first_accessible_child = steppe_narrative_view_get_first_accessible_child;
}

/**
 * steppe_narrative_view_get_dossier:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the dossier that is read
 */
SteppeDossier *
steppe_narrative_view_get_dossier (SteppeNarrativeView *self)
{
  return self->focus != NULL ? steppe_focus_get_dossier (self->focus) : NULL;
}

/* Typography */

static double
measure_em (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_units_to_double (pango_font_description_get_size (font));

  if (pango_font_description_get_size_is_absolute (font))
    return size;
  return size * pango_cairo_context_get_resolution (context) / 72;
}

static void
measure_font (SteppeNarrativeView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (context));
  PangoFontMetrics *metrics;

  self->em = measure_em (GTK_WIDGET (self)) * steppe_reading_style_get_scale (self->style);
  pango_font_description_set_family (font, steppe_reading_style_get_family (self->style));
  pango_font_description_set_absolute_size (font, self->em * PANGO_SCALE);

  /* Letters of another script may come from another font, and stand on another line. */
  metrics = pango_context_get_metrics (context, font, pango_language_from_string (self->language));
  self->look.ascent = pango_units_to_double (pango_font_metrics_get_ascent (metrics));
  self->look.descent = pango_units_to_double (pango_font_metrics_get_descent (metrics));
  pango_font_metrics_unref (metrics);

  /* The measure is one of Latin letters; two of them are as wide as a Chinese one. */
  metrics = pango_context_get_metrics (context, font, pango_language_from_string ("en"));
  self->char_width = pango_units_to_double (pango_font_metrics_get_approximate_char_width (metrics));
  pango_font_metrics_unref (metrics);
  pango_font_description_free (font);
}

static void
get_quiet_color (SteppeNarrativeView *self,
                 GdkRGBA *color)
{
  gtk_widget_get_color (GTK_WIDGET (self), color);
  color->alpha *= QUIET_ALPHA;
}

/**
 * steppe_narrative_view_update_typography:
 * @self: a view
 *
 * Sets its text as the reader wants it, in the colours of the theme.
 */
void
steppe_narrative_view_update_typography (SteppeNarrativeView *self)
{
  SteppeTypography typography = {
    .family = steppe_reading_style_get_family (self->style),
    .language = self->language,
    .scale = steppe_reading_style_get_scale (self->style),
    .line_height = steppe_reading_style_get_line_height (self->style),
  };

  measure_font (self);
  get_quiet_color (self, &self->quiet);
  typography.em = self->em;
  typography.quiet = self->quiet;
  steppe_text_link_get_color (NULL, 1, &typography.note);
  typography.found = typography.note;
  typography.found.alpha = FOUND_ALPHA;
  steppe_narrative_buffer_set_typography (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &typography);
  steppe_narrative_buffer_set_signs (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), self->text, self->text_offset,
                                     gtk_widget_get_pango_context (GTK_WIDGET (self)), self->em);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
update_margins (SteppeNarrativeView *self,
                int width)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int column = ceil (steppe_reading_style_get_measure (self->style) * self->char_width);
  int margin = MAX (MIN_MARGIN, (width - column) / 2);

  gtk_text_view_set_left_margin (view, margin);
  gtk_text_view_set_right_margin (view, margin);
}

/* Following the focus */

static gboolean
find_passage (SteppeNarrativeView *self,
              SteppeItem *item,
              guint *link)
{
  for (guint i = 0; item != NULL && i < self->links->len; i++)
    if (steppe_narrative_view_nth_link (self, i)->item == item)
      {
        *link = i;
        return TRUE;
      }
  return FALSE;
}

static void
selected_changed_cb (SteppeNarrativeView *self)
{
  self->look.selected = steppe_focus_get_selected (self->focus);
  steppe_mark_list_set_selected (self->marks, self->look.selected);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  steppe_narrative_view_show_selected (self);
}

static void
hovered_changed_cb (SteppeNarrativeView *self)
{
  self->look.hovered = steppe_focus_get_hovered (self->focus);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
dossier_changed_cb (SteppeNarrativeView *self)
{
  g_signal_group_set_target (self->dossier_signals, steppe_narrative_view_get_dossier (self));
}

static void
steppe_narrative_view_size_allocate (GtkWidget *widget,
                                     int width,
                                     int height,
                                     int baseline)
{
  update_margins (STEPPE_NARRATIVE_VIEW (widget), width);
  GTK_WIDGET_CLASS (steppe_narrative_view_parent_class)->size_allocate (widget, width, height, baseline);
  gtk_popover_present (GTK_POPOVER (STEPPE_NARRATIVE_VIEW (widget)->card));
}

/* The margins follow the width, so they must not ask for it. */
static void
steppe_narrative_view_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  GTK_WIDGET_CLASS (steppe_narrative_view_parent_class)->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MIN_WIDTH;
}

static gboolean
steppe_narrative_view_focus (GtkWidget *widget,
                             GtkDirectionType direction)
{
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return steppe_narrative_view_tab (STEPPE_NARRATIVE_VIEW (widget), direction == GTK_DIR_TAB_FORWARD ? 1 : -1);
  return GTK_WIDGET_CLASS (steppe_narrative_view_parent_class)->focus (widget, direction);
}

static void
steppe_narrative_view_css_changed (GtkWidget *widget,
                                   GtkCssStyleChange *change)
{
  SteppeNarrativeView *self = STEPPE_NARRATIVE_VIEW (widget);
  GdkRGBA quiet;

  GTK_WIDGET_CLASS (steppe_narrative_view_parent_class)->css_changed (widget, change);
  if (self->marks == NULL)
    return;
  get_quiet_color (self, &quiet);
  if (measure_em (widget) * steppe_reading_style_get_scale (self->style) != self->em || !gdk_rgba_equal (&quiet, &self->quiet))
    steppe_narrative_view_update_typography (self);
}

static void
steppe_narrative_view_get_property (GObject *object,
                                    guint prop_id,
                                    GValue *value,
                                    GParamSpec *pspec)
{
  SteppeNarrativeView *self = STEPPE_NARRATIVE_VIEW (object);

  switch (prop_id)
    {
    case PROP_FOCUS:
      g_value_set_object (value, self->focus);
      break;
    case PROP_NARRATIVE:
      g_value_set_object (value, self->narrative);
      break;
    case PROP_STYLE:
      g_value_set_object (value, self->style);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_narrative_view_set_property (GObject *object,
                                    guint prop_id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  SteppeNarrativeView *self = STEPPE_NARRATIVE_VIEW (object);

  switch (prop_id)
    {
    case PROP_FOCUS:
      steppe_narrative_view_set_focus (self, g_value_get_object (value));
      break;
    case PROP_NARRATIVE:
      steppe_narrative_view_set_narrative (self, g_value_get_object (value));
      break;
    case PROP_STYLE:
      steppe_narrative_view_set_style (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_narrative_view_dispose (GObject *object)
{
  SteppeNarrativeView *self = STEPPE_NARRATIVE_VIEW (object);

  if (self->card != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->card)));
  g_clear_object (&self->scrolling);
  g_clear_handle_id (&self->follow_source, g_source_remove);
  g_clear_object (&self->adjustment_signals);
  g_clear_object (&self->focus_signals);
  g_clear_object (&self->dossier_signals);
  g_clear_object (&self->pointed);
  g_clear_object (&self->narrative);
  g_clear_object (&self->focus);

  G_OBJECT_CLASS (steppe_narrative_view_parent_class)->dispose (object);
}

static void
steppe_narrative_view_finalize (GObject *object)
{
  SteppeNarrativeView *self = STEPPE_NARRATIVE_VIEW (object);

  g_clear_object (&self->marks);
  g_clear_pointer (&self->text, steppe_narrative_text_unref);
  g_clear_pointer (&self->given, steppe_narrative_text_unref);
  g_free (self->given_title);
  g_array_unref (self->links);
  g_array_unref (self->pieces);
  g_clear_pointer (&self->found, g_array_unref);
  g_ptr_array_unref (self->sources);
  g_object_unref (self->style);
  g_free (self->language);

  G_OBJECT_CLASS (steppe_narrative_view_parent_class)->finalize (object);
}

static void
steppe_narrative_view_class_init (SteppeNarrativeViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = steppe_narrative_view_get_property;
  object_class->set_property = steppe_narrative_view_set_property;
  object_class->dispose = steppe_narrative_view_dispose;
  object_class->finalize = steppe_narrative_view_finalize;
  widget_class->measure = steppe_narrative_view_measure;
  widget_class->size_allocate = steppe_narrative_view_size_allocate;
  widget_class->focus = steppe_narrative_view_focus;
  widget_class->css_changed = steppe_narrative_view_css_changed;
  GTK_TEXT_VIEW_CLASS (klass)->move_cursor = steppe_narrative_view_move_cursor;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = steppe_narrative_view_snapshot_layer;
  steppe_narrative_view_class_init_input (widget_class);

  properties[PROP_FOCUS] = g_param_spec_object ("focus", NULL, NULL, STEPPE_TYPE_FOCUS, flags);
  properties[PROP_NARRATIVE] = g_param_spec_object ("narrative", NULL, NULL, STEPPE_TYPE_NARRATIVE, flags);
  properties[PROP_STYLE] = g_param_spec_object ("style", NULL, NULL, STEPPE_TYPE_READING_STYLE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GSignalGroup *
create_focus_signals (SteppeNarrativeView *self)
{
  GSignalGroup *signals = g_signal_group_new (STEPPE_TYPE_FOCUS);

  g_signal_group_connect_swapped (signals, "notify::dossier", G_CALLBACK (dossier_changed_cb), self);
  g_signal_group_connect_swapped (signals, "notify::selected", G_CALLBACK (selected_changed_cb), self);
  g_signal_group_connect_swapped (signals, "notify::hovered", G_CALLBACK (hovered_changed_cb), self);
  return signals;
}

static void
steppe_narrative_view_init (SteppeNarrativeView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (GtkTextBuffer) buffer = steppe_narrative_buffer_new ();

  self->style = steppe_reading_style_new ();
  self->sources = g_ptr_array_new_with_free_func (g_object_unref);
  self->links = g_array_new (FALSE, FALSE, sizeof (SteppeTextLink));
  g_array_set_clear_func (self->links, steppe_text_link_clear);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (SteppeLinkPiece));
  self->text = steppe_narrative_text_new ("");

  gtk_text_view_set_buffer (view, buffer);
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, FALSE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (view, STEPPE_NARRATIVE_TOP_MARGIN);
  gtk_text_view_set_bottom_margin (view, STEPPE_NARRATIVE_BOTTOM_MARGIN);
  gtk_widget_add_css_class (GTK_WIDGET (self), "narrative");

  self->marks = steppe_mark_list_new (GTK_WIDGET (self), GTK_ACCESSIBLE_ROLE_LINK);
  self->focus_signals = create_focus_signals (self);
  self->dossier_signals = g_signal_group_new (STEPPE_TYPE_DOSSIER);
  g_signal_group_connect_swapped (self->dossier_signals, "notify::languages", G_CALLBACK (steppe_narrative_view_fill), self);
  steppe_narrative_view_init_input (self);
  steppe_narrative_view_init_follow (self);
  g_signal_connect_object (manager, "notify::accent-color", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  steppe_narrative_view_update_typography (self);
}

/**
 * steppe_narrative_view_get_focus:
 * @self: a narrative view
 *
 * Returns: (transfer none) (nullable): what the reader looks at
 */
SteppeFocus *
steppe_narrative_view_get_focus (SteppeNarrativeView *self)
{
  g_return_val_if_fail (STEPPE_IS_NARRATIVE_VIEW (self), NULL);

  return self->focus;
}

/**
 * steppe_narrative_view_set_focus:
 * @self: a narrative view
 * @focus: (nullable): what the reader looks at
 */
void
steppe_narrative_view_set_focus (SteppeNarrativeView *self,
                                 SteppeFocus *focus)
{
  g_return_if_fail (STEPPE_IS_NARRATIVE_VIEW (self));

  if (!g_set_object (&self->focus, focus))
    return;
  g_signal_group_set_target (self->focus_signals, focus);
  self->look.selected = focus != NULL ? steppe_focus_get_selected (focus) : NULL;
  self->look.hovered = NULL;
  self->read_block = -1;
  dossier_changed_cb (self);
  steppe_narrative_view_fill (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOCUS]);
}

/**
 * steppe_narrative_view_get_narrative:
 * @self: a narrative view
 *
 * Returns: (transfer none) (nullable): the narrative that is shown
 */
SteppeNarrative *
steppe_narrative_view_get_narrative (SteppeNarrativeView *self)
{
  g_return_val_if_fail (STEPPE_IS_NARRATIVE_VIEW (self), NULL);

  return self->narrative;
}

/**
 * steppe_narrative_view_set_narrative:
 * @self: a narrative view
 * @narrative: (nullable): the narrative to show, of the focus' dossier
 */
void
steppe_narrative_view_set_narrative (SteppeNarrativeView *self,
                                     SteppeNarrative *narrative)
{
  g_return_if_fail (STEPPE_IS_NARRATIVE_VIEW (self));

  if (!g_set_object (&self->narrative, narrative))
    return;
  steppe_narrative_view_fill (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARRATIVE]);
}

/**
 * steppe_narrative_view_get_style:
 * @self: a narrative view
 *
 * Returns: (transfer none): how the text is set
 */
SteppeReadingStyle *
steppe_narrative_view_get_style (SteppeNarrativeView *self)
{
  g_return_val_if_fail (STEPPE_IS_NARRATIVE_VIEW (self), NULL);

  return self->style;
}

static void
style_changed_cb (SteppeNarrativeView *self,
                  GParamSpec *pspec)
{
  if (g_str_equal (pspec->name, "source-marks"))
    steppe_narrative_view_fill (self);
  else
    steppe_narrative_view_update_typography (self);
}

/**
 * steppe_narrative_view_set_style:
 * @self: a narrative view
 * @style: (nullable): how the text is to be set, now and when that changes; %NULL for the usual way
 */
void
steppe_narrative_view_set_style (SteppeNarrativeView *self,
                                 SteppeReadingStyle *style)
{
  g_autoptr (SteppeReadingStyle) usual = NULL;

  g_return_if_fail (STEPPE_IS_NARRATIVE_VIEW (self));

  if (style == NULL)
    style = usual = steppe_reading_style_new ();
  if (self->style == style)
    return;
  g_signal_handlers_disconnect_by_func (self->style, style_changed_cb, self);
  g_set_object (&self->style, style);
  g_signal_connect_object (style, "notify", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  steppe_narrative_view_fill (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STYLE]);
}

/**
 * steppe_narrative_view_show_selected:
 * @self: a narrative view
 *
 * Scrolls to where the selected item is mentioned, unless that is in view: to the mention that the
 * reader has followed, else to the first.
 */
void
steppe_narrative_view_show_selected (SteppeNarrativeView *self)
{
  SteppeItem *selected = self->look.selected;
  guint link;

  g_return_if_fail (STEPPE_IS_NARRATIVE_VIEW (self));

  if (!steppe_narrative_view_get_focused_link (self, &link) || steppe_narrative_view_nth_link (self, link)->item != selected)
    {
      if (!find_passage (self, selected, &link))
        return;
    }
  if (!steppe_narrative_view_is_link_visible (self, link))
    steppe_narrative_view_scroll_to (self, steppe_narrative_view_nth_link (self, link)->start, TRUE);
}

/**
 * steppe_narrative_view_mentions:
 * @self: a narrative view
 * @item: (nullable): an item
 *
 * Returns: whether the text that is shown mentions it
 */
gboolean
steppe_narrative_view_mentions (SteppeNarrativeView *self,
                                SteppeItem *item)
{
  guint link;

  g_return_val_if_fail (STEPPE_IS_NARRATIVE_VIEW (self), FALSE);

  return find_passage (self, item, &link);
}

/* Where the reader is */

/**
 * steppe_narrative_view_get_position:
 * @self: a narrative view
 *
 * Returns: how far the reader has got: the first character in view, as a part of all from 0 to 1
 */
double
steppe_narrative_view_get_position (SteppeNarrativeView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int n_chars = gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (view));
  GdkRectangle visible;
  GtkTextIter iter;

  g_return_val_if_fail (STEPPE_IS_NARRATIVE_VIEW (self), 0);

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_iter_at_location (view, &iter, visible.x, visible.y);
  return n_chars > 0 && visible.y > 0 ? (double) gtk_text_iter_get_offset (&iter) / n_chars : 0;
}

/**
 * steppe_narrative_view_set_position:
 * @self: a narrative view
 * @position: what [method@NarrativeView.get_position] gave for the same narrative
 *
 * Goes on where the reader was. Letters may have another size since.
 */
void
steppe_narrative_view_set_position (SteppeNarrativeView *self,
                                    double position)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter iter;

  g_return_if_fail (STEPPE_IS_NARRATIVE_VIEW (self));

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) (CLAMP (position, 0, 1) * gtk_text_buffer_get_char_count (buffer)));
  gtk_text_buffer_place_cursor (buffer, &iter);
  self->going = TRUE;
  /* Above the first line is some room. */
  if (position > 0)
    gtk_text_view_scroll_to_mark (view, gtk_text_buffer_get_insert (buffer), 0, TRUE, 0, 0);
  else
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self)), 0);
  self->going = FALSE;
}
