"""Every key of the reader in one table: its binding's id, the keys, the action, and the words that name it."""

from typing import NamedTuple


class Key(NamedTuple):
    """One action that keys reach. `hint` stands in the bottom line, `title` in the help and the palette."""

    id: str
    keys: str
    action: str
    hint: str
    title: str


MOVE = (
    Key("move.down", "j,down", "down", "down", "move: next line"),
    Key("move.up", "k,up", "up", "up", "move: previous line"),
    Key("move.half-down", "d,ctrl+d", "half_down", "half page", "move: half a page down"),
    Key("move.half-up", "u,ctrl+u", "half_up", "half page up", "move: half a page up"),
    Key("move.page-down", "f,ctrl+f,pagedown", "page_down", "page", "move: a page down"),
    Key("move.page-up", "b,ctrl+b,pageup", "page_up", "page up", "move: a page up"),
    Key("move.top", "g,less_than_sign,home", "top", "top", "move: top, or with a count that sentence or row"),
    Key("move.end", "G,greater_than_sign,end", "end", "end", "move: end, or with a count that sentence or row"),
    Key("move.percent", "percent_sign", "percent", "percent", "move: to the count's percentage"),
)

TEXT = (
    Key("text.page-down", "space", "page_down", "page", "move: a page down"),
    Key("text.next-sentence", "right_parenthesis", "sentence(1)", "sentence", "move: next sentence"),
    Key("text.previous-sentence", "left_parenthesis", "sentence(-1)", "sentence", "move: previous sentence"),
    Key("text.next-paragraph", "right_curly_bracket", "paragraph(1)", "para", "move: next paragraph"),
    Key("text.previous-paragraph", "left_curly_bracket", "paragraph(-1)", "para", "move: previous paragraph"),
)

LIST = (
    Key("list.open", "enter", "open", "read", "list: read the article"),
    Key("list.mark", "space", "mark", "mark", "list: mark for comparing, the cursor stays"),
    Key("list.compare", "c", "compare", "compare", "list: compare the marked two, or one and this"),
    Key("list.base", "B", "base", "base", "list: claims in this article's order, again: most said first"),
    Key("list.about", "equals_sign", "screen.about", "about", "list: about this article"),
)

ARRANGE = (
    Key("list.sort", "o", "sort(1)", "sort", "list: sort by the letter that follows"),
    Key("list.sort-back", "O", "sort(-1)", "sort back", "list: sort backwards by the letter that follows"),
    Key("list.reload", "R", "reload", "reload", "list: read anew what has changed on disk, list what others added"),
    Key("list.filter", "ampersand", "filter", "filter", "list: only titles and bylines with these words, empty clears"),
)

SEARCH = (
    Key("search.here", "slash", "search", "search", "search: words in the text; in the list in titles and bylines"),
    Key("search.next", "n", "next_hit(1)", "next", "search: next hit, and on in the next article"),
    Key("search.previous", "N", "next_hit(-1)", "previous", "search: previous hit, and on in the article before"),
)

READING = (
    Key("reading.about", "equals_sign", "about", "why", "about: the article, or why this row is linked"),
    Key("reading.measure", "w", "measure", "measure", "view: measure of the text, 60, 72, 88 or full"),
    Key("reading.zen", "V", "zen", "zen", "view: zen, the focused pane alone"),
    Key("reading.outline", "t", "outline", "outline", "go: headings of the text"),
    Key("reading.filter", "ampersand", "filter", "filter", "view: only sentences with these words, empty clears"),
    Key("reading.copy", "y", "copy", "copy", "copy: the sentence with its citation, 3y that many"),
    Key("reading.pipe", "vertical_line", "pipe", "pipe", "copy: the text into a shell command"),
    Key("reading.edit", "E", "edit", "editor", "copy: the source in $EDITOR or $PAGER, at this line"),
    Key("place.mark", "m", "set_mark", "mark", "place: mark with the letter that follows"),
    Key("place.go", "apostrophe", "go_to_mark", "go to mark", "place: go to the mark of that letter, ' the last place"),
    Key("place.back", "ctrl+o", "trail_back", "way back", "place: back along the way"),
    Key("place.forward", "ctrl+n", "trail_forward", "forward", "place: forward along the way"),
    Key("reading.next-article", "J", "article(1)", "next", "go: next article"),
    Key("reading.previous-article", "K", "article(-1)", "previous", "go: previous article"),
)

READER = (
    Key("reader.claim", "enter", "claim", "who", "view: who else says this sentence, part by part"),
    Key("reader.compare", "c", "compare", "compare", "go: compare with the marked article"),
    Key("reader.backing", "number_sign", "backing", "sources", "view: how many sources say each sentence"),
)

PAIR = (
    Key("diff.next-hunk", "right_square_bracket", "difference(1)", "diff", "differences: next"),
    Key("diff.previous-hunk", "left_square_bracket", "difference(-1)", "diff", "differences: previous"),
    Key("diff.class", "F", "next_class", "class", "differences: which class to walk and fold"),
    Key("pair.fold", "z", "fold", "fold", "view: fold all, differences only, shared only"),
    Key("pair.open", "enter", "open_fold", "open", "view: open folded rows, or where a moved row stands"),
    Key("pair.layout", "v", "layout", "layout", "view: layout, side by side, interleaved or redline"),
    Key("pair.swap", "x", "swap", "swap", "view: swap sides"),
    Key("pair.lock", "backslash", "lock", "lock", "view: scroll lock on or off"),
    Key("pair.left", "h,left", "pane(0)", "left", "go: left pane"),
    Key("pair.right", "l,right", "pane(1)", "right", "go: right pane"),
    Key("pair.copy-both", "Y", "copy_both", "copy both", "copy: both sides of the row, each with its citation"),
    Key("pair.jump", "semicolon", "jump", "jump", "go: jump to a pane by its letter"),
    Key("pair.cycle", "tab,shift+tab", "other_pane", "pane", "go: other pane"),
    Key("pair.next-other", "full_stop", "other(1)", "other", "go: next other source"),
    Key("pair.previous-other", "comma", "other(-1)", "other", "go: previous other source"),
    Key("align.cut-up", "plus", "cut(1)", "cut", "alignment: threshold of the cut up"),
    Key("align.cut-down", "minus", "cut(-1)", "cut", "alignment: threshold of the cut down"),
)

CANDIDATES = (
    Key(
        "diff.next-candidate", "exclamation_mark", "candidate", "candidate", "differences: next candidate for conflict"
    ),
)

REVIEW = (
    Key("review.layer", "r", "review", "review", "review: judge pair by pair, on or off"),
    Key("review.pin", "p", "pin", "pin", "review: link two sentences, pressed on each"),
    Key("review.break", "P", "break_link", "break", "review: not a match, never link these again"),
)

JUDGING = (
    Key("review.agree", "a", "screen.judge('agree')", "agree", "judge: they say the same"),
    Key("review.conflict", "exclamation_mark", "screen.judge('conflict')", "conflict", "judge: they cannot both hold"),
    Key("review.reworded", "tilde", "screen.judge('reworded')", "reworded", "judge: the same in other words"),
    Key(
        "review.unrelated",
        "0",
        "screen.judge('unrelated')",
        "unrelated",
        "judge: they have nothing to do with each other",
    ),
    Key("review.next", "space", "screen.next_open", "next open", "judge: on to the next open pair"),
)

ANNOTATING = (
    Key("review.note", "i", "note", "note", "review: note on the sentence or, while judging, on the pair"),
    Key("review.undo", "U", "undo", "undo", "review: take back your last verdict, link or note"),
    Key("review.redo", "ctrl+r", "redo", "redo", "review: bring back what you took back"),
    Key("review.reload", "R", "reload", "reload", "review: see what others have done by now"),
)

SURVEY = (
    Key(
        "search.everywhere", "S", "search_everywhere", "search all", "search: words in all sources, with the sentences"
    ),
    Key("survey.lens", "L", "lens", "lens", "survey: a lens, named by the letter that follows"),
    Key("survey.table", "T", "table", "table", "survey: what is claimed, and which source says so"),
    Key("survey.grid", "M", "grid", "grid", "survey: how alike every two sources are"),
    Key("survey.candidates", "C", "candidates", "conflicts", "survey: candidates for conflict, with both sentences"),
    Key("survey.report", "s", "report", "report", "survey: save a report, its digest or its list to confirm"),
    Key("survey.annotations", "A", "annotations", "notes", "survey: everyone's notes, verdicts and links"),
)

SHEET = (
    Key("sheet.open", "enter", "open", "open", "sheet: go to the sentence, q comes back"),
    Key("sheet.filter", "ampersand", "filter", "filter", "sheet: only entries with these words, empty clears"),
    Key("sheet.about", "equals_sign", "about", "about", "sheet: about this entry"),
)

CELLS = (
    Key("cells.right", "l,right", "source(1)", "source", "cells: choose the next source"),
    Key("cells.left", "h,left", "source(-1)", "source", "cells: choose the previous source"),
)

CLAIMS = (
    Key("claims.open", "z", "unfold", "unfold", "claims: open one, its parts and all that say it; again: close it"),
    Key("claims.texts", "v", "texts", "texts", "claims: three texts or more in step, on a wide screen"),
)

ALWAYS = Key("app.leave", "ctrl+q", "quit", "quit", "go: quit from anywhere, whatever the other keys are")
"""The way out that no keymap takes away."""

APP = (
    Key("app.help", "question_mark,f1", "help", "more", "help: the keys of this pane"),
    Key("app.palette", "colon,ctrl+p", "palette", "command", "help: every action by name"),
    Key("app.back", "q,escape", "back", "back", "go: back"),
    Key("app.quit", "Q", "quit", "quit", "go: quit"),
    Key("app.quit-chord", "Z", "quit_chord", "ZZ quit", "go: quit when pressed twice"),
    Key("app.redraw", "ctrl+l", "redraw", "redraw", "view: draw the screen again"),
    Key("app.suspend", "ctrl+z", "suspend_process", "suspend", "go: to the shell, back with fg"),
    Key("app.interrupt", "ctrl+c", "interrupt", "quit", "go: quit when pressed twice"),
    ALWAYS,
)

ANYWHERE = tuple(key for key in APP if key.id not in {"app.help", "app.palette", "app.back"})
"""What also works over a screen: in the lists that lie on it, and while something is typed."""

HELP = (
    Key("help.close", "question_mark,q,escape,f1", "dismiss", "close", "in the help: close it"),
    Key("help.filter", "slash", "filter", "filter", "in the help: only lines with these words"),
    Key("help.down", "j,down,f,space,pagedown", "scroll(1)", "down", "in the help: on"),
    Key("help.up", "k,up,b,pageup", "scroll(-1)", "up", "in the help: back"),
)

PALETTE = (
    Key("palette.close", "escape", "dismiss", "close", "in the palette: close it"),
    Key("palette.next", "down,ctrl+n,tab", "choose(1)", "next", "in the palette: next line"),
    Key("palette.previous", "up,ctrl+p,shift+tab", "choose(-1)", "previous", "in the palette: previous line"),
)

CHOICE = (
    Key("choice.down", "j", "move(1)", "down", "in a list of choices: next line"),
    Key("choice.up", "k", "move(-1)", "up", "in a list of choices: previous line"),
    Key("choice.first", "g", "move(-1_000_000)", "first", "in a list of choices: first line"),
    Key("choice.last", "G", "move(1_000_000)", "last", "in a list of choices: last line"),
    Key("choice.close", "q,escape", "dismiss", "close", "in a list of choices: close it"),
)

PROMPT = (
    Key("prompt.give-up", "escape", "give_up", "give up", "in a prompt: give up"),
    Key("prompt.rub-out", "backspace", "rub_out", "delete", "in a prompt: delete, over nothing give up"),
)

CRAMPED = (Key("cramped.quit", "q,escape", "app.quit", "quit", "in a terminal that is too small: quit"),)

PANES = (
    ((MOVE, LIST), (SEARCH, ARRANGE, SURVEY), (APP,)),
    ((MOVE, TEXT), (SEARCH, READING, ANNOTATING, READER, SURVEY), (APP,)),
    ((MOVE, TEXT), (SEARCH, READING, ANNOTATING, PAIR, CANDIDATES, REVIEW, SURVEY), (APP,)),
    ((HELP, ANYWHERE),),
    ((PALETTE, ANYWHERE),),
    ((CHOICE, ANYWHERE),),
    ((PROMPT, ANYWHERE),),
    ((MOVE, TEXT), (SEARCH, SHEET, CELLS, CLAIMS, SURVEY), (APP,)),
    ((MOVE,), (JUDGING,), (SEARCH, READING, ANNOTATING, PAIR, REVIEW, SURVEY), (APP,)),
    ((MOVE,), (JUDGING,), (SEARCH, SHEET, ANNOTATING, SURVEY), (APP,)),
    ((CRAMPED, ANYWHERE),),
)
"""What is active together in list, reader, pair, help, palette, choice, prompt, sheet, in review's two, without room.

Each is the tables of the focused widget, of its screen and of the app.
"""

TABLES = (
    *(MOVE, TEXT, LIST, ARRANGE, SEARCH, READING, READER, PAIR, CANDIDATES, REVIEW, JUDGING, ANNOTATING, SURVEY),
    *(SHEET, CELLS, CLAIMS),
    *(APP, HELP, PALETTE, CHOICE, PROMPT, CRAMPED),
)
"""All tables, each key in one of them."""

TABLE = {key.id: key for table in TABLES for key in table}
"""Every key by its id."""
