/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-item.h"
#include "sheets/steppe-figure.h"
#include "sheets/steppe-phrase.h"

G_BEGIN_DECLS

/**
 * SteppeAccountRole:
 * @STEPPE_ACCOUNT_TITLE: what the account is of
 * @STEPPE_ACCOUNT_FACT: something to look up, such as when it was; its label says what it is
 * @STEPPE_ACCOUNT_SUMMARY: what is to be said of it in a few sentences
 * @STEPPE_ACCOUNT_PARAGRAPH: a paragraph of a text
 * @STEPPE_ACCOUNT_HEADING: the heading of the blocks that follow
 * @STEPPE_ACCOUNT_STATEMENT: what somebody said; its label says when
 * @STEPPE_ACCOUNT_ENTRY: another item; its label says as what, or when
 * @STEPPE_ACCOUNT_SOURCE: a source; its label is its number
 * @STEPPE_ACCOUNT_REMARK: a remark on the blocks before
 * @STEPPE_ACCOUNT_FIGURE: a map or a timeline; its text is what is written below
 * @STEPPE_ACCOUNT_TABLE: a table; its label is what it is of
 *
 * What a block is to the reader.
 */
typedef enum
{
  STEPPE_ACCOUNT_TITLE,
  STEPPE_ACCOUNT_FACT,
  STEPPE_ACCOUNT_SUMMARY,
  STEPPE_ACCOUNT_PARAGRAPH,
  STEPPE_ACCOUNT_HEADING,
  STEPPE_ACCOUNT_STATEMENT,
  STEPPE_ACCOUNT_ENTRY,
  STEPPE_ACCOUNT_SOURCE,
  STEPPE_ACCOUNT_REMARK,
  STEPPE_ACCOUNT_FIGURE,
  STEPPE_ACCOUNT_TABLE,
} SteppeAccountRole;

/**
 * SteppeAccountTable:
 * @n_columns: how many columns it has
 * @shares: (array length=n_columns): how the width is shared among them
 * @heads: (element-type utf8): the head of each column
 * @cells: (element-type SteppePhrase): row by row
 *
 * Things that are told alike.
 */
typedef struct
{
  guint n_columns;
  const double *shares;
  GPtrArray *heads;
  GPtrArray *cells;
} SteppeAccountTable;

/**
 * SteppeAccountBlock:
 * @role: what it is to the reader
 * @item: (nullable): the item it tells of, whose sign may stand beside it
 * @anchor: (nullable): the name by which other blocks lead to it
 * @number: the number that it has on map and timeline, 0 for none
 * @label: (nullable): a few words that stand beside it
 * @lead: (nullable): a few words that stand out before the text, such as who said it
 * @phrases: (element-type SteppePhrase): the text, each on a line of its own
 * @remarks: (element-type SteppePhrase): what is to be said on it, each on a line of its own
 * @figure: (nullable): what is drawn
 * @table: (nullable): what is told in rows
 *
 * A piece of an account.
 */
typedef struct
{
  SteppeAccountRole role;
  SteppeItem *item;
  char *anchor;
  guint number;
  char *label;
  SteppePhrase *lead;
  GPtrArray *phrases;
  GPtrArray *remarks;
  SteppeFigure *figure;
  SteppeAccountTable *table;
} SteppeAccountBlock;

/**
 * SteppeAccount:
 * @context: what it is taken from: the title of the dossier, empty where that has none
 * @blocks: (element-type SteppeAccountBlock): the pieces in reading order
 *
 * What a dossier says of something, from which a fact sheet and the text for the clipboard are
 * made. All of it is in one language.
 */
typedef struct
{
  char *context;
  GPtrArray *blocks;
} SteppeAccount;

SteppeAccount *steppe_account_new (const char *context);
void steppe_account_free (SteppeAccount *self);
SteppeAccountBlock *steppe_account_add (SteppeAccount *self,
                                        SteppeAccountRole role,
                                        const char *label);
SteppePhrase *steppe_account_block_add (SteppeAccountBlock *self,
                                        char *text);
SteppePhrase *steppe_account_block_remark (SteppeAccountBlock *self,
                                           char *text);
SteppeAccountTable *steppe_account_block_begin_table (SteppeAccountBlock *self,
                                                      guint n_columns,
                                                      const double *shares,
                                                      const char *const *heads);
SteppePhrase *steppe_account_table_add (SteppeAccountTable *self,
                                        char *text);
guint steppe_account_table_get_n_rows (const SteppeAccountTable *self);

char *steppe_account_dup_text (const SteppeAccount *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeAccount, steppe_account_free)

G_END_DECLS
