/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/steppe-focus.h"
#include "reader/steppe-contents-sections.h"

G_BEGIN_DECLS

/**
 * SteppeContentsGrouping:
 * @STEPPE_CONTENTS_BY_DATE: by stretches of time
 * @STEPPE_CONTENTS_BY_PLACE: by where they were
 * @STEPPE_CONTENTS_BY_ACTOR: by who took part
 * @STEPPE_CONTENTS_BY_KIND: by what they were
 *
 * What the sections of the contents are.
 */
typedef enum
{
  STEPPE_CONTENTS_BY_DATE,
  STEPPE_CONTENTS_BY_PLACE,
  STEPPE_CONTENTS_BY_ACTOR,
  STEPPE_CONTENTS_BY_KIND,
} SteppeContentsGrouping;

#define STEPPE_TYPE_CONTENTS_GROUPING (steppe_contents_grouping_get_type ())
GType steppe_contents_grouping_get_type (void) G_GNUC_CONST;

#define STEPPE_TYPE_CONTENTS_MODEL (steppe_contents_model_get_type ())
G_DECLARE_FINAL_TYPE (SteppeContentsModel, steppe_contents_model, STEPPE, CONTENTS_MODEL, GObject)

/**
 * SteppeContentsCounts:
 * @undated: how many of the listed events have no place in time
 * @unplaced: how many of the listed events have no place on the map
 * @hidden: how many events are not listed
 * @hidden_undated: how many of those have no place in time
 *
 * What is to be said about a list of events.
 */
typedef struct
{
  guint undated;
  guint unplaced;
  guint hidden;
  guint hidden_undated;
} SteppeContentsCounts;

SteppeContentsModel *steppe_contents_model_new (SteppeDossier *dossier,
                                                SteppeContentsGrouping grouping);
char *steppe_contents_model_dup_heading (SteppeContentsModel *self,
                                         guint position) G_GNUC_WARN_UNUSED_RESULT;
guint steppe_contents_model_find (SteppeContentsModel *self,
                                  SteppeItem *item);
void steppe_contents_model_filter (SteppeContentsModel *self,
                                   SteppeFocus *focus);
void steppe_contents_model_count (SteppeContentsModel *self,
                                  SteppeContentsCounts *counts);

G_END_DECLS
