extension Schema {
  /// Who may come in, and how they prove it. Tokens lie here as digests only.
  static let accounts = [
    """
    CREATE TABLE accounts (
      name       TEXT PRIMARY KEY,
      role       TEXT NOT NULL CHECK (role IN ('administrator', 'coordinator', 'manager', 'volunteer', 'auditor')),
      area       TEXT,
      password   TEXT,
      disabled   INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
      created_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE sessions (
      digest     TEXT PRIMARY KEY,
      account    TEXT NOT NULL REFERENCES accounts(name),
      csrf       TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      seen_at    INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE api_tokens (
      digest     TEXT PRIMARY KEY,
      label      TEXT NOT NULL,
      role       TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      expires_at INTEGER
    ) STRICT, WITHOUT ROWID
    """,
    // A link that signs one person in once.
    """
    CREATE TABLE sign_in_links (
      digest     TEXT PRIMARY KEY,
      account    TEXT NOT NULL REFERENCES accounts(name),
      expires_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    // Answers to POSTs that carried an Idempotency-Key, so that a repeat gets the same answer.
    """
    CREATE TABLE answered_requests (
      principal TEXT NOT NULL,
      key       TEXT NOT NULL,
      request   TEXT NOT NULL,
      status    INTEGER NOT NULL,
      body      TEXT NOT NULL,
      at        INTEGER NOT NULL,
      PRIMARY KEY (principal, key)
    ) STRICT, WITHOUT ROWID
    """,
  ]
}
