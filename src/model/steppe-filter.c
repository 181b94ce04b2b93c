/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/steppe-filter.h"

/**
 * SteppeFilter:
 *
 * Which events of a dossier the reader wants to see: those that have one of the wanted values of each facet for which any
 * is wanted.
 *
 * Signals: [signal@Filter::changed].
 */
struct _SteppeFilter
{
  GObject parent_instance;

  SteppeDossier *dossier;
  GPtrArray *wanted[STEPPE_N_FACETS]; /* of values, in the order in which they were wanted */
  GHashTable *matching; /* the events that match, where any value is wanted and the question was asked */
};

G_DEFINE_FINAL_TYPE (SteppeFilter, steppe_filter, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed (SteppeFilter *self)
{
  g_clear_pointer (&self->matching, g_hash_table_unref);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
steppe_filter_finalize (GObject *object)
{
  SteppeFilter *self = STEPPE_FILTER (object);

  for (SteppeFacet facet = 0; facet < STEPPE_N_FACETS; facet++)
    g_ptr_array_unref (self->wanted[facet]);
  g_clear_pointer (&self->matching, g_hash_table_unref);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (steppe_filter_parent_class)->finalize (object);
}

static void
steppe_filter_class_init (SteppeFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = steppe_filter_finalize;

  /**
   * SteppeFilter::changed:
   * @self: a filter
   *
   * Other values are wanted than before.
   */
  signals[CHANGED] = g_signal_new ("changed", STEPPE_TYPE_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
steppe_filter_init (SteppeFilter *self)
{
  for (SteppeFacet facet = 0; facet < STEPPE_N_FACETS; facet++)
    self->wanted[facet] = g_ptr_array_new_with_free_func (g_free);
}

/**
 * steppe_filter_new:
 *
 * Returns: (transfer full): a filter that lets all events through
 */
SteppeFilter *
steppe_filter_new (void)
{
  return g_object_new (STEPPE_TYPE_FILTER, NULL);
}

/**
 * steppe_filter_set_dossier:
 * @self: a filter
 * @dossier: (nullable): whose events to filter
 *
 * Begins to filter the events of another dossier: all of them are wanted.
 */
void
steppe_filter_set_dossier (SteppeFilter *self,
                           SteppeDossier *dossier)
{
  g_return_if_fail (STEPPE_IS_FILTER (self));

  if (g_set_object (&self->dossier, dossier))
    steppe_filter_clear (self);
}

/**
 * steppe_filter_is_empty:
 * @self: a filter
 *
 * Returns: whether it lets all events through
 */
gboolean
steppe_filter_is_empty (SteppeFilter *self)
{
  g_return_val_if_fail (STEPPE_IS_FILTER (self), TRUE);

  for (SteppeFacet facet = 0; facet < STEPPE_N_FACETS; facet++)
    if (self->wanted[facet]->len > 0)
      return FALSE;
  return TRUE;
}

static gboolean
find_value (SteppeFilter *self,
            SteppeFacet facet,
            const char *value,
            guint *position)
{
  return g_ptr_array_find_with_equal_func (self->wanted[facet], value, g_str_equal, position);
}

/**
 * steppe_filter_has:
 * @self: a filter
 * @facet: a facet
 * @value: a value of it
 *
 * Returns: whether that value is wanted
 */
gboolean
steppe_filter_has (SteppeFilter *self,
                   SteppeFacet facet,
                   const char *value)
{
  g_return_val_if_fail (STEPPE_IS_FILTER (self) && facet < STEPPE_N_FACETS && value != NULL, FALSE);

  return find_value (self, facet, value, NULL);
}

/**
 * steppe_filter_set:
 * @self: a filter
 * @facet: a facet
 * @value: a value of it, empty for events that have none
 * @wanted: whether the reader wants to see events that have it
 */
void
steppe_filter_set (SteppeFilter *self,
                   SteppeFacet facet,
                   const char *value,
                   gboolean wanted)
{
  gboolean was_wanted;
  guint position;

  g_return_if_fail (STEPPE_IS_FILTER (self) && facet < STEPPE_N_FACETS && value != NULL);

  was_wanted = find_value (self, facet, value, &position);
  if (was_wanted == !!wanted)
    return;
  if (wanted)
    g_ptr_array_add (self->wanted[facet], g_strdup (value));
  else
    g_ptr_array_remove_index (self->wanted[facet], position);
  changed (self);
}

/**
 * steppe_filter_clear:
 * @self: a filter
 *
 * Lets all events through.
 */
void
steppe_filter_clear (SteppeFilter *self)
{
  g_return_if_fail (STEPPE_IS_FILTER (self));

  if (steppe_filter_is_empty (self))
    return;
  for (SteppeFacet facet = 0; facet < STEPPE_N_FACETS; facet++)
    g_ptr_array_set_size (self->wanted[facet], 0);
  changed (self);
}

/**
 * steppe_filter_get_n_values:
 * @self: a filter
 * @facet: a facet
 *
 * Returns: how many values of it are wanted; none means that all are
 */
guint
steppe_filter_get_n_values (SteppeFilter *self,
                            SteppeFacet facet)
{
  g_return_val_if_fail (STEPPE_IS_FILTER (self) && facet < STEPPE_N_FACETS, 0);

  return self->wanted[facet]->len;
}

/**
 * steppe_filter_list_values:
 * @self: a filter
 * @facet: a facet
 *
 * Returns: (transfer full) (array zero-terminated=1): the values of it that are wanted
 */
char **
steppe_filter_list_values (SteppeFilter *self,
                           SteppeFacet facet)
{
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();

  g_return_val_if_fail (STEPPE_IS_FILTER (self) && facet < STEPPE_N_FACETS, NULL);

  for (guint i = 0; i < self->wanted[facet]->len; i++)
    g_strv_builder_add (values, g_ptr_array_index (self->wanted[facet], i));
  return g_strv_builder_end (values);
}

static gboolean
has_wanted (SteppeFilter *self,
            SteppeEvent *event,
            GPtrArray *values)
{
  for (SteppeFacet facet = 0; facet < STEPPE_N_FACETS; facet++)
    {
      gboolean found = self->wanted[facet]->len == 0;

      if (!found)
        steppe_facet_collect (facet, event, self->dossier, values);
      for (guint i = 0; !found && i < values->len; i++)
        found = find_value (self, facet, g_ptr_array_index (values, i), NULL);
      if (!found)
        return FALSE;
    }
  return TRUE;
}

static void
find_matching (SteppeFilter *self)
{
  GListModel *events = steppe_dossier_get_items (self->dossier, STEPPE_ITEM_EVENT);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();

  self->matching = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (SteppeEvent) event = g_list_model_get_item (events, i);

      if (has_wanted (self, event, values))
        g_hash_table_add (self->matching, event);
    }
}

/**
 * steppe_filter_matches:
 * @self: a filter
 * @event: an event of its dossier
 *
 * Returns: whether the reader wants to see it
 */
gboolean
steppe_filter_matches (SteppeFilter *self,
                       SteppeEvent *event)
{
  g_return_val_if_fail (STEPPE_IS_FILTER (self), TRUE);

  if (self->matching == NULL)
    {
      if (self->dossier == NULL || steppe_filter_is_empty (self))
        return TRUE;
      find_matching (self);
    }
  return g_hash_table_contains (self->matching, event);
}

/**
 * steppe_filter_to_variant:
 * @self: a filter
 *
 * Returns: (transfer floating): what is wanted, to be kept
 */
GVariant *
steppe_filter_to_variant (SteppeFilter *self)
{
  GVariantBuilder builder;

  g_return_val_if_fail (STEPPE_IS_FILTER (self), NULL);

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
  for (SteppeFacet facet = 0; facet < STEPPE_N_FACETS; facet++)
    for (guint i = 0; i < self->wanted[facet]->len; i++)
      g_variant_builder_add (&builder, "(ss)", steppe_facet_get_name (facet), g_ptr_array_index (self->wanted[facet], i));
  return g_variant_builder_end (&builder);
}

/* Whether an event has the value; one that a dossier does not have any more would hide all. */
static gboolean
is_in_use (SteppeFilter *self,
           SteppeFacet facet,
           const char *value)
{
  g_autoptr (GArray) values = steppe_facet_list_values (facet, self->dossier);

  for (guint i = 0; i < values->len; i++)
    if (g_str_equal (g_array_index (values, SteppeFacetValue, i).value, value))
      return TRUE;
  return FALSE;
}

/**
 * steppe_filter_set_variant:
 * @self: a filter of a dossier
 * @variant: what [method@Filter.to_variant] gave, `a(ss)`
 *
 * Wants again what was wanted then, as far as the dossier still has it.
 */
void
steppe_filter_set_variant (SteppeFilter *self,
                           GVariant *variant)
{
  GVariantIter iter;
  const char *name, *value;

  g_return_if_fail (STEPPE_IS_FILTER (self) && self->dossier != NULL);
  g_return_if_fail (g_variant_is_of_type (variant, G_VARIANT_TYPE ("a(ss)")));

  steppe_filter_clear (self);
  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "(&s&s)", &name, &value))
    for (SteppeFacet facet = 0; facet < STEPPE_N_FACETS; facet++)
      if (g_str_equal (name, steppe_facet_get_name (facet)) && is_in_use (self, facet, value))
        steppe_filter_set (self, facet, value, TRUE);
}
