"""Every file that is made of the command line, by the place below an installation's prefix where it is looked for."""

from tui.packaging import completions
from tui.packaging.grammar import PROGRAM, commands, reader
from tui.packaging.manual import man_page


def documents() -> dict[str, str]:
    """The texts by their places; the same program gives the same texts."""
    first, named = reader(), commands()
    return {
        f"share/man/man1/{PROGRAM}.1": man_page(first, named),
        f"share/bash-completion/completions/{PROGRAM}": completions.bash(first, named),
        f"share/zsh/site-functions/_{PROGRAM}": completions.zsh(first, named),
        f"share/fish/vendor_completions.d/{PROGRAM}.fish": completions.fish(first, named),
    }
