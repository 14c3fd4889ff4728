-- Orders that wait: money on hold, what registries were asked, notes, faults.

-- What is held is part of the balance and never less than nothing; what one row
-- adds to it (hold) or gives back (debit, release) stands beside.
ALTER TABLE entry ADD COLUMN hold INTEGER NOT NULL DEFAULT 0;
CREATE INDEX entry_hold ON entry (order_id, id) WHERE hold <> 0;
-- No order is debited twice.
CREATE UNIQUE INDEX entry_debit ON entry (order_id) WHERE amount < 0;

CREATE TABLE request (	-- what a registry was asked and could not answer at once
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  order_id  INTEGER NOT NULL REFERENCES orders,
  reseller  INTEGER NOT NULL REFERENCES reseller,
  domain    TEXT NOT NULL,
  action    TEXT NOT NULL,
  status    TEXT NOT NULL CHECK (status = 'waiting' OR status = 'completed'
              OR status = 'declined'),
  requested INTEGER NOT NULL,
  answered  INTEGER,
  text      TEXT NOT NULL	-- of the answer
) STRICT;
CREATE INDEX request_domain ON request (domain, id);
CREATE UNIQUE INDEX request_open ON request (order_id) WHERE status = 'waiting';

-- What happened to a name and no other row tells; get_notes reads the rest from
-- orders and entries.
CREATE TABLE note (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  at       INTEGER NOT NULL,
  reseller INTEGER NOT NULL REFERENCES reseller,
  domain   TEXT NOT NULL,
  order_id INTEGER,
  text     TEXT NOT NULL
) STRICT;
CREATE INDEX note_domain ON note (domain, id);

CREATE TABLE fault (	-- what shall go wrong, until it is dropped
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  kind       TEXT NOT NULL,
  action     TEXT,	-- NULL in these four: any
  object     TEXT,
  domain     TEXT,	-- a name, or a pattern with *
  user       TEXT,
  nth        INTEGER NOT NULL CHECK (nth > 0),	-- the first one that it strikes
  times      INTEGER NOT NULL CHECK (times >= 0),	-- 0: every one from there
  parameters TEXT NOT NULL,	-- JSON map of texts
  seen       INTEGER NOT NULL,	-- how often it fitted
  struck     INTEGER NOT NULL
) STRICT;

PRAGMA user_version = 2;
