/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/steppe-dossier.h"

G_BEGIN_DECLS

#define STEPPE_TYPE_FAULTS_DIALOG (steppe_faults_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SteppeFaultsDialog, steppe_faults_dialog, STEPPE, FAULTS_DIALOG, AdwDialog)

AdwDialog *steppe_faults_dialog_new (SteppeDossier *dossier);

G_END_DECLS
