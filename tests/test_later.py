"""Names of a package that are imported when they are first asked for."""

import pytest

from tui.later import importing


def test_a_name_is_imported_from_its_home():
    given = importing("somewhere", {"OrderedDict": "collections", "Fraction": "fractions"})
    assert given("Fraction").__module__ == "fractions"
    assert given("OrderedDict").__name__ == "OrderedDict"


def test_a_package_without_the_name_says_so():
    with pytest.raises(AttributeError, match="no attribute 'colate'"):
        importing("tui.collation", {"collate": "tui.collation.claims"})("colate")


def test_packages_have_no_other_attribute_than_theirs():
    import tui.articles

    assert not hasattr(tui.articles, "members")
    assert tui.articles.members_of.__module__ == "tui.articles.reading"
