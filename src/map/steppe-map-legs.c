/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/steppe-map-view-private.h"

/* Choosing a line on the map: a leg of a journey, or a relation. */

/* How far from a line a press still means it, in pixels. */
#define LINE_REACH 7.0

/* The line at a pixel of the view, or NULL. */
const SteppeMapTrack *
_steppe_map_view_pick_line (SteppeMapView *self,
                            double x,
                            double y)
{
  const SteppeMapTrack *arc = steppe_map_relations_pick (self->relations, &self->camera, x, y, LINE_REACH);

  return arc != NULL ? arc : steppe_map_journeys_pick (self->scene, &self->camera, x, y, LINE_REACH);
}

/* Makes a span hold a date. */
static void
extend (SteppeSpan *span,
        SteppeDate *date)
{
  if (date == NULL)
    return;
  span->earliest = MIN (span->earliest, steppe_date_get_earliest (date));
  span->latest = MAX (span->latest, steppe_date_get_latest (date));
}

/* When it was: of a journey the leg, or all of them. */
static SteppeSpan
get_span (SteppeItem *item,
          const SteppeLeg *leg)
{
  SteppeSpan span = { STEPPE_INSTANT_MAX, STEPPE_INSTANT_MIN };
  GPtrArray *legs = STEPPE_IS_JOURNEY (item) ? steppe_journey_get_legs (STEPPE_JOURNEY (item)) : NULL;

  if (leg != NULL)
    extend (&span, leg->date);
  for (guint i = 0; leg == NULL && legs != NULL && i < legs->len; i++)
    extend (&span, ((const SteppeLeg *) g_ptr_array_index (legs, i))->date);
  if (STEPPE_IS_RELATION (item))
    {
      extend (&span, steppe_relation_get_since (STEPPE_RELATION (item)));
      extend (&span, steppe_relation_get_until (STEPPE_RELATION (item)));
    }
  return span;
}

/* Selects a journey, and one leg of it if @leg is not NULL, or a relation; and shows when it was. */
void
_steppe_map_view_select_line (SteppeMapView *self,
                              SteppeItem *item,
                              const SteppeLeg *leg)
{
  SteppeSpan span = get_span (item, leg);

  steppe_focus_set_selected (self->focus, item);
  self->leg = leg;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (span.earliest <= span.latest)
    steppe_focus_show_span (self->focus, span.earliest, span.latest);
}
