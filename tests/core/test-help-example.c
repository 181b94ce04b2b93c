/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include <string.h>

#include "formats/steppe-dossier-reader.h"
#include "model/steppe-dossier.h"
#include "paint/steppe-sample.h"

static SteppeDossier *
read_example (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("resource://" STEPPE_RESOURCE_BASE "/help/example.dossier");
  g_autoptr (GError) error = NULL;
  SteppeDossier *dossier = steppe_dossier_read (file, NULL, &error);

  g_assert_no_error (error);
  return dossier;
}

/* Whoever starts from the example starts without a fault. */
static void
test_no_faults (void)
{
  g_autoptr (SteppeDossier) dossier = read_example ();
  GListModel *faults = steppe_dossier_get_faults (dossier);

  for (guint i = 0; i < g_list_model_get_n_items (faults); i++)
    {
      g_autoptr (SteppeFault) fault = g_list_model_get_item (faults, i);

      g_test_message ("%s: %s", steppe_fault_get_pointer (fault), steppe_fault_get_message (fault));
    }
  g_assert_cmpuint (g_list_model_get_n_items (faults), ==, 0);
}

/* The example shows how each kind of item is written. */
static void
test_every_kind (void)
{
  g_autoptr (SteppeDossier) dossier = read_example ();

  for (SteppeItemKind kind = 0; kind < STEPPE_N_ITEM_KINDS; kind++)
    g_assert_cmpuint (g_list_model_get_n_items (steppe_dossier_get_items (dossier, kind)), >, 0);
}

static void
test_sample_names (void)
{
  static const char *const known[] = { "sign:visit", "status:planned", "bar:moment", "map:badge", "line:railway" };
  static const char *const unknown[] = { "", "visit", "status:", "status:unheard-of", "bar:x", "map:", "line:sign", "signs:visit" };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    g_assert_true (steppe_sample_exists (known[i]));
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_false (steppe_sample_exists (unknown[i]));
}

/* Paints a sign into a picture of its own. */
static cairo_surface_t *
paint (const char *name)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 100, 40);
  cairo_t *cr = cairo_create (surface);
  PangoFontDescription *font = pango_font_description_from_string ("Sans");
  const SteppeMapLook look = {
    .scheme = STEPPE_SCHEME_LIGHT,
    .accent = { 0, 0, 1, 1 },
    .ground = { 1, 1, 1, 1 },
    .ink = { 0, 0, 0, 1 },
    .font = font,
    .em = 16,
    .device_scale = 1,
  };

  steppe_sample_paint (cr, name, &look, FALSE, 4, 20);
  cairo_destroy (cr);
  pango_font_description_free (font);
  cairo_surface_flush (surface);
  return surface;
}

/* Whoever looks a sign up must be able to tell it from every other. */
static void
test_samples_differ (void)
{
  static const char *const names[] = {
    "status:confirmed", "status:reported", "status:alleged", "status:disputed", "status:planned", "status:cancelled",
    "bar:lasting", "bar:fading", "bar:open", "bar:moment", "bar:one-of", "bar:all-of", "bar:approximate", "bar:uncertain",
    "map:badge", "map:halo", "map:faded", "map:selected", "line:certain", "line:uncertain", "line:railway", "line:pipeline"
  };
  cairo_surface_t *pictures[G_N_ELEMENTS (names)];
  cairo_surface_t *empty = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 100, 40);
  gsize size = 40 * (gsize) cairo_image_surface_get_stride (empty);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      pictures[i] = paint (names[i]);
      g_assert_cmpint (memcmp (cairo_image_surface_get_data (pictures[i]), cairo_image_surface_get_data (empty), size), !=, 0);
      for (guint j = 0; j < i; j++)
        g_assert_cmpint (memcmp (cairo_image_surface_get_data (pictures[i]), cairo_image_surface_get_data (pictures[j]), size), !=, 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    cairo_surface_destroy (pictures[i]);
  cairo_surface_destroy (empty);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/help/example/no-faults", test_no_faults);
  g_test_add_func ("/help/example/every-kind", test_every_kind);
  g_test_add_func ("/help/samples/names", test_sample_names);
  g_test_add_func ("/help/samples/differ", test_samples_differ);
  return g_test_run ();
}
