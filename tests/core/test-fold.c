/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "model/steppe-fold.h"

static void
test_fold (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } cases[] = {
    { "", "" },
    { "Pipeline", "pipeline" },
    { "Khürelsükh", "khurelsukh" },
    { "Khu\u0308relsükh", "khurelsukh" },
    { "ХҮРЭЛСҮХ", "хүрэлсүх" },
    { "Ёлка", "елка" },
    { "Потолай", "потолаи" },
    { "Łódź – Øresund", "lodz - oresund" },
    { "Straße", "strasse" },
    { "ΟΔΟΣ ὁδός", "οδοσ οδοσ" },
    { "蒙古国", "蒙古国" },
    { "ＩＣＣ", "icc" },
    { "が", "か\u3099" },
    { "नि", "नि" },
    { "مُحَمَّد", "محمد" },
    { "“No worry”, Peskov’s", "\"no worry\", peskov's" },
    { "a\u00a0b\tc\nd", "a b c d" },
    { "so\u00adft zero\u200bwidth", "soft zerowidth" },
    { "TPP\u20113", "tpp-3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = steppe_fold (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

static void
test_query (void)
{
  static const struct
  {
    const char *query;
    const char *words;
  } cases[] = {
    { "", "" },
    { "  \t ", "" },
    { "Gas  Line", "gas|line" },
    { "“No worry” Peskov", "no worry|peskov" },
    { "\"open end", "open end" },
    { "\"\" x", "x" },
    { "a\"b", "a\"b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) words = steppe_fold_query (cases[i].query);
      g_autofree char *joined = g_strjoinv ("|", words);

      g_assert_cmpstr (joined, ==, cases[i].words);
    }
}

/* The text with what was found in brackets. */
static char *
bracket (const char *text,
         const char *query)
{
  g_auto (GStrv) words = steppe_fold_query (query);
  g_autoptr (GArray) ranges = steppe_fold_find (text, (const char *const *) words);
  GString *marked = g_string_new (NULL);
  gsize done = 0;

  for (guint i = 0; i < ranges->len; i++)
    {
      SteppeTextRange range = g_array_index (ranges, SteppeTextRange, i);

      g_assert_cmpuint (range.start, >=, done);
      g_string_append_len (marked, text + done, range.start - done);
      g_string_append_printf (marked, "[%.*s]", (int) (range.end - range.start), text + range.start);
      done = range.end;
    }
  g_string_append (marked, text + done);
  g_assert_true (g_utf8_validate (marked->str, -1, NULL));
  return g_string_free (marked, FALSE);
}

static void
test_find (void)
{
  static const struct
  {
    const char *text;
    const char *query;
    const char *marked;
  } cases[] = {
    { "A pipeline", "pipe", "A [pipe]line" },
    { "Khürelsükh spoke", "urel", "Kh[ürel]sükh spoke" },
    { "Khu\u0308relsükh", "khu", "[Khu\u0308]relsükh" },
    { "Straße", "s", "[S]tra[ß]e" },
    { "Straße", "tras", "S[traß]e" },
    { "gas, Gas", "gas", "[gas], [Gas]" },
    { "aaaa", "aa", "[aaaa]" },
    { "北京与乌兰巴托", "乌兰巴托", "北京与[乌兰巴托]" },
    { "Пекин и Улан-Батор", "улан пекин", "[Пекин] и [Улан]-Батор" },
    { "nothing", "x", "nothing" },
    { "", "x", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marked = bracket (cases[i].text, cases[i].query);

      g_assert_cmpstr (marked, ==, cases[i].marked);
    }
}

/* Whatever is in a text, folding ends, gives UTF-8, and changes nothing when it is done again. */
static void
test_any_letter (void)
{
  for (gunichar c = 1; c < 0x30000; c++)
    {
      char text[16] = "";
      g_autofree char *once = NULL;
      g_autofree char *twice = NULL;

      if (!g_unichar_validate (c))
        continue;
      text[g_unichar_to_utf8 (c, text)] = '\0';
      once = steppe_fold (text);
      g_assert_true (g_utf8_validate (once, -1, NULL));
      g_assert_null (strpbrk (once, "\n\t\r"));
      twice = steppe_fold (once);
      g_assert_cmpstr (twice, ==, once);
    }
}

int
main (int argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold/fold", test_fold);
  g_test_add_func ("/fold/query", test_query);
  g_test_add_func ("/fold/find", test_find);
  g_test_add_func ("/fold/any-letter", test_any_letter);
  return g_test_run ();
}
