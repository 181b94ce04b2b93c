/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "geo/steppe-basemap-private.h"

#include <string.h>

static gboolean
take (SteppeByteReader *reader, gpointer into, gsize n)
{
  if (reader->failed || n > (gsize) (reader->end - reader->at))
    {
      reader->failed = TRUE;
      memset (into, 0, n);
      return FALSE;
    }
  memcpy (into, reader->at, n);
  reader->at += n;
  return TRUE;
}

guint8
_steppe_byte_reader_u8 (SteppeByteReader *reader)
{
  guint8 value;

  take (reader, &value, sizeof value);
  return value;
}

guint32
_steppe_byte_reader_u32 (SteppeByteReader *reader)
{
  guint32 value;

  take (reader, &value, sizeof value);
  return GUINT32_FROM_LE (value);
}

float
_steppe_byte_reader_f32 (SteppeByteReader *reader)
{
  guint32 bits = _steppe_byte_reader_u32 (reader);
  float value;

  memcpy (&value, &bits, sizeof value);
  return value;
}

double
_steppe_byte_reader_f64 (SteppeByteReader *reader)
{
  guint64 bits;
  double value;

  take (reader, &bits, sizeof bits);
  bits = GUINT64_FROM_LE (bits);
  memcpy (&value, &bits, sizeof value);
  return value;
}

guint32
_steppe_byte_reader_varint (SteppeByteReader *reader)
{
  guint32 value = 0;

  for (guint shift = 0; shift < 35; shift += 7)
    {
      guint8 byte = _steppe_byte_reader_u8 (reader);

      if (shift == 28 && byte > 0x0f)
        break;
      value |= (guint32) (byte & 0x7f) << shift;
      if ((byte & 0x80) == 0)
        return value;
    }
  reader->failed = TRUE;
  return 0;
}

gint32
_steppe_byte_reader_zigzag (SteppeByteReader *reader)
{
  guint32 value = _steppe_byte_reader_varint (reader);

  return (gint32) ((value >> 1) ^ (0U - (value & 1)));
}

/* A count of things of at least @least_bytes each: more than the rest can hold is a fault, found
 * before memory is asked for. */
guint32
_steppe_byte_reader_count (SteppeByteReader *reader, gsize least_bytes)
{
  guint32 count = _steppe_byte_reader_varint (reader);

  if (reader->failed || count > (gsize) (reader->end - reader->at) / least_bytes)
    {
      reader->failed = TRUE;
      return 0;
    }
  return count;
}
