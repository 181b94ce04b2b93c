/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/steppe-contents-model.h"

#include "model/steppe-chronology.h"
#include "model/steppe-facet.h"
#include "model/steppe-local-date.h"

/**
 * SteppeContentsModel:
 *
 * The events of a dossier in sections, of time or of what they have in common, without those that the focus hides. What
 * has several actors or places is in the section of each.
 *
 * It looks at each event once. After that, a brush that is dragged costs two comparisons of numbers for each event and
 * frame, and the list hears of the few rows that come or go.
 */

typedef struct
{
  SteppeEvent *event;
  SteppeSpan span;
  gint64 section;
  gboolean is_placed;
  gboolean is_first; /* of the entries of its event */
} Entry;

struct _SteppeContentsModel
{
  GObject parent_instance;

  GArray *entries; /* of Entry, by section and in the order of time */
  GHashTable *numbers; /* SteppeEvent → its first number in entries, plus 1 */
  GArray *shown; /* of guint: the numbers of the entries that are listed, ascending */
  SteppeContentsStep step; /* of sections of time */
  GArray *values; /* of SteppeFacetValue: what other sections stand for */
};

/* A change of more runs of rows than this is told as one. */
#define MAX_RUNS 32

G_DEFINE_ENUM_TYPE (SteppeContentsGrouping, steppe_contents_grouping, G_DEFINE_ENUM_VALUE (STEPPE_CONTENTS_BY_DATE, "date"), G_DEFINE_ENUM_VALUE (STEPPE_CONTENTS_BY_PLACE, "place"), G_DEFINE_ENUM_VALUE (STEPPE_CONTENTS_BY_ACTOR, "actor"), G_DEFINE_ENUM_VALUE (STEPPE_CONTENTS_BY_KIND, "kind"))

static void steppe_contents_model_list_init (GListModelInterface *iface);
static void steppe_contents_model_section_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SteppeContentsModel, steppe_contents_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, steppe_contents_model_list_init) G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, steppe_contents_model_section_init))

static const Entry *
get_shown (SteppeContentsModel *self,
           guint position)
{
  return &g_array_index (self->entries, Entry, g_array_index (self->shown, guint, position));
}

static GType
steppe_contents_model_get_item_type (GListModel *model)
{
  return STEPPE_TYPE_EVENT;
}

static guint
steppe_contents_model_get_n_items (GListModel *model)
{
  return STEPPE_CONTENTS_MODEL (model)->shown->len;
}

static gpointer
steppe_contents_model_get_item (GListModel *model,
                                guint position)
{
  SteppeContentsModel *self = STEPPE_CONTENTS_MODEL (model);

  return position < self->shown->len ? g_object_ref (get_shown (self, position)->event) : NULL;
}

static void
steppe_contents_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = steppe_contents_model_get_item_type;
  iface->get_n_items = steppe_contents_model_get_n_items;
  iface->get_item = steppe_contents_model_get_item;
}

/* The first position from @low on whose section is not before @section. */
static guint
find_section (SteppeContentsModel *self,
              guint low,
              gint64 section)
{
  guint high = self->shown->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_shown (self, middle)->section < section)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
steppe_contents_model_get_section (GtkSectionModel *model,
                                   guint position,
                                   guint *start,
                                   guint *end)
{
  SteppeContentsModel *self = STEPPE_CONTENTS_MODEL (model);
  gint64 section;

  if (position >= self->shown->len)
    {
      *start = self->shown->len;
      *end = G_MAXUINT;
      return;
    }
  section = get_shown (self, position)->section;
  *start = find_section (self, 0, section);
  /* The last section is the greatest number there is. */
  *end = section < G_MAXINT64 ? find_section (self, position, section + 1) : self->shown->len;
}

static void
steppe_contents_model_section_init (GtkSectionModelInterface *iface)
{
  iface->get_section = steppe_contents_model_get_section;
}

static void
steppe_contents_model_finalize (GObject *object)
{
  SteppeContentsModel *self = STEPPE_CONTENTS_MODEL (object);

  g_array_unref (self->entries);
  g_array_unref (self->shown);
  g_hash_table_unref (self->numbers);
  g_clear_pointer (&self->values, g_array_unref);

  G_OBJECT_CLASS (steppe_contents_model_parent_class)->finalize (object);
}

static void
steppe_contents_model_class_init (SteppeContentsModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = steppe_contents_model_finalize;
}

static void
clear_entry (gpointer data)
{
  g_object_unref (((Entry *) data)->event);
}

static void
steppe_contents_model_init (SteppeContentsModel *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  self->numbers = g_hash_table_new (NULL, NULL);
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
}

/* Stable: the order of time stays inside a section. */
static int
compare_sections (gconstpointer a,
                  gconstpointer b)
{
  gint64 first = ((const Entry *) a)->section, second = ((const Entry *) b)->section;

  return (first > second) - (first < second);
}

static void
add_entry (SteppeContentsModel *self,
           SteppeEvent *event,
           SteppeDossier *dossier,
           gint64 section)
{
  Entry entry = { g_object_ref (event), steppe_event_get_span (event, dossier), section, steppe_event_is_placed (event, dossier) };

  g_array_append_val (self->entries, entry);
}

static void
add_by_date (SteppeContentsModel *self,
             GPtrArray *chronology,
             SteppeDossier *dossier)
{
  self->step = steppe_contents_step_choose (chronology, dossier);
  for (guint i = 0; i < chronology->len; i++)
    {
      SteppeEvent *event = g_ptr_array_index (chronology, i);

      add_entry (self, event, dossier, steppe_contents_step_get_section (self->step, event, dossier));
    }
}

static SteppeFacet
get_facet (SteppeContentsGrouping grouping)
{
  switch (grouping)
    {
    case STEPPE_CONTENTS_BY_PLACE:
      return STEPPE_FACET_PLACE;
    case STEPPE_CONTENTS_BY_ACTOR:
      return STEPPE_FACET_ACTOR;
    case STEPPE_CONTENTS_BY_KIND:
    case STEPPE_CONTENTS_BY_DATE:
    default:
      return STEPPE_FACET_KIND;
    }
}

static void
add_by_facet (SteppeContentsModel *self,
              GPtrArray *chronology,
              SteppeDossier *dossier,
              SteppeFacet facet)
{
  g_autoptr (GHashTable) sections = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();

  self->values = steppe_facet_list_values (facet, dossier);
  for (guint i = 0; i < self->values->len; i++)
    g_hash_table_insert (sections, g_array_index (self->values, SteppeFacetValue, i).value, GUINT_TO_POINTER (i));
  for (guint i = 0; i < chronology->len; i++)
    {
      SteppeEvent *event = g_ptr_array_index (chronology, i);

      steppe_facet_collect (facet, event, dossier, values);
      for (guint k = 0; k < values->len; k++)
        add_entry (self, event, dossier, GPOINTER_TO_UINT (g_hash_table_lookup (sections, g_ptr_array_index (values, k))));
    }
}

static void
index_entries (SteppeContentsModel *self)
{
  g_array_sort (self->entries, compare_sections);
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);

      entry->is_first = !g_hash_table_contains (self->numbers, entry->event);
      if (entry->is_first)
        g_hash_table_insert (self->numbers, entry->event, GUINT_TO_POINTER (i + 1));
      g_array_append_val (self->shown, i);
    }
}

/**
 * steppe_contents_model_new:
 * @dossier: a dossier
 * @grouping: what the sections are to be
 *
 * Returns: (transfer full): all its events as they are now
 */
SteppeContentsModel *
steppe_contents_model_new (SteppeDossier *dossier,
                           SteppeContentsGrouping grouping)
{
  SteppeContentsModel *self = g_object_new (STEPPE_TYPE_CONTENTS_MODEL, NULL);
  g_autoptr (GPtrArray) chronology = steppe_chronology_new (dossier);

  if (grouping == STEPPE_CONTENTS_BY_DATE)
    add_by_date (self, chronology, dossier);
  else
    add_by_facet (self, chronology, dossier, get_facet (grouping));
  index_entries (self);
  return self;
}

/**
 * steppe_contents_model_dup_heading:
 * @self: contents
 * @position: where an event is listed
 *
 * Returns: (transfer full): the heading of its section, in the user's language
 */
char *
steppe_contents_model_dup_heading (SteppeContentsModel *self,
                                   guint position)
{
  gint64 section;

  g_return_val_if_fail (STEPPE_IS_CONTENTS_MODEL (self) && position < self->shown->len, g_strdup (""));

  section = get_shown (self, position)->section;
  if (self->values != NULL)
    return g_strdup (g_array_index (self->values, SteppeFacetValue, section).label);
  return steppe_contents_step_describe (self->step, section);
}

/**
 * steppe_contents_model_find:
 * @self: contents
 * @item: (nullable): any item
 *
 * Returns: where it is listed, or %GTK_INVALID_LIST_POSITION
 */
guint
steppe_contents_model_find (SteppeContentsModel *self,
                            SteppeItem *item)
{
  guint number, low = 0, high;

  g_return_val_if_fail (STEPPE_IS_CONTENTS_MODEL (self), GTK_INVALID_LIST_POSITION);

  number = item != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, item)) : 0;
  high = number > 0 ? self->shown->len : 0;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->shown, guint, middle) == number - 1)
        return middle;
      if (g_array_index (self->shown, guint, middle) < number - 1)
        low = middle + 1;
      else
        high = middle;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* Rows that are replaced by others. */
typedef struct
{
  guint old_from, old_to;
  guint new_from, new_to;
} Run;

/* Finds the next run from its ends on. Returns whether there is one. */
static gboolean
find_run (const GArray *old_shown,
          const GArray *new_shown,
          Run *run)
{
  guint i = run->old_to, k = run->new_to;

  while (i < old_shown->len && k < new_shown->len && g_array_index (old_shown, guint, i) == g_array_index (new_shown, guint, k))
    i++, k++;
  *run = (Run) { i, i, k, k };
  while ((i < old_shown->len || k < new_shown->len) &&
         (i == old_shown->len || k == new_shown->len || g_array_index (old_shown, guint, i) != g_array_index (new_shown, guint, k)))
    {
      if (k == new_shown->len || (i < old_shown->len && g_array_index (old_shown, guint, i) < g_array_index (new_shown, guint, k)))
        i++;
      else
        k++;
    }
  run->old_to = i;
  run->new_to = k;
  return run->old_from < run->old_to || run->new_from < run->new_to;
}

static GArray *
find_runs (const GArray *old_shown,
           const GArray *new_shown)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));
  Run run = { 0 };

  while (find_run (old_shown, new_shown, &run))
    {
      if (runs->len == MAX_RUNS)
        {
          run = (Run) { g_array_index (runs, Run, 0).old_from, old_shown->len, g_array_index (runs, Run, 0).new_from, new_shown->len };
          g_array_set_size (runs, 0);
          g_array_append_val (runs, run);
          return runs;
        }
      g_array_append_val (runs, run);
    }
  return runs;
}

/**
 * steppe_contents_model_filter:
 * @self: contents
 * @focus: what the reader looks at
 *
 * Lists what the focus includes.
 */
void
steppe_contents_model_filter (SteppeContentsModel *self,
                              SteppeFocus *focus)
{
  g_autoptr (GArray) shown = NULL;
  g_autoptr (GArray) runs = NULL;

  g_return_if_fail (STEPPE_IS_CONTENTS_MODEL (self));

  shown = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->entries->len);
  for (guint i = 0; i < self->entries->len; i++)
    if (steppe_focus_includes (focus, g_array_index (self->entries, Entry, i).event, &g_array_index (self->entries, Entry, i).span))
      g_array_append_val (shown, i);
  runs = find_runs (self->shown, shown);
  /* From the last, so that what comes before stays where it was. */
  for (guint i = runs->len; i > 0; i--)
    {
      const Run *run = &g_array_index (runs, Run, i - 1);

      g_array_remove_range (self->shown, run->old_from, run->old_to - run->old_from);
      g_array_insert_vals (self->shown, run->old_from, &g_array_index (shown, guint, run->new_from), run->new_to - run->new_from);
      g_list_model_items_changed (G_LIST_MODEL (self), run->old_from, run->old_to - run->old_from, run->new_to - run->new_from);
    }
  /* Headings say how many events are under them. */
  if (runs->len > 0 && self->shown->len > 0)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, self->shown->len);
}

static gboolean
is_undated (const Entry *entry)
{
  return entry->span.earliest > entry->span.latest;
}

/**
 * steppe_contents_model_count:
 * @self: contents
 * @counts: (out): what there is to say about them
 */
void
steppe_contents_model_count (SteppeContentsModel *self,
                             SteppeContentsCounts *counts)
{
  guint n_undated = 0;

  g_return_if_fail (STEPPE_IS_CONTENTS_MODEL (self));

  *counts = (SteppeContentsCounts) { .hidden = g_hash_table_size (self->numbers) };
  for (guint i = 0; i < self->entries->len; i++)
    n_undated += g_array_index (self->entries, Entry, i).is_first && is_undated (&g_array_index (self->entries, Entry, i));
  for (guint i = 0; i < self->shown->len; i++)
    {
      if (!get_shown (self, i)->is_first)
        continue;
      counts->hidden--;
      counts->undated += is_undated (get_shown (self, i));
      counts->unplaced += !get_shown (self, i)->is_placed;
    }
  counts->hidden_undated = n_undated - counts->undated;
}
