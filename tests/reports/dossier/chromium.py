"""A headless Chromium, driven over a pair of pipes with the DevTools protocol."""

import base64
import json
import os
import shutil
import subprocess
import sys
from itertools import count

BRIDGE = """
import fcntl, os, sys
ours = [fcntl.fcntl(int(number), fcntl.F_DUPFD, 10) for number in sys.argv[1:3]]
for number, wanted in zip(ours, (3, 4)):
    os.dup2(number, wanted)
os.execv(sys.argv[3], sys.argv[3:])
"""
# The protocol is spoken on descriptors 3 and 4, whatever ours are.
KEYS = {"Tab": 9, "Enter": 13}
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_browser():
    """The browser's path, None where none is installed."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class Browser:
    """One process with one page; answers and events are read as they come."""

    def __init__(self, program, profile):
        to_read, to_write = os.pipe()
        from_read, from_write = os.pipe()
        command = [
            *(program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"),
            *(
                "--disable-background-networking",
                "--remote-debugging-pipe",
                f"--user-data-dir={profile}",
                "about:blank",
            ),
        ]
        self._process = subprocess.Popen(
            [sys.executable, "-c", BRIDGE, str(to_read), str(from_write), *command],
            pass_fds=(to_read, from_write),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_read)
        os.close(from_write)
        self._out = os.fdopen(to_write, "wb", buffering=0)
        self._in = os.fdopen(from_read, "rb")
        self._numbers = count(1)
        self._held = b""
        self.events = []
        target = self._ask(None, "Target.createTarget", {"url": "about:blank"})["targetId"]
        self._session = self._ask(None, "Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.ask(f"{domain}.enable")

    def ask(self, method, **arguments):
        """The answer of the page to a call."""
        return self._ask(self._session, method, arguments)

    def open(self, path):
        """Load a file and wait until it is drawn."""
        self._load("Page.navigate", url=path.as_uri())

    def open_again(self):
        """Load the same file anew."""
        self._load("Page.reload")

    def value(self, expression):
        """What an expression comes to in the page, as JSON can tell it."""
        answer = self.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def look(self, width, *, dark=False, media=""):
        """Give the page a width in CSS pixels, a colour scheme and a medium."""
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=width < 500)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.ask("Emulation.setEmulatedMedia", media=media, features=[scheme])

    def press(self, key):
        """Press and let go of a key."""
        text = {"text": "\r"} if key == "Enter" else {}
        for kind in ({"type": "keyDown", **text}, {"type": "keyUp"}):
            self.ask("Input.dispatchKeyEvent", **kind, key=key, code=key, windowsVirtualKeyCode=KEYS[key])

    def picture(self, top=0, height=2000):
        """A PNG of a part of the page."""
        clip = {"x": 0, "y": top, "width": self.value("innerWidth"), "height": height, "scale": 1}
        answer = self.ask("Page.captureScreenshot", clip=clip, captureBeyondViewport=True)
        return base64.b64decode(answer["data"])

    def printed(self):
        """The page as PDF."""
        return base64.b64decode(self.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=False)["data"])

    def close(self):
        """End the process."""
        self._out.close()
        self._in.close()
        self._process.terminate()
        self._process.wait(20)

    def _ask(self, session, method, arguments):
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": arguments} | ({"sessionId": session} if session else {})
        self._out.write(json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == number:
                assert "error" not in answer, answer
                return answer["result"]

    def _load(self, method, **arguments):
        self.events.clear()
        self.ask(method, **arguments)
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self._next()

    def _next(self):
        """The next message; what is no answer is an event."""
        while b"\0" not in self._held:
            part = self._in.read1(65536)
            assert part, "the browser has ended"
            self._held += part
        one, _, self._held = self._held.partition(b"\0")
        message = json.loads(one)
        if "method" in message:
            self.events.append(message)
        return message
