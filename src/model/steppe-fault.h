/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define STEPPE_TYPE_FAULT (steppe_fault_get_type ())
G_DECLARE_FINAL_TYPE (SteppeFault, steppe_fault, STEPPE, FAULT, GObject)

SteppeFault *steppe_fault_new (const char *pointer,
                               const char *message);
const char *steppe_fault_get_pointer (SteppeFault *self);
const char *steppe_fault_get_message (SteppeFault *self);

G_END_DECLS
