"""From names to labelled articles."""

import pytest

from tui.cli.sources import select


def chosen(*names):
    selection = select(names)
    return [
        (selection.collection.label(n), selection.collection.source(n).name.rpartition("/")[2])
        for n in selection.chosen
    ]


def test_without_names_the_bundled_articles_are_chosen_in_file_order():
    found = chosen()
    assert [label for label, _ in found] == ["A", "B", "C", "D", "E"]
    assert [name for _, name in found] == sorted(name for _, name in found)


def test_a_label_or_a_key_names_a_bundled_article():
    library = select([]).collection
    assert chosen("E", library.article(1).key) == [chosen()[4], chosen()[1]]


def test_files_alone_are_labelled_from_a_on(two):
    assert chosen(*map(str, two)) == [("A", "one.txt"), ("B", "other.txt")]


def test_beside_bundled_articles_files_take_the_labels_that_follow(two):
    assert chosen(str(two[1]), "B", str(two[0])) == [("F", "other.txt"), chosen()[1], ("G", "one.txt")]


def test_a_path_wins_over_a_label(tmp_path, monkeypatch, two):
    monkeypatch.chdir(tmp_path)
    two[0].rename("B")
    assert chosen("B") == [("A", "B")]


def test_a_folder_gives_its_files(tmp_path, two):
    assert chosen(str(tmp_path)) == [("A", "one.txt"), ("B", "other.txt")]


def test_only_a_selection_that_gives_no_article_at_all_has_errors(two):
    assert select(["nowhere.txt"]).errors() == (("nowhere.txt", "no such file"),)
    assert select(["nowhere.txt", str(two[0])]).errors() == ()


@pytest.mark.parametrize("name", ["", "Z", "nowhere", "x" * 5000])
def test_a_name_that_stands_for_nothing_is_a_source_that_cannot_be_read(name):
    assert len(select([name]).errors()) == 1
