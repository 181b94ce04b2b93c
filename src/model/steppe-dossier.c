/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/steppe-dossier.h"

#include <string.h>

/**
 * SteppeDossier:
 *
 * One story: its items by kind, each kind a [iface@Gio.ListModel], and the faults that were found
 * when it was read. Made by a reader in [func@dossier_read_async], possibly in a thread, and from
 * then on used by one thread.
 */
struct _SteppeDossier
{
  GObject parent_instance;

  char *id;
  char *language;
  SteppeText *title;
  SteppeText *summary;
  guint changed; /* one bit a field */
  GStrv wanted; /* the reader's languages, or NULL for those of the locale */
  GStrv languages; /* wanted, then the dossier's own */

  GListStore *items[STEPPE_N_ITEM_KINDS];
  GHashTable *by_id; /* id of an item → the item, both owned by items */
  GHashTable *referrers; /* id → GPtrArray of items; NULL until asked for */
  GHashTable *removed[STEPPE_N_ITEM_KINDS]; /* set of the origins of removed items */
  GListStore *faults;
  GBytes *original;
};

G_DEFINE_FINAL_TYPE (SteppeDossier, steppe_dossier, G_TYPE_OBJECT)

enum
{
  PROP_ID = 1, /* the fields, in their order */
  PROP_LANGUAGE,
  PROP_TITLE,
  PROP_SUMMARY,
  PROP_LANGUAGES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const SteppeField fields[] = {
  { "id", STEPPE_FIELD_STRING, G_STRUCT_OFFSET (SteppeDossier, id) },
  { "language", STEPPE_FIELD_STRING, G_STRUCT_OFFSET (SteppeDossier, language), .flags = STEPPE_FIELD_LANGUAGE },
  { "title", STEPPE_FIELD_TEXT, G_STRUCT_OFFSET (SteppeDossier, title) },
  { "summary", STEPPE_FIELD_TEXT, G_STRUCT_OFFSET (SteppeDossier, summary) },
};

static void
steppe_dossier_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  SteppeDossier *self = STEPPE_DOSSIER (object);

  if (prop_id == PROP_LANGUAGES)
    g_value_set_boxed (value, self->languages);
  else if (G_VALUE_HOLDS_STRING (value))
    g_value_set_string (value, steppe_field_get_pointer (&fields[prop_id - PROP_ID], self));
  else
    g_value_set_boxed (value, steppe_field_get_pointer (&fields[prop_id - PROP_ID], self));
}

static void
steppe_dossier_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  SteppeDossier *self = STEPPE_DOSSIER (object);

  if (prop_id == PROP_LANGUAGES)
    steppe_dossier_set_languages (self, g_value_get_boxed (value));
  else if (G_VALUE_HOLDS_STRING (value))
    steppe_dossier_take_pointer (self, prop_id - PROP_ID, g_value_dup_string (value));
  else
    steppe_dossier_take_pointer (self, prop_id - PROP_ID, g_value_dup_boxed (value));
}

static void
steppe_dossier_finalize (GObject *object)
{
  SteppeDossier *self = STEPPE_DOSSIER (object);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    steppe_field_clear (&fields[i], self);
  g_strfreev (self->wanted);
  g_strfreev (self->languages);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->referrers, g_hash_table_unref);
  for (guint i = 0; i < STEPPE_N_ITEM_KINDS; i++)
    {
      g_clear_object (&self->items[i]);
      g_clear_pointer (&self->removed[i], g_hash_table_unref);
    }
  g_clear_object (&self->faults);
  g_clear_pointer (&self->original, g_bytes_unref);

  G_OBJECT_CLASS (steppe_dossier_parent_class)->finalize (object);
}

static void
steppe_dossier_class_init (SteppeDossierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = steppe_dossier_get_property;
  object_class->set_property = steppe_dossier_set_property;
  object_class->finalize = steppe_dossier_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_boxed ("title", NULL, NULL, STEPPE_TYPE_TEXT, flags);
  properties[PROP_SUMMARY] = g_param_spec_boxed ("summary", NULL, NULL, STEPPE_TYPE_TEXT, flags);
  properties[PROP_LANGUAGES] = g_param_spec_boxed ("languages", NULL, NULL, G_TYPE_STRV, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
update_languages (SteppeDossier *self)
{
  const char *const *wanted = self->wanted != NULL ? (const char *const *) self->wanted : g_get_language_names ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) languages = NULL;

  for (guint i = 0; wanted[i] != NULL; i++)
    {
      if (strcmp (wanted[i], "C") != 0 && strcmp (wanted[i], "POSIX") != 0)
        g_strv_builder_add (builder, wanted[i]);
    }
  if (self->language != NULL)
    g_strv_builder_add (builder, self->language);
  languages = g_strv_builder_end (builder);

  if (self->languages != NULL && g_strv_equal ((const char *const *) languages, (const char *const *) self->languages))
    return;
  g_strfreev (self->languages);
  self->languages = g_steal_pointer (&languages);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANGUAGES]);
}

static void
steppe_dossier_init (SteppeDossier *self)
{
  for (guint i = 0; i < STEPPE_N_ITEM_KINDS; i++)
    {
      self->items[i] = g_list_store_new (steppe_item_kind_get_gtype (i));
      self->removed[i] = g_hash_table_new (NULL, NULL);
    }
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->faults = g_list_store_new (STEPPE_TYPE_FAULT);
  update_languages (self);
}

/**
 * steppe_dossier_new:
 *
 * Returns: (transfer full): a dossier with nothing in it
 */
SteppeDossier *
steppe_dossier_new (void)
{
  return g_object_new (STEPPE_TYPE_DOSSIER, NULL);
}

/**
 * steppe_dossier_get_fields:
 * @n_fields: (out): how many
 *
 * Returns: (array length=n_fields) (transfer none): what a dossier has besides its items
 */
const SteppeField *
steppe_dossier_get_fields (guint *n_fields)
{
  *n_fields = G_N_ELEMENTS (fields);
  return fields;
}

/**
 * steppe_dossier_take_pointer:
 * @self: a dossier
 * @field: which of [func@Dossier.get_fields]
 * @value: (transfer full) (nullable): its new value
 *
 * Sets a field as `g_object_set()` does, without a copy.
 */
void
steppe_dossier_take_pointer (SteppeDossier *self,
                             guint field,
                             gpointer value)
{
  g_return_if_fail (STEPPE_IS_DOSSIER (self) && field < G_N_ELEMENTS (fields));

  if (!steppe_field_take_pointer (&fields[field], self, value))
    return;
  self->changed |= 1u << field;
  if (field == PROP_LANGUAGE - PROP_ID)
    update_languages (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID + field]);
}

/**
 * steppe_dossier_has_changed:
 * @self: a dossier
 * @field: which of [func@Dossier.get_fields]
 *
 * Returns: whether it was set since the dossier was read or, where it was not read, made
 */
gboolean
steppe_dossier_has_changed (SteppeDossier *self,
                            guint field)
{
  g_return_val_if_fail (STEPPE_IS_DOSSIER (self), FALSE);

  return (self->changed >> field & 1) != 0;
}

/**
 * steppe_dossier_get_id:
 * @self: a dossier
 *
 * Returns: (nullable): its id, a URN
 */
const char *
steppe_dossier_get_id (SteppeDossier *self)
{
  g_return_val_if_fail (STEPPE_IS_DOSSIER (self), NULL);

  return self->id;
}

/**
 * steppe_dossier_set_id:
 * @self: a dossier
 * @id: (nullable): its id, a URN
 */
void
steppe_dossier_set_id (SteppeDossier *self,
                       const char *id)
{
  g_return_if_fail (STEPPE_IS_DOSSIER (self));

  steppe_dossier_take_pointer (self, PROP_ID - PROP_ID, g_strdup (id));
}

/**
 * steppe_dossier_get_language:
 * @self: a dossier
 *
 * Returns: (nullable): the BCP 47 tag of its plain texts
 */
const char *
steppe_dossier_get_language (SteppeDossier *self)
{
  g_return_val_if_fail (STEPPE_IS_DOSSIER (self), NULL);

  return self->language;
}

/**
 * steppe_dossier_set_language:
 * @self: a dossier
 * @language: (nullable): the BCP 47 tag of its plain texts
 */
void
steppe_dossier_set_language (SteppeDossier *self,
                             const char *language)
{
  g_return_if_fail (STEPPE_IS_DOSSIER (self));

  steppe_dossier_take_pointer (self, PROP_LANGUAGE - PROP_ID, g_strdup (language));
}

/**
 * steppe_dossier_get_title:
 * @self: a dossier
 *
 * Returns: (nullable) (transfer none): its title
 */
SteppeText *
steppe_dossier_get_title (SteppeDossier *self)
{
  g_return_val_if_fail (STEPPE_IS_DOSSIER (self), NULL);

  return self->title;
}

/**
 * steppe_dossier_set_title:
 * @self: a dossier
 * @title: (nullable): its title
 */
void
steppe_dossier_set_title (SteppeDossier *self,
                          SteppeText *title)
{
  g_return_if_fail (STEPPE_IS_DOSSIER (self));

  steppe_dossier_take_pointer (self, PROP_TITLE - PROP_ID, title != NULL ? steppe_text_ref (title) : NULL);
}

/**
 * steppe_dossier_get_summary:
 * @self: a dossier
 *
 * Returns: (nullable) (transfer none): what it is about in a few sentences
 */
SteppeText *
steppe_dossier_get_summary (SteppeDossier *self)
{
  g_return_val_if_fail (STEPPE_IS_DOSSIER (self), NULL);

  return self->summary;
}

/**
 * steppe_dossier_set_summary:
 * @self: a dossier
 * @summary: (nullable): what it is about in a few sentences
 */
void
steppe_dossier_set_summary (SteppeDossier *self,
                            SteppeText *summary)
{
  g_return_if_fail (STEPPE_IS_DOSSIER (self));

  steppe_dossier_take_pointer (self, PROP_SUMMARY - PROP_ID, summary != NULL ? steppe_text_ref (summary) : NULL);
}

/**
 * steppe_dossier_get_languages:
 * @self: a dossier
 *
 * Returns: (array zero-terminated=1) (transfer none): the languages to resolve its texts by, the
 *   reader's and then its own
 */
const char *const *
steppe_dossier_get_languages (SteppeDossier *self)
{
  g_return_val_if_fail (STEPPE_IS_DOSSIER (self), NULL);

  return (const char *const *) self->languages;
}

/**
 * steppe_dossier_set_languages:
 * @self: a dossier
 * @languages: (nullable) (array zero-terminated=1): BCP 47 tags, the most wanted first; %NULL for
 *   the languages of the locale
 */
void
steppe_dossier_set_languages (SteppeDossier *self,
                              const char *const *languages)
{
  g_return_if_fail (STEPPE_IS_DOSSIER (self));

  g_strfreev (self->wanted);
  self->wanted = g_strdupv ((char **) languages);
  update_languages (self);
}

/**
 * steppe_dossier_new_translated:
 * @dossier: a dossier
 * @languages: (array zero-terminated=1): BCP 47 tags, the most wanted first
 *
 * Makes a dossier of the same items whose texts resolve to other languages, as for printing in
 * another language than is shown. It does not follow when items are added to @dossier later.
 *
 * Returns: (transfer full): the other dossier
 */
SteppeDossier *
steppe_dossier_new_translated (SteppeDossier *dossier,
                               const char *const *languages)
{
  SteppeDossier *self;

  g_return_val_if_fail (STEPPE_IS_DOSSIER (dossier) && languages != NULL, NULL);

  self = steppe_dossier_new ();
  steppe_dossier_set_language (self, steppe_dossier_get_language (dossier));
  steppe_dossier_set_id (self, steppe_dossier_get_id (dossier));
  steppe_dossier_set_title (self, steppe_dossier_get_title (dossier));
  steppe_dossier_set_summary (self, steppe_dossier_get_summary (dossier));
  steppe_dossier_set_languages (self, languages);
  for (guint kind = 0; kind < STEPPE_N_ITEM_KINDS; kind++)
    {
      GListModel *store = G_LIST_MODEL (dossier->items[kind]);
      g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < g_list_model_get_n_items (store); i++)
        g_ptr_array_add (items, g_list_model_get_item (store, i));
      steppe_dossier_add_all (self, kind, items);
    }
  return self;
}

/**
 * steppe_dossier_resolve:
 * @self: a dossier
 * @text: (nullable): one of its texts
 *
 * Returns: @text in the language to show, empty for %NULL; never %NULL
 */
const char *
steppe_dossier_resolve (SteppeDossier *self,
                        const SteppeText *text)
{
  g_return_val_if_fail (STEPPE_IS_DOSSIER (self), "");

  return steppe_text_resolve (text, (const char *const *) self->languages);
}

/**
 * steppe_dossier_resolve_name:
 * @self: a dossier
 * @item: one of its items
 *
 * Returns: the name of @item in the language to show, its id where it has none
 */
const char *
steppe_dossier_resolve_name (SteppeDossier *self,
                             SteppeItem *item)
{
  const char *name;

  g_return_val_if_fail (STEPPE_IS_DOSSIER (self) && STEPPE_IS_ITEM (item), "");

  name = steppe_dossier_resolve (self, steppe_item_get_name (item));
  return *name != '\0' ? name : steppe_item_get_id (item);
}

/**
 * steppe_dossier_get_items:
 * @self: a dossier
 * @kind: which items
 *
 * Returns: (transfer none): its items of that kind in the order of the file
 */
GListModel *
steppe_dossier_get_items (SteppeDossier *self,
                          SteppeItemKind kind)
{
  g_return_val_if_fail (STEPPE_IS_DOSSIER (self) && kind < STEPPE_N_ITEM_KINDS, NULL);

  return G_LIST_MODEL (self->items[kind]);
}

/**
 * steppe_dossier_lookup:
 * @self: a dossier
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the item with that id
 */
SteppeItem *
steppe_dossier_lookup (SteppeDossier *self,
                       const char *id)
{
  g_return_val_if_fail (STEPPE_IS_DOSSIER (self), NULL);

  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

static gboolean
register_item (SteppeDossier *self,
               SteppeItem *item)
{
  const char *id = steppe_item_get_id (item);

  if (steppe_id_is_reserved (id) || g_hash_table_contains (self->by_id, id))
    return FALSE;
  g_hash_table_insert (self->by_id, (char *) id, item);
  return TRUE;
}

/**
 * steppe_dossier_add:
 * @self: a dossier
 * @item: an item
 *
 * Returns: whether it was added; not when its id is reserved or taken
 */
gboolean
steppe_dossier_add (SteppeDossier *self,
                    SteppeItem *item)
{
  g_return_val_if_fail (STEPPE_IS_DOSSIER (self) && STEPPE_IS_ITEM (item), FALSE);

  if (!register_item (self, item))
    return FALSE;
  g_clear_pointer (&self->referrers, g_hash_table_unref);
  g_list_store_append (self->items[steppe_item_get_kind (item)], item);
  return TRUE;
}

/**
 * steppe_dossier_add_all:
 * @self: a dossier
 * @kind: which kind all of @items are
 * @items: (element-type SteppeItem): items whose ids are neither reserved nor taken
 *
 * Adds many items with one `items-changed`.
 */
void
steppe_dossier_add_all (SteppeDossier *self,
                        SteppeItemKind kind,
                        GPtrArray *items)
{
  GListStore *store;

  g_return_if_fail (STEPPE_IS_DOSSIER (self) && kind < STEPPE_N_ITEM_KINDS);

  for (guint i = 0; i < items->len; i++)
    g_return_if_fail (register_item (self, g_ptr_array_index (items, i)));
  g_clear_pointer (&self->referrers, g_hash_table_unref);
  store = self->items[kind];
  g_list_store_splice (store, g_list_model_get_n_items (G_LIST_MODEL (store)), 0, items->pdata, items->len);
}

/**
 * steppe_dossier_remove:
 * @self: a dossier
 * @item: one of its items
 *
 * Takes an item away. What points to it still does, and leads nowhere.
 */
void
steppe_dossier_remove (SteppeDossier *self,
                       SteppeItem *item)
{
  SteppeItemKind kind;
  guint position;

  g_return_if_fail (STEPPE_IS_DOSSIER (self) && STEPPE_IS_ITEM (item));
  kind = steppe_item_get_kind (item);
  g_return_if_fail (g_list_store_find (self->items[kind], item, &position));

  if (steppe_item_get_origin (item) >= 0)
    g_hash_table_add (self->removed[kind], GINT_TO_POINTER (steppe_item_get_origin (item)));
  g_hash_table_remove (self->by_id, steppe_item_get_id (item));
  g_clear_pointer (&self->referrers, g_hash_table_unref);
  g_list_store_remove (self->items[kind], position);
}

/**
 * steppe_dossier_is_removed:
 * @self: a dossier
 * @kind: a kind of item
 * @origin: a place in the list of that kind, see [method@Item.get_origin]
 *
 * Returns: whether the item that was read from there has been removed
 */
gboolean
steppe_dossier_is_removed (SteppeDossier *self,
                           SteppeItemKind kind,
                           int origin)
{
  g_return_val_if_fail (STEPPE_IS_DOSSIER (self) && kind < STEPPE_N_ITEM_KINDS, FALSE);

  return g_hash_table_contains (self->removed[kind], GINT_TO_POINTER (origin));
}

/**
 * steppe_dossier_is_modified:
 * @self: a dossier
 *
 * Returns: whether anything in it is other than in the bytes it was read from
 */
gboolean
steppe_dossier_is_modified (SteppeDossier *self)
{
  g_return_val_if_fail (STEPPE_IS_DOSSIER (self), FALSE);

  if (self->original == NULL || self->changed != 0)
    return TRUE;
  for (guint kind = 0; kind < STEPPE_N_ITEM_KINDS; kind++)
    {
      GListModel *items = G_LIST_MODEL (self->items[kind]);

      if (g_hash_table_size (self->removed[kind]) > 0)
        return TRUE;
      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr (SteppeItem) item = g_list_model_get_item (items, i);

          if (steppe_item_is_modified (item))
            return TRUE;
        }
    }
  return FALSE;
}

static void
add_referrer (SteppeItem *item,
              const SteppeReference *reference,
              gpointer user_data)
{
  SteppeDossier *self = user_data;
  SteppeItem *target = steppe_dossier_lookup (self, reference->id);
  GPtrArray *referrers;

  if (target == NULL)
    return;
  referrers = g_hash_table_lookup (self->referrers, reference->id);
  if (referrers == NULL)
    {
      referrers = g_ptr_array_new ();
      g_hash_table_insert (self->referrers, (char *) steppe_item_get_id (target), referrers);
    }
  if (referrers->len == 0 || g_ptr_array_index (referrers, referrers->len - 1) != item)
    g_ptr_array_add (referrers, item);
}

/**
 * steppe_dossier_get_referrers:
 * @self: a dossier
 * @id: the id of an item
 *
 * Returns: (element-type SteppeItem) (transfer none) (nullable): the items that point to it, in
 *   the order of kinds and of the file; %NULL for none. Valid until the dossier changes.
 */
GPtrArray *
steppe_dossier_get_referrers (SteppeDossier *self,
                              const char *id)
{
  g_return_val_if_fail (STEPPE_IS_DOSSIER (self) && id != NULL, NULL);

  if (self->referrers == NULL)
    {
      self->referrers = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
      for (guint kind = 0; kind < STEPPE_N_ITEM_KINDS; kind++)
        {
          GListModel *items = G_LIST_MODEL (self->items[kind]);

          for (guint i = 0; i < g_list_model_get_n_items (items); i++)
            {
              g_autoptr (SteppeItem) item = g_list_model_get_item (items, i);

              steppe_item_foreach_reference (item, add_referrer, self);
            }
        }
    }
  return g_hash_table_lookup (self->referrers, id);
}

/**
 * steppe_dossier_get_faults:
 * @self: a dossier
 *
 * Returns: (transfer none): a list of [class@Fault], what was not as expected when it was read
 */
GListModel *
steppe_dossier_get_faults (SteppeDossier *self)
{
  g_return_val_if_fail (STEPPE_IS_DOSSIER (self), NULL);

  return G_LIST_MODEL (self->faults);
}

/**
 * steppe_dossier_add_fault:
 * @self: a dossier
 * @pointer: where, as a JSON pointer
 * @message: what was found and what was expected
 */
void
steppe_dossier_add_fault (SteppeDossier *self,
                          const char *pointer,
                          const char *message)
{
  g_autoptr (SteppeFault) fault = steppe_fault_new (pointer, message);

  g_return_if_fail (STEPPE_IS_DOSSIER (self));

  g_list_store_append (self->faults, fault);
}

/**
 * steppe_dossier_get_original:
 * @self: a dossier
 *
 * Returns: (transfer none) (nullable): the bytes it was read from, so that whatever Steppe does
 *   not know is written back as it was
 */
GBytes *
steppe_dossier_get_original (SteppeDossier *self)
{
  g_return_val_if_fail (STEPPE_IS_DOSSIER (self), NULL);

  return self->original;
}

/**
 * steppe_dossier_set_original:
 * @self: a dossier
 * @original: (nullable): the bytes it was read from, just now
 *
 * From now on only what is set counts as changed.
 */
void
steppe_dossier_set_original (SteppeDossier *self,
                             GBytes *original)
{
  g_return_if_fail (STEPPE_IS_DOSSIER (self));

  if (original != NULL)
    g_bytes_ref (original);
  g_clear_pointer (&self->original, g_bytes_unref);
  self->original = original;
  self->changed = 0;
}

/**
 * steppe_id_is_valid:
 * @id: a text
 *
 * Returns: whether it is an id: a letter or digit of ASCII, then such and `.`, `_`, `-`
 */
gboolean
steppe_id_is_valid (const char *id)
{
  return g_ascii_isalnum (*id) &&
         id[strspn (id, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-")] == '\0';
}

/**
 * steppe_id_is_reserved:
 * @id: an id
 *
 * Returns: whether no item may have it
 */
gboolean
steppe_id_is_reserved (const char *id)
{
  return g_str_equal (id, "dossier") || g_str_equal (id, "statements");
}
