-- From whom a reseller takes names that are pushed to it.

ALTER TABLE reseller ADD COLUMN push_from TEXT NOT NULL DEFAULT '[]';	-- JSON array of names of resellers

PRAGMA user_version = 15;
