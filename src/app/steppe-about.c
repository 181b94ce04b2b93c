/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "app/steppe-about.h"

#include <glib/gi18n.h>

/* Where the base map comes from; data/basemap/README.md tells it at length. */
static const struct
{
  const char *title;
  const char *copyright;
  GtkLicense license;
  const char *text;
} map_sources[] = {
  { N_ ("Map: Countries and Borders"), "QGIS, Natural Earth", GTK_LICENSE_GPL_2_0, NULL },
  { N_ ("Map: Rivers and Lakes"), "GSHHG (Wessel and Smith), Natural Earth", GTK_LICENSE_LGPL_3_0, NULL },
  { N_ ("Map: Towns"), "GeoNames", GTK_LICENSE_CUSTOM,
    N_ ("Names and positions of towns, and of the stations of railways, are from GeoNames (geonames.org), under the Creative Commons Attribution 4.0 licence (creativecommons.org/licenses/by/4.0). Some were left out or corrected.") },
  { N_ ("Map: Names of Countries"), "© 2004–2026 Unicode, Inc.", GTK_LICENSE_CUSTOM,
    N_ ("Names of countries are from the Unicode Common Locale Data Repository, under the Unicode License v3.") },
};

/**
 * steppe_about_dialog_new:
 *
 * Returns: (transfer floating): a dialog about the program, its authors and its data
 */
AdwDialog *
steppe_about_dialog_new (void)
{
  AdwAboutDialog *dialog = ADW_ABOUT_DIALOG (adw_about_dialog_new ());
  const char *const developers[] = { _ ("The Steppe authors"), NULL };

  adw_about_dialog_set_application_name (dialog, _ ("Steppe"));
  adw_about_dialog_set_application_icon (dialog, STEPPE_APP_ID);
  adw_about_dialog_set_version (dialog, STEPPE_VERSION);
  adw_about_dialog_set_developer_name (dialog, developers[0]);
  adw_about_dialog_set_developers (dialog, (const char **) developers);
  adw_about_dialog_set_comments (dialog, _ ("Read stories that happen in places and time: on a map, on a timeline and as a text, all following each other."));
  adw_about_dialog_set_license_type (dialog, GTK_LICENSE_GPL_3_0);
  adw_about_dialog_set_copyright (dialog, _ ("© 2026 The Steppe authors"));
  /* Translators: put your own name here, it is shown in the credits */
  adw_about_dialog_set_translator_credits (dialog, _ ("translator-credits"));
  for (guint i = 0; i < G_N_ELEMENTS (map_sources); i++)
    adw_about_dialog_add_legal_section (dialog, g_dgettext (GETTEXT_PACKAGE, map_sources[i].title),
                                        map_sources[i].copyright, map_sources[i].license,
                                        map_sources[i].text != NULL ? g_dgettext (GETTEXT_PACKAGE, map_sources[i].text) : NULL);
  return ADW_DIALOG (dialog);
}
