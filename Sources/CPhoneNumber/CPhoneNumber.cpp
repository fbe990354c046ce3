#include "CPhoneNumber.h"

extern "C" int outreach_phone_library_version(void) { return 8; }
