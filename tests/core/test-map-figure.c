/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dossier-testing.h"
#include "paint/steppe-map-figure.h"

int
main (int argc,
      char **argv)
{
  return 0;
}
