/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "time/steppe-date.h"

#include <string.h>

/* So that a table that is cut short does not pass. */
#define FEWEST_VALID_CASES 250
#define FEWEST_INVALID_CASES 200

typedef void (*CaseFunc) (char **fields);

/* Calls @func with each line of a table that is no comment. Returns how many there were. */
static guint
run_table (const char *name,
           guint n_fields,
           CaseFunc func)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_cases = 0;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);

      if (lines[i][0] == '#' || lines[i + 1] == NULL)
        continue;
      g_test_message ("%s", lines[i]);
      g_assert_cmpuint (g_strv_length (fields), ==, n_fields);
      func (fields);
      n_cases++;
    }
  return n_cases;
}

static SteppeDate *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  SteppeDate *date = steppe_date_new (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (date);
  return date;
}

static char *
write_instant (gint64 instant)
{
  if (instant == STEPPE_INSTANT_MIN || instant == STEPPE_INSTANT_MAX)
    return g_strdup ("-");
  return steppe_instant_to_iso (instant);
}

static void
assert_instant (gint64 instant,
                const char *expected)
{
  g_autofree char *written = write_instant (instant);

  g_assert_cmpstr (written, ==, expected);
}

/* The place of @name in @names. */
static guint
look_up (const char *name,
         const char *const *names)
{
  guint i = 0;

  while (names[i] != NULL && !g_str_equal (names[i], name))
    i++;
  g_assert_nonnull (names[i]);
  return i;
}

static void
check_valid (char **fields)
{
  static const char *const kinds[] = { "moment", "interval", "one-of", "all-of", NULL };
  static const char *const precisions[] = { "second", "minute", "hour", "day", "month", "season", "year",
                                            "decade", "century", "millennium", "age", NULL };
  static const char *const qualifiers[] = { ".", "?", "~", "%", NULL };
  static const char *const edges[] = { "known", "open", "unknown", NULL };
  g_autoptr (SteppeDate) date = parse (fields[0]);
  guint all = STEPPE_QUALIFIER_NONE;

  g_assert_cmpstr (steppe_date_get_text (date), ==, fields[0]);
  g_assert_cmpint (steppe_date_get_kind (date), ==, look_up (fields[1], kinds));
  g_assert_cmpint (steppe_date_lasts (date), ==, g_str_equal (fields[1], "interval"));
  assert_instant (steppe_date_get_earliest (date), fields[2]);
  assert_instant (steppe_date_get_latest (date), fields[3]);
  g_assert_cmpint (steppe_date_get_precision (date), ==, look_up (fields[4], precisions));
  for (guint i = 0; i < 3; i++)
    {
      const char written[] = { fields[5][i], '\0' };
      guint expected = look_up (written, qualifiers);

      g_assert_cmpint (steppe_date_get_part_qualifier (date, i), ==, expected);
      all |= expected;
    }
  g_assert_cmpint (steppe_date_get_qualifier (date), ==, all);
  g_assert_cmpint (steppe_date_get_start_edge (date), ==, look_up (fields[6], edges));
  g_assert_cmpint (steppe_date_get_end_edge (date), ==, look_up (fields[7], edges));
}

static void
test_valid (void)
{
  g_assert_cmpuint (run_table ("edtf-valid.tsv", 8, check_valid), >=, FEWEST_VALID_CASES);
}

static void
check_invalid (char **fields)
{
  static const char *const codes[] = { "syntax", "value", "order", "limit", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *position = g_strdup_printf ("character %s: ", fields[1]);
  SteppeDate *date = steppe_date_new (fields[0], &error);

  g_assert_null (date);
  g_assert_error (error, STEPPE_DATE_ERROR, (int) look_up (fields[2], codes));
  g_test_message ("  %s", error->message);
  g_assert_true (g_str_has_prefix (error->message, position));
  g_assert_nonnull (strstr (error->message, fields[3]));
}

static void
test_invalid (void)
{
  g_assert_cmpuint (run_table ("edtf-invalid.tsv", 4, check_invalid), >=, FEWEST_INVALID_CASES);
}

/* Every text that is cut short or has a foreign character in it is read or refused, and nothing else. */
static void
check_damaged (char **fields)
{
  static const char foreign[] = "X?/[.,-TE9\x80";
  gsize length = strlen (fields[0]);

  for (gsize i = 0; i < length; i++)
    for (gsize j = 0; j < sizeof foreign; j++)
      {
        g_autofree char *damaged = g_strdup (fields[0]);
        g_autoptr (GError) error = NULL;
        g_autoptr (SteppeDate) date = NULL;

        damaged[i] = foreign[j];
        date = steppe_date_new (damaged, &error);
        g_assert_true ((date != NULL) == (error == NULL));
        if (date != NULL)
          g_assert_cmpint (steppe_date_get_earliest (date), <=, steppe_date_get_latest (date));
      }
}

static void
test_damaged (void)
{
  run_table ("edtf-valid.tsv", 8, check_damaged);
}

static void
test_limits (void)
{
  g_autoptr (GString) members = g_string_new ("[1900");
  g_autoptr (GString) number = g_string_new ("Y");
  g_autoptr (SteppeDate) full = NULL, broken = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i < STEPPE_DATE_MAX_MEMBERS; i++)
    g_string_append (members, ",1900");
  g_string_append_c (members, ']');
  full = parse (members->str);
  g_assert_cmpuint (steppe_date_get_n_members (full), ==, STEPPE_DATE_MAX_MEMBERS);

  g_string_truncate (members, members->len - 1);
  g_string_append (members, ",1900]");
  broken = steppe_date_new (members->str, &error);
  g_assert_null (broken);
  g_assert_error (error, STEPPE_DATE_ERROR, STEPPE_DATE_ERROR_LIMIT);
  g_clear_error (&error);

  while (number->len <= STEPPE_DATE_MAX_LENGTH)
    g_string_append_c (number, '1');
  broken = steppe_date_new (number->str, &error);
  g_assert_null (broken);
  g_assert_error (error, STEPPE_DATE_ERROR, STEPPE_DATE_ERROR_LIMIT);
  g_assert_true (g_str_has_prefix (error->message, "character 1001: "));
}

/* A set of ranges only has twice as many dates as members. */
static void
test_many_ranges (void)
{
  g_autoptr (GString) text = g_string_new ("{");
  g_autoptr (SteppeDate) date = NULL;
  gint64 latest;

  for (guint i = 0; i < 80; i++)
    g_string_append_printf (text, "%s%04u..%04u", i > 0 ? "," : "", i * 10, i * 10 + 5);
  g_string_append_c (text, '}');
  date = parse (text->str);
  g_assert_cmpuint (steppe_date_get_n_members (date), ==, 80);
  steppe_date_get_member (date, 79, NULL, &latest);
  assert_instant (latest, "0795-12-31T23:59:59");
}

static const struct
{
  const char *text;
  const char *start[2];
  const char *end[2];
} intervals[] = {
  { "2004-06-11/2005",
    { "2004-06-11T00:00:00", "2004-06-11T23:59:59" },
    { "2005-01-01T00:00:00", "2005-12-31T23:59:59" } },
  { "199X/2001-21",
    { "1990-01-01T00:00:00", "1999-12-31T23:59:59" },
    { "2001-03-01T00:00:00", "2001-05-31T23:59:59" } },
  { "2004-06-XX/2004-07-03",
    { "2004-06-01T00:00:00", "2004-06-30T23:59:59" },
    { "2004-07-03T00:00:00", "2004-07-03T23:59:59" } },
  { "1985/..", { "1985-01-01T00:00:00", "1985-12-31T23:59:59" }, { "max", "max" } },
  { "1985/", { "1985-01-01T00:00:00", "1985-12-31T23:59:59" }, { "1985-01-01T00:00:00", "max" } },
  { "../1985", { "min", "min" }, { "1985-01-01T00:00:00", "1985-12-31T23:59:59" } },
  { "/1985", { "min", "1985-12-31T23:59:59" }, { "1985-01-01T00:00:00", "1985-12-31T23:59:59" } },
  { "../..", { "min", "min" }, { "max", "max" } },
  { "/..", { "min", "max" }, { "max", "max" } },
  { "../", { "min", "min" }, { "min", "max" } },
  { "1985-04",
    { "1985-04-01T00:00:00", "1985-04-30T23:59:59" },
    { "1985-04-01T00:00:00", "1985-04-30T23:59:59" } },
  { "[..1984]", { "min", "1984-12-31T23:59:59" }, { "min", "1984-12-31T23:59:59" } },
  { "{1960,1961-12}",
    { "1960-01-01T00:00:00", "1961-12-31T23:59:59" },
    { "1960-01-01T00:00:00", "1961-12-31T23:59:59" } },
};

static void
assert_bound (gint64 instant,
              const char *expected)
{
  if (g_str_equal (expected, "min"))
    g_assert_cmpint (instant, ==, STEPPE_INSTANT_MIN);
  else if (g_str_equal (expected, "max"))
    g_assert_cmpint (instant, ==, STEPPE_INSTANT_MAX);
  else
    assert_instant (instant, expected);
}

static void
test_ends (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (intervals); i++)
    {
      g_autoptr (SteppeDate) date = parse (intervals[i].text);
      gint64 earliest, latest;

      g_test_message ("%s", intervals[i].text);
      steppe_date_get_start (date, &earliest, &latest);
      assert_bound (earliest, intervals[i].start[0]);
      assert_bound (latest, intervals[i].start[1]);
      steppe_date_get_end (date, &earliest, &latest);
      assert_bound (earliest, intervals[i].end[0]);
      assert_bound (latest, intervals[i].end[1]);
    }
}

static const struct
{
  const char *text;
  guint n_members;
  struct
  {
    const char *earliest;
    const char *latest;
  } members[3];
} sets[] = {
  { "[1667,1668,1670..1672]",
    3,
    { { "1667-01-01T00:00:00", "1667-12-31T23:59:59" },
      { "1668-01-01T00:00:00", "1668-12-31T23:59:59" },
      { "1670-01-01T00:00:00", "1672-12-31T23:59:59" } } },
  { "{1670..1672,1667}",
    2,
    { { "1670-01-01T00:00:00", "1672-12-31T23:59:59" }, { "1667-01-01T00:00:00", "1667-12-31T23:59:59" } } },
  { "[..1984,1990-05..]",
    2,
    { { "min", "1984-12-31T23:59:59" }, { "1990-05-01T00:00:00", "max" } } },
  { "[..1984]", 1, { { "min", "1984-12-31T23:59:59" } } },
  { "{1760-12..}", 1, { { "1760-12-01T00:00:00", "max" } } },
  { "1985/1986", 1, { { "1985-01-01T00:00:00", "1986-12-31T23:59:59" } } },
  { "../1986", 1, { { "min", "1986-12-31T23:59:59" } } },
  { "../..", 1, { { "min", "max" } } },
  { "1985", 1, { { "1985-01-01T00:00:00", "1985-12-31T23:59:59" } } },
};

static void
test_members (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_autoptr (SteppeDate) date = parse (sets[i].text);

      g_test_message ("%s", sets[i].text);
      g_assert_cmpuint (steppe_date_get_n_members (date), ==, sets[i].n_members);
      for (guint j = 0; j < sets[i].n_members; j++)
        {
          gint64 earliest, latest;

          steppe_date_get_member (date, j, &earliest, &latest);
          assert_bound (earliest, sets[i].members[j].earliest);
          assert_bound (latest, sets[i].members[j].latest);
        }
    }
}

static void
test_offset (void)
{
  g_autoptr (SteppeDate) east = parse ("2024-09-02T23:00:00+08:00");
  g_autoptr (SteppeDate) west = parse ("2024-09-02T23:00:00-04:30");
  g_autoptr (SteppeDate) utc = parse ("2024-09-02T23:00:00Z");
  g_autoptr (SteppeDate) none = parse ("2024-09-02T23:00:00");
  g_autoptr (SteppeDate) open = parse ("../..");
  int seconds = -1;

  g_assert_false (steppe_date_get_offset (none, &seconds));
  g_assert_false (steppe_date_get_offset (open, &seconds));
  g_assert_cmpint (seconds, ==, -1);
  g_assert_true (steppe_date_get_offset (utc, &seconds));
  g_assert_cmpint (seconds, ==, 0);
  g_assert_true (steppe_date_get_offset (east, &seconds));
  g_assert_cmpint (seconds, ==, 8 * 3600);
  g_assert_true (steppe_date_get_offset (west, &seconds));
  g_assert_cmpint (seconds, ==, -(4 * 3600 + 30 * 60));

  assert_instant (steppe_date_get_local_earliest (east), "2024-09-02T23:00:00");
  assert_instant (steppe_date_get_local_latest (east), "2024-09-02T23:00:00");
  assert_instant (steppe_date_get_sort_key (east), "2024-09-02T15:00:00");
  assert_instant (steppe_date_get_sort_key (west), "2024-09-03T03:30:00");
  assert_instant (steppe_date_get_sort_key (none), "2024-09-02T23:00:00");
  g_assert_cmpint (steppe_date_get_local_earliest (open), ==, STEPPE_INSTANT_MIN);
  g_assert_cmpint (steppe_date_get_local_latest (open), ==, STEPPE_INSTANT_MAX);
}

/* Whole seconds by hand: 20,702 days are the 56 years to 2026, of which 14 are leap years, and 248 days. */
static void
test_seconds (void)
{
  g_autoptr (SteppeDate) epoch = parse ("1970-01-01");
  g_autoptr (SteppeDate) day = parse ("2026-09-06");
  g_autoptr (SteppeDate) bang = parse ("Y-138E8");

  g_assert_cmpint (steppe_date_get_earliest (epoch), ==, 0);
  g_assert_cmpint (steppe_date_get_latest (epoch), ==, 86399);
  g_assert_cmpint (steppe_date_get_earliest (day), ==, (56 * 365 + 14 + 248) * G_GINT64_CONSTANT (86400));
  /* 34,500,000 eras of 146,097 days before 0000-01-01, which is 719,528 days before 1970. */
  g_assert_cmpint (steppe_date_get_earliest (bang), ==,
                   -(G_GINT64_CONSTANT (34500000) * 146097 + 719528) * 86400);
}

/* In the order of the list: open starts first, then by the earliest instant in UTC, then by the latest. */
static void
test_sort_key (void)
{
  static const char *const ordered[] = {
    "/1985", "Y-138E8", "-0044", "0000", "1939-05", "1939-05-11/1939-09-16",
    "2024-09-02T23:00:00+08:00", "2024-09-02T16:00:00Z", "2024-09-02T20:00:00-04:00", "Y12000"
  };

  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++)
    for (guint j = 0; j < G_N_ELEMENTS (ordered); j++)
      {
        g_autoptr (SteppeDate) a = parse (ordered[i]);
        g_autoptr (SteppeDate) b = parse (ordered[j]);
        gint64 key_a = steppe_date_get_sort_key (a), key_b = steppe_date_get_sort_key (b);

        g_test_message ("%s and %s", ordered[i], ordered[j]);
        g_assert_cmpint (key_a < key_b, ==, i < j);
        g_assert_cmpint (key_a > key_b, ==, i > j);
        g_assert_cmpint (steppe_date_equal (a, b), ==, i == j);
      }
}

static void
test_equal (void)
{
  g_autoptr (SteppeDate) a = parse ("1984?");
  g_autoptr (SteppeDate) b = parse ("1984?");
  g_autoptr (SteppeDate) c = parse ("1984~");

  g_assert_true (steppe_date_equal (a, a));
  g_assert_true (steppe_date_equal (a, b));
  g_assert_false (steppe_date_equal (a, c));
  g_assert_false (steppe_date_equal (a, NULL));
  g_assert_true (steppe_date_equal (NULL, NULL));
}

/* What is said of one end of an interval is not said of the other. */
static void
test_end_qualifiers (void)
{
  static const struct
  {
    const char *edtf;
    guint start;
    guint end;
  } cases[] = {
    { "1984/2004", STEPPE_QUALIFIER_NONE, STEPPE_QUALIFIER_NONE },
    { "1984~/2004", STEPPE_QUALIFIER_APPROXIMATE, STEPPE_QUALIFIER_NONE },
    { "1984-06/2004-?06-11", STEPPE_QUALIFIER_NONE, STEPPE_QUALIFIER_UNCERTAIN },
    { "1984?/2004%", STEPPE_QUALIFIER_UNCERTAIN, STEPPE_QUALIFIER_UNCERTAIN | STEPPE_QUALIFIER_APPROXIMATE },
    { "../2004~", STEPPE_QUALIFIER_NONE, STEPPE_QUALIFIER_APPROXIMATE },
    { "1984~/", STEPPE_QUALIFIER_APPROXIMATE, STEPPE_QUALIFIER_NONE },
    { "../..", STEPPE_QUALIFIER_NONE, STEPPE_QUALIFIER_NONE },
    { "1984~", STEPPE_QUALIFIER_APPROXIMATE, STEPPE_QUALIFIER_APPROXIMATE },
    { "[1984?,1986]", STEPPE_QUALIFIER_UNCERTAIN, STEPPE_QUALIFIER_UNCERTAIN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SteppeDate) date = parse (cases[i].edtf);

      g_assert_cmpuint (steppe_date_get_start_qualifier (date), ==, cases[i].start);
      g_assert_cmpuint (steppe_date_get_end_qualifier (date), ==, cases[i].end);
    }
}

static void
test_boxed (void)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_auto (GValue) copy = G_VALUE_INIT;
  g_autoptr (SteppeDate) date = parse ("1984");

  g_value_init (&value, STEPPE_TYPE_DATE);
  g_value_init (&copy, STEPPE_TYPE_DATE);
  g_value_set_boxed (&value, date);
  g_value_copy (&value, &copy);
  g_assert_true (g_value_get_boxed (&copy) == date);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/valid", test_valid);
  g_test_add_func ("/date/invalid", test_invalid);
  g_test_add_func ("/date/damaged", test_damaged);
  g_test_add_func ("/date/limits", test_limits);
  g_test_add_func ("/date/many-ranges", test_many_ranges);
  g_test_add_func ("/date/ends", test_ends);
  g_test_add_func ("/date/end-qualifiers", test_end_qualifiers);
  g_test_add_func ("/date/members", test_members);
  g_test_add_func ("/date/offset", test_offset);
  g_test_add_func ("/date/seconds", test_seconds);
  g_test_add_func ("/date/sort-key", test_sort_key);
  g_test_add_func ("/date/equal", test_equal);
  g_test_add_func ("/date/boxed", test_boxed);
  return g_test_run ();
}
