/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"
#include "widgets/steppe-hover-card.h"

#include <adwaita.h>

#include "model/steppe-item-words.h"
#include "widgets/steppe-item-icon.h"
#include "widgets/steppe-sign-paintable.h"

/* Milliseconds that the pointer rests on an event before the card comes, as it does for GTK's tooltips. */
#define HOVER_DELAY 500
/* Milliseconds that the pointer may take from one event to the next with the card staying. */
#define LEAVE_DELAY 100
/* Microseconds after the pointer has left in which the card comes back at once, as GTK's tooltips do. */
#define BROWSE_TIME (500 * 1000)

#define MAX_WIDTH 320 /* in pixels at a text scale of 1 */
#define WINDOW_MARGIN 12 /* pixels */
#define FRAME 36 /* pixels: about what the padding of a card and its arrow take of its height */
#define MAX_TITLE_LINES 2
#define MAX_FACTS_LINES 3
#define MAX_SUMMARY_LINES 4
/* More characters than the lines of a card hold. */
#define MAX_CHARACTERS 600

/**
 * SteppeHoverCard:
 *
 * What there is to know about an item at a glance, beside the place at which a widget shows it. It comes when the
 * pointer rests there, in place of a tooltip, and takes neither the pointer nor the keyboard: what is under it can be
 * pointed at as if it were not there. Escape hides it.
 *
 * Its parent calls [method@Gtk.Popover.present] for it in allocation, as for any popover.
 */
struct _SteppeHoverCard
{
  GtkPopover parent_instance;

  AdwClamp *clamp;
  GtkImage *sign;
  GtkLabel *title;
  GtkLabel *facts;
  GtkLabel *standing;
  GtkLabel *summary;

  SteppeItem *item; /* that is shown, or is to be after a while */
  SteppeDossier *dossier;
  GdkRectangle area;
  guint timeout; /* to show or to hide */
  gboolean size_checked; /* that the window system gave another size than was asked for */
  gint64 left_at; /* when the pointer left and the card went, 0 for other reasons to go */
  gboolean by_key; /* it follows the keyboard rather than the pointer */
  SteppeItem *dismissed; /* not to be shown again before the pointer has left it */
};

G_DEFINE_FINAL_TYPE (SteppeHoverCard, steppe_hover_card, GTK_TYPE_POPOVER)

static gboolean
is_shown (SteppeHoverCard *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self));
}

/* The lines of a label are counted by paragraph, so that there is to be only one. */
static void
set_words (GtkLabel *label,
           const char *words)
{
  gboolean is_empty = words == NULL || *words == '\0';
  g_autofree char *line = is_empty ? g_strdup ("") : g_utf8_substring (words, 0, MIN (MAX_CHARACTERS, g_utf8_strlen (words, -1)));

  g_strdelimit (line, "\r\n", ' ');
  gtk_label_set_text (label, line);
  gtk_widget_set_visible (GTK_WIDGET (label), !is_empty);
}

/* How sure the event is: “confirmed · 3 sources · medium confidence”. */
static char *
create_standing (SteppeItem *item)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *status = steppe_item_get_status_label (item);
  const char *confidence = steppe_confidence_get_label (steppe_item_get_confidence (item));
  g_autofree char *source_count = steppe_item_dup_source_count (item);
  g_auto (GStrv) words = NULL;

  g_strv_builder_add (builder, status != NULL ? status : steppe_item_kind_get_label (steppe_item_get_kind (item)));
  if (source_count != NULL)
    g_strv_builder_add (builder, source_count);
  if (confidence != NULL)
    g_strv_builder_add (builder, confidence);
  words = g_strv_builder_end (builder);
  return g_strjoinv (" · ", words);
}

static void
show_sign (SteppeHoverCard *self)
{
  g_autoptr (GdkPaintable) sign = NULL;

  if (!STEPPE_IS_EVENT (self->item))
    {
      gtk_image_set_from_icon_name (self->sign, steppe_item_kind_get_icon_name (steppe_item_get_kind (self->item)));
      return;
    }
  sign = steppe_sign_paintable_new (steppe_event_get_kind (STEPPE_EVENT (self->item)), steppe_event_get_status (STEPPE_EVENT (self->item)));
  gtk_image_set_from_paintable (self->sign, sign);
}

static void
update (SteppeHoverCard *self)
{
  g_autofree char *title = steppe_item_dup_title (self->item, self->dossier);
  g_autofree char *facts = steppe_item_dup_facts (self->item, self->dossier);
  g_autofree char *standing = create_standing (self->item);
  const char *summary = steppe_dossier_resolve (self->dossier, steppe_item_get_summary (self->item));

  show_sign (self);
  set_words (self->title, title);
  set_words (self->facts, facts);
  set_words (self->standing, standing);
  /* The facts of what has no date are its summary. */
  set_words (self->summary, g_strcmp0 (facts, summary) != 0 ? summary : "");
}

/* A card that has room neither above nor below its event would not be shown at all: rather less of the summary is. */
static void
fit (SteppeHoverCard *self,
     double room)
{
  GtkRequisition natural;

  for (int n_lines = MAX_SUMMARY_LINES; gtk_widget_get_visible (GTK_WIDGET (self->summary)); n_lines--)
    {
      gtk_label_set_lines (self->summary, MAX (1, n_lines));
      gtk_widget_set_visible (GTK_WIDGET (self->summary), n_lines > 0);
      gtk_widget_get_preferred_size (GTK_WIDGET (self->clamp), NULL, &natural);
      if (natural.height + FRAME <= room)
        return;
    }
}

/* The card is on the side on which the window has more room, and no larger than that. */
static void
place (SteppeHoverCard *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (parent));
  graphene_rect_t bounds;
  double window_width, above, below;

  if (root == NULL || !gtk_widget_compute_bounds (parent, root, &bounds))
    return;
  window_width = adw_length_unit_from_px (ADW_LENGTH_UNIT_SP, MAX (1, gtk_widget_get_width (root) - 2 * WINDOW_MARGIN),
                                          gtk_widget_get_settings (root));
  adw_clamp_set_maximum_size (self->clamp, (int) MIN (MAX_WIDTH, window_width));
  adw_clamp_set_tightening_threshold (self->clamp, (int) MIN (MAX_WIDTH, window_width));
  above = bounds.origin.y + self->area.y;
  below = gtk_widget_get_height (root) - above - self->area.height;
  fit (self, MAX (above, below));
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &self->area);
  gtk_popover_set_position (GTK_POPOVER (self), above > below ? GTK_POS_TOP : GTK_POS_BOTTOM);
}

static void
set_item (SteppeHoverCard *self,
          SteppeItem *item,
          SteppeDossier *dossier,
          const GdkRectangle *area)
{
  g_set_object (&self->item, item);
  g_set_object (&self->dossier, dossier);
  self->area = *area;
}

static void
hide (SteppeHoverCard *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_clear_object (&self->item);
  g_clear_object (&self->dossier);
}

static void
show_cb (gpointer user_data)
{
  SteppeHoverCard *self = user_data;

  self->timeout = 0;
  self->size_checked = FALSE;
  update (self);
  place (self);
  gtk_popover_popup (GTK_POPOVER (self));
}

static void
leave_cb (gpointer user_data)
{
  SteppeHoverCard *self = user_data;

  self->timeout = 0;
  self->left_at = g_get_monotonic_time ();
  hide (self);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant *arguments,
           gpointer user_data)
{
  return steppe_hover_card_dismiss (STEPPE_HOVER_CARD (widget));
}

static gboolean
resize_cb (GtkWidget *widget,
           GdkFrameClock *clock,
           gpointer user_data)
{
  gtk_widget_queue_resize (widget);
  return G_SOURCE_REMOVE;
}

/* On X11, a card that went as soon as it came may come back with the size it had then, and over its event. Asks once
 * again for the right one. */
static void
check_size (SteppeHoverCard *self,
            int height)
{
  GtkRequisition natural;

  gtk_widget_get_preferred_size (GTK_WIDGET (self), NULL, &natural);
  if (height == natural.height || self->size_checked)
    return;
  self->size_checked = TRUE;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), resize_cb, NULL, NULL);
}

/* What is under the card is to get what the pointer does. */
static void
steppe_hover_card_size_allocate (GtkWidget *widget,
                                 int width,
                                 int height,
                                 int baseline)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (widget));
  cairo_region_t *nothing = cairo_region_create ();

  GTK_WIDGET_CLASS (steppe_hover_card_parent_class)->size_allocate (widget, width, height, baseline);

  check_size (STEPPE_HOVER_CARD (widget), gdk_surface_get_height (surface));
  gdk_surface_set_input_region (surface, nothing);
  cairo_region_destroy (nothing);
}

static void
steppe_hover_card_dispose (GObject *object)
{
  SteppeHoverCard *self = STEPPE_HOVER_CARD (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->item);
  g_clear_object (&self->dossier);
  g_clear_object (&self->dismissed);

  G_OBJECT_CLASS (steppe_hover_card_parent_class)->dispose (object);
}

static void
steppe_hover_card_class_init (SteppeHoverCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steppe_hover_card_dispose;
  widget_class->size_allocate = steppe_hover_card_size_allocate;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLTIP);
}

static GtkLabel *
create_label (int n_lines,
              const char *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (label, n_lines);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  return label;
}

static GtkWidget *
create_content (SteppeHoverCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->sign = GTK_IMAGE (gtk_image_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->sign), GTK_ALIGN_START);
  self->title = create_label (MAX_TITLE_LINES, "heading");
  gtk_box_append (GTK_BOX (heading), GTK_WIDGET (self->sign));
  gtk_box_append (GTK_BOX (heading), GTK_WIDGET (self->title));

  self->facts = create_label (MAX_FACTS_LINES, NULL);
  self->standing = create_label (MAX_FACTS_LINES, "dimmed");
  self->summary = create_label (MAX_SUMMARY_LINES, NULL);
  gtk_widget_set_margin_top (GTK_WIDGET (self->summary), 3);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->facts));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->standing));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->summary));
  return box;
}

/* Wherever in the window the keyboard is, the first Escape is for the card. */
static void
add_escape (SteppeHoverCard *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
closed_cb (SteppeHoverCard *self)
{
  self->by_key = FALSE;
}

static void
steppe_hover_card_init (SteppeHoverCard *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->clamp = ADW_CLAMP (adw_clamp_new ());
  adw_clamp_set_unit (self->clamp, ADW_LENGTH_UNIT_SP);
  adw_clamp_set_child (self->clamp, create_content (self));
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->clamp));
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_widget_set_can_target (widget, FALSE);
  gtk_widget_set_can_focus (widget, FALSE);
  gtk_widget_add_css_class (widget, "hover-card");
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
  add_escape (self);
}

/**
 * steppe_hover_card_new:
 *
 * Returns: (transfer floating): a card that is not shown; give it a parent
 */
GtkWidget *
steppe_hover_card_new (void)
{
  return g_object_new (STEPPE_TYPE_HOVER_CARD, NULL);
}

static void
focus_left_cb (SteppeHoverCard *self)
{
  if (self->by_key)
    steppe_hover_card_dismiss (self);
}

/* Whoever does something else wants to see it. The card for the event that the keyboard is on follows the keyboard. */
static gboolean
event_cb (SteppeHoverCard *self,
          GdkEvent *event)
{
  switch ((guint) gdk_event_get_event_type (event))
    {
    case GDK_KEY_PRESS:
      if (!self->by_key && !gdk_key_event_is_modifier (event) && gdk_key_event_get_keyval (event) != GDK_KEY_Escape)
        steppe_hover_card_dismiss (self);
      break;
    case GDK_BUTTON_PRESS:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
    case GDK_TOUCHPAD_PINCH:
      steppe_hover_card_dismiss (self);
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

/**
 * steppe_hover_card_attach:
 * @self: a card without a parent
 * @widget: the widget that shows events
 *
 * Makes @widget the card's parent, and lets the card go when something is done in it.
 */
void
steppe_hover_card_attach (SteppeHoverCard *self,
                          GtkWidget *widget)
{
  GtkEventController *all = gtk_event_controller_legacy_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_return_if_fail (STEPPE_IS_HOVER_CARD (self) && GTK_IS_WIDGET (widget));

  gtk_widget_set_parent (GTK_WIDGET (self), widget);
  gtk_event_controller_set_propagation_phase (all, GTK_PHASE_CAPTURE);
  g_signal_connect_object (all, "event", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, all);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, focus);
  g_signal_connect_object (widget, "unmap", G_CALLBACK (steppe_hover_card_dismiss), self, G_CONNECT_SWAPPED);
}

/**
 * steppe_hover_card_set_by_key:
 * @self: a card
 * @by_key: whether it follows the keyboard rather than the pointer; a card that is closed does not any more
 */
void
steppe_hover_card_set_by_key (SteppeHoverCard *self,
                              gboolean by_key)
{
  g_return_if_fail (STEPPE_IS_HOVER_CARD (self));

  self->by_key = by_key;
}

/**
 * steppe_hover_card_is_by_key:
 * @self: a card
 *
 * Returns: whether it follows the keyboard rather than the pointer
 */
gboolean
steppe_hover_card_is_by_key (SteppeHoverCard *self)
{
  g_return_val_if_fail (STEPPE_IS_HOVER_CARD (self), FALSE);

  return self->by_key;
}

/**
 * steppe_hover_card_show:
 * @self: a card with a parent
 * @item: an item of @dossier
 * @dossier: the dossier
 * @area: where the parent shows the item, in its pixels; the card does not cover it
 *
 * Shows the card at once, or moves it.
 */
void
steppe_hover_card_show (SteppeHoverCard *self,
                        SteppeItem *item,
                        SteppeDossier *dossier,
                        const GdkRectangle *area)
{
  g_return_if_fail (STEPPE_IS_HOVER_CARD (self) && STEPPE_IS_ITEM (item) && STEPPE_IS_DOSSIER (dossier) && area != NULL);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (is_shown (self) && self->item == item && gdk_rectangle_equal (&self->area, area))
    return;
  set_item (self, item, dossier, area);
  show_cb (self);
}

/**
 * steppe_hover_card_hover:
 * @self: a card with a parent
 * @item: an item of @dossier
 * @dossier: the dossier
 * @area: where the parent shows the item, in its pixels; the card does not cover it
 *
 * The pointer moves on an item. The card comes when it rests there, or at once if the card is shown for another item
 * or was a moment ago. It does not come for an item for which it was dismissed, until the pointer has left that.
 */
void
steppe_hover_card_hover (SteppeHoverCard *self,
                         SteppeItem *item,
                         SteppeDossier *dossier,
                         const GdkRectangle *area)
{
  g_return_if_fail (STEPPE_IS_HOVER_CARD (self) && STEPPE_IS_ITEM (item) && STEPPE_IS_DOSSIER (dossier) && area != NULL);

  if (item == self->dismissed)
    return;
  g_clear_object (&self->dismissed);
  if (is_shown (self) || g_get_monotonic_time () - self->left_at < BROWSE_TIME)
    {
      steppe_hover_card_show (self, item, dossier, area);
      return;
    }
  g_clear_handle_id (&self->timeout, g_source_remove);
  set_item (self, item, dossier, area);
  self->timeout = g_timeout_add_once (HOVER_DELAY, show_cb, self);
}

/**
 * steppe_hover_card_leave:
 * @self: a card
 *
 * The pointer is on no event any more. The card goes unless there is another in a moment.
 */
void
steppe_hover_card_leave (SteppeHoverCard *self)
{
  g_return_if_fail (STEPPE_IS_HOVER_CARD (self));

  g_clear_object (&self->dismissed);
  if (!is_shown (self))
    hide (self);
  else if (self->timeout == 0)
    self->timeout = g_timeout_add_once (LEAVE_DELAY, leave_cb, self);
}

/**
 * steppe_hover_card_dismiss:
 * @self: a card
 *
 * Hides the card at once: something else is done now.
 *
 * Returns: whether it was shown
 */
gboolean
steppe_hover_card_dismiss (SteppeHoverCard *self)
{
  gboolean was_shown;

  g_return_val_if_fail (STEPPE_IS_HOVER_CARD (self), FALSE);

  was_shown = is_shown (self);
  if (self->item != NULL)
    g_set_object (&self->dismissed, self->item);
  self->left_at = 0;
  hide (self);
  return was_shown;
}

/**
 * steppe_hover_card_get_item:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): the item that it is shown for, %NULL while it is not
 */
SteppeItem *
steppe_hover_card_get_item (SteppeHoverCard *self)
{
  g_return_val_if_fail (STEPPE_IS_HOVER_CARD (self), NULL);

  return is_shown (self) ? self->item : NULL;
}
