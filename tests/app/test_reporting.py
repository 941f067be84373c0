"""Saving a report from the app."""

from tests.app.test_opening import until
from tui.reports.dossier.receipts import read_receipts


async def saved(reader, answer):
    await reader.press("s", "ctrl+u")
    await reader.type(answer)
    await reader.press("enter")
    await reader.settle()


async def test_a_report_is_saved_from_any_screen(opened, harbour, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with opened(sources=harbour) as reader:
        for name, keys in {
            "list": (),
            "reader": ("enter",),
            "table": ("T",),
            "pair": ("q", "q", "c", "j", "c"),
        }.items():
            await reader.press(*keys)
            await saved(reader, f"{name}.html")
            assert f"saved: {name}.html" in reader.status
            assert len(read_receipts((tmp_path / f"{name}.html").read_text(encoding="utf-8")).sources) == 3


async def test_the_suffix_chooses_the_form_and_a_word_the_part(opened, harbour, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with opened(sources=harbour) as reader:
        await saved(reader, "c.csv")
        await saved(reader, "todo")
        await saved(reader, "digest d.md")
        assert "saved: d.md" in reader.status
        await saved(reader, "c.doc")
        assert "a report is written to a file that ends in .md, .html, .json or .csv" in reader.status
        await saved(reader, "no/c.md")
        assert "no/c.md: no such file or directory" in reader.status
    assert (tmp_path / "c.csv").read_text(encoding="utf-8").startswith("section,")
    digest, todo = ((tmp_path / name).read_text(encoding="utf-8") for name in ("d.md", "todo.md"))
    assert "## Digest" in digest
    assert "## To confirm" not in digest
    assert "## To confirm" in todo
    assert "## Claims" not in todo


async def test_a_file_that_is_there_is_replaced_only_when_that_is_said(opened, harbour, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "case.md").write_text("mine")
    async with opened(sources=harbour) as reader:
        await saved(reader, "case.md")
        assert "case.md is there already: y replaces it" in reader.status
        await reader.press("escape")
        assert (tmp_path / "case.md").read_text() == "mine"
        await saved(reader, "case.md")
        await reader.press("y")
        await reader.settle()
        assert (tmp_path / "case.md").read_text(encoding="utf-8").startswith("# What 3 sources say")


async def test_a_report_that_takes_long_says_how_far_it_is_and_can_be_given_up(
    opened,
    harbour,
    tmp_path,
    monkeypatch,
    endless,
):
    monkeypatch.chdir(tmp_path)
    async with opened(sources=harbour) as reader:
        for key in ("s", "enter"):
            reader.app.simulate_key(key)
        await until(reader, lambda: "report.html: 42%, s stops" in reader.status)
        reader.app.simulate_key("s")
        await until(reader, lambda: "report given up" in reader.status)
        await until(reader, endless.is_set)
    assert not (tmp_path / "report.html").exists()
