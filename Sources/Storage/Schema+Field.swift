extension Schema {
  /// What comes home from the field: visits, records of events, money spent, interviews.
  static let field = [
    // Every event is kept; the latest for a door counts. The phone's own id makes a repeat harmless.
    """
    CREATE TABLE visits (
      id          TEXT PRIMARY KEY,
      route       TEXT NOT NULL,
      household   TEXT NOT NULL,
      volunteer   TEXT,
      disposition TEXT NOT NULL CHECK (disposition IN ('talked', 'notHome', 'refused', 'moved', 'comeBack')),
      leaflets    INTEGER NOT NULL CHECK (leaflets BETWEEN 0 AND 99),
      answers     TEXT NOT NULL,
      groups      TEXT NOT NULL,
      at          INTEGER NOT NULL,
      received_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX visits_by_route ON visits(route, household, at)",
    """
    CREATE TABLE records (
      occurrence         TEXT PRIMARY KEY REFERENCES occurrences(id),
      participants       INTEGER CHECK (participants >= 0),
      female             INTEGER CHECK (female BETWEEN 0 AND participants),
      youth              INTEGER CHECK (youth BETWEEN 0 AND participants),
      id_poor            INTEGER CHECK (id_poor BETWEEN 0 AND participants),
      ethnic_minority    INTEGER CHECK (ethnic_minority BETWEEN 0 AND participants),
      disability         INTEGER CHECK (disability BETWEEN 0 AND participants),
      questions_asked    INTEGER CHECK (questions_asked >= 0),
      questions_answered INTEGER CHECK (questions_answered BETWEEN 0 AND questions_asked),
      note               TEXT,
      complete           INTEGER NOT NULL CHECK (complete IN (0, 1)),
      changed_at         INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE costs (
      id         TEXT PRIMARY KEY,
      campaign   TEXT NOT NULL,
      activity   TEXT,
      occurrence TEXT,
      district   TEXT,
      line       TEXT NOT NULL,
      minor      INTEGER NOT NULL,
      currency   TEXT NOT NULL CHECK (currency IN ('USD', 'KHR')),
      in_kind    INTEGER NOT NULL CHECK (in_kind IN (0, 1)),
      date       TEXT NOT NULL CHECK (length(date) = 10),
      receipt    TEXT
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX costs_by_campaign ON costs(campaign)",
    """
    CREATE TABLE survey_responses (
      id       TEXT NOT NULL,
      survey   TEXT NOT NULL,
      wave     TEXT NOT NULL CHECK (wave IN ('baseline', 'midline', 'endline')),
      campaign TEXT,
      place    TEXT,
      date     TEXT NOT NULL CHECK (length(date) = 10),
      answers  TEXT NOT NULL,
      groups   TEXT NOT NULL,
      PRIMARY KEY (survey, wave, id)
    ) STRICT, WITHOUT ROWID
    """,
    // A volunteer's personal link and the short code on paper: found by their keyed digests, and sealed, so that a
    // walk sheet can be printed again. Who has the store without its key has neither.
    """
    CREATE TABLE volunteer_links (
      digest     TEXT PRIMARY KEY,
      volunteer  TEXT NOT NULL,
      kind       TEXT NOT NULL CHECK (kind IN ('link', 'paper')),
      sealed     BLOB NOT NULL,
      created_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL,
      revoked_at INTEGER
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX volunteer_links_by_volunteer ON volunteer_links(volunteer)",
  ]
}
