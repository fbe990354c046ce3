#pragma once
#include <stddef.h>

/* Files of web/, embedded by the C compiler. */
extern const unsigned char outreach_css[];
extern const size_t outreach_css_size;
