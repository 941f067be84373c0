"""Ledgers: the facts of all sources in one list for each kind, like beside like.

Pure: a survey in, rows out. What rules cannot put beside something else stands alone, and is never left out.
"""
