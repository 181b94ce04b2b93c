/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/steppe-narrative.h"

/**
 * SteppeNarrative:
 *
 * A text to read: CommonMark whose links to `#id` are mentions of items.
 */
struct _SteppeNarrative
{
  SteppeItem parent_instance;

  SteppeText *byline;
  SteppeText *text;
};

G_DEFINE_FINAL_TYPE (SteppeNarrative, steppe_narrative, STEPPE_TYPE_ITEM)

static const SteppeField fields[] = {
  { "byline", STEPPE_FIELD_TEXT, G_STRUCT_OFFSET (SteppeNarrative, byline) },
  { "text", STEPPE_FIELD_TEXT, G_STRUCT_OFFSET (SteppeNarrative, text), 0, NULL, STEPPE_FIELD_ALTERNATIVE | STEPPE_FIELD_COMMONMARK },
};

static void
steppe_narrative_class_init (SteppeNarrativeClass *klass)
{
  steppe_item_class_install_fields (STEPPE_ITEM_CLASS (klass), STEPPE_ITEM_NARRATIVE, "title",
                                    fields, G_N_ELEMENTS (fields));
}

static void
steppe_narrative_init (SteppeNarrative *self)
{
}

/**
 * steppe_narrative_get_byline:
 * @self: a narrative
 *
 * Returns: (nullable) (transfer none): who wrote it
 */
SteppeText *
steppe_narrative_get_byline (SteppeNarrative *self)
{
  g_return_val_if_fail (STEPPE_IS_NARRATIVE (self), NULL);

  return self->byline;
}

/**
 * steppe_narrative_get_text:
 * @self: a narrative
 *
 * Returns: (nullable) (transfer none): the CommonMark text
 */
SteppeText *
steppe_narrative_get_text (SteppeNarrative *self)
{
  g_return_val_if_fail (STEPPE_IS_NARRATIVE (self), NULL);

  return self->text;
}
