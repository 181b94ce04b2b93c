/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-dossier.h"
#include "model/steppe-event.h"

G_BEGIN_DECLS

/**
 * SteppeFacet:
 * @STEPPE_FACET_KIND: the kind of event
 * @STEPPE_FACET_STATUS: its status
 * @STEPPE_FACET_ACTOR: who takes part
 * @STEPPE_FACET_PLACE: where it is
 * @STEPPE_FACET_SOURCE: what it rests on
 *
 * By what events are grouped and filtered. An event has a value, or several, or none of each facet: kinds and statuses as
 * the file has them, else ids of items.
 */
typedef enum
{
  STEPPE_FACET_KIND,
  STEPPE_FACET_STATUS,
  STEPPE_FACET_ACTOR,
  STEPPE_FACET_PLACE,
  STEPPE_FACET_SOURCE,
} SteppeFacet;

#define STEPPE_N_FACETS (STEPPE_FACET_SOURCE + 1)

/**
 * SteppeFacetValue:
 * @value: the value, empty for events that have none
 * @label: what it is called, in the user's language
 * @n_events: how many events have it
 *
 * A value that events of a dossier have.
 */
typedef struct
{
  char *value;
  char *label;
  guint n_events;
} SteppeFacetValue;

const char *steppe_facet_get_name (SteppeFacet facet);
const char *steppe_facet_get_label (SteppeFacet facet);
void steppe_facet_collect (SteppeFacet facet,
                           SteppeEvent *event,
                           SteppeDossier *dossier,
                           GPtrArray *values);
char *steppe_facet_dup_label (SteppeFacet facet,
                              const char *value,
                              SteppeDossier *dossier) G_GNUC_WARN_UNUSED_RESULT;
GArray *steppe_facet_list_values (SteppeFacet facet,
                                  SteppeDossier *dossier) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
