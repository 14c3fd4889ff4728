-- How many commands a reseller has sent since when; counted only where that is limited.

CREATE TABLE rate (
  reseller INTEGER PRIMARY KEY REFERENCES reseller,
  opened   INTEGER NOT NULL,
  commands INTEGER NOT NULL
) STRICT;

PRAGMA user_version = 12;
