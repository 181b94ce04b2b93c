/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "sheets/steppe-language.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <langinfo.h>
#include <locale.h>
#include <unistd.h>

#include "dossier-testing.h"
#include "time/steppe-date-format.h"

static const char *const process_locales[] = { "C.UTF-8", "C", "en_US.UTF-8", "ru_RU.UTF-8", "mn_MN.UTF-8", "ar_EG.UTF-8" };

static const struct
{
  const char *tag;
  const char *locale; /* that its dates and numbers need */
  const char *program; /* what the program's texts are then in */
  const char *words;
  const char *phrase;
  const char *count;
  const char *day;
  const char *month;
  const char *name;
} cases[] = {
  { "en", "en_US.UTF-8", "en", "spring", "about spring 2001", "12,345 sources", "2 September 2024", "September 2024", "Event" },
  { "ru", "ru_RU.UTF-8", "ru", "весна", "около весны 2001", "12\u202f345 источников", "2 сентября 2024", "сентябрь 2024", "Событие" },
  { "mn", "mn_MN.UTF-8", "mn", "хавар", "ойролцоогоор 2001 оны хавар", "12.345 эх сурвалж", "2024 оны 9-р сарын 2", "2024 оны 9-р сар", "Явдал" },
  { "zh-CN", "zh_CN.UTF-8", "zh-CN", "春", "约2001年春", "12,345 个来源", "2024年9月2日", "2024年9月", "事件" },
  { "zh-Hans", "zh_CN.UTF-8", "zh-CN", "春", "约2001年春", "12,345 个来源", "2024年9月2日", "2024年9月", "事件" },
  { "ar", "ar_EG.UTF-8", "en", "spring", "about spring 2001", "12,345 sources", "2 سبتمبر 2024", "سبتمبر 2024", "حدث" },
  { "qaa", NULL, "en", "spring", "about spring 2001", "12345 sources", "2 September 2024", "September 2024", "Явдал" },
};

static gboolean
has_locale (const char *name)
{
  locale_t locale = newlocale (LC_ALL_MASK, name, (locale_t) 0);

  if (locale == (locale_t) 0)
    return FALSE;
  freelocale (locale);
  return TRUE;
}

static char *
format_date (const char *edtf)
{
  g_autoptr (SteppeDate) date = steppe_date_new (edtf, NULL);

  g_assert_nonnull (date);
  return steppe_date_format (date, STEPPE_DATE_STYLE_LONG);
}

/* All that depends on the language, in a line each. */
static char *
say (SteppeDossier *dossier)
{
  GString *lines = g_string_new (NULL);
  g_autofree char *language = steppe_language_dup_current ();
  g_autofree char *day = format_date ("2024-09-02");
  g_autofree char *month = format_date ("2024-09");
  g_autofree char *phrase = format_date ("2001-21~");

  g_string_append_printf (lines, "%s\n%s\n%s\n", language, _ ("spring"), phrase);
  g_string_append_printf (lines, ngettext ("%'u source", "%'u sources", 12345), 12345);
  g_string_append_printf (lines, "\n%s\n%s\n", day, month);
  g_string_append (lines, steppe_dossier_resolve_name (dossier, steppe_dossier_lookup (dossier, "e")));
  return g_string_free_and_steal (lines);
}

/* The same where the texts of the dossier are to be in a language, too. */
static char *
say_in (SteppeDossier *dossier,
        const char *tag)
{
  g_autoptr (SteppeDossier) translated = steppe_dossier_new_translated (dossier, (const char *const[]) { tag, NULL });

  return say (translated);
}

static SteppeDossier *
create_dossier (void)
{
  return read_members ("'language': 'mn', 'events': [{'id': 'e', 'title': {'mn': 'Явдал', 'ru': 'Событие', 'en': 'Event', "
                       "'zh-Hans': '事件', 'ar': 'حدث'}, 'time': '2024'}]");
}

static void
test_words (void)
{
  g_autoptr (SteppeDossier) dossier = create_dossier ();

  for (guint i = 0; i < G_N_ELEMENTS (process_locales); i++)
    {
      g_autofree char *before = NULL;

      if (setlocale (LC_ALL, process_locales[i]) == NULL)
        continue;
      before = say (dossier);
      for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
        {
          g_autoptr (SteppeLanguage) language = NULL;
          g_autofree char *expected = NULL, *words = NULL, *after = NULL;

          if (cases[j].locale != NULL && !has_locale (cases[j].locale))
            continue;
          g_test_message ("%s in %s", cases[j].tag, process_locales[i]);
          expected = g_strjoin ("\n", cases[j].program, cases[j].words, cases[j].phrase, cases[j].count, cases[j].day,
                                cases[j].month, cases[j].name, NULL);
          language = steppe_language_enter (cases[j].tag);
          words = say_in (dossier, cases[j].tag);
          g_assert_cmpstr (words, ==, expected);
          g_clear_pointer (&language, steppe_language_leave);
          after = say (dossier);
          g_assert_cmpstr (after, ==, before);
        }
    }
  setlocale (LC_ALL, "C.UTF-8");
}

/* Without a locale of the language, what is translated is so, and the rest is English. */
static void
test_no_locale (void)
{
  g_autofree char *folder = g_dir_make_tmp ("steppe-locales-XXXXXX", NULL);
  g_autofree char *link = g_build_filename (folder, "en_US.utf8", NULL);
  g_autoptr (SteppeDossier) dossier = create_dossier ();
  g_autoptr (SteppeLanguage) language = NULL;
  g_autofree char *words = NULL;
  gboolean is_alone;

  if (!g_file_test ("/usr/lib/locale/en_US.utf8", G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("no folder of the American locale");
      return;
    }
  g_assert_cmpint (symlink ("/usr/lib/locale/en_US.utf8", link), ==, 0);
  g_setenv ("LOCPATH", folder, TRUE);
  is_alone = !has_locale ("ru_RU.UTF-8") && has_locale ("en_US.UTF-8");
  if (is_alone)
    {
      language = steppe_language_enter ("ru");
      words = say_in (dossier, "ru");
    }
  g_unsetenv ("LOCPATH");
  g_unlink (link);
  g_rmdir (folder);
  if (is_alone)
    g_assert_cmpstr (words, ==, "ru\nвесна\nоколо весны 2001\n12345 источников\n2 September 2024\nSeptember 2024\nСобытие");
  else
    g_test_skip ("locales cannot be hidden");
}

/* The language may have been chosen by the environment. */
static void
test_variable (void)
{
  if (setlocale (LC_ALL, "en_US.UTF-8") == NULL)
    {
      g_test_skip ("no American locale");
      return;
    }
  g_setenv ("LANGUAGE", "ru:mn", TRUE);
  textdomain (GETTEXT_PACKAGE);
  g_assert_cmpstr (_ ("spring"), ==, "весна");
  {
    g_autoptr (SteppeLanguage) language = steppe_language_enter ("en");

    g_assert_cmpstr (_ ("spring"), ==, "spring");
    g_assert_cmpstr (g_get_language_names ()[0], ==, "en");
  }
  g_assert_cmpstr (_ ("spring"), ==, "весна");
  g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, "ru:mn");
  g_assert_cmpstr (g_get_language_names ()[0], ==, "ru");

  g_unsetenv ("LANGUAGE");
  steppe_language_leave (steppe_language_enter ("mn"));
  g_assert_null (g_getenv ("LANGUAGE"));
  setlocale (LC_ALL, "C.UTF-8");
}

/* The country of the reader decides where the language leaves a choice. */
static void
test_country (void)
{
  g_autoptr (SteppeLanguage) language = NULL;

  if (!has_locale ("zh_CN.UTF-8") || setlocale (LC_TIME, "en_US.UTF-8") == NULL || setlocale (LC_MESSAGES, "zh_CN.UTF-8") == NULL)
    {
      g_test_skip ("no Chinese and American locales");
      return;
    }
  language = steppe_language_enter ("en");
  g_assert_cmpstr (nl_langinfo (D_FMT), ==, "%m/%d/%Y");
  g_assert_cmpstr (_ ("spring"), ==, "spring");
  g_clear_pointer (&language, steppe_language_leave);
  g_assert_cmpstr (_ ("spring"), ==, "春");
  setlocale (LC_ALL, "C.UTF-8");
}

/* Stays may be nested, and a translated dossier does not touch the one it is of. */
static void
test_nested (void)
{
  g_autoptr (SteppeDossier) dossier = create_dossier ();
  SteppeItem *item = steppe_dossier_lookup (dossier, "e");
  guint n_notified = 0;

  steppe_dossier_set_languages (dossier, (const char *[]) { "en", NULL });
  g_signal_connect_swapped (dossier, "notify", G_CALLBACK (g_atomic_int_inc), &n_notified);
  {
    g_autoptr (SteppeLanguage) outer = steppe_language_enter ("ru");
    g_autoptr (SteppeDossier) russian = steppe_dossier_new_translated (dossier, (const char *const[]) { "ru", NULL });
    g_autoptr (SteppeLanguage) inner = steppe_language_enter ("ar");
    g_autoptr (SteppeDossier) arabic = steppe_dossier_new_translated (russian, (const char *const[]) { "ar", NULL });

    g_assert_cmpstr (steppe_dossier_resolve_name (arabic, item), ==, "حدث");
    g_assert_cmpstrv (steppe_dossier_get_languages (arabic), ((const char *[]) { "ar", "mn", NULL }));
    g_clear_pointer (&inner, steppe_language_leave);
    g_assert_cmpstr (steppe_dossier_resolve_name (russian, item), ==, "Событие");
  }
  g_assert_cmpstr (steppe_dossier_resolve_name (dossier, item), ==, "Event");
  g_assert_cmpuint (n_notified, ==, 0);
}

static void
test_none (void)
{
  g_autoptr (SteppeDossier) dossier = create_dossier ();
  g_autofree char *before = say (dossier), *after = NULL;
  SteppeLanguage *language = steppe_language_enter (NULL);

  after = say (dossier);
  g_assert_cmpstr (after, ==, before);
  steppe_language_leave (language);
}

/* What is listed is English and all translations there are, each with a name of its own. */
static void
test_tags (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "po", "LINGUAS", NULL);
  g_autofree char *translations = NULL;
  g_autofree char *listed = g_strjoinv ("\n", (char **) steppe_language_get_tags ());
  g_autofree char *expected = NULL;

  g_assert_true (g_file_get_contents (path, &translations, NULL, NULL));
  expected = g_strconcat ("en\n", g_strdelimit (g_strchomp (translations), "_", '-'), NULL);
  g_assert_cmpstr (listed, ==, expected);
  for (guint i = 0; steppe_language_get_tags ()[i] != NULL; i++)
    g_assert_cmpstr (steppe_language_get_name (steppe_language_get_tags ()[i]), !=, steppe_language_get_tags ()[i]);
  g_assert_cmpstr (steppe_language_get_name ("mn"), ==, "Монгол");
  g_assert_cmpstr (steppe_language_get_name ("ZH-cn"), ==, "中文（简体）");
  g_assert_cmpstr (steppe_language_get_name ("qaa"), ==, "qaa");
}

/* A tag in any form finds the language that the program speaks. */
static void
test_dup_tag (void)
{
  static const struct
  {
    const char *name;
    const char *tag;
  } names[] = {
    { "ru", "ru" },
    { "RU", "ru" },
    { "ru_RU.UTF-8", "ru-RU" },
    { "mn-mn", "mn-MN" },
    { "mn-Cyrl-MN", "mn-MN" },
    { "zh", "zh-CN" },
    { "zh_CN", "zh-CN" },
    { "ZH-hans", "zh-CN" },
    { "zh-Hans-CN", "zh-CN" },
    { "zh-SG", "zh-CN" },
    { "zh-Hant", NULL },
    { "zh-HK", NULL },
    { "en-GB", "en-GB" },
    { "en_US@euro", "en-US" },
    { "qaa", NULL },
    { "", NULL },
    { "russian", NULL },
    { "r", NULL },
    { "../ru", NULL },
    { "ru ", NULL },
    { "-", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *tag = steppe_language_dup_tag (names[i].name);

      g_assert_cmpstr (tag, ==, names[i].tag);
    }
}

/* What a tag in any form leads to is translated. */
static void
test_forms (void)
{
  static const char *const forms[] = { "zh", "ZH-cn", "zh_CN.UTF-8", "zh-Hans-CN", "zh-SG" };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (SteppeLanguage) language = has_locale ("zh_CN.UTF-8") ? steppe_language_enter (forms[i]) : NULL;

      if (language != NULL)
        g_assert_cmpstr (_ ("spring"), ==, "春");
    }
}

static void
test_directions (void)
{
  static const char *const rtl[] = { "ar", "ar-EG", "AR", "fa", "he", "ur-PK", "az-Arab", "ar_EG.UTF-8", NULL };
  static const char *const ltr[] = { "en", "mn", "ru", "zh-CN", "zh-Hans", "ar-Latn", "de-1996", "", "arn", NULL };

  for (guint i = 0; rtl[i] != NULL; i++)
    g_assert_cmpint (steppe_language_get_direction (rtl[i]), ==, PANGO_DIRECTION_RTL);
  for (guint i = 0; ltr[i] != NULL; i++)
    g_assert_cmpint (steppe_language_get_direction (ltr[i]), ==, PANGO_DIRECTION_LTR);
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *folder = NULL;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_BUILT, "..", "po", NULL);
  steppe_language_init (folder);
  g_test_add_func ("/language/words", test_words);
  g_test_add_func ("/language/no-locale", test_no_locale);
  g_test_add_func ("/language/variable", test_variable);
  g_test_add_func ("/language/country", test_country);
  g_test_add_func ("/language/nested", test_nested);
  g_test_add_func ("/language/none", test_none);
  g_test_add_func ("/language/tags", test_tags);
  g_test_add_func ("/language/dup-tag", test_dup_tag);
  g_test_add_func ("/language/forms", test_forms);
  g_test_add_func ("/language/directions", test_directions);
  return g_test_run ();
}
