/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "model/steppe-place-words.h"

#include <glib/gi18n.h>
#include <math.h>

#include "model/steppe-item-words.h"

/* Words for where something is, which panes and fact sheets share. */

/**
 * steppe_place_dup_position:
 * @place: a place
 *
 * Returns: (transfer full) (nullable): the latitude and longitude of its middle, in degrees, %NULL
 *   where it has no geometry
 */
char *
steppe_place_dup_position (SteppePlace *place)
{
  SteppePosition center;

  if (!steppe_place_get_center (place, &center))
    return NULL;
  /* Translators: latitude and longitude in degrees, north and east positive */
  return g_strdup_printf (_ ("%.4f°, %.4f°"), center.latitude, center.longitude);
}

/**
 * steppe_place_dup_precision:
 * @place: a place
 *
 * Returns: (transfer full) (nullable): how far off its position may be, %NULL where that is not known
 */
char *
steppe_place_dup_precision (SteppePlace *place)
{
  double precision = steppe_place_get_precision_m (place);

  if (isnan (precision) || steppe_place_get_geometry (place) == NULL)
    return NULL;
  return precision < 1000 ? g_strdup_printf (_ ("within %.0f m"), precision)
                          : g_strdup_printf (_ ("within %.3g km"), precision / 1000);
}

/**
 * steppe_leg_end_get_name:
 * @id: (nullable): where a leg of a journey begins or ends
 * @dossier: the dossier
 *
 * Returns: the name of that place, an ellipsis where it is not known
 */
const char *
steppe_leg_end_get_name (const char *id,
                         SteppeDossier *dossier)
{
  SteppeItem *place = steppe_dossier_lookup (dossier, id);

  return place != NULL ? steppe_dossier_resolve_name (dossier, place) : "…";
}

/**
 * steppe_leg_dup_title:
 * @leg: a leg of a journey in @dossier
 * @dossier: the dossier
 *
 * Returns: (transfer full): from where to where it goes
 */
char *
steppe_leg_dup_title (const SteppeLeg *leg,
                      SteppeDossier *dossier)
{
  /* Translators: a leg of a journey, from one place to another */
  return g_strdup_printf (_ ("%1$s → %2$s"), steppe_leg_end_get_name (leg->from, dossier), steppe_leg_end_get_name (leg->to, dossier));
}

/**
 * steppe_leg_dup_doubtful_when:
 * @leg: a leg of a journey in @dossier
 * @dossier: the dossier
 *
 * Returns: (transfer full) (nullable): when it was, and that it is not certain where it is not
 */
char *
steppe_leg_dup_doubtful_when (const SteppeLeg *leg,
                              SteppeDossier *dossier)
{
  g_autofree char *when = steppe_leg_dup_when (leg, dossier, STEPPE_DATE_STYLE_LONG);

  if (leg->certain)
    return g_steal_pointer (&when);
  if (when == NULL)
    return g_strdup (_ ("uncertain"));
  /* Translators: the date of a leg of a journey that is not certain */
  return g_strdup_printf (_ ("%s (uncertain)"), when);
}
