"""The page as Chromium shows and prints it."""

import re

import pytest

from tests.reports.dossier.chromium import Browser, find_browser
from tests.reports.dossier.stories import alone, report
from tests.reports.dossier.test_formats import HOSTILE
from tests.reports.pairs import account, talks
from tests.reports.test_page import luminance
from tui.reports.dossier.as_html import report_html
from tui.reports.page import page

pytestmark = pytest.mark.skipif(find_browser() is None, reason="no Chromium is installed (Debian: chromium)")


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    browser = Browser(find_browser(), tmp_path_factory.mktemp("profile"))
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The report on the ferry, one with every hostile text and words too long, one on many sources, and a pair."""
    folder = tmp_path_factory.mktemp("pages")
    hostile = [account("A", [*HOSTILE, "x" * 400, "\u05d0" * 200], title="t" * 300, path="p" * 200)]
    crowd = [
        account(f"A{letter}", [f"Report {letter}.", "Same."], path="x.txt") for letter in "BCDEFGHIJKLMNOPQRSTUVWXYZ"
    ]
    written = {"ferry": report(), "hostile": alone(*hostile, account("B", ["Calm."])), "crowd": alone(*crowd)}
    for name, dossier in written.items():
        (folder / f"{name}.html").write_text(report_html(dossier), encoding="utf-8")
    (folder / "pair.html").write_text(page(*talks()), encoding="utf-8")
    return {name: folder / f"{name}.html" for name in (*written, "pair")}


@pytest.fixture
def shown(browser, pages):
    """Opens a page at a width."""

    def show(name, width=1280, **look):
        browser.look(width, **look)
        browser.open(pages[name])
        return browser

    return show


@pytest.mark.parametrize("name", ["ferry", "hostile", "crowd", "pair"])
def test_nothing_is_fetched_nothing_complains_and_nothing_runs(shown, name):
    browser = shown(name)
    asked = [
        event["params"]["request"]["url"] for event in browser.events if event["method"] == "Network.requestWillBeSent"
    ]
    assert [url.split("/")[-1] for url in asked] == [f"{name}.html"]
    told = ("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Page.javascriptDialogOpening")
    assert [event for event in browser.events if event["method"] in told] == []
    assert browser.value("document.scripts.length") == 0


@pytest.mark.parametrize("name", ["ferry", "hostile", "crowd", "pair"])
@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_width_needs_scrolling_sideways(shown, name, width):
    browser = shown(name, width)
    assert browser.value("document.documentElement.scrollWidth") <= width
    beyond = (
        "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).length"
    )
    assert browser.value(beyond) == 0


TEXTS = """
[...document.querySelectorAll('body *')].filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
  .filter(e => e.checkVisibility() && !e.closest('svg'))
  .map(e => {
    let ground = null;
    for (let at = e; at && !ground; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (colour !== 'rgba(0, 0, 0, 0)') ground = colour;
    }
    return [e.className, getComputedStyle(e).color, ground];
  })
"""


def hexadecimal(colour):
    return "#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", colour)[:3])


@pytest.mark.parametrize("name", ["ferry", "pair"])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [360, 1280])
def test_every_text_is_legible_on_its_ground(shown, name, width, dark):
    found = {tuple(one) for one in shown(name, width, dark=dark).value(TEXTS)}
    assert len(found) > 5
    for kind, ink, ground in found:
        low, high = sorted((luminance(hexadecimal(ink)), luminance(hexadecimal(ground))))
        assert (high + 0.05) / (low + 0.05) >= 4.5, (kind, ink, ground)


def test_dark_is_dark_and_paper_is_white_in_either(shown):
    ground = "getComputedStyle(document.body).backgroundColor"
    assert shown("ferry").value(ground) == "rgb(255, 255, 255)"
    assert luminance(hexadecimal(shown("ferry", dark=True).value(ground))) < 0.05
    assert shown("ferry", dark=True, media="print").value(ground) == "rgb(255, 255, 255)"


def test_tab_reaches_every_link_in_reading_order_and_shows_where_it_is(shown):
    browser = shown("ferry")
    wanted = browser.value(
        "[...document.querySelectorAll('a[href], summary')].filter(e => e.checkVisibility()).map(e => e.outerHTML)"
    )
    reached, outlines = [], []
    for _ in wanted:
        browser.press("Tab")
        reached.append(browser.value("document.activeElement.outerHTML"))
        outlines.append(browser.value("getComputedStyle(document.activeElement).outlineStyle"))
    assert reached == wanted
    assert set(outlines) <= {"solid", "auto"}
    assert "Sources" in wanted[1]


def test_every_link_leads_to_something_on_the_page(shown):
    broken = "[...document.querySelectorAll('a')].filter(a => !document.querySelector(a.getAttribute('href'))).length"
    for name in ("ferry", "crowd", "pair"):
        assert shown(name).value(broken) == 0


def test_the_maps_are_drawn_and_told_in_words(shown):
    browser = shown("ferry")
    maps = (
        "[...document.querySelectorAll('svg')].map(e => [e.getAttribute('role'), e.querySelector('title').textContent,"
    )
    maps += " e.getBoundingClientRect().width > 50, e.querySelectorAll('path').length > 0])"
    found = browser.value(maps)
    assert [one[1] for one in found] == [
        "A says 2 of 5 claims, 1 of them with others",
        "B says 2 of 5 claims, 2 of them with others, and differs in 1",
        "C says 2 of 5 claims, 1 of them with others",
        "D says 2 of 5 claims, 1 of them with others",
        "How much every two of A, B, C, D have in common; most: A and B 33 %, A and C 33 %, B and C 33 %",
    ]
    assert all(one[0] == "img" and one[2] and one[3] for one in found)
    fills = "[...new Set([...document.querySelectorAll('svg path')].map(e => getComputedStyle(e).fill))].length"
    assert browser.value(fills) == 2


def test_further_sentences_open_without_a_script(shown):
    browser = shown("ferry")
    browser.ask("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.open_again()
        assert browser.value("document.querySelector('details .said').checkVisibility()") is False
        browser.ask("Runtime.evaluate", expression="document.querySelector('summary').focus()")
        browser.press("Enter")
        assert browser.value("document.querySelector('details .said').checkVisibility()") is True
    finally:
        browser.ask("Emulation.setScriptExecutionDisabled", value=False)


def test_those_who_hear_it_get_tables_headings_and_landmarks(shown):
    browser = shown("ferry", 360)
    nodes = browser.ask("Accessibility.getFullAXTree")["nodes"]
    roles = [node["role"]["value"] for node in nodes if not node["ignored"]]
    assert {"main", "navigation", "banner", "contentinfo", "table", "rowheader", "heading", "list"} <= set(roles)
    assert roles.count("columnheader") == 6 + 5
    assert roles.count("image") == 5


def test_paper_has_every_sentence_and_no_navigation(shown):
    browser = shown("ferry", media="print")
    hidden = (
        "[...document.querySelectorAll('.said')].filter(e => !e.checkVisibility({contentVisibilityAuto: true})).length"
    )
    assert browser.value("document.querySelectorAll('details .said').length") == 3
    assert browser.value(hidden) == 0
    assert browser.value("document.querySelector('nav').checkVisibility()") is False
    pdf = browser.printed()
    assert pdf.startswith(b"%PDF")
    assert len(re.findall(rb"/Type /Page\b", pdf)) in (2, 3, 4)
