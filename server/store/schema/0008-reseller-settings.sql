-- What a reseller may set for itself: from where it is served, which nameservers its
-- names may point to, its technical contact's address, who approves changes of owners,
-- and what the owners of its names may let others do.

ALTER TABLE reseller ADD COLUMN tech_address TEXT NOT NULL DEFAULT '{}';	-- JSON map of a contact's fields
ALTER TABLE reseller ADD COLUMN foreign_nameservers INTEGER NOT NULL DEFAULT 1;
ALTER TABLE reseller ADD COLUMN unregistered_hosts INTEGER NOT NULL DEFAULT 1;
ALTER TABLE reseller ADD COLUMN designated_agent INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reseller ADD COLUMN subusers INTEGER NOT NULL DEFAULT 1;
ALTER TABLE reseller ADD COLUMN subuser_permissions INTEGER NOT NULL DEFAULT 127;	-- a sum of bits
ALTER TABLE reseller ADD COLUMN fenced INTEGER NOT NULL DEFAULT 0;	-- it has had address rules

CREATE TABLE address_rule (	-- from where a reseller is served
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  reseller INTEGER NOT NULL REFERENCES reseller,
  rule     TEXT NOT NULL,	-- an address, or one and how many of its bits count
  since    INTEGER NOT NULL,	-- in force from then on
  until    INTEGER	-- and before then; NULL: it has not been taken back
) STRICT;
CREATE INDEX address_rule_reseller ON address_rule (reseller, id);

PRAGMA user_version = 8;
