/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "model/steppe-link.h"
#include "model/steppe-narrative-text.h"

/* What a text is read as, written down again: a line a block with its type, a `>` for each quote
 * and a `-` for each list around it; runs as <i>…</>, <b>, <c> and their unions; links as
 * {target|words}, external ones with `!` in front; the line separator as `/`. */
static const struct
{
  const char *name;
  const char *text;
  const char *expected;
} cases[] = {
  { "empty", "", "" },
  { "only space", " \n\n\t\n", "" },
  { "paragraph", "A guest.", "p A guest." },
  { "paragraphs", "One.\n\nTwo.", "p One.\np Two." },
  { "lines are joined", "One\ntwo\n  three", "p One two three" },
  { "lines in Chinese are joined without a space", "国家\n元首", "p 国家元首" },
  { "Chinese and Latin keep the space", "国家\nICC", "p 国家 ICC" },
  { "hard break", "One  \ntwo\\\nthree", "p One/two/three" },
  { "headings", "# One\n\n## Two *x*\n\nThree\n---\n\n###### Six", "h1 One\nh2 Two <i>x</>\nh2 Three\nh6 Six" },
  { "a seventh level is words", "####### Seven", "p ####### Seven" },
  { "emphasis", "a *b* _c_ **d** __e__ ***f***", "p a <i>b</> <i>c</> <b>d</> <b>e</> <ib>f</>" },
  { "nested emphasis", "*a **b** c*", "p <i>a </><ib>b</><i> c</>" },
  { "emphasis in itself", "*a *b* c*", "p <i>a b c</>" },
  { "emphasis in a word", "un*frigging*believable snake_case_name", "p un<i>frigging</>believable snake_case_name" },
  { "unclosed emphasis", "*a **b", "p *a **b" },
  { "crossed emphasis", "*a _b* c_", "p <i>a _b</> c_" },
  { "code", "a `b *c*` d", "p a <c>b *c*</> d" },
  { "unclosed code", "a `b", "p a `b" },
  { "code in emphasis", "*a `b`*", "p <i>a </><ic>b</>" },
  { "code block", "    int a;\n      b;\n", "c int a;\n  b;" },
  { "fenced code", "```c\na\n\n*b*\n```\nend", "c a\n\n*b*\np end" },
  { "unclosed fence", "```\na\n", "c a" },
  { "quote", "> a\nlazy\n\nb", "p> a lazy\np b" },
  { "quote in a quote", "> a\n>\n> > b", "p> a\np>> b" },
  { "bullets", "- a\n- b\n+ c", "p- •\ta\np- •\tb\np- •\tc" },
  { "numbers", "3. a\n3. b\n9. c", "p- 3.\ta\np- 4.\tb\np- 5.\tc" },
  { "from nought", "0) a\n1) b", "p- 0.\ta\np- 1.\tb" },
  { "list in a list", "- a\n  1. b\n  2. c\n- d", "p- •\ta\np-- 1.\tb\np-- 2.\tc\np- •\td" },
  { "item of two paragraphs", "- a\n\n  b", "p- •\ta\np- b" },
  { "empty item", "- a\n-\n- b", "p- •\ta\np- •\t\np- •\tb" },
  { "list that begins with a list", "- - a", "p-- •\ta" },
  { "quote in a list in a quote", "> - a\n>   > b", "p>- •\ta\np>>- b" },
  { "heading in an item", "- # a", "h1- •\ta" },
  { "pause", "a\n\n***\n\nb", "p a\nb ∗ ∗ ∗\np b" },
  { "mention", "The [visit](#visit-2024).", "p The {visit-2024|visit}." },
  { "mention over styles", "[the **big** *day*](#day)", "p {day|the <b>big</> <i>day</>}" },
  { "mention in emphasis", "*a [b](#c) d*", "p <i>a {c|b} d</>" },
  { "mention after a line end", "a\n[b](#c)\nd", "p a {c|b} d" },
  { "mention after a line end in Chinese", "国\n[家](#c)\n元", "p 国{c|家}元" },
  { "mention in a heading, an item and a quote", "# [a](#a)\n- [b](#b)\n\n> [c](#c)", "h1 {a|a}\np- •\t{b|b}\np> {c|c}" },
  { "mention by reference", "[a][r] and [r]\n\n[r]: #id", "p {id|a} and {id|r}" },
  { "mention of no id", "[a](#)", "p {|a}" },
  { "mention without words", "a[](#b)c", "p a{b|}c" },
  { "mention that is all", "[a](#b)", "p {b|a}" },
  { "mentions side by side", "[a](#a)[b](#b)", "p {a|a}{b|b}" },
  { "odd ids", "[a](#A.b-c_9) [b](#%41) [c](<#a b>) [d](#é) [e](##x)", "p {A.b-c_9|a} {%41|b} {a b|c} {é|d} {#x|e}" },
  { "title of a mention is not shown", "[a](#b \"title\")", "p {b|a}" },
  { "unclosed links", "[a](#b and [c]", "p [a](#b and [c]" },
  { "brackets alone", "[descriptive title]", "p [descriptive title]" },
  { "link", "[a](https://example.org/x?y#z)", "p {!https://example.org/x?y#z|a}" },
  { "link in angles", "<http://example.org>", "p {!http://example.org|http://example.org}" },
  { "scheme in capitals", "[a](HTTPS://example.org)", "p {!HTTPS://example.org|a}" },
  { "other schemes are words", "[a](javascript:alert(1)) [b](mailto:x@example.org) [c](file:///etc/passwd) [d](data:,x)", "p a b c d" },
  { "links to nowhere are words", "[a](other.md) [b]() [c](/x) [d](//example.org) [e](https:) [f](http:///x)", "p a b c d e f" },
  { "mail in angles is words", "<a@example.org>", "p a@example.org" },
  { "image is its words", "a ![b *c*](https://example.org/i.png) d", "p a b <i>c</> d" },
  { "image without words", "a![](x.png)b", "p ab" },
  { "image in a mention", "[![a](i.png)](#b)", "p {b|a}" },
  { "HTML in a line", "a <b onclick=\"x()\">b</b> <!-- c -->", "p a <b onclick=\"x()\">b</b> <!-- c -->" },
  { "HTML block", "<div>\n*a* [b](#b)\n</div>\n\nc", "p <div>/*a* [b](#b)/</div>\np c" },
  { "script", "<script>\nalert(1)\n\n</script>", "p <script>/alert(1)//</script>" },
  { "entities", "&amp; &copy; &#x4e2d; &lt;b&gt; &nosuch; &#0;", "p & © 中 <b> &nosuch; \xef\xbf\xbd" },
  { "escapes", "\\*a\\* \\[b\\](#c) \\<i>", "p *a* [b](#c) <i>" },
  { "smuggled line ends", "a&#10;b&#13;c&#8233;d", "p a b c d" },
  { "smuggled object", "a&#xfffc;b", "p a\xef\xbf\xbd"
                                     "b" },
  { "broken UTF-8", "a\xff"
                    "b",
    "p a\xef\xbf\xbd"
    "b" },
  { "Cyrillic and Mongolian", "**Өнөөдөр** [Путин](#p)", "p <b>Өнөөдөр</> {p|Путин}" },
  { "emphasis beside Chinese", "国家**元首**，*a*。", "p 国家<b>元首</>，<i>a</>。" },
};

static void
append_style (GString *out,
              SteppeRunStyle style)
{
  g_string_append_printf (out, "<%s%s%s>",
                          style & STEPPE_RUN_EMPHASIS ? "i" : "",
                          style & STEPPE_RUN_STRONG ? "b" : "",
                          style & STEPPE_RUN_CODE ? "c" : "");
}

static void
append_ends (GString *out,
             const SteppeNarrativeText *text,
             guint offset)
{
  guint n_runs, n_links;
  const SteppeRun *runs = steppe_narrative_text_get_runs (text, &n_runs);
  const SteppeLink *links = steppe_narrative_text_get_links (text, &n_links);

  for (guint i = 0; i < n_runs; i++)
    if (runs[i].end == offset)
      g_string_append (out, "</>");
  for (guint i = 0; i < n_links; i++)
    if (links[i].end == offset && links[i].start < offset)
      g_string_append_c (out, '}');
}

static void
append_starts (GString *out,
               const SteppeNarrativeText *text,
               guint offset)
{
  guint n_runs, n_links;
  const SteppeRun *runs = steppe_narrative_text_get_runs (text, &n_runs);
  const SteppeLink *links = steppe_narrative_text_get_links (text, &n_links);

  for (guint i = 0; i < n_links; i++)
    if (links[i].start == offset)
      g_string_append_printf (out, "{%s%s|%s", links[i].type == STEPPE_LINK_EXTERNAL ? "!" : "", links[i].target,
                              links[i].end == offset ? "}" : "");
  for (guint i = 0; i < n_runs; i++)
    if (runs[i].start == offset)
      append_style (out, runs[i].style);
}

static void
append_words (GString *out,
              const SteppeNarrativeText *text,
              guint start,
              guint end)
{
  const char *p = g_utf8_offset_to_pointer (steppe_narrative_text_get_plain (text), start);

  for (guint offset = start; offset < end; offset++, p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      append_starts (out, text, offset);
      g_string_append_unichar (out, c == 0x2028 ? '/' : c);
      append_ends (out, text, offset + 1);
    }
}

static char *
describe (const SteppeNarrativeText *text)
{
  static const char types[] = { 'p', 'h', 'c', 'b' };
  GString *out = g_string_new (NULL);
  guint n_blocks;
  const SteppeBlock *blocks = steppe_narrative_text_get_blocks (text, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    {
      if (i > 0)
        g_string_append_c (out, '\n');
      g_string_append_c (out, types[blocks[i].type]);
      if (blocks[i].level > 0)
        g_string_append_printf (out, "%u", blocks[i].level);
      for (guint j = 0; j < blocks[i].quote_depth; j++)
        g_string_append_c (out, '>');
      for (guint j = 0; j < blocks[i].list_depth; j++)
        g_string_append_c (out, '-');
      g_string_append_c (out, ' ');
      append_words (out, text, blocks[i].start, blocks[i].end);
    }
  return g_string_free (out, FALSE);
}

static void
assert_sound (const SteppeNarrativeText *text)
{
  const char *plain = steppe_narrative_text_get_plain (text);
  guint length = g_utf8_strlen (plain, -1);
  guint n, offset = 0;
  const SteppeBlock *blocks = steppe_narrative_text_get_blocks (text, &n);
  const SteppeRun *runs;
  const SteppeLink *links;

  g_assert_true (g_utf8_validate (plain, -1, NULL));
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (blocks[i].start, ==, offset);
      g_assert_cmpuint (blocks[i].text_start, >=, blocks[i].start);
      g_assert_cmpuint (blocks[i].end, >=, blocks[i].text_start);
      g_assert_cmpuint (blocks[i].quote_depth, <=, STEPPE_NARRATIVE_MAX_DEPTH);
      g_assert_cmpuint (blocks[i].list_depth, <=, STEPPE_NARRATIVE_MAX_DEPTH);
      offset = blocks[i].end + 1;
    }
  g_assert_cmpuint (n > 0 ? offset - 1 : 0, ==, length);

  runs = steppe_narrative_text_get_runs (text, &n);
  offset = 0;
  for (guint i = 0; i < n; offset = runs[i++].end)
    g_assert_true (runs[i].start >= offset && runs[i].start < runs[i].end && runs[i].end <= length && runs[i].style != 0);

  links = steppe_narrative_text_get_links (text, &n);
  offset = 0;
  for (guint i = 0; i < n; offset = links[i++].end)
    g_assert_true (links[i].start >= offset && links[i].start <= links[i].end && links[i].end <= length);
}

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (SteppeNarrativeText) text = steppe_narrative_text_new (cases[i].text);
  g_autofree char *described = describe (text);

  assert_sound (text);
  g_assert_cmpstr (described, ==, cases[i].expected);
}

static char *
repeat (const char *before,
        const char *unit,
        guint n,
        const char *after)
{
  GString *out = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (out, unit);
  return g_string_free (g_string_append (out, after), FALSE);
}

static void
test_deep (void)
{
  static const struct
  {
    const char *before;
    const char *unit;
    guint n;
    const char *after;
  } texts[] = {
    { "", "> ", 100, "a" },
    { "", "> ", 50000, "a" },
    { "", "- ", 50000, "a\n\n\n\n" },
    { "", "1. ", 50000, "a" },
    { "", "[", 50000, "a](#b)" },
    { "", "![", 50000, "a" },
    { "", "*", 50000, "a" },
    { "", "*a **a ", 20000, "b" },
    { "x ", "`", 50000, "a" },
    { "", "<", 50000, "a" },
    { "", "&", 50000, "a" },
    { "a\n", "\n\n", 50000, "b" },
    { "", "[a](#b) ", 20000, "" },
    { "", "- a\n", 20000, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *written = repeat (texts[i].before, texts[i].unit, texts[i].n, texts[i].after);
      g_autoptr (SteppeNarrativeText) text = steppe_narrative_text_new (written);

      g_test_message ("%u times “%s”", texts[i].n, texts[i].unit);
      assert_sound (text);
      g_assert_nonnull (strchr (steppe_narrative_text_get_plain (text), 'a'));
    }
}

static void
test_nested_to_the_limit (void)
{
  g_autofree char *written = repeat ("", "> ", 20, "a");
  g_autoptr (SteppeNarrativeText) text = steppe_narrative_text_new (written);
  g_autofree char *described = describe (text);

  g_assert_cmpstr (described, ==, "p>>>>>>>> a");
}

static void
test_too_long (void)
{
  g_autofree char *written = repeat ("**a** [b](#b)\n\n", "word ", STEPPE_NARRATIVE_MAX_LENGTH / 5, "*z*\n");
  g_autoptr (SteppeNarrativeText) text = steppe_narrative_text_new (written);
  guint n;

  assert_sound (text);
  steppe_narrative_text_get_links (text, &n);
  g_assert_cmpuint (n, ==, 0);
  steppe_narrative_text_get_blocks (text, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (g_str_has_prefix (steppe_narrative_text_get_plain (text), "**a** [b](#b)\nword"));
  g_assert_true (g_str_has_suffix (steppe_narrative_text_get_plain (text), "*z*"));
}

static void
test_hosts (void)
{
  static const struct
  {
    const char *uri;
    const char *host;
  } uris[] = {
    { "https://www.example.org/a", "www.example.org" },
    { "http://example.org:8080", "example.org" },
    { "https://user:secret@example.org/", "example.org" },
    { "https://good.example@evil.example/", "evil.example" },
    { "https://пример.example/", "xn--e1afmkfd.example" },
    { "https://[::1]/", "::1" },
    { "ftp://example.org", NULL },
    { "javascript:alert(1)", NULL },
    { "https://", NULL },
    { "https:", NULL },
    { "example.org", NULL },
    { " https://example.org", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (uris); i++)
    {
      g_autofree char *host = steppe_link_dup_host (uris[i].uri);

      g_assert_cmpstr (host, ==, uris[i].host);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/narrative/text/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/narrative/deep", test_deep);
  g_test_add_func ("/narrative/nested-to-the-limit", test_nested_to_the_limit);
  g_test_add_func ("/narrative/too-long", test_too_long);
  g_test_add_func ("/narrative/hosts", test_hosts);
  return g_test_run ();
}
