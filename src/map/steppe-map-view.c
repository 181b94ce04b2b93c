/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/steppe-map-view.h"

struct _SteppeMapView
{
  GtkWidget parent_instance;

  SteppeFocus *focus;
};

G_DEFINE_FINAL_TYPE (SteppeMapView, steppe_map_view, GTK_TYPE_WIDGET)

enum
{
  PROP_FOCUS = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
steppe_map_view_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  SteppeMapView *self = STEPPE_MAP_VIEW (object);

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
steppe_map_view_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  SteppeMapView *self = STEPPE_MAP_VIEW (object);

  switch (prop_id)
    {
    case PROP_FOCUS:
      steppe_map_view_set_focus (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_map_view_dispose (GObject *object)
{
  SteppeMapView *self = STEPPE_MAP_VIEW (object);

  g_clear_object (&self->focus);

  G_OBJECT_CLASS (steppe_map_view_parent_class)->dispose (object);
}

static void
steppe_map_view_class_init (SteppeMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = steppe_map_view_get_property;
  object_class->set_property = steppe_map_view_set_property;
  object_class->dispose = steppe_map_view_dispose;

  properties[PROP_FOCUS] = g_param_spec_object ("focus", NULL, NULL, STEPPE_TYPE_FOCUS,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
steppe_map_view_init (SteppeMapView *self)
{
}

/**
 * steppe_map_view_get_focus:
 * @self: the pane
 *
 * Returns: (transfer none) (nullable): what the reader looks at
 */
SteppeFocus *
steppe_map_view_get_focus (SteppeMapView *self)
{
  g_return_val_if_fail (STEPPE_IS_MAP_VIEW (self), NULL);

  return self->focus;
}

/**
 * steppe_map_view_set_focus:
 * @self: the pane
 * @focus: (nullable): what the reader looks at, shared by the panes of a window
 */
void
steppe_map_view_set_focus (SteppeMapView *self,
                           SteppeFocus *focus)
{
  g_return_if_fail (STEPPE_IS_MAP_VIEW (self));

  if (g_set_object (&self->focus, focus))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOCUS]);
}
