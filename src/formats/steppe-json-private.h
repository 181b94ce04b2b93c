/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <yyjson.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (yyjson_doc, yyjson_doc_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (yyjson_mut_doc, yyjson_mut_doc_free)

/* Parses JSON with its numbers kept digit for digit, as raw values. */
yyjson_doc *_steppe_json_parse (GBytes *bytes,
                                GError **error);

/* What a value is, for a person: “12”, “some te…”, “a list”. */
char *_steppe_json_describe (yyjson_val *value);

/* A string without a NUL inside; NULL for all else. */
const char *_steppe_json_get_string (yyjson_val *value);

/* A number, infinite where it is too large; NaN for all else. */
double _steppe_json_get_number (yyjson_val *value);

G_END_DECLS
