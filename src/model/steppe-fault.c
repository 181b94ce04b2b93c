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
  G_OBJECT_CLASS (klass)->finalize = steppe_fault_finalize;
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
