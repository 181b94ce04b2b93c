/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheets/steppe-sheet-tags.h"

#include <cairo-pdf.h>

/* Structure elements of PDF, ISO 32000-1, 14.8.4. Each is begun and ended on one page: what goes on
 * on the next page has an element there, too. */

typedef struct
{
  char *title;
  char *anchor;
  gboolean is_title;
} Heading;

struct _SteppeSheetTags
{
  cairo_t *cr;
  SteppeSheetAnchorFunc has_anchor;
  gpointer user_data;
  gboolean in_list;
  SteppeAccountRole list_role;
  const char *container; /* LI or Table, or NULL */
  gboolean in_body; /* of a list item */
  const char *element; /* of the paragraph, row or figure, or NULL */
  gconstpointer paragraph;
  const char *cell; /* TH or TD */
  GPtrArray *figures; /* the words of each */
  GArray *headings;
};

static void
clear_heading (gpointer data)
{
  Heading *heading = data;

  g_free (heading->title);
  g_free (heading->anchor);
}

static void
begin (SteppeSheetTags *self,
       const char *name)
{
  cairo_tag_begin (self->cr, name, NULL);
}

static void
end (SteppeSheetTags *self,
     const char *name)
{
  cairo_tag_end (self->cr, name);
}

/**
 * _steppe_sheet_tags_new:
 * @cr: a cairo context on a PDF surface
 * @has_anchor: tells whether a link may lead to an anchor
 * @user_data: for it
 *
 * Returns: (transfer full): the structure of a document without pages
 */
SteppeSheetTags *
_steppe_sheet_tags_new (cairo_t *cr,
                        SteppeSheetAnchorFunc has_anchor,
                        gpointer user_data)
{
  SteppeSheetTags *self = g_new0 (SteppeSheetTags, 1);

  self->cr = cairo_reference (cr);
  self->has_anchor = has_anchor;
  self->user_data = user_data;
  self->figures = g_ptr_array_new_with_free_func (g_free);
  self->headings = g_array_new (FALSE, FALSE, sizeof (Heading));
  g_array_set_clear_func (self->headings, clear_heading);
  begin (self, "Document");
  return self;
}

/**
 * _steppe_sheet_tags_free:
 * @self: (transfer full): the structure of a document
 */
void
_steppe_sheet_tags_free (SteppeSheetTags *self)
{
  g_array_unref (self->headings);
  g_ptr_array_unref (self->figures);
  cairo_destroy (self->cr);
  g_free (self);
}

static gboolean
is_listed (SteppeAccountRole role)
{
  return role == STEPPE_ACCOUNT_FACT || role == STEPPE_ACCOUNT_ENTRY || role == STEPPE_ACCOUNT_STATEMENT || role == STEPPE_ACCOUNT_SOURCE;
}

static void
end_list (SteppeSheetTags *self)
{
  if (self->in_list)
    end (self, "L");
  self->in_list = FALSE;
}

static void
end_element (SteppeSheetTags *self)
{
  if (self->element != NULL)
    end (self, self->element);
  self->element = NULL;
  self->paragraph = NULL;
}

/* Marks the current point. A tag without anything in it is at the top of the page unless it says where it is, which cairo
 * takes to be in points of the page, whatever the user units are. */
static void
mark_place (SteppeSheetTags *self,
            const char *anchor)
{
  char x_words[G_ASCII_DTOSTR_BUF_SIZE], y_words[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *attributes = NULL;
  double x, y;

  cairo_get_current_point (self->cr, &x, &y);
  cairo_user_to_device (self->cr, &x, &y);
  attributes = g_strdup_printf ("name='%s' x=%s y=%s", anchor, g_ascii_formatd (x_words, sizeof x_words, "%.2f", x),
                                g_ascii_formatd (y_words, sizeof y_words, "%.2f", y));
  cairo_tag_begin (self->cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (self->cr, CAIRO_TAG_DEST);
}

/* Headings are where the outline leads. */
static void
mark_heading (SteppeSheetTags *self,
              const SteppeAccountBlock *block)
{
  const SteppePhrase *phrase = block->phrases != NULL ? g_ptr_array_index (block->phrases, 0) : NULL;
  Heading heading = { NULL, NULL, block->role == STEPPE_ACCOUNT_TITLE };

  if (phrase == NULL)
    return;
  heading.title = g_strdup (phrase->text);
  heading.anchor = g_strdup_printf ("heading-%u", self->headings->len);
  mark_place (self, heading.anchor);
  g_array_append_val (self->headings, heading);
}

/**
 * _steppe_sheet_tags_begin_block:
 * @self: the structure
 * @block: a block that is going to be drawn, or goes on
 * @continued: whether some of it is on a page before
 *
 * The cairo context has its current point where the block begins.
 */
void
_steppe_sheet_tags_begin_block (SteppeSheetTags *self,
                                const SteppeAccountBlock *block,
                                gboolean continued)
{
  if (self->in_list && (!is_listed (block->role) || block->role != self->list_role))
    end_list (self);
  if (is_listed (block->role))
    {
      if (!self->in_list)
        begin (self, "L");
      self->in_list = TRUE;
      self->list_role = block->role;
      self->container = "LI";
    }
  else if (block->role == STEPPE_ACCOUNT_TABLE)
    {
      self->container = "Table";
    }
  if (self->container != NULL)
    begin (self, self->container);
  if (!continued && block->anchor != NULL)
    mark_place (self, block->anchor);
  if (!continued && (block->role == STEPPE_ACCOUNT_TITLE || block->role == STEPPE_ACCOUNT_HEADING))
    mark_heading (self, block);
}

/**
 * _steppe_sheet_tags_begin_label:
 * @self: the structure
 *
 * What follows stands beside the text.
 */
void
_steppe_sheet_tags_begin_label (SteppeSheetTags *self)
{
  begin (self, self->container != NULL ? "Lbl" : "P");
}

/**
 * _steppe_sheet_tags_end_label:
 * @self: the structure
 */
void
_steppe_sheet_tags_end_label (SteppeSheetTags *self)
{
  end (self, self->container != NULL ? "Lbl" : "P");
}

/**
 * _steppe_sheet_tags_begin_line:
 * @self: the structure
 * @tag: what the line is
 * @paragraph: what is the same for all lines of a paragraph
 */
void
_steppe_sheet_tags_begin_line (SteppeSheetTags *self,
                               SteppeSheetTag tag,
                               gconstpointer paragraph)
{
  static const char *const elements[] = {
    [STEPPE_SHEET_TAG_PARAGRAPH] = "P",
    [STEPPE_SHEET_TAG_TITLE] = "H1",
    [STEPPE_SHEET_TAG_HEADING] = "H2",
    [STEPPE_SHEET_TAG_CAPTION] = "Caption",
    [STEPPE_SHEET_TAG_ROW] = "TR",
    [STEPPE_SHEET_TAG_HEAD] = "TR",
    [STEPPE_SHEET_TAG_FIGURE] = "Figure",
  };

  if (self->element != NULL && self->paragraph == paragraph)
    return;
  end_element (self);
  if (!self->in_body && g_strcmp0 (self->container, "LI") == 0)
    {
      begin (self, "LBody");
      self->in_body = TRUE;
    }
  self->element = elements[tag];
  self->paragraph = paragraph;
  begin (self, self->element);
}

/**
 * _steppe_sheet_tags_begin_cell:
 * @self: the structure
 * @head: whether it is the head of a column
 */
void
_steppe_sheet_tags_begin_cell (SteppeSheetTags *self,
                               gboolean head)
{
  self->cell = head ? "TH" : "TD";
  begin (self, self->cell);
}

/**
 * _steppe_sheet_tags_end_cell:
 * @self: the structure
 */
void
_steppe_sheet_tags_end_cell (SteppeSheetTags *self)
{
  end (self, self->cell);
}

/**
 * _steppe_sheet_tags_end_block:
 * @self: the structure
 *
 * All of the block that is on the page is drawn.
 */
void
_steppe_sheet_tags_end_block (SteppeSheetTags *self)
{
  end_element (self);
  if (self->in_body)
    end (self, "LBody");
  self->in_body = FALSE;
  if (self->container != NULL)
    end (self, self->container);
  self->container = NULL;
}

/**
 * _steppe_sheet_tags_end_page:
 * @self: the structure
 *
 * All blocks of the page are drawn.
 */
void
_steppe_sheet_tags_end_page (SteppeSheetTags *self)
{
  end_list (self);
}

/**
 * _steppe_sheet_tags_begin_artifact:
 * @self: the structure
 *
 * What follows is not part of the text, such as the number of a page.
 */
void
_steppe_sheet_tags_begin_artifact (SteppeSheetTags *self)
{
  begin (self, "Artifact");
}

/**
 * _steppe_sheet_tags_end_artifact:
 * @self: the structure
 */
void
_steppe_sheet_tags_end_artifact (SteppeSheetTags *self)
{
  end (self, "Artifact");
}

/* A quoted value of an attribute of a tag. */
static char *
quote (const char *words)
{
  GString *quoted = g_string_new ("'");

  for (; *words != '\0'; words++)
    {
      if (*words == '\'' || *words == '\\')
        g_string_append_c (quoted, '\\');
      g_string_append_c (quoted, *words);
    }
  g_string_append_c (quoted, '\'');
  return g_string_free (quoted, FALSE);
}

/* Addresses are written in ASCII; what else is in them is escaped. */
static char *
dup_address_attributes (const char *address)
{
  g_autofree char *escaped = g_uri_escape_string (address, G_URI_RESERVED_CHARS_ALLOWED_IN_PATH "%?#[]", FALSE);
  g_autofree char *quoted = quote (escaped);

  return g_strconcat ("uri=", quoted, NULL);
}

/**
 * _steppe_sheet_tags_begin_link:
 * @self: the structure
 * @target: an anchor of the sheet, or an address on the web
 *
 * What follows leads there. It is to be text on one line.
 *
 * Returns: whether there is such a place; if so, the link is to be ended
 */
gboolean
_steppe_sheet_tags_begin_link (SteppeSheetTags *self,
                               const char *target)
{
  g_autofree char *attributes = NULL;

  if (g_str_has_prefix (target, "http://") || g_str_has_prefix (target, "https://"))
    attributes = dup_address_attributes (target);
  else if (self->has_anchor (target, self->user_data))
    attributes = g_strdup_printf ("dest='%s'", target);
  else
    return FALSE;
  cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes);
  return TRUE;
}

/**
 * _steppe_sheet_tags_end_link:
 * @self: the structure
 */
void
_steppe_sheet_tags_end_link (SteppeSheetTags *self)
{
  cairo_tag_end (self->cr, CAIRO_TAG_LINK);
}

/**
 * _steppe_sheet_tags_add_figure:
 * @self: the structure
 * @words: what the figure shows that is drawn now
 */
void
_steppe_sheet_tags_add_figure (SteppeSheetTags *self,
                               const char *words)
{
  g_ptr_array_add (self->figures, g_strdup (words));
}

/**
 * _steppe_sheet_tags_get_figures:
 * @self: the structure
 *
 * Returns: (transfer none) (element-type utf8): what the figures show, in order
 */
GPtrArray *
_steppe_sheet_tags_get_figures (const SteppeSheetTags *self)
{
  return self->figures;
}

/**
 * _steppe_sheet_tags_finish:
 * @self: the structure
 *
 * Ends the document and adds its headings to the outline. All pages have been drawn.
 */
void
_steppe_sheet_tags_finish (SteppeSheetTags *self)
{
  int parent = CAIRO_PDF_OUTLINE_ROOT;

  end (self, "Document");
  for (guint i = 0; i < self->headings->len; i++)
    {
      const Heading *heading = &g_array_index (self->headings, Heading, i);
      g_autofree char *attributes = g_strdup_printf ("dest='%s'", heading->anchor);
      int id = cairo_pdf_surface_add_outline (cairo_get_target (self->cr), heading->is_title ? CAIRO_PDF_OUTLINE_ROOT : parent,
                                              heading->title, attributes,
                                              heading->is_title ? CAIRO_PDF_OUTLINE_FLAG_OPEN | CAIRO_PDF_OUTLINE_FLAG_BOLD : 0);

      if (heading->is_title)
        parent = id;
    }
}
