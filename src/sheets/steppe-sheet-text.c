/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheets/steppe-sheet-private.h"

#include <string.h>

#include "paint/steppe-number-breaks.h"

/* Texts of a sheet, with the parts of them that stand out or lead somewhere. */

#define NOTES_SCALE 0.72 /* of the size of the text */
#define NOTES_RISE 0.3 /* of the size of the text */
#define NOTES_GRAY 0.35
#define SPANS_KEY "steppe-spans"

/* Letters that are joined are not read back as letters by all readers of PDF. */
#define FEATURES "liga=0, clig=0, dlig=0"

static PangoFontDescription *
describe_face (const SteppeFace *face,
               double text_size)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, face->family);
  pango_font_description_set_absolute_size (font, face->size * text_size * PANGO_SCALE);
  pango_font_description_set_weight (font, face->weight);
  return font;
}

/**
 * _steppe_sheet_align_text:
 * @layout: a text
 * @at_end: whether it stands at the end of its room, in the direction in which the sheet is read,
 *   instead of the start
 *
 * Aligns a text, so that it stands beside its label. Pango turns a paragraph over that runs against
 * the direction of the sheet; this turns it back.
 */
void
_steppe_sheet_align_text (PangoLayout *layout,
                          gboolean at_end)
{
  PangoDirection direction = pango_context_get_base_dir (pango_layout_get_context (layout));
  PangoLayoutLine *first = pango_layout_get_line_readonly (layout, 0);
  gboolean turned = pango_layout_line_get_resolved_direction (first) != direction;
  gboolean right = (direction == PANGO_DIRECTION_RTL) != at_end;

  pango_layout_set_alignment (layout, right != turned ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

/* @attributes are taken over. Setting them is cheap before the text is first laid out, and only then. So is the number
 * of lines: a long word without a place to break is very slow to lay out in a narrow column. */
static PangoLayout *
create_layout (const SteppeSetting *setting,
               const char *text,
               const SteppeFace *face,
               PangoAttrList *attributes,
               double width,
               guint max_lines)
{
  PangoLayout *layout = pango_layout_new (setting->context);
  PangoFontDescription *font = describe_face (face, setting->text_size);

  pango_attr_list_insert (attributes, pango_attr_font_features_new (FEATURES));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_line_spacing (layout, face->leading);
  if (max_lines > 0)
    {
      pango_layout_set_height (layout, -(int) max_lines);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  _steppe_sheet_align_text (layout, FALSE);
  return layout;
}

/**
 * _steppe_sheet_create_text:
 * @setting: what it is set with
 * @text: a text
 * @face: what it is set in
 * @width: how wide it may be, points
 *
 * Returns: (transfer full): the text in lines
 */
PangoLayout *
_steppe_sheet_create_text (const SteppeSetting *setting,
                           const char *text,
                           const SteppeFace *face,
                           double width)
{
  return create_layout (setting, text, face, pango_attr_list_new (), width, 0);
}

static void
insert_attribute (PangoAttrList *attributes,
                  PangoAttribute *attribute,
                  guint start,
                  guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

/* Numbers of sources are small and raised. */
static void
raise_notes (PangoAttrList *attributes,
             double size,
             guint start,
             guint end)
{
  const guint16 gray = (guint16) (NOTES_GRAY * G_MAXUINT16);

  insert_attribute (attributes, pango_attr_size_new_absolute ((int) (size * NOTES_SCALE * PANGO_SCALE)), start, end);
  insert_attribute (attributes, pango_attr_rise_new ((int) (size * NOTES_RISE * PANGO_SCALE)), start, end);
  insert_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_NORMAL), start, end);
  insert_attribute (attributes, pango_attr_foreground_new (gray, gray, gray), start, end);
}

static void
add_span (GArray *spans,
          guint start,
          guint end,
          char *target)
{
  SteppePhraseSpan span = { start, end, FALSE, target };

  g_array_append_val (spans, span);
}

/* Each number after the text leads to its source. */
static void
add_note_spans (GArray *spans,
                const char *noted,
                guint start)
{
  for (guint i = start; noted[i] != '\0';)
    {
      guint end = i;

      while (g_ascii_isdigit (noted[end]))
        end++;
      if (end > i)
        add_span (spans, i, end, g_strdup_printf ("source-%.*s", (int) (end - i), noted + i));
      i = MAX (end, i + 1);
    }
}

/* Parts that lead somewhere are runs of their own, so that they can be drawn as links: an attribute
 * that changes nothing separates them. */
static void
mark_spans (PangoAttrList *attributes,
            const SteppePhrase *phrase,
            GArray *spans)
{
  for (guint i = 0; phrase->spans != NULL && i < phrase->spans->len; i++)
    {
      const SteppePhraseSpan *span = &g_array_index (phrase->spans, SteppePhraseSpan, i);

      if (span->strong)
        insert_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), span->start, span->end);
      if (span->target != NULL)
        add_span (spans, span->start, span->end, g_strdup (span->target));
    }
}

static void
separate_runs (PangoAttrList *attributes,
               GArray *spans)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const SteppePhraseSpan *span = &g_array_index (spans, SteppePhraseSpan, i);

      insert_attribute (attributes, pango_attr_letter_spacing_new (i % 2), span->start, span->end);
    }
}

/**
 * _steppe_sheet_create_phrase:
 * @setting: what it is set with
 * @phrase: a phrase
 * @face: what it is set in
 * @width: how wide it may be, points
 * @max_lines: how many lines each of its paragraphs may have, 0 for any number; what is more is left out
 *
 * Sets a phrase; the numbers of its sources stay with the last word.
 *
 * Returns: (transfer full): the phrase in lines
 */
PangoLayout *
_steppe_sheet_create_phrase (const SteppeSetting *setting,
                             const SteppePhrase *phrase,
                             const SteppeFace *face,
                             double width,
                             guint max_lines)
{
  g_autofree char *noted = steppe_phrase_dup_noted (phrase);
  guint end = (guint) strlen (phrase->text);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (SteppePhraseSpan));
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoLayout *layout;

  g_array_set_clear_func (spans, steppe_phrase_span_clear);
  mark_spans (attributes, phrase, spans);
  raise_notes (attributes, face->size * setting->text_size, end, (guint) strlen (noted));
  add_note_spans (spans, noted, end);
  steppe_number_breaks_forbid (attributes, noted, end);
  separate_runs (attributes, spans);
  layout = create_layout (setting, noted, face, attributes, width, max_lines);
  g_object_set_data_full (G_OBJECT (layout), SPANS_KEY, spans, (GDestroyNotify) g_array_unref);
  return layout;
}

/**
 * _steppe_sheet_get_spans:
 * @layout: a text
 *
 * Returns: (transfer none) (nullable) (element-type SteppePhraseSpan): the parts of it that lead somewhere
 */
GArray *
_steppe_sheet_get_spans (PangoLayout *layout)
{
  return g_object_get_data (G_OBJECT (layout), SPANS_KEY);
}

/**
 * _steppe_sheet_measure_height:
 * @layout: a text
 *
 * Returns: its height, points
 */
double
_steppe_sheet_measure_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}
