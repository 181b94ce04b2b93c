/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "app/steppe-preferences-dialog.h"

#include <math.h>

/**
 * SteppePreferencesDialog:
 *
 * How the text is set, and what Steppe does by itself. Everything takes effect at once.
 */
#define STEPPE_TYPE_PREFERENCES_DIALOG (steppe_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SteppePreferencesDialog, steppe_preferences_dialog, STEPPE, PREFERENCES_DIALOG, AdwPreferencesDialog)

struct _SteppePreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  GSettings *settings;
  AdwToggleGroup *font_group;
  GtkWidget *size_row;
  GtkWidget *spacing_row;
  GtkWidget *width_row;
  GtkWidget *marks_row;
  GtkWidget *follow_row;
  GtkWidget *session_row;
};

G_DEFINE_FINAL_TYPE (SteppePreferencesDialog, steppe_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static gboolean
scale_to_percent (GValue *value,
                  GVariant *variant,
                  gpointer user_data)
{
  g_value_set_double (value, round (100 * g_variant_get_double (variant)));
  return TRUE;
}

static GVariant *
percent_to_scale (const GValue *value,
                  const GVariantType *type,
                  gpointer user_data)
{
  return g_variant_new_double (g_value_get_double (value) / 100);
}

/* The rows of a choice are in the order of the values. */
static const char *const sizes[] = { "small", "medium", "large" };

static gboolean
size_to_position (GValue *value,
                  GVariant *variant,
                  gpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (g_str_equal (sizes[i], g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
position_to_size (const GValue *value,
                  const GVariantType *type,
                  gpointer user_data)
{
  return g_variant_new_string (sizes[MIN (g_value_get_uint (value), G_N_ELEMENTS (sizes) - 1)]);
}

static void
steppe_preferences_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STEPPE_TYPE_PREFERENCES_DIALOG);
  g_clear_object (&STEPPE_PREFERENCES_DIALOG (object)->settings);

  G_OBJECT_CLASS (steppe_preferences_dialog_parent_class)->dispose (object);
}

static void
steppe_preferences_dialog_class_init (SteppePreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steppe_preferences_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, STEPPE_RESOURCE_BASE "/steppe-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SteppePreferencesDialog, font_group);
  gtk_widget_class_bind_template_child (widget_class, SteppePreferencesDialog, size_row);
  gtk_widget_class_bind_template_child (widget_class, SteppePreferencesDialog, spacing_row);
  gtk_widget_class_bind_template_child (widget_class, SteppePreferencesDialog, width_row);
  gtk_widget_class_bind_template_child (widget_class, SteppePreferencesDialog, marks_row);
  gtk_widget_class_bind_template_child (widget_class, SteppePreferencesDialog, follow_row);
  gtk_widget_class_bind_template_child (widget_class, SteppePreferencesDialog, session_row);
}

static void
steppe_preferences_dialog_init (SteppePreferencesDialog *self)
{
  self->settings = g_settings_new (STEPPE_APP_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_settings_bind (self->settings, "text-font", self->font_group, "active-name", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (self->settings, "text-scale", self->size_row, "value", G_SETTINGS_BIND_DEFAULT,
                                scale_to_percent, percent_to_scale, NULL, NULL);
  g_settings_bind_with_mapping (self->settings, "text-line-spacing", self->spacing_row, "selected", G_SETTINGS_BIND_DEFAULT,
                                size_to_position, position_to_size, NULL, NULL);
  g_settings_bind_with_mapping (self->settings, "text-width", self->width_row, "selected", G_SETTINGS_BIND_DEFAULT,
                                size_to_position, position_to_size, NULL, NULL);
  g_settings_bind (self->settings, "source-marks", self->marks_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "follow-reading", self->follow_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "restore-session", self->session_row, "active", G_SETTINGS_BIND_DEFAULT);
}

/**
 * steppe_preferences_dialog_new:
 *
 * Returns: (transfer floating): a dialog for the preferences
 */
AdwDialog *
steppe_preferences_dialog_new (void)
{
  return g_object_new (STEPPE_TYPE_PREFERENCES_DIALOG, NULL);
}
