/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "sheets/steppe-paper.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#define POINTS_PER_MM (72 / 25.4)

#ifdef LC_PAPER
#define PAPER_CATEGORY LC_PAPER
#else
#define PAPER_CATEGORY LC_MESSAGES
#endif

/* The names of what there is, and what each is. Lengths are millimetres. */
static const char *const names[] = { "A4", "A5", "Letter", NULL };

static const struct
{
  double width;
  double height;
  double margin;
} sizes[] = {
  { 210, 297, 18 }, /* ISO 216 */
  { 148, 210, 14 }, /* ISO 216 */
  { 215.9, 279.4, 18 }, /* ANSI/ASME Y14.1 */
};

/* Where paper is Letter (CLDR, supplemental data, paperSize “US-Letter”; UTS #35, part 6). */
static const char *const letter_territories[] = { "BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI",
                                                  "PA", "PH", "PR", "SV", "US", "VE", NULL };

/* The index of a name, -1 for none. */
static int
find (const char *name)
{
  for (int i = 0; names[i] != NULL; i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      return i;
  return -1;
}

/**
 * steppe_paper_from_name:
 * @paper: (out): where to put the paper; left alone where there is none of that name
 * @name: one of [func@paper_get_names], in any case
 * @landscape: whether pages are wider than high
 *
 * Gives paper with margins that suit its size.
 *
 * Returns: whether there is such paper
 */
gboolean
steppe_paper_from_name (SteppePaper *paper,
                        const char *name,
                        gboolean landscape)
{
  int found;
  double width, height, margin;

  g_return_val_if_fail (paper != NULL && name != NULL, FALSE);

  found = find (name);
  if (found < 0)
    return FALSE;

  width = sizes[found].width * POINTS_PER_MM;
  height = sizes[found].height * POINTS_PER_MM;
  margin = sizes[found].margin * POINTS_PER_MM;
  *paper = (SteppePaper) { landscape ? height : width, landscape ? width : height, margin, margin, margin, margin };
  return TRUE;
}

/**
 * steppe_paper_get_default_name:
 *
 * Returns: (transfer none): the name of the paper that is usual in the country of the locale, A4 where the locale has none
 */
const char *
steppe_paper_get_default_name (void)
{
  const char *locale = setlocale (PAPER_CATEGORY, NULL);
  const char *territory = locale != NULL ? strchr (locale, '_') : NULL;

  if (territory != NULL)
    {
      g_autofree char *code = g_strndup (territory + 1, strcspn (territory + 1, ".@"));

      if (g_strv_contains (letter_territories, code))
        return "Letter";
    }
  return "A4";
}

/**
 * steppe_paper_get_names:
 *
 * Returns: (array zero-terminated=1) (transfer none): the names of the papers that there are, for settings and the
 *   command line
 */
const char *const *
steppe_paper_get_names (void)
{
  return names;
}

/**
 * steppe_paper_get_label:
 * @name: one of [func@paper_get_names]
 *
 * Returns: (transfer none): its name to be read, translated
 */
const char *
steppe_paper_get_label (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  if (g_ascii_strcasecmp (name, "Letter") == 0)
    /* Translators: a size of paper, 8½ × 11 inches */
    return C_ ("paper", "US Letter");
  return find (name) >= 0 ? names[find (name)] : name;
}
