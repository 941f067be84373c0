"""Five accounts of one made-up event, which agree, clash, quote each other's people and leave things out."""

from tui.alignment.model import Progress
from tui.articles import Collection, find_sources
from tui.collation.survey import Survey, survey

TEXTS = {
    "a": """Night train leaves the rails near Orvik

By Hanne Lund

2024-03-12

A night train left the rails near the town of Orvik on Monday, killing two people and injuring 14, the police said.

The train carried 212 passengers and was bound for the coast. The rescue lasted four hours, and the last passengers
were brought to a school in Orvik before dawn.

"We heard the brakes, and then there was no track under us any more," said Marit Solberg, a passenger. The driver,
Anders Bakke, 52, was unhurt.

Investigators believe that meltwater had washed out the bed of the track. The line will stay shut until Friday, the
railway said.
""",
    "b": """Two dead as night train derails at Orvik

2024-03-12

Two people were killed and 40 injured when a night train left the rails near the town of Orvik on Monday.

After nine hours of rescue work the last of the passengers were brought to a school before dawn. Some 200 people
were on board the train, which was bound for the coast.

"We heard brakes, and suddenly there was no track below us any more," passenger Marit Solberg told reporters. The
driver, Anders Bakke, 47, was not hurt.

Three years earlier a freight train had left the rails on the same line. Nobody was hurt then.
""",
    "c": """Railway denies that warnings were ignored

2024-03-13

The railway on Tuesday denied that it had ignored warnings about the track near Orvik, where a night train left the
rails on Monday.

"We heard the brakes, and then there was no track under us any more," Marit Solberg said. The crash killed two people.

A union spokesman, who asked not to be named, said the bed of the track had been soft for weeks. The union demanded
12 more inspectors for the line. The minister of transport, Ove Dahl, promised an inquiry.
""",
    "d": """Questions after crash at Orvik

2024-03-14

The railway ignored warnings about the track near Orvik for weeks, according to a union spokesman.

Ove Dahl, who became minister of transport last May, offered the families of the dead 5 million kroner. At the school
in Orvik, beds had been set up for 300 people. Trains run no more than 40 kilometres an hour on what is left open of
the line. The rescue lasted about four hours.
""",
    "e": """Orvik line to reopen

2024-03-15

The line on which a night train left the rails on March 11 will reopen on Saturday, the railway said. Two people died
in the crash.

Anders Bakke, 52, who drove the train, has been heard by the investigators. Experts say that meltwater is the likely
cause. Critics say the railway was warned.
""",
}


def collection(folder) -> Collection:
    """The five as files of a list, `a` to `e`."""
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return Collection(find_sources([str(folder)]))


def surveyed(folder, progress: Progress | None = None) -> Survey:
    """The five surveyed."""
    sources = collection(folder)
    articles = [sources.article(number) for number in range(len(sources))]
    return survey(
        [sources.witness(number) for number in range(len(sources))],
        dates=[article.date for article in articles],
        wires=[article.agency for article in articles],
        progress=progress,
    )
