/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/steppe-sign-cache.h"

#include <math.h>

static void
test_same (void)
{
  g_autoptr (SteppeSignCache) cache = steppe_sign_cache_new ();
  GdkTexture *sign = steppe_sign_cache_get (cache, "visit", STEPPE_STATUS_PLANNED, STEPPE_SCHEME_LIGHT, 16, 2);

  g_assert_cmpint (gdk_texture_get_width (sign), ==, 32);
  g_assert_cmpint (gdk_texture_get_height (sign), ==, 32);
  g_assert_true (steppe_sign_cache_get (cache, "visit", STEPPE_STATUS_PLANNED, STEPPE_SCHEME_LIGHT, 16, 2) == sign);
  g_assert_true (steppe_sign_cache_get (cache, "legal", STEPPE_STATUS_PLANNED, STEPPE_SCHEME_LIGHT, 16, 2) != sign);
  g_assert_true (steppe_sign_cache_get (cache, NULL, STEPPE_STATUS_PLANNED, STEPPE_SCHEME_LIGHT, 16, 2) != sign);
  g_assert_true (steppe_sign_cache_get (cache, "visit", STEPPE_STATUS_REPORTED, STEPPE_SCHEME_LIGHT, 16, 2) != sign);
  g_assert_true (steppe_sign_cache_get (cache, "visit", STEPPE_STATUS_PLANNED, STEPPE_SCHEME_DARK, 16, 2) != sign);
  g_assert_true (steppe_sign_cache_get (cache, "visit", STEPPE_STATUS_PLANNED, STEPPE_SCHEME_LIGHT, 16, 1) != sign);
}

/* The mark beside a sign is as wide as the painter says, and another picture than the sign. */
static void
test_qualifier (void)
{
  g_autoptr (SteppeSignCache) cache = steppe_sign_cache_new ();

  for (guint qualifier = STEPPE_QUALIFIER_UNCERTAIN; qualifier <= (STEPPE_QUALIFIER_UNCERTAIN | STEPPE_QUALIFIER_APPROXIMATE); qualifier++)
    {
      GdkTexture *mark = steppe_sign_cache_get_qualifier (cache, "visit", qualifier, STEPPE_SCHEME_LIGHT, 16, 2);

      g_assert_cmpint (gdk_texture_get_width (mark), ==, (int) ceil (steppe_sign_get_qualifier_width (qualifier, 32)));
      g_assert_cmpint (gdk_texture_get_height (mark), ==, 32);
      g_assert_true (steppe_sign_cache_get_qualifier (cache, "visit", qualifier, STEPPE_SCHEME_LIGHT, 16, 2) == mark);
      g_assert_true (steppe_sign_cache_get_qualifier (cache, "legal", qualifier, STEPPE_SCHEME_LIGHT, 16, 2) != mark);
      g_assert_true (steppe_sign_cache_get (cache, "visit", STEPPE_STATUS_OTHER, STEPPE_SCHEME_LIGHT, 16, 2) != mark);
    }
}

/* No kind that has a sign of its own is so long: all that begin like these look alike. */
static void
test_long_kinds (void)
{
  g_autoptr (SteppeSignCache) cache = steppe_sign_cache_new ();
  g_autofree char *kind = g_strnfill (1000, 'k');
  g_autofree char *other = g_strconcat (kind, "x", NULL);
  GdkTexture *sign = steppe_sign_cache_get (cache, kind, STEPPE_STATUS_REPORTED, STEPPE_SCHEME_LIGHT, 16, 1);

  g_assert_true (steppe_sign_cache_get (cache, other, STEPPE_STATUS_REPORTED, STEPPE_SCHEME_LIGHT, 16, 1) == sign);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sign-cache/same", test_same);
  g_test_add_func ("/sign-cache/qualifier", test_qualifier);
  g_test_add_func ("/sign-cache/long-kinds", test_long_kinds);
  return g_test_run ();
}
