/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include <glib/gi18n.h>

#include "model/steppe-actor.h"
#include "model/steppe-event.h"
#include "model/steppe-item-words.h"
#include "model/steppe-journey.h"
#include "model/steppe-link.h"
#include "model/steppe-place-words.h"
#include "model/steppe-relation.h"
#include "model/steppe-source.h"
#include "model/steppe-statement-groups.h"
#include "model/steppe-statement.h"
#include "reader/steppe-item-page-private.h"

/* What the page of an item tells, by kind: facts of its own, ties to other items, sources. */

static void
add_references (SteppeItemPage *self,
                const char *title,
                const char *const *ids)
{
  AdwPreferencesGroup *group = steppe_item_page_begin_group (title);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    steppe_item_page_add_reference (self, group, ids[i], NULL);
  steppe_item_page_end_group (self, group);
}

static void
add_position (AdwPreferencesGroup *group,
              SteppePlace *place)
{
  g_autofree char *position = steppe_place_dup_position (place);
  g_autofree char *precision = steppe_place_dup_precision (place);

  if (position == NULL)
    return;
  steppe_item_page_add_fact (group, _ ("Latitude and longitude"), position);
  if (precision != NULL)
    steppe_item_page_add_fact (group, _ ("Precision"), precision);
  steppe_item_page_add_fact (group, _ ("Time zone"), steppe_place_get_timezone (place));
}

static void
add_kind_facts (SteppeItemPage *self,
                AdwPreferencesGroup *group)
{
  switch (steppe_item_get_kind (self->item))
    {
    case STEPPE_ITEM_EVENT:
      steppe_item_page_add_fact (group, _ ("Kind"), steppe_sort_get_label (steppe_event_get_kind (STEPPE_EVENT (self->item))));
      steppe_item_page_add_fact (group, _ ("Status"),
                                 steppe_status_get_label (steppe_event_get_status (STEPPE_EVENT (self->item)),
                                                          steppe_event_get_status_text (STEPPE_EVENT (self->item))));
      break;
    case STEPPE_ITEM_PLACE:
      steppe_item_page_add_fact (group, _ ("Kind"), steppe_sort_get_label (steppe_place_get_kind (STEPPE_PLACE (self->item))));
      add_position (group, STEPPE_PLACE (self->item));
      break;
    case STEPPE_ITEM_ACTOR:
      steppe_item_page_add_fact (group, _ ("Kind"), steppe_sort_get_label (steppe_actor_get_kind (STEPPE_ACTOR (self->item))));
      break;
    case STEPPE_ITEM_JOURNEY:
      steppe_item_page_add_fact (group, _ ("Kind"), steppe_sort_get_label (steppe_journey_get_kind (STEPPE_JOURNEY (self->item))));
      steppe_item_page_add_fact (group, _ ("Status"),
                                 steppe_status_get_label (steppe_journey_get_status (STEPPE_JOURNEY (self->item)),
                                                          steppe_journey_get_status_text (STEPPE_JOURNEY (self->item))));
      break;
    case STEPPE_ITEM_SOURCE:
      steppe_item_page_add_fact (group, _ ("Publisher"),
                                 steppe_dossier_resolve (self->dossier, steppe_source_get_publisher (STEPPE_SOURCE (self->item))));
      break;
    case STEPPE_ITEM_STATEMENT:
    case STEPPE_ITEM_RELATION:
    case STEPPE_ITEM_NARRATIVE:
    default:
      break;
    }
}

static void
add_source_links (SteppeItemPage *self,
                  AdwPreferencesGroup *group)
{
  SteppeSource *source;

  if (!STEPPE_IS_SOURCE (self->item))
    return;
  source = STEPPE_SOURCE (self->item);
  if (steppe_source_get_accessed (source) != NULL)
    {
      g_autofree char *accessed = steppe_date_format (steppe_source_get_accessed (source), STEPPE_DATE_STYLE_LONG);

      steppe_item_page_add_fact (group, _ ("Accessed"), accessed);
    }
  steppe_item_page_add_link (self, group, _ ("Read it"), steppe_source_get_url (source));
  steppe_item_page_add_link (self, group, _ ("Archived copy"), steppe_source_get_archive (source));
}

/**
 * steppe_item_page_add_facts:
 * @self: a page
 *
 * Adds what is to be known of the item itself.
 */
void
steppe_item_page_add_facts (SteppeItemPage *self)
{
  AdwPreferencesGroup *group = steppe_item_page_begin_group (NULL);
  g_autofree char *when = steppe_item_dup_when (self->item, self->dossier, STEPPE_DATE_STYLE_LONG);
  SteppeConfidence confidence = steppe_item_get_confidence (self->item);

  steppe_item_page_add_fact (group, _ ("When"), when != NULL || !STEPPE_IS_EVENT (self->item) ? when : _ ("no date"));
  add_kind_facts (self, group);
  if (confidence != STEPPE_CONFIDENCE_UNSTATED)
    steppe_item_page_add_fact (group, _ ("How sure"), steppe_confidence_get_label (confidence));
  steppe_item_page_add_fact (group, _ ("Note"), steppe_dossier_resolve (self->dossier, steppe_item_get_note (self->item)));
  add_source_links (self, group);
  steppe_item_page_end_group (self, group);
}

static void
add_participants (SteppeItemPage *self)
{
  GPtrArray *participants = steppe_event_get_participants (STEPPE_EVENT (self->item));
  AdwPreferencesGroup *group = steppe_item_page_begin_group (_ ("Who"));

  for (guint i = 0; participants != NULL && i < participants->len; i++)
    {
      const SteppeParticipant *participant = g_ptr_array_index (participants, i);

      steppe_item_page_add_reference (self, group, participant->actor,
                                      participant->role != NULL ? steppe_role_get_label (participant->role) : "");
    }
  steppe_item_page_end_group (self, group);
}

static void
add_legs (SteppeItemPage *self)
{
  GPtrArray *legs = steppe_journey_get_legs (STEPPE_JOURNEY (self->item));
  AdwPreferencesGroup *group = steppe_item_page_begin_group (_ ("Legs"));

  for (guint i = 0; legs != NULL && i < legs->len; i++)
    {
      const SteppeLeg *leg = g_ptr_array_index (legs, i);
      g_autofree char *title = steppe_leg_dup_title (leg, self->dossier);
      g_autofree char *when = steppe_leg_dup_doubtful_when (leg, self->dossier);

      steppe_item_page_add_row (group, title, when);
    }
  steppe_item_page_end_group (self, group);
}

static void
add_names (SteppeItemPage *self)
{
  GPtrArray *names = steppe_place_get_names (STEPPE_PLACE (self->item));
  AdwPreferencesGroup *group = steppe_item_page_begin_group (_ ("Other Names"));

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const SteppePlaceName *name = g_ptr_array_index (names, i);
      g_autofree char *when = steppe_span_dup_words (name->since, name->until, STEPPE_DATE_STYLE_LONG);

      steppe_item_page_add_row (group, steppe_dossier_resolve (self->dossier, name->name), when);
    }
  steppe_item_page_end_group (self, group);
}

typedef gboolean (*RefersFunc) (SteppeItem *referrer,
                                const char *id);

static void
add_referrers (SteppeItemPage *self,
               const char *title,
               RefersFunc refers)
{
  const char *id = steppe_item_get_id (self->item);
  GPtrArray *referrers = steppe_dossier_get_referrers (self->dossier, id);
  AdwPreferencesGroup *group = steppe_item_page_begin_group (title);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      SteppeItem *referrer = g_ptr_array_index (referrers, i);

      if (refers (referrer, id))
        {
          const char *speaker = STEPPE_IS_STATEMENT (referrer) ? steppe_statement_get_speaker (STEPPE_STATEMENT (referrer)) : NULL;
          SteppeItem *actor = steppe_dossier_lookup (self->dossier, speaker);

          steppe_item_page_add_item (self, group, referrer,
                                     actor != NULL && actor != self->item ? steppe_dossier_resolve_name (self->dossier, actor) : NULL);
        }
    }
  steppe_item_page_end_group (self, group);
}

static gboolean
is_relation (SteppeItem *referrer,
             const char *id)
{
  return STEPPE_IS_RELATION (referrer);
}

static gboolean
is_journey (SteppeItem *referrer,
            const char *id)
{
  return STEPPE_IS_JOURNEY (referrer);
}

static gboolean
is_statement (SteppeItem *referrer,
              const char *id)
{
  return STEPPE_IS_STATEMENT (referrer);
}

static void
add_statement_ties (SteppeItemPage *self)
{
  SteppeStatement *statement = STEPPE_STATEMENT (self->item);
  const char *speaker[] = { steppe_statement_get_speaker (statement), NULL };

  add_references (self, _ ("Said By"), speaker);
  steppe_item_page_add_stances (self);
  steppe_item_page_add_who_says_what (self);
  add_references (self, _ ("About"), steppe_statement_get_about (statement));
}

static void
add_said (SteppeItemPage *self)
{
  g_autoptr (GPtrArray) said = steppe_item_find_said (self->item, self->dossier);

  steppe_item_page_add_statements (self, _ ("Says"), said);
}

static void
add_relation_ties (SteppeItemPage *self)
{
  const char *const ends[] = {
    steppe_relation_get_subject (STEPPE_RELATION (self->item)),
    steppe_relation_get_object (STEPPE_RELATION (self->item)),
    NULL,
  };

  if (ends[0] != NULL)
    add_references (self, _ ("Between"), ends);
}

/**
 * steppe_item_page_add_ties:
 * @self: a page
 *
 * Adds the items that the item is tied to, in either direction.
 */
void
steppe_item_page_add_ties (SteppeItemPage *self)
{
  switch (steppe_item_get_kind (self->item))
    {
    case STEPPE_ITEM_EVENT:
      add_references (self, _ ("Where"), steppe_event_get_places (STEPPE_EVENT (self->item)));
      add_participants (self);
      steppe_item_page_add_who_says_what (self);
      steppe_item_page_add_related (self);
      break;
    case STEPPE_ITEM_ACTOR:
      add_said (self);
      steppe_item_page_add_who_says_what (self);
      add_referrers (self, _ ("Relations"), is_relation);
      steppe_item_page_add_events (self);
      break;
    case STEPPE_ITEM_STATEMENT:
      add_statement_ties (self);
      break;
    case STEPPE_ITEM_RELATION:
      add_relation_ties (self);
      steppe_item_page_add_who_says_what (self);
      break;
    case STEPPE_ITEM_JOURNEY:
      add_legs (self);
      steppe_item_page_add_who_says_what (self);
      add_referrers (self, _ ("Relations"), is_relation);
      steppe_item_page_add_events (self);
      break;
    case STEPPE_ITEM_PLACE:
      add_names (self);
      steppe_item_page_add_who_says_what (self);
      steppe_item_page_add_events (self);
      add_referrers (self, _ ("Journeys"), is_journey);
      break;
    case STEPPE_ITEM_SOURCE:
      steppe_item_page_add_events (self);
      add_referrers (self, _ ("Statements"), is_statement);
      add_referrers (self, _ ("Relations"), is_relation);
      add_referrers (self, _ ("Journeys"), is_journey);
      break;
    case STEPPE_ITEM_NARRATIVE:
    default:
      break;
    }
}

static void
add_web_button (GtkWidget *row,
                const char *icon_name,
                const char *format,
                const char *uri)
{
  g_autofree char *host = steppe_link_dup_host (uri);
  g_autoptr (GString) tooltip = g_string_new (format);
  GtkWidget *button;

  if (host == NULL)
    return;
  g_string_replace (tooltip, "%s", host, 1);
  button = gtk_button_new_from_icon_name (icon_name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip->str);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "reader.open-link");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", uri);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_source (SteppeItemPage *self,
            AdwPreferencesGroup *group,
            SteppeSource *source)
{
  const char *publisher = steppe_dossier_resolve (self->dossier, steppe_source_get_publisher (source));
  g_autofree char *when = steppe_item_dup_when (STEPPE_ITEM (source), self->dossier, STEPPE_DATE_STYLE_LONG);
  /* Translators: the publisher of a source and its date */
  g_autofree char *caption = when != NULL ? g_strdup_printf (_ ("%1$s · %2$s"), publisher, when) : g_strdup (publisher);
  GtkWidget *row = steppe_item_page_add_item (self, group, STEPPE_ITEM (source), caption);

  /* Translators: %s is a host of the web, such as example.org */
  add_web_button (row, "adw-external-link-symbolic", _ ("Read it at %s"), steppe_source_get_url (source));
  /* Translators: %s is a host of the web, such as web.archive.org */
  add_web_button (row, "document-open-recent-symbolic", _ ("Archived copy at %s"), steppe_source_get_archive (source));
}

/**
 * steppe_item_page_add_sources:
 * @self: a page
 *
 * Adds the sources that the item rests on: publisher and date of each, and where it can be read.
 */
void
steppe_item_page_add_sources (SteppeItemPage *self)
{
  const char *const *ids = steppe_item_get_sources (self->item);
  AdwPreferencesGroup *group = steppe_item_page_begin_group (_ ("Sources"));

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      SteppeItem *source = steppe_dossier_lookup (self->dossier, ids[i]);

      if (STEPPE_IS_SOURCE (source))
        add_source (self, group, STEPPE_SOURCE (source));
    }
  steppe_item_page_end_group (self, group);
}
