-- What reading leaves behind: places, marks, and small remembered values.
-- Strings are data from anywhere; a source is an absolute path's bytes, empty for standard input.

PRAGMA application_id = 1398099284; -- 'SUMT'

CREATE TABLE article (
  id     INTEGER PRIMARY KEY,
  source BLOB NOT NULL,
  key    TEXT NOT NULL,
  title  TEXT NOT NULL,
  UNIQUE (source, key)
);
CREATE INDEX article_by_key ON article (key);

-- kept: microseconds since 1970, made to rise with every keeping even where the clock does not.
-- seen: the largest share, 0.0 to 1.0, that any place kept in this article had.
CREATE TABLE place (
  article   INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  quotation TEXT    NOT NULL,
  sentence  INTEGER NOT NULL,
  "offset"  INTEGER NOT NULL,
  share     REAL    NOT NULL,
  seen      REAL    NOT NULL,
  kept      INTEGER NOT NULL
);
CREATE INDEX place_by_kept ON place (kept);

CREATE TABLE mark (
  name      TEXT    PRIMARY KEY CHECK (name GLOB '[A-Za-z]'),
  article   INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  quotation TEXT    NOT NULL,
  sentence  INTEGER NOT NULL,
  "offset"  INTEGER NOT NULL,
  share     REAL    NOT NULL
) WITHOUT ROWID;
CREATE INDEX mark_by_article ON mark (article);

CREATE TABLE remembered (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
