/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "app/steppe-faults-dialog.h"

/**
 * SteppeFaultsDialog:
 *
 * Lists what of a dossier could not be read, where it is in the file and what was expected.
 */
struct _SteppeFaultsDialog
{
  AdwDialog parent_instance;

  GtkListView *list_view;
  GListModel *faults;
};

G_DEFINE_FINAL_TYPE (SteppeFaultsDialog, steppe_faults_dialog, ADW_TYPE_DIALOG)

static void
copy_cb (SteppeFaultsDialog *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (self->faults); i++)
    {
      g_autoptr (SteppeFault) fault = g_list_model_get_item (self->faults, i);

      g_string_append_printf (text, "%s: %s\n", steppe_fault_get_pointer (fault), steppe_fault_get_message (fault));
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
}

static void
help_cb (SteppeFaultsDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.help-about", "s", "write");
}

static void
steppe_faults_dialog_dispose (GObject *object)
{
  SteppeFaultsDialog *self = STEPPE_FAULTS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), STEPPE_TYPE_FAULTS_DIALOG);
  g_clear_object (&self->faults);

  G_OBJECT_CLASS (steppe_faults_dialog_parent_class)->dispose (object);
}

static void
steppe_faults_dialog_class_init (SteppeFaultsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steppe_faults_dialog_dispose;

  g_type_ensure (STEPPE_TYPE_FAULT);
  gtk_widget_class_set_template_from_resource (widget_class, STEPPE_RESOURCE_BASE "/steppe-faults-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SteppeFaultsDialog, list_view);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, help_cb);
}

static void
steppe_faults_dialog_init (SteppeFaultsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * steppe_faults_dialog_new:
 * @dossier: a dossier with faults
 *
 * Returns: (transfer none): a dialog that lists them
 */
AdwDialog *
steppe_faults_dialog_new (SteppeDossier *dossier)
{
  SteppeFaultsDialog *self = g_object_new (STEPPE_TYPE_FAULTS_DIALOG, NULL);

  self->faults = g_object_ref (steppe_dossier_get_faults (dossier));
  gtk_list_view_set_model (self->list_view,
                           GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (self->faults))));
  return ADW_DIALOG (self);
}
