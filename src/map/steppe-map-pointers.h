/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "paint/steppe-map-look.h"
#include "paint/steppe-map-scene.h"

G_BEGIN_DECLS

/**
 * SteppeMapSide:
 *
 * The sides of the view.
 */
typedef enum
{
  STEPPE_MAP_SIDE_LEFT,
  STEPPE_MAP_SIDE_RIGHT,
  STEPPE_MAP_SIDE_TOP,
  STEPPE_MAP_SIDE_BOTTOM,
} SteppeMapSide;

#define STEPPE_MAP_N_SIDES (STEPPE_MAP_SIDE_BOTTOM + 1)

typedef struct _SteppeMapPointers SteppeMapPointers;

SteppeMapPointers *steppe_map_pointers_new (GtkWidget *parent);
void steppe_map_pointers_free (SteppeMapPointers *self);

void steppe_map_pointers_set_view (SteppeMapPointers *self,
                                   const SteppeMapScene *scene,
                                   const SteppeCamera *camera);
GPtrArray *steppe_map_pointers_get_events (SteppeMapPointers *self,
                                           SteppeMapSide side);
GtkWidget *steppe_map_pointers_get_widget (SteppeMapPointers *self,
                                           SteppeMapSide side);
void steppe_map_pointers_allocate (SteppeMapPointers *self,
                                   const GtkAllocation *area,
                                   const GtkAllocation *corners,
                                   guint n_corners,
                                   GArray *markers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SteppeMapPointers, steppe_map_pointers_free)

G_END_DECLS
