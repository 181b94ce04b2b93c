/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define STEPPE_FORMAT_ERROR (steppe_format_error_quark ())

/**
 * SteppeFormatError:
 * @STEPPE_FORMAT_ERROR_NOT_A_FILE: a folder, pipe or device: choose another
 * @STEPPE_FORMAT_ERROR_SYNTAX: not JSON: mend it where the message says
 * @STEPPE_FORMAT_ERROR_FORMAT: JSON, but not a dossier: open it with another program
 * @STEPPE_FORMAT_ERROR_VERSION: made by a newer Steppe: get that one
 * @STEPPE_FORMAT_ERROR_LIMIT: larger than Steppe reads: divide it
 *
 * Why nothing of a file can be opened. A file that cannot be read at all is GIO's own error.
 */
typedef enum
{
  STEPPE_FORMAT_ERROR_NOT_A_FILE,
  STEPPE_FORMAT_ERROR_SYNTAX,
  STEPPE_FORMAT_ERROR_FORMAT,
  STEPPE_FORMAT_ERROR_VERSION,
  STEPPE_FORMAT_ERROR_LIMIT,
} SteppeFormatError;

GQuark steppe_format_error_quark (void);

/**
 * STEPPE_DOSSIER_VERSION:
 *
 * The version of the format that is written, and the newest that is read.
 */
#define STEPPE_DOSSIER_VERSION 1

/**
 * STEPPE_DOSSIER_MAX_BYTES:
 *
 * The largest file that is read. A dossier of 100,000 events has some 40 MB.
 */
#define STEPPE_DOSSIER_MAX_BYTES (256 * 1024 * 1024)

/**
 * STEPPE_DOSSIER_MAX_DEPTH:
 *
 * How deep lists and objects may stand in each other. The format itself needs 8.
 */
#define STEPPE_DOSSIER_MAX_DEPTH 64

/**
 * STEPPE_DOSSIER_MAX_STRING:
 *
 * The longest string, in bytes as it is written: a narrative of some 150,000 words.
 */
#define STEPPE_DOSSIER_MAX_STRING (1024 * 1024)

/**
 * STEPPE_DOSSIER_MAX_VALUES:
 *
 * The most values of all types, member names among them, in a file.
 */
#define STEPPE_DOSSIER_MAX_VALUES 40000000

/**
 * STEPPE_DOSSIER_MAX_ITEMS:
 *
 * The most items of all kinds in a dossier.
 */
#define STEPPE_DOSSIER_MAX_ITEMS 1000000

/**
 * STEPPE_DOSSIER_MAX_POSITIONS:
 *
 * The most positions in one geometry.
 */
#define STEPPE_DOSSIER_MAX_POSITIONS 100000

/**
 * STEPPE_DOSSIER_MAX_FAULTS:
 *
 * The most faults that are listed one by one; the last one then says how many more there are.
 */
#define STEPPE_DOSSIER_MAX_FAULTS 10000

G_END_DECLS
