/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-dossier.h"
#include "model/steppe-item.h"
#include "model/steppe-status.h"
#include "time/steppe-date.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_EVENT (steppe_event_get_type ())
G_DECLARE_FINAL_TYPE (SteppeEvent, steppe_event, STEPPE, EVENT, SteppeItem)

/**
 * SteppeParticipant:
 * @actor: id of the actor
 * @role: (nullable): the role, as the file has it
 *
 * An actor's part in an event.
 */
typedef struct
{
  const SteppeRecordInfo *info;
  char *actor;
  char *role;
} SteppeParticipant;

SteppeParticipant *steppe_participant_new (void);

/**
 * SteppeSpan:
 * @earliest: its first instant, seconds from 1970-01-01T00:00:00, or %STEPPE_INSTANT_MIN
 * @latest: its last instant, or %STEPPE_INSTANT_MAX
 *
 * A stretch of time. Where @latest comes before @earliest it is empty, and meets no other.
 */
typedef struct
{
  gint64 earliest;
  gint64 latest;
} SteppeSpan;

/**
 * STEPPE_SPAN_EMPTY:
 *
 * No time at all.
 */
#define STEPPE_SPAN_EMPTY ((SteppeSpan) { STEPPE_INSTANT_MAX, STEPPE_INSTANT_MIN })

/**
 * SteppeRelated:
 * @event: id of the other event
 * @as: (nullable): as what, seen from the other event
 *
 * Another event, and as what it is related.
 */
typedef struct
{
  const SteppeRecordInfo *info;
  char *event;
  char *as;
} SteppeRelated;

const char *steppe_event_get_kind (SteppeEvent *self);
SteppeDate *steppe_event_get_date (SteppeEvent *self);
gboolean steppe_event_is_dated (SteppeEvent *self);
const char *const *steppe_event_get_places (SteppeEvent *self);
gboolean steppe_event_is_placed (SteppeEvent *self,
                                 SteppeDossier *dossier);
GPtrArray *steppe_event_get_participants (SteppeEvent *self);
const char *steppe_event_get_status_text (SteppeEvent *self);
SteppeStatus steppe_event_get_status (SteppeEvent *self);
GPtrArray *steppe_event_get_related (SteppeEvent *self);

G_END_DECLS
