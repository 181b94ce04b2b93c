/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "reader/steppe-narrative-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "model/steppe-item-words.h"
#include "model/steppe-link.h"
#include "reader/steppe-narrative-buffer.h"

/* The column is as wide as this many characters of average width, or as the pane allows. */
#define MEASURE 68
#define MIN_MARGIN 18
#define MIN_WIDTH 200
#define QUIET_ALPHA 0.6f

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
  PROP_FONT_FAMILY,
  PROP_TEXT_SCALE,
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

static SteppeDossier *
get_dossier (SteppeNarrativeView *self)
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

  self->em = measure_em (GTK_WIDGET (self)) * self->text_scale;
  pango_font_description_set_family (font, self->font_family);
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

static void
update_typography (SteppeNarrativeView *self)
{
  measure_font (self);
  get_quiet_color (self, &self->quiet);
  steppe_narrative_buffer_set_typography (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)),
                                          &(SteppeTypography) { self->font_family, self->language, self->em, self->text_scale, self->quiet });
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
update_margins (SteppeNarrativeView *self,
                int width)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int column = ceil (MEASURE * self->char_width);
  int margin = MAX (MIN_MARGIN, (width - column) / 2);

  gtk_text_view_set_left_margin (view, margin);
  gtk_text_view_set_right_margin (view, margin);
}

/* Content */

static SteppeItem *
find_mentioned (SteppeNarrativeView *self,
                const SteppeLink *link)
{
  SteppeDossier *dossier = get_dossier (self);
  SteppeItem *item = NULL;

  if (link->type == STEPPE_LINK_MENTION && dossier != NULL)
    item = steppe_dossier_lookup (dossier, link->target);
  return item != NULL && !STEPPE_IS_NARRATIVE (item) ? item : NULL;
}

static double
get_scale_at (SteppeNarrativeView *self,
              guint offset)
{
  guint n_blocks;
  const SteppeBlock *blocks = steppe_narrative_text_get_blocks (self->text, &n_blocks);
  guint low = 0, high = n_blocks;

  while (low + 1 < high)
    {
      guint middle = low + (high - low) / 2;

      if (blocks[middle].start <= offset)
        low = middle;
      else
        high = middle;
    }
  return n_blocks > 0 && blocks[low].type == STEPPE_BLOCK_HEADING ? steppe_narrative_get_heading_scale (blocks[low].level) : 1;
}

static void
collect_links (SteppeNarrativeView *self)
{
  guint n_links;
  const SteppeLink *links = steppe_narrative_text_get_links (self->text, &n_links);

  g_array_set_size (self->links, 0);
  g_array_set_size (self->pieces, 0);
  for (guint i = 0; i < n_links; i++)
    {
      SteppeTextLink link = { self->text_offset + links[i].start, self->text_offset + links[i].end };
      SteppeItem *item = find_mentioned (self, &links[i]);

      if (links[i].start == links[i].end || (item == NULL && links[i].type == STEPPE_LINK_MENTION))
        continue;
      g_set_object (&link.item, item);
      link.uri = item == NULL ? g_strdup (links[i].target) : NULL;
      link.scale = get_scale_at (self, links[i].start);
      g_array_append_val (self->links, link);
    }
}

static char *
describe_link (SteppeNarrativeView *self,
               const SteppeTextLink *link)
{
  g_autofree char *title = NULL;

  if (link->item == NULL)
    return steppe_link_dup_host (link->uri);
  title = steppe_item_dup_title (link->item, get_dossier (self));
  /* Translators: a kind of item and its title: “Event: Arrival from Kyzyl” */
  return g_strdup_printf (_ ("%s: %s"), steppe_item_kind_get_label (steppe_item_get_kind (link->item)), title);
}

static void
update_marks (SteppeNarrativeView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  steppe_mark_list_begin (self->marks);
  for (guint i = 0; i < self->links->len; i++)
    {
      const SteppeTextLink *link = steppe_narrative_view_nth_link (self, i);
      g_autofree char *key = g_strdup_printf ("%u", i);
      g_autofree char *words = NULL;
      g_autofree char *description = describe_link (self, link);
      SteppeMark *mark = steppe_mark_list_add (self->marks, key, link->item);
      GtkTextIter start, end;

      gtk_text_buffer_get_iter_at_offset (buffer, &start, link->start);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, link->end);
      words = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
      steppe_mark_set_label (mark, words);
      gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
    }
  steppe_mark_list_end (self->marks);
}

static char *
create_byline (SteppeNarrativeView *self,
               SteppeDossier *dossier)
{
  const char *author = steppe_dossier_resolve (dossier, steppe_narrative_get_byline (self->narrative));
  guint n_sources = g_list_model_get_n_items (steppe_dossier_get_items (dossier, STEPPE_ITEM_SOURCE));
  g_autofree char *sources = NULL;

  if (n_sources == 0)
    return g_strdup (author);
  sources = g_strdup_printf (ngettext ("from %'u source", "from %'u sources", n_sources), n_sources);
  if (*author == '\0')
    return g_steal_pointer (&sources);
  /* Translators: who wrote a text, and from how many sources: “The editors · from 95 sources” */
  return g_strdup_printf (_ ("%s · %s"), author, sources);
}

static void
fill (SteppeNarrativeView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  SteppeDossier *dossier = get_dossier (self);
  const char *title = NULL, *written = NULL, *language = NULL;
  g_autofree char *byline = NULL;

  if (self->narrative != NULL && dossier != NULL)
    {
      title = steppe_dossier_resolve (dossier, steppe_item_get_name (STEPPE_ITEM (self->narrative)));
      byline = create_byline (self, dossier);
      written = steppe_text_resolve_tag (steppe_narrative_get_text (self->narrative),
                                         steppe_dossier_get_languages (dossier), &language);
      if (language == NULL)
        language = steppe_dossier_get_language (dossier);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : "", -1);
  g_set_str (&self->language, language);
  g_clear_pointer (&self->text, steppe_narrative_text_unref);
  self->text = steppe_narrative_text_new (written != NULL ? written : "");
  self->text_offset = steppe_narrative_buffer_fill (buffer, title, byline, self->text);
  collect_links (self);
  update_marks (self);
  update_typography (self);
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
  g_signal_group_set_target (self->dossier_signals, get_dossier (self));
}

static void
steppe_narrative_view_size_allocate (GtkWidget *widget,
                                     int width,
                                     int height,
                                     int baseline)
{
  update_margins (STEPPE_NARRATIVE_VIEW (widget), width);
  GTK_WIDGET_CLASS (steppe_narrative_view_parent_class)->size_allocate (widget, width, height, baseline);
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
  if (measure_em (widget) * self->text_scale != self->em || !gdk_rgba_equal (&quiet, &self->quiet))
    update_typography (self);
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
    case PROP_FONT_FAMILY:
      g_value_set_string (value, self->font_family);
      break;
    case PROP_TEXT_SCALE:
      g_value_set_double (value, self->text_scale);
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
    case PROP_FONT_FAMILY:
      steppe_narrative_view_set_font_family (self, g_value_get_string (value));
      break;
    case PROP_TEXT_SCALE:
      steppe_narrative_view_set_text_scale (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_narrative_view_dispose (GObject *object)
{
  SteppeNarrativeView *self = STEPPE_NARRATIVE_VIEW (object);

  g_clear_object (&self->scrolling);
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
  g_array_unref (self->links);
  g_array_unref (self->pieces);
  g_free (self->font_family);
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
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = steppe_narrative_view_snapshot_layer;
  steppe_narrative_view_class_init_input (widget_class);

  properties[PROP_FOCUS] = g_param_spec_object ("focus", NULL, NULL, STEPPE_TYPE_FOCUS, flags);
  properties[PROP_NARRATIVE] = g_param_spec_object ("narrative", NULL, NULL, STEPPE_TYPE_NARRATIVE, flags);
  properties[PROP_FONT_FAMILY] = g_param_spec_string ("font-family", NULL, NULL, "serif", flags);
  properties[PROP_TEXT_SCALE] = g_param_spec_double ("text-scale", NULL, NULL, 0.5, 5, 1, flags);
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

  self->font_family = g_strdup ("serif");
  self->text_scale = 1;
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
  g_signal_group_connect_swapped (self->dossier_signals, "notify::languages", G_CALLBACK (fill), self);
  steppe_narrative_view_init_input (self);
  g_signal_connect_object (manager, "notify::accent-color", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  update_typography (self);
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
  dossier_changed_cb (self);
  fill (self);
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
  fill (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARRATIVE]);
}

/**
 * steppe_narrative_view_get_font_family:
 * @self: a narrative view
 *
 * Returns: the font families of the text, as in CSS
 */
const char *
steppe_narrative_view_get_font_family (SteppeNarrativeView *self)
{
  g_return_val_if_fail (STEPPE_IS_NARRATIVE_VIEW (self), NULL);

  return self->font_family;
}

/**
 * steppe_narrative_view_set_font_family:
 * @self: a narrative view
 * @font_family: the font families of the text, as in CSS
 */
void
steppe_narrative_view_set_font_family (SteppeNarrativeView *self,
                                       const char *font_family)
{
  g_return_if_fail (STEPPE_IS_NARRATIVE_VIEW (self) && font_family != NULL);

  if (!g_set_str (&self->font_family, font_family))
    return;
  update_typography (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FONT_FAMILY]);
}

/**
 * steppe_narrative_view_get_text_scale:
 * @self: a narrative view
 *
 * Returns: the size of the text; 1 is the usual one
 */
double
steppe_narrative_view_get_text_scale (SteppeNarrativeView *self)
{
  g_return_val_if_fail (STEPPE_IS_NARRATIVE_VIEW (self), 1);

  return self->text_scale;
}

/**
 * steppe_narrative_view_set_text_scale:
 * @self: a narrative view
 * @text_scale: the size of the text, from 0.5 to 5; 1 is the usual one
 */
void
steppe_narrative_view_set_text_scale (SteppeNarrativeView *self,
                                      double text_scale)
{
  g_return_if_fail (STEPPE_IS_NARRATIVE_VIEW (self) && text_scale >= 0.5 && text_scale <= 5);

  if (self->text_scale == text_scale)
    return;
  self->text_scale = text_scale;
  update_typography (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT_SCALE]);
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
    steppe_narrative_view_scroll_to_link (self, link, TRUE);
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
