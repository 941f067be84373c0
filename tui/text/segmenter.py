"""Where the sentences of a paragraph may end, before quotations and abbreviations are weighed.

sentencex decides. What it cannot take is kept from it: it aborts on some white space outside ASCII and is
quadratic in quotation marks that nobody closes, so both are blanked, one code point for one, and the places
it gives hold in the text as it was.
"""

import re
from collections.abc import Collection

_UNSAFE = re.compile(
    "[^\\S ]|[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ud800-\udfff]"
)
_MARKS = re.compile('["“”„‟«»‹›「」『』‘‚()（）]')
_PLAIN_END = r"[.!?…]+(?=\s+\S)|[。！？．؟।۔።]+"


def possible_ends(text: str, language: str, blanks: Collection[int] = ()) -> list[int]:
    """Ascending places behind the last mark of what may be a sentence; the last one of the text is left out.

    Quotation marks and round brackets are not seen, nor what stands at `blanks`: `go.”` ends behind the full
    stop.
    """
    plain = _MARKS.sub(" ", text if text.isprintable() else _UNSAFE.sub(" ", text))
    if blanks:
        chars = list(plain)
        for at in blanks:
            chars[at] = " "
        plain = "".join(chars)
    found = _sentencex_ends(plain, language)
    if found is None:
        return [match.end() for match in re.finditer(_PLAIN_END, plain)]
    return found


def _sentencex_ends(plain: str, language: str) -> list[int] | None:
    """What sentencex finds, None where it failed."""
    try:
        from sentencex import get_sentence_boundaries  # noqa: PLC0415 (only when a text is read)

        pieces = [(piece["start_index"], piece["end_index"]) for piece in get_sentence_boundaries(language, plain)]
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException:  # noqa: BLE001 (its panics are no Exception)
        return None
    ends = []
    expected = 0
    for start, end in pieces:
        if start != expected or end < start:
            return None
        expected = end
        piece = plain[start:end].rstrip()
        if piece:
            ends.append(start + len(piece))
    return ends[:-1] if expected == len(plain) else None
