/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "model/steppe-item-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/steppe-event.h"
#include "model/steppe-local-date.h"
#include "model/steppe-place.h"
#include "model/steppe-relation.h"
#include "model/steppe-source.h"
#include "model/steppe-statement.h"

/* The words for people that panes and fact sheets share. */

#define MAX_PLACES 3

typedef struct
{
  const char *word; /* as the file has it */
  const char *label;
} Word;

static const Word sorts[] = {
  /* Translators: from here on, what sort of event, place, actor or journey something is */
  { "airport", N_ ("airport") },
  { "battle", N_ ("battle") },
  { "battlefield", N_ ("battlefield") },
  { "body", N_ ("body") },
  { "border-post", N_ ("border post") },
  { "border-station", N_ ("border station") },
  { "border-town", N_ ("border town") },
  { "broadcaster", N_ ("broadcaster") },
  { "building", N_ ("building") },
  { "capital", N_ ("capital") },
  { "ceremony", N_ ("ceremony") },
  { "city", N_ ("city") },
  { "coal-field", N_ ("coal field") },
  { "company", N_ ("company") },
  { "conflict", N_ ("conflict") },
  { "diplomacy", N_ ("diplomacy") },
  { "economy", N_ ("economy") },
  { "encyclopaedia", N_ ("encyclopaedia") },
  { "energy", N_ ("energy") },
  { "flight", N_ ("flight") },
  { "group", N_ ("group") },
  { "historical-area", N_ ("historical area") },
  { "industry", N_ ("industry") },
  { "infrastructure", N_ ("infrastructure") },
  { "lake", N_ ("lake") },
  { "legal", N_ ("legal") },
  { "military", N_ ("military") },
  { "monument", N_ ("monument") },
  { "movement", N_ ("movement") },
  { "news-agency", N_ ("news agency") },
  { "newspaper", N_ ("newspaper") },
  { "organisation", N_ ("organisation") },
  { "person", N_ ("person") },
  { "pipeline", N_ ("pipeline") },
  { "planned-plant", N_ ("planned plant") },
  { "politics", N_ ("politics") },
  { "protest", N_ ("protest") },
  { "railway", N_ ("railway") },
  { "river", N_ ("river") },
  { "square", N_ ("square") },
  { "state", N_ ("state") },
  { "statement", N_ ("statement") },
  { "station", N_ ("station") },
  { "summit", N_ ("summit") },
  { "treaty", N_ ("treaty") },
  { "visit", N_ ("visit") },
  { "vote", N_ ("vote") },
};

static const Word roles[] = {
  /* Translators: from here on, the role that an actor has in an event */
  { "absentee", N_ ("absentee") },
  { "abstainer", N_ ("abstainer") },
  { "adopter", N_ ("adopter") },
  { "announcer", N_ ("announcer") },
  { "applicant", N_ ("applicant") },
  { "attacked", N_ ("attacked") },
  { "attacker", N_ ("attacker") },
  { "belligerent", N_ ("belligerent") },
  { "commander", N_ ("commander") },
  { "court", N_ ("court") },
  { "decider", N_ ("decider") },
  { "designer", N_ ("designer") },
  { "detained", N_ ("detained") },
  { "elected", N_ ("elected") },
  { "elector", N_ ("elector") },
  { "founder", N_ ("founder") },
  { "garrison", N_ ("garrison") },
  { "guest", N_ ("guest") },
  { "honoured", N_ ("honoured") },
  { "host", N_ ("host") },
  { "issuer", N_ ("issuer") },
  { "judge", N_ ("judge") },
  { "member", N_ ("member") },
  { "occasion", N_ ("occasion") },
  { "operator", N_ ("operator") },
  { "organisation", N_ ("organisation") },
  { "organiser", N_ ("organiser") },
  { "participant", N_ ("participant") },
  { "partner", N_ ("partner") },
  { "party", N_ ("party") },
  { "police", N_ ("police") },
  { "publisher", N_ ("publisher") },
  { "recipient", N_ ("recipient") },
  { "recognised", N_ ("recognised") },
  { "recogniser", N_ ("recogniser") },
  { "reporter", N_ ("reporter") },
  { "ruling party", N_ ("ruling party") },
  { "signatory", N_ ("signatory") },
  { "speaker", N_ ("speaker") },
  { "subject", N_ ("subject") },
  { "supporter", N_ ("supporter") },
  { "suspect", N_ ("suspect") },
  { "victor", N_ ("victor") },
  { "voter", N_ ("voter") },
};

static const Word ties[] = {
  /* Translators: from here on, as what another event is related to this one */
  { "cause", N_ ("cause") },
  { "commemorates", N_ ("commemorates it") },
  { "commemoration", N_ ("commemoration") },
  { "consequence", N_ ("consequence") },
  { "context", N_ ("context") },
  { "follow-up", N_ ("follow-up") },
  { "part", N_ ("part") },
  { "part-of", N_ ("part of it") },
  { "precedent", N_ ("precedent") },
  { "response", N_ ("response") },
};

static const char *
find_label (const Word *words,
            guint n_words,
            const char *word)
{
  for (guint i = 0; word != NULL && i < n_words; i++)
    if (g_str_equal (words[i].word, word))
      return _ (words[i].label);
  return word;
}

/**
 * steppe_sort_get_label:
 * @sort: (nullable): the `kind` of an event, place, actor or journey, as the file has it
 *
 * Returns: (nullable): the word for it in the user's language; @sort where it is not known
 */
const char *
steppe_sort_get_label (const char *sort)
{
  return find_label (sorts, G_N_ELEMENTS (sorts), sort);
}

/**
 * steppe_role_get_label:
 * @role: (nullable): the role of an actor in an event, as the file has it
 *
 * Returns: (nullable): the word for it in the user's language; @role where it is not known
 */
const char *
steppe_role_get_label (const char *role)
{
  return find_label (roles, G_N_ELEMENTS (roles), role);
}

/**
 * steppe_tie_get_label:
 * @tie: (nullable): as what an event is related to another, as the file has it
 *
 * Returns: (nullable): the word for it in the user's language; @tie where it is not known
 */
const char *
steppe_tie_get_label (const char *tie)
{
  return find_label (ties, G_N_ELEMENTS (ties), tie);
}

/**
 * steppe_item_kind_get_label:
 * @kind: a kind of item
 *
 * Returns: the word for one of it, as a heading
 */
const char *
steppe_item_kind_get_label (SteppeItemKind kind)
{
  static const char *const labels[STEPPE_N_ITEM_KINDS] = {
    [STEPPE_ITEM_EVENT] = N_ ("Event"),
    [STEPPE_ITEM_PLACE] = N_ ("Place"),
    [STEPPE_ITEM_ACTOR] = N_ ("Actor"),
    [STEPPE_ITEM_STATEMENT] = N_ ("Statement"),
    [STEPPE_ITEM_RELATION] = N_ ("Relation"),
    [STEPPE_ITEM_JOURNEY] = N_ ("Journey"),
    [STEPPE_ITEM_SOURCE] = N_ ("Source"),
    [STEPPE_ITEM_NARRATIVE] = N_ ("Narrative"),
  };

  g_return_val_if_fail (kind < STEPPE_N_ITEM_KINDS, "");

  return _ (labels[kind]);
}

/**
 * steppe_item_kind_get_plural:
 * @kind: a kind of item
 *
 * Returns: the word for several of it, as a heading
 */
const char *
steppe_item_kind_get_plural (SteppeItemKind kind)
{
  static const char *const labels[STEPPE_N_ITEM_KINDS] = {
    [STEPPE_ITEM_EVENT] = N_ ("Events"),
    [STEPPE_ITEM_PLACE] = N_ ("Places"),
    [STEPPE_ITEM_ACTOR] = N_ ("Actors"),
    [STEPPE_ITEM_STATEMENT] = N_ ("Statements"),
    [STEPPE_ITEM_RELATION] = N_ ("Relations"),
    [STEPPE_ITEM_JOURNEY] = N_ ("Journeys"),
    [STEPPE_ITEM_SOURCE] = N_ ("Sources"),
    [STEPPE_ITEM_NARRATIVE] = N_ ("Narratives"),
  };

  g_return_val_if_fail (kind < STEPPE_N_ITEM_KINDS, "");

  return _ (labels[kind]);
}

/**
 * steppe_confidence_get_label:
 * @confidence: how sure the author of an item is of it
 *
 * Returns: (nullable): words for it, %NULL where nothing is said of it
 */
const char *
steppe_confidence_get_label (SteppeConfidence confidence)
{
  switch (confidence)
    {
    case STEPPE_CONFIDENCE_LOW:
      return _ ("low confidence");
    case STEPPE_CONFIDENCE_MEDIUM:
      return _ ("medium confidence");
    case STEPPE_CONFIDENCE_HIGH:
      return _ ("high confidence");
    case STEPPE_CONFIDENCE_UNSTATED:
    default:
      return NULL;
    }
}

static void
get_span (SteppeItem *item,
          SteppeDate **since,
          SteppeDate **until)
{
  *until = NULL;
  if (STEPPE_IS_PLACE (item))
    {
      *since = steppe_place_get_since (STEPPE_PLACE (item));
      *until = steppe_place_get_until (STEPPE_PLACE (item));
    }
  else if (STEPPE_IS_RELATION (item))
    {
      *since = steppe_relation_get_since (STEPPE_RELATION (item));
      *until = steppe_relation_get_until (STEPPE_RELATION (item));
    }
  else
    {
      *since = steppe_item_get_first_date (item);
    }
}

/* The first leg that has a date, or NULL. */
static const SteppeLeg *
find_dated_leg (SteppeJourney *journey)
{
  GPtrArray *legs = steppe_journey_get_legs (journey);

  for (guint i = 0; legs != NULL && i < legs->len; i++)
    {
      const SteppeLeg *leg = g_ptr_array_index (legs, i);

      if (leg->date != NULL)
        return leg;
    }
  return NULL;
}

/**
 * steppe_item_get_first_date:
 * @item: an item
 *
 * Returns: (nullable) (transfer none): the date by which it is sorted among others of its kind
 */
SteppeDate *
steppe_item_get_first_date (SteppeItem *item)
{
  const SteppeLeg *leg;

  g_return_val_if_fail (STEPPE_IS_ITEM (item), NULL);

  switch (steppe_item_get_kind (item))
    {
    case STEPPE_ITEM_EVENT:
      return steppe_event_get_date (STEPPE_EVENT (item));
    case STEPPE_ITEM_STATEMENT:
      return steppe_statement_get_date (STEPPE_STATEMENT (item));
    case STEPPE_ITEM_SOURCE:
      return steppe_source_get_date (STEPPE_SOURCE (item));
    case STEPPE_ITEM_RELATION:
      return steppe_relation_get_since (STEPPE_RELATION (item));
    case STEPPE_ITEM_JOURNEY:
      leg = find_dated_leg (STEPPE_JOURNEY (item));
      return leg != NULL ? leg->date : NULL;
    case STEPPE_ITEM_PLACE:
      return steppe_place_get_since (STEPPE_PLACE (item));
    case STEPPE_ITEM_ACTOR:
    case STEPPE_ITEM_NARRATIVE:
    default:
      return NULL;
    }
}

/**
 * steppe_span_dup_words:
 * @since: (nullable): when something began
 * @until: (nullable): when it ended
 * @style: how much room the words may take
 *
 * Returns: (transfer full) (nullable): the span in the user's language, %NULL where neither is known
 */
char *
steppe_span_dup_words (SteppeDate *since,
                       SteppeDate *until,
                       SteppeDateStyle style)
{
  g_autoptr (SteppeDate) span = NULL;
  g_autofree char *edtf = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (since == NULL && until == NULL)
    return NULL;
  edtf = g_strdup_printf ("%s/%s",
                          since != NULL ? steppe_date_get_text (since) : "..",
                          until != NULL ? steppe_date_get_text (until) : "..");
  span = steppe_date_new (edtf, NULL);
  if (span != NULL)
    return steppe_date_format (span, style);

  /* Not all dates can stand in an interval: a set cannot, nor can another interval, which says
   * itself how it begins or ends. */
  if (since == NULL && steppe_date_lasts (until))
    return steppe_date_format (until, style);
  if (until == NULL && steppe_date_lasts (since))
    return steppe_date_format (since, style);
  first = since != NULL ? steppe_date_format (since, style) : NULL;
  last = until != NULL ? steppe_date_format (until, style) : NULL;
  if (last == NULL)
    /* Translators: %s is a date */
    return g_strdup_printf (_ ("since %s"), first);
  if (first == NULL)
    /* Translators: %s is a date */
    return g_strdup_printf (_ ("until %s"), last);
  /* Translators: both are dates */
  return g_strdup_printf (_ ("since %1$s, until %2$s"), first, last);
}

/**
 * steppe_leg_dup_when:
 * @leg: a leg of a journey in @dossier
 * @dossier: the dossier
 * @style: how much room the words may take
 *
 * Returns: (transfer full) (nullable): when it was, by the clocks of where it began, %NULL where
 *   that is not known
 */
char *
steppe_leg_dup_when (const SteppeLeg *leg,
                     SteppeDossier *dossier,
                     SteppeDateStyle style)
{
  const char *places[] = { leg->from, NULL };

  return leg->date != NULL ? steppe_local_date_dup_words (leg->date, places, dossier, style) : NULL;
}

/**
 * steppe_item_dup_when:
 * @item: an item of @dossier
 * @dossier: the dossier
 * @style: how much room the words may take
 *
 * Returns: (transfer full) (nullable): when it was, in the user's language, %NULL where that is
 *   not known. What happened somewhere is told by the clocks there.
 */
char *
steppe_item_dup_when (SteppeItem *item,
                      SteppeDossier *dossier,
                      SteppeDateStyle style)
{
  const SteppeLeg *leg = STEPPE_IS_JOURNEY (item) ? find_dated_leg (STEPPE_JOURNEY (item)) : NULL;
  SteppeDate *since, *until;

  g_return_val_if_fail (STEPPE_IS_ITEM (item) && STEPPE_IS_DOSSIER (dossier), NULL);

  if (leg != NULL)
    return steppe_leg_dup_when (leg, dossier, style);
  get_span (item, &since, &until);
  if (STEPPE_IS_PLACE (item) || STEPPE_IS_RELATION (item))
    return steppe_span_dup_words (since, until, style);
  if (since == NULL)
    return NULL;
  return steppe_local_date_dup_words (since, STEPPE_IS_EVENT (item) ? steppe_event_get_places (STEPPE_EVENT (item)) : NULL,
                                      dossier, style);
}

static const char *
resolve_id (SteppeDossier *dossier,
            const char *id)
{
  SteppeItem *item = steppe_dossier_lookup (dossier, id);

  if (item != NULL)
    return steppe_dossier_resolve_name (dossier, item);
  return id != NULL ? id : "";
}

/**
 * steppe_item_dup_title:
 * @item: an item of @dossier
 * @dossier: the dossier
 *
 * Returns: (transfer full): what it is called where it stands alone: its name, of a relation the
 *   whole of it, of a source without title its publisher
 */
char *
steppe_item_dup_title (SteppeItem *item,
                       SteppeDossier *dossier)
{
  g_return_val_if_fail (STEPPE_IS_ITEM (item) && STEPPE_IS_DOSSIER (dossier), NULL);

  if (STEPPE_IS_RELATION (item))
    /* Translators: subject, predicate and object, as in “Mongolia – state party of – International Criminal Court” */
    return g_strdup_printf (_ ("%1$s – %2$s – %3$s"),
                            resolve_id (dossier, steppe_relation_get_subject (STEPPE_RELATION (item))),
                            steppe_dossier_resolve_name (dossier, item),
                            resolve_id (dossier, steppe_relation_get_object (STEPPE_RELATION (item))));
  if (STEPPE_IS_SOURCE (item) && steppe_item_get_name (item) == NULL)
    {
      const char *publisher = steppe_dossier_resolve (dossier, steppe_source_get_publisher (STEPPE_SOURCE (item)));

      if (*publisher != '\0')
        return g_strdup (publisher);
    }
  return g_strdup (steppe_dossier_resolve_name (dossier, item));
}

static void
append_name (GString *names,
             SteppeDossier *dossier,
             const char *id)
{
  SteppeItem *item = steppe_dossier_lookup (dossier, id);

  if (item != NULL)
    steppe_words_append (names, steppe_dossier_resolve_name (dossier, item));
}

/* Where an event was, who made a statement or published a source. */
static char *
create_whereabouts (SteppeDossier *dossier,
                    SteppeItem *item)
{
  g_autoptr (GString) names = g_string_new (NULL);
  const char *const *places;

  switch (steppe_item_get_kind (item))
    {
    case STEPPE_ITEM_EVENT:
      places = steppe_event_get_places (STEPPE_EVENT (item));
      for (guint i = 0; places != NULL && places[i] != NULL && i < MAX_PLACES; i++)
        append_name (names, dossier, places[i]);
      break;
    case STEPPE_ITEM_STATEMENT:
      append_name (names, dossier, steppe_statement_get_speaker (STEPPE_STATEMENT (item)));
      break;
    case STEPPE_ITEM_SOURCE:
      g_string_append (names, steppe_dossier_resolve (dossier, steppe_source_get_publisher (STEPPE_SOURCE (item))));
      break;
    case STEPPE_ITEM_PLACE:
    case STEPPE_ITEM_ACTOR:
    case STEPPE_ITEM_RELATION:
    case STEPPE_ITEM_JOURNEY:
    case STEPPE_ITEM_NARRATIVE:
    default:
      g_string_append (names, steppe_dossier_resolve (dossier, steppe_item_get_summary (item)));
      break;
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/**
 * steppe_item_dup_facts:
 * @item: an item of @dossier
 * @dossier: the dossier
 *
 * Returns: (transfer full): when and where an event was, when and by whom a statement was made or
 *   a source published, and of any other item its summary, in the user's language: “2 September
 *   2024 · Ulaanbaatar”
 */
char *
steppe_item_dup_facts (SteppeItem *item,
                       SteppeDossier *dossier)
{
  g_autofree char *when = NULL;
  g_autofree char *whereabouts = NULL;

  g_return_val_if_fail (STEPPE_IS_ITEM (item) && STEPPE_IS_DOSSIER (dossier), NULL);

  when = steppe_item_dup_when (item, dossier, STEPPE_DATE_STYLE_LONG);
  whereabouts = create_whereabouts (dossier, item);
  if (when == NULL && STEPPE_IS_EVENT (item))
    when = g_strdup (_ ("Undated"));
  if (when == NULL)
    return g_steal_pointer (&whereabouts);
  if (*whereabouts == '\0')
    return g_steal_pointer (&when);
  /* Translators: when and where something was: “2 September 2024 · Ulaanbaatar” */
  return g_strdup_printf (_ ("%1$s · %2$s"), when, whereabouts);
}

/**
 * steppe_item_get_status_label:
 * @item: an item
 *
 * Returns: (nullable): the word for the status of an event or a journey, %NULL for other items
 */
const char *
steppe_item_get_status_label (SteppeItem *item)
{
  g_return_val_if_fail (STEPPE_IS_ITEM (item), NULL);

  if (STEPPE_IS_EVENT (item))
    return steppe_status_get_label (steppe_event_get_status (STEPPE_EVENT (item)),
                                    steppe_event_get_status_text (STEPPE_EVENT (item)));
  if (STEPPE_IS_JOURNEY (item))
    return steppe_status_get_label (steppe_journey_get_status (STEPPE_JOURNEY (item)),
                                    steppe_journey_get_status_text (STEPPE_JOURNEY (item)));
  return NULL;
}

/**
 * steppe_item_dup_source_count:
 * @item: an item
 *
 * Returns: (transfer full) (nullable): how many sources it rests on, in words; %NULL for none
 */
char *
steppe_item_dup_source_count (SteppeItem *item)
{
  const char *const *sources;
  guint n_sources;

  g_return_val_if_fail (STEPPE_IS_ITEM (item), NULL);

  sources = steppe_item_get_sources (item);
  n_sources = sources != NULL ? g_strv_length ((char **) sources) : 0;
  return n_sources > 0 ? g_strdup_printf (ngettext ("%'u source", "%'u sources", n_sources), n_sources) : NULL;
}

/**
 * steppe_event_dup_caption:
 * @event: an event of @dossier
 * @dossier: the dossier
 * @with_places: whether to tell where it was, too
 *
 * Returns: (transfer full): when the event was, or that no date is known, and where, in the user's
 *   language and on one line: “2 September 2024 · Ulaanbaatar”
 */
char *
steppe_event_dup_caption (SteppeEvent *event,
                          SteppeDossier *dossier,
                          gboolean with_places)
{
  g_autofree char *when = steppe_item_dup_when (STEPPE_ITEM (event), dossier, STEPPE_DATE_STYLE_LONG);
  const char *const *places = with_places ? steppe_event_get_places (event) : NULL;
  GString *words = g_string_new (when != NULL ? when : g_dgettext (GETTEXT_PACKAGE, N_ ("no date")));

  for (guint i = 0; places != NULL && places[i] != NULL; i++)
    {
      SteppeItem *place = steppe_dossier_lookup (dossier, places[i]);

      if (place != NULL)
        g_string_append_printf (words, " · %s", steppe_dossier_resolve_name (dossier, place));
    }
  return g_string_free (words, FALSE);
}

/**
 * steppe_event_dup_label:
 * @event: an event of @dossier
 * @dossier: the dossier
 *
 * Returns: (transfer full): the event in a few words, in the user's language: “2 September 2024,
 *   Arrival in Ulaanbaatar, reported”
 */
char *
steppe_event_dup_label (SteppeEvent *event,
                        SteppeDossier *dossier)
{
  g_autofree char *when = steppe_event_dup_caption (event, dossier, FALSE);

  return steppe_event_dup_label_with (event, dossier, when);
}

/**
 * steppe_event_dup_label_with:
 * @event: an event of @dossier
 * @dossier: the dossier
 * @when: when it was, and where, in words
 *
 * Returns: (transfer full): the same as [func@event_dup_label], with words that are there already
 */
char *
steppe_event_dup_label_with (SteppeEvent *event,
                             SteppeDossier *dossier,
                             const char *when)
{
  /* Translators: an event in a few words: its date, its name and its status */
  return g_strdup_printf (g_dgettext (GETTEXT_PACKAGE, N_ ("%1$s, %2$s, %3$s")),
                          when,
                          steppe_dossier_resolve_name (dossier, STEPPE_ITEM (event)),
                          steppe_status_get_label (steppe_event_get_status (event), steppe_event_get_status_text (event)));
}

/**
 * steppe_title_is_descriptive:
 * @title: the title of a source
 *
 * Returns: whether it stands in square brackets, as cataloguers write a title that they gave a
 *   source which has none
 */
gboolean
steppe_title_is_descriptive (const char *title)
{
  gsize length = strlen (title);

  return length > 2 && title[0] == '[' && title[length - 1] == ']';
}

/**
 * steppe_descriptive_title_get_explanation:
 *
 * Returns: a sentence on titles for which [func@title_is_descriptive] holds, in the user's language
 */
const char *
steppe_descriptive_title_get_explanation (void)
{
  return _ ("A title in square brackets describes the source; it is not its own.");
}

/**
 * steppe_words_append:
 * @list: words in the user's language, with what stands between words of a list between them
 * @words: (nullable): more of them; nothing is added where they are %NULL or empty
 */
void
steppe_words_append (GString *list,
                     const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  if (list->len > 0)
    /* Translators: between names in a list */
    g_string_append (list, _ (", "));
  g_string_append (list, words);
}

/**
 * steppe_words_dup_heading:
 * @words: words in the user's language
 *
 * Returns: (transfer full): the words as a heading, with a capital at the start
 */
char *
steppe_words_dup_heading (const char *words)
{
  GString *heading = g_string_new (NULL);

  if (*words != '\0')
    {
      g_string_append_unichar (heading, g_unichar_totitle (g_utf8_get_char (words)));
      g_string_append (heading, g_utf8_next_char (words));
    }
  return g_string_free (heading, FALSE);
}
