-- What comparing two texts came to, where that took long, for as long as what compares them has not changed.
-- one, other: digests of the two texts, their language and their sentences; asked: what was asked of them; code: stands
-- for the program that answered; answer: deflated JSON. The numbers rise with every keeping.

CREATE TABLE comparison (
  id     INTEGER PRIMARY KEY,
  one    BLOB    NOT NULL,
  other  BLOB    NOT NULL,
  asked  TEXT    NOT NULL,
  code   TEXT    NOT NULL,
  answer BLOB    NOT NULL,
  UNIQUE (one, other, asked)
);
