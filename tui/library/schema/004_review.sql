-- What reviewers did, a row for each act, in the columns that an export has; rows are added and never changed.
-- time: microseconds since 1970, rising with each act of one reviewer even where the clock does not.

CREATE TABLE act (
  number          INTEGER PRIMARY KEY AUTOINCREMENT,
  id              TEXT    NOT NULL UNIQUE,
  reviewer        TEXT    NOT NULL,
  time            INTEGER NOT NULL,
  tool            TEXT    NOT NULL,
  kind            TEXT    NOT NULL CHECK (kind IN ('verdict', 'bond', 'note', 'undo', 'redo')),
  value           TEXT    NOT NULL,
  blind           INTEGER,
  decision        INTEGER,
  similarity      REAL,
  relation        TEXT,
  candidate       TEXT,
  scorer          TEXT,
  cut             REAL,
  one_source      TEXT,
  one_key         TEXT,
  one_sha256      TEXT,
  one_title       TEXT,
  one_sentence    INTEGER,
  one_quotation   TEXT,
  other_source    TEXT,
  other_key       TEXT,
  other_sha256    TEXT,
  other_title     TEXT,
  other_sentence  INTEGER,
  other_quotation TEXT
);

CREATE TRIGGER act_is_kept BEFORE DELETE ON act
BEGIN
  SELECT RAISE(ABORT, 'acts are kept');
END;

CREATE TRIGGER act_is_final BEFORE UPDATE ON act
BEGIN
  SELECT RAISE(ABORT, 'acts are final');
END;
