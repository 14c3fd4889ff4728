-- Names that move: from another registrar or another reseller, or away.

CREATE TABLE transfer (
  id                INTEGER PRIMARY KEY,
  order_id          INTEGER REFERENCES orders,	-- NULL: it was asked for elsewhere
  domain            TEXT NOT NULL,
  gaining           INTEGER REFERENCES reseller,	-- NULL: another registrar's; so below
  losing            INTEGER REFERENCES reseller,
  gaining_registrar TEXT NOT NULL,
  losing_registrar  TEXT NOT NULL,
  state             TEXT NOT NULL CHECK (state = 'pending_owner' OR state = 'pending_admin'
                      OR state = 'pending_registry' OR state = 'completed' OR state = 'cancelled'),
  request_address   TEXT NOT NULL,	-- who is asked; '': nobody
  started           INTEGER NOT NULL,
  changed           INTEGER NOT NULL,	-- its state, last
  owner_asked       INTEGER,
  owner_confirmed   INTEGER,
  confirm_ip        TEXT NOT NULL,	-- from where; '': nobody confirmed
  registry_asked    INTEGER,
  completed         INTEGER
) STRICT;
CREATE INDEX transfer_order ON transfer (order_id);
CREATE INDEX transfer_in ON transfer (gaining, id);
CREATE INDEX transfer_away ON transfer (losing, id);
CREATE INDEX transfer_domain ON transfer (domain, id);
-- A name moves one way at a time.
CREATE UNIQUE INDEX transfer_running ON transfer (domain)
  WHERE state <> 'completed' AND state <> 'cancelled';

ALTER TABLE note ADD COLUMN transfer_id INTEGER REFERENCES transfer;

PRAGMA user_version = 14;
