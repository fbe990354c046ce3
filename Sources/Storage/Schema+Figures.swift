extension Schema {
  /// Numbers that other tools counted. The key is what makes a second import of the same file harmless.
  static let figures = [
    """
    CREATE TABLE figures (
      source      TEXT NOT NULL CHECK (source <> ''),
      date        TEXT NOT NULL CHECK (length(date) = 10),
      place       TEXT NOT NULL,
      metric      TEXT NOT NULL CHECK (metric <> ''),
      campaign    TEXT NOT NULL,
      value       REAL NOT NULL,
      female      INTEGER CHECK (female BETWEEN 0 AND value),
      unit        TEXT,
      qualifier   TEXT,
      imported_at INTEGER NOT NULL,
      PRIMARY KEY (source, date, place, metric, campaign)
    ) STRICT, WITHOUT ROWID
    """
  ]
}
