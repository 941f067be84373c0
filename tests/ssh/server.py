"""An sshd of one's own on 127.0.0.1: own keys, own settings, own folder, and nothing of it left behind."""

import contextlib
import os
import pwd
import select
import shlex
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from uuid import uuid4

from tests.terminal.harness import CHECKOUT, DEADLINE, SUMMIT, Terminal

PROGRAMS = ("sshd", "ssh", "ssh-keygen")
HOST = "far"
PORT_ATTEMPTS = 5
UNUSABLE = ("account is locked", "not allowed because")
"""What sshd logs where it is the account, not its settings, that keeps everybody out."""

SETTINGS = """\
ListenAddress 127.0.0.1
HostKey {folder}/host_key
AuthorizedKeysFile {folder}/user_key.pub
PidFile none
UsePAM no
StrictModes no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
PermitUserRC no
PrintMotd no
PrintLastLog no
SetEnv {variables}
"""
CLIENT_SETTINGS = """\
Host {host}
  HostName 127.0.0.1
  Port {port}
  User {user}
  IdentityFile {folder}/user_key
  IdentitiesOnly yes
  IdentityAgent none
  UserKnownHostsFile {folder}/known_hosts
  GlobalKnownHostsFile none
  StrictHostKeyChecking yes
  BatchMode yes
  EscapeChar none
  LogLevel ERROR
"""


def program(name: str) -> str | None:
    """Where a program is, also among those that are only on an administrator's path."""
    return shutil.which(name, path=os.pathsep.join((os.environ["PATH"], "/usr/sbin", "/sbin", "/usr/local/sbin")))


def lacking() -> str | None:
    """Why no sshd can be started here; None where one can."""
    missing = [name for name in PROGRAMS if program(name) is None]
    if missing:
        return f"not installed: {', '.join(missing)} (Debian: openssh-server)"
    if not (Path("/proc/self/environ").exists() and hasattr(os, "pidfd_open")):
        return "needs Linux, to see that no process is left"
    return None


class Server:
    """An sshd that lets its own user in by a key of its own, until `stop`.

    Args:
        folder: An empty folder for its keys, settings and log.
        more: Further lines of its settings.

    Raises:
        PermissionError: It keeps this account out; the message is sshd's own.
        RuntimeError: It does not start, or does not let anybody in; the message is its log.
    """

    def __init__(self, folder: Path, more: str = ""):
        self._more = more
        self._folder = folder
        self._mark = f"SUMMIT_TEST={uuid4().hex}"
        self._log = folder / "log"
        self._settle_keys()
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
        for _ in range(PORT_ATTEMPTS):
            self._sshd = self._start()
            if self._listens():
                break
            self.stop()
        else:
            raise RuntimeError(self._log.read_text())
        self._try_to_log_in()

    def command(self, *remote: str) -> tuple[str, ...]:
        """The ssh command that runs a program at the far end, in a terminal; its login shell's process becomes it."""
        far = ("--", f"exec {shlex.join(remote)}") if remote else ()
        return (program("ssh"), "-tt", "-F", str(self._folder / "client"), HOST, *far)

    def processes(self) -> tuple[int, ...]:
        """All that runs because of this sshd, itself not counted: its connections, and what they started."""
        parents = dict(_processes())
        return tuple(pid for pid in parents if self._sshd.pid in _ancestors(pid, parents) or self._marked(pid))

    def stop(self) -> None:
        """End it and all that runs because of it."""
        started = self.processes()
        self._sshd.terminate()
        self._sshd.wait(DEADLINE)
        for pid in ended(started, within=DEADLINE / 10):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def _settle_keys(self) -> None:
        for name in ("host_key", "user_key"):
            make = (program("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-f", str(self._folder / name))
            subprocess.run(make, check=True, timeout=DEADLINE, stdin=subprocess.DEVNULL)

    def _start(self) -> subprocess.Popen:
        """Start sshd on a port that was free a moment ago, to end with this process however that ends."""
        with socket.create_server(("127.0.0.1", 0)) as free:
            self._port = free.getsockname()[1]
        home = self._folder / "home"
        home.mkdir(exist_ok=True)
        variables = (f"HOME={home}", f"PATH={os.environ['PATH']}", "LANG=C.UTF-8", f"PYTHONPATH={CHECKOUT}", self._mark)
        quoted = " ".join(f'"{variable}"' for variable in variables)
        settings = self._folder / "settings"
        settings.write_text(
            f"Port {self._port}\n" + SETTINGS.format(folder=self._folder, variables=quoted) + self._more
        )
        user, key = pwd.getpwuid(os.geteuid()).pw_name, (self._folder / "host_key.pub").read_text()
        (self._folder / "known_hosts").write_text(f"[127.0.0.1]:{self._port} {key}")
        client = CLIENT_SETTINGS.format(host=HOST, port=self._port, user=user, folder=self._folder)
        (self._folder / "client").write_text(client)
        guard = ("setpriv", "--pdeathsig", "TERM") if shutil.which("setpriv") else ()
        with self._log.open("w") as log:
            return subprocess.Popen(
                (*guard, program("sshd"), "-D", "-e", "-f", str(settings)),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def _listens(self) -> bool:
        """Whether it accepts connections, as soon as it does; False where it ended instead."""
        end = time.monotonic() + DEADLINE
        while time.monotonic() < end:
            with contextlib.suppress(OSError):
                socket.create_connection(("127.0.0.1", self._port), DEADLINE).close()
                return self._sshd.poll() is None
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._sshd.wait(0.02)
                return False
        return False

    def _try_to_log_in(self) -> None:
        ssh = [*self.command("true")]
        ssh[1] = "-T"
        tried = subprocess.run(
            ssh, check=False, capture_output=True, text=True, timeout=DEADLINE, stdin=subprocess.DEVNULL
        )
        if tried.returncode == 0:
            return
        self.stop()
        log = self._log.read_text()
        reasons = [line for line in log.splitlines() if any(words in line for words in UNUSABLE)]
        if reasons:
            raise PermissionError(reasons[-1])
        raise RuntimeError(f"{tried.stderr}{log}")

    def _marked(self, pid: int) -> bool:
        """Whether a process was started in one of the sessions, whoever is its parent now."""
        with contextlib.suppress(OSError):
            return self._mark.encode() in Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
        return False


class Remote(Terminal):
    """The reader at the far end of ssh, and the near terminal.

    Args:
        server: The far end.
        arguments: The reader's arguments.
        far: Changes to the reader's environment.
        options: Those of `Terminal`; `home` is the reader's home too.
    """

    def __init__(
        self, server: Server, arguments: Sequence[str] = (), *, home: Path, far: Sequence[str] = (), **options
    ):
        self._told = home / "far_pid"
        self._told.unlink(missing_ok=True)
        variables = (f"HOME={home}", *far)
        script = 'cd "$1" && echo $$ >far_pid && shift && exec env "$@"'
        super().__init__(
            server.command("/bin/sh", "-c", script, "sh", str(home), *variables, *SUMMIT, *arguments),
            home=home,
            **options,
        )

    @property
    def far_pid(self) -> int:
        """The reader's process; known as soon as the reader shows anything."""
        return int(self._told.read_text())


def ended(processes: Iterable[int], *, within: float = DEADLINE) -> tuple[int, ...]:
    """Waits until all of these processes have ended; gives those that are still there after so many seconds."""
    end = time.monotonic() + within
    return tuple(pid for pid in processes if not _ended(pid, end))


def _ended(pid: int, end: float) -> bool:
    try:
        watched = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([watched], [], [], max(0.0, end - time.monotonic()))[0])
    finally:
        os.close(watched)


def _processes() -> Iterator[tuple[int, int]]:
    """Every process and its parent."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            with contextlib.suppress(OSError):
                yield int(entry.name), int((entry / "stat").read_text().rpartition(")")[2].split()[1])


def _ancestors(pid: int, parents: dict[int, int]) -> Iterator[int]:
    while pid := parents.get(pid, 0):
        yield pid
