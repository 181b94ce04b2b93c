/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/steppe-command-line-private.h"
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

static gboolean
is_language (const char *tag)
{
  return *tag != '\0' && strspn (tag, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") == strlen (tag);
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
  else if (self->language != NULL && !is_language (self->language))
    message = _ ("Let --lang be a language tag, such as en, mn, ru or zh-CN.");
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

static gboolean
write_topic (SteppeDossier *dossier,
             const char *name,
             const SteppeSheetOptions *options,
             GFile *output,
             GError **error)
{
  g_autoptr (SteppeTopic) topic = steppe_topic_new_named (dossier, name, error);

  return topic != NULL && steppe_sheet_write (topic, options, output, error);
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
  if (write_topic (dossier, self->topic, options, output, &error))
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
  g_autofree char *language = self->language != NULL ? g_strdelimit (g_strdup (self->language), "_", '-') : NULL;
  SteppeSheetOptions options = {
    .sections = STEPPE_SECTIONS_ALL,
    .language = language,
    .text_size = self->text_size / 100.0,
    .gray = self->gray,
    .basemap = basemap,
  };
  int status = STEPPE_EXIT_CLEAN;

  steppe_paper_from_name (&options.paper, self->paper != NULL ? self->paper : steppe_paper_get_default_name (), self->landscape);
  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (GFile) output = choose_output (self, files[i], taken);
      int one = write_sheet (self, &options, files[i], output);

      status = MAX (status, one);
    }
  return status;
}
