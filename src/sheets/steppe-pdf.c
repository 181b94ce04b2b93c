/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "sheets/steppe-pdf.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <qpdf/qpdf-c.h>

/* An element of the structure tree whose children are being visited. */
typedef struct
{
  qpdf_oh children; /* an array */
  int n_children;
  int next;
  gboolean is_header_row; /* all children are cells that head a column */
} Level;

/* The walk over the structure tree. The levels are kept here and not on the stack of the program, so that the depth of
 * the tree has no bound but memory. */
typedef struct
{
  qpdf_data pdf;
  GArray *levels; /* (element-type Level) */
  GHashTable *visited; /* numbers of objects: a damaged tree may lead back to where it was */
  GPtrArray *figure_words;
  guint n_figures;
} Walk;

static void
set_key (qpdf_data pdf,
         qpdf_oh dictionary,
         const char *key,
         qpdf_oh value)
{
  qpdf_oh_replace_key (pdf, dictionary, key, value);
  qpdf_oh_release (pdf, value);
}

static void
set_true (qpdf_data pdf,
          qpdf_oh catalog,
          const char *key,
          const char *key_inside)
{
  qpdf_oh dictionary = qpdf_oh_get_key (pdf, catalog, key);

  if (!qpdf_oh_is_dictionary (pdf, dictionary))
    {
      qpdf_oh_release (pdf, dictionary);
      dictionary = qpdf_oh_new_dictionary (pdf);
      qpdf_oh_replace_key (pdf, catalog, key, dictionary);
    }
  set_key (pdf, dictionary, key_inside, qpdf_oh_new_bool (pdf, QPDF_TRUE));
  qpdf_oh_release (pdf, dictionary);
}

/* Whether an element of the structure tree is of @type, such as “/Figure”. */
static gboolean
is_element (qpdf_data pdf,
            qpdf_oh object,
            const char *type)
{
  qpdf_oh name = qpdf_oh_get_key_if_dict (pdf, object, "/S");
  gboolean is_of_type = qpdf_oh_is_name_and_equals (pdf, name, type);

  qpdf_oh_release (pdf, name);
  return is_of_type;
}

/* ISO 32000-1, 14.8.5.7: the attributes of tables. */
static void
set_scope (qpdf_data pdf,
           qpdf_oh cell,
           gboolean is_of_column)
{
  qpdf_oh attributes;

  if (qpdf_oh_has_key (pdf, cell, "/A"))
    return;
  attributes = qpdf_oh_new_dictionary (pdf);
  set_key (pdf, attributes, "/O", qpdf_oh_new_name (pdf, "/Table"));
  set_key (pdf, attributes, "/Scope", qpdf_oh_new_name (pdf, is_of_column ? "/Column" : "/Row"));
  set_key (pdf, cell, "/A", attributes);
}

static void
set_words (Walk *self,
           qpdf_oh figure)
{
  guint n = self->n_figures++;
  const char *words = self->figure_words != NULL && n < self->figure_words->len ? g_ptr_array_index (self->figure_words, n) : NULL;

  if (words != NULL && *words != '\0')
    set_key (self->pdf, figure, "/Alt", qpdf_oh_new_unicode_string (self->pdf, words));
}

static gboolean
are_all_headers (qpdf_data pdf,
                 qpdf_oh cells,
                 int n_cells)
{
  gboolean are_headers = n_cells > 0;

  for (int i = 0; are_headers && i < n_cells; i++)
    {
      qpdf_oh cell = qpdf_oh_get_array_item (pdf, cells, i);

      are_headers = is_element (pdf, cell, "/TH");
      qpdf_oh_release (pdf, cell);
    }
  return are_headers;
}

/* Goes down to the children of @element, an element or the root of the tree. */
static void
descend (Walk *self,
         qpdf_oh element)
{
  Level level = { qpdf_oh_get_key (self->pdf, element, "/K"), 0, 0, FALSE };

  if (!qpdf_oh_is_array (self->pdf, level.children))
    {
      qpdf_oh only_child = level.children;

      level.children = qpdf_oh_wrap_in_array (self->pdf, only_child);
      qpdf_oh_release (self->pdf, only_child);
    }
  level.n_children = qpdf_oh_get_array_n_items (self->pdf, level.children);
  level.is_header_row = is_element (self->pdf, element, "/TR") && are_all_headers (self->pdf, level.children, level.n_children);
  g_array_append_val (self->levels, level);
}

static void
visit (Walk *self,
       qpdf_oh child,
       gboolean is_in_header_row)
{
  int number;

  /* What is drawn on a page is a number or a dictionary without a type of structure. */
  if (!qpdf_oh_is_dictionary (self->pdf, child) || !qpdf_oh_has_key (self->pdf, child, "/S"))
    return;
  number = qpdf_oh_get_object_id (self->pdf, child);
  if (number != 0 && !g_hash_table_add (self->visited, GINT_TO_POINTER (number)))
    return;

  if (is_element (self->pdf, child, "/Figure"))
    set_words (self, child);
  else if (is_element (self->pdf, child, "/TH"))
    set_scope (self->pdf, child, is_in_header_row);
  descend (self, child);
}

static void
walk (Walk *self,
      qpdf_oh root)
{
  descend (self, root);
  while (self->levels->len > 0)
    {
      Level *level = &g_array_index (self->levels, Level, self->levels->len - 1);

      if (level->next < level->n_children)
        {
          qpdf_oh child = qpdf_oh_get_array_item (self->pdf, level->children, level->next++);

          visit (self, child, level->is_header_row);
          qpdf_oh_release (self->pdf, child);
        }
      else
        {
          qpdf_oh_release (self->pdf, level->children);
          g_array_set_size (self->levels, self->levels->len - 1);
        }
    }
}

static void
finish_structure (qpdf_data pdf,
                  qpdf_oh root,
                  GPtrArray *figure_words)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (Level));
  g_autoptr (GHashTable) visited = g_hash_table_new (NULL, NULL);
  Walk self = { pdf, levels, visited, figure_words, 0 };

  walk (&self, root);
}

static void
finish_catalog (qpdf_data pdf,
                const char *language,
                GPtrArray *figure_words)
{
  qpdf_oh catalog = qpdf_get_root (pdf);
  qpdf_oh structure = qpdf_oh_get_key (pdf, catalog, "/StructTreeRoot");

  set_key (pdf, catalog, "/Lang", qpdf_oh_new_unicode_string (pdf, language));
  set_true (pdf, catalog, "/ViewerPreferences", "/DisplayDocTitle");
  if (qpdf_oh_is_dictionary (pdf, structure))
    {
      set_true (pdf, catalog, "/MarkInfo", "/Marked");
      finish_structure (pdf, structure, figure_words);
    }
  qpdf_oh_release (pdf, structure);
  qpdf_oh_release (pdf, catalog);
}

/* Whether qpdf met no error so far; it keeps the last one. */
static gboolean
check (qpdf_data pdf,
       const char *path,
       GError **error)
{
  g_autofree char *name = NULL;
  qpdf_error fault;

  if (!qpdf_has_error (pdf))
    return TRUE;
  name = g_filename_display_name (path);
  fault = qpdf_get_error (pdf);
  /* Translators: %1$s is a PDF file that was just made, %2$s what is wrong in it, in English. */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The PDF “%1$s” is damaged, make it again: %2$s"), name,
               qpdf_get_error_message_detail (pdf, fault));
  return FALSE;
}

static gboolean
read_pdf (qpdf_data pdf,
          GMappedFile *file,
          const char *path,
          GError **error)
{
  const char *contents = g_mapped_file_get_contents (file);

  qpdf_silence_errors (pdf);
  qpdf_set_suppress_warnings (pdf, QPDF_TRUE);
  qpdf_set_attempt_recovery (pdf, QPDF_FALSE);
  qpdf_read_memory (pdf, path, contents != NULL ? contents : "", g_mapped_file_get_length (file), NULL);
  return check (pdf, path, error);
}

/* Written to memory first: qpdf does not tell all errors of the file system, and half a file must not be left. */
static gboolean
write_pdf (qpdf_data pdf,
           const char *path_in,
           const char *path_out,
           GError **error)
{
  qpdf_init_write_memory (pdf);
  qpdf_set_object_stream_mode (pdf, qpdf_o_generate);
  qpdf_set_deterministic_ID (pdf, QPDF_TRUE);
  qpdf_write (pdf);
  if (!check (pdf, path_in, error))
    return FALSE;
  return g_file_set_contents_full (path_out, (const char *) qpdf_get_buffer (pdf), (gssize) qpdf_get_buffer_length (pdf),
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0666, error);
}

/**
 * steppe_pdf_finish:
 * @path_in: a PDF file that cairo wrote
 * @path_out: the file to write, replaced at once if there is one; may be @path_in
 * @language: the language of its texts, a BCP 47 tag
 * @figure_words: (nullable) (element-type utf8): what is to be seen in each figure, in the order of the structure tree;
 *   a figure whose words are %NULL, empty or not there gets none
 * @error: return location for an error
 *
 * Adds what a screen reader needs and cairo does not write: the language, words for figures, and whether a heading cell
 * of a table (`TH`) is for its column, as in a row of nothing but heading cells, or for its row. Viewers are told to show
 * the title and not the name of the file.
 *
 * A file that cannot be read or written is an error of %G_FILE_ERROR, one that is damaged %G_IO_ERROR_INVALID_DATA;
 * nothing is written then. May be called in any thread.
 *
 * Returns: whether @path_out is written
 */
gboolean
steppe_pdf_finish (const char *path_in,
                   const char *path_out,
                   const char *language,
                   GPtrArray *figure_words,
                   GError **error)
{
  g_autoptr (GMappedFile) file = NULL;
  qpdf_data pdf;
  gboolean is_written;

  g_return_val_if_fail (path_in != NULL && path_out != NULL && language != NULL, FALSE);

  file = g_mapped_file_new (path_in, FALSE, error);
  if (file == NULL)
    return FALSE;

  pdf = qpdf_init ();
  is_written = read_pdf (pdf, file, path_in, error);
  if (is_written)
    {
      finish_catalog (pdf, language, figure_words);
      is_written = check (pdf, path_in, error) && write_pdf (pdf, path_in, path_out, error);
    }
  qpdf_cleanup (&pdf);
  return is_written;
}
