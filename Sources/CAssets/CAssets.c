#include "CAssets.h"

const unsigned char outreach_css[] = {
#embed "web/outreach.css"
};
const size_t outreach_css_size = sizeof outreach_css;
