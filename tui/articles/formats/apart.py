"""Documents parsed in a process of their own, which is started for the first and ends with this one."""

import atexit
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from typing import Any

from tui.articles.formats.child import receive, send
from tui.articles.formats.document import Document, Given, Member, Refused, Stated
from tui.articles.formats.kinds import EXTRAS, MODULES

SECONDS = 20
"""CPU time that one document may take."""

MEMORY = 1_500_000_000
"""Bytes of address space that the process may have, its libraries included."""

_BEGIN = "import sys; sys.path[:] = sys.argv[2:]; from tui.articles.formats.child import serve; serve(int(sys.argv[1]))"


def document(format_: str, given: Given) -> Document:
    """The one article that these bytes are.

    Raises:
        Refused: They give none, their format needs a library that is not installed, or they take more time or memory
            than a document may.
    """
    paragraphs, stated = _ask(format_, "document", given)[0]["document"]
    return Document(tuple((kind, text) for kind, text in paragraphs), Stated(*stated))


def members(format_: str, given: Given) -> tuple[Member, ...]:
    """The articles of a feed or an archive, in its order; raises as `document`."""
    found = _ask(format_, "members", given)[0]["members"]
    return tuple(Member(name, Stated(*stated), markup, offset) for name, stated, markup, offset in found)


def original(format_: str, given: Given) -> tuple[bytes, str]:
    """The bytes of an archive's member and the charset said of them; raises as `document`."""
    answer, content = _ask(format_, "original", given)
    return content, answer["charset"]


def _ask(format_: str, wanted: str, given: Given) -> tuple[dict[str, Any], bytes]:
    about = {name: value for name, value in given._asdict().items() if name != "content"}
    request = {"format": MODULES[format_], "wanted": wanted, "given": about, "seconds": SECONDS}
    answer, content = _PARSER.ask(request, given.content)
    if "missing" in answer:
        raise Refused(f"needs summit-tui[{EXTRAS[format_]}] ({answer['missing']} is not installed)")
    if "exhausted" in answer:
        raise Refused("takes too much memory to read")
    if "refused" in answer:
        raise Refused(answer["refused"])
    return answer, content


class _Parser:
    """The process, one document at a time; safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, request: dict[str, Any], content: bytes) -> tuple[dict[str, Any], bytes]:
        """Its answer; where it has died over the question, what that means."""
        with self._lock:
            try:
                process = self._process = self._process or _started()
            except OSError as error:
                return {"refused": f"no process to read it in: {error.strerror}"}, b""
            try:
                answer = _asked(process, request, content)
            except BaseException:  # an answer that nobody has waited for would be taken for the next one's
                self.end()
                raise
            if answer is None or "exhausted" in answer[0]:
                self._process = None
                code = _ended(process)
                answer = answer or ({"refused": _last_words(code)}, b"")
            return answer

    def end(self) -> None:
        """End the process, whatever it does; whoever waits for it is told that its document is damaged."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            _ended(process)


def _asked(
    process: "subprocess.Popen[bytes]", request: dict[str, Any], content: bytes
) -> tuple[dict[str, Any], bytes] | None:
    """Its answer, None where it has died."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        send(process.stdin, request, content)  # type: ignore[arg-type]
        return receive(process.stdout)  # type: ignore[arg-type]
    except (OSError, ValueError):  # it was killed in the middle of its answer
        return None


def _ended(process: "subprocess.Popen[bytes]") -> int:
    """The exit code of a process that ends; its pipes are closed."""
    for stream in (process.stdin, process.stdout):
        with suppress(OSError):
            if stream is not None:
                stream.close()
    return process.wait()


def _last_words(code: int) -> str:
    if code == -signal.SIGPROF:
        return f"takes more than {SECONDS} s to read"
    return "damaged, cannot be read"


def _started() -> "subprocess.Popen[bytes]":
    paths = [os.path.abspath(path) for path in sys.path]  # noqa: PTH100 (an empty path is this folder)
    return subprocess.Popen(  # noqa: S603 (this interpreter, and code that stands here)
        [sys.executable, "-I", "-c", _BEGIN, str(MEMORY), *paths],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # a key that stops the reader is not meant for it
    )


_PARSER = _Parser()
atexit.register(_PARSER.end)
