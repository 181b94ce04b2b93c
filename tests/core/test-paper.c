/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheets/steppe-paper.h"

#include <locale.h>

static void
test_sizes (void)
{
  static const struct
  {
    const char *name;
    gboolean landscape;
    double width, height, margin; /* points, as PDF readers and printers know them */
  } cases[] = {
    { "A4", FALSE, 595.28, 841.89, 51.02 },
    { "a4", TRUE, 841.89, 595.28, 51.02 },
    { "A5", FALSE, 419.53, 595.28, 39.69 },
    { "Letter", FALSE, 612, 792, 51.02 },
    { "LETTER", TRUE, 792, 612, 51.02 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SteppePaper paper;

      g_test_message ("%s", cases[i].name);
      g_assert_true (steppe_paper_from_name (&paper, cases[i].name, cases[i].landscape));
      g_assert_cmpfloat_with_epsilon (paper.width, cases[i].width, 0.01);
      g_assert_cmpfloat_with_epsilon (paper.height, cases[i].height, 0.01);
      g_assert_cmpfloat_with_epsilon (paper.top, cases[i].margin, 0.01);
      g_assert_cmpfloat_with_epsilon (paper.right, cases[i].margin, 0.01);
      g_assert_cmpfloat_with_epsilon (paper.bottom, cases[i].margin, 0.01);
      g_assert_cmpfloat_with_epsilon (paper.left, cases[i].margin, 0.01);
    }
}

static void
test_unknown (void)
{
  static const char *const unknown[] = { "", "A", "A44", "Legal", "Letter " };
  SteppePaper paper = { 1, 2, 3, 4, 5, 6 };

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_assert_false (steppe_paper_from_name (&paper, unknown[i], FALSE));
      g_assert_cmpfloat (paper.width, ==, 1);
    }
}

/* Whatever is offered can be had, and has something to be read. */
static void
test_names (void)
{
  const char *const *names = steppe_paper_get_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      SteppePaper paper;

      g_assert_true (steppe_paper_from_name (&paper, names[i], FALSE));
      g_assert_cmpstr (steppe_paper_get_label (names[i]), !=, "");
    }
  g_assert_cmpstr (steppe_paper_get_label ("a5"), ==, "A5");
  g_assert_cmpstr (steppe_paper_get_label ("Letter"), ==, "US Letter");
}

static void
test_default (void)
{
  static const struct
  {
    const char *locale;
    const char *name;
  } cases[] = {
    { "C", "A4" },
    { "C.UTF-8", "A4" },
    { "en_US.UTF-8", "Letter" },
    { "es_MX.UTF-8", "Letter" },
    { "en_CA.UTF-8", "Letter" },
    { "ru_RU.UTF-8", "A4" },
    { "mn_MN.UTF-8", "A4" },
    { "zh_CN.UTF-8", "A4" },
    { "ar_EG.UTF-8", "A4" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (setlocale (LC_ALL, cases[i].locale) == NULL)
        {
          g_test_message ("no locale %s", cases[i].locale);
          continue;
        }
      g_test_message ("%s", cases[i].locale);
      g_assert_cmpstr (steppe_paper_get_default_name (), ==, cases[i].name);
      g_assert_true (g_strv_contains (steppe_paper_get_names (), steppe_paper_get_default_name ()));
    }
  setlocale (LC_ALL, "C.UTF-8");
}

/* The paper is that of the country, whatever the language. */
static void
test_country (void)
{
#ifdef LC_PAPER
  if (setlocale (LC_ALL, "ru_RU.UTF-8") == NULL || setlocale (LC_PAPER, "en_US.UTF-8") == NULL)
    {
      g_test_skip ("no Russian and American locales");
      return;
    }
  g_assert_cmpstr (steppe_paper_get_default_name (), ==, "Letter");
  setlocale (LC_ALL, "C.UTF-8");
#else
  g_test_skip ("locales know no paper");
#endif
}

int
main (int argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper/sizes", test_sizes);
  g_test_add_func ("/paper/unknown", test_unknown);
  g_test_add_func ("/paper/names", test_names);
  g_test_add_func ("/paper/default", test_default);
  g_test_add_func ("/paper/country", test_country);
  return g_test_run ();
}
