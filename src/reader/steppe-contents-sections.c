/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steppe-config.h"

#include "reader/steppe-contents-sections.h"

#include <glib/gi18n.h>

#include "model/steppe-local-date.h"
#include "time/steppe-date-format.h"

/* A section is a number that grows with time. Dates that EDTF writes with four digits have one for
 * each century, decade and so on; what lies before and after has one each. Events that have no
 * known start come first, those without a date last. */
#define SECTION_OPEN (-2)
#define SECTION_BEFORE (-1)
#define SECTION_AFTER (G_MAXINT64 - 1)
#define SECTION_UNDATED G_MAXINT64

#define LAST_YEAR 9999
#define FEW_SECTIONS 4
#define EVENTS_A_SECTION 3
#define MOST_OF_TEN 9

/**
 * steppe_contents_step_get_section:
 * @step: what sections stand for
 * @event: an event of @dossier
 * @dossier: the dossier
 *
 * Returns: the section that @event is in; sections are in the order of time, undated events last
 */
gint64
steppe_contents_step_get_section (SteppeContentsStep step,
                                  SteppeEvent *event,
                                  SteppeDossier *dossier)
{
  g_autoptr (SteppeDate) date = steppe_event_dup_local_date (event, dossier);
  gint64 instant;
  SteppeCivil civil;

  if (!steppe_event_is_dated (event))
    return SECTION_UNDATED;
  instant = steppe_date_get_local_earliest (date);
  if (instant == STEPPE_INSTANT_MIN)
    return SECTION_OPEN;
  steppe_instant_to_civil (instant, &civil);
  if (civil.year < 0)
    return SECTION_BEFORE;
  if (civil.year > LAST_YEAR)
    return SECTION_AFTER;
  switch (step)
    {
    case STEPPE_CONTENTS_CENTURY:
      return civil.year / 100;
    case STEPPE_CONTENTS_DECADE:
      return civil.year / 10;
    case STEPPE_CONTENTS_YEAR:
      return civil.year;
    case STEPPE_CONTENTS_MONTH:
      return civil.year * 12 + civil.month - 1;
    case STEPPE_CONTENTS_DAY:
    default:
      return (civil.year * 12 + civil.month - 1) * 31 + civil.day - 1;
    }
}

/* Whether most dates are known as finely as @step says: “1 January” over events of which only the
 * month is known would tell what nobody knows. */
static gboolean
is_known_by (GPtrArray *chronology,
             SteppeContentsStep step)
{
  static const SteppePrecision coarsest[] = {
    [STEPPE_CONTENTS_CENTURY] = STEPPE_PRECISION_CENTURY,
    [STEPPE_CONTENTS_DECADE] = STEPPE_PRECISION_DECADE,
    [STEPPE_CONTENTS_YEAR] = STEPPE_PRECISION_YEAR,
    [STEPPE_CONTENTS_MONTH] = STEPPE_PRECISION_MONTH,
    [STEPPE_CONTENTS_DAY] = STEPPE_PRECISION_DAY,
  };
  guint n_dated = 0, n_known = 0;

  for (guint i = 0; i < chronology->len; i++)
    {
      SteppeDate *date = steppe_event_get_date (g_ptr_array_index (chronology, i));

      if (!steppe_event_is_dated (g_ptr_array_index (chronology, i)))
        continue;
      n_dated++;
      n_known += steppe_date_get_precision (date) <= coarsest[step];
    }
  return n_known * 10 >= n_dated * MOST_OF_TEN;
}

/**
 * steppe_contents_step_choose:
 * @chronology: (element-type SteppeEvent): the events of @dossier in the order of time
 * @dossier: the dossier
 *
 * Returns: the finest step at which sections hold some three events on average, and which most
 *   dates are no coarser than
 */
SteppeContentsStep
steppe_contents_step_choose (GPtrArray *chronology,
                             SteppeDossier *dossier)
{
  for (int step = STEPPE_CONTENTS_DAY; step > STEPPE_CONTENTS_CENTURY; step--)
    {
      guint n_sections = 0;
      gint64 last = G_MININT64;

      for (guint i = 0; i < chronology->len; i++)
        {
          gint64 section = steppe_contents_step_get_section (step, g_ptr_array_index (chronology, i), dossier);

          n_sections += section != last;
          last = section;
        }
      if (n_sections <= MAX (FEW_SECTIONS, chronology->len / EVENTS_A_SECTION) && is_known_by (chronology, step))
        return step;
    }
  return STEPPE_CONTENTS_CENTURY;
}

static char *
section_to_edtf (SteppeContentsStep step,
                 int section)
{
  switch (step)
    {
    case STEPPE_CONTENTS_CENTURY:
      return g_strdup_printf ("%02dXX", section);
    case STEPPE_CONTENTS_DECADE:
      return g_strdup_printf ("%03dX", section);
    case STEPPE_CONTENTS_YEAR:
      return g_strdup_printf ("%04d", section);
    case STEPPE_CONTENTS_MONTH:
      return g_strdup_printf ("%04d-%02d", section / 12, section % 12 + 1);
    case STEPPE_CONTENTS_DAY:
    default:
      return g_strdup_printf ("%04d-%02d-%02d", section / 31 / 12, section / 31 % 12 + 1, section % 31 + 1);
    }
}

/**
 * steppe_contents_step_describe:
 * @step: what sections stand for
 * @section: a section
 *
 * Returns: (transfer full): its heading, in the user's language
 */
char *
steppe_contents_step_describe (SteppeContentsStep step,
                               gint64 section)
{
  g_autofree char *edtf = NULL;
  g_autoptr (SteppeDate) date = NULL;

  if (section == SECTION_OPEN)
    return g_strdup (_ ("Open Start"));
  if (section == SECTION_BEFORE)
    return g_strdup (_ ("Before the Common Era"));
  if (section == SECTION_AFTER)
    return g_strdup (_ ("Far Future"));
  if (section == SECTION_UNDATED)
    return g_strdup (_ ("Undated"));
  edtf = section_to_edtf (step, (int) section);
  date = steppe_date_new (edtf, NULL);
  return date != NULL ? steppe_date_format (date, STEPPE_DATE_STYLE_LONG) : g_steal_pointer (&edtf);
}
