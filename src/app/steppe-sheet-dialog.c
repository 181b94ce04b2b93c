/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "app/steppe-sheet-dialog-private.h"

#include "app/steppe-print.h"
#include "app/steppe-sheet-page.h"
#include "sheets/steppe-language.h"
#include "sheets/steppe-paper.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * SteppeSheetDialog:
 *
 * Where readers choose what a fact sheet has and how it looks, see it, and print or export it.
 * What they choose is remembered.
 */
G_DEFINE_FINAL_TYPE (SteppeSheetDialog, steppe_sheet_dialog, ADW_TYPE_DIALOG)

/* In the order of the rows */
static const double text_sizes[] = { 0.85, 1, 1.2, 1.5 };

/* What is chosen */

/**
 * steppe_sheet_dialog_get_topic:
 * @self: a dialog
 *
 * Returns: (transfer none): what is printed
 */
SteppeTopic *
steppe_sheet_dialog_get_topic (SteppeSheetDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->topic_row);

  return g_ptr_array_index (self->topics, MIN (selected, self->topics->len - 1));
}

static const char *
get_chosen (AdwComboRow *row,
            const char *const *values)
{
  return values[MIN (adw_combo_row_get_selected (row), g_strv_length ((GStrv) values) - 1)];
}

/**
 * steppe_sheet_dialog_get_options:
 * @self: a dialog
 *
 * Returns: how it is printed; valid until @self goes
 */
SteppeSheetOptions
steppe_sheet_dialog_get_options (SteppeSheetDialog *self)
{
  SteppeSheetOptions options = {
    .language = get_chosen (self->language_row, steppe_language_get_tags ()),
    .text_size = text_sizes[MIN (adw_combo_row_get_selected (self->text_size_row), G_N_ELEMENTS (text_sizes) - 1)],
    .gray = adw_switch_row_get_active (self->gray_row),
    .basemap = self->basemap,
  };

  for (guint i = 0; i < STEPPE_N_SECTIONS; i++)
    if (gtk_check_button_get_active (self->section_checks[i]))
      options.sections |= 1 << i;
  steppe_paper_from_name (&options.paper, get_chosen (self->paper_row, steppe_paper_get_names ()),
                          adw_combo_row_get_selected (self->orientation_row) == 1);
  return options;
}

static void
lay_out (SteppeSheetDialog *self)
{
  SteppeSheetOptions options = steppe_sheet_dialog_get_options (self);

  steppe_sheet_preview_take_sheet (self->preview, steppe_sheet_new (steppe_sheet_dialog_get_topic (self), &options));
}

/* The program's own is nothing to remember: it may be another one the next time. */
static void
save_language (SteppeSheetDialog *self)
{
  g_autofree char *current = steppe_language_dup_current ();
  const char *chosen = get_chosen (self->language_row, steppe_language_get_tags ());

  g_settings_set_string (self->settings, "sheet-language", g_str_equal (chosen, current) ? "" : chosen);
}

static void
save_choices (SteppeSheetDialog *self)
{
  SteppeSheetOptions options = steppe_sheet_dialog_get_options (self);
  const char *paper = get_chosen (self->paper_row, steppe_paper_get_names ());

  if (g_str_equal (paper, steppe_paper_get_default_name ()))
    g_settings_reset (self->settings, "sheet-paper");
  else
    g_settings_set_string (self->settings, "sheet-paper", paper);
  g_settings_set_enum (self->settings, "sheet-orientation", adw_combo_row_get_selected (self->orientation_row));
  g_settings_set_double (self->settings, "sheet-text-size", options.text_size);
  g_settings_set_boolean (self->settings, "sheet-gray", options.gray);
  g_settings_set_flags (self->settings, "sheet-sections-left-out", STEPPE_SECTIONS_ALL & ~options.sections);
  save_language (self);
}

static void
option_chosen_cb (SteppeSheetDialog *self)
{
  if (self->filling)
    return;
  save_choices (self);
  lay_out (self);
}

/* Offers the sections that a sheet about this can have. */
static void
update_sections (SteppeSheetDialog *self)
{
  SteppeSections sections = steppe_topic_get_sections (steppe_sheet_dialog_get_topic (self));

  for (guint i = 0; i < STEPPE_N_SECTIONS; i++)
    gtk_widget_set_visible (self->section_rows[i], (sections & (1 << i)) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->sections_group), sections != 0);
}

static void
topic_chosen_cb (SteppeSheetDialog *self)
{
  if (self->filling)
    return;
  update_sections (self);
  lay_out (self);
}

/* The rows */

static guint
find_string (const char *const *values,
             const char *value)
{
  for (guint i = 0; values[i] != NULL; i++)
    if (g_str_equal (values[i], value))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
fill_row (AdwComboRow *row,
          const char *const *values,
          const char *(*get_label) (const char *value),
          const char *chosen,
          const char *usual)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint position = find_string (values, chosen);

  for (guint i = 0; values[i] != NULL; i++)
    gtk_string_list_append (labels, get_label (values[i]));
  if (position == GTK_INVALID_LIST_POSITION)
    position = find_string (values, usual);
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (row, position == GTK_INVALID_LIST_POSITION ? 0 : position);
}

static guint
find_text_size (double size)
{
  guint nearest = 0;

  for (guint i = 1; i < G_N_ELEMENTS (text_sizes); i++)
    if (fabs (text_sizes[i] - size) < fabs (text_sizes[nearest] - size))
      nearest = i;
  return nearest;
}

static void
restore_choices (SteppeSheetDialog *self)
{
  g_autofree char *paper = g_settings_get_string (self->settings, "sheet-paper");
  g_autofree char *language = g_settings_get_string (self->settings, "sheet-language");
  g_autofree char *current = steppe_language_dup_current ();
  guint left_out = g_settings_get_flags (self->settings, "sheet-sections-left-out");

  fill_row (self->paper_row, steppe_paper_get_names (), steppe_paper_get_label, paper, steppe_paper_get_default_name ());
  fill_row (self->language_row, steppe_language_get_tags (), steppe_language_get_name, language, current);
  adw_combo_row_set_selected (self->orientation_row, g_settings_get_enum (self->settings, "sheet-orientation"));
  adw_combo_row_set_selected (self->text_size_row, find_text_size (g_settings_get_double (self->settings, "sheet-text-size")));
  adw_switch_row_set_active (self->gray_row, g_settings_get_boolean (self->settings, "sheet-gray"));
  for (guint i = 0; i < STEPPE_N_SECTIONS; i++)
    gtk_check_button_set_active (self->section_checks[i], (left_out & (1 << i)) == 0);
}

static void
section_toggled_cb (GtkCheckButton *check,
                    GtkAccessible *row)
{
  gtk_accessible_update_state (row, GTK_ACCESSIBLE_STATE_CHECKED,
                               gtk_check_button_get_active (check) ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

/* A row is the check box for the keyboard and for assistive technology: one stop for each, not two. */
static void
add_section_rows (SteppeSheetDialog *self)
{
  for (guint i = 0; i < STEPPE_N_SECTIONS; i++)
    {
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_CHECKBOX, NULL);
      GtkWidget *check = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                       "can-focus", FALSE, "valign", GTK_ALIGN_CENTER, NULL);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), steppe_section_get_label (1 << i));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      g_signal_connect_object (check, "toggled", G_CALLBACK (option_chosen_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (check, "toggled", G_CALLBACK (section_toggled_cb), row, G_CONNECT_DEFAULT);
      section_toggled_cb (GTK_CHECK_BUTTON (check), GTK_ACCESSIBLE (row));
      adw_preferences_group_add (self->sections_group, row);
      self->section_rows[i] = row;
      self->section_checks[i] = GTK_CHECK_BUTTON (check);
    }
}

/* The words for what may be printed */
static char *
dup_topic_label (SteppeTopic *topic)
{
  g_autofree char *title = steppe_topic_dup_title (topic);

  switch (steppe_topic_get_kind (topic))
    {
    case STEPPE_TOPIC_DOSSIER:
      return g_strdup (_ ("The Whole Dossier"));
    case STEPPE_TOPIC_STATEMENTS:
      return g_strdup (_ ("Who Says What"));
    case STEPPE_TOPIC_SPAN:
      /* Translators: %s is a time, such as “2–3 September 2024”. */
      return g_strdup_printf (_ ("What Is Shown: %s"), title);
    case STEPPE_TOPIC_ITEM:
    default:
      return g_steal_pointer (&title);
    }
}

static void
add_narratives (SteppeSheetDialog *self,
                SteppeDossier *dossier,
                SteppeItem *chosen)
{
  GListModel *narratives = steppe_dossier_get_items (dossier, STEPPE_ITEM_NARRATIVE);

  for (guint i = 0; i < g_list_model_get_n_items (narratives); i++)
    {
      g_autoptr (SteppeItem) narrative = g_list_model_get_item (narratives, i);

      if (narrative != chosen)
        g_ptr_array_add (self->topics, steppe_topic_new_item (dossier, narrative));
    }
}

/* What else there may be a sheet about, beside @topic */
static void
collect_topics (SteppeSheetDialog *self,
                SteppeTopic *topic,
                const SteppeSpan *span)
{
  SteppeDossier *dossier = steppe_topic_get_dossier (topic);
  SteppeTopicKind kind = steppe_topic_get_kind (topic);
  GListModel *statements = steppe_dossier_get_items (dossier, STEPPE_ITEM_STATEMENT);

  g_ptr_array_add (self->topics, steppe_topic_ref (topic));
  if (kind != STEPPE_TOPIC_SPAN && span != NULL)
    g_ptr_array_add (self->topics, steppe_topic_new_span (dossier, span));
  add_narratives (self, dossier, steppe_topic_get_item (topic));
  if (kind != STEPPE_TOPIC_STATEMENTS && g_list_model_get_n_items (statements) > 0)
    g_ptr_array_add (self->topics, steppe_topic_new_statements (dossier));
  if (kind != STEPPE_TOPIC_DOSSIER)
    g_ptr_array_add (self->topics, steppe_topic_new_dossier (dossier));
}

static void
fill_topic_row (SteppeSheetDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->topics->len; i++)
    gtk_string_list_take (labels, dup_topic_label (g_ptr_array_index (self->topics, i)));
  adw_combo_row_set_model (self->topic_row, G_LIST_MODEL (labels));
  gtk_widget_set_visible (self->topic_group, self->topics->len > 1);
}

/* The preview */

static void
preview_changed_cb (SteppeSheetDialog *self)
{
  guint n_pages = steppe_sheet_preview_get_n_pages (self->preview);
  gboolean complete = steppe_sheet_preview_is_complete (self->preview);
  g_autofree char *words = NULL;

  if (complete)
    words = steppe_sheet_page_dup_name (steppe_sheet_preview_get_page (self->preview), n_pages);
  else
    words = g_strdup_printf (ngettext ("Laying out… %u page", "Laying out… %u pages", n_pages), n_pages);
  adw_window_title_set_subtitle (self->window_title, words);
}

/* Printing */

static void
print_done_cb (GtkPrintOperation *operation,
               GtkPrintOperationResult result,
               SteppeSheetDialog *self)
{
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    adw_dialog_close (ADW_DIALOG (self));
}

static void
print_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  SteppeSheetDialog *self = STEPPE_SHEET_DIALOG (widget);
  SteppeSheetOptions options = steppe_sheet_dialog_get_options (self);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  g_autoptr (GtkPrintOperation) operation = steppe_print_operation_new (window, steppe_sheet_dialog_get_topic (self), &options);

  g_signal_connect_object (operation, "done", G_CALLBACK (print_done_cb), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window, NULL);
}

static void
close_attempt_cb (SteppeSheetDialog *self)
{
  steppe_sheet_dialog_end_export (self);
}

static void
steppe_sheet_dialog_dispose (GObject *object)
{
  SteppeSheetDialog *self = STEPPE_SHEET_DIALOG (object);

  self->filling = TRUE;
  g_clear_handle_id (&self->export_source, g_source_remove);
  g_clear_pointer (&self->writer, steppe_sheet_writer_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), STEPPE_TYPE_SHEET_DIALOG);
  g_clear_pointer (&self->topics, g_ptr_array_unref);
  g_clear_object (&self->exported);
  g_clear_object (&self->basemap);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (steppe_sheet_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SteppeSheetDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, SteppeSheetDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, SteppeSheetDialog, split_view);
  gtk_widget_class_bind_template_child (widget_class, SteppeSheetDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, SteppeSheetDialog, topic_group);
  gtk_widget_class_bind_template_child (widget_class, SteppeSheetDialog, topic_row);
  gtk_widget_class_bind_template_child (widget_class, SteppeSheetDialog, sections_group);
  gtk_widget_class_bind_template_child (widget_class, SteppeSheetDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, SteppeSheetDialog, orientation_row);
  gtk_widget_class_bind_template_child (widget_class, SteppeSheetDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, SteppeSheetDialog, text_size_row);
  gtk_widget_class_bind_template_child (widget_class, SteppeSheetDialog, gray_row);
  gtk_widget_class_bind_template_child (widget_class, SteppeSheetDialog, foot);
  gtk_widget_class_bind_template_child (widget_class, SteppeSheetDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, SteppeSheetDialog, export_bar);
  gtk_widget_class_bind_template_child (widget_class, SteppeSheetDialog, cancel_button);
}

static void
steppe_sheet_dialog_class_init (SteppeSheetDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = steppe_sheet_dialog_dispose;

  g_type_ensure (STEPPE_TYPE_SHEET_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, STEPPE_RESOURCE_BASE "/steppe-sheet-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, option_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, topic_chosen_cb);
  gtk_widget_class_install_action (widget_class, "sheet.print", NULL, print_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "sheet.print", NULL);
  steppe_sheet_dialog_class_install_exports (widget_class);
}

static void
steppe_sheet_dialog_init (SteppeSheetDialog *self)
{
  self->filling = TRUE;
  self->settings = g_settings_new (STEPPE_APP_ID);
  self->topics = g_ptr_array_new_with_free_func ((GDestroyNotify) steppe_topic_unref);
  self->basemap = steppe_basemap_new_from_resource (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "close-attempt", G_CALLBACK (close_attempt_cb), NULL);
  steppe_sheet_dialog_end_export (self);
  add_section_rows (self);
  restore_choices (self);
}

/**
 * steppe_sheet_dialog_new:
 * @topic: what is to be printed, unless readers choose something else
 * @span: (nullable): a span of time that they look at, and may choose instead
 *
 * Returns: (transfer floating): a dialog for a fact sheet
 */
AdwDialog *
steppe_sheet_dialog_new (SteppeTopic *topic,
                         const SteppeSpan *span)
{
  SteppeSheetDialog *self;

  g_return_val_if_fail (topic != NULL, NULL);

  self = g_object_new (STEPPE_TYPE_SHEET_DIALOG, NULL);
  collect_topics (self, topic, span);
  fill_topic_row (self);
  update_sections (self);
  self->filling = FALSE;
  lay_out (self);
  return ADW_DIALOG (self);
}
