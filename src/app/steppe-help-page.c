/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* strchrnul */
#include "steppe-config.h"

#include "app/steppe-help-page.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "app/steppe-shortcuts.h"
#include "model/steppe-fold.h"

/**
 * SteppeHelpPage:
 *
 * One page of the help: a text in CommonMark that is in the program, one for each language, with what the program itself
 * knows better put in: the keys, and the example of a dossier.
 */
struct _SteppeHelpPage
{
  GObject parent_instance;

  char *name;
  char *title;
  char *language;
  SteppeNarrativeText *text;
  char *folded; /* title and text, to be searched */
  gboolean has_example;
};

G_DEFINE_FINAL_TYPE (SteppeHelpPage, steppe_help_page, G_TYPE_OBJECT)

#define FALLBACK "en"

#define SHORTCUTS_PLACE "@SHORTCUTS@"
#define EXAMPLE_PLACE "@EXAMPLE@"

/* In reading order. */
static const char *const names[] = { "read", "map", "timeline", "signs", "find", "print", "write", "keys", "files", NULL };

/**
 * steppe_help_get_names:
 *
 * Returns: (array zero-terminated=1) (transfer none): the names of all pages, in reading order
 */
const char *const *
steppe_help_get_names (void)
{
  return names;
}

/* Keys */

/* GTK writes `<Ctrl><Shift>f` for what pages write as `Ctrl+Shift+F`. */
static char *
parse_keys (const char *written)
{
  g_auto (GStrv) parts = g_strsplit (written, "+", -1);
  GString *accelerator = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *letter = parts[i][0] != '\0' && parts[i][1] == '\0' ? g_ascii_strdown (parts[i], -1) : NULL;

      if (parts[i + 1] != NULL)
        g_string_append_printf (accelerator, "<%s>", parts[i]);
      else
        g_string_append (accelerator, letter != NULL ? letter : parts[i]);
    }
  return g_string_free (accelerator, FALSE);
}

/* Words are no marks. */
static void
append_escaped (GString *markdown,
                const char *words)
{
  for (const char *p = words; *p != '\0'; p++)
    {
      if (g_ascii_ispunct (*p))
        g_string_append_c (markdown, '\\');
      g_string_append_c (markdown, *p);
    }
}

static void
append_key (GString *markdown,
            const char *accelerator)
{
  g_autofree char *label = steppe_shortcut_dup_label (accelerator);

  g_string_append (markdown, "<kbd>");
  append_escaped (markdown, label != NULL ? label : accelerator);
  g_string_append (markdown, "</kbd>");
}

static gboolean
label_key_cb (const GMatchInfo *match,
              GString *markdown,
              gpointer user_data)
{
  g_autofree char *written = g_match_info_fetch (match, 1);
  g_autofree char *accelerator = parse_keys (written);

  append_key (markdown, accelerator);
  return FALSE;
}

/* Keys are written on the keyboard in the user's language. */
static char *
label_keys (const char *markdown)
{
  g_autoptr (GRegex) regex = g_regex_new ("<kbd>([^<]+)</kbd>", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);

  return g_regex_replace_eval (regex, markdown, -1, 0, G_REGEX_MATCH_DEFAULT, label_key_cb, NULL, NULL);
}

static void
append_shortcut (GString *markdown,
                 const SteppeShortcut *shortcut)
{
  g_auto (GStrv) accelerators = g_strsplit (shortcut->accelerators, " ", -1);

  g_string_append (markdown, "- ");
  for (guint i = 0; accelerators[i] != NULL; i++)
    {
      append_key (markdown, accelerators[i]);
      g_string_append_c (markdown, ' ');
    }
  append_escaped (markdown, g_dgettext (GETTEXT_PACKAGE, shortcut->description));
  g_string_append_c (markdown, '\n');
}

static char *
list_shortcuts (void)
{
  guint n_groups;
  const SteppeShortcutGroup *groups = steppe_shortcuts_get_groups (&n_groups);
  GString *markdown = g_string_new (NULL);

  for (guint i = 0; i < n_groups; i++)
    {
      g_string_append (markdown, "\n## ");
      append_escaped (markdown, g_dgettext (GETTEXT_PACKAGE, groups[i].title));
      g_string_append (markdown, "\n\n");
      for (guint j = 0; j < groups[i].n_shortcuts; j++)
        append_shortcut (markdown, &groups[i].shortcuts[j]);
    }
  return g_string_free (markdown, FALSE);
}

/* Reading a page */

static char *
load (const char *path)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  return data != NULL ? g_strndup (data, size) : NULL;
}

/* The folder of a locale such as `zh_CN.UTF-8` is that of its language. */
static char *
load_in (const char *locale,
         const char *name,
         char **language)
{
  g_autofree char *tag = g_strndup (locale, strcspn (locale, "_-.@"));
  g_autofree char *path = g_strdup_printf (STEPPE_RESOURCE_BASE "/help/%s/%s.md", tag, name);
  char *markdown = load (path);

  if (markdown != NULL)
    *language = g_steal_pointer (&tag);
  return markdown;
}

static void
put_in (GString *markdown,
        const char *place,
        const char *words)
{
  g_string_replace (markdown, place, words, 0);
}

/* Takes the first heading away, which is the title. */
static char *
split_title (const char *markdown,
             const char **rest)
{
  const char *end = strchrnul (markdown, '\n');

  *rest = end;
  return g_strndup (markdown + 2, MAX (0, end - markdown - 2));
}

static void
read_markdown (SteppeHelpPage *self,
               const char *written)
{
  g_autofree char *markdown = label_keys (written);
  g_autoptr (GString) whole = NULL;
  const char *rest;

  self->title = split_title (markdown, &rest);
  whole = g_string_new (rest);
  if (strstr (rest, SHORTCUTS_PLACE) != NULL)
    {
      g_autofree char *shortcuts = list_shortcuts ();

      put_in (whole, SHORTCUTS_PLACE, shortcuts);
    }
  self->has_example = strstr (rest, EXAMPLE_PLACE) != NULL;
  if (self->has_example)
    {
      g_autofree char *example = load (STEPPE_HELP_EXAMPLE);

      put_in (whole, EXAMPLE_PLACE, g_strchomp (example));
    }
  self->text = steppe_narrative_text_new_with_signs (whole->str);
}

static void
steppe_help_page_finalize (GObject *object)
{
  SteppeHelpPage *self = STEPPE_HELP_PAGE (object);

  g_free (self->name);
  g_free (self->title);
  g_free (self->language);
  g_free (self->folded);
  g_clear_pointer (&self->text, steppe_narrative_text_unref);

  G_OBJECT_CLASS (steppe_help_page_parent_class)->finalize (object);
}

static void
steppe_help_page_class_init (SteppeHelpPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = steppe_help_page_finalize;
}

static void
steppe_help_page_init (SteppeHelpPage *self)
{
}

/**
 * steppe_help_page_new:
 * @name: which page
 * @languages: (array zero-terminated=1): the languages that the reader knows, the best first, as g_get_language_names() has
 *   them
 *
 * Reads a page in the first language in which it is there; if there is none, in English.
 *
 * Returns: (transfer full) (nullable): the page, %NULL if there is none of that name
 */
SteppeHelpPage *
steppe_help_page_new (const char *name,
                      const char *const *languages)
{
  g_autofree char *markdown = NULL;
  g_autofree char *language = NULL;
  g_autofree char *folded_title = NULL;
  SteppeHelpPage *self;

  g_return_val_if_fail (name != NULL && languages != NULL, NULL);

  for (guint i = 0; languages[i] != NULL && markdown == NULL; i++)
    markdown = load_in (languages[i], name, &language);
  if (markdown == NULL)
    markdown = load_in (FALLBACK, name, &language);
  if (markdown == NULL)
    return NULL;
  self = g_object_new (STEPPE_TYPE_HELP_PAGE, NULL);
  self->name = g_strdup (name);
  self->language = g_steal_pointer (&language);
  read_markdown (self, markdown);
  folded_title = g_strconcat (self->title, "\n", steppe_narrative_text_get_plain (self->text), NULL);
  self->folded = steppe_fold (folded_title);
  return self;
}

/**
 * steppe_help_page_get_name:
 * @self: a page
 *
 * Returns: what links to it name it
 */
const char *
steppe_help_page_get_name (SteppeHelpPage *self)
{
  return self->name;
}

/**
 * steppe_help_page_get_title:
 * @self: a page
 *
 * Returns: its title
 */
const char *
steppe_help_page_get_title (SteppeHelpPage *self)
{
  return self->title;
}

/**
 * steppe_help_page_get_language:
 * @self: a page
 *
 * Returns: a BCP 47 tag
 */
const char *
steppe_help_page_get_language (SteppeHelpPage *self)
{
  return self->language;
}

/**
 * steppe_help_page_get_text:
 * @self: a page
 *
 * Returns: (transfer none): what is below its title
 */
SteppeNarrativeText *
steppe_help_page_get_text (SteppeHelpPage *self)
{
  return self->text;
}

/**
 * steppe_help_page_has_example:
 * @self: a page
 *
 * Returns: whether it tells about the example of a dossier
 */
gboolean
steppe_help_page_has_example (SteppeHelpPage *self)
{
  return self->has_example;
}

/**
 * steppe_help_page_matches:
 * @self: a page
 * @words: (array zero-terminated=1): folded words
 *
 * Returns: whether it has all of them
 */
gboolean
steppe_help_page_matches (SteppeHelpPage *self,
                          const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (self->folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}
