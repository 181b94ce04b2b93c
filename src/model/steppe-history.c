/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/steppe-history.h"

#include "model/steppe-local-date.h"

static gboolean
is_historical_area (SteppePlace *place)
{
  SteppeGeometry *geometry = steppe_place_get_geometry (place);
  SteppeGeometryType type;

  if (geometry == NULL || (steppe_place_get_since (place) == NULL && steppe_place_get_until (place) == NULL))
    return FALSE;
  type = steppe_geometry_get_kind (geometry);
  return type == STEPPE_GEOMETRY_POLYGON || type == STEPPE_GEOMETRY_MULTI_POLYGON;
}

static SteppeSpan
get_span (SteppePlace *area)
{
  SteppeDate *since = steppe_place_get_since (area), *until = steppe_place_get_until (area);

  return (SteppeSpan) { since != NULL ? steppe_date_get_earliest (since) : STEPPE_INSTANT_MIN,
                        until != NULL ? steppe_date_get_latest (until) : STEPPE_INSTANT_MAX };
}

static gboolean
fits (SteppeFocus *focus,
      SteppePlace *area)
{
  SteppeItem *selected = steppe_focus_get_selected (focus);
  SteppeSpan span = get_span (area), chosen;

  if (selected == STEPPE_ITEM (area))
    return TRUE;
  if (STEPPE_IS_EVENT (selected) && steppe_event_is_dated (STEPPE_EVENT (selected)))
    {
      SteppeSpan date = steppe_event_get_span (STEPPE_EVENT (selected), steppe_focus_get_dossier (focus));

      return date.earliest <= span.latest && date.latest >= span.earliest;
    }
  return steppe_focus_get_span (focus, &chosen.earliest, &chosen.latest) &&
         chosen.earliest >= span.earliest && chosen.latest <= span.latest;
}

/**
 * steppe_history_new:
 * @focus: what the reader looks at
 *
 * Lists the historical areas of the dossier, its places that are areas with a since or until, which belong to the time that the reader
 * looks at. That is the date of the selected event, which they must touch; else the chosen span of time, which must lie
 * within theirs; else none. The area that is selected itself is always one of them.
 *
 * Returns: (transfer full) (element-type SteppePlace): the areas, in the order of the file
 */
GPtrArray *
steppe_history_new (SteppeFocus *focus)
{
  GPtrArray *areas = g_ptr_array_new_with_free_func (g_object_unref);
  SteppeDossier *dossier = steppe_focus_get_dossier (focus);
  GListModel *places = dossier != NULL ? steppe_dossier_get_items (dossier, STEPPE_ITEM_PLACE) : NULL;

  for (guint i = 0; places != NULL && i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (SteppePlace) place = g_list_model_get_item (places, i);

      if (is_historical_area (place) && fits (focus, place))
        g_ptr_array_add (areas, g_steal_pointer (&place));
    }
  return areas;
}
