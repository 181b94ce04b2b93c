/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/steppe-reading-private.h"

/* A claim in one word, so that a hundred thousand cost nothing: never 0. */
static gpointer
pack_claim (SteppeItemKind kind,
            gsize index,
            gboolean is_left_out)
{
  return GSIZE_TO_POINTER ((index << 5) | (gsize) kind << 2 | (is_left_out ? 2u : 0u) | 1u);
}

gboolean
_steppe_reading_find_claim (SteppeReading *self,
                            const char *id,
                            SteppeClaim *claim)
{
  gsize packed = GPOINTER_TO_SIZE (g_hash_table_lookup (self->claims, id));

  claim->index = (guint) (packed >> 5);
  claim->kind = packed >> 2 & 7;
  claim->is_left_out = (packed & 2) != 0;
  return packed != 0;
}

G_STATIC_ASSERT (STEPPE_N_ITEM_KINDS <= 8);

static const SteppeField *
get_fields (SteppeItemKind kind,
            guint *n_fields)
{
  g_autoptr (SteppeItemClass) klass = g_type_class_ref (steppe_item_kind_get_gtype (kind));

  *n_fields = klass->fields->len;
  return (const SteppeField *) (gpointer) klass->fields->data;
}

/* Whether an object has all that an item must have besides its id. */
static gboolean
has_required (SteppeReading *self,
              const SteppeField *fields,
              guint n_fields,
              yyjson_val *object)
{
  gboolean has_alternatives = FALSE, has_one = FALSE;

  for (guint i = 0; i < n_fields; i++)
    {
      if ((fields[i].flags & (STEPPE_FIELD_REQUIRED | STEPPE_FIELD_ALTERNATIVE)) == 0)
        continue;
      if (fields[i].flags & STEPPE_FIELD_ALTERNATIVE)
        {
          has_alternatives = TRUE;
          has_one = has_one || _steppe_reading_is_usable (self, &fields[i], yyjson_obj_get (object, fields[i].member));
        }
      else if (!_steppe_reading_is_usable (self, &fields[i], yyjson_obj_get (object, fields[i].member)))
        return FALSE;
    }
  return has_one || !has_alternatives;
}

static void
claim_list (SteppeReading *self,
            SteppeItemKind kind,
            yyjson_val *list)
{
  guint n_fields, index = 0;
  const SteppeField *fields = get_fields (kind, &n_fields);
  yyjson_arr_iter iter = { 0 };
  yyjson_val *next;

  yyjson_arr_iter_init (list, &iter);
  for (; (next = yyjson_arr_iter_next (&iter)) != NULL; index++)
    {
      const char *id = _steppe_json_get_string (yyjson_obj_get (next, "id"));
      SteppeClaim claim;

      if (id == NULL || !steppe_id_is_valid (id) || steppe_id_is_reserved (id))
        continue;
      if (_steppe_reading_find_claim (self, id, &claim) && !claim.is_left_out)
        continue;
      g_hash_table_insert (self->claims, (char *) id, pack_claim (kind, index, !has_required (self, fields, n_fields, next)));
    }
}

/* Finds out which ids there are before anything is read, so that each reference can be checked when
 * its turn comes and faults are listed in the order of the file. */
void
_steppe_reading_claim_ids (SteppeReading *self,
                           yyjson_val *root)
{
  gboolean was_quiet = self->quiet;

  self->quiet = TRUE;
  self->claims = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint kind = 0; kind < STEPPE_N_ITEM_KINDS; kind++)
    claim_list (self, kind, yyjson_obj_get (root, steppe_item_kind_get_list_member (kind)));
  self->quiet = was_quiet;
  self->has_claims = TRUE;
}

void
_steppe_reading_clear (SteppeReading *self)
{
  g_clear_pointer (&self->claims, g_hash_table_unref);
  g_clear_error (&self->limit);
}
