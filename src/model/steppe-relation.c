/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/steppe-relation.h"

/**
 * SteppeRelation:
 *
 * A lasting tie between two items: subject, predicate, object, since and until. The predicate is its name.
 */
struct _SteppeRelation
{
  SteppeItem parent_instance;

  char *subject;
  char *object;
  SteppeDate *since;
  SteppeDate *until;
};

G_DEFINE_FINAL_TYPE (SteppeRelation, steppe_relation, STEPPE_TYPE_ITEM)

static const SteppeField fields[] = {
  { "subject", STEPPE_FIELD_REFERENCE, G_STRUCT_OFFSET (SteppeRelation, subject), STEPPE_ANY_KIND, NULL, STEPPE_FIELD_REQUIRED },
  { "object", STEPPE_FIELD_REFERENCE, G_STRUCT_OFFSET (SteppeRelation, object), STEPPE_ANY_KIND, NULL, STEPPE_FIELD_REQUIRED },
  { "since", STEPPE_FIELD_DATE, G_STRUCT_OFFSET (SteppeRelation, since) },
  { "until", STEPPE_FIELD_DATE, G_STRUCT_OFFSET (SteppeRelation, until) },
};

static void
steppe_relation_class_init (SteppeRelationClass *klass)
{
  steppe_item_class_install_fields (STEPPE_ITEM_CLASS (klass), STEPPE_ITEM_RELATION, "predicate",
                                    fields, G_N_ELEMENTS (fields));
}

static void
steppe_relation_init (SteppeRelation *self)
{
}

/**
 * steppe_relation_get_subject:
 * @self: a relation
 *
 * Returns: (nullable): the id of the item that has the tie
 */
const char *
steppe_relation_get_subject (SteppeRelation *self)
{
  g_return_val_if_fail (STEPPE_IS_RELATION (self), NULL);

  return self->subject;
}

/**
 * steppe_relation_get_object:
 * @self: a relation
 *
 * Returns: (nullable): the id of the item it has it with
 */
const char *
steppe_relation_get_object (SteppeRelation *self)
{
  g_return_val_if_fail (STEPPE_IS_RELATION (self), NULL);

  return self->object;
}

/**
 * steppe_relation_get_since:
 * @self: a relation
 *
 * Returns: (nullable) (transfer none): when it began
 */
SteppeDate *
steppe_relation_get_since (SteppeRelation *self)
{
  g_return_val_if_fail (STEPPE_IS_RELATION (self), NULL);

  return self->since;
}

/**
 * steppe_relation_get_until:
 * @self: a relation
 *
 * Returns: (nullable) (transfer none): when it ended
 */
SteppeDate *
steppe_relation_get_until (SteppeRelation *self)
{
  g_return_val_if_fail (STEPPE_IS_RELATION (self), NULL);

  return self->until;
}
