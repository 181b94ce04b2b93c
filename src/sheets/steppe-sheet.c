/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "sheets/steppe-sheet.h"

#include <glib/gi18n.h>

#include "sheets/steppe-language.h"
#include "sheets/steppe-sheet-private.h"

#define MAX_WIDTH 500 /* of a column of text with its labels, points at the usual size of text: about 68 characters of text */
#define LEAST_WIDTH 310 /* where there are several beside each other */
#define COLUMN_GAP 36 /* between these, points */
#define LABEL_SHARE 0.21 /* of the width */
#define MIN_LABEL_WIDTH 58 /* points; with less, labels stand above the text */
#define GUTTER 24 /* between labels and text, points */
#define SIGN_DISTANCE 14 /* of the middle of signs from the text, points */
#define HEAD_SPACE 20 /* below the head, points */
#define FOOT_SPACE 14 /* above the foot, points */
#define FIGURE_SIZE 8.5 /* of the font of figures, points */
#define FIGURE_SHARE 0.55 /* of the height of a page, at most */
#define STEP_TIME 4000 /* microseconds, about */
#define MAX_KEPT 200 /* blocks that are ready to be drawn; the others are set again */

static const SteppeFace running_face = { STEPPE_SHEET_SANS, 8, PANGO_WEIGHT_NORMAL, 1.2f, STEPPE_SHEET_RUNNING_GRAY };

static PangoContext *
create_context (PangoDirection direction,
                const char *language)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, direction);
  if (language != NULL)
    pango_context_set_language (context, pango_language_from_string (language));
  return context;
}

/* A page on its side has several columns of text, so that lines are not too long to read. */
static void
share_width (SteppeSheet *self)
{
  double room = self->paper.width - self->paper.left - self->paper.right, scale = self->setting.text_size, gap = COLUMN_GAP * scale;
  SteppeColumns *columns = &self->setting.columns;

  self->n_columns = (guint) MAX (1, (room + gap) / (LEAST_WIDTH * scale + gap));
  columns->width = CLAMP ((room - (self->n_columns - 1) * gap) / self->n_columns, 1, MAX_WIDTH * scale);
  self->column_step = columns->width + gap;
  self->width = self->column_step * self->n_columns - gap;
  columns->left = self->paper.left + (room - self->width) / 2;
}

static void
place_columns (SteppeSheet *self,
               PangoDirection direction)
{
  double scale = self->setting.text_size;
  SteppeColumns *columns = &self->setting.columns;
  double beside;

  share_width (self);
  columns->label_width = columns->width * LABEL_SHARE;
  if (columns->label_width < MIN_LABEL_WIDTH * scale)
    columns->label_width = 0;
  beside = columns->label_width > 0 ? columns->label_width + GUTTER * scale : 0;
  columns->text_width = columns->width - beside;
  if (direction == PANGO_DIRECTION_RTL)
    {
      columns->text_left = columns->left;
      columns->label_left = columns->left + columns->width - columns->label_width;
      columns->sign_x = columns->text_left + columns->text_width + SIGN_DISTANCE * scale;
    }
  else
    {
      columns->label_left = columns->left;
      columns->text_left = columns->left + beside;
      columns->sign_x = columns->text_left - SIGN_DISTANCE * scale;
    }
}

/**
 * _steppe_sheet_create_running_text:
 * @self: a sheet
 * @text: a text
 * @at_end: whether it stands at the end of its line
 *
 * Returns: (transfer full): what stands above or below the text on each page, on one line
 */
PangoLayout *
_steppe_sheet_create_running_text (const SteppeSheet *self,
                                   const char *text,
                                   gboolean at_end)
{
  PangoLayout *layout = _steppe_sheet_create_text (&self->setting, text, &running_face, self->width);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  _steppe_sheet_align_text (layout, at_end);
  return layout;
}

static double
body_height (const SteppeSheet *self)
{
  return self->paper.height - self->paper.bottom - self->foot_height - FOOT_SPACE * self->setting.text_size - self->top;
}

/* The head leaves room for what stands at its end. */
static void
create_running_head (SteppeSheet *self)
{
  PangoRectangle logical;

  self->title = _steppe_sheet_create_running_text (self, _ ("Fact Sheet"), TRUE);
  self->foot_height = _steppe_sheet_measure_height (self->title);
  self->top = self->paper.top + self->foot_height + HEAD_SPACE * self->setting.text_size;
  pango_layout_get_extents (self->title, NULL, &logical);
  self->head = _steppe_sheet_create_running_text (self, self->account->context, FALSE);
  pango_layout_set_width (self->head, (int) MAX (0, self->width * PANGO_SCALE - logical.width - GUTTER * PANGO_SCALE));
}

static void
init_figures (SteppeSheet *self)
{
  SteppeFigureLook *look = &self->setting.figures;

  self->figure_font = pango_font_description_from_string (STEPPE_SHEET_SANS);
  look->context = self->setting.context;
  look->font = self->figure_font;
  look->em = FIGURE_SIZE * self->setting.text_size;
  look->width = self->setting.columns.width;
  look->max_height = body_height (self) * FIGURE_SHARE;
  look->scheme = self->scheme;
}

static SteppeSheet *
create_sheet (const SteppeSheetOptions *options,
              const SteppeAccount *account,
              PangoDirection direction)
{
  SteppeSheet *self = g_new0 (SteppeSheet, 1);

  self->account = account;
  self->paper = options->paper;
  self->language = g_strdup (options->language);
  self->scheme = options->gray ? STEPPE_SCHEME_PRINT_GRAY : STEPPE_SCHEME_PRINT;
  g_set_object (&self->basemap, options->basemap);
  self->setting.context = create_context (direction, options->language);
  self->setting.text_size = options->text_size > 0 ? options->text_size : 1;
  place_columns (self, direction);
  create_running_head (self);
  init_figures (self);
  self->blocks = g_ptr_array_new ();
  self->first_lines = g_array_new (FALSE, FALSE, sizeof (guint));
  self->lines = g_array_new (FALSE, FALSE, sizeof (SteppePageLine));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * steppe_sheet_new:
 * @topic: what is told
 * @options: how; what it points to is not needed later
 *
 * Makes a sheet without pages, to be laid out by [method@Sheet.step]. Only the main thread makes and
 * draws sheets.
 *
 * Returns: (transfer full): the sheet
 */
SteppeSheet *
steppe_sheet_new (SteppeTopic *topic,
                  const SteppeSheetOptions *options)
{
  g_autoptr (SteppeLanguage) language = steppe_language_enter (options->language);
  g_autoptr (SteppeTopic) told = options->language != NULL ? steppe_topic_new_translated (topic, options->language)
                                                           : steppe_topic_ref (topic);
  SteppeTelling *telling = steppe_telling_new (told, options->sections);
  const char *tag = options->language != NULL ? options->language : g_get_language_names ()[0];
  SteppeSheet *self = create_sheet (options, steppe_telling_get_account (telling), steppe_language_get_direction (tag));

  self->telling = telling;
  self->topic = g_steal_pointer (&told);
  return self;
}

/**
 * _steppe_sheet_new_for_account:
 * @account: what is told; it is kept for as long as the sheet
 * @options: how; sections and language are of no use
 * @direction: %PANGO_DIRECTION_RTL for a reader who reads from right to left
 *
 * Returns: (transfer full): the sheet, without pages
 */
SteppeSheet *
_steppe_sheet_new_for_account (const SteppeAccount *account,
                               const SteppeSheetOptions *options,
                               PangoDirection direction)
{
  return create_sheet (options, account, direction);
}

/**
 * steppe_sheet_free:
 * @self: (transfer full): a sheet
 */
void
steppe_sheet_free (SteppeSheet *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    if (g_ptr_array_index (self->blocks, i) != NULL)
      _steppe_set_block_free (g_ptr_array_index (self->blocks, i));
  g_ptr_array_unref (self->blocks);
  g_queue_clear (&self->kept);
  g_array_unref (self->first_lines);
  g_array_unref (self->lines);
  g_array_unref (self->starts);
  g_object_unref (self->head);
  g_object_unref (self->title);
  g_object_unref (self->setting.context);
  pango_font_description_free (self->figure_font);
  g_clear_object (&self->basemap);
  g_clear_pointer (&self->telling, steppe_telling_free);
  g_clear_pointer (&self->topic, steppe_topic_unref);
  g_free (self->language);
  g_free (self);
}

/* Maps are left out where the base map cannot be read. */
static void
load_basemap (SteppeSheet *self,
              const SteppeAccountBlock *block)
{
  g_autoptr (GError) error = NULL;

  if (block->figure == NULL || steppe_figure_get_kind (block->figure) != STEPPE_FIGURE_MAP)
    return;
  if (self->basemap == NULL)
    self->basemap = steppe_basemap_new_from_resource (&error);
  if (error != NULL)
    g_warning ("The base map cannot be read: %s", error->message);
  self->setting.figures.basemap = self->basemap;
}

static SteppeSetBlock *
keep_block (SteppeSheet *self,
            guint n)
{
  const SteppeAccountBlock *block = g_ptr_array_index (self->account->blocks, n);
  SteppeSetBlock *set;

  load_basemap (self, block);
  set = _steppe_set_block_new (&self->setting, block, n > 0 ? g_ptr_array_index (self->account->blocks, n - 1) : NULL);
  g_ptr_array_index (self->blocks, n) = set;
  g_queue_push_tail (&self->kept, GUINT_TO_POINTER (n));
  if (g_queue_get_length (&self->kept) > MAX_KEPT)
    {
      guint old = GPOINTER_TO_UINT (g_queue_pop_head (&self->kept));

      _steppe_set_block_free (g_ptr_array_index (self->blocks, old));
      g_ptr_array_index (self->blocks, old) = NULL;
    }
  return set;
}

/**
 * _steppe_sheet_get_block:
 * @self: a sheet
 * @n: the number of a block that was laid out
 *
 * Returns: (transfer none): its lines, until others are asked for
 */
SteppeSetBlock *
_steppe_sheet_get_block (SteppeSheet *self,
                         guint n)
{
  SteppeSetBlock *set = g_ptr_array_index (self->blocks, n);

  return set != NULL ? set : keep_block (self, n);
}

static void
add_next_block (SteppeSheet *self)
{
  guint n = self->blocks->len;
  const SteppeSetBlock *set;

  g_ptr_array_add (self->blocks, NULL);
  g_array_append_val (self->first_lines, self->lines->len);
  set = _steppe_sheet_get_block (self, n);
  for (guint i = 0; i < set->lines->len; i++)
    g_array_append_val (self->lines, g_array_index (set->lines, SteppeSetLine, i).breaks);
}

static void
break_columns (SteppeSheet *self)
{
  steppe_break_pages ((const SteppePageLine *) (gpointer) self->lines->data, self->lines->len, body_height (self), self->starts);
}

/**
 * steppe_sheet_step:
 * @self: a sheet
 *
 * Lays out a little more, which takes some milliseconds.
 *
 * Returns: whether there is more to lay out
 */
gboolean
steppe_sheet_step (SteppeSheet *self)
{
  g_autoptr (SteppeLanguage) language = steppe_language_enter (self->language);
  gint64 end = g_get_monotonic_time () + STEP_TIME;
  gboolean more = !self->complete;

  while (more && g_get_monotonic_time () < end)
    {
      if (self->blocks->len < self->account->blocks->len)
        add_next_block (self);
      else
        more = self->telling != NULL && steppe_telling_step (self->telling);
    }
  break_columns (self);
  self->complete = !more;
  return more;
}

/**
 * steppe_sheet_finish:
 * @self: a sheet
 *
 * Lays out all of it.
 */
void
steppe_sheet_finish (SteppeSheet *self)
{
  while (steppe_sheet_step (self))
    ;
}

/**
 * steppe_sheet_is_complete:
 * @self: a sheet
 *
 * Returns: whether all of it is laid out
 */
gboolean
steppe_sheet_is_complete (const SteppeSheet *self)
{
  return self->complete;
}

/**
 * steppe_sheet_get_progress:
 * @self: a sheet
 *
 * Returns: how much of it is laid out, about, from 0 to 1
 */
double
steppe_sheet_get_progress (const SteppeSheet *self)
{
  return self->complete || self->telling == NULL ? 1 : steppe_telling_get_progress (self->telling);
}

/**
 * steppe_sheet_get_n_pages:
 * @self: a sheet
 *
 * Returns: how many pages can be drawn; as long as it is not complete, there are going to be more, and
 *   the last of them may not be full yet
 */
guint
steppe_sheet_get_n_pages (const SteppeSheet *self)
{
  return (self->starts->len + self->n_columns - 1) / self->n_columns;
}

/**
 * steppe_sheet_get_paper:
 * @self: a sheet
 *
 * Returns: (transfer none): what it is printed on
 */
const SteppePaper *
steppe_sheet_get_paper (const SteppeSheet *self)
{
  return &self->paper;
}

/**
 * steppe_sheet_get_topic:
 * @self: a sheet
 *
 * Returns: (transfer none): what is told, in the language of the sheet
 */
SteppeTopic *
steppe_sheet_get_topic (const SteppeSheet *self)
{
  return self->topic;
}

/**
 * _steppe_sheet_get_telling:
 * @self: a sheet of a topic
 *
 * Returns: (transfer none): what tells it
 */
const SteppeTelling *
_steppe_sheet_get_telling (const SteppeSheet *self)
{
  return self->telling;
}
