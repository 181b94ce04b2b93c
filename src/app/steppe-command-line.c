/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "app/steppe-command-line.h"

#include <glib/gi18n.h>

#include "app/steppe-command-line-private.h"
#include "formats/steppe-dossier-reader.h"
#include "model/steppe-chronology.h"
#include "model/steppe-local-date.h"

/* What scripts see. Nothing here needs a display or a bus. Output is UTF-8 whatever the locale, for
 * it is data. */

/* What stands where a value is missing. */
#define MISSING "-"

typedef struct
{
  GStrv check;
  GStrv list;
  gboolean version;
  gboolean help;
  GStrv files;
  SteppeSheetRequest sheets;
} Options;

static void
options_clear (Options *self)
{
  g_strfreev (self->check);
  g_strfreev (self->list);
  g_strfreev (self->files);
  _steppe_sheet_request_clear (&self->sheets);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/**
 * _steppe_command_line_put_text:
 * @stream: where to
 * @text: a text
 *
 * Writes a text so that it stays in its column and on its line.
 */
void
_steppe_command_line_put_text (FILE *stream,
                               const char *text)
{
  for (const char *next; *text != '\0'; text = next)
    {
      GUnicodeType type = g_unichar_type (g_utf8_get_char (text));

      next = g_utf8_next_char (text);
      if (type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR || type == G_UNICODE_PARAGRAPH_SEPARATOR)
        fputc (' ', stream);
      else
        fwrite (text, 1, (gsize) (next - text), stream);
    }
}

/**
 * _steppe_command_line_put_faults:
 * @stream: where to
 * @dossier: a dossier
 *
 * Writes what was not as expected when the dossier was read, a line each.
 */
void
_steppe_command_line_put_faults (FILE *stream,
                                 SteppeDossier *dossier)
{
  GListModel *faults = steppe_dossier_get_faults (dossier);

  for (guint i = 0; i < g_list_model_get_n_items (faults); i++)
    {
      g_autoptr (SteppeFault) fault = g_list_model_get_item (faults, i);

      _steppe_command_line_put_text (stream, steppe_fault_get_pointer (fault));
      fputs (": ", stream);
      _steppe_command_line_put_text (stream, steppe_fault_get_message (fault));
      fputc ('\n', stream);
    }
}

static void
put_date (SteppeEvent *event,
          SteppeDossier *dossier)
{
  g_autoptr (SteppeDate) date = steppe_event_dup_local_date (event, dossier);
  gint64 earliest = date != NULL ? steppe_date_get_local_earliest (date) : STEPPE_INSTANT_MIN;
  gint64 latest = date != NULL ? steppe_date_get_local_latest (date) : STEPPE_INSTANT_MAX;
  g_autofree char *first = earliest != STEPPE_INSTANT_MIN ? steppe_instant_to_iso (earliest) : NULL;
  g_autofree char *last = latest != STEPPE_INSTANT_MAX ? steppe_instant_to_iso (latest) : NULL;

  _steppe_command_line_put_text (stdout, date != NULL ? steppe_date_get_text (date) : MISSING);
  printf ("\t%s\t%s\t", first != NULL ? first : MISSING, last != NULL ? last : MISSING);
}

static void
put_event (SteppeDossier *dossier,
           SteppeEvent *event)
{
  const char *const *places = steppe_event_get_places (event);
  const char *status = steppe_event_get_status_text (event);

  _steppe_command_line_put_text (stdout, steppe_item_get_id (STEPPE_ITEM (event)));
  fputc ('\t', stdout);
  put_date (event, dossier);
  for (guint i = 0; places != NULL && places[i] != NULL; i++)
    {
      if (i > 0)
        fputc (',', stdout);
      _steppe_command_line_put_text (stdout, places[i]);
    }
  if (places == NULL || places[0] == NULL)
    fputs (MISSING, stdout);
  fputc ('\t', stdout);
  _steppe_command_line_put_text (stdout, status != NULL ? status : steppe_status_to_string (STEPPE_STATUS_REPORTED));
  fputc ('\t', stdout);
  _steppe_command_line_put_text (stdout, steppe_dossier_resolve_name (dossier, STEPPE_ITEM (event)));
  fputc ('\n', stdout);
}

static void
put_events (SteppeDossier *dossier)
{
  g_autoptr (GPtrArray) chronology = steppe_chronology_new (dossier);

  for (guint i = 0; i < chronology->len; i++)
    put_event (dossier, g_ptr_array_index (chronology, i));
}

/**
 * _steppe_command_line_open:
 * @name: the name of a file, as on the command line
 *
 * Returns: (transfer full) (nullable): its dossier; %NULL where it cannot be read, which is said
 */
SteppeDossier *
_steppe_command_line_open (const char *name)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;
  SteppeDossier *dossier = steppe_dossier_read (file, NULL, &error);

  if (dossier == NULL)
    {
      shown = g_filename_display_name (name);
      _steppe_command_line_put_text (stderr, shown);
      fputs (": ", stderr);
      _steppe_command_line_put_text (stderr, error->message);
      fputc ('\n', stderr);
    }
  return dossier;
}

static int
close_output (int status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  fprintf (stderr, "%s\n", _ ("The output cannot be written."));
  return STEPPE_EXIT_UNREADABLE;
}

static int
check (const char *name)
{
  g_autoptr (SteppeDossier) dossier = _steppe_command_line_open (name);

  if (dossier == NULL)
    return STEPPE_EXIT_UNREADABLE;
  _steppe_command_line_put_faults (stdout, dossier);
  return close_output (g_list_model_get_n_items (steppe_dossier_get_faults (dossier)) > 0 ? STEPPE_EXIT_FAULTS : STEPPE_EXIT_CLEAN);
}

static int
list (const char *name)
{
  g_autoptr (SteppeDossier) dossier = _steppe_command_line_open (name);

  if (dossier == NULL)
    return STEPPE_EXIT_UNREADABLE;
  _steppe_command_line_put_faults (stderr, dossier);
  put_events (dossier);
  return close_output (STEPPE_EXIT_CLEAN);
}

static GOptionContext *
create_context (Options *options)
{
  GOptionContext *context = g_option_context_new (_ ("[FILE…]"));
  const GOptionEntry entries[] = {
    { "check", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->check, N_ ("Print what is wrong in a dossier: exit status 0 for nothing, 1 for faults, 2 where it cannot be read"), N_ ("FILE") },
    { "list", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->list, N_ ("Print the events of a dossier, one a line: id, date, earliest, latest, places, status and title, with tabs between them"), N_ ("FILE") },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, N_ ("Print the version"), NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &options->help, N_ ("Print this help"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  _steppe_sheet_request_add_options (&options->sheets, context);
  g_option_context_set_summary (context, _ ("Reads stories in places and times. Without options, shows each FILE in a window."));
  return context;
}

static guint
count (GStrv strings)
{
  return strings != NULL ? g_strv_length (strings) : 0;
}

static gboolean
parse (GOptionContext *context,
       const char *const *arguments,
       Options *options,
       GError **error)
{
  g_auto (GStrv) copy = g_strdupv ((char **) arguments);
  guint n_named;

  if (!g_option_context_parse_strv (context, &copy, error))
    return FALSE;
  n_named = count (options->check) + count (options->list);
  if ((options->check != NULL) + (options->list != NULL) + (options->sheets.topic != NULL) > 1)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("Give only one of --check, --list and --fact-sheet."));
  else if (n_named > 1 || (n_named == 1 && options->files != NULL))
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _ ("Give one file only."));
  else
    return _steppe_sheet_request_check (&options->sheets, (const char *const *) options->files, error);
  return FALSE;
}

/* Options of GApplication itself, such as those of a service that the bus starts. */
static gboolean
is_for_gapplication (const char *const *arguments)
{
  for (guint i = 0; arguments[i] != NULL; i++)
    if (g_str_has_prefix (arguments[i], "--gapplication-"))
      return TRUE;
  return FALSE;
}

/**
 * steppe_command_line_run:
 * @arguments: (array zero-terminated=1): the command line, with the name of the program
 * @exit_status: (out): the exit status of the program, where it has nothing left to do
 *
 * Does what the options ask for, and refuses wrong ones.
 *
 * Returns: whether that was all; if not, the arguments are files to open in windows
 */
gboolean
steppe_command_line_run (const char *const *arguments,
                         int *exit_status)
{
  g_auto (Options) options = { 0 };
  g_autoptr (GOptionContext) context = create_context (&options);
  g_autoptr (GError) error = NULL;
  g_autofree char *help = NULL;

  if (is_for_gapplication (arguments))
    return FALSE;
  if (!parse (context, arguments, &options, &error))
    {
      fprintf (stderr, "%s\n%s\n", error->message, _ ("“steppe --help” tells how it is used."));
      *exit_status = STEPPE_EXIT_UNREADABLE;
      return TRUE;
    }
  if (options.help)
    {
      help = g_option_context_get_help (context, TRUE, NULL);
      fputs (help, stdout);
      *exit_status = close_output (STEPPE_EXIT_CLEAN);
    }
  else if (options.version)
    {
      printf ("Steppe %s\n", STEPPE_VERSION);
      *exit_status = close_output (STEPPE_EXIT_CLEAN);
    }
  else if (options.check != NULL)
    *exit_status = check (options.check[0]);
  else if (options.list != NULL)
    *exit_status = list (options.list[0]);
  else if (options.sheets.topic != NULL)
    *exit_status = _steppe_sheet_request_write (&options.sheets, (const char *const *) options.files);
  else
    return FALSE;
  return TRUE;
}
