/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/steppe-marked-label.h"

#include "model/steppe-fold.h"

/**
 * steppe_label_mark_words:
 * @label: a label of plain text
 * @words: (array zero-terminated=1): folded words
 *
 * Makes @words stand out in its text, in place of what stood out before.
 */
void
steppe_label_mark_words (GtkLabel *label,
                         const char *const *words)
{
  g_autoptr (GArray) ranges = steppe_fold_find (gtk_label_get_text (label), words);
  PangoAttrList *attributes = pango_attr_list_new ();

  for (guint i = 0; i < ranges->len; i++)
    {
      const SteppeTextRange *range = &g_array_index (ranges, SteppeTextRange, i);
      PangoAttribute *made[] = { pango_attr_weight_new (PANGO_WEIGHT_BOLD), pango_attr_underline_new (PANGO_UNDERLINE_SINGLE) };

      for (guint k = 0; k < G_N_ELEMENTS (made); k++)
        {
          made[k]->start_index = (guint) range->start;
          made[k]->end_index = (guint) range->end;
          pango_attr_list_insert (attributes, made[k]);
        }
    }
  gtk_label_set_attributes (label, attributes);
  pango_attr_list_unref (attributes);
}
