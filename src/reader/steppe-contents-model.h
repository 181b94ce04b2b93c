/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/steppe-focus.h"
#include "reader/steppe-contents-sections.h"

G_BEGIN_DECLS

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

SteppeContentsModel *steppe_contents_model_new (SteppeDossier *dossier);
SteppeContentsStep steppe_contents_model_get_step (SteppeContentsModel *self);
guint steppe_contents_model_find (SteppeContentsModel *self,
                                  SteppeItem *item);
void steppe_contents_model_filter (SteppeContentsModel *self,
                                   SteppeFocus *focus);
void steppe_contents_model_count (SteppeContentsModel *self,
                                  SteppeContentsCounts *counts);

G_END_DECLS
