/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "sheets/steppe-topic.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/steppe-item-words.h"
#include "sheets/steppe-telling.h"
#include "time/steppe-date-format.h"
#include "time/steppe-time-range.h"

struct _SteppeTopic
{
  SteppeTopicKind kind;
  SteppeDossier *dossier;
  SteppeItem *item; /* of an item */
  SteppeSpan span; /* of a span */
};

G_DEFINE_BOXED_TYPE (SteppeTopic, steppe_topic, steppe_topic_ref, steppe_topic_unref)

static SteppeTopic *
create_topic (SteppeTopicKind kind,
              SteppeDossier *dossier)
{
  SteppeTopic *self = g_atomic_rc_box_new0 (SteppeTopic);

  self->kind = kind;
  self->dossier = g_object_ref (dossier);
  return self;
}

/**
 * steppe_topic_new_item:
 * @dossier: a dossier
 * @item: one of its items
 *
 * Returns: (transfer full): the item as a topic
 */
SteppeTopic *
steppe_topic_new_item (SteppeDossier *dossier,
                       SteppeItem *item)
{
  SteppeTopic *self;

  g_return_val_if_fail (STEPPE_IS_DOSSIER (dossier) && STEPPE_IS_ITEM (item), NULL);

  self = create_topic (STEPPE_TOPIC_ITEM, dossier);
  self->item = g_object_ref (item);
  return self;
}

/**
 * steppe_topic_new_statements:
 * @dossier: a dossier
 *
 * Returns: (transfer full): who says what in it
 */
SteppeTopic *
steppe_topic_new_statements (SteppeDossier *dossier)
{
  g_return_val_if_fail (STEPPE_IS_DOSSIER (dossier), NULL);

  return create_topic (STEPPE_TOPIC_STATEMENTS, dossier);
}

/**
 * steppe_topic_new_span:
 * @dossier: a dossier
 * @span: a span of time, by the clocks of where things happened
 *
 * Returns: (transfer full): what happened and was said then
 */
SteppeTopic *
steppe_topic_new_span (SteppeDossier *dossier,
                       const SteppeSpan *span)
{
  SteppeTopic *self;

  g_return_val_if_fail (STEPPE_IS_DOSSIER (dossier) && span != NULL && span->earliest <= span->latest, NULL);

  self = create_topic (STEPPE_TOPIC_SPAN, dossier);
  self->span = *span;
  return self;
}

/**
 * steppe_topic_new_dossier:
 * @dossier: a dossier
 *
 * Returns: (transfer full): all of it
 */
SteppeTopic *
steppe_topic_new_dossier (SteppeDossier *dossier)
{
  g_return_val_if_fail (STEPPE_IS_DOSSIER (dossier), NULL);

  return create_topic (STEPPE_TOPIC_DOSSIER, dossier);
}

/**
 * steppe_topic_new_named:
 * @dossier: a dossier
 * @name: the id of an item, `dossier`, `statements`, or a date in EDTF for that span of time
 * @error: return location for an error
 *
 * Looks a topic up as people write it on a command line. An id goes before a date.
 *
 * Returns: (transfer full) (nullable): the topic; %NULL and %G_IO_ERROR_NOT_FOUND where there is none
 */
SteppeTopic *
steppe_topic_new_named (SteppeDossier *dossier,
                        const char *name,
                        GError **error)
{
  g_autoptr (SteppeDate) date = NULL;
  SteppeItem *item;
  SteppeSpan span;

  g_return_val_if_fail (STEPPE_IS_DOSSIER (dossier) && name != NULL, NULL);

  if (g_str_equal (name, "dossier"))
    return steppe_topic_new_dossier (dossier);
  if (g_str_equal (name, "statements"))
    return steppe_topic_new_statements (dossier);
  item = steppe_dossier_lookup (dossier, name);
  if (item != NULL)
    return steppe_topic_new_item (dossier, item);
  date = steppe_date_new (name, NULL);
  if (date == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   /* Translators: %s is what somebody asked a fact sheet of, on the command line */
                   _ ("Nothing in the dossier is called “%s”; name the id of an item, “dossier”, “statements” or a date such as 2024-09."), name);
      return NULL;
    }
  span = (SteppeSpan) { steppe_date_get_local_earliest (date), steppe_date_get_local_latest (date) };
  return steppe_topic_new_span (dossier, &span);
}

/**
 * steppe_topic_new_translated:
 * @topic: a topic
 * @language: a BCP 47 tag
 *
 * Returns: (transfer full): the same of a dossier whose texts resolve to that language first; the items are the same
 */
SteppeTopic *
steppe_topic_new_translated (SteppeTopic *topic,
                             const char *language)
{
  g_autoptr (SteppeDossier) dossier = steppe_dossier_new_translated (topic->dossier, (const char *const[]) { language, NULL });
  SteppeTopic *self = create_topic (topic->kind, dossier);

  g_set_object (&self->item, topic->item);
  self->span = topic->span;
  return self;
}

/**
 * steppe_topic_ref:
 * @self: a topic
 *
 * Returns: (transfer full): @self
 */
SteppeTopic *
steppe_topic_ref (SteppeTopic *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_topic (gpointer data)
{
  SteppeTopic *self = data;

  g_clear_object (&self->item);
  g_clear_object (&self->dossier);
}

/**
 * steppe_topic_unref:
 * @self: (transfer full): a topic
 */
void
steppe_topic_unref (SteppeTopic *self)
{
  g_atomic_rc_box_release_full (self, clear_topic);
}

/**
 * steppe_topic_get_kind:
 * @self: a topic
 *
 * Returns: what it is
 */
SteppeTopicKind
steppe_topic_get_kind (const SteppeTopic *self)
{
  return self->kind;
}

/**
 * steppe_topic_get_dossier:
 * @self: a topic
 *
 * Returns: (transfer none): its dossier
 */
SteppeDossier *
steppe_topic_get_dossier (const SteppeTopic *self)
{
  return self->dossier;
}

/**
 * steppe_topic_get_item:
 * @self: a topic
 *
 * Returns: (transfer none) (nullable): its item, %NULL unless it is one
 */
SteppeItem *
steppe_topic_get_item (const SteppeTopic *self)
{
  return self->item;
}

/**
 * steppe_topic_get_span:
 * @self: a topic
 * @span: (out): its span of time, by the clocks of where things happened
 *
 * Returns: whether it is a span of time
 */
gboolean
steppe_topic_get_span (const SteppeTopic *self,
                       SteppeSpan *span)
{
  *span = self->span;
  return self->kind == STEPPE_TOPIC_SPAN;
}

static SteppeSections
get_item_sections (SteppeItemKind kind)
{
  const SteppeSections all = STEPPE_SECTION_SUMMARY | STEPPE_SECTION_MAP | STEPPE_SECTION_TIMELINE | STEPPE_SECTION_FACTS |
                             STEPPE_SECTION_EVENTS | STEPPE_SECTION_STATEMENTS | STEPPE_SECTION_SOURCES;

  switch (kind)
    {
    case STEPPE_ITEM_PLACE:
      return all | STEPPE_SECTION_JOURNEYS;
    case STEPPE_ITEM_ACTOR:
    case STEPPE_ITEM_JOURNEY:
      return all | STEPPE_SECTION_RELATIONS;
    case STEPPE_ITEM_SOURCE:
      return all | STEPPE_SECTION_RELATIONS | STEPPE_SECTION_JOURNEYS;
    case STEPPE_ITEM_NARRATIVE:
      return STEPPE_SECTION_SUMMARY | STEPPE_SECTION_MAP | STEPPE_SECTION_TIMELINE | STEPPE_SECTION_FACTS | STEPPE_SECTION_SOURCES;
    case STEPPE_ITEM_EVENT:
    case STEPPE_ITEM_STATEMENT:
    case STEPPE_ITEM_RELATION:
    default:
      return all;
    }
}

/**
 * steppe_topic_get_sections:
 * @self: a topic
 *
 * Returns: which sections a sheet about it may have; one for which the dossier has nothing is left out
 */
SteppeSections
steppe_topic_get_sections (const SteppeTopic *self)
{
  switch (self->kind)
    {
    case STEPPE_TOPIC_ITEM:
      return get_item_sections (steppe_item_get_kind (self->item));
    case STEPPE_TOPIC_STATEMENTS:
      return STEPPE_SECTION_STATEMENTS | STEPPE_SECTION_SOURCES;
    case STEPPE_TOPIC_SPAN:
      return STEPPE_SECTIONS_ALL & ~(STEPPE_SECTION_SUMMARY | STEPPE_SECTION_ACTORS | STEPPE_SECTION_RELATIONS | STEPPE_SECTION_JOURNEYS);
    case STEPPE_TOPIC_DOSSIER:
    default:
      return STEPPE_SECTIONS_ALL;
    }
}

/* How much of the end of a date in ISO 8601 can be left out, as from one such beginning to the next there are whole years,
 * months or days. */
static gsize
measure_rest (const char *first,
              const char *next)
{
  static const char *const rests[] = { "-01-01T00:00:00", "-01T00:00:00", "T00:00:00" };

  for (guint i = 0; i < G_N_ELEMENTS (rests); i++)
    if (g_str_has_suffix (first, rests[i]) && g_str_has_suffix (next, rests[i]))
      return strlen (rests[i]);
  return 0;
}

/* Whole years, months or days as a date: “September 2024”, “2–3 September 2024”. */
static char *
dup_span_words (const SteppeSpan *span)
{
  g_autofree char *first = steppe_instant_to_iso (span->earliest);
  g_autofree char *last = steppe_instant_to_iso (span->latest);
  g_autofree char *next = span->latest < STEPPE_INSTANT_MAX ? steppe_instant_to_iso (span->latest + 1) : NULL;
  gsize rest = next != NULL ? measure_rest (first, next) : 0;
  g_autofree char *edtf = NULL;
  g_autoptr (SteppeDate) date = NULL;

  if (rest > 0)
    {
      first[strlen (first) - rest] = last[strlen (last) - rest] = '\0';
      edtf = g_str_equal (first, last) ? g_strdup (first) : g_strdup_printf ("%s/%s", first, last);
      date = steppe_date_new (edtf, NULL);
    }
  return date != NULL ? steppe_date_format (date, STEPPE_DATE_STYLE_LONG) : steppe_time_range_format (span->earliest, span->latest);
}

/* The beginning or the end of a span in EDTF, as exactly as it is known, to the day. What has no other edge is taken to be no
 * more exact than it looks. */
static char *
dup_edge (const SteppeSpan *span,
          gboolean at_end)
{
  gboolean open_start = span->earliest == STEPPE_INSTANT_MIN, open_end = span->latest == STEPPE_INSTANT_MAX;
  g_autofree char *first = steppe_instant_to_iso (open_start ? span->latest + 1 : span->earliest);
  g_autofree char *next = steppe_instant_to_iso (open_end ? span->earliest : span->latest + 1);
  char *edge = steppe_instant_to_iso (at_end ? span->latest : span->earliest);
  gsize rest = MAX (measure_rest (first, next), strlen ("T00:00:00"));

  edge[strlen (edge) - rest] = '\0';
  return edge;
}

/**
 * steppe_period_dup_title:
 * @first: when something began, which has a beginning
 * @last: when something ended, which has an end
 *
 * Returns: (transfer full): words for the time from one to the other, not more exact than both are: “July 1921 – 2 September 2024”
 */
char *
steppe_period_dup_title (const SteppeSpan *first,
                         const SteppeSpan *last)
{
  g_autofree char *begin = dup_edge (first, FALSE);
  g_autofree char *end = dup_edge (last, TRUE);
  g_autofree char *edtf = g_str_equal (begin, end) ? g_strdup (begin) : g_strdup_printf ("%s/%s", begin, end);
  g_autoptr (SteppeDate) date = steppe_date_new (edtf, NULL);

  return date != NULL ? steppe_date_format (date, STEPPE_DATE_STYLE_LONG) : steppe_time_range_format (first->earliest, last->latest);
}

/* A title begins with a capital, whatever the words of a date do. */
static char *
dup_span_title (const SteppeSpan *span)
{
  g_autofree char *words = dup_span_words (span);
  const char *rest = g_utf8_find_next_char (words, NULL);
  g_autofree char *first = g_utf8_strup (words, rest - words);

  return g_strconcat (first, rest, NULL);
}

/**
 * steppe_topic_dup_title:
 * @self: a topic
 *
 * Returns: (transfer full): what it is called, in the language of the dossier
 */
char *
steppe_topic_dup_title (const SteppeTopic *self)
{
  const char *title;

  switch (self->kind)
    {
    case STEPPE_TOPIC_ITEM:
      return steppe_item_dup_title (self->item, self->dossier);
    case STEPPE_TOPIC_STATEMENTS:
      return g_strdup (_ ("Who Says What"));
    case STEPPE_TOPIC_SPAN:
      return dup_span_title (&self->span);
    case STEPPE_TOPIC_DOSSIER:
    default:
      title = steppe_dossier_resolve (self->dossier, steppe_dossier_get_title (self->dossier));
      return g_strdup (*title != '\0' ? title : _ ("Dossier"));
    }
}

/**
 * steppe_topic_dup_text:
 * @self: a topic
 *
 * Returns: (transfer full): all that the dossier says of it as plain text, as for the clipboard
 */
char *
steppe_topic_dup_text (SteppeTopic *self)
{
  g_autoptr (SteppeTelling) telling = steppe_telling_new (self, STEPPE_SECTIONS_ALL);

  while (steppe_telling_step (telling))
    ;
  return steppe_account_dup_text (steppe_telling_get_account (telling));
}

/**
 * steppe_section_get_label:
 * @section: one section
 *
 * Returns: what it is called
 */
const char *
steppe_section_get_label (SteppeSections section)
{
  switch (section)
    {
    case STEPPE_SECTION_SUMMARY:
      return _ ("Summary");
    case STEPPE_SECTION_MAP:
      return _ ("Map");
    case STEPPE_SECTION_TIMELINE:
      return _ ("Timeline");
    case STEPPE_SECTION_FACTS:
      return _ ("Key Facts");
    case STEPPE_SECTION_EVENTS:
      return _ ("Events");
    case STEPPE_SECTION_ACTORS:
      return _ ("Actors");
    case STEPPE_SECTION_STATEMENTS:
      return _ ("Who Says What");
    case STEPPE_SECTION_RELATIONS:
      return _ ("Relations");
    case STEPPE_SECTION_JOURNEYS:
      return _ ("Journeys");
    case STEPPE_SECTION_SOURCES:
      return _ ("Sources");
    default:
      g_return_val_if_reached ("");
    }
}
