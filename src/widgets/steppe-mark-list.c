/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/steppe-mark-list.h"

/**
 * SteppeMarkList:
 *
 * The marks that a widget shows now, in reading order. The widget says after each layout which
 * they are; a mark that stays is the same object, so that assistive technology does not lose it.
 * One mark at the most has the keyboard's attention.
 *
 * The widget implements [iface@Gtk.Accessible] with the first mark as its first accessible child.
 */
struct _SteppeMarkList
{
  GObject parent_instance;

  GtkWidget *widget; /* owns the list */
  GtkAccessibleRole role;
  GtkAccessible *after; /* weak */
  GPtrArray *marks;
  GPtrArray *coming; /* being added, between begin and end */
  GHashTable *by_key; /* key → mark of marks */
  GHashTable *coming_by_key;
  SteppeMark *focused; /* one of marks */
};

G_DEFINE_FINAL_TYPE (SteppeMarkList, steppe_mark_list, G_TYPE_OBJECT)

static void
steppe_mark_list_finalize (GObject *object)
{
  SteppeMarkList *self = STEPPE_MARK_LIST (object);

  g_clear_weak_pointer (&self->after);
  g_clear_pointer (&self->by_key, g_hash_table_unref);
  g_clear_pointer (&self->coming_by_key, g_hash_table_unref);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_pointer (&self->coming, g_ptr_array_unref);

  G_OBJECT_CLASS (steppe_mark_list_parent_class)->finalize (object);
}

static void
steppe_mark_list_class_init (SteppeMarkListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = steppe_mark_list_finalize;
}

static GHashTable *
create_key_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
steppe_mark_list_init (SteppeMarkList *self)
{
  self->marks = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_key = create_key_table ();
}

/**
 * steppe_mark_list_new:
 * @widget: the widget that shows the marks and owns the list
 * @role: what its marks are to assistive technology
 *
 * Returns: (transfer full): a list with no marks
 */
SteppeMarkList *
steppe_mark_list_new (GtkWidget *widget,
                      GtkAccessibleRole role)
{
  SteppeMarkList *self = g_object_new (STEPPE_TYPE_MARK_LIST, NULL);

  self->widget = widget;
  self->role = role;
  return self;
}

/**
 * steppe_mark_list_begin:
 * @self: a list of marks
 *
 * Begins to say which marks there are now.
 */
void
steppe_mark_list_begin (SteppeMarkList *self)
{
  g_return_if_fail (STEPPE_IS_MARK_LIST (self) && self->coming == NULL);

  self->coming = g_ptr_array_new_with_free_func (g_object_unref);
  self->coming_by_key = create_key_table ();
}

/**
 * steppe_mark_list_add:
 * @self: a list of marks, between begin and end
 * @key: what tells the mark from the others, such as the id of its item
 * @item: (nullable): the item it stands for
 *
 * Adds the next mark in reading order. The caller sets its label and bounds.
 *
 * Returns: (transfer none): the mark with that key, the one of before where there was one
 */
SteppeMark *
steppe_mark_list_add (SteppeMarkList *self,
                      const char *key,
                      SteppeItem *item)
{
  SteppeMark *mark;

  g_return_val_if_fail (STEPPE_IS_MARK_LIST (self) && self->coming != NULL, NULL);

  mark = g_hash_table_lookup (self->by_key, key);
  if (mark != NULL && steppe_mark_get_item (mark) == item)
    g_object_ref (mark);
  else
    mark = steppe_mark_new (self->widget, item, self->role);
  g_ptr_array_add (self->coming, mark);
  g_hash_table_insert (self->coming_by_key, g_strdup (key), mark);
  return mark;
}

static gboolean
same_marks (SteppeMarkList *self)
{
  if (self->marks->len != self->coming->len)
    return FALSE;
  for (guint i = 0; i < self->marks->len; i++)
    if (g_ptr_array_index (self->marks, i) != g_ptr_array_index (self->coming, i))
      return FALSE;
  return TRUE;
}

/* Tells each mark which comes after it. */
static void
chain (SteppeMarkList *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      SteppeMark *mark = g_ptr_array_index (self->marks, i);
      GtkAccessible *next = i + 1 < self->marks->len ? g_ptr_array_index (self->marks, i + 1) : self->after;

      steppe_mark_set_next (mark, next);
      gtk_accessible_set_accessible_parent (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE (self->widget), next);
    }
}

/**
 * steppe_mark_list_set_after:
 * @self: a list of marks
 * @after: (nullable): what comes after the last mark, such as the first child of the widget; not
 *   kept alive by it
 */
void
steppe_mark_list_set_after (SteppeMarkList *self,
                            GtkAccessible *after)
{
  g_return_if_fail (STEPPE_IS_MARK_LIST (self));

  if (self->after == after)
    return;
  g_set_weak_pointer (&self->after, after);
  chain (self);
}

/**
 * steppe_mark_list_end:
 * @self: a list of marks
 *
 * All marks are added; those of before that were not added again are gone.
 */
void
steppe_mark_list_end (SteppeMarkList *self)
{
  gboolean same;

  g_return_if_fail (STEPPE_IS_MARK_LIST (self) && self->coming != NULL);

  same = same_marks (self);
  if (self->focused != NULL && !g_ptr_array_find (self->coming, self->focused, NULL))
    steppe_mark_list_set_focused (self, NULL);

  g_hash_table_unref (self->by_key);
  self->by_key = g_steal_pointer (&self->coming_by_key);
  g_ptr_array_unref (self->marks);
  self->marks = g_steal_pointer (&self->coming);
  if (same)
    return;
  chain (self);
}

/**
 * steppe_mark_list_get_nth:
 * @self: a list of marks
 * @n: which, in reading order
 *
 * Returns: (transfer none) (nullable): the mark, %NULL when there are not so many
 */
SteppeMark *
steppe_mark_list_get_nth (SteppeMarkList *self,
                          guint n)
{
  g_return_val_if_fail (STEPPE_IS_MARK_LIST (self), NULL);

  return n < self->marks->len ? g_ptr_array_index (self->marks, n) : NULL;
}

/**
 * steppe_mark_list_find_item:
 * @self: a list of marks
 * @item: (nullable): an item
 *
 * Returns: (transfer none) (nullable): the first mark that stands for @item
 */
SteppeMark *
steppe_mark_list_find_item (SteppeMarkList *self,
                            SteppeItem *item)
{
  g_return_val_if_fail (STEPPE_IS_MARK_LIST (self), NULL);

  for (guint i = 0; item != NULL && i < self->marks->len; i++)
    if (steppe_mark_get_item (g_ptr_array_index (self->marks, i)) == item)
      return g_ptr_array_index (self->marks, i);
  return NULL;
}

/**
 * steppe_mark_list_get_focused:
 * @self: a list of marks
 *
 * Returns: (transfer none) (nullable): the mark with the keyboard's attention
 */
SteppeMark *
steppe_mark_list_get_focused (SteppeMarkList *self)
{
  g_return_val_if_fail (STEPPE_IS_MARK_LIST (self), NULL);

  return self->focused;
}

/**
 * steppe_mark_list_set_focused:
 * @self: a list of marks
 * @mark: (nullable): the mark to have the keyboard's attention
 */
void
steppe_mark_list_set_focused (SteppeMarkList *self,
                              SteppeMark *mark)
{
  g_return_if_fail (STEPPE_IS_MARK_LIST (self));

  if (self->focused == mark)
    return;
  if (self->focused != NULL)
    steppe_mark_set_focused (self->focused, FALSE);
  self->focused = mark;
  if (mark != NULL)
    {
      steppe_mark_set_focused (mark, TRUE);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (self->widget), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, mark, -1);
    }
  else
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->widget), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
    }
  gtk_widget_queue_draw (self->widget);
}

/**
 * steppe_mark_list_move_focus:
 * @self: a list of marks
 * @step: 1 to the next mark in reading order, −1 to the one before
 *
 * Moves the keyboard's attention; from nowhere to the first or the last.
 *
 * Returns: whether there was a mark to move to; if not, none has it any more
 */
gboolean
steppe_mark_list_move_focus (SteppeMarkList *self,
                             int step)
{
  guint n;
  SteppeMark *mark = NULL;

  g_return_val_if_fail (STEPPE_IS_MARK_LIST (self), FALSE);

  if (self->focused != NULL && g_ptr_array_find (self->marks, self->focused, &n))
    mark = n + step < self->marks->len ? g_ptr_array_index (self->marks, n + step) : NULL;
  else if (self->marks->len > 0)
    mark = g_ptr_array_index (self->marks, step > 0 ? 0 : self->marks->len - 1);
  steppe_mark_list_set_focused (self, mark);
  return mark != NULL;
}

/**
 * steppe_mark_list_set_selected:
 * @self: a list of marks
 * @item: (nullable): the selected item
 */
void
steppe_mark_list_set_selected (SteppeMarkList *self,
                               SteppeItem *item)
{
  g_return_if_fail (STEPPE_IS_MARK_LIST (self));

  for (guint i = 0; i < self->marks->len; i++)
    {
      SteppeMark *mark = g_ptr_array_index (self->marks, i);

      steppe_mark_set_selected (mark, item != NULL && steppe_mark_get_item (mark) == item);
    }
}
