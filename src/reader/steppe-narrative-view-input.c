/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/steppe-narrative-view-private.h"

/* How a narrative view is scrolled, pointed at and used by keyboard. */

#define SCROLL_MS 350

/* Scrolling */

/**
 * steppe_narrative_view_is_link_visible:
 * @self: a view
 * @link: which of its links
 *
 * Returns: whether the reader sees where the link begins
 */
gboolean
steppe_narrative_view_is_link_visible (SteppeNarrativeView *self,
                                       guint link)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle visible, area;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, steppe_narrative_view_nth_link (self, link)->start);
  gtk_text_view_get_iter_location (view, &iter, &area);
  gtk_text_view_get_visible_rect (view, &visible);
  return area.y >= visible.y && area.y + area.height <= visible.y + visible.height;
}

/**
 * steppe_narrative_view_scroll_to:
 * @self: a view
 * @offset: a place in its buffer, in characters
 * @gently: whether to go there by and by
 *
 * Lets the reader see what is there.
 */
void
steppe_narrative_view_scroll_to (SteppeNarrativeView *self,
                                 guint offset,
                                 gboolean gently)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));
  GtkTextIter iter;
  GdkRectangle area;
  double page, target;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) offset);
  gtk_text_buffer_place_cursor (buffer, &iter);
  /* Before the text is laid out there is no way to go by and by. */
  if (!gently || !gtk_widget_get_mapped (GTK_WIDGET (self)) || gtk_adjustment_get_upper (adjustment) <= gtk_adjustment_get_page_size (adjustment))
    {
      self->going = TRUE;
      gtk_text_view_scroll_to_mark (view, gtk_text_buffer_get_insert (buffer), 0.2, FALSE, 0, 0);
      self->going = FALSE;
      return;
    }
  gtk_text_view_get_iter_location (view, &iter, &area);
  page = gtk_adjustment_get_page_size (adjustment);
  target = CLAMP (STEPPE_NARRATIVE_TOP_MARGIN + area.y - page / 3, 0, MAX (0, gtk_adjustment_get_upper (adjustment) - page));
  adw_timed_animation_set_value_from (ADW_TIMED_ANIMATION (self->scrolling), gtk_adjustment_get_value (adjustment));
  adw_timed_animation_set_value_to (ADW_TIMED_ANIMATION (self->scrolling), target);
  adw_animation_play (self->scrolling);
}

static void
scroll_step_cb (double value,
                gpointer user_data)
{
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (user_data)), value);
}

/* Heights of paragraphs that were never shown are guesses, so the end of the way may be wrong. */
static void
scroll_done_cb (SteppeNarrativeView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->going = TRUE;
  gtk_text_view_scroll_mark_onscreen (view, gtk_text_buffer_get_insert (gtk_text_view_get_buffer (view)));
  self->going = FALSE;
}

static gboolean
scrolled_by_hand_cb (SteppeNarrativeView *self)
{
  adw_animation_pause (self->scrolling);
  return GDK_EVENT_PROPAGATE;
}

/* Following links */

static void
point_at (SteppeNarrativeView *self,
          SteppeItem *item)
{
  if (self->focus == NULL || self->pointed == item)
    return;
  g_set_object (&self->pointed, item);
  steppe_focus_set_hovered (self->focus, item);
}

static void
follow_link (SteppeNarrativeView *self,
             guint n)
{
  const SteppeTextLink *link = steppe_narrative_view_nth_link (self, n);
  GtkWidget *widget = GTK_WIDGET (self);

  if (link->item == NULL)
    {
      gtk_widget_activate_action (widget, "reader.open-link", "s", link->uri);
    }
  else if (link->is_note || steppe_focus_get_selected (self->focus) == link->item)
    {
      gtk_widget_activate_action (widget, "reader.open-page", "s", steppe_item_get_id (link->item));
    }
  else
    {
      steppe_mark_list_set_focused (self->marks, steppe_mark_list_get_nth (self->marks, n));
      steppe_focus_set_selected (self->focus, link->item);
    }
}

/* The part of a link at a place of the widget. */
static const SteppeLinkPiece *
find_piece_at (SteppeNarrativeView *self,
               double x,
               double y)
{
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const SteppeLinkPiece *piece = &g_array_index (self->pieces, SteppeLinkPiece, i);

      if (graphene_rect_contains_point (&piece->area, &GRAPHENE_POINT_INIT (buffer_x, buffer_y)))
        return piece;
    }
  return NULL;
}

static gboolean
find_link_at (SteppeNarrativeView *self,
              double x,
              double y,
              guint *link)
{
  const SteppeLinkPiece *piece = find_piece_at (self, x, y);

  if (piece != NULL)
    *link = piece->link;
  return piece != NULL;
}

/* Brings the card about what a link mentions, which comes when the pointer rests there. */
static void
hover_card (SteppeNarrativeView *self,
            const SteppeLinkPiece *piece)
{
  GdkRectangle area;

  if (piece == NULL)
    {
      steppe_hover_card_leave (self->card);
      return;
    }
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET,
                                         (int) piece->area.origin.x, (int) piece->area.origin.y, &area.x, &area.y);
  area.width = (int) piece->area.size.width;
  area.height = (int) piece->area.size.height;
  steppe_hover_card_hover (self->card, steppe_narrative_view_nth_link (self, piece->link)->item,
                           steppe_narrative_view_get_dossier (self), &area);
}

static void
motion_cb (SteppeNarrativeView *self,
           double x,
           double y)
{
  guint link;
  gboolean found = find_link_at (self, x, y, &link);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), found ? "pointer" : "text");
  point_at (self, found ? steppe_narrative_view_nth_link (self, link)->item : NULL);
  hover_card (self, found && steppe_narrative_view_nth_link (self, link)->item != NULL ? find_piece_at (self, x, y) : NULL);
}

static void
leave_cb (SteppeNarrativeView *self)
{
  point_at (self, NULL);
  hover_card (self, NULL);
}

static void
released_cb (SteppeNarrativeView *self,
             int n_press,
             double x,
             double y)
{
  guint link;

  if (n_press != 1 || gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))))
    return;
  self->by_keyboard = FALSE;
  if (find_link_at (self, x, y, &link))
    follow_link (self, link);
}

/* Keyboard */

/**
 * steppe_narrative_view_get_focused_link:
 * @self: a view
 * @link: (out): which of its links
 *
 * Returns: whether a link has the keyboard's attention
 */
gboolean
steppe_narrative_view_get_focused_link (SteppeNarrativeView *self,
                                        guint *link)
{
  SteppeMark *focused = steppe_mark_list_get_focused (self->marks);

  for (guint i = 0; focused != NULL && i < self->links->len; i++)
    if (steppe_mark_list_get_nth (self->marks, i) == focused)
      {
        *link = i;
        return TRUE;
      }
  return FALSE;
}

/* Coming in by keyboard, the reader goes on where they read: at the first mention in view, or the
 * last. Before the text is laid out none is in view. */
static gboolean
focus_in_view (SteppeNarrativeView *self,
               int step)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  GdkRectangle visible;
  guint link;

  gtk_text_view_get_visible_rect (view, &visible);
  if (visible.height <= 0 || self->links->len == 0)
    return FALSE;
  gtk_text_view_get_iter_at_location (view, &iter, visible.x, step > 0 ? visible.y : visible.y + visible.height);
  link = steppe_text_links_find (self->links, gtk_text_iter_get_offset (&iter));
  if (step < 0 && link > 0)
    link--;
  link = MIN (link, self->links->len - 1);
  steppe_mark_list_set_focused (self->marks, steppe_mark_list_get_nth (self->marks, link));
  return TRUE;
}

static void
show_focused (SteppeNarrativeView *self)
{
  guint link;

  if (!steppe_narrative_view_get_focused_link (self, &link))
    return;
  self->by_keyboard = TRUE;
  point_at (self, steppe_narrative_view_nth_link (self, link)->item);
  if (!steppe_narrative_view_is_link_visible (self, link))
    steppe_narrative_view_scroll_to (self, steppe_narrative_view_nth_link (self, link)->start, FALSE);
}

static gboolean
is_on_note (SteppeNarrativeView *self)
{
  guint link;

  return steppe_narrative_view_get_focused_link (self, &link) && steppe_narrative_view_nth_link (self, link)->is_note;
}

/* Tab goes from mention to mention, arrows also to the marks of sources between them. */
static gboolean
move_focus (SteppeNarrativeView *self,
            int step,
            gboolean with_notes)
{
  gboolean moved;

  if (steppe_mark_list_get_focused (self->marks) == NULL)
    moved = focus_in_view (self, step);
  else
    moved = steppe_mark_list_move_focus (self->marks, step);
  while (moved && !with_notes && is_on_note (self))
    moved = steppe_mark_list_move_focus (self->marks, step);
  if (moved)
    show_focused (self);
  else
    point_at (self, NULL);
  return moved;
}

/**
 * steppe_narrative_view_tab:
 * @self: a view
 * @step: 1 for Tab, −1 for Shift+Tab
 *
 * Moves the keyboard's attention from mention to mention, or into the view.
 *
 * Returns: whether it is in the view now; if not, it goes on to the next widget
 */
gboolean
steppe_narrative_view_tab (SteppeNarrativeView *self,
                           int step)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (gtk_widget_has_focus (widget))
    return move_focus (self, step, FALSE);
  if (!gtk_widget_grab_focus (widget))
    return FALSE;
  steppe_mark_list_set_focused (self->marks, NULL);
  move_focus (self, step, FALSE);
  return TRUE;
}

/**
 * steppe_narrative_view_move_cursor:
 * @view: a view
 * @step: by what to move
 * @count: how many of that
 * @extend_selection: whether to select what is moved over
 *
 * What the arrows and their kin do. There is no cursor in the text: left and right go from link to link.
 */
void
steppe_narrative_view_move_cursor (GtkTextView *view,
                                   GtkMovementStep step,
                                   int count,
                                   gboolean extend_selection)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (view)) == GTK_TEXT_DIR_RTL;

  if (step == GTK_MOVEMENT_VISUAL_POSITIONS && !extend_selection)
    move_focus (STEPPE_NARRATIVE_VIEW (view), is_rtl ? -count : count, TRUE);
  else
    GTK_TEXT_VIEW_CLASS (g_type_class_peek (GTK_TYPE_TEXT_VIEW))->move_cursor (view, step, count, extend_selection);
}

static void
follow_cb (SteppeNarrativeView *self)
{
  guint link;

  if (steppe_narrative_view_get_focused_link (self, &link))
    follow_link (self, link);
}

/**
 * steppe_narrative_view_class_init_input:
 * @widget_class: the class
 *
 * Gives the class its keys.
 */
void
steppe_narrative_view_class_init_input (GtkWidgetClass *widget_class)
{
  static const guint follow_keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space, GDK_KEY_KP_Space };

  /**
   * SteppeNarrativeView::follow:
   * @self: a narrative view
   *
   * Follows the link that has the keyboard's attention.
   */
  g_signal_new_class_handler ("follow", G_OBJECT_CLASS_TYPE (widget_class), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                              G_CALLBACK (follow_cb), NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal_from_name (widget_class, "follow");
  for (guint i = 0; i < G_N_ELEMENTS (follow_keys); i++)
    gtk_widget_class_add_binding_signal (widget_class, follow_keys[i], 0, "follow", NULL);
}

/**
 * steppe_narrative_view_init_input:
 * @self: a view that is being made
 *
 * Lets it be pointed at, and its scrolling be interrupted.
 */
void
steppe_narrative_view_init_input (SteppeNarrativeView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *click = gtk_gesture_click_new ();
  AdwAnimationTarget *target = adw_callback_animation_target_new (scroll_step_cb, self, NULL);

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scrolled_by_hand_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  self->card = STEPPE_HOVER_CARD (steppe_hover_card_new ());
  steppe_hover_card_attach (self->card, GTK_WIDGET (self));
  self->scrolling = adw_timed_animation_new (GTK_WIDGET (self), 0, 0, SCROLL_MS, target);
  g_signal_connect_swapped (self->scrolling, "done", G_CALLBACK (scroll_done_cb), self);
}
