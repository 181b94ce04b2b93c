/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/steppe-item-icon.h"

/**
 * steppe_item_kind_get_icon_name:
 * @kind: a kind of item
 *
 * Returns: the name of the icon that stands for items of that kind
 */
const char *
steppe_item_kind_get_icon_name (SteppeItemKind kind)
{
  static const char *const names[STEPPE_N_ITEM_KINDS] = {
    [STEPPE_ITEM_EVENT] = "steppe-timeline-symbolic",
    [STEPPE_ITEM_PLACE] = "mark-location-symbolic",
    [STEPPE_ITEM_ACTOR] = "avatar-default-symbolic",
    [STEPPE_ITEM_STATEMENT] = "steppe-statement-symbolic",
    [STEPPE_ITEM_RELATION] = "steppe-relation-symbolic",
    [STEPPE_ITEM_JOURNEY] = "steppe-journey-symbolic",
    [STEPPE_ITEM_SOURCE] = "steppe-source-symbolic",
    [STEPPE_ITEM_NARRATIVE] = "steppe-read-symbolic",
  };

  g_return_val_if_fail (kind < STEPPE_N_ITEM_KINDS, NULL);

  return names[kind];
}
