/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SteppeStatus:
 * @STEPPE_STATUS_OTHER: a status that Steppe does not know, shown as it is written
 *
 * What is known of an event or a journey; drawn the same way in every pane and in print.
 */
typedef enum
{
  STEPPE_STATUS_REPORTED,
  STEPPE_STATUS_CONFIRMED,
  STEPPE_STATUS_ALLEGED,
  STEPPE_STATUS_DISPUTED,
  STEPPE_STATUS_PLANNED,
  STEPPE_STATUS_CANCELLED,
  STEPPE_STATUS_OTHER,
} SteppeStatus;

SteppeStatus steppe_status_from_string (const char *text);
const char *steppe_status_to_string (SteppeStatus status);
const char *steppe_status_get_label (SteppeStatus status,
                                     const char *text);

G_END_DECLS
