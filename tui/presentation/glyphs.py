"""The signs that tell the classes apart without colour, and their ASCII forms."""

SAME = "="
REWORDED = "~"
LEFT_ONLY = "<"
RIGHT_ONLY = ">"
MOVED = "↕"
CONFLICT = "!"
FURNITURE = "#"
FILLER = SILENT = "·"
FOLD = "—"
UNREAD = SAYS = "●"
PARTLY = "◐"
READ = "✓"
CURSOR = "▎"
BRACKET_TOP, BRACKET_SIDE, BRACKET_END = "┌│└"
RULE = "─"
DIVIDER = "│"
PAIR = "⇄"
ELLIPSIS = "…"
BASE = "♦"
NOTE = "✎"
PINNED = "P"
BROKEN = "×"
COVERED = "▲", "■"
PARTED = "+"
AROUND = "⊃"
DIFFERING_BLOCK = "█"
SILENT_BLOCK = "░"

STANCES = {"says": SAYS, "silent": SILENT, "differs": CONFLICT}
"""How a source stands to a claim."""

ASCII = str.maketrans(
    {
        MOVED: "^",
        FILLER: ".",
        FOLD: "-",
        UNREAD: "*",
        PARTLY: "o",
        READ: "v",
        CURSOR: "|",
        BRACKET_TOP: "+",
        BRACKET_SIDE: "|",
        BRACKET_END: "+",
        RULE: "-",
        PAIR: "-",
        ELLIPSIS: ".",
        BASE: "+",
        AROUND: ">",
        NOTE: '"',
        BROKEN: "x",
        COVERED[0]: "X",
        COVERED[1]: "Y",
        DIFFERING_BLOCK: "!",
        SILENT_BLOCK: ":",
    }
)
"""Translates every glyph that this package draws into ASCII, one character for one."""
