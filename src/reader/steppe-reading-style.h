/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SteppeReadingFont:
 *
 * What letters the text is set in.
 */
typedef enum
{
  STEPPE_READING_FONT_SERIF,
  STEPPE_READING_FONT_SANS,
} SteppeReadingFont;

/**
 * SteppeReadingSize:
 *
 * How much room lines or columns take.
 */
typedef enum
{
  STEPPE_READING_SIZE_SMALL,
  STEPPE_READING_SIZE_MEDIUM,
  STEPPE_READING_SIZE_LARGE,
} SteppeReadingSize;

/* How large the text may be; 1 is the usual size. */
#define STEPPE_READING_MIN_SCALE 0.6
#define STEPPE_READING_MAX_SCALE 3.0

#define STEPPE_TYPE_READING_FONT (steppe_reading_font_get_type ())
#define STEPPE_TYPE_READING_SIZE (steppe_reading_size_get_type ())
#define STEPPE_TYPE_READING_STYLE (steppe_reading_style_get_type ())
GType steppe_reading_font_get_type (void) G_GNUC_CONST;
GType steppe_reading_size_get_type (void) G_GNUC_CONST;
G_DECLARE_FINAL_TYPE (SteppeReadingStyle, steppe_reading_style, STEPPE, READING_STYLE, GObject)

SteppeReadingStyle *steppe_reading_style_new (void);
void steppe_reading_style_bind (SteppeReadingStyle *self,
                                GSettings *settings);
const char *steppe_reading_style_get_family (SteppeReadingStyle *self);
double steppe_reading_style_get_scale (SteppeReadingStyle *self);
double steppe_reading_style_get_line_height (SteppeReadingStyle *self);
int steppe_reading_style_get_measure (SteppeReadingStyle *self);
gboolean steppe_reading_style_get_source_marks (SteppeReadingStyle *self);

G_END_DECLS
