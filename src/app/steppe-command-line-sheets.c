/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/steppe-command-line-private.h"
#include "sheets/steppe-language.h"
#include "sheets/steppe-sheet-writer.h"

/* Fact sheets as files, without a display. */

#define LEAST_TEXT_SIZE 50 /* percent */
#define LARGEST_TEXT_SIZE 300
#define USUAL_TEXT_SIZE 100
#define SUFFIX ".dossier"

/**
 * _steppe_sheet_request_add_options:
 * @self: where the options are to be stored
 * @context: a command line
 *
 * Adds the options that ask for fact sheets.
 */
void
_steppe_sheet_request_add_options (SteppeSheetRequest *self,
                                   GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "fact-sheet", 0, 0, G_OPTION_ARG_STRING, &self->topic, N_ ("Write a fact sheet of each FILE: of an item by its id, of the whole “dossier”, of its “statements”, or of a date such as 2024-09"), N_ ("TOPIC") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &self->output, N_ ("The PDF file to write, or a folder for the sheets of several files"), N_ ("PATH") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &self->paper, N_ ("The paper: A4, A5 or Letter"), N_ ("NAME") },
    { "landscape", 0, 0, G_OPTION_ARG_NONE, &self->landscape, N_ ("Lay the paper on its side"), NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &self->language, N_ ("The language of the sheet, such as en, mn, ru or zh-CN"), N_ ("TAG") },
    { "text-size", 0, 0, G_OPTION_ARG_INT, &self->text_size, N_ ("The size of its text in percent"), N_ ("PERCENT") },
    { "grey", 0, 0, G_OPTION_ARG_NONE, &self->gray, N_ ("Print without colour"), NULL },
    G_OPTION_ENTRY_NULL
  };

  self->text_size = USUAL_TEXT_SIZE;
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

/**
 * _steppe_sheet_request_clear:
 * @self: a request
 */
void
_steppe_sheet_request_clear (SteppeSheetRequest *self)
{
  g_free (self->topic);
  g_free (self->output);
  g_free (self->paper);
  g_free (self->language);
}

static gboolean
is_wrong (const SteppeSheetRequest *self)
{
  return self->output != NULL || self->paper != NULL || self->landscape || self->language != NULL || self->text_size != USUAL_TEXT_SIZE || self->gray;
}

/* Whether a dossier would be written over, as where a pattern of the shell gave one name more than was thought of. */
static gboolean
overwrites_dossier (const SteppeSheetRequest *self,
                    const char *file)
{
  g_autoptr (GFile) output = g_file_new_for_commandline_arg (self->output);
  g_autoptr (GFile) input = g_file_new_for_commandline_arg (file);

  return g_file_equal (output, input) || (g_str_has_suffix (self->output, SUFFIX) && !g_file_test (self->output, G_FILE_TEST_IS_DIR));
}

/**
 * _steppe_sheet_request_check:
 * @self: a request
 * @files: (nullable) (array zero-terminated=1): the files it is about
 * @error: return location for an error
 *
 * Returns: whether it can be met, as far as its options tell
 */
gboolean
_steppe_sheet_request_check (const SteppeSheetRequest *self,
                             const char *const *files,
                             GError **error)
{
  const char *message = NULL;
  SteppePaper paper;

  if (self->topic == NULL)
    message = is_wrong (self) ? _ ("Options of fact sheets go with --fact-sheet.") : NULL;
  else if (files == NULL || files[0] == NULL)
    message = _ ("Name the FILE of which a fact sheet is to be written.");
  else if (self->output == NULL)
    message = _ ("Name the file to write with --output.");
  else if (files[1] != NULL && !g_file_test (self->output, G_FILE_TEST_IS_DIR))
    message = _ ("For the sheets of several files, let --output be a folder that exists.");
  else if (overwrites_dossier (self, files[0]))
    message = _ ("A fact sheet is not a dossier; let --output be a PDF file or a folder.");
  else if (self->paper != NULL && !steppe_paper_from_name (&paper, self->paper, FALSE))
    message = _ ("No such paper; choose A4, A5 or Letter.");
  else if (self->text_size < LEAST_TEXT_SIZE || self->text_size > LARGEST_TEXT_SIZE)
    message = _ ("Let --text-size be from 50 to 300.");
  if (message != NULL)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, message);
  return message == NULL;
}

/* In a folder, sheets are called as their dossiers; one whose name is taken gets a number. */
static GFile *
choose_output (const SteppeSheetRequest *self,
               const char *file,
               GHashTable *taken)
{
  g_autofree char *name = g_path_get_basename (file);
  g_autofree char *path = NULL;

  if (!g_file_test (self->output, G_FILE_TEST_IS_DIR))
    return g_file_new_for_commandline_arg (self->output);
  if (g_str_has_suffix (name, SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  path = g_strdup_printf ("%s" G_DIR_SEPARATOR_S "%s.pdf", self->output, name);
  for (guint i = 2; g_hash_table_contains (taken, path); i++)
    {
      g_free (path);
      path = g_strdup_printf ("%s" G_DIR_SEPARATOR_S "%s-%u.pdf", self->output, name, i);
    }
  g_hash_table_add (taken, g_strdup (path));
  return g_file_new_for_path (path);
}

/* Adds the languages of a text that the program does not speak. */
static void
add_languages (const SteppeText *text,
               GPtrArray *tags)
{
  for (guint i = 0; text != NULL && i < steppe_text_get_n_texts (text); i++)
    {
      const char *tag;
      g_autofree char *spoken = NULL;

      steppe_text_get_nth (text, i, &tag);
      spoken = tag != NULL ? steppe_language_dup_tag (tag) : NULL;
      if (tag != NULL && spoken == NULL && !g_ptr_array_find_with_equal_func (tags, tag, g_str_equal, NULL))
        g_ptr_array_add (tags, (gpointer) tag);
    }
}

/* The languages that a sheet can be in: what the program speaks, and what names of the dossier are in. Ends with NULL. */
static GPtrArray *
list_languages (SteppeDossier *dossier)
{
  GPtrArray *tags = g_ptr_array_new_null_terminated (0, NULL, TRUE);

  for (guint i = 0; steppe_language_get_tags ()[i] != NULL; i++)
    g_ptr_array_add (tags, (gpointer) steppe_language_get_tags ()[i]);
  add_languages (steppe_dossier_get_title (dossier), tags);
  for (int kind = 0; kind < STEPPE_N_ITEM_KINDS; kind++)
    {
      GListModel *items = steppe_dossier_get_items (dossier, (SteppeItemKind) kind);

      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr (SteppeItem) item = g_list_model_get_item (items, i);

          add_languages (steppe_item_get_name (item), tags);
        }
    }
  return tags;
}

/* Finds how the language that is asked for is written; fails where a sheet cannot be in it. */
static gboolean
choose_language (const SteppeSheetRequest *self,
                 SteppeDossier *dossier,
                 char **tag,
                 GError **error)
{
  g_autoptr (GPtrArray) languages = NULL;
  g_autofree char *list = NULL;

  *tag = self->language != NULL ? steppe_language_dup_tag (self->language) : NULL;
  if (self->language == NULL || *tag != NULL)
    return TRUE;
  languages = list_languages (dossier);
  for (guint i = 0; i < languages->len && *tag == NULL; i++)
    if (g_ascii_strcasecmp (self->language, languages->pdata[i]) == 0)
      *tag = g_strdup (languages->pdata[i]);
  list = g_strjoinv (", ", (char **) languages->pdata);
  if (*tag == NULL)
    /* Translators: what --lang was given, and what it may be given: tags such as “en, mn, ru”. */
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("--lang: there is no “%1$s”; choose one of %2$s."), self->language, list);
  return *tag != NULL;
}

/* gettext translates nothing where the system has no locale but C. */
static void
warn_of_language (const char *tag)
{
  g_autofree char *current = NULL;
  g_autofree char *wanted = steppe_language_dup_tag (tag);
  g_autoptr (SteppeLanguage) language = steppe_language_enter (tag);

  current = steppe_language_dup_current ();
  if (wanted != NULL && strncmp (current, wanted, strcspn (wanted, "-")) != 0)
    {
      fprintf (stderr, _ ("This system has no locale for “%s”; headings and dates are in English."), tag);
      fputc ('\n', stderr);
    }
}

static gboolean
write_topic (const SteppeSheetRequest *self,
             SteppeDossier *dossier,
             const SteppeSheetOptions *options,
             GFile *output,
             GError **error)
{
  g_autoptr (SteppeTopic) topic = NULL;
  g_autofree char *language = NULL;
  SteppeSheetOptions own = *options;

  if (!choose_language (self, dossier, &language, error))
    return FALSE;
  own.language = language;
  topic = steppe_topic_new_named (dossier, self->topic, error);
  return topic != NULL && steppe_sheet_write (topic, &own, output, error);
}

static int
write_sheet (const SteppeSheetRequest *self,
             const SteppeSheetOptions *options,
             const char *file,
             GFile *output)
{
  g_autoptr (SteppeDossier) dossier = _steppe_command_line_open (file);
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;

  if (dossier == NULL)
    return STEPPE_EXIT_UNREADABLE;
  _steppe_command_line_put_faults (stderr, dossier);
  if (write_topic (self, dossier, options, output, &error))
    return STEPPE_EXIT_CLEAN;
  shown = g_filename_display_name (file);
  _steppe_command_line_put_text (stderr, shown);
  fputs (": ", stderr);
  _steppe_command_line_put_text (stderr, error->message);
  fputc ('\n', stderr);
  return STEPPE_EXIT_UNREADABLE;
}

/**
 * _steppe_sheet_request_write:
 * @self: a request that was checked
 * @files: (array zero-terminated=1): the files it is about
 *
 * Writes a fact sheet of each file; what goes wrong with one does not keep the others from being written.
 *
 * Returns: the exit status of the program
 */
int
_steppe_sheet_request_write (const SteppeSheetRequest *self,
                             const char *const *files)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (SteppeBasemap) basemap = steppe_basemap_new_from_resource (NULL);
  SteppeSheetOptions options = {
    .sections = STEPPE_SECTIONS_ALL,
    .text_size = self->text_size / 100.0,
    .gray = self->gray,
    .basemap = basemap,
  };
  int status = STEPPE_EXIT_CLEAN;

  steppe_paper_from_name (&options.paper, self->paper != NULL ? self->paper : steppe_paper_get_default_name (), self->landscape);
  if (self->language != NULL)
    warn_of_language (self->language);
  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (GFile) output = choose_output (self, files[i], taken);
      int one = write_sheet (self, &options, files[i], output);

      status = MAX (status, one);
    }
  return status;
}
