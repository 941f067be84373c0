"""One module for each format that articles come in, which makes paragraphs of its bytes.

They run in a process of their own (`tui.articles.formats.apart`), so that no library of theirs is imported here, and
nothing that a hostile file does to one takes more time or memory than it is given.
"""
