-- End users again: a helper that the owner of a profile lets in, the way back for
-- who forgot a password, and the codes that end users choose for their names.

CREATE TABLE subuser (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  profile    INTEGER NOT NULL UNIQUE REFERENCES term,	-- the first name of the profile
  username   TEXT NOT NULL,
  password   TEXT NOT NULL,
  permission INTEGER NOT NULL	-- a sum of bits
) STRICT;

ALTER TABLE cookie ADD COLUMN subuser INTEGER REFERENCES subuser;	-- NULL: the owner's

CREATE TABLE way_back (	-- the link of a mail by which a password can be chosen anew
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  term    INTEGER NOT NULL REFERENCES term,
  subuser INTEGER REFERENCES subuser,	-- NULL: the owner's
  ends    INTEGER NOT NULL,
  used    INTEGER NOT NULL
) STRICT;
CREATE INDEX way_back_term ON way_back (term);

CREATE TABLE authcode (	-- where it is not the one that the registrar made
  term INTEGER PRIMARY KEY REFERENCES term,
  code TEXT NOT NULL
) STRICT;

PRAGMA user_version = 5;
