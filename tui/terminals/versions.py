"""Which versions of Textual are known well enough to send the terminal only what changed."""

KNOWN = ((8, 2),)
"""The minor versions of Textual that the wire was tested with."""


def unsupported(version: str) -> str | None:
    """Why whole rows are sent with this version of Textual; None where only changes are."""
    minor = tuple(int(number) for number in version.split(".")[:2] if number.isdecimal())
    if minor in KNOWN:
        return None
    names = ", ".join(".".join(map(str, known)) for known in KNOWN)
    return f"sending only what changed is off: Textual {version} is not a version it was tested with ({names})"
