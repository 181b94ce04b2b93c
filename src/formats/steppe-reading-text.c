/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "formats/steppe-reading-private.h"

#include <glib/gi18n.h>

#include "model/steppe-narrative-text.h"

/* The shape of BCP 47 tags (RFC 5646, section 2.1): subtags of one to eight letters or digits, the first of letters. */
gboolean
_steppe_reading_is_language_tag (const char *tag)
{
  guint length = 0;
  gboolean is_first = TRUE;

  for (; *tag != '\0'; tag++)
    {
      if (*tag == '-' && length > 0)
        {
          length = 0;
          is_first = FALSE;
        }
      else if (!(is_first ? g_ascii_isalpha (*tag) : g_ascii_isalnum (*tag)) || ++length > 8)
        return FALSE;
    }
  return length > 0;
}

static gboolean
is_blank (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0';
}

/* Reports each id that the links of a CommonMark text mention and that no item has, once. */
static void
check_mentions (SteppeReading *self,
                const SteppePath *path,
                const char *commonmark)
{
  g_autoptr (SteppeNarrativeText) text = steppe_narrative_text_new (commonmark);
  g_autoptr (GHashTable) reported = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_links;
  const SteppeLink *links = steppe_narrative_text_get_links (text, &n_links);

  for (guint i = 0; i < n_links; i++)
    {
      const char *id = links[i].target;
      SteppeClaim claim;

      if (links[i].type != STEPPE_LINK_MENTION || steppe_id_is_reserved (id))
        continue;
      if (_steppe_reading_find_claim (self, id, &claim) && !claim.is_left_out)
        continue;
      if (g_hash_table_add (reported, (char *) id))
        _steppe_reading_fault (self, path, _ ("the text mentions “%s”, which is not in this dossier; it is shown without a link"), id);
    }
}

static const char *
read_entry (SteppeReading *self,
            const SteppePath *path,
            const SteppeField *field,
            yyjson_val *value)
{
  const char *text = _steppe_json_get_string (value);

  if (text == NULL || is_blank (text))
    {
      _steppe_reading_fault_expected (self, path, _ ("a text that is not empty"), value);
      return NULL;
    }
  if (field->flags & STEPPE_FIELD_COMMONMARK && !self->quiet)
    check_mentions (self, path, text);
  return text;
}

static int
compare_tags (gconstpointer a,
              gconstpointer b,
              gpointer tags)
{
  guint first = *(const guint *) a, second = *(const guint *) b;
  int order = g_ascii_strcasecmp (((const char **) tags)[first], ((const char **) tags)[second]);

  return order != 0 ? order : (first > second) - (first < second);
}

/* Reports each language that comes again: only its first text is ever shown. */
static void
check_tags (SteppeReading *self,
            const SteppePath *path,
            const char **tags,
            guint n_tags)
{
  g_autofree guint *sorted = NULL;

  if (n_tags < 2 || self->quiet)
    return;
  sorted = g_new (guint, n_tags);
  for (guint i = 0; i < n_tags; i++)
    sorted[i] = i;
  g_sort_array (sorted, n_tags, sizeof (guint), compare_tags, tags);
  for (guint i = 1; i < n_tags; i++)
    {
      SteppePath member = { path, tags[sorted[i]] };

      if (g_ascii_strcasecmp (tags[sorted[i - 1]], tags[sorted[i]]) == 0)
        _steppe_reading_fault (self, &member, _ ("expected this language once, found it again"));
    }
}

static SteppeText *
read_map (SteppeReading *self,
          const SteppePath *path,
          const SteppeField *field,
          yyjson_val *value)
{
  gsize size = yyjson_obj_size (value);
  g_autofree const char **tags = g_new (const char *, size);
  g_autofree const char **texts = g_new (const char *, size);
  guint n_texts = 0;
  yyjson_obj_iter iter;
  yyjson_val *key;

  yyjson_obj_iter_init (value, &iter);
  while ((key = yyjson_obj_iter_next (&iter)) != NULL)
    {
      SteppePath member = { path, yyjson_get_str (key) };
      const char *text = read_entry (self, &member, field, yyjson_obj_iter_get_val (key));

      if (_steppe_json_get_string (key) == NULL || !_steppe_reading_is_language_tag (member.member))
        _steppe_reading_fault_expected (self, &member, _ ("a language tag such as “en” or “zh-Hant”"), key);
      else if (text != NULL)
        {
          tags[n_texts] = member.member;
          texts[n_texts++] = text;
        }
    }
  check_tags (self, path, tags, n_texts);
  return n_texts > 0 ? steppe_text_new (n_texts, tags, texts) : NULL;
}

SteppeText *
_steppe_reading_read_text (SteppeReading *self,
                           const SteppePath *path,
                           const SteppeField *field,
                           yyjson_val *value)
{
  if (yyjson_is_str (value))
    {
      const char *text = read_entry (self, path, field, value);

      return text != NULL ? steppe_text_new_plain (text) : NULL;
    }
  if (yyjson_is_obj (value) && yyjson_obj_size (value) > 0)
    return read_map (self, path, field, value);
  _steppe_reading_fault_expected (self, path, _ ("a text, or texts by language"), value);
  return NULL;
}
