"""`summit-tui read --linear`."""

import os
import pty
import subprocess
import sys
import termios

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.conftest import CHECKOUT, FILLING
from tui.cli import linear
from tui.cli.sources import select
from tui.cli.spoken_commands import COMMANDS
from tui.cli.turns import Conversation
from tui.library import Library
from tui.library.reviews import Reviews
from tui.settings import Settings

LEFT = """The Ferry Is Late Again

The ferry left the harbour at noon on Friday with forty passengers aboard.
Two gulls sat upon the lighthouse roof.
Captain Mara Lindqvist blamed an old diesel engine for the delay.
Nobody was hurt.
"""
RIGHT = """The Ferry Is Late Again

The ferry left the harbour at one on Friday with forty passengers aboard.
Captain Mara Lindqvist blamed an old diesel engine for the delay.
Tickets will be refunded by post.
"""


@pytest.fixture
def files(tmp_path):
    for name, text in (("one.txt", LEFT), ("other.txt", RIGHT)):
        (tmp_path / name).write_text(text)
    return str(tmp_path / "one.txt"), str(tmp_path / "other.txt")


@pytest.fixture
def pair(files):
    conversation = Conversation(select(files), Settings())
    conversation.opening = conversation.open()
    return conversation


def said(conversation, line):
    return "\n".join(conversation.answer(line))


def script(*lines):
    return "".join(f"{line}\n" for line in lines).encode()


def test_a_pair_opens_with_its_counts_and_first_row(pair):
    title, counts, row = pair.opening
    assert title == "Pair A B. A: The Ferry Is Late Again / B: The Ferry Is Late Again"
    assert counts == "6 rows at cut 0.30: 2 same, 1 reworded, 2 only A, 1 only B."
    assert row == "row 1 of 6, same. A s1, B s1: The Ferry Is Late Again"


def test_every_row_is_one_line_that_says_its_class(pair):
    rows = [said(pair, "first"), *(said(pair, line) for line in ("", "next", "n", "N", "next"))]
    assert [row.split(",")[0] for row in rows] == [f"row {number} of 6" for number in range(1, 7)]
    assert not any("\n" in row for row in rows)
    assert rows[1].startswith("row 2 of 6, reworded, 0.")
    assert ". A s2: The ferry left the harbour at noon" in rows[1]
    assert ". B s2: The ferry left the harbour at one" in rows[1]
    assert rows[2] == "row 3 of 6, only A s3: Two gulls sat upon the lighthouse roof."
    assert rows[3].startswith("row 4 of 6, same. A s4, B s3: Captain")
    assert {row.split(": ", 1)[1] for row in rows[4:]} == {"Nobody was hurt.", "Tickets will be refunded by post."}
    assert said(pair, "next") == "End: that was the last row."
    assert said(pair, "back").startswith("row 5 of 6")


def test_differences_are_walked_both_ways(pair):
    rows = [said(pair, "difference"), said(pair, "d"), said(pair, "next difference")]
    assert [row[:5] for row in rows] == ["row 2", "row 3", "row 5"]
    assert said(pair, "previous difference").startswith("row 3")
    assert said(pair, "D").startswith("row 2")
    assert said(pair, "pd") == "no difference before this row"
    pair.answer("last")
    assert said(pair, "d") == "no more differences"


def test_words_says_which_differ(pair):
    assert said(pair, "words") == "no words differ"
    pair.answer("2")
    assert said(pair, "words") == 'A says "noon"; B says "one"'
    pair.answer("3")
    assert said(pair, "v") == "only A says it"


def test_spelling_is_told_apart_from_words(tmp_path):
    (tmp_path / "one.txt").write_text("Title\n\nThe harbour master closed the northern pier on Friday.\n")
    (tmp_path / "two.txt").write_text("Title\n\nThe harbor master closed the southern pier on Friday.\n")
    names = [str(tmp_path / "one.txt"), str(tmp_path / "two.txt")]
    lenient, strict = Conversation(select(names), Settings()), Conversation(select(names), Settings(strict=True))
    for conversation in (lenient, strict):
        conversation.open()
        conversation.answer("2")
    differ = 'A says "northern"; B says "southern"'
    assert said(lenient, "words") == f'{differ}\nspelling alone: A says "harbour"; B says "harbor"'
    assert said(strict, "words") == f'2 places differ.\nA says "harbour"; B says "harbor"\n{differ}'


def test_why_gives_the_evidence_without_signs(pair):
    pair.answer("2")
    assert said(pair, "why").startswith("A s2 and B s2 linked 0.")
    assert "harbour" in said(pair, "why")


def test_a_moved_row_says_where_the_other_side_says_it(tmp_path):
    moved = "The orchestra of Vantaa postponed its spring concert by eleven days."
    rest = [
        "Rain fell on the valley through most of the night.",
        "Councillors argued about parking near the old cinema.",
        "A bakery opened beside the northern railway bridge.",
    ]
    (tmp_path / "one.txt").write_text("\n".join(["Title\n", moved, *rest]) + "\n")
    (tmp_path / "two.txt").write_text("\n".join(["Title\n", *rest, moved]) + "\n")
    conversation = Conversation(select([str(tmp_path / "one.txt"), str(tmp_path / "two.txt")]), Settings())
    assert conversation.open()[1].endswith("5 same, 1 of them moved.")
    assert said(conversation, "d") == f"row 2 of 5, moved: B says it at s5, same. A s2, B s5: {moved}"
    assert said(conversation, "why").splitlines()[-1] == "moved: B says it elsewhere, at s5"


def test_rows_and_sentences_are_reached_by_number(pair):
    assert said(pair, "row 4").startswith("row 4 of 6")
    assert said(pair, "6").startswith("row 6 of 6")
    assert said(pair, "sentence 3").startswith("row 3 of 6, only A s3")
    assert said(pair, "s b 3").startswith("row 4 of 6, same. A s4, B s3")
    assert said(pair, "sentence B s2").startswith("row 2")
    assert said(pair, "row 7") == "no row 7; the last is 6"
    assert said(pair, "row x") == "no number: x"
    assert said(pair, "sentence C 1") == "C is not in this pair"
    assert said(pair, "sentence B 9") == "no sentence 9 in B; the last is 4"
    assert said(pair, "row").startswith("row 2")


def test_rows_keep_their_numbers_when_only_differences_are_shown(pair):
    pair.answer("4")
    told, row = pair.answer("differences only on")
    assert told == "differences only on, 4 of 6 rows"
    assert row.startswith("row 5 of 6, only ")
    assert said(pair, "first").startswith("row 2 of 6")
    assert said(pair, "where").endswith("differences only on")
    assert said(pair, "differences only off").startswith("differences only off, 6 of 6 rows\nrow 2 of 6")
    assert said(pair, "only perhaps") == "differences only takes on or off"


def test_two_equal_articles_have_no_differences(tmp_path):
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(LEFT)
    conversation = Conversation(select([str(tmp_path)]), Settings())
    conversation.open()
    nothing = "no row differs; differences only off shows all rows"
    assert conversation.answer("only on") == ("differences only on, 0 of 5 rows", nothing)
    for line in ("row", "why", "words", "where", "first", "last", "row 2", "sentence 2"):
        assert said(conversation, line) == nothing
    assert said(conversation, "find gulls") == "not found: gulls"
    assert said(conversation, "headings") == "no headings"
    assert said(conversation, "cut 0.5").endswith(nothing)
    assert said(conversation, "only off").endswith("row 1 of 5, same. A s1, B s1: The Ferry Is Late Again")


def test_another_cut_leaves_the_reader_at_the_sentence(pair):
    pair.answer("3")
    counts, row = pair.answer("cut 1.0")
    assert counts.split(":")[0].endswith("at cut 1.00")
    assert "only A s3: Two gulls" in row
    assert said(pair, "cut") == "cut 1.00"
    assert said(pair, "cut 2") == "not a similarity from 0.0 to 1.0: 2"


def test_words_are_found_and_the_search_goes_around(pair):
    assert said(pair, "find").startswith("find what?")
    assert said(pair, "find GULLS sat").startswith("row 3")
    assert said(pair, "find ferry") == f"On from the start.\n{said(pair, 'row')}"
    assert said(pair, "f").startswith("row 2")
    assert said(pair, "find zeppelin") == "not found: zeppelin"


def test_again_says_the_last_answer_and_where_says_the_place(pair):
    pair.answer("2")
    why = said(pair, "why")
    assert said(pair, "again") == said(pair, "a") == why
    assert said(pair, "where") == "pair A B, row 2 of 6, A s2, B s2, cut 0.30, differences only off"


def test_an_article_is_read_sentence_by_sentence(files):
    conversation = Conversation(select(files[:1]), Settings())
    about, first = conversation.open()
    assert about.startswith("A: The Ferry Is Late Again. by: none stated; date: none stated; wire: none. 5 sentences.")
    assert first == "title, s1 of 5: The Ferry Is Late Again"
    assert said(conversation, "").startswith("s2 of 5: The ferry left")
    assert said(conversation, "back") == first
    assert said(conversation, "b") == "Start: this is the first sentence."
    assert said(conversation, "sentence 5") == said(conversation, "5") == "s5 of 5: Nobody was hurt."
    assert said(conversation, "where") == "A, s5 of 5: The Ferry Is Late Again"
    assert said(conversation, "headings") == "s1: The Ferry Is Late Again"
    assert said(conversation, "why") == "that is for two articles; for example: pair A B"


def test_the_sites_own_lines_are_named_or_left_out():
    told, silent = (Conversation(select(["B"]), Settings(furniture=shown)) for shown in (True, False))
    for conversation in (told, silent):
        conversation.open()
    assert said(told, "last").startswith("furniture: ")
    assert said(silent, "last").startswith("s25 of 25: ")


def test_the_list_leads_to_articles_and_pairs():
    conversation = Conversation(select([]), Settings())
    count, *articles, way_on = conversation.open()
    assert count == "5 articles."
    assert [line[:3] for line in articles] == ["A: ", "B: ", "C: ", "D: ", "E: "]
    assert way_on == "read A reads one, pair A B compares two, help names every command."
    assert said(conversation, "2") == articles[1]
    assert said(conversation, "sentence 2").startswith("the list has no sentences")
    assert said(conversation, "read b").startswith("B: ")
    assert said(conversation, "pair E").startswith("Pair B E. ")
    assert said(conversation, "p e b").startswith("Pair E B. ")
    assert said(conversation, "list").startswith("5 articles.")
    assert said(conversation, "read Q") == "no article Q; list names them"
    assert said(conversation, "pair B") == "pair needs two labels; for example: pair A B"


def test_a_long_list_comes_in_parts(tmp_path):
    for number in range(23):
        (tmp_path / f"{number:02}.txt").write_text(f"Title {number}\n\nSentence {number} stands here alone.\n")
    conversation = Conversation(select([str(tmp_path)]), Settings())
    lines = conversation.open()
    assert len(lines) == 23
    assert lines[-2] == "20 of 23 listed; next or an empty line goes on."
    assert said(conversation, "").startswith("U: Title 20, ")
    assert said(conversation, "find title 3").endswith(lines[4])


def test_an_unreadable_article_is_a_line(files, tmp_path):
    (tmp_path / "empty.txt").write_text("")
    conversation = Conversation(select([*files, str(tmp_path / "empty.txt")]), Settings())
    assert any(line.startswith("C cannot be read: ") for line in conversation.open())
    assert "empty.txt cannot be read: " in said(conversation, "read C")
    assert "empty.txt cannot be read: " in said(conversation, "pair A C")


def test_what_is_not_understood_is_one_line_that_names_help(pair):
    assert said(pair, "dance \x1b[2J now") == "unknown command: dance \ufffd[2J now; help names them all"
    assert said(pair, "next please") == "next takes nothing after it; help next says what it does"


def test_help_names_every_command_and_explains_each(pair):
    names = said(pair, "help")
    for command in COMMANDS:
        assert command.names[0] in names
        assert said(pair, f"help {command.names[-1] or 'n'}").startswith(command.names[0])
    assert said(pair, "help dance") == "unknown command: dance; help names them all"


def test_no_two_commands_share_a_name():
    names = [name for command in COMMANDS for name in command.names]
    assert len(names) == len(set(names))


@given(
    lines=st.lists(st.text(max_size=12) | st.sampled_from([name for c in COMMANDS for name in c.names]), max_size=12)
)
def test_any_words_get_an_answer_of_clean_lines(lines):
    conversation = Conversation(select(["C", "D"]), Settings())
    for line in lines:
        answer = conversation.answer(line)
        if conversation.over:
            return
        assert answer
        assert all(character.isprintable() for one in answer for character in one if ord(character) < 0xA0)


def test_a_script_on_standard_input_is_a_transcript(spawn, files):
    run = spawn("read", *files, "--linear", input=script("2", "words", "", "quit", "next"), stdin=None)
    assert (run.returncode, run.stderr) == (0, b"")
    lines = run.stdout.decode().splitlines()
    assert lines[2].startswith("row 1 of 6, same")
    assert lines[3] == "> 2"
    assert lines[4].startswith("row 2 of 6, reworded")
    assert lines[5:8] == ["> words", 'A says "noon"; B says "one"', "> "]
    assert lines[8].startswith("row 3 of 6, only A")
    assert lines[9:] == ["> quit"]


def test_the_end_of_input_quits(spawn, files):
    for given_lines in (b"", b"next\n", b"next", b"\xff\xfe\n"):
        run = spawn("read", files[0], "--linear", input=given_lines, stdin=None)
        assert (run.returncode, run.stderr) == (0, b"")
        assert run.stdout.endswith(b"\n> \n")
    assert spawn("read", files[0], "--linear", stdin=subprocess.DEVNULL).returncode == 0


def test_lines_are_whole_unless_a_width_is_given(spawn, files):
    out = spawn("read", *files, "--linear", input=script("2"), stdin=None).stdout.decode()
    assert max(map(len, out.splitlines())) > 160
    out = spawn("read", *files, "--linear", "--width", "40", input=script("2"), stdin=None).stdout.decode()
    assert max(map(len, out.splitlines())) <= 40


def test_no_control_character_of_an_article_is_said(spawn, tmp_path):
    path = tmp_path / "escape.txt"
    path.write_text(
        "A \x1b]0;owned\x07 title\n\nA sentence with \x1b[2J and \u202e and \x9b31m in it stands here.\n" + FILLING
    )
    lines = script("list", "read A", "", "headings", "where", "pair A A", "words", "why", "find \x1b[2J", "\x1b[3J")
    out = spawn("read", str(path), "--linear", input=lines, stdin=None).stdout.decode()
    assert "stands here" in out
    assert all(character.isprintable() or character == "\n" for character in out)


def test_a_locale_without_our_signs_gets_ascii(spawn):
    lines = script("d", "why", "words", "read B", "list", "help")
    run = spawn(
        "read",
        "B",
        "E",
        "--linear",
        input=lines,
        stdin=None,
        environ={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    )
    assert (run.returncode, run.stderr) == (0, b"")
    assert run.stdout.isascii()


def test_settings_are_heeded_and_mistakes_in_them_told(spawn, files):
    run = spawn(
        "read", *files, "--linear", stdin=subprocess.DEVNULL, environ={"SUMMIT_CUT": "0.8", "SUMMIT_STRICT": "x"}
    )
    assert b"at cut 0.80" in run.stdout
    assert run.stderr.startswith(b"summit-tui: environment SUMMIT_STRICT: ")


def test_usage(summit):
    assert summit("read", "nowhere.txt", "--linear") == (2, "", "summit-tui: nowhere.txt: no such file\n")
    assert summit("read", "B", "--linear", "--json").code == 2


class Prompt:
    """The command on a terminal, answered whenever it prompts."""

    def __init__(self, *arguments, **environ):
        self.outer, inner = pty.openpty()
        termios.tcsetwinsize(self.outer, (24, 80))
        known = {"PATH": os.environ["PATH"], "PYTHONPATH": str(CHECKOUT), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
        known["SUMMIT_SAVE"] = "false"
        options = {"stdin": inner, "stdout": inner, "stderr": inner, "start_new_session": True}
        code = (
            "import fcntl, sys, termios; fcntl.ioctl(1, termios.TIOCSCTTY, 0);"
            "from tui.cli import main; sys.exit(main())"
        )
        piped = environ.pop("piped", None)
        if piped is not None:
            options["stdin"] = subprocess.PIPE
        self.process = subprocess.Popen([sys.executable, "-c", code, *arguments], env=known | environ, **options)
        os.close(inner)
        if piped is not None:
            self.process.stdin.write(piped)
            self.process.stdin.close()
        self.sent = ""

    def until_prompt(self):
        """What is written until the next prompt, or the end."""
        part = ""
        while not part.endswith("\n> "):
            try:
                new = os.read(self.outer, 65536)
            except OSError:
                break
            part += new.decode()
        self.sent += part
        return part

    def type(self, keys):
        os.write(self.outer, keys.encode())
        return self.until_prompt()

    def close(self):
        os.close(self.outer)
        return self.process.wait(60)


def test_a_terminal_is_sent_no_escape_codes(files):
    prompt = Prompt("read", *files, "--linear")
    prompt.until_prompt()
    assert "row 2 of 6, reworded" in prompt.type("next\n")
    assert "no words differ" not in prompt.type("wodrs\x7f\x7f\x7frds\n")  # the line is edited before it is sent
    assert "row 3 of 6" in prompt.type("\n")
    prompt.type("quit\n")
    assert prompt.close() == 0
    assert 'A says "noon"; B says "one"' in prompt.sent
    assert "\x1b" not in prompt.sent


@pytest.fixture
def typed(monkeypatch):
    """Has the reader type these lines, or press ctrl+c where one is KeyboardInterrupt."""

    def give(*lines):
        left = iter(lines)

        def ask():
            line = next(left)
            if line is KeyboardInterrupt:
                raise line
            return line

        monkeypatch.setattr(linear, "_ask", ask)

    return give


def test_ctrl_c_gives_a_new_prompt_and_twice_quits(summit, files, typed):
    typed(KeyboardInterrupt, "next", KeyboardInterrupt, KeyboardInterrupt)
    code, out, err = summit("read", files[0], "--linear")
    assert (code, err) == (0, "")
    assert out.count("ctrl+c once more quits\n") == 2
    assert "s2 of 5: The ferry left" in out


def test_ctrl_c_ends_what_takes_long_and_the_prompt_stays(summit, files, typed, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("tui.comparer.Comparer.compare", interrupted)
    typed("list", "read B", None)
    code, out, _ = summit("read", *files, "--linear")
    assert code == 0
    assert out.startswith("\nstopped\n2 articles.\n")
    assert "B: The Ferry Is Late Again. by" in out


def test_a_long_comparison_says_how_far_it_is(capsys, monkeypatch):
    now = iter([0.0, 1.0, 2.5, 3.0, 9.0, 10.0])
    monkeypatch.setattr(linear, "monotonic", lambda: next(now))
    progress = linear.Patience(None)
    for share in (0.1, 0.2, 0.3, 0.4, 0.1, 0.2):
        progress(share)
    assert capsys.readouterr().out == "comparing, 30% done; ctrl+c stops\n"


def test_ctrl_d_quits(files):
    prompt = Prompt("read", files[0], "--linear", TERM="dumb")
    prompt.until_prompt()
    assert prompt.type("\x04").endswith("\n")
    assert prompt.close() == 0


def test_an_article_on_standard_input_leaves_the_prompt_to_the_terminal():
    prompt = Prompt("read", "-", "--linear", piped=LEFT.encode())
    assert "title, s1 of 5" in prompt.until_prompt()
    assert "s2 of 5: The ferry left" in prompt.type("next\n")
    prompt.type("quit\n")
    assert prompt.close() == 0


@pytest.fixture
def talk(files, tmp_path):
    """A conversation of its own about the files, on the library that all of a test share."""

    def start(*names):
        library = Library.open(tmp_path / "library.sqlite3")
        return Conversation(select(names or files), Settings(), library=library)

    return start


def test_an_article_goes_on_where_it_was_left(files, talk):
    assert talk(files[0]).open()[-1].startswith("title, s1 of 5")
    talk(files[0]).answer("read A")
    conversation = talk(files[0])
    conversation.open()
    conversation.answer("s 4")
    _, left, line = talk(files[0]).open()
    assert left == "Where you left it; first goes to the start."
    assert line == "s4 of 5: Captain Mara Lindqvist blamed an old diesel engine for the delay."


def test_the_place_is_found_again_when_the_text_has_grown(files, talk, tmp_path):
    conversation = talk(files[0])
    conversation.open()
    conversation.answer("s 4")
    (tmp_path / "one.txt").write_text(LEFT.replace("Two gulls", "It rained all day long.\nTwo gulls"))
    assert talk(files[0]).open()[-1].startswith("s5 of 6: Captain Mara")


def test_a_pair_goes_on_at_its_row_and_leaves_the_articles_alone(files, talk):
    conversation = talk()
    conversation.open()
    row = said(conversation, "difference")
    assert talk().open()[-2:] == ("Where you left it; first goes to the start.", row)
    assert talk(files[0]).open()[-1].startswith("title, s1 of 5")


def test_the_reader_on_the_screen_goes_on_where_the_prompt_stopped(files, talk, tmp_path):
    conversation = talk(files[0])
    conversation.open()
    conversation.answer("last")
    with Library.open(tmp_path / "library.sqlite3") as library:
        article = select(files[:1]).collection.article(0)
        assert library.place(article).quotation == "Nobody was hurt."
        assert library.seen(article) == 1.0


def test_a_library_that_refuses_is_told_of_once(files, talk, tmp_path):
    (tmp_path / "library.sqlite3").write_text("no database at all, and long enough to be taken for one")
    conversation = talk(files[0])
    assert "library.sqlite3" in conversation.open()[-1]
    assert len(conversation.answer("next")) == 1


def test_the_command_without_a_name_talks_too_and_heeds_its_options(spawn, files):
    run = spawn("--linear", "--no-save", "--cut", "0.99", *files, input=script("quit"), stdin=None)
    assert (run.returncode, run.stderr) == (0, b"")
    assert b"at cut 0.99" in run.stdout
    assert b"> quit" in run.stdout


def test_no_save_neither_reads_nor_leaves_a_place(spawn, files):
    def opening(*options):
        run = spawn("read", "--linear", *options, files[0], input=script("last"), stdin=None)
        assert (run.returncode, run.stderr) == (0, b"")
        return run.stdout.decode().split("> ")[0].splitlines()

    assert "left it" not in opening("--no-save")[1]
    assert "left it" not in opening()[1]
    assert "left it" in opening()[1]
    assert "left it" not in opening("--no-save")[1]


def test_candidates_are_walked_with_both_sentences_and_judged_wherever_these_stand(tmp_path):
    texts = (
        "The strike lasted three hours. Nobody was hurt.",
        "Trams ran again at dawn. After seven hours of the strike.",
    )
    for name, text in zip("ab", texts, strict=True):
        (tmp_path / f"{name}.txt").write_text(f"Trams in {name}\n\n{text}\n")
    with Library.open(None) as library:
        selection = select([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
        conversation = Conversation(selection, Settings(cut=0.99), library=library)
        assert "2 with a candidate for conflict" in conversation.open()[1]
        told = said(conversation, "candidate")
        assert told.startswith("candidate 1 of 1, 3 h and 7 h cannot both hold (duration of strike). A s2: The strike")
        assert told.endswith("B s3: After seven hours of the strike.")
        assert "candidate for conflict, only A s2" in said(conversation, "row 2")
        assert said(conversation, "why").startswith("candidate: A s2")
        said(conversation, "first")
        said(conversation, "!")
        assert said(conversation, "conflict") == "conflict: A s2 and B s3"
        assert "no candidate for conflict from here on" in said(conversation, "next candidate")
        said(conversation, "next")
        assert "only a row that both articles have" in said(conversation, "conflict")


def test_verdicts_and_notes_are_kept_and_taken_back_at_the_prompt(files, tmp_path):
    path = tmp_path / "library.sqlite3"
    with Library.open(path) as library:
        conversation = Conversation(select(files), Settings(reviewer="ann"), library=library)
        conversation.open()
        assert said(conversation, "agree") == "agree: A s1 and B s1"
        assert said(conversation, "note ask the harbour") == "note: A s1 and B s1"
        assert said(conversation, "undo") == "undone: note ask the harbour"
        said(conversation, "row 3")
        assert "only a row that both articles have" in said(conversation, "conflict")
    with Library.open(path) as library:
        ((act, verdict),) = Reviews(library, "x").reload().verdicts()
        assert (act.reviewer, verdict.judgement) == ("ann", "agree")
    with Library.open(path, read_only=True) as library:
        guest = Conversation(select(files), Settings(reviewer="ben"), library=library)
        guest.open()
        said(guest, "first")
        assert "read-only" in said(guest, "agree")


def test_a_note_is_taken_on_a_sentence_that_stands_alone_and_in_an_article(files, tmp_path):
    path = tmp_path / "library.sqlite3"
    with Library.open(path) as library:
        conversation = Conversation(select(files), Settings(reviewer="ann"), library=library)
        conversation.open()
        alone = said(conversation, "row 3").partition("only ")[2].partition(":")[0]
        assert said(conversation, "note who says so") == f"note: {alone}"
        said(conversation, "read B")
        assert said(conversation, "note B alone") == "note: B s1"
        assert said(conversation, "undo") == "undone: note B alone"
        assert said(conversation, "undo") == "nothing of yours to undo here"
        assert said(conversation, "redo") == "done again: note B alone"
        said(conversation, "list")
        assert said(conversation, "note nothing") == "a note is for a sentence; for example: read A"
    with Library.open(path) as library:
        notes = [act.deed for act in Reviews(library, "x").reload().standing()]
        assert [(len(note.anchors), note.text) for note in notes] == [(1, "who says so"), (1, "B alone")]
