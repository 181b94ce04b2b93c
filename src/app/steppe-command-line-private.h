/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdio.h>

#include "model/steppe-dossier.h"

G_BEGIN_DECLS

#define STEPPE_EXIT_CLEAN 0
#define STEPPE_EXIT_FAULTS 1
#define STEPPE_EXIT_UNREADABLE 2

/**
 * SteppeSheetRequest:
 * @topic: (nullable): of what, as [ctor@Topic.new_named] reads it
 * @output: (nullable): the file to write, or a folder
 * @paper: (nullable): the name of a paper, %NULL for the usual one
 * @landscape: whether the paper lies on its side
 * @language: (nullable): in which language, as a BCP 47 tag, %NULL for that of the program
 * @text_size: in percent
 * @gray: whether without colour
 *
 * The fact sheets that a command line asks for.
 */
typedef struct
{
  char *topic;
  char *output;
  char *paper;
  gboolean landscape;
  char *language;
  int text_size;
  gboolean gray;
} SteppeSheetRequest;

void _steppe_sheet_request_add_options (SteppeSheetRequest *self,
                                        GOptionContext *context);
void _steppe_sheet_request_clear (SteppeSheetRequest *self);
gboolean _steppe_sheet_request_check (const SteppeSheetRequest *self,
                                      const char *const *files,
                                      GError **error);
int _steppe_sheet_request_write (const SteppeSheetRequest *self,
                                 const char *const *files);

SteppeDossier *_steppe_command_line_open (const char *name);
void _steppe_command_line_put_text (FILE *stream,
                                    const char *text);
void _steppe_command_line_put_faults (FILE *stream,
                                      SteppeDossier *dossier);

G_END_DECLS
