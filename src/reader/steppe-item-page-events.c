/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include <glib/gi18n.h>

#include "model/steppe-chronology.h"
#include "model/steppe-event.h"
#include "model/steppe-facet.h"
#include "model/steppe-item-words.h"
#include "model/steppe-ties.h"
#include "reader/steppe-item-page-private.h"

/* Events on a page: those that an event is related to, before and after it, and those that something else is tied to. */

/* So many events are listed; an actor of a large dossier may be in thousands. */
#define MAX_EVENTS 100

static void
add_related_event (SteppeItemPage *self,
                   AdwPreferencesGroup *group,
                   SteppeItem *event,
                   const char *as)
{
  g_autofree char *when = steppe_item_dup_when (event, self->dossier, STEPPE_DATE_STYLE_LONG);
  const char *tie = as != NULL ? steppe_tie_get_label (as) : NULL;
  g_autofree char *caption = NULL;

  if (tie != NULL && when != NULL)
    /* Translators: when an event was, and what it is to another: “17 March 2023 · cause” */
    caption = g_strdup_printf (_ ("%1$s · %2$s"), when, tie);
  steppe_item_page_add_item (self, group, event, caption != NULL ? caption : tie);
}

/**
 * steppe_item_page_add_related:
 * @self: a page about an event
 *
 * Adds the events that it is related to, those before it and those after it, in the order of time.
 */
void
steppe_item_page_add_related (SteppeItemPage *self)
{
  g_autoptr (GHashTable) ties = steppe_event_find_related (STEPPE_EVENT (self->item), self->dossier);
  g_autoptr (GPtrArray) events = g_hash_table_get_keys_as_ptr_array (ties);
  AdwPreferencesGroup *before = steppe_item_page_begin_group (_ ("Related, Before")), *after = steppe_item_page_begin_group (_ ("Related, After"));
  AdwPreferencesGroup *group = before;

  g_ptr_array_add (events, self->item);
  steppe_chronology_sort (events);
  for (guint i = 0; i < events->len; i++)
    {
      SteppeItem *event = g_ptr_array_index (events, i);

      if (event == self->item)
        group = after;
      else
        add_related_event (self, group, event, g_hash_table_lookup (ties, event));
    }
  steppe_item_page_end_group (self, before);
  steppe_item_page_end_group (self, after);
}

static void
filter_cb (SteppeItemPage *self)
{
  static const SteppeFacet facets[STEPPE_N_ITEM_KINDS] = {
    [STEPPE_ITEM_ACTOR] = STEPPE_FACET_ACTOR,
    [STEPPE_ITEM_PLACE] = STEPPE_FACET_PLACE,
    [STEPPE_ITEM_SOURCE] = STEPPE_FACET_SOURCE,
  };

  steppe_filter_set (steppe_focus_get_filter (self->focus), facets[steppe_item_get_kind (self->item)], steppe_item_get_id (self->item), TRUE);
}

/* Events can be filtered by actors, places and sources. */
static void
add_filter_button (SteppeItemPage *self,
                   AdwPreferencesGroup *group)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("steppe-filter-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Show Only These Events"));
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (group, button);
}

/**
 * steppe_item_page_add_events:
 * @self: a page about something else than an event
 *
 * Adds the events that it is tied to, in the order of time.
 */
void
steppe_item_page_add_events (SteppeItemPage *self)
{
  g_autoptr (GPtrArray) events = steppe_item_find_events (self->item, self->dossier);
  AdwPreferencesGroup *group = steppe_item_page_begin_group (_ ("Events"));
  SteppeItemKind kind = steppe_item_get_kind (self->item);

  steppe_chronology_sort (events);
  for (guint i = 0; i < MIN (events->len, MAX_EVENTS); i++)
    steppe_item_page_add_item (self, group, g_ptr_array_index (events, i), NULL);
  if (events->len > MAX_EVENTS)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %'u more", "and %'u more", events->len - MAX_EVENTS), events->len - MAX_EVENTS);

      steppe_item_page_add_row (group, more, NULL);
    }
  if (events->len > 0 && (kind == STEPPE_ITEM_ACTOR || kind == STEPPE_ITEM_PLACE || kind == STEPPE_ITEM_SOURCE))
    add_filter_button (self, group);
  steppe_item_page_end_group (self, group);
}
