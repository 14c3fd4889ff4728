-- Names that their resellers have lost.

CREATE TABLE deletion (	-- as the name was on that day
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  term          INTEGER NOT NULL UNIQUE REFERENCES term,
  reseller      INTEGER NOT NULL REFERENCES reseller,
  name          TEXT NOT NULL,
  reason        TEXT NOT NULL,	-- as events say it
  deleted       INTEGER NOT NULL,
  expires       INTEGER NOT NULL,
  owner_email   TEXT NOT NULL,
  admin_email   TEXT NOT NULL,
  billing_email TEXT NOT NULL,
  tech_email    TEXT NOT NULL
) STRICT;
CREATE INDEX deletion_reseller ON deletion (reseller, deleted);

CREATE TABLE revocation (	-- a request: what a registry is to delete, and answers later
  id   INTEGER PRIMARY KEY REFERENCES request,
  term INTEGER NOT NULL REFERENCES term
) STRICT;

PRAGMA user_version = 11;
