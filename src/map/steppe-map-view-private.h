/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/steppe-geodesy.h"
#include "map/steppe-map-controls.h"
#include "map/steppe-map-lines.h"
#include "map/steppe-map-motion.h"
#include "map/steppe-map-pictures.h"
#include "map/steppe-map-tiles.h"
#include "map/steppe-map-view.h"
#include "paint/steppe-map-history.h"
#include "paint/steppe-map-journeys.h"
#include "paint/steppe-map-labels.h"
#include "paint/steppe-map-markers.h"
#include "paint/steppe-map-relations.h"
#include "widgets/steppe-event-popover.h"
#include "widgets/steppe-hover-card.h"
#include "widgets/steppe-mark-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

struct _SteppeMapView
{
  GtkWidget parent_instance;

  SteppeFocus *focus;
  GSignalGroup *focus_signals;

  /* What there is to show; NULL without a dossier. */
  SteppeMapScene *scene;
  SteppeProjection projection; /* that the map stands in */
  SteppeBasemap *basemap; /* NULL if it cannot be read */
  /* Of what is selected or hovered: */
  GArray *lit; /* guint: spots whose markers are to stand out */
  const SteppeLeg *leg; /* that was chosen of the selected journey */
  GArray *lit_points; /* SteppePoint: places without a marker of their own */

  /* How. */
  SteppeMapLook look;
  SteppeMapStyle *style;
  PangoFontDescription *font;
  SteppeCamera camera;
  gboolean at_home; /* follow changes of size with the first view of the dossier */

  /* Layers. */
  SteppeMapTiles *tiles;
  SteppeMapHistory *history;
  SteppeMapLines *lines;
  SteppeMapPictures *pictures;
  SteppeMapRelations *relations;
  SteppeMapLabels *labels;
  SteppeMapMarkers *markers;
  SteppeMapControls *controls;
  GtkWidget *popover;
  SteppeHoverCard *card;
  GtkWidget *menu;
  SteppePoint menu_point; /* metres: where it was opened */

  SteppeMarkList *marks;
  GHashTable *marked; /* SteppeMark → SteppeCluster, or NULL for a journey */
  SteppeItem *to_show; /* once there is room to show it in */
  SteppeItem *come_back; /* the event whose mark gets the attention after a flight */

  /* Going elsewhere and back. */
  SteppeCamera region_camera; /* where the region was left */
  GskRenderNode *faded; /* what the view showed before, while it fades; NULL at other times */
  AdwAnimation *fade;

  SteppeMapMotion *motion;
  guint rest_timeout;
  guint rebuild_idle;

  /* Gestures. */
  GtkGesture *drag;
  double held_x, held_y; /* metres: what is under the pointer that drags or pinches */
  double press_x, press_y;
  gboolean dragged; /* further than a press may wander */
  double pinch_scale; /* of the camera when the pinch began */
  double pointer_x, pointer_y;
};

void _steppe_map_view_set_camera (SteppeMapView *self,
                                  const SteppeCamera *camera,
                                  gboolean moving);
gboolean _steppe_map_view_has_size (SteppeMapView *self);
void _steppe_map_view_set_scene (SteppeMapView *self,
                                 SteppeMapScene *scene);
void _steppe_map_view_snapshot_map (SteppeMapView *self,
                                    GtkSnapshot *snapshot);

/* steppe-map-travel.c */
void _steppe_map_view_get_home (SteppeMapView *self,
                                SteppeCamera *camera);
void _steppe_map_view_go_home (SteppeMapView *self);
void _steppe_map_view_fly_to_box (SteppeMapView *self,
                                  const SteppeBox *box,
                                  double most_scale);
void _steppe_map_view_show_passage (SteppeMapView *self);
void _steppe_map_view_get_selection_box (SteppeMapView *self,
                                         SteppeBox *box);
void _steppe_map_view_get_span_box (SteppeMapView *self,
                                    SteppeBox *box);
void _steppe_map_view_fit (SteppeMapView *self,
                           const SteppeBox *box);
void _steppe_map_view_open_cluster (SteppeMapView *self,
                                    const SteppeMapMarker *marker,
                                    gboolean by_keyboard);
void _steppe_map_view_show_selected (SteppeMapView *self);
void _steppe_map_view_show_waiting (SteppeMapView *self);

/* steppe-map-card.c */
void _steppe_map_view_hover_card (SteppeMapView *self,
                                  const SteppeMapMarker *marker);
void _steppe_map_view_place_card (SteppeMapView *self,
                                  gboolean moving);
void _steppe_map_view_show_focused_card (SteppeMapView *self);

/* steppe-map-elsewhere.c */
void _steppe_map_view_set_projection (SteppeMapView *self,
                                      const SteppeProjection *projection);
gboolean _steppe_map_view_go_where (SteppeMapView *self,
                                    SteppeItem *item);
void _steppe_map_view_snapshot_fade (SteppeMapView *self,
                                     GtkSnapshot *snapshot);
void _steppe_map_view_drop_fade (SteppeMapView *self);

/* steppe-map-lit.c */
void _steppe_map_view_update_lit (SteppeMapView *self);
void _steppe_map_view_extend_by_lit (SteppeMapView *self,
                                     SteppeItem *selected,
                                     SteppeBox *box);
void _steppe_map_view_snapshot_lit (SteppeMapView *self,
                                    GtkSnapshot *snapshot);

/* steppe-map-legs.c */
const SteppeMapTrack *_steppe_map_view_pick_line (SteppeMapView *self,
                                                  double x,
                                                  double y);
void _steppe_map_view_select_line (SteppeMapView *self,
                                   SteppeItem *item,
                                   const SteppeLeg *leg);

/* steppe-map-gestures.c */
void _steppe_map_view_add_gestures (SteppeMapView *self);

/* steppe-map-actions.c */
void _steppe_map_view_class_install_actions (GtkWidgetClass *widget_class);
void _steppe_map_view_update_actions (SteppeMapView *self);
void _steppe_map_view_show_list (SteppeMapView *self,
                                 const char *title,
                                 GPtrArray *events,
                                 const graphene_rect_t *area,
                                 GtkPositionType position);

/* steppe-map-menu.c */
void _steppe_map_view_class_install_menu (GtkWidgetClass *widget_class);
void _steppe_map_view_add_menu (SteppeMapView *self);

/* steppe-map-marks.c */
void _steppe_map_view_update_marks (SteppeMapView *self);
void _steppe_map_view_clear_marks (SteppeMapView *self);
gboolean _steppe_map_view_activate_mark (SteppeMapView *self);
gboolean _steppe_map_view_move_focus (SteppeMapView *self,
                                      GtkDirectionType direction);

G_END_DECLS
