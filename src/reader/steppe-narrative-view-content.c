/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "reader/steppe-narrative-view-private.h"

#include <glib/gi18n.h>

#include "model/steppe-item-words.h"
#include "model/steppe-link.h"
#include "model/steppe-source-notes.h"
#include "reader/steppe-narrative-buffer.h"

/* What a narrative view shows: the text of its narrative in the reader's language, and the links in it. */

static SteppeItem *
find_mentioned (SteppeNarrativeView *self,
                const SteppeLink *link)
{
  SteppeDossier *dossier = steppe_narrative_view_get_dossier (self);
  SteppeItem *item = NULL;

  if (link->type != STEPPE_LINK_EXTERNAL && dossier != NULL)
    item = steppe_dossier_lookup (dossier, link->target);
  return item != NULL && !STEPPE_IS_NARRATIVE (item) ? item : NULL;
}

static double
get_scale_at (SteppeNarrativeView *self,
              guint offset)
{
  guint n_blocks;
  const SteppeBlock *blocks = steppe_narrative_text_get_blocks (self->text, &n_blocks);
  guint low = 0, high = n_blocks;

  while (low + 1 < high)
    {
      guint middle = low + (high - low) / 2;

      if (blocks[middle].start <= offset)
        low = middle;
      else
        high = middle;
    }
  return n_blocks > 0 && blocks[low].type == STEPPE_BLOCK_HEADING ? steppe_narrative_get_heading_scale (blocks[low].level) : 1;
}

static void
collect_links (SteppeNarrativeView *self)
{
  guint n_links;
  const SteppeLink *links = steppe_narrative_text_get_links (self->text, &n_links);

  g_array_set_size (self->links, 0);
  g_array_set_size (self->pieces, 0);
  for (guint i = 0; i < n_links; i++)
    {
      SteppeTextLink link = { self->text_offset + links[i].start, self->text_offset + links[i].end };
      SteppeItem *item = find_mentioned (self, &links[i]);

      if (links[i].start == links[i].end || (item == NULL && self->given == NULL && links[i].type != STEPPE_LINK_EXTERNAL))
        continue;
      link.is_note = links[i].type == STEPPE_LINK_NOTE;
      g_set_object (&link.item, item);
      if (item == NULL)
        link.uri = g_strconcat (links[i].type == STEPPE_LINK_EXTERNAL ? "" : "#", links[i].target, NULL);
      link.scale = get_scale_at (self, links[i].start);
      g_array_append_val (self->links, link);
    }
}

static char *
describe_link (SteppeNarrativeView *self,
               const SteppeTextLink *link)
{
  g_autofree char *title = NULL;
  guint number;

  if (link->item == NULL)
    return steppe_link_dup_host (link->uri);
  title = steppe_item_dup_title (link->item, steppe_narrative_view_get_dossier (self));
  if (link->is_note && g_ptr_array_find (self->sources, link->item, &number))
    /* Translators: the mark of a source in a text: its number there and its title */
    return g_strdup_printf (_ ("Source %1$'u: %2$s"), number + 1, title);
  /* Translators: a kind of item and its title: “Event: Arrival from Kyzyl” */
  return g_strdup_printf (_ ("%s: %s"), steppe_item_kind_get_label (steppe_item_get_kind (link->item)), title);
}

static void
update_marks (SteppeNarrativeView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  steppe_mark_list_begin (self->marks);
  for (guint i = 0; i < self->links->len; i++)
    {
      const SteppeTextLink *link = steppe_narrative_view_nth_link (self, i);
      g_autofree char *key = g_strdup_printf ("%u", i);
      g_autofree char *words = NULL;
      g_autofree char *description = describe_link (self, link);
      SteppeMark *mark = steppe_mark_list_add (self->marks, key, link->item);
      GtkTextIter start, end;

      gtk_text_buffer_get_iter_at_offset (buffer, &start, link->start);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, link->end);
      words = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
      steppe_mark_set_label (mark, link->is_note ? description : words);
      gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description != NULL ? description : "", -1);
    }
  steppe_mark_list_end (self->marks);
}

static char *
create_byline (SteppeNarrativeView *self,
               SteppeDossier *dossier)
{
  const char *author = steppe_dossier_resolve (dossier, steppe_narrative_get_byline (self->narrative));
  guint n_sources = g_list_model_get_n_items (steppe_dossier_get_items (dossier, STEPPE_ITEM_SOURCE));
  g_autofree char *sources = NULL;

  if (n_sources == 0)
    return g_strdup (author);
  sources = g_strdup_printf (ngettext ("from %'u source", "from %'u sources", n_sources), n_sources);
  if (*author == '\0')
    return g_steal_pointer (&sources);
  /* Translators: who wrote a text, and from how many sources: “The editors · from 95 sources” */
  return g_strdup_printf (_ ("%s · %s"), author, sources);
}

/* The text with the marks of its sources, where the reader wants them. */
static SteppeNarrativeText *
create_text (SteppeNarrativeView *self,
             const char *written)
{
  g_autoptr (SteppeNarrativeText) text = steppe_narrative_text_new (written);

  g_ptr_array_set_size (self->sources, 0);
  if (self->given != NULL)
    return steppe_narrative_text_ref (self->given);
  if (self->narrative == NULL || !steppe_reading_style_get_source_marks (self->style))
    return g_steal_pointer (&text);
  return steppe_source_notes_insert (text, steppe_narrative_view_get_dossier (self), self->sources);
}

/**
 * steppe_narrative_view_fill:
 * @self: a view
 *
 * Shows what it is to show, anew.
 */
void
steppe_narrative_view_fill (SteppeNarrativeView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  SteppeDossier *dossier = steppe_narrative_view_get_dossier (self);
  const char *title = NULL, *written = NULL, *language = NULL;
  g_autofree char *byline = NULL;

  if (self->given != NULL)
    {
      title = self->given_title;
    }
  else if (self->narrative != NULL && dossier != NULL)
    {
      title = steppe_dossier_resolve (dossier, steppe_item_get_name (STEPPE_ITEM (self->narrative)));
      byline = create_byline (self, dossier);
      written = steppe_text_resolve_tag (steppe_narrative_get_text (self->narrative),
                                         steppe_dossier_get_languages (dossier), &language);
      if (language == NULL)
        language = steppe_dossier_get_language (dossier);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : "", -1);
  if (self->given == NULL)
    g_set_str (&self->language, language);
  g_clear_pointer (&self->text, steppe_narrative_text_unref);
  g_clear_pointer (&self->found, g_array_unref);
  self->read_block = -1;
  self->text = create_text (self, written != NULL ? written : "");
  self->text_offset = steppe_narrative_buffer_fill (buffer, title, byline, self->text);
  collect_links (self);
  update_marks (self);
  steppe_narrative_view_update_typography (self);
}

/**
 * steppe_narrative_view_show_text:
 * @self: a view without a narrative
 * @title: its title
 * @text: a text that is of no dossier
 * @language: BCP 47 tag of its language
 *
 * Shows a text of the program. All its links lead by the action `reader.open-link`; what would be a mention in a dossier is
 * there `#` and what it names.
 */
void
steppe_narrative_view_show_text (SteppeNarrativeView *self,
                                 const char *title,
                                 SteppeNarrativeText *text,
                                 const char *language)
{
  g_return_if_fail (STEPPE_IS_NARRATIVE_VIEW (self) && self->narrative == NULL && text != NULL);

  steppe_narrative_text_ref (text);
  g_clear_pointer (&self->given, steppe_narrative_text_unref);
  self->given = text;
  g_set_str (&self->given_title, title);
  g_set_str (&self->language, language);
  steppe_narrative_view_fill (self);
}

/* Copying */

/* The sources whose marks are in a part of the buffer, each on a line, with their numbers. */
static void
append_references (SteppeNarrativeView *self,
                   guint start,
                   guint end,
                   GString *text)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = steppe_text_links_find (self->links, start); i < self->links->len && steppe_narrative_view_nth_link (self, i)->start < end; i++)
    {
      const SteppeTextLink *link = steppe_narrative_view_nth_link (self, i);
      g_autofree char *mark = NULL;
      g_autofree char *reference = NULL;
      guint number;

      if (!link->is_note || !g_hash_table_add (seen, link->item) || !g_ptr_array_find (self->sources, link->item, &number))
        continue;
      mark = steppe_source_notes_dup_mark (number + 1);
      reference = steppe_source_dup_reference (link->item, steppe_narrative_view_get_dossier (self));
      g_string_append_printf (text, "\n%s %s", mark, reference);
    }
}

/**
 * steppe_narrative_view_dup_selection:
 * @self: a narrative view
 *
 * Returns: (transfer full) (nullable): the text that the reader has selected, where it is from, and the sources that are
 *   marked in it; %NULL if none is
 */
char *
steppe_narrative_view_dup_selection (SteppeNarrativeView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  SteppeDossier *dossier = steppe_narrative_view_get_dossier (self);
  g_autofree char *selected = NULL;
  g_autofree char *byline = NULL;
  GString *text;
  GtkTextIter start, end;

  g_return_val_if_fail (STEPPE_IS_NARRATIVE_VIEW (self), NULL);

  if (dossier == NULL || self->narrative == NULL || !gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return NULL;
  selected = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  byline = create_byline (self, dossier);
  text = g_string_new (selected);
  g_string_append_printf (text, "\n\n%s\n%s", steppe_dossier_resolve_name (dossier, STEPPE_ITEM (self->narrative)), byline);
  append_references (self, (guint) gtk_text_iter_get_offset (&start), (guint) gtk_text_iter_get_offset (&end), text);
  return g_string_free (text, FALSE);
}
