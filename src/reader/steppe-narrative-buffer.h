/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/steppe-narrative-text.h"

G_BEGIN_DECLS

/**
 * SteppeTypography:
 * @family: the font families of the text, as in CSS
 * @language: (nullable): BCP 47 tag of the text's language
 * @em: size of the text in pixels
 * @scale: size of the text, 1 is that of the widget
 * @line_height: height of lines, by that of the letters
 * @quiet: colour of what is not so important
 * @note: colour of the marks of sources
 * @found: colour behind what was searched for
 *
 * How a narrative is set.
 */
typedef struct
{
  const char *family;
  const char *language;
  double em;
  double scale;
  double line_height;
  GdkRGBA quiet;
  GdkRGBA note;
  GdkRGBA found;
} SteppeTypography;

GtkTextBuffer *steppe_narrative_buffer_new (void);
guint steppe_narrative_buffer_fill (GtkTextBuffer *buffer,
                                    const char *title,
                                    const char *byline,
                                    const SteppeNarrativeText *text);
void steppe_narrative_buffer_set_typography (GtkTextBuffer *buffer,
                                             const SteppeTypography *typography);
void steppe_narrative_buffer_set_signs (GtkTextBuffer *buffer,
                                        const SteppeNarrativeText *text,
                                        guint offset,
                                        PangoContext *context,
                                        double em);
gboolean steppe_narrative_buffer_is_rtl (GtkTextBuffer *buffer,
                                         guint start,
                                         guint end);
double steppe_narrative_get_heading_scale (guint level);
double steppe_narrative_get_indent (void);

G_END_DECLS
