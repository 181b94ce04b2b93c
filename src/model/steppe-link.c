/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/steppe-link.h"

/**
 * steppe_link_dup_host:
 * @uri: (nullable): what a file gives as a link
 *
 * Tells links that may be opened from text: only http and https with a host are links. A host
 * with letters beyond ASCII is given in its ASCII form (`xn--…`), which no look-alike can imitate.
 *
 * Returns: (transfer full) (nullable): the host to show before @uri is opened, %NULL where it is
 *   no link
 */
char *
steppe_link_dup_host (const char *uri)
{
  g_autoptr (GUri) parsed = NULL;
  const char *host;

  if (uri == NULL)
    return NULL;
  parsed = g_uri_parse (uri, G_URI_FLAGS_NONE, NULL);
  if (parsed == NULL)
    return NULL;
  if (!g_str_equal (g_uri_get_scheme (parsed), "http") && !g_str_equal (g_uri_get_scheme (parsed), "https"))
    return NULL;
  host = g_uri_get_host (parsed);
  if (host == NULL || *host == '\0')
    return NULL;
  return g_hostname_is_non_ascii (host) ? g_hostname_to_ascii (host) : g_strdup (host);
}
