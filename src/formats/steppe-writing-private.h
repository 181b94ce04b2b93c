/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/steppe-reading-private.h"

G_BEGIN_DECLS

/* One writing of one dossier. The strings of @document belong to the dossier or to the original. */
typedef struct
{
  yyjson_mut_doc *document;
  yyjson_val *before; /* the root of the original, NULL for none */
  SteppeReading reading; /* of the original, to know what there was */
} SteppeWriting;

yyjson_mut_val *_steppe_writing_create_number (SteppeWriting *self,
                                               double number);
yyjson_mut_val *_steppe_writing_create_value (SteppeWriting *self,
                                              const SteppeField *field,
                                              gconstpointer owner,
                                              yyjson_val *before);
yyjson_mut_val *_steppe_writing_create_records (SteppeWriting *self,
                                                const SteppeField *field,
                                                GPtrArray *records,
                                                yyjson_val *before);
yyjson_mut_val *_steppe_writing_create_geometry (SteppeWriting *self,
                                                 const SteppeGeometry *geometry,
                                                 yyjson_val *before);

/* What an object is written from. @before is the object that it was read from, NULL where it is new.
 * @is_changed says whether a field is another than there; @create_other, which may be NULL, makes the
 * value of a member that is no field, or returns NULL to leave it as it is. */
typedef struct
{
  gconstpointer owner;
  const SteppeField *fields;
  guint n_fields;
  yyjson_val *before;
  gboolean (*is_changed) (gconstpointer owner,
                          guint n,
                          gpointer user_data);
  yyjson_mut_val *(*create_other) (SteppeWriting *writing,
                                   const char *member,
                                   yyjson_val *before,
                                   gpointer user_data);
  gpointer user_data;
} SteppeWritable;

void _steppe_writing_fill_object (SteppeWriting *self,
                                  yyjson_mut_val *object,
                                  const SteppeWritable *writable);

G_END_DECLS
