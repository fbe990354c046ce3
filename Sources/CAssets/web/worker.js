/* Makes staff pages faster; nothing needs it. */
"use strict";
