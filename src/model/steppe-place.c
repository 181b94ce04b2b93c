/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/steppe-place.h"

#include <math.h>

#include "time/steppe-time-zone.h"

/**
 * SteppePlace:
 *
 * A named location with a geometry and names in several languages.
 */
struct _SteppePlace
{
  SteppeItem parent_instance;

  char *kind;
  SteppeGeometry *geometry;
  double precision_m;
  char *timezone;
  GPtrArray *names;
  SteppeDate *since;
  SteppeDate *until;

  char *zone_name; /* the timezone that zone was found for */
  GTimeZone *zone;
};

G_DEFINE_FINAL_TYPE (SteppePlace, steppe_place, STEPPE_TYPE_ITEM)

static const SteppeField name_fields[] = {
  { "name", STEPPE_FIELD_TEXT, G_STRUCT_OFFSET (SteppePlaceName, name), 0, NULL, STEPPE_FIELD_REQUIRED },
  { "since", STEPPE_FIELD_DATE, G_STRUCT_OFFSET (SteppePlaceName, since) },
  { "until", STEPPE_FIELD_DATE, G_STRUCT_OFFSET (SteppePlaceName, until) },
};

static const SteppeRecordInfo name_info = { sizeof (SteppePlaceName), name_fields, G_N_ELEMENTS (name_fields) };

static const SteppeField fields[] = {
  { "kind", STEPPE_FIELD_STRING, G_STRUCT_OFFSET (SteppePlace, kind) },
  { "geometry", STEPPE_FIELD_GEOMETRY, G_STRUCT_OFFSET (SteppePlace, geometry) },
  { "precision_m", STEPPE_FIELD_NUMBER, G_STRUCT_OFFSET (SteppePlace, precision_m) },
  { "timezone", STEPPE_FIELD_STRING, G_STRUCT_OFFSET (SteppePlace, timezone) },
  { "names", STEPPE_FIELD_RECORDS, G_STRUCT_OFFSET (SteppePlace, names), 0, &name_info },
  { "since", STEPPE_FIELD_DATE, G_STRUCT_OFFSET (SteppePlace, since) },
  { "until", STEPPE_FIELD_DATE, G_STRUCT_OFFSET (SteppePlace, until) },
};

static void
steppe_place_finalize (GObject *object)
{
  SteppePlace *self = STEPPE_PLACE (object);

  g_free (self->zone_name);
  g_clear_pointer (&self->zone, g_time_zone_unref);

  G_OBJECT_CLASS (steppe_place_parent_class)->finalize (object);
}

static void
steppe_place_class_init (SteppePlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = steppe_place_finalize;

  steppe_item_class_install_fields (STEPPE_ITEM_CLASS (klass), STEPPE_ITEM_PLACE, "name",
                                    fields, G_N_ELEMENTS (fields));
}

static void
steppe_place_init (SteppePlace *self)
{
  self->precision_m = NAN;
}

/**
 * steppe_place_name_new:
 *
 * Returns: (transfer full): a record with absent members; free it with [func@record_free]
 */
SteppePlaceName *
steppe_place_name_new (void)
{
  return steppe_record_new (&name_info);
}

/**
 * steppe_place_get_kind:
 * @self: a place
 *
 * Returns: (nullable): what sort of place it is, as the file has it
 */
const char *
steppe_place_get_kind (SteppePlace *self)
{
  g_return_val_if_fail (STEPPE_IS_PLACE (self), NULL);

  return self->kind;
}

/**
 * steppe_place_get_geometry:
 * @self: a place
 *
 * Returns: (nullable) (transfer none): where it is
 */
SteppeGeometry *
steppe_place_get_geometry (SteppePlace *self)
{
  g_return_val_if_fail (STEPPE_IS_PLACE (self), NULL);

  return self->geometry;
}

/**
 * steppe_place_get_precision_m:
 * @self: a place
 *
 * Returns: within how many metres the geometry is right, NaN when the file does not say
 */
double
steppe_place_get_precision_m (SteppePlace *self)
{
  g_return_val_if_fail (STEPPE_IS_PLACE (self), NAN);

  return self->precision_m;
}

/**
 * steppe_place_get_timezone:
 * @self: a place
 *
 * Returns: (nullable): its IANA time zone name
 */
const char *
steppe_place_get_timezone (SteppePlace *self)
{
  g_return_val_if_fail (STEPPE_IS_PLACE (self), NULL);

  return self->timezone;
}

/**
 * steppe_place_get_zone:
 * @self: a place
 *
 * Returns: (nullable) (transfer none): its time zone; %NULL where none is given, or none that this system knows
 */
GTimeZone *
steppe_place_get_zone (SteppePlace *self)
{
  g_return_val_if_fail (STEPPE_IS_PLACE (self), NULL);

  if (g_set_str (&self->zone_name, self->timezone))
    {
      g_clear_pointer (&self->zone, g_time_zone_unref);
      self->zone = steppe_time_zone_new (self->timezone);
    }
  return self->zone;
}

/**
 * steppe_place_get_center:
 * @self: a place
 * @center: (out): where it is: its point, or the middle of its line or area
 *
 * Returns: whether that is known
 */
gboolean
steppe_place_get_center (SteppePlace *self,
                         SteppePosition *center)
{
  g_return_val_if_fail (STEPPE_IS_PLACE (self), FALSE);

  return self->geometry != NULL && steppe_geometry_get_center (self->geometry, center);
}

/**
 * steppe_place_get_names:
 * @self: a place
 *
 * Returns: (nullable) (element-type SteppePlaceName) (transfer none): other names that it has had
 */
GPtrArray *
steppe_place_get_names (SteppePlace *self)
{
  g_return_val_if_fail (STEPPE_IS_PLACE (self), NULL);

  return self->names;
}

/**
 * steppe_place_get_since:
 * @self: a place
 *
 * Returns: (nullable) (transfer none): for a historical area, from when it was so
 */
SteppeDate *
steppe_place_get_since (SteppePlace *self)
{
  g_return_val_if_fail (STEPPE_IS_PLACE (self), NULL);

  return self->since;
}

/**
 * steppe_place_get_until:
 * @self: a place
 *
 * Returns: (nullable) (transfer none): for a historical area, until when it was so
 */
SteppeDate *
steppe_place_get_until (SteppePlace *self)
{
  g_return_val_if_fail (STEPPE_IS_PLACE (self), NULL);

  return self->until;
}
