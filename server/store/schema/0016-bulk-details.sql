-- What a bulk change says of one of its names alone.

ALTER TABLE bulk_item ADD COLUMN detail TEXT NOT NULL DEFAULT '';	-- the authorization code of a transfer

PRAGMA user_version = 16;
