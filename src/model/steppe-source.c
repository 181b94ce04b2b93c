/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/steppe-source.h"

/**
 * SteppeSource:
 *
 * A publication that items rest on.
 */
struct _SteppeSource
{
  SteppeItem parent_instance;

  SteppeText *publisher;
  SteppeDate *date;
  char *url;
  SteppeDate *accessed;
  char *archive;
};

G_DEFINE_FINAL_TYPE (SteppeSource, steppe_source, STEPPE_TYPE_ITEM)

static const SteppeField fields[] = {
  { "publisher", STEPPE_FIELD_TEXT, G_STRUCT_OFFSET (SteppeSource, publisher), 0, NULL, STEPPE_FIELD_ALTERNATIVE },
  { "date", STEPPE_FIELD_DATE, G_STRUCT_OFFSET (SteppeSource, date) },
  { "url", STEPPE_FIELD_STRING, G_STRUCT_OFFSET (SteppeSource, url) },
  { "accessed", STEPPE_FIELD_DATE, G_STRUCT_OFFSET (SteppeSource, accessed) },
  { "archive", STEPPE_FIELD_STRING, G_STRUCT_OFFSET (SteppeSource, archive) },
};

static void
steppe_source_class_init (SteppeSourceClass *klass)
{
  steppe_item_class_install_fields (STEPPE_ITEM_CLASS (klass), STEPPE_ITEM_SOURCE, "title",
                                    fields, G_N_ELEMENTS (fields));
}

static void
steppe_source_init (SteppeSource *self)
{
}

/**
 * steppe_source_get_publisher:
 * @self: a source
 *
 * Returns: (nullable) (transfer none): who published it
 */
SteppeText *
steppe_source_get_publisher (SteppeSource *self)
{
  g_return_val_if_fail (STEPPE_IS_SOURCE (self), NULL);

  return self->publisher;
}

/**
 * steppe_source_get_date:
 * @self: a source
 *
 * Returns: (nullable) (transfer none): when it was published
 */
SteppeDate *
steppe_source_get_date (SteppeSource *self)
{
  g_return_val_if_fail (STEPPE_IS_SOURCE (self), NULL);

  return self->date;
}

/**
 * steppe_source_get_url:
 * @self: a source
 *
 * Returns: (nullable): where it is, as the file has it; only http and https are links
 */
const char *
steppe_source_get_url (SteppeSource *self)
{
  g_return_val_if_fail (STEPPE_IS_SOURCE (self), NULL);

  return self->url;
}

/**
 * steppe_source_get_accessed:
 * @self: a source
 *
 * Returns: (nullable) (transfer none): when its author read it
 */
SteppeDate *
steppe_source_get_accessed (SteppeSource *self)
{
  g_return_val_if_fail (STEPPE_IS_SOURCE (self), NULL);

  return self->accessed;
}

/**
 * steppe_source_get_archive:
 * @self: a source
 *
 * Returns: (nullable): where an archive keeps it
 */
const char *
steppe_source_get_archive (SteppeSource *self)
{
  g_return_val_if_fail (STEPPE_IS_SOURCE (self), NULL);

  return self->archive;
}
