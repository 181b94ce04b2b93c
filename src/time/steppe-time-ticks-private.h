/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "time/steppe-time-ticks.h"

G_BEGIN_DECLS

struct _SteppeTimeTicks
{
  gatomicrefcount ref_count;
  GArray *ticks; /* of SteppeTick */
  GArray *contexts; /* of SteppeTickContext */
  double end; /* up to which labels may reach */
  double spacing; /* between contexts */
};

G_END_DECLS
