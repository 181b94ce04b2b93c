/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/steppe-journey.h"

/**
 * SteppeJourney:
 *
 * A line on the map: a flight, a railway, a planned pipeline.
 */
struct _SteppeJourney
{
  SteppeItem parent_instance;

  char *kind;
  char *status;
  char *course;
  SteppeGeometry *geometry;
  GPtrArray *legs;
};

G_DEFINE_FINAL_TYPE (SteppeJourney, steppe_journey, STEPPE_TYPE_ITEM)

static const SteppeField leg_fields[] = {
  { "from", STEPPE_FIELD_REFERENCE, G_STRUCT_OFFSET (SteppeLeg, from), STEPPE_KIND_MASK (STEPPE_ITEM_PLACE) },
  { "to", STEPPE_FIELD_REFERENCE, G_STRUCT_OFFSET (SteppeLeg, to), STEPPE_KIND_MASK (STEPPE_ITEM_PLACE) },
  { "date", STEPPE_FIELD_DATE, G_STRUCT_OFFSET (SteppeLeg, date) },
  { "certain", STEPPE_FIELD_BOOLEAN, G_STRUCT_OFFSET (SteppeLeg, certain) },
  { "status", STEPPE_FIELD_STRING, G_STRUCT_OFFSET (SteppeLeg, status) },
  { "geometry", STEPPE_FIELD_GEOMETRY, G_STRUCT_OFFSET (SteppeLeg, geometry) },
};

static void
leg_init (gpointer record)
{
  ((SteppeLeg *) record)->certain = TRUE;
}

static const SteppeRecordInfo leg_info = { sizeof (SteppeLeg), leg_fields, G_N_ELEMENTS (leg_fields), leg_init };

static const char *const courses[] = { "exact", "schematic", NULL };

static const SteppeField fields[] = {
  { "kind", STEPPE_FIELD_STRING, G_STRUCT_OFFSET (SteppeJourney, kind) },
  { "status", STEPPE_FIELD_STRING, G_STRUCT_OFFSET (SteppeJourney, status) },
  { "course", STEPPE_FIELD_STRING, G_STRUCT_OFFSET (SteppeJourney, course), .words = courses },
  { "geometry", STEPPE_FIELD_GEOMETRY, G_STRUCT_OFFSET (SteppeJourney, geometry) },
  { "legs", STEPPE_FIELD_RECORDS, G_STRUCT_OFFSET (SteppeJourney, legs), 0, &leg_info },
};

static void
steppe_journey_class_init (SteppeJourneyClass *klass)
{
  steppe_item_class_install_fields (STEPPE_ITEM_CLASS (klass), STEPPE_ITEM_JOURNEY, "name",
                                    fields, G_N_ELEMENTS (fields));
}

static void
steppe_journey_init (SteppeJourney *self)
{
}

/**
 * steppe_leg_new:
 *
 * Returns: (transfer full): a record with absent members; free it with [func@record_free]
 */
SteppeLeg *
steppe_leg_new (void)
{
  return steppe_record_new (&leg_info);
}

/**
 * steppe_journey_get_kind:
 * @self: a journey
 *
 * Returns: (nullable): what sort of journey it is, as the file has it
 */
const char *
steppe_journey_get_kind (SteppeJourney *self)
{
  g_return_val_if_fail (STEPPE_IS_JOURNEY (self), NULL);

  return self->kind;
}

/**
 * steppe_journey_get_status_text:
 * @self: a journey
 *
 * Returns: (nullable): its status as the file has it
 */
const char *
steppe_journey_get_status_text (SteppeJourney *self)
{
  g_return_val_if_fail (STEPPE_IS_JOURNEY (self), NULL);

  return self->status;
}

/**
 * steppe_journey_get_status:
 * @self: a journey
 *
 * Returns: its status
 */
SteppeStatus
steppe_journey_get_status (SteppeJourney *self)
{
  g_return_val_if_fail (STEPPE_IS_JOURNEY (self), STEPPE_STATUS_OTHER);

  return steppe_status_from_string (self->status);
}

/**
 * steppe_journey_get_geometry:
 * @self: a journey
 *
 * Returns: (nullable) (transfer none): its line, where it is not made of legs
 */
SteppeGeometry *
steppe_journey_get_geometry (SteppeJourney *self)
{
  g_return_val_if_fail (STEPPE_IS_JOURNEY (self), NULL);

  return self->geometry;
}

/**
 * steppe_journey_get_legs:
 * @self: a journey
 *
 * Returns: (nullable) (element-type SteppeLeg) (transfer none): its parts in order
 */
GPtrArray *
steppe_journey_get_legs (SteppeJourney *self)
{
  g_return_val_if_fail (STEPPE_IS_JOURNEY (self), NULL);

  return self->legs;
}

/**
 * steppe_journey_is_schematic:
 * @self: a journey
 *
 * Returns: whether its line shows only roughly how it goes: the file says so, or has no line for one of its legs, which is
 *   then drawn along the great circle
 */
gboolean
steppe_journey_is_schematic (SteppeJourney *self)
{
  g_return_val_if_fail (STEPPE_IS_JOURNEY (self), FALSE);

  if (self->course != NULL)
    return g_str_equal (self->course, "schematic");
  for (guint i = 0; self->legs != NULL && i < self->legs->len; i++)
    if (((const SteppeLeg *) g_ptr_array_index (self->legs, i))->geometry == NULL)
      return TRUE;
  return FALSE;
}
