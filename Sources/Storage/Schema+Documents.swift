extension Schema {
  /// Facts about the store, the files people edit, and the audit trail.
  static let documents = [
    """
    CREATE TABLE meta (
      name  TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE documents (
      kind       TEXT NOT NULL CHECK (kind IN
        ('office', 'campaign', 'segment', 'channel', 'resource', 'calendar', 'survey', 'tariff')),
      id         TEXT NOT NULL,
      body       TEXT NOT NULL,
      revision   INTEGER NOT NULL DEFAULT 1,
      changed_at INTEGER NOT NULL,
      PRIMARY KEY (kind, id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE audit (
      seq      INTEGER PRIMARY KEY,
      at       INTEGER NOT NULL,
      who      TEXT NOT NULL,
      action   TEXT NOT NULL,
      subject  TEXT NOT NULL,
      detail   TEXT NOT NULL,
      previous TEXT NOT NULL,
      digest   TEXT NOT NULL UNIQUE
    ) STRICT
    """,
    // Append-only is a rule of the schema, not a habit of the code.
    """
    CREATE TRIGGER audit_is_append_only BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END
    """,
    """
    CREATE TRIGGER audit_keeps_everything BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END
    """,
  ]
}
