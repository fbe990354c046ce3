#pragma once

#ifdef __cplusplus
extern "C" {
#endif

/* Placeholder of the C face of libphonenumber. */
int outreach_phone_library_version(void);

#ifdef __cplusplus
}
#endif
