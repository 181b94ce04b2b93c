/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"
#include "widgets/steppe-mark.h"

#include <glib/gi18n.h>

/**
 * SteppeMark:
 *
 * Something that a widget draws itself and that a reader can point at, such as a marker on the
 * map, a bar on the timeline or a mention in the text. It is no widget, but to assistive
 * technology it is a child of one, with a role, a name, a place and a state.
 */
struct _SteppeMark
{
  GObject parent_instance;

  GtkATContext *context;
  GtkAccessibleRole role;
  GtkWidget *widget; /* weak */
  SteppeItem *item;
  GtkAccessible *next; /* weak */
  char *label;
  graphene_rect_t bounds;
  gboolean focused;
};

enum
{
  PROP_ACCESSIBLE_ROLE = 1,
};

static void steppe_mark_accessible_init (GtkAccessibleInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SteppeMark, steppe_mark, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE, steppe_mark_accessible_init))

static GtkATContext *
steppe_mark_get_at_context (GtkAccessible *accessible)
{
  SteppeMark *self = STEPPE_MARK (accessible);

  if (self->context == NULL)
    {
      GdkDisplay *display = self->widget != NULL ? gtk_widget_get_display (self->widget) : gdk_display_get_default ();

      self->context = gtk_at_context_create (self->role, accessible, display);
      if (self->context == NULL)
        return NULL;
    }
  return g_object_ref (self->context);
}

static gboolean
steppe_mark_get_platform_state (GtkAccessible *accessible,
                                GtkAccessiblePlatformState state)
{
  SteppeMark *self = STEPPE_MARK (accessible);

  switch (state)
    {
    case GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSABLE:
      return TRUE;
    case GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED:
      return self->focused && self->widget != NULL && gtk_widget_has_focus (self->widget);
    case GTK_ACCESSIBLE_PLATFORM_STATE_ACTIVE:
    default:
      return FALSE;
    }
}

static GtkAccessible *
steppe_mark_get_accessible_parent (GtkAccessible *accessible)
{
  SteppeMark *self = STEPPE_MARK (accessible);

  return self->widget != NULL ? GTK_ACCESSIBLE (g_object_ref (self->widget)) : NULL;
}

static GtkAccessible *
steppe_mark_get_first_accessible_child (GtkAccessible *accessible)
{
  return NULL;
}

static GtkAccessible *
steppe_mark_get_next_accessible_sibling (GtkAccessible *accessible)
{
  SteppeMark *self = STEPPE_MARK (accessible);

  return self->next != NULL ? g_object_ref (self->next) : NULL;
}

static gboolean
steppe_mark_get_accessible_bounds (GtkAccessible *accessible,
                                   int *x,
                                   int *y,
                                   int *width,
                                   int *height)
{
  SteppeMark *self = STEPPE_MARK (accessible);

  *x = self->bounds.origin.x;
  *y = self->bounds.origin.y;
  *width = self->bounds.size.width;
  *height = self->bounds.size.height;
  return self->widget != NULL;
}

static void
steppe_mark_accessible_init (GtkAccessibleInterface *iface)
{
  iface->get_at_context = steppe_mark_get_at_context;
  iface->get_platform_state = steppe_mark_get_platform_state;
  iface->get_accessible_parent = steppe_mark_get_accessible_parent;
  iface->get_first_accessible_child = steppe_mark_get_first_accessible_child;
  iface->get_next_accessible_sibling = steppe_mark_get_next_accessible_sibling;
  iface->get_bounds = steppe_mark_get_accessible_bounds;
}

static void
steppe_mark_get_property (GObject *object,
                          guint prop_id,
                          GValue *value,
                          GParamSpec *pspec)
{
  SteppeMark *self = STEPPE_MARK (object);

  switch (prop_id)
    {
    case PROP_ACCESSIBLE_ROLE:
      g_value_set_enum (value, self->role);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_mark_set_property (GObject *object,
                          guint prop_id,
                          const GValue *value,
                          GParamSpec *pspec)
{
  SteppeMark *self = STEPPE_MARK (object);

  switch (prop_id)
    {
    case PROP_ACCESSIBLE_ROLE:
      self->role = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_mark_dispose (GObject *object)
{
  SteppeMark *self = STEPPE_MARK (object);

  g_clear_weak_pointer (&self->widget);
  g_clear_weak_pointer (&self->next);
  g_clear_object (&self->item);
  /* As long as the context goes, GTK asks the mark for it, and must not be given a new one. */
  if (self->context != NULL)
    g_object_unref (self->context);
  self->context = NULL;

  G_OBJECT_CLASS (steppe_mark_parent_class)->dispose (object);
}

static void
steppe_mark_finalize (GObject *object)
{
  SteppeMark *self = STEPPE_MARK (object);

  g_free (self->label);

  G_OBJECT_CLASS (steppe_mark_parent_class)->finalize (object);
}

static void
steppe_mark_class_init (SteppeMarkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = steppe_mark_get_property;
  object_class->set_property = steppe_mark_set_property;
  object_class->dispose = steppe_mark_dispose;
  object_class->finalize = steppe_mark_finalize;

  g_object_class_override_property (object_class, PROP_ACCESSIBLE_ROLE, "accessible-role");
}

static void
steppe_mark_init (SteppeMark *self)
{
}

/**
 * steppe_mark_new:
 * @widget: the widget that draws it; not kept alive by it
 * @item: (nullable): the item it stands for
 * @role: what it is to assistive technology
 *
 * Returns: (transfer full): a new mark
 */
SteppeMark *
steppe_mark_new (GtkWidget *widget,
                 SteppeItem *item,
                 GtkAccessibleRole role)
{
  SteppeMark *self = g_object_new (STEPPE_TYPE_MARK, "accessible-role", role, NULL);

  g_set_weak_pointer (&self->widget, widget);
  g_set_object (&self->item, item);
  return self;
}

/**
 * steppe_mark_get_item:
 * @self: a mark
 *
 * Returns: (transfer none) (nullable): the item it stands for; %NULL where it stands for several
 */
SteppeItem *
steppe_mark_get_item (SteppeMark *self)
{
  g_return_val_if_fail (STEPPE_IS_MARK (self), NULL);

  return self->item;
}

/**
 * steppe_mark_get_label:
 * @self: a mark
 *
 * Returns: (nullable): its name
 */
const char *
steppe_mark_get_label (SteppeMark *self)
{
  g_return_val_if_fail (STEPPE_IS_MARK (self), NULL);

  return self->label;
}

/**
 * steppe_mark_set_label:
 * @self: a mark
 * @label: its name, in the user's language
 */
void
steppe_mark_set_label (SteppeMark *self,
                       const char *label)
{
  g_return_if_fail (STEPPE_IS_MARK (self));

  if (g_set_str (&self->label, label))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * steppe_mark_set_position:
 * @self: a mark
 * @position: which of the things of its kind it is, from 1
 * @size: how many there are, also those that are not seen
 *
 * Has assistive technology tell where in the whole it stands.
 */
void
steppe_mark_set_position (SteppeMark *self,
                          guint position,
                          guint size)
{
  g_autofree char *description = NULL;

  g_return_if_fail (STEPPE_IS_MARK (self) && position <= size);

  /* Translators: “3 of 82” */
  description = g_strdup_printf (_ ("%1$u of %2$u"), position, size);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) position,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) size, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

/**
 * steppe_mark_get_bounds:
 * @self: a mark
 *
 * Returns: where it is drawn, in pixels of its widget
 */
const graphene_rect_t *
steppe_mark_get_bounds (SteppeMark *self)
{
  g_return_val_if_fail (STEPPE_IS_MARK (self), NULL);

  return &self->bounds;
}

/**
 * steppe_mark_set_bounds:
 * @self: a mark
 * @bounds: where it is drawn, in pixels of its widget
 */
void
steppe_mark_set_bounds (SteppeMark *self,
                        const graphene_rect_t *bounds)
{
  g_return_if_fail (STEPPE_IS_MARK (self));

  self->bounds = *bounds;
}

/**
 * steppe_mark_set_focused:
 * @self: a mark
 * @focused: whether it has the keyboard's attention inside its widget
 */
void
steppe_mark_set_focused (SteppeMark *self,
                         gboolean focused)
{
  g_return_if_fail (STEPPE_IS_MARK (self));

  if (self->focused == focused)
    return;
  self->focused = focused;
  gtk_accessible_update_platform_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PLATFORM_STATE_FOCUSED);
}

/**
 * steppe_mark_set_selected:
 * @self: a mark
 * @selected: whether its item is the selected one
 */
void
steppe_mark_set_selected (SteppeMark *self,
                          gboolean selected)
{
  g_return_if_fail (STEPPE_IS_MARK (self));

  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/**
 * steppe_mark_set_next:
 * @self: a mark
 * @next: (nullable): what comes after it in its widget, most often a mark; not kept alive by it
 */
void
steppe_mark_set_next (SteppeMark *self,
                      GtkAccessible *next)
{
  g_return_if_fail (STEPPE_IS_MARK (self));

  g_set_weak_pointer (&self->next, next);
}
