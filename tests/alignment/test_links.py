"""Which sentences are linked, how strongly, and why."""

import random
import re
import subprocess
import sys
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.alignment import link_sentences
from tui.alignment.model import Cancelled
from tui.resources import SEEDS_DIR

HARBOUR = [
    "The harbour of Lindenau was closed on Monday after a ferry with 212 passengers hit the northern pier.",
    "Nobody was hurt, but divers found a hole of two metres below the waterline.",
    'Captain Irma Voss told reporters: "The rudder did not answer any more, we could only wait and pray."',
    "The company will pay for hotels until the ferries run again.",
    "Fishermen complained about the price of diesel.",
]
PIER = [
    "A ferry struck a pier in Lindenau on Monday; its 212 passengers were taken ashore.",
    "Voss, the captain, said: “The rudder did not answer any more, we could only wait.”",
    "Divers who examined the ship discovered a hole below the waterline.",
    "Tourists photographed the sunset over the bay.",
]
WORDS = tuple(
    re.findall(
        r"\w+",
        "harbour ferry Voss Lindenau pier divers hole rudder captain Monday 212 14 the of and was in on a to said not"
        " ship ships passengers passenger found closed opened company hotels price",
    )
)
sentences = st.lists(st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join), max_size=7)


def similarities(links):
    return {(link.left, link.right): link.similarity for link in links}


def swapped(links):
    return sorted((-link.similarity, link.right, link.left, [reason.kind for reason in link.reasons]) for link in links)


def in_order(links):
    return [(-link.similarity, link.left, link.right, [reason.kind for reason in link.reasons]) for link in links]


def seed_lines():
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS_DIR.glob("*.txt"))]
    return [[line for line in text.splitlines() if line.strip()] for text in texts]


def test_sentences_that_say_the_same_are_linked():
    found = similarities(link_sentences(HARBOUR, PIER))
    for pair in ((0, 0), (2, 1), (1, 2)):
        assert found[pair] >= link_sentences.default_cut
    assert max(found, key=found.get) in {(0, 0), (2, 1), (1, 2)}


def test_sentences_that_share_nothing_are_not_linked():
    found = similarities(link_sentences(HARBOUR, PIER))
    assert all(found.get((number, 3), 0.0) < link_sentences.default_cut for number in range(len(HARBOUR)))


def test_links_come_strongest_first():
    links = link_sentences(HARBOUR, PIER)
    assert list(links) == sorted(links, key=lambda link: (-link.similarity, link.left, link.right))


def test_a_text_matches_itself():
    found = similarities(link_sentences(HARBOUR, HARBOUR))
    assert all(found[number, number] == 1.0 for number in range(len(HARBOUR)))


@pytest.mark.parametrize("sentence", ["No!", "Monday.", "And so it was.", "船。", "…and?"])
def test_identical_sentences_are_linked_however_short(sentence):
    found = similarities(link_sentences([*HARBOUR, sentence], [sentence, *PIER]))
    assert found[len(HARBOUR), 0] == 1.0


def test_spelling_and_typography_do_not_matter_for_identity():
    links = link_sentences(["The U.S. neighbours don't agree."], ["the US neighbors don’t agree"])
    assert [link.similarity for link in links] == [1.0]


@pytest.mark.parametrize("sentence", ["", "…", "—"])
def test_sentences_without_words_are_never_linked(sentence):
    assert link_sentences([sentence], [sentence]) == ()


def test_short_sentences_are_linked_only_when_identical():
    assert link_sentences(["The ferry sank."], ["A ferry sank again."]) == ()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "President Alma Rivera and Norwegian Prime Minister Lars Holm will open the bridge on Friday.",
            "Analysts doubted that President Alma Rivera and Norwegian Prime Minister Lars Holm agree about gas.",
        ),
        (
            "President Alma Rivera and Norwegian Prime Minister Lars Holm",
            "On Tuesday, President Alma Rivera and Norwegian Prime Minister Lars Holm signed a treaty over cod.",
        ),
        (
            "Bundeskanzler Otto Maier und der Präsident Karl Huber trafen sich in der Nacht.",
            "Gestern stritten Bundeskanzler Otto Maier und der Präsident Karl Huber über Steuern.",
        ),
    ],
)
def test_names_with_their_titles_alone_make_no_link(left, right):
    language = "de" if "und" in left else "en"
    for ours, theirs in (([left], [right]), ([left, *HARBOUR], [*PIER, right])):
        found = similarities(link_sentences(ours, theirs, language=language))
        assert found.get((0, len(theirs) - 1), 0.0) < link_sentences.default_cut


@given(sentences, sentences)
@settings(max_examples=60, deadline=None)
def test_swapping_the_sides_swaps_the_links(left, right):
    assert swapped(link_sentences(left, right)) == in_order(link_sentences(right, left))


@pytest.mark.parametrize("pair", combinations(range(5), 2))
def test_swapping_two_articles_swaps_the_links(pair):
    texts = seed_lines()
    left, right = texts[pair[0]], texts[pair[1]]
    assert swapped(link_sentences(left, right)) == in_order(link_sentences(right, left))


@given(sentences)
@settings(max_examples=40, deadline=None)
def test_a_text_against_itself_is_symmetric(text):
    found = similarities(link_sentences(text, text))
    assert all(found[right, left] == similarity for (left, right), similarity in found.items())


@given(st.lists(st.text(max_size=60), max_size=6), st.lists(st.text(max_size=60), max_size=6))
@settings(max_examples=60, deadline=None)
def test_any_text_gives_links_in_range(left, right):
    links = link_sentences(left, right, language="xx")
    assert len({(link.left, link.right) for link in links}) == len(links)
    for link in links:
        assert 0 <= link.left < len(left)
        assert 0 <= link.right < len(right)
        assert 0.0 < link.similarity <= 1.0
        assert round(link.similarity, 4) == link.similarity


def test_the_same_texts_give_the_same_links():
    assert link_sentences(HARBOUR, PIER) == link_sentences(HARBOUR, PIER)


@pytest.mark.parametrize("side", [[], [""]])
def test_an_empty_side_gives_no_links(side):
    assert link_sentences(side, HARBOUR) == ()
    assert link_sentences(HARBOUR, side) == ()
    assert link_sentences(side, side) == ()


@pytest.mark.parametrize(
    ("language", "left", "right", "other"),
    [
        ("zh", "渡轮周一在林登瑙撞上码头。", "周一，一艘渡轮撞上了林登瑙的码头。", "游客拍摄海湾日落的照片。"),
        (
            "ar",
            "اصطدمت العبارة بالرصيف الشمالي في مدينة صور يوم الاثنين",
            "الاثنين في صور: عبارة تصطدم بالرصيف الشمالي",
            "ارتفعت أسعار الوقود",
        ),
        (
            "ru",
            "Паром с пассажирами врезался в северный причал в понедельник.",
            "В понедельник паром столкнулся с северным причалом, пассажиры сошли.",
            "Цены на топливо выросли.",
        ),
    ],
)
def test_other_languages_are_linked(language, left, right, other):
    found = similarities(link_sentences([left, other], [right], language=language))
    assert found[0, 0] >= link_sentences.default_cut
    assert found.get((1, 0), 0.0) < link_sentences.default_cut


def test_strong_links_say_why():
    links = {(link.left, link.right): link for link in link_sentences(HARBOUR, PIER)}
    reasons = {reason.kind: reason.text for reason in links[0, 0].reasons}
    assert reasons["numbers"] == "212"
    assert "Lindenau" in reasons["names"].split(", ")
    assert {"ferry", "pier", "passengers"} <= set(reasons["words"].split(", "))
    quoted = {reason.kind: reason.text for reason in links[2, 1].reasons}["quotation"]
    assert quoted == "The rudder did not answer any more we could only wait"


def test_identity_is_its_own_reason():
    (link,) = link_sentences(["Divers found a\nhole."], ["divers found a hole"])
    assert [(reason.kind, reason.text) for reason in link.reasons] == [("identical", "Divers found a hole")]


def test_reasons_are_words_of_the_left_sentence():
    for link in link_sentences(HARBOUR, PIER):
        for reason in link.reasons:
            if reason.kind != "quotation":
                assert all(word in HARBOUR[link.left] for word in reason.text.split(", "))


def test_progress_rises_from_nothing_to_all():
    said = []
    link_sentences(HARBOUR, PIER, progress=said.append)
    assert said[0] == 0.0
    assert said[-1] == 1.0
    assert said == sorted(said)


def test_progress_may_end_the_work():
    calls = []

    def stop(share):
        calls.append(share)
        if share > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        link_sentences(HARBOUR, PIER, progress=stop)
    assert calls[-1] < 1.0


def test_large_texts_report_often_and_leave_out_what_is_hardly_alike():
    chosen = random.Random(3)
    text = [" ".join(chosen.choices(WORDS, k=12)) for _ in range(600)]
    said = []
    links = link_sentences(text, text[::-1], progress=said.append)
    assert min(link.similarity for link in links) >= 0.02
    assert len(said) > 60
    assert max(later - earlier for earlier, later in pairwise(said)) <= 0.15


def test_a_sentence_repeated_a_thousand_times_is_linked_in_order():
    found = similarities(link_sentences(["Read on."] * 1000, ["Read on."] * 1200))
    assert found == {(number, number): 1.0 for number in range(1000)}


def test_the_package_is_light_until_it_links():
    code = (
        "import sys, tui.alignment, tui.alignment.model\n"
        "assert not {'numpy', 'rapidfuzz'} & set(sys.modules)\n"
        "assert tui.alignment.link_sentences(['One two three four.'], ['One two three four.'])"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=SEEDS_DIR.parent)
