"""The least that a shell does for the command it runs in front: stop, resume, hang up, tell its end.

Run as a program: `job_control.py STATUS CONTROL COMMAND…`, standard input on the terminal. It writes one line
to the descriptor STATUS for each event (`pid N`, `stopped N`, `exit N`) and resumes a stopped command, or
ends after the last event, when a byte or the end of CONTROL arrives.
"""

import contextlib
import fcntl
import os
import signal
import sys
import termios

RESTORED = (signal.SIGTTOU, signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP, signal.SIGPIPE, signal.SIGHUP)


def in_front(command):
    """Becomes COMMAND in a process group of its own that owns the terminal."""
    os.setpgid(0, 0)
    os.tcsetpgrp(0, os.getpid())
    for number in RESTORED:
        signal.signal(number, signal.SIG_DFL)
    try:
        os.execvp(command[0], command)
    except OSError as error:
        os.write(2, str(error).encode())
    finally:
        os._exit(127)


def pass_on(child):
    """Tells the command that the terminal is gone, unless it has noticed itself."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGHUP)


def main(status, control, *command):
    def tell(event, number):
        os.write(int(status), f"{event} {number}\n".encode())

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    for number in RESTORED[:-2]:
        signal.signal(number, signal.SIG_IGN)
    child = os.fork()
    if child == 0:
        in_front(command)
    with contextlib.suppress(PermissionError):  # the child has gone ahead and done it itself
        os.setpgid(child, child)
    signal.signal(signal.SIGHUP, lambda *_: pass_on(child))
    tell("pid", child)
    while True:
        _, code = os.waitpid(child, os.WUNTRACED)
        if not os.WIFSTOPPED(code):
            break
        os.tcsetpgrp(0, os.getpid())
        tell("stopped", os.WSTOPSIG(code))
        os.read(int(control), 1)
        os.tcsetpgrp(0, child)
        os.killpg(child, signal.SIGCONT)
    tell("exit", os.waitstatus_to_exitcode(code))
    os.read(int(control), 1)


if __name__ == "__main__":
    main(*sys.argv[1:])
