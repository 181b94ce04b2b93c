/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/steppe-date.h"

G_BEGIN_DECLS

/* A cursor over a text. EDTF is ASCII, so up to any fault a byte is a character. */
typedef struct
{
  const char *text;
  const char *cursor;
  GError **error;
} SteppeEdtfScanner;

gboolean _steppe_edtf_fail (SteppeEdtfScanner *scanner, const char *where, SteppeDateError code, const char *message);
gboolean _steppe_edtf_accept (SteppeEdtfScanner *scanner, const char *token);
gboolean _steppe_edtf_expect_digits (SteppeEdtfScanner *scanner, int count, int *value, const char *message);
gboolean _steppe_edtf_expect_part (SteppeEdtfScanner *scanner, int count, int *value, guint8 *unknown, const char *message);
gboolean _steppe_edtf_expect_number (SteppeEdtfScanner *scanner, gint64 limit, gint64 *value, const char *message);

G_END_DECLS
