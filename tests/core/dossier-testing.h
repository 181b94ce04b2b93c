/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/steppe-dossier-reader.h"

G_BEGIN_DECLS

/* Reads the members of a dossier, such as "'events': []", with ' for ". */
static inline SteppeDossier *
read_members (const char *members)
{
  g_autofree char *text = g_strconcat ("{'format': 'steppe-dossier', 'version': 1", *members != '\0' ? ", " : "", members, "}", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  SteppeDossier *dossier;

  g_strdelimit (text, "'", '"');
  bytes = g_bytes_new (text, strlen (text));
  dossier = steppe_dossier_read_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  return dossier;
}

/* The pointers of all faults, with spaces between them. */
static inline char *
list_faults (SteppeDossier *dossier)
{
  GListModel *faults = steppe_dossier_get_faults (dossier);
  GString *pointers = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (faults); i++)
    {
      g_autoptr (SteppeFault) fault = g_list_model_get_item (faults, i);

      g_assert_cmpstr (steppe_fault_get_message (fault), !=, "");
      g_string_append_printf (pointers, "%s%s", i > 0 ? " " : "", steppe_fault_get_pointer (fault));
    }
  return g_string_free_and_steal (pointers);
}

/* Which field of an item has a name. */
static inline guint
find_item_field (SteppeItem *item,
                 const char *member)
{
  guint n_fields;
  const SteppeField *fields = steppe_item_get_fields (item, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].member, member))
      return i;
  g_assert_not_reached ();
}

static inline guint
count_items (SteppeDossier *dossier,
             SteppeItemKind kind)
{
  return g_list_model_get_n_items (steppe_dossier_get_items (dossier, kind));
}

G_END_DECLS
