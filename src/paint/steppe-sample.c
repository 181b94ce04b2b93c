/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/steppe-sample.h"

#include <string.h>

#include "model/steppe-journey.h"
#include "paint/steppe-bar.h"
#include "paint/steppe-map-halos.h"
#include "paint/steppe-map-journeys.h"
#include "paint/steppe-map-marker-paint.h"

/* Signs to tell what signs mean: each is painted by what paints it on the map and on the timeline. */

/* In em, the size of the font. */
#define SIGN_SIZE 1.15
#define SIGN_WIDTH 1.5
#define LONG_WIDTH 4.5
#define BAR_HEIGHT 1.3
#define FADE 1.6
#define MARKER_RADIUS 0.62
#define HALO_RADIUS 0.75

/* The kind of event that stands for any. */
#define KIND "visit"
#define COUNT "7"

/* So wide dates are members of sets, in em. */
static const SteppeStretch members[] = { { 0, 0 }, { 2.25, 2.25 }, { 4.5, 4.5 } };

static const struct
{
  const char *name;
  SteppeBarForm form;
  SteppeQualifier qualifier;
  SteppeEdge end;
  gboolean fades;
} bars[] = {
  { "sign", STEPPE_BAR_FORM_SIGN },
  { "lasting", STEPPE_BAR_FORM_LASTING },
  { "fading", STEPPE_BAR_FORM_LASTING, .fades = TRUE },
  { "open", STEPPE_BAR_FORM_LASTING, .end = STEPPE_EDGE_OPEN },
  { "moment", STEPPE_BAR_FORM_MOMENT },
  { "one-of", STEPPE_BAR_FORM_ONE_OF },
  { "all-of", STEPPE_BAR_FORM_ALL_OF },
  { "approximate", STEPPE_BAR_FORM_SIGN, STEPPE_QUALIFIER_APPROXIMATE },
  { "uncertain", STEPPE_BAR_FORM_SIGN, STEPPE_QUALIFIER_UNCERTAIN },
};

static const struct
{
  const char *name;
  const char *kind;
  gboolean sure;
} lines[] = {
  { "certain", "flight", TRUE },
  { "uncertain", "flight", FALSE },
  { "railway", "railway", TRUE },
  { "pipeline", "pipeline", FALSE },
};

static const char *const marks[] = { "badge", "halo", "faded", "selected", NULL };

/* The first letters of a name, up to the colon, say what paints it. */
static const char *
get_rest (const char *name,
          const char *group)
{
  gsize length = strlen (group);

  return g_str_has_prefix (name, group) && name[length] == ':' ? name + length + 1 : NULL;
}

static int
find_bar (const char *name)
{
  const char *rest = get_rest (name, "bar");

  for (guint i = 0; rest != NULL && i < G_N_ELEMENTS (bars); i++)
    if (g_str_equal (bars[i].name, rest))
      return (int) i;
  return -1;
}

static int
find_line (const char *name)
{
  const char *rest = get_rest (name, "line");

  for (guint i = 0; rest != NULL && i < G_N_ELEMENTS (lines); i++)
    if (g_str_equal (lines[i].name, rest))
      return (int) i;
  return -1;
}

static gboolean
find_status (const char *name,
             SteppeStatus *status)
{
  const char *rest = get_rest (name, "status");

  *status = rest != NULL ? steppe_status_from_string (rest) : STEPPE_STATUS_OTHER;
  return *status != STEPPE_STATUS_OTHER;
}

/**
 * steppe_sample_exists:
 * @name: `sign:` and a kind of event, `status:` and a status, `bar:` and what is known of a date, `map:` and what is on
 *   the map, or `line:` and what is a line there
 *
 * Returns: whether there is a sign of this name
 */
gboolean
steppe_sample_exists (const char *name)
{
  const char *mark = get_rest (name, "map");
  SteppeStatus status;

  return get_rest (name, "sign") != NULL || find_status (name, &status) || find_bar (name) >= 0 || find_line (name) >= 0 ||
         (mark != NULL && g_strv_contains (marks, mark));
}

static gboolean
is_long (const char *name)
{
  int bar = find_bar (name);

  return find_line (name) >= 0 || (bar >= 0 && bars[bar].form != STEPPE_BAR_FORM_SIGN);
}

/**
 * steppe_sample_get_width:
 * @name: the name of a sign
 *
 * Returns: how wide it is, in em
 */
double
steppe_sample_get_width (const char *name)
{
  int bar = find_bar (name);

  if (is_long (name))
    return LONG_WIDTH;
  if (bar >= 0 && bars[bar].qualifier != STEPPE_QUALIFIER_NONE)
    return SIGN_WIDTH + steppe_sign_get_qualifier_width (bars[bar].qualifier, SIGN_SIZE);
  return SIGN_WIDTH;
}

static void
paint_bar (cairo_t *cr,
           guint n,
           const SteppeMapLook *look,
           gboolean is_rtl,
           double x,
           double y)
{
  double em = look->em, room = bars[n].form == STEPPE_BAR_FORM_ALL_OF ? SIGN_SIZE * em : 0;
  SteppeBar bar = {
    .form = bars[n].form,
    .kind = KIND,
    .status = STEPPE_STATUS_REPORTED,
    .qualifier = bars[n].qualifier,
    .end.edge = bars[n].end,
    .width = bars[n].form == STEPPE_BAR_FORM_SIGN ? 0 : LONG_WIDTH * em - room,
    .height = BAR_HEIGHT * em,
    .sign_size = SIGN_SIZE * em,
    .is_rtl = is_rtl,
  };
  SteppeStretch scaled[G_N_ELEMENTS (members)];

  if (bars[n].fades)
    bar.start.fade = bar.end.fade = FADE * em;
  if (bar.form == STEPPE_BAR_FORM_ONE_OF || bar.form == STEPPE_BAR_FORM_ALL_OF)
    {
      for (guint i = 0; i < G_N_ELEMENTS (members); i++)
        scaled[i].from = scaled[i].to = members[i].from / LONG_WIDTH * bar.width;
      bar.members = scaled;
      bar.n_members = G_N_ELEMENTS (scaled);
    }
  steppe_bar_place (&bar, 0, 0, bar.width);
  if (bar.form == STEPPE_BAR_FORM_SIGN)
    x += (SIGN_WIDTH - SIGN_SIZE) / 2 * em;
  steppe_bar_paint (cr, &bar, look->scheme, x, y - bar.height / 2);
}

static SteppeItem *
create_journey (const char *kind)
{
  SteppeItem *journey = steppe_item_new (STEPPE_ITEM_JOURNEY, "sample");
  guint n_fields;
  const SteppeField *fields = steppe_item_get_fields (journey, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].member, "kind"))
      steppe_item_take_pointer (journey, i, g_strdup (kind));
  return journey;
}

static void
paint_arrow (cairo_t *cr,
             const SteppeColor *color,
             double size,
             gboolean is_rtl,
             double x,
             double y)
{
  cairo_new_path (cr);
  for (guint i = 0; i < STEPPE_MAP_ARROW_N_POINTS; i++)
    cairo_line_to (cr, x + (is_rtl ? -size : size) * steppe_map_arrow_points[i].x, y + size * steppe_map_arrow_points[i].y);
  cairo_close_path (cr);
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
  cairo_fill (cr);
}

static void
paint_line (cairo_t *cr,
            guint n,
            const SteppeMapLook *look,
            gboolean is_rtl,
            double x,
            double y)
{
  g_autoptr (SteppeItem) journey = create_journey (lines[n].kind);
  SteppeMapTrack *track = steppe_map_track_new (journey, NULL);
  double length = LONG_WIDTH * look->em;
  const SteppeMapEmphasis emphasis = { 0 };
  SteppeMapTrackStyle style;

  steppe_map_track_add_point (track, 0, 0);
  steppe_map_track_add_point (track, 1, 0);
  track->sure = lines[n].sure;
  if (steppe_map_journeys_get_style (track, &emphasis, look, &style))
    {
      steppe_map_track_style_draw_sample (&style, cr, x, y, length);
      if (style.has_arrow)
        paint_arrow (cr, &style.color, STEPPE_MAP_ARROW_SIZE * look->em, is_rtl, x + length / 2, y);
    }
  steppe_map_track_free (track);
}

static void
paint_mark (cairo_t *cr,
            const char *mark,
            const SteppeMapLook *look,
            double x,
            double y)
{
  SteppeMapHalo halo;

  if (g_str_equal (mark, "badge"))
    {
      steppe_map_marker_paint_badge (cr, COUNT, x, y, MARKER_RADIUS * look->em, look);
      return;
    }
  if (g_str_equal (mark, "faded"))
    {
      steppe_map_marker_paint_faded (cr, x, y, look);
      return;
    }
  if (g_str_equal (mark, "halo"))
    {
      steppe_map_halo_init (&halo, HALO_RADIUS * look->em, TRUE, look);
      halo.x = x;
      halo.y = y;
      steppe_map_halo_draw (&halo, cr);
    }
  steppe_sign_paint (cr, KIND, STEPPE_STATUS_CONFIRMED, look->scheme, x, y, (MARKER_RADIUS + 0.2) * look->em);
  if (g_str_equal (mark, "selected"))
    steppe_map_marker_paint_ring (cr, x, y, MARKER_RADIUS * look->em, look);
}

/**
 * steppe_sample_paint:
 * @cr: where to draw
 * @name: the name of a sign
 * @look: how the map is drawn; its palette is not used
 * @is_rtl: whether time runs from right to left
 * @x: the left edge
 * @y: the middle
 *
 * Paints a sign as it is on the map or on the timeline.
 */
void
steppe_sample_paint (cairo_t *cr,
                     const char *name,
                     const SteppeMapLook *look,
                     gboolean is_rtl,
                     double x,
                     double y)
{
  double middle = x + SIGN_WIDTH / 2 * look->em;
  int bar = find_bar (name), line = find_line (name);
  SteppeStatus status;

  if (bar >= 0)
    paint_bar (cr, (guint) bar, look, is_rtl, x, y);
  else if (line >= 0)
    paint_line (cr, (guint) line, look, is_rtl, x, y);
  else if (get_rest (name, "map") != NULL)
    paint_mark (cr, get_rest (name, "map"), look, middle, y);
  else if (find_status (name, &status))
    steppe_sign_paint (cr, KIND, status, look->scheme, middle, y, SIGN_SIZE * look->em);
  else if (get_rest (name, "sign") != NULL)
    steppe_sign_paint (cr, get_rest (name, "sign"), STEPPE_STATUS_CONFIRMED, look->scheme, middle, y, SIGN_SIZE * look->em);
}
