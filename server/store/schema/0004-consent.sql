-- Consent of the owners of ccTLD names to the sharing of their data.

CREATE TABLE data_subject (	-- one fingerprint, for the whole world
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  first_name TEXT NOT NULL,
  last_name  TEXT NOT NULL,
  org_name   TEXT NOT NULL,	-- '' where none was given
  country    TEXT NOT NULL,
  email      TEXT NOT NULL,	-- as it was typed first
  told       INTEGER,	-- the first mail that was no reminder; NULL: none yet
  open_until INTEGER,	-- the link in the newest mail is dead from then on
  told_by    INTEGER REFERENCES reseller,	-- whose newest mail it is
  choice     TEXT CHECK (choice = 'given' OR choice = 'refused'),	-- NULL: no answer yet
  share_more INTEGER NOT NULL,
  language   TEXT NOT NULL,	-- of the last answer; '' before
  answered   INTEGER,
  answers    INTEGER NOT NULL	-- how many: each form serves for one
) STRICT;
CREATE INDEX data_subject_key ON data_subject (lower(email), last_name, first_name);

CREATE TABLE consent (	-- one request, for one order
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  order_id INTEGER NOT NULL REFERENCES orders,
  subject  INTEGER NOT NULL REFERENCES data_subject,
  state    TEXT NOT NULL,
  waits    INTEGER NOT NULL,	-- the order may not go on without an answer
  started  INTEGER NOT NULL,
  asked    INTEGER	-- the instant of the mail, whether it was sent or not
) STRICT;
CREATE INDEX consent_order ON consent (order_id, id);
CREATE INDEX consent_subject ON consent (subject, id) WHERE state <> 'dropped';

PRAGMA user_version = 4;
