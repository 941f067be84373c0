-- Articles that are held: what each source said when it was added, and the collections, tags and words to find it by.
-- An article is one version of a source; times are microseconds since 1970.

-- What a list shows of a version, and where it came from.
CREATE TABLE held (
  article   INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  added     INTEGER NOT NULL,
  sha256    TEXT    NOT NULL,
  format    TEXT    NOT NULL,
  encoding  TEXT    NOT NULL,
  address   TEXT,
  byline    TEXT,
  wire      TEXT,
  agency    TEXT,
  date      TEXT,
  language  TEXT    NOT NULL,
  words     INTEGER NOT NULL,
  sentences INTEGER NOT NULL,
  furniture INTEGER NOT NULL
);

-- Its text; all blobs are deflated. text: UTF-8, NULL where the original's bytes are that already; parts: the blocks
-- and the sentences as JSON, in code points of the text; forms: what is searched, a line for each sentence.
CREATE TABLE content (
  article  INTEGER PRIMARY KEY REFERENCES held (article) ON DELETE CASCADE,
  original BLOB NOT NULL,
  text     BLOB,
  parts    BLOB NOT NULL,
  forms    BLOB NOT NULL
);

CREATE INDEX held_by_language ON held (language);

-- opened: when the reader last opened it; gaps: how many numbers up to the last no article has.
CREATE TABLE collection (
  id     INTEGER PRIMARY KEY,
  name   TEXT    NOT NULL UNIQUE,
  opened INTEGER NOT NULL,
  gaps   INTEGER NOT NULL DEFAULT 0
);

-- A source in a collection. number: gives its label, is never another's; article: its newest version;
-- removed: when it was taken out, NULL as long as it is in.
CREATE TABLE holding (
  id         INTEGER PRIMARY KEY,
  collection INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  number     INTEGER NOT NULL,
  article    INTEGER NOT NULL REFERENCES held (article) ON DELETE CASCADE,
  removed    INTEGER,
  UNIQUE (collection, number),
  UNIQUE (collection, article)
);
CREATE INDEX holding_by_article ON holding (article);
CREATE INDEX holding_by_removal ON holding (removed) WHERE removed IS NOT NULL;

CREATE TABLE tag (
  holding INTEGER NOT NULL REFERENCES holding (id) ON DELETE CASCADE,
  name    TEXT    NOT NULL,
  value   TEXT    NOT NULL,
  PRIMARY KEY (holding, name)
) WITHOUT ROWID;

-- The forms of the words of every held version, by its number; and in how many versions each form stands.
CREATE VIRTUAL TABLE words USING fts5 (forms, content = '', tokenize = "unicode61 remove_diacritics 0");
CREATE TABLE form (
  form     TEXT    PRIMARY KEY,
  articles INTEGER NOT NULL
) WITHOUT ROWID;
