"""A strict terminal of a few sequences, which keeps of each cell its character, colours and every attribute."""

import re

from rich.cells import cell_len, split_graphemes

TOKEN = re.compile(
    r"\x1b\[(?P<private>[<=>?]?)(?P<numbers>[0-9;]*)(?P<final>[A-Za-z])"
    r"|\x1b\](?:[^\x07\x1b]*)(?:\x07|\x1b\\)|\x1b(?P<escape>[M=>])|(?P<control>[\n\r\x07])|(?P<text>[^\x00-\x1f\x7f-\x9f]+)"
)
NOTHING = (frozenset(), "", "")
BLANK = (" ", NOTHING)
ENDED_BY = {22: {1, 2}, 23: {3}, 24: {4, 21}, 25: {5, 6}, 27: {7}, 28: {8}, 29: {9}, 54: {51, 52}, 55: {53}}


class Picture:
    """`cells` holds the rows; a cell after a wide character is empty. What it does not know fails the test."""

    def __init__(self, width, height):
        self.received = 0
        self.resize(width, height)

    def resize(self, width, height):
        """No terminal promises what a new size leaves on the screen."""
        self.width, self.height = width, height
        self.cells = [[("?", NOTHING)] * width for _ in range(height)]
        self.x = self.y = 0
        self.top, self.bottom = 0, height - 1
        self.look = NOTHING

    @property
    def rows(self):
        return ["".join(text for text, _ in row) for row in self.cells]

    def feed(self, data):
        self.received += len(data.encode())
        place = 0
        while place < len(data):
            token = TOKEN.match(data, place)
            assert token, f"unknown to terminals: {data[place : place + 20]!r}"
            place = token.end()
            if token["text"]:
                self._write(token["text"])
            elif token["final"]:
                self._obey(token["private"] + token["final"], token["numbers"])
            elif token["escape"] == "M":
                self._reverse_feed()
            elif token["control"] == "\n":
                self.x = 0  # the line discipline puts a return before it
                self._line_feed()

    def _write(self, text):
        if text.isascii() and self.x + len(text) <= self.width:
            end, row = self.x + len(text), self.cells[self.y]
            self._break(row, self.x)
            self._break(row, end - 1)
            row[self.x : end] = [(character, self.look) for character in text]
            self.x = end
            return
        for first, last, size in split_graphemes(text)[0]:
            if self.x >= self.width:  # lines do not wrap: the last cell is written over
                self.x = self.width - 1
            row, grapheme = self.cells[self.y], text[first:last]
            if size == 0:
                if self.x:
                    row[self.x - 1] = (row[self.x - 1][0] + grapheme, row[self.x - 1][1])
                continue
            for x in range(self.x, min(self.x + size, self.width)):
                self._break(row, x)
            row[self.x] = (grapheme, self.look)
            for x in range(self.x + 1, min(self.x + size, self.width)):
                row[x] = ("", self.look)
            self.x += size

    def _break(self, row, x):
        """Half of a wide character goes, so the other half does too."""
        if row[x][0] == "" and x:
            row[x - 1] = (" ", row[x - 1][1])
        if x + 1 < self.width and row[x + 1][0] == "":
            row[x + 1] = (" ", row[x + 1][1])

    def _obey(self, name, numbers):
        given = [int(number or 0) for number in numbers.split(";")]
        match name:
            case "m":
                self.look = looked(self.look, given)
            case "H":
                self.y = min(max(given[0], 1), self.height) - 1
                self.x = min(max([*given, 1][1], 1), self.width) - 1
            case "C":
                self.x = min(self.x + max(given[0], 1), self.width - 1)
            case "K" if given == [0]:
                assert self.look == NOTHING, "terminals differ on the ground that is left"
                self._break(self.cells[self.y], self.x)
                self.cells[self.y][self.x :] = [BLANK] * (self.width - self.x)
            case "r":
                self.top, self.bottom = (given[0] - 1, given[1] - 1) if numbers else (0, self.height - 1)
                self.x = self.y = 0
            case "?h" | "?l" if given == [1049]:
                self.cells = [[BLANK] * self.width for _ in range(self.height)]
            case _:
                assert name in {"?h", "?l"}, f"unknown to terminals: CSI {name} {numbers}"

    def _line_feed(self):
        if self.y == self.bottom:
            assert self.look == NOTHING, "terminals differ on the ground of a row that comes in"
            del self.cells[self.top]
            self.cells.insert(self.bottom, [BLANK] * self.width)
        else:
            self.y = min(self.y + 1, self.height - 1)

    def _reverse_feed(self):
        if self.y == self.top:
            assert self.look == NOTHING, "terminals differ on the ground of a row that comes in"
            del self.cells[self.bottom]
            self.cells.insert(self.top, [BLANK] * self.width)
        else:
            self.y = max(self.y - 1, 0)


def looked(look, codes):
    """The look after the parameters of SGR."""
    attributes, ink, ground = set(look[0]), *look[1:]
    codes = [*codes]
    while codes:
        code = codes.pop(0)
        if code in {38, 48}:
            size = {5: 2, 2: 4}[codes[0]]
            colour, codes = (code, *codes[:size])[1:], codes[size:]
            ink, ground = (colour, ground) if code == 38 else (ink, colour)
        elif code == 0:
            attributes, ink, ground = set(), "", ""
        elif code in ENDED_BY:
            attributes -= ENDED_BY[code]
        elif code in {39, 49}:
            ink, ground = ("", ground) if code == 39 else (ink, "")
        elif code in range(30, 38) or code in range(90, 98):
            ink = code
        elif code in range(40, 48) or code in range(100, 108):
            ground = code
        else:
            assert code in set().union(*ENDED_BY.values()), f"unknown to terminals: SGR {code}"
            attributes.add(code)
    return frozenset(attributes), ink, ground


def cells_of(runs):
    """The cells that runs of text, each with its parameters of SGR, are meant to fill."""
    row = Picture(sum(cell_len(text) for text, _ in runs), 1)
    for text, look in runs:
        row.look = looked(NOTHING, [int(code) for code in look.split(";") if code])
        row.feed(text)
    return row.cells[0]
