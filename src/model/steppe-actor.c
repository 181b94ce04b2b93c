/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/steppe-actor.h"

/**
 * SteppeActor:
 *
 * A person, state, organisation or body.
 */
struct _SteppeActor
{
  SteppeItem parent_instance;

  char *kind;
  char *place;
};

G_DEFINE_FINAL_TYPE (SteppeActor, steppe_actor, STEPPE_TYPE_ITEM)

static const SteppeField fields[] = {
  { "kind", STEPPE_FIELD_STRING, G_STRUCT_OFFSET (SteppeActor, kind) },
  { "place", STEPPE_FIELD_REFERENCE, G_STRUCT_OFFSET (SteppeActor, place), STEPPE_KIND_MASK (STEPPE_ITEM_PLACE) },
};

static void
steppe_actor_class_init (SteppeActorClass *klass)
{
  steppe_item_class_install_fields (STEPPE_ITEM_CLASS (klass), STEPPE_ITEM_ACTOR, "name",
                                    fields, G_N_ELEMENTS (fields));
}

static void
steppe_actor_init (SteppeActor *self)
{
}

/**
 * steppe_actor_get_kind:
 * @self: an actor
 *
 * Returns: (nullable): what sort of actor it is, as the file has it
 */
const char *
steppe_actor_get_kind (SteppeActor *self)
{
  g_return_val_if_fail (STEPPE_IS_ACTOR (self), NULL);

  return self->kind;
}

/**
 * steppe_actor_get_place:
 * @self: an actor
 *
 * Returns: (nullable): the id of the place where it stands on a map: the capital of a state, the seat of an organisation
 */
const char *
steppe_actor_get_place (SteppeActor *self)
{
  g_return_val_if_fail (STEPPE_IS_ACTOR (self), NULL);

  return self->place;
}
