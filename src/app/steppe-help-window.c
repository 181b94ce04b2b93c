/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "app/steppe-help-window.h"

#include <glib/gi18n.h>

#include "app/steppe-application.h"
#include "app/steppe-help-page.h"
#include "model/steppe-fold.h"
#include "reader/steppe-narrative-view.h"
#include "widgets/steppe-link-dialog.h"

/* Pixels. */
#define BUTTON_GAP 12

/**
 * SteppeHelpWindow:
 *
 * The help, beside what is read: a list of its pages, and one of them. Links lead from page to page, and back.
 *
 * Actions: `reader.open-link` with `#` and the name of a page, or a URI, which the links of pages ask for; `help.open-example`
 * and `help.save-example`, for who wants to write a dossier; `help.find`.
 */
struct _SteppeHelpWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  AdwNavigationSplitView *split_view;
  AdwNavigationView *navigation_view;
  GtkListBox *pages_list;
  GtkEditable *search_entry;

  GSettings *settings;
  SteppeReadingStyle *style;
  GPtrArray *pages; /* of SteppeHelpPage, in the order of the rows */
  GStrv words; /* that are searched for, folded */
};

G_DEFINE_FINAL_TYPE (SteppeHelpWindow, steppe_help_window, ADW_TYPE_WINDOW)

static SteppeHelpPage *
find_page (SteppeHelpWindow *self,
           const char *name,
           guint *position)
{
  for (guint i = 0; i < self->pages->len; i++)
    if (g_strcmp0 (steppe_help_page_get_name (self->pages->pdata[i]), name) == 0)
      {
        *position = i;
        return self->pages->pdata[i];
      }
  return NULL;
}

/* The text of the page that is shown. */
static SteppeNarrativeView *
get_view (SteppeHelpWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation_view);

  return page != NULL ? g_object_get_data (G_OBJECT (page), "view") : NULL;
}

static void
find_words (SteppeHelpWindow *self)
{
  static const char *const nothing[] = { NULL };
  SteppeNarrativeView *view = get_view (self);

  if (view != NULL)
    steppe_narrative_view_find (view, self->words != NULL ? (const char *const *) self->words : nothing);
}

/* Pages */

static GtkWidget *
create_button (const char *label,
               const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
create_example_bar (void)
{
  GtkWidget *bar = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (bar), BUTTON_GAP);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (bar), BUTTON_GAP / 2);
  adw_wrap_box_set_align (ADW_WRAP_BOX (bar), 0.5f);
  adw_wrap_box_append (ADW_WRAP_BOX (bar), create_button (_ ("_Open the Example"), "help.open-example"));
  adw_wrap_box_append (ADW_WRAP_BOX (bar), create_button (_ ("_Save the Example…"), "help.save-example"));
  gtk_widget_add_css_class (bar, "toolbar");
  return bar;
}

static AdwNavigationPage *
create_page (SteppeHelpWindow *self,
             SteppeHelpPage *page)
{
  const char *title = steppe_help_page_get_title (page);
  GtkWidget *view = g_object_new (STEPPE_TYPE_NARRATIVE_VIEW, "style", self->style, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *toolbar_view = adw_toolbar_view_new ();
  AdwNavigationPage *shown = adw_navigation_page_new (toolbar_view, title);

  steppe_narrative_view_show_text (STEPPE_NARRATIVE_VIEW (view), title, steppe_help_page_get_text (page), steppe_help_page_get_language (page));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar_view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar_view), scroller);
  if (steppe_help_page_has_example (page))
    adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (toolbar_view), create_example_bar ());
  g_object_set_data (G_OBJECT (shown), "view", view);
  g_object_set_data (G_OBJECT (shown), "page", page);
  return shown;
}

static void
select_row (SteppeHelpWindow *self)
{
  AdwNavigationPage *shown = adw_navigation_view_get_visible_page (self->navigation_view);
  SteppeHelpPage *page = shown != NULL ? g_object_get_data (G_OBJECT (shown), "page") : NULL;
  guint position;

  if (page != NULL && g_ptr_array_find (self->pages, page, &position))
    gtk_list_box_select_row (self->pages_list, gtk_list_box_get_row_at_index (self->pages_list, (int) position));
}

static void
visible_page_cb (SteppeHelpWindow *self)
{
  select_row (self);
  find_words (self);
}

static void
show_in_content (SteppeHelpWindow *self)
{
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/* A page that a link leads to comes above the one that has the link. */
static void
follow (SteppeHelpWindow *self,
        const char *name)
{
  guint position;
  SteppeHelpPage *page = find_page (self, name, &position);

  if (page == NULL)
    return;
  adw_navigation_view_push (self->navigation_view, create_page (self, page));
  show_in_content (self);
  gtk_widget_grab_focus (GTK_WIDGET (get_view (self)));
}

static void
row_activated_cb (SteppeHelpWindow *self,
                  GtkListBoxRow *row)
{
  SteppeHelpPage *page = self->pages->pdata[gtk_list_box_row_get_index (row)];

  steppe_help_window_show_page (self, steppe_help_page_get_name (page));
  if (self->words != NULL && self->words[0] != NULL)
    steppe_narrative_view_show_found (get_view (self), 0);
}

static void
add_row (SteppeHelpWindow *self,
         SteppeHelpPage *page)
{
  GtkWidget *label = gtk_label_new (steppe_help_page_get_title (page));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_box_append (self->pages_list, label);
}

static void
add_pages (SteppeHelpWindow *self)
{
  const char *const *names = steppe_help_get_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      SteppeHelpPage *page = steppe_help_page_new (names[i], g_get_language_names ());

      g_ptr_array_add (self->pages, page);
      add_row (self, page);
    }
}

/* Finding */

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer user_data)
{
  SteppeHelpWindow *self = user_data;

  return self->words == NULL ||
         steppe_help_page_matches (self->pages->pdata[gtk_list_box_row_get_index (row)], (const char *const *) self->words);
}

static void
search_changed_cb (SteppeHelpWindow *self)
{
  g_strfreev (self->words);
  self->words = steppe_fold_query (gtk_editable_get_text (self->search_entry));
  gtk_list_box_invalidate_filter (self->pages_list);
  find_words (self);
}

/* Where the page that is shown does not have the words, the first that does is shown. */
static void
show_next_cb (SteppeHelpWindow *self)
{
  guint first;

  if (self->words == NULL || self->words[0] == NULL)
    return;
  if (steppe_narrative_view_show_found (get_view (self), 1) > 0)
    {
      show_in_content (self);
      return;
    }
  for (first = 0; first < self->pages->len; first++)
    if (steppe_help_page_matches (self->pages->pdata[first], (const char *const *) self->words))
      {
        steppe_help_window_show_page (self, steppe_help_page_get_name (self->pages->pdata[first]));
        steppe_narrative_view_show_found (get_view (self), 0);
        return;
      }
}

static void
stop_search_cb (SteppeHelpWindow *self)
{
  if (*gtk_editable_get_text (self->search_entry) != '\0')
    gtk_editable_set_text (self->search_entry, "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* Actions */

static void
open_link_cb (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  const char *uri = g_variant_get_string (parameter, NULL);

  if (*uri == '#')
    follow (STEPPE_HELP_WINDOW (widget), uri + 1);
  else
    steppe_link_dialog_open (widget, uri);
}

static void
find_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  SteppeHelpWindow *self = STEPPE_HELP_WINDOW (widget);

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
open_example_cb (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (widget));
  g_autoptr (GFile) file = g_file_new_for_uri ("resource://" STEPPE_HELP_EXAMPLE);

  if (application != NULL)
    steppe_application_open_file (STEPPE_APPLICATION (application), file, NULL);
}

static void
written_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (SteppeHelpWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);

  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (done ? _ ("Saved") : error->message));
}

static void
file_chosen_cb (GObject *source,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (SteppeHelpWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autoptr (GBytes) example = NULL;

  if (file == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (error->message));
      return;
    }
  example = g_resources_lookup_data (STEPPE_HELP_EXAMPLE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_file_replace_contents_bytes_async (file, example, NULL, FALSE, G_FILE_CREATE_NONE, NULL, written_cb, g_object_ref (self));
}

static void
save_example_cb (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Save the Example"));
  gtk_file_dialog_set_initial_name (dialog, "example.dossier");
  gtk_file_dialog_save (dialog, GTK_WINDOW (widget), NULL, file_chosen_cb, g_object_ref (widget));
}

/* The window */

static gboolean
steppe_help_window_close_request (GtkWindow *window)
{
  SteppeHelpWindow *self = STEPPE_HELP_WINDOW (window);
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set (self->settings, "help-size", "(ii)", width, height);
  return GTK_WINDOW_CLASS (steppe_help_window_parent_class)->close_request (window);
}

static void
steppe_help_window_dispose (GObject *object)
{
  SteppeHelpWindow *self = STEPPE_HELP_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), STEPPE_TYPE_HELP_WINDOW);
  g_clear_object (&self->settings);
  g_clear_object (&self->style);

  G_OBJECT_CLASS (steppe_help_window_parent_class)->dispose (object);
}

static void
steppe_help_window_finalize (GObject *object)
{
  SteppeHelpWindow *self = STEPPE_HELP_WINDOW (object);

  g_ptr_array_unref (self->pages);
  g_strfreev (self->words);

  G_OBJECT_CLASS (steppe_help_window_parent_class)->finalize (object);
}

static void
steppe_help_window_class_init (SteppeHelpWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = steppe_help_window_dispose;
  object_class->finalize = steppe_help_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = steppe_help_window_close_request;

  gtk_widget_class_install_action (widget_class, "reader.open-link", "s", open_link_cb);
  gtk_widget_class_install_action (widget_class, "help.find", NULL, find_cb);
  gtk_widget_class_install_action (widget_class, "help.open-example", NULL, open_example_cb);
  gtk_widget_class_install_action (widget_class, "help.save-example", NULL, save_example_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "help.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, STEPPE_RESOURCE_BASE "/steppe-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SteppeHelpWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, SteppeHelpWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, SteppeHelpWindow, navigation_view);
  gtk_widget_class_bind_template_child (widget_class, SteppeHelpWindow, pages_list);
  gtk_widget_class_bind_template_child (widget_class, SteppeHelpWindow, search_entry);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, visible_page_cb);
}

static void
steppe_help_window_init (SteppeHelpWindow *self)
{
  int width, height;

  self->pages = g_ptr_array_new_with_free_func (g_object_unref);
  self->settings = g_settings_new (STEPPE_APP_ID);
  self->style = steppe_reading_style_new ();
  steppe_reading_style_bind (self->style, self->settings);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_settings_get (self->settings, "help-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  gtk_list_box_set_filter_func (self->pages_list, filter_cb, self, NULL);
  add_pages (self);
  steppe_help_window_show_page (self, steppe_help_get_names ()[0]);
}

/**
 * steppe_help_window_new:
 * @application: (nullable): the program
 *
 * Returns: (transfer none): a window with the help, at its first page
 */
SteppeHelpWindow *
steppe_help_window_new (GtkApplication *application)
{
  return g_object_new (STEPPE_TYPE_HELP_WINDOW, "application", application, NULL);
}

/**
 * steppe_help_window_show_page:
 * @self: a window
 * @name: which page
 *
 * Shows a page in place of those that were shown.
 */
void
steppe_help_window_show_page (SteppeHelpWindow *self,
                              const char *name)
{
  guint position;
  SteppeHelpPage *page;
  AdwNavigationPage *shown;

  g_return_if_fail (STEPPE_IS_HELP_WINDOW (self));

  page = find_page (self, name, &position);
  if (page == NULL)
    return;
  shown = create_page (self, page);
  adw_navigation_view_replace (self->navigation_view, &shown, 1);
  show_in_content (self);
}

/**
 * steppe_help_window_get_page:
 * @self: a window
 *
 * Returns: the name of the page that is shown
 */
const char *
steppe_help_window_get_page (SteppeHelpWindow *self)
{
  AdwNavigationPage *shown;

  g_return_val_if_fail (STEPPE_IS_HELP_WINDOW (self), NULL);

  shown = adw_navigation_view_get_visible_page (self->navigation_view);
  return steppe_help_page_get_name (g_object_get_data (G_OBJECT (shown), "page"));
}
