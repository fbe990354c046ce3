#pragma once
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The C face of libphonenumber: Swift cannot call its C++. */

enum outreach_phone_answer {
  OUTREACH_PHONE_VALID = 0,
  OUTREACH_PHONE_NOT_A_NUMBER,
  OUTREACH_PHONE_TOO_SHORT,
  OUTREACH_PHONE_TOO_LONG,
  OUTREACH_PHONE_UNKNOWN_COUNTRY,
  /* A possible length, but no such number is given out. */
  OUTREACH_PHONE_UNASSIGNED
};

/* Reads `typed` as somebody in `region` ("KH") means it. If it is valid, `e164` receives "+" and the digits, with a
   closing NUL; 17 bytes are enough. Safe to call from many threads. */
enum outreach_phone_answer outreach_phone_parse(const char *typed, const char *region, char *e164, size_t size);

/* The country calling code of `region`, or 0 if it is unknown. */
int outreach_phone_country_code(const char *region);

#ifdef __cplusplus
}
#endif
