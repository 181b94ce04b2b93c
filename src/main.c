/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include <locale.h>

#include "app/steppe-application.h"
#include "sheets/steppe-language.h"

int
main (int argc,
      char **argv)
{
  g_autoptr (SteppeApplication) application = NULL;

  setlocale (LC_ALL, "");
  steppe_language_init (STEPPE_LOCALEDIR);

  application = steppe_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
