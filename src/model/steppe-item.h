/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-field.h"
#include "model/steppe-text.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_ITEM (steppe_item_get_type ())
G_DECLARE_DERIVABLE_TYPE (SteppeItem, steppe_item, STEPPE, ITEM, GObject)

/**
 * SteppeItemClass:
 * @kind: which kind of item the class is
 * @fields: (element-type SteppeField): all its fields, those of every item first
 * @pspecs: (element-type GParamSpec): the property of each field
 */
struct _SteppeItemClass
{
  GObjectClass parent_class;

  SteppeItemKind kind;
  GArray *fields;
  GPtrArray *pspecs;
};

/**
 * SteppeConfidence:
 * @STEPPE_CONFIDENCE_UNSTATED: nothing is said of it
 */
typedef enum
{
  STEPPE_CONFIDENCE_UNSTATED,
  STEPPE_CONFIDENCE_LOW,
  STEPPE_CONFIDENCE_MEDIUM,
  STEPPE_CONFIDENCE_HIGH,
} SteppeConfidence;

/**
 * SteppeReference:
 * @id: the id that is pointed to
 * @member: the field that points
 * @index: which of a list, −1 where the field is not one
 * @record_member: (nullable): for a record, its member
 * @targets: mask of the kinds that may be pointed to
 */
typedef struct
{
  const char *id;
  const char *member;
  int index;
  const char *record_member;
  guint targets;
} SteppeReference;

typedef void (*SteppeReferenceFunc) (SteppeItem *item,
                                     const SteppeReference *reference,
                                     gpointer user_data);

void steppe_item_class_install_fields (SteppeItemClass *klass,
                                       SteppeItemKind kind,
                                       const char *name_member,
                                       const SteppeField *fields,
                                       guint n_fields);

SteppeItem *steppe_item_new (SteppeItemKind kind,
                             const char *id);

const char *steppe_item_get_id (SteppeItem *self);
SteppeItemKind steppe_item_get_kind (SteppeItem *self);
SteppeText *steppe_item_get_name (SteppeItem *self);
SteppeText *steppe_item_get_summary (SteppeItem *self);
SteppeText *steppe_item_get_note (SteppeItem *self);
SteppeConfidence steppe_item_get_confidence (SteppeItem *self);
const char *const *steppe_item_get_sources (SteppeItem *self);

const SteppeField *steppe_item_get_fields (SteppeItem *self,
                                           guint *n_fields);
void steppe_item_take_pointer (SteppeItem *self,
                               guint field,
                               gpointer value);
void steppe_item_set_number (SteppeItem *self,
                             guint field,
                             double value);
gboolean steppe_item_has_changed (SteppeItem *self,
                                  guint field);
gboolean steppe_item_is_modified (SteppeItem *self);
int steppe_item_get_origin (SteppeItem *self);
void steppe_item_set_origin (SteppeItem *self,
                             int origin);
void steppe_item_foreach_reference (SteppeItem *self,
                                    SteppeReferenceFunc func,
                                    gpointer user_data);

const char *steppe_item_kind_get_list_member (SteppeItemKind kind);
GType steppe_item_kind_get_gtype (SteppeItemKind kind);

G_END_DECLS
