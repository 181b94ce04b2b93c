/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include <glib/gi18n.h>

#include "model/steppe-item-words.h"
#include "model/steppe-source.h"
#include "sheets/steppe-telling-private.h"

/* The sources, to which the numbers in the text lead. */

/* All that were cited, and those of the item of the sheet, of which there may be nothing to tell that cites them. They are
 * told last, so there are no more to come. */
GPtrArray *
_steppe_telling_list_sources (SteppeTelling *self)
{
  g_autoptr (GArray) own = self->item != NULL ? _steppe_telling_cite (self, self->item) : NULL;

  return g_ptr_array_ref (self->sources);
}

/* Who published it, when, where it can be read and when it was, as far as that is known. */
static void
remark_imprint (SteppeTelling *self,
                SteppeAccountBlock *block,
                SteppeSource *source,
                const char *title)
{
  const char *publisher = steppe_dossier_resolve (self->dossier, steppe_source_get_publisher (source));
  const char *address = steppe_source_get_url (source);
  SteppeDate *read = steppe_source_get_accessed (source);
  g_autofree char *when = steppe_item_dup_when (STEPPE_ITEM (source), self->dossier, STEPPE_DATE_STYLE_LONG);
  g_autofree char *accessed = read != NULL ? steppe_date_format (read, STEPPE_DATE_STYLE_LONG) : NULL;
  g_autofree char *labelled = accessed != NULL ? g_strdup_printf (_ ("%1$s: %2$s"), _ ("Accessed"), accessed) : NULL;
  const char *parts[] = { !g_str_equal (publisher, title) ? publisher : NULL, when, address, labelled };
  SteppePhrase *phrase = steppe_account_block_remark (block, _steppe_telling_join (parts, G_N_ELEMENTS (parts)));

  if (phrase != NULL && address != NULL)
    steppe_phrase_mark (phrase, address, FALSE, address);
}

static void
remark_archive (SteppeAccountBlock *block,
                const char *address)
{
  if (address == NULL || *address == '\0')
    return;
  steppe_phrase_mark (steppe_account_block_remark (block, g_strdup_printf (_ ("%1$s: %2$s"), _ ("Archived copy"), address)),
                      address, FALSE, address);
}

void
_steppe_telling_source (SteppeTelling *self,
                        gpointer thing)
{
  SteppeItem *item = thing;
  SteppeSource *source = thing;
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->note_numbers, source));
  g_autofree char *label = g_strdup_printf ("%u", number);
  g_autofree char *title = steppe_item_dup_title (item, self->dossier);
  SteppeAccountBlock *block = steppe_account_add (self->account, STEPPE_ACCOUNT_SOURCE, label);

  block->anchor = g_strdup_printf ("source-%u", number);
  g_hash_table_add (self->anchors, g_strdup (block->anchor));
  g_set_object (&block->item, item);
  steppe_account_block_add (block, g_strdup (title));
  remark_imprint (self, block, source, title);
  remark_archive (block, steppe_source_get_archive (source));
  _steppe_telling_remark_doubt (self, block, item);
}

/* What is to be known to read the list of sources. */
void
_steppe_telling_source_remarks (SteppeTelling *self,
                                gpointer thing)
{
  gboolean described = FALSE;

  for (guint i = 0; i < self->sources->len && !described; i++)
    {
      g_autofree char *title = steppe_item_dup_title (g_ptr_array_index (self->sources, i), self->dossier);

      described = steppe_title_is_descriptive (title);
    }
  if (described)
    steppe_account_block_add (steppe_account_add (self->account, STEPPE_ACCOUNT_REMARK, NULL),
                              g_strdup (steppe_descriptive_title_get_explanation ()));
}
