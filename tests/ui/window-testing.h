/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "steppe-config.h"

#include "testing.h"

#include "app/steppe-window.h"

G_BEGIN_DECLS

/* What tests of whole windows share. */

#define SAMPLE "resource://" STEPPE_RESOURCE_BASE "/dossiers/mongolia-2024.dossier"

static inline gboolean
is_named (GtkWidget *widget,
          gconstpointer type_name)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), type_name);
}

static inline GtkWidget *
find_named (GtkWidget *widget,
            const char *type_name)
{
  return find_widget (widget, is_named, type_name);
}

static inline const char *
shown_page (SteppeWindow *window)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (find_named (GTK_WIDGET (window), "GtkStack")));
}

static inline void
wait_while_on_page (SteppeWindow *window,
                    const char *page)
{
  while (g_str_equal (shown_page (window), page))
    g_main_context_iteration (NULL, TRUE);
}

static inline void
wait_for_layout (void)
{
  wait_milliseconds (300);
}

static inline SteppeWindow *
open_window (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  SteppeWindow *window = steppe_window_new (NULL);

  gtk_window_present (GTK_WINDOW (window));
  steppe_window_open (window, file);
  wait_while_on_page (window, "loading");
  return window;
}

G_END_DECLS
