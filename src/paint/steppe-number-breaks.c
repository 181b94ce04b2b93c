/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-number-breaks.h"

#include <string.h>

#define EN_DASH "\342\200\223"

/**
 * steppe_number_breaks_forbid:
 * @attributes: those of the text
 * @text: words with runs of numbers, as of steppe_number_runs_dup()
 * @start: where the numbers begin, bytes
 *
 * Keeps the two ends of each run, such as “31–33”, on one line.
 */
void
steppe_number_breaks_forbid (PangoAttrList *attributes,
                             const char *text,
                             guint start)
{
  for (const char *dash = strstr (text + start, EN_DASH); dash != NULL; dash = strstr (dash + strlen (EN_DASH), EN_DASH))
    {
      PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);

      attribute->start_index = (guint) (dash - text);
      attribute->end_index = attribute->start_index + (guint) strlen (EN_DASH) + 1;
      pango_attr_list_insert (attributes, attribute);
    }
}
