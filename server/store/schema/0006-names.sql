-- What hangs on a name: its zone, DS records and forwarding; nameservers below it.

CREATE TABLE record_list (	-- replaced as a whole
  term     INTEGER NOT NULL REFERENCES term,
  service  TEXT NOT NULL,
  template TEXT NOT NULL,	-- what a zone was made from; '': none
  records  TEXT NOT NULL,	-- JSON array of maps
  PRIMARY KEY (term, service)
) STRICT, WITHOUT ROWID;

CREATE TABLE zone_template (	-- a reseller's own, for zones to begin with
  reseller INTEGER NOT NULL REFERENCES reseller,
  name     TEXT NOT NULL,
  records  TEXT NOT NULL,	-- JSON array of maps
  PRIMARY KEY (reseller, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE host (	-- a nameserver below a name, as its registry knows it
  id   INTEGER PRIMARY KEY AUTOINCREMENT,
  term INTEGER NOT NULL REFERENCES term,
  name TEXT NOT NULL,
  ipv4 TEXT NOT NULL,	-- '': none
  ipv6 TEXT NOT NULL,	-- '': none
  UNIQUE (term, name)
) STRICT;
CREATE INDEX host_name ON host (name);

CREATE TABLE known_host (	-- nameservers that a registry was told of besides
  registry TEXT NOT NULL,
  name     TEXT NOT NULL,
  PRIMARY KEY (registry, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE host_request (	-- what a registry was asked about a nameserver and answers later
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  term       INTEGER NOT NULL REFERENCES term,
  action     TEXT NOT NULL,
  name       TEXT NOT NULL,
  new_name   TEXT NOT NULL,
  ipv4       TEXT NOT NULL,
  ipv6       TEXT NOT NULL,
  tlds       TEXT NOT NULL,	-- whose registries are told besides: names, or *
  status     TEXT NOT NULL CHECK (status = 'waiting' OR status = 'completed'
               OR status = 'declined'),
  requested  INTEGER NOT NULL,
  answered   INTEGER
) STRICT;
CREATE UNIQUE INDEX host_request_open ON host_request (term) WHERE status = 'waiting';

PRAGMA user_version = 6;
