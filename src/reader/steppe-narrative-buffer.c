/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/steppe-narrative-buffer.h"

#include "paint/steppe-sample.h"
#include "widgets/steppe-sample-paintable.h"

/* Sets a narrative in a GtkTextBuffer: which tag is where follows from the text, how a tag looks
 * from the typography. Lengths are in em of the text. */

#define CODE_LINE_HEIGHT 1.15
#define INDENT 1.5
#define TITLE_LEVEL 0

static const struct
{
  double scale;
  double above;
  double below;
} headings[] = {
  [TITLE_LEVEL] = { 1.6, 0, 0 },
  [1] = { 1.35, 1.1, 0.3 },
  [2] = { 1.2, 1.1, 0.3 },
  [3] = { 1.1, 0.9, 0.25 },
  [4] = { 1, 0.8, 0.2 },
  [5] = { 1, 0.8, 0.2 },
  [6] = { 1, 0.8, 0.2 },
};

/**
 * steppe_narrative_get_heading_scale:
 * @level: level of a heading, 0 for the title
 *
 * Returns: its size, 1 is that of the text
 */
double
steppe_narrative_get_heading_scale (guint level)
{
  return headings[MIN (level, G_N_ELEMENTS (headings) - 1)].scale;
}

/**
 * steppe_narrative_get_indent:
 *
 * Returns: how far a quote or a list stands in, in em of the text
 */
double
steppe_narrative_get_indent (void)
{
  return INDENT;
}

static void
create_margin_tags (GtkTextBuffer *buffer,
                    const char *prefix)
{
  for (guint depth = 1; depth <= STEPPE_NARRATIVE_MAX_DEPTH; depth++)
    {
      g_autofree char *ltr = g_strdup_printf ("%s-%u", prefix, depth);
      g_autofree char *rtl = g_strdup_printf ("%s-%u-rtl", prefix, depth);

      gtk_text_buffer_create_tag (buffer, ltr, "accumulative-margin", TRUE, NULL);
      gtk_text_buffer_create_tag (buffer, rtl, "accumulative-margin", TRUE, NULL);
    }
}

/**
 * steppe_narrative_buffer_new:
 *
 * Returns: (transfer full): an empty buffer with the tags of narratives
 */
GtkTextBuffer *
steppe_narrative_buffer_new (void)
{
  GtkTextBuffer *buffer = gtk_text_buffer_new (NULL);

  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_buffer_create_tag (buffer, "body", NULL);
  gtk_text_buffer_create_tag (buffer, "spaced", NULL);
  gtk_text_buffer_create_tag (buffer, "tight", NULL);
  create_margin_tags (buffer, "quote");
  create_margin_tags (buffer, "list");
  gtk_text_buffer_create_tag (buffer, "hanging", NULL);
  for (guint level = TITLE_LEVEL; level < G_N_ELEMENTS (headings); level++)
    {
      g_autofree char *name = g_strdup_printf ("heading-%u", level);

      gtk_text_buffer_create_tag (buffer, name, "weight", PANGO_WEIGHT_BOLD, "line-height", 1.2f, NULL);
    }
  gtk_text_buffer_create_tag (buffer, "byline", "family", "sans", NULL);
  gtk_text_buffer_create_tag (buffer, "break", "justification", GTK_JUSTIFY_CENTER, NULL);
  gtk_text_buffer_create_tag (buffer, "emphasis", "style", PANGO_STYLE_ITALIC, NULL);
  gtk_text_buffer_create_tag (buffer, "strong", "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, "code", "family", "monospace", NULL);
  gtk_text_buffer_create_tag (buffer, "code-block", "family", "monospace", "line-height", CODE_LINE_HEIGHT, NULL);
  gtk_text_buffer_create_tag (buffer, "key", "family", "sans", NULL);
  gtk_text_buffer_create_tag (buffer, "note", NULL);
  gtk_text_buffer_create_tag (buffer, "found", NULL);
  gtk_text_buffer_create_tag (buffer, "found-here", "weight", PANGO_WEIGHT_BOLD, NULL);
  return buffer;
}

static void
apply (GtkTextBuffer *buffer,
       const char *tag,
       guint start,
       guint end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, end);
  gtk_text_buffer_apply_tag_by_name (buffer, tag, &from, &to);
}

static void
apply_margin (GtkTextBuffer *buffer,
              const char *prefix,
              guint depth,
              gboolean rtl,
              guint start,
              guint end)
{
  g_autofree char *tag = NULL;

  if (depth == 0)
    return;
  tag = g_strdup_printf ("%s-%u%s", prefix, depth, rtl ? "-rtl" : "");
  apply (buffer, tag, start, end);
}

static gboolean
is_rtl_script (GUnicodeScript script)
{
  switch (script)
    {
    case G_UNICODE_SCRIPT_ADLAM:
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_MANDAIC:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SAMARITAN:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * steppe_narrative_buffer_is_rtl:
 * @buffer: a buffer
 * @start: where a block begins, in characters
 * @end: where it ends
 *
 * Returns: whether the block runs from right to left, as its first letter says
 */
gboolean
steppe_narrative_buffer_is_rtl (GtkTextBuffer *buffer,
                                guint start,
                                guint end)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, start);
  for (guint i = start; i < end; i++, gtk_text_iter_forward_char (&iter))
    {
      gunichar c = gtk_text_iter_get_char (&iter);

      if (g_unichar_isalpha (c))
        return is_rtl_script (g_unichar_get_script (c));
    }
  return FALSE;
}

static void
set_block (GtkTextBuffer *buffer,
           const SteppeBlock *block,
           const SteppeBlock *before,
           guint offset)
{
  guint start = offset + block->start;
  guint end = offset + block->end;
  gboolean rtl = steppe_narrative_buffer_is_rtl (buffer, start, end);
  gboolean hangs = block->text_start > block->start;
  gboolean tight = before != NULL && before->list_depth > 0 && block->list_depth > 0 && before->quote_depth == block->quote_depth;

  /* A list item begins where the text around it does, and goes on after its marker. */
  apply_margin (buffer, "quote", block->quote_depth, rtl, start, end);
  apply_margin (buffer, "list", block->list_depth - hangs, rtl, start, end);
  if (hangs)
    apply (buffer, "hanging", start, end);
  if (block->type == STEPPE_BLOCK_HEADING)
    {
      g_autofree char *tag = g_strdup_printf ("heading-%u", block->level);

      apply (buffer, tag, start, end);
      return;
    }
  apply (buffer, tight ? "tight" : "spaced", start, start + 1);
  if (block->type == STEPPE_BLOCK_CODE)
    apply (buffer, "code-block", start, end);
  else if (block->type == STEPPE_BLOCK_BREAK)
    apply (buffer, "break", start, end);
}

static void
set_runs (GtkTextBuffer *buffer,
          const SteppeNarrativeText *text,
          guint offset)
{
  guint n_runs;
  const SteppeRun *runs = steppe_narrative_text_get_runs (text, &n_runs);

  for (guint i = 0; i < n_runs; i++)
    {
      guint start = offset + runs[i].start;
      guint end = offset + runs[i].end;

      if (runs[i].style & STEPPE_RUN_EMPHASIS)
        apply (buffer, "emphasis", start, end);
      if (runs[i].style & STEPPE_RUN_STRONG)
        apply (buffer, "strong", start, end);
      if (runs[i].style & STEPPE_RUN_CODE)
        apply (buffer, "code", start, end);
      if (runs[i].style & STEPPE_RUN_KEY)
        apply (buffer, "key", start, end);
    }
}

static void
set_notes (GtkTextBuffer *buffer,
           const SteppeNarrativeText *text,
           guint offset)
{
  guint n_links;
  const SteppeLink *links = steppe_narrative_text_get_links (text, &n_links);

  for (guint i = 0; i < n_links; i++)
    if (links[i].type == STEPPE_LINK_NOTE)
      apply (buffer, "note", offset + links[i].start, offset + links[i].end);
}

static void
insert_line (GtkTextBuffer *buffer,
             const char *line,
             const char *tag)
{
  GtkTextIter end;

  if (line == NULL || *line == '\0')
    return;
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert_with_tags_by_name (buffer, &end, line, -1, tag, NULL);
  gtk_text_buffer_insert (buffer, &end, "\n", 1);
}

/**
 * steppe_narrative_buffer_fill:
 * @buffer: a buffer of [func@narrative_buffer_new]
 * @title: (nullable): the line to set above the text
 * @byline: (nullable): the line to set below it
 * @text: the text
 *
 * Sets a narrative in place of what was there.
 *
 * Returns: where in the buffer the text begins, in characters
 */
guint
steppe_narrative_buffer_fill (GtkTextBuffer *buffer,
                              const char *title,
                              const char *byline,
                              const SteppeNarrativeText *text)
{
  guint n_blocks, offset;
  const SteppeBlock *blocks = steppe_narrative_text_get_blocks (text, &n_blocks);
  GtkTextIter start, end;

  gtk_text_buffer_set_text (buffer, "", 0);
  insert_line (buffer, title, "heading-0");
  insert_line (buffer, byline, "byline");
  gtk_text_buffer_get_end_iter (buffer, &end);
  offset = gtk_text_iter_get_offset (&end);
  gtk_text_buffer_insert (buffer, &end, steppe_narrative_text_get_plain (text), -1);

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_apply_tag_by_name (buffer, "body", &start, &end);
  for (guint i = 0; i < n_blocks; i++)
    set_block (buffer, &blocks[i], i > 0 ? &blocks[i - 1] : NULL, offset);
  set_runs (buffer, text, offset);
  set_notes (buffer, text, offset);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  return offset;
}

/**
 * steppe_narrative_buffer_set_signs:
 * @buffer: a buffer that was filled with @text
 * @text: the text
 * @offset: where in the buffer the text begins, in characters
 * @context: of the widget that shows it
 * @em: the size of the text, pixels
 *
 * Puts the signs of the text into their places, or puts them there anew with another size.
 */
void
steppe_narrative_buffer_set_signs (GtkTextBuffer *buffer,
                                   const SteppeNarrativeText *text,
                                   guint offset,
                                   PangoContext *context,
                                   double em)
{
  guint n_signs;
  const SteppeTextSign *signs = steppe_narrative_text_get_signs (text, &n_signs);
  gboolean is_rtl = pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL;

  for (guint i = 0; i < n_signs; i++)
    {
      g_autoptr (GdkPaintable) sign = NULL;
      GtkTextIter start, end;

      if (!steppe_sample_exists (signs[i].name))
        continue;
      sign = steppe_sample_paintable_new (signs[i].name, pango_context_get_font_description (context), em, is_rtl);
      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) (offset + signs[i].offset));
      end = start;
      gtk_text_iter_forward_char (&end);
      gtk_text_buffer_delete (buffer, &start, &end);
      gtk_text_buffer_insert_paintable (buffer, &start, sign);
    }
}

static GtkTextTag *
lookup (GtkTextBuffer *buffer,
        const char *prefix,
        guint number,
        const char *suffix)
{
  g_autofree char *name = g_strdup_printf ("%s-%u%s", prefix, number, suffix);

  return gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
}

static void
set_margins (GtkTextBuffer *buffer,
             const char *prefix,
             double em)
{
  for (guint depth = 1; depth <= STEPPE_NARRATIVE_MAX_DEPTH; depth++)
    {
      int margin = depth * INDENT * em;

      g_object_set (lookup (buffer, prefix, depth, ""), "left-margin", margin, NULL);
      g_object_set (lookup (buffer, prefix, depth, "-rtl"), "right-margin", margin, NULL);
    }
}

static void
set_headings (GtkTextBuffer *buffer,
              const SteppeTypography *typography)
{
  for (guint level = TITLE_LEVEL; level < G_N_ELEMENTS (headings); level++)
    g_object_set (lookup (buffer, "heading", level, ""),
                  "scale", headings[level].scale * typography->scale,
                  "pixels-above-lines", (int) (headings[level].above * typography->em),
                  "pixels-below-lines", (int) (headings[level].below * typography->em),
                  NULL);
}

static void
set_tag (GtkTextBuffer *buffer,
         const char *name,
         const char *first_property,
         ...)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
  va_list arguments;

  va_start (arguments, first_property);
  g_object_set_valist (G_OBJECT (tag), first_property, arguments);
  va_end (arguments);
}

/**
 * steppe_narrative_buffer_set_typography:
 * @buffer: a buffer of [func@narrative_buffer_new]
 * @typography: how to set it
 */
void
steppe_narrative_buffer_set_typography (GtkTextBuffer *buffer,
                                        const SteppeTypography *typography)
{
  double em = typography->em;
  PangoTabArray *tabs = pango_tab_array_new_with_positions (1, TRUE, PANGO_TAB_LEFT, (int) (INDENT * em));

  set_tag (buffer, "body", "family", typography->family, "scale", typography->scale, "line-height", (float) typography->line_height, NULL);
  if (typography->language != NULL)
    set_tag (buffer, "body", "language", typography->language, NULL);
  set_tag (buffer, "spaced", "pixels-above-lines", (int) (0.55 * em), NULL);
  set_tag (buffer, "tight", "pixels-above-lines", (int) (0.15 * em), NULL);
  set_tag (buffer, "byline", "foreground-rgba", &typography->quiet, "scale", 0.8 * typography->scale, "pixels-below-lines", (int) (0.3 * em), NULL);
  set_tag (buffer, "break", "foreground-rgba", &typography->quiet, "pixels-above-lines", (int) em, "pixels-below-lines", (int) (0.6 * em), NULL);
  set_tag (buffer, "code", "scale", 0.88 * typography->scale, NULL);
  set_tag (buffer, "key", "scale", 0.85 * typography->scale, NULL);
  set_tag (buffer, "code-block", "scale", 0.88 * typography->scale, NULL);
  set_tag (buffer, "hanging", "indent", (int) (-INDENT * em), "tabs", tabs, NULL);
  set_tag (buffer, "note", "foreground-rgba", &typography->note, NULL);
  set_tag (buffer, "found", "background-rgba", &typography->found, NULL);
  set_margins (buffer, "quote", em);
  set_margins (buffer, "list", em);
  set_headings (buffer, typography);
  pango_tab_array_free (tabs);
}
