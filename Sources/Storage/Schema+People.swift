extension Schema {
  static let places = [
    """
    CREATE TABLE places (
      code       TEXT PRIMARY KEY CHECK (length(code) IN (2, 4, 6, 8)),
      unit       TEXT NOT NULL,
      name_km    TEXT,
      name_en    TEXT,
      lat        REAL,
      lon        REAL,
      population INTEGER CHECK (population >= 0),
      households INTEGER CHECK (households >= 0)
    ) STRICT, WITHOUT ROWID
    """
  ]

  /// Addresses lie sealed beside a keyed hash that finds them; names and places are clear.
  static let people = [
    """
    CREATE TABLE households (
      id              TEXT PRIMARY KEY,
      village         TEXT NOT NULL,
      group_no        INTEGER,
      door_no         INTEGER,
      lat             REAL,
      lon             REAL,
      head_name_km    TEXT,
      head_name_en    TEXT,
      members         INTEGER,
      adults          INTEGER,
      language        TEXT,
      owns_motorbike  INTEGER,
      owns_house      INTEGER,
      id_poor         INTEGER,
      has_phone       INTEGER,
      has_disability  INTEGER,
      ethnic_minority INTEGER,
      do_not_visit    INTEGER NOT NULL DEFAULT 0,
      best_time       TEXT,
      attributes      TEXT,
      digest          TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX households_by_village ON households(village)",
    """
    CREATE TABLE citizens (
      id              TEXT PRIMARY KEY,
      household       TEXT,
      village         TEXT,
      name_km         TEXT,
      name_en         TEXT,
      sex             TEXT CHECK (sex IN ('F', 'M')),
      birth_year      INTEGER,
      lat             REAL,
      lon             REAL,
      language        TEXT,
      owns_motorbike  INTEGER,
      owns_house      INTEGER,
      owns_business   INTEGER,
      id_poor         INTEGER,
      disability      INTEGER,
      ethnic_minority INTEGER,
      phone_sealed    BLOB,
      phone_index     BLOB,
      telegram_sealed BLOB,
      telegram_index  BLOB,
      email_sealed    BLOB,
      email_index     BLOB,
      attributes      TEXT,
      digest          TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX citizens_by_village ON citizens(village)",
    "CREATE INDEX citizens_by_household ON citizens(household)",
    "CREATE INDEX citizens_by_phone ON citizens(phone_index) WHERE phone_index IS NOT NULL",
    "CREATE INDEX citizens_by_telegram ON citizens(telegram_index) WHERE telegram_index IS NOT NULL",
    "CREATE INDEX citizens_by_email ON citizens(email_index) WHERE email_index IS NOT NULL",
    """
    CREATE TABLE consents (
      seq     INTEGER PRIMARY KEY,
      citizen TEXT NOT NULL,
      purpose TEXT CHECK (purpose IN ('sms', 'call', 'telegram', 'email', 'visit')),
      given   INTEGER NOT NULL CHECK (given IN (0, 1)),
      source  TEXT NOT NULL,
      at      INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX consents_by_citizen ON consents(citizen)",
    """
    CREATE TRIGGER consents_are_append_only BEFORE UPDATE ON consents
    BEGIN SELECT RAISE(ABORT, 'the consent ledger is append-only'); END
    """,
    // What the ledger amounts to, kept in the same transaction.
    """
    CREATE TABLE consent_now (
      citizen        TEXT NOT NULL,
      purpose        TEXT NOT NULL,
      given          INTEGER NOT NULL CHECK (given IN (0, 1)),
      said_by_person INTEGER NOT NULL CHECK (said_by_person IN (0, 1)),
      PRIMARY KEY (citizen, purpose)
    ) STRICT, WITHOUT ROWID
    """,
    // An address that asked to be left alone, known by its keyed hash only: it outlives the person's record.
    """
    CREATE TABLE suppressions (
      address_index BLOB PRIMARY KEY,
      source        TEXT NOT NULL,
      since         INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE volunteers (
      id              TEXT PRIMARY KEY,
      body            TEXT NOT NULL,
      phone_sealed    BLOB,
      telegram_sealed BLOB,
      digest          TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
  ]
}
