/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-narrative-text.h"
#include "sheets/steppe-telling.h"

G_BEGIN_DECLS

/**
 * SteppeChapter:
 * @section: which section it belongs to, 0 for what is always told
 * @heading: (nullable): what stands before it, untranslated
 * @list: (nullable): finds what is told, one by one; %NULL to tell once
 * @tell: tells one of these, or %NULL
 *
 * A part of what is told.
 */
typedef struct
{
  SteppeSections section;
  const char *heading;
  GPtrArray *(*list) (SteppeTelling *self);
  void (*tell) (SteppeTelling *self,
                gpointer thing);
} SteppeChapter;

struct _SteppeTelling
{
  SteppeTopic *topic;
  SteppeDossier *dossier;
  SteppeItem *item; /* NULL unless the topic is one */
  SteppeSections sections;
  SteppeAccount *account;
  GPtrArray *sources; /* SteppeItem, in the order of their numbers */
  GHashTable *note_numbers; /* SteppeItem → its number among them */
  GPtrArray *events; /* SteppeEvent, those of the topic, in the order of time */
  GHashTable *pin_numbers; /* SteppeEvent → its number on map and timeline */
  GHashTable *ties; /* of an event: SteppeEvent → what it is to it; NULL before they are asked for */
  GHashTable *anchors;
  const SteppeChapter *chapters; /* up to one without @tell */
  guint chapter;
  GPtrArray *things; /* NULL before the chapter has begun */
  guint thing;
  SteppeNarrativeText *text; /* of a narrative, with the numbers of sources; else NULL */
  const char *place; /* up to which it is told, NULL for its start */
  guint place_offset; /* likewise, characters */
  guint link; /* the first that is not told */
  guint n_told;
};

/* What all tellers use */

guint _steppe_telling_number_source (SteppeTelling *self,
                                     SteppeItem *source);
GArray *_steppe_telling_cite (SteppeTelling *self,
                              SteppeItem *item);
char *_steppe_telling_dup_anchor (SteppeItem *item);
void _steppe_telling_anchor (SteppeTelling *self,
                             SteppeAccountBlock *block,
                             SteppeItem *item);
void _steppe_telling_link (SteppePhrase *phrase,
                           SteppeDossier *dossier,
                           SteppeItem *item,
                           gboolean strong);
void _steppe_telling_number (SteppeTelling *self,
                             SteppeAccountBlock *block,
                             SteppeItem *event);
const char *_steppe_telling_get_doubt (SteppeItem *item);
char *_steppe_telling_join (const char *const *parts,
                            guint n_parts);
void _steppe_telling_remark_doubt (SteppeTelling *self,
                                   SteppeAccountBlock *block,
                                   SteppeItem *item);

int _steppe_telling_compare_dates (gconstpointer a,
                                   gconstpointer b);

/* Chapters */

void _steppe_telling_title (SteppeTelling *self,
                            gpointer thing);
void _steppe_telling_summary (SteppeTelling *self,
                              gpointer thing);
void _steppe_telling_begin_narrative (SteppeTelling *self);
GPtrArray *_steppe_telling_find_mentioned (SteppeTelling *self);
GPtrArray *_steppe_telling_list_blocks (SteppeTelling *self);
void _steppe_telling_block (SteppeTelling *self,
                            gpointer thing);
void _steppe_telling_facts (SteppeTelling *self,
                            gpointer thing);
void _steppe_telling_key_events (SteppeTelling *self,
                                 gpointer thing);
void _steppe_telling_map (SteppeTelling *self,
                          gpointer thing);
void _steppe_telling_timeline (SteppeTelling *self,
                               gpointer thing);
GPtrArray *_steppe_telling_list_events (SteppeTelling *self);
void _steppe_telling_event (SteppeTelling *self,
                            gpointer thing);
void _steppe_telling_listed_event (SteppeTelling *self,
                                   gpointer thing);
GPtrArray *_steppe_telling_list_related (SteppeTelling *self);
void _steppe_telling_related (SteppeTelling *self,
                              gpointer thing);
GPtrArray *_steppe_telling_list_statements (SteppeTelling *self);
void _steppe_telling_statement (SteppeTelling *self,
                                gpointer thing);
GPtrArray *_steppe_telling_list_said (SteppeTelling *self);
GPtrArray *_steppe_telling_list_actors (SteppeTelling *self);
void _steppe_telling_actor (SteppeTelling *self,
                            gpointer thing);
GPtrArray *_steppe_telling_list_relations (SteppeTelling *self);
void _steppe_telling_relation (SteppeTelling *self,
                               gpointer thing);
GPtrArray *_steppe_telling_list_journeys (SteppeTelling *self);
void _steppe_telling_journey (SteppeTelling *self,
                              gpointer thing);
void _steppe_telling_legs (SteppeTelling *self,
                           gpointer thing);
GPtrArray *_steppe_telling_list_sources (SteppeTelling *self);
void _steppe_telling_source (SteppeTelling *self,
                             gpointer thing);
void _steppe_telling_source_remarks (SteppeTelling *self,
                                     gpointer thing);

G_END_DECLS
