/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/steppe-item.h"
#include "time/steppe-date.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_SOURCE (steppe_source_get_type ())
G_DECLARE_FINAL_TYPE (SteppeSource, steppe_source, STEPPE, SOURCE, SteppeItem)

SteppeText *steppe_source_get_publisher (SteppeSource *self);
SteppeDate *steppe_source_get_date (SteppeSource *self);
const char *steppe_source_get_url (SteppeSource *self);
SteppeDate *steppe_source_get_accessed (SteppeSource *self);
const char *steppe_source_get_archive (SteppeSource *self);

G_END_DECLS
