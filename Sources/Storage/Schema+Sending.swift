extension Schema {
  /// Messages on their way, what providers said about them, and the switches that hold sending back.
  static let sending =
    messages + [
      // One row for each time a message was handed to a provider, written when it is known how that ended. While it is
      // under way, the message's own row says who sends it and since when, committed before the first byte leaves.
      """
      CREATE TABLE attempts (
        message     INTEGER NOT NULL REFERENCES messages(seq),
        number      INTEGER NOT NULL,
        owner       TEXT NOT NULL,
        started_at  INTEGER NOT NULL,
        finished_at INTEGER NOT NULL,
        outcome     TEXT NOT NULL,
        code        TEXT,
        words       TEXT,
        PRIMARY KEY (message, number)
      ) STRICT, WITHOUT ROWID
      """,
      // The provider's ids of a message, where they are not our own.
      """
      CREATE TABLE message_references (
        channel   TEXT NOT NULL,
        reference TEXT NOT NULL,
        message   INTEGER NOT NULL REFERENCES messages(seq),
        PRIMARY KEY (channel, reference)
      ) STRICT, WITHOUT ROWID
      """,
      """
      CREATE TABLE receipts (
        message     INTEGER NOT NULL REFERENCES messages(seq),
        status      TEXT NOT NULL CHECK (status IN ('accepted', 'delivered', 'undelivered')),
        provider_at INTEGER,
        received_at INTEGER NOT NULL,
        PRIMARY KEY (message, status)
      ) STRICT, WITHOUT ROWID
      """,
      // Receipts that came before we knew what they are about.
      """
      CREATE TABLE parked_receipts (
        channel     TEXT NOT NULL,
        reference   TEXT NOT NULL,
        status      TEXT NOT NULL,
        provider_at INTEGER,
        received_at INTEGER NOT NULL,
        PRIMARY KEY (channel, reference, status)
      ) STRICT, WITHOUT ROWID
      """,
      "CREATE INDEX parked_receipts_by_age ON parked_receipts(received_at)",
      """
      CREATE TABLE replies (
        seq           INTEGER PRIMARY KEY,
        channel       TEXT NOT NULL,
        fingerprint   TEXT,
        address_index BLOB NOT NULL,
        meaning       TEXT NOT NULL CHECK (meaning IN ('stop', 'start', 'other')),
        text_sealed   BLOB NOT NULL,
        received_at   INTEGER NOT NULL,
        UNIQUE (channel, fingerprint)
      ) STRICT
      """,
    ] + switches

  private static let messages = [
    """
    CREATE TABLE messages (
      seq            INTEGER PRIMARY KEY,
      id             TEXT NOT NULL UNIQUE,
      campaign       TEXT NOT NULL,
      activity       TEXT NOT NULL,
      channel        TEXT NOT NULL,
      citizen        TEXT NOT NULL,
      address_index  BLOB NOT NULL,
      address_sealed BLOB NOT NULL,
      address_kind   TEXT NOT NULL CHECK (address_kind IN ('phone', 'telegram', 'email')),
      purpose        TEXT NOT NULL CHECK (purpose IN ('sms', 'call', 'telegram', 'email')),
      language       TEXT NOT NULL,
      text           TEXT NOT NULL CHECK (text <> ''),
      parts          INTEGER NOT NULL CHECK (parts > 0),
      price_minor    INTEGER,
      price_currency TEXT,
      reserve_minor  INTEGER NOT NULL DEFAULT 0 CHECK (reserve_minor >= 0),
      key            TEXT NOT NULL UNIQUE,
      state          TEXT NOT NULL CHECK (state IN
        ('planned', 'sending', 'sent', 'delivered', 'undelivered', 'failed', 'doubt', 'skipped')),
      in_doubt       INTEGER NOT NULL DEFAULT 0 CHECK (in_doubt IN (0, 1)),
      attempts       INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
      due            INTEGER NOT NULL,
      not_after      INTEGER,
      owner          TEXT,
      reason         TEXT,
      created_at     INTEGER NOT NULL,
      started_at     INTEGER,
      finished_at    INTEGER,
      UNIQUE (campaign, activity, address_index),
      -- What may have arrived is never called failed or skipped; what is under way has an owner.
      CHECK (NOT (in_doubt = 1 AND state IN ('failed', 'skipped'))),
      CHECK (state <> 'sending' OR owner IS NOT NULL),
      CHECK (state <> 'skipped' OR reason IS NOT NULL)
    ) STRICT
    """,
    "CREATE INDEX messages_waiting ON messages(campaign, channel, due, seq) WHERE state = 'planned'",
    "CREATE INDEX messages_sending ON messages(owner, seq) WHERE state = 'sending'",
    "CREATE INDEX messages_by_citizen ON messages(citizen, campaign)",
    "CREATE INDEX messages_by_address ON messages(address_index)",
    "CREATE INDEX messages_that_end ON messages(not_after) WHERE state = 'planned' AND not_after IS NOT NULL",
    // How many messages are in which state, kept in the same transactions: a campaign of a million is counted at once.
    """
    CREATE TABLE message_totals (
      campaign TEXT NOT NULL,
      activity TEXT NOT NULL,
      state    TEXT NOT NULL,
      reason   TEXT NOT NULL,
      count    INTEGER NOT NULL,
      PRIMARY KEY (campaign, activity, state, reason)
    ) STRICT, WITHOUT ROWID
    """,
    // Who was passed over at launch, and why.
    """
    CREATE TABLE left_out (
      campaign TEXT NOT NULL,
      activity TEXT NOT NULL,
      citizen  TEXT NOT NULL,
      reason   TEXT NOT NULL,
      PRIMARY KEY (campaign, activity, citizen)
    ) STRICT, WITHOUT ROWID
    """,
  ]

  private static let switches = [
    """
    CREATE TABLE campaign_states (
      campaign       TEXT PRIMARY KEY,
      state          TEXT NOT NULL CHECK (state IN ('running', 'paused', 'cancelled')),
      launched_by    TEXT NOT NULL,
      launched_at    INTEGER NOT NULL,
      reserved_minor INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID
    """,
    // The word of a second person, for the campaign as it read at that moment.
    """
    CREATE TABLE approvals (
      campaign TEXT NOT NULL,
      revision INTEGER NOT NULL,
      who      TEXT NOT NULL,
      at       INTEGER NOT NULL,
      PRIMARY KEY (campaign, revision, who)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE channel_states (
      channel       TEXT PRIMARY KEY,
      paused_reason TEXT,
      paused_words  TEXT,
      paused_at     INTEGER,
      -- The earliest moment the next part may leave: the rate survives a restart.
      next_at       INTEGER NOT NULL DEFAULT 0,
      -- The provider asked for silence until then.
      blocked_until INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID
    """,
    // Daemons at work; the process is how another one on this machine knows that one is dead.
    """
    CREATE TABLE owners (
      id              TEXT PRIMARY KEY,
      pid             INTEGER NOT NULL,
      process_started TEXT NOT NULL,
      heartbeat       INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
  ]
}
