/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "reader/steppe-overview.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "model/steppe-chronology.h"

/**
 * SteppeOverview:
 *
 * What a dossier is about, where it has no narrative: its title, its summary and how much is in it.
 */
struct _SteppeOverview
{
  GtkWidget parent_instance;

  SteppeFocus *focus;
  GSignalGroup *focus_signals;
  GSignalGroup *dossier_signals;

  GtkWidget *scrolled;
  GtkLabel *title;
  GtkLabel *summary;
  GtkListBox *facts;
};

G_DEFINE_FINAL_TYPE (SteppeOverview, steppe_overview, GTK_TYPE_WIDGET)

enum
{
  PROP_FOCUS = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
add_fact (SteppeOverview *self,
          const char *name,
          const char *value)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  gtk_widget_add_css_class (row, "property");
  gtk_list_box_append (self->facts, row);
}

static void
add_events (SteppeOverview *self,
            SteppeDossier *dossier)
{
  g_autoptr (GPtrArray) chronology = steppe_chronology_new (dossier);
  g_autofree char *words = steppe_chronology_describe (chronology, dossier);

  if (chronology->len > 0)
    add_fact (self, _ ("Events"), words);
}

static void
add_count (SteppeOverview *self,
           SteppeDossier *dossier,
           SteppeItemKind kind,
           const char *name)
{
  guint n_items = g_list_model_get_n_items (steppe_dossier_get_items (dossier, kind));
  g_autofree char *count = g_strdup_printf ("%'u", n_items);

  if (n_items > 0)
    add_fact (self, name, count);
}

static void
update (SteppeOverview *self)
{
  SteppeDossier *dossier = self->focus != NULL ? steppe_focus_get_dossier (self->focus) : NULL;
  const char *title, *summary;

  gtk_list_box_remove_all (self->facts);
  if (dossier == NULL)
    return;
  title = steppe_dossier_resolve (dossier, steppe_dossier_get_title (dossier));
  summary = steppe_dossier_resolve (dossier, steppe_dossier_get_summary (dossier));
  gtk_label_set_label (self->title, *title != '\0' ? title : _ ("Untitled Dossier"));
  gtk_label_set_label (self->summary, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), *summary != '\0');
  add_events (self, dossier);
  add_count (self, dossier, STEPPE_ITEM_PLACE, _ ("Places"));
  add_count (self, dossier, STEPPE_ITEM_ACTOR, _ ("Actors"));
  add_count (self, dossier, STEPPE_ITEM_STATEMENT, _ ("Statements"));
  add_count (self, dossier, STEPPE_ITEM_JOURNEY, _ ("Journeys"));
  add_count (self, dossier, STEPPE_ITEM_SOURCE, _ ("Sources"));
  gtk_widget_set_visible (GTK_WIDGET (self->facts), gtk_widget_get_first_child (GTK_WIDGET (self->facts)) != NULL);
}

static void
dossier_changed_cb (SteppeOverview *self)
{
  g_signal_group_set_target (self->dossier_signals, self->focus != NULL ? steppe_focus_get_dossier (self->focus) : NULL);
  update (self);
}

static void
steppe_overview_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  SteppeOverview *self = STEPPE_OVERVIEW (object);

  switch (prop_id)
    {
    case PROP_FOCUS:
      g_value_set_object (value, self->focus);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_overview_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  SteppeOverview *self = STEPPE_OVERVIEW (object);

  switch (prop_id)
    {
    case PROP_FOCUS:
      steppe_overview_set_focus (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_overview_dispose (GObject *object)
{
  SteppeOverview *self = STEPPE_OVERVIEW (object);

  g_clear_object (&self->focus_signals);
  g_clear_object (&self->dossier_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), STEPPE_TYPE_OVERVIEW);
  g_clear_object (&self->focus);

  G_OBJECT_CLASS (steppe_overview_parent_class)->dispose (object);
}

static void
steppe_overview_class_init (SteppeOverviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = steppe_overview_get_property;
  object_class->set_property = steppe_overview_set_property;
  object_class->dispose = steppe_overview_dispose;

  properties[PROP_FOCUS] = g_param_spec_object ("focus", NULL, NULL, STEPPE_TYPE_FOCUS,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, STEPPE_RESOURCE_BASE "/steppe-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, SteppeOverview, scrolled);
  gtk_widget_class_bind_template_child (widget_class, SteppeOverview, title);
  gtk_widget_class_bind_template_child (widget_class, SteppeOverview, summary);
  gtk_widget_class_bind_template_child (widget_class, SteppeOverview, facts);
}

static void
steppe_overview_init (SteppeOverview *self)
{
  self->focus_signals = g_signal_group_new (STEPPE_TYPE_FOCUS);
  g_signal_group_connect_swapped (self->focus_signals, "notify::dossier", G_CALLBACK (dossier_changed_cb), self);
  self->dossier_signals = g_signal_group_new (STEPPE_TYPE_DOSSIER);
  g_signal_group_connect_swapped (self->dossier_signals, "notify::languages", G_CALLBACK (update), self);

  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * steppe_overview_get_focus:
 * @self: an overview
 *
 * Returns: (transfer none) (nullable): what the reader looks at
 */
SteppeFocus *
steppe_overview_get_focus (SteppeOverview *self)
{
  g_return_val_if_fail (STEPPE_IS_OVERVIEW (self), NULL);

  return self->focus;
}

/**
 * steppe_overview_set_focus:
 * @self: an overview
 * @focus: (nullable): what the reader looks at, whose dossier is shown
 */
void
steppe_overview_set_focus (SteppeOverview *self,
                           SteppeFocus *focus)
{
  g_return_if_fail (STEPPE_IS_OVERVIEW (self));

  if (!g_set_object (&self->focus, focus))
    return;
  g_signal_group_set_target (self->focus_signals, focus);
  dossier_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOCUS]);
}
