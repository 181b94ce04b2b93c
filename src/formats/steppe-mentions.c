/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "formats/steppe-mentions-private.h"

#include <cmark.h>
#include <string.h>

/* Calls @func with the target of each link to `#id` in a text, in the order of the text. */
void
_steppe_foreach_mention (const char *commonmark,
                         SteppeMentionFunc func,
                         gpointer user_data)
{
  cmark_node *document = cmark_parse_document (commonmark, strlen (commonmark), CMARK_OPT_DEFAULT);
  cmark_iter *iter = cmark_iter_new (document);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);
      const char *url;

      if (event != CMARK_EVENT_ENTER || cmark_node_get_type (node) != CMARK_NODE_LINK)
        continue;
      url = cmark_node_get_url (node);
      if (url[0] == '#' && url[1] != '\0')
        func (url + 1, user_data);
    }
  cmark_iter_free (iter);
  cmark_node_free (document);
}
