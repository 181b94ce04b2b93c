/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "app/steppe-start-page.h"

#include <glib/gi18n.h>

#include "app/steppe-file.h"
#include "app/steppe-recent.h"
#include "formats/steppe-dossier-reader.h"
#include "widgets/steppe-locator-map.h"

#define MAX_RECENT 6

/**
 * SteppeStartPage:
 *
 * What a window shows before a dossier is opened in it: the recent ones and those that come with
 * Steppe.
 *
 * Signals: [signal@StartPage::chosen] with the file.
 */
struct _SteppeStartPage
{
  AdwBin parent_instance;

  AdwPreferencesGroup *recent_group;
  AdwPreferencesGroup *sample_group;
  GPtrArray *recent_rows; /* of AdwActionRow, owned by recent_group */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (SteppeStartPage, steppe_start_page, ADW_TYPE_BIN)

enum
{
  PROP_APP_ICON = 1,
  N_PROPS
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
row_activated_cb (AdwActionRow *row,
                  SteppeStartPage *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, g_object_get_data (G_OBJECT (row), "file"));
}

static AdwActionRow *
add_row (SteppeStartPage *self,
         AdwPreferencesGroup *group,
         GFile *file,
         const char *title,
         const char *subtitle)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
  adw_action_row_set_subtitle_lines (row, 2);
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_DEFAULT);
  adw_preferences_group_add (group, GTK_WIDGET (row));
  return row;
}

static void
add_picture (AdwActionRow *row,
             GtkWidget *picture)
{
  gtk_widget_set_size_request (picture, STEPPE_RECENT_PICTURE_WIDTH, STEPPE_RECENT_PICTURE_HEIGHT);
  gtk_widget_set_valign (picture, GTK_ALIGN_CENTER);
  gtk_widget_set_overflow (picture, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (picture, "map-picture");
  adw_action_row_add_prefix (row, picture);
}

static void
sample_read_cb (GObject *source,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (AdwActionRow) row = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SteppeDossier) dossier = steppe_dossier_read_finish (result, &error);

  if (dossier == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("A bundled dossier cannot be read: %s", error->message);
      return;
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 steppe_dossier_resolve (dossier, steppe_dossier_get_title (dossier)));
  adw_action_row_set_subtitle (row, steppe_dossier_resolve (dossier, steppe_dossier_get_summary (dossier)));
  add_picture (row, steppe_locator_map_new (steppe_whereabouts_new_for_dossier (dossier), STEPPE_RECENT_PICTURE_WIDTH, STEPPE_RECENT_PICTURE_HEIGHT));
}

static void
add_samples (SteppeStartPage *self)
{
  g_auto (GStrv) names = g_resources_enumerate_children (STEPPE_RESOURCE_BASE "/dossiers", 0, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *uri = g_strdup_printf ("resource://" STEPPE_RESOURCE_BASE "/dossiers/%s", names[i]);
      g_autoptr (GFile) file = g_file_new_for_uri (uri);
      AdwActionRow *row = add_row (self, self->sample_group, file, names[i], "");

      steppe_dossier_read_async (file, self->cancellable, NULL, NULL, sample_read_cb, g_object_ref (row));
    }
}

static void
add_recent (SteppeStartPage *self,
            GtkRecentInfo *info)
{
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  g_autofree char *address = steppe_file_dup_address (file);
  AdwActionRow *row = add_row (self, self->recent_group, file, gtk_recent_info_get_display_name (info), address);
  g_autoptr (GdkTexture) picture = steppe_recent_load_picture (file);

  if (picture != NULL)
    {
      /* The picture has more pixels than it is to take. */
      GtkWidget *clamp = adw_clamp_new ();

      adw_clamp_set_maximum_size (ADW_CLAMP (clamp), STEPPE_RECENT_PICTURE_WIDTH);
      adw_clamp_set_unit (ADW_CLAMP (clamp), ADW_LENGTH_UNIT_PX);
      adw_clamp_set_child (ADW_CLAMP (clamp), gtk_picture_new_for_paintable (GDK_PAINTABLE (picture)));
      add_picture (row, clamp);
    }
  g_ptr_array_add (self->recent_rows, row);
}

static void
list_recent_cb (SteppeStartPage *self)
{
  GList *infos;
  guint n_shown = 0;

  for (guint i = 0; i < self->recent_rows->len; i++)
    adw_preferences_group_remove (self->recent_group, g_ptr_array_index (self->recent_rows, i));
  g_ptr_array_set_size (self->recent_rows, 0);

  infos = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  for (GList *l = infos; l != NULL && n_shown < MAX_RECENT; l = l->next)
    {
      if (g_strcmp0 (gtk_recent_info_get_mime_type (l->data), STEPPE_DOSSIER_MIME_TYPE) != 0 || !gtk_recent_info_exists (l->data))
        continue;
      add_recent (self, l->data);
      n_shown++;
    }
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
  gtk_widget_set_visible (GTK_WIDGET (self->recent_group), n_shown > 0);
}

static void
steppe_start_page_get_property (GObject *object,
                                guint prop_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_APP_ICON:
      g_value_set_static_string (value, STEPPE_APP_ID);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_start_page_dispose (GObject *object)
{
  SteppeStartPage *self = STEPPE_START_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), STEPPE_TYPE_START_PAGE);

  G_OBJECT_CLASS (steppe_start_page_parent_class)->dispose (object);
}

static void
steppe_start_page_finalize (GObject *object)
{
  SteppeStartPage *self = STEPPE_START_PAGE (object);

  g_clear_pointer (&self->recent_rows, g_ptr_array_unref);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (steppe_start_page_parent_class)->finalize (object);
}

static void
steppe_start_page_class_init (SteppeStartPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = steppe_start_page_get_property;
  object_class->dispose = steppe_start_page_dispose;
  object_class->finalize = steppe_start_page_finalize;

  properties[PROP_APP_ICON] = g_param_spec_string ("app-icon", NULL, NULL, NULL,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SteppeStartPage::chosen:
   * @self: the page
   * @file: a dossier
   *
   * The reader wants to open a dossier.
   */
  signals[CHOSEN] = g_signal_new ("chosen", STEPPE_TYPE_START_PAGE, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_set_template_from_resource (widget_class, STEPPE_RESOURCE_BASE "/steppe-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SteppeStartPage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, SteppeStartPage, sample_group);
}

static void
steppe_start_page_init (SteppeStartPage *self)
{
  self->recent_rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_samples (self);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (list_recent_cb), self, G_CONNECT_SWAPPED);
  list_recent_cb (self);
}
