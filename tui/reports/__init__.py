"""Results become JSON records, Markdown and self-contained web pages that are read without the tool.

Everything here is a pure function from results to text: the same input gives the same characters, and nothing
that a source says is taken for markup. May import the engine and the articles; knows nothing of terminals.
"""
