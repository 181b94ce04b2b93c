/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "formats/steppe-json-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "formats/steppe-format-error.h"

/* How much of a string or number a message quotes, in characters. */
#define MAX_QUOTED 40

typedef struct
{
  const char *text;
  const char *end;
} Json;

static void
locate (const Json *json,
        const char *where,
        guint *line,
        guint *column)
{
  const char *start = json->text;

  *line = 1;
  *column = 1;
  for (const char *c = json->text; c < where; c++)
    {
      if (*c != '\n')
        continue;
      (*line)++;
      start = c + 1;
    }
  for (const char *c = start; c < where; c++)
    *column += (*c & 0xc0) != 0x80; /* all but the later bytes of a character */
}

static gboolean
fail_limit (const Json *json,
            const char *where,
            const char *message,
            GError **error)
{
  guint line, column;

  locate (json, where, &line, &column);
  g_set_error (error, STEPPE_FORMAT_ERROR, STEPPE_FORMAT_ERROR_LIMIT,
               /* Translators: why a file is not opened; the last part is a sentence. */
               _ ("Line %1$u, column %2$u: %3$s"), line, column, message);
  return FALSE;
}

/* The end of the string that begins after @start: its closing quotation mark or the end of the text. */
static const char *
find_string_end (const Json *json,
                 const char *start)
{
  for (const char *c = start; c < json->end; c++)
    {
      const char *quote = memchr (c, '"', (gsize) (json->end - c));
      gsize n_backslashes = 0;

      if (quote == NULL)
        break;
      while (quote - n_backslashes > start && quote[-1 - (gssize) n_backslashes] == '\\')
        n_backslashes++;
      if (n_backslashes % 2 == 0)
        return quote;
      c = quote;
    }
  return json->end;
}

/* Refuses what would take too much memory or time before any of it is spent. It need not be JSON. */
static gboolean
check_limits (const Json *json,
              GError **error)
{
  gsize n_values = 1;
  guint depth = 0;

  for (const char *c = json->text; c < json->end; c++)
    {
      const char *start = c + 1;

      switch (*c)
        {
        case '"':
          c = find_string_end (json, start);
          if (c - start > STEPPE_DOSSIER_MAX_STRING && c < json->end)
            return fail_limit (json, start - 1, _ ("This text is longer than 1 MiB."), error);
          break;
        case '[':
        case '{':
          n_values++;
          if (++depth > STEPPE_DOSSIER_MAX_DEPTH)
            return fail_limit (json, c, _ ("Lists and objects are nested too deep."), error);
          break;
        case ']':
        case '}':
          depth -= depth > 0;
          break;
        case ',':
        case ':':
          n_values++;
          break;
        default:
          break;
        }
      if (n_values > STEPPE_DOSSIER_MAX_VALUES)
        return fail_limit (json, c, _ ("There are too many values in the file."), error);
    }
  return TRUE;
}

/* What was expected at @where, before which all is JSON, by what stands there. */
static const char *
get_expected_token (const Json *json,
                    const char *where)
{
  char open[STEPPE_DOSSIER_MAX_DEPTH + 1] = { 0 }; /* the brackets that are open, after what is outside of all */
  guint depth = 0;
  char last = 0; /* a bracket, comma or colon, “n” for a member’s name, or “v” for a value */

  for (const char *c = json->text; c < where; c++)
    {
      switch (*c)
        {
        case '"':
          c = find_string_end (json, c + 1);
          last = open[depth] == '{' && last != ':' ? 'n' : 'v';
          break;
        case '[':
        case '{':
          open[++depth] = last = *c;
          break;
        case ']':
        case '}':
          depth -= depth > 0;
          last = 'v';
          break;
        case ',':
        case ':':
          last = *c;
          break;
        default:
          if (!g_ascii_isspace (*c))
            last = 'v';
        }
    }

  if (last == 'n')
    return _ ("a colon");
  if (last == 'v' && where < json->end && *where == ',')
    return _ ("another value after the comma");
  if (last == 'v')
    return open[depth] == '{' ? _ ("a comma or “}”") : _ ("a comma or “]”");
  if (open[depth] == '{' && last != ':')
    return _ ("a member’s name in quotation marks");
  return _ ("a value");
}

/* What was expected of the text in which yyjson stopped, which may be at the mistake or behind it. Its messages
 * are in English and differ between its versions, so only the parts that tell them apart are looked for. */
static const char *
get_expected_string (const yyjson_read_err *fault)
{
  static const struct
  {
    const char *part;
    const char *expected;
  } parts[] = {
    { "control character", N_ ("no control character inside a text") },
    { "UTF-8", N_ ("UTF-8") },
    { "utf-8", N_ ("UTF-8") },
    { "surrogate", N_ ("a whole surrogate pair") },
    { "escape", N_ ("a valid escape after the backslash") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (strstr (fault->msg, parts[i].part) != NULL)
        return _ (parts[i].expected);
    }
  return _ ("a text in quotation marks");
}

static const char *
get_expected (const Json *json,
              const yyjson_read_err *fault,
              const char *where)
{
  /* yyjson's codes are variables and not constants, so they cannot be cases of a switch. */
  if (fault->code == YYJSON_READ_ERROR_UNEXPECTED_END)
    return _ ("more: a text, list or object is not closed");
  if (fault->code == YYJSON_READ_ERROR_UNEXPECTED_CONTENT)
    return _ ("nothing after the dossier");
  if (fault->code == YYJSON_READ_ERROR_INVALID_NUMBER)
    return _ ("a number");
  if (fault->code == YYJSON_READ_ERROR_LITERAL)
    return _ ("a value");
  if (fault->code == YYJSON_READ_ERROR_INVALID_STRING)
    return get_expected_string (fault);
  return get_expected_token (json, where);
}

static char *
describe_character (const Json *json,
                    const char *where)
{
  g_autofree char *character = NULL;
  gunichar c;

  if (where >= json->end)
    return g_strdup (_ ("the end of the file"));
  c = g_utf8_get_char_validated (where, json->end - where);
  if (c == (gunichar) -1 || c == (gunichar) -2 || !g_unichar_isprint (c))
    return g_strdup_printf (_ ("the byte %02X"), (guchar) *where);
  character = g_strndup (where, g_utf8_next_char (where) - where);
  /* Translators: quotation marks around something that stands in a file */
  return g_strdup_printf (_ ("“%s”"), character);
}

static void
set_syntax_error (const Json *json,
                  const yyjson_read_err *fault,
                  GError **error)
{
  const char *where = json->text + MIN (fault->pos, (gsize) (json->end - json->text));
  g_autofree char *found = describe_character (json, where);
  guint line, column;

  locate (json, where, &line, &column);
  g_set_error (error, STEPPE_FORMAT_ERROR, STEPPE_FORMAT_ERROR_SYNTAX,
               /* Translators: why a file is not opened; %3$s is such as “a colon”, %4$s such as “}” or “the end of the file”. */
               _ ("Not JSON: line %1$u, column %2$u: expected %3$s, found %4$s"), line, column, get_expected (json, fault, where), found);
}

yyjson_doc *
_steppe_json_parse (GBytes *bytes,
                    GError **error)
{
  static const char mark[] = "\xef\xbb\xbf"; /* some editors begin UTF-8 with a byte order mark */
  yyjson_read_err fault = { 0 };
  yyjson_doc *document;
  gsize size;
  Json json;

  json.text = g_bytes_get_data (bytes, &size);
  if (size > STEPPE_DOSSIER_MAX_BYTES)
    {
      g_set_error_literal (error, STEPPE_FORMAT_ERROR, STEPPE_FORMAT_ERROR_LIMIT, _ ("The file is larger than 256 MiB."));
      return NULL;
    }
  if (size == 0)
    {
      g_set_error_literal (error, STEPPE_FORMAT_ERROR, STEPPE_FORMAT_ERROR_SYNTAX, _ ("Not JSON: the file is empty"));
      return NULL;
    }
  json.end = json.text + size;
  if (size >= strlen (mark) && memcmp (json.text, mark, strlen (mark)) == 0)
    json.text += strlen (mark);
  if (!check_limits (&json, error))
    return NULL;

  /* Without YYJSON_READ_INSITU the text is only read. */
  document = yyjson_read_opts ((char *) json.text, (gsize) (json.end - json.text), YYJSON_READ_NUMBER_AS_RAW, NULL, &fault);
  if (document == NULL)
    set_syntax_error (&json, &fault, error);
  return document;
}

/* The beginning of a text. */
static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_QUOTED)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, MAX_QUOTED);
  return g_strconcat (start, "…", NULL);
}

char *
_steppe_json_describe (yyjson_val *value)
{
  g_autofree char *quoted = NULL;

  switch (yyjson_get_type (value))
    {
    case YYJSON_TYPE_RAW:
      quoted = shorten (yyjson_get_raw (value));
      return g_strdup_printf (_ ("the number %s"), quoted);
    case YYJSON_TYPE_STR:
      if (_steppe_json_get_string (value) == NULL)
        return g_strdup (_ ("a text with a NUL in it"));
      quoted = shorten (yyjson_get_str (value));
      /* Translators: quotation marks around something that stands in a file */
      return g_strdup_printf (_ ("“%s”"), quoted);
    case YYJSON_TYPE_BOOL:
      return g_strdup (yyjson_get_bool (value) ? "true" : "false");
    case YYJSON_TYPE_ARR:
      return g_strdup (yyjson_arr_size (value) > 0 ? _ ("a list") : _ ("an empty list"));
    case YYJSON_TYPE_OBJ:
      return g_strdup (yyjson_obj_size (value) > 0 ? _ ("an object") : _ ("an empty object"));
    case YYJSON_TYPE_NULL:
    default:
      return g_strdup ("null");
    }
}

const char *
_steppe_json_get_string (yyjson_val *value)
{
  const char *text = yyjson_get_str (value);

  return text != NULL && strlen (text) == yyjson_get_len (value) ? text : NULL;
}

double
_steppe_json_get_number (yyjson_val *value)
{
  const char *digits = yyjson_get_raw (value);

  return digits != NULL ? g_ascii_strtod (digits, NULL) : NAN;
}
