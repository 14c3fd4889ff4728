-- Registries are asked about nameservers as well as for orders, and whoever asks what
-- a name waits for wants to hear of both: one table of requests.

CREATE TABLE asked (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  order_id  INTEGER REFERENCES orders,	-- NULL: about a nameserver
  reseller  INTEGER NOT NULL REFERENCES reseller,
  domain    TEXT NOT NULL,
  action    TEXT NOT NULL,
  status    TEXT NOT NULL CHECK (status = 'waiting' OR status = 'completed'
              OR status = 'declined'),
  requested INTEGER NOT NULL,
  answered  INTEGER,
  text      TEXT NOT NULL	-- of the answer
) STRICT;
INSERT INTO asked (id, order_id, reseller, domain, action, status, requested, answered, text)
  SELECT id, order_id, reseller, domain, action, status, requested, answered, text
  FROM request ORDER BY id;
DROP TABLE request;
ALTER TABLE asked RENAME TO request;
CREATE INDEX request_domain ON request (domain, id);
CREATE UNIQUE INDEX request_open ON request (order_id) WHERE status = 'waiting';

-- Nothing was ever kept in the first form of this one.
DROP TABLE host_request;
CREATE TABLE host_request (	-- what is to become of the nameserver
  id       INTEGER PRIMARY KEY REFERENCES request,
  term     INTEGER NOT NULL REFERENCES term,
  action   TEXT NOT NULL,
  name     TEXT NOT NULL,
  new_name TEXT NOT NULL,
  ipv4     TEXT NOT NULL,
  ipv6     TEXT NOT NULL,
  tlds     TEXT NOT NULL	-- whose registries are told besides: names, or *
) STRICT;

PRAGMA user_version = 7;
