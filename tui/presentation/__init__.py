"""Results at a width become lines of runs, each run with an emphasis.

`reader.read_page` lays out one article; `rows.rows_of` and `layouts.lay_out` a pair. Everything is measured in
terminal cells. May import `tui.comparer`, the engine and `rich.cells`; knows nothing of Textual or of colours.
"""
