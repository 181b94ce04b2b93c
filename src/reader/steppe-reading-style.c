/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader/steppe-reading-style.h"

/**
 * SteppeReadingStyle:
 *
 * How the reader wants a narrative to be set.
 */
struct _SteppeReadingStyle
{
  GObject parent_instance;

  SteppeReadingFont font;
  double scale;
  SteppeReadingSize line_spacing;
  SteppeReadingSize text_width;
  gboolean source_marks;
};

G_DEFINE_ENUM_TYPE (SteppeReadingFont, steppe_reading_font, G_DEFINE_ENUM_VALUE (STEPPE_READING_FONT_SERIF, "serif"), G_DEFINE_ENUM_VALUE (STEPPE_READING_FONT_SANS, "sans"))
G_DEFINE_ENUM_TYPE (SteppeReadingSize, steppe_reading_size, G_DEFINE_ENUM_VALUE (STEPPE_READING_SIZE_SMALL, "small"), G_DEFINE_ENUM_VALUE (STEPPE_READING_SIZE_MEDIUM, "medium"), G_DEFINE_ENUM_VALUE (STEPPE_READING_SIZE_LARGE, "large"))
G_DEFINE_FINAL_TYPE (SteppeReadingStyle, steppe_reading_style, G_TYPE_OBJECT)

enum
{
  PROP_FONT = 1,
  PROP_SCALE,
  PROP_LINE_SPACING,
  PROP_TEXT_WIDTH,
  PROP_SOURCE_MARKS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
steppe_reading_style_get_property (GObject *object,
                                   guint prop_id,
                                   GValue *value,
                                   GParamSpec *pspec)
{
  SteppeReadingStyle *self = STEPPE_READING_STYLE (object);

  switch (prop_id)
    {
    case PROP_FONT:
      g_value_set_enum (value, self->font);
      break;
    case PROP_SCALE:
      g_value_set_double (value, self->scale);
      break;
    case PROP_LINE_SPACING:
      g_value_set_enum (value, self->line_spacing);
      break;
    case PROP_TEXT_WIDTH:
      g_value_set_enum (value, self->text_width);
      break;
    case PROP_SOURCE_MARKS:
      g_value_set_boolean (value, self->source_marks);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Each notifies, changed or not: what sets them, sets them when the reader has chosen something. */
static void
steppe_reading_style_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  SteppeReadingStyle *self = STEPPE_READING_STYLE (object);

  switch (prop_id)
    {
    case PROP_FONT:
      self->font = g_value_get_enum (value);
      break;
    case PROP_SCALE:
      self->scale = g_value_get_double (value);
      break;
    case PROP_LINE_SPACING:
      self->line_spacing = g_value_get_enum (value);
      break;
    case PROP_TEXT_WIDTH:
      self->text_width = g_value_get_enum (value);
      break;
    case PROP_SOURCE_MARKS:
      self->source_marks = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
steppe_reading_style_class_init (SteppeReadingStyleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS;

  object_class->get_property = steppe_reading_style_get_property;
  object_class->set_property = steppe_reading_style_set_property;

  properties[PROP_FONT] = g_param_spec_enum ("font", NULL, NULL, STEPPE_TYPE_READING_FONT, STEPPE_READING_FONT_SERIF, flags);
  properties[PROP_SCALE] = g_param_spec_double ("scale", NULL, NULL, STEPPE_READING_MIN_SCALE, STEPPE_READING_MAX_SCALE, 1, flags);
  properties[PROP_LINE_SPACING] = g_param_spec_enum ("line-spacing", NULL, NULL, STEPPE_TYPE_READING_SIZE, STEPPE_READING_SIZE_MEDIUM, flags);
  properties[PROP_TEXT_WIDTH] = g_param_spec_enum ("text-width", NULL, NULL, STEPPE_TYPE_READING_SIZE, STEPPE_READING_SIZE_MEDIUM, flags);
  properties[PROP_SOURCE_MARKS] = g_param_spec_boolean ("source-marks", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
steppe_reading_style_init (SteppeReadingStyle *self)
{
}

/**
 * steppe_reading_style_new:
 *
 * Returns: (transfer full): the usual style
 */
SteppeReadingStyle *
steppe_reading_style_new (void)
{
  return g_object_new (STEPPE_TYPE_READING_STYLE, NULL);
}

/**
 * steppe_reading_style_get_family:
 * @self: a style
 *
 * Returns: the font families of the text, as in CSS
 */
const char *
steppe_reading_style_get_family (SteppeReadingStyle *self)
{
  g_return_val_if_fail (STEPPE_IS_READING_STYLE (self), "serif");

  /* The sans is that of the desktop. */
  return self->font == STEPPE_READING_FONT_SANS ? "Adwaita Sans, sans-serif" : "serif";
}

/**
 * steppe_reading_style_get_scale:
 * @self: a style
 *
 * Returns: the size of the text; 1 is the usual one
 */
double
steppe_reading_style_get_scale (SteppeReadingStyle *self)
{
  g_return_val_if_fail (STEPPE_IS_READING_STYLE (self), 1);

  return self->scale;
}

/**
 * steppe_reading_style_get_line_height:
 * @self: a style
 *
 * Returns: the height of lines, by that of the letters
 */
double
steppe_reading_style_get_line_height (SteppeReadingStyle *self)
{
  static const double heights[] = {
    [STEPPE_READING_SIZE_SMALL] = 1.2,
    [STEPPE_READING_SIZE_MEDIUM] = 1.4,
    [STEPPE_READING_SIZE_LARGE] = 1.7,
  };

  g_return_val_if_fail (STEPPE_IS_READING_STYLE (self), 1);

  return heights[self->line_spacing];
}

/**
 * steppe_reading_style_get_measure:
 * @self: a style
 *
 * Returns: the width of the column, in characters of average width
 */
int
steppe_reading_style_get_measure (SteppeReadingStyle *self)
{
  static const int measures[] = {
    [STEPPE_READING_SIZE_SMALL] = 60,
    [STEPPE_READING_SIZE_MEDIUM] = 68,
    [STEPPE_READING_SIZE_LARGE] = 75,
  };

  g_return_val_if_fail (STEPPE_IS_READING_STYLE (self), 1);

  return measures[self->text_width];
}

/**
 * steppe_reading_style_get_source_marks:
 * @self: a style
 *
 * Returns: whether mentions have the numbers of their sources
 */
gboolean
steppe_reading_style_get_source_marks (SteppeReadingStyle *self)
{
  g_return_val_if_fail (STEPPE_IS_READING_STYLE (self), TRUE);

  return self->source_marks;
}

/**
 * steppe_reading_style_bind:
 * @self: a style
 * @settings: the settings of the program
 *
 * Lets it be what the reader has chosen: how they like to read is the same in all windows, now and next time.
 */
void
steppe_reading_style_bind (SteppeReadingStyle *self,
                           GSettings *settings)
{
  static const char *const keys[][2] = {
    { "text-font", "font" },
    { "text-scale", "scale" },
    { "text-line-spacing", "line-spacing" },
    { "text-width", "text-width" },
    { "source-marks", "source-marks" },
  };

  g_return_if_fail (STEPPE_IS_READING_STYLE (self) && G_IS_SETTINGS (settings));

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_bind (settings, keys[i][0], self, keys[i][1], G_SETTINGS_BIND_GET);
}
