"""Names, reduced to what matters for comparison."""

from hypothesis import given
from hypothesis import strategies as st

from icc_cli.database.store import Store
from icc_cli.treaty.naming import fold


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


def test_case_and_spacing_do_not_matter(store: Store) -> None:
    names = [row["name"] for row in store.rows("SELECT name FROM state_name")]
    assert names
    for name in names:
        assert fold(f"  {name.upper()} ") == fold(name)
        assert fold(name.replace(" ", "  ")) == fold(name)
