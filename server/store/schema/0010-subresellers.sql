-- Resellers whose customer is another reseller.

ALTER TABLE reseller ADD COLUMN parent INTEGER REFERENCES reseller;	-- NULL: none
ALTER TABLE reseller ADD COLUMN status TEXT NOT NULL DEFAULT 'active'
  CHECK (status = 'active' OR status = 'onhold' OR status = 'locked' OR status = 'canceled'
    OR status = 'paid_only');

CREATE TABLE subreseller (	-- what its parent has written down about it
  reseller INTEGER PRIMARY KEY REFERENCES reseller,
  password TEXT NOT NULL,
  settings TEXT NOT NULL,	-- JSON map of texts: subreseller_settings.def
  contacts TEXT NOT NULL	-- JSON map of maps of texts, as they were sent
) STRICT;

PRAGMA user_version = 10;
