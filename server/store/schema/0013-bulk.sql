-- Changes for many names at once, and what became of each.

CREATE TABLE bulk (
  id       INTEGER PRIMARY KEY,
  reseller INTEGER NOT NULL REFERENCES reseller,
  type     TEXT NOT NULL,
  request  TEXT NOT NULL,	-- JSON: the attributes as they were sent
  email    TEXT NOT NULL,	-- who gets the report
  names    INTEGER NOT NULL,	-- how many
  submitted INTEGER NOT NULL,
  begins   INTEGER NOT NULL,	-- the first name's turn ...
  pace     INTEGER NOT NULL,	-- ... and so many seconds from one to the next
  done     INTEGER NOT NULL,	-- so many, from the first, have had theirs
  finished INTEGER
) STRICT;

CREATE TABLE bulk_item (
  bulk    INTEGER NOT NULL REFERENCES bulk,
  nr      INTEGER NOT NULL,	-- from 0
  name    TEXT NOT NULL,
  at      INTEGER,	-- NULL: its turn has not come, nor has the rest
  code    INTEGER,
  success INTEGER,
  text    TEXT,
  PRIMARY KEY (bulk, nr)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 13;
