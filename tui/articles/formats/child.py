"""The process that parses: asked and answered over pipes, with a limit to its time and memory."""

import contextlib
import json
import os
import resource
import signal
import warnings
from importlib import import_module
from typing import Any, BinaryIO

from tui.articles.formats.document import Given, Refused


def send(stream: BinaryIO, message: dict[str, Any], content: bytes = b"") -> None:
    """Write a message and the bytes that go with it."""
    head = json.dumps(message).encode("ascii")
    stream.write(len(head).to_bytes(8, "big") + len(content).to_bytes(8, "big") + head)
    stream.write(content)
    stream.flush()


def receive(stream: BinaryIO) -> tuple[dict[str, Any], bytes] | None:
    """The next message with its bytes, None where the other end is gone."""
    sizes = stream.read(16)
    if len(sizes) < 16:
        return None
    head = stream.read(int.from_bytes(sizes[:8], "big"))
    content = stream.read(int.from_bytes(sizes[8:], "big"))
    return json.loads(head), content


def serve(memory: int) -> None:
    """Answer until the other end is gone; a document that takes too long ends the process by a signal.

    Args:
        memory: Bytes of address space that the process may have, its libraries included.
    """
    warnings.simplefilter("ignore")
    for limit, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(OSError, ValueError):  # a system without this limit, or with a lower one
            resource.setrlimit(limit, (most, most))
    asked, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    while (message := receive(asked)) is not None:
        request, content = message
        signal.setitimer(signal.ITIMER_PROF, request["seconds"])
        answer, payload = _answer(request, content)
        signal.setitimer(signal.ITIMER_PROF, 0)
        send(answers, answer, payload)
        if "exhausted" in answer:
            return


def _answer(request: dict[str, Any], content: bytes) -> tuple[dict[str, Any], bytes]:
    try:
        return _parsed(request["format"], request["wanted"], Given(content, **request["given"]))
    except Refused as refused:
        answer: dict[str, Any] = {"refused": str(refused)}
    except ImportError as error:
        answer = {"missing": error.name or "a part of it"}
    except MemoryError:
        answer = {"exhausted": True}
    except Exception:  # noqa: BLE001 (parsers raise whatever they like)
        answer = {"refused": "damaged, cannot be read"}
    return answer, b""


def _parsed(name: str, wanted: str, given: Given) -> tuple[dict[str, Any], bytes]:
    module = import_module(f"tui.articles.formats.{name}")
    if wanted == "original":
        content, charset = module.original(given)
        return {"charset": charset}, content
    return {wanted: getattr(module, wanted)(given)}, b""
