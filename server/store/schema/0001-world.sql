-- One world.  Migrations are append-only: this file never changes once released.
-- An id never comes back: an old reference would point at something new.  Where
-- the newest row can be deleted that takes AUTOINCREMENT, which costs half as
-- much again as the insert; elsewhere the newest row stays and is counted from.
-- No IN with more than two values in what is checked at each write: SQLite makes
-- a table of them every time, which costs as much as the write.

CREATE TABLE world (	-- exactly one row
  now         INTEGER NOT NULL,
  mode        TEXT NOT NULL CHECK (mode IN ('frozen', 'flowing', 'system')),
  rate        INTEGER NOT NULL CHECK (rate > 0),	-- world seconds per real second
  anchor_ms   INTEGER NOT NULL,	-- flowing: at this real millisecond ...
  anchor_now  INTEGER NOT NULL,	-- ... it was this instant here
  seed        INTEGER NOT NULL,
  rules       TEXT NOT NULL,	-- hash of the policy set
  epoch       INTEGER NOT NULL,	-- counts restores and resets: cursors of before are stale
  birth       TEXT NOT NULL	-- JSON: what it was created with, for a reset
) STRICT;

CREATE TABLE policy (	-- what this world overrides
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE agenda (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  due     INTEGER NOT NULL,
  rank    INTEGER NOT NULL,	-- order within one instant
  kind    TEXT NOT NULL,
  event   TEXT NOT NULL,
  subject INTEGER NOT NULL,	-- the id of an episode, never a name
  label   TEXT NOT NULL,	-- what a person calls the subject
  depth   INTEGER NOT NULL,
  UNIQUE (kind, subject)
) STRICT;
CREATE INDEX agenda_due ON agenda (due, rank, id);

CREATE TABLE history (	-- what has fired, in its order
  id      INTEGER PRIMARY KEY,
  at      INTEGER NOT NULL,
  kind    TEXT NOT NULL,
  event   TEXT NOT NULL,
  subject INTEGER NOT NULL,
  label   TEXT NOT NULL
) STRICT;

CREATE TABLE reseller (
  id                  INTEGER PRIMARY KEY,
  name                TEXT NOT NULL UNIQUE,
  company             TEXT NOT NULL,
  tech_name           TEXT NOT NULL,
  tech_email          TEXT NOT NULL,	-- From of every mail to a registrant
  tech_phone          TEXT NOT NULL,
  process_immediately INTEGER NOT NULL,
  nameservers         TEXT NOT NULL,	-- JSON array of names
  notices             TEXT NOT NULL,	-- JSON map, only what is switched off
  branding            TEXT NOT NULL	-- JSON map
) STRICT;

CREATE TABLE login (	-- apart from reseller: restore keeps these, fork renames them
  username TEXT PRIMARY KEY,
  key      TEXT NOT NULL,
  reseller INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE orders (
  id          INTEGER PRIMARY KEY,
  reseller    INTEGER NOT NULL REFERENCES reseller,
  domain      TEXT NOT NULL,
  type        TEXT NOT NULL,
  status      TEXT NOT NULL CHECK (status = 'pending' OR status = 'waiting'
                OR status = 'processed' OR status = 'completed' OR status = 'declined'
                OR status = 'cancelled'),
  price       INTEGER NOT NULL,	-- cents
  period      INTEGER NOT NULL,
  submitted   INTEGER NOT NULL,
  processed   INTEGER,
  completed   INTEGER,
  term        INTEGER,
  contacts    TEXT NOT NULL,	-- JSON: owner, admin, billing, tech
  nameservers TEXT NOT NULL,	-- JSON array of names
  details     TEXT NOT NULL	-- JSON: what else was ordered
) STRICT;
CREATE INDEX orders_domain ON orders (domain, id);

CREATE TABLE account (
  id       INTEGER PRIMARY KEY,
  reseller INTEGER UNIQUE,	-- NULL: one of the house
  name     TEXT NOT NULL
) STRICT;

CREATE TABLE entry (	-- one movement: AMOUNT comes to ACCOUNT and leaves COUNTER
  id       INTEGER PRIMARY KEY,
  at       INTEGER NOT NULL,
  account  INTEGER NOT NULL REFERENCES account,
  counter  INTEGER NOT NULL REFERENCES account,
  amount   INTEGER NOT NULL,	-- cents, signed
  balance  INTEGER NOT NULL,	-- of ACCOUNT, afterwards
  held     INTEGER NOT NULL,	-- part of balance, afterwards
  order_id INTEGER,
  what     TEXT NOT NULL
) STRICT;
CREATE INDEX entry_account ON entry (account, id);

CREATE TABLE term (	-- one registration of one name: the episode its expiry belongs to
  id               INTEGER PRIMARY KEY,
  name             TEXT NOT NULL,
  reseller         INTEGER REFERENCES reseller,	-- NULL: held by another registrar
  registrar        TEXT NOT NULL,
  state            TEXT NOT NULL CHECK (state = 'active' OR state = 'expired' OR state = 'deleted'),
  created          INTEGER NOT NULL,
  updated          INTEGER NOT NULL,
  expires          INTEGER NOT NULL,
  registry_expires INTEGER NOT NULL,
  auto_renew       INTEGER NOT NULL,
  let_expire       INTEGER NOT NULL,
  locked           INTEGER NOT NULL,
  hold             INTEGER NOT NULL,	-- clientHold: the name does not resolve
  contacts         TEXT NOT NULL,	-- JSON: owner, admin, billing, tech
  nameservers      TEXT NOT NULL,	-- JSON array of names
  reg_username     TEXT NOT NULL,
  reg_password     TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX term_name ON term (name) WHERE state <> 'deleted';
CREATE INDEX term_held ON term (reseller, id) WHERE hold;

CREATE TABLE verification (	-- one run of registrant verification
  id         INTEGER PRIMARY KEY,
  term       INTEGER NOT NULL REFERENCES term,
  state      TEXT NOT NULL,
  started    INTEGER NOT NULL,
  first_name TEXT NOT NULL,	-- the triple under verification
  last_name  TEXT NOT NULL,
  email      TEXT NOT NULL,
  suspended  INTEGER,	-- since when, even after the hold was lifted
  bounced    INTEGER NOT NULL
) STRICT;
CREATE INDEX verification_term ON verification (term, id);
CREATE INDEX verification_owner ON verification (lower(email), last_name, first_name)
  WHERE state <> 'verified' AND state <> 'superseded' AND state <> 'closed';

CREATE TABLE verified_owner (
  first_name TEXT NOT NULL,
  last_name  TEXT NOT NULL,
  email      TEXT NOT NULL,	-- lower case, unless the case counts (policy)
  at         INTEGER NOT NULL,
  PRIMARY KEY (email, last_name, first_name)
) STRICT, WITHOUT ROWID;

CREATE TABLE template (	-- never changed or deleted: mails refer to what they were sent with
  id       INTEGER PRIMARY KEY,
  type     TEXT NOT NULL,
  language TEXT NOT NULL,
  hash     TEXT NOT NULL UNIQUE,
  body     TEXT NOT NULL	-- the template file, whole
) STRICT;

CREATE TABLE mail (
  id          INTEGER PRIMARY KEY,
  at          INTEGER NOT NULL,
  type        TEXT NOT NULL,
  sender      TEXT NOT NULL,
  recipient   TEXT NOT NULL,
  reseller    INTEGER NOT NULL REFERENCES reseller,
  domain      TEXT NOT NULL,	-- '' for mails about none
  episode     INTEGER NOT NULL,	-- of the flow that sent it; 0: none
  template    INTEGER NOT NULL REFERENCES template,
  variables   TEXT NOT NULL,	-- JSON map of texts
  status      TEXT NOT NULL CHECK (status IN ('sent', 'bounced')),
  bounce_code INTEGER,
  bounce_text TEXT
) STRICT;
CREATE INDEX mail_recipient ON mail (recipient, id);

CREATE TABLE event (	-- a reseller's poll queue
  id       INTEGER PRIMARY KEY,
  at       INTEGER NOT NULL,
  reseller INTEGER NOT NULL REFERENCES reseller,
  object   TEXT NOT NULL,	-- DOMAIN, ORDER, TRANSFER
  name     TEXT NOT NULL,
  data     TEXT NOT NULL,	-- JSON map: object_data
  acked    INTEGER NOT NULL
) STRICT;
CREATE INDEX event_queue ON event (reseller, id) WHERE NOT acked;

CREATE TABLE journal (
  id        INTEGER PRIMARY KEY,
  at        INTEGER NOT NULL,
  door      TEXT NOT NULL,
  username  TEXT NOT NULL,
  action    TEXT NOT NULL,
  object    TEXT NOT NULL,
  code      INTEGER NOT NULL,
  diagnosis TEXT NOT NULL,
  target    TEXT NOT NULL,
  request   BLOB NOT NULL,
  reply     BLOB NOT NULL
) STRICT;

CREATE TABLE answered (	-- idempotency keys of the control API
  key   TEXT PRIMARY KEY,
  reply TEXT NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 1;
