"""A report on many sources: what it holds, how it is written in four formats, and how each is checked again.

Every quotation carries an anchor, the source's SHA-256 and the place of the words in its text, so that any format can
be read back (`receipts`) and set against the sources' bytes (`checking`).
"""
