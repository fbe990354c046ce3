#pragma once
#include <sqlite3.h>

/* SQLITE_TRANSIENT is a pointer cast macro, sqlite3_db_config is variadic: Swift can call neither. */
static inline sqlite3_destructor_type outreach_sqlite_transient(void) { return SQLITE_TRANSIENT; }
static inline int outreach_sqlite_db_config_int(sqlite3 *db, int op, int value, int *out) {
  return sqlite3_db_config(db, op, value, out);
}
