/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define STEPPE_TYPE_NARRATIVE_TEXT (steppe_narrative_text_get_type ())

/**
 * STEPPE_NARRATIVE_MAX_LENGTH:
 *
 * The longest text whose marks are read, in bytes; a longer one is shown as it is written.
 */
#define STEPPE_NARRATIVE_MAX_LENGTH (1024 * 1024)

/**
 * STEPPE_NARRATIVE_MAX_DEPTH:
 *
 * How deep quotes and lists are told apart; what is nested deeper has this depth.
 */
#define STEPPE_NARRATIVE_MAX_DEPTH 8

/**
 * SteppeNarrativeText:
 *
 * A CommonMark text as it is read: plain text, and what its parts are. All offsets are in
 * characters of the plain text. Immutable, so it may be shared between threads.
 */
typedef struct _SteppeNarrativeText SteppeNarrativeText;

/**
 * SteppeBlockType:
 * @STEPPE_BLOCK_PARAGRAPH: words; raw HTML too, which is never interpreted
 * @STEPPE_BLOCK_HEADING: a heading
 * @STEPPE_BLOCK_CODE: text with its own line breaks
 * @STEPPE_BLOCK_BREAK: a pause between parts, drawn as a sign
 *
 * What a block is.
 */
typedef enum
{
  STEPPE_BLOCK_PARAGRAPH,
  STEPPE_BLOCK_HEADING,
  STEPPE_BLOCK_CODE,
  STEPPE_BLOCK_BREAK,
} SteppeBlockType;

/**
 * SteppeBlock:
 * @type: what it is
 * @level: of a heading, 1 to 6, else 0
 * @quote_depth: in how many quotes it stands
 * @list_depth: in how many lists it stands
 * @start: its first character, of the marker where it begins a list item
 * @text_start: its first character after the marker
 * @end: the character after its last; the plain text has a line feed there, or ends
 *
 * One block of a text. The first block of a list item begins with the item's marker, a bullet or
 * a number, and a tab.
 */
typedef struct
{
  SteppeBlockType type;
  guint level;
  guint quote_depth;
  guint list_depth;
  guint start;
  guint text_start;
  guint end;
} SteppeBlock;

/**
 * SteppeRunStyle:
 * @STEPPE_RUN_EMPHASIS: emphasised
 * @STEPPE_RUN_STRONG: strongly emphasised
 * @STEPPE_RUN_CODE: to be taken letter for letter
 * @STEPPE_RUN_KEY: what is written on a key, or on several to be pressed together
 *
 * How a run of text differs from the text around it.
 */
typedef enum /*< flags >*/
{
  STEPPE_RUN_EMPHASIS = 1 << 0,
  STEPPE_RUN_STRONG = 1 << 1,
  STEPPE_RUN_CODE = 1 << 2,
  STEPPE_RUN_KEY = 1 << 3,
} SteppeRunStyle;

/**
 * SteppeRun:
 * @start: its first character
 * @end: the character after its last
 * @style: how it differs, never nothing
 *
 * A run of text with a style. Runs do not overlap.
 */
typedef struct
{
  guint start;
  guint end;
  SteppeRunStyle style;
} SteppeRun;

/**
 * SteppeLinkType:
 * @STEPPE_LINK_MENTION: mentions an item of the dossier
 * @STEPPE_LINK_EXTERNAL: leads to the network, by http or https
 * @STEPPE_LINK_NOTE: a mark that was put in, and leads to an item
 *
 * Where a link leads. Other links are plain text.
 */
typedef enum
{
  STEPPE_LINK_MENTION,
  STEPPE_LINK_EXTERNAL,
  STEPPE_LINK_NOTE,
} SteppeLinkType;

/**
 * SteppeLink:
 * @type: where it leads
 * @target: the id of the item as it is written, which may be empty or of no item; or the URI
 * @start: its first character
 * @end: the character after its last; links may be empty
 *
 * A link of a text. Links do not overlap.
 */
typedef struct
{
  SteppeLinkType type;
  char *target;
  guint start;
  guint end;
} SteppeLink;

/**
 * SteppeNote:
 * @offset: where to put it in, in characters
 * @mark: its words
 * @target: (nullable): the id of the item that it leads to; without one it is no link
 *
 * A mark that is not in the file, and is put into a text when that is shown.
 */
typedef struct
{
  guint offset;
  char *mark;
  char *target;
} SteppeNote;

/**
 * SteppeTextSign:
 * @offset: its place, the character [const@NARRATIVE_SIGN]
 * @name: what to draw there
 *
 * A sign between the words of a text.
 */
typedef struct
{
  guint offset;
  char *name;
} SteppeTextSign;

/**
 * STEPPE_NARRATIVE_SIGN:
 *
 * The character that stands for a sign in the plain text: an em space.
 */
#define STEPPE_NARRATIVE_SIGN 0x2003

GType steppe_narrative_text_get_type (void) G_GNUC_CONST;

SteppeNarrativeText *steppe_narrative_text_new (const char *text);
SteppeNarrativeText *steppe_narrative_text_new_with_signs (const char *text);
SteppeNarrativeText *steppe_narrative_text_ref (SteppeNarrativeText *self);
SteppeNarrativeText *steppe_narrative_text_insert_notes (const SteppeNarrativeText *self,
                                                         GArray *notes);
void steppe_narrative_text_unref (SteppeNarrativeText *self);

const char *steppe_narrative_text_get_plain (const SteppeNarrativeText *self);
const SteppeBlock *steppe_narrative_text_get_blocks (const SteppeNarrativeText *self,
                                                     guint *n_blocks);
const SteppeRun *steppe_narrative_text_get_runs (const SteppeNarrativeText *self,
                                                 guint *n_runs);
const SteppeLink *steppe_narrative_text_get_links (const SteppeNarrativeText *self,
                                                   guint *n_links);
const SteppeTextSign *steppe_narrative_text_get_signs (const SteppeNarrativeText *self,
                                                       guint *n_signs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeNarrativeText, steppe_narrative_text_unref)

G_END_DECLS
