/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/steppe-item.h"

#include <math.h>

#include "geo/steppe-geometry.h"
#include "model/steppe-actor.h"
#include "model/steppe-event.h"
#include "model/steppe-journey.h"
#include "model/steppe-narrative.h"
#include "model/steppe-place.h"
#include "model/steppe-relation.h"
#include "model/steppe-source.h"
#include "model/steppe-statement.h"
#include "time/steppe-date.h"

/**
 * SteppeItem:
 *
 * Anything of a dossier that has an id: an event, a place, an actor, a statement, a relation, a
 * journey, a source or a narrative. Items point to each other by id, so that an id that leads
 * nowhere does no harm and no two items hold each other alive.
 */
typedef struct
{
  char *id;
  SteppeText *name;
  SteppeText *summary;
  SteppeText *note;
  char *confidence;
  GStrv sources;
  guint64 changed; /* one bit a field */
  int origin; /* where it stands in its list in the file, −1 for nowhere */
} SteppeItemPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SteppeItem, steppe_item, G_TYPE_OBJECT)

enum
{
  PROP_ID = 1,
  PROP_FIELDS, /* the fields of the class, from here on */
};

static const struct
{
  const char *list_member;
  GType (*get_type) (void);
} kinds[STEPPE_N_ITEM_KINDS] = {
  [STEPPE_ITEM_EVENT] = { "events", steppe_event_get_type },
  [STEPPE_ITEM_PLACE] = { "places", steppe_place_get_type },
  [STEPPE_ITEM_ACTOR] = { "actors", steppe_actor_get_type },
  [STEPPE_ITEM_STATEMENT] = { "statements", steppe_statement_get_type },
  [STEPPE_ITEM_RELATION] = { "relations", steppe_relation_get_type },
  [STEPPE_ITEM_JOURNEY] = { "journeys", steppe_journey_get_type },
  [STEPPE_ITEM_SOURCE] = { "sources", steppe_source_get_type },
  [STEPPE_ITEM_NARRATIVE] = { "narratives", steppe_narrative_get_type },
};

/**
 * steppe_item_kind_get_list_member:
 * @kind: a kind of item
 *
 * Returns: the member of the file that lists its items
 */
const char *
steppe_item_kind_get_list_member (SteppeItemKind kind)
{
  g_return_val_if_fail (kind < STEPPE_N_ITEM_KINDS, NULL);

  return kinds[kind].list_member;
}

/**
 * steppe_item_kind_get_gtype:
 * @kind: a kind of item
 *
 * Returns: its class
 */
GType
steppe_item_kind_get_gtype (SteppeItemKind kind)
{
  g_return_val_if_fail (kind < STEPPE_N_ITEM_KINDS, G_TYPE_INVALID);

  return kinds[kind].get_type ();
}

/**
 * steppe_item_new:
 * @kind: a kind of item
 * @id: (nullable): its id, %NULL for an item that is never added to a dossier
 *
 * Returns: (transfer full): an item with absent fields
 */
SteppeItem *
steppe_item_new (SteppeItemKind kind,
                 const char *id)
{
  return g_object_new (steppe_item_kind_get_gtype (kind), "id", id, NULL);
}

static const SteppeField *
nth_field (SteppeItem *self,
           guint field)
{
  GArray *fields = STEPPE_ITEM_GET_CLASS (self)->fields;

  g_assert (field < fields->len);
  return &g_array_index (fields, SteppeField, field);
}

static void
field_changed (SteppeItem *self,
               guint field)
{
  SteppeItemPrivate *priv = steppe_item_get_instance_private (self);

  priv->changed |= G_GUINT64_CONSTANT (1) << field;
  g_object_notify_by_pspec (G_OBJECT (self), g_ptr_array_index (STEPPE_ITEM_GET_CLASS (self)->pspecs, field));
}

/**
 * steppe_item_take_pointer:
 * @self: an item
 * @field: which of [method@Item.get_fields]; it holds neither a number nor a boolean
 * @value: (transfer full) (nullable): its new value
 *
 * Sets a field as `g_object_set()` does, without a copy.
 */
void
steppe_item_take_pointer (SteppeItem *self,
                          guint field,
                          gpointer value)
{
  g_return_if_fail (STEPPE_IS_ITEM (self));

  if (steppe_field_take_pointer (nth_field (self, field), self, value))
    field_changed (self, field);
}

/**
 * steppe_item_set_number:
 * @self: an item
 * @field: which of [method@Item.get_fields]; it holds a number
 * @value: its new value, NaN for none
 */
void
steppe_item_set_number (SteppeItem *self,
                        guint field,
                        double value)
{
  g_return_if_fail (STEPPE_IS_ITEM (self));

  if (steppe_field_set_number (nth_field (self, field), self, value))
    field_changed (self, field);
}

static void
steppe_item_get_property (GObject *object,
                          guint prop_id,
                          GValue *value,
                          GParamSpec *pspec)
{
  SteppeItem *self = STEPPE_ITEM (object);
  const SteppeField *field;

  if (prop_id == PROP_ID)
    {
      g_value_set_string (value, steppe_item_get_id (self));
      return;
    }
  field = nth_field (self, prop_id - PROP_FIELDS);
  if (field->type == STEPPE_FIELD_NUMBER)
    g_value_set_double (value, steppe_field_get_number (field, self));
  else if (G_VALUE_HOLDS_STRING (value))
    g_value_set_string (value, steppe_field_get_pointer (field, self));
  else
    g_value_set_boxed (value, steppe_field_get_pointer (field, self));
}

static void
steppe_item_set_property (GObject *object,
                          guint prop_id,
                          const GValue *value,
                          GParamSpec *pspec)
{
  SteppeItem *self = STEPPE_ITEM (object);
  SteppeItemPrivate *priv = steppe_item_get_instance_private (self);
  guint n = prop_id - PROP_FIELDS;

  if (prop_id == PROP_ID)
    priv->id = g_value_dup_string (value);
  else if (nth_field (self, n)->type == STEPPE_FIELD_NUMBER)
    steppe_item_set_number (self, n, g_value_get_double (value));
  else if (G_VALUE_HOLDS_STRING (value))
    steppe_item_take_pointer (self, n, g_value_dup_string (value));
  else
    steppe_item_take_pointer (self, n, g_value_dup_boxed (value));
}

static void
steppe_item_finalize (GObject *object)
{
  SteppeItem *self = STEPPE_ITEM (object);
  SteppeItemPrivate *priv = steppe_item_get_instance_private (self);
  GArray *fields = STEPPE_ITEM_GET_CLASS (self)->fields;

  for (guint i = 0; i < fields->len; i++)
    steppe_field_clear (nth_field (self, i), self);
  g_free (priv->id);

  G_OBJECT_CLASS (steppe_item_parent_class)->finalize (object);
}

static void
steppe_item_class_init (SteppeItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = steppe_item_get_property;
  object_class->set_property = steppe_item_set_property;
  object_class->finalize = steppe_item_finalize;

  g_object_class_install_property (object_class, PROP_ID,
                                   g_param_spec_string ("id", NULL, NULL, NULL,
                                                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
}

static void
steppe_item_init (SteppeItem *self)
{
  SteppeItemPrivate *priv = steppe_item_get_instance_private (self);

  priv->origin = -1;
}

static GParamSpec *
create_pspec (const SteppeField *field,
              const char *name)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_NICK | G_PARAM_STATIC_BLURB;

  switch (field->type)
    {
    case STEPPE_FIELD_STRING:
    case STEPPE_FIELD_REFERENCE:
      return g_param_spec_string (name, NULL, NULL, NULL, flags);
    case STEPPE_FIELD_TEXT:
      return g_param_spec_boxed (name, NULL, NULL, STEPPE_TYPE_TEXT, flags);
    case STEPPE_FIELD_DATE:
      return g_param_spec_boxed (name, NULL, NULL, STEPPE_TYPE_DATE, flags);
    case STEPPE_FIELD_REFERENCES:
      return g_param_spec_boxed (name, NULL, NULL, G_TYPE_STRV, flags);
    case STEPPE_FIELD_NUMBER:
      return g_param_spec_double (name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
    case STEPPE_FIELD_GEOMETRY:
      return g_param_spec_boxed (name, NULL, NULL, STEPPE_TYPE_GEOMETRY, flags);
    case STEPPE_FIELD_RECORDS:
      return g_param_spec_boxed (name, NULL, NULL, G_TYPE_PTR_ARRAY, flags);
    case STEPPE_FIELD_BOOLEAN: /* only records have them */
    default:
      g_assert_not_reached ();
    }
}

static void
install_field (SteppeItemClass *klass,
               const SteppeField *field)
{
  g_autofree char *name = g_strdelimit (g_strdup (field->member), "_", '-');
  GParamSpec *pspec = create_pspec (field, name);

  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_FIELDS + klass->fields->len, pspec);
  g_array_append_vals (klass->fields, field, 1);
  g_ptr_array_add (klass->pspecs, pspec);
}

/* A name is required, but where a kind has alternatives it is one of them. */
static guint
name_flags (const SteppeField *fields,
            guint n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    if (fields[i].flags & STEPPE_FIELD_ALTERNATIVE)
      return STEPPE_FIELD_ALTERNATIVE;
  return STEPPE_FIELD_REQUIRED;
}

/**
 * steppe_item_class_install_fields:
 * @klass: the class of a kind, in its class_init
 * @kind: which kind it is
 * @name_member: what the file calls the name of such an item
 * @fields: (array length=n_fields): the fields that only this kind has
 * @n_fields: how many
 *
 * Gives the class its fields and the property of each. Every item has a name, a summary, a note,
 * a confidence and sources; the name is always the field 0.
 */
void
steppe_item_class_install_fields (SteppeItemClass *klass,
                                  SteppeItemKind kind,
                                  const char *name_member,
                                  const SteppeField *fields,
                                  guint n_fields)
{
  static const char *const confidences[] = { "high", "medium", "low", NULL };
  const SteppeField common[] = {
    { name_member, STEPPE_FIELD_TEXT, G_PRIVATE_OFFSET (SteppeItem, name), .flags = name_flags (fields, n_fields) },
    { "summary", STEPPE_FIELD_TEXT, G_PRIVATE_OFFSET (SteppeItem, summary) },
    { "note", STEPPE_FIELD_TEXT, G_PRIVATE_OFFSET (SteppeItem, note) },
    { "confidence", STEPPE_FIELD_STRING, G_PRIVATE_OFFSET (SteppeItem, confidence), .words = confidences },
    { "sources", STEPPE_FIELD_REFERENCES, G_PRIVATE_OFFSET (SteppeItem, sources), STEPPE_KIND_MASK (STEPPE_ITEM_SOURCE) },
  };

  g_assert (G_N_ELEMENTS (common) + n_fields <= 64);

  /* Unlike other methods, these two are not inherited. */
  G_OBJECT_CLASS (klass)->get_property = steppe_item_get_property;
  G_OBJECT_CLASS (klass)->set_property = steppe_item_set_property;

  klass->kind = kind;
  klass->fields = g_array_new (FALSE, FALSE, sizeof (SteppeField));
  klass->pspecs = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    install_field (klass, &common[i]);
  for (guint i = 0; i < n_fields; i++)
    install_field (klass, &fields[i]);
}

/**
 * steppe_item_get_id:
 * @self: an item
 *
 * Returns: its id, unique in its dossier
 */
const char *
steppe_item_get_id (SteppeItem *self)
{
  SteppeItemPrivate *priv = steppe_item_get_instance_private (self);

  g_return_val_if_fail (STEPPE_IS_ITEM (self), NULL);

  return priv->id;
}

/**
 * steppe_item_get_kind:
 * @self: an item
 *
 * Returns: which kind of item it is
 */
SteppeItemKind
steppe_item_get_kind (SteppeItem *self)
{
  g_return_val_if_fail (STEPPE_IS_ITEM (self), 0);

  return STEPPE_ITEM_GET_CLASS (self)->kind;
}

/**
 * steppe_item_get_name:
 * @self: an item
 *
 * Returns: (nullable) (transfer none): its name; the title of an event, source or narrative, the text of a
 *   statement, the predicate of a relation
 */
SteppeText *
steppe_item_get_name (SteppeItem *self)
{
  SteppeItemPrivate *priv = steppe_item_get_instance_private (self);

  g_return_val_if_fail (STEPPE_IS_ITEM (self), NULL);

  return priv->name;
}

/**
 * steppe_item_get_summary:
 * @self: an item
 *
 * Returns: (nullable) (transfer none): what is to be said of it in a few sentences
 */
SteppeText *
steppe_item_get_summary (SteppeItem *self)
{
  SteppeItemPrivate *priv = steppe_item_get_instance_private (self);

  g_return_val_if_fail (STEPPE_IS_ITEM (self), NULL);

  return priv->summary;
}

/**
 * steppe_item_get_note:
 * @self: an item
 *
 * Returns: (nullable) (transfer none): why the confidence is what it is
 */
SteppeText *
steppe_item_get_note (SteppeItem *self)
{
  SteppeItemPrivate *priv = steppe_item_get_instance_private (self);

  g_return_val_if_fail (STEPPE_IS_ITEM (self), NULL);

  return priv->note;
}

/**
 * steppe_item_get_confidence:
 * @self: an item
 *
 * Returns: how sure its author is of it
 */
SteppeConfidence
steppe_item_get_confidence (SteppeItem *self)
{
  static const char *const words[] = {
    [STEPPE_CONFIDENCE_LOW] = "low",
    [STEPPE_CONFIDENCE_MEDIUM] = "medium",
    [STEPPE_CONFIDENCE_HIGH] = "high",
  };
  SteppeItemPrivate *priv = steppe_item_get_instance_private (self);

  g_return_val_if_fail (STEPPE_IS_ITEM (self), STEPPE_CONFIDENCE_UNSTATED);

  for (guint i = STEPPE_CONFIDENCE_LOW; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (priv->confidence, words[i]) == 0)
      return i;
  return STEPPE_CONFIDENCE_UNSTATED;
}

/**
 * steppe_item_get_sources:
 * @self: an item
 *
 * Returns: (nullable) (array zero-terminated=1) (transfer none): the ids of its sources
 */
const char *const *
steppe_item_get_sources (SteppeItem *self)
{
  SteppeItemPrivate *priv = steppe_item_get_instance_private (self);

  g_return_val_if_fail (STEPPE_IS_ITEM (self), NULL);

  return (const char *const *) priv->sources;
}

/**
 * steppe_item_get_fields:
 * @self: an item
 * @n_fields: (out): how many
 *
 * Returns: (array length=n_fields) (transfer none): the fields of its kind, the name first
 */
const SteppeField *
steppe_item_get_fields (SteppeItem *self,
                        guint *n_fields)
{
  GArray *fields = STEPPE_ITEM_GET_CLASS (self)->fields;

  *n_fields = fields->len;
  return (const SteppeField *) (gpointer) fields->data;
}

/**
 * steppe_item_has_changed:
 * @self: an item
 * @field: which of [method@Item.get_fields]
 *
 * Returns: whether it was set since the item was read or, where it was not read, made
 */
gboolean
steppe_item_has_changed (SteppeItem *self,
                         guint field)
{
  SteppeItemPrivate *priv = steppe_item_get_instance_private (self);

  g_return_val_if_fail (STEPPE_IS_ITEM (self), FALSE);

  return (priv->changed >> field & 1) != 0;
}

/**
 * steppe_item_is_modified:
 * @self: an item
 *
 * Returns: whether any field was set since the item was read, or it was not read
 */
gboolean
steppe_item_is_modified (SteppeItem *self)
{
  SteppeItemPrivate *priv = steppe_item_get_instance_private (self);

  g_return_val_if_fail (STEPPE_IS_ITEM (self), FALSE);

  return priv->origin < 0 || priv->changed != 0;
}

/**
 * steppe_item_get_origin:
 * @self: an item
 *
 * Returns: where it stands in its list in the bytes that the dossier was read from, −1 where it
 *   was not read from them
 */
int
steppe_item_get_origin (SteppeItem *self)
{
  SteppeItemPrivate *priv = steppe_item_get_instance_private (self);

  g_return_val_if_fail (STEPPE_IS_ITEM (self), -1);

  return priv->origin;
}

/**
 * steppe_item_set_origin:
 * @self: an item that was read just now
 * @origin: where it stands in its list in the bytes that it was read from
 *
 * From now on only what is set counts as changed.
 */
void
steppe_item_set_origin (SteppeItem *self,
                        int origin)
{
  SteppeItemPrivate *priv = steppe_item_get_instance_private (self);

  g_return_if_fail (STEPPE_IS_ITEM (self));

  priv->origin = origin;
  priv->changed = 0;
}

static void
foreach_in_record (SteppeItem *self,
                   SteppeReference *reference,
                   const SteppeRecordInfo *info,
                   gconstpointer record,
                   SteppeReferenceFunc func,
                   gpointer user_data)
{
  for (guint i = 0; i < info->n_fields; i++)
    {
      const SteppeField *field = &info->fields[i];

      if (field->type != STEPPE_FIELD_REFERENCE)
        continue;
      reference->id = steppe_field_get_pointer (field, record);
      reference->record_member = field->member;
      reference->targets = field->targets;
      if (reference->id != NULL)
        func (self, reference, user_data);
    }
}

static void
foreach_in_field (SteppeItem *self,
                  const SteppeField *field,
                  SteppeReferenceFunc func,
                  gpointer user_data)
{
  SteppeReference reference = { .member = field->member, .index = -1, .targets = field->targets };
  gpointer value = steppe_field_get_pointer (field, self);

  if (value == NULL)
    return;
  if (field->type == STEPPE_FIELD_REFERENCE)
    {
      reference.id = value;
      func (self, &reference, user_data);
    }
  else if (field->type == STEPPE_FIELD_REFERENCES)
    {
      for (char **ids = value; ids[++reference.index] != NULL;)
        {
          reference.id = ids[reference.index];
          func (self, &reference, user_data);
        }
    }
  else
    {
      GPtrArray *records = value;

      for (reference.index = 0; reference.index < (int) records->len; reference.index++)
        foreach_in_record (self, &reference, field->record, g_ptr_array_index (records, reference.index), func, user_data);
    }
}

/**
 * steppe_item_foreach_reference:
 * @self: an item
 * @func: (scope call): called for each id that @self points to
 * @user_data: data for @func
 */
void
steppe_item_foreach_reference (SteppeItem *self,
                               SteppeReferenceFunc func,
                               gpointer user_data)
{
  GArray *fields = STEPPE_ITEM_GET_CLASS (self)->fields;

  for (guint i = 0; i < fields->len; i++)
    {
      const SteppeField *field = nth_field (self, i);

      if (field->type == STEPPE_FIELD_REFERENCE || field->type == STEPPE_FIELD_REFERENCES || field->type == STEPPE_FIELD_RECORDS)
        foreach_in_field (self, field, func, user_data);
    }
}
