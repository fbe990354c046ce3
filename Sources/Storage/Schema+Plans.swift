extension Schema {
  static let plans = [
    // A proposal is one value until it is accepted; then its occurrences become rows that people change.
    """
    CREATE TABLE proposals (
      campaign   TEXT PRIMARY KEY,
      body       TEXT NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE accepted_plans (
      campaign    TEXT PRIMARY KEY,
      seed        INTEGER NOT NULL,
      rounds      INTEGER NOT NULL,
      unserved    TEXT NOT NULL,
      forecast    TEXT NOT NULL,
      accepted_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE occurrences (
      id       TEXT PRIMARY KEY,
      campaign TEXT NOT NULL,
      activity TEXT NOT NULL,
      place    TEXT,
      date     TEXT NOT NULL CHECK (length(date) = 10),
      start    INTEGER NOT NULL CHECK (start BETWEEN 0 AND 1440),
      minutes  INTEGER NOT NULL CHECK (minutes >= 0),
      status   TEXT NOT NULL CHECK (status IN ('planned', 'confirmed', 'held', 'cancelled'))
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX occurrences_by_campaign ON occurrences(campaign, date)",
    "CREATE INDEX occurrences_by_date ON occurrences(date)",
    "CREATE INDEX occurrences_by_work ON occurrences(campaign, activity, place, date, start)",
    """
    CREATE TABLE assignments (
      occurrence TEXT NOT NULL REFERENCES occurrences(id) ON DELETE CASCADE,
      volunteer  TEXT NOT NULL,
      status     TEXT NOT NULL CHECK (status IN
        ('proposed', 'asked', 'confirmed', 'declined', 'attended', 'absent')),
      reason     TEXT CHECK (reason IN ('classOrExam', 'ill', 'tooFar', 'other')),
      changed_at INTEGER NOT NULL,
      PRIMARY KEY (occurrence, volunteer)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX assignments_by_volunteer ON assignments(volunteer)",
    """
    CREATE TABLE occurrence_resources (
      occurrence TEXT NOT NULL REFERENCES occurrences(id) ON DELETE CASCADE,
      resource   TEXT NOT NULL,
      PRIMARY KEY (occurrence, resource)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE routes (
      id         TEXT PRIMARY KEY,
      occurrence TEXT NOT NULL UNIQUE REFERENCES occurrences(id) ON DELETE CASCADE,
      lat        REAL NOT NULL,
      lon        REAL NOT NULL,
      walking    REAL NOT NULL CHECK (walking >= 0)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE route_doors (
      route     TEXT NOT NULL REFERENCES routes(id) ON DELETE CASCADE,
      position  INTEGER NOT NULL,
      household TEXT NOT NULL,
      PRIMARY KEY (route, position),
      UNIQUE (route, household)
    ) STRICT, WITHOUT ROWID
    """,
  ]
}
