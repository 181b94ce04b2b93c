/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SteppeShortcut:
 * @accelerators: keys that do it, as GTK writes them, with spaces between
 * @description: what they do, to be translated
 */
typedef struct
{
  const char *accelerators;
  const char *description;
} SteppeShortcut;

/**
 * SteppeShortcutGroup:
 * @title: where or for what, to be translated
 * @shortcuts: (array length=n_shortcuts): the keys
 * @n_shortcuts: how many
 */
typedef struct
{
  const char *title;
  const SteppeShortcut *shortcuts;
  guint n_shortcuts;
} SteppeShortcutGroup;

const SteppeShortcutGroup *steppe_shortcuts_get_groups (guint *n_groups);
char *steppe_shortcut_dup_label (const char *accelerator) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
