"""What is left of a fault in the program."""

from textual.worker import WorkerFailed

from tui.app.crash import report


def test_a_fault_off_the_event_loop_is_told_with_where_it_was(tmp_path, monkeypatch):
    monkeypatch.setattr("tui.app.crash.user_state_path", lambda _: tmp_path)
    try:
        int("seven")
    except ValueError as error:
        line = report(WorkerFailed(error))
    assert line.startswith("summit-tui: internal error: ValueError: invalid literal")
    details = (tmp_path / "crash.txt").read_text(encoding="utf-8")
    assert 'int("seven")' in details
