-- What a list shows of a file, for as long as neither the file nor what reads it has changed.
-- reader: stands for the code that read it; changed: nanoseconds since 1970; kept: microseconds, as in place.

CREATE TABLE summary (
  source    BLOB    PRIMARY KEY,
  size      INTEGER NOT NULL,
  changed   INTEGER NOT NULL,
  reader    TEXT    NOT NULL,
  "key"     TEXT    NOT NULL,
  sha256    TEXT    NOT NULL,
  title     TEXT    NOT NULL,
  byline    TEXT,
  wire      TEXT,
  agency    TEXT,
  date      TEXT,
  language  TEXT    NOT NULL,
  words     INTEGER NOT NULL,
  sentences INTEGER NOT NULL,
  furniture INTEGER NOT NULL,
  kept      INTEGER NOT NULL
);
CREATE INDEX summary_by_kept ON summary (kept);
