"""Which file systems can carry a write-ahead log.

The log's index is memory that all processes share, and so works only where they are on one machine and the file
system is its own (<https://sqlite.org/wal.html>, section 1).
"""

import os
import re
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")
"""Linux's table of what is mounted where."""

LOCAL = {
    "bcachefs",
    "btrfs",
    "ext2",
    "ext3",
    "ext4",
    "f2fs",
    "jfs",
    "overlay",
    "ramfs",
    "reiserfs",
    "tmpfs",
    "xfs",
    "zfs",
}
"""Kinds known to be the machine's own; any other may be a network's, or a container's window on one."""

_OCTAL = re.compile(rb"\\([0-7]{3})")


def is_local(path: Path, mounts: Path | None = None) -> bool:
    """Whether the path is known to lie on this machine; False where nothing tells. O(mounts)."""
    try:
        lines = (mounts or MOUNTS).read_bytes().splitlines()
    except OSError:
        return False
    wanted = os.fsencode(os.path.realpath(path))
    deepest, kind = b"", ""
    for line in lines:
        before, _, after = line.partition(b" - ")
        fields, rest = before.split(), after.split()
        if len(fields) < 5 or not rest:
            continue
        point = _OCTAL.sub(lambda found: bytes([int(found[1], 8)]), fields[4])
        inside = wanted == point or wanted.startswith(point.rstrip(b"/") + b"/")
        if inside and len(point) >= len(deepest):  # the later of two on one point hides the earlier
            deepest, kind = point, rest[0].decode("ascii", "replace")
    return kind in LOCAL
