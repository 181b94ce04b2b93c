/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/steppe-text.h"

static SteppeText *
create_text (void)
{
  return steppe_text_new (4, (const char *[]) { "en", "zh-Hans", "mn-Cyrl-MN", "pt" }, (const char *[]) { "Steppe", "草原", "Тал", "Estepe" });
}

static const struct
{
  const char *languages[4];
  const char *text;
  const char *tag;
} resolutions[] = {
  { { "en" }, "Steppe", "en" },
  { { "EN" }, "Steppe", "en" },
  { { "pt", "en" }, "Estepe", "pt" },
  { { "ru", "mn", "en" }, "Тал", "mn-Cyrl-MN" },
  { { "zh_CN.UTF-8", "en" }, "草原", "zh-Hans" },
  { { "zh_CN", "en" }, "草原", "zh-Hans" },
  { { "zh-Hant" }, "草原", "zh-Hans" },
  { { "en_GB.UTF-8@euro" }, "Steppe", "en" },
  { { "e", "pt-BR" }, "Estepe", "pt" },
  { { "english", "mn" }, "Тал", "mn-Cyrl-MN" },
  /* Nothing that is wanted: the first that there is. */
  { { "fr", "de" }, "Steppe", "en" },
  { { NULL }, "Steppe", "en" },
};

static void
test_resolve (void)
{
  g_autoptr (SteppeText) text = create_text ();

  for (guint i = 0; i < G_N_ELEMENTS (resolutions); i++)
    {
      const char *tag = NULL;

      g_assert_cmpstr (steppe_text_resolve_tag (text, resolutions[i].languages, &tag), ==, resolutions[i].text);
      g_assert_cmpstr (tag, ==, resolutions[i].tag);
      g_assert_cmpstr (steppe_text_resolve (text, resolutions[i].languages), ==, resolutions[i].text);
    }
  g_assert_cmpstr (steppe_text_resolve (text, NULL), ==, "Steppe");
}

/* The tag itself goes before another of the same language, in whichever order they stand. */
static void
test_resolve_exact (void)
{
  g_autoptr (SteppeText) text = steppe_text_new (2, (const char *[]) { "zh-Hant", "zh" }, (const char *[]) { "繁", "简" });

  g_assert_cmpstr (steppe_text_resolve (text, (const char *[]) { "zh", NULL }), ==, "简");
  g_assert_cmpstr (steppe_text_resolve (text, (const char *[]) { "zh-Hant", NULL }), ==, "繁");
}

/* Chinese of the reader's script goes before Chinese of the other, which goes before no Chinese. */
static void
test_resolve_script (void)
{
  static const struct
  {
    const char *language;
    const char *text;
  } readers[] = {
    { "zh-SG", "简" },
    { "zh_CN.UTF-8", "简" },
    { "zh-Hans-HK", "简" },
    { "zh", "简" },
    { "zh_TW.UTF-8", "繁" },
    { "zh-HK", "繁" },
    { "zh-Hant-CN", "繁" },
  };
  g_autoptr (SteppeText) both = steppe_text_new (3, (const char *[]) { "en", "zh-Hant", "zh-Hans" }, (const char *[]) { "E", "繁", "简" });
  g_autoptr (SteppeText) one = steppe_text_new (2, (const char *[]) { "en", "zh-TW" }, (const char *[]) { "E", "繁" });

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      const char *const languages[] = { readers[i].language, "en", NULL };

      g_assert_cmpstr (steppe_text_resolve (both, languages), ==, readers[i].text);
      g_assert_cmpstr (steppe_text_resolve (one, languages), ==, "繁");
    }
}

/* A locale is written otherwise than a tag, and means the same. */
static void
test_resolve_locale (void)
{
  g_autoptr (SteppeText) text = steppe_text_new (2, (const char *[]) { "pt", "pt-BR" }, (const char *[]) { "Europa", "Brasil" });

  g_assert_cmpstr (steppe_text_resolve (text, (const char *[]) { "pt_BR.UTF-8", NULL }), ==, "Brasil");
  g_assert_cmpstr (steppe_text_resolve (text, (const char *[]) { "pt_PT", NULL }), ==, "Europa");
}

static void
test_plain (void)
{
  g_autoptr (SteppeText) text = steppe_text_new_plain ("Тал");
  const char *tag = "not touched";

  g_assert_true (steppe_text_is_plain (text));
  g_assert_cmpuint (steppe_text_get_n_texts (text), ==, 1);
  g_assert_cmpstr (steppe_text_get_nth (text, 0, &tag), ==, "Тал");
  g_assert_null (tag);
  tag = "not touched";
  g_assert_cmpstr (steppe_text_resolve_tag (text, (const char *[]) { "en", NULL }, &tag), ==, "Тал");
  g_assert_null (tag);
}

static void
test_nothing (void)
{
  g_autoptr (SteppeText) empty = steppe_text_new (0, NULL, NULL);
  const char *tag = "not touched";

  g_assert_cmpstr (steppe_text_resolve (NULL, NULL), ==, "");
  g_assert_cmpstr (steppe_text_resolve_tag (empty, (const char *[]) { "en", NULL }, &tag), ==, "");
  g_assert_null (tag);
  g_assert_false (steppe_text_is_plain (empty));
}

static void
test_parts (void)
{
  g_autoptr (SteppeText) text = create_text ();
  const char *tag;

  g_assert_false (steppe_text_is_plain (text));
  g_assert_cmpuint (steppe_text_get_n_texts (text), ==, 4);
  g_assert_cmpstr (steppe_text_get_nth (text, 2, &tag), ==, "Тал");
  g_assert_cmpstr (tag, ==, "mn-Cyrl-MN");
}

static void
test_equal (void)
{
  g_autoptr (SteppeText) text = create_text ();
  g_autoptr (SteppeText) same = create_text ();
  g_autoptr (SteppeText) plain = steppe_text_new_plain ("Steppe");
  g_autoptr (SteppeText) other_plain = steppe_text_new_plain ("steppe");
  g_autoptr (SteppeText) tagged = steppe_text_new (1, (const char *[]) { "en" }, (const char *[]) { "Steppe" });
  g_autoptr (SteppeText) other_tag = steppe_text_new (1, (const char *[]) { "de" }, (const char *[]) { "Steppe" });

  g_assert_true (steppe_text_equal (NULL, NULL));
  g_assert_true (steppe_text_equal (text, text));
  g_assert_true (steppe_text_equal (text, same));
  g_assert_false (steppe_text_equal (text, NULL));
  g_assert_false (steppe_text_equal (NULL, text));
  g_assert_false (steppe_text_equal (text, tagged));
  g_assert_false (steppe_text_equal (plain, tagged));
  g_assert_false (steppe_text_equal (plain, other_plain));
  g_assert_false (steppe_text_equal (tagged, other_tag));
}

/* Tags come from files: one that has ever new ones must not fill the memory for good. */
static void
test_tags_are_not_kept (void)
{
  g_autoptr (SteppeText) text = steppe_text_new (1, (const char *[]) { "x-seen-once" }, (const char *[]) { "A" });
  g_autoptr (SteppeText) same = steppe_text_new (1, (const char *[]) { "x-seen-once" }, (const char *[]) { "A" });

  g_assert_true (steppe_text_equal (text, same));
  g_assert_cmpuint (g_quark_try_string ("x-seen-once"), ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/resolve", test_resolve);
  g_test_add_func ("/text/resolve-exact", test_resolve_exact);
  g_test_add_func ("/text/resolve-script", test_resolve_script);
  g_test_add_func ("/text/resolve-locale", test_resolve_locale);
  g_test_add_func ("/text/plain", test_plain);
  g_test_add_func ("/text/nothing", test_nothing);
  g_test_add_func ("/text/parts", test_parts);
  g_test_add_func ("/text/equal", test_equal);
  g_test_add_func ("/text/tags-are-not-kept", test_tags_are_not_kept);
  return g_test_run ();
}
