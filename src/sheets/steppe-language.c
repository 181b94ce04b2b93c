/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "sheets/steppe-language.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

/* What makes words: also the encoding, the names of months and the separators of numbers. Paper stays that of the reader. */
#define CATEGORIES (LC_CTYPE_MASK | LC_COLLATE_MASK | LC_MESSAGES_MASK | LC_NUMERIC_MASK | LC_TIME_MASK)

/**
 * SteppeLanguage:
 *
 * A stay in another language than the program's: from [func@Language.enter] to [method@Language.leave], words, numbers and
 * dates are of that language. The environment variable `LANGUAGE` is set meanwhile, by which gettext chooses, so this is
 * for the main thread only, and must not go on while the main loop runs. Stays may be nested.
 */
struct _SteppeLanguage
{
  char *variable; /* LANGUAGE before, or NULL */
  locale_t locale;
  locale_t locale_before;
};

/* What the program speaks; po/LINGUAS, and English. */
static const char *const tags[] = { "en", "mn", "ru", "zh-CN", NULL };

/* Languages with the country whose locale is taken when the tag names none (CLDR, likely subtags), and their own names. */
static const struct
{
  const char *tag;
  const char *locale;
  const char *name;
} languages[] = {
  { "en", "en_US", "English" },
  { "mn", "mn_MN", "Монгол" },
  { "ru", "ru_RU", "Русский" },
  { "zh-CN", "zh_CN", "中文（简体）" },
  { "zh-Hans", "zh_CN", "中文（简体）" },
  { "zh-TW", "zh_TW", "中文（繁體）" },
  { "zh-Hant", "zh_TW", "中文（繁體）" },
  { "zh", "zh_CN", "中文" },
  { "ar", "ar_EG", "العربية" },
  { "de", "de_DE", "Deutsch" },
  { "es", "es_ES", "Español" },
  { "fa", "fa_IR", "فارسی" },
  { "fr", "fr_FR", "Français" },
  { "he", "he_IL", "עברית" },
  { "ja", "ja_JP", "日本語" },
  { "kk", "kk_KZ", "Қазақ тілі" },
  { "ko", "ko_KR", "한국어" },
  { "uk", "uk_UA", "Українська" },
  { "ur", "ur_PK", "اردو" },
};

/* Languages and scripts that are written from right to left (CLDR, script metadata and likely subtags). */
static const char *const rtl_languages[] = { "ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi", NULL };
static const char *const rtl_scripts[] = { "adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa", NULL };

/* The translation of nothing is the head of the file of translations. */
static const char nothing[] = "";

/**
 * steppe_language_init:
 * @folder: where the translations are installed
 *
 * Prepares the translations of the program, after `setlocale()` and before anything is translated.
 */
void
steppe_language_init (const char *folder)
{
  g_return_if_fail (folder != NULL);

  /* The first time, GLib decides for good whether its functions translate; they would not where the program is not
   * translated into the language of the locale. A sheet may be in another one, so this comes before the domain. */
  (void) g_dgettext (GETTEXT_PACKAGE, nothing);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* The index of a language, -1 for none. */
static int
find (const char *tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_ascii_strcasecmp (tag, languages[i].tag) == 0)
      return (int) i;
  return -1;
}

/* Of the subtags after the first, a copy of the first one that is of so many letters, or NULL. */
static char *
dup_subtag (const char *const *subtags,
            gsize length)
{
  for (guint i = 1; subtags[0] != NULL && subtags[i] != NULL; i++)
    if (strlen (subtags[i]) == length && g_ascii_isalpha (subtags[i][0]))
      return g_ascii_strup (subtags[i], -1);
  return NULL;
}

/* Of a language tag, or of a locale such as `zh_CN.UTF-8`, the subtags: first the language. */
static GStrv
split (const char *tag)
{
  g_autofree char *base = g_strndup (tag, strcspn (tag, ".@"));

  return g_strsplit_set (base, "-_", -1);
}

/* Chinese has no language of its own for each script: a country stands for it. */
static gboolean
is_traditional (const char *script,
                const char *country)
{
  static const char *const countries[] = { "TW", "HK", "MO", NULL };

  return script != NULL ? g_str_equal (script, "HANT") : country != NULL && g_strv_contains (countries, country);
}

/* As gettext and locales write it: `ru`, `en_GB`, and `zh_CN` also for `zh` and `zh-Hans-SG`. */
static char *
get_locale_name (const char *tag)
{
  g_auto (GStrv) subtags = split (tag);
  g_autofree char *language = g_ascii_strdown (subtags[0] != NULL ? subtags[0] : "", -1);
  g_autofree char *script = dup_subtag ((const char *const *) subtags, 4);
  g_autofree char *country = dup_subtag ((const char *const *) subtags, 2);

  if (g_str_equal (language, "zh"))
    return g_strdup (is_traditional (script, country) ? "zh_TW" : "zh_CN");
  return country != NULL ? g_strconcat (language, "_", country, NULL) : g_steal_pointer (&language);
}

/* Puts the locale @name of UTF-8 in the place of some categories of @locale. */
static gboolean
replace (locale_t *locale,
         int categories,
         const char *name)
{
  g_autofree char *full_name = g_strconcat (name, ".UTF-8", NULL);
  locale_t replaced = newlocale (categories, full_name, *locale);

  if (replaced == (locale_t) 0)
    return FALSE;
  *locale = replaced;
  return TRUE;
}

/* The country of the reader is kept where the language is spoken there: dates of en_GB are not those of en_US. */
static gboolean
replace_by_own (locale_t *locale,
                const char *name)
{
  const char *own = setlocale (LC_TIME, NULL);
  gsize length = strlen (name);
  g_autofree char *base = own != NULL ? g_strndup (own, strcspn (own, ".@")) : NULL;

  return own != NULL && strchr (own, '@') == NULL && strncmp (own, name, length) == 0 && own[length] == '_' &&
         replace (locale, CATEGORIES, base);
}

static gboolean
replace_by_usual (locale_t *locale,
                  const char *tag,
                  const char *name)
{
  g_autofree char *primary = g_strndup (tag, strcspn (tag, "-"));
  g_autofree char *territory = g_ascii_strup (primary, -1);
  g_autofree char *guess = g_strdup_printf ("%s_%s", primary, territory);
  int found = find (tag) >= 0 ? find (tag) : find (primary);

  return (strchr (name, '_') != NULL && replace (locale, CATEGORIES, name)) ||
         (found >= 0 && replace (locale, CATEGORIES, languages[found].locale)) ||
         replace (locale, CATEGORIES, guess);
}

/* Without a locale of the language, names of months and numbers are English rather than in a third language. As gettext
 * translates nothing in the locale C, messages get any other one; by LANGUAGE it chooses among translations. */
static void
replace_by_any (locale_t *locale)
{
  const char *own = setlocale (LC_MESSAGES, NULL);

  if (!replace (locale, CATEGORIES & ~LC_MESSAGES_MASK, "C"))
    g_debug ("There is no locale C of UTF-8");
  if (own != NULL && strcmp (own, "C") != 0 && strcmp (own, "POSIX") != 0 && !g_str_has_prefix (own, "C."))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (replace (locale, LC_MESSAGES_MASK, languages[i].locale))
      return;
}

static locale_t
create_locale (const char *tag,
               const char *name)
{
  locale_t locale = duplocale (uselocale ((locale_t) 0));

  if (!replace_by_own (&locale, name) && !replace_by_usual (&locale, tag, name))
    replace_by_any (&locale);
  return locale;
}

static void
set_variable (const char *value)
{
  if (value != NULL)
    g_setenv ("LANGUAGE", value, TRUE);
  else
    g_unsetenv ("LANGUAGE");
  /* Makes gettext forget what it found for the language before. */
  textdomain (textdomain (NULL));
}

/**
 * steppe_language_enter:
 * @tag: (nullable): a BCP 47 tag; with %NULL nothing changes
 *
 * Begins a stay in another language, in the main thread. Until it ends, `_()` and its kin, dates, numbers
 * and `g_get_language_names()` are of that language; what is not translated into it is English.
 * Names of months and separators of numbers are those of an installed locale of that language, or else English; a
 * translation is found only if any locale at all but C is installed.
 *
 * Returns: (transfer full) (nullable): the stay, to be ended by [method@Language.leave]
 */
SteppeLanguage *
steppe_language_enter (const char *tag)
{
  SteppeLanguage *self;
  g_autofree char *name = NULL;

  if (tag == NULL)
    return NULL;

  name = get_locale_name (tag);
  self = g_new0 (SteppeLanguage, 1);
  self->variable = g_strdup (g_getenv ("LANGUAGE"));
  self->locale = create_locale (tag, name);
  self->locale_before = uselocale (self->locale);
  set_variable (name);
  return self;
}

/**
 * steppe_language_leave:
 * @self: (transfer full) (nullable): a stay, the last one that was begun
 *
 * Goes back to the language before.
 */
void
steppe_language_leave (SteppeLanguage *self)
{
  if (self == NULL)
    return;

  uselocale (self->locale_before);
  freelocale (self->locale);
  set_variable (self->variable);
  g_free (self->variable);
  g_free (self);
}

/**
 * steppe_language_get_tags:
 *
 * Returns: (array zero-terminated=1) (transfer none): BCP 47 tags of the languages that the program speaks
 */
const char *const *
steppe_language_get_tags (void)
{
  return tags;
}

/**
 * steppe_language_dup_tag:
 * @name: a BCP 47 tag in any case, or the name of a locale, such as `zh_CN.UTF-8`
 *
 * Returns: (transfer full) (nullable): the tag of [func@Language.get_tags] for it, with the country where there are
 *   variants, such as `en-GB`; %NULL where the program does not speak the language
 */
char *
steppe_language_dup_tag (const char *name)
{
  g_autofree char *locale = NULL;
  g_autofree char *language = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  locale = g_strdelimit (get_locale_name (name), "_", '-');
  language = g_strndup (locale, strcspn (locale, "-"));
  if (g_strv_contains (tags, locale))
    return g_steal_pointer (&locale);
  return g_strv_contains (tags, language) ? g_steal_pointer (&locale) : NULL;
}

/**
 * steppe_language_dup_current:
 *
 * Returns: (transfer full): the BCP 47 tag of what the texts of the program are in now
 */
char *
steppe_language_dup_current (void)
{
  const char *head = dgettext (GETTEXT_PACKAGE, nothing);
  const char *field = strstr (head, "Language: ");
  char *tag;

  if (field == NULL)
    return g_strdup ("en");
  field += strlen ("Language: ");
  tag = g_strndup (field, strcspn (field, "\n.@"));
  return g_strdelimit (tag, "_", '-');
}

/**
 * steppe_language_get_name:
 * @tag: a BCP 47 tag
 *
 * Returns: (transfer none): the name of the language in itself, or @tag where it is not known
 */
const char *
steppe_language_get_name (const char *tag)
{
  g_return_val_if_fail (tag != NULL, NULL);

  return find (tag) >= 0 ? languages[find (tag)].name : tag;
}

/**
 * steppe_language_get_direction:
 * @tag: a BCP 47 tag
 *
 * Returns: the direction in which the language is written, %PANGO_DIRECTION_LTR or %PANGO_DIRECTION_RTL
 */
PangoDirection
steppe_language_get_direction (const char *tag)
{
  g_autofree char *lower = NULL;
  g_auto (GStrv) subtags = NULL;

  g_return_val_if_fail (tag != NULL, PANGO_DIRECTION_LTR);

  lower = g_ascii_strdown (tag, -1);
  subtags = g_strsplit_set (lower, "-_.@", -1);
  /* A script is of four letters and says more than the language. */
  for (guint i = 1; subtags[0] != NULL && subtags[i] != NULL; i++)
    if (strlen (subtags[i]) == 4 && g_ascii_isalpha (subtags[i][0]))
      return g_strv_contains (rtl_scripts, subtags[i]) ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
  return subtags[0] != NULL && g_strv_contains (rtl_languages, subtags[0]) ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
}
