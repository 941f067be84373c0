"""What is closed to a guest, who is shown one collection and nothing else of the machine."""

CLOSED_ACTIONS = frozenset({"edit", "pipe", "report", "suspend_process"})
"""What reaches other programs, other files, or the shell."""

CLOSED_COMMANDS = frozenset({"add", "collection", "remove", "restore", "tag"})
"""What reaches other files or collections, or changes this one."""
