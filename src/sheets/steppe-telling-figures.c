/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheets/steppe-telling-private.h"

#include "model/steppe-chronology.h"

/* The map and the timeline of a sheet. */

static void
add_relations (SteppeTelling *self,
               GPtrArray *items)
{
  g_autoptr (GPtrArray) relations = _steppe_telling_list_relations (self);

  g_ptr_array_extend (items, relations, NULL, NULL);
}

/* What the map shows besides events. */
static GPtrArray *
list_drawn (SteppeTelling *self)
{
  GPtrArray *items = g_ptr_array_new ();
  g_autoptr (GPtrArray) journeys = NULL;

  if (self->item == NULL)
    {
      journeys = _steppe_telling_list_journeys (self);
      g_ptr_array_extend (items, journeys, NULL, NULL);
      return items;
    }
  switch (steppe_item_get_kind (self->item))
    {
    case STEPPE_ITEM_PLACE:
    case STEPPE_ITEM_RELATION:
    case STEPPE_ITEM_JOURNEY:
      g_ptr_array_add (items, self->item);
      break;
    case STEPPE_ITEM_ACTOR:
      add_relations (self, items);
      break;
    case STEPPE_ITEM_EVENT:
    case STEPPE_ITEM_STATEMENT:
    case STEPPE_ITEM_SOURCE:
    case STEPPE_ITEM_NARRATIVE:
    default:
      break;
    }
  return items;
}

static void
add_figure (SteppeTelling *self,
            SteppeFigureKind kind,
            GPtrArray *events,
            GPtrArray *items)
{
  SteppeAccountBlock *block = steppe_account_add (self->account, STEPPE_ACCOUNT_FIGURE, NULL);

  block->figure = steppe_figure_new (kind, self->dossier, events, items, self->item);
}

void
_steppe_telling_map (SteppeTelling *self,
                     gpointer thing)
{
  g_autoptr (GPtrArray) items = list_drawn (self);

  if (self->events->len > 0 || items->len > 0)
    add_figure (self, STEPPE_FIGURE_MAP, self->events, items);
}

/* A single event is shown among those that it is related to. */
void
_steppe_telling_timeline (SteppeTelling *self,
                          gpointer thing)
{
  g_autoptr (GPtrArray) events = g_ptr_array_ref (self->events);
  guint n_dated = 0;

  if (STEPPE_IS_EVENT (self->item))
    {
      g_ptr_array_unref (events);
      events = _steppe_telling_list_related (self);
      g_ptr_array_add (events, self->item);
      steppe_chronology_sort (events);
    }
  for (guint i = 0; i < events->len && n_dated < 2; i++)
    n_dated += steppe_event_is_dated (g_ptr_array_index (events, i));
  if (n_dated > 1)
    add_figure (self, STEPPE_FIGURE_TIMELINE, events, NULL);
}
