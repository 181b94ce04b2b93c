/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "reader/steppe-filter-bar.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "model/steppe-item-words.h"

#define MAX_CHARS 28
#define LAST_YEAR 9999

/**
 * SteppeFilterBar:
 *
 * A chip for the span of time and for each value that events are filtered by. Pressing one takes it away. Without any the
 * bar is not there.
 */
struct _SteppeFilterBar
{
  GtkWidget parent_instance;

  AdwWrapBox *box;
  GtkWidget *span_chip;
  GPtrArray *chips; /* of GtkWidget, owned by the box */
  SteppeFocus *focus;
  GSignalGroup *focus_signals;
};

G_DEFINE_FINAL_TYPE (SteppeFilterBar, steppe_filter_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_FOCUS = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* One value that is filtered by. */
typedef struct
{
  SteppeFacet facet;
  char *value;
} Wanted;

static void
wanted_free (gpointer data,
             GClosure *closure)
{
  Wanted *wanted = data;

  g_free (wanted->value);
  g_free (wanted);
}

static void
set_chip_label (GtkWidget *chip,
                const char *label)
{
  /* Translators: what pressing a chip does: “Do not filter by “Kind: summit”” */
  g_autofree char *tooltip = g_strdup_printf (_ ("Do not filter by “%s”"), label);

  adw_button_content_set_label (ADW_BUTTON_CONTENT (gtk_button_get_child (GTK_BUTTON (chip))), label);
  gtk_widget_set_tooltip_text (chip, tooltip);
}

static GtkWidget *
create_chip (void)
{
  GtkWidget *chip = gtk_button_new (), *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "window-close-symbolic");
  adw_button_content_set_can_shrink (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (chip), content);
  gtk_widget_add_css_class (chip, "filter-chip");
  return chip;
}

/* The day or, far away, the year of an instant, as EDTF has it. */
static char *
dup_edtf (gint64 instant)
{
  SteppeCivil civil;

  if (instant == STEPPE_INSTANT_MIN || instant == STEPPE_INSTANT_MAX)
    return g_strdup ("..");
  steppe_instant_to_civil (instant, &civil);
  if (civil.year < 0 || civil.year > LAST_YEAR)
    return g_strdup_printf ("Y%" G_GINT64_FORMAT, (gint64) civil.year);
  return g_strdup_printf ("%04d-%02d-%02d", (int) civil.year, civil.month, civil.day);
}

static char *
dup_span_words (SteppeFocus *focus)
{
  gint64 earliest = 0, latest = 0;
  g_autofree char *first = NULL, *last = NULL;
  g_autofree char *edtf = NULL;
  g_autoptr (SteppeDate) date = NULL;

  steppe_focus_get_span (focus, &earliest, &latest);
  first = dup_edtf (earliest);
  last = dup_edtf (latest);
  edtf = g_str_equal (first, last) ? g_strdup (first) : g_strdup_printf ("%s/%s", first, last);
  date = steppe_date_new (edtf, NULL);
  return date != NULL ? steppe_date_format (date, STEPPE_DATE_STYLE_SHORT) : g_steal_pointer (&edtf);
}

static void
update_visible (SteppeFilterBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), self->chips->len > 0 || gtk_widget_get_visible (self->span_chip));
}

static void
span_changed_cb (SteppeFilterBar *self)
{
  gboolean has_span = self->focus != NULL && steppe_focus_get_span (self->focus, NULL, NULL);

  if (has_span)
    {
      g_autofree char *words = dup_span_words (self->focus);

      set_chip_label (self->span_chip, words);
    }
  gtk_widget_set_visible (self->span_chip, has_span);
  update_visible (self);
}

static void
span_clicked_cb (SteppeFilterBar *self)
{
  steppe_focus_clear_span (self->focus);
}

static void
chip_clicked_cb (GtkButton *chip,
                 Wanted *wanted)
{
  SteppeFilterBar *self = STEPPE_FILTER_BAR (gtk_widget_get_ancestor (GTK_WIDGET (chip), STEPPE_TYPE_FILTER_BAR));

  /* The chip goes; the keyboard is not to go with it. */
  gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_FORWARD);
  steppe_filter_set (steppe_focus_get_filter (self->focus), wanted->facet, wanted->value, FALSE);
}

static void
add_chip (SteppeFilterBar *self,
          SteppeFacet facet,
          const char *value)
{
  GtkWidget *chip = create_chip ();
  Wanted *wanted = g_new (Wanted, 1);
  g_autofree char *words = steppe_facet_dup_label (facet, value, steppe_focus_get_dossier (self->focus));

  *wanted = (Wanted) { facet, g_strdup (value) };
  set_chip_label (chip, words);
  g_signal_connect_data (chip, "clicked", G_CALLBACK (chip_clicked_cb), wanted, wanted_free, G_CONNECT_DEFAULT);
  adw_wrap_box_append (self->box, chip);
  g_ptr_array_add (self->chips, chip);
}

static void
update_chips (SteppeFilterBar *self)
{
  SteppeFilter *filter = self->focus != NULL ? steppe_focus_get_filter (self->focus) : NULL;

  for (guint i = 0; i < self->chips->len; i++)
    adw_wrap_box_remove (self->box, g_ptr_array_index (self->chips, i));
  g_ptr_array_set_size (self->chips, 0);
  for (SteppeFacet facet = 0; filter != NULL && facet < STEPPE_N_FACETS; facet++)
    {
      g_auto (GStrv) values = steppe_filter_list_values (filter, facet);

      for (guint i = 0; values[i] != NULL; i++)
        add_chip (self, facet, values[i]);
    }
  update_visible (self);
}

static void
steppe_filter_bar_get_property (GObject *object,
                                guint prop_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  SteppeFilterBar *self = STEPPE_FILTER_BAR (object);

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
steppe_filter_bar_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  SteppeFilterBar *self = STEPPE_FILTER_BAR (object);

  switch (prop_id)
    {
    case PROP_FOCUS:
      steppe_filter_bar_set_focus (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_filter_bar_dispose (GObject *object)
{
  SteppeFilterBar *self = STEPPE_FILTER_BAR (object);

  steppe_filter_bar_set_focus (self, NULL);
  g_clear_object (&self->focus_signals);
  if (self->box != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->box)));

  G_OBJECT_CLASS (steppe_filter_bar_parent_class)->dispose (object);
}

static void
steppe_filter_bar_finalize (GObject *object)
{
  g_ptr_array_unref (STEPPE_FILTER_BAR (object)->chips);

  G_OBJECT_CLASS (steppe_filter_bar_parent_class)->finalize (object);
}

static void
steppe_filter_bar_class_init (SteppeFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = steppe_filter_bar_get_property;
  object_class->set_property = steppe_filter_bar_set_property;
  object_class->dispose = steppe_filter_bar_dispose;
  object_class->finalize = steppe_filter_bar_finalize;

  properties[PROP_FOCUS] = g_param_spec_object ("focus", NULL, NULL, STEPPE_TYPE_FOCUS,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "filterbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
steppe_filter_bar_init (SteppeFilterBar *self)
{
  self->chips = g_ptr_array_new ();
  self->focus_signals = g_signal_group_new (STEPPE_TYPE_FOCUS);
  g_signal_group_connect_swapped (self->focus_signals, "span-changed", G_CALLBACK (span_changed_cb), self);

  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 6);
  adw_wrap_box_set_line_spacing (self->box, 6);
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
  self->span_chip = create_chip ();
  gtk_widget_set_visible (self->span_chip, FALSE);
  g_signal_connect_object (self->span_chip, "clicked", G_CALLBACK (span_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->box, self->span_chip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Filters"), -1);
  update_visible (self);
}

/**
 * steppe_filter_bar_get_focus:
 * @self: the bar
 *
 * Returns: (transfer none) (nullable): what the reader looks at
 */
SteppeFocus *
steppe_filter_bar_get_focus (SteppeFilterBar *self)
{
  g_return_val_if_fail (STEPPE_IS_FILTER_BAR (self), NULL);

  return self->focus;
}

/**
 * steppe_filter_bar_set_focus:
 * @self: the bar
 * @focus: (nullable): what the reader looks at, shared by the panes of a window
 */
void
steppe_filter_bar_set_focus (SteppeFilterBar *self,
                             SteppeFocus *focus)
{
  g_return_if_fail (STEPPE_IS_FILTER_BAR (self));

  if (self->focus == focus)
    return;
  if (self->focus != NULL)
    g_signal_handlers_disconnect_by_data (steppe_focus_get_filter (self->focus), self);
  g_set_object (&self->focus, focus);
  if (focus != NULL)
    g_signal_connect_object (steppe_focus_get_filter (focus), "changed", G_CALLBACK (update_chips), self, G_CONNECT_SWAPPED);
  if (self->box == NULL)
    return;
  g_signal_group_set_target (self->focus_signals, focus);
  span_changed_cb (self);
  update_chips (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOCUS]);
}
