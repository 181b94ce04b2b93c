/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paint/steppe-map-markers.h"

G_BEGIN_DECLS

char *steppe_map_words_describe_marker (const SteppeMapScene *scene,
                                        const SteppeMapMarker *marker);
char *steppe_map_words_describe_line (SteppeDossier *dossier,
                                      SteppeItem *item);
char *steppe_map_words_name_line (SteppeDossier *dossier,
                                  SteppeItem *item);
char *steppe_map_words_mark_up_line (SteppeDossier *dossier,
                                     const SteppeMapTrack *track);
char *steppe_map_words_mark_up_badge (const SteppeMapScene *scene,
                                      const SteppeMapMarker *badge);
const char *steppe_map_words_get_place_name (const SteppeMapScene *scene,
                                             const SteppeMapMarker *marker);
char *steppe_map_words_describe_group (SteppeDossier *dossier,
                                       const SteppeMapGroup *group);
char *steppe_map_words_offer_group (SteppeDossier *dossier,
                                    const SteppeMapGroup *group);
char *steppe_map_words_describe_position (double longitude,
                                          double latitude,
                                          double precision);

G_END_DECLS
