/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-dossier.h"

G_BEGIN_DECLS

/**
 * SteppeBlockRole:
 * @STEPPE_BLOCK_TITLE: what the account is of
 * @STEPPE_BLOCK_FACT: something to look up, such as when it was; its label says what it is
 * @STEPPE_BLOCK_SUMMARY: what is to be said of it in a few sentences
 * @STEPPE_BLOCK_HEADING: the heading of the blocks that follow
 * @STEPPE_BLOCK_STATEMENT: what somebody said; its label says when
 * @STEPPE_BLOCK_ENTRY: another item; its label says as what
 * @STEPPE_BLOCK_SOURCE: a source; its label is its number
 * @STEPPE_BLOCK_REMARK: a remark on the blocks before
 *
 * What a block is to the reader.
 */
typedef enum
{
  STEPPE_BLOCK_TITLE,
  STEPPE_BLOCK_FACT,
  STEPPE_BLOCK_SUMMARY,
  STEPPE_BLOCK_HEADING,
  STEPPE_BLOCK_STATEMENT,
  STEPPE_BLOCK_ENTRY,
  STEPPE_BLOCK_SOURCE,
  STEPPE_BLOCK_REMARK,
} SteppeBlockRole;

/**
 * SteppeBlock:
 * @role: what it is to the reader
 * @item: (nullable): the item it tells of, whose sign may stand beside it
 * @label: (nullable): a few words that stand beside it
 * @lead: (nullable): a few words that stand out before the text, such as who said it
 * @text: the text, one thing a line
 * @notes: (nullable): the numbers of the sources that each line of the text rests on: “[1–3, 7]”
 * @remarks: (element-type utf8): what is to be said on it, each on a line of its own
 *
 * A piece of an account. All of it is plain text in the user's language.
 */
typedef struct
{
  SteppeBlockRole role;
  SteppeItem *item;
  char *label;
  char *lead;
  char *text;
  char *notes;
  GPtrArray *remarks;
} SteppeBlock;

/**
 * SteppeAccount:
 * @context: what it is taken from: the title of the dossier, empty where that has none
 * @blocks: (element-type SteppeBlock): the pieces in reading order
 *
 * What a dossier says of something, from which a fact sheet and the text for the clipboard are
 * made.
 */
typedef struct
{
  char *context;
  GPtrArray *blocks;
} SteppeAccount;

SteppeAccount *steppe_account_new (const char *context);
void steppe_account_free (SteppeAccount *self);
SteppeBlock *steppe_account_add (SteppeAccount *self,
                                 SteppeBlockRole role,
                                 const char *label,
                                 const char *text);
void steppe_block_take_remark (SteppeBlock *block,
                               char *remark);

char *steppe_account_dup_text (const SteppeAccount *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeAccount, steppe_account_free)

G_END_DECLS
