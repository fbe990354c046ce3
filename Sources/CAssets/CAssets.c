#include "CAssets.h"

static const unsigned char stylesheet[] = {
#embed "web/outreach.css"
};
static const unsigned char volunteer_stylesheet[] = {
#embed "web/volunteer.css"
};
static const unsigned char print_stylesheet[] = {
#embed "web/walksheet.css"
};
static const unsigned char staff_script[] = {
#embed "web/staff.js"
};
static const unsigned char volunteer_script[] = {
#embed "web/volunteer.js"
};
static const unsigned char volunteer_worker[] = {
#embed "web/worker.js"
};
static const unsigned char icon[] = {
#embed "web/icon.svg"
};

#define CSS "text/css; charset=utf-8"
#define SCRIPT "text/javascript; charset=utf-8"

static const outreach_asset assets[] = {
  {"outreach.css", CSS, stylesheet, sizeof stylesheet},
  {"volunteer.css", CSS, volunteer_stylesheet, sizeof volunteer_stylesheet},
  {"walksheet.css", CSS, print_stylesheet, sizeof print_stylesheet},
  {"staff.js", SCRIPT, staff_script, sizeof staff_script},
  {"volunteer.js", SCRIPT, volunteer_script, sizeof volunteer_script},
  {"worker.js", SCRIPT, volunteer_worker, sizeof volunteer_worker},
  {"icon.svg", "image/svg+xml", icon, sizeof icon},
};

const outreach_asset *outreach_assets(size_t *count) {
  *count = sizeof assets / sizeof assets[0];
  return assets;
}
