/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-dossier.h"
#include "model/steppe-event.h"

G_BEGIN_DECLS

/**
 * SteppeTopicKind:
 * @STEPPE_TOPIC_ITEM: an item: an event, a place, an actor, …
 * @STEPPE_TOPIC_STATEMENTS: who says what in a dossier
 * @STEPPE_TOPIC_SPAN: a span of time
 * @STEPPE_TOPIC_DOSSIER: the whole dossier: a briefing
 *
 * What a fact sheet may be about.
 */
typedef enum
{
  STEPPE_TOPIC_ITEM,
  STEPPE_TOPIC_STATEMENTS,
  STEPPE_TOPIC_SPAN,
  STEPPE_TOPIC_DOSSIER,
} SteppeTopicKind;

/**
 * SteppeSections:
 * @STEPPE_SECTION_SUMMARY: the summary
 * @STEPPE_SECTION_MAP: the map
 * @STEPPE_SECTION_TIMELINE: the timeline
 * @STEPPE_SECTION_FACTS: what there is to look up, such as when it was; of several events, a table of the main ones
 * @STEPPE_SECTION_EVENTS: events
 * @STEPPE_SECTION_ACTORS: actors
 * @STEPPE_SECTION_STATEMENTS: who says what
 * @STEPPE_SECTION_RELATIONS: relations
 * @STEPPE_SECTION_JOURNEYS: journeys
 * @STEPPE_SECTION_SOURCES: the sources, to which the numbers in the text lead
 *
 * Parts of a fact sheet that may be left out. Its title is always there.
 */
typedef enum /*< flags >*/
{
  STEPPE_SECTION_SUMMARY = 1 << 0,
  STEPPE_SECTION_MAP = 1 << 1,
  STEPPE_SECTION_TIMELINE = 1 << 2,
  STEPPE_SECTION_FACTS = 1 << 3,
  STEPPE_SECTION_EVENTS = 1 << 4,
  STEPPE_SECTION_ACTORS = 1 << 5,
  STEPPE_SECTION_STATEMENTS = 1 << 6,
  STEPPE_SECTION_RELATIONS = 1 << 7,
  STEPPE_SECTION_JOURNEYS = 1 << 8,
  STEPPE_SECTION_SOURCES = 1 << 9,
} SteppeSections;

#define STEPPE_N_SECTIONS 10
#define STEPPE_SECTIONS_ALL ((1 << STEPPE_N_SECTIONS) - 1)

/**
 * SteppeTopic:
 *
 * What a fact sheet is about. It does not change, as long as its dossier does not.
 */
typedef struct _SteppeTopic SteppeTopic;

#define STEPPE_TYPE_TOPIC (steppe_topic_get_type ())
GType steppe_topic_get_type (void) G_GNUC_CONST;

SteppeTopic *steppe_topic_new_item (SteppeDossier *dossier,
                                    SteppeItem *item);
SteppeTopic *steppe_topic_new_statements (SteppeDossier *dossier);
SteppeTopic *steppe_topic_new_span (SteppeDossier *dossier,
                                    const SteppeSpan *span);
SteppeTopic *steppe_topic_new_dossier (SteppeDossier *dossier);
SteppeTopic *steppe_topic_new_named (SteppeDossier *dossier,
                                     const char *name,
                                     GError **error);
SteppeTopic *steppe_topic_new_translated (SteppeTopic *topic,
                                          const char *language);
SteppeTopic *steppe_topic_ref (SteppeTopic *self);
void steppe_topic_unref (SteppeTopic *self);

SteppeTopicKind steppe_topic_get_kind (const SteppeTopic *self);
SteppeDossier *steppe_topic_get_dossier (const SteppeTopic *self);
SteppeItem *steppe_topic_get_item (const SteppeTopic *self);
gboolean steppe_topic_get_span (const SteppeTopic *self,
                                SteppeSpan *span);
SteppeSections steppe_topic_get_sections (const SteppeTopic *self);
char *steppe_topic_dup_title (const SteppeTopic *self) G_GNUC_WARN_UNUSED_RESULT;
char *steppe_topic_dup_text (SteppeTopic *self) G_GNUC_WARN_UNUSED_RESULT;

char *steppe_period_dup_title (const SteppeSpan *first,
                               const SteppeSpan *last) G_GNUC_WARN_UNUSED_RESULT;
const char *steppe_section_get_label (SteppeSections section);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeTopic, steppe_topic_unref)

G_END_DECLS
