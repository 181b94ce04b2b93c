/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"
#include "time/steppe-edtf-scanner-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Sets the error: @where is the place of the fault in the text, @message a translated sentence that says what was
 * expected there. Returns FALSE, for the caller to return. */
gboolean
_steppe_edtf_fail (SteppeEdtfScanner *scanner,
                   const char *where,
                   SteppeDateError code,
                   const char *message)
{
  guint position = (guint) (where - scanner->text) + 1;

  /* Translators: why a date cannot be read. %1$u is the number of the first wrong character, counted from 1, and
   * %2$s a sentence such as “a month from 01 to 12 was expected”. */
  g_set_error (scanner->error, STEPPE_DATE_ERROR, code, _ ("character %1$u: %2$s"), position, message);
  return FALSE;
}

/* Passes @token if it comes next. */
gboolean
_steppe_edtf_accept (SteppeEdtfScanner *scanner,
                     const char *token)
{
  gsize length = strlen (token);

  if (strncmp (scanner->cursor, token, length) != 0)
    return FALSE;

  scanner->cursor += length;
  return TRUE;
}

/* Reads exactly @count digits. */
gboolean
_steppe_edtf_expect_digits (SteppeEdtfScanner *scanner,
                            int count,
                            int *value,
                            const char *message)
{
  *value = 0;
  for (int i = 0; i < count; i++, scanner->cursor++)
    {
      if (!g_ascii_isdigit (*scanner->cursor))
        return _steppe_edtf_fail (scanner, scanner->cursor, STEPPE_DATE_ERROR_SYNTAX, message);
      *value = *value * 10 + g_ascii_digit_value (*scanner->cursor);
    }
  return TRUE;
}

/* Reads exactly @count digits, any of which may be X: read as 0, and its bit set in @unknown. */
gboolean
_steppe_edtf_expect_part (SteppeEdtfScanner *scanner,
                          int count,
                          int *value,
                          guint8 *unknown,
                          const char *message)
{
  *value = 0;
  *unknown = 0;
  for (int i = 0; i < count; i++, scanner->cursor++)
    {
      char c = *scanner->cursor;

      if (c != 'X' && !g_ascii_isdigit (c))
        return _steppe_edtf_fail (scanner, scanner->cursor, STEPPE_DATE_ERROR_SYNTAX, message);
      *value = *value * 10 + (c == 'X' ? 0 : g_ascii_digit_value (c));
      *unknown = (guint8) (*unknown << 1 | (c == 'X' ? 1 : 0));
    }
  return TRUE;
}

/* Reads as many digits as there are, at least one and not starting with 0. A number above @limit is passed whole and
 * read as @limit + 1. */
gboolean
_steppe_edtf_expect_number (SteppeEdtfScanner *scanner,
                            gint64 limit,
                            gint64 *value,
                            const char *message)
{
  if (!g_ascii_isdigit (*scanner->cursor) || *scanner->cursor == '0')
    return _steppe_edtf_fail (scanner, scanner->cursor, STEPPE_DATE_ERROR_SYNTAX, message);

  *value = 0;
  for (; g_ascii_isdigit (*scanner->cursor); scanner->cursor++)
    *value = MIN (*value * 10 + g_ascii_digit_value (*scanner->cursor), limit + 1);
  return TRUE;
}
