-- Places, marks and remembered values are each reader's own. reader: their name; empty for what was kept before these
-- were told apart, which is everyone's until they keep their own.

CREATE TABLE place_of_reader (
  article   INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  reader    TEXT    NOT NULL,
  quotation TEXT    NOT NULL,
  sentence  INTEGER NOT NULL,
  "offset"  INTEGER NOT NULL,
  share     REAL    NOT NULL,
  seen      REAL    NOT NULL,
  kept      INTEGER NOT NULL,
  PRIMARY KEY (article, reader)
) WITHOUT ROWID;
INSERT INTO place_of_reader SELECT article, '', quotation, sentence, "offset", share, seen, kept FROM place;
DROP TABLE place;
ALTER TABLE place_of_reader RENAME TO place;
CREATE INDEX place_by_kept ON place (kept);

CREATE TABLE mark_of_reader (
  name      TEXT    NOT NULL CHECK (name GLOB '[A-Za-z]'),
  reader    TEXT    NOT NULL,
  article   INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  quotation TEXT    NOT NULL,
  sentence  INTEGER NOT NULL,
  "offset"  INTEGER NOT NULL,
  share     REAL    NOT NULL,
  PRIMARY KEY (name, reader)
) WITHOUT ROWID;
INSERT INTO mark_of_reader SELECT name, '', article, quotation, sentence, "offset", share FROM mark;
DROP TABLE mark;
ALTER TABLE mark_of_reader RENAME TO mark;
CREATE INDEX mark_by_article ON mark (article);

CREATE TABLE remembered_of_reader (
  name   TEXT NOT NULL,
  reader TEXT NOT NULL,
  value  TEXT NOT NULL,
  PRIMARY KEY (name, reader)
) WITHOUT ROWID;
INSERT INTO remembered_of_reader SELECT name, '', value FROM remembered;
DROP TABLE remembered;
ALTER TABLE remembered_of_reader RENAME TO remembered;
