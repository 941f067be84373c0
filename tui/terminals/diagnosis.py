"""What the reader makes of a terminal, and why, in words for those who read and not for those who build."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from tui.settings import DEFAULT, Settings, over_ssh, wanted_colors, wants_mouse
from tui.terminals.depth import Depth, depth_for, promise
from tui.terminals.identity import draws, encoding, is_console, lacks_signs, multiplexers, terminal_name
from tui.terminals.versions import unsupported

LOCAL_COPIERS = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("", ("pbcopy",)),
)
"""The commands that take a copy where the reader runs on the machine one sits at, each with the variable it needs."""

TMUX_WANTED = {"set-clipboard": "on", "escape-time": "10", "default-terminal": "tmux-256color"}
"""The options of tmux that matter to the reader, as they serve it best."""

SLOW_ESCAPE_MS = 100
_LOCALE = "export LANG=C.UTF-8"
_GARBLED = "texts go out in UTF-8 even so; where they come out garbled: export PYTHONUTF8=0 PYTHONCOERCECLOCALE=0"
_COLOURS = {
    Depth.TRUE: "16 million",
    Depth.EIGHT_BIT: "256",
    Depth.ANSI: "16, the terminal's own",
    Depth.NONE: "none; signs, bold and underline tell things apart",
}


class Aspect(NamedTuple):
    """One thing about the terminal: what it comes to, why, and what would make it better."""

    name: str
    value: str
    because: str = ""
    advice: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known before anything is decided.

    `screen` and `keyboard` say whether output goes to a terminal and keys come from one; `size` counts columns and
    rows; `stream` is the encoding of what is written; `synchronized` is the terminal's answer, None where there is
    none, and `unasked` why it was not asked; `tmux` holds those of its options that it told, and as `around` the `TERM`
    it runs in; `textual` is empty where Textual is not installed; `origins` goes by a setting's name.
    """

    environ: Mapping[str, str]
    settings: Settings = field(default_factory=Settings)
    origins: Mapping[str, str] = field(default_factory=dict)
    screen: bool = True
    keyboard: bool = True
    size: tuple[int, int] | None = None
    stream: str = ""
    synchronized: bool | None = None
    unasked: str = ""
    tmux: Mapping[str, str] = field(default_factory=dict)
    textual: str = ""
    has: Callable[[str], bool] = lambda _: False

    @property
    def remote(self) -> bool:
        """Whether the terminal is at the other end of a line."""
        return over_ssh(self.environ)

    def set_by(self, name: str) -> str:
        """Who set the setting; empty where nobody did."""
        origin = self.origins.get(name, DEFAULT)
        return "" if origin == DEFAULT else f"set by {origin}"


def diagnose(here: Surroundings) -> tuple[Aspect, ...]:
    """Everything there is to say, in the order in which it is read."""
    return tuple(
        tell(here)
        for tell in (
            *(_terminal, _reader, _size, _connection, _colours, _letters, _mouse, _animation, _synchronized),
            *(_copying, _multiplexer, _keys, _wire),
        )
    )


def _terminal(here: Surroundings) -> Aspect:
    term = here.environ.get("TERM", "")
    name = terminal_name(here.environ)
    told = f"TERM={term}" if term else "TERM is not set"
    return Aspect("terminal", name or term or "unknown", told if name or not term else "")


def _reader(here: Surroundings) -> Aspect:
    value = "does not open; an overview is printed instead"
    if not here.screen:
        return Aspect("reader", value, "output goes to a file or a program, not to a terminal")
    if not draws(here.environ):
        why = f"TERM={here.environ['TERM']}" if here.environ.get("TERM") else "TERM is not set"
        return Aspect("reader", value, why, ("if this is a modern terminal: export TERM=xterm-256color",))
    if not here.keyboard:
        return Aspect("reader", value, "there is no terminal to take keys from")
    return Aspect("reader", "opens")


def _size(here: Surroundings) -> Aspect:
    if here.size is None or not all(here.size):
        return Aspect("size", "unknown", "" if here.screen else "there is no terminal to ask")
    return Aspect("size", f"{here.size[0]} columns, {here.size[1]} rows")


def _connection(here: Surroundings) -> Aspect:
    if not here.remote:
        return Aspect("connection", "this machine")
    if any(name == "MOSH_CONNECTION" or name.startswith("MOSH_SERVER") for name in here.environ):
        return Aspect("connection", "mosh")
    name = next(name for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT") if here.environ.get(name))
    advice = (
        "to notice a lost line: ServerAliveInterval 15 in ~/.ssh/config on the machine you sit at",
        "to find your place again after one: run summit-tui inside tmux",
    )
    return Aspect("connection", "SSH", f"{name} is set", advice[: 1 if here.environ.get("TMUX") else 2])


def _colours(here: Surroundings) -> Aspect:
    name, environ = "colours", here.environ
    depth = depth_for(environ, wanted_colors(here.settings, environ))
    if not draws(environ):
        return Aspect(name, "none", "a terminal of this kind has none")
    if here.settings.colors != "auto":
        return Aspect(name, _COLOURS[depth], here.set_by("colors"))
    if here.remote:
        why = "over SSH, where less is sent and your own palette fits"
        return Aspect(name, _COLOURS[depth], why, tuple(_colour_advice(environ)))
    variable = promise(environ)[1]
    why = f"{variable}={environ[variable]}"
    few = variable == "TERM" and depth is not Depth.TRUE
    advice = "if the terminal has more colours: export COLORTERM=truecolor, or --colors 256 or --colors true"
    return Aspect(name, _COLOURS[depth], why, (advice,) if few else ())


def _colour_advice(environ: Mapping[str, str]) -> Iterator[str]:
    yield "for more colours over SSH: --colors 256 or --colors true, or colors in the settings"
    if not environ.get("COLORTERM"):
        where = "SendEnv COLORTERM in ~/.ssh/config where you sit, AcceptEnv COLORTERM in sshd_config here"
        yield f"to tell programs here how many there are: {where}"


def _letters(here: Surroundings) -> Aspect:
    codes, why = encoding(here.environ)
    few = lacks_signs(here.environ)
    if here.settings.ascii == "on" or (here.settings.ascii == "auto" and few):
        advice = [f"for quotation marks, accents and rules: {_LOCALE}; for the rules alone --no-ascii"]
        set_by = here.set_by("ascii")
        drawn = "ASCII only, signs and rules too" if codes == "ASCII" else f"{codes}, signs and rules in ASCII alone"
        advice += [_GARBLED] if codes == "ASCII" and here.stream == "utf-8" else []
        return Aspect("letters", drawn, set_by or few, () if set_by else tuple(advice))
    if codes == "UTF-8":
        return Aspect("letters", "UTF-8", why)
    value = "ASCII only" if codes == "ASCII" else codes
    return Aspect("letters", value, why, (f"for quotation marks, accents and rules: {_LOCALE}; else --ascii",))


def _mouse(here: Surroundings) -> Aspect:
    wants = wants_mouse(here.settings, here.environ)
    why = here.set_by("mouse") or ("over SSH, where each move would be sent" if not wants else "")
    advice = ("to use the mouse all the same: --mouse",) if not wants and here.settings.mouse == "auto" else ()
    return Aspect("mouse", "on" if wants else "off", why, advice)


def _animation(here: Surroundings) -> Aspect:
    level = here.environ.get("TEXTUAL_ANIMATIONS", "none")
    if level.lower() == "none":
        why = "over SSH it would flood the line" if here.remote else "reading needs none, and every picture would cost"
        return Aspect("animation", "off", why)
    return Aspect("animation", "on", f"TEXTUAL_ANIMATIONS={level}")


def _synchronized(here: Surroundings) -> Aspect:
    name = "synchronized"
    if here.unasked:
        return Aspect(name, "not asked", here.unasked)
    if here.synchronized is None:
        return Aspect(name, "not answered", "taken as no: a picture may be seen while it is drawn")
    if here.synchronized:
        return Aspect(name, "yes", "the terminal shows each picture at once")
    return Aspect(name, "no", "a picture may be seen while it is drawn")


def _copying(here: Surroundings) -> Aspect:
    environ = here.environ
    ways = [] if is_console(environ) else ["asks the terminal (OSC 52)"]
    ways += ["tmux buffer"] if environ.get("TMUX") and here.has("tmux") else []
    for variable, command in LOCAL_COPIERS:
        if not here.remote and (not variable or environ.get(variable)) and here.has(command[0]):
            ways.append(command[0])
    advice: tuple[str, ...] = ()
    if environ.get("TERM_PROGRAM") == "Apple_Terminal":
        advice = ("Terminal.app takes no copy from a program; the file has it",)
    elif environ.get("STY"):
        advice = ("screen passes no copy on to the terminal; the file has it",)
    why = "" if ways else f"TERM={environ['TERM']} would print what it was asked to take"
    why = "over SSH the clipboard programs here would fill the wrong one" if here.remote else why
    return Aspect("copying", ", ".join((*ways, "and always a file")) if ways else "a file alone", why, advice)


def _multiplexer(here: Surroundings) -> Aspect:
    inside = multiplexers(here.environ, here.tmux.get("around", ""))
    if not inside:
        return Aspect("tmux, screen", "no")
    advice = tuple(_tmux_advice(here)) if "tmux" in inside else ()
    if "screen" in inside:
        advice += ("in ~/.screenrc: term screen-256color, and maptimeout 10 so that esc is not held back",)
    if len(inside) > 1:
        advice += ("nested: a copy gets out only if each of them passes it on; all keys of the reader get in",)
    return Aspect("tmux, screen", " inside ".join(inside), "nested" if len(inside) > 1 else "", advice)


def _tmux_advice(here: Surroundings) -> Iterator[str]:
    """A line for each option of tmux that could serve better, or that tmux did not tell."""
    for name, wanted in TMUX_WANTED.items():
        told = here.tmux.get(name, "")
        good = told.endswith("256color") if name == "default-terminal" else told == wanted
        if name == "escape-time" and told.isdecimal():
            good = int(told) <= SLOW_ESCAPE_MS
        if not good:
            what = {"set-clipboard": "copies reach your clipboard", "escape-time": "esc is not held back"}
            now = f" (now {told})" if told else ""
            scope = "-g" if name == "default-terminal" else "-s"
            yield f"in ~/.tmux.conf, so that {what.get(name, 'colours show')}: set {scope} {name} {wanted}{now}"


def _keys(here: Surroundings) -> Aspect:
    why = []
    if here.environ.get("TEXTUAL_DISABLE_KITTY_KEY"):
        why.append("the keyboard protocol of kitty is left alone, TEXTUAL_DISABLE_KITTY_KEY")
    if delay := here.environ.get("ESCDELAY"):
        why.append(f"after esc the reader waits {delay} ms for more, ESCDELAY")
    return Aspect("keys", "plain ones do everything; doctor --keys shows which arrive", "; ".join(why))


def _wire(here: Surroundings) -> Aspect:
    name, off = "sent", "whole rows"
    if not here.settings.wire:
        return Aspect(name, off, here.set_by("wire"))
    if not here.textual:
        return Aspect(name, off, "Textual is not installed")
    if reason := unsupported(here.textual):
        return Aspect(name, off, reason)
    return Aspect(name, "only what changed")
