/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/steppe-event.h"

#include "model/steppe-place.h"

/**
 * SteppeEvent:
 *
 * Something that happened, or is planned or alleged.
 */
struct _SteppeEvent
{
  SteppeItem parent_instance;

  char *kind;
  SteppeDate *date;
  GStrv places;
  GPtrArray *participants;
  char *status;
  GPtrArray *related;
};

G_DEFINE_FINAL_TYPE (SteppeEvent, steppe_event, STEPPE_TYPE_ITEM)

static const SteppeField participant_fields[] = {
  { "actor", STEPPE_FIELD_REFERENCE, G_STRUCT_OFFSET (SteppeParticipant, actor), STEPPE_KIND_MASK (STEPPE_ITEM_ACTOR), NULL, STEPPE_FIELD_REQUIRED },
  { "role", STEPPE_FIELD_STRING, G_STRUCT_OFFSET (SteppeParticipant, role) },
};

static const SteppeRecordInfo participant_info = { sizeof (SteppeParticipant), participant_fields, G_N_ELEMENTS (participant_fields) };

static const SteppeField related_fields[] = {
  { "event", STEPPE_FIELD_REFERENCE, G_STRUCT_OFFSET (SteppeRelated, event), STEPPE_KIND_MASK (STEPPE_ITEM_EVENT), NULL, STEPPE_FIELD_REQUIRED },
  { "as", STEPPE_FIELD_STRING, G_STRUCT_OFFSET (SteppeRelated, as) },
};

static const SteppeRecordInfo related_info = { sizeof (SteppeRelated), related_fields, G_N_ELEMENTS (related_fields) };

static const SteppeField fields[] = {
  { "kind", STEPPE_FIELD_STRING, G_STRUCT_OFFSET (SteppeEvent, kind) },
  { "date", STEPPE_FIELD_DATE, G_STRUCT_OFFSET (SteppeEvent, date) },
  { "places", STEPPE_FIELD_REFERENCES, G_STRUCT_OFFSET (SteppeEvent, places), STEPPE_KIND_MASK (STEPPE_ITEM_PLACE) },
  { "actors", STEPPE_FIELD_RECORDS, G_STRUCT_OFFSET (SteppeEvent, participants), 0, &participant_info },
  { "status", STEPPE_FIELD_STRING, G_STRUCT_OFFSET (SteppeEvent, status) },
  { "related", STEPPE_FIELD_RECORDS, G_STRUCT_OFFSET (SteppeEvent, related), 0, &related_info },
};

static void
steppe_event_class_init (SteppeEventClass *klass)
{
  steppe_item_class_install_fields (STEPPE_ITEM_CLASS (klass), STEPPE_ITEM_EVENT, "title",
                                    fields, G_N_ELEMENTS (fields));
}

static void
steppe_event_init (SteppeEvent *self)
{
}

/**
 * steppe_participant_new:
 *
 * Returns: (transfer full): a record with absent members; free it with [func@record_free]
 */
SteppeParticipant *
steppe_participant_new (void)
{
  return steppe_record_new (&participant_info);
}

/**
 * steppe_event_get_kind:
 * @self: an event
 *
 * Returns: (nullable): what sort of event it is, as the file has it
 */
const char *
steppe_event_get_kind (SteppeEvent *self)
{
  g_return_val_if_fail (STEPPE_IS_EVENT (self), NULL);

  return self->kind;
}

/**
 * steppe_event_get_date:
 * @self: an event
 *
 * Returns: (nullable) (transfer none): when it was, %NULL when the file has no usable date
 */
SteppeDate *
steppe_event_get_date (SteppeEvent *self)
{
  g_return_val_if_fail (STEPPE_IS_EVENT (self), NULL);

  return self->date;
}

/**
 * steppe_event_is_dated:
 * @self: an event
 *
 * Whether it has a place in time. A date whose start and end are both open or unknown, such as `../..`, gives it none.
 *
 * Returns: whether its date says when it was
 */
gboolean
steppe_event_is_dated (SteppeEvent *self)
{
  g_return_val_if_fail (STEPPE_IS_EVENT (self), FALSE);

  return self->date != NULL && (steppe_date_get_earliest (self->date) != STEPPE_INSTANT_MIN ||
                                steppe_date_get_latest (self->date) != STEPPE_INSTANT_MAX);
}

/**
 * steppe_event_get_places:
 * @self: an event
 *
 * Returns: (nullable) (array zero-terminated=1) (transfer none): the ids of its places
 */
const char *const *
steppe_event_get_places (SteppeEvent *self)
{
  g_return_val_if_fail (STEPPE_IS_EVENT (self), NULL);

  return (const char *const *) self->places;
}

/**
 * steppe_event_is_placed:
 * @self: an event of @dossier
 * @dossier: the dossier
 *
 * Returns: whether it is known where any of its places is
 */
gboolean
steppe_event_is_placed (SteppeEvent *self,
                        SteppeDossier *dossier)
{
  g_return_val_if_fail (STEPPE_IS_EVENT (self) && STEPPE_IS_DOSSIER (dossier), FALSE);

  for (guint i = 0; self->places != NULL && self->places[i] != NULL; i++)
    {
      SteppeItem *place = steppe_dossier_lookup (dossier, self->places[i]);

      if (STEPPE_IS_PLACE (place) && steppe_place_get_geometry (STEPPE_PLACE (place)) != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * steppe_event_get_participants:
 * @self: an event
 *
 * Returns: (nullable) (element-type SteppeParticipant) (transfer none): the actors and their roles
 */
GPtrArray *
steppe_event_get_participants (SteppeEvent *self)
{
  g_return_val_if_fail (STEPPE_IS_EVENT (self), NULL);

  return self->participants;
}

/**
 * steppe_event_get_status_text:
 * @self: an event
 *
 * Returns: (nullable): its status as the file has it
 */
const char *
steppe_event_get_status_text (SteppeEvent *self)
{
  g_return_val_if_fail (STEPPE_IS_EVENT (self), NULL);

  return self->status;
}

/**
 * steppe_event_get_status:
 * @self: an event
 *
 * Returns: its status
 */
SteppeStatus
steppe_event_get_status (SteppeEvent *self)
{
  g_return_val_if_fail (STEPPE_IS_EVENT (self), STEPPE_STATUS_OTHER);

  return steppe_status_from_string (self->status);
}

/**
 * steppe_event_get_related:
 * @self: an event
 *
 * Returns: (nullable) (element-type SteppeRelated) (transfer none): other events, and as what they are related
 */
GPtrArray *
steppe_event_get_related (SteppeEvent *self)
{
  g_return_val_if_fail (STEPPE_IS_EVENT (self), NULL);

  return self->related;
}
