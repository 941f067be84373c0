import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text import segmenter
from tui.text.quotations import enclosures
from tui.text.sentences import LONGEST_QUOTATION, segment
from tui.text.spans import Span
from tui.text.witness import Kind

LINES = [
    ["The U.S. Treasury said no.", "It was final."],
    ["Talks between U.S. President Ann Lee and the U.K. Prime Minister ended.", "Nobody spoke."],
    ["J. K. Rowling wrote it.", "George W. Bush read it."],
    ["Lt. Col. Ann Lee met Gen. Mark Roe.", "Sen. Tom Poe left."],
    ["Supt. Lee arrived.", "Amb. Roe left with Insp. Poe."],
    ["It opened at 11 a.m. Friday.", "It closed at 5 p.m.", "The end."],
    ["It starts at 9 p.m. GMT on Jan. 5.", "It ends on Aug. 8."],
    ["(Both denied it.)", "The end."],
    ["She said no (he did not. Or so she says) to them.", "He left."],
    ["Roe observed: “We won. They lost.”", "He left."],
    ['Roe observed: "We won - at last. They even clapped."', "He left."],
    ["“I came. I saw,” he said.", "“I won.”", "The end."],
    ["‘I came. I saw,’ he said.", "‘I won.’", "It was Roe’s."],
    ["'I came. I saw,' he said.", "It's Roe's.", "He won't go."],
    ["“Go!” he said.", "“No?” Ann Lee asked.", "“Stop!”", "Then he left."],
    ["“Nobody signed.", "“Nobody at all.”", "He left."],
    ['"They lied to us.', 'He said "no" and left.', "She did not."],
    ["The “friends. Or so” they were.", "All left."],
    ["1. Bring water.", "2. Bring food."],
    ["Wait… what?", "Yes.", "Well…", "Roe came."],
    ["Wait... what?", "Well...", "Roe came."],
    ["No.", "He never did.", "It was No. 5."],
    ["He paid approx. 5 euros, cf. p. 7.", "She paid $3.5 million."],
    ["He chose plan B.”", "Then he left."],
    ["Really?!", "Ha!", "Oh."],
    ["He said no.[1]", "She said yes."],
    ["A line\nthat runs on\r\nover ends.", "And\nanother."],
    ["See example.com.", "iPhone sales rose."],
]


def pieces(text, language="en", kind=Kind.BODY):
    sentences = segment(text, [(Span(0, len(text)), kind)], language=language)
    return [text[slice(*sentence.span)] for sentence in sentences]


@pytest.mark.parametrize("expected", LINES, ids=lambda line: line[0][:30])
def test_english_sentences_end_where_a_reader_ends_them(expected):
    assert pieces(" ".join(expected)) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", ["M. Roe est parti.", "« Je viens. Je vais », dit-il.", "Fin."]),
        ("de", ["Er sagte: „Ich komme. Ich gehe.“", "Am 3. Oktober ging Prof. Dr. Lee.", "„Nein.“", "Ja."]),
        ("es", ["No.", "El Sr. García llegó.", "¿Por qué?"]),
        ("sv", ["”Jag kommer. Jag går”, sade han.", "Slut."]),
        ("ru", ["И. И. Иванов сказал «нет. Никогда».", "Он ушел."]),
        ("ar", ["ذهب إلى البيت.", "ثم عاد؟", "نعم."]),
        ("hi", ["यह है।", "वह था।"]),
        ("am", ["ምን።", "ነው።"]),
        ("und", ["One came.", "Two left."]),
    ],
)
def test_other_languages_are_segmented(language, expected):
    assert pieces(" ".join(expected), language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("zh", ["他说。", "她走了！", "真的？", "“没有。”他说。", "他走了。"]),
        ("ja", ["『はい。』と彼は言った。", "「そう。いいえ。」", "彼女は去った。"]),
    ],
)
def test_scripts_without_spaces_are_segmented(language, expected):
    assert pieces("".join(expected), language) == expected


def test_a_very_long_quotation_is_cut():
    told = " ".join(["We waited for an answer and none ever came to us."] * (LONGEST_QUOTATION // 40))
    assert len(pieces(f"She said: “{told}” Then she left.")) > 5


@pytest.mark.parametrize("kind", [Kind.TITLE, Kind.HEADING, Kind.CAPTION, Kind.FURNITURE])
def test_a_headline_is_one_sentence(kind):
    assert pieces("Talks fail. What now?", kind=kind) == ["Talks fail. What now?"]


def test_sentences_keep_their_block_and_its_kind():
    text = "  One came. Two left. \n\n\u00a0* three stayed\n"
    sentences = segment(text, [(Span(0, 24), Kind.BODY), (Span(24, len(text)), Kind.LIST)])
    assert [(text[slice(*s.span)], s.kind) for s in sentences] == [
        ("One came.", Kind.BODY),
        ("Two left.", Kind.BODY),
        ("* three stayed", Kind.LIST),
    ]
    assert len(sentences[0].tokens) == 2


def test_typography_does_not_change_where_sentences_end():
    curly = "“We won… They lost,” he said. It’s ‘over. Done,’ she said. Well… Fine."
    straight = curly.translate(str.maketrans("“”’‘", "\"\"''")).replace("…", "...")
    assert len(pieces(curly)) == len(pieces(straight)) == 4


ADVERSARIAL = st.text(
    st.sampled_from(
        "AbW.!?…,;:1 \n\r\t\f\u00a0\u2009\u2028\u3000\x85\x00\x1b\u200b\ud800“”‘’\"'«»„()[]「」。！？说と•-*"
    ),
    max_size=80,
)


@given(ADVERSARIAL | st.text(max_size=60), st.sampled_from(["en", "fr", "zh", "ar", "xx", ""]))
def test_sentences_cover_all_but_white_space_in_order(text, language):
    half = len(text) // 2
    sentences = segment(text, [(Span(0, half), Kind.BODY), (Span(half, len(text)), Kind.LIST)], language=language)
    covered = 0
    for sentence in sentences:
        start, end = sentence.span
        assert covered <= start < end <= len(text)
        assert not text[covered:start].strip()
        assert text[start:end] == text[start:end].strip()
        assert all(start <= token.span.start <= token.span.end <= end for token in sentence.tokens)
        covered = end
    assert not text[covered:].strip()


@given(ADVERSARIAL)
def test_enclosures_begin_and_end_with_marks(text):
    for start, end in enclosures(text):
        assert end - start >= 2
        assert not text[start].isalnum()
        assert not text[end - 1].isalnum()


@pytest.mark.parametrize("mark", ["“", '"', "'", "(", "«", "「", '?"', ". ", "… A", '"A. B."'])
def test_thousands_of_marks_are_segmented(mark):
    assert pieces(mark * 20_000 + " The end.")


@pytest.mark.parametrize("failure", [ValueError, type("PanicException", (BaseException,), {})])
def test_a_failing_segmenter_is_replaced(monkeypatch, failure):
    class Failing:
        @staticmethod
        def get_sentence_boundaries(_language, _text):
            raise failure

    monkeypatch.setitem(sys.modules, "sentencex", Failing)
    assert pieces("One came. Two left.") == ["One came.", "Two left."]


def test_places_that_make_no_sense_are_not_believed(monkeypatch):
    class Confused:
        @staticmethod
        def get_sentence_boundaries(_language, text):
            return [{"start_index": 3, "end_index": len(text)}]

    monkeypatch.setitem(sys.modules, "sentencex", Confused)
    assert segmenter.possible_ends("One came. Two left.", "en") == [9]
