/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SteppeItemKind:
 *
 * The kinds of item, in the order of their lists in a dossier.
 */
typedef enum
{
  STEPPE_ITEM_EVENT,
  STEPPE_ITEM_PLACE,
  STEPPE_ITEM_ACTOR,
  STEPPE_ITEM_STATEMENT,
  STEPPE_ITEM_RELATION,
  STEPPE_ITEM_JOURNEY,
  STEPPE_ITEM_SOURCE,
  STEPPE_ITEM_NARRATIVE,
} SteppeItemKind;

#define STEPPE_N_ITEM_KINDS (STEPPE_ITEM_NARRATIVE + 1)
#define STEPPE_KIND_MASK(kind) (1u << (kind))
#define STEPPE_ANY_KIND (STEPPE_KIND_MASK (STEPPE_N_ITEM_KINDS) - 1)

/**
 * SteppeFieldType:
 * @STEPPE_FIELD_STRING: a `char *`
 * @STEPPE_FIELD_TEXT: a #SteppeText
 * @STEPPE_FIELD_DATE: a #SteppeDate
 * @STEPPE_FIELD_REFERENCE: a `char *` with the id of an item
 * @STEPPE_FIELD_REFERENCES: a `GStrv` of ids
 * @STEPPE_FIELD_NUMBER: a `double` of 0 or more; NaN when absent
 * @STEPPE_FIELD_BOOLEAN: a `gboolean`
 * @STEPPE_FIELD_GEOMETRY: a #SteppeGeometry
 * @STEPPE_FIELD_RECORDS: a #GPtrArray of records, see #SteppeRecordInfo
 *
 * How the value of a field is held. All but numbers and booleans may be %NULL.
 */
typedef enum
{
  STEPPE_FIELD_STRING,
  STEPPE_FIELD_TEXT,
  STEPPE_FIELD_DATE,
  STEPPE_FIELD_REFERENCE,
  STEPPE_FIELD_REFERENCES,
  STEPPE_FIELD_NUMBER,
  STEPPE_FIELD_BOOLEAN,
  STEPPE_FIELD_GEOMETRY,
  STEPPE_FIELD_RECORDS,
} SteppeFieldType;

/**
 * SteppeFieldFlags:
 * @STEPPE_FIELD_REQUIRED: without it the item or record is left out
 * @STEPPE_FIELD_ALTERNATIVE: without any of the fields that have this flag it is left out
 * @STEPPE_FIELD_COMMONMARK: a text whose links to `#id` are mentions
 * @STEPPE_FIELD_LANGUAGE: a string that is a BCP 47 tag
 *
 * What a field is besides its type.
 */
typedef enum /*< flags >*/
{
  STEPPE_FIELD_REQUIRED = 1 << 0,
  STEPPE_FIELD_ALTERNATIVE = 1 << 1,
  STEPPE_FIELD_COMMONMARK = 1 << 2,
  STEPPE_FIELD_LANGUAGE = 1 << 3,
} SteppeFieldFlags;

typedef struct _SteppeField SteppeField;
typedef struct _SteppeRecordInfo SteppeRecordInfo;

/**
 * SteppeField:
 * @member: its name in the file; the GObject property has `-` for `_`
 * @type: how its value is held
 * @offset: where in the instance or record
 * @targets: for references, the mask of kinds they may point to
 * @record: for records, what they are made of
 * @flags: #SteppeFieldFlags
 * @words: (nullable) (array zero-terminated=1): for strings, the only ones that are allowed
 *
 * One member of an item or of a record, described once: properties, reading, writing and the
 * check of references all follow from it.
 */
struct _SteppeField
{
  const char *member;
  SteppeFieldType type;
  gssize offset;
  guint targets;
  const SteppeRecordInfo *record;
  guint flags;
  const char *const *words;
};

/**
 * SteppeRecordInfo:
 * @size: bytes of the struct, whose first member is a `const SteppeRecordInfo *`
 * @fields: (array length=n_fields): its members
 * @n_fields: how many
 * @init: (nullable): sets the values of absent members where zero is not it
 *
 * A small struct that belongs to an item, such as an actor's part in an event.
 */
struct _SteppeRecordInfo
{
  gsize size;
  const SteppeField *fields;
  guint n_fields;
  void (*init) (gpointer record);
};

gpointer steppe_record_new (const SteppeRecordInfo *info);
void steppe_record_free (gpointer record);
gboolean steppe_record_equal (gconstpointer a,
                              gconstpointer b);

gpointer steppe_field_get_pointer (const SteppeField *self,
                                   gconstpointer owner);
double steppe_field_get_number (const SteppeField *self,
                                gconstpointer owner);
gboolean steppe_field_get_boolean (const SteppeField *self,
                                   gconstpointer owner);
gboolean steppe_field_take_pointer (const SteppeField *self,
                                    gpointer owner,
                                    gpointer value);
gboolean steppe_field_set_number (const SteppeField *self,
                                  gpointer owner,
                                  double value);
gboolean steppe_field_set_boolean (const SteppeField *self,
                                   gpointer owner,
                                   gboolean value);
gboolean steppe_field_equal (const SteppeField *self,
                             gconstpointer a,
                             gconstpointer b);
void steppe_field_clear (const SteppeField *self,
                         gpointer owner);
void steppe_field_free_value (const SteppeField *self,
                              gpointer value);

G_END_DECLS
