/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GVariant *steppe_reading_state_load (GFile *dossier);
void steppe_reading_state_save (GFile *dossier,
                                GVariant *state);
void steppe_reading_state_forget_all (void);

G_END_DECLS
