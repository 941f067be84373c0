"""What judges likeness, chosen while a pair is read."""


def scorer_of(reader):
    return reader.app.screen.pairing.alignment.comparison.scorer


async def test_another_scorer_compares_the_pair_again_and_keeps_the_place(opened):
    async with opened(pair=(1, 4)) as reader:
        await reader.press("j", "j", "j")
        before, links = reader.app.screen.view.port.here, reader.app.screen.pairing.alignment.links
        await reader.press("colon")
        await reader.type("scorer wording")
        await reader.press("enter")
        assert scorer_of(reader) == "wording"
        assert reader.app.screen.view.port.here == before
        assert reader.app.screen.pairing.alignment.links != links
        assert "scorer: wording" in reader.status


async def test_the_scorers_are_listed_by_name(opened):
    async with opened(pair=(1, 4)) as reader:
        await reader.press("colon")
        await reader.type("scorer")
        await reader.press("enter")
        lines = reader.app.screen.query_one("#lines")
        listed = [str(lines.get_option_at_index(number).prompt).split()[0] for number in range(lines.option_count)]
        assert listed == ["context", "words", "wording"]
        await reader.press("j", "enter")
        assert scorer_of(reader) == "words"


async def test_an_unknown_scorer_changes_nothing(opened):
    async with opened(pair=(1, 4)) as reader:
        await reader.press("colon")
        await reader.type("scorer guess")
        await reader.press("enter")
        assert scorer_of(reader) == "context"
        assert "not guess" in reader.status
