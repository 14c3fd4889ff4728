-- Changes of an owner that have to be approved by the new one and the present one.

CREATE TABLE trade (
  id         INTEGER PRIMARY KEY,
  term       INTEGER NOT NULL REFERENCES term,
  domain     TEXT NOT NULL,
  state      TEXT NOT NULL,
  started    INTEGER NOT NULL,
  owner      TEXT NOT NULL	-- JSON: the contact that is to be the owner
) STRICT;
-- One at a time for each name.
CREATE UNIQUE INDEX trade_running ON trade (term)
  WHERE state = 'pending_new_registrant' OR state = 'pending_current_registrant';
CREATE INDEX trade_term ON trade (term, id);

PRAGMA user_version = 17;
