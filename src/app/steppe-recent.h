/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/steppe-dossier.h"

G_BEGIN_DECLS

/* Of the pictures of recent dossiers, in pixels. */
#define STEPPE_RECENT_PICTURE_WIDTH 96
#define STEPPE_RECENT_PICTURE_HEIGHT 60

void steppe_recent_add (GFile *file,
                        SteppeDossier *dossier);
GdkTexture *steppe_recent_load_picture (GFile *file);
void steppe_recent_forget_all (void);

G_END_DECLS
