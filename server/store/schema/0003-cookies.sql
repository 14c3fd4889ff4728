-- End users: profiles that hold several names, and the cookies that stand for one.

-- The first name of the profile that this one has joined; NULL: it has a profile
-- of its own.
ALTER TABLE term ADD COLUMN profile INTEGER REFERENCES term;
CREATE INDEX term_profile ON term (profile) WHERE profile IS NOT NULL;

CREATE TABLE cookie (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  reseller INTEGER NOT NULL REFERENCES reseller,
  term     INTEGER NOT NULL REFERENCES term,
  used     INTEGER NOT NULL,	-- when it was last shown
  expires  INTEGER NOT NULL	-- when it is forgotten if it is not shown again
) STRICT;
CREATE INDEX cookie_expires ON cookie (expires);

PRAGMA user_version = 3;
