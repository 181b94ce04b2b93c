/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/steppe-fault.h"

/**
 * SteppeFault:
 *
 * Something in a file that is not as it should be: where, as a JSON pointer (RFC 6901), and what
 * was expected there.
 */
struct _SteppeFault
{
  GObject parent_instance;

  char *pointer;
  char *message;
};

G_DEFINE_FINAL_TYPE (SteppeFault, steppe_fault, G_TYPE_OBJECT)

enum
{
  PROP_POINTER = 1,
  PROP_MESSAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
steppe_fault_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  SteppeFault *self = STEPPE_FAULT (object);

  switch (prop_id)
    {
    case PROP_POINTER:
      g_value_set_string (value, self->pointer);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_fault_finalize (GObject *object)
{
  SteppeFault *self = STEPPE_FAULT (object);

  g_free (self->pointer);
  g_free (self->message);

  G_OBJECT_CLASS (steppe_fault_parent_class)->finalize (object);
}

static void
steppe_fault_class_init (SteppeFaultClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = steppe_fault_get_property;
  object_class->finalize = steppe_fault_finalize;

  properties[PROP_POINTER] = g_param_spec_string ("pointer", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
steppe_fault_init (SteppeFault *self)
{
}

/**
 * steppe_fault_new:
 * @pointer: where, as a JSON pointer
 * @message: what was found and what was expected, in the user's language
 *
 * Returns: (transfer full): a new fault
 */
SteppeFault *
steppe_fault_new (const char *pointer,
                  const char *message)
{
  SteppeFault *self = g_object_new (STEPPE_TYPE_FAULT, NULL);

  self->pointer = g_strdup (pointer);
  self->message = g_strdup (message);
  return self;
}

/**
 * steppe_fault_get_pointer:
 * @self: a fault
 *
 * Returns: where it is, as a JSON pointer
 */
const char *
steppe_fault_get_pointer (SteppeFault *self)
{
  g_return_val_if_fail (STEPPE_IS_FAULT (self), NULL);

  return self->pointer;
}

/**
 * steppe_fault_get_message:
 * @self: a fault
 *
 * Returns: what was found and what was expected
 */
const char *
steppe_fault_get_message (SteppeFault *self)
{
  g_return_val_if_fail (STEPPE_IS_FAULT (self), NULL);

  return self->message;
}
