/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/steppe-contents-list.h"

struct _SteppeContentsList
{
  GtkWidget parent_instance;

  SteppeFocus *focus;
};

G_DEFINE_FINAL_TYPE (SteppeContentsList, steppe_contents_list, GTK_TYPE_WIDGET)

enum
{
  PROP_FOCUS = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
steppe_contents_list_get_property (GObject *object,
                                   guint prop_id,
                                   GValue *value,
                                   GParamSpec *pspec)
{
  SteppeContentsList *self = STEPPE_CONTENTS_LIST (object);

  switch (prop_id)
    {
    case PROP_FOCUS:
      g_value_set_object (value, self->focus);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_contents_list_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  SteppeContentsList *self = STEPPE_CONTENTS_LIST (object);

  switch (prop_id)
    {
    case PROP_FOCUS:
      steppe_contents_list_set_focus (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_contents_list_dispose (GObject *object)
{
  SteppeContentsList *self = STEPPE_CONTENTS_LIST (object);

  g_clear_object (&self->focus);

  G_OBJECT_CLASS (steppe_contents_list_parent_class)->dispose (object);
}

static void
steppe_contents_list_class_init (SteppeContentsListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = steppe_contents_list_get_property;
  object_class->set_property = steppe_contents_list_set_property;
  object_class->dispose = steppe_contents_list_dispose;

  properties[PROP_FOCUS] = g_param_spec_object ("focus", NULL, NULL, STEPPE_TYPE_FOCUS,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
steppe_contents_list_init (SteppeContentsList *self)
{
}

/**
 * steppe_contents_list_get_focus:
 * @self: the pane
 *
 * Returns: (transfer none) (nullable): what the reader looks at
 */
SteppeFocus *
steppe_contents_list_get_focus (SteppeContentsList *self)
{
  g_return_val_if_fail (STEPPE_IS_CONTENTS_LIST (self), NULL);

  return self->focus;
}

/**
 * steppe_contents_list_set_focus:
 * @self: the pane
 * @focus: (nullable): what the reader looks at, shared by the panes of a window
 */
void
steppe_contents_list_set_focus (SteppeContentsList *self,
                                SteppeFocus *focus)
{
  g_return_if_fail (STEPPE_IS_CONTENTS_LIST (self));

  if (g_set_object (&self->focus, focus))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOCUS]);
}
