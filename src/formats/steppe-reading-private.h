/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "formats/steppe-json-private.h"
#include "geo/steppe-geometry.h"
#include "model/steppe-dossier.h"

G_BEGIN_DECLS

/* Where the reader is, kept on the stack and written as a JSON pointer only when it finds a fault. */
typedef struct _SteppePath SteppePath;

struct _SteppePath
{
  const SteppePath *parent;
  const char *member; /* NULL for an element of a list */
  gsize index;
};

/* One reading of one dossier. */
typedef struct
{
  SteppeDossier *dossier;
  GHashTable *claims; /* id → where the item that has it is, see _steppe_reading_find_claim() */
  gboolean has_claims; /* whether all ids are claimed, so that references can be followed */
  gboolean quiet; /* report nothing */
  guint n_faults;
  GError *limit; /* set when something is larger than is read; nothing opens then */
} SteppeReading;

/* Where an id was first seen. */
typedef struct
{
  SteppeItemKind kind;
  guint index;
  gboolean is_left_out;
} SteppeClaim;

void _steppe_reading_claim_ids (SteppeReading *self,
                                yyjson_val *root);
void _steppe_reading_clear (SteppeReading *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SteppeReading, _steppe_reading_clear)

char *_steppe_path_to_pointer (const SteppePath *self);

void _steppe_reading_fault (SteppeReading *self,
                            const SteppePath *path,
                            const char *format,
                            ...) G_GNUC_PRINTF (3, 4);
void _steppe_reading_fault_expected (SteppeReading *self,
                                     const SteppePath *path,
                                     const char *expected,
                                     yyjson_val *found);
gboolean _steppe_reading_find_claim (SteppeReading *self,
                                     const char *id,
                                     SteppeClaim *claim);
const char *_steppe_reading_describe_kind (SteppeItemKind kind);

void _steppe_reading_check_once (SteppeReading *self,
                                 const SteppePath *path,
                                 yyjson_val *object,
                                 const char *member);
gboolean _steppe_reading_is_usable (SteppeReading *self,
                                    const SteppeField *field,
                                    yyjson_val *value);
gboolean _steppe_reading_read_fields (SteppeReading *self,
                                      const SteppePath *path,
                                      const SteppeField *fields,
                                      guint n_fields,
                                      gpointer owner,
                                      yyjson_val *object);
gpointer _steppe_reading_read_record (SteppeReading *self,
                                      const SteppePath *path,
                                      const SteppeRecordInfo *info,
                                      yyjson_val *value);
gpointer _steppe_reading_read_pointer (SteppeReading *self,
                                       const SteppePath *path,
                                       const SteppeField *field,
                                       yyjson_val *value);

/* In steppe-reading-text.c and steppe-reading-geometry.c. */
SteppeText *_steppe_reading_read_text (SteppeReading *self,
                                       const SteppePath *path,
                                       const SteppeField *field,
                                       yyjson_val *value);
gboolean _steppe_reading_is_language_tag (const char *tag);
SteppeGeometry *_steppe_reading_read_geometry (SteppeReading *self,
                                               const SteppePath *path,
                                               yyjson_val *value);

G_END_DECLS
