/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include <math.h>

#include <glib/gi18n.h>

#include "model/steppe-actor.h"
#include "model/steppe-event.h"
#include "model/steppe-item-words.h"
#include "model/steppe-journey.h"
#include "model/steppe-local-date.h"
#include "model/steppe-narrative.h"
#include "model/steppe-place-words.h"
#include "model/steppe-relation.h"
#include "model/steppe-source.h"
#include "model/steppe-statement.h"
#include "paint/steppe-map-words.h"
#include "sheets/steppe-telling-private.h"

/* What the head of a sheet tells: its title, what there is to look up, the summary. */

/* Of a place of which nothing is said, metres. */
#define USUAL_PRECISION 100

static const char *
get_kind_words (SteppeTelling *self)
{
  switch (steppe_topic_get_kind (self->topic))
    {
    case STEPPE_TOPIC_ITEM:
      return steppe_item_kind_get_label (steppe_item_get_kind (self->item));
    case STEPPE_TOPIC_SPAN:
      return _ ("Events and Statements");
    case STEPPE_TOPIC_DOSSIER:
      return _ ("Briefing");
    case STEPPE_TOPIC_STATEMENTS:
    default:
      return NULL;
    }
}

void
_steppe_telling_title (SteppeTelling *self,
                       gpointer thing)
{
  SteppeAccountBlock *block = steppe_account_add (self->account, STEPPE_ACCOUNT_TITLE, get_kind_words (self));

  steppe_account_block_add (block, steppe_topic_dup_title (self->topic));
  if (self->item != NULL)
    _steppe_telling_anchor (self, block, self->item);
  if (self->text != NULL)
    steppe_account_block_remark (block, g_strdup (steppe_dossier_resolve (self->dossier, steppe_narrative_get_byline (STEPPE_NARRATIVE (self->item)))));
}

static SteppeText *
get_summary (SteppeTelling *self)
{
  return self->item != NULL ? steppe_item_get_summary (self->item) : steppe_dossier_get_summary (self->dossier);
}

/* Each line of a summary is a paragraph. */
void
_steppe_telling_summary (SteppeTelling *self,
                         gpointer thing)
{
  g_auto (GStrv) lines = g_strsplit (steppe_dossier_resolve (self->dossier, get_summary (self)), "\n", -1);
  SteppeAccountBlock *block = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      {
        if (block == NULL)
          block = steppe_account_add (self->account, STEPPE_ACCOUNT_SUMMARY, NULL);
        steppe_phrase_take_notes (steppe_account_block_add (block, g_strdup (lines[i])),
                                  self->item != NULL ? _steppe_telling_cite (self, self->item) : NULL);
      }
}

/* A fact with one line of text, unless that is NULL or empty. */
static SteppePhrase *
add_fact (SteppeTelling *self,
          const char *label,
          const char *text)
{
  if (text == NULL || *text == '\0')
    return NULL;
  return steppe_account_block_add (steppe_account_add (self->account, STEPPE_ACCOUNT_FACT, label), g_strdup (text));
}

static void
add_sourced_fact (SteppeTelling *self,
                  const char *label,
                  const char *text)
{
  SteppePhrase *phrase = add_fact (self, label, text);

  if (phrase != NULL)
    steppe_phrase_take_notes (phrase, _steppe_telling_cite (self, self->item));
}

/* Adds the name of an item, with what is to be known of it in brackets. */
static void
add_name (SteppeTelling *self,
          SteppeAccountBlock **block,
          const char *label,
          const char *id,
          const char *role)
{
  SteppeItem *item = steppe_dossier_lookup (self->dossier, id);
  g_autoptr (GString) brackets = g_string_new (NULL);
  SteppePhrase *phrase;
  const char *name;

  if (item == NULL)
    return;
  if (*block == NULL)
    *block = steppe_account_add (self->account, STEPPE_ACCOUNT_FACT, label);
  name = steppe_dossier_resolve_name (self->dossier, item);
  steppe_words_append (brackets, role);
  steppe_words_append (brackets, _steppe_telling_get_doubt (item));
  phrase = steppe_account_block_add (*block, brackets->len > 0
                                                 /* Translators: a name, and what is to be known of it, as in “Vladimir Putin (guest)” */
                                                 ? g_strdup_printf (_ ("%1$s (%2$s)"), name, brackets->str)
                                                 : g_strdup (name));
  _steppe_telling_link (phrase, self->dossier, item, FALSE);
  steppe_phrase_take_notes (phrase, _steppe_telling_cite (self, self->item));
}

static void
add_names (SteppeTelling *self,
           const char *label,
           const char *const *ids)
{
  SteppeAccountBlock *block = NULL;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    add_name (self, &block, label, ids[i], NULL);
}

static void
add_who (SteppeTelling *self)
{
  GPtrArray *participants = steppe_event_get_participants (STEPPE_EVENT (self->item));
  SteppeAccountBlock *block = NULL;

  for (guint i = 0; participants != NULL && i < participants->len; i++)
    {
      const SteppeParticipant *participant = g_ptr_array_index (participants, i);

      add_name (self, &block, _ ("Who"), participant->actor, steppe_role_get_label (participant->role));
    }
}

static void
add_former_names (SteppeTelling *self)
{
  GPtrArray *names = steppe_place_get_names (STEPPE_PLACE (self->item));
  SteppeAccountBlock *block = NULL;

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const SteppePlaceName *name = g_ptr_array_index (names, i);
      g_autofree char *when = steppe_span_dup_words (name->since, name->until, STEPPE_DATE_STYLE_LONG);
      const char *words = steppe_dossier_resolve (self->dossier, name->name);

      if (block == NULL)
        block = steppe_account_add (self->account, STEPPE_ACCOUNT_FACT, _ ("Other Names"));
      steppe_phrase_take_notes (steppe_account_block_add (block, when != NULL ? g_strdup_printf (_ ("%1$s (%2$s)"), words, when)
                                                                              : g_strdup (words)),
                                _steppe_telling_cite (self, self->item));
    }
}

static void
add_event_facts (SteppeTelling *self)
{
  SteppeEvent *event = STEPPE_EVENT (self->item);
  g_autofree char *when = steppe_event_dup_caption (event, self->dossier, FALSE);

  add_sourced_fact (self, _ ("When"), when);
  add_names (self, _ ("Where"), steppe_event_get_places (event));
  add_fact (self, _ ("Kind"), steppe_sort_get_label (steppe_event_get_kind (event)));
  add_fact (self, _ ("Status"), steppe_item_get_status_label (self->item));
}

/* The middle of a place, as exactly as it is known. */
static char *
dup_position (SteppePlace *place)
{
  double precision = steppe_place_get_precision_m (place);
  SteppePosition center;

  if (!steppe_place_get_center (place, &center))
    return NULL;
  return steppe_map_words_describe_position (center.longitude, center.latitude, isnan (precision) ? USUAL_PRECISION : precision);
}

static void
add_place_facts (SteppeTelling *self)
{
  SteppePlace *place = STEPPE_PLACE (self->item);
  g_autofree char *when = steppe_item_dup_when (self->item, self->dossier, STEPPE_DATE_STYLE_LONG);
  g_autofree char *position = dup_position (place);
  g_autofree char *precision = steppe_place_dup_precision (place);

  add_sourced_fact (self, _ ("When"), when);
  add_fact (self, _ ("Kind"), steppe_sort_get_label (steppe_place_get_kind (place)));
  add_sourced_fact (self, _ ("Latitude and longitude"), position);
  add_fact (self, _ ("Precision"), precision);
  add_fact (self, _ ("Time zone"), steppe_place_get_timezone (place));
  add_former_names (self);
}

static void
add_statement_facts (SteppeTelling *self)
{
  SteppeStatement *statement = STEPPE_STATEMENT (self->item);
  g_autofree char *when = steppe_item_dup_when (self->item, self->dossier, STEPPE_DATE_STYLE_LONG);

  add_names (self, _ ("Said By"), (const char *const[]) { steppe_statement_get_speaker (statement), NULL });
  add_sourced_fact (self, _ ("When"), when);
  add_names (self, _ ("About"), steppe_statement_get_about (statement));
  add_names (self, _ ("Supports"), steppe_statement_get_supports (statement));
  add_names (self, _ ("Disputes"), steppe_statement_get_disputes (statement));
}

static void
add_relation_facts (SteppeTelling *self)
{
  SteppeRelation *relation = STEPPE_RELATION (self->item);
  g_autofree char *when = steppe_item_dup_when (self->item, self->dossier, STEPPE_DATE_STYLE_LONG);
  const char *const ends[] = { steppe_relation_get_subject (relation), steppe_relation_get_object (relation), NULL };

  add_sourced_fact (self, _ ("When"), when);
  if (ends[0] != NULL)
    add_names (self, _ ("Between"), ends);
}

/* When each of several legs was stands in their table. */
static void
add_journey_facts (SteppeTelling *self)
{
  SteppeJourney *journey = STEPPE_JOURNEY (self->item);
  GPtrArray *legs = steppe_journey_get_legs (journey);
  g_autofree char *when = legs != NULL && legs->len == 1 ? steppe_leg_dup_doubtful_when (g_ptr_array_index (legs, 0), self->dossier) : NULL;

  add_sourced_fact (self, _ ("When"), when);
  add_fact (self, _ ("Kind"), steppe_sort_get_label (steppe_journey_get_kind (journey)));
  add_fact (self, _ ("Status"), steppe_item_get_status_label (self->item));
}

static void
add_address (SteppeTelling *self,
             const char *label,
             const char *address)
{
  SteppePhrase *phrase = add_fact (self, label, address);

  if (phrase != NULL)
    steppe_phrase_mark (phrase, address, FALSE, address);
}

static void
add_source_facts (SteppeTelling *self)
{
  SteppeSource *source = STEPPE_SOURCE (self->item);
  SteppeDate *read = steppe_source_get_accessed (source);
  g_autofree char *when = steppe_item_dup_when (self->item, self->dossier, STEPPE_DATE_STYLE_LONG);
  g_autofree char *accessed = read != NULL ? steppe_date_format (read, STEPPE_DATE_STYLE_LONG) : NULL;

  add_fact (self, _ ("Publisher"), steppe_dossier_resolve (self->dossier, steppe_source_get_publisher (source)));
  add_fact (self, _ ("When"), when);
  add_address (self, _ ("Address"), steppe_source_get_url (source));
  add_fact (self, _ ("Accessed"), accessed);
  add_address (self, _ ("Archived copy"), steppe_source_get_archive (source));
}

static void
add_item_facts (SteppeTelling *self)
{
  switch (steppe_item_get_kind (self->item))
    {
    case STEPPE_ITEM_EVENT:
      add_event_facts (self);
      break;
    case STEPPE_ITEM_PLACE:
      add_place_facts (self);
      break;
    case STEPPE_ITEM_ACTOR:
      add_fact (self, _ ("Kind"), steppe_sort_get_label (steppe_actor_get_kind (STEPPE_ACTOR (self->item))));
      break;
    case STEPPE_ITEM_STATEMENT:
      add_statement_facts (self);
      break;
    case STEPPE_ITEM_RELATION:
      add_relation_facts (self);
      break;
    case STEPPE_ITEM_JOURNEY:
      add_journey_facts (self);
      break;
    case STEPPE_ITEM_SOURCE:
      add_source_facts (self);
      break;
    case STEPPE_ITEM_NARRATIVE:
    default:
      break;
    }
  add_fact (self, _ ("How sure"), steppe_confidence_get_label (steppe_item_get_confidence (self->item)));
  add_fact (self, _ ("Note"), steppe_dossier_resolve (self->dossier, steppe_item_get_note (self->item)));
  if (STEPPE_IS_EVENT (self->item))
    add_who (self);
}

/* From the first event to the last; of those that have no beginning or end, the other one counts. */
static char *
dup_period (SteppeTelling *self)
{
  SteppeSpan first = { STEPPE_INSTANT_MAX, STEPPE_INSTANT_MAX }, last = { STEPPE_INSTANT_MIN, STEPPE_INSTANT_MIN };

  for (guint i = 0; i < self->events->len; i++)
    {
      SteppeSpan span = steppe_event_get_span (g_ptr_array_index (self->events, i), self->dossier);

      if (span.earliest > span.latest)
        continue;
      if (span.earliest != STEPPE_INSTANT_MIN && span.earliest < first.earliest)
        first = span;
      if (span.latest != STEPPE_INSTANT_MAX && span.latest > last.latest)
        last = span;
    }
  return first.earliest <= last.latest ? steppe_period_dup_title (&first, &last) : NULL;
}

static char *
dup_event_count (SteppeTelling *self)
{
  guint n = self->events->len;

  return g_strdup_printf (ngettext ("%'u event", "%'u events", n), n);
}

static guint
count_items (SteppeTelling *self,
             SteppeItemKind kind)
{
  return g_list_model_get_n_items (steppe_dossier_get_items (self->dossier, kind));
}

/* @count is taken over. */
static void
append_count (GString *words,
              guint n,
              char *count)
{
  if (n > 0)
    steppe_words_append (words, count);
  g_free (count);
}

/* How much there is of what. */
static char *
dup_contents (SteppeTelling *self)
{
  guint n_places = count_items (self, STEPPE_ITEM_PLACE), n_actors = count_items (self, STEPPE_ITEM_ACTOR);
  guint n_statements = count_items (self, STEPPE_ITEM_STATEMENT), n_journeys = count_items (self, STEPPE_ITEM_JOURNEY);
  guint n_sources = count_items (self, STEPPE_ITEM_SOURCE);
  g_autoptr (GString) words = g_string_new (NULL);

  append_count (words, self->events->len, dup_event_count (self));
  append_count (words, n_places, g_strdup_printf (ngettext ("%'u place", "%'u places", n_places), n_places));
  append_count (words, n_actors, g_strdup_printf (ngettext ("%'u actor", "%'u actors", n_actors), n_actors));
  append_count (words, n_statements, g_strdup_printf (ngettext ("%'u statement", "%'u statements", n_statements), n_statements));
  append_count (words, n_journeys, g_strdup_printf (ngettext ("%'u journey", "%'u journeys", n_journeys), n_journeys));
  append_count (words, n_sources, g_strdup_printf (ngettext ("%'u source", "%'u sources", n_sources), n_sources));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

void
_steppe_telling_facts (SteppeTelling *self,
                       gpointer thing)
{
  g_autofree char *contents = NULL;
  g_autofree char *period = NULL;

  if (self->item != NULL)
    {
      add_item_facts (self);
      return;
    }
  contents = steppe_topic_get_kind (self->topic) == STEPPE_TOPIC_DOSSIER ? dup_contents (self) : dup_event_count (self);
  period = steppe_topic_get_kind (self->topic) == STEPPE_TOPIC_DOSSIER ? dup_period (self) : NULL;
  add_fact (self, _ ("Period"), period);
  add_fact (self, _ ("Extent"), contents);
}
