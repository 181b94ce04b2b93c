/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-timeline-events.h"

#include "model/steppe-local-date.h"
#include "model/steppe-narrative-text.h"
#include "model/steppe-narrative.h"

/**
 * SteppeTimelineEvents:
 *
 * The events of a dossier as the timeline needs them: in the order of their places, and apart from those whose date says
 * nothing.
 */
struct _SteppeTimelineEvents
{
  GArray *events; /* of SteppeTimelineEvent, by anchor */
  GArray *cells; /* of SteppeTimeCell, by middle */
  GHashTable *numbers; /* SteppeEvent → its number, plus 1 */
  GListStore *undated;
  guint n_hidden;
};

static void
clear_event (gpointer data)
{
  g_clear_object (&((SteppeTimelineEvent *) data)->event);
}

static gint64
get_middle (gint64 earliest,
            gint64 latest)
{
  return (gint64) ((guint64) earliest + ((guint64) latest - (guint64) earliest) / 2);
}

/* The instant that the clock of a date-time with an offset shows. */
static gint64
to_own_clock (const SteppeDate *date,
              gint64 instant)
{
  int seconds;

  if (instant == STEPPE_INSTANT_MIN || instant == STEPPE_INSTANT_MAX || !steppe_date_get_offset (date, &seconds))
    return instant;
  return instant + seconds;
}

static SteppeEdge
get_edge (SteppeEdge stated,
          gint64 instant)
{
  if (instant != STEPPE_INSTANT_MIN && instant != STEPPE_INSTANT_MAX)
    return STEPPE_EDGE_KNOWN;
  return stated == STEPPE_EDGE_KNOWN ? STEPPE_EDGE_OPEN : stated;
}

/* The first instant that a set without a start names. */
static gint64
get_first_known (const SteppeDate *date)
{
  gint64 latest;

  steppe_date_get_member (date, 0, NULL, &latest);
  return latest;
}

/* The last instant that a set without an end names. */
static gint64
get_last_known (const SteppeDate *date)
{
  gint64 earliest;

  steppe_date_get_member (date, steppe_date_get_n_members (date) - 1, &earliest, NULL);
  return earliest;
}

/* Fills in what @date says, by its own clock. */
static void
place_event (SteppeTimelineEvent *self,
             const SteppeDate *date)
{
  steppe_date_get_start (date, &self->start_earliest, &self->start_latest);
  steppe_date_get_end (date, &self->end_earliest, &self->end_latest);
  self->kind = steppe_date_get_kind (date);
  self->qualifier = steppe_date_get_qualifier (date);
  self->lasts = steppe_date_lasts (date);
  self->start_edge = get_edge (steppe_date_get_start_edge (date), self->start_earliest);
  self->end_edge = get_edge (steppe_date_get_end_edge (date), self->end_latest);

  self->start_earliest = to_own_clock (date, self->start_earliest);
  self->start_latest = to_own_clock (date, self->start_latest);
  self->end_earliest = to_own_clock (date, self->end_earliest);
  self->end_latest = to_own_clock (date, self->end_latest);
  if (self->start_edge != STEPPE_EDGE_KNOWN)
    {
      self->end_earliest = self->lasts ? self->end_earliest : self->end_latest;
      self->start_earliest = self->start_latest = self->lasts ? self->end_earliest : get_first_known (date);
    }
  if (self->end_edge != STEPPE_EDGE_KNOWN)
    {
      self->start_latest = self->lasts ? self->start_latest : self->start_earliest;
      self->end_earliest = self->end_latest = self->lasts ? self->start_latest : get_last_known (date);
    }
  self->lasts = self->lasts || self->start_edge != STEPPE_EDGE_KNOWN || self->end_edge != STEPPE_EDGE_KNOWN;
  self->anchor = self->lasts ? self->start_earliest : get_middle (self->start_earliest, self->end_latest);
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const SteppeTimelineEvent *first = a, *second = b;

  if (first->anchor != second->anchor)
    return first->anchor < second->anchor ? -1 : 1;
  if (first->weight != second->weight)
    return first->weight > second->weight ? -1 : 1;
  return g_strcmp0 (steppe_item_get_id (STEPPE_ITEM (first->event)), steppe_item_get_id (STEPPE_ITEM (second->event)));
}

static int
compare_cells (gconstpointer a,
               gconstpointer b)
{
  const SteppeTimeCell *first = a, *second = b;
  gint64 first_middle = get_middle (first->earliest, first->latest);
  gint64 second_middle = get_middle (second->earliest, second->latest);

  return (first_middle > second_middle) - (first_middle < second_middle);
}

/* id → how many mentions in narratives point to it */
static GHashTable *
count_mentions (SteppeDossier *dossier)
{
  GHashTable *mentions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *narratives = steppe_dossier_get_items (dossier, STEPPE_ITEM_NARRATIVE);

  for (guint i = 0; i < g_list_model_get_n_items (narratives); i++)
    {
      g_autoptr (SteppeNarrative) narrative = g_list_model_get_item (narratives, i);
      const char *source = steppe_dossier_resolve (dossier, steppe_narrative_get_text (narrative));
      g_autoptr (SteppeNarrativeText) text = steppe_narrative_text_new (source != NULL ? source : "");
      guint n_links;
      const SteppeLink *links = steppe_narrative_text_get_links (text, &n_links);

      for (guint k = 0; k < n_links; k++)
        {
          if (links[k].type != STEPPE_LINK_MENTION)
            continue;
          g_hash_table_insert (mentions, g_strdup (links[k].target),
                               GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (mentions, links[k].target)) + 1));
        }
    }
  return mentions;
}

static void
add_cells (SteppeTimelineEvents *self,
           const SteppeTimelineEvent *event)
{
  SteppeTimeCell start = { event->start_earliest, event->lasts ? event->start_latest : event->end_latest, event->weight };
  SteppeTimeCell end = { event->end_earliest, event->end_latest, event->weight };

  if (event->start_edge == STEPPE_EDGE_KNOWN)
    g_array_append_val (self->cells, start);
  if (event->lasts && event->end_edge == STEPPE_EDGE_KNOWN)
    g_array_append_val (self->cells, end);
}

static void
index_events (SteppeTimelineEvents *self)
{
  g_array_sort (self->events, compare_events);
  for (guint i = 0; i < self->events->len; i++)
    g_hash_table_insert (self->numbers, steppe_timeline_events_get_event (self, i)->event, GUINT_TO_POINTER (i + 1));
  g_array_sort (self->cells, compare_cells);
}

static void
init_event (SteppeTimelineEvent *self,
            SteppeEvent *item,
            SteppeDossier *dossier,
            GHashTable *mentions)
{
  const char *id = steppe_item_get_id (STEPPE_ITEM (item));
  GPtrArray *referrers = steppe_dossier_get_referrers (dossier, id);
  g_autoptr (SteppeDate) date = steppe_event_dup_local_date (item, dossier);

  *self = (SteppeTimelineEvent) { .label_width = -1 };
  place_event (self, date);
  self->name = steppe_dossier_resolve_name (dossier, STEPPE_ITEM (item));
  self->weight = 1 + (int) (referrers != NULL ? referrers->len : 0) + GPOINTER_TO_INT (g_hash_table_lookup (mentions, id));
  self->event = item;
}

/* What the filter hides still takes its part of the axis: filtering moves nothing. */
static void
add_event (SteppeTimelineEvents *self,
           SteppeEvent *item,
           SteppeDossier *dossier,
           gboolean hidden,
           GHashTable *mentions)
{
  SteppeTimelineEvent event;

  self->n_hidden += hidden;
  if (!steppe_event_is_dated (item))
    {
      if (!hidden)
        g_list_store_append (self->undated, item);
      return;
    }
  init_event (&event, item, dossier, mentions);
  add_cells (self, &event);
  if (hidden)
    return;
  g_object_ref (item);
  g_array_append_val (self->events, event);
}

static SteppeTimelineEvents *
create_empty (void)
{
  SteppeTimelineEvents *self = g_new0 (SteppeTimelineEvents, 1);

  self->events = g_array_new (FALSE, FALSE, sizeof (SteppeTimelineEvent));
  g_array_set_clear_func (self->events, clear_event);
  self->cells = g_array_new (FALSE, FALSE, sizeof (SteppeTimeCell));
  self->numbers = g_hash_table_new (NULL, NULL);
  self->undated = g_list_store_new (STEPPE_TYPE_EVENT);
  return self;
}

/**
 * steppe_timeline_events_new:
 * @dossier: (nullable): a dossier, to outlive what is returned
 * @filter: (nullable): which of its events are wanted
 *
 * Returns: (transfer full): its events as they are now
 */
SteppeTimelineEvents *
steppe_timeline_events_new (SteppeDossier *dossier,
                            SteppeFilter *filter)
{
  SteppeTimelineEvents *self = create_empty ();
  g_autoptr (GHashTable) mentions = NULL;
  GListModel *items;

  if (dossier == NULL)
    return self;

  mentions = count_mentions (dossier);
  items = steppe_dossier_get_items (dossier, STEPPE_ITEM_EVENT);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (SteppeEvent) item = g_list_model_get_item (items, i);

      add_event (self, item, dossier, filter != NULL && !steppe_filter_matches (filter, item), mentions);
    }
  index_events (self);
  return self;
}

/**
 * steppe_timeline_events_new_for:
 * @dossier: a dossier, to outlive what is returned
 * @items: (element-type SteppeEvent): some of its events
 *
 * Returns: (transfer full): these events as they are now, as if there were no others
 */
SteppeTimelineEvents *
steppe_timeline_events_new_for (SteppeDossier *dossier,
                                GPtrArray *items)
{
  SteppeTimelineEvents *self = create_empty ();
  g_autoptr (GHashTable) mentions = count_mentions (dossier);

  for (guint i = 0; i < items->len; i++)
    add_event (self, g_ptr_array_index (items, i), dossier, FALSE, mentions);
  index_events (self);
  return self;
}

/**
 * steppe_timeline_events_free:
 * @self: (transfer full): events
 */
void
steppe_timeline_events_free (SteppeTimelineEvents *self)
{
  g_array_unref (self->events);
  g_array_unref (self->cells);
  g_hash_table_unref (self->numbers);
  g_object_unref (self->undated);
  g_free (self);
}

/**
 * steppe_timeline_events_get_n_events:
 * @self: events
 *
 * Returns: how many have a usable date
 */
guint
steppe_timeline_events_get_n_events (const SteppeTimelineEvents *self)
{
  return self->events->len;
}

/**
 * steppe_timeline_events_get_event:
 * @self: events
 * @n: which, in the order of their anchors
 *
 * Returns: (transfer none): the event
 */
SteppeTimelineEvent *
steppe_timeline_events_get_event (const SteppeTimelineEvents *self,
                                  guint n)
{
  g_return_val_if_fail (n < self->events->len, NULL);

  return &g_array_index (self->events, SteppeTimelineEvent, n);
}

/**
 * steppe_timeline_events_find:
 * @self: events
 * @item: (nullable): an item
 *
 * Returns: its number, or %STEPPE_TIMELINE_NONE
 */
guint
steppe_timeline_events_find (const SteppeTimelineEvents *self,
                             gconstpointer item)
{
  guint number = item != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, item)) : 0;

  return number > 0 ? number - 1 : STEPPE_TIMELINE_NONE;
}

/**
 * steppe_timeline_events_get_undated:
 * @self: events
 *
 * Returns: (transfer none): a list of the [class@Event]s that have no usable date
 */
GListModel *
steppe_timeline_events_get_undated (const SteppeTimelineEvents *self)
{
  return G_LIST_MODEL (self->undated);
}

/**
 * steppe_timeline_events_get_n_hidden:
 * @self: events
 *
 * Returns: how many events of the dossier are not among them, because they are not wanted
 */
guint
steppe_timeline_events_get_n_hidden (const SteppeTimelineEvents *self)
{
  return self->n_hidden;
}

/**
 * steppe_timeline_events_get_cells:
 * @self: events
 * @n_cells: (out): how many
 *
 * Returns: (transfer none) (array length=n_cells): the moments, starts and ends of all, also of what is hidden, in the
 *   order of their middles
 */
const SteppeTimeCell *
steppe_timeline_events_get_cells (const SteppeTimelineEvents *self,
                                  gsize *n_cells)
{
  *n_cells = self->cells->len;
  return (const SteppeTimeCell *) (gconstpointer) self->cells->data;
}

/**
 * steppe_timeline_events_forget_widths:
 * @self: events
 *
 * Labels are drawn with another font from now on.
 */
void
steppe_timeline_events_forget_widths (SteppeTimelineEvents *self)
{
  for (guint i = 0; i < self->events->len; i++)
    g_array_index (self->events, SteppeTimelineEvent, i).label_width = -1;
}
