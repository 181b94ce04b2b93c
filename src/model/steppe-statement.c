/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/steppe-statement.h"

/**
 * SteppeStatement:
 *
 * Who said what, when and about what; it supports or disputes other statements.
 */
struct _SteppeStatement
{
  SteppeItem parent_instance;

  char *speaker;
  SteppeDate *date;
  GStrv about;
  GStrv supports;
  GStrv disputes;
};

G_DEFINE_FINAL_TYPE (SteppeStatement, steppe_statement, STEPPE_TYPE_ITEM)

static const SteppeField fields[] = {
  { "speaker", STEPPE_FIELD_REFERENCE, G_STRUCT_OFFSET (SteppeStatement, speaker), STEPPE_KIND_MASK (STEPPE_ITEM_ACTOR) },
  { "date", STEPPE_FIELD_DATE, G_STRUCT_OFFSET (SteppeStatement, date) },
  { "about", STEPPE_FIELD_REFERENCES, G_STRUCT_OFFSET (SteppeStatement, about), STEPPE_ANY_KIND },
  { "supports", STEPPE_FIELD_REFERENCES, G_STRUCT_OFFSET (SteppeStatement, supports), STEPPE_KIND_MASK (STEPPE_ITEM_STATEMENT) },
  { "disputes", STEPPE_FIELD_REFERENCES, G_STRUCT_OFFSET (SteppeStatement, disputes), STEPPE_KIND_MASK (STEPPE_ITEM_STATEMENT) },
};

static void
steppe_statement_class_init (SteppeStatementClass *klass)
{
  steppe_item_class_install_fields (STEPPE_ITEM_CLASS (klass), STEPPE_ITEM_STATEMENT, "text",
                                    fields, G_N_ELEMENTS (fields));
}

static void
steppe_statement_init (SteppeStatement *self)
{
}

/**
 * steppe_statement_get_speaker:
 * @self: a statement
 *
 * Returns: (nullable): the id of the actor who said it
 */
const char *
steppe_statement_get_speaker (SteppeStatement *self)
{
  g_return_val_if_fail (STEPPE_IS_STATEMENT (self), NULL);

  return self->speaker;
}

/**
 * steppe_statement_get_date:
 * @self: a statement
 *
 * Returns: (nullable) (transfer none): when it was said
 */
SteppeDate *
steppe_statement_get_date (SteppeStatement *self)
{
  g_return_val_if_fail (STEPPE_IS_STATEMENT (self), NULL);

  return self->date;
}

/**
 * steppe_statement_get_about:
 * @self: a statement
 *
 * Returns: (nullable) (array zero-terminated=1) (transfer none): the ids of the items it is about
 */
const char *const *
steppe_statement_get_about (SteppeStatement *self)
{
  g_return_val_if_fail (STEPPE_IS_STATEMENT (self), NULL);

  return (const char *const *) self->about;
}

/**
 * steppe_statement_get_supports:
 * @self: a statement
 *
 * Returns: (nullable) (array zero-terminated=1) (transfer none): the ids of the statements it supports
 */
const char *const *
steppe_statement_get_supports (SteppeStatement *self)
{
  g_return_val_if_fail (STEPPE_IS_STATEMENT (self), NULL);

  return (const char *const *) self->supports;
}

/**
 * steppe_statement_get_disputes:
 * @self: a statement
 *
 * Returns: (nullable) (array zero-terminated=1) (transfer none): the ids of the statements it disputes
 */
const char *const *
steppe_statement_get_disputes (SteppeStatement *self)
{
  g_return_val_if_fail (STEPPE_IS_STATEMENT (self), NULL);

  return (const char *const *) self->disputes;
}
