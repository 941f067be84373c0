"""The heaviest chain, beside one found by trying all."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.alignment.chains import heaviest_chain

places = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(1, 4)),
    max_size=8,
    unique_by=lambda place: place[:2],
)


def value(chain, bonus):
    steps = pairwise(chain)
    return sum(place[2] for place in chain) + bonus * sum(
        after[0] - before[0] == 1 and after[1] - before[1] == 1 for before, after in steps
    )


def rises(chain):
    return all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(chain))


@given(places, st.integers(0, 3))
def test_no_rising_chain_is_heavier(drawn, bonus):
    found = [drawn[i] for i in heaviest_chain([p[:2] for p in drawn], [p[2] for p in drawn], bonus=bonus)]
    rising = (chain for size in range(len(drawn) + 1) for chain in combinations(sorted(drawn), size) if rises(chain))
    assert rises(found)
    assert value(found, bonus) == max(value(chain, bonus) for chain in rising)


def test_no_points_make_no_chain():
    assert heaviest_chain([], []) == []
