#pragma once
#include <stddef.h>

/* The files of web/, embedded by the C compiler so that the program is one file. */

#pragma clang assume_nonnull begin

typedef struct {
  const char *name;          /* "outreach.css" */
  const char *type;          /* its media type */
  const unsigned char *bytes;
  size_t size;
} outreach_asset;

/* All of them; `count` gets their number. They live as long as the program. */
const outreach_asset *outreach_assets(size_t *count);

#pragma clang assume_nonnull end
