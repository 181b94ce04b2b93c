/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/steppe-text.h"

#include <string.h>

/**
 * SteppeText:
 *
 * A localized string: one text for each of several languages, or a plain text in the language
 * of the dossier. Immutable and safe to share between threads.
 */
typedef struct
{
  GRefString *tag; /* a BCP 47 tag, one string for all that have it; NULL for a plain text */
  char *text;
} Entry;

struct _SteppeText
{
  gatomicrefcount ref_count;
  guint n_entries;
  Entry entries[];
};

G_DEFINE_BOXED_TYPE (SteppeText, steppe_text, steppe_text_ref, steppe_text_unref)

/**
 * steppe_text_new:
 * @n_texts: the number of languages
 * @tags: (array length=n_texts) (element-type utf8): BCP 47 tags; a %NULL tag is a plain text
 * @texts: (array length=n_texts): the texts, plain text and never markup
 *
 * Returns: (transfer full): a new localized string
 */
SteppeText *
steppe_text_new (guint n_texts,
                 const char *const *tags,
                 const char *const *texts)
{
  SteppeText *self = g_malloc0 (sizeof (SteppeText) + n_texts * sizeof (Entry));

  g_atomic_ref_count_init (&self->ref_count);
  self->n_entries = n_texts;
  for (guint i = 0; i < n_texts; i++)
    {
      self->entries[i].tag = tags[i] != NULL ? g_ref_string_new_intern (tags[i]) : NULL;
      self->entries[i].text = g_strdup (texts[i]);
    }
  return self;
}

/**
 * steppe_text_new_plain:
 * @text: a text in the language of the dossier
 *
 * Returns: (transfer full): a new localized string that has only @text
 */
SteppeText *
steppe_text_new_plain (const char *text)
{
  return steppe_text_new (1, (const char *const[]) { NULL }, &text);
}

/**
 * steppe_text_ref:
 * @self: a localized string
 *
 * Returns: (transfer full): @self
 */
SteppeText *
steppe_text_ref (SteppeText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * steppe_text_unref:
 * @self: (transfer full): a localized string
 */
void
steppe_text_unref (SteppeText *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n_entries; i++)
    {
      g_clear_pointer (&self->entries[i].tag, g_ref_string_release);
      g_free (self->entries[i].text);
    }
  g_free (self);
}

/**
 * steppe_text_is_plain:
 * @self: a localized string
 *
 * Returns: whether @self is one text without a language of its own
 */
gboolean
steppe_text_is_plain (const SteppeText *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->n_entries == 1 && self->entries[0].tag == NULL;
}

/**
 * steppe_text_get_n_texts:
 * @self: a localized string
 *
 * Returns: the number of texts
 */
guint
steppe_text_get_n_texts (const SteppeText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_entries;
}

/**
 * steppe_text_get_nth:
 * @self: a localized string
 * @n: which text, below [method@Text.get_n_texts]
 * @tag: (out) (optional) (nullable): its BCP 47 tag, %NULL for a plain text
 *
 * Returns: the text
 */
const char *
steppe_text_get_nth (const SteppeText *self,
                     guint n,
                     const char **tag)
{
  g_return_val_if_fail (self != NULL && n < self->n_entries, NULL);

  if (tag != NULL)
    *tag = self->entries[n].tag;
  return self->entries[n].text;
}

static gsize
primary_length (const char *tag)
{
  return strcspn (tag, "-_.@");
}

/* Whether two tags are the same but for how a locale is written: `zh_CN.UTF-8` is `zh-CN`. */
static gboolean
is_same_tag (const char *tag,
             const char *language)
{
  gsize length = strcspn (language, ".@");

  if (strlen (tag) != length)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (g_ascii_tolower (tag[i]) != (language[i] == '_' ? '-' : g_ascii_tolower (language[i])))
      return FALSE;
  return TRUE;
}

static gboolean
has_any_subtag (const char *tag,
                const char *const *subtags)
{
  g_auto (GStrv) parts = g_strsplit_set (tag, "-_.@", -1);

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    for (guint j = 0; subtags[j] != NULL; j++)
      if (g_ascii_strcasecmp (parts[i], subtags[j]) == 0)
        return TRUE;
  return FALSE;
}

/* Chinese is written in two scripts, which its regions stand for; the simplified one, unless a
 * tag says otherwise (CLDR, likely subtags). */
static gboolean
is_traditional (const char *tag)
{
  const char *const traditional[] = { "Hant", "TW", "HK", "MO", NULL };
  const char *const simplified[] = { "Hans", NULL };

  return g_ascii_strncasecmp (tag, "zh", 2) == 0 &&
         has_any_subtag (tag, traditional) && !has_any_subtag (tag, simplified);
}

/* BCP 47 look-up (RFC 4647, section 3.4) reduced to what dossiers use: the tag itself, else the
 * same primary language, in the same script where Chinese has two. */
static const Entry *
find_language (const SteppeText *self,
               const char *language)
{
  const Entry *found = NULL, *other_script = NULL;
  gsize length = primary_length (language);

  for (guint i = 0; i < self->n_entries; i++)
    {
      const Entry *entry = &self->entries[i];

      if (entry->tag == NULL || length != primary_length (entry->tag) ||
          g_ascii_strncasecmp (entry->tag, language, length) != 0)
        continue;
      if (is_same_tag (entry->tag, language))
        return entry;
      if (is_traditional (entry->tag) != is_traditional (language))
        other_script = other_script != NULL ? other_script : entry;
      else if (found == NULL)
        found = entry;
    }
  return found != NULL ? found : other_script;
}

/**
 * steppe_text_resolve_tag:
 * @self: (nullable): a localized string
 * @languages: (nullable) (array zero-terminated=1): BCP 47 tags or locale names, the most wanted
 *   first; [method@Dossier.get_languages] has the reader's and then the dossier's
 * @tag: (out) (optional) (nullable): the tag of the text returned, %NULL for a plain text
 *
 * Finds the text to show. Where no wanted language is there, the first text that @self has.
 *
 * Returns: the text, empty where @self is %NULL or has none; never %NULL
 */
const char *
steppe_text_resolve_tag (const SteppeText *self,
                         const char *const *languages,
                         const char **tag)
{
  const Entry *entry = NULL;

  if (tag != NULL)
    *tag = NULL;
  if (self == NULL || self->n_entries == 0)
    return "";
  for (guint i = 0; entry == NULL && languages != NULL && languages[i] != NULL; i++)
    entry = find_language (self, languages[i]);
  if (entry == NULL)
    entry = &self->entries[0];
  if (tag != NULL)
    *tag = entry->tag;
  return entry->text;
}

/**
 * steppe_text_resolve:
 * @self: (nullable): a localized string
 * @languages: (nullable) (array zero-terminated=1): BCP 47 tags, the most wanted first
 *
 * As [method@Text.resolve_tag], for those who do not ask which language it is.
 *
 * Returns: the text, empty where @self is %NULL; never %NULL
 */
const char *
steppe_text_resolve (const SteppeText *self,
                     const char *const *languages)
{
  return steppe_text_resolve_tag (self, languages, NULL);
}

/**
 * steppe_text_equal:
 * @a: (nullable): a localized string
 * @b: (nullable): another
 *
 * Returns: whether both have the same texts for the same languages in the same order
 */
gboolean
steppe_text_equal (const SteppeText *a,
                   const SteppeText *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->n_entries != b->n_entries)
    return FALSE;
  for (guint i = 0; i < a->n_entries; i++)
    if (a->entries[i].tag != b->entries[i].tag || !g_str_equal (a->entries[i].text, b->entries[i].text))
      return FALSE;
  return TRUE;
}
