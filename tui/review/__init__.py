"""What reviewers say of pairs of sentences: verdicts, links made and broken, notes, and how well they agree.

Pure: acts in, what stands out. May import `tui.alignment`, `tui.articles` and `tui.text`. The package itself imports
nothing, so that its types cost nothing.
"""
