/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "model/steppe-status.h"

#include <glib/gi18n.h>

static const struct
{
  const char *word;
  const char *label;
} statuses[] = {
  [STEPPE_STATUS_REPORTED] = { "reported", N_ ("reported") },
  [STEPPE_STATUS_CONFIRMED] = { "confirmed", N_ ("confirmed") },
  [STEPPE_STATUS_ALLEGED] = { "alleged", N_ ("alleged") },
  [STEPPE_STATUS_DISPUTED] = { "disputed", N_ ("disputed") },
  [STEPPE_STATUS_PLANNED] = { "planned", N_ ("planned") },
  [STEPPE_STATUS_CANCELLED] = { "cancelled", N_ ("cancelled") },
};

/**
 * steppe_status_from_string:
 * @text: (nullable): a status as the file has it
 *
 * Returns: the status; absent means reported
 */
SteppeStatus
steppe_status_from_string (const char *text)
{
  if (text == NULL)
    return STEPPE_STATUS_REPORTED;
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (g_str_equal (statuses[i].word, text))
      return i;
  return STEPPE_STATUS_OTHER;
}

/**
 * steppe_status_to_string:
 * @status: a status
 *
 * Returns: (nullable): the word for it in the file, %NULL for %STEPPE_STATUS_OTHER
 */
const char *
steppe_status_to_string (SteppeStatus status)
{
  return status < G_N_ELEMENTS (statuses) ? statuses[status].word : NULL;
}

/**
 * steppe_status_get_label:
 * @status: a status
 * @text: (nullable): the status as the file has it
 *
 * Returns: the word for people, in their language; @text where the status is not known
 */
const char *
steppe_status_get_label (SteppeStatus status,
                         const char *text)
{
  if (status < G_N_ELEMENTS (statuses))
    return _ (statuses[status].label);
  return text != NULL ? text : "";
}
