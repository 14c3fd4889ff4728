-- What else is kept of a name, each as a text, and changes of a name that wait for
-- its registry.

CREATE TABLE setting (
  term  INTEGER NOT NULL REFERENCES term,
  name  TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (term, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE change_request (	-- what is to become of the name
  id          INTEGER PRIMARY KEY REFERENCES request,
  term        INTEGER NOT NULL REFERENCES term,
  contacts    TEXT,	-- NULL: they stay
  nameservers TEXT	-- NULL: they stay
) STRICT;

CREATE TABLE change_setting (
  id    INTEGER NOT NULL REFERENCES change_request,
  name  TEXT NOT NULL,
  value TEXT NOT NULL,	-- '': it goes
  PRIMARY KEY (id, name)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 9;
