"""The terminal shown to a program: its picture, its modes, and its answers to queries."""

import codecs
import re
from collections.abc import Callable

import pyte

SEQUENCE = re.compile(
    r"\x1b\[(?P<prefix>[<=>?]?)(?P<parameters>[0-9:;]*)(?P<middle>[ -/]*)(?P<final>[@-~])"
    r"|\x1b(?P<opening>[\]PX^_])(?P<content>.*?)(?:\x07|\x1b\\)"
    r"|\x1b[ -/]*[0-OQ-WYZ`-~\\]",
    re.DOTALL,
)

ALTERNATE_SCREEN, CURSOR_SHOWN, LINE_WRAP, SYNCHRONIZED = 1049, 25, 7, 2026
ON_AT_START = frozenset({CURSOR_SHOWN, LINE_WRAP})
MODES = {
    1: "application cursor keys",
    LINE_WRAP: "no line wrap",
    CURSOR_SHOWN: "hidden cursor",
    1000: "mouse clicks",
    1002: "mouse drags",
    1003: "mouse moves",
    1004: "focus reports",
    1006: "mouse in decimal",
    1015: "mouse in urxvt's way",
    1016: "mouse in pixels",
    ALTERNATE_SCREEN: "alternate screen",
    2004: "bracketed paste",
    SYNCHRONIZED: "synchronized output",
    2031: "theme reports",
    2048: "size reports",
}

XTERM = {
    "c": "\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c",
    ">c": "\x1b[>41;388;0c",
    "5n": "\x1b[0n",
    ">q": "\x1bP>|XTerm(388)\x1b\\",
    "14t": "\x1b[4;800;1200t",
    "]10;?": "\x1b]10;rgb:ffff/ffff/ffff\x1b\\",
    "]11;?": "\x1b]11;rgb:0000/0000/0000\x1b\\",
    "P+q": "\x1bP0+r\x1b\\",
    "P$q": "\x1bP0$r\x1b\\",
}
MODERN = XTERM | {"?u": "\x1b[?0u", "?996n": "\x1b[?997;1n"}
ANSWERS: dict[str, dict[str, str]] = {"xterm": XTERM, "modern": MODERN, "none": {}, "printing": {}}


class Screen(pyte.Screen):
    """A picture that also repeats characters and scrolls its region."""

    def report_device_attributes(self, *_, **__):
        """The terminal answers, not its picture."""

    report_device_status = report_device_attributes

    def resize(self, lines, columns):
        """Cuts rows at the bottom, as terminals do while the cursor stays in sight; pyte cuts them at the top."""
        column, row = self.cursor.x, self.cursor.y
        lost = max(0, self.lines - lines)
        below = min(lost, self.lines - 1 - row)
        self.set_margins()
        self.cursor_position()
        if below:
            self.insert_lines(below)
        super().resize(lines, columns)
        self.cursor.x, self.cursor.y = min(column, columns - 1), row - (lost - below)

    def repeat(self, count=1):
        before = self.buffer[self.cursor.y][max(self.cursor.x - 1, 0)]
        self.draw(before.data * (count or 1))

    def scroll_up(self, count=1):
        self._at_top_of_region(self.delete_lines, count)

    def scroll_down(self, count=1):
        self._at_top_of_region(self.insert_lines, count)

    def _at_top_of_region(self, change, count):
        row, self.cursor.y = self.cursor.y, self.margins.top if self.margins else 0
        column = self.cursor.x
        change(count or 1)
        self.cursor.x, self.cursor.y = column, row


class Stream(pyte.Stream):
    csi = pyte.Stream.csi | {"b": "repeat", "S": "scroll_up", "T": "scroll_down"}
    events = pyte.Stream.events | {"repeat", "scroll_up", "scroll_down"}


class Emulator:
    """Keeps what a terminal keeps: two pictures, the modes asked for, and every byte received.

    `answers` is "xterm", "modern" (synchronized output and the kitty keyboard too), "none", or "printing" for a
    terminal that prints the last letter of a question about a mode, as Terminal.app does.
    """

    def __init__(self, columns: int, rows: int, *, answers: str, reply: Callable[[str], None]):
        self.main, self.alternate = Screen(columns, rows), Screen(columns, rows)
        self.raw = bytearray()
        self.queries: list[str] = []
        self.modes: dict[int, bool] = dict.fromkeys(ON_AT_START, True)
        self.keypad = False
        self._keyboards = {id(self.main): 0, id(self.alternate): 0}
        self._answers, self._modern, self._reply = ANSWERS[answers], answers == "modern", reply
        self._silent, self._printing = not ANSWERS[answers], answers == "printing"
        self._streams = {id(screen): Stream(screen) for screen in (self.main, self.alternate)}
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._unfinished = ""

    @property
    def screen(self) -> Screen:
        return self.alternate if self.modes.get(ALTERNATE_SCREEN) else self.main

    @property
    def whole(self) -> bool:
        """Whether the picture is a finished one: no frame is half drawn."""
        return not self.modes.get(SYNCHRONIZED) and not self._unfinished

    def left_on(self) -> tuple[str, ...]:
        """Names of what is not as it was at the start, in no special order."""
        changed = [
            MODES.get(mode, f"mode {mode}") for mode, on in self.modes.items() if on is not (mode in ON_AT_START)
        ]
        changed += ["application keypad"] * self.keypad
        changed += ["kitty keyboard"] * any(self._keyboards.values())
        changed += ["scroll region"] * (self.main.margins is not None)
        changed += ["text attributes"] * (self.main.cursor.attrs != self.main.default_char)
        return tuple(changed)

    def resize(self, columns: int, rows: int) -> None:
        for screen in (self.main, self.alternate):
            screen.resize(rows, columns)

    def feed(self, data: bytes) -> None:
        self.raw += data
        text = self._unfinished + self._decoder.decode(data)
        position = 0
        for sequence in SEQUENCE.finditer(text):
            self._draw(text[position : sequence.start()])
            self._obey(sequence)
            position = sequence.end()
        plain, escape, rest = text[position:].partition("\x1b")
        self._draw(plain)
        self._unfinished = escape + rest

    def _draw(self, text: str) -> None:
        if text:
            self._streams[id(self.screen)].feed(text)

    def _obey(self, sequence: re.Match[str]) -> None:
        if sequence["opening"]:
            self._string(sequence["opening"], sequence["content"])
        elif not sequence["final"]:
            self._plain_escape(sequence[0])
        else:
            self._control(sequence)

    def _string(self, opening: str, content: str) -> None:
        if opening == "]" and content.endswith("?"):
            self._ask("]" + content)
        elif opening == "P" and content[:2] in {"+q", "$q"}:
            self._ask("P" + content[:2])

    def _plain_escape(self, text: str) -> None:
        if text in {"\x1b=", "\x1b>"}:
            self.keypad = text == "\x1b="
        else:
            self._draw(text)

    def _control(self, sequence: re.Match[str]) -> None:
        prefix, parameters, middle, final = sequence.group("prefix", "parameters", "middle", "final")
        match prefix + middle + final:
            case "?h" | "?l":
                for mode in parameters.split(";"):
                    self._switch(int(mode), on=final == "h")
            case ">u":
                self._keyboards[id(self.screen)] += 1
            case "<u":
                depth = self._keyboards[id(self.screen)] - int(parameters or 1)
                self._keyboards[id(self.screen)] = max(0, depth)
            case "c" | ">c" | "=c" | ">q":
                self._ask(prefix + middle + final)
            case "n" | "?n" | "?u" | "t" | "$p" | "?$p":
                self._ask(prefix + parameters + middle + final)
            case "?J" | "?K":
                self._draw(sequence[0])
            case _ if not prefix and not middle and ":" not in parameters:
                self._draw(sequence[0])

    def _switch(self, mode: int, *, on: bool) -> None:
        if mode in {47, 1047}:
            mode = ALTERNATE_SCREEN
        if mode == ALTERNATE_SCREEN and on and not self.modes.get(mode):
            self.alternate.reset()
        self.modes[mode] = on
        if mode in {*ON_AT_START, 5, 6}:
            self._draw(f"\x1b[?{mode}{'h' if on else 'l'}")

    def _ask(self, query: str) -> None:
        self.queries.append(query)
        if self._printing and query.endswith("$p"):
            self._draw("p")
        if self._silent:
            return
        if query in {"6n", "?6n"}:
            column = min(self.screen.cursor.x, self.screen.columns - 1) + 1
            self._reply(f"\x1b[{query[:-2]}{self.screen.cursor.y + 1};{column}R")
        elif query.endswith("$p"):
            self._reply(f"\x1b[{query[:-2]};{self._state_of(int(query[:-2].lstrip('?')))}$y")
        elif query == "18t":
            self._reply(f"\x1b[8;{self.screen.lines};{self.screen.columns}t")
        elif answer := self._answers.get(query):
            self._reply(answer)

    def _state_of(self, mode: int) -> int:
        """0 for a mode that this terminal does not know, 1 for one that is set, 2 for one that is reset."""
        if mode not in MODES or (mode in {SYNCHRONIZED, 2031} and not self._modern) or mode == 2048:
            return 0
        return 1 if self.modes.get(mode) else 2


def colours(raw: bytes) -> frozenset[str]:
    """The palettes that `raw` chooses a colour from: "16", "256" and "truecolor"."""
    used = set()
    for parameters in re.findall(rb"\x1b\[([0-9:;]*)m", raw):
        codes = [int(code or 0) for code in re.split(rb"[:;]", parameters)]
        while codes:
            code = codes.pop(0)
            if code in {38, 48, 58}:
                kind = codes.pop(0)
                used.add({2: "truecolor", 5: "256"}[kind])
                codes = codes[3 if kind == 2 else 1 :]
            elif 30 <= code <= 37 or 40 <= code <= 47 or 90 <= code <= 97 or 100 <= code <= 107:
                used.add("16")
    return frozenset(used)
